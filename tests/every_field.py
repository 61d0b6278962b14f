"""Give each field of the sheet a second value, one at a time, in matters that together fill every field,
and see whether the text of the draft, its look or a finding changes; and whether prose that prints stands
word for word in the draft, once.

    python tests/every_field.py [--jobs N] [--show]

prints how many fields there are, how many print, drive what prints or is checked, say that they do not,
and which do neither. A field is that of a kind of record; `mutation.py` has how a second value is made; what
no second value shows, none at all may. What reads everything does not count: checks on personal data, on
places to fill in, on what is given and not printed.
"""

from __future__ import annotations

import argparse
import copy
import re
import sys
import tempfile
from collections import Counter
from functools import cached_property
from multiprocessing import Pool
from pathlib import Path
from typing import Any, Iterator, NamedTuple, get_args

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

import filled  # noqa: E402
from mutation import REFUSALS, Matter, meet, second  # noqa: E402

from drafter.checks import run_checks  # noqa: E402
from drafter.complaint.views.amount import amount_in_controversy  # noqa: E402
from drafter.facts.record import Record  # noqa: E402
from drafter.facts.sheet import FactSheet  # noqa: E402
from drafter.facts.values import Prose  # noqa: E402
from drafter.text import render  # noqa: E402
from drafter.tree.shape import _hint, _hints, kinds_of  # noqa: E402

READ_EVERYTHING = re.compile(r"PRIV-00|PRIV-011|REU-|FORM-019|FORM-020|DOC-010|DOC-017")
"""Checks that walk the whole sheet or draft: personal data, leftovers, what is unknown or unprinted."""
TRIED = 16
"""In how many places a field is tried."""
KEPT = ("id", "schema_version", "include")
_MADE = "the claims that are made of it print; the sheet holds them in its place"
ELSEWHERE = {
    "FactSheet.reused_from": "the older matter’s names are looked for beside its sheet",
    "FactSheet.alternatives": "the sheets beside this one are compared with it",
    **dict.fromkeys(("FactSheet.claim_patterns", "ClaimPattern.theories", "Claim.like", "Claim.each"), _MADE),
}
"""Fields whose second value shows in no draft of one sheet alone, each with where it shows."""
NOT_ONCE = {
    "Term.effect": "the count on the agreement says again what was promised",
    "Section.heading": "the table of contents has it too",
    "Override.words": "over a heading; the table of contents has it too",
    "ReliefSought.text": "the count says it, and the prayer asks for it",
    "OwnRemedy.text": "the count says what it seeks, and the prayer asks for it",
}
"""Prose that stands in the draft more often than once, or not word for word, each with why."""
WORDS = "It was a second thing that nobody had said before."


class Result(NamedTuple):
    """What a second value of a field does (prints | is checked | nothing | is not filled | is a record), and
    how often prose that prints stands in the draft word for word.
    """

    field: str
    does: str
    where: str = ""
    times: int = 1


def kinds() -> list[type[Record]]:
    """Every kind of record of a sheet."""
    found: dict[str, type[Record]] = {}

    def walk(kind: type[Record]) -> None:
        if kind.__name__ in found:
            return
        found[kind.__name__] = kind
        for hint in _hints(kind):
            for inner in _records(hint):
                walk(inner)

    walk(FactSheet)
    return list(found.values())


def _records(hint: Any) -> Iterator[type[Record]]:
    for one in kinds_of(hint):
        if isinstance(one, type) and issubclass(one, Record):
            yield one
        else:
            for inner in get_args(one):
                yield from _records(inner)


def shown() -> list[tuple[type[Record], str]]:
    """Every field that does not say that it does not print, but ids and what the program sets; a field that
    several kinds share, with the kind that has it first.
    """
    return [
        (kind, name)
        for kind in kinds()
        for name, question in kind.questions.items()
        if not any(base.__dict__.get("questions", {}).get(name) is question for base in kind.__mro__[1:])
        if name not in KEPT and not question.not_printed and not _held_back(kind, name)
    ]


def _held_back(kind: type[Record], name: str) -> bool:
    """Whether the field is of records none of whose fields prints."""
    inner = list(_records(_hint(kind, name.rstrip("_"))))
    return bool(inner) and all(
        question.not_printed or own in KEPT for one in inner for own, question in one.questions.items()
    )


