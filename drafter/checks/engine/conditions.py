"""When a check applies: what must be so of a matter before it looks at anything else."""

from __future__ import annotations

from typing import Callable, NamedTuple

from drafter.complaint import Draft
from drafter.facts.claims import Claim
from drafter.library.records import Trait

__all__ = ["Applies", "ground", "grounds", "has_trait", "subject"]


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


def grounds(draft: Draft) -> set[str]:
    """The grounds of jurisdiction that the sheet names."""
    return set(draft.matter.raw.jurisdiction.grounds) if draft.matter.raw.jurisdiction else set()


def has_trait(draft: Draft, claim: Claim, trait: Trait) -> bool:
    """Whether one of the causes of a claim is of that kind, as the library has it."""
    return any(trait in cause.traits for cause in draft.matter.theories[claim.id])
