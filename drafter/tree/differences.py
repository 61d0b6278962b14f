"""Two versions of one sheet: what differs, field by field, and whether both can be had."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Callable, Literal, NamedTuple, Sequence

from drafter.tree.answers import Answers, Change, NoPlace, same
from drafter.tree.paths import Location, locate, path_of, value_at

__all__ = ["Decide", "Decision", "Difference", "MergeConflict", "between", "differences", "merged"]

Decision = Literal["mine", "theirs", "merge", "migrate", "stop"]


class Difference(NamedTuple):
    """A field, or a whole entry, that is not the same in both versions; None where a version does not have
    it.
    """

    path: str
    base: Any
    theirs: Any
    mine: Any


class MergeConflict(NamedTuple):
    """A question that only a person can answer.

    kind      `changed`: the sheet's file was changed since it was opened; `journal`: answers were left beside
    another version of the sheet;
              `locked`: someone has the sheet open; `version`: the sheet is of an older version, and would be
              brought forward
    message   what happened, in a sentence
    fields    what differs (base is None where the common version is not known)
    choices   what may be decided, and what each would do
    """

    kind: Literal["changed", "journal", "locked", "version"]
    message: str
    fields: Sequence[Difference]
    choices: dict[Decision, str]


Decide = Callable[[MergeConflict], Decision]


def between(base: dict[str, Any] | None, theirs: dict[str, Any], mine: dict[str, Any]) -> list[Difference]:
    """What differs between two versions, with the version both come from, if it is known."""
    left, right, common = _parts(theirs), _parts(mine), _parts(base or {})
    return [
        Difference(path, common.get(path), left.get(path), right.get(path))
        for path in differences(theirs, mine)
    ]


def differences(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The paths of the fields that differ. Where only one has an entry, the entry is named; where only the
    order differs, the list.
    """
    left, right = _parts(one), _parts(other)
    told: list[str] = []
    whole: set[str] = set()
    for path in {**left, **right}:
        if whole.intersection(_above(path)):
            continue
        if path not in left or path not in right or not (_has_parts(left[path]) and _has_parts(right[path])):
            if not same(left.get(path), right.get(path)):
                told.append(path)
                whole.add(path)
        elif isinstance(left[path], list) and _order(path, one, right) != _order(path, other, left):
            told.append(path)
    return told


def _above(path: str) -> list[str]:
    parts = path.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


def _has_parts(value: Any) -> bool:
    """Whether the parts of `value` have paths of their own."""
    return bool(value) and (
        isinstance(value, dict) or isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
    )


def _order(path: str, tree: dict[str, Any], others: dict[str, Any]) -> list[str]:
    """The paths of the entries of a list that the other version has as well, in order; nothing for a
    record.
    """
    location = locate(tree, path) or ()
    entries = value_at(tree, location)
    if not isinstance(entries, list):
        return []
    paths = [path_of(tree, (*location, position)) for position in range(len(entries))]
    return [entry for entry in paths if entry in others]


def _parts(tree: dict[str, Any]) -> dict[str, Any]:
    """Everything in the tree that has a path, from the outside in."""
    found: dict[str, Any] = {}
    _gather(tree, tree, (), found)
    return found


def _gather(tree: dict[str, Any], value: Any, location: Location, found: dict[str, Any]) -> None:
    if location:
        found[path_of(tree, location)] = value
    if isinstance(value, dict):
        for name, entry in value.items():
            _gather(tree, entry, (*location, name), found)
    elif _has_parts(value):
        for position, entry in enumerate(value):
            _gather(tree, entry, (*location, position), found)


# --- both
# ------------------------------------------------------------------------------------------------------------


def merged(
    base: dict[str, Any], theirs: dict[str, Any], mine: dict[str, Any], changes: list[Change]
) -> dict[str, Any] | None:
    """Their version with my `changes` made in it; None where both touched one place, so that one of the two
    would be lost.
    """
    own = {_counted(path) for path in [*differences(base, mine), *(change.path for change in changes)]}
    other = {_counted(path) for path in differences(base, theirs)}
    if any(_touch(one, two) for one in own for two in other):
        return None
    answers = Answers(deepcopy(theirs))
    try:
        for change in changes:
            answers.apply(change)
    except NoPlace:
        return None
    return answers.tree


def _counted(path: str) -> str:
    """`path`, or that of the list in which an entry is only counted: its number means nothing in another
    version.
    """
    parts = path.split(".")
    return ".".join(
        parts[: next((place for place, part in enumerate(parts) if part.isdecimal()), len(parts))]
    )


def _touch(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
