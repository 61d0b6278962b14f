"""The questions come from the model: what kind each is, which are asked now, what is missing, and what typed
text means.
"""

from __future__ import annotations

import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st

from drafter.facts.agreements import Agreement
from drafter.facts.allegations import Allegation, Exhibit
from drafter.facts.claims import Claim
from drafter.facts.classes import RepresentedGroup
from drafter.facts.clean_text import clean
from drafter.facts.counsel import Place
from drafter.facts.defendants import Defendant
from drafter.facts.experience import Injury
from drafter.facts.filing import Court, Posture
from drafter.facts.parties import Plaintiff
from drafter.facts.record import is_asked
from drafter.facts.schema import validator
from drafter.facts.sheet import UNASKED, FactSheet
from drafter.facts.sources import Basis
from drafter.facts.values import Unknown, Without
from drafter.interview import prompts
from drafter.interview.answers import check_of, long_form, read, shown
from drafter.interview.cause_questions import of_cause
from drafter.interview.labels import brief, label
from drafter.interview.mentions import copied, without
from drafter.interview.missing import entries_in, missing
from drafter.interview.questions import asked_now, flow
from drafter.interview.screens.field import _CHOSEN
from drafter.interview.shapes import LISTS, Shape, shapes
from drafter.interview.tracing import NotAsked, trace
from drafter.library.records import CauseQuestion
from drafter.tree.answers import Answers
from drafter.tree.ids import ids_in
from drafter.yamltext.read import read_sheet as read_sheet

SCALARS = ("line", "prose", "date", "money", "count", "state", "yes-no", "one-of", "id", "reference")


def records(record=FactSheet, seen=None):
    seen = seen if seen is not None else {}
    if record not in seen:
        seen[record] = True
        for shape in shapes(record).values():
            for inner in shape.records:
                records(inner, seen)
    return list(seen)


def names(asked):
    return [each.path for each in asked]


@pytest.mark.parametrize(
    ("record", "name", "shape"),
    [
        (Plaintiff, "name", Shape("line", stated=True)),
        (Plaintiff, "residence", Shape("record", records=(Place,))),
        (
            Plaintiff,
            "kind",
            Shape(
                "one-of", choices=("individual", "minor", "pseudonym", "organization", "government", "estate")
            ),
        ),
        (Plaintiff, "represents", Shape("references")),
        (Defendant, "capacity", Shape("several-of", choices=("official", "individual"))),
        (Defendant, "number_of_does", Shape("count")),
        (Defendant, "formerly", Shape("texts")),
        (Defendant, "incorporated_in", Shape("state", stated=True)),
        (Injury, "amount", Shape("money", stated=True)),
        (Claim, "law", Shape("states")),
        (Claim, "theories", Shape("ids")),
        (Claim, "answers", Shape("answers")),
        (Allegation, "text", Shape("prose", stated=True, prose=True)),
        (Allegation, "date", Shape("date", stated=True)),
        (Allegation, "actor", Shape("reference", stated=True)),
        (Exhibit, "attached", Shape("yes-no")),
        (RepresentedGroup, "exclusions", Shape("texts", choices=("standard",), prose=True)),
        (FactSheet, "nature", Shape("texts", prose=True)),
    ],
)
def test_the_kind_of_a_question_is_read_off_the_type_of_its_field(record, name, shape):
    assert shapes(record)[name] == shape


def test_lists_of_records_outlines_maps_and_bare_or_full_answers_know_what_they_hold():
    assert [
        (name, shapes(FactSheet)[name].kind) for name in ("plaintiffs", "allegations", "jury_demand")
    ] == [
        ("plaintiffs", "records"),
        ("allegations", "outline"),
        ("jury_demand", "either"),
    ]
    assert shapes(Claim)["elements"].kind == "map"
    assert [kind.__name__ for kind in shapes(FactSheet)["allegations"].records] == ["Section", "Allegation"]


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_every_field_of_every_record_has_a_way_of_being_asked(record):
    ways = {*prompts.TYPED, *_CHOSEN, *LISTS, "record", "either"}
    assert {shape.kind for shape in shapes(record).values()} <= ways


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_every_field_of_every_record_is_asked_once_its_conditions_are_met(record):
    for name in record.questions:
        if name in ("id", *UNASKED) and record is not Court:
            continue
        raw = {}
        open_gates(record, name, raw)
        assert name.rstrip("_") in [each.name for each in asked_now(record, raw, "at")]


