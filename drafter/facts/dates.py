"""Dates as far as they are known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any, NamedTuple

from drafter.facts.from_text import text_schema

__all__ = ["EventDate", "MONTHS", "day", "event_date"]


MONTHS = "January February March April May June July August September October November December".split()

_MONTH_IDS = {
    word: number for number, name in enumerate(MONTHS, 1) for word in (name.lower(), name[:3].lower())
} | {"sept": 9}


class EventDate(NamedTuple):
    """A date as far as it is known: a year, a month of it (0: not given), a day of that (0: not given)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        if not self.month:
            return str(self.year)
        month = MONTHS[self.month - 1]
        return f"{month}\u00a0{self.day}, {self.year}" if self.day else f"{month} {self.year}"

    @property
    def iso(self) -> str:
        """2024-09-18, 2024-09 or 2024."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day it can mean, for comparison."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day it can mean, for comparison (a month's end counts as the 31st)."""
        return (self.year, self.month or 12, self.day or 31)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return text_schema(event_date)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        return {
            "type": "string",
            "description": "2024-09-18, 2024-09 or 2024",
            "examples": ["2024-09-18", "2024-09"],
        }


def event_date(value: str) -> EventDate:
    """A date from 2024-09-18, 2024-09, 2024, 9/18/2024, Sept. 18, 2024 or September 2024. Raises ValueError
    for anything else.
    """
    text = " ".join(value.replace("\u00a0", " ").split())
    if found := re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text):
        year, month, day = (int(part) if part else 0 for part in found.groups())
        if any(part is not None and not int(part) for part in found.groups()):
            month = 13
    elif found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        month, day, year = map(int, found.groups())
    elif found := re.fullmatch(r"([A-Za-z]{3,9})\.? (?:(\d{1,2}), ?)?(\d{4})", text):
        month, day, year = _MONTH_IDS.get(found[1].lower(), 13), int(found[2] or 0), int(found[3])
    else:
        raise ValueError(f"“{value}” is not a date: write 2024-09-18, 2024-09 or 2024")
    return _checked_date(year, month, day, value)


def _checked_date(year: int, month: int, day: int, typed: str) -> EventDate:
    lengths = (
        31,
        29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    )
    if not (
        1600 <= year <= 2200 and 0 <= month <= 12 and (not day or (month and 1 <= day <= lengths[month - 1]))
    ):
        raise ValueError(f"“{typed}” is not a day of the calendar: write year-month-day, as in 2024-09-18")
    return EventDate(year, month, day)


def day(value: Any, latest: bool = False) -> date | None:
    """The first (or last) day that a date of the sheet can mean; None for one that is not known or not
    possible.
    """
    if not isinstance(value, EventDate):
        return None
    year, month, number = value.latest if latest else value.earliest
    try:
        return date(
            year, month, min(number, monthrange(year, month)[1]) if latest and not value.day else number
        )
    except ValueError:
        return None
