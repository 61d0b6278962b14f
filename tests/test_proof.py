"""What says nothing, or names nothing, proves nothing: texts, sources, witnesses counsel never met."""

import pytest
from test_truth import SAMPLES, blanks, drafted, found, printed  # noqa: F401

from drafter.checks import run_checks
from drafter.checks.links import grade_of
from drafter.facts.values import Unknown, Without

COPIES = "allegations.nightly-copies"
NAMELESS = {
    "a kind alone": {"kind": "document"},
    "a note alone": {"kind": "document", "note": "ask Hallam"},
    "no document": {"kind": "document", "document": Without("not found yet")},
    "a question mark": {"kind": "document", "document": "?"},
    "unknown, as a word": {"kind": "document", "document": "unknown"},
    "a blank": {"kind": "document", "document": "[[which]]"},
    "TBD": {"kind": "public-record", "document": "TBD"},
    "a pin that is not known": {"kind": "document", "pin": Unknown("page")},
    "one of two plaintiffs": {"kind": "plaintiff"},
    "no witness": {"kind": "witness", "who": Without("left the company")},
    "an expert to come": {"kind": "expert", "who": "to be retained"},
    "an inference from nothing known": {"kind": "inference", "from": [Unknown("which facts")]},
    "an unnamed witness in confidence": {"kind": "confidential-witness", "who": "?"},
    "an investigation of who knows what": {"kind": "investigation", "document": "?"},
}


@pytest.mark.parametrize("which", NAMELESS)
def test_a_source_that_names_nothing_proves_nothing(which, drafted):  # noqa: F811
    draft = drafted("reyes", {f"{COPIES}.source": NAMELESS[which]})
    assert grade_of(draft.matter.allegations["nightly-copies"]) == "none"
    told = [one.message for one in found(draft, "CLM-001")]
    assert any("Contract): nothing that is known supports “breach”" in one for one in told), told
    assert any("¶ 17: its source" in one for one in told)


NAMED = {
    "a paper": {"kind": "document", "document": "unsigned memorandum of May 3, 2024"},
    "a page": {"kind": "document", "url": "https://larkspur.example/plus"},
    "counsel’s own investigation": {"kind": "investigation"},
    "both": {"kind": "plaintiff", "who": "both Plaintiffs"},
    "an expert": {"kind": "expert", "who": "Dr. Nora Which"},
    "an inference": {"kind": "inference", "from": ["vendor-contract"]},
}


@pytest.mark.parametrize("which", NAMED)
def test_a_source_that_names_a_paper_a_person_or_a_fact_is_graded(which, drafted):  # noqa: F811
    draft = drafted("reyes", {f"{COPIES}.source": NAMED[which]})
    assert grade_of(draft.matter.allegations["nightly-copies"]) == NAMED[which]["kind"]


def test_the_plaintiff_as_source_is_the_sole_plaintiff_or_the_one_the_allegation_concerns(drafted):  # noqa: F811
    draft = drafted("reyes", {"allegations.reyes-messages.source": {"kind": "plaintiff"}})
    assert grade_of(draft.matter.allegations["reyes-messages"]) == "plaintiff"
    alone = drafted("mireles", {})
    own = next(one.id for one in alone.matter.allegations.values() if one.source.kind == "plaintiff")
    draft = drafted("mireles", {f"allegations.{own}.source": {"kind": "plaintiff"}})
    assert grade_of(draft.matter.allegations[own]) == "plaintiff"
    unknown = {"kind": "plaintiff", "who": Unknown("which of them")}
    draft = drafted("mireles", {f"allegations.{own}.source": unknown})
    assert grade_of(draft.matter.allegations[own]) == "none"


EMPTY = {
    "a question mark": "?",
    "a word for it": "TBD",
    "one blank": "[[what happened]]",
    "a quotation of blanks": "> [[the words of the witness]]",
    "sub-paragraphs of blanks": "[[opening]]\n\na. [[first]]\nb. [[second]]",
    "a sentence of blanks": "On [[date]], [[who]] [[did what]].",
    "a name among blanks": "In [[month]] 2024, Larkspur [[did what]].",
}


@pytest.mark.parametrize("which", EMPTY)
def test_a_text_that_says_nothing_supports_no_element(which, drafted):  # noqa: F811
    draft = drafted("reyes", {f"{COPIES}.text": EMPTY[which]})
    assert grade_of(draft.matter.allegations["nightly-copies"]) == "none"
    told = [one.message for one in found(draft, "CLM-001")]
    assert any("¶ 17: what it says is not known" in one for one in told)
    assert [one for one in run_checks(draft) if one.where == f"{COPIES}.text" and one.is_hole and one.stands]


@pytest.mark.parametrize(
    "text",
    [
        "> They copied it every night.",
        "It burned.",
        "Larkspur copied [[how many]] messages.",
        "The job took:\n\na. texts; and\nb. [[what else]].",
    ],
)
def test_words_anywhere_in_a_text_say_something(text, drafted):  # noqa: F811
    draft = drafted("reyes", {f"{COPIES}.text": text})
    assert grade_of(draft.matter.allegations["nightly-copies"]) == "confidential-witness"


def test_an_application_that_says_nothing_is_a_blank(drafted):  # noqa: F811
    path = "claims.contract.elements.breach.application"
    draft = drafted("reyes", {path: "?"})
    assert any(one.where == path for one in found(draft, "DOC-010"))
    assert "? (" not in printed(draft)


@pytest.mark.parametrize(
    "field, value, told",
    [
        (
            "interviewed_by",
            "Otto Brand, an investigator",
            "Otto Brand, an investigator interviewed, who is not",
        ),
    ],
)
def test_a_confidential_witness_whom_counsel_did_not_meet_on_a_known_day_is_an_error(
    field,
    value,
    told,
    drafted,  # noqa: F811
):
    (one,) = found(drafted("reyes", {f"{COPIES}.source.{field}": value}), "CHN-002")
    assert one.severity.value == "error" and told in one.message and one.where.endswith(field)


def test_an_interview_whose_day_is_asked_and_not_known_is_one_error_that_names_what_hangs_on_it(drafted):  # noqa: F811
    path = f"{COPIES}.source.interviewed_on"
    draft = drafted("reyes", {path: Unknown("autumn")})
    (one,) = [each for each in found(draft, "FORM-019") if each.where == path]
    assert one.stands and "(CHN-002)" in one.message and not found(draft, "CHN-002")


# --- one table of what counts as proof


def test_the_table_of_proof_has_each_grade_in_its_order_and_says_what_is_weak():
    from drafter.checks.links import GRADES, WEAK
    from drafter.library import open_library
    from drafter.library.proof import PROOF, Proof

    grades = open_library().own_file(PROOF, Proof).grades
    assert tuple(str(one.grade) for one in grades) == GRADES
    assert tuple(str(one.grade) for one in grades if one.weak) == WEAK
    assert all(one.rule11 and one.pslra for one in grades)


def test_the_chain_says_what_each_grade_in_it_is_worth(run):
    told = run("chain", SAMPLES["securities-mad"]).stdout
    assert "WHAT COUNTS AS PROOF, strongest first" in told
    assert "document: a document that the firm has read. Rule 11: evidentiary support. PSLRA: a fact" in told
    plain = run("chain", SAMPLES["de"]).stdout
    assert "press: what the press reports. Rule 11: a reason to look, and no proof." in plain
    assert "PSLRA" not in plain and "expert:" not in plain
