"""Parsed prose, the private-use signs that stand for it in a rendered template, and `escape`, which makes any
text print as typed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.document import (
    Block,
    Footnote,
    Inlines,
)

__all__ = [
    "MARK_IN_LINE",
    "Passage",
    "SIGN",
    "SIGNS_IN_FRONT",
    "TOKEN",
    "escape",
    "line_mark",
    "number_of",
    "region",
    "token",
]


class Passage(NamedTuple):
    """Parsed prose: the first paragraph, the blocks after it, its footnotes, and the sheet path it was typed
    in.

    `content` is empty where the prose begins with a block mark; all of it is `rest` then.
    """

    content: Inlines
    rest: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    path: str = ""


# --- signs: private-use characters that stand for values and places in a rendered template
# -----------------------------------------------

_DIGITS = {ord("0") + digit: 0xE010 + digit for digit in range(10)}
_FROM_DIGITS = {private: ascii_digit for ascii_digit, private in _DIGITS.items()}
TOKEN = re.compile("\ue000([\ue010-\ue019]{1,9})\ue001")
SIGN = re.compile("\ue002(?P<line>[\ue010-\ue019]{1,12})\ue003|\ue004(?P<region>[\ue010-\ue019]{0,9})\ue005")
MARK_IN_LINE = re.compile("(?<=[^\n\ue003\ue005])\ue002(?=[\ue010-\ue019]+\ue003[^\n])")
SIGNS_IN_FRONT = re.compile(f"(?:{SIGN.pattern.replace('?P<line>', '?:').replace('?P<region>', '?:')})*")


def token(index: int) -> str:
    """What stands in a rendered template for the passage with that index."""
    return f"\ue000{str(index).translate(_DIGITS)}\ue001"


def line_mark(number: int) -> str:
    """Stands in front of a block mark: this block comes from that line of the template."""
    return f"\ue002{str(number).translate(_DIGITS)}\ue003"


def region(index: int | None) -> str:
    """From here on numbered paragraphs plead the element with that index; with None, none."""
    return f"\ue004{'' if index is None else str(index).translate(_DIGITS)}\ue005"


def number_of(digits: str) -> int:
    return int(digits.translate(_FROM_DIGITS))


# --- escape
# ------------------------------------------------------------------------------------------------------------

_LINE_ENDS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_TO_ESCAPE = re.compile(r"""\A(?:[#>!-]|[1Aai](?=\.))|[\\*\[\]|~]|\A["_]|["_{](?=["_]|\Z)|(?<=["_])["_]""")
_PRIVATE = re.compile("[\ue000-\ue005]")


def escape(text: str) -> str:
    """`text` so typed that it prints exactly, as plain words, in prose or anywhere in a line of a template.

    A newline, with the white space around it, becomes one space: a plain value is one paragraph. The six
    private-use characters that
    could forge a sign become U+FFFD.
    """
    if "\n" in text or "\r" in text:
        text = _LINE_ENDS.sub(" ", text)
    return _TO_ESCAPE.sub(_escaped, _PRIVATE.sub("\ufffd", text))


def _escaped(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark}\\" if mark.isalnum() else f"\\{mark}"