class Sheets:
    """The matters by which fields are tried, and where each kind of record stands in them."""

    def __init__(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.matters = [Matter(path) for path in filled.matters(Path(folder))]

    @cached_property
    def places(self) -> dict[str, list[tuple[Matter, Any]]]:
        found: dict[str, list[tuple[Matter, Any]]] = {}
        for matter in self.matters:
            for place in matter.places:
                found.setdefault(type(place.record).__name__, []).append((matter, place))
        return found

    def holding(self, kind: type[Record], name: str) -> list[tuple[Matter, Any]]:
        """Where the field holds something, the most telling matters first."""
        return [
            (matter, place)
            for matter, place in self.places.get(kind.__name__, [])
            if name in place.record.__pydantic_fields_set__
            and place.record.__dict__.get(name) not in (None, [], {})
        ]

    def tried(self, kind: type[Record], name: str) -> Result:
        """What a second value of the field does, in the first place where it does anything."""
        field = f"{kind.__name__}.{name}"
        there = self.holding(kind, name)
        if not there:
            return Result(field, "is not filled")
        does = "cannot be given"
        for matter, place in there[:TRIED] + there[TRIED:][-TRIED:]:
            value = second(kind, name, place.record.__dict__.get(name), matter)
            if value is None:
                continue
            for other in (value, None):
                found, times = _compared(matter, place, kind, name, other)
                if found:
                    return Result(field, found, place.path, times if WORDS in (other, *_listed(other)) else 1)
            does = "nothing"
        return Result(field, "is a record" if does == "cannot be given" else does, there[0][1].path)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _compared(matter: Matter, place: Any, kind: type[Record], name: str, value: Any) -> tuple[str, int]:
    """What another value does there, and how often its words stand in the draft."""
    tree = copy.deepcopy(matter.tree)
    at: Any = tree
    for part in place.location:
        at = at[part]
    meet(kind, name, at)
    before = matter.as_it_is if tree == matter.tree else matter.outcome(tree)
    at[name.rstrip("_")] = value
    if value is None:
        del at[name.rstrip("_")]
    after = matter.outcome(tree)
    if before.draft is None or after.draft is None:
        return ("is checked" if before.draft is not None else ""), 1
    old, new = before.draft.document, after.draft.document
    text = render(new)
    if render(old) != text or old.layout != new.layout or old.contents != new.contents:
        return "prints", text.lower().count(WORDS.lower().rstrip("."))
    return ("is checked" if told(before.draft) != told(after.draft) else ""), 1


def told(draft: Any) -> set[tuple[Any, ...]]:
    """The findings, but those of checks that read everything; how the amount in controversy is reckoned."""
    try:
        return {tuple(amount_in_controversy(draft.matter))} | {
            (one.check, one.severity, one.message, one.where, one.accepted, one.lapsed)
            for one in run_checks(draft)
            if not READ_EVERYTHING.match(one.check)
        }
    except REFUSALS as refused:
        return {(str(refused),)}


def is_prose(kind: type[Record], name: str) -> bool:
    """Whether a field is of sentences or clauses with marks."""
    return Prose in set(_inside(_hint(kind, name.rstrip("_"))))


def _inside(hint: Any) -> Iterator[Any]:
    for one in kinds_of(hint):
        yield one
        for inner in get_args(one):
            yield from _inside(inner)


def _one(field: tuple[type[Record], str]) -> Result:
    return _SHEETS[0].tried(*field)


_SHEETS: list[Sheets] = []


def _opened() -> None:
    _SHEETS.append(Sheets())


def wrong(results: list[Result]) -> list[str]:
    """What of the results may not be."""
    of_prose = {f"{kind.__name__}.{name}" for kind, name in shown() if is_prose(kind, name)}
    silent = [
        f"{one.field} {one.does} ({one.where}): let it print, or say not_printed; fill it in tests/filled.py"
        for one in results
        if one.does in ("nothing", "is not filled") and one.field not in ELSEWHERE
    ]
    return silent + [
        f"{one.field} stands {one.times} times in the draft ({one.where})"
        for one in results
        if one.field in of_prose and one.does == "prints" and one.times != 1 and one.field not in NOT_ONCE
    ]


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--jobs", type=int, default=1)
    reader.add_argument("--show", action="store_true")
    given = reader.parse_args()
    fields = shown()
    with Pool(given.jobs, _opened) as pool:
        results = pool.map(_one, fields, chunksize=8)
    counts = Counter(one.does for one in results)
    kept = sum(len(kind.questions) for kind in kinds()) - len(fields)
    print(f"{len(fields)} fields that should show: {dict(counts)}; {kept} ids or fields that say why not")
    if given.show:
        print("\n".join(f"  {one.field}: {one.does} {one.where}" for one in results))
    amiss = wrong(results)
    sys.exit("\n".join(amiss) if amiss else 0)


if __name__ == "__main__":
    main()
