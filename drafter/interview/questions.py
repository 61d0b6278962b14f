"""The questions of the fact sheet, from its model and its raw answers: which are asked now, in what order,
and what each takes. Pure.

A question is described on the model's field and nowhere else; its kind is read off the field's type.
Conditions are evaluated on raw answers by the function that evaluates them on records
(`drafter.facts.question.visible`).
"""

from __future__ import annotations

from typing import AbstractSet, Any, Callable, Iterator, NamedTuple, Sequence

from drafter.facts.filing import Court
from drafter.facts.question import NOTHING, Question, visible
from drafter.facts.record import Record
from drafter.facts.sheet import UNASKED
from drafter.facts.values import Unknown, Without, yes_no
from drafter.interview.shapes import LISTS, Kind, Shape, shapes
from drafter.tree.paths import join

__all__ = ["Asked", "asked_now", "chosen", "flow", "has_what_it_must", "in_line"]

_NONE: frozenset[str] = frozenset()


class Asked(NamedTuple):
    """A question that is asked now: its path, its name as the sheet writes it, what the model says of it, and
    the raw answer, if any.
    """

    path: str
    name: str
    question: Question
    shape: Shape
    value: Any = None

    @property
    def kind(self) -> Kind:
        """What it takes."""
        return self.shape.kind

    @property
    def must(self) -> bool:
        """Whether the sheet cannot be loaded without it, where its record is there."""
        return self.question.default is NOTHING

    @property
    def wanted(self) -> bool:
        """Whether it is put in the ordinary flow."""
        return self.question.needed or self.question.usual or self.must

    @property
    def answered(self) -> bool:
        """Whether there is an answer: unknown and none are answers, an empty list is not."""
        return self.value is not None and self.value != []


# --- what is asked now
# ------------------------------------------------------------------------------------------------------------


def asked_now(record: type[Record], raw: Any, path: str = "", forum: str = "") -> list[Asked]:
    """The questions of `record` that are asked now in `forum` (federal or state), where `raw` is what the
    sheet has of it (None: nothing yet).

    Ids are made, not asked (a court's is chosen). The rest of a record is asked once it has what it cannot be
    without.
    """
    given = raw if isinstance(raw, dict) else {}
    started = not path or has_what_it_must(record, given)
    value_of = _values(record, given)
    kinds = shapes(record)
    return [
        Asked(
            join(path, name.rstrip("_")),
            name.rstrip("_"),
            _as_needed(question, given),
            kinds[name],
            given.get(name.rstrip("_")),
        )
        for name, question in record.questions.items()
        if _is_put(record, name)
        and (started or question.default is NOTHING)
        and (question.when is None or visible(record.questions, name, value_of, forum))
    ]


def _as_needed(question: Question, given: dict[str, Any]) -> Question:
    """`question`, no longer needed where what makes up for it is given."""
    return (
        question._replace(needed=False, usual=False)
        if question.unless and given.get(question.unless)
        else question
    )


def has_what_it_must(record: type[Record], raw: dict[str, Any]) -> bool:
    """Whether `raw` has everything without which a sheet that holds it cannot be loaded; ids apart, which are
    made.
    """
    musts = (
        name
        for name, question in record.questions.items()
        if question.default is NOTHING and _is_put(record, name)
    )
    return all(name.rstrip("_") in raw for name in musts)


def _is_put(record: type[Record], name: str) -> bool:
    return not (name in UNASKED or name == "id" and record is not Court)


def _values(record: type[Record], raw: dict[str, Any]) -> Callable[[str], Any]:
    """The raw answers as `visible` wants them: by the model's names, yes and no as such."""

    def value_of(field: str) -> Any:
        value = raw.get(field.rstrip("_"))
        if isinstance(value, str) and shapes(record)[field].kind == "yes-no":
            return yes_no(value)
        return value

    return value_of


def flow(
    record: type[Record],
    raw: Any,
    path: str = "",
    *,
    names: Sequence[str] = (),
    opened: AbstractSet[str] = _NONE,
    forum: str = "",
) -> list[Asked]:
    """The questions of the ordinary flow: what a complaint needs and what is usual, records within it laid
    out in line.

    `names` are the fields to take, in order (all, if empty). A record that is unknown or none is one
    question, unless `opened` has it.
    """
    asked = chosen(asked_now(record, raw, path, forum), names)
    ordinary = _ordinary(asked) if path else [each for each in asked if each.wanted]
    return [line for each in ordinary for line in in_line(each, opened, forum)]


def _ordinary(asked: list[Asked]) -> list[Asked]:
    """The questions of a record that are put in the ordinary flow; all but the lists, where the model marks
    none.
    """
    return [each for each in asked if each.wanted] or [each for each in asked if each.kind not in LISTS]


def chosen(asked: list[Asked], names: Sequence[str]) -> list[Asked]:
    """Those of the questions that are named, in the order of the names; all, where none is named."""
    return (
        sorted((each for each in asked if each.name in names), key=lambda each: names.index(each.name))
        if names
        else asked
    )


def in_line(asked: Asked, opened: AbstractSet[str], forum: str) -> Iterator[Asked]:
    """The question, or those of the record that it takes, and of the records within that."""
    if asked.kind != "record" or (isinstance(asked.value, (Unknown, Without)) and asked.path not in opened):
        yield asked
        return
    for each in _ordinary(asked_now(asked.shape.records[0], asked.value, asked.path, forum)):
        yield from in_line(each, opened, forum)
