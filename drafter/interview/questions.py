"""The questions of the fact sheet, from its model and its raw answers: which are asked now, in what order,
and what each takes. Pure.

A question is described on the model's field and nowhere else; its kind is read off the field's type.
Conditions are evaluated on raw answers by the function that evaluates them on records
(`drafter.facts.record.visible`).
"""

from __future__ import annotations

from types import UnionType
from typing import (
    AbstractSet,
    Any,
    Callable,
    Iterator,
    Literal,
    NamedTuple,
    Sequence,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from drafter.facts.dates import EventDate
from drafter.facts.filing import Court
from drafter.facts.record import NOTHING, Question, Record, visible
from drafter.facts.sheet import UNASKED
from drafter.facts.values import (
    Choice,
    Count,
    Id,
    Money,
    Plain,
    Prose,
    State,
    Unknown,
    Without,
    YesNo,
    yes_no,
)

__all__ = [
    "LISTS",
    "Asked",
    "Kind",
    "Shape",
    "asked_now",
    "begun",
    "entries_in",
    "flow",
    "join",
    "missing",
    "of_cause",
    "outlined",
    "shapes",
]

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
_NONE: frozenset[str] = frozenset()


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


# --- from types to kinds
# ------------------------------------------------------------------------------------------------------------


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
        return Shape("reference" if refers and hint == Id else _SIMPLE[hint], prose=hint is Prose)
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


# --- what is asked now
# ------------------------------------------------------------------------------------------------------------


def asked_now(record: type[Record], raw: Any, path: str = "", forum: str = "") -> list[Asked]:
    """The questions of `record` that are asked now in `forum` (federal or state), where `raw` is what the
    sheet has of it (None: nothing yet).

    Ids are made, not asked (a court's is chosen). The rest of a record is asked once it has what it cannot be
    without.
    """
    given = raw if isinstance(raw, dict) else {}
    started = not path or begun(record, given)
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


def begun(record: type[Record], raw: dict[str, Any]) -> bool:
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


def join(path: str, name: str) -> str:
    """The path of `name` within `path`."""
    return f"{path}.{name}" if path else name


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
    asked = _chosen(asked_now(record, raw, path, forum), names)
    ordinary = _ordinary(asked) if path else [each for each in asked if each.wanted]
    return [laid for each in ordinary for laid in _in_line(each, opened, forum)]


def _ordinary(asked: list[Asked]) -> list[Asked]:
    """The questions of a record that are put in the ordinary flow; all but the lists, where the model marks
    none.
    """
    return [each for each in asked if each.wanted] or [each for each in asked if each.kind not in LISTS]


def _chosen(asked: list[Asked], names: Sequence[str]) -> list[Asked]:
    return (
        sorted((each for each in asked if each.name in names), key=lambda each: names.index(each.name))
        if names
        else asked
    )


def _in_line(asked: Asked, opened: AbstractSet[str], forum: str) -> Iterator[Asked]:
    if asked.kind != "record" or (isinstance(asked.value, (Unknown, Without)) and asked.path not in opened):
        yield asked
        return
    for each in _ordinary(asked_now(asked.shape.records[0], asked.value, asked.path, forum)):
        yield from _in_line(each, opened, forum)


# --- what is missing
# ------------------------------------------------------------------------------------------------------------


def missing(
    record: type[Record], raw: Any, path: str = "", *, names: Sequence[str] = (), forum: str = ""
) -> Iterator[Asked]:
    """What a complaint needs and the sheet does not have, at `path` and within it, in order. Unknown and none
    count as answers.
    """
    for each in _chosen(asked_now(record, raw, path, forum), names):
        if each.answered:
            for own, kind, entry in entries_in(each):
                yield from missing(kind, entry, own, forum=forum)
        elif each.question.needed and each.kind == "record":
            yield from (
                list(missing(each.shape.records[0], None, each.path, forum=forum))
                or list(_in_line(each, _NONE, forum))[:1]
            )
        elif each.question.needed or (each.must and path):
            yield each


def entries_in(asked: Asked) -> Iterator[tuple[str, type[Record], dict[str, Any]]]:
    """The records that an answer holds, each with its path and kind; those of an outline one by one, without
    what stands under them.
    """
    value, records = asked.value, asked.shape.records
    if asked.kind == "outline":
        for path, kind, entry in outlined(value, asked.path, records):
            yield path, kind, {name: each for name, each in entry.items() if name != "items"}
    elif asked.kind == "map" and isinstance(value, dict):
        yield from (
            (join(asked.path, key), records[0], entry)
            for key, entry in value.items()
            if isinstance(entry, dict)
        )
    elif asked.kind in ("record", "either") and isinstance(value, dict):
        yield asked.path, records[0], value
    elif asked.kind == "records" and isinstance(value, list):
        for position, entry in enumerate(value):
            yield join(asked.path, entry.get("id") or str(position + 1)), records[0], entry


def outlined(
    items: Any, path: str, kinds: Sequence[type[Record]]
) -> Iterator[tuple[str, type[Record], dict[str, Any]]]:
    """Every heading and allegation of an outline, in order: its path, its kind of record, and what the sheet
    has of it.
    """
    path = path.removesuffix(".items")
    for position, entry in enumerate(items if isinstance(items, list) else ()):
        if "heading" in entry:
            heading = next(kind for kind in kinds if "heading" in kind.questions)
            own = join(path, entry.get("id") or str(position + 1))
            yield own, heading, entry
            yield from outlined(entry.get("items"), own, shapes(heading)["items"].records)
        else:
            yield f"allegations.{entry['id']}", kinds[-1], entry


# --- a cause's own questions
# -----------------------------------------------------------------------------------------------------------

_OF_CAUSE: dict[str, Kind] = {
    "text": "line",
    "prose": "prose",
    "yes-no": "yes-no",
    "choice": "one-of",
    "date": "date",
    "money": "money",
}


def of_cause(questions: Sequence[Any], raw: Any, path: str) -> list[Asked]:
    """The questions of a cause of action (`CauseQuestion`s) as questions at `path`, the claim's `answers`."""
    given = raw if isinstance(raw, dict) else {}
    return [
        Asked(
            join(path, str(each.id)),
            str(each.id),
            Question(
                str(each.prompt), str(each.help or ""), example=str(each.example or ""), needed=each.needed
            ),
            Shape(_OF_CAUSE[each.kind], tuple(map(str, each.choices)), stated=True),
            given.get(str(each.id)),
        )
        for each in questions
    ]
