"""Complete diversity is asserted only where the sheet bears it out, whatever else jurisdiction rests on."""

import pytest
from test_truth import drafted, found  # noqa: F401

from drafter.facts.values import Unknown
from drafter.text import render

GROUNDS = {"jurisdiction.grounds": ["federal-question", "supplemental", "cafa", "diversity"]}
OF_TEXAS = [{"name": "Una Prairie", "citizenship": "TX"}]
APART = {
    **GROUNDS,
    "plaintiffs.reyes.citizenship": {"state": "OR"},
    "defendants.tallgrass.members": OF_TEXAS,
}
BLANK = "[how every Plaintiff is a citizen of another State than every Defendant]"


def test_a_plaintiff_and_a_defendant_of_one_state_are_an_error_beside_any_other_ground(drafted):  # noqa: F811
    draft = drafted("reyes", {**APART, "plaintiffs.reyes.citizenship": {"state": "IL"}})
    (told,) = found(draft, "JUR-017")
    assert (
        told.severity.value == "error" and "Reyes and Larkspur are both citizens of Illinois" in told.message
    )
    text = render(draft.document)
    assert "citizens of different States" not in text and BLANK in text


def test_parties_of_different_states_are_said_to_be_so(drafted):  # noqa: F811
    draft = drafted("reyes", APART)
    assert "Plaintiffs and Defendants are citizens of different States" in render(draft.document)
    assert not found(draft, "JUR-017") and not found(draft, "JUR-012")


WANTING = {
    "an entry that is not known": (
        {"defendants.tallgrass.members": [*OF_TEXAS, Unknown("the other investors")]},
        "LLC members not listed for ordinary diversity (JUR-012)",
    ),
    "a member that is itself a company": (
        {"defendants.tallgrass.members": [{"name": "Prairie Holdings LLC", "citizenship": "TX"}]},
        "Prairie Holdings LLC is no corporation either",
    ),
    "a member that is a partnership": (
        {"defendants.tallgrass.members": [*OF_TEXAS, {"name": "Grass Fund II, L.P.", "citizenship": "DE"}]},
        "Grass Fund II, L.P. is no corporation either",
    ),
    "a company that is called a corporation": (
        {"defendants.tallgrass.kind": "corporation", "defendants.tallgrass.members": None},
        "the sheet lists none",
    ),
}


@pytest.mark.parametrize("which", WANTING)
def test_members_that_are_not_all_known_are_an_error_and_no_diversity_is_asserted(which, drafted):  # noqa: F811
    changes, why = WANTING[which]
    draft = drafted("reyes", {**APART, **changes})
    (told,) = found(draft, "JUR-012") or found(draft, "FORM-019")
    assert told.severity.value == "error" and "allgrass" in told.message and why in told.message
    text = render(draft.document)
    assert "citizens of different States" not in text and BLANK in text
    assert "Tallgrass has the citizenship of its members, as alleged below" in text


def test_a_corporation_among_the_members_is_no_company(drafted):  # noqa: F811
    members = [{"name": "LLC Formations, Inc.", "citizenship": "TX"}]
    assert not found(drafted("reyes", {**APART, "defendants.tallgrass.members": members}), "JUR-012")


@pytest.mark.parametrize("party", ["plaintiffs.reyes", "defendants.tallgrass"])
def test_a_citizen_domiciled_abroad_is_of_no_state_and_so_diverse_from_nobody(drafted, party):  # noqa: F811
    person = {"kind": "individual", "name": "Una Prairie"}
    at = dict(APART)
    if party == "defendants.tallgrass":
        at |= {f"{party}.{field}": value for field, value in person.items()} | {f"{party}.members": []}
    at = {**at, f"{party}.citizenship": {"stateless": True}}
    draft = drafted("reyes", at)
    (told,) = found(draft, "JUR-017")
    assert told.severity.value == "error" and "domiciled abroad, and so of no State" in told.message
    text = render(draft.document)
    assert "citizens of different States" not in text and BLANK in text
    assert not found(draft, "JUR-014")


def test_a_plaintiff_domiciled_abroad_gives_no_citizenship_for_minimal_diversity_either(drafted):  # noqa: F811
    abroad = {f"plaintiffs.{own}.citizenship": {"stateless": True} for own in ("reyes", "whitfield")}
    draft = drafted("reyes", {**APART, "jurisdiction.grounds": ["cafa"], **abroad})
    told = found(draft, "JUR-014")
    assert [one.severity.value for one in told] == ["error", "error"]
    assert all("domiciled abroad, and so of no State" in one.message for one in told)
    assert not found(draft, "JUR-017")


