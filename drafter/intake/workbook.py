"""Worksheets of an Excel workbook as rows of text: what each cell shows, as far as that can be told without
Excel.
"""

from __future__ import annotations

import datetime
import io
import math
import re
import warnings
import zipfile
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from drafter.intake.limits import MOST_COLUMNS, MOST_ROWS, Record, SpreadsheetError

__all__ = ["UNCALCULATED", "cell_text", "records_of"]

UNCALCULATED = "#FORMULA?"
"""What stands for a formula whose result is not in the file: blank would say that the cell is empty."""
LARGEST_INSIDE = 60_000_000
LAST_ROW = 1_048_576


def records_of(data: bytes, name: str, worksheet: str) -> tuple[list[Record], list[str]]:
    """The rows of a worksheet that are not blank, and the notes for the user. Raises TableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_INSIDE:
                raise SpreadsheetError(
                    f"{name} is too large once unpacked", "Save the plaintiffs’ worksheet alone, as .csv."
                )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, name, worksheet)
    except SpreadsheetError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged workbook fails anywhere in the library
        what = f"{name} cannot be read as an Excel workbook ({type(error).__name__})"
        raise SpreadsheetError(what, "Open it and save it again as .xlsx, or as CSV UTF-8.") from None


def _read(data: bytes, name: str, worksheet: str) -> tuple[list[Record], list[str]]:
    import openpyxl  # type: ignore[import-untyped]

    results = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    visible = [sheet.title for sheet in results.worksheets if sheet.sheet_state == "visible"]
    every = [sheet.title for sheet in results.worksheets]
    if worksheet and worksheet not in every or not every:
        raise SpreadsheetError(f"{name} has no worksheet “{worksheet}”", f"It has: {', '.join(every)}.")
    title = worksheet or (visible or every)[0]
    notes = [
        f"its worksheet “{title}”"
        + (f"; not read: {', '.join(rest)}" if (rest := [each for each in every if each != title]) else "")
    ]
    return _records(results[title], formulas[title], name), notes


def _records(results: Any, formulas: Any, name: str) -> list[Record]:
    for sheet in (results, formulas):
        sheet.reset_dimensions()  # some programs write wrong ones, and rows would be lost
    records: list[Record] = []
    for number, (row, written) in enumerate(zip(results.iter_rows(), formulas.iter_rows(), strict=True), 1):
        if (
            number > LAST_ROW
            or len(row) > MOST_COLUMNS
            and any(cell.value is not None for cell in row[MOST_COLUMNS:])
        ):
            raise SpreadsheetError(
                f"{name}: row {number} reaches further than can be read",
                "Delete what stands far out, and save it again.",
            )
        cells = [
            _cell(cell, formula) for cell, formula in zip_longest(row[:MOST_COLUMNS], written[:MOST_COLUMNS])
        ]
        while (
            cells and not cells[-1].strip()
        ):  # a row may be formatted to the last column, and hold nothing there
            cells.pop()
        if cells:
            records.append((number, cells))
        if len(records) > MOST_ROWS + 100:
            raise SpreadsheetError(
                f"{name} has more than {MOST_ROWS:,} rows", "Keep the rows of the plaintiffs alone."
            )
    return records


def _cell(cell: Any, formula: Any) -> str:
    if cell.value is not None:
        return cell_text(cell.value, cell.number_format or "")
    return UNCALCULATED if formula.data_type == "f" and cell.data_type == "n" else ""


def cell_text(value: Any, form: str) -> str:
    """A cell's value as text: whole numbers without a point, codes with their leading zeros, dates as
    year-month-day, as far as shown.
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        return _date(value, form)
    if isinstance(value, (int, float)):
        return _number(value, form)
    return str(value)


def _number(value: int | float, form: str) -> str:
    if not math.isfinite(value):
        return str(value)
    if re.fullmatch("0{2,}", form) and value == int(value) >= 0:
        return str(int(value)).zfill(len(form))
    return format(Decimal(format(value, ".15g")), "f")  # a spreadsheet keeps fifteen digits


def _date(value: datetime.datetime, form: str) -> str:
    """A cell that shows month and year, or the year alone, says no more than that."""
    letters = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", form.split(";")[0]).lower()
    if "y" in letters and "d" not in letters:
        return f"{value:%Y-%m}" if "m" in letters else f"{value:%Y}"
    return value.isoformat(sep=" ") if value.time() != datetime.time() else f"{value:%Y-%m-%d}"
