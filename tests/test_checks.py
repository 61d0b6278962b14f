"""Each check finds the defect planted for it, under its own id, and is silent where it has no business to speak."""

import importlib
import pkgutil
import re
from pathlib import Path

import planted
import pytest

from drafter.checks import CHECKS, run
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


def test_every_check_says_what_it_looks_for():
    assert [own for own, entry in CHECKS.items() if len(entry.explanation) < 40 or not re.fullmatch(r"[A-Z]+-\d{3}", own)] == []
