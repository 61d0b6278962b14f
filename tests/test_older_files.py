"""What a drafter of before its rooms were parted wrote is read as it was meant: a sheet with acceptances, the
answers that a session left, the register of drafts, profiles, a firm's folder of templates.

`tests/fixtures/before` was written by that version and is not to be changed.
"""

import shutil

import pytest
from conftest import ROOT
from planted import put

from drafter.checks import CHECKS, run_checks
from drafter.checks.engine.acceptance import _declared_before
from drafter.checks.engine.hit import Hit
from drafter.cli import main
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.yamltext.rewrite import apply


@pytest.fixture
def before(tmp_path, monkeypatch):
    """A copy of what was written, as the current folder is its matter."""
    folder = shutil.copytree(ROOT / "tests" / "fixtures" / "before", tmp_path / "before")
    monkeypatch.setenv("DRAFTER_PROFILES", str(folder / "profiles"))
    monkeypatch.chdir(folder / "lee")
    return folder


def accepted(sheet):
    """The checks of the findings that an acceptance covers, and of those where one has lapsed."""
    found = run_checks(assemble(load(sheet), open_library()))
    return {one.check for one in found if one.accepted}, {one.check for one in found if one.lapsed}


def without_journal(before):
    (before / "lee" / ".lee.yaml.journal.jsonl").unlink()
    return before / "lee" / "lee.yaml"


WHOLE = {"LIM-001", "DEF-006", "FORM-005", "FORM-014"}
"""Checks that declared all allegations, whichever their findings were on. VEN-003, accepted there too, is by
now told as the hole that it leaves in the draft, which nobody accepts.
"""
OTHERS = {"CLS-006", "CLM-025", "LAW-001", "FORM-018"}


def test_every_acceptance_stands(before):
    """So a field that is new holds nothing where a sheet does not say it."""
    assert accepted(without_journal(before)) == (WHOLE | OTHERS, set())


def test_acceptances_lapse_when_what_was_declared_then_changes(before):
    sheet = without_journal(before)
    changed = apply(
        sheet.read_text(encoding="utf-8"), (put("allegations.reyes-messages.gist", "wrote of it"),)
    )
    sheet.write_text(changed, encoding="utf-8")
    assert accepted(sheet) == (OTHERS, WHOLE)


def test_the_answers_that_a_session_left_are_taken_up(before):
    session = EditingSession.open(before / "lee" / "lee.yaml")
    session.close()
    sheet = load(before / "lee" / "lee.yaml").sheet
    assert sheet.court.judge == "Hon. A. Bell" and sheet.plaintiffs[0].residence.county == "Marin"


def test_changes_are_told_since_the_draft_that_was_recorded(before, capsys):
    assert main(["changes", "lee.yaml"]) == 0
    told = capsys.readouterr().out
    assert "Since draft 1 (" in told and "“Cook” became “Marin”" in told


def test_the_next_draft_is_recorded_behind_it(before, capsys):
    assert main(["draft", "lee.yaml", "-o", "lee.docx"]) == 1
    assert main(["changes", "lee.yaml", "--since", "2"]) == 0
    assert "Since draft 2 (" in capsys.readouterr().out


def test_profiles_are_listed_and_included(before, capsys):
    assert main(["profile", "list"]) == 0
    assert "Larkspur Messaging, Inc." in capsys.readouterr().out
    (before / "lee" / "new.yaml").write_text(
        'schema_version: "1"\nmatter: Lee\ninclude: [profile:larkspur, profile:hallam]\n', encoding="utf-8"
    )
    sheet = load(before / "lee" / "new.yaml").sheet
    assert [str(one.name) for one in sheet.defendants] == ["Larkspur Messaging, Inc."] and sheet.counsel


def test_a_firms_folder_is_used_and_has_no_error(before, capsys):
    assert main(["check", "lee.yaml", "--templates", "../firm"]) == 1
    capsys.readouterr()
    assert main(["explain", "FORM-005", "--templates", "../firm"]) == 0
    assert "This firm: warning, because our judges count paragraphs" in capsys.readouterr().out
    main(["lint-templates", "../firm"])
    assert ": error: " not in capsys.readouterr().out


@pytest.mark.parametrize("check", sorted(own for own, entry in CHECKS.items() if entry.formerly))
def test_what_a_finding_declared_then_is_the_whole_in_the_place_of_what_it_names(check):
    hit = Hit("told", "claims.sca", "", "", ("allegations.one", "court.id", "allegations.two"))
    declared = list(_declared_before(CHECKS[check].formerly, hit))
    assert declared[0] == ("claims.sca", "allegations", "court.id")
    assert ("claims.sca",) in declared and ("claims.sca", "allegations") in declared
