"""What is not known is a blank and proves nothing; what is given prints, or a finding says that it does
not.
"""

import json
import shutil
from pathlib import Path

import pytest
from conftest import SAMPLE, SAMPLES_FOLDER

from drafter.checks import run_checks as findings
from drafter.checks.links import chain, grade_of
from drafter.complaint import assemble
from drafter.complaint.passes.number import inlines_of
from drafter.document import Blank, Run
from drafter.facts.values import Unknown, Without
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.tree.answers import Change
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
SAMPLES = {path.stem.split("-")[0]: path for path in sorted(SAMPLES_FOLDER.glob("*.yaml"))}
SAMPLES |= {path.stem: path for path in sorted((Path(__file__).parent / "filings").glob("*.yaml"))}


@pytest.fixture
def drafted(tmp_path):
    """The draft of a sample with fields set, by path; one whose name begins with + is added to its list."""

    def made(name, changes, court=""):
        path = tmp_path / f"{name}.yaml"
        told = [
            Change(at.removeprefix("+"), "add" if at.startswith("+") else "set", value)
            for at, value in changes.items()
        ]
        path.write_text(apply(SAMPLES[name].read_text(encoding="utf-8"), told), encoding="utf-8")
        return assemble(load(path), LIBRARY, court)

    return made


def inlines(draft):
    document = draft.document
    lines = [line.content for line in (*document.caption.left, *document.caption.right)]
    return [inline for content in (*lines, *map(inlines_of, document.body)) for inline in content]


def blanks(draft):
    return {inline.label for inline in inlines(draft) if isinstance(inline, Blank)}


def printed(draft):
    """What stands in the draft as words, and not as a blank."""
    return " ".join(inline.text for inline in inlines(draft) if isinstance(inline, Run))


def found(draft, check):
    return [one for one in findings(draft) if one.check == check]


# --- what is not known is a blank, in lists too
# ------------------------------------------------------------------------------------------


LISTED = {
    "defendants.northgate.formerly": "an earlier name",
    "defendants.northgate.doing_business_as": "a name on the signs",
    "classes.patients.exclusions": "whom to keep out",
    "classes.patients.common_questions": "what is common to all",
}


@pytest.mark.parametrize("path", LISTED)
def test_an_unknown_in_a_list_is_a_highlighted_blank_and_never_a_fact(path, drafted):
    own = drafted("mireles", {}).matter.raw.classes[0].id
    draft = drafted("mireles", {path.replace("patients", str(own)): Unknown(LISTED[path])})
    assert LISTED[path] in blanks(draft) and LISTED[path] not in printed(draft)
    assert any(LISTED[path] in one.message for one in found(draft, "DOC-010"))


def test_an_unknown_among_the_entries_of_a_list_leaves_the_others_standing(drafted):
    draft = drafted(
        "mireles",
        {"defendants.northgate.formerly": ["Northgate Smiles, Inc.", Unknown("the name before 2015")]},
    )
    assert "f/k/a Northgate Smiles, Inc., f/k/a [the name before 2015]" in render(draft.document)


def test_none_in_a_list_means_that_there_is_none(drafted):
    draft = drafted("mireles", {"defendants.northgate.formerly": Without("it was never renamed")})
    assert "never renamed" not in render(draft.document) and "f/k/a" not in render(draft.document)


def test_an_unknown_that_no_blank_shows_is_told_in_one_finding_with_its_path(drafted):
    draft = drafted(
        "mireles",
        {
            "classes.patients.states": Unknown("which States"),
            "plaintiffs.mireles.experience.data_types": Unknown("what was taken"),
        },
    )
    (told,) = found(draft, "FORM-019")
    assert told.stands, "what is not known keeps the complaint from being ready"
    assert (
        "plaintiffs.mireles.experience.data_types" in told.message
        and "which States (classes.patients.states)" in told.message
    )


def test_a_notice_of_unknown_date_is_not_pleaded_as_given(drafted):
    notice = drafted("okafor", {}).matter.raw.notices[0]
    draft = drafted("okafor", {f"notices.{notice.id}.sent": Unknown("whether it was sent")})
    paragraph = next(
        block for block in draft.document.body if getattr(block, "label", "") == f"notice.{notice.id}"
    )
    said = "".join(inline.text for inline in inlines_of(paragraph) if isinstance(inline, Run))
    assert "gave notice" not in said and any("whether it was sent" in label for label in blanks(draft))
    assert any("whether it was sent" in one.message for one in found(draft, "DOC-010"))


