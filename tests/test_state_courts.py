"""State courts: the class device, jurisdiction and fictitious names are the State's own, and nothing federal
is left in the pleading.
"""

import re
from pathlib import Path

import pytest
from conftest import SAMPLES_FOLDER
from matters import STATE_COURT
from planted import add, put
from planted.claims import only

from drafter.checks import run_checks
from drafter.compare.courts import changes
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.library.lint.folder import lint
from drafter.library.pages import court_page
from drafter.matter_files.load import load
from drafter.text import render
from drafter.yamltext.rewrite import apply

ROOT = Path(__file__).parent.parent
REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
STATE_COURTS = [court.id for court in open_library().courts() if court.system == "state"]
DOES = add("defendants", {"id": "does", "name": "Does 1 through 10", "kind": "does", "number_of_does": "10"})


def drafted(court, tmp_path=None, *changed, folder=None):
    path = REYES
    if changed:
        path = tmp_path / "matter.yaml"
        path.write_text(apply(REYES.read_text(encoding="utf-8"), changed), encoding="utf-8")
    return assemble(load(path), open_library(folder), court)


def part(text, heading):
    """The part of a draft under `heading`, up to the next heading in capitals."""
    after = text.split(f"\n{heading}\n", 1)[1]
    return re.split(r"\n[A-Z][A-Z ]{6,}\n", after, maxsplit=1)[0]


@pytest.mark.parametrize("court", STATE_COURTS)
def test_nothing_of_federal_procedure_is_pleaded_in_a_state_court(court):
    text = render(drafted(court).document)
    assert not re.search(
        r"Federal Rule|Fed\. R\. Civ|28 U\.S\.C\.|this District|Article III|adequate remedy at law", text
    )


@pytest.mark.parametrize(
    ("court", "device", "typicality"),
    [
        ("calsuperct", "under California Code of Civil Procedure section 382", True),
        ("nysupct", "under Article 9 of the New York Civil Practice Law and Rules", True),
        ("illcirct", "under 735\u00a0ILCS 5/2-801", False),
    ],
)
def test_the_class_section_goes_under_the_states_own_device_and_its_own_requirements(
    court, device, typicality
):
    text = render(drafted(court).document)
    section = part(text, "CLASS ACTION ALLEGATIONS")
    assert device in section and device in text.split("PRAYER FOR RELIEF")[1]
    assert ("Typicality." in section) == typicality
    better = "Appropriateness" if court == "illcirct" else "Superiority"
    assert all(
        f"{name}." in section for name in ("Numerosity", "Commonality", "Adequacy", "Predominance", better)
    )


def test_predominance_is_pleaded_in_new_york_even_where_the_sheet_names_no_type_of_rule_23(tmp_path):
    text = render(drafted("nysupct", tmp_path, put("classes.plus.rule_23b", ["b2"])).document)
    assert "Predominance." in text and "Grounds that apply to the class" not in text


def test_the_ground_of_jurisdiction_is_the_states_constitution():
    assert (
        "article VI, section 10, of the California Constitution. This is an unlimited civil case: the"
        " recovery sought exceeds $35,000" in render(drafted("calsuperct").document)
    )
    assert "article VI, section 9, of the Illinois Constitution" in render(drafted("illcirct").document)


def test_does_have_the_paragraph_of_section_474_in_california_and_not_in_federal_court(tmp_path):
    assert "sued by fictitious names under Code of Civil Procedure section 474" in render(
        drafted("calsuperct", tmp_path, DOES).document
    )
    assert "474" not in render(drafted("ilnd", tmp_path, DOES).document)


def prayer_of(draft):
    return render(draft.document).replace("\u00a0", " ").split("PRAYER FOR RELIEF")[1]


def test_a_new_york_class_asks_for_no_statutory_minimum_and_is_told_so(tmp_path):
    draft = drafted("nysupct", tmp_path, *only("ny-gbl-349", **{"for": ["plus"]}))
    found = [finding for finding in run_checks(draft) if finding.check == "CLM-017"]
    assert [finding.severity.value for finding in found] == [
        "warning"
    ] and "The draft asks for actual damages alone" in found[0].message
    prayer = prayer_of(draft)
    assert (
        "Actual damages under N.Y. Gen. Bus. Law § 349(h)" in prayer
        and "$50" not in prayer
        and "three times" not in prayer
    )
    assert not draft.matter.claims[0].seeks("statutory-damages") and draft.matter.claims[0].seeks(
        "actual-damages"
    )


def test_the_statutory_minimum_of_new_york_is_asked_in_federal_court_and_for_a_plaintiff_alone(tmp_path):
    for draft in (
        drafted("nyed", tmp_path, *only("ny-gbl-349", **{"for": ["plus"]})),
        drafted("nysupct", tmp_path, *only("ny-gbl-349")),
    ):
        assert "The greater of actual damages or $50 for each person" in prayer_of(draft)
        assert not [finding for finding in run_checks(draft) if finding.check == "CLM-017"]


