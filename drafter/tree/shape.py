"""What the model says stands at a location of the sheet: which fields a record has and in what order, and
where a list is.
"""

from __future__ import annotations

import sys
from functools import cache
from types import SimpleNamespace, UnionType
from typing import Any, Iterable, Iterator, Union, get_args, get_origin, get_type_hints

from drafter.facts.record import Record
from drafter.facts.sheet import FactSheet
from drafter.facts.values import Plain, Prose, Unknown
from drafter.tree.paths import Location

__all__ = [
    "fields_at",
    "holds_texts",
    "is_list",
    "is_prose",
    "is_stated",
    "is_text",
    "kinds_of",
    "named_by_id",
    "records_at",
    "refers",
]


def fields_at(location: Location, names: Iterable[str] = ()) -> list[str]:
    """The names of the fields of the record at `location`, in the model's order; none where there is no
    record, or a map of any names.

    Where several kinds of record may stand, the one that has all of `names`.
    """
    wanted = set(names)
    for kind in _kinds_at(_any(location)):
        if isinstance(kind, type) and issubclass(kind, Record):
            fields = [name.rstrip("_") for name in kind.questions]
            if wanted.issubset(fields):
                return fields
    return []


def records_at(location: Location) -> list[type[Record]]:
    """The kinds of record that may stand at `location`."""
    return [kind for kind in _kinds_at(_any(location)) if isinstance(kind, type) and issubclass(kind, Record)]


def refers(location: Location, name: str) -> bool:
    """Whether the field `name` of the entry at `location` names other entries of the sheet by their ids."""
    return any(
        question.refers and own.rstrip("_") == name
        for record in records_at(location)
        for own, question in record.questions.items()
    )


@cache
def named_by_id() -> frozenset[str]:
    """The lists of the sheet whose entries others name by their ids."""
    found: set[str] = set()
    todo: list[Any] = [FactSheet]
    seen: set[Any] = set()
    while todo:
        kind = todo.pop()
        if kind in seen:
            continue
        seen.add(kind)
        if isinstance(kind, type) and issubclass(kind, Record):
            found.update(own for question in kind.questions.values() for own in question.refers)
            todo += _hints(kind)
        else:
            todo += get_args(kind)
    return frozenset(found)


def is_text(location: Location) -> bool:
    """Whether words stand at `location`, and no id, date, sum or choice; all that answers a cause's own
    questions counts as words.
    """
    return any(kind in (Plain, Prose, Any) for kind in _kinds_at(_any(location))) or "answers" in location


def holds_texts(record: Any, name: str) -> bool:
    """Whether the field `name` of `record` is a list of words."""
    lists = [kind for kind in kinds_of(_hint(record, name.rstrip("_"))) if get_origin(kind) is list]
    return any(kind in (Plain, Prose) for one in lists for kind in kinds_of(get_args(one)[0]))


def is_prose(location: Location) -> bool:
    """Whether text with marks stands at `location`."""
    return Prose in _kinds_at(_any(location))


def is_stated(location: Location) -> bool:
    """Whether the field at `location` may say that it is unknown."""
    return Unknown in _kinds_at(_any(location))


def is_list(location: Location) -> bool:
    """Whether the model has a list at `location`."""
    return any(get_origin(kind) is list for kind in _kinds_at(_any(location)))


def _any(location: Location) -> Location:
    """`location` with every position as the first: all entries of a list are of the same kinds."""
    return tuple(0 if isinstance(part, int) else part for part in location)


@cache
def _kinds_at(location: Location) -> tuple[Any, ...]:
    if not location:
        return (FactSheet,)
    return tuple(inner for kind in _kinds_at(location[:-1]) for inner in _step(kind, location[-1]))


def _step(kind: Any, part: str | int) -> Iterator[Any]:
    origin = get_origin(kind)
    if isinstance(part, int):
        if origin is list:
            yield from kinds_of(get_args(kind)[0])
    elif origin is dict:
        yield from kinds_of(get_args(kind)[1])
    elif isinstance(kind, type) and issubclass(kind, Record):
        record: Any = kind
        hint = _hint(record, part)
        yield from kinds_of(hint) if hint is not None else ()


def kinds_of(hint: Any) -> Iterator[Any]:
    """The kinds of value that a hint allows."""
    if get_origin(hint) in (Union, UnionType):
        for kind in get_args(hint):
            yield from kinds_of(kind)
    else:
        yield hint


@cache
def _hint(record: Any, field: str) -> Any:
    """What may stand in a field of `record`, None where it has no such field. Of all that the record declares
    only this is evaluated, since a draft asks of few.
    """
    name = next((own for own in record.questions if own.rstrip("_") == field), "")
    for base in record.__mro__ if name else ():
        if name in (declared := getattr(base, "__annotations__", {})):
            one = SimpleNamespace(__annotations__={name: declared[name]})
            return get_type_hints(one, vars(sys.modules[base.__module__]))[name]
    return None


def _hints(record: Any) -> list[Any]:
    return [_hint(record, name.rstrip("_")) for name in record.questions]
