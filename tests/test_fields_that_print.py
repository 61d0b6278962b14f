"""Fields that were kept and never printed, each in the place that its help names, once."""

import pytest
from test_truth import drafted, found  # noqa: F401

from drafter.errors import DrafterError
from drafter.text import render

AMENDED = {"kind": "amended", "which": "First"}
DERIVATIVE = {
    "id": "company",
    "name": "Company",
    "device": "derivative",
    "members": "the company",
    "demand": "A demand on the board was refused on May 2, 2025.",
}
GUARDED = {
    "plaintiffs.reyes.kind": "minor",
    "plaintiffs.reyes.guardian": {
        "name": "Ana Reyes",
        "appointed": "The Circuit Court of Cook County appointed her on May 2, 2025.",
    },
}
TOLLED = [
    {
        "kind": "other",
        "text": "The parties agreed that time should not run.",
        "claims": ["contract"],
        "allegations": ["plus-service"],
    }
]
AGREED = "agreements.plus-terms"
PRINTED = [
    (
        {"posture": {**AMENDED, "footing": "as-of-course"}},
        "This amended complaint is filed as of course under Federal Rule of Civil Procedure 15(a)(1).",
    ),
    (
        {
            "posture": {
                **AMENDED,
                "footing": "leave-of-court",
                "footing_detail": "The Court gave leave on May 2, 2025 (Dkt. 31).",
            }
        },
        "is filed with leave of court under Federal Rule of Civil Procedure 15(a)(2). The Court gave leave on"
        " May\u00a02, 2025 (Dkt.\u00a031).",
    ),
    (
        {"posture": {"kind": "short-form", "master_complaint": "the Master Complaint (Dkt. 120)"}},
        "Plaintiffs adopt and incorporate by reference the Master Complaint (Dkt.\u00a0120)",
    ),
    (GUARDED, "The Circuit Court of Cook County appointed her on May\u00a02, 2025."),
    (
        {
            "plaintiffs.reyes.kind": "organization",
            "plaintiffs.reyes.entity": "a nonprofit corporation",
            "plaintiffs.reyes.standing_as_entity": "It sues for its members.",
        },
        "It sues for its members.",
    ),
    ({"plaintiffs.reyes.citizenship": {"state": "IL", "stateless": "yes"}}, "domiciled abroad, and so of no"),
    (
        {"plaintiffs.reyes.experience.omission_reliance": "Reyes would have read it on the screen."},
        "Reyes would have read it on the screen.",
    ),
    ({}, "Plaintiff Reyes paid $12 per month for Larkspur Plus, for personal use."),
    ({}, "and did not receive that, a loss of $324 (¶\u00a019)."),
    (
        {"plaintiffs.reyes.experience.allegations": ["plus-service"]},
        "More of what happened to Plaintiff Reyes is alleged in ¶\u00a0",
    ),
    ({f"{AGREED}.performance": "Both paid each month."}, "Both paid each month."),
    ({f"{AGREED}.conditions": "No condition stood in the way."}, "No condition stood in the way."),
    ({f"{AGREED}.damages": "Each lost what was paid."}, "Each lost what was paid."),
    ({f"{AGREED}.kind": "oral"}, "an oral agreement."),
    ({"tolling": TOLLED}, "As to Count\u00a0II: The parties agreed that time should not run (¶\u00a0"),
    ({"relief.special_damages": ["$120 for a freeze", "$40 for copies"]}, "special damages are:"),
    (
        {
            "relief.further": [
                {"kind": "other", "text": "An account of what was paid", "amount": "480", "claims": ["ucl"]}
            ]
        },
        "An account of what was paid, in the amount of $480",
    ),
    (
        {"claims.ucl.inadequate_remedy": "Money will not stop the copying."},
        "Money will not stop the copying.",
    ),
    ({"+classes": DERIVATIVE}, "A demand on the board was refused on May\u00a02, 2025."),
    (
        {"defendants.larkspur.registered_name": "Larkspur Holdings 2, Inc."},
        "(registered as Larkspur Holdings",
    ),
    ({"defendants.larkspur.parent_of": ["tallgrass"]}, "Larkspur is the parent of Tallgrass."),
    ({"counsel.hallam.represents": ["reyes"]}, "Attorneys for Plaintiff Reyes"),
    (
        {"+counsel": {"id": "rowe", "firm": "Rowe LLP", "class_counsel": "no"}},
        "appointing Hallam & Ito LLP as class counsel",
    ),
    ({"counsel.hallam.class_counsel": "no"}, "and appointing Plaintiffs as class representatives;"),
]


