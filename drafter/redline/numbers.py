"""The old-to-new map of paragraphs, as ranges that a reader takes in at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["NumberRange", "number_ranges"]

_PLAIN = re.compile(r"\d+")


class NumberRange(NamedTuple):
    """Paragraphs `old` that are `new` now, first and last of each; no old: new ones, no new: struck ones."""

    old: tuple[int, int] | None
    new: tuple[int, int] | None

    def __str__(self) -> str:
        old, new = _written(self.old), _written(self.new)
        return f"{old} → {new}" if old and new else f"new {new}" if new else f"gone {old}"


def _written(ends: tuple[int, int] | None) -> str:
    return "" if ends is None else str(ends[0]) if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def number_ranges(pairs: Iterable[tuple[str, str]]) -> list[NumberRange]:
    """The map of numbered paragraphs in ranges; numbers that are not plain (letters of the prayer, headings)
    are left out.
    """
    found: list[NumberRange] = []
    for old, new in _plain(pairs):
        last = found[-1] if found else None
        if last and _goes_on(last.old, old) and _goes_on(last.new, new):
            found[-1] = NumberRange(
                (last.old[0], old) if last.old and old is not None else None,
                (last.new[0], new) if last.new and new is not None else None,
            )
        else:
            found.append(
                NumberRange((old, old) if old is not None else None, (new, new) if new is not None else None)
            )
    return found


def _goes_on(ends: tuple[int, int] | None, number: int | None) -> bool:
    return (ends is None) == (number is None) and (ends is None or number == ends[1] + 1)


def _plain(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[int | None, int | None]]:
    for pair in pairs:
        old, new = (int(side.strip("().")) if _PLAIN.fullmatch(side.strip("().")) else None for side in pair)
        if old is not None or new is not None:
            yield old, new
