"""What several commands share: the sheet that is named, and options."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from drafter.matter_files.load import Loaded, load

__all__ = [
    "interview_options",
    "loaded",
    "print_json",
    "print_page",
    "sheet_option",
    "templates_option",
]


def loaded(options: argparse.Namespace) -> Loaded:
    """The fact sheet that the options name; what was noticed in reading it is told. Raises SheetError."""
    sheet = load(options.sheet)
    for line, lost in sheet.source.lost_text():
        print(
            f"drafter: {options.sheet}:{line}: everything after “ #” was read as a comment: “{lost[:60]}”;"
            " use a | block if it belongs to the text",
            file=sys.stderr,
        )
    for note in sheet.notes:
        print(f"drafter: {note}", file=sys.stderr)
    return sheet


def print_json(value: Any) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))


def print_page(
    data: Any, problems: Sequence[str] = (), next_steps: Sequence[str] = (), ok: bool = True
) -> None:
    """Print what a command says as JSON, in the one form that all of them have by now."""
    print_json({"format": 1, "ok": ok, "data": data, "problems": list(problems), "next": list(next_steps)})


def sheet_option(command: argparse.ArgumentParser) -> None:
    """The fact sheet that a command is about."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")


def templates_option(command: argparse.ArgumentParser) -> None:
    """The firm's folder."""
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def interview_options(command: argparse.ArgumentParser) -> None:
    """What each way into the interview takes."""
    command.add_argument(
        "--plain",
        action="store_true",
        help="line by line: for screen readers, dumb terminals and scripted input",
    )
    templates_option(command)
