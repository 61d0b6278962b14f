"""Who sues, who is sued and under what law is never taken as “all” or “none” where it is not known."""

import pytest
from test_truth import drafted, found  # noqa: F401

from drafter.checks import run_checks as findings
from drafter.checks.links import grade_of
from drafter.facts.values import Unknown
from drafter.text import render

TALLGRASS = "claims.ucl-tallgrass"
LISTS = {
    "claims.sca.against": ("Against [whom]", "Against Defendants"),
    "claims.ucl.by": (
        "On Behalf of [whom] and the California Subclass",
        "On Behalf of Plaintiffs and the Cal",
    ),
    "claims.ucl.for": ("Plaintiff Whitfield and [whom] Against", "On Behalf of Plaintiff Whitfield Against"),
    "claims.ucl.predicates": ("unlawful, because of [whom].", "The practices were unlawful. "),
    f"{TALLGRASS}.relief.2.against": ("California Subclass, against [whom];", "nobody"),
    f"{TALLGRASS}.relief.2.classes": ("on Count\u00a0IV, for [whom], against Tallgrass;", "nobody"),
    "claims.contract.law": ("(Under [whom])", "(Under California Law)"),
}


@pytest.mark.parametrize("path", LISTS)
def test_an_unknown_list_of_a_claim_is_a_blank_and_one_error_and_never_all_or_none(path, drafted):  # noqa: F811
    there, gone = LISTS[path]
    before = {(one.check, one.message) for one in findings(drafted("reyes", {}))}
    draft = drafted("reyes", {path: [Unknown("whom")]})
    text = render(draft.document)
    assert there in text and gone not in text
    new = [one for one in findings(draft) if (one.check, one.message) not in before]
    assert [(one.severity.value, one.where) for one in new if one.severity.value == "error"] == [
        ("error", path)
    ]


def test_known_defendants_stand_beside_the_blank_for_the_others(drafted):  # noqa: F811
    draft = drafted("reyes", {"claims.sca.against": ["larkspur", Unknown("who else")]})
    assert "Against Larkspur and [who else]" in render(draft.document)


def test_a_theory_that_is_not_known_is_a_blank_beside_the_others(drafted):  # noqa: F811
    draft = drafted("reyes", {"claims.contract.theories": ["ca-breach-contract", Unknown("which other")]})
    assert "California law; [which other]" in render(draft.document)
    assert any(one.where == "claims.contract.theories" for one in found(draft, "DOC-010"))


def test_a_claim_whose_only_theory_is_not_known_is_drafted_with_a_blank_and_an_error(run, tmp_path):
    from test_truth import SAMPLES

    text = SAMPLES["reyes"].read_text(encoding="utf-8")
    path = tmp_path / "m.yaml"
    path.write_text(text.replace("theories: [ca-breach-contract]", "theories: [{unknown: which}]"), "utf-8")
    done = run("draft", path)
    assert done.returncode == 1 and "1 error (DOC-010)" in done.stdout
    assert "[which]" in run("draft", path, "--text").stdout


def test_an_agreement_sued_on_that_is_not_known_is_a_blank_and_an_error(drafted):  # noqa: F811
    draft = drafted("reyes", {"claims.contract.agreement": Unknown("which version")})
    assert "Section 4.1 of the [which version] promises" in render(draft.document)
    assert "thereby became a contract" not in render(draft.document)
    (told,) = [one for one in findings(draft) if one.where == "claims.contract.agreement"]
    assert told.severity.value == "error"


def test_a_jury_demand_that_is_not_known_is_a_blank_and_an_error_and_no_waiver(drafted):  # noqa: F811
    draft = drafted("reyes", {"jury_demand": Unknown("ask the client")})
    assert "JURY DEMAND" in render(draft.document) and "[ask the client]" in render(draft.document)
    told = [(one.check, one.severity.value) for one in findings(draft) if one.where == "jury_demand"]
    assert told == [("DOC-010", "error")]


def test_what_no_blank_shows_and_decides_who_is_sued_is_an_error_of_its_own(drafted):  # noqa: F811
    draft = drafted("reyes", {"claims.sca.predicates": [Unknown("which claim")]})
    (told,) = found(draft, "FORM-019")
    assert told.severity.value == "error" and told.where == "claims.sca.predicates"


def test_an_allegation_whose_basis_is_not_known_opens_with_a_blank_and_rises_in_no_grade(drafted):  # noqa: F811
    path = "allegations.nightly-copies.basis"
    draft = drafted("reyes", {f"{path}.kind": Unknown("on what basis")})
    assert grade_of(draft.matter.allegations["nightly-copies"]) == "inference"
    assert any(one.where == path for one in found(draft, "DOC-010")) and "[on what basis], " in render(
        draft.document
    )


@pytest.mark.parametrize(
    "path, told",
    {
        "plaintiffs.reyes.experience.injuries.reyes-paid.kind": "plaintiffs.reyes.experience.injuries",
        "plaintiffs.reyes.experience.assents.1.agreement": "plaintiffs.reyes.experience.assents",
        "defendants.larkspur.personal_jurisdiction.1.kind": "defendants.larkspur.personal_jurisdiction",
    }.items(),
)
def test_an_entry_of_which_it_is_not_known_what_it_is_counts_as_nothing_and_is_told(path, told, drafted):  # noqa: F811
    draft = drafted("reyes", {path: Unknown("what it is")})
    (one,) = [
        each for each in findings(draft) if each.where == told and each.check in ("FORM-019", "DOC-010")
    ]
    assert one.stands


def test_one_unknown_theory_of_several_leaves_the_elements_of_the_others(drafted):  # noqa: F811
    draft = drafted("reyes", {"claims.ucl.theories.1": Unknown("which")})
    assert any(one.where == "claims.ucl.theories" for one in findings(draft))


def test_an_answer_to_a_cause_of_its_own_that_is_not_known_is_told(drafted):  # noqa: F811
    path = "claims.sca.answers.no-service-exception"
    assert any(one.where == path for one in found(drafted("reyes", {path: Unknown("ask")}), "FORM-019"))


@pytest.mark.parametrize(
    "path, there, gone",
    [
        (
            "defendants.larkspur.kind",
            "Inc. is [what it is], organized under the laws of",
            "corporation with its",
        ),
        ("plaintiffs.reyes.kind", "Reyes is [what it is], and resides in", "Dana Reyes resides in"),
    ],
)
def test_a_kind_of_party_that_is_not_known_is_a_blank_and_one_error(path, there, gone, drafted):  # noqa: F811
    draft = drafted("reyes", {path: Unknown("what it is")})
    text = render(draft.document)
    assert (
        there in text and gone not in text[text.index("PARTIES") : text.index("FACTUAL")].split("\n\n12")[0]
    )
    (one,) = [each for each in findings(draft) if each.where == path]
    assert one.check == "FORM-019" and one.is_hole and "as if it were" in one.message
