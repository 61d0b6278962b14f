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
    draft = drafted(
        "reyes",
        {**APART, "jurisdiction.grounds": ["cafa"], "plaintiffs.reyes.citizenship": {"stateless": True}},
    )
    (told,) = found(draft, "JUR-014")
    assert "domiciled abroad, and so of no State" in told.message and told.severity.value == "error"
    assert not found(draft, "JUR-017")