@pytest.mark.parametrize("command", ["draft", "check", "chain"])
def test_a_citizenship_that_is_unknown_stops_no_command(command, run, tmp_path):
    path = tmp_path / "m.yaml"
    path.write_text(
        apply(
            SAMPLES["mireles"].read_text(encoding="utf-8"),
            [Change("plaintiffs.mireles.citizenship", "set", Unknown("State"))],
        ),
        encoding="utf-8",
    )
    done = run(command, path)
    assert done.returncode in (0, 1), done.stderr


def test_an_unknown_common_question_is_not_counted_as_one(drafted):
    group = drafted("reyes", {}).matter.raw.classes[0]
    draft = drafted(
        "reyes",
        {
            f"classes.{group.id}.common_questions": [
                "whether Larkspur sent the copies",
                Unknown("a second"),
                Unknown("a third"),
                "[[a fourth]]",
            ]
        },
    )
    assert any("(CLS-016)" in one.message for one in found(draft, "DOC-010"))


def test_two_classes_whose_definition_is_unknown_are_not_the_same_people(drafted):
    unknown = {
        "name": "One",
        "members": Unknown("who"),
        "conduct": Unknown("what they did"),
        "period": {"from": "2024-01-01", "through": "2024-06-30"},
    }
    draft = drafted(
        "mireles",
        {
            "classes": [{"id": "one", **unknown}, {"id": "two", **unknown, "name": "Two"}],
            "claims": [{"id": "sole", "theories": ["ca-negligence"], "for": ["one"]}],
            "plaintiffs.mireles.represents": ["one"],
        },
    )
    assert found(draft, "CLS-020") == []
    known = {**unknown, "members": "patients", "conduct": "who were written to"}
    draft = drafted(
        "mireles",
        {
            "classes": [{"id": "one", **known}, {"id": "two", **known, "name": "Two"}],
            "claims": [{"id": "sole", "theories": ["ca-negligence"], "for": ["one"]}],
            "plaintiffs.mireles.represents": ["one"],
        },
    )
    assert found(draft, "CLS-020")


EVERYWHERE = {
    "plaintiffs.mireles.residence": "where she lives",
    "plaintiffs.mireles.pronouns": "how she is spoken of",
    "plaintiffs.mireles.experience": "her story",
    "defendants.northgate.principal_place_of_business": "its headquarters",
    "defendants.northgate.kind": "what it is",
    "allegations": None,
    "claims.cmia.relief": "what else is asked",
    "jury_demand": "whether a jury is wanted",
}


@pytest.mark.parametrize("path", [path for path, note in EVERYWHERE.items() if note])
def test_an_unknown_loads_where_the_model_has_a_record_a_choice_or_a_list(path, drafted):
    draft = drafted("mireles", {path: Unknown(EVERYWHERE[path])})
    assert EVERYWHERE[path] not in printed(draft) and "Unknown(" not in render(draft.document)
    assert EVERYWHERE[path] in blanks(draft) or any(
        EVERYWHERE[path] in one.message for one in findings(draft)
    )


def test_a_choice_that_is_unknown_is_an_error_where_the_draft_goes_on_with_the_usual_one(drafted):
    (told,) = [
        one
        for one in found(drafted("mireles", {"defendants.northgate.kind": Unknown("what it is")}), "FORM-019")
        if one.severity.value == "error"
    ]
    assert told.where == "defendants.northgate.kind" and "as if it were “corporation”" in told.message


def test_a_heading_that_is_unknown_is_a_blank(drafted):
    assert "what this part is about" in blanks(
        drafted("de", {"allegations.inmail.heading": Unknown("what this part is about")})
    )


def test_a_none_where_the_form_cannot_hold_one_is_refused_in_words(run, tmp_path):
    path = tmp_path / "m.yaml"
    path.write_text(
        apply(SAMPLE.read_text(encoding="utf-8"), [Change("claims.sca.relief.1.kind", "set", Without("x"))]),
        encoding="utf-8",
    )
    done = run("check", path)
    assert (
        done.returncode == 2
        and "{none: …} cannot stand here" in done.stderr
        and "Without(" not in done.stderr
    )


def test_relief_of_which_it_is_not_known_what_it_is_is_counted_as_nothing_and_told(drafted):
    told = found(drafted("de", {"claims.sca.relief.1.kind": Unknown("which")}), "FORM-019")
    assert any("claims.sca.relief" in one.message and one.stands for one in told)


