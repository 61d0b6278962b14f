"""The outlines of a raw tree walked: the facts, and the sections of their own. A heading has `items`, an
allegation has none. What is not as it should be is passed over. Pure.
"""

from __future__ import annotations

from typing import Any, Iterator

__all__ = ["outline_entries", "is_heading", "outline_lists", "outlines"]

_Location = tuple[str | int, ...]


def is_heading(entry: dict[str, Any]) -> bool:
    """Whether an entry of an outline is a heading, though its words may still be missing."""
    return "heading" in entry or "items" in entry


def outlines(tree: dict[str, Any]) -> Iterator[tuple[_Location, Any]]:
    """Each outline of a tree with its place: that of the facts first."""
    yield ("allegations",), tree.get("allegations")
    sections = tree.get("sections")
    for position, section in enumerate(sections if isinstance(sections, list) else ()):
        if isinstance(section, dict):
            yield ("sections", position, "items"), section.get("items")


def outline_entries(items: Any, where: _Location = ()) -> Iterator[tuple[_Location, dict[str, Any]]]:
    """Every heading and allegation of an outline, in order, with its place under `where`."""
    for position, entry in enumerate(items if isinstance(items, list) else ()):
        if isinstance(entry, dict):
            yield (*where, position), entry
            yield from outline_entries(entry.get("items"), (*where, position, "items"))


def outline_lists(items: Any) -> Iterator[list[Any]]:
    """The list of an outline, and the lists under its headings."""
    if isinstance(items, list):
        yield items
        for entry in items:
            if isinstance(entry, dict):
                yield from outline_lists(entry.get("items"))
