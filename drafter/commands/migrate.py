"""`drafter migrate`: what it would take to bring an older sheet to this version, and, after a yes, the sheet
saved so.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from drafter.commands.common import sheet_option
from drafter.errors import SheetError, UsageError, to_type
from drafter.matter_files.load import layers_of, older
from drafter.matter_files.lock import Lock
from drafter.matter_files.migrating import migrate as in_memory
from drafter.matter_files.upgrade import Plan, carry_out, planned
from drafter.yamltext.read import read_sheet
from drafter.yamltext.versions import current

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter migrate` takes."""
    sheet_option(command)
    command.add_argument(
        "--yes", action="store_true", help="save it without asking; the file as it was is kept beside it"
    )


def run(options: argparse.Namespace) -> int:
    """List what would be done, ask, and save. Raises SheetError, OutputError; UsageError where there is no
    terminal to ask at, and no --yes.
    """
    plan, included = planned(options.sheet), _older_included(options.sheet)
    if plan is None:
        print(
            "\n".join(
                [
                    (
                        f"{options.sheet} is of version {current()}, which is this drafter’s: there is"
                        " nothing to do."
                    ),
                    *included,
                ]
            )
        )
        return 0
    print(
        f"{options.sheet} is of version {plan.version} of the fact sheet’s form. To save it as version"
        f" {current()}:"
    )
    for step in plan.steps:
        print(f"  {step}")
    if plan.version == current() and included:
        print("\n".join(included))
    if not options.yes and not _is_agreed(options.sheet):
        print("Nothing was changed.")
        return 0
    backup = _saved(options.sheet, plan)
    print("\n".join([f"Saved: {options.sheet}. As it was: {backup}", *included]))
    return 0


def _is_agreed(sheet: str) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "nothing was changed: there is no terminal to ask at",
            f"To save it: {to_type('migrate', sheet, '--yes')}",
        )
    try:
        return input("Save it so? Type yes: ").strip().lower() == "yes"
    except EOFError:
        return False


def _saved(sheet: str, plan: Plan) -> Path:
    lock = Lock.take(Path(os.path.realpath(sheet)))
    if not isinstance(lock, Lock):
        raise SheetError(f"{sheet} is open: {lock}.", "Close it there.")
    try:
        return Path(os.path.relpath(carry_out(plan)))
    finally:
        lock.release()


def _older_included(sheet: str) -> list[str]:
    """What is told of the files it includes that are of an older version. Raises SheetError for what cannot
    be included.
    """
    source, tree = read_sheet(sheet)
    return older(layers_of(source, in_memory(tree, source))[:-1])
