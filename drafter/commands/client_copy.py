"""`drafter client-copy`: what the complaint says of a plaintiff, to be read and signed; and its return."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from drafter.commands.common import loaded, sheet_option, templates_option
from drafter.commands.draft import guard
from drafter.complaint import Draft, assemble
from drafter.complaint.papers import CLIENT_COPY
from drafter.complaint.views.paper import About
from drafter.errors import UsageError
from drafter.facts.dates import event_date
from drafter.filing.client_copy import hash_of_words, statements_about
from drafter.filing.letterhead import letter
from drafter.library import open_library
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import Loaded
from drafter.matter_files.private_disk import put_in_place, sha256
from drafter.tree.answers import Change
from drafter.wording import counted
from drafter.yamltext.read import contents

__all__ = ["options", "run"]

MOST = 2**26


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter client-copy` takes."""
    sheet_option(command)
    command.add_argument("plaintiff", metavar="PLAINTIFF", help="the plaintiff’s id in the sheet")
    command.add_argument(
        "-o", "--output", metavar="OUT.docx", help="where to write it (default: SHEET.PLAINTIFF.docx)"
    )
    command.add_argument(
        "--signed", metavar="FILE", help="the copy as it came back signed: written into the sheet"
    )
    command.add_argument("--day", metavar="DATE", default="", help="with --signed: the day of the signature")
    command.add_argument("--force", action="store_true", help="overwrite a copy that was edited since")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Write the copy, or its return into the sheet. Raises UsageError for who is no plaintiff there."""
    sheet, library = loaded(options), open_library(options.templates)
    own = str(options.plaintiff)
    there = [str(one.id) for one in sheet.sheet.plaintiffs]
    if own not in there:
        raise UsageError(f"{own} is no plaintiff of {options.sheet}", f"Those there: {', '.join(there)}.")
    draft = assemble(sheet, library)
    said = statements_about(draft, own)
    if options.signed:
        return _returned(options, sheet, own, hash_of_words(said))
    stem = os.path.splitext(os.path.basename(options.sheet))[0]
    target = str(options.output or f"{stem}.{own}.docx")
    paper = assemble(sheet, library, "", CLIENT_COPY, About(f"plaintiffs.{own}", statements=tuple(said)))
    data = letter(_unmarked(paper), library)
    guard(target, sheet, options.force, data)
    put_in_place(Path(target), data)
    print(f"{target}: {counted(len(said), 'paragraph')}, to be read and signed by the plaintiff.")
    print(f"When it is back: drafter client-copy {options.sheet} {own} --signed FILE --day DATE")
    return 0


def _unmarked(paper: Draft) -> Draft:
    """The copy without the mark of a draft: it is no pleading."""
    return paper._replace(document=paper.document._replace(meta=paper.document.meta._replace(mark="")))


def _returned(options: argparse.Namespace, sheet: Loaded, own: str, words: str) -> int:
    """Write into the sheet that the copy came back signed, with the hashes of the file and of its words."""
    try:
        event_date(options.day)
    except ValueError:
        raise UsageError(
            "a copy that comes back has the day on which it was signed", "Say --day with year, month and day."
        ) from None
    data = contents(options.signed, most=MOST)
    folder = Path(sheet.source.name).resolve().parent
    path = Path(options.signed).resolve()
    if not path.is_relative_to(folder):
        raise UsageError(f"{options.signed} does not stand in the folder of the sheet", "Put it there first.")
    entry = {
        "kind": "client-copy",
        "by": [own],
        "ready": "yes",
        "date": options.day,
        "file": path.relative_to(folder).as_posix(),
        "sha256": sha256(data),
        "words": words,
    }
    keeper = EditingSession.open(options.sheet)
    try:
        keeper.record(Change(f"plaintiffs.{own}.confirmed", "set", options.day))
        keeper.record(Change("filing_package", "add", entry))
        keeper.save()
    finally:
        keeper.close()
    print(f"{options.sheet}: {own} confirmed on {options.day}. It lapses where the complaint is reworded.")
    return 0
