"""Raw values in JSON's terms: what is unknown, or none, is a mapping there, as it is in the sheet."""

from __future__ import annotations

from typing import Any, Callable

from drafter.facts.values import Unknown, Without

__all__ = ["STATES", "as_json", "from_json"]

STATES: dict[str, Callable[[str], Any]] = {"unknown": Unknown, "none": Without}
"""The ways of having no value, by the name that a sheet gives them."""


def as_json(value: Any) -> Any:
    """`value` as JSON has it."""
    if isinstance(value, Unknown):
        return {"unknown": value.note}
    if isinstance(value, Without):
        return {"none": value.reason}
    if isinstance(value, dict):
        return {name: as_json(entry) for name, entry in value.items()}
    return [as_json(entry) for entry in value] if isinstance(value, list) else value


def from_json(value: Any) -> Any:
    """The raw value that `as_json` gave."""
    if isinstance(value, dict):
        name = next(iter(value), "")
        return (
            STATES[name](value[name])
            if len(value) == 1 and name in STATES and isinstance(value[name], str)
            else {own: from_json(entry) for own, entry in value.items()}
        )
    return [from_json(entry) for entry in value] if isinstance(value, list) else value