@pytest.mark.parametrize(("changes", "said"), PRINTED, ids=[said[:40] for _, said in PRINTED])
def test_a_field_that_never_printed_prints_where_its_help_says(changes, said, drafted):  # noqa: F811
    assert render(drafted("reyes", changes).document).count(said) == 1


def test_a_dispute_that_a_declaration_would_settle_opens_its_element(drafted):  # noqa: F811
    text = render(drafted("claims-agent-txwd", {}).document)
    assert text.count("Pelham still administers these estates and still gives notice by email alone.") == 1


def test_a_subsidiary_that_the_business_names_is_not_told_twice(drafted):  # noqa: F811
    text = render(drafted("clra-cacd", {}).document)
    assert "Crestline owns Tidewell" in text and "is the parent of" not in text


def test_a_sum_that_the_harm_names_is_not_told_twice(drafted):  # noqa: F811
    injury = {"id": "fee", "kind": "money", "text": "paid $324 for nothing", "amount": "324"}
    text = render(drafted("reyes", {"plaintiffs.reyes.experience.injuries": [injury]}).document)
    assert "paid $324 for nothing." in text and "a loss of $324" not in text


def test_paragraphs_are_not_cited_behind_what_they_show_where_the_matter_cites_none(drafted):  # noqa: F811
    text = render(drafted("reyes", {"style.citations": "off"}).document)
    assert "a loss of $324." in text


def test_the_exhibits_that_are_attached_stand_in_an_index_behind_the_signature(drafted):  # noqa: F811
    text = render(
        drafted(
            "reyes",
            {
                "exhibits.vendor-agreement.author": "Tallgrass",
                "exhibits.vendor-agreement.language": "German",
                "exhibits.vendor-agreement.sealed": "yes",
            },
        ).document
    )
    index = text.split("INDEX OF EXHIBITS")[1]
    assert text.index("Respectfully submitted") < text.index("INDEX OF EXHIBITS")
    assert "A | Larkspur Plus Terms in Force" in index
    assert "by Tallgrass, February\u00a012, 2024 (in German) (filed under seal)" in index


def test_an_exhibit_that_only_typed_words_name_stands_in_the_index_too(drafted):  # noqa: F811
    index = render(drafted("okafor", {}).document).split("INDEX OF EXHIBITS")[1]
    rows = [line.partition(" | ")[::2] for line in index.splitlines() if " | " in line]
    assert [name for name, _ in rows] == ["Exhibit", "A", "B", "C"]
    assert "Consents to Join" in dict(rows)["B"]


def test_harm_that_is_told_by_allegations_of_risk_alone_is_a_risk(drafted):  # noqa: F811
    injury = {"id": "fear", "kind": "money", "text": "may pay more", "allegations": ["plus-service"]}
    alone = {
        f"plaintiffs.{own}.experience.injuries": [{**injury, "id": f"fear-{own}"}]
        for own in ("reyes", "whitfield")
    }
    assert not found(drafted("reyes", alone), "STA-003")
    assert found(drafted("reyes", {**alone, "allegations.plus-service.future": "yes"}), "STA-003")


def test_the_web_address_of_a_source_is_a_footnote_behind_what_rests_on_it(drafted):  # noqa: F811
    source = {
        "kind": "document",
        "document": "Larkspur’s help page",
        "pin": "p. 2",
        "url": "https://larkspur.example/help",
        "visited": "2026-09-01",
        "archived": "https://archive.example/1",
    }
    draft = drafted("reyes", {"allegations.plus-service.source": source})
    text = render(draft.document)
    assert "and a backup copy for a year after that.[1]" in text
    assert text.endswith(
        "[1] Larkspur’s help page, p. 2, https://larkspur.example/help (last visited"
        " September\u00a01, 2026), archived at https://archive.example/1.\n"
    )
    assert not found(draft, "DOC-017")


def test_a_web_address_that_the_paragraph_names_itself_is_not_told_again(drafted):  # noqa: F811
    source = {"kind": "document", "document": "the page", "url": "https://larkspur.example/help"}
    said = {"allegations.plus-service.text": "It says so at https://larkspur.example/help today."}
    assert not drafted("reyes", {"allegations.plus-service.source": source, **said}).document.footnotes


@pytest.mark.parametrize(("attached", "notes"), [("yes", 0), ("no", 1)])
def test_an_exhibit_on_the_web_has_its_address_in_the_index_or_in_one_footnote(attached, notes, drafted):  # noqa: F811
    page = {"url": "https://larkspur.example/terms", "visited": "2026-09-01", "attached": attached}
    changes = {f"exhibits.plus-terms-exhibit.{name}": value for name, value in page.items()}
    document = drafted("reyes", {**changes, "exhibits.plus-terms-exhibit.label": None}).document
    assert len(document.footnotes) == notes
    assert render(document).count("https://larkspur.example/terms (last visited September\u00a01, 2026)") == 1


