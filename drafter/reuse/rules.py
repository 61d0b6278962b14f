"""What of one matter may go into another, and what must not.

Counsel, defendants as the public record has them, the wording of classes and the theories of claims are a
firm's to use again. What a client said, dates, notices, docket numbers, citations read and findings accepted
belong to the matter they were given in, and never go along: each field says so itself, in `ask(reuse=...)`.
"""

from __future__ import annotations

from typing import Any

from drafter.facts.record import Record
from drafter.tree.ids import ids_in
from drafter.tree.paths import Location
from drafter.tree.shape import records_at, refers

__all__ = ["portion", "reused"]

Tree = dict[str, Any]


def reused(tree: Tree) -> Tree:
    """What of a matter's whole tree goes into a new one. References to what stays behind are left out."""
    carried = _copied(tree, ())
    return portion(carried)


def portion(tree: Tree) -> Tree:
    """A part of a sheet, able to stand alone: without references to what is not in it."""
    there = set(ids_in(tree))
    found = _without_dangling(tree, there, ())
    return found if isinstance(found, dict) else {}


def _copied(value: Any, location: Location) -> Any:
    if isinstance(value, list):
        return [_copied(entry, (*location, position)) for position, entry in enumerate(value)]
    if not isinstance(value, dict):
        return value
    kind = next((record for record in records_at(location) if _goes_along(record)), None)
    if kind is None:
        return {}
    names = {name.rstrip("_") for name, question in kind.questions.items() if question.reuse}
    found = {name: _copied(entry, (*location, name)) for name, entry in value.items() if name in names}
    return {name: entry for name, entry in found.items() if entry not in ({}, [])}


def _goes_along(record: type[Record]) -> bool:
    """Whether some field of such a record goes into a new matter."""
    return any(question.reuse for question in record.questions.values())


def _without_dangling(value: Any, there: set[str], location: Location) -> Any:
    if isinstance(value, list):
        return [
            _without_dangling(entry, there, (*location, position)) for position, entry in enumerate(value)
        ]
    if not isinstance(value, dict):
        return value
    found: Tree = {}
    for name, entry in value.items():
        if refers(location, name):
            listed = [own for own in (entry if isinstance(entry, list) else [entry]) if own in there]
            if listed:
                found[name] = listed if isinstance(entry, list) else listed[0]
        else:
            found[name] = _without_dangling(entry, there, (*location, name))
    return found
