"""To any question of the sheet by its path."""

from __future__ import annotations

from drafter.facts.sheet import FactSheet
from drafter.interview.asking import Back
from drafter.interview.chain import elements_of
from drafter.interview.questions import flow
from drafter.interview.sections import SECTIONS, section_of
from drafter.interview.shapes import LISTS
from drafter.interview.sitting import Sitting
from drafter.interview.steps import (
    AddEntry,
    OpenClaim,
    OpenElement,
    OpenNearest,
    OpenPath,
    OpenQuestion,
    OpenRecord,
    Resume,
    Steps,
)
from drafter.interview.tracing import NEW, nearest, trace
from drafter.tree.claim_counts import entry_path

__all__ = ["at_nearest", "at_path", "resume"]


def at_path(sitting: Sitting, opened: OpenPath) -> Steps[None]:
    """Put the question at the path, or open the screen of the record or list there. Raises Back, and
    NotAsked.
    """
    path = opened.path
    steps, asked = trace(sitting.get, path, sitting.forum)
    if asked is None:
        yield OpenRecord(steps[-1].record, steps[-1].path, fields=True)
    else:
        sitting.stand(path)
        yield OpenQuestion(asked, at=path[len(asked.path) + 1 :])


def at_nearest(sitting: Sitting, opened: OpenNearest) -> Steps[None]:
    """Put the question at the path, or at the nearest above it, from another section and back to it."""
    there = nearest(sitting.get, _in_the_sheet(sitting, opened.path), sitting.forum)
    if not there:
        sitting.say("This is about the draft, and no one answer.")
        return
    before, sitting.section = sitting.section, section_of(there)
    try:
        yield _claim_at(sitting, there) or OpenPath(there)
    except Back:
        pass
    sitting.section = before


def _in_the_sheet(sitting: Sitting, path: str) -> str:
    """`path`, or that of the entry where it is of a count of which the sheet says nothing itself."""
    own = ".".join(path.split(".")[:2])
    return path if sitting.get(own) is not None else entry_path(path)


def _claim_at(sitting: Sitting, path: str) -> OpenClaim | OpenElement | None:
    """The claim, or the element of it, that `path` names, in the claims' own way; None where it names
    neither.
    """
    parts = path.split(".")
    known = sitting.library is not None and parts[0] == "claims" and len(parts) >= 2 and NEW not in parts
    if not known or not sitting.get(".".join(parts[:2])):
        return None
    if len(parts) == 2:
        return OpenClaim(parts[1])
    if any(parts[2:] == ["elements", each.id] for each in elements_of(sitting, parts[1])):
        return OpenElement(parts[1], parts[3])
    return None


def resume(sitting: Sitting, opened: Resume) -> Steps[None]:
    """Put the question at the path, then show the record it belongs to; flowing, go on from it in order.
    Raises Back, and NotAsked.
    """
    path, flowing = _in_the_sheet(sitting, opened.path), opened.flowing
    sitting.section = section_of(path) if path.partition(".")[0] in FactSheet.questions else ""
    parts = path.split(".")
    if NEW in parts:
        owner = ".".join(parts[: parts.index(NEW)])
        yield AddEntry(owner, start=path)
        yield OpenPath(owner)
        return
    claim = None if flowing else _claim_at(sitting, path)
    if claim is not None:
        yield claim
        return
    steps, asked = trace(sitting.get, path, sitting.forum)
    entry = next((step for step in reversed(steps) if step.entry), None)
    whole = (
        OpenRecord(entry.record, entry.path)
        if entry
        else OpenRecord(FactSheet, "", SECTIONS[sitting.section])
    )
    if flowing and _is_ordinary(sitting, whole, path):
        yield whole._replace(start=path)
    elif asked is not None and not entry and asked.kind in LISTS:
        yield OpenPath(path)
    else:
        yield whole._replace(fields=True, first=path if asked is not None else "")


def _is_ordinary(sitting: Sitting, record: OpenRecord, path: str) -> bool:
    """Whether the question at `path` is one of the ordinary flow of the record."""
    raw = sitting.get(record.path) if record.path else sitting.keeper.answers.tree
    asked = flow(
        record.record,
        raw,
        record.path,
        names=record.names,
        opened=sitting.opened,
        forum=sitting.forum,
    )
    return any(each.path == path for each in asked)
