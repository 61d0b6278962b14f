"""Competent complaints, rebuilt as sheets: what the checks say of each is what a careful litigator would say,
and no more.

Each sheet says at its head on what kind of filing it is modelled and what of it was read: a whole complaint,
or nearly, for the claims agent, the subscription and the monopoly; openings and opinions for the rest.
"""

import io
import re
import zipfile
from pathlib import Path

import pytest
from conftest import SAMPLES_FOLDER

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.complaint.passes.number import inlines_of
from drafter.document import Blank, NumberedParagraph
from drafter.facts.values import known
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.word import write

ROOT = Path(__file__).parent.parent
FILINGS = {path.stem: path for path in sorted((Path(__file__).parent / "filings").glob("*.yaml"))}
SHEETS = {**FILINGS, **{path.stem: path for path in sorted(SAMPLES_FOLDER.glob("*.yaml"))}}
LIBRARY = open_library()
MOST_WARNINGS = 7

NO_THREAT = (
    "it asks for an injunction and does not say that a plaintiff is threatened with the same harm again"
    " (TransUnion: standing for each form of relief)"
)
EXPECTED = {
    "antitrust-nyed": {
        "CITE-001": (
            "a statute cited in the sheet’s own words, 15 U.S.C. § 22, that nobody is recorded as having read"
        )
    },
    "bipa-illcirct": {},
    "breach-cand": {
        "CHN-001": "three claims hang on what was inferred from the breach about the safeguards",
    },
    "claims-agent-txwd": {
        "FORM-020": (
            "why the arbitration clause is no bar stands in the sheet and not in the draft, as a complaint"
            " need not answer it"
        ),
        "STA-008": "two subclasses have no representative; the complaint says that they will be added",
        "CLS-004": "it takes in persons whose data were only “reasonably at risk”",
        "CLS-012": "no type of Rule 23(b) is named, for the class or any subclass",
        "CLS-015": "typicality and adequacy are asserted in one sentence, with no reason: blanks",
        "REL-001": (
            "punitive damages on a count of negligence, whose law in the library gives none; the complaint"
            " asked for them under another State’s law"
        ),
        "LIM-002": "it was filed days before two years were out",
        "CLM-025": "six subclasses are defined, and no count is brought for one of them",
        "CITE-001": (
            "a statute cited in the sheet’s own words, 28 U.S.C. § 156(c), that nobody is recorded as having"
            " read"
        ),
    },
    "clra-cacd": {
        "CLM-031": (
            "the parent is sued in fraud on a label that its subsidiary prints; its own advertising stands"
            " behind no count"
        ),
        "CHN-003": (
            "the duty to disclose is left out of the Unfair Competition Law claim, which rests on a statement"
        ),
        "CLS-006": "the nationwide class has one claim, of three years, and a period of four",
        "CLS-011": "California’s law for a nationwide class without a reason (Mazza)",
        "CLM-002": (
            "that damages are not enough is a bare conclusion, which Sonner made a ground of dismissal"
        ),
    },
    "erisa-njd": {
        "STA-004": NO_THREAT + "; one who left the plan cannot ask for its fiduciaries to be removed",
        "CLS-018": "the Third Circuit asks how members are found",
    },
    "gbl-nyed": {
        "CHN-003": "the warranty count leaves out privity and the failure of a remedy, each with its reason",
        "STA-004": NO_THREAT + "; in the Second Circuit a past buyer has no standing for it (Berni)",
    },
    "monopoly-njd": {
        "CHN-003": "specific intent, an element of the attempt, is left out of two counts of monopolization",
        "CITE-001": (
            "a statute cited in the sheet’s own words, 15 U.S.C. § 22, that nobody is recorded as having read"
        ),
    },
    "securities-mad": {},
    "subscription-njd": {
        "STA-004": NO_THREAT + "; both plaintiffs have left the service",
        "CLS-024": "an injunction for a class that is pleaded under Rule 23(b)(3) alone",
        "PJ-003": (
            "a subscriber in Ohio sues Lumora Business, at home in North Carolina, in New Jersey, and no fact"
            " cited for its contacts is one that she sues on (Bristol-Myers)"
        ),
        "CLM-005": (
            "the first count rests on acts, and no statement is named; New Jersey’s Act is pleaded under Rule"
            " 9(b) in federal court, and defendants move on it"
        ),
    },
    "tcpa-flsd": {
        "CLM-026": (
            "it rests on texts, which district courts in the Eleventh Circuit have held since 2025 to be no"
            " telephone calls (Davis v. CVS Pharmacy, El Sayed v. Naturopathica Health)"
        ),
        "CLM-011": (
            "most of its facts are the vendor’s story, tied to no count; in the Eleventh Circuit that is a"
            " mark of a shotgun pleading (Weiland)"
        ),
        "STA-004": NO_THREAT + "; the messages stopped in February 2023",
    },
    "vppa-nysd": {
        "STA-004": NO_THREAT,
        "CLS-024": "an injunction for a class that is pleaded under Rule 23(b)(3) alone",
        "CLM-026": (
            "it was filed in 2023; two years later the Second Circuit shut the door on claims that rest on a"
            " pixel (Solomon, Hughes)"
        ),
    },
    "wage-caed": {
        "CLM-001": (
            "restitution under the Unfair Competition Law in the Ninth Circuit, with no fact on why damages"
            " are not enough (Sonner)"
        ),
        "STA-004": NO_THREAT + "; whether Becerra still works there is not pleaded",
        "CLS-006": "one period of four years, the Unfair Competition Law’s, for claims that have three",
        "CLS-024": "an injunction under the Unfair Competition Law for a class under Rule 23(b)(3) alone",
    },
    "warranty-njd": {
        "CHN-003": "privity is left out of the express warranty, whose maker gave it in writing",
        "JUR-021": (
            "a Magnuson-Moss class of two named plaintiffs: the Third Circuit does not let CAFA stand in for"
            " a hundred (Rowland)"
        ),
        "STA-004": NO_THREAT,
        "CLS-018": "the Third Circuit asks how members are found",
    },
}
"""By filing, the checks that find an error or a warning in it, each with why a litigator would keep it."""
BLANKS = {
    "wage-caed": {"why damages are not enough: no allegation supports this element"},
    "claims-agent-txwd": {
        "Rule 23(b) type",
        "why the plaintiffs’ claims are typical",
        "why the plaintiffs and counsel will protect the class",
    },
}
"""By filing, what is missing in it, as its drafter left it out."""


