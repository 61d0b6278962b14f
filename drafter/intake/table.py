"""A spreadsheet as rows of text under headings, with the row numbers that a spreadsheet program shows. Knows
nothing of fact sheets.

A .csv is read here; a workbook by `drafter.intake.workbook`. Nothing is lost on the way silently: what is odd
is told in the notes, and a row that was not parted into its columns carries its trouble with it.
"""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path
from typing import NamedTuple

from drafter.errors import SheetError
from drafter.facts.clean_text import clean
from drafter.intake.limits import MOST_COLUMNS, MOST_ROWS, Record, SpreadsheetError
from drafter.intake.workbook import records_of
from drafter.wording import column_letters
from drafter.yamltext.other_files import other_contents

__all__ = ["LARGEST", "Spreadsheet", "SpreadsheetRow", "read_spreadsheet"]

LARGEST = 10_000_000
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
LOOKED_AT = 200


class SpreadsheetRow(NamedTuple):
    """A row under the headings: its number, its cells that are not blank by heading, and why it cannot be
    read, if it cannot.
    """

    number: int
    cells: dict[str, str]
    trouble: str = ""


class Spreadsheet(NamedTuple):
    """A spreadsheet: its name as the user gave it, the row of its headings, the headings in order, and the
    rows that are not blank.
    """

    name: str
    heading_row: int
    headings: list[str]
    rows: list[SpreadsheetRow]
    notes: list[str]
    """How it was read, for the user."""


def read_spreadsheet(path: str | Path, worksheet: str = "", heading_row: int = 0) -> Spreadsheet:
    """The table in the file at `path`: a .csv, or a worksheet (the first that is not hidden, or by name) of a
    workbook.

    `heading_row` is the number of the row with the headings; 0: the first that is not blank. Raises
    TableError.
    """
    name = str(path)
    data = _bytes(Path(path), name)
    if data.startswith(b"PK\x03\x04"):
        records, notes = records_of(data, name, worksheet)
        return _table(name, records, heading_row, notes, parted=False)
    records, notes = _from_text(data, name, worksheet)
    return _table(name, records, heading_row, notes, parted=True)


def _bytes(path: Path, name: str) -> bytes:
    try:
        data = other_contents(
            path,
            name,
            LARGEST,
            too_large="Keep the rows and columns of the plaintiffs alone.",
            otherwise="Name a .csv or .xlsx file that you may read.",
        )
    except SheetError as error:
        raise SpreadsheetError(error.message, error.hint) from None
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SpreadsheetError(
            f"{name} is protected by a password, or in the old .xls form",
            "Save it as .xlsx without a password, or as .csv.",
        )
    return data


# --- text
# ------------------------------------------------------------------------------------------------------------


def _from_text(data: bytes, name: str, worksheet: str) -> tuple[list[Record], list[str]]:
    if worksheet:
        raise SpreadsheetError(
            f"{name} is not a workbook, so that it has no worksheet “{worksheet}”", "Leave --worksheet out."
        )
    text, notes = _decoded(data, name)
    wanted = ""
    if text[:4].lower() == "sep=" and text[5:6] in (
        "\r",
        "\n",
    ):  # Excel's own mark, which it does not show as a row
        wanted, text = text[4], text[5:].removeprefix("\r").removeprefix("\n")
    delimiter = wanted or max(DELIMITERS, key=lambda mark: _fit(text, mark))
    notes.append(f"its cells are parted by {DELIMITERS.get(delimiter, delimiter)}")
    return _parted(text, delimiter, name), notes


def _decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        told = (
            "it is not in UTF-8 and was read as Windows text (cp1252): look at the accents and the quotation"
            " marks"
        )
        return text, [told] if encoding == "cp1252" else []
    raise SpreadsheetError(
        f"{name} is not a text file in UTF-8 or Windows encoding, nor an .xlsx workbook",
        "Save it as CSV UTF-8, or as .xlsx.",
    )


def _fit(text: str, mark: str) -> tuple[int, int]:
    """How well `mark` parts the text: into how many cells the first row, and how many of the next rows into
    as many.
    """
    lengths: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True):
            if any(cell.strip() for cell in cells):
                lengths.append(len(cells))
            if len(lengths) == LOOKED_AT:
                break
    except csv.Error:
        pass
    if not lengths or lengths[0] == 1:
        return 0, 0
    return lengths[0], lengths.count(lengths[0])


def _parted(text: str, delimiter: str, name: str) -> list[Record]:
    """The records of the text. Strictly: a quotation mark that is never closed would swallow the rows after
    it.
    """
    records: list[Record] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                records.append((number, cells))
    except csv.Error as error:
        remedy = "Look for a quotation mark that is not closed or not doubled, or save the file as .xlsx."
        raise SpreadsheetError(f"{name}: line {reader.line_num} cannot be read ({error})", remedy) from None
    return records


# --- rows under headings
# ------------------------------------------------------------------------------------------------------------


def _table(name: str, records: list[Record], heading_row: int, notes: list[str], parted: bool) -> Spreadsheet:
    """The table of the records. Where text was parted into cells, a cell beyond the headings means that it
    was parted wrongly.
    """
    start = next(
        (place for place, (number, _) in enumerate(records) if number == (heading_row or number)), None
    )
    if start is None:
        what = f"row {heading_row} is blank" if heading_row and records else "there is nothing in it"
        remedy = (
            "Name the row with the headings: --heading-row N." if records else "Save the spreadsheet again."
        )
        raise SpreadsheetError(f"{name}: {what}", remedy)
    number, first = records[start]
    below = records[start + 1 :]
    if not below:
        raise SpreadsheetError(
            f"{name}: there is no row under the headings in row {number}",
            "Put one plaintiff in each row below the headings.",
        )
    width = max(len(cells) for _, cells in records[start:])
    if len(below) > MOST_ROWS or width > MOST_COLUMNS:
        most = f"{MOST_ROWS:,} rows and {MOST_COLUMNS} columns are the most"
        raise SpreadsheetError(
            f"{name} has {len(below):,} rows and {width} columns; {most}", "Split the file."
        )
    headings = _headings(first, below, len(first) if parted else width)
    return Spreadsheet(
        name,
        number,
        list(filter(None, headings)),
        [_row(row, cells, headings) for row, cells in below],
        notes,
    )


def _headings(first: list[str], below: list[Record], width: int) -> list[str]:
    """The headings of `width` columns, each once. A column that has none is called by its letter; "" if there
    is nothing below, either.
    """
    used = {place for _, cells in below for place, cell in enumerate(cells[:width]) if cell.strip()}
    headings: list[str] = []
    for place in range(width):
        cell = first[place] if place < len(first) else ""
        words = " ".join(clean(cell).split()) or (
            f"(column {column_letters(place + 1)})" if place in used else ""
        )
        own, count = words, 2
        while own and own in headings:
            own, count = f"{words} ({count})", count + 1
        headings.append(own)
    return headings


def _row(number: int, cells: list[str], headings: list[str]) -> SpreadsheetRow:
    named = {heading: cell for heading, cell in zip(headings, cells, strict=False) if cell.strip()}
    beyond = [
        column_letters(place + 1)
        for place, cell in enumerate(cells)
        if place >= len(headings) and cell.strip()
    ]
    if not beyond:
        return SpreadsheetRow(number, named)
    remedy = (
        "if a value has the mark that parts cells in it, put the value in quotes; if not, give the column a"
        " heading"
    )
    return SpreadsheetRow(
        number, named, f"there is something in column {beyond[0]}, beyond the last heading: {remedy}"
    )
