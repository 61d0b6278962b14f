"""The records that drafter keeps beside a sheet, as they are found: read within bounds, held to their shape,
never trusted and never lost.

A record that cannot be read, or has not the shape it was written in, is set aside under a name of its own and
told. Nothing begins anew over it.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from drafter.errors import OutputError, SheetError
from drafter.facts.compiled import core
from drafter.matter_files.private_disk import put_in_place
from drafter.yamltext.read import contents

__all__ = [
    "DEEPEST",
    "LARGEST",
    "MalformedRecord",
    "TEXT",
    "lines_of",
    "list_shape",
    "mapping_shape",
    "free_aside",
    "put_aside",
    "read_json",
    "read_record",
    "record_shape",
    "validated",
]

LARGEST = 100_000_000
"""Bytes of a record: the facts of a draft may have more than the sheet, whose text is shorter than JSON."""
DEEPEST = 60
"""Levels of a record: the facts of a sheet have at most twenty, and stand in a few of the record's own."""

Shape = dict[str, Any]
TEXT: Shape = {"type": "str", "strict": True}


class MalformedRecord(Exception):
    """A record is not as drafter writes it; the message says how."""


def list_shape(entry: Shape) -> Shape:
    """The shape of a list of such entries."""
    return {"type": "list", "items_schema": entry, "strict": True}


def mapping_shape(entry: Shape) -> Shape:
    """The shape of a mapping from names to such entries."""
    return {"type": "dict", "keys_schema": TEXT, "values_schema": entry, "strict": True}


def record_shape(
    fields: dict[str, Shape], others: Shape | None = None, optional: frozenset[str] = frozenset()
) -> Shape:
    """The shape of a mapping with these fields, and with `others` under any other name where they are
    given.
    """
    there = {
        name: {"type": "typed-dict-field", "schema": shape, "required": name not in optional}
        for name, shape in fields.items()
    }
    more = {"extra_behavior": "allow", "extras_schema": others} if others else {"extra_behavior": "forbid"}
    return {"type": "typed-dict", "fields": there, "strict": True, **more}


@cache
def _validator(shape: str) -> Any:
    return core().SchemaValidator(json.loads(shape))


def read_record(path: Path, shape: Shape) -> Any:
    """What the record at `path` holds, in `shape`; None where there is none. Raises MalformedRecord."""
    try:
        data = contents(path, most=LARGEST)
    except SheetError as error:
        if not os.path.lexists(path):
            return None
        raise MalformedRecord(error.message) from None
    return validated(read_json(data), shape)


def validated(value: Any, shape: Shape) -> Any:
    """`value`, which has `shape`. Raises MalformedRecord."""
    try:
        return _validator(json.dumps(shape)).validate_python(value)
    except core().ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise MalformedRecord(f"{'.'.join(map(str, first['loc'])) or 'it'}: {first['msg']}") from None


def read_json(data: bytes | str) -> Any:
    """The value that JSON stands for, of no more levels than a record has. Raises MalformedRecord."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(f"it is no JSON ({type(error).__name__})") from None
    if not _is_shallow(value, DEEPEST):
        raise MalformedRecord(f"it has more than {DEEPEST} levels")
    return value


def _is_shallow(value: Any, levels: int) -> bool:
    """Whether `value` is nested no deeper than so many levels."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels >= 0 and all(_is_shallow(entry, levels - 1) for entry in inner)


def lines_of(path: Path) -> list[bytes]:
    """The lines of a record written line by line; none where there is none. Raises MalformedRecord."""
    try:
        return contents(path, most=LARGEST).split(b"\n")
    except SheetError as error:
        if not os.path.lexists(path):
            return []
        raise MalformedRecord(error.message) from None


def free_aside(path: Path, ending: str) -> Path:
    """Where something of the record at `path` can be put aside: beside it, in place of nothing."""
    stem = path.name.removesuffix(".jsonl")
    aside, number = path.with_name(f"{stem}{ending}"), 1
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{stem}.{number}{ending}")
    return aside


def put_aside(path: Path, ending: str = ".aside.bak", copy: bool = False) -> Path:
    """Move the record at `path` out of the way, beside it and in place of nothing; with `copy`, it stays too.
    Gives where it is.

    Raises OutputError.
    """
    aside = free_aside(path, ending)
    try:
        if copy:
            put_in_place(aside, contents(path, most=LARGEST))
            return aside
    except SheetError:
        pass  # what cannot be copied is moved
    try:
        os.rename(path, aside)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be put aside: {error.strerror or error}",
            "Check the folder’s permissions, or move it yourself.",
        ) from None
    return aside
