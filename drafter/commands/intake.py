"""`drafter import`: plaintiffs from a spreadsheet."""

from __future__ import annotations

import argparse
import os

from drafter.errors import UsageError

__all__ = ["take_in"]


def take_in(options: argparse.Namespace) -> int:
    from drafter.intake.command import import_plaintiffs

    options.sheet = options.sheet or _only_sheet()
    return import_plaintiffs(options)


def _only_sheet() -> str:
    """The one fact sheet of the current folder. Raises UsageError where there is none, or more than one."""
    there = [
        name
        for name in sorted(os.listdir("."))
        if name.endswith((".yaml", ".yml")) and not name.startswith(".")
    ]
    if len(there) != 1:
        found = (
            f"there are several .yaml files here: {', '.join(there)}"
            if there
            else "there is no fact sheet in this folder"
        )
        raise UsageError(
            found, "Name the sheet after the spreadsheet: drafter import plaintiffs FILE SHEET.yaml"
        )
    return there[0]
