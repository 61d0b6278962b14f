"""A text as a reader takes it, whatever signs it is written with: what looks for names and numbers looks
here, and finds where they were typed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

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
    **dict.fromkeys("·•‧・․∙", "."),
    **dict(zip("АВЕКМНОРСТУХЅІЈаеорсухѕіјԁһ", "ABEKMHOPCTYXSIJaeopcyxsijdh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
}
"""Signs that are read as another: apostrophes, letters without accents of their own, letters of other
alphabets that look like Latin ones.
"""
_USUAL = tuple((sign, _ALIKE.get(sign, "-")) for sign in "’“”‘–—")
"""What nearly every text has that is not plain."""
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
    if not text.isascii():
        for sign, plain in _USUAL:  # each is one sign for one
            text = text.replace(sign, plain)
    if text.isascii() and _AS_IT_IS.fullmatch(text):
        return Normal(text)
    several = "" if text.isprintable() and text.isascii() else _read_as_several(text)
    taken_apart = _taken_apart(several)
    if not taken_apart.search(text):
        return Normal(text.translate(_ONE))
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        found = taken_apart.search(text, at)
        start = found.start() if found else len(text)
        signs.append(text[at:start].translate(_ONE))
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        at = found.end() if found else start
        plain = _plain_of(found[0]) if found else ""
        signs.append(plain)
        starts.extend([start] * len(plain))
        ends.extend([at] * len(plain))
    return Normal("".join(signs), starts, ends)


def _read_as_several(text: str) -> str:
    """The signs of `text` that are read as none, or as several."""
    return "".join(sorted(sign for sign in set(text) if len(_ONE[ord(sign)]) != 1))


class _One(dict[int, str]):
    """By number, what a sign is read as; reckoned when it is first met."""

    def __missing__(self, number: int) -> str:
        return self.setdefault(number, _plain(chr(number)))


_ONE = _One()


@lru_cache(64)
def _taken_apart(several: str) -> re.Pattern[str]:
    """What is not read sign for sign: entities, what is escaped, stars, and the signs of `several`."""
    own = f"|[{re.escape(several)}]" if several else ""
    return re.compile(f"{_ENTITY.pattern}|{_ESCAPED.pattern}{own}")


def _plain_of(found: str) -> str:
    """What such a thing is read as: an entity as the signs it stands for, a backslash before a mark, and
    a star, as nothing.
    """
    if found in ("\\", "*"):
        return ""
    return "".join(map(_plain, html.unescape(found) if found[0] == "&" else found))


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
