"""When a check applies: what must be so of a matter before it looks at anything else."""

from __future__ import annotations

from typing import Callable, NamedTuple

from drafter.checks.lookups import grounds
from drafter.complaint import Draft

__all__ = ["Applies", "ground", "subject"]


class Applies(NamedTuple):
    """A condition on a matter, and how it is said after “when”."""

    words: str
    holds: Callable[[Draft], bool]


def ground(*names: str) -> Applies:
    """Where the sheet names one of these grounds of jurisdiction."""
    return Applies(
        f"the ground of jurisdiction is {' or '.join(names)}",
        lambda draft: not grounds(draft).isdisjoint(names),
    )


def subject(*subjects: str) -> Applies:
    """Where a cause of some claim has one of these subjects."""
    return Applies(
        f"a claim’s subject is {' or '.join(subjects)}",
        lambda draft: any(
            str(subject) in subjects
            for causes in draft.matter.theories.values()
            for cause in causes
            for subject in cause.subjects
        ),
    )
