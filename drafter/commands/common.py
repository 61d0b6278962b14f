"""What several commands share: making a draft, counting, the verdict."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, TextIO

from drafter.wording import counted

if TYPE_CHECKING:
    from drafter.complaint import Draft
    from drafter.findings import Finding
    from drafter.matter_files.load import Loaded

__all__ = [
    "interview_options",
    "loaded",
    "made",
    "made_to_check",
    "print_json",
    "sheet_option",
    "templates_option",
    "verdict",
]


def loaded(options: argparse.Namespace) -> Loaded:
    """The fact sheet that the options name; what was noticed in reading it is told. Raises SheetError."""
    from drafter.matter_files.load import load

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


def made(options: argparse.Namespace, sheet: Loaded | None = None) -> Draft:
    """The draft of `sheet`, or of the sheet that the options name. Raises SheetError, NotFound or
    TemplateError.
    """
    from drafter.complaint import assemble
    from drafter.library import open_library

    return assemble(sheet or loaded(options), open_library(options.templates), options.court)


def made_to_check(options: argparse.Namespace, sheet: Loaded | None = None) -> Draft:
    """As `made`, with what stands beside the sheet, which some checks read."""
    from drafter.reuse.other_matters import related_matters

    sheet = sheet or loaded(options)
    return made(options, sheet)._replace(related=related_matters(sheet))


def verdict(findings: list[Finding], out: TextIO | None = None) -> int:
    """Say on `out` whether an error stands; gives the exit code."""
    errors = [finding for finding in findings if finding.stands]
    if not errors:
        print(
            "No finding of severity error stands. The complaint is still to be read by the lawyer who"
            " signs it.",
            file=out,
        )
        return 0
    kinds = ", ".join(f"{check} ×{count}" if count > 1 else check for check, count in _tally(errors).items())
    print(
        f"NOT READY TO FILE: {counted(len(errors), 'error')} ({kinds}). `drafter check` explains them.",
        file=out,
    )
    return 1


def _tally(findings: list[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.check] = counts.get(finding.check, 0) + 1
    return counts


def print_json(value: Any) -> None:
    import json

    print(json.dumps(value, indent=2, ensure_ascii=False))


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
