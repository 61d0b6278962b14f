"""`drafter new` and `drafter edit` as commands: scripted input, exit codes, one answer changed and nothing
else.
"""

from __future__ import annotations

import difflib
import os
import shutil
import stat
import subprocess
import sys

import pytest
from conftest import ROOT, SAMPLES


@pytest.fixture
def type_in(tmp_path):
    """Run drafter in an empty folder with these lines as its input."""

    def command(*arguments, lines=(), **further):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **further}
        return subprocess.run(
            [sys.executable, "-m", "drafter", *map(str, arguments)],
            cwd=tmp_path,
            env=environment,
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )

    return command


def test_the_end_of_the_input_saves_and_lists_what_is_missing(type_in, tmp_path):
    done = type_in("new", "lee.yaml", "--plain", lines=["", "nd cal", "Santa Clara"])
    assert done.returncode == 2
    assert "Counsel › counsel (counsel)" in done.stdout and "required left:" in done.stdout
    assert (
        "id: cand" in (tmp_path / "lee.yaml").read_text()
        and "county: Santa Clara" in (tmp_path / "lee.yaml").read_text()
    )


def test_without_a_name_the_sheet_is_named_after_the_matter(type_in, tmp_path):
    done = type_in("new", "--plain", lines=["José Lee v. Acme & Co.", "/quit"])
    assert done.returncode == 0 and "Go on with: drafter edit jose-lee-v-acme-co.yaml" in " ".join(
        done.stdout.split()
    )
    assert "matter: José Lee v. Acme & Co." in (tmp_path / "jose-lee-v-acme-co.yaml").read_text(
        encoding="utf-8"
    )


def test_without_a_terminal_and_without_plain_there_is_one_message(type_in, tmp_path):
    done = type_in("new", "lee.yaml")
    assert (
        done.returncode == 2
        and "needs a terminal" in done.stderr
        and "--plain" in done.stderr
        and done.stdout == ""
    )
    assert not (tmp_path / "lee.yaml").exists()


def test_a_sheet_that_is_there_is_not_begun_again(type_in, tmp_path):
    (tmp_path / "lee.yaml").write_text("schema_version: 1\n")
    done = type_in("new", "lee.yaml", "--plain")
    assert done.returncode == 2 and "drafter edit lee.yaml" in done.stderr


@pytest.mark.parametrize(
    "path, why",
    [("plaintiffs.nobody.name", "nobody"), ("shoe_size", "shoe_size"), ("court.county.x", "county")],
)
def test_a_path_that_is_no_question_is_told(path, why, type_in, tmp_path):
    shutil.copy(SAMPLES[0], tmp_path / "lee.yaml")
    before = (tmp_path / "lee.yaml").read_bytes()
    done = type_in("edit", "lee.yaml", "--plain", "--at", path)
    assert done.returncode == 2 and why in done.stderr and "Traceback" not in done.stderr
    assert (tmp_path / "lee.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "path, typed, line",
    [
        ("plaintiffs.de-la-torre.residence.city", ["Fresno"], "      city: Fresno"),
        ("allegations.default-on.date", ["Aug. 2, 2024"], '        date: "2024-08-02"'),
        (
            "classes.premium.conduct",
            ["who sent an InMail message"],
            "    conduct: who sent an InMail message",
        ),
        ("claims.sca.elements.contents.application", ["They wrote: “yes”.", "/end"], None),
    ],
)
def test_one_answer_changes_its_line_and_no_other(path, typed, line, type_in, tmp_path):
    sample = next(each for each in SAMPLES if each.stem.startswith("de-la"))
    shutil.copy(sample, tmp_path / "lee.yaml")
    done = type_in("edit", "lee.yaml", "--plain", "--at", path, lines=[*typed, "/quit"])
    assert done.returncode == 0, done.stderr
    before, after = (
        each.read_text(encoding="utf-8").splitlines() for each in (sample, tmp_path / "lee.yaml")
    )
    changed = [each for each in difflib.ndiff(before, after) if each[0] in "+-"]
    assert sum(each[0] == "-" for each in changed) == 1 and 1 <= sum(each[0] == "+" for each in changed) <= 2
    assert line is None or f"+ {line}" in changed


