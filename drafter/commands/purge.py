"""`drafter purge`: remove the files of a client who was declined, and tell what stays."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from drafter.errors import UsageError
from drafter.matter_files.lock import Lock
from drafter.matter_files.purging import Holdings, holdings_of, purge

__all__ = ["options", "run"]

_AND_ELSEWHERE = (
    "Not looked for: backups, copies made by hand, exports and mail. What is removed is not overwritten on"
    " the disk."
)


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter purge` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet of the matter that goes")
    command.add_argument("--dry-run", action="store_true", help="tell what would go and what stays")
    command.add_argument(
        "--confirm", metavar="NAME", help="the sheet's file name again, where nobody is there to type it"
    )


def run(options: argparse.Namespace) -> int:
    """Tell what goes and what stays, and remove it once the file's name was given. Raises UsageError,
    OutputError.
    """
    sheet = Path(options.sheet)
    if not sheet.is_file():
        raise UsageError(f"{sheet} is not there", "Name the fact sheet of the matter that goes.")
    holdings = holdings_of(sheet)
    _print(holdings)
    if options.dry_run:
        return 0
    lock = Lock.take(sheet)
    if not isinstance(lock, Lock):
        raise UsageError(f"{sheet} is open: {lock}", "Close it there, and run the command again.")
    lock.release()
    _must_be_confirmed(sheet, options.confirm)
    purge(holdings)
    print(f"Removed: {len(holdings.removed)} files and folders. {_AND_ELSEWHERE}")
    return 0


def _print(holdings: Holdings) -> None:
    print("These go:", *(f"  {path}" for path in holdings.removed), sep="\n")
    if holdings.stays:
        print("These stay:", *(f"  {path}: {why}" for path, why in holdings.stays), sep="\n")


def _must_be_confirmed(sheet: Path, given: str | None) -> None:
    if given is None and sys.stdin.isatty() and sys.stdout.isatty():
        given = input(f"Type {sheet.name} to remove them: ").strip()
    if given != sheet.name:
        raise UsageError(
            "nothing was removed: the sheet's file name was not given again",
            f"Say --confirm {sheet.name}, or type it when asked.",
        )
