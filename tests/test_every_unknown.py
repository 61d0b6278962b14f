"""Any leaf of a sheet may be unknown: it loads, it is told once as an error, no grade rises, and nothing is
pleaded as if it were known.
"""

import os
import random

import pytest
from every_unknown import EXCUSED, KINDS, Failure, Matter, matters, unexcused

_QUICK, _LONG = 30, 500


def _sample(count: int) -> list[tuple[Matter, list[Failure]]]:
    """So many leaves of all matters, drawn anew for each DRAFTER_SEED: each matter with what fails in it."""
    chance = random.Random(os.environ.get("DRAFTER_SEED", "0"))
    paths = chance.sample(matters(), min(3, len(matters()))) if count == _QUICK else matters()
    there = [Matter(path) for path in paths]
    return [
        (
            one,
            [
                failure
                for where, _ in chance.sample(one.leaves, min(len(one.leaves), count // len(there)))
                for failure in one.failures(where)
            ],
        )
        for one in there
    ]


def _all_are_told_and_nothing_is_pleaded(count: int) -> None:
    wrong = {one.name: unexcused(failures) for one, failures in _sample(count)}
    assert {name: failures for name, failures in wrong.items() if failures} == {}


def test_any_leaf_may_be_unknown_and_is_told_once_and_pleaded_nowhere():
    _all_are_told_and_nothing_is_pleaded(_QUICK)


@pytest.mark.long
def test_five_hundred_leaves_may_be_unknown_and_are_told_once_and_pleaded_nowhere():
    _all_are_told_and_nothing_is_pleaded(_LONG)


def test_what_is_excused_is_of_a_kind_and_says_why():
    assert {kind for kind, *_ in EXCUSED} <= set(KINDS) and all(why for *_, why in EXCUSED)
