"""Changes after which a sheet would not load any more: those alone are put aside, and the rest is saved."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Callable, NamedTuple, Sequence

from drafter.errors import SheetError
from drafter.tree.answers import UNFIT, Answers, Change

__all__ = ["Parted", "RefusedAnswers", "parted"]

Loads = Callable[[dict[str, Any]], bool]
MOST_TRIED = 60
"""Changes that are tried one by one, the latest first, before all are gone through in order."""


class RefusedAnswers(SheetError):
    """Some answers were put aside, because the sheet would not load with them; what else was answered is
    saved.
    """


class Parted(NamedTuple):
    """The tree without what it does not load with, the changes that are in it, and those that are not."""

    tree: dict[str, Any]
    saved: list[Change]
    refused: list[Change]


def parted(
    before: dict[str, Any], changes: Sequence[Change], loads: Callable[[dict[str, Any]], bool]
) -> Parted:
    """Part the changes that `before`, which loads, does not load with from the others: one alone, the latest
    first, where that is enough; else each after which it does not load.
    """
    for position in range(len(changes) - 1, max(-1, len(changes) - 1 - MOST_TRIED), -1):
        one_less = _made(before, [*changes[:position], *changes[position + 1 :]])
        if loads(one_less.tree):
            return one_less._replace(refused=[changes[position], *one_less.refused])
    so_far = Parted(before, [], [])
    for change in changes:
        with_it = _made(so_far.tree, [change])
        if with_it.saved and loads(with_it.tree):
            so_far = Parted(with_it.tree, [*so_far.saved, change], so_far.refused)
        else:
            so_far.refused.append(change)
    return so_far


def _made(before: dict[str, Any], changes: Sequence[Change]) -> Parted:
    """`before` with the changes; those for which there is no place are refused."""
    answers, saved, refused = Answers(deepcopy(before)), [], []
    for change in changes:
        try:
            answers.apply(change)
            saved.append(change)
        except UNFIT:
            refused.append(change)
    return Parted(answers.tree, saved, refused)
