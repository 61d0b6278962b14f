"""The fields of the fact sheet's plaintiff that a cell can fill, read off the model."""

from __future__ import annotations

from typing import Any, Iterator, Literal, NamedTuple, get_args, get_origin, get_type_hints

from drafter.facts.dates import EventDate
from drafter.facts.parties import Plaintiff
from drafter.facts.question import NOTHING
from drafter.facts.record import Record
from drafter.facts.values import Unknown, Without
from drafter.tree.shape import kinds_of

__all__ = ["FIELDS", "Field", "NAME_PARTS", "path_of_steps", "steps_of"]

NAME_PARTS = ("name.first", "name.middle", "name.last", "name.suffix")
"""The parts a name may be given in, in the order in which they are put together."""


class Field(NamedTuple):
    """A field: its path from the plaintiff (`[]` after a list of records), and what a cell for it is read
    as.
    """

    path: str
    many: bool
    is_date: bool
    is_choice: bool
    refers: bool
    """Whether it holds ids of classes."""


def _fields(record: type[Record], path: str) -> Iterator[Field]:
    hints = get_type_hints(record)
    for name, question in record.questions.items():
        kinds = [kind for kind in kinds_of(hints[name]) if kind not in (Unknown, Without, type(None))]
        if path == "" or not question.refers:
            yield from _field(kinds[0], f"{path}{name.rstrip('_')}", bool(question.refers))


def _field(kind: Any, path: str, refers: bool, many: bool = False) -> Iterator[Field]:
    if get_origin(kind) is list:
        yield from _field(get_args(kind)[0], path, refers, True)
    elif not (isinstance(kind, type) and issubclass(kind, Record)):
        yield Field(path, many, kind is EventDate, get_origin(kind) is Literal, refers)
    elif not many:
        yield from _fields(kind, f"{path}.")
    elif all(
        question.default is not NOTHING for question in kind.questions.values()
    ):  # else a cell alone could not make the record
        yield from _fields(kind, f"{path}[].")


FIELDS = {field.path: field for field in _fields(Plaintiff, "")}


def steps_of(name: str) -> list[str | int]:
    """The steps of a column's field: `experience.purchases[2].date` has the number 2 after `purchases`, and
    [] counts as 1.
    """
    steps: list[str | int] = []
    for part in name.split("."):
        base, bracket, number = part.partition("[")
        steps += [base, int(number.rstrip("]") or 1)] if bracket else [base]
    return steps


def path_of_steps(steps: list[str | int]) -> str:
    """The steps, joined by dots."""
    return ".".join(map(str, steps))
