"""How many lines a paragraph takes: advance widths of the usual faces and Word's way of filling a line.

Both Word and LibreOffice set body text without kerning and break after a space, a hyphen and a dash, so the
count agrees with theirs.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from drafter.document import (
    BOLD,
    ITALIC,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Run,
    TermDefinition,
    plain,
)

__all__ = ["knows", "line_count", "text_width"]

_CHARACTERS = "".join(map(chr, range(32, 127))) + "\u00a0–—‘’“”•…§¶©®™·¢£°½ß×†‡€"
_TIMES = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500"
    " 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556"
    " 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778"
    " 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541 250 500 1000 333 333 444 444 350"
    " 1000 500 453 760 760 980 250 500 500 400 750 500 564 500 500 500"
)
_TIMES_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500"
    " 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556"
    " 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278"
    " 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520 250 500 1000 333 333 500 500"
    " 350 1000 500 540 747 747 1000 250 500 500 400 750 556 570 500 500 500"
)
_TIMES_ITALIC = (
    "250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500 500 500"
    " 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722 611 722 611 500"
    " 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500 500 278 278 444 278 722"
    " 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541 250 500 889 333 333 556 556 350 889"
    " 500 523 760 760 980 250 500 500 400 750 500 675 500 500 500"
)
_TIMES_BOLD_ITALIC = (
    "250 389 555 500 500 833 778 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500"
    " 333 333 570 570 570 500 832 667 667 667 722 667 667 722 778 389 500 667 611 889 722 722 611 722 667 556"
    " 611 722 667 889 667 611 611 333 278 333 570 500 333 500 500 444 500 444 333 500 556 278 278 500 278 778"
    " 556 500 500 500 389 389 278 556 444 667 500 444 389 348 220 348 570 250 500 1000 333 333 500 500 350"
    " 1000 500 500 747 747 1000 250 500 500 400 750 500 570 500 500 500"
)
_ARIAL = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556"
    " 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722"
    " 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222"
    " 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 278 556 1000 222 222 333 333"
    " 350 1000 556 537 737 737 1000 278 556 556 400 834 611 584 556 556 556"
)
_ARIAL_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556"
    " 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667"
    " 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889"
    " 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584 278 556 1000 278 278 500 500 350"
    " 1000 556 556 737 737 1000 278 556 556 400 834 611 584 556 556 556"
)
_FACES: dict[str, tuple[str, str, str, str]] = {
    "times new roman": (_TIMES, _TIMES_BOLD, _TIMES_ITALIC, _TIMES_BOLD_ITALIC),
    "times": (_TIMES, _TIMES_BOLD, _TIMES_ITALIC, _TIMES_BOLD_ITALIC),
    "liberation serif": (_TIMES, _TIMES_BOLD, _TIMES_ITALIC, _TIMES_BOLD_ITALIC),
    "arial": (_ARIAL, _ARIAL_BOLD, _ARIAL, _ARIAL_BOLD),
    "courier new": ("", "", "", ""),
}
_TOKENS = re.compile("[^ \n\\-–—]*[\\-–—]+|[^ \n\\-–—]+|[ ]+|\n")
_ROUNDING = 0.1
"""What a line may run over its column, in points: engines round the widths they add up, and a line two twips
too long still fits.
"""
_UNKNOWN = 1.1
"""Other book faces run wider than Times."""


def knows(face: str) -> bool:
    """Whether the widths of `face` are here; the lines of another face are only an estimate (as Times)."""
    return face.lower() in _FACES


@cache
def _widths(face: str, bits: int) -> dict[str, int]:
    tables = _FACES.get(face.lower(), _FACES["times"])
    table = tables[(1 if bits & BOLD else 0) + (2 if bits & ITALIC else 0)]
    return dict(zip(_CHARACTERS, map(int, table.split()) if table else [600] * len(_CHARACTERS), strict=True))


def _other(char: str, widths: dict[str, int]) -> int:
    """An accented letter is as wide as its letter; what is in no table is taken as an ideograph."""
    letter = normalize("NFD", char)[0]
    return widths.get(letter, 1000 if ord(char) > 0x2E80 else 556)


def text_width(text: str, size: float, face: str = "Times New Roman", bits: int = 0) -> float:
    """Width in points of `text` set on one line."""
    widths = _widths(face, bits & (BOLD | ITALIC))
    get = widths.get
    wider = 1 if knows(face) else _UNKNOWN
    return sum(get(char) or _other(char, widths) for char in text) * size * wider / 1000


def _pieces(content: Inlines, bits: int) -> list[tuple[str, int]]:
    return [_piece(inline, bits) for inline in content]


def _piece(inline: Inline, bits: int) -> tuple[str, int]:
    match inline:
        case Run(text=text, style=style):
            return text, style | bits
        case TermDefinition(text=text):
            return f"“{text}”", bits | BOLD
        case FootnoteMark(number=number):
            return "\u00a0" * max(1, len(str(number))), bits
        case LineBreak():
            return "\n", bits
        case Reference(style=style):
            return plain((inline,)), style | bits
    return plain((inline,)), bits | inline.style


def line_count(
    content: Inlines,
    width: float,
    size: float,
    face: str = "Times New Roman",
    bits: int = 0,
    first: float = 0.0,
) -> int:
    """Lines that `content` takes in a column of `width` points; `first` is what the first line loses to its
    indent.
    """
    filler = _Filler(width, first)
    for text, style in _pieces(content, bits):
        for token in _TOKENS.findall(text.replace("\t", "    ")):
            filler.take(token, text_width(token, size, face, style))
    filler.place()
    return filler.lines


class _Filler:
    """One paragraph being set: words are placed whole, spaces at a line's end hang over."""

    def __init__(self, width: float, first: float) -> None:
        self.lines, self.width, self.x, self.word = 1, width + _ROUNDING, first, 0.0

    def take(self, token: str, width: float) -> None:
        if token == "\n":
            self.place()
            self.lines, self.x = self.lines + 1, 0.0
        elif token[0] == " ":
            self.place()
            self.x += width
        else:
            self.word += width
            if token[-1] in "-–—":
                self.place()

    def place(self) -> None:
        if not self.word:
            return
        if self.x and self.x + self.word > self.width:
            self.lines, self.x = self.lines + 1, 0.0
        self.x, self.word = self.x + self.word, 0.0
        while self.x > self.width:
            self.lines, self.x = self.lines + 1, self.x - self.width
