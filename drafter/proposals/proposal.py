"""A proposal: operations on a sheet by path, each with what it rests on. Pure."""

from __future__ import annotations

from typing import Any, NamedTuple

from drafter.tree.answers import UNFIT, Answers, Change, same
from drafter.tree.json_values import as_json, from_json

__all__ = ["Ground", "Operation", "Proposal", "conflict", "from_page", "page_of"]


class Ground(NamedTuple):
    """What an operation rests on: a document, the place in it, the words quoted, who wrote them and when."""

    document: str = ""
    pin: str = ""
    quote: str = ""
    author: str = ""
    date: str = ""


class Operation(NamedTuple):
    """What would be changed.

    number   counted from 1 in its proposal
    title    what it is, in a line
    changes  of the sheet, in their order: all of them or none
    stands   what stood at the path of each when it was proposed
    ground   what it rests on
    state    open, taken or refused
    undo     what takes it back, once it was taken
    """

    number: int
    title: str
    changes: tuple[Change, ...]
    stands: tuple[Any, ...]
    ground: Ground
    state: str = "open"
    undo: tuple[Change, ...] = ()


class Proposal(NamedTuple):
    """A proposal.

    sheet       SHA-256 of the sheet that it was made against
    by, how     who made it, and from what
    when        in UTC
    operations  what would be changed
    not_placed  what has no place in the sheet, with its words: a line each
    """

    sheet: str
    by: str
    how: str
    when: str
    operations: tuple[Operation, ...]
    not_placed: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether an operation waits for a person."""
        return any(each.state == "open" for each in self.operations)


def conflict(operation: Operation, answers: Answers) -> str:
    """Why an operation cannot be taken any more: something else stands where it was proposed, or it has no
    place; empty where it can.
    """
    for change, stood in zip(operation.changes, operation.stands, strict=True):
        if change.act != "add" and not same(answers.get(change.path), stood):
            return f"{change.path} was changed since this was proposed"
    done: list[Change] = []
    try:
        for change in operation.changes:
            answers.apply(change)
            done.append(change)
    except UNFIT as problem:
        return f"it has no place in the sheet any more: {problem}"
    finally:
        for _ in done:
            answers.undo()
    return ""


def page_of(proposal: Proposal) -> dict[str, Any]:
    """A proposal as JSON has it."""
    page = proposal._asdict()
    page["operations"] = [
        {
            **operation._asdict(),
            "changes": [_change_page(change) for change in operation.changes],
            "undo": [_change_page(change) for change in operation.undo],
            "stands": [as_json(value) for value in operation.stands],
            "ground": operation.ground._asdict(),
        }
        for operation in proposal.operations
    ]
    return {"format": 1, **page}


def _change_page(change: Change) -> dict[str, Any]:
    return {**change._asdict(), "value": as_json(change.value)}


def _change(page: dict[str, Any]) -> Change:
    return Change(page["path"], page["act"], from_json(page["value"]), page["after"])


def from_page(page: dict[str, Any]) -> Proposal:
    """The proposal that `page_of` gave. Raises KeyError, TypeError, ValueError for what is none."""
    operations = tuple(
        Operation(
            int(each["number"]),
            str(each["title"]),
            tuple(map(_change, each["changes"])),
            tuple(from_json(value) for value in each["stands"]),
            Ground(**each["ground"]),
            str(each["state"]),
            tuple(map(_change, each["undo"])),
        )
        for each in page["operations"]
    )
    sheet, by, how, when = (str(page[name]) for name in ("sheet", "by", "how", "when"))
    return Proposal(sheet, by, how, when, operations, tuple(map(str, page["not_placed"])))
