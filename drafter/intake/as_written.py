"""A plaintiff of a spreadsheet as the fact sheet writes it."""

from __future__ import annotations

from typing import Any

from drafter.facts.dates import EventDate
from drafter.facts.parties import Plaintiff
from drafter.facts.schema import validator
from drafter.facts.values import Money, Unknown, Without

__all__ = ["plaintiff_as_written"]


def plaintiff_as_written(raw: dict[str, Any]) -> dict[str, Any]:
    """A raw plaintiff with its dates, States and sums as the sheet writes them. Raises pydantic's
    ValidationError.
    """
    read = validator(Plaintiff).validate_python({"id": "a", **raw})
    return {name: _as_written(value, read.__dict__[name]) for name, value in raw.items()}


def _as_written(raw: Any, read: Any) -> Any:
    if isinstance(raw, dict):
        return {name: _as_written(value, read.__dict__[name]) for name, value in raw.items()}
    if isinstance(raw, list):
        return [_as_written(*pair) for pair in zip(raw, read, strict=True)]
    if isinstance(raw, (Unknown, Without)) or read is None:
        return raw
    if isinstance(read, Money):
        return str(read) if read == round(read, 2) else raw
    if isinstance(read, EventDate):
        return read.iso
    return ("yes" if read else "no") if isinstance(read, bool) else str(read)
