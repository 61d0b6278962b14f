"""A section: its questions and then all of them on one screen, or the way of its own that it has."""

from __future__ import annotations

from drafter.facts.sheet import FactSheet
from drafter.interview.sections import SECTIONS
from drafter.interview.shapes import LISTS
from drafter.interview.sitting import Sitting
from drafter.interview.steps import (
    OpenList,
    OpenPath,
    OpenQuestion,
    OpenRecord,
    OpenReview,
    OpenSection,
    Steps,
)
from drafter.interview.tracing import trace

__all__ = ["section"]


def section(sitting: Sitting, opened: OpenSection) -> Steps[None]:
    """Everything that a section asks. Raises Back."""
    sitting.section = opened.section
    if opened.section == "Review":
        yield OpenReview()
        return
    names = SECTIONS[opened.section]
    asked = trace(sitting.get, names[0], sitting.forum)[1]
    if opened.section == "Claims" and sitting.library is not None and asked is not None:
        yield OpenList(asked, claims=True)
    elif len(names) == 1 and asked is not None and asked.kind in LISTS:
        yield OpenQuestion(asked)
    else:
        yield OpenRecord(FactSheet, "", names)
    if opened.section == "Classes":
        yield from _represented(sitting)


def _represented(sitting: Sitting) -> Steps[None]:
    """For each plaintiff who represents none of the classes yet, which ones."""
    for own in sitting.keeper.answers.keys("plaintiffs") if sitting.get("classes") else ():
        if not sitting.get(f"plaintiffs.{own}.represents"):
            yield OpenPath(f"plaintiffs.{own}.represents")
