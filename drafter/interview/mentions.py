"""Where the sheet names an entry, so that removing or copying it leaves no reference behind that leads
nowhere. Pure.
"""

from __future__ import annotations

from typing import Any, Collection, Iterator, Mapping

from drafter.facts.record import Record
from drafter.facts.sheet import FactSheet
from drafter.interview.missing import entries_in
from drafter.interview.questions import Asked
from drafter.interview.shapes import shapes
from drafter.tree.answers import Change
from drafter.tree.paths import join

__all__ = ["copied", "without"]


def without(tree: dict[str, Any], path: str, removed: Collection[str]) -> list[Change]:
    """The changes that take the ids `removed` out of everything that names them, apart from the entry at
    `path`, which has them.

    An entry that cannot be without what it names goes too. The changes are in an order in which each finds
    its place.
    """
    return list(_mentions(FactSheet, tree, "", path, frozenset(removed)))[::-1]


def _mentions(
    record: type[Record], raw: dict[str, Any], path: str, spared: str, ids: Collection[str]
) -> Iterator[Change]:
    if path and (path == spared or path.startswith(f"{spared}.")):
        return
    for name, question in record.questions.items():
        value = raw.get(name.rstrip("_"))
        if value is None:
            continue
        asked = Asked(join(path, name.rstrip("_")), name, question, shapes(record)[name], value)
        if not question.refers:
            for own, kind, entry in entries_in(asked):
                yield from _mentions(kind, entry, own, spared, ids)
        elif isinstance(value, str) and value in ids:
            yield Change(path, "remove") if asked.must else Change(asked.path, "set", None)
        elif isinstance(value, list) and any(each in ids for each in value):
            yield Change(asked.path, "set", [each for each in value if each not in ids] or None)


def copied(record: type[Record], raw: dict[str, Any], new: Mapping[str, str]) -> dict[str, Any]:
    """A copy of a raw record in which every id of `new` is the other, where it is owned and where it is
    named.
    """
    rewritten: dict[str, Any] = {}
    for name, question in record.questions.items():
        key, shape = name.rstrip("_"), shapes(record)[name]
        if key not in raw:
            continue
        value = raw[key]
        if key == "id" or question.refers:
            rewritten[key] = _renamed(value, new)
        else:
            rewritten[key] = _copied_value(value, shape.records, new)
    return rewritten


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [new.get(each, each) for each in value]
    return new.get(value, value) if isinstance(value, str) else value


def _copied_value(value: Any, kinds: tuple[type[Record], ...], new: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_copied_value(each, kinds, new) for each in value]
    if not isinstance(value, dict) or not kinds:
        return value
    fitting = [kind for kind in kinds if set(value) <= {name.rstrip("_") for name in kind.questions}]
    if fitting:
        return copied(fitting[0], value, new)
    return {key: _copied_value(each, kinds, new) for key, each in value.items()}
