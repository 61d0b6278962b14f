"""The columns as they were settled, kept beside the fact sheet in `.NAME.columns.json`: headings and fields,
never what stands in a row.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from drafter.intake.columns import is_field
from drafter.matter_files.private_disk import put_in_place
from drafter.matter_files.sidecar import (
    TEXT,
    MalformedRecord,
    list_shape,
    mapping_shape,
    put_aside,
    read_record,
)

__all__ = ["load_columns", "place_of", "save_columns"]

MOST = 20


def place_of(sheet: str | Path) -> Path:
    """Where the columns settled for `sheet` are kept."""
    real = Path(os.path.realpath(sheet))
    return real.with_name(f".{real.name}.columns.json")


def load_columns(sheet: str | Path, headings: list[str]) -> dict[str, str]:
    """Heading to field, as it was kept for a table with these headings in whatever order; nothing where none
    was, or it cannot be read.
    """
    return next((entry for entry in reversed(_records(sheet)) if entry.keys() == set(headings)), {})


def save_columns(sheet: str | Path, headings: list[str], fields: dict[str, str]) -> None:
    """Keep what each heading is for; those that are refused are kept as not used. Raises OutputError."""
    entry = {heading: fields.get(heading, "") for heading in headings}
    remembered = _records(sheet, settle=True)
    if entry not in remembered:
        others = [each for each in remembered if each.keys() != entry.keys()]
        put_in_place(
            place_of(sheet), json.dumps([*others[1 - MOST :], entry], indent=1, ensure_ascii=False).encode()
        )


def _records(sheet: str | Path, settle: bool = False) -> list[dict[str, str]]:
    """What is kept; nothing where the record is not as drafter writes it, which, to `settle` it, is put aside
    first.
    """
    try:
        there = read_record(place_of(sheet), list_shape(mapping_shape(TEXT))) or []
    except MalformedRecord:
        if settle:
            put_aside(place_of(sheet))
        return []
    return [entry for entry in there if _has_known_fields(entry)]


def _has_known_fields(entry: dict[str, str]) -> bool:
    return all(map(is_field, entry.values()))
