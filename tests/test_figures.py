"""Figures and dates are refused where they are not understood, and never read by leaving something out."""

import copy
import pickle
from decimal import Decimal

import pytest
from conftest import SAMPLES_FOLDER
from test_truth import drafted, found  # noqa: F401

from drafter.facts.dates import event_date
from drafter.facts.values import money, number
from drafter.interview.answers import long_form, read
from drafter.interview.shapes import Shape
from drafter.text import render
from drafter.tree.answers import Change
from drafter.yamltext.rewrite import apply

REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"


@pytest.mark.parametrize(
    "typed",
    ["1.299,00", "$12.999", "$1,00", "12,34,567", "1,5", "٣٠", "$", "1e3", "-5", "$1 000", "NaN", ",100"],
)
def test_a_sum_that_is_not_understood_is_refused(typed):
    with pytest.raises(ValueError, match="like \\$1,000 or 29.99"):
        money(typed)


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("$1,299.00", "$1,299"),
        ("29.99", "$29.99"),
        ("$ 5", "$5"),
        ("1000000", "$1,000,000"),
        ("12.5", "$12.50"),
    ],
)
def test_a_sum_as_people_write_it_is_taken(typed, printed):
    assert str(money(typed)) == printed


@pytest.mark.parametrize(
    "typed, printed, least",
    [
        ("more than $5,000,000", "more than $5,000,000", "5000000.01"),
        ("over $75,000", "more than $75,000", "75000.01"),
        ("At least $7", "at least $7", "7"),
        ("$5,000,001 or more", "at least $5,000,001", "5000001"),
        ("$6,000,000 to $9,000,000", "between $6,000,000 and $9,000,000", "6000000"),
        ("between $6.50 and $9", "between $6.50 and $9", "6.50"),
        ("$10–$20", "between $10 and $20", "10"),
    ],
)
def test_a_range_or_a_least_sum_is_understood_and_read_back(typed, printed, least):
    read = money(typed)
    assert (str(read), read) == (printed, Decimal(least)) and read.is_bound
    assert (str(money(printed)), money(printed)) == (printed, read)
    assert str(pickle.loads(pickle.dumps(read))) == str(copy.deepcopy(read)) == printed


@pytest.mark.parametrize("typed", ["$9 to $6", "up to $5", "about $5", "more than", "$1,000 to 2,00", "3-5"])
def test_a_bound_that_gives_no_least_sum_is_refused(typed):
    with pytest.raises(ValueError):
        money(typed)


@pytest.mark.parametrize(
    "total, said",
    [
        ("more than $5,000,000", "The amount in controversy is more than $5,000,000."),
        ("$6,000,000 to $9,000,000", "The amount in controversy is between $6,000,000 and $9,000,000."),
        ("$6,000,000", "The amount in controversy is at least $6,000,000."),
    ],
)
def test_the_amount_in_controversy_may_be_a_range_or_a_least_sum(total, said, drafted):  # noqa: F811
    draft = drafted("reyes", {"jurisdiction.amount": {"total": total}, "jurisdiction.grounds": ["cafa"]})
    assert said in render(draft.document).replace("\u00a0", " ") and not found(draft, "JUR-002")


def test_an_amount_of_five_million_and_no_more_is_too_small(drafted):  # noqa: F811
    amount = {"jurisdiction.amount": {"total": "at least $5,000,000"}, "jurisdiction.grounds": ["cafa"]}
    assert found(drafted("reyes", amount), "JUR-002")


def test_the_interview_understands_a_sum_as_the_sheet_does():
    asked = Shape(kind="money")
    assert read(asked, "over $5,000,000") == "over $5,000,000"
    assert long_form(asked, "over $5,000,000") == "more than $5,000,000"
    with pytest.raises(ValueError):
        read(asked, "up to $5")


@pytest.mark.parametrize("typed", ["480,00", "1,5", "12.000", "1,2345", "one", "٣٠٠"])
def test_a_number_that_is_not_understood_is_refused(typed):
    with pytest.raises(ValueError, match="whole number"):
        number(typed)


def test_a_number_may_have_commas_before_three_digits():
    assert [number(typed) for typed in ("48,000", "48000", "1,234,567")] == [48_000, 48_000, 1_234_567]


@pytest.mark.parametrize(
    "typed",
    ["Mayor 12, 2026", "Marvel 2024", "Junk 2024", "Decade 2024", "2024-00", "2024-05-00", "Augu 2024"],
)
def test_a_word_that_is_no_month_and_a_month_nought_are_refused(typed):
    with pytest.raises(ValueError):
        event_date(typed)


@pytest.mark.parametrize(
    "typed", ["May 12, 2026", "Sept. 18, 2024", "Sep 2024", "december 1, 2020", "Jan. 2021"]
)
def test_a_month_by_its_name_or_its_usual_abbreviation_is_taken(typed):
    assert event_date(typed).month in (1, 5, 9, 12)


@pytest.mark.parametrize(
    "path, value",
    [
        ("plaintiffs.reyes.experience.purchases", [{"product": "Larkspur Plus", "price": "$1,00"}]),
        ("classes.plus.numerosity.low", "480,00"),
        ("allegations.no-notice.date", "Mayor 12, 2026"),
    ],
)
def test_the_sheet_says_where_a_figure_stands_that_it_does_not_understand(path, value, run, tmp_path):
    sheet = tmp_path / "m.yaml"
    sheet.write_text(apply(REYES.read_text(encoding="utf-8"), [Change(path, "set", value)]), encoding="utf-8")
    done = run("check", sheet)
    assert done.returncode == 2 and "m.yaml:" in done.stderr and "write" in done.stderr