def open_gates(record, name, raw):
    """Answer in `raw` what a record cannot be without, and what the question `name` depends on."""
    for must, question in record.questions.items():
        if question.default is not None and repr(question.default) == "NOTHING":
            raw.setdefault(must.rstrip("_"), "given")
    condition = record.questions[name].when
    if condition:
        open_gates(record, condition.field, raw)
        raw[condition.field.rstrip("_")] = condition.values[0] if condition.values else "given"


def test_no_record_that_is_asked_in_line_needs_two_answers_before_it_can_be_kept():
    """The answers of such a record are kept one by one; only a new entry of a list waits for several."""
    inline = {
        shape.records[0]
        for record in records()
        for shape in shapes(record).values()
        if shape.kind == "record"
    }
    assert [
        record.__name__
        for record in inline
        if sum(repr(question.default) == "NOTHING" for question in record.questions.values()) > 1
    ] == []


# --- what is asked now
# ------------------------------------------------------------------------------------------------------------


def test_a_gate_opens_and_closes_what_hangs_on_it():
    assert "guardian" not in [each.name for each in asked_now(Plaintiff, {"kind": "individual"}, "p")]
    assert "guardian" in [each.name for each in asked_now(Plaintiff, {"kind": "minor"}, "p")]


def test_a_default_counts_where_nothing_is_answered():
    assert "incorporated_in" in [each.name for each in asked_now(Defendant, {}, "d")]
    assert "incorporated_in" not in [each.name for each in asked_now(Defendant, {"kind": "individual"}, "d")]


def test_the_rest_of_a_record_is_asked_once_it_has_what_it_cannot_be_without():
    assert names(asked_now(Basis, None, "b")) == ["b.kind"]
    assert names(asked_now(Basis, {"kind": "information-and-belief"}, "b")) == ["b.kind", "b.because"]


def test_ids_are_never_asked_but_a_court_is_chosen():
    assert "id" not in [each.name for each in asked_now(Plaintiff, {}, "p")]
    assert names(asked_now(Court, None, "court")) == ["court.id"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_conditions_on_raw_answers_and_on_records_are_the_same(path):
    tree = read_sheet(path)[1]

    def compare(record, raw, kept):
        asked = {each.name for each in asked_now(record, raw, "at")}
        for name in record.questions:
            if name not in ("id", *UNASKED):
                assert is_asked(kept, name) == (name.rstrip("_") in asked), name
        for name, shape in shapes(record).items():
            value = getattr(kept, name)
            if shape.kind == "record" and isinstance(raw.get(name), dict):
                compare(shape.records[0], raw[name], value)
            if shape.kind == "records":
                for inner, inner_kept in zip(raw.get(name.rstrip("_"), []), value, strict=True):
                    compare(shape.records[0], inner, inner_kept)

    compare(FactSheet, tree, validator(FactSheet).validate_python(tree))


def test_the_flow_lays_records_out_in_line_and_leaves_out_what_is_neither_needed_nor_usual():
    paths = names(flow(Plaintiff, {"kind": "individual", "name": "Ann Lee"}, "plaintiffs.lee"))
    assert "plaintiffs.lee.residence.city" in paths and "plaintiffs.lee.citizenship.state" in paths
    assert "plaintiffs.lee.confirmed" not in paths


def test_a_record_that_is_not_known_is_one_question_until_it_is_opened():
    raw = {"citizenship": Unknown("ask the client")}
    assert "p.citizenship" in names(flow(Plaintiff, raw, "p")) and "p.citizenship.state" not in names(
        flow(Plaintiff, raw, "p")
    )
    assert "p.citizenship.state" in names(flow(Plaintiff, raw, "p", opened={"p.citizenship"}))


def test_missing_is_what_a_complaint_needs_and_nothing_answers_it():
    raw = {
        "plaintiffs": [{"id": "lee", "name": Unknown("find out"), "residence": {"city": "Reno"}}],
        "court": {"id": "cand", "county": Without("none")},
    }
    left = names(missing(FactSheet, raw))
    assert "plaintiffs.lee.citizenship.state" in left and "defendants" in left
    assert "plaintiffs.lee.name" not in left and "court.county" not in left


def test_what_is_missing_inside_the_outline_is_named_by_the_allegations_own_path():
    raw = {
        "allegations": [
            {
                "heading": "A",
                "id": "a",
                "items": [{"heading": "B", "items": [{"id": "told", "gist": "told users"}]}],
            }
        ]
    }
    assert [path for path in names(missing(FactSheet, raw)) if path.startswith("allegations")] == [
        "allegations.told.text",
        "allegations.told.source.kind",
    ]


# --- paths
# ------------------------------------------------------------------------------------------------------------


def test_a_path_leads_to_its_question_through_the_records_on_the_way():
    answers = Answers(read_sheet(SAMPLES[0])[1])
    steps, asked = trace(answers.get, "plaintiffs.de-la-torre.residence.county")
    assert (asked.path, asked.value) == ("plaintiffs.de-la-torre.residence.county", None)
    assert [step.path for step in steps] == ["", "plaintiffs.de-la-torre", "plaintiffs.de-la-torre.residence"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("plaintiffs.nobody.name", "no entry “nobody”"),
        ("plaintiffs.de-la-torre.guardian", "not asked while kind is what it is"),
        ("plaintiffs.de-la-torre.id", "never asked"),
        ("plaintiffs.de-la-torre.naem", "not a field"),
        ("matter.name", "holds nothing named “name”"),
        ("allegations.nothing.text", "no entry “nothing”"),
        ("nonsense", "not a field"),
    ],
)
def test_a_path_without_a_question_says_why(path, words):
    with pytest.raises(NotAsked, match=words):
        trace(Answers(read_sheet(SAMPLES[0])[1]).get, path)


