"""`drafter lint-templates`: the flaws of a folder of templates."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.commands.severities import named_check_flaws, severity_flaws
from drafter.errors import UsageError
from drafter.library import Library, builtin_folder
from drafter.library.lint.folder import lint
from drafter.wording import counted

if TYPE_CHECKING:
    pass

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter lint-templates` takes."""
    command.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        help="the folder to check (default: $DRAFTER_TEMPLATES, else drafter's own)",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> int:
    """List the flaws. 1 where one of them is an error."""

    builtin = builtin_folder()
    folder = Path(options.folder or os.environ.get("DRAFTER_TEMPLATES") or builtin)
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: there is no such folder of templates",
            "Name the folder that holds causes/, courts/ or sections/.",
        )
    library = Library([] if folder.resolve() == builtin.resolve() else [folder], builtin)
    flaws = [
        *lint(library, folder),
        *named_check_flaws(library, folder),
        *severity_flaws(library, folder),
    ]
    if options.format == "json":
        print(
            json.dumps(
                [{**flaw._asdict(), "file": str(flaw.file)} for flaw in flaws], ensure_ascii=False, indent=1
            )
        )
    else:
        print("\n".join([*map(str, flaws), f"{folder}: {counted(len(flaws), 'flaw')}."]))
    return 1 if any(flaw.severity == "error" for flaw in flaws) else 0