@pytest.fixture(scope="module", params=sorted(FILINGS))
def filing(request):
    return request.param, assemble(load(FILINGS[request.param]), LIBRARY)


def grave(draft):
    return [finding for finding in run_checks(draft) if finding.severity.value in ("error", "warning")]


def test_a_competent_complaint_is_told_what_a_litigator_would_say_and_no_more(filing):
    name, draft = filing
    assert {finding.check for finding in grave(draft)} == set(EXPECTED[name]), [
        f"{one.check} {one.message}" for one in grave(draft)
    ]


def test_it_has_at_most_a_handful_of_warnings(filing):
    _, draft = filing
    warnings = [f"{one.check} {one.message}" for one in grave(draft) if one.severity.value == "warning"]
    assert len(warnings) <= MOST_WARNINGS, warnings


def test_it_drafts_without_a_blank_beyond_those_its_drafter_left(filing):
    name, draft = filing
    lines = [inlines_of(block) for block in draft.document.body] + [
        line.content for line in (*draft.document.caption.left, *draft.document.caption.right)
    ]
    blanks = {
        inline.label
        for line in lines
        for inline in line
        if isinstance(inline, Blank) and inline.path != "posture.case_number"
    }
    assert blanks - {"date"} == BLANKS.get(name, set())


def test_it_has_the_proportions_of_a_complaint(filing):
    name, draft = filing
    own, paragraphs = (
        len(draft.matter.allegations),
        sum(isinstance(block, NumberedParagraph) for block in draft.document.body),
    )
    assert own >= 30 and 50 <= paragraphs <= 160, (own, paragraphs)
    assert re.match(
        r"# Modelled on .*filed in", " ".join(FILINGS[name].read_text(encoding="utf-8").split("\n")[:3])
    )
    assert "Names and particulars are invented" in FILINGS[name].read_text(
        encoding="utf-8"
    ) and "# Read for it: " in FILINGS[name].read_text(encoding="utf-8")


