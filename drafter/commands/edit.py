"""`drafter edit`: go on with a fact sheet by answering questions."""

from __future__ import annotations

import argparse

from drafter.commands.common import interview_options, sheet_option
from drafter.commands.draft import draft_of
from drafter.interview.command import edit

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter edit` takes."""
    sheet_option(command)
    command.add_argument(
        "--at",
        metavar="PATH",
        default="",
        help="go straight to a question, as in plaintiffs.lee.residence.county",
    )
    interview_options(command)


def run(options: argparse.Namespace) -> int:
    """Go on with it. 0 done or left, 2 where the input ended before all was answered."""

    return edit(options, draft_of)
