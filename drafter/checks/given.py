"""Checks on what a sheet gives and the draft does not show: what is not known and no blank says so, and fields that never print."""

from __future__ import annotations

from typing import Iterator

from drafter.checks.registry import Found, Hit, check
from drafter.complaint import Draft
from drafter.complaint.number import inlines_of
from drafter.document import Blank
from drafter.facts.paths import walk
from drafter.facts.record import is_asked
from drafter.facts.unknown import assumed, notes_of
from drafter.facts.values import Unknown
from drafter.findings import Severity

SHOWN = 6
"""As many as are told by name."""


def _blank_paths(draft: Draft) -> set[str]:
    """The paths of all blanks of the draft, and of everything above them."""
    document = draft.document
    lines = [line.content for line in (*document.caption.left, *document.caption.right)] + [*document.caption.court_lines, *(document.counsel.lines if document.counsel else ())]
    inlines = (inline for content in (*lines, *map(inlines_of, document.body)) for inline in content)
    paths = {inline.path for inline in inlines if isinstance(inline, Blank) and inline.path}
    return paths | {path.rpartition(".")[0] for path in paths}


def _kept_unknown(draft: Draft) -> Iterator[tuple[str, str]]:
    """Every field that is asked in this forum and says itself that it is not known: its path and its prompt."""
    forum = str(draft.matter.profile.system)
    for place in walk(draft.matter.raw):
        for name, value in place.record.__dict__.items():
            if isinstance(value, Unknown) and is_asked(place.record, name, forum):
                yield f"{place.path}.{name.rstrip('_')}" if place.path else name, type(place.record).questions[name].prompt


@check("FORM-019", "Not known, and no blank says so", Severity.ADVICE)
def unseen_unknowns(draft: Draft) -> Found:
    """The sheet says of something that it is not known, and no blank of the draft shows it: in a list, a source, a date that does not print. It counts as nothing and supports nothing
    until it is filled in. All such places are told together. It is an error where the form has no room for an answer that is not known, as in the kind of a party, and the draft goes on as
    if the usual one were meant."""
    blanks = _blank_paths(draft)
    notes = {path: one for path, one in notes_of(draft.matter.raw).items() if path not in blanks}
    for path, told in notes.items():
        stands = assumed(draft.matter.raw, path)
        if stands:
            yield Hit(f"{path} is not known ({told[0] or 'no note'}), and the draft goes on as if it were “{stands}”.", path, "Choose, before anyone reads the draft.", "", (), Severity.ERROR)
    open_ = {path: one[0] for path, one in notes.items() if not assumed(draft.matter.raw, path)}
    open_ |= {path: prompt for path, prompt in _kept_unknown(draft) if path not in blanks}
    if open_:
        yield Hit(f"Not known, with no blank in the draft: {_told(open_)}.", next(iter(open_)), "Find each out, or say {none: reason}.", "", tuple(open_)[1:])


def _told(places: dict[str, str]) -> str:
    """“date its registration was checked (defendants.acme.checked), … and 3 more”."""
    named = [f"{words} ({path})" if words else path for path, words in places.items()]
    return f"{'; '.join(named[:SHOWN])}{f'; and {len(named) - SHOWN} more' if len(named) > SHOWN else ''}"
