"""A case of many parties, written once: 28 plaintiffs, 17 defendants in three groups and 40 counts."""

import re
import time

import pytest
import yaml
from conftest import SAMPLES_FOLDER

from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render

BASE = yaml.load((SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
STATES = ["AL", "AK", "AZ", "CO", "FL", "GA", "IL", "MA", "NJ", "NY", "TX", "WA"]
SURNAMES = (
    "Abbot Baird Castle Dorsey Ellery Fenn Garrow Hale Ibsen Jarvis Keane Lomax Mercer Nolan Oakes Pryor"
    " Quillan Rusk Sayer Tully Upton Vance Wexler Yarrow Zeller Ambler Birch Corley"
).split()
MAKERS, SELLERS, HOSTS = (
    [f"{name} {kind}, Inc." for name in names.split()]
    for kind, names in (
        ("Devices", "Alder Bramble Cedarline Dogwood Elmstead Firth"),
        ("Stores", "Garland Hartwell Inglenook Juniper Kestrel Larch"),
        ("Hosting", "Mallow Nettle Osier Poplar Quince"),
    )
)
ELEMENTS = "{%s: {allegations: [taken], application: The Defendants did it together.}}"


def name_of(company):
    return company.split()[0]


def parties():
    for position, name in enumerate(SURNAMES):
        state = STATES[position % len(STATES)]
        yield (
            f"  - {{id: {name.lower()}, kind: individual, name: Robin {name}, short: {name}, pronouns: they,"
            f" residence: {{city: Springfield, state: {state}}}, citizenship: {{state: {state}}},"
            f" represents: [buyers, sub-{state.lower()}]}}"
        )
    yield "defendants:"
    for company in (*MAKERS, *SELLERS, *HOSTS):
        own = name_of(company)
        yield (
            f"  - {{id: {own.lower()}, kind: corporation, name: '{company}', short: {own},"
            f" incorporated_in: DE, principal_place_of_business: {{city: Chicago, county: Cook, state: IL}},"
            " personal_jurisdiction: [{kind: general, facts: its principal place of business is in Chicago}]}"
        )
    yield "defendant_groups:"
    for own, name, members in (
        ("makers", "Maker Defendants", MAKERS),
        ("sellers", "Seller Defendants", SELLERS),
        ("hosts", "Host Defendants", HOSTS),
    ):
        listed = ", ".join(name_of(company).lower() for company in members)
        yield f"  - {{id: {own}, name: {name}, members: [{listed}]}}"


def classes():
    yield "  - {id: buyers, name: Buyer Class, members: persons, geography: the United States,"
    yield "     conduct: who bought a recorder, period: {from: 2024-03-01, through: 2025-06-30},"
    yield "     exclusions: [standard], rule_23b: [b2, b3]}"
    for state in STATES:
        yield (
            f"  - {{id: sub-{state.lower()}, name: {state} Subclass, subclass_of: buyers, members: persons,"
            f" conduct: who bought a recorder, states: [{state}]}}"
        )


CLAIMS = """
claim_patterns:
  - id: shared
    harm: They paid for recorders that listened to them.
claims:
  - id: careless
    theories: [negligence]
    like: shared
    each: subclasses
    for: [buyers]
    against: [makers]
    elements:
      duty: {allegations: [taken], application: The Maker Defendants built the recorders.}
      breach: {allegations: [taken], application: They left the microphones open.}
      causation: {allegations: [taken], application: The microphones recorded for that reason.}
      harm: {allegations: [taken], application: Each buyer lost privacy.}
  - id: kept
    theories: [unjust-enrichment]
    like: shared
    each: subclasses
    for: [buyers]
    against: [sellers]
    elements:
      benefit: {allegations: [taken], application: The Seller Defendants took the price.}
  - id: taken-over
    theories: [conversion]
    like: shared
    each: subclasses
    for: [buyers]
    against: [hosts]
    elements:
      dominion: {allegations: [taken], application: The Host Defendants kept the recordings.}
  - {id: heard, theories: [wiretap-2511-1a], like: shared, for: [buyers], against: [makers, hosts]}
  - {id: told, theories: [wiretap-2511-1cd], like: shared, for: [buyers], against: [hosts]}
  - {id: entered, theories: [cfaa-1030g], like: shared, for: [buyers], against: [makers]}
  - {id: stored, theories: [sca-2701], like: shared, for: [buyers], against: [hosts]}
"""


def sheet():
    """The sheet as a person would write it, an entry a line where it fits."""
    counsel = yaml.safe_dump({"counsel": BASE["counsel"]}, allow_unicode=True, sort_keys=False)
    lines = [
        "schema_version: '1'",
        "matter: Abbot v. Alder",
        "court: {id: ilnd, county: Cook}",
        *counsel.splitlines(),
        "plaintiffs:",
        *parties(),
        "nature: [The recorders listened when nobody had asked them to.]",
        "allegations:",
        "  - heading: The Recorders Listened",
        "    items:",
        "      - {id: taken, gist: recorded what was said near each recorder, actor: alder,",
        "         text: 'The recorders recorded what was said near them, and sent it to the hosts.',",
        "         source: {kind: investigation, note: a test of twelve recorders},",
        "         basis: {kind: personal-knowledge}}",
        "injury: They paid for recorders and were listened to.",
        "classes:",
        *classes(),
        *CLAIMS.strip().splitlines(),
        "jurisdiction: {grounds: [federal-question, supplemental, cafa], diverse_plaintiff: abbot,",
        "  supplemental_reason: all of the claims rest on the same recordings}",
        "venue: {grounds: [events], facts: the recorders were designed in Chicago}",
        "relief: {injunction: requiring the deletion of every recording}",
    ]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    path = tmp_path_factory.mktemp("many") / "matter.yaml"
    path.write_text(sheet(), encoding="utf-8")
    assemble(load(path), open_library())
    start = time.process_time()
    draft = assemble(load(path), open_library())
    return draft, time.process_time() - start


def test_the_sheet_is_short_and_the_case_is_drafted_in_two_seconds(drafted):
    draft, seconds = drafted
    assert len(sheet().splitlines()) < 600
    views = draft.matter.claims
    assert (len(draft.matter.raw.plaintiffs), len(draft.matter.raw.defendants), len(views)) == (28, 17, 40)
    assert seconds < 2, f"{seconds:.2f} seconds"


def test_one_entry_of_at_most_twenty_five_lines_gives_twelve_counts(drafted):
    draft, _ = drafted
    entry = CLAIMS[CLAIMS.index("  - id: careless") : CLAIMS.index("  - id: kept")]
    assert len(entry.strip().splitlines()) <= 25
    assert [view.id for view in draft.matter.claims if view.id.startswith("careless@")] == [
        f"careless@{state}" for state in STATES
    ]


def names_in_a_row(paragraph):
    """The longest run of parties that `paragraph` lists one behind the other."""
    known = "|".join(sorted((*SURNAMES, *map(name_of, (*MAKERS, *SELLERS, *HOSTS))), key=len, reverse=True))
    runs = re.findall(rf"(?:(?:{known})(?:; and |; |, and |, | and ))+(?:{known})", paragraph)
    return max((len(re.findall(known, run)) for run in runs), default=0)


def test_no_list_of_more_than_four_names_stands_outside_the_caption_and_the_parties(drafted):
    text = render(drafted[0].document).replace("\u00a0", " ")
    body = text[text.index("NATURE OF THE ACTION") :]
    parties_at, facts_at = body.index("\nPARTIES\n"), body.index("\nFACTUAL ALLEGATIONS\n")
    outside = body[:parties_at] + body[facts_at:]
    long = [(names_in_a_row(one), one[:160]) for one in outside.split("\n") if names_in_a_row(one) > 4]
    assert long == []


def test_groups_are_called_by_their_names(drafted):
    text = render(drafted[0].document).replace("\u00a0", " ")
    assert "Against the Maker Defendants" in text and "the State Subclasses" in text
    assert "Against the Maker and Host Defendants" in text


def test_a_list_of_names_would_be_seen():
    assert names_in_a_row("Abbot, Baird, Castle, Dorsey, and Ellery sue.") == 5


@pytest.mark.parametrize(
    ("against", "called"),
    [
        ("makers", "Against the Maker Defendants\n"),
        ("makers, hosts", "Against the Maker and Host Defendants\n"),
        ("makers, larch", "Against the Maker Defendants and Larch\n"),
        ("mallow, nettle, osier, poplar", "Against the Host Defendants other than Quince\n"),
        ("mallow, nettle", "Against Mallow and Nettle\n"),
        ("makers, sellers, hosts", "Against Defendants\n"),
    ],
)
def test_several_are_called_by_the_shortest_of_groups_exceptions_and_names(against, called, tmp_path):
    path = tmp_path / "matter.yaml"
    only = CLAIMS[: CLAIMS.index("  - id: careless")] + CLAIMS[CLAIMS.index("  - {id: stored") :]
    path.write_text(
        sheet().replace(CLAIMS.strip(), only.replace("against: [hosts]", f"against: [{against}]").strip()),
        encoding="utf-8",
    )
    text = render(assemble(load(path), open_library()).document).replace("\u00a0", " ")
    assert called in text
