"""What a public filing may not hold, looked for in a row: Fed. R. Civ. P. 5.2(a). The values found are never shown."""

from __future__ import annotations

import datetime
import re

from drafter.facts.values import EventDate, event_date

__all__ = ["ADULT", "is_initials", "is_minor", "number_in"]

ADULT = 18
"""The age from which someone is not a minor."""

_INITIALS = re.compile(r"[^\W\d_]{2}|[^\W\d_](?:[. -]+[^\W\d_]){0,4}\.?")
_SOCIAL = re.compile(r"(?<![\w-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])")
_CARD = re.compile(r"(?<![\w-])(?:\d[ -]?){13,19}(?![\w-])")


def number_in(text: str) -> str:
    """What `text` seems to hold: a Social Security number, or the number of a card or an account; "" if neither."""
    if _SOCIAL.search(text):
        return "a Social Security number"
    return "a card or account number" if _CARD.search(text) else ""


def is_initials(name: str) -> bool:
    """Whether `name` is initials and no more: J.D., J. D., JD, A.B.-C."""
    words = name.strip()
    return bool(_INITIALS.fullmatch(words)) and words == words.upper()


def is_minor(birth: str, today: datetime.date) -> bool:
    """Whether someone born then may be a minor today: of a year alone, its last day counts. Raises ValueError for what is not a date."""
    born: EventDate = event_date(birth)
    return born.latest > (today.year - ADULT, today.month, today.day)
