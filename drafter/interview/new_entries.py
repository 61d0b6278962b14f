"""Entries that are not in the sheet yet: what belongs to one, read and written in its own small tree."""

from __future__ import annotations

from typing import Any

from drafter.interview.tracing import NEW

__all__ = ["inside", "owner_of", "with_value"]


def owner_of(path: str) -> tuple[str, list[str]]:
    """The list and what follows, for a path within a new entry; "" for any other."""
    parts = path.split(".")
    if NEW not in parts:
        return "", parts
    at = parts.index(NEW)
    return ".".join(parts[:at]), parts[at + 1 :]


def inside(raw: Any, parts: list[str]) -> Any:
    """What `raw` has at `parts`; None for nothing."""
    for part in parts:
        raw = raw.get(part) if isinstance(raw, dict) else None
    return raw


def with_value(raw: Any, parts: list[str], value: Any) -> dict[str, Any]:
    """A copy of `raw` with `value` at `parts`; nothing there if it is None."""
    copy = dict(raw) if isinstance(raw, dict) else {}
    inner = value if len(parts) == 1 else with_value(copy.get(parts[0]), parts[1:], value)
    if inner is None or inner == {}:
        copy.pop(parts[0], None)
        return copy
    return {**copy, parts[0]: inner}
