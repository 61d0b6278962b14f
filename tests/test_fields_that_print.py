"""Fields that were kept and never printed, each in the place that its help names, once."""

import pytest
from test_truth import drafted, found  # noqa: F401

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
    ({"tolling": TOLLED}, "As to Count II: The parties agreed that time should not run (¶\u00a0"),
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


def test_harm_that_is_told_by_allegations_of_risk_alone_is_a_risk(drafted):  # noqa: F811
    injury = {"id": "fear", "kind": "money", "text": "may pay more", "allegations": ["plus-service"]}
    alone = {
        f"plaintiffs.{own}.experience.injuries": [{**injury, "id": f"fear-{own}"}]
        for own in ("reyes", "whitfield")
    }
    assert not found(drafted("reyes", alone), "STA-003")
    assert found(drafted("reyes", {**alone, "allegations.plus-service.future": "yes"}), "STA-003")
