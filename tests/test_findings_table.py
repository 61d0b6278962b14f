"""Every finding on the fourteen filings and the samples was read, and is right; every planted defect is
found, and once.
"""

import findings_table
import pytest
from test_checks import DEFECTS, findings, named

READ = findings_table.table()


@pytest.mark.parametrize("name", sorted(findings_table.sheets()))
def test_each_finding_on_a_filing_was_read_and_is_right(name):
    """What is new is added by `python tests/findings_table.py --write`, and read before it is right."""
    found = findings_table.findings_of(findings_table.sheets()[name])
    unread = [f"{key}: {one.message}" for key, one in found.items() if key not in READ.get(name, {})]
    wrong = {
        key: READ[name][key] for key in found if not READ[name].get(key, "right: ").startswith("right: ")
    }
    assert unread == [] and wrong == {}


def test_no_reason_is_empty_and_nothing_is_left_unread():
    assert [
        (name, key)
        for name, own in READ.items()
        for key, why in own.items()
        if len(why) < 15 or why == "unread"
    ] == []


@pytest.mark.sampled(12)
@pytest.mark.parametrize("one", DEFECTS, ids=named)
def test_a_planted_defect_is_found_once(one, tmp_path):
    """At one path its check speaks once, whatever else it says of the sheet."""
    told = [
        found for found in findings(one, tmp_path) if found.check == one.check and one.told in found.message
    ]
    places = [(found.where, found.message) for found in told]
    assert told and len(places) == len(set(places))
