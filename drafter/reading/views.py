"""The views of a file with tracked changes: before any of them, and when all are accepted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from drafter.reading.file import Revision, WordFile, WordParagraph, WordRun
from drafter.reading.numbering import WordLists

__all__ = ["accepted", "drafted_text", "rejected", "said"]


def accepted(file: WordFile, paragraphs: Sequence[WordParagraph] | None = None) -> list[WordParagraph]:
    """The paragraphs as they read when every tracked change is accepted, with their numbers."""
    return _viewed(file, file.paragraphs if paragraphs is None else paragraphs, True)


def rejected(file: WordFile, paragraphs: Sequence[WordParagraph] | None = None) -> list[WordParagraph]:
    """The paragraphs as they read when every tracked change is rejected, with their numbers."""
    return _viewed(file, file.paragraphs if paragraphs is None else paragraphs, False)


def _viewed(file: WordFile, paragraphs: Sequence[WordParagraph], now: bool) -> list[WordParagraph]:
    """A paragraph whose mark is not in the view goes on in the next, whose look it takes."""
    found: list[WordParagraph] = []
    open_runs: tuple[WordRun, ...] = ()
    changes: dict[Revision, None] = {}
    anchors: tuple[str, ...] = ()
    cell: tuple[int, ...] | None = None
    for each in paragraphs:
        if open_runs and cell is not None and each.cell != cell:
            found.append(WordParagraph(open_runs, anchors=anchors, cell=cell))
            open_runs, anchors = (), ()
        runs = tuple(_run(run, now) for run in each.runs if _shows(run, now))
        changes |= dict.fromkeys(_changes(each))
        own = each.anchors if now else (*each.anchors, *each.lost_anchors)
        if (each.deleted if now else each.inserted) is not None:
            open_runs, anchors, cell = (*open_runs, *runs), (*anchors, *(own if runs else ())), each.cell
            continue
        found.append(
            each._replace(runs=(*open_runs, *runs), anchors=(*anchors, *own), changes=tuple(changes))
        )
        open_runs, anchors, cell, changes = (), (), None, {}
    if open_runs:
        found.append(WordParagraph(open_runs, anchors=anchors, cell=cell or ()))
    assert isinstance(file.numbering, WordLists)
    return file.numbering.numbered(found)


def _changes(paragraph: WordParagraph) -> list[Revision]:
    """The tracked changes in a paragraph, its mark's among them."""
    found = [paragraph.inserted, paragraph.deleted]
    for run in paragraph.runs:
        found += [run.inserted, run.deleted]
    return [each for each in found if each is not None]


def _shows(run: WordRun, now: bool) -> bool:
    return (run.deleted if now else run.inserted) is None


def _run(run: WordRun, now: bool) -> WordRun:
    return run if now or run.was < 0 else run._replace(style=run.was)


_SPACES = re.compile(r"[\s\u00a0\u2007\u202f\ufeff]+")
_SIGNS = str.maketrans(
    {"\u2011": "-", "\u2010": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "\u00ad": None, "\u200b": None}
)


def said(text: str) -> str:
    """A text as it is compared: white space, forms of quotation marks, hyphens and letters do not count."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(_SIGNS)).strip()


def drafted_text(paragraphs: Sequence[WordParagraph]) -> str:
    """The words of `paragraphs`, one a line."""
    return "\n".join(each.text for each in paragraphs)
