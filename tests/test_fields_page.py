"""The page on what becomes of each field says what the model says."""

from fields_page import PAGE, page


def test_the_page_says_of_each_field_what_its_question_says():
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python tests/fields_page.py"


def test_no_two_records_share_a_name_and_say_different_things():
    rows = [row.split(" | ")[:2] for row in page().split("\n") if row.startswith("| ") and row.count("|") > 4]
    assert len(rows) == len({tuple(row) for row in rows})
