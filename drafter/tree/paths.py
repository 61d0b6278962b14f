"""Paths into the fact sheet: by id and not by position, so that they survive moving things about.

`claims.sca.elements.divulged`, `plaintiffs.de-la-torre.residence.county`, `allegations.opt-out` (whatever
heading it stands under). One kind of path serves findings, answers, acceptances and provenance. A *location*
is the position in the file that a path stands for now.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple

from drafter.facts.record import Record
from drafter.tree.outline import is_heading, outline_entries, outlines

__all__ = [
    "Found",
    "Location",
    "key_of",
    "is_of_a_cause",
    "join",
    "kinds",
    "leaves",
    "locate",
    "path_of",
    "value_at",
    "walk",
]

Location = tuple[str | int, ...]

_OUTLINES = ("items",)
_OUTLINED = ("allegations", "sections")


class Found(NamedTuple):
    """A record of the sheet: its path, its location in the file, and the kind of thing it is (the name of the
    list it stands in).
    """

    path: str
    location: Location
    kind: str
    record: Record


def walk(record: Record, path: str = "", location: Location = (), kind: str = "") -> Iterator[Found]:
    """`record` and every record within it, in the order of the sheet."""
    found: list[Found] = []
    _walk(record, path, location, kind, found)
    return iter(found)


def _walk(record: Record, path: str, location: Location, kind: str, found: list[Found]) -> None:
    found.append(Found(path, location, kind, record))
    for name, value in record.__dict__.items():
        if value and isinstance(value, (Record, list, dict)):
            key = name.rstrip("_")
            _walk_value(value, path if name in _OUTLINES else join(path, key), (*location, key), key, found)


def _walk_value(value: Any, path: str, location: Location, kind: str, found: list[Found]) -> None:
    if isinstance(value, Record):
        _walk(value, path, location, kind, found)
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            if isinstance(entry, Record):
                _walk(entry, *_item(entry, position, path, location, kind), found)
    else:
        for key, entry in value.items():
            if isinstance(entry, Record):
                _walk(entry, join(path, key), (*location, key), kind, found)


def _item(
    entry: Record, position: int, path: str, location: Location, kind: str
) -> tuple[str, Location, str]:
    if type(entry).__name__ == "Allegation":
        return f"allegations.{entry.__dict__['id']}", (*location, position), "allegations"
    if "heading" in entry.__dict__ and kind != "sections":
        return join(path, entry.__dict__["id"] or str(position + 1)), (*location, position), "headings"
    return join(path, entry.__dict__.get("id") or str(position + 1)), (*location, position), kind


def join(path: str, key: str) -> str:
    """The path of what stands under `key` at `path`; at the top of the sheet, its key."""
    return f"{path}.{key}" if path else key


def kinds(places: list[Found]) -> dict[str, dict[str, Found]]:
    """The sheet's records that have ids: kind, then id. The first of two with one id is kept."""
    found: dict[str, dict[str, Found]] = {}
    for place in places:
        own = place.record.__dict__.get("id")
        if own and place.kind != "court" and not is_of_a_cause(place):
            found.setdefault(place.kind, {}).setdefault(own, place)
    return found


def is_of_a_cause(place: Found) -> bool:
    """Whether it stands inside a cause of the sheet's own: elements, remedies and notices have their names
    within their cause, as in the library.
    """
    return place.location[:1] == ("causes",) and len(place.location) > 2


# --- in a tree that was not validated
# --------------------------------------------------------------------------------------------------


def locate(tree: dict[str, Any], path: str) -> Location | None:
    """The location of `path` in a raw tree; None where the tree has nothing there."""
    parts = path.split(".") if path else []
    if parts[:1] == ["allegations"] and len(parts) > 1:
        own = _allegation(tree, parts[1])
        if own is not None:
            return _descend(tree, own, parts[2:])
    return _descend(tree, (), parts)


def leaves(value: Any, where: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Everything in a raw tree that is neither a record nor a list, with its place, in order."""
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from leaves(entry, (*where, name))
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            yield from leaves(entry, (*where, position))
    else:
        yield where, value


def value_at(tree: Any, location: Location) -> Any:
    """What stands at `location` of a raw tree. Raises LookupError."""
    for part in location:
        tree = tree[part]
    return tree


def key_of(entry: Any, position: int) -> str:
    """The key of an entry of a list in a raw tree: its id, or its number counted from 1."""
    own = entry.get("id") if isinstance(entry, dict) else None
    return own if isinstance(own, str) else str(position + 1)


def path_of(tree: dict[str, Any], location: Location) -> str:
    """The path of `location` in a raw tree. Names that the tree does not have (yet, or any more) stand in it
    as they are.
    """
    value: Any = tree
    parts: list[str] = []
    for part in location:
        value = value[part] if isinstance(part, int) else value.get(part) if isinstance(value, dict) else None
        parts = (
            _entry_path(parts, value, part, location[0] in _OUTLINED)
            if isinstance(part, int)
            else [*parts, part]
        )
    return ".".join(parts)


def _entry_path(parts: list[str], entry: Any, position: int, outlined: bool) -> list[str]:
    if not (outlined and parts[-1] in ("allegations", "items")):
        return [*parts, key_of(entry, position)]
    if isinstance(entry, dict) and isinstance(entry.get("id"), str) and not is_heading(entry):
        return ["allegations", entry["id"]]
    return [*(parts[:-1] if parts[-1] == "items" else parts), key_of(entry, position)]


def _descend(tree: dict[str, Any], location: Location, parts: list[str]) -> Location | None:
    value = value_at(tree, location)
    for part in parts:
        step = _step(value, part)
        if step is None:
            return None
        location = (*location, *step)
        value = value_at(value, step)
    return location


def _step(value: Any, part: str) -> Location | None:
    """From a record or list to what `part` names in it; the `items` of an outline need not be named."""
    if isinstance(value, list):
        return next(
            ((position,) for position, entry in enumerate(value) if key_of(entry, position) == part), None
        )
    if not isinstance(value, dict):
        return None
    if part in value:
        return (part,)
    inner = _step(value["items"], part) if isinstance(value.get("items"), list) else None
    return ("items", *inner) if inner else None


def _allegation(tree: dict[str, Any], own: str) -> Location | None:
    return next(
        (
            location
            for where, outline in outlines(tree)
            for location, entry in outline_entries(outline, where)
            if entry.get("id") == own and not is_heading(entry)
        ),
        None,
    )
