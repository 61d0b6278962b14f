"""Beginning from a kind of case: claims, classes and an outline, and never a fact."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT
from fuzzing import quietly

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.interview.asking import Chosen
from drafter.interview.engine import Session
from drafter.library import open_library
from drafter.library.lint.folder import lint
from drafter.library.starting import fits, heading_note, starter_of, starter_tree, usual_claims
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.reuse.new_matter import new_sheet_text
from drafter.text import render
from drafter.yamltext.read import read_sheet

LIBRARY = open_library()
NAMES = LIBRARY.ids("starters", ".yaml")
COURTS = {"CA": "cand", "NY": "nysd", "IL": "ilnd", "TX": "txsd", "FL": "flsd"}
PARTIES = {
    "plaintiffs": [{"id": "lee", "kind": "individual", "name": "Ann Lee"}],
    "defendants": [{"id": "acme", "kind": "corporation", "name": "Acme, Inc."}],
}


def begun(folder, name, state):
    """A sheet begun from a starter in the court of a State, with the parties a draft cannot be without."""
    tree = starter_tree(LIBRARY, name, state)
    path = folder / f"{name}-{state.lower()}.yaml"
    path.write_text(new_sheet_text(path, given={"court": {"id": COURTS[state]}, **PARTIES, **tree}))
    return path


@pytest.mark.parametrize("state", COURTS)
@pytest.mark.parametrize("name", NAMES)
def test_each_starter_drafts_in_each_court_where_it_has_a_claim_and_asserts_no_fact(tmp_path, name, state):
    starter = starter_of(LIBRARY, name)
    if not usual_claims(LIBRARY, starter, state):
        assert not any(fits(LIBRARY, claim, state) for claim in starter.claims if claim.usual)
        return
    loaded = load(begun(tmp_path, name, state))
    draft = assemble(loaded, LIBRARY)
    text = render(draft.document)
    blanks = re.findall(r"\[[^\[\]]*\]", text)
    for part in starter.outline:
        assert f"[{heading_note(part)}]" in blanks, "what is to be shown stands as a blank"
    bare = re.sub(r"\[[^\[\]]*\]", "", text)
    for part in starter.outline:
        assert part.show not in bare
    assert any(finding.check == "DOC-010" for finding in run_checks(draft))
    assert not any(claim.elements for claim in loaded.sheet.claims)


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_takes_in_claims_of_the_courts_state_and_of_no_other(name):
    for state in COURTS:
        if not usual_claims(LIBRARY, starter_of(LIBRARY, name), state):
            continue
        for claim in starter_tree(LIBRARY, name, state)["claims"]:
            for theory in claim["theories"]:
                if theory in LIBRARY.ids("core", ".md"):
                    assert claim["law"] == [state]
                else:
                    assert LIBRARY.cause(theory).jurisdiction in ("federal", "uniform", state)


def test_a_new_sheet_begins_with_the_line_for_editors_and_the_key_of_its_bookmarks(run, tmp_path):
    assert run("new", "lee.yaml", "--no-questions").returncode == 0
    first, *rest = (tmp_path / "lee.yaml").read_text().splitlines()
    assert first == "# yaml-language-server: $schema=drafter.sheet.schema.json"
    assert re.fullmatch(r"anchor_key: [a-z]{20,}", rest[1])


def test_new_begins_from_a_starter_and_the_court_says_which_claims_fit(run, tmp_path):
    assert run("new", "lee.yaml", "--starter", "pixel", "--court", "flsd", "--no-questions").returncode == 0
    tree = read_sheet(tmp_path / "lee.yaml")[1]
    assert tree["court"] == {"id": "flsd"}
    assert [claim["id"] for claim in tree["claims"]] == ["wiretap", "fsca", "intrusion"]
    assert [each["id"] for each in tree["classes"]] == ["visitors", "state-visitors"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--starter", "pixl"), "Did you mean pixel"),
        (("--starter", "session replay"), "Did you mean pixel"),
        (("--starter", "pixel", "--from", "old.yaml"), "Give one of them"),
        (("--starter", "pixel", "--court", "nowhere"), "no court"),
    ],
)
def test_what_does_not_go_together_makes_no_sheet(run, tmp_path, words, told):
    (tmp_path / "old.yaml").write_text("schema_version: 1\n")
    done = run("new", "lee.yaml", *words, "--no-questions")
    assert done.returncode == 2 and told in done.stderr
    assert not (tmp_path / "lee.yaml").exists()


def test_starters_are_listed_and_shown(run):
    listed = run("list", "starters").stdout
    assert all(re.search(rf"^{name} ", listed, re.M) for name in NAMES)
    shown = run("show", "starter", "wage").stdout
    assert "flsa-216b" in shown and "WHAT THE FACTS ARE TO SHOW" in shown and "BEFORE FILING" in shown


def test_a_firm_adds_a_starter_of_its_own(run, tmp_path):
    (tmp_path / "firm" / "starters").mkdir(parents=True)
    (tmp_path / "firm" / "starters" / "tuition.yaml").write_text(
        "title: Tuition for classes that were not held\nabout: A school kept the fees.\n"
        "claims: [{id: contract, theories: [breach-of-contract], when: where it was promised}]\n"
        "outline: [{show: what the school promised}]\n"
    )
    done = run(
        "new", "lee.yaml", "--starter", "tuition", "--court", "nysd", "--templates", "firm", "--no-questions"
    )
    assert done.returncode == 0, done.stderr
    assert read_sheet(tmp_path / "lee.yaml")[1]["claims"][0]["law"] == ["NY"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("theories: [tx-dtpa]", "theories: [tx-dtpx]", "there is no cause"),
        ("states: [TX]", "states: [OH]", "is of TX"),
        ("predicates: [clra, fal]", "predicates: [clra, none-such]", "there is no claim"),
        ("whether the statement was made", "Acme made the statement", "no question that fits"),
        ("whether it is false", "whether defendant’s statement is false", "no question that fits"),
        ("subclass_of: purchasers", "subclass_of: nobody", "there is no class"),
        ("id: dtpa", "id: cpa", "Two entries"),
    ],
)
def test_the_lint_tells_what_is_wrong_with_a_starter(tmp_path, old, new, told):
    folder = tmp_path / "firm"
    (folder / "starters").mkdir(parents=True)
    text = (ROOT / "templates" / "starters" / "false-advertising.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "starters" / "false-advertising.yaml").write_text(text.replace(old, new), encoding="utf-8")
    flaws = lint(open_library(str(folder)), folder)
    assert any(told in flaw.message for flaw in flaws), flaws


def test_in_the_interview_a_starter_is_one_step_that_one_undo_takes_back(tmp_path):
    sheet = tmp_path / "lee.yaml"
    sheet.write_text(new_sheet_text(sheet, given={"court": {"id": "cand"}}))
    keeper = EditingSession.open(sheet)
    session = Session(keeper, library=LIBRARY)
    session.answer(Chosen("starter"))
    session.answer("telephone")
    assert session.screen.prompt.title == "claims to begin with"
    assert list(session.screen.ticked) == ["do-not-call"]
    session.answer(["robocalls", "do-not-call"])
    said = " ".join(session.heard())
    assert "2 claims" in said and "Before filing" in said
    assert keeper.answers.keys("claims") == ["robocalls", "do-not-call"]
    assert not any(row.key == "starter" for row in session.screen.rows), (
        "it is offered while there is no claim"
    )
    session.sitting.undo()
    assert not keeper.answers.keys("claims") and not session.sitting.get("allegations")
    keeper.close()


def test_an_id_that_the_sheet_has_already_is_not_given_twice(tmp_path):
    sheet = tmp_path / "lee.yaml"
    own = {
        "court": {"id": "cand"},
        "defendants": [{"id": "called", "kind": "corporation", "name": "Called Inc."}],
    }
    sheet.write_text(new_sheet_text(sheet, given=own))
    keeper = EditingSession.open(sheet)
    session = Session(keeper, library=LIBRARY)
    session.answer(Chosen("starter"))
    session.answer("telephone")
    session.answer(["do-not-call"])
    assert keeper.answers.keys("classes") == ["called-2"]
    assert session.sitting.get("claims.do-not-call.for") == ["called-2"]
    keeper.close()


def test_watch_drafts_again_when_the_sheet_is_saved_and_outlives_a_mistake(sheet, tmp_path):
    path = sheet()
    done = subprocess.Popen(
        [sys.executable, "-m", "drafter", "draft", str(path), "-o", str(tmp_path / "out.docx"), "--watch"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    def until(words):
        heard = ""
        while words not in heard:
            line = done.stdout.readline()
            assert line, f"it ended before “{words}”: {heard}"
            heard += line
        return heard

    try:
        until("Watching")
        text = path.read_text(encoding="utf-8")
        path.write_text("claims: [", encoding="utf-8")
        assert "drafter:" in until("Watching")
        path.write_text(text, encoding="utf-8")
        assert "paragraphs" in until("Watching")
        time.sleep(0.1)
        done.send_signal(signal.SIGINT)
        assert done.wait(timeout=60) in (0, 1)
    finally:
        done.kill()


def test_a_file_to_open_wants_a_file(run, sheet):
    done = run("draft", sheet(), "--text", "--open")
    assert done.returncode == 2 and "no file to open" in done.stderr


def test_open_hands_the_draft_to_the_systems_program(sheet, tmp_path, monkeypatch):
    heard = tmp_path / "heard"
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$1" > {heard}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert quietly(["draft", str(sheet()), "-o", str(tmp_path / "out.docx"), "--open"], tmp_path)[0] in (0, 1)
    for _ in range(100):
        if heard.exists() and heard.read_text():
            break
        time.sleep(0.05)
    assert heard.read_text().strip().endswith("out.docx")


def test_the_hub_shows_the_draft_as_it_will_print_with_what_is_found_beside_it(sheet):
    keeper = EditingSession.open(sheet())
    session = Session(keeper, library=LIBRARY)
    session.answer(Chosen("preview"))
    lines = session.screen.lines
    text = "\n".join(lines)
    assert "UNITED STATES DISTRICT COURT" in text and "WHEREFORE" in text
    assert [line for line in lines if line.startswith("▌ ERROR DOC-010")]
    session.answer(None)
    assert session.screen.prompt.title == "section"
    keeper.close()


def test_a_sheet_too_bare_to_draft_is_previewed_with_stand_ins_for_what_it_lacks(tmp_path):
    sheet = tmp_path / "lee.yaml"
    sheet.write_text(new_sheet_text(sheet))
    keeper = EditingSession.open(sheet)
    session = Session(keeper, library=LIBRARY)
    session.answer(Chosen("preview"))
    assert any("[plaintiff]" in line.lower() for line in session.screen.lines)
    keeper.close()


def test_leaving_by_the_draft_row_saves_and_writes_the_draft(sheet, tmp_path):
    path = sheet()
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "edit", str(path), "--plain"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input="16\n",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "matter.docx").exists() and "paragraphs" in done.stdout and "Saved" in done.stdout
