"""`drafter forms`: the official forms that there are maps of, and the user's own blanks of them."""

from __future__ import annotations

import argparse

from drafter.commands.common import templates_option
from drafter.filing.forms import add_blank, blank_of, form_map, forms_folder, superseded
from drafter.library import open_library

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter forms` takes."""
    acts = command.add_subparsers(dest="act", required=True, metavar="list|add")
    listed = acts.add_parser("list", help="list the forms, and of which there is a blank", allow_abbrev=False)
    templates_option(listed)
    add = acts.add_parser("add", help="add a blank form, as the court gives it", allow_abbrev=False)
    add.add_argument("file", metavar="FILE.pdf", help="the blank, downloaded from the court’s own page")
    templates_option(add)


def run(options: argparse.Namespace) -> int:
    """List the forms, or take a blank in. Raises UsageError for a form or revision that no map fits."""
    library = open_library(options.templates)
    if options.act == "add":
        form = form_map(library, add_blank(library, options.file))
        print(f"{form.title}: the blank is in {forms_folder()}, and packages are filled over it.")
        old = superseded(form, blank_of(form) or b"")
        if old:
            print(f"It is not to be filed: {old}.")
        return 0
    for name in library.ids("forms", ".yaml"):
        form = form_map(library, name)
        revisions = " and ".join(str(blank.revision) for blank in form.blanks)
        there = "blank added" if blank_of(form) else "no blank: packages have a page with its data"
        print(f"{form.title}{f', {revisions}' if revisions else ''}: {there}")
    return 0