def test_a_class_that_leaves_the_minimum_out_itself_is_told_nothing(tmp_path):
    waived = only("ny-gbl-349", relief=[{"kind": "statutory-damages", "omit": "yes"}], **{"for": ["plus"]})
    assert not [
        finding for finding in run_checks(drafted("nysupct", tmp_path, *waived)) if finding.check == "CLM-017"
    ]


@pytest.mark.parametrize(
    ("court", "number", "county"), [("calsuperct", 58, "Alameda"), ("nysupct", 62, "Kings")]
)
def test_every_county_makes_a_caption_and_a_county_elsewhere_is_found(court, number, county, tmp_path):
    profile = open_library().court(court)
    assert len(set(profile.counties)) == number
    draft = drafted(court, tmp_path, put("court.county", county))
    assert f"COUNTY OF {county.upper()}" in render(draft.document)
    assert not [finding for finding in run_checks(draft) if finding.check == "VEN-006"]
    assert [
        finding
        for finding in run_checks(drafted(court, tmp_path, put("court.county", "Cook")))
        if finding.check == "VEN-006"
    ]


def test_the_caption_of_new_york_has_its_index_number_and_connector():
    text = render(drafted("nysupct").document)
    assert "-against-" in text and "Index No." in text and "et al" not in text


def test_what_changes_is_told_form_and_substance():
    told = "\n".join(changes(drafted("ilnd"), drafted("illcirct")))
    assert (
        "Class device: Federal Rule of Civil Procedure 23 becomes 735 ILCS 5/2-801." in told
        and "Typicality is not pleaded" in told
    )
    assert "no statutory minimum" in "\n".join(changes(drafted("ilnd"), drafted("nysupct")))


@pytest.mark.parametrize("court", [court.id for court in open_library().courts()])
def test_no_page_of_a_court_prints_unread_law_without_its_mark(court):
    profile = open_library().court(court)
    page = court_page(profile)
    laws = (
        [rule.law for rule in profile.rules]
        + [paper.law for paper in profile.companions]
        + [d.law for d in profile.divisions if d.law]
    )
    laws += [
        law
        for law in (profile.caption_law, profile.class_device_law, profile.jurisdiction_law, profile.does_law)
        if law
    ]
    for law in laws:
        if law.status != "text_read":
            lines = [line for line in page.split("\n") if str(law.cite or law.text) in line]
            assert lines and any("UNVERIFIED" in line for line in lines), (court, law)


def venue_findings(draft):
    return [finding for finding in run_checks(draft) if finding.check == "VEN-001"]


@pytest.mark.parametrize(
    ("court", "county", "cite"),
    [
        (
            "calsuperct",
            "the county where the defendants, or some of them, reside",
            "Cal. Code Civ. Proc. § 395(a)",
        ),
        ("nysupct", "the county in which one of the parties resided", "N.Y. CPLR 503(a), (c)"),
        ("illcirct", "the county of residence of any defendant joined in good faith", "735 ILCS 5/2-101"),
    ],
)
def test_a_state_court_is_told_by_its_own_law_where_an_action_is_tried(court, county, cite, tmp_path):
    (found,) = venue_findings(drafted(court, tmp_path, put("venue", None)))
    assert found.message.startswith("Nothing says why venue is proper. A blank stands in the draft: ")
    assert county in found.fix
    cites = [law.cite for law in found.authority]
    assert cite in cites and not any("U.S.C." in each for each in cites)
    assert (
        found.is_hole
        and found.severity.value == "error"
        and county in court_page(open_library().court(court))
    )


@pytest.mark.parametrize(
    ("court", "ground", "known"),
    [
        ("calsuperct", "agreement", False),
        ("calsuperct", "fallback", False),
        ("calsuperct", "events", True),
        ("calsuperct", "county", True),
        ("nysupct", "agreement", True),
        ("nysupct", "fallback", True),
        ("illcirct", "agreement", False),
        ("illcirct", "property", False),
        ("illcirct", "statute", True),
        ("ilnd", "agreement", False),
        ("ilnd", "county", False),
        ("ilnd", "events", True),
    ],
)
def test_a_ground_that_the_venue_law_of_the_court_does_not_have_is_found(court, ground, known, tmp_path):
    venue = put(
        "venue", {"grounds": [ground], "facts": "Larkspur ran the nightly job in Chicago, Cook County"}
    )
    found = venue_findings(drafted(court, tmp_path, venue))
    assert bool(found) != known
    assert all("which the venue law of this court does not have" in one.message for one in found)


