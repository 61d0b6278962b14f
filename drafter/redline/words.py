"""What two sequences have in common, as words: the longest common subsequence, computed in the bits of whole
numbers (Hyyrö, “Bit-parallel LCS-length computation revisited”, 2004).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

__all__ = ["alike", "common", "pieces", "words_of"]

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\s|[^\w\s]|_", re.UNICODE)


def pieces(text: str) -> list[str]:
    """A text cut into words, single spaces and signs; nothing of it is lost."""
    return _PIECE.findall(text)


def words_of(text: str) -> list[str]:
    """The words of a text and its signs, without white space, in small letters."""
    return [piece.casefold() for piece in _PIECE.findall(text) if not piece.isspace()]


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places (in `old`, in `new`) of a longest common subsequence, in order."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    found = [(at, at) for at in range(start)]
    found += [(start + a, start + b) for a, b in _inner(inner_old, inner_new)]
    found += [(len(old) - at, len(new) - at) for at in range(end, 0, -1)]
    return found


def _rows(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[int]:
    """After each of `new`, the bits of `old` at which the common subsequence does not grow."""
    places: dict[Hashable, int] = {}
    for at, each in enumerate(old):
        places[each] = places.get(each, 0) | 1 << at
    full = (1 << len(old)) - 1
    row = full
    for each in new:
        hit = row & places.get(each, 0)
        row = ((row + hit) | (row - hit)) & full
        yield row


def _inner(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    if not old or not new:
        return []
    rows = list(_rows(old, new))
    column, row, found = len(old), len(new), []
    while row and column:
        if rows[row - 1] >> (column - 1) & 1:
            column -= 1
            continue
        row -= 1
        if row and not rows[row - 1] >> (column - 1) & 1:
            continue
        column -= 1
        found.append((column, row))
    return found[::-1]


def alike(old: Sequence[str], new: Sequence[str], least: float = 0.0) -> float:
    """How alike two texts are, by their words: twice what they have in common through what they have; 0 where
    it cannot reach `least`.
    """
    total = len(old) + len(new)
    if not total:
        return 1.0
    if old == new:
        return 1.0
    if 2 * min(len(old), len(new)) < least * total:
        return 0.0
    if least and 2 * sum((Counter(old) & Counter(new)).values()) < least * total:
        return 0.0
    if not old or not new:
        return 0.0
    *_, row = _rows(old, new)
    return 2 * (len(old) - row.bit_count()) / total
