"""Each check finds the defect planted for it, under its own id, and is silent where it has no business to speak."""

import importlib
import pkgutil
import re
from pathlib import Path

import planted
import pytest

from drafter.checks import CHECKS, run
from drafter.checks.unwritten import NOT_CHECKED
from drafter.complaint import assemble
from drafter.facts.edit import apply
from drafter.facts.load import load
from drafter.library import open_library

SAMPLES = {path.stem.split("-")[0]: path for path in sorted((Path(__file__).parent.parent / "samples").glob("*.yaml"))}
GROUPS = [importlib.import_module(f"planted.{module.name}") for module in pkgutil.iter_modules(planted.__path__)]
DEFECTS = [one for group in GROUPS for one in group.DEFECTS]
INNOCENT = [one for group in GROUPS for one in group.INNOCENT]
LIBRARY = open_library()


def findings(one, folder):
    """What the checks find in the sample with the changes of `one` made."""
    changed = folder / SAMPLES[one.sample].name
    changed.write_text(apply(SAMPLES[one.sample].read_text(encoding="utf-8"), one.changes), encoding="utf-8")
    return run(assemble(load(changed), LIBRARY, one.court))


def found_in(name):
    """The ids of the checks that find something in a sample as it stands."""
    return {finding.check for finding in run(assemble(load(SAMPLES[name]), LIBRARY))}


def named(one):
    return f"{one.check} {one.sample} {' '.join(change.path for change in one.changes)[:60]}"


@pytest.mark.parametrize("one", DEFECTS, ids=named)
def test_a_planted_defect_is_found_under_its_id(one, tmp_path):
    found = [finding for finding in findings(one, tmp_path) if finding.check == one.check]
    assert any(one.told in finding.message and (not one.where or finding.where == one.where) for finding in found), found or "nothing found"


@pytest.mark.parametrize("one", INNOCENT, ids=named)
def test_a_check_is_silent_where_there_is_no_defect(one, tmp_path):
    found = [finding for finding in findings(one, tmp_path) if finding.check == one.check and one.told in finding.message]
    assert [finding for finding in found if not one.where or finding.where == one.where] == []


BESIDE = {"DOC-012", "DOC-013", "REU-001"}
"""Checks of what stands beside a sheet: their defects are planted in tests/test_reuse.py."""


def test_every_check_has_a_defect_planted_and_a_sheet_it_is_silent_on():
    assert sorted(set(CHECKS) - {one.check for one in DEFECTS} - BESIDE) == []
    quiet = {own for name in SAMPLES for own in CHECKS if own not in found_in(name)}
    assert sorted(set(CHECKS) - {one.check for one in INNOCENT} - quiet) == []


def test_a_check_is_written_or_has_a_reason_why_not():
    assert not set(CHECKS) & set(NOT_CHECKED)
    assert all(len(reason) > 40 for reason in NOT_CHECKED.values())
    numbers = {}
    for own in [*CHECKS, *NOT_CHECKED]:
        group, number = own.split("-")
        numbers.setdefault(group, set()).add(int(number))
    assert {group: sorted(set(range(1, max(there) + 1)) - there) for group, there in numbers.items() if there != set(range(1, max(there) + 1))} == {}


def test_every_check_says_what_it_looks_for():
    assert [own for own, entry in CHECKS.items() if len(entry.explanation) < 40 or not re.fullmatch(r"[A-Z]+-\d{3}", own)] == []


# --- the samples as they stand ----------------------------------------------------------------------------------------------------------

EXPECTED = {
    "de": {
        "CLM-001": "press reports say nothing of storage, of a remote computing service, or of conditions of the contract",
        "DOC-010": "counsel, the plaintiff’s citizenship and the class period’s start were not reported, and are left blank",
        "FORM-007": "counsel was not reported",
        "FORM-009": "counsel was not reported",
        "JUR-014": "the plaintiff’s citizenship was not reported",
    },
}
MOST_WARNINGS = {"de": 12, "mireles": 6, "okafor": 6, "reyes": 2}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_samples_have_no_error_but_those_expected_and_a_handful_of_warnings(name):
    found = run(assemble(load(SAMPLES[name]), LIBRARY))
    assert {finding.check for finding in found if finding.severity.value == "error"} == set(EXPECTED.get(name, {}))
    warnings = [finding.message for finding in found if finding.severity.value == "warning"]
    assert len(warnings) <= MOST_WARNINGS[name], warnings


def test_there_are_at_least_150_planted_defects():
    assert len({(one.check, one.sample, str(one.changes), one.court) for one in DEFECTS}) >= 150


def test_a_planted_defect_adds_no_error_of_another_kind_to_a_clean_sheet_when_it_is_a_mere_word(tmp_path):
    words = [one for one in DEFECTS if one.check.startswith("PRIV") and len(one.changes) == 1 and "text" in one.changes[0].path]
    for one in words:
        errors = {finding.check for finding in findings(one, tmp_path) if finding.severity.value == "error"}
        assert errors <= {one.check}, (one, errors)


def test_the_page_of_all_checks_is_what_the_program_checks():
    from checklist import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page()