def test_an_agreement_alone_is_an_error_in_federal_court_and_beside_events_is_nothing(tmp_path):
    facts = {"facts": "Larkspur ran the nightly job at its offices in Chicago"}
    (found,) = venue_findings(drafted("ilnd", tmp_path, put("venue", {"grounds": ["agreement"], **facts})))
    assert found.severity.value == "error" and "an agreement of the parties" in found.message
    assert any("Atl. Marine" in law.cite for law in found.authority)
    both = put("venue", {"grounds": ["agreement", "events"], **facts})
    assert venue_findings(drafted("ilnd", tmp_path, both)) == []


def test_a_profile_that_holds_no_venue_law_takes_any_ground_and_the_lint_says_so(tmp_path):
    firm = tmp_path / "firm"
    (firm / "courts").mkdir(parents=True)
    (firm / "courts" / "probate.yaml").write_text(STATE_COURT.format(state="CA"), encoding="utf-8")
    venue = put(
        "venue", {"grounds": ["agreement"], "facts": "the parties agreed on Alameda County, California"}
    )
    path = tmp_path / "matter.yaml"
    path.write_text(apply(REYES.read_text(encoding="utf-8"), [venue]), encoding="utf-8")
    assert venue_findings(assemble(load(path), open_library(str(firm)), "probate")) == []
    told = [str(flaw) for flaw in lint(open_library(str(firm)), firm)]
    assert any("Nothing says in which county an action is tried here" in each for each in told)


def test_a_state_court_prints_the_special_statute_of_venue_that_the_sheet_names(tmp_path):
    venue = {
        "grounds": ["statute"],
        "statute": "California Civil Code section 1780(d)",
        "facts": "Okonkwo subscribed to Larkspur Plus in Alameda County, California",
    }
    text = render(drafted("calsuperct", tmp_path, put("venue", venue)).document).replace("\u00a0", " ")
    assert "Venue is proper in this Court under California Civil Code section 1780(d), because" in text


def test_the_example_of_a_court_of_ones_own_is_drafted(tmp_path):
    example = re.search(
        r"```yaml\n# courts/washsuper.yaml\n(.*?)```",
        (ROOT / "docs" / "add-a-court.md").read_text(encoding="utf-8"),
        re.S,
    ).group(1)
    (tmp_path / "courts").mkdir()
    (tmp_path / "courts" / "washsuper.yaml").write_text(example, encoding="utf-8")
    draft = drafted("washsuper", tmp_path, put("court.county", "King"), folder=str(tmp_path))
    text = render(draft.document)
    assert "IN AND FOR THE COUNTY OF KING" in text and "under Washington Superior Court Civil Rule 23" in text
    assert "[the ground of this court’s jurisdiction, and the facts behind it]" in text
    assert {"LAW-002", "LAW-003"} <= {finding.check for finding in run_checks(draft)}


def test_minimal_diversity_reads_well_with_one_defendant_and_with_four(tmp_path):
    assert (
        "Minimal diversity exists: Whitfield is a citizen of California; Larkspur is a citizen of Delaware"
        " and Illinois; and Tallgrass is a citizen of Texas. See 28 U.S.C. § 1332(d)(10)."
        in render(drafted("ilnd").document).replace("\u00a0", " ").replace("*", "")
    )


@pytest.mark.parametrize("court", ["calsuperct", "illcirct", "nysupct"])
def test_a_state_court_prints_the_reasons_of_a_class_that_names_no_type_of_rule_23b(court, tmp_path):
    draft = drafted(
        court, tmp_path, put("classes.plus.rule_23b", []), put("classes.plus-california.rule_23b", [])
    )
    text = render(draft.document)
    assert (
        "One job, one contract and one set of terms decide the case for everyone." in text
        and "No subscriber would sue alone over $12 a month." in text
    )
    assert "why common questions predominate" not in text


def test_the_interview_asks_them_where_the_sheet_is_of_a_state_court(tmp_path):
    from drafter.interview.screens.record import RecordScreen
    from drafter.interview.sitting import Sitting
    from drafter.interview.steps import OpenRecord
    from drafter.interview.tracing import trace
    from drafter.matter_files.editing import EditingSession

    def asked(court):
        path = tmp_path / f"{court}.yaml"
        path.write_text(
            apply(
                REYES.read_text(encoding="utf-8"), (put("court.id", court), put("classes.plus.rule_23b", []))
            ),
            encoding="utf-8",
        )
        keeper = EditingSession.open(path)
        sitting = Sitting(keeper, open_library())
        record = trace(sitting.get, "classes.plus", sitting.forum)[0][-1].record
        found = {each.path for each in RecordScreen(sitting, OpenRecord(record, "classes.plus")).fields()}
        keeper.close()
        return {"classes.plus.predominance", "classes.plus.superiority"} & found

    assert len(asked("illcirct")) == 2 and asked("ilnd") == set()
