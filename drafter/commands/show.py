"""`drafter show`: a cause of action or a court, on a page."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass
from drafter.commands.common import templates_option
from drafter.commands.libraries import in_sheet_option, library_of
from drafter.library.pages import cause_page, court_page

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter show` takes."""
    command.add_argument("what", choices=("cause", "court"))
    command.add_argument("id", metavar="ID", help="its id, as `drafter list` has it")
    in_sheet_option(command)
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Print the page. Raises NotFound."""

    library = library_of(options)
    print(
        cause_page(library.cause(options.id))
        if options.what == "cause"
        else court_page(library.court(options.id))
    )
    return 0
