"""Finding matters by their words: what is found, what it shows, and that the quick way misses nothing."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES_FOLDER
from hypothesis import given
from hypothesis import strategies as st

from drafter.commands.find import search
from drafter.wording import folded

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def matters(tmp_path_factory):
    folder = tmp_path_factory.mktemp("matters")
    for path in SAMPLES_FOLDER.glob("*.yaml"):
        (folder / path.stem).mkdir()
        shutil.copy(path, folder / path.stem / "matter.yaml")
    (folder / "notes.yaml").write_text("larkspur: not a sheet\n", encoding="utf-8")
    (folder / "broken.yaml").write_text("schema_version: 1\nmatter: [Larkspur\n", encoding="utf-8")
    (folder / "escaped.yaml").write_text(
        'schema_version: 1\nmatter: "Ren\\u00e9 v. Harbor"\n', encoding="utf-8"
    )
    return folder


def run(folder, *words):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "drafter", "find", *words],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        encoding="utf-8",
    )


def test_words_of_one_allegation_find_it_with_the_passage_and_the_way_to_it(matters):
    done = run(matters, "engineer", "BACKUP", "--in", str(matters))
    assert done.returncode == 0
    assert (
        "Reyes and Whitfield v. Larkspur Messaging" in done.stdout
        and "allegations.nightly-copies.text: " in done.stdout
    )
    assert "»engineer«" in done.stdout and "--at allegations.nightly-copies.text" in done.stdout
    assert "1 passage in 1 matter." in done.stdout


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["tallgrass", "austin"], None),
        (["Hallam"], "counsel.hallam"),
        (["il-bipa"], None),
        (["flsa-216b"], "claims.flsa.theories"),
        (["José"], "counsel.hallam.lawyers"),
        (["jose"], "counsel.hallam.lawyers"),
        (["Courier", "Handbook", "2024-01-01"], "exhibits.handbook"),
    ],
)
def test_parties_causes_exhibits_and_counsel_are_found_whatever_the_accents(matters, words, path):
    found = json.loads(run(matters, *words, "--format", "json").stdout)
    assert bool(found) == (path is not None) and (
        path is None or any(one["path"].startswith(path) for one in found)
    )


def test_words_of_different_records_find_nothing(matters):
    done = run(matters, "austin", "engineer")
    assert done.returncode == 0 and "0 passages in 0 matters." in done.stdout


def test_quotation_marks_match_in_either_shape(matters):
    assert (
        json.loads(run(matters, "subscribers'", "--format", "json").stdout)
        == json.loads(run(matters, "subscribers’", "--format", "json").stdout)
        != []
    )


def test_a_file_that_is_no_sheet_is_passed_over_and_a_broken_one_is_named_once(matters):
    done = run(matters, "larkspur")
    assert (
        "notes.yaml" not in done.stdout + done.stderr
        and done.stderr.count("broken.yaml") == 1
        and "Traceback" not in done.stderr
    )


def test_a_folder_that_is_not_there_is_bad_input(matters):
    done = run(matters, "x", "--in", "nowhere")
    assert done.returncode == 2 and "no such folder" in done.stderr


def test_the_way_to_a_passage_can_be_typed_whatever_the_file_is_called(tmp_path):
    name = "O'Neil v. Böll & Co (a) $1.yaml"
    (tmp_path / name).write_text("schema_version: 1\nmatter: O’Neil v. Böll\n", encoding="utf-8")
    way = json.loads(run(tmp_path, "böll", "--format", "json").stdout)[0]["edit"]
    assert shlex.split(way) == ["drafter", "edit", os.path.join(".", name), "--at", "matter"]


def test_signs_of_regular_expressions_are_words_like_others(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "schema_version: 1\nmatter: Lee v. Acme [Holdings] (No. 2) $12.50\n", encoding="utf-8"
    )
    for words, found in (
        ("[holdings]", True),
        ("(no.", True),
        ("$12.50", True),
        (".*", False),
        ("[a-z]+", False),
        ("(", True),
        ("$12x50", False),
    ):
        done = run(tmp_path, words)
        assert done.returncode == 0 and ("0 passages" not in done.stdout) == bool(found), words


WORDS = sorted(
    {
        word
        for path in SAMPLES_FOLDER.glob("*.yaml")
        for word in folded(path.read_text(encoding="utf-8")).split()
        if word.isalnum()
    }
)[::7] + ["rene", "zzz", "harbor"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_the_quick_way_finds_what_the_slow_way_finds(matters, words):
    assert list(search(str(matters), words)) == list(search(str(matters), words, quick=False))