def test_the_filings_are_of_many_kinds_and_courts():
    drafts = [assemble(load(path), LIBRARY) for path in FILINGS.values()]
    assert len(drafts) >= 8 and len({draft.matter.profile.id for draft in drafts}) >= 8
    assert len({next(iter(draft.matter.theories.values()))[0].id for draft in drafts}) >= 8
    assert {
        party.kind
        for draft in drafts
        for party in (*draft.matter.raw.plaintiffs, *draft.matter.raw.defendants)
    } >= {"individual", "organization", "corporation", "llc", "association", "does"}


def test_every_count_but_the_eleventh_circuits_takes_up_all_before_it_without_a_warning(filing):
    """As 26 counts of 26 in filed securities complaints do; it is a shotgun pleading in the Eleventh Circuit
    alone. The counts against the claims agent take up nothing in words.
    """
    name, draft = filing
    if draft.matter.profile.circuit != "11" and name != "claims-agent-txwd":
        assert all(claim.incorporates == "all-above" for claim in draft.matter.raw.claims)
    assert "CLM-008" not in {finding.check for finding in grave(draft)}


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_nothing_of_the_findings_is_in_the_draft(name):
    draft = assemble(load(SHEETS[name]), LIBRARY)
    findings, text = run_checks(draft), " ".join(render(draft.document).split())
    assert findings
    for finding in findings:
        told = [
            finding.message,
            finding.fix,
            *(str(each) for each in finding.authority if "unverified" in str(each)),
        ]
        assert not any(words and " ".join(words.split()) in text for words in told), finding
        assert finding.check not in text
    assert "unverified" not in text.lower() and "drafter edit" not in text
    why = [str(known(one.why)) for one in draft.matter.raw.accepted_findings]
    assert not any(words in text for words in why)


@pytest.mark.parametrize("name", ["securities-mad", "de-la-torre-v-linkedin"])
def test_nothing_of_the_findings_is_in_any_part_of_the_word_file(name):
    draft = assemble(load(SHEETS[name]), LIBRARY)
    with zipfile.ZipFile(io.BytesIO(write(draft.document))) as package:
        assert not any("comment" in part for part in package.namelist())
        whole = " ".join(
            re.sub(r"<[^>]+>", "", package.read(part).decode("utf-8"))
            for part in package.namelist()
            if part.endswith((".xml", ".rels"))
        )
    assert not [
        finding for finding in run_checks(draft) if finding.check in whole or finding.message in whole
    ]


def test_the_same_counts_are_shotgun_pleadings_in_the_eleventh_circuit():
    found = run_checks(assemble(load(FILINGS["securities-mad"]), LIBRARY, "flsd"))
    assert [finding.severity.value for finding in found if finding.check == "CLM-008"] == ["error"]


def test_every_expectation_has_its_reason():
    assert set(EXPECTED) == set(FILINGS)
    assert all(len(why) > 20 for own in EXPECTED.values() for why in own.values())


def drafted(name):
    return render(assemble(load(FILINGS[name]), LIBRARY).document)


def test_terms_that_no_paragraph_defines_are_defined_once_before_the_facts():
    text = drafted("claims-agent-txwd")
    assert (
        text.index("DEFINITIONS")
        < text.index("“Orbex Portal” means the portal")
        < text.index("FACTUAL ALLEGATIONS")
        and text.count("“Orbex Portal” means") == 1
    )


def test_a_term_that_a_paragraph_defines_has_no_second_definition(tmp_path):
    sheet = (
        FILINGS["claims-agent-txwd"]
        .read_text(encoding="utf-8")
        .replace(
            "the Orbex Portal repeatedly malfunctioned",
            "the portal for claims (the “Orbex Portal”) repeatedly malfunctioned",
        )
    )
    (tmp_path / "sheet.yaml").write_text(sheet, encoding="utf-8")
    text = render(assemble(load(tmp_path / "sheet.yaml"), LIBRARY).document)
    assert "“Orbex Portal” means" not in text and "“Pelham Site” means" in text


