"""The two sides: paragraphs as they were drafted, and as they came back, in one measure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from drafter.matter_files.draft_records import DraftedBlock
from drafter.reading import WordFile, WordParagraph, accepted
from drafter.redline import AlignedBlock, aligned_block, common

__all__ = ["Hunk", "WordPiece", "came_back", "drafted_pieces", "hunks", "measured", "pieces_of"]

NOTE, REFERENCE = "\ufffc", "#ref"
_FILLERS = re.compile(r"[)§:*x\s]*|By:\s*|/\s*")
_PIECE = re.compile(r"[^\W_]+|\s|[^\w\s]|_")
_REFERRED = re.compile(r"[^\s¶,–]+|.", re.DOTALL)
_SIGNS = str.maketrans({"\u2011": "-", "\u2010": "-", "‘": "'", "’": "'", "“": '"', "”": '"'})


class WordPiece(NamedTuple):
    """A word, a space or a sign; of drafted words the run it stands in and where, of words that came back
    their style.
    """

    key: str
    text: str
    run: int = -1
    start: int = 0
    style: int = 0
    target: str = ""


class Hunk(NamedTuple):
    """What changed between: pieces that were drafted, and what came back in their place."""

    start: int
    end: int
    added: tuple[WordPiece, ...]


def came_back(file: WordFile) -> list[tuple[WordParagraph, str]]:
    """The paragraphs of a file with words, and the id of the note that each stands in, without what only
    fills.
    """
    found = [(each, "") for each in accepted(file)]
    for note in file.notes:
        found += [(each, note.id) for each in accepted(file, note.paragraphs)]
    return [
        (each, note)
        for each, note in found
        if not _FILLERS.fullmatch(each.text.strip()) and not each.style.startswith(("toc", "contents"))
    ]


def measured(text: str, name: Sequence[str], note: bool) -> AlignedBlock:
    """A paragraph as it is aligned; notes are notes."""
    return aligned_block(text, frozenset(name), "note" if note else "p")


def _key(text: str) -> str:
    return " " if text.isspace() and text != "\n" else unicodedata.normalize("NFKC", text).translate(_SIGNS)


def _cut(parts: list[tuple[str, WordPiece]]) -> Iterator[WordPiece]:
    """Texts that stand side by side, cut into words, spaces and signs; a word is of the text it begins in."""
    text = "".join(part for part, _ in parts)
    starts = [0, *accumulate(len(part) for part, _ in parts)][:-1]
    for found in _PIECE.finditer(text):
        at = bisect_right(starts, found.start()) - 1
        while not parts[at][0]:
            at -= 1
        like = parts[at][1]
        yield like._replace(key=_key(found[0]), text=found[0], start=found.start() - starts[at])


def drafted_pieces(block: DraftedBlock) -> list[WordPiece]:
    """The pieces of a paragraph as it was drafted."""
    found: list[WordPiece] = []
    open_parts: list[tuple[str, WordPiece]] = []
    for at, (text, kind, style, path) in enumerate(block.runs):
        if kind not in ("note", "reference"):
            open_parts.append((text, WordPiece("", "", at, 0, style)))
            continue
        found += _cut(open_parts)
        open_parts = []
        if kind == "note":
            found.append(WordPiece(NOTE, NOTE, at, 0, 0, path))
            continue
        start = 0
        for piece in _REFERRED.findall(text):
            is_number = any(sign.isdigit() for sign in piece)
            found.append(WordPiece(REFERENCE if is_number else _key(piece), piece, at, start, style))
            start += len(piece)
    return [*found, *_cut(open_parts)]


def pieces_of(paragraph: WordParagraph) -> list[WordPiece]:
    """The pieces of a paragraph that came back, without white space at its edges."""
    found: list[WordPiece] = []
    open_parts: list[tuple[str, WordPiece]] = []
    for run in paragraph.runs:
        if run.kind not in ("note", "reference"):
            open_parts.append((run.text, WordPiece("", "", style=run.style)))
            continue
        found += _cut(open_parts)
        open_parts = []
        key, text = (NOTE, NOTE) if run.kind == "note" else (REFERENCE, run.text)
        found.append(WordPiece(key, text, style=run.style, target=run.target))
    found += _cut(open_parts)
    while found and found[0].key == " ":
        del found[0]
    while found and found[-1].key == " ":
        del found[-1]
    return found


def hunks(old: list[WordPiece], new: list[WordPiece], block: DraftedBlock) -> list[Hunk]:
    """What changed from `old`, which is `block`, to `new`: words, and emphasis of words that stayed. How the
    title of a count looks is its style's.
    """
    runs = block.runs
    pairs = common([each.key for each in old], [each.key for each in new])
    found: list[Hunk] = []
    a = b = 0
    for pair in [*pairs, (len(old), len(new))]:
        if pair != (a, b):
            found.append(Hunk(a, pair[0], tuple(new[b : pair[1]])))
        if pair[0] < len(old) and block.kind != "count" and _restyled(old[pair[0]], new[pair[1]], runs):
            found.append(Hunk(pair[0], pair[0] + 1, (new[pair[1]],)))
        a, b = pair[0] + 1, pair[1] + 1
    return [each for each in _joined(found, old, new) if not _says_the_same(each, old, runs)]


def _restyled(old: WordPiece, new: WordPiece, runs: Sequence[tuple[str, str, int, str]]) -> bool:
    is_word = old.key not in (NOTE, REFERENCE, " ") and runs[old.run][1] == "run"
    return is_word and old.style != new.style


def _joined(found: list[Hunk], old: list[WordPiece], new: list[WordPiece]) -> Iterator[Hunk]:
    """Hunks beside each other, or with a lone space between, as one."""
    last: Hunk | None = None
    for each in found:
        between = old[last.end : each.start] if last else []
        if last and all(piece.key == " " for piece in between) and len(between) < 2:
            last = Hunk(last.start, each.end, (*last.added, *between, *each.added))
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _says_the_same(hunk: Hunk, old: list[WordPiece], runs: Sequence[tuple[str, str, int, str]]) -> bool:
    """Whether a hunk is only a reference that is read in another way."""
    gone = old[hunk.start : hunk.end]
    if not gone or any(runs[piece.run][1] != "reference" for piece in gone):
        return not gone and not "".join(piece.text for piece in hunk.added).strip()
    said = "".join(piece.text for piece in gone).split(), "".join(piece.text for piece in hunk.added).split()
    return said[0] == said[1] or all(piece.key == REFERENCE for piece in hunk.added) and bool(hunk.added)
