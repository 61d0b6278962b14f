"""`drafter customize`: a cause in the firm's own folder, to be changed there."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from drafter.errors import UsageError

if TYPE_CHECKING:
    pass
from pathlib import Path

from drafter.commands.common import templates_option
from drafter.library import Library, builtin_folder
from drafter.library.customize import customize, moved_out

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter customize` takes."""
    command.add_argument("what", choices=("cause",), nargs="?")
    command.add_argument("id", metavar="ID", help="its id, as `drafter list causes` has it")
    command.add_argument(
        "--extend", action="store_true", help="extend drafter's own block by block instead of copying it"
    )
    command.add_argument(
        "--from", dest="sheet", metavar="SHEET", default="", help="move a cause that this sheet declares"
    )
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Write it there. Raises UsageError, NotFound, OutputError."""

    folder = options.templates or os.environ.get("DRAFTER_TEMPLATES")
    if not folder:
        raise UsageError(
            "there is no folder for the firm's own templates",
            "Name one with --templates DIR, or set DRAFTER_TEMPLATES.",
        )
    if options.sheet:
        target = moved_out(options.sheet, options.id, Path(folder))
        print(f"{target}: taken out of {options.sheet}, and used with --templates {folder}.")
        return 0
    builtin = builtin_folder()
    target = customize(Library([], builtin), options.id, Path(folder), options.extend)
    print(f"{target}: used instead of drafter's own with --templates {folder}.")
    return 0
