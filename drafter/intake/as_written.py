"""A plaintiff of a spreadsheet as the fact sheet writes it."""

from __future__ import annotations

from typing import Any

from drafter.facts.dates import EventDate
from drafter.facts.parties import Plaintiff
from drafter.facts.schema import validator
from drafter.facts.values import Money, Unknown, Without

__all__ = ["settled_plaintiff"]


def settled_plaintiff(raw: dict[str, Any]) -> dict[str, Any]:
    """A raw plaintiff with its dates, States and sums as the sheet writes them. Raises pydantic's
    ValidationError.
    """
    read = validator(Plaintiff).validate_python({"id": "a", **raw})
    settled: dict[str, Any] = {name: _settled(value, read.__dict__[name]) for name, value in raw.items()}
    return settled


def _settled(raw: Any, read: Any) -> Any:
    if isinstance(raw, dict):
        return {name: _settled(value, read.__dict__[name]) for name, value in raw.items()}
    if isinstance(raw, list):
        return [_settled(*pair) for pair in zip(raw, read, strict=True)]
    if isinstance(raw, (Unknown, Without)) or read is None:
        return raw
    if isinstance(read, Money):
        return str(read) if read == round(read, 2) else raw
    if isinstance(read, EventDate):
        return read.iso
    return ("yes" if read else "no") if isinstance(read, bool) else str(read)
