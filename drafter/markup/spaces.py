"""Spaces at which no line may end, in the user's words as in ours: behind a section sign, an abbreviation
before a number, a title before a name, the number of a title of a code, a month, the word “Count”.
"""

from __future__ import annotations

import re

__all__ = ["unbroken"]

_MONTHS = (
    "January February March April May June July August September October November December"
    r" Jan\. Feb\. Mar\. Apr\. Aug\. Sept\. Oct\. Nov\. Dec\."
).split()
_AFTER_A_MONTH = "|".join(rf"(?<=(?<![^\W_]){month}\ )" for month in _MONTHS)
_UNBROKEN = re.compile(
    rf"""
    [ ](?:
      (?<=[§¶]\ )
    | (?=[0-9A-Zbms]|[^\x00-\x7f])(?:
        (?:(?<=\bNo\.\ )|(?<=\bNos\.\ ))(?=\d)
      | (?:(?<=\bEx\.\ )|(?<=\bExs\.\ ))(?=[A-Z\d]) | (?<=\bDkt\.\ )(?=No|\d)
      | (?:(?<=\b[MD]r\.\ )|(?<=\bMs\.\ )|(?<=\bMrs\.\ ))(?=[^\W\d_a-z])
      | (?<=\d\ )(?=(?:U\.S\.C|C\.F\.R|F\.R\.D)\.|ILCS\b|[mb]illion\b)
      | (?:(?<=\bCount\ )|(?<=\bCounts\ ))(?=[IVXLC]+\b|\d) | (?<=\bP\.\ )(?=\d) | (?<=\bet\ )(?=seq\b)
      | (?=[0-3]?\d\b)(?:{_AFTER_A_MONTH})
      )
    )
    """,
    re.VERBOSE,
)
"""Begins with the space itself, so that the search goes from space to space."""


def unbroken(text: str) -> str:
    """`text` with a hard space in each of those places; nothing else of it changes."""
    return _UNBROKEN.sub("\u00a0", text)
