"""Spaces at which no line may end, in the user's words as in ours: behind a section sign, an abbreviation
before a number, a title before a name, the number of a title of a code, a month.
"""

from __future__ import annotations

import re

__all__ = ["unbroken"]

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
_KEPT = re.compile(
    rf"""
      (?<=[§¶])[ ]
    | (?<=\bNo\.)[ ](?=\d) | (?<=\bNos\.)[ ](?=\d)
    | (?<=\bEx\.)[ ](?=[A-Z\d]) | (?<=\bExs\.)[ ](?=[A-Z\d]) | (?<=\bDkt\.)[ ](?=No|\d)
    | (?<=\b[MD]r\.)[ ](?=[^\W\d_a-z]) | (?<=\bMs\.)[ ](?=[^\W\d_a-z]) | (?<=\bMrs\.)[ ](?=[^\W\d_a-z])
    | (?<=\d)[ ](?=(?:U\.S\.C|C\.F\.R|F\.R\.D)\.)
    | (?<![^\W_])(?P<month>{_MONTHS})[ ](?=[0-3]?\d\b)
    """,
    re.VERBOSE,
)


def unbroken(text: str) -> str:
    """`text` with a hard space in each of those places; nothing else of it changes."""
    return _KEPT.sub(lambda found: f"{found['month'] or ''}\u00a0", text)
