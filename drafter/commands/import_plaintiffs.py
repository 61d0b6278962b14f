"""`drafter import`: plaintiffs from a spreadsheet, or a complaint from a Word file or a PDF."""

from __future__ import annotations

import argparse
import os

from drafter.commands.common import templates_option
from drafter.commands.import_complaint import import_complaint
from drafter.errors import UsageError
from drafter.intake.command import import_plaintiffs

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter import` takes."""
    command.add_argument("what", choices=("plaintiffs", "complaint"), help="what the file holds")
    command.add_argument(
        "file",
        metavar="FILE",
        help="the spreadsheet, .csv or .xlsx, one plaintiff in each row; or the complaint, .docx or .pdf",
    )
    command.add_argument(
        "sheet",
        metavar="SHEET",
        nargs="?",
        help="the fact sheet (default: the only .yaml file here); of a complaint, one that is not there yet",
    )
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help="what a column is for, as in “City=residence.city”; again for each",
    )
    command.add_argument(
        "--worksheet", metavar="NAME", default="", help="the worksheet of a workbook (default: the first)"
    )
    command.add_argument(
        "--heading-row",
        metavar="N",
        type=int,
        default=0,
        help="the row with the headings (default: the first that is not blank)",
    )
    command.add_argument(
        "--update", action="store_true", help="take the rows’ version where the sheet says otherwise"
    )
    command.add_argument("--dry-run", action="store_true", help="show what would be done, and write nothing")
    command.add_argument(
        "--as-goby",
        action="store_true",
        help="of a complaint: its court, its counts and the names of its classes, without its client’s facts",
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="of a complaint")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Import it. Gives the exit code. Raises UsageError, SheetError, OutputError."""
    if options.what == "complaint":
        return import_complaint(options)
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