# --- exhibits are cited behind what rests on them
# ----------------------------------------------------------------------------------------


def cited_behind(draft, own):
    """The citation at a paragraph's end, before what says that its exhibit is attached."""
    at = next(
        number for number, block in enumerate(draft.document.body) if getattr(block, "label", "") == own
    )
    text = render(draft.document._replace(body=draft.document.body[at : at + 1])).strip()
    return text.partition(" A true copy of ")[0].rpartition(". (")[2]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"pin": "p. 4"}, "Ex.\u00a0A at 4.)"),
        ({"pin": "pp. 3–5"}, "Ex.\u00a0A at 3–5.)"),
        ({"pin": "§ 4.1"}, "Ex.\u00a0A §\u00a04.1.)"),
        ({"pin": "last page"}, "Ex.\u00a0A, last page.)"),
        ({}, "Ex.\u00a0A.)"),
        ({"pin": Unknown("which page")}, "Ex.\u00a0A at [which page].)"),
    ],
)
def test_an_exhibit_that_is_a_source_is_cited_behind_its_allegation_with_its_pin(source, said, drafted):
    draft = drafted(
        "reyes",
        {"allegations.plus-service.source": {"kind": "document", "exhibit": "plus-terms-exhibit", **source}},
    )
    assert cited_behind(draft, "plus-service") == said


def test_exhibits_without_a_label_are_lettered_in_the_order_of_first_citation(drafted):
    exhibits = [
        {"id": own, "title": own, "attached": "yes"}
        for own in ("plus-terms-exhibit", "vendor-agreement", "idle")
    ]
    sources = {
        f"allegations.{own}.source": {"kind": "document", "exhibit": exhibit}
        for own, exhibit in (("plus-service", "vendor-agreement"), ("plus-promise", "plus-terms-exhibit"))
    }
    draft = drafted("reyes", {"exhibits": exhibits, **sources})
    assert draft.matter.exhibits_cited == {"vendor-agreement": "A", "plus-terms-exhibit": "B"}
    assert (
        cited_behind(draft, "plus-service") == "Ex.\u00a0A.)"
        and cited_behind(draft, "plus-promise") == "Ex.\u00a0B.)"
    )
    labelled = drafted("reyes", {"exhibits": [{**exhibits[0], "label": "A"}, *exhibits[1:]], **sources})
    assert labelled.matter.exhibits_cited == {"vendor-agreement": "B", "plus-terms-exhibit": "A"}


def test_an_exhibit_of_an_allegation_and_one_of_its_source_stand_in_one_citation(drafted):
    draft = drafted("reyes", {"allegations.plus-service.exhibits": ["vendor-agreement"]})
    assert cited_behind(draft, "plus-service") == "Ex.\u00a0A §\u00a02; Ex.\u00a0B.)"


def test_what_is_only_cited_is_named_by_its_title_and_date(drafted):
    exhibits = [
        {"id": "plus-terms-exhibit", "title": "Larkspur Plus Terms", "date": "2022-01-01"},
        {"id": "vendor-agreement", "title": "Data Services Agreement", "attached": "yes"},
    ]
    draft = drafted(
        "reyes",
        {
            "exhibits": exhibits,
            "allegations.plus-service.source": {
                "kind": "document",
                "exhibit": "plus-terms-exhibit",
                "pin": "p. 2",
            },
        },
    )
    assert cited_behind(draft, "plus-service") == "Larkspur Plus Terms, January\u00a01, 2022, at 2.)"
    assert [one for one in found(draft, "FORM-013") if "plus-terms" in one.where] == []


def test_a_paragraph_that_names_the_exhibit_itself_is_not_told_it_again(drafted):
    text = "Larkspur keeps each message on its servers, as section 2 of Exhibit A says."
    assert (
        "(Ex."
        not in render(drafted("reyes", {"allegations.plus-service.text": text}).document)
        .split("Exhibit A says.")[1]
        .split("\n")[0]
    )


def test_emphasis_that_the_drafter_added_is_said(drafted):
    quotes = [{"words": "to no one", "exhibit": "plus-terms-exhibit", "pin": "§ 4.1", "emphasis": "added"}]
    assert (
        cited_behind(drafted("reyes", {"allegations.plus-promise.quotes": quotes}), "plus-promise")
        == "Ex.\u00a0A §\u00a04.1 (emphasis added).)"
    )


