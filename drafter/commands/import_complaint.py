"""`drafter import complaint`: a filed or an old complaint as a fact sheet."""

from __future__ import annotations

import argparse
import os
from datetime import datetime, timezone
from pathlib import Path

from drafter.anchors import new_key
from drafter.commands.common import print_page
from drafter.errors import OutputError, SheetError, UsageError, to_type
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.matter_files.private_disk import put_in_place
from drafter.pdf.reading import read_pdf
from drafter.pleadings import (
    ImportedSheet,
    PleadingLine,
    as_goby,
    lines_of_pdf,
    lines_of_word,
    parts_of,
    sheet_of,
)
from drafter.proposals import Proposal, save
from drafter.reading import UnreadableFile, read_word
from drafter.wording import counted
from drafter.yamltext.read import contents
from drafter.yamltext.versions import current
from drafter.yamltext.write import new

__all__ = ["import_complaint"]

LARGEST = 100_000_000
_WORD = (".docx", ".docm", ".dotx", ".dotm")


def import_complaint(options: argparse.Namespace) -> int:
    """Read the file and write the sheet. Gives the exit code. Raises UsageError, SheetError, OutputError."""
    if not options.sheet or not options.sheet.endswith((".yaml", ".yml")):
        raise UsageError(
            "the fact sheet that is to be made has no name",
            f"Name one that is not there yet: drafter import complaint {options.file} SHEET.yaml",
        )
    if os.path.lexists(options.sheet) and not options.dry_run:
        raise OutputError(f"{options.sheet} is there already", "Name a sheet that is not there yet.")
    lines, off = _lines(options.file)
    name = os.path.basename(options.file)
    parts = parts_of(lines)
    if not any(heading.paragraphs for heading in parts.headings):
        raise UsageError(
            f"{options.file} has no numbered paragraph",
            "A PDF of pictures has no text: have its text recognised first. Else name a complaint.",
        )
    made = sheet_of(parts, open_library(options.templates), name, current())
    made = as_goby(made) if options.as_goby else made
    made = made._replace(listed=(*made.listed, *(f"left out at the edge of pages: “{each}”" for each in off)))
    if not options.dry_run:
        _write(options.sheet, made, name)
    _tell(made, options)
    return 0


def _lines(name: str) -> tuple[list[PleadingLine], list[str]]:
    low = name.lower()
    if not low.endswith((*_WORD, ".pdf")):
        raise UsageError(f"{name} is neither a Word file nor a PDF", "Save it as .docx in Word, or as a PDF.")
    try:
        data = contents(name, most=LARGEST)
    except SheetError as error:
        raise UsageError(
            error.message.replace(", not a fact sheet", ""), "Check the name and the folder."
        ) from None
    if low.endswith(".pdf"):
        return lines_of_pdf(read_pdf(data, name).pages)
    try:
        file = read_word(data)
    except UnreadableFile as problem:
        raise UsageError(f"{name} is {problem}", "Open it in Word and save it as .docx.") from None
    return lines_of_word(file), list(file.not_read)


def _write(sheet: str, made: ImportedSheet, document: str) -> None:
    """The sheet, once it is known to load; what was listed stands beside it."""
    path = Path(sheet)
    put_in_place(path, new(made.tree | {"anchor_key": new_key()}).encode())
    try:
        loaded = load(path)
    except SheetError:
        path.unlink()
        raise
    when = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    save(sheet, Proposal(loaded.source.sha256, "import", document, when, (), made.listed))


def _tell(made: ImportedSheet, options: argparse.Namespace) -> None:
    placed = [number for number, path in made.placed if path]
    if options.format == "json":
        page = {
            "sheet": None if options.dry_run else os.path.abspath(options.sheet),
            "paragraphs": [{"number": number, "path": path or None} for number, path in made.placed],
            "counts": [{"title": title, "cause": cause or None} for title, cause in made.counts],
            "listed": made.listed,
        }
        print_page(page, (), [to_type("review", options.sheet)])
        return
    tree = made.tree
    for side in ("plaintiffs", "defendants"):
        print(
            f"{side.capitalize()}: {'; '.join(each['name'] for each in tree.get(side, [])) or 'none found'}."
        )
    print(f"Court: {tree.get('court', {}).get('id') or 'not known by its name'}.")
    print(f"{counted(len(made.placed), 'numbered paragraph')}: {len(placed)} in fields, the others listed.")
    for title, cause in made.counts:
        print(f"  {title}: {cause or 'no cause of the library; kept as one of the sheet’s own'}")
    if options.dry_run:
        print("\n".join(made.listed))
        return
    pieces = counted(len(made.listed), "piece")
    print(f"{options.sheet}: written. {pieces} without a field: drafter review {options.sheet} --list")
    print("Each fact is marked as another pleading’s: find out how it is known, before you plead it.")