ALIEN_PLAINTIFFS = {
    **GROUNDS,
    "plaintiffs.reyes.citizenship": {"country": "Canada"},
    "plaintiffs.whitfield.citizenship": {"country": "France"},
    "defendants.tallgrass.members": OF_TEXAS,
}


def test_citizens_of_foreign_states_against_citizens_of_a_state_are_not_said_to_be_of_different_states(
    drafted,  # noqa: F811
):
    text = render(drafted("reyes", ALIEN_PLAINTIFFS).document).replace("\u00a0", " ")
    assert (
        "under 28 U.S.C. § 1332(a)(2), because Plaintiffs are citizens or subjects of foreign states,"
        " Defendants are citizens of States of the United States," in text
    )
    assert "citizens of different States" not in text and BLANK not in text
    of_one = {**ALIEN_PLAINTIFFS, "plaintiffs.whitfield.citizenship": {"state": "OR"}}
    text = render(drafted("reyes", of_one).document).replace("\u00a0", " ")
    assert (
        "under 28 U.S.C. § 1332(a)(3), because Plaintiffs and Defendants are citizens of different States"
        in text
    )


@pytest.mark.parametrize("member", [{"country": "Germany"}, {"country": "Canada"}])
def test_foreign_citizens_on_both_sides_without_a_state_on_one_are_an_error(drafted, member):  # noqa: F811
    """An Ontarian and a Frenchwoman against a company of one member who is domiciled in Germany."""
    company = [{"name": "Una Prairie", **member}]
    draft = drafted("reyes", {**ALIEN_PLAINTIFFS, "defendants.tallgrass.members": company})
    (told,) = found(draft, "JUR-017")
    assert told.severity.value == "error" and BLANK in render(draft.document)


def test_foreign_citizens_on_both_sides_beside_citizens_of_different_states_are_within_the_paragraph(
    drafted,  # noqa: F811
):
    company = [{"name": "Una Prairie", "country": "Germany"}]
    draft = drafted("reyes", {**APART, "defendants.tallgrass.members": company})
    assert not found(draft, "JUR-017") and "§\u00a01332(a)(3)" in render(draft.document)


def test_a_corporation_with_its_principal_place_of_business_abroad_is_a_citizen_there_too(drafted):  # noqa: F811
    abroad = {"city": "Toronto", "country": "Canada"}
    changes = {**ALIEN_PLAINTIFFS, "defendants.larkspur.principal_place_of_business": abroad}
    (told,) = found(drafted("reyes", changes), "JUR-017")
    assert "Canada" in told.message


CAFA = {"jurisdiction.grounds": ["federal-question", "supplemental", "cafa"]}
ABROAD = {**CAFA, "plaintiffs.reyes.citizenship": {"stateless": True}}
ALL_ABROAD = {**ABROAD, "plaintiffs.whitfield.citizenship": {"stateless": True}}
SUPPLIED = {"jurisdiction.diverse_members": "at least one class member is a citizen of Oregon"}


def test_under_cafa_another_plaintiff_or_member_may_supply_the_diversity(drafted):  # noqa: F811
    assert found(drafted("reyes", ABROAD), "JUR-014") == []
    assert found(drafted("reyes", {**ALL_ABROAD, **SUPPLIED}), "JUR-014") == []
    told = found(drafted("reyes", ALL_ABROAD), "JUR-014")
    assert [one.severity.value for one in told] == ["error", "error"]


def test_under_cafa_a_missing_citizenship_is_told_as_the_hole_that_it_leaves_whoever_supplies_the_diversity(
    drafted,  # noqa: F811
):
    missing = {**CAFA, "plaintiffs.reyes.citizenship": None}
    (told,) = found(drafted("reyes", missing), "JUR-014")
    assert told.is_hole and told.severity.value == "error"
    none = {**missing, "plaintiffs.whitfield.citizenship": None}
    assert {one.severity.value for one in found(drafted("reyes", none), "JUR-014")} == {"error"}


def test_complete_diversity_is_not_supplied_by_a_member_of_the_class(drafted):  # noqa: F811
    both = {**ALL_ABROAD, **SUPPLIED, "jurisdiction.grounds": ["cafa", "diversity"]}
    assert found(drafted("reyes", both), "JUR-017")