def test_free_sections_with_one_place_stand_in_the_order_of_the_sheet():
    text = drafted("claims-agent-txwd")
    assert text.index("CHOICE OF LAW\n") < text.index("ARBITRATION AND CLASS-ACTION WAIVER\n")


def test_a_former_name_prints_in_caption_and_parties():
    text = drafted("claims-agent-txwd")
    assert (
        "PELHAM CLAIMS ADMINISTRATION LLC, f/k/a Docket Point LLC" in text
        and "Defendant Pelham Claims Administration LLC, f/k/a Docket Point LLC, is a limited" in text
    )


def test_a_group_with_a_bare_name_is_called_by_it():
    text = drafted("subscription-njd")
    assert (
        "are together “Lumora.”" in text
        and "Lumora did not disclose that" in text
        and "the Lumora " not in text
    )
    assert "are together the “Norrland Defendants.”" in drafted("antitrust-nyed")


def test_what_a_class_lacks_is_asked_for_at_its_field():
    found = {
        finding.where
        for finding in run_checks(assemble(load(FILINGS["claims-agent-txwd"]), LIBRARY))
        if finding.is_hole
    }
    assert found == {"classes.global.rule_23b", "classes.global.typicality", "classes.global.adequacy"}


def test_a_bankrupts_agent_in_texas_may_sue_before_the_notice_has_run_where_the_time_to_sue_ends_first(
    tmp_path,
):
    """Tex. Bus. & Com. Code § 17.505(b): and where it does not, the suit is abated, and not lost."""
    assert "PRE-011" not in {
        finding.check for finding in run_checks(assemble(load(FILINGS["claims-agent-txwd"]), LIBRARY))
    }
    later = (
        FILINGS["claims-agent-txwd"]
        .read_text(encoding="utf-8")
        .replace("discovered: 2024-06-20", "discovered: 2025-06-20")
    )
    (tmp_path / "sheet.yaml").write_text(later, encoding="utf-8")
    found = [
        finding
        for finding in run_checks(assemble(load(tmp_path / "sheet.yaml"), LIBRARY))
        if finding.check == "PRE-011"
    ]
    assert [finding.severity.value for finding in found] == ["warning"] and "stay of the suit" in found[0].fix


def test_conduct_that_goes_on_is_not_called_time_barred_by_the_last_dated_act(tmp_path):
    """The sheet dates five acts of many, the last in 2023; the plaintiff bought in October 2023. Without the
    day of the purchase, what is said is advice.
    """
    sheet = FILINGS["monopoly-njd"].read_text(encoding="utf-8")
    assert "LIM-001" not in {
        finding.check for finding in run_checks(assemble(load(FILINGS["monopoly-njd"]), LIBRARY))
    }
    (tmp_path / "sheet.yaml").write_text(
        sheet.replace("{id: bought, date: 2023-10, ", "{id: bought, "), encoding="utf-8"
    )
    found = [
        finding
        for finding in run_checks(assemble(load(tmp_path / "sheet.yaml"), LIBRARY))
        if finding.check == "LIM-001"
    ]
    assert (
        len(found) == 4
        and {finding.severity.value for finding in found} == {"advice"}
        and "the last act alleged" in found[0].message
    )


def test_monopolization_and_an_attempt_at_it_are_told_apart():
    """A count without specific intent is for monopolization; one with it is for an attempt, and says
    dangerous probability and not power.
    """
    counts = re.split(r"\nCOUNT [IV]+\n", drafted("monopoly-njd"))[1:]
    assert [
        (
            "power to control prices" in one,
            "dangerous probability of achieving" in one,
            "predatory or anticompetitive" in one,
        )
        for one in counts
    ] == [(True, False, False), (False, True, True)] * 2


def test_relief_that_a_count_adds_is_sought_in_the_count_and_in_the_prayer():
    count, prayer = drafted("claims-agent-txwd").split("PRAYER FOR RELIEF")
    assert (
        "On this claim Plaintiff also seeks punitive damages for gross negligence." in count
        and "Punitive damages for gross negligence, on Count\u00a0IV" in prayer
    )