def test_an_exhibit_that_is_cited_and_not_known_is_a_blank_and_a_finding(drafted):
    draft = drafted(
        "reyes",
        {
            "allegations.plus-service.source": {
                "kind": "document",
                "exhibit": Unknown("which version of the terms"),
                "document": "the terms",
            }
        },
    )
    assert cited_behind(draft, "plus-service") == "Ex.\u00a0[which version of the terms].)"
    assert any("which version of the terms" in one.message for one in found(draft, "DOC-010"))


def test_an_exhibit_that_nothing_cites_is_found_though_it_is_not_attached(drafted):
    assert any(
        one.where == "exhibits.idle"
        for one in found(drafted("reyes", {"+exhibits": {"id": "idle", "title": "Brochure"}}), "FORM-014")
    )
    assert found(drafted("reyes", {}), "FORM-014") == []


@pytest.mark.parametrize(("name", "told"), [("there.pdf", 0), ("gone.pdf", 1), ("../gone.pdf", 1)])
def test_an_exhibit_whose_file_is_not_beside_the_sheet_is_a_finding(name, told, drafted, tmp_path):
    (tmp_path / "there.pdf").write_bytes(b"%PDF-1.4")
    hits = found(drafted("reyes", {"exhibits.vendor-agreement.file": name}), "FORM-013")
    assert len([hit for hit in hits if "missing" in hit.message and name in hit.message]) == told


def test_the_word_draft_cites_the_exhibit_too(run, tmp_path):
    import docx

    assert run("draft", shutil.copy(SAMPLES["mireles"], tmp_path), "-o", "m.docx").returncode in (0, 1)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "m.docx")).paragraphs)
    assert "“within days.” (Ex.\u00a0B at 3–5.)" in words


# --- what is not known proves nothing
# ----------------------------------------------------------------------------------------------------


UNPROVEN = {
    "a document that is not known": {
        "allegations.nightly-copies.source": {"kind": "document", "document": Unknown("which paper")}
    },
    "a source that is not known": {"allegations.nightly-copies.source": Unknown("who saw it")},
    "a kind of source that is not known": {
        "allegations.nightly-copies.source": {"kind": Unknown("a paper or a person"), "who": "CW-1"}
    },
    "a text that is one blank": {"allegations.nightly-copies.text": "[[what was copied, and when]]."},
    "a text that is unknown": {"allegations.nightly-copies.text": Unknown("what was copied")},
}


@pytest.mark.parametrize("kind", UNPROVEN)
def test_what_rests_on_the_unknown_has_grade_none_and_supports_no_element(kind, drafted):
    draft = drafted("reyes", UNPROVEN[kind])
    links = {(link.claim, link.element): link for link in chain(draft)}
    assert (
        grade_of(draft.matter.allegations["nightly-copies"]) == "none"
        and links["contract", "breach"].grade == "none"
    )
    block = next(
        block for block in draft.document.body if getattr(block, "element", None) == ("contract", "breach")
    )
    said = "".join(inline.text for inline in inlines_of(block) if isinstance(inline, Run))
    assert "That was a breach" not in said
    assert any(one.where == "claims.contract.elements.breach" for one in found(draft, "CLM-001"))


def test_the_weak_links_name_what_rests_on_nothing_known(run, tmp_path):
    path = tmp_path / "m.yaml"
    changes = [
        Change(
            "allegations.nightly-copies.source",
            "set",
            {"kind": "document", "document": Unknown("which paper")},
        )
    ]
    path.write_text(apply(SAMPLES["reyes"].read_text(encoding="utf-8"), changes), encoding="utf-8")
    told = run("chain", path).stdout
    assert (
        "nightly-copies: none (its source is not known)" in told
        and "Elements that rest on nothing: contract, breach" in told
    )


def test_press_and_pleadings_of_others_are_graded_below_inference_and_told_so(run):
    page = json.loads(run("check", SAMPLE, "--format", "json").stdout)
    grades = {(link["claim"], link["element"]): link["grade"] for link in page["chain"]["links"]}
    assert grades["sca", "knowingly"] == "press" and grades["contract", "causation"] == "inference"
    (told,) = [one for one in page["findings"] if one["check"] == "CHN-004"]
    assert (
        told["severity"] == "warning"
        and "Relief: “electronic communication service to the public”" in told["message"]
    )
    chained = run("chain", SAMPLE).stdout
    assert "hangs on one fact, which rests on press reports alone: LinkedIn offers InMail" in chained
    assert (
        "Elements that rest on press reports alone: sca, electronic communication service to the public; sca,"
        " knowledge" in chained
    )


