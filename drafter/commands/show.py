"""`drafter show`: a cause of action, a court, the law of a State or a starter, on a page."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass
from drafter.commands.common import templates_option
from drafter.commands.libraries import in_sheet_option, library_of
from drafter.errors import NotFound, UsageError
from drafter.facts.states import STATE_NAMES
from drafter.filing.letterhead import letterhead_of
from drafter.library import Library
from drafter.library.law_pages import state_page
from drafter.library.pages import cause_page, court_page
from drafter.library.starters import starter_page
from drafter.library.starting import starter_of

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter show` takes."""
    command.add_argument("what", choices=("cause", "court", "firm", "law", "starter"))
    command.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        default="",
        help="its id, as `drafter list` has it; of law, a State, as in tx; none of the firm",
    )
    command.add_argument(
        "--law", metavar="STATE", default="", help="a core cause under the law of this State, as in TX"
    )
    in_sheet_option(command)
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Print the page. Raises NotFound."""

    library = library_of(options)
    print(_page(library, options.what, options.id, options.law.upper()))
    return 0


def _page(library: Library, what: str, name: str, state: str) -> str:
    if what == "firm":
        return _firm(library)
    if not name:
        raise UsageError(f"which {what}?", f"Name it: drafter show {what} ID.")
    if what == "court":
        return court_page(library.court(name))
    if what == "starter":
        return starter_page(name, starter_of(library, name))
    if what == "law":
        law = library.law_of(known_state(name)) if name else None
        if law is None:
            raise NotFound(
                f"the library has nothing of the law of {name}", "`drafter list law` shows all States."
            )
        return state_page(law)
    found = library.pleaded(name, [known_state(state)] if state else [])
    return "\n\n".join(map(cause_page, found))


def _firm(library: Library) -> str:
    """What letters take of the firm's base document."""
    base = letterhead_of(library)
    if base is None:
        return "No base document: letterhead.docx or .dotx in the firm’s folder is the look of letters."
    header, footer = base.words
    return "\n".join(
        (
            f"{base.file}: the look of letters. Papers of a court have the look that its rules give them.",
            f"  header: {header or 'none'}",
            f"  footer: {footer or 'none'}",
            f"  pictures: {len(base.pictures)}",
            f"  typeface: {base.face or 'as drafter has it'}",
        )
    )


def known_state(given: str) -> str:
    """A State by its letters or its name. Raises UsageError for what is none."""
    code = given.upper()
    by_name = {name.removeprefix("the ").lower(): letters for letters, name in STATE_NAMES.items()}
    if code not in STATE_NAMES and given.lower() not in by_name:
        raise UsageError(f"“{given}” is no State", "Write its letters, as in TX.")
    return code if code in STATE_NAMES else by_name[given.lower()]
