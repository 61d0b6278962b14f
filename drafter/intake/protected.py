"""What a public filing may not hold, looked for in a row: Fed. R. Civ. P. 5.2(a). The values found are never
shown.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from drafter.facts.dates import EventDate, event_date
from drafter.library import open_library
from drafter.privacy.normalise import normal
from drafter.privacy.patterns import RULE_5_2, Kind, private

__all__ = ["ADULT", "is_initials", "is_minor", "number_in", "privacy_rule", "rule_on_minors"]

ADULT = 18
"""The age from which someone is not a minor."""

_CALLED = {
    Kind.SSN: "a Social Security number",
    Kind.TAXPAYER: "a taxpayer number",
    Kind.ACCOUNT: "a card or account number",
    Kind.BIRTH: "a date of birth",
}
_INITIALS = re.compile(r"[^\W\d_]{2}|[^\W\d_](?:[. -]+[^\W\d_]){0,4}\.?")
_LONG = re.compile(r"(?<![\w-])(?:\d[ -]?){13,19}(?![\w-])")


@cache
def privacy_rule() -> str:
    """How a message cites what keeps identifiers out of a filing."""
    return open_library().name_of("frcp5.2", "main")


@cache
def rule_on_minors() -> str:
    """How a message cites what leaves of a minor's name the initials alone."""
    return open_library().name_of("frcp5.2", "minor")


def number_in(text: str) -> str:
    """What `text`, a cell, seems to hold that Rule 5.2 keeps out of a filing; "" if nothing. In a cell a long
    number is an account's, whatever its check digit.
    """
    found = next(iter(private(text, *RULE_5_2)), None)
    if found is None:
        return "a card or account number" if _LONG.search(normal(text).text) else ""
    return _CALLED[found.kind]


def is_initials(name: str) -> bool:
    """Whether `name` is initials and no more: J.D., J. D., JD, A.B.-C."""
    words = name.strip()
    return bool(_INITIALS.fullmatch(words)) and words == words.upper()


def is_minor(birth: str, today: datetime.date) -> bool:
    """Whether someone born then may be a minor today: of a year alone, its last day counts. Raises ValueError
    for what is not a date.
    """
    born: EventDate = event_date(birth)
    return born.latest > (today.year - ADULT, today.month, today.day)