# --- typed text
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "kept", "long"),
    [
        ("date", "Sept. 18, 2024", "2024-09-18", "September 18, 2024"),
        ("date", "9/2024", ValueError, ""),
        ("date", "2024", "2024", "2024"),
        ("money", "$1,000", "$1,000", "$1,000"),
        ("money", "29.95", "29.95", "$29.95"),
        ("money", "-5", ValueError, ""),
        ("state", "california", "CA", "California"),
        ("count", "1,200", "1200", "1,200"),
        ("states", "CA, New York", ["CA", "NY"], "CA, NY"),
        ("ids", "one, two", ["one", "two"], "one, two"),
        ("line", "  Ann\n Lee ", "Ann  Lee", "Ann  Lee"),
        ("prose", "One.\n\nTwo.", "One.\n\nTwo.", "One.\n\nTwo."),
    ],
)
def test_typed_text_is_read_as_the_model_reads_it(kind, text, kept, long):
    if kept is ValueError:
        assert check_of(Shape(kind))(text)
        return
    assert check_of(Shape(kind))(text) == ""
    assert read(Shape(kind), text) == kept
    assert long_form(Shape(kind), kept) == long


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("?", Unknown("")),
        ("? ask the client", Unknown("ask the client")),
        ("- not pleaded", Without("not pleaded")),
        ("-", Without("")),
        ("none: never", Without("never")),
        ("", None),
        ("\\? really", "? really"),
        ("-5 degrees", "-5 degrees"),
        ("nonesuch: x", "nonesuch: x"),
    ],
)
def test_a_question_mark_is_not_known_and_a_dash_is_none(text, kept):
    assert read(Shape("line", stated=True), text) == kept


def test_what_can_be_neither_unknown_nor_none_says_so():
    assert "takes an answer or nothing" in check_of(Shape("line"))("? who knows")
    assert "needed" in check_of(Shape("line"), must=True)("")


@given(
    st.one_of(st.text(), st.sampled_from(["?", "- x", "\\? a", "none: x", "none:", "?\n?", "\\- \n"]))
    .map(clean)
    .filter(lambda text: text.strip() == text and text)
)
def test_what_is_shown_for_editing_reads_back_as_the_answer_it_was(text):
    assert read(Shape("prose", stated=True), shown(text)) == text


@given(st.text())
def test_the_check_of_a_prompt_never_raises(text):
    for kind in SCALARS:
        assert isinstance(check_of(Shape(kind, stated=True))(text), str)


def test_an_answer_in_a_line_says_what_it_is():
    plaintiff = {
        "kind": "individual",
        "citizenship": Unknown("ask"),
        "residence": {"city": "Reno", "state": Unknown("")},
    }
    told = {each.name: brief(each) for each in asked_now(Plaintiff, plaintiff, "p")}
    assert (
        told["citizenship"] == "not known: ask"
        and told["residence"] == "Reno, [not known]"
        and told["name"] == "not asked"
    )
    assert {each.name: brief(each) for each in asked_now(Exhibit, {}, "e")}["attached"] == "not asked (no)"
    assert label({"id": "x", "gist": "told users " * 20}).endswith("…")


# --- causes' own questions
# ------------------------------------------------------------------------------------------------------------


