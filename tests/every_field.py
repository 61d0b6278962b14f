"""Give each field of the sheet a second value, one at a time, in matters that together fill every field, and see
whether the text of the draft, its look or a finding changes; and whether prose that prints stands word for word
in the draft, once.

    python tests/every_field.py [--jobs N] [--show]

prints how many fields there are, how many print, drive what prints or is checked, are kept for the file, and
which do neither. A field is that of a kind of record; `mutation.py` has how a second value is made. What reads
everything does not count: checks on personal data, on places to fill in, on what is given and not printed.
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
from mutation import REFUSALS, Matter, _open, second  # noqa: E402

from drafter.checks import run_checks  # noqa: E402
from drafter.facts.record import Record  # noqa: E402
from drafter.facts.sheet import FactSheet  # noqa: E402
from drafter.facts.values import Prose  # noqa: E402
from drafter.text import render  # noqa: E402
from drafter.tree.shape import _hints, kinds_of  # noqa: E402

READ_EVERYTHING = re.compile(r"PRIV-|REU-|FORM-019|FORM-020|DOC-010|DOC-017")
"""Checks that walk the whole sheet or draft: personal data, leftovers, what is unknown or unprinted, blanks."""
TRIED = 4
"""In how many places a field is tried."""
KEPT = ("id", "schema_version", "include", "accepted_findings")
ELSEWHERE: dict[str, str] = {}
"""Fields whose second value shows in no draft of one sheet alone, each with where it shows."""
WORDS = "It was a second thing that nobody had said before."


class Result(NamedTuple):
    """What a second value of a field does: prints | is checked | nothing | is not filled | cannot be given."""

    field: str
    does: str
    where: str = ""


def kinds() -> list[type[Record]]:
    """Every kind of record of a sheet."""
    found: dict[str, type[Record]] = {}

    def walk(kind: type[Record]) -> None:
        if kind.__name__ in found:
            return
        found[kind.__name__] = kind
        for hint in _hints(kind).values():
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
    """Every field that does not say that it does not print, but ids and what the program sets."""
    return [
        (kind, name)
        for kind in kinds()
        for name, question in kind.questions.items()
        if name not in KEPT and not question.not_printed
    ]


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
            found = _compared(matter, place, kind, name, value)
            if found:
                return Result(field, found, place.path)
            does = "nothing"
        return Result(field, "is a record" if does == "cannot be given" else does, there[0][1].path)


def _compared(matter: Matter, place: Any, kind: type[Record], name: str, value: Any) -> str:
    tree = copy.deepcopy(matter.tree)
    at: Any = tree
    for part in place.location:
        at = at[part]
    _open(kind, name, at)
    before = matter.as_it_is if tree == matter.tree else matter.outcome(tree)
    at[name.rstrip("_")] = value
    after = matter.outcome(tree)
    if before.draft is None or after.draft is None:
        return "is checked" if before.draft is not None else ""
    old, new = before.draft.document, after.draft.document
    if render(old) != render(new) or old.layout != new.layout or old.contents != new.contents:
        return "prints"
    return "is checked" if told(before.draft) != told(after.draft) else ""


def told(draft: Any) -> set[tuple[Any, ...]]:
    """The findings, but those of checks that read everything."""
    try:
        return {
            (one.check, one.severity, one.message, one.where)
            for one in run_checks(draft)
            if not READ_EVERYTHING.match(one.check)
        }
    except REFUSALS as refused:
        return {(str(refused),)}


def prose() -> list[tuple[type[Record], str]]:
    """The fields of prose that print."""
    return [(kind, name) for kind, name in shown() if Prose in set(_prose(_hints(kind)[name.rstrip("_")]))]


def _prose(hint: Any) -> Iterator[Any]:
    for one in kinds_of(hint):
        yield one
        for inner in get_args(one):
            yield from _prose(inner)


def _one(field: tuple[type[Record], str]) -> Result:
    return _SHEETS[0].tried(*field)


_SHEETS: list[Sheets] = []


def _opened() -> None:
    _SHEETS.append(Sheets())


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
    wrong = [
        f"{one.field} {one.does} ({one.where})"
        for one in results
        if one.does in ("nothing", "is not filled") and one.field not in ELSEWHERE
    ]
    if given.show:
        print("\n".join(f"  {one.field}: {one.does} {one.where}" for one in results))
    sys.exit("\n".join(wrong) if wrong else 0)


if __name__ == "__main__":
    main()