def test_belief_does_not_lift_what_the_press_reported(drafted):
    source, basis = (
        {"kind": "press", "document": "the Bay Courier"},
        {"kind": "information-and-belief", "because": "Larkspur has the records"},
    )
    draft = drafted(
        "reyes", {"allegations.nightly-copies.source": source, "allegations.nightly-copies.basis": basis}
    )
    assert grade_of(draft.matter.allegations["nightly-copies"]) == "press"


def test_a_confidential_witness_whom_no_named_lawyer_has_interviewed_is_an_error(drafted):
    draft = drafted(
        "reyes", {"allegations.nightly-copies.source": {"kind": "confidential-witness", "who": "CW-1"}}
    )
    (told,) = found(draft, "CHN-002")
    assert (
        told.severity.value == "error"
        and "CW-1, whom no lawyer named in the sheet has interviewed" in told.message
    )
    assert found(drafted("reyes", {}), "CHN-002") == []


def test_an_element_left_out_on_purpose_is_a_finding_with_its_reason(drafted):
    draft = drafted(
        "reyes", {"claims.contract.elements.causation": {"not_pleaded": "it follows from the breach"}}
    )
    (told,) = found(draft, "CHN-003")
    assert "“causation” is left out: it follows from the breach" in told.message


# --- what is given prints, or a finding says that it does not
# ------------------------------------------------------------------------------


def test_a_field_that_is_given_and_does_not_print_is_told_with_its_path(drafted):
    agreement = drafted("reyes", {}).matter.raw.agreements[0].id
    clause = {"kind": "forum", "answer": "The clause names this court."}
    draft = drafted("reyes", {f"agreements.{agreement}.clauses": [clause]})
    (told,) = found(draft, "FORM-020")
    assert (
        told.severity.value == "warning"
        and "why it does not bar the claim" in told.message
        and f"agreements.{agreement}.clauses.1.answer" in told.message
    )
    assert "names this court" not in render(draft.document)
    (told,) = found(drafted("reyes", {}), "FORM-020")
    assert told.severity.value == "advice"


def test_what_is_kept_for_the_file_is_not_told_as_unprinted(drafted):
    before, after = (
        found(drafted("reyes", changes), "FORM-020")[0].message
        for changes in ({}, {"allegations.plus-service.note": "ask her again"})
    )
    assert before == after


def test_help_and_schema_say_that_a_field_does_not_print():
    from drafter.facts.agreements import Clause
    from drafter.facts.schema import json_schema
    from drafter.facts.sheet import FactSheet

    why = "a complaint need not answer a clause; write it into an allegation if yours does"
    assert f"It does not print: {why}." in Clause.questions["answer"].help
    field = json_schema(FactSheet)["definitions"]["Clause"]["properties"]["answer"]
    assert field["x-not-printed"] == why and "It does not print" in field["description"]


NOW_PRINTED = [
    (
        "reyes",
        {
            "epigraph": {
                "words": "We never read your mail.",
                "who": "Larkspur",
                "source": "advertisement of May 2, 2023",
            }
        },
        "— Larkspur, advertisement of May\u00a02, 2023",
    ),
    (
        "reyes",
        {"posture": {"kind": "original", "mdl_legend": "MDL No. 3000", "relates_to": "ALL ACTIONS"}},
        "This document relates to: ALL ACTIONS",
    ),
    (
        "securities-mad",
        {"defendants.ferris.office_through": "2021-06-30"},
        "was Chief Executive Officer of Calverton from January 2019 to June\u00a030, 2021",
    ),
    ("securities-mad", {}, "has been Chief Executive Officer of Calverton since January 2019"),
    ("securities-mad", {}, "Calverton Therapeutics, Inc. (NASDAQ: CLVT)"),
    (
        "reyes",
        {"claims.contract.heading_note": "(as to Plus subscribers alone)"},
        "(as to Plus subscribers alone)",
    ),
]


@pytest.mark.parametrize(
    ("name", "changes", "said"), NOW_PRINTED, ids=[said[:40] for *_, said in NOW_PRINTED]
)
def test_what_was_kept_and_never_printed_prints(name, changes, said, drafted):
    assert said in render(drafted(name, changes).document)


def test_a_fax_number_prints_in_the_counsel_block_and_under_the_signature(drafted):
    firm = drafted("reyes", {}).matter.raw.counsel[0].id
    assert (
        render(drafted("reyes", {f"counsel.{firm}.fax": "415-555-0199"}).document).count(
            "Facsimile: 415-555-0199"
        )
        >= 1
    )
