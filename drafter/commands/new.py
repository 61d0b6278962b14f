"""`drafter new`: make a fact sheet by answering questions."""

from __future__ import annotations

import argparse

from drafter.commands.common import interview_options
from drafter.commands.draft import draft_of
from drafter.interview.command import new

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter new` takes."""
    command.add_argument(
        "sheet",
        metavar="SHEET",
        nargs="?",
        help="the fact sheet to make (default: named after the matter, in this folder)",
    )
    command.add_argument(
        "--from",
        dest="from_",
        metavar="OLD",
        default="",
        help="begin from another matter's sheet, without its client's facts",
    )
    command.add_argument(
        "--with",
        dest="with_",
        metavar="FILE",
        action="append",
        default=[],
        help="include a file, or a profile as profile:NAME; again for each",
    )
    command.add_argument(
        "--starter",
        metavar="KIND",
        default="",
        help="begin from a kind of case, as `drafter list starters` has them: pixel, data-breach, wage",
    )
    command.add_argument(
        "--court",
        metavar="ID",
        default="",
        help="the court, whose State also says which claims a starter takes",
    )
    command.add_argument("--no-questions", action="store_true", help="make the sheet, and ask nothing yet")
    interview_options(command)


def run(options: argparse.Namespace) -> int:
    """Make it. 0 done or left, 2 where the input ended before all was answered."""

    return new(options, draft_of)
