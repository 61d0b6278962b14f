"""The library as a command sees it: with the firm's folder, and with the causes of a sheet."""

from __future__ import annotations

import argparse

from drafter.library import Library, open_library
from drafter.library.own_causes import with_own_causes
from drafter.matter_files.load import load

__all__ = ["in_sheet_option", "library_of"]


def in_sheet_option(command: argparse.ArgumentParser) -> None:
    """A sheet whose own causes are there too."""
    command.add_argument(
        "--sheet", metavar="SHEET", default="", help="with the causes of action that this sheet declares"
    )


def library_of(options: argparse.Namespace) -> Library:
    """The library that the options name, with the causes of the sheet where they name one. Raises SheetError,
    NotFound.
    """
    library = open_library(options.templates)
    return with_own_causes(library, load(options.sheet).sheet) if options.sheet else library