def test_what_is_kept_is_the_users_alone(type_in, tmp_path):
    type_in("new", "lee.yaml", "--plain", lines=["", "cand"])
    for file in tmp_path.iterdir():
        if file.is_file():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_a_draft_takes_up_answers_that_are_not_in_the_sheet_yet(type_in, tmp_path):
    from drafter.matter_files.editing import EditingSession
    from drafter.tree.answers import Change

    shutil.copy(SAMPLES[0], tmp_path / "lee.yaml")
    keeper = EditingSession.open(tmp_path / "lee.yaml")
    keeper.record(Change("plaintiffs.de-la-torre.residence.city", "set", "Fresno"))
    done = type_in("draft", "lee.yaml", "--text")
    assert (
        "resides in Fresno" in done.stdout and "1 answer not saved yet, taken from its journal" in done.stderr
    )
    keeper.close()


MISSHAPEN = """schema_version: 1
court: {id: cand, county: Alameda}
plaintiffs:
  - {id: lee, name: Ann Lee, knd: individual}
allegations: It was sold.
claims: [{id: one, theories: 7}]
"""


def test_a_sheet_that_does_not_load_tells_all_that_is_wrong_at_opening_and_stays_as_it_is(type_in, tmp_path):
    (tmp_path / "lee.yaml").write_text(MISSHAPEN)
    done = type_in("edit", "lee.yaml", "--plain", "--at", "allegations", lines=["2"])
    assert done.returncode == 2 and "Traceback" not in done.stderr
    told = " ".join(done.stdout.split())
    assert (
        "lee.yaml:4: “knd”" in told and "lee.yaml:5: allegations" in told and "lee.yaml:6: theories" in told
    )
    assert "Section?" not in told and (tmp_path / "lee.yaml").read_text() == MISSHAPEN


def test_twenty_problems_of_a_sheet_are_told_at_opening_and_how_many_more(type_in, tmp_path):
    rows = "".join(f"  - {{id: p{number}, name: P, knd: x}}\n" for number in range(33))
    (tmp_path / "lee.yaml").write_text(f"schema_version: 1\nplaintiffs:\n{rows}")
    told = type_in("edit", "lee.yaml", "--plain", lines=["/quit"]).stdout
    assert told.count("“knd” is not a field") == 20 and "… and 13 more" in told


def test_it_is_mended_in_the_persons_own_editor_and_the_interview_goes_on(type_in, tmp_path):
    (tmp_path / "lee.yaml").write_text(MISSHAPEN)
    script = tmp_path / "mend.sh"
    script.write_text(
        '#!/bin/sh\nsed -i -e "s/knd/kind/" -e "/^allegations/d" -e "s/theories: 7/theories: [x]/" "$1"\n'
    )
    script.chmod(0o700)
    lines = ["1", "", "/quit"]
    done = type_in(
        "edit", "lee.yaml", "--plain", "--at", "court.county", lines=lines, EDITOR=str(script), VISUAL=""
    )
    assert done.returncode == 0 and "County where most of the events happened? [Alameda]" in done.stdout
    assert "kind: individual" in (tmp_path / "lee.yaml").read_text()


def test_an_editor_that_is_not_there_is_told_and_nothing_is_lost(type_in, tmp_path):
    (tmp_path / "lee.yaml").write_text(MISSHAPEN)
    done = type_in("edit", "lee.yaml", "--plain", lines=["1", "2"], EDITOR="no-such-editor", VISUAL="")
    assert done.returncode == 2 and "could not be started" in done.stdout
    assert (tmp_path / "lee.yaml").read_text() == MISSHAPEN


def test_a_sheet_whose_ids_lead_nowhere_can_be_mended_in_the_interview(type_in, tmp_path):
    (tmp_path / "lee.yaml").write_text(
        "schema_version: 1\ncourt: {id: cand}\nplaintiffs: [{id: lee, name: Ann Lee}]\n"
        "claims: [{id: one, theories: [sca-2702-a1-ecs], by: [leee]}]\n"
    )
    done = type_in(
        "edit", "lee.yaml", "--plain", "--at", "claims.one.by", lines=["", "1", "/quit"], VISUAL=""
    )
    assert done.returncode == 0 and "leee" in done.stdout
    assert "by: [lee]" in (tmp_path / "lee.yaml").read_text()


def test_a_path_to_the_answer_of_a_causes_own_question_opens_that_answer(type_in, tmp_path):
    sample = next(each for each in SAMPLES if each.stem.startswith("de-la"))
    shutil.copy(sample, tmp_path / "lee.yaml")
    at = "claims.sca.answers.no-service-exception"
    done = type_in("edit", "lee.yaml", "--plain", "--at", at, lines=["It was a vendor.", "/end", "/quit"])
    assert done.returncode == 0, done.stderr
    first = done.stdout.split("?\n")[0]
    assert "Why the recipient did not forward the messages" in first.replace("\n", " ")
    assert "no-service-exception: It was a vendor." in (tmp_path / "lee.yaml").read_text()
