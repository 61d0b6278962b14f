"""Give each field of the sheet a second value, one at a time, and see whether the draft or a finding changes.

Each field is tried in a matter that has its record, a few of them where the first shows nothing; a condition
on a sibling is met first. What is compared is the whole document and every finding but the one that says of
fields that they do not print.
"""

from __future__ import annotations

import copy
from functools import cached_property
from pathlib import Path
from typing import Any, Iterator, Literal, get_args, get_origin

from conftest import ROOT

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.errors import DrafterError
from drafter.facts.dates import EventDate
from drafter.facts.record import Record
from drafter.facts.values import Money, Plain, Prose, Unknown, Without
from drafter.library import open_library
from drafter.matter_files.load import Loaded, validate
from drafter.tree.paths import walk
from drafter.tree.shape import _hints, kinds_of
from drafter.yamltext.read import read_sheet

TRIED = 2
"""In how many matters a field is tried."""
TOLD = "FORM-020"
REFUSALS = (DrafterError, LookupError, RecursionError)
_LIBRARY = open_library()
_WORDS = "It was a second thing that nobody had said before."


_FILINGS = ("securities-mad", "claims-agent-txwd", "subscription-njd", "antitrust-nyed")


def matters() -> list[Path]:
    """The samples, and some filings that have what the samples lack."""
    return [
        *sorted((ROOT / "samples").glob("*.yaml")),
        *(ROOT / "tests" / "filings" / f"{name}.yaml" for name in _FILINGS),
    ]


class Outcome:
    """A draft and what is found in it, looked for only where it is asked; a message where it is refused."""

    def __init__(self, draft: Any, refused: str = "") -> None:
        self.draft, self.refused = draft, refused

    @cached_property
    def found(self) -> list[tuple[Any, ...]] | str:
        try:
            return [
                (one.check, one.severity, one.message, one.where)
                for one in run_checks(self.draft)
                if one.check != TOLD
            ]
        except REFUSALS as refused:
            return str(refused)

    def shows(self, before: Outcome) -> bool:
        """Whether it is refused, or has another document or other findings than `before`."""
        if self.draft is None or before.draft is None or self.draft.document != before.draft.document:
            return True
        return isinstance(self.found, str) or self.found != before.found


class Matter:
    """A matter whose fields are changed in memory."""

    def __init__(self, path: Path) -> None:
        self.source, self.tree = read_sheet(path)
        self.sheet = validate(self.tree, self.source)
        self.places = list(walk(self.sheet))
        self.as_it_is = self.outcome(self.tree)

    def outcome(self, tree: dict[str, Any]) -> Outcome:
        """What is drafted and found."""
        try:
            sheet = validate(tree, self.source)
            return Outcome(assemble(Loaded(sheet, self.source, list(walk(sheet)), [], tree, []), _LIBRARY))
        except REFUSALS as refused:
            return Outcome(None, str(refused))

    def ids(self, kinds: tuple[str, ...]) -> list[str]:
        return [
            str(place.record.__dict__["id"])
            for place in self.places
            if place.kind in kinds and place.record.__dict__.get("id")
        ]


def fields(matters: list[Matter]) -> Iterator[tuple[str, str, list[tuple[Matter, Any]]]]:
    """Each field of each kind of record that some matter has: kind, name, and where it can be tried, those
    that hold it first.
    """
    there: dict[type[Record], list[tuple[Matter, Any]]] = {}
    for matter in matters:
        for place in matter.places:
            there.setdefault(type(place.record), []).append((matter, place))
    for kind, some in there.items():
        for name in kind.questions:
            if name not in ("id", "schema_version", "include") and not kind.questions[name].not_printed:
                yield (
                    kind.__name__,
                    name,
                    sorted(some, key=lambda one: one[1].record.__dict__.get(name) in (None, [], {})),
                )


def second(kind: type[Record], name: str, old: Any, matter: Matter) -> Any:
    """A value for the field that differs from `old`, as the sheet's text has it; None for a record, which has
    fields of its own.
    """
    question, hints = kind.questions[name], list(kinds_of(_hints(kind)[name.rstrip("_")]))
    lists = [hint for hint in hints if get_origin(hint) is list]
    inner = [one for hint in lists for one in kinds_of(get_args(hint)[0])] if lists else hints
    value = _one(
        question, [hint for hint in inner if hint not in (Unknown, Without, type(None))], old, matter
    )
    return None if value is None else [value] if lists else value


def _one(question: Any, hints: list[Any], old: Any, matter: Matter) -> Any:
    olds = [str(one) for one in (old if isinstance(old, list) else [old])]
    if question.refers:
        return next((own for own in matter.ids(question.refers) if own not in olds), None)
    for hint in hints:
        if get_origin(hint) is Literal and Prose not in hints:
            return next((one for one in get_args(hint) if one not in olds), None)
        if hint in (Plain, Prose):
            return _WORDS
        if hint is EventDate:
            return "2019-03-04"
        if hint is Money:
            return "1234"
        if hint is bool:
            return "no" if old else "yes"
        if hint is int:
            return "77"
        if hint is str:
            return "OR" if "OR" not in olds else "NV"
    return None


def changes(kind: str, name: str, where: list[tuple[Matter, Any]]) -> bool | None:
    """Whether a second value shows anywhere; None where the field has none to be given, or no matter can hold
    it. No entry is made to hang on itself: such a sheet does not load.
    """
    tried = 0
    for matter, place in where:
        record = type(place.record)
        value = second(record, name, place.record.__dict__.get(name), matter)
        if value is None or place.record.__dict__.get("id") in (
            value if isinstance(value, list) else [value]
        ):
            continue
        tree = copy.deepcopy(matter.tree)
        at: Any = tree
        for part in place.location:
            at = at[part]
        _open(record, name, at)
        before = matter.as_it_is if tree == matter.tree else matter.outcome(tree)
        at[name.rstrip("_")] = value
        after = matter.outcome(tree)
        if after.shows(before):
            return True
        tried += 1
        if tried == TRIED:
            break
    return False if tried else None


def _open(kind: type[Record], name: str, at: Any) -> None:
    """Meet the conditions on which the question is asked."""
    when = kind.questions[name].when
    if when is None:
        return
    _open(kind, when.field, at)
    if not when.values:
        at.setdefault(when.field.rstrip("_"), _WORDS)
    elif at.get(when.field.rstrip("_")) not in when.values:
        hint = _hints(kind)[when.field.rstrip("_")]
        at[when.field.rstrip("_")] = (
            [when.values[0]] if any(get_origin(one) is list for one in kinds_of(hint)) else when.values[0]
        )
