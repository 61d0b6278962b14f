"""`drafter compare`: a redline of two Word files, or of a sheet since one of its drafts, and the map from old
paragraphs to new.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

from drafter import __version__
from drafter.commands.changes import since_option, the_draft
from drafter.commands.common import loaded, print_page, templates_option
from drafter.complaint import assemble
from drafter.errors import SheetError, UsageError
from drafter.library import open_library
from drafter.matter_files.draft_records import DraftRecord, known_hashes, snapshot_of
from drafter.matter_files.guard import may_write
from drafter.matter_files.load import Loaded, loaded_tree
from drafter.matter_files.private_disk import put_in_place, sha256
from drafter.printing import WORD
from drafter.reading import UnreadableFile, read_word
from drafter.redline import Redline, redline
from drafter.redline.numbers import number_ranges
from drafter.wording import counted
from drafter.yamltext.read import contents

__all__ = ["options", "run", "word_bytes"]

LARGEST = 50_000_000
_WORD = (".docx", ".docm", ".dotx", ".dotm")
_SHEETS = (".yaml", ".yml")


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter compare` takes."""
    command.add_argument(
        "old", metavar="A.docx|SHEET", help="the old file; or a fact sheet, since a draft of it"
    )
    command.add_argument("new", metavar="B.docx", nargs="?", help="the new file")
    command.add_argument("-o", "--output", metavar="RED.docx", help="write the redline there")
    since_option(command)
    command.add_argument(
        "--style",
        choices=("tracked", "strike"),
        default="tracked",
        help="tracked changes, or a copy with what was struck crossed out and what was added underlined",
    )
    command.add_argument(
        "--author", default="drafter", metavar="NAME", help="whose changes they are (default: drafter)"
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument("--force", action="store_true", help="overwrite a file that is there")
    templates_option(command)


class _Sides(NamedTuple):
    """The two files that are compared, what they are called, and what is to be told of them."""

    old: bytes
    new: bytes
    names: tuple[str, str]
    told: tuple[str, ...] = ()


def run(options: argparse.Namespace) -> int:
    """Write the redline, and print the map. Raises SheetError, UsageError, NotFound, OutputError."""
    if options.old.lower().endswith(_SHEETS) == bool(options.new):
        raise UsageError(
            "two Word files are compared, or one fact sheet with a draft of it",
            "drafter compare OLD.docx NEW.docx -o RED.docx, or: drafter compare SHEET --since 1 -o RED.docx",
        )
    sides = _of_files(options) if options.new else _of_sheet(options)
    made = _redlined(sides, options)
    if options.output:
        protected = [options.old, *([options.new] if options.new else [])]
        may_write(options.output, (".docx",), protected, made.data, force=options.force)
        put_in_place(Path(options.output), made.data, lasting=False)
    for line in sides.told:
        print(f"drafter: {line}", file=sys.stderr)
    _tell(made, sides, options)
    return 1 if made.revisions else 0


def word_bytes(name: str) -> bytes:
    """The bytes of a Word file. Raises UsageError."""
    if not name.lower().endswith(_WORD):
        raise UsageError(f"{name} is no Word file", "Save it as .docx in Word, and name that.")
    try:
        return contents(name, most=LARGEST)
    except SheetError as error:
        raise UsageError(
            error.message.replace(", not a fact sheet", ""), "Check the name and the folder."
        ) from None


def _of_files(options: argparse.Namespace) -> _Sides:
    return _Sides(word_bytes(options.old), word_bytes(options.new), (options.old, options.new))


def _of_sheet(options: argparse.Namespace) -> _Sides:
    """A draft of the sheet as it was, and as it would be now, for the same court."""
    options.sheet = options.old
    sheet, since = loaded(options), the_draft(options)
    own = str(sheet.sheet.court.id) if sheet.sheet.court else ""
    court = since.court if since.court != own else ""
    library = open_library(options.templates)
    now = WORD(assemble(sheet, library, court))
    names = (f"draft {since.number} of {options.old}", f"{options.old} as it is")
    old = _file_of(since, options.sheet)
    if old is not None:
        return _Sides(old, now, names)
    told: tuple[str, ...] = ()
    if library.fingerprint() != since.templates or __version__ != since.drafter:
        told = (
            f"the file of draft {since.number} is no longer as it was written; it was drafted anew from the"
            " facts recorded then, with today’s templates",
        )
    return _Sides(WORD(assemble(_as_recorded(sheet, since), library, court)), now, names, told)


def _file_of(since: DraftRecord, sheet: str) -> bytes | None:
    """The file of a draft, if it is still there and is that draft."""
    try:
        data = contents(since.out, most=LARGEST)
        said = read_word(data).properties
    except (SheetError, UnreadableFile):
        return None
    is_it = said.get("Draft") == str(since.number) and said.get("FactSheetSHA256") == since.sheet
    return data if is_it and sha256(data) in known_hashes(sheet, since.out) else None


def _as_recorded(sheet: Loaded, since: DraftRecord) -> Loaded:
    tree = snapshot_of(sheet.source.name, since.number).tree
    source = sheet.source._replace(sha256=since.sheet)
    return loaded_tree({name: value for name, value in tree.items() if name != "include"}, source)


def _redlined(sides: _Sides, options: argparse.Namespace) -> Redline:
    date = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, data in zip(sides.names, (sides.old, sides.new), strict=True):
        try:
            read_word(data)
        except UnreadableFile as problem:
            raise UsageError(f"{name} is {problem}", "Open it in Word and save it as .docx.") from None
    try:
        return redline(sides.old, sides.new, options.author, date, options.style == "strike")
    except UnreadableFile as problem:
        named = " or ".join(dict.fromkeys(sides.names))
        raise UsageError(f"{named} is {problem}", "Open it in Word and save it as .docx.") from None


def _tell(made: Redline, sides: _Sides, options: argparse.Namespace) -> None:
    ranges = number_ranges(made.numbers)
    if options.format == "json":
        print_page(
            {
                "old": sides.names[0],
                "new": sides.names[1],
                "redline": os.path.abspath(options.output) if options.output else None,
                "revisions": made.revisions,
                "ranges": [{"old": each.old, "new": each.new} for each in ranges],
                "paragraphs": [{"old": old or None, "new": now or None} for old, now in made.numbers],
            }
        )
        return
    print(f"From {sides.names[0]} to {sides.names[1]}: {counted(made.revisions, 'revision')}.")
    if not made.revisions:
        print("The words are the same.")
    if ranges:
        print("Paragraphs: " + "; ".join(map(str, ranges)) + ".")
    if options.output:
        print(f"Redline: {options.output}")
