"""A text as a reader takes it, whatever signs it is written with: what looks for names and numbers looks
here, and finds where they were typed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Iterator, NamedTuple

__all__ = ["Normal", "normal"]

_ALIKE = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "′": "'",
    "＇": "'",
    "“": '"',
    "”": '"',
    "Ł": "L",
    "ł": "l",
    "Ø": "O",
    "ø": "o",
    "Đ": "D",
    "đ": "d",
    "ı": "i",
    "−": "-",
    "⁃": "-",
    **dict(zip("АВЕКМНОРСТУХЅІЈаеорсухѕіјԁһ", "ABEKMHOPCTYXSIJaeopcyxsijdh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
}
"""Signs that are read as another: apostrophes, letters without accents of their own, letters of other
alphabets that look like Latin ones.
"""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\*")
_AS_IT_IS = re.compile(r"[^&\\*\t\n\r\v\f\x00-\x1f]*")


class Normal(NamedTuple):
    """`text` in plain signs, and where each of them begins and ends in the text as it was typed; None where
    the two are one.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where what stands from `start` to `end` was typed."""
        if self.starts is None or self.ends is None or start == end:
            return start, end
        return self.starts[start], self.ends[end - 1]


@lru_cache(4096)
def normal(text: str) -> Normal:
    """`text` without what is not seen (zero-width signs, soft hyphens, marks of emphasis, accents), each
    space one kind of space, each dash one kind of dash,
    entities and look-alikes as the signs they stand for. Case stays.
    """
    if text.isascii() and _AS_IT_IS.fullmatch(text):
        return Normal(text)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for sign, start, end in _signs(text):
        for plain in _plain(sign):
            signs.append(plain)
            starts.append(start)
            ends.append(end)
    return Normal("".join(signs), starts, ends)


def _signs(text: str) -> Iterator[tuple[str, int, int]]:
    """Each sign with its place; an entity is the signs it stands for, a backslash before a mark and a star
    are none.
    """
    at = 0
    while at < len(text):
        found = (
            _ENTITY.match(text, at)
            if text[at] == "&"
            else _ESCAPED.match(text, at)
            if text[at] in "\\*"
            else None
        )
        if found is None:
            yield text[at], at, at + 1
            at += 1
            continue
        yield from (
            (sign, at, found.end()) for sign in (html.unescape(found[0]) if found[0][0] == "&" else "")
        )
        at = found.end()


def _plain(sign: str) -> str:
    """What a sign is read as: none, one or several plain signs."""
    if sign in _ALIKE:
        return _ALIKE[sign]
    if sign.isascii():
        return " " if sign.isspace() else sign if sign.isprintable() else ""
    kind = unicodedata.category(sign)
    if kind == "Pd":
        return "-"
    if kind[0] == "Z":
        return " "
    if kind in ("Cf", "Mn", "Me", "Cc"):
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(sign))
    plain = "".join(
        part for part in unicodedata.normalize("NFKD", sign) if unicodedata.category(part) not in ("Mn", "Me")
    )
    return "".join(_ALIKE.get(part, part) for part in plain)
