"""Checks on what a sheet gives and the draft does not show: what is not known and no blank says so, and
fields that never print.
"""

from __future__ import annotations

from drafter.checks.engine.gaps import UNSEEN
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.printed import assumptions as assumed_in
from drafter.checks.texts import fields
from drafter.complaint import Draft
from drafter.complaint.passes.number import inlines_of
from drafter.complaint.views.unknown_parties import deciding_fields
from drafter.document import Blank
from drafter.facts.question import FOR_THE_FILE, IN_PAPERS
from drafter.facts.record import Record
from drafter.facts.values import Prose, Unknown, Without
from drafter.findings import Severity
from drafter.tree.unknown import notes_of

SHOWN = 6
"""As many as are told by name."""


def _blank_paths(draft: Draft) -> set[str]:
    """The paths of all blanks of the draft, and of everything above them."""
    document = draft.document
    lines = [line.content for line in (*document.caption.left, *document.caption.right)] + [
        *document.caption.court_lines,
        *(document.counsel.lines if document.counsel else ()),
    ]
    inlines = (inline for content in (*lines, *map(inlines_of, document.body)) for inline in content)
    paths = {inline.path for inline in inlines if isinstance(inline, Blank) and inline.path}
    return paths | {path.rpartition(".")[0] for path in paths}


@check(UNSEEN, "Not known, and no blank says so", Severity.ERROR)
def unseen_unknowns(draft: Draft) -> Found:
    """The sheet says of something that it is not known, and no blank of the draft shows it: in a list, a
    source, a date that does not print. It counts as nothing and supports nothing until it is filled in. All
    such places are told together; but each on its own where the form has no room for an answer that is not
    known, as in the kind of a party, and the draft goes on as if the usual one were meant, and where it
    decides who sues or is sued, for whom or under what law.
    """
    open_ = _unseen(draft)
    assumptions = assumed_in(draft)
    for path in [path for path in open_ if path in assumptions]:
        yield Hit(
            f"{path} is not known ({open_.pop(path) or 'no note'}), and the draft goes on as if it were"
            f" “{assumptions[path]}”.",
            path,
            "Choose, before anyone reads the draft.",
            is_hole=True,
        )
    for path in sorted(_deciding(draft) & open_.keys()):
        yield (
            f"{path} is not known ({open_.pop(path) or 'no note'}), and no blank shows it: it decides who"
            " sues or is sued, for whom or under what law.",
            path,
            "Find it out before anyone reads the draft.",
            "",
        )
    if open_:
        yield Hit(
            f"Not known, with no blank in the draft: {_places_in_words(open_)}.",
            next(iter(open_)),
            "Find each out, say {none: reason}, or take it out.",
            "",
            tuple(open_)[1:],
        )


def _unseen(draft: Draft) -> dict[str, str]:
    """By path, what is not known and has no blank in the draft: what is to be found out, in words."""
    blanks = _blank_paths(draft)
    found = {path: "; ".join(filter(None, notes)) for path, notes in notes_of(draft.matter.raw).items()}
    for path, record, name, asked in fields(draft):
        value = record.__dict__[name]
        if not asked:
            continue
        if isinstance(value, Unknown):
            found[path] = type(record).questions[name].prompt
        elif isinstance(value, dict):
            found |= {f"{path}.{own}": one.note for own, one in value.items() if isinstance(one, Unknown)}
    assumptions = assumed_in(draft)
    return {path: words for path, words in found.items() if path not in blanks or path in assumptions}


def _deciding(draft: Draft) -> set[str]:
    """The paths of what is not known and decides who sues, who is sued, or under what law."""
    found = set()
    for place in draft.matter.places:
        if deciding := deciding_fields(place.record):
            held = place.record.__dict__
            open_ = {name for name, value in held.items() if isinstance(value, Unknown)}
            names = (name.rstrip("_") for name in open_ | set(notes_of(place.record)))
            found |= {f"{place.path}.{name}" for name in names if name in deciding}
    return found


def _places_in_words(places: dict[str, str]) -> str:
    """“date its registration was checked (defendants.acme.checked), … and 3 more”."""
    named = [f"{words} ({path})" if words else path for path, words in places.items()]
    return f"{'; '.join(named[:SHOWN])}{f'; and {len(named) - SHOWN} more' if len(named) > SHOWN else ''}"


def _given(record: Record, name: str) -> bool:
    """Whether a field holds something: a value that is neither absent, nor a state, nor what stands there
    anyway.
    """
    value, default = record.__dict__[name], type(record).questions[name].default
    usual = default() if callable(default) else default
    return value not in (None, [], {}, usual) and not isinstance(value, (Unknown, Without))


@check("FORM-020", "Given, and not printed", Severity.ADVICE)
def not_printed(draft: Draft) -> Found:
    """A field of the sheet is filled in that drafter keeps and does not print yet. What it says is in the
    draft only where an allegation or a section says it too. All such fields are told
    together, each with its places; it is a warning where one of them holds sentences, which were written to
    be pleaded. Silent for what is kept for the file, and for what prints in another paper.
    """
    places: dict[str, list[str]] = {}
    worded = False
    for path, record, name, asked in fields(draft):
        question = type(record).questions[name]
        if asked and question.not_printed not in ("", FOR_THE_FILE, IN_PAPERS) and _given(record, name):
            places.setdefault(f"{question.prompt}: {question.not_printed}", []).append(path)
            worded |= isinstance(record.__dict__[name], Prose)
    if places:
        paths = [path for some in places.values() for path in some]
        told = _places_in_words({", ".join(some[:3]): words for words, some in places.items()})
        yield Hit(
            f"Given, and not printed: {told}.",
            paths[0],
            "Say it in an allegation or a section, if it is to be pleaded.",
            "",
            tuple(paths[1:]),
            Severity.WARNING if worded else None,
        )
