"""Making a draft for a command, and the verdict on it."""

from __future__ import annotations

import argparse
from typing import TextIO

from drafter.commands.common import loaded
from drafter.complaint import Draft, assemble
from drafter.findings import Finding
from drafter.library import open_library
from drafter.matter_files.load import Loaded
from drafter.reuse.other_matters import related_matters
from drafter.wording import counted

__all__ = ["made", "made_to_check", "verdict"]


def made(options: argparse.Namespace, sheet: Loaded | None = None) -> Draft:
    """The draft of `sheet`, or of the sheet that the options name. Raises SheetError, NotFound or
    TemplateError.
    """
    return assemble(sheet or loaded(options), open_library(options.templates), options.court)


def made_to_check(options: argparse.Namespace, sheet: Loaded | None = None) -> Draft:
    """As `made`, with what stands beside the sheet, which some checks read."""
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
