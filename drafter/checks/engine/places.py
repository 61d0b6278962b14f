"""Where each record of a sheet stands, and what a field of it holds, as plain data."""

from __future__ import annotations

from typing import Any, NamedTuple

from drafter.checks.engine.shared import once_a_draft
from drafter.complaint import Draft
from drafter.facts.record import Record
from drafter.tree.paths import join, walk

__all__ = ["RecordPlace", "joined", "places", "plain_value", "records_in"]


class RecordPlace(NamedTuple):
    """Where a record of the sheet stands: its path; the same with `[]` and `{}` for what is one of many; and
    the path of the innermost entry of a list it stands in, itself or one above it, empty where it is in none.
    """

    path: str
    pattern: str
    entry: str


@once_a_draft
def places(draft: Draft) -> tuple[dict[int, RecordPlace], dict[str, Record]]:
    """By identity, where each record of the sheet stands, and each that the draft reads in place of one; and
    the records by path.
    """
    found: dict[int, RecordPlace] = {}
    by_path: dict[str, Record] = {}
    above: dict[int, tuple[str, str, bool]] = {}
    for there in draft.matter.places:
        pattern, entry, is_entry = above.get(id(there.record), ("", "", False))
        place = RecordPlace(there.path, pattern, there.path if is_entry else entry)
        found[id(there.record)] = place
        by_path[there.path] = there.record
        for name, value in there.record.__dict__.items():
            if value is None or not isinstance(value, (Record, list, dict)):
                continue
            nested = name == "items" and pattern != "sections[]"
            for sign, inner in records_in(value):
                own = pattern if nested else f"{joined(pattern, name)}{sign}"
                above[id(inner)] = (own, place.entry, bool(sign))
    for own, allegation in draft.matter.allegations.items():
        if id(allegation) not in found:
            for there in walk(allegation, f"allegations.{own}"):
                found.setdefault(id(there.record), found[id(by_path[there.path])])
    return found, by_path


def records_in(value: Any) -> list[tuple[str, Record]]:
    """The records that a field holds, each with the sign of what holds it."""
    if isinstance(value, list):
        return [("[]", entry) for entry in value if isinstance(entry, Record)]
    if isinstance(value, Record):
        return [("", value)]
    if isinstance(value, dict):
        return [("{}", entry) for entry in value.values() if isinstance(entry, Record)]
    return []


def plain_value(value: Any) -> Any:
    """What a field holds, without what is empty."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Record):
        return {name: plain_value(one) for name, one in value.__dict__.items() if one not in (None, [], {})}
    if isinstance(value, dict):
        return {name: plain_value(one) for name, one in value.items()}
    return [plain_value(one) for one in value] if isinstance(value, (list, tuple)) else value


def joined(path: str, name: str) -> str:
    """The path of a field below `path`, as the sheet writes its name."""
    return join(path, name.rstrip("_"))
