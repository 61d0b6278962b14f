"""The head of a pleading: counsel, court, the two sides of the caption, the number and the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.library import CourtProfile
from drafter.pleadings.lines import PleadingLine

__all__ = ["PleadingHead", "PleadingParty", "head_of"]

_VERSUS = re.compile(r"\s*(?:-?\s*(?:v|vs|against)\s*\.?\s*-?)\s*", re.I)
_FILLER = re.compile(r"[)(:§*|/\\_\s]*[xX]?[)(:§*|/\\_.\s-]*")
_ROLE = re.compile(r"\b(?:plaintiff|defendant|petitioner|respondent|class representative)s?\b", re.I)
_PHRASE = re.compile(
    r",?\s*(?:individually|on behalf of|and (?:all )?others|for (?:himself|herself|themselves)|on his|on her"
    r"|an? (?:individual|corporation|[\w ]+ (?:corporation|company|limited liability company|partnership)))"
    r"\b.*",
    re.I | re.DOTALL,
)
_TAIL = re.compile(
    r"\s*,?\s*(?:inc|llc|l\.l\.c|lp|l\.p|llp|ltd|co|corp|n\.a|p\.c|plc|jr|sr|ii|iii|iv)\b\.?", re.I
)
_NUMBER = re.compile(r"(?:case|civil action|civ|docket|index|cause|c\.a)[\w\s.]*(?:no|number|#)?s?\b", re.I)
_COUNTY = re.compile(r"county of (\w[\w .]*)", re.I)
_GAP = re.compile(r"\s*[)§|:](?:\s{2,}|\t|\s*$)\s*|\s+[)§|]\s+|\t+|\s{4,}")
_ALSO = re.compile(
    r",?\s*\b(?:[fdan]/?k/?a/?|d/?b/?a/?|formerly known as|also known as|doing business as)\s+[^;]*?"
    r"(?:,?\s(?:inc|llc|corp|co|ltd)\b\.?|(?=,|;|\sand\s|$))",
    re.I,
)
_COURT = re.compile(r"\b(?:district|division|court)\b", re.I)
_FORMS = (
    ("llc", r"\bl\.?l\.?c\b|limited liability company"),
    ("partnership", r"\bl\.?p\b\.?$|limited partnership"),
    ("partnership", r"\bl\.?l\.?p\b"),
    (
        "corporation",
        r"\binc\b|\bcorp(?:oration)?\b|\bcompany\b|\bco\b\.?$|\bltd\b|\bplc\b|\bn\.a\b|\bbank\b|\bs\.a\b",
    ),
)


class PleadingParty(NamedTuple):
    """A party of a caption: its name, and what kind of person its name says it is (a person where it says
    nothing).
    """

    name: str
    form: str


class PleadingHead(NamedTuple):
    """The head of a pleading."""

    court: str
    county: str
    plaintiffs: tuple[PleadingParty, ...]
    defendants: tuple[PleadingParty, ...]
    case_number: str
    title: str


def head_of(lines: Sequence[PleadingLine], courts: Iterable[CourtProfile], body: str) -> PleadingHead:
    """The head; `body` is the text below it, in which names stand as they are written."""
    left, right = _columns(lines)
    versus = next((at for at, text in enumerate(left) if _VERSUS.fullmatch(text)), len(left))
    court, used = _court([*left[:versus], *right], courts)
    begins = max((at + 1 for at, text in enumerate(left[:versus]) if text in used), default=0)
    before = [text for text in left[begins:versus] if text not in used and not _NUMBER.match(text)]
    after = left[versus + 1 :]
    ends = next((at for at, text in enumerate(after) if _ROLE.search(text)), len(after) - 1)
    number = next((text for text in [*right, *left] if _NUMBER.match(text)), "")
    rest = [text for text in [*after[ends + 1 :], *right] if text and text != number and text not in used]
    title = next((text for text in rest if re.search("complaint|petition", text, re.I)), "")
    plaintiffs, defendants = _parties(before, body), _parties(after[: ends + 1], body)
    county = next((found[1] for text in used if (found := _COUNTY.search(text))), "")
    own = _NUMBER.sub("", number).strip(" .:#")
    return PleadingHead(court, county.strip().title(), plaintiffs, defendants, own, title)


def _columns(lines: Sequence[PleadingLine]) -> tuple[list[str], list[str]]:
    """The lines of the left and of the right of a caption, without what only fills; a bracket or a wide gap
    parts them in a line of print.
    """
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        for text in line.text.split("\n"):
            parts = [text] if line.cell else _GAP.split(text, maxsplit=1)
            column = right if line.cell and line.cell[-1] > 0 else left
            first = parts[0].strip().strip(")§|").strip()
            if first and not _FILLER.fullmatch(first):
                column.append(first)
            second = parts[1].strip().strip(")§|").strip() if len(parts) > 1 else ""
            if second and not _FILLER.fullmatch(second):
                right.append(second)
    return left, right


def _said(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+", text.lower()))


def _court(texts: Sequence[str], courts: Iterable[CourtProfile]) -> tuple[str, list[str]]:
    """The court whose lines stand in the head, by id, and the lines that say it."""
    there = {_said(text): text for text in texts}
    whole = _said(" ".join(texts))
    best, most, used = "", 0, []
    for court in courts:
        lines = [_said(str(line)) for line in court.caption_lines]
        wanted = [line for line in lines if "{" not in line]
        fits = all(line in whole for line in wanted) if wanted else False
        size = sum(len(line) for line in wanted)
        if (fits or _said(str(court.name)) in whole) and size > most:
            best, most = str(court.id), size
            used = [
                text for said, text in there.items() if any(said and (said in w or w in said) for w in wanted)
            ]
    used += [
        text
        for text in texts
        if text not in used and re.search(r"\b(?:district|division|court)\b", text, re.I)
    ]
    return best, used


def _parties(texts: Sequence[str], body: str) -> tuple[PleadingParty, ...]:
    """The parties that lines of a caption name."""
    text = "\n".join(texts)
    found = _ROLE.search(text)
    text = text[: found.start()] if found else text
    text = _PHRASE.sub("", _ALSO.sub("", " ".join(text.split())))
    names: list[str] = []
    for part in re.split(r";|\band\b|,", re.sub(r"\b(?:inclusive|et al)\b\.?", "", text, flags=re.I)):
        part = part.strip(" ,.;") if not _TAIL.fullmatch(part) else part.strip(" ,;")
        if part and names and _TAIL.fullmatch(f" {part}"):
            names[-1] = f"{names[-1]}, {part}"
        elif part:
            names.append(part)
    return tuple(PleadingParty(own, _form(own)) for own in (_as_written(name, body) for name in names))


def _as_written(name: str, body: str) -> str:
    """A name in capitals as the body writes it."""
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", name)))
    found = re.search(pattern + r"(?:\.(?=,))?", body, re.I) if pattern else None
    if found and found[0] != found[0].upper():
        return found[0] + ("." if re.search(r"\b(?:inc|corp|co|ltd)$", found[0], re.I) else "")
    return name if name != name.upper() else " ".join(word.capitalize() for word in name.split())


def _form(name: str) -> str:
    low = name.lower()
    if re.match(r"(?:john |jane )?does?\b", low):
        return "does"
    return next((form for form, words in _FORMS if re.search(words, low)), "individual")
