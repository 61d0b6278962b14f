"""The parts of a pleading: what stands above its first numbered paragraph, its headings and paragraphs, its
counts, and what stands below.

The longest chain of rising numbers, typed or automatic, tells which lines are numbered paragraphs; how they
look does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.pleadings.lines import PleadingLine, typed_number

__all__ = ["NumberedLine", "PleadingHeading", "PleadingParts", "kind_of_heading", "parts_of"]

GAP = 2
"""How far two numbers of the chain may lie apart: a number that was left out does not end it."""
_KINDS = {
    "jury": r"(?:demand for |trial by )?jury\b",
    "prayer": r"prayer\b|relief (?:requested|sought)|(?:request|demand) for (?:relief|judgment)|wherefore",
    "class": r"class[\s-]|collective action|rule 23|definition of the class|the class",
    "nature": r"nature of|introduction|preliminary statement|summary of|overview",
    "jurisdiction": r"jurisdiction|venue|divisional|intradistrict",
    "parties": r"(?:the )?part(?:y|ies)\b",
    "facts": r"fact|background|general allegation|substantive allegation|allegations common",
}
_MARKER = re.compile(r"\s*(?:(?:[IVXLC]+|[A-Z]|\d{1,2}|[a-z])[.)]\s+)(?=\S)")
_COUNT = re.compile(
    r"\s*(?:count|claim|cause of action)\s+(?:no\.\s*)?(?:[ivxlc]+|\d+|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)\b|\s*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|\w+teenth|twent\w+)\s+(?:count|claim|cause of action)\b",
    re.I,
)
_SIGNED = re.compile(r"\s*(?:dated\b|respectfully submitted|/s/|by:)", re.I)
_WHEREFORE = re.compile(
    r"\s*(?:wherefore\b|prayer\b|(?:request|demand|prayer) for (?:relief|judgment))", re.I
)


class NumberedLine(NamedTuple):
    """A numbered paragraph, and the unnumbered lines that go on with it."""

    number: int
    text: str
    rest: tuple[PleadingLine, ...] = ()


class PleadingHeading(NamedTuple):
    """A heading and what stands under it.

    kind   count, class, nature, jurisdiction, parties, facts, prayer, jury; empty where the words do not say
    title  without its marker
    lines  of a count: what stands below its title
    above  numbered paragraphs under it
    loose  lines under it that are not numbered and go on with no paragraph
    """

    kind: str
    title: str
    level: int
    lines: tuple[PleadingLine, ...] = ()
    paragraphs: tuple[NumberedLine, ...] = ()
    loose: tuple[PleadingLine, ...] = ()


class PleadingParts(NamedTuple):
    """A pleading: the lines of its head, its headings in order, and the lines of its foot."""

    head: tuple[PleadingLine, ...]
    headings: tuple[PleadingHeading, ...]
    foot: tuple[PleadingLine, ...]


def kind_of_heading(title: str) -> str:
    """What stands under a heading, by its words; empty for what they do not say."""
    if _COUNT.match(title):
        return "count"
    low = title.strip().lower()
    return next((kind for kind, words in _KINDS.items() if re.search(rf"\b(?:{words})", low)), "")


def parts_of(lines: Sequence[PleadingLine]) -> PleadingParts:
    """The parts of a pleading by its lines."""
    chain = _chain(lines)
    first = min(chain, default=len(lines))
    last = max(chain, default=-1)
    start = first
    while start > 0 and _is_heading(lines[start - 1]):
        start -= 1
    foot = next(
        (
            at
            for at in range(last + 1, len(lines))
            if _WHEREFORE.match(lines[at].text) or _SIGNED.match(lines[at].text)
        ),
        len(lines),
    )
    return PleadingParts(
        tuple(lines[:start]), _headings(lines[start:foot], chain, start), tuple(lines[foot:])
    )


def _number(line: PleadingLine) -> int:
    bare = line.number.strip("().")
    return int(bare) if bare.isdecimal() else 0 if bare else typed_number(line.text)[0]


class _Link(NamedTuple):
    """A line of a chain of rising numbers, and the chain up to it."""

    at: int
    number: int
    length: int
    above: _Link | None


def _chain(lines: Sequence[PleadingLine]) -> dict[int, int]:
    """The lines of the longest chain of rising numbers, each with its number."""
    best: dict[int, _Link] = {}
    longest: _Link | None = None
    for at, line in enumerate(lines):
        number = _number(line)
        if not number or line.cell or line.style == "footnote text":
            continue
        before = [best[each] for each in range(number - GAP, number) if each in best]
        above = max(before, key=lambda each: (each.length, each.number), default=None)
        link = _Link(at, number, above.length + 1 if above else 1, above)
        if number not in best or link.length >= best[number].length:
            best[number] = link
        if longest is None or link.length > longest.length:
            longest = link
    found: dict[int, int] = {}
    while longest is not None:
        found[longest.at] = longest.number
        longest = longest.above
    return found


def _is_heading(line: PleadingLine) -> bool:
    text = line.text.strip()
    if line.style.startswith(("heading", "title", "count")):
        return True
    words = text.split()
    if not words or len(words) > 30 or line.cell:
        return False
    letters = [sign for sign in text if sign.isalpha()]
    capitals = bool(letters) and sum(sign.isupper() for sign in letters) > 0.8 * len(letters)
    ends = text[-1] in ".;:," and not re.fullmatch(r".*\b(?:Inc|Co|Corp|Ltd|al|seq)\.", text)
    outlined = bool(re.match(r"\s*(?:[IVX]+|[A-Z])\.\s+[A-Z]", text)) and len(words) <= 16
    if (line.bold or outlined) and not ends or capitals and len(letters) > 3:
        return True
    return bool(_COUNT.match(text)) and len(words) < 20


def _level(line: PleadingLine) -> int:
    found = re.fullmatch(r"heading (\d)", line.style)
    if found:
        return int(found[1])
    if re.match(r"\s*[A-Z]\.\s", line.text) and not re.match(r"\s*[IVX]+\.\s", line.text):
        return 2
    text = _MARKER.sub("", line.text, 1)
    return 1 if text.upper() == text else 2


def _headings(
    lines: Sequence[PleadingLine], chain: dict[int, int], start: int
) -> tuple[PleadingHeading, ...]:
    """Headings in order with what stands under each."""
    found = [_Open("", "", 1)]
    for at, line in enumerate(lines, start):
        here = found[-1]
        if at in chain:
            words = line.text if line.number else line.text[typed_number(line.text)[1] :]
            cut = 0 if line.number else typed_number(line.text)[1]
            here.paragraphs.append((chain[at], line.typed(cut) or words, []))
        elif (
            _is_heading(line) and here.kind == "count" and not here.paragraphs and not _COUNT.match(line.text)
        ):
            here.lines.append(line)
        elif _is_heading(line):
            found.append(_heading(line, here))
        elif here.kind == "count" and not here.paragraphs:
            here.lines.append(line)
        elif here.paragraphs:
            here.paragraphs[-1][2].append(line)
        else:
            here.loose.append(line)
    return tuple(each.closed() for each in found if each.title or each.paragraphs or each.loose)


class _Open:
    def __init__(self, kind: str, title: str, level: int) -> None:
        self.kind, self.title, self.level = kind, title, level
        self.lines: list[PleadingLine] = []
        self.paragraphs: list[tuple[int, str, list[PleadingLine]]] = []
        self.loose: list[PleadingLine] = []

    def closed(self) -> PleadingHeading:
        """As it stands now."""
        paragraphs = tuple(NumberedLine(number, text, tuple(rest)) for number, text, rest in self.paragraphs)
        return PleadingHeading(
            self.kind, self.title, self.level, tuple(self.lines), paragraphs, tuple(self.loose)
        )


def _heading(line: PleadingLine, above: _Open) -> _Open:
    """A heading; one of a lower level is of the kind of the one above it."""
    title = " ".join(_MARKER.sub("", line.text, count=1).split("\n")).strip()
    level = _level(line)
    kind = kind_of_heading(title)
    if kind != "count" and level > 1 and above.kind not in ("", "count"):
        kind = above.kind
    made = _Open(kind, title, level)
    if kind == "count" and "\n" in line.text:
        first, _, rest = line.text.partition("\n")
        made.title = first.strip()
        made.lines.append(PleadingLine(rest.strip(), bold=True))
    return made
