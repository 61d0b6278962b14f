"""The ids of a raw tree: those that entries have, and those that fields refer to. Pure."""

from __future__ import annotations

from typing import Any, Iterator

from drafter.tree.paths import Location
from drafter.tree.shape import refers

__all__ = ["ids_in", "unknown_ids"]

Tree = dict[str, Any]


def ids_in(value: Any) -> Iterator[str]:
    """Every id in a raw value: its own, and those of the entries within it."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for entry in value.values():
            yield from ids_in(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from ids_in(entry)


def unknown_ids(tree: Tree) -> set[str]:
    """The ids that a sheet refers to and nothing in it has, as a file of facts may whose parties stand in the
    sheets that include it.
    """
    there = set(ids_in(tree))
    return {own for own in _referred(tree, ()) if own not in there}


def _referred(value: Any, location: Location) -> Iterator[str]:
    if isinstance(value, list):
        for position, entry in enumerate(value):
            yield from _referred(entry, (*location, position))
    elif isinstance(value, dict):
        for name, entry in value.items():
            if refers(location, name):
                yield from (
                    own for own in (entry if isinstance(entry, list) else [entry]) if isinstance(own, str)
                )
            else:
                yield from _referred(entry, (*location, name))
