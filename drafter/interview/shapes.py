"""What the type of a field says of the answer it takes: a line, a date, one of some words, records. Pure."""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from drafter.facts.dates import EventDate
from drafter.facts.record import Record
from drafter.facts.values import (
    Choice,
    ClaimId,
    Count,
    Id,
    Money,
    Plain,
    Prose,
    State,
    Unknown,
    Without,
    YesNo,
)

__all__ = ["Kind", "LISTS", "Shape", "shapes"]

Kind = Literal[
    "line",
    "prose",
    "date",
    "money",
    "count",
    "state",
    "states",
    "yes-no",
    "one-of",
    "several-of",
    "id",
    "ids",
    "reference",
    "references",
    "record",
    "records",
    "texts",
    "outline",
    "map",
    "answers",
    "either",
]
"""What a question takes. `texts`: a list of texts; `map`: records by name; `answers`: a cause's own;
`either`: a word or a record.
"""

LISTS: tuple[Kind, ...] = ("records", "texts", "outline", "map", "answers")
_SIMPLE: dict[Any, Kind] = {
    Plain: "line",
    Prose: "prose",
    EventDate: "date",
    Money: "money",
    Count: "count",
    int: "count",
    State: "state",
    YesNo: "yes-no",
    Id: "id",
    ClaimId: "id",
}
_PLURAL: dict[Kind, Kind] = {
    "line": "texts",
    "prose": "texts",
    "state": "states",
    "one-of": "several-of",
    "id": "ids",
    "reference": "references",
    "record": "records",
}


class Shape(NamedTuple):
    """What a field's type says.

    kind      what it takes
    choices   the words it may be, or that may stand among its texts
    records   the kinds of record it may hold
    stated    it may also be unknown or none
    prose     its texts are prose
    """

    kind: Kind
    choices: tuple[str, ...] = ()
    records: tuple[type[Record], ...] = ()
    stated: bool = False
    prose: bool = False


_shapes: dict[type[Record], dict[str, Shape]] = {}


def shapes(record: type[Record]) -> dict[str, Shape]:
    """The shape of each field of `record`, by its name in the model."""
    if record not in _shapes:
        hints = get_type_hints(record, include_extras=True)
        _shapes[record] = {
            name: _shape(hints[name], bool(question.refers)) for name, question in record.questions.items()
        }
    return _shapes[record]


def _shape(hint: Any, refers: bool) -> Shape:
    if hint in _SIMPLE:
        return Shape("reference" if refers and hint in (Id, ClaimId) else _SIMPLE[hint], prose=hint is Prose)
    if isinstance(hint, type) and issubclass(hint, Record):
        return Shape("record", records=(hint,))
    marks = getattr(hint, "__metadata__", ())
    choice = next((mark for mark in marks if isinstance(mark, Choice)), None)
    if choice:
        kinds = tuple(
            kind for kind in choice.kinds.values() if isinstance(kind, type) and issubclass(kind, Record)
        )
        return Shape("either" if len(kinds) < len(choice.kinds) else "record", records=kinds)
    return _built(hint.__origin__ if marks else hint, refers)


def _built(hint: Any, refers: bool) -> Shape:
    """The shape of a type that is made of others."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return Shape("one-of", choices=inner)
    if origin is dict:
        of_records = isinstance(inner[1], type) and issubclass(inner[1], Record)
        return Shape("map", records=(inner[1],)) if of_records else Shape("answers")
    if origin is list:
        one = _shape(inner[0], refers)
        return one._replace(kind="outline" if len(one.records) > 1 else _PLURAL[one.kind])
    if origin in (Union, UnionType):
        kinds = [_shape(kind, refers) for kind in inner if kind not in (Unknown, Without, type(None))]
        choices = tuple(word for kind in kinds for word in kind.choices)
        return kinds[-1]._replace(choices=choices, stated=Unknown in inner)
    raise TypeError(f"no question takes {hint}")
