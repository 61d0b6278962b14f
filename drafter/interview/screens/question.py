"""A question whose answer is a record, or a word or a record; and a new entry of a list."""

from __future__ import annotations

from drafter.facts.jurisdiction import jury_record
from drafter.facts.values import Unknown, Without
from drafter.interview.asking import Back, Row
from drafter.interview.inheriting import set_answer
from drafter.interview.labels import brief
from drafter.interview.profiles import PROFILED, from_profile
from drafter.interview.prompts import note_of, prompt_of
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AddEntry, OpenQuestion, OpenRecord, Steps, menu
from drafter.interview.tracing import NEW, trace
from drafter.tree.paths import join

__all__ = ["added", "within", "word_or_record"]

_MORE = "more"


def within(sitting: Sitting, opened: OpenQuestion) -> Steps[None]:
    """A record: its questions; where it may be unknown or none, that is asked first."""
    asked = opened.asked
    if asked.shape.stated and not isinstance(asked.value, dict):
        rows = [
            Row(_MORE, "Answer it"),
            Row("?", "Not known yet", brief(asked) if isinstance(asked.value, Unknown) else ""),
            Row("-", "There is none, or it is not to be pleaded"),
            Row("", "Leave it unanswered"),
        ]
        at = {Unknown: "?", Without: "-"}.get(type(asked.value), _MORE)
        key = (yield from menu(prompt_of(sitting, asked), rows, at=at)).key
        if key != _MORE:
            note = (yield from note_of(sitting, asked, key)) if key else None
            return (yield from set_answer(sitting, asked.path, note))
        sitting.opened.add(asked.path)
    yield OpenRecord(asked.shape.records[0], asked.path)


def word_or_record(sitting: Sitting, opened: OpenQuestion) -> Steps[None]:
    """Yes or no, or a record that says more."""
    asked = opened.asked
    detail = brief(asked) if asked.value not in (None, "yes", "no") else ""
    rows = [
        Row("yes", "Yes"),
        Row("no", "No"),
        Row(_MORE, "In more detail", detail),
        Row("", "Leave it unanswered"),
    ]
    bare = isinstance(asked.value, str) and asked.value in ("yes", "no")
    at = asked.value if bare else _MORE if asked.value else "yes"
    key = (yield from menu(prompt_of(sitting, asked, opened.progress), rows, at=at)).key
    if key != _MORE:
        return (yield from set_answer(sitting, asked.path, key or None))
    if not isinstance(asked.value, dict):
        yield from set_answer(sitting, asked.path, jury_record(asked.value or "yes"))
    yield OpenRecord(asked.shape.records[0], asked.path)


def added(sitting: Sitting, opened: AddEntry) -> Steps[str]:
    """Ask for a new entry of a list and add it; its key, or "" where nothing was answered. Raises Back."""
    owner = opened.owner
    asked = trace(sitting.get, owner, sitting.forum)[1]
    assert asked is not None
    record = asked.shape.records[-1]
    if f"{owner}." in PROFILED and not opened.start and not sitting.new_entry(owner):
        own = yield from from_profile(sitting, owner)
        if own:
            yield from _looked_at(OpenRecord(record, join(owner, own)))
            return own
    path: str = yield OpenRecord(record, join(owner, NEW), after=opened.after, start=opened.start)
    return "" if path.endswith(f".{NEW}") else path.rpartition(".")[2]


def _looked_at(entry: OpenRecord) -> Steps[None]:
    """Show the entry that came from a profile. It is in the sheet already, so that going back from it leads
    to the list.
    """
    try:
        yield entry
    except Back:
        pass
