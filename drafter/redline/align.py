"""Which paragraph became which: by what is unchanged, then by how alike the words are, with the bookmarks to
help. Words decide; a bookmark only proposes, for editors leave bookmarks behind, double them and lose them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.reading import said
from drafter.redline.words import alike, words_of

__all__ = ["AlignedBlock", "ParagraphLink", "aligned", "aligned_block"]

LEAST = 0.5
"""How alike two paragraphs at one place are at least, to be one."""
LEAST_MOVED = 0.6
LEAST_AT_ONCE = 0.85
LEAST_BY_NAME = 0.2
LEAST_PARTS, BETTER = 0.75, 0.08
"""A paragraph split in two or three: how alike together, and how much more than any part alone."""
_BAND = 60
_MOST_PARTS = 3
_MOST_PAIRS = 40_000
_NUMBERS = re.compile(r"(?<=¶) ?[\d(][\d(), –a-z-]*|(?<=¶¶) ?[\d(][\d(), –a-z-]*")


class AlignedBlock(NamedTuple):
    """A paragraph, or a table, as it is aligned: its words, names, and what it can be one with."""

    key: str
    words: tuple[str, ...]
    names: frozenset[str]
    kind: str


class ParagraphLink(NamedTuple):
    """Paragraphs of the old and of the new that are one.

    how   same, changed, split, merged, replaced (nothing but its place is the same)
    moved whether it stands in another order
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    how: str
    moved: bool = False


def aligned_block(text: str, names: frozenset[str] = frozenset(), kind: str = "p") -> AlignedBlock:
    """A paragraph to be aligned; printed numbers of other paragraphs do not count."""
    bare = _NUMBERS.sub(" #", said(text))
    return AlignedBlock(bare.casefold(), tuple(words_of(bare)), names, kind)


def aligned(old: Sequence[AlignedBlock], new: Sequence[AlignedBlock]) -> list[ParagraphLink]:
    """The links between `old` and `new`, in the order of `new`. What has none was deleted, or added."""
    return _Alignment(old, new).links()