def test_the_versions_of_an_agreement_stand_with_their_days(drafted):  # noqa: F811
    version = {"id": "one", "title": "First Terms", "from": "2022-01-01", "through": "2023-12-31"}
    text = render(drafted("reyes", {f"{AGREED}.versions": [version]}).document)
    assert "Of the Plus Terms this version was in force: First Terms, from January\u00a01, 2022, to" in text


def test_a_class_of_citizens_says_so(drafted):  # noqa: F811
    text = render(drafted("reyes", {"classes.plus-california.citizens_only": "yes"}).document)
    assert "who are citizens of California and who resided in California" in text


def test_a_pseudonym_prints_with_its_leave(drafted):  # noqa: F811
    hidden = {"kind": "pseudonym", "pseudonym_leave": "A motion for leave is filed with this complaint."}
    text = render(
        drafted("reyes", {f"plaintiffs.reyes.{name}": one for name, one in hidden.items()}).document
    )
    assert text.count("A motion for leave is filed with this complaint.") == 1


def test_a_related_case_is_told_with_all_that_the_sheet_has_of_it(drafted):  # noqa: F811
    case = {
        "id": "poe",
        "caption": "Poe v. Larkspur",
        "number": "1:25-cv-01000",
        "court": "N.D. Ill.",
        "filed": "2025-01-10",
        "status": "Pending.",
        "relation": "Same events.",
        "class_action": "yes",
    }
    (hit,) = found(drafted("reyes", {"related_cases": [case]}), "LOC-002")
    assert hit.message == (
        "Poe v. Larkspur, No. 1:25-cv-01000 (N.D. Ill., filed January\u00a010, 2025), a class action, looks"
        " related, and no notice of it is prepared. Same events. Pending."
    )


@pytest.mark.parametrize("court", ["", "cand", "calsuperct", "nysd"])
def test_the_title_of_the_pleading_is_the_one_that_the_sheet_gives(court, drafted):  # noqa: F811
    title = "Class Action Complaint for Injunctive and Declaratory Relief"
    document = drafted("reyes", {"posture.title": title}, court).document
    text = render(document)
    assert document.meta.footer_title == title.upper()
    assert text.count(title.upper()) == 1 and "\nCLASS ACTION COMPLAINT\n" not in text


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("yes", "Plaintiffs demand a trial by jury on all issues so triable."),
        ("all issues so triable.", "Plaintiffs demand a trial by jury on all issues so triable."),
        ("Counts I and II", "Plaintiffs demand a trial by jury on Counts I and II."),
        (
            "Pursuant to Rule 38, Plaintiffs hereby demand a jury of twelve.",
            "Pursuant to Rule 38, Plaintiffs hereby demand a jury of twelve.",
        ),
    ],
)
def test_a_jury_demand_typed_as_words_prints_as_typed(said, printed, drafted):  # noqa: F811
    draft = drafted("reyes", {"jury_demand": said})
    lines = render(draft.document).replace("\u00a0", " ").split("\n")
    assert printed in lines and not found(draft, "FORM-010")


@pytest.mark.parametrize("said", ["No jury is demanded.", "none", "not now"])
def test_words_that_decline_a_jury_are_no_demand(said, drafted):  # noqa: F811
    with pytest.raises(DrafterError, match="neither yes nor no"):
        drafted("reyes", {"jury_demand": said})


def test_a_consolidated_action_says_what_the_paper_relates_to_without_an_mdl(drafted):  # noqa: F811
    text = render(
        drafted("reyes", {"posture": {"kind": "consolidated", "relates_to": "ALL ACTIONS"}}).document
    )
    assert text.count("This document relates to: ALL ACTIONS") == 1
    assert "CONSOLIDATED CLASS ACTION COMPLAINT" in text


@pytest.mark.parametrize("which", ["First", "1", "FIRST"])
def test_an_amended_complaint_says_which(which, drafted):  # noqa: F811
    text = render(drafted("reyes", {"posture": {"kind": "amended", "which": which}}).document)
    assert "FIRST AMENDED CLASS ACTION COMPLAINT" in text and "1 AMENDED" not in text


def test_the_caption_names_a_related_case_where_the_sheet_wants_it(drafted):  # noqa: F811
    case = {"id": "poe", "number": "1:25-cv-01000"}
    text = render(drafted("reyes", {"related_cases": [case]}).document)
    assert "1:25-cv-01000" not in text
    text = render(drafted("reyes", {"related_cases": [{**case, "in_caption": "yes"}]}).document)
    assert "Related to Case No. 1:25-cv-01000" in text.replace("\u00a0", " ")
