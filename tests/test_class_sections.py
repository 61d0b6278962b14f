"""What a court's rule wants among the class allegations stands there, or stands there as a blank."""

from __future__ import annotations

import re

import pytest
from conftest import SAMPLES_FOLDER
from planted import put

from drafter.checks import run_checks
from drafter.compare.courts import changes
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.library.pages import court_page
from drafter.matter_files.load import load
from drafter.text import render
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
LISTED = ("wawd", "paed", "flsd", "gand", "ksd", "ord", "caed", "flmd", "calsuperct", "nysupct", "illcirct")
ITEMS = {
    "the size of the class": "The Plus Class has at least 210,000 members, too many to join",
    "its definition": "The “Plus Class”: All persons in the United States who subscribed to Larkspur Plus",
    "the ground of adequacy": (
        "Adequacy. Plaintiffs have no interest against the class, and have retained counsel who have tried"
        " class cases."
    ),
    "the common questions": "(a) whether Larkspur sent Tallgrass the text of Plus subscribers’ messages;",
    "predominance": "Predominance. One job, one contract and one set of terms decide the case for everyone.",
    "superiority": "Superiority. No subscriber would sue alone over $12 a month.",
}


def section(court, tmp_path=None, *changed):
    """The class allegations of the draft for `court`, on one line, under the heading that the court's profile
    gives them.
    """
    path = REYES
    if changed:
        path = tmp_path / "matter.yaml"
        path.write_text(apply(REYES.read_text(encoding="utf-8"), changed), encoding="utf-8")
    text = render(assemble(load(path), LIBRARY, court).document)
    after = text.split(f"\n{LIBRARY.court(court).class_heading}\n", 1)[1]
    return re.sub(r"\s+", " ", re.split(r"\n(?:COUNT|FIRST)\b", after, maxsplit=1)[0].replace("\u00a0", " "))


@pytest.mark.sampled(20)
@pytest.mark.parametrize("court", LISTED)
@pytest.mark.parametrize("item", ITEMS)
def test_each_item_stands_in_the_section(court, item):
    wanted = (
        ITEMS[item].replace("Superiority", "Appropriateness") if court == "illcirct" else ITEMS[item]
    )  # 735 ILCS 5/2-801(4) asks for an appropriate method
    assert wanted in section(court)


@pytest.mark.parametrize("court", LISTED)
def test_a_heading_that_the_courts_rule_quotes_is_the_sections(court):
    profile = LIBRARY.court(court)
    quoted = [
        found
        for rule in profile.rules
        if rule.topic == "class-section"
        for found in re.findall(r"headed “(.*?)”", str(rule.text))
    ]
    assert all(str(profile.class_heading) == each.upper() for each in quoted)


@pytest.mark.parametrize("court", [court for court in LISTED if LIBRARY.court(court).system == "federal"])
def test_the_parts_of_rule_23_relied_on_are_named(court, tmp_path):
    assert "under Federal Rule of Civil Procedure 23(a), (b)(2), and (b)(3) on behalf of" in section(court)
    several = section(court, tmp_path, put("classes.plus.rule_23b", ["b1a", "b2", "b3"]))
    assert "23(a), (b)(1)(A), (b)(2), and (b)(3)" in several


@pytest.mark.parametrize("court", LISTED)
def test_what_the_sheet_does_not_say_is_a_blank_in_the_section(court, tmp_path):
    gone = [
        put(f"classes.plus.{field}", {})
        for field in ("numerosity", "adequacy", "predominance", "superiority")
    ]
    text = section(court, tmp_path, *gone, put("classes.plus.common_questions", []))
    for blank in (
        "number of members and how it is known",
        "why the plaintiffs and counsel will protect the class",
        "questions a jury could answer about this case",
        "why common questions predominate",
        "why a class action is the better way",
    ):
        assert f"[{blank}]" in text, blank


OF_CALIFORNIA = {
    "ascertainability": (
        "Ascertainability",
        "by what objective facts members are told, and how they can be named",
    ),
    "substantial_benefit": ("Substantial benefit", "what litigants and court gain from one action"),
}
REASON = "Larkspur’s billing records name every subscriber, and one trial serves them all."


@pytest.mark.parametrize("field", OF_CALIFORNIA)
def test_californias_class_pleads_what_case_law_adds_and_asserts_nothing_the_sheet_does_not_say(
    field, tmp_path
):
    heading, blank = OF_CALIFORNIA[field]
    path = f"classes.plus.{field}"
    assert f"{heading}. {REASON}" in section("calsuperct", tmp_path, put(path, {"text": REASON}))
    assert f"{heading}. [{blank}]" in section("calsuperct")
    told = [
        finding
        for finding in run_checks(assemble(load(REYES), LIBRARY, "calsuperct"))
        if path in finding.where
    ]
    assert [(finding.check, finding.where) for finding in told] == [("DOC-010", path)]


@pytest.mark.parametrize("field", OF_CALIFORNIA)
@pytest.mark.parametrize(("court", "prints"), [("nysupct", True), ("illcirct", True), ("ilnd", False)])
def test_what_is_said_of_them_prints_in_another_states_court_and_is_not_asked_there(
    field, court, prints, tmp_path
):
    heading, _ = OF_CALIFORNIA[field]
    assert f"{heading}." not in section(court)
    said = section(court, tmp_path, put(f"classes.plus.{field}", {"text": REASON}))
    assert (f"{heading}. {REASON}" in said) == prints