class _Alignment:
    def __init__(self, old: Sequence[AlignedBlock], new: Sequence[AlignedBlock]) -> None:
        self.old, self.new = old, new
        self.found: list[ParagraphLink] = []
        self.kinds: dict[int, frozenset[str]] = {}
        self.old_left, self.new_left = set(range(len(old))), set(range(len(new)))

    def links(self) -> list[ParagraphLink]:
        backbone, moved = self._unchanged()
        for a, b in backbone:
            self._take((a,), (b,), "changed")
        for a, b in moved:
            self._take((a,), (b,), "changed", True)
        ends = [(-1, -1), *backbone, (len(self.old), len(self.new))]
        for (a, b), (next_a, next_b) in zip(ends, ends[1:], strict=False):
            self._gap(
                [at for at in range(a + 1, next_a) if at in self.old_left],
                [at for at in range(b + 1, next_b) if at in self.new_left],
            )
        self._moved()
        self._alone()
        return sorted(self.found, key=lambda link: link.new)

    def _take(self, old: tuple[int, ...], new: tuple[int, ...], how: str, moved: bool = False) -> None:
        if how == "changed" and self.old[old[0]].key == self.new[new[0]].key:
            how = "same"
        self.found.append(ParagraphLink(old, new, how, moved))
        self.old_left -= set(old)
        self.new_left -= set(new)

    def _unchanged(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Paragraphs that stand as often in each: the longest run of them in one order, and the others."""
        counts = [Counter((each.kind, each.key) for each in side) for side in (self.old, self.new)]
        places: dict[tuple[str, str], list[int]] = {}
        for at, each in enumerate(self.new):
            places.setdefault((each.kind, each.key), []).append(at)
        pairs = []
        for at, each in enumerate(self.old):
            own = (each.kind, each.key)
            if each.words and counts[0][own] == counts[1][own]:
                pairs.append((at, places[own].pop(0)))
        pairs = sorted([*pairs, *self._named({a for a, _ in pairs}, {b for _, b in pairs})])
        rising = _longest_rising([b for _, b in pairs])
        chosen = [pairs[at] for at in rising]
        return chosen, [pair for pair in pairs if pair not in set(chosen)]

    def _named(self, old: set[int], new: set[int]) -> Iterator[tuple[int, int]]:
        """Of the others, those of one name and nearly the same words."""
        counts = [Counter(name for each in side for name in each.names) for side in (self.old, self.new)]
        places = {name: at for at, each in enumerate(self.new) if at not in new for name in each.names}
        for at, each in enumerate(self.old):
            for name in each.names if at not in old else ():
                if counts[0][name] == counts[1][name] == 1 and name in places:
                    if alike(each.words, self.new[places[name]].words, LEAST_AT_ONCE) >= LEAST_AT_ONCE:
                        yield at, places[name]
                        break

    # between two paragraphs that are unchanged

    def _gap(self, old: list[int], new: list[int]) -> None:
        """The best way to read what stands between, in order: one is one, or split, or merged, or nothing."""
        if not old or not new:
            return
        rows, columns = len(old), len(new)
        best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        step: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(rows + 1):
            for j in range(columns + 1):
                self._cell(best, step, old, new, i, j)
        i, j = rows, columns
        while i or j:
            di, dj = step.get((i, j), (1, 0) if i else (0, 1))
            if di and dj:
                how = "changed" if di == dj == 1 else "split" if dj > 1 else "merged"
                self._take(tuple(old[i - di : i]), tuple(new[j - dj : j]), how)
            i, j = i - di, j - dj

    def _cell(
        self,
        best: list[list[float]],
        step: dict[tuple[int, int], tuple[int, int]],
        old: list[int],
        new: list[int],
        i: int,
        j: int,
    ) -> None:
        choices = [(best[i - 1][j], (1, 0))] if i else []
        choices += [(best[i][j - 1], (0, 1))] if j else []
        if i and j and abs(i * len(new) - j * len(old)) <= _BAND * max(len(old), len(new)):
            value = self._one(old[i - 1], new[j - 1])
            if value:
                choices.append((best[i - 1][j - 1] + value, (1, 1)))
            for parts in range(2, _MOST_PARTS + 1):
                if j >= parts and (value := self._split(old[i - 1], new[j - parts : j])):
                    choices.append((best[i - 1][j - parts] + value, (1, parts)))
                if i >= parts and (value := self._merged(old[i - parts : i], new[j - 1])):
                    choices.append((best[i - parts][j - 1] + value, (parts, 1)))
        if choices:
            best[i][j], step[i, j] = max(choices, key=lambda choice: (choice[0], sum(choice[1])))

    def _one(self, a: int, b: int) -> float:
        one, other = self.old[a], self.new[b]
        if one.kind != other.kind:
            return 0.0
        if not one.words and not other.words:
            return 0.3
        named = bool(one.names & other.names)
        least = LEAST_BY_NAME if named else LEAST
        value = alike(one.words, other.words, least)
        return value + (0.1 if named else 0) if value >= least else 0.0

    def _split(self, a: int, parts: list[int]) -> float:
        return self._together(self.old[a], [self.new[b] for b in parts])

    def _merged(self, parts: list[int], b: int) -> float:
        return self._together(self.new[b], [self.old[a] for a in parts])

    def _together(self, whole: AlignedBlock, parts: list[AlignedBlock]) -> float:
        if whole.kind != "p" or any(part.kind != "p" or not part.words for part in parts):
            return 0.0
        length = sum(len(part.words) for part in parts)
        if len(whole.words) < 4 or not 0.6 * length <= len(whole.words) <= 1.67 * length:
            return 0.0
        kinds = self._kinds(whole)
        if any(2 * len(kinds & self._kinds(part)) < len(self._kinds(part)) for part in parts):
            return 0.0
        joined = tuple(word for part in parts for word in part.words)
        value = alike(whole.words, joined, LEAST_PARTS)
        if value < LEAST_PARTS:
            return 0.0
        alone = max(alike(whole.words, part.words) for part in parts)
        return value + 0.05 if value >= alone + BETTER else 0.0

    def _kinds(self, block: AlignedBlock) -> frozenset[str]:
        """The different words of a block."""
        if id(block) not in self.kinds:
            self.kinds[id(block)] = frozenset(block.words)
        return self.kinds[id(block)]

    # what is left

    def _moved(self) -> None:
        pairs: list[tuple[float, int, int, int]] = []
        if len(self.old_left) * len(self.new_left) > _MOST_PAIRS:
            return
        for a in self.old_left:
            for b in self.new_left:
                one, other = self.old[a], self.new[b]
                if one.kind == other.kind and one.words and other.words:
                    named = bool(one.names & other.names)
                    least = LEAST_BY_NAME if named else LEAST_MOVED
                    value = alike(one.words, other.words, least)
                    if value >= least:
                        pairs.append((-value - (1 if named else 0), abs(a - b), a, b))
        for _, _, a, b in sorted(pairs):
            if a in self.old_left and b in self.new_left:
                self._take((a,), (b,), "changed", self._crosses(a, b))

    def _crosses(self, a: int, b: int) -> bool:
        return any(not link.moved and (link.old[0] < a) != (link.new[0] < b) for link in self.found)

    def _alone(self) -> None:
        """One old and one new alone between the same neighbours: replaced."""
        at_old = {at: link for link in self.found for at in link.old}
        at_new = {at: link for link in self.found for at in link.new}
        for b in sorted(self.new_left):
            below, above = at_new.get(b - 1), at_new.get(b + 1)
            if b - 1 in self.new_left or b + 1 in self.new_left:
                continue
            a = below.old[-1] + 1 if below else 0
            after = above.old[0] if above else len(self.old)
            if a in self.old_left and after == a + 1 and a not in at_old:
                if self.old[a].kind == self.new[b].kind and self.old[a].words and self.new[b].words:
                    self._take((a,), (b,), "replaced")


def _longest_rising(values: list[int]) -> list[int]:
    """The places of a longest rising run in `values`."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[place], ends[place] = value, at
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
