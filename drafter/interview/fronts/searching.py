"""Finding one among hundreds by typing any words of it, in any order; never a silent wrong pick."""

from __future__ import annotations

from typing import Sequence

from drafter.interview.asking import Row
from drafter.wording import folded

__all__ = ["MOST", "exact", "matches", "only_match"]

MOST = 60
"""Rows shown at once."""


def _plain(text: str) -> str:
    """`text` for comparison: without case, accents and dots."""
    return folded(text).replace(".", "")


def matches(typed: str, rows: Sequence[Row]) -> list[Row]:
    """The open rows in which every typed word stands, those first in which the words begin the title or
    another name.
    """
    words = _plain(typed).split()
    found = [row for row in rows if row.open and all(word in _haystack(row) for word in words)]
    return sorted(
        found,
        key=lambda row: (
            not any(
                name.startswith(" ".join(words))
                for name in (_plain(row.title), _plain(row.key), _plain(row.words))
            )
        ),
    )


def _haystack(row: Row) -> str:
    return _plain(f"{row.key} {row.title} {row.note} {row.words}")


def exact(typed: str, rows: Sequence[Row]) -> Row | None:
    """The row whose title or key is what was typed."""
    wanted = _plain(typed).strip()
    there = [row for row in rows if row.open and wanted in (_plain(row.title), _plain(row.key))]
    return there[0] if len(there) == 1 else None


def only_match(typed: str, rows: Sequence[Row]) -> Row | None:
    """The row that is meant beyond doubt: its very title or key, or the one row that matches."""
    if not typed.strip():
        return None
    found = exact(typed, rows)
    if found is None and len(there := matches(typed, rows)) == 1:
        found = there[0]
    return found
