"""Whether another sheet is a copy of this one, and no second action: an export, or the same file under
another name.
"""

from __future__ import annotations

import os
from typing import Any

from drafter.errors import SheetError
from drafter.matter_files.exported import exported_from
from drafter.matter_files.load import Loaded
from drafter.tree.paths import leaves
from drafter.yamltext.read import contents

__all__ = ["is_copy"]

ALIKE = 0.95
"""The share of the texts of two sheets that are the same, from which on one is a copy of the other."""
_OF_THE_FILE = (
    "schema_version",
    "anchor_key",
    "include",
    "accepted_findings",
    "searches",
    "alternatives",
    "reused_from",
)


def is_copy(one: Loaded, other: Loaded) -> bool:
    """Whether one of the two is a copy of the other: its head says that it was exported from there, or nearly
    all of both is the same, the court among it.
    """
    if _court(one) != _court(other):
        return False
    names = (one.source.name, other.source.name)
    said = [exported_from(_head_of(name)) for name in names]
    if any(
        of and of == os.path.basename(of_which) for of, of_which in zip(said, reversed(names), strict=True)
    ):
        return True
    here, there = _texts(one.tree), _texts(other.tree)
    return len(here & there) >= ALIKE * max(len(here), len(there))


def _court(sheet: Loaded) -> str:
    return str(sheet.sheet.court.id) if sheet.sheet.court else ""


def _head_of(name: str) -> str:
    try:
        return contents(name)[:400].decode("utf-8-sig", "replace")
    except SheetError:
        return ""


def _texts(tree: dict[str, Any]) -> set[tuple[str, str]]:
    """What stands in the sheet, each with its place, without what is the file’s own."""
    return {
        (".".join(map(str, where)), str(value))
        for where, value in leaves(tree)
        if where[0] not in _OF_THE_FILE and where[-1] not in ("file", "figure")
    }
