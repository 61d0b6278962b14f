"""Where the entries of lists stand in a tree that is being merged, without looking through it each time."""

from __future__ import annotations

from typing import Any, Callable

from drafter.tree.outline import outline_lists, outlines

__all__ = ["EntryPlaces"]

Key = Callable[[Any], str]


class EntryPlaces:
    """The place of each entry of a list by its key. What is appended is added; whatever else moves an entry
    makes it all forgotten, and reckoned anew when it is asked for.
    """

    def __init__(self, merged: dict[str, Any], key: Key) -> None:
        self._merged = merged
        self._key = key
        self._lists: dict[int, tuple[list[Any], dict[str, int]]] = {}
        self._outlines: dict[str, tuple[list[Any], int]] | None = None

    def moved(self) -> None:
        """Entries were taken out, or put elsewhere."""
        self._lists.clear()
        self._outlines = None

    def appended(self, entries: list[Any], key: str) -> None:
        """An entry of that key is now the last of `entries`."""
        there = self._lists.get(id(entries))
        if there:
            there[1].setdefault(key, len(entries) - 1)
        if self._outlines is not None:
            self._outlines.setdefault(key, (entries, len(entries) - 1))

    def in_list(self, entries: list[Any], key: str) -> int:
        """The first place of `entries` with that key; -1 where there is none."""
        there = self._lists.get(id(entries))
        position = there[1].get(key, -1) if there else -1
        if there is None or position >= 0 and self._key(entries[position]) != key:
            there = self._lists[id(entries)] = (entries, _first_places(entries, self._key))
            position = there[1].get(key, -1)
        return position

    def in_outlines(self, key: str) -> tuple[list[Any], int] | None:
        """The list of an outline in which an entry of that key stands, and its place there."""
        found = self._outlines.get(key) if self._outlines is not None else None
        if self._outlines is None or found and self._key(found[0][found[1]]) != key:
            self._outlines = {}
            for _, outline in outlines(self._merged):
                for entries in outline_lists(outline):
                    for own, position in _first_places(entries, self._key).items():
                        self._outlines.setdefault(own, (entries, position))
            found = self._outlines.get(key)
        return found


def _first_places(entries: list[Any], key: Key) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, entry in enumerate(entries):
        found.setdefault(key(entry), position)
    return found
