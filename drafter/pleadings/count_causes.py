"""Which cause of the library a count of another’s pleading is, by its citation and its title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.library import CauseOfAction
from drafter.pleadings.parts import PleadingHeading

__all__ = ["cause_of", "citation_of", "element_of", "title_of"]

_ORDINAL = re.compile(
    r"\s*(?:(?:count|claim|cause of action)\s+(?:no\.\s*)?\w+|\w+\s+(?:count|claim|cause of action)"
    r"(?: for relief)?)\s*[-–—:.]*\s*",
    re.I,
)
_CITATION = re.compile(r"\d+\s+U\.?S\.?C|§|\bCode\b|\bStat\b|\bLaws?\b.*\d|\bAct\b.*\d|\bI?L?CS\b")
_SMALL = frozenset(
    "of the a an and for to in by on under with or as violation violations act law laws claim".split()
)
LEAST_TITLE = 0.6
"""The share of words that a title has in common with that of its cause."""
LEAST_WORDS = 2
"""How many words of an element a paragraph says that pleads it."""


def title_of(count: PleadingHeading) -> str:
    """The title of a count: behind its ordinal, or the first line below."""
    own = _ORDINAL.sub("", count.title, count=1).strip(" .:–—-")
    return own or next((line.text.strip() for line in count.lines), count.title)


def _under(count: PleadingHeading) -> str:
    return " ".join([count.title, *(line.text for line in count.lines)])


def citation_of(count: PleadingHeading) -> str:
    """The citation below the title; empty for none."""
    found = [line.text.strip().strip("()") for line in count.lines if _CITATION.search(line.text)]
    return found[0] if found else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{3,}", text.lower().replace("’", "'"))) - _SMALL


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9(]", "", text.lower().replace("et seq", ""))


def cause_of(
    count: PleadingHeading, causes: Iterable[CauseOfAction], states: Iterable[str], names: dict[str, str]
) -> list[str]:
    """The ids of the causes that a count may plead, the likeliest first; none where the library has none.
    Those of one title and citation are told apart by the words of their elements.

    states  whose law may be meant; names  the name of each State by its letters
    """
    text, title = _under(count), title_of(count)
    bare, words = _bare(text), _words(title)
    pleaded = _words(" ".join([text, *(each.text for each in count.paragraphs)]))
    here = {*states, *(letters for letters, name in names.items() if name.lower() in text.lower())}
    found: list[tuple[float, float, str]] = []
    for cause in causes:
        own, cited = str(cause.jurisdiction), str(cause.citation)
        has_citation = any(sign.isdigit() for sign in cited) and _bare(cited) in bare
        alike = max(_share(words, str(each)) for each in (cause.title, *cause.aliases))
        if len(own) == 2 and own not in here and not has_citation:
            continue
        if has_citation or alike >= LEAST_TITLE:
            score = _share(words, str(cause.title)) + has_citation + (0.1 if own in here else 0.0)
            of_elements = _words(
                " ".join(f"{each.id} {each.title} {cause.short or ''}" for each in cause.elements)
            )
            found.append(
                (round(score, 3), len(pleaded & of_elements) / max(len(of_elements), 1), str(cause.id))
            )
    found.sort(reverse=True)
    return [own for score, _, own in found if score == found[0][0]]


def _share(words: frozenset[str], other: str) -> float:
    """The share of words that two titles have in common."""
    there = _words(other)
    return len(words & there) / max(len(words | there), 1)


def element_of(text: str, cause: CauseOfAction, taken: Iterable[str]) -> str:
    """The element of a cause that a paragraph of its count pleads; empty where its words are of none."""
    words = _words(text)
    found = [
        (len(words & _words(f"{each.title} {each.plead} {each.conclusion or ''}")), -at, str(each.id))
        for at, each in enumerate(cause.elements)
        if str(each.id) not in taken
    ]
    most = max(found, default=(0, 0, ""))
    return most[2] if most[0] >= LEAST_WORDS else ""
