"""Entries of a sheet that lead back to themselves: no class is part of itself, no claim derives from itself,
no fact is inferred from itself.
"""

from __future__ import annotations

from typing import Any, Callable, Iterable, Iterator

from drafter.tree.paths import Found, Location

__all__ = ["closing", "cycles"]

_LINKS = {
    "classes": ("subclass_of",),
    "claims": ("predicates", "alternative_to"),
    "defendants": ("parent_of",),
    "allegations": ("source.from_",),
}
_TO_ITSELF_ALONE = frozenset(("alternative_to",))
"""Two claims may each be the other's alternative."""


def cycles(places: list[Found]) -> Iterator[tuple[Location, str, str]]:
    """Each circle once: where, what, and the remedy."""
    for kind, links in _LINKS.items():
        entries = {
            str(place.record.__dict__["id"]): place
            for place in places
            if place.kind == kind and place.record.__dict__.get("id")
        }
        for link in links:
            yield from _of(entries, link)


def closing(path: str, value: Any, entries: Callable[[str], Iterable[tuple[str, Any]]]) -> str:
    """The circle that `value` at `path` would close, as “a → b → a”; "" where it closes none. `entries` gives
    the raw entries of a kind, each with its id.
    """
    kind, _, inner = path.partition(".")
    own, _, field = inner.partition(".")
    link = next((each for each in _LINKS.get(kind, ()) if each.rstrip("_") == field), "")
    if not link:
        return ""
    given = {key: _texts(_within(raw, field)) for key, raw in entries(kind)}
    named = {key: [name for name in names if name in given] for key, names in given.items()}
    named[own] = [name for name in _texts(value) if name in named]
    if link in _TO_ITSELF_ALONE:
        named = {key: [name for name in names if name == key] for key, names in named.items()}
    circle = _back_to(own, named, set())
    return " → ".join([*circle, own]) if circle else ""


def _of(entries: dict[str, Found], link: str) -> Iterator[tuple[Location, str, str]]:
    named = {
        own: [name for name in _named(place.record, link) if name in entries]
        for own, place in entries.items()
    }
    if link in _TO_ITSELF_ALONE:
        named = {own: [name for name in names if name == own] for own, names in named.items()}
    done: set[str] = set()
    for own in named:
        circle = _back_to(own, named, done)
        if circle:
            done |= set(circle)
            field = link.rstrip("_")
            steps = " → ".join([*circle, circle[0]])
            yield (
                (*entries[own].location, *field.split(".")),
                f"{field} goes round in a circle: {steps}",
                "Take one of these out.",
            )


def _back_to(own: str, named: dict[str, list[str]], done: set[str]) -> list[str]:
    """The way from `own` back to itself, the shortest; none where there is none, or it was told already."""
    ways, seen = [[own]], {own}
    while ways:
        way = ways.pop(0)
        for name in named[way[-1]]:
            if name == own:
                return [] if own in done else way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _named(record: Any, link: str) -> list[str]:
    for part in link.split("."):
        record = getattr(record, part, None)
    return _texts(record)


def _within(raw: Any, field: str) -> Any:
    for part in field.split("."):
        raw = raw.get(part) if isinstance(raw, dict) else None
    return raw


def _texts(value: Any) -> list[str]:
    return [name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]