def test_another_court_that_wants_more_of_a_class_is_told():
    before, after = (assemble(load(REYES), LIBRARY, court) for court in ("ilnd", "calsuperct"))
    told = "\n".join(changes(before, after))
    assert "also plead ascertainability and substantial benefit, as this court’s class device wants" in told
    assert "ascertainability" not in "\n".join(changes(after, before))


def test_facts_of_each_type_of_rule_23b_stand_in_the_section(tmp_path):
    types, open_, risk = (
        put("classes.plus.rule_23b", ["b1a", "b2"]),
        put("classes.plus.common_grounds", None),
        put(
            "classes.plus.separate_actions",
            {"text": "Two courts could tell Larkspur to keep the copies and to destroy them."},
        ),
    )
    text = section("gand", tmp_path, types, open_, risk)
    assert (
        "Risk of separate actions. Two courts could tell Larkspur to keep the copies and to destroy them."
        in text
    )
    assert (
        "Grounds that apply to the class. [how the defendant acted on grounds that apply to the whole class]"
        in text
    )
    assert "Risk of separate actions. [what separate actions would risk]" in section("gand", tmp_path, types)
    assert "Risk of separate actions" not in section("gand")


def test_northern_georgia_has_the_amount_computed_among_the_class_allegations_and_nowhere_else(tmp_path):
    computed = (
        "At $1,000 for each of 210,000 subscribers under 18 U.S.C. § 2707(c), the amount in controversy is"
        " $210,000,000"
    )
    assert f"Amount in controversy. {computed}" in section("gand")
    assert render(assemble(load(REYES), LIBRARY, "gand").document).replace("\u00a0", " ").count(computed) == 1
    assert computed not in section("ilnd") and computed in render(
        assemble(load(REYES), LIBRARY, "ilnd").document
    ).replace("\u00a0", " ")
    own = (
        "On Count I, 18 U.S.C. § 2707(c) allows $1,000 for each person, which for at least 210,000 members of"
        " the Plus Class comes to $210,000,000. At least $210,000,000 is therefore in controversy"
    )
    assert f"Amount in controversy. {own}" in section("gand", tmp_path, put("jurisdiction.amount", {}))
    assert "Amount in controversy. [how the jurisdictional amount is computed]" in section(
        "gand", tmp_path, put("jurisdiction.amount", {}), put("classes.plus.numerosity", None)
    )
    assert "Amount in controversy" not in section(
        "gand", tmp_path, put("jurisdiction.grounds", ["federal-question"])
    )


@pytest.mark.parametrize("court", ["cacd", "nvd", "caed"])
def test_the_first_paragraph_gives_the_ground_of_jurisdiction_and_venue_has_its_own_heading(court):
    text = render(assemble(load(REYES), LIBRARY, court).document).replace("\u00a0", " ")
    first, venue = text.split("\nJURISDICTION\n", 1)[1].split("\nVENUE\n", 1)
    assert first.lstrip().startswith("1. This Court has subject-matter jurisdiction under 28 U.S.C. § 1331")
    assert (
        "Venue is proper" not in first
        and "Venue is proper in this District" in venue.split("\nNATURE OF THE ACTION\n", 1)[0]
    )


@pytest.mark.parametrize(
    ("county", "division", "heading"),
    [
        ("Alameda", "San Francisco", "SAN FRANCISCO DIVISION"),
        ("Santa Clara", "San Jose", "SAN JOSE DIVISION"),
    ],
)
def test_northern_california_assigns_by_the_county_of_the_events(county, division, heading, tmp_path):
    path = tmp_path / "matter.yaml"
    path.write_text(apply(REYES.read_text(encoding="utf-8"), [put("court.county", county)]), encoding="utf-8")
    text = render(assemble(load(path), LIBRARY, "cand").document).replace("\u00a0", " ")
    assert heading in text and "\nDIVISIONAL ASSIGNMENT\n" in text
    assert (
        f"Under Civil L.R. 3-2(c), assignment to the {division} Division is proper, because a substantial"
        f" part of the events that give rise to the claims occurred in {county} County"
        in re.sub(r"\s+", " ", text)
    )


def test_a_division_that_does_not_serve_the_county_is_found(tmp_path):
    path = tmp_path / "matter.yaml"
    path.write_text(
        apply(
            REYES.read_text(encoding="utf-8"),
            [put("court.county", "Alameda"), put("court.division", "San Jose")],
        ),
        encoding="utf-8",
    )
    found = [
        finding for finding in run_checks(assemble(load(path), LIBRARY, "cand")) if finding.check == "VEN-006"
    ]
    assert [finding.message for finding in found] == [
        "Alameda County is served by San Francisco and Oakland, not by San Jose."
    ]


@pytest.mark.parametrize("court", [str(court.id) for court in LIBRARY.courts()])
def test_a_courts_page_prints_how_a_complaint_is_amended_and_what_is_due_with_it(court):
    page = court_page(LIBRARY.court(court))
    form, due = page.split("\nFORM\n", 1)[1].split("\nDUE WITH THE COMPLAINT\n", 1)
    assert "  amendment: " in form and len(due.strip().splitlines()) >= 2


def test_a_courts_page_tells_what_the_draft_does_apart_from_the_rules():
    page = court_page(LIBRARY.court("nysupct"))
    assert "AS DRAFTED (only what stands under a rule above is a rule)" in page
    assert (
        "The number is called “Index No.”; “-against-” stands between the sides; a claim is called a Cause of"
        " Action; the caption does not list the claims." in page
    )
