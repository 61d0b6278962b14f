"""What a finding told wrongly, told twice or did not tell, each over a sheet where it did."""

import pytest
from test_truth import drafted, found  # noqa: F401

from drafter.checks import run_checks
from drafter.facts.values import Unknown
from drafter.text import render


def told(draft, check):
    """The messages of one check."""
    return [one.message for one in found(draft, check)]


@pytest.mark.parametrize(
    "conduct, words",
    [
        ("who were wrongly charged a booking fee", "wrongly"),
        ("who paid a tax that they did not owe", "did not owe"),
        ("who will be harmed by the practice", "will be harmed"),
        ("who were illegally towed", "illegally"),
        ("whose deposits were improperly withheld", "improperly"),
    ],
)
def test_a_class_of_those_on_whom_the_merits_turn_is_a_fail_safe_class(conduct, words, drafted):  # noqa: F811
    draft = drafted("reyes", {"classes.plus.conduct": conduct})
    (one,) = [each for each in found(draft, "CLS-003") if each.where == "classes.plus.conduct"]
    assert f"“{words}”" in one.message and one.severity.value == "warning"


def test_words_of_harm_that_many_definitions_have_are_advice(drafted):  # noqa: F811
    draft = drafted("reyes", {"classes.plus.conduct": "who paid for Larkspur Plus and were damaged thereby"})
    assert [one.severity.value for one in found(draft, "CLS-003")] == ["advice"]


@pytest.mark.parametrize("parts", [["b2"], ["b1a", "b2"]])
def test_damages_for_a_class_without_rule_23_b_3_are_questioned_whatever_stands_beside_b_2(parts, drafted):  # noqa: F811
    draft = drafted("reyes", {"classes.plus.rule_23b": parts})
    assert any("Plus Class is pleaded without Rule 23(b)(3)" in one for one in told(draft, "CLS-013"))


@pytest.mark.parametrize("parts", [["b2", "b3"], ["b1b", "b2"], ["b1a", "b1b"]])
def test_damages_are_not_questioned_where_a_part_of_rule_23_b_carries_them(parts, drafted):  # noqa: F811
    draft = drafted("reyes", {"classes.plus.rule_23b": parts})
    assert not any("Plus Class" in one for one in told(draft, "CLS-013"))


def test_nobody_is_asked_how_to_find_the_members_of_a_class_that_nobody_may_leave(drafted):  # noqa: F811
    asked = {"classes.plus.identification": None, "classes.plus.rule_23b": ["b3"]}
    assert told(drafted("reyes", asked), "CLS-018")
    assert not told(drafted("reyes", {**asked, "classes.plus.rule_23b": ["b2"]}), "CLS-018")
    assert told(drafted("reyes", {**asked, "classes.plus.rule_23b": None}), "CLS-018")


def test_an_inc_and_an_lp_of_one_name_are_two_companies(drafted):  # noqa: F811
    lp = {"id": "larkspur-lp", "kind": "partnership", "name": "Larkspur Messaging LP", "short": "Larkspur LP"}
    assert not told(
        drafted("reyes", {"defendants.larkspur.name": "Larkspur Messaging, Inc.", "+defendants": lp}),
        "DEF-004",
    )
    twin = {**lp, "kind": "corporation", "name": "Larkspur Mesaging Inc"}
    assert told(
        drafted("reyes", {"defendants.larkspur.name": "Larkspur Messaging, Inc.", "+defendants": twin}),
        "DEF-004",
    )


def test_what_ties_an_injury_to_a_defendant_is_asked_in_the_words_of_its_kind(drafted):  # noqa: F811
    def asked(kind):
        loose = [{"id": "loose", "kind": kind, "text": "was held in a cell without water for nine hours"}]
        draft = drafted("reyes", {"plaintiffs.reyes.experience.injuries": loose})
        return next(one.fix for one in found(draft, "STA-002") if "Reyes" in one.message)

    assert "paid" not in asked("physical") and "what was done" in asked("physical")


def test_natural_persons_are_not_asked_for_a_disclosure_statement(drafted):  # noqa: F811
    draft = drafted("reyes", {"filing_package": None})
    (message,) = told(draft, "FORM-018")
    assert "cover sheet" in message and "isclosure" not in message
    assert not told(draft, "FORM-017")


def test_one_paper_does_not_stand_for_all_that_the_court_names(drafted):  # noqa: F811
    ready = [{"kind": "summons", "ready": "yes"}]
    (message,) = told(drafted("reyes", {"filing_package": ready}), "FORM-018")
    assert "cover sheet" in message and "Summons" not in message


@pytest.mark.parametrize(
    "questions, generic",
    [
        (["whether “all day freshness” was true", "whether it was material", "what is owed"], False),
        (["whether the statement was false", "whether it was material", "what is owed"], True),
    ],
)
def test_questions_that_name_the_statement_are_no_generic_ones(questions, generic, drafted):  # noqa: F811
    statement = {
        "id": "label",
        "speaker": "larkspur",
        "words": "All-day freshness, guaranteed",
        "medium": "label",
    }
    draft = drafted("reyes", {"+statements": statement, "classes.plus.common_questions": questions})
    assert any("Plus Class" in one for one in told(draft, "CLS-016")) is generic


