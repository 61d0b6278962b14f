"""A starter under the lint: what it names is there, and it asserts nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator, cast

from drafter.library import Library
from drafter.library.lint.flaws import Flaw, loads
from drafter.library.records import NO_STATE
from drafter.library.starters import Starter, StarterClaim

__all__ = ["starter_flaws"]

_QUESTION = re.compile(r"(whether|what|when|where|which|who|how)\b")
_FACT = re.compile(r"\b(plaintiffs?|defendants?)\b|\$|\b\d{4}\b", re.IGNORECASE)
"""What names a party, a sum or a year in a question that is to fit every case."""


def starter_flaws(library: Library, path: Path) -> Iterator[Flaw]:
    """The flaws of a file of a starter."""
    wrong = list(loads(path, lambda name: library.record("starters", name)))
    yield from wrong
    if wrong:
        return
    starter = cast(Starter, library.record("starters", path.stem))
    for told, hint in _wrong(library, starter):
        yield Flaw(path, 1, "error", told, hint)


def _wrong(library: Library, starter: Starter) -> Iterator[tuple[str, str]]:
    claims, classes = [[str(one.id) for one in each] for each in (starter.claims, starter.classes)]
    for own in sorted({one for one in claims + classes if (claims + classes).count(one) > 1}):
        yield f"Two entries have the id “{own}”.", "Give one of them another."
    for claim in starter.claims:
        yield from _claim(library, claim)
        for named in (*claim.predicates, *claim.alternative_to):
            if str(named) not in claims:
                yield f"claims.{claim.id}: there is no claim “{named}”.", "Name one of the starter."
        for named in claim.classes:
            if str(named) not in classes:
                yield f"claims.{claim.id}: there is no class “{named}”.", "Name one of the starter."
    for shape in starter.classes:
        if shape.subclass_of and str(shape.subclass_of) not in classes:
            yield f"classes.{shape.id}: there is no class “{shape.subclass_of}”.", "Name one of the starter."
        for question in map(str, shape.common_questions):
            if not _QUESTION.match(question) or _FACT.search(question):
                yield (
                    f"classes.{shape.id}: “{question}” is no question that fits every case.",
                    "Begin it with whether, and name no party, sum or year.",
                )


def _claim(library: Library, claim: StarterClaim) -> Iterator[tuple[str, str]]:
    for theory in map(str, claim.theories):
        if theory in library.ids("core", ".md"):
            continue
        if theory not in library.ids("causes", ".md"):
            yield f"claims.{claim.id}: there is no cause “{theory}”.", "`drafter list causes` shows all."
            continue
        law = str(library.cause(theory).jurisdiction)
        states = [str(one) for one in claim.states]
        if law not in NO_STATE and states != [law]:
            yield f"claims.{claim.id}: {theory} is of {law}.", f"Write states: [{law}]."
