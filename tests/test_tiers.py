"""What the tests promise of themselves: two tiers, no writing beside the samples, and waits that stretch with
the load.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

from conftest import ROOT, SAMPLES_FOLDER
from waits import MOST, stretch, waits

BESIDE = """
from conftest import SAMPLES_FOLDER

def test_it_drafts_beside_a_sample(run):
    run("draft", SAMPLES_FOLDER / "de-la-torre-v-linkedin.yaml")

def test_it_changes_a_sample():
    path = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
    path.write_text(path.read_text().replace("Reyes", "Reyez"))

def test_it_reads_a_sample_and_drafts_a_copy(run, sheet):
    assert run("draft", sheet()).returncode == 1
    assert "Reyez" not in (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text()
"""


def pytest_on(path, *words, **more):
    """What pytest prints over the tests in the file `path`, with this suite's conftest."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-n",
            "0",
            "-p",
            "conftest",
            "-p",
            "no:cacheprovider",
            *words,
            path.name,
        ],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "PYTEST_ADDOPTS": "", **more},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ).stdout


def test_a_test_that_writes_beside_a_sample_fails_and_the_next_finds_them_as_they_were(tmp_path):
    (tmp_path / "test_three.py").write_text(BESIDE, encoding="utf-8")
    told = pytest_on(tmp_path / "test_three.py", "-q")
    assert re.findall(r"^ERROR \S+::(\w+)", told, re.MULTILINE) == [
        "test_it_drafts_beside_a_sample",
        "test_it_changes_a_sample",
    ]
    assert "3 passed, 2 errors" in told
    assert ".de-la-torre-v-linkedin.drafts.json" in told and "reyes-v-larkspur.yaml" in told


def test_the_samples_that_tests_see_are_a_copy_so_that_a_draft_made_of_one_meanwhile_is_no_tests(tmp_path):
    assert ROOT not in SAMPLES_FOLDER.parents
    named = [
        path.name
        for path in sorted((ROOT / "tests").glob("test_*.py"))
        if re.search(r'(ROOT|parent)\)? / "samples"', path.read_text(encoding="utf-8"))
    ]
    assert named == [], "take SAMPLES_FOLDER of conftest"


MANY = """
import pytest

@pytest.mark.sampled(3)
@pytest.mark.parametrize("number", range(40))
def test_a_case(number):
    assert number < 40

@pytest.mark.sampled(3)
@pytest.mark.parametrize("number", range(2))
def test_of_few(number):
    assert number < 2

@pytest.mark.long
def test_at_length():
    assert True
"""


def test_a_few_cases_of_each_long_kind_are_quick_others_with_another_seed_and_all_of_them_one_or_the_other(
    tmp_path,
):
    path = tmp_path / "test_many.py"
    path.write_text(MANY, encoding="utf-8")

    def named(tier, seed):
        told = pytest_on(path, "-m", tier, "--collect-only", "-vv", DRAFTER_SEED=seed)
        return set(re.findall(r"test_\w+\[\d+\]|test_at_length", told))

    quick, long = named("not long", "7"), named("long", "7")
    assert len(quick) == 5 and len(long) == 38 and not quick & long and "test_at_length" in long
    assert named("not long", "7") == quick != named("not long", "8")


def test_ci_runs_the_readmes_two_commands_and_the_first_leaves_the_long_tier_out():
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in re.findall(r"grep -F '(.+?)'", ci):
        assert command in readme
    assert "-m 'not long'" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert readme.count("python -m pytest -m long\n") == 1


def test_waits_are_as_written_on_an_idle_machine_and_stretch_with_what_waits_for_a_core():
    assert stretch(load=0.3, cores=2, wall=0.010, cpu=0.010) == 1
    assert stretch(load=8, cores=2, wall=0.010, cpu=0.010) == 4
    assert stretch(load=0.3, cores=2, wall=0.030, cpu=0.010) == 3  # busy since less than a minute
    assert stretch(load=500, cores=2, wall=0.010, cpu=0.010) == MOST
    assert 0.05 <= waits(0.05) <= 0.05 * MOST
