"""Paths into the fact sheet: by id and not by position, so that they survive moving things about.

`claims.sca.elements.divulged`, `plaintiffs.de-la-torre.residence.county`, `allegations.opt-out` (whatever heading it stands under). One kind of
path serves findings, answers, acceptances and provenance. A *location* is the position in the file that a path stands for now.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple

from drafter.facts.record import Record

__all__ = ["Found", "Location", "kinds", "walk"]

Location = tuple[str | int, ...]

_OUTLINES = ("items",)
_ROOTS = {"sections": "sections"}


class Found(NamedTuple):
    """A record of the sheet: its path, its location in the file, and the kind of thing it is (the name of the list it stands in)."""

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
            _walk_value(value, path if name in _OUTLINES else _join(path, key), (*location, key), key, found)


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
                _walk(entry, _join(path, key), (*location, key), kind, found)


def _item(entry: Record, position: int, path: str, location: Location, kind: str) -> tuple[str, Location, str]:
    if type(entry).__name__ == "Allegation":
        return f"allegations.{entry.__dict__['id']}", (*location, position), "allegations"
    if "heading" in entry.__dict__ and kind != "sections":
        return _join(path, entry.__dict__["id"] or str(position + 1)), (*location, position), "headings"
    return _join(path, entry.__dict__.get("id") or str(position + 1)), (*location, position), kind


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def kinds(places: list[Found]) -> dict[str, dict[str, Found]]:
    """The sheet's records that have ids: kind, then id. The first of two with one id is kept."""
    found: dict[str, dict[str, Found]] = {}
    for place in places:
        own = place.record.__dict__.get("id")
        if own and place.kind != "court":
            found.setdefault(place.kind, {}).setdefault(own, place)
    return found
