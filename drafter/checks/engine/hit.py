"""One defect, as a check yields it."""

from __future__ import annotations

from typing import Iterator, NamedTuple

from drafter.findings import Authority, Severity

__all__ = ["Found", "Hit", "as_hit"]


class Hit(NamedTuple):
    """One defect as a check yields it: what is wrong, the path it is at, what to do, and the label of the
    block of the draft it concerns.

    `reads` are the further parts of the sheet that it is about: what is read of them is recorded, and an
    acceptance lapses when that changes (`recording`).
    `severity` is given only where this one
    is graver, or less grave, than the check's own; `authority` is what stands behind this one, before the
    check's own; `is_hole` where this one is a hole in the draft.
    """

    message: str
    where: str
    fix: str = ""
    block: str = ""
    reads: tuple[str, ...] = ()
    severity: Severity | None = None
    authority: tuple[Authority, ...] = ()
    is_hole: bool = False

    @property
    def declared(self) -> tuple[str, ...]:
        """The paths that it names itself: its own first."""
        return (self.where, *self.reads)


Found = Iterator[Hit | tuple[str, str, str, str]]
"""What a check yields."""


def as_hit(one: Hit | tuple[str, str, str, str]) -> Hit:
    """What a check yielded, as a hit."""
    return one if isinstance(one, Hit) else Hit(*one)
