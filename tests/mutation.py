"""A matter whose fields get a second value in memory, one at a time, and what that value can be."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from drafter.complaint import assemble
from drafter.errors import DrafterError
from drafter.facts.dates import EventDate
from drafter.facts.record import Record
from drafter.facts.values import Money, Plain, Prose, Unknown, Without
from drafter.library import open_library
from drafter.matter_files.load import Loaded, validate
from drafter.tree.paths import walk
from drafter.tree.shape import _hint, kinds_of
from drafter.yamltext.read import read_sheet

REFUSALS = (DrafterError, LookupError, RecursionError)
_LIBRARY = open_library()
_WORDS = "It was a second thing that nobody had said before."


class Outcome:
    """A draft; a message where it is refused."""

    def __init__(self, draft: Any, refused: str = "") -> None:
        self.draft, self.refused = draft, refused


class Matter:
    """A matter whose fields are changed in memory."""

    def __init__(self, path: Path) -> None:
        self.source, self.tree = read_sheet(path)
        self.sheet = validate(self.tree, self.source)
        self.places = list(walk(self.sheet))

    @cached_property
    def as_it_is(self) -> Outcome:
        return self.outcome(self.tree)

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


def second(kind: type[Record], name: str, old: Any, matter: Matter) -> Any:
    """A value for the field that differs from `old`, as the sheet's text has it; None for a record, which has
    fields of its own.
    """
    question, hints = kind.questions[name], list(kinds_of(_hint(kind, name.rstrip("_"))))
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


def meet(kind: type[Record], name: str, at: Any) -> None:
    """Meet the conditions on which the question is asked."""
    when = kind.questions[name].when
    if when is None:
        return
    meet(kind, when.field, at)
    if not when.values:
        at.setdefault(when.field.rstrip("_"), _WORDS)
    elif at.get(when.field.rstrip("_")) not in when.values:
        hint = _hint(kind, when.field.rstrip("_"))
        at[when.field.rstrip("_")] = (
            [when.values[0]] if any(get_origin(one) is list for one in kinds_of(hint)) else when.values[0]
        )
