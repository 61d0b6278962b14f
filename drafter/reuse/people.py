"""The people of a sheet, whose names a redacted copy replaces."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Iterator

from drafter.facts.parties import PERSONS
from drafter.reuse.name_words import is_organization
from drafter.reuse.stand_ins import Names, Person, people_in
from drafter.tree.merge import Tree

__all__ = ["parties_of", "people_of"]


def people_of(tree: Tree) -> Iterator[Person]:
    """Everybody with a stand-in, numbered by kind in the order of the sheet."""
    yield from (person for _, person in parties_of(tree))
    numbers: Counter[str] = Counter()
    named = Names([person for _, person in parties_of(tree)])
    seen: set[str] = set()
    for entry in records_in(tree, "guardian"):
        if isinstance(entry.get("name"), str):
            numbers["Guardian"] += 1
            yield _person("Guardian", numbers["Guardian"], [entry["name"]], True)
    for plaintiff in tree.get("plaintiffs", []):
        if isinstance(plaintiff.get("decedent"), str):
            numbers["Decedent"] += 1
            yield _person("Decedent", numbers["Decedent"], [plaintiff["decedent"]], True)
    for name in ("source", "further_sources"):
        for source in records_in(tree, name):
            who = source.get("who")
            names = people_in(who) if isinstance(who, str) else []
            for name in names or [who] if isinstance(who, str) else ():
                if name in seen or named.are_in(name):
                    continue
                seen.add(name)
                kind = "Expert" if source.get("kind") == "expert" else "Witness"
                numbers[kind] += 1
                yield _person(
                    kind,
                    numbers[kind],
                    [name] if re.search(r"[^\W\d_]", name) and len(name) > 1 else [],
                    bool(names),
                )


def parties_of(tree: Tree) -> Iterator[tuple[Tree, Person]]:
    for name, title in (("plaintiffs", "Plaintiff"), ("non_parties", "Non-Party")):
        for number, entry in enumerate(tree.get(name, []), 1):
            names = [entry[key] for key in ("name", "short") if isinstance(entry.get(key), str)]
            kind = entry.get("kind", "individual")
            human = kind in PERSONS and not any(map(is_organization, names))
            yield (
                entry,
                _person(
                    title, number, names, human or kind in ("individual", "minor") and name == "plaintiffs"
                ),
            )


def _person(title: str, number: int, names: list[str], is_human: bool) -> Person:
    return Person(f"{title} {number}", f"{title.lower()}-{number}", tuple(names), is_human)


def records_in(value: Any, name: str) -> Iterator[Tree]:
    """Every record that stands under `name`, at any depth."""
    for own, entry in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        if own == name:
            yield from (
                each for each in (entry if isinstance(entry, list) else [entry]) if isinstance(each, dict)
            )
        yield from records_in(entry, name)
