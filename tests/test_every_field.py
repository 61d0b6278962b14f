"""Every field of the sheet prints, drives what prints, or is checked; or it says why it does not: shown by a
second value of each. Prose that prints stands in the draft word for word, once.
"""

import os
import random

import pytest
from every_field import ELSEWHERE, NOT_ONCE, Sheets, kinds, shown, wrong

_QUICK = 6


def _fields():
    return [(kind, name) for kind, name in shown() if f"{kind.__name__}.{name}" not in ELSEWHERE]


@pytest.fixture(scope="module")
def sheets():
    return Sheets()


def test_the_matters_fill_every_field_that_should_show(sheets):
    open_ = {f"{kind.__name__}.{name}" for kind, name in shown() if not sheets.holding(kind, name)}
    assert sorted(open_ - set(ELSEWHERE)) == [], "fill them in tests/filled.py, or say not_printed"


def test_a_second_value_of_any_field_shows(sheets):
    chance = random.Random(os.environ.get("DRAFTER_SEED", "0"))
    assert wrong([sheets.tried(*field) for field in chance.sample(_fields(), _QUICK)]) == []


@pytest.mark.long
def test_a_second_value_of_every_field_shows(sheets):
    assert wrong([sheets.tried(*field) for field in shown()]) == []


def test_what_is_excused_is_a_field_and_says_why():
    there = {f"{kind.__name__}.{name}" for kind in kinds() for name in kind.questions}
    assert {*ELSEWHERE, *NOT_ONCE} <= there and all({**ELSEWHERE, **NOT_ONCE}.values())
