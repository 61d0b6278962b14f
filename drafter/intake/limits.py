"""How large a spreadsheet may be, and the error of one that cannot be used."""

from __future__ import annotations

from drafter.errors import DrafterError

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "Record", "SpreadsheetError"]

MOST_COLUMNS = 500
MOST_ROWS = 10_000
Record = tuple[int, list[str]]
"""A row's number and its cells, blank ones included."""


class SpreadsheetError(DrafterError):
    """The spreadsheet cannot be read: file, row where there is one, and the remedy are in the message."""
