"""Claims written once: what several share stands in one place, and one entry becomes a count for each State's
subclass.
"""

import copy

import pytest
import yaml
from conftest import SAMPLES_FOLDER

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.errors import SheetError
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render as as_text

BASE = yaml.load((SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
STATES = ["AL", "AK", "AZ", "CO", "FL", "GA", "IL", "MA", "NJ", "NY", "TX", "WA"]
ENTRY = """
- id: harm
  theories: [negligence]
  each: subclasses
  for: [plus]
  elements:
    duty: {allegations: [nightly-copies], application: Larkspur took the messages in.}
    breach: {allegations: [nightly-copies], application: Larkspur gave them away.}
    causation: {allegations: [nightly-copies], application: They were read for that reason.}
    harm: {allegations: [nightly-copies], application: Each of them lost privacy.}
"""


def matter(claims=ENTRY, states=tuple(STATES), **more):
    """The sample with a subclass for each of `states`, and these claims."""
    sheet = copy.deepcopy({name: value for name, value in BASE.items() if name != "notices"})
    plus = sheet["classes"][0]
    sheet["classes"] = [plus] + [
        {
            "id": f"sub-{state.lower()}",
            "name": f"{state} Subclass",
            "subclass_of": "plus",
            "members": "persons",
            "conduct": "who paid Larkspur",
            "states": [state],
            "unrepresented": "one is being looked for",
        }
        for state in states
    ]
    for plaintiff in sheet["plaintiffs"]:
        plaintiff["represents"] = ["plus"]
    sheet["claims"] = yaml.load(claims, yaml.BaseLoader)
    sheet["relief"] = {"injunction": "requiring the deletion of every copy"}
    sheet["nature"] = ["Larkspur sold private messaging."]
    return {**sheet, **more}


def drafted(tmp_path, sheet):
    path = tmp_path / "matter.yaml"
    path.write_text(yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return assemble(load(path), open_library())


def counts(draft):
    return {view.id: view for view in draft.matter.claims}


def test_one_entry_is_a_count_for_each_states_subclass_under_its_law(tmp_path):
    draft = drafted(tmp_path, matter())
    text = as_text(draft.document)
    made = counts(draft)
    assert list(made) == [f"harm@{state}" for state in STATES] and len(ENTRY.splitlines()) <= 25
    assert all(
        view.raw.law == [own[-2:]] and view.raw.for_ == [f"sub-{own[-2:].lower()}"]
        for own, view in made.items()
    )
    assert "COUNT XI\nNegligence\n(Under Texas Law)\nOn Behalf of Plaintiffs and the TX Subclass" in text
    assert "on Counts\u00a0I–XII, each for the subclass of its State" in text
    assert "[#" not in text
    assert "are together the “State Subclasses”." in text
    assert "An order certifying the State Subclasses under" in text


def test_what_an_entry_of_one_state_says_stands_over_the_rest_and_renames_no_other(tmp_path):
    own = ENTRY + "- {id: harm@TX, harm: In Texas it was worse.}\n"
    draft = drafted(tmp_path, matter(own))
    text = as_text(draft.document)
    assert text.count("In Texas it was worse.") == 1
    assert list(counts(draft)) == [f"harm@{state}" for state in STATES]
    fewer = drafted(tmp_path, matter(own, states=("GA", "TX")))
    assert list(counts(fewer)) == ["harm@GA", "harm@TX"]
    found = [one.where for one in run_checks(fewer) if one.check == "LAW-005"]
    assert found == ["claims.harm@GA.theories"], "Georgia’s law of negligence was not read, that of Texas was"


def test_what_names_an_entry_names_its_counts_and_within_a_count_that_of_its_own_state(tmp_path):
    more = (
        "- {id: kept, theories: [unjust-enrichment], like: harm, alternative_to: [harm],"
        " elements: {benefit: {allegations: [nightly-copies]}}}\n"
    )
    draft = drafted(tmp_path, matter(ENTRY + more, states=("NY", "TX")))
    made = counts(draft)
    assert list(made) == ["harm@NY", "harm@TX", "kept@NY", "kept@TX"]
    assert made["kept@TX"].raw.alternative_to == ["harm@TX"]
    assert "(In the alternative to Count\u00a0II)" in as_text(draft.document)


def test_claims_take_over_what_a_pattern_and_one_another_say(tmp_path):
    claims = """
- {id: one, theories: [negligence], like: shared, law: [TX]}
- {id: two, like: one, law: [NY], harm: They lost more there.}
"""
    duty = {"allegations": ["nightly-copies"], "application": "Larkspur took them in."}
    pattern = {
        "id": "shared",
        "against": ["larkspur"],
        "for": ["plus"],
        "harm": "They lost privacy.",
        "elements": {"duty": duty},
    }
    draft = drafted(tmp_path, matter(claims, states=(), claim_patterns=[pattern]))
    made, text = counts(draft), as_text(draft.document)
    assert made["two"].raw.against == ["larkspur"] and made["two"].raw.theories == ["negligence"]
    assert text.count("Larkspur took them in") == 2
    assert text.count("They lost privacy.") == 1 and text.count("They lost more there.") == 1


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ("- {id: one, theories: [negligence], like: nothing}", "like: “nothing” is no claim and no pattern"),
        (
            "- {id: one, theories: [negligence], like: two}\n- {id: two, theories: [negligence], like: one}",
            "circle",
        ),
        (
            "- {id: one, theories: [negligence], law: [TX]}\n- {id: one@TX, harm: More.}",
            "that no entry makes",
        ),
        (
            "- {id: one, theories: [negligence], each: subclasses, for: [plus]}",
            "no class that it is brought for",
        ),
        ("- {id: one@XX, theories: [negligence]}", "that no entry makes"),
    ],
)
def test_what_cannot_be_taken_over_is_told_with_its_line(claims, told, tmp_path):
    with pytest.raises(SheetError) as refused:
        drafted(tmp_path, matter(claims, states=()))
    assert told in str(refused.value) and "matter.yaml:" in str(refused.value)


def test_a_wrong_value_in_a_shared_entry_is_told_where_it_stands(tmp_path):
    with pytest.raises(SheetError) as refused:
        drafted(tmp_path, matter(ENTRY.replace("for: [plus]", "for: [plus]\n  accrued: someday")))
    assert "accrued" in str(refused.value) and ":0:" not in str(refused.value)


def test_a_class_that_nobody_represents_yet_on_purpose_is_a_warning_and_else_a_blank(tmp_path):
    draft = drafted(tmp_path, matter(states=("TX",)))
    (said,) = [one for one in run_checks(draft) if one.check == "STA-008"]
    assert said.severity.value == "warning" and "one is being looked for" in said.message
    sheet = matter(states=("TX",))
    del sheet["classes"][1]["unrepresented"]
    bare = drafted(tmp_path, sheet)
    assert "[representative of the TX Subclass]" in as_text(bare.document)
    assert "error" in {one.severity.value for one in run_checks(bare) if one.check == "STA-008"}


def test_an_element_that_no_count_of_an_entry_has_is_refused(tmp_path):
    with pytest.raises(SheetError, match="“dutty” is not an element"):
        drafted(tmp_path, matter(ENTRY.replace("    duty:", "    dutty:"), states=("TX",)))