def test_a_contract_is_between_its_parties_and_one_who_is_none_is_questioned(drafted):  # noqa: F811
    both = drafted("reyes", {"claims.contract.against": ["larkspur", "tallgrass"]})
    text = render(both.document)
    assert "thereby became a contract between Plaintiffs and Larkspur," in text
    (message,) = told(both, "AGR-006")
    assert "to which Tallgrass is no party" in message
    assert not told(drafted("reyes", {}), "AGR-006")


def test_no_contract_is_pleaded_between_those_who_are_no_parties(drafted):  # noqa: F811
    draft = drafted("reyes", {"claims.contract.against": ["tallgrass"]})
    assert "thereby became a contract" not in render(draft.document)


def test_a_short_name_used_before_its_agreement_is_introduced_is_told(drafted):  # noqa: F811
    early = {"allegations.plus-service.text": "Under the Plus Terms Larkspur keeps each message."}
    assert "“Plus Terms” is used before it is defined." in told(drafted("reyes", early), "DOC-001")


def test_a_plaintiff_who_bought_of_one_maker_and_sues_another_is_told(drafted):  # noqa: F811
    rival = {"id": "vesta", "kind": "corporation", "name": "Vesta Messaging, Inc.", "short": "Vesta"}
    sued = {"+defendants": rival, "claims.sca.against": ["larkspur", "vesta"]}
    messages = told(drafted("reyes", sued), "STA-010")
    assert len(messages) == 2 and all("to Vesta, sued in" in one for one in messages)
    together = {"id": "shared", "actor": "larkspur", "text": "Larkspur handed each message to Vesta."}
    joint = {**sued, "+allegations.1.items": together, "claims.sca.elements.divulged.allegations": ["shared"]}
    assert not told(drafted("reyes", joint), "STA-010")
    assert not told(drafted("reyes", {}), "STA-010"), "Tallgrass had the copies that Larkspur sent"


def test_what_is_not_known_is_one_finding_that_names_what_hangs_on_it(drafted):  # noqa: F811
    path = "plaintiffs.reyes.citizenship"
    draft = drafted(
        "reyes", {path: Unknown("which State"), "counsel.hallam.lawyers.1.email": Unknown("e-mail")}
    )
    (one,) = [each for each in run_checks(draft) if each.where == path]
    assert one.check == "DOC-010" and "(JUR-014)" in one.message
    assert not told(draft, "FORM-007") and any("e-mail" in message for message in told(draft, "DOC-010"))


@pytest.mark.parametrize(
    "path, check",
    [
        ("plaintiffs.reyes.citizenship", "JUR-014"),
        ("counsel.hallam.lawyers.1.email", "FORM-007"),
        ("counsel.hallam.lawyers.1.bar_number", "FORM-008"),
        ("classes.plus.typicality", "CLS-015"),
        ("classes.plus.common_questions", "CLS-015"),
        ("classes.plus.numerosity", "JUR-005"),
        ("classes.plus.superiority", "CLS-017"),
        ("claims.contract.terms", "CLM-014"),
        ("defendants.larkspur.incorporated_in", "JUR-015"),
        ("defendants.larkspur.personal_jurisdiction", "PJ-001"),
    ],
)
def test_what_nobody_asked_for_is_told_once_by_its_check_as_the_hole_that_it_leaves(path, check, drafted):  # noqa: F811
    draft = drafted("reyes", {path: None})
    (one,) = [each for each in run_checks(draft) if each.where == path]
    assert one.check == check and "A blank stands in the draft: " in one.message
    assert one.stands and one.is_hole


def test_a_venue_or_ground_of_jurisdiction_that_nobody_gave_is_told_once(drafted):  # noqa: F811
    draft = drafted("reyes", {"venue": None, "jurisdiction.grounds": None})
    found = run_checks(draft)
    assert [one.check for one in found if one.where == "venue.grounds"] == ["VEN-001"]
    assert [one.check for one in found if one.where == "jurisdiction.grounds"] == ["FORM-001"]
    assert not [one for one in found if one.where == "the template"]


def test_other_words_about_a_text_with_a_blank_in_it_are_told_beside_the_blank(drafted):  # noqa: F811
    path = "allegations.no-notice.text"
    draft = drafted("reyes", {path: "In a blatant breach, Larkspur told no one on [[which day]]."})
    assert [one.check for one in run_checks(draft) if one.where == path] == ["DOC-010", "DOC-014"]


IDLE = {
    "claims.sca.elements.no-exception.allegations": ["plus-promise"],
    "claims.ucl.elements.unfair.allegations": ["vendor-contract"],
    "claims.ucl-tallgrass.elements.unfair.allegations": ["vendor-contract"],
}
RESTING = [
    {"classes.plus.numerosity.allegations": ["no-notice"]},
    {"venue.allegations": ["no-notice"]},
    {"plaintiffs.reyes.experience.allegations": ["no-notice"]},
    {"plaintiffs.reyes.experience.injuries.reyes-paid.allegations": ["no-notice"]},
    {"+tolling": {"kind": "fraudulent-concealment", "claims": ["sca"], "allegations": ["no-notice"]}},
]


@pytest.mark.parametrize("rests", RESTING, ids=lambda rests: next(iter(rests)))
def test_a_fact_on_which_a_class_an_injury_tolling_or_venue_rests_is_no_unused_one(rests, drafted):  # noqa: F811
    assert told(drafted("reyes", IDLE), "CLM-011") == ["No claim uses ¶ 18."]
    assert told(drafted("reyes", {**IDLE, **rests}), "CLM-011") == []
