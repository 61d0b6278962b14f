"""Every federal district court drafts with its own caption, and no rule is shown as settled that was not
read.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import SAMPLES

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.document import plain
from drafter.library import open_library
from drafter.library.pages import court_page
from drafter.matter_files.load import load
from drafter.text import render
from drafter.tree.answers import Change
from drafter.yamltext.rewrite import apply

REYES = next(path for path in SAMPLES if path.stem.startswith("reyes"))
LIBRARY = open_library()
COURTS = LIBRARY.ids("courts", ".yaml")
FORM = ("paper", "font", "spacing", "margins")


def test_there_is_a_profile_of_each_of_the_94_district_courts():
    federal = [court for court in LIBRARY.courts() if court.system == "federal"]
    assert len(federal) == 94 and len({court.district for court in federal}) == 94
    assert len({alias for court in federal for alias in court.aliases}) >= 94


@pytest.mark.sampled(25)
@pytest.mark.parametrize("own", COURTS)
def test_a_court_drafts_with_its_own_caption(own):
    court = LIBRARY.court(own)
    draft = assemble(load(REYES), LIBRARY, own)
    caption = draft.document.caption
    lines = [plain(line) for line in caption.court_lines]
    assert lines[: len(court.caption_lines)] == [
        str(line).replace("{COUNTY}", "COOK") for line in court.caption_lines
    ]
    assert (
        court.system == "state"
        or str(court.district).upper() in " ".join(lines)
        and all(line.strip() not in ("DIVISION", "") for line in lines)
    )
    assert (len(lines) > len(court.caption_lines)) == bool(court.division_line)
    right = [plain(line.content) for line in caption.right]
    apart = str(court.class_legend) == "CLASS ACTION"
    title = (
        str(court.class_legend)
        if court.class_legend_place == "in-title"
        else "COMPLAINT"
        if apart
        else "CLASS ACTION COMPLAINT"
    )
    assert right[0].startswith(str(court.number_label)) and right.count(title) == 1
    assert court.class_legend is None or str(court.class_legend) in right
    text = render(draft.document)
    assert f"\n{court.class_heading}\n" in text and "[[" not in text
    titles = re.findall(r"^[A-Z ]+ALLEGATIONS$", text, re.MULTILINE)
    assert titles.count(str(court.class_heading)) == 1
    found = {finding.check for finding in run_checks(draft)}
    assert ("LAW-002" in found) == (
        not any(rule.topic in FORM and rule.law.status != "recalled" for rule in court.rules)
    )


def test_a_county_picks_the_division_wherever_the_data_knows():
    known = [
        (court, division)
        for court in LIBRARY.courts()
        for division in court.divisions
        if division.counties and division.line
    ]
    assert len(known) > 20
    for court, division in known:
        county = str(division.counties[0])
        text = REYES.read_text(encoding="utf-8").replace("  county: Cook\n", f"  county: {county}\n", 1)
        if court.division_line:
            import tempfile
            from pathlib import Path

            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "matter.yaml"
                path.write_text(text, encoding="utf-8")
                lines = [
                    plain(line)
                    for line in assemble(load(path), LIBRARY, str(court.id)).document.caption.court_lines
                ]
            served = [str(other.line) for other in court.divisions if county in other.counties]
            assert lines[-1] in served, (court.id, county, lines)


@pytest.mark.parametrize("own", COURTS)
def test_a_courts_page_marks_every_rule_that_was_not_read(own):
    court = LIBRARY.court(own)
    page = court_page(court)
    read = [rule for rule in court.rules if rule.law.status != "recalled"]
    assert ("No local rule loaded; standard format used." in page) == (not read)
    assert ("loaded; standard format used." in page) == (not any(rule.topic in FORM for rule in read))
    unread = [rule for rule in court.rules if rule.law.status != "text_read"]
    for rule in court.rules:
        after = page.split(f"{rule.topic}: {rule.text}\n", 1)[1].split("\n", 1)[0]
        assert ("UNVERIFIED" in after) == (rule in unread), (own, rule.topic)


def test_the_paper_follows_the_profile():
    wanted = {
        "cacd": (28, 14),
        "azd": (28, 13),
        "wawd": (25, 12),
        "flnd": (0, 14),
        "flmd": (0, 14),
        "nysd": (0, 12),
    }
    for own, (lines, size) in wanted.items():
        layout = LIBRARY.layout(LIBRARY.court(own))
        assert (layout.lines if layout.paper == "pleading" else 0, layout.size) == (lines, size), own


def test_jurisdiction_comes_first_where_the_court_wants_it():
    text = render(assemble(load(REYES), LIBRARY, "cacd").document)
    assert re.search(r"^1\. This Court has subject-matter jurisdiction", text, re.MULTILINE)


def test_a_state_court_gets_no_federal_law_of_form():
    """Redrafted for a State court, the sheet keeps its facts; what only a federal court wants is gone, and
    what the State's wants is asked for.
    """
    text = render(assemble(load(REYES), LIBRARY, "calsuperct").document).replace("\u00a0", " ")
    assert "COUNTY OF COOK" in text and "FIRST CAUSE OF ACTION" in text and "CLASS ACTION ALLEGATIONS" in text
    for federal in (
        "Federal Rule of Civil Procedure",
        "Fed. R. Civ. P.",
        "28 U.S.C. § 1332",
        "28 U.S.C. § 1391",
        "this District",
        "INADEQUATE REMEDY",
    ):
        assert federal not in text, federal
    assert "article VI, section 10, of the California Constitution" in text
    lines = [
        plain(line.content) for line in assemble(load(REYES), LIBRARY, "calsuperct").document.caption.right
    ]
    assert lines.index("CLASS ACTION") == lines.index("COMPLAINT") - 1


def told(sheet, court):
    from drafter.compare.courts import changes

    return changes(assemble(load(sheet), LIBRARY), assemble(load(sheet), LIBRARY, court))


def test_another_federal_court_changes_the_form_and_not_the_substance():
    lines = told(REYES, "cacd")
    assert (
        "Paper: plain paper becomes pleading paper of 28 lines." in lines
        and "Type: 12 points become 14." in lines
    )
    assert any(
        line.startswith("Court’s title: without “IN THE UNITED STATES DISTRICT COURT”")
        and "CENTRAL DISTRICT OF CALIFORNIA" in line
        for line in lines
    )
    assert (
        any(line.startswith("Order: ") or "JURISDICTION" in line for line in lines)
        and "A Count is called a Claim for Relief." in lines
    )
    assert not any("only a" in line for line in lines)


def test_a_state_court_changes_the_substance_too():
    lines = told(REYES, "calsuperct")
    assert "ucl no longer pleads “inadequate remedy at law”, which only a federal court wants." in lines
    assert "Left out: CLASS ALLEGATIONS; INADEQUATE REMEDY AT LAW." in lines or any(
        "INADEQUATE REMEDY AT LAW" in line and line.startswith("Left out") for line in lines
    )
    assert any(
        line.startswith(
            "Class device: Federal Rule of Civil Procedure 23 becomes California Code of Civil Procedure"
            " section 382"
        )
        for line in lines
    )


def test_the_same_court_changes_nothing():
    assert told(REYES, "ilnd") == []


def test_the_command_says_what_changed(run, tmp_path):
    done = run("draft", shutil.copy(REYES, tmp_path), "--court", "calsuperct")
    assert (
        "Against the draft for ilnd:" in done.stdout
        and "  A Count is called a Cause of Action." in done.stdout.splitlines()
    )


def test_texas_has_a_column_of_section_signs():
    import io
    import zipfile

    from drafter.word import write

    for own, sign in (("txnd", "§"), ("ilnd", ")")):
        data = write(assemble(load(REYES), LIBRARY, own).document)
        body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        assert body.count(f"<w:t>{sign}</w:t>") > 8, own


def jurisdiction_of(tmp_path, *changes):
    path = tmp_path / "matter.yaml"
    path.write_text(apply(REYES.read_text(encoding="utf-8"), changes), encoding="utf-8")
    return render(assemble(load(path), LIBRARY).document).replace("\u00a0", " ")


def test_an_llc_is_a_citizen_of_its_members_states_under_section_1332a_and_of_its_own_under_cafa(tmp_path):
    members = Change(
        "defendants.tallgrass.members",
        "set",
        [{"name": "Ann Moss", "citizenship": "TX"}, {"name": "Tall Holdings, Inc.", "citizenship": "DE"}],
    )
    text = jurisdiction_of(tmp_path, Change("jurisdiction.grounds", "set", ["diversity"]), members)
    assert (
        "Larkspur is a citizen of Delaware and Illinois; and Tallgrass has the citizenship of its members, as"
        " alleged below." in text
    )
    assert (
        "For purposes of 28 U.S.C. § 1332(a) it has the citizenship of its members: Ann Moss is a citizen of"
        " Texas; and Tall Holdings, Inc. is a citizen of Delaware." in text
    )
    assert "1332(d)" not in text
    text = jurisdiction_of(tmp_path, Change("jurisdiction.grounds", "set", ["cafa"]), members)
    assert (
        "and Tallgrass is a citizen of Texas. See 28 U.S.C. § 1332(d)(10)." in text
        and "citizenship of its members" not in text
        and "1332(a)" not in text
    )


def test_members_that_nobody_named_are_a_blank_where_their_citizenship_counts(tmp_path):
    text = jurisdiction_of(tmp_path, Change("jurisdiction.grounds", "set", ["diversity"]))
    assert "it has the citizenship of its members: [each member and its citizenship]." in text


def test_addresses_stand_in_the_caption_or_in_the_first_paragraph_where_the_court_wants_them(tmp_path):
    address = {"street": "1 Main Street", "city": "Evanston", "state": "IL", "zip": "60201"}
    path = tmp_path / "matter.yaml"
    path.write_text(
        apply(REYES.read_text(encoding="utf-8"), [Change("plaintiffs.reyes.address", "set", address)]),
        encoding="utf-8",
    )
    lines = [
        (line.kind, plain(line.content))
        for line in assemble(load(path), LIBRARY, "dcd").document.caption.left
    ]
    assert lines[:3] == [
        ("name", "DANA REYES,"),
        ("address", "1 Main Street"),
        ("address", "Evanston, IL 60201 and"),
    ]
    text = render(assemble(load(path), LIBRARY, "njd").document).replace("\u00a0", " ")
    assert (
        "1. Under L.Civ.R. 10.1(a), the addresses of the parties are: Dana Reyes, 1 Main Street, Evanston, IL"
        " 60201; Owen Whitfield, [street and post-office address];" in text
    )
    assert "1 Main Street" not in render(assemble(load(path), LIBRARY, "ilnd").document), (
        "it prints nowhere else"
    )


@pytest.mark.parametrize(
    ("court", "lines"),
    [
        (
            "azd",
            [
                "Names in the caption stand as they are written.",
                "Semicolons stand between all parties of the caption.",
            ],
        ),
        ("cand", ["The caption lists the claims.", "JURY DEMAND is headed DEMAND FOR JURY TRIAL."]),
        ("wawd", ["CLASS ALLEGATIONS is headed CLASS ACTION ALLEGATIONS."]),
        (
            "dcd",
            [
                "The number is called “Civil Action No.”, not “Case No.”.",
                "The addresses of the parties stand in the caption.",
            ],
        ),
        (
            "nysupct",
            [
                "The number is called “Index No.”, not “Case No.”.",
                "“-against-” stands between the sides, not “v.”.",
            ],
        ),
    ],
)
def test_each_thing_that_another_court_changes_in_the_caption_is_told(court, lines):
    assert set(lines) <= set(told(REYES, court))


def test_a_section_under_another_heading_is_neither_left_out_nor_new():
    for court in COURTS:
        gone = [line for line in told(REYES, court) if line.startswith(("Left out", "New"))]
        assert not any(word in line for line in gone for word in ("CLASS", "JURY", "VENUE")), (court, gone)


def test_an_order_that_changes_is_told_in_full():
    assert any(
        line.startswith("Order: JURISDICTION; VENUE; NATURE OF THE ACTION; PARTIES;")
        for line in told(REYES, "cacd")
    )
    assert "Venue has a heading of its own." in told(REYES, "cacd")


def test_margins_the_titles_line_and_the_papers_due_are_told():
    lines = told(REYES, "cacd")
    assert (
        "Margins: 1 inch at the top, 1.5 inches at the left and 0.5 inches at the right." in lines
        and "The court’s title starts on line 8." in lines
    )
    assert any(
        line.startswith("Due with the complaint there: Civil cover sheet (CV-71), signed;") for line in lines
    )
    away = "No longer due: Appearance form of each attorney; Notification of affiliates, each owner of 5"
    assert f"{away} percent or more." in told(REYES, "flmd") and not any(
        line.startswith("Margins") for line in told(REYES, "flmd")
    )


def test_relief_that_a_court_does_not_give_is_told_claim_by_claim():
    gbl = Path(__file__).parent / "filings" / "gbl-nyed.yaml"
    assert "gbl349 no longer asks for statutory damages." in told(gbl, "nysupct")
    assert not any("asks for" in line and "Now" not in line for line in told(gbl, "nysd"))
