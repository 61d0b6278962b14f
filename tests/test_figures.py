"""Figures and dates are refused where they are not understood, and never read by leaving something out."""

import pytest
from conftest import SAMPLES_FOLDER

from drafter.facts.dates import event_date
from drafter.facts.values import money, number
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