def test_a_causes_own_questions_are_questions_like_any_other():
    kinds = [
        ("text", "line"),
        ("prose", "prose"),
        ("yes-no", "yes-no"),
        ("choice", "one-of"),
        ("date", "date"),
        ("money", "money"),
    ]
    own = [
        validator(CauseQuestion).validate_python(
            {"id": f"q-{kind}", "prompt": "was it sold", "kind": kind, "choices": ["new", "used"]}
        )
        for kind, _ in kinds
    ]
    asked = of_cause(own, {"q-yes-no": "yes"}, "claims.sca.answers")
    assert [each.kind for each in asked] == [kind for _, kind in kinds]
    assert (
        asked[2].path == "claims.sca.answers.q-yes-no"
        and asked[2].value == "yes"
        and asked[3].shape.choices == ("new", "used")
    )


# --- where the sheet names an entry
# ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_taking_an_entry_out_leaves_no_reference_to_it(path):
    tree = read_sheet(path)[1]
    for kind in ("plaintiffs", "defendants", "classes", "exhibits", "agreements", "claims"):
        for entry in list(tree.get(kind, [])):
            answers = Answers(read_sheet(path)[1])
            own = set(ids_in(entry))
            for change in without(answers.tree, f"{kind}.{entry['id']}", own):
                answers.apply(change)
            assert not own & set(named(FactSheet, answers.tree, f"{kind}.{entry['id']}"))


def named(record, raw, spared, path=""):
    """The ids that a raw record names, those in the entry at `spared` left out."""
    if path == spared:
        return
    for each in asked_now(record, raw, path):
        if each.question.refers:
            yield from (
                [each.value]
                if isinstance(each.value, str)
                else each.value
                if isinstance(each.value, list)
                else []
            )
        for own, kind, entry in entries_in(each):
            yield from named(kind, entry, spared, own)


def test_a_copy_names_its_own_parts_and_not_the_originals():
    raw = {
        "id": "terms-of-use",
        "versions": [{"id": "v1"}],
        "terms": [{"id": "privacy", "version": "v1"}],
        "parties": ["lee"],
    }
    new = copied(Agreement, raw, {"terms-of-use": "copy", "v1": "v2", "privacy": "privacy-2"})
    assert new == {
        "id": "copy",
        "versions": [{"id": "v2"}],
        "terms": [{"id": "privacy-2", "version": "v2"}],
        "parties": ["lee"],
    }
    assert raw["terms"][0]["version"] == "v1"


@pytest.mark.parametrize("answers", [{}, {"mdl_legend": "MDL No. 1"}])
def test_a_posture_says_what_it_relates_to_within_a_multidistrict_litigation_and_without(answers):
    assert "relates_to" in [each.name for each in asked_now(Posture, answers, "posture")]


def test_a_subclass_is_not_asked_again_for_what_its_class_says():
    from drafter.facts.classes import RepresentedGroup
    from drafter.interview.missing import missing

    whole, part = {"id": "all", "name": "Class"}, {"id": "some", "name": "Subclass", "subclass_of": "all"}
    wanted = [
        {each.name for each in missing(RepresentedGroup, raw, f"classes.{raw['id']}")}
        for raw in (whole, part)
    ]
    assert (
        {"common_questions", "members"} <= wanted[0]
        and "members" in wanted[1]
        and not wanted[1] & {"common_questions", "text"}
    )


PARTS = ("predominance", "superiority")


@pytest.mark.parametrize(
    ("group", "forum", "asked"),
    [
        ({"id": "all"}, "state", True),
        ({"id": "all", "device": "state-class"}, "state", True),
        ({"id": "all", "rule_23b": ["b2"]}, "state", True),
        ({"id": "all"}, "federal", False),
        ({"id": "all", "rule_23b": ["b2"]}, "federal", False),
        ({"id": "all", "rule_23b": ["b3"]}, "federal", True),
        ({"id": "all", "device": "paga"}, "state", False),
        ({"id": "all"}, "", False),
    ],
)
def test_predominance_and_superiority_are_asked_in_a_state_court_whatever_rule_23b_says(group, forum, asked):
    from drafter.facts.classes import RepresentedGroup

    there = {each.name for each in asked_now(RepresentedGroup, group, "classes.all", forum)}
    assert [part in there for part in PARTS] == [asked, asked]


@pytest.mark.parametrize(
    ("group", "forum", "asked"),
    [
        ({"id": "all"}, "state", True),
        ({"id": "all", "rule_23b": ["b3"]}, "federal", False),
        ({"id": "all", "device": "paga"}, "state", False),
        ({"id": "all"}, "", True),
    ],
)
def test_ascertainability_and_substantial_benefit_are_asked_of_a_class_outside_federal_court(
    group, forum, asked
):
    from drafter.facts.classes import RepresentedGroup

    there = {each.name for each in asked_now(RepresentedGroup, group, "classes.all", forum)}
    assert [part in there for part in ("ascertainability", "substantial_benefit")] == [asked, asked]
