"""The commands, their exit codes, and that no draft is overwritten once it was edited."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT, SAMPLE, SAMPLES


def test_it_drafts_the_sample_and_says_that_it_is_not_ready(run, sheet, tmp_path):
    done = run("draft", sheet())
    assert done.returncode == 1
    assert "matter.docx: 72 paragraphs, 3 claims" in done.stdout
    assert done.stdout.strip().split("\n")[-1].startswith("NOT READY TO FILE")
    assert (tmp_path / "matter.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_same_sheet_gives_the_same_bytes(path, run_apart, tmp_path):
    copy = shutil.copy(path, tmp_path)
    run_apart("draft", copy, "-o", tmp_path / "one.docx")
    run_apart("draft", copy, "-o", tmp_path / "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ["check", "matter.yaml"],
        ["draft", "matter.yaml", "--text"],
        ["draft", "none.yaml"],
        ["drft"],
        ["show"],
    ],
    ids=" ".join,
)
def test_a_command_says_in_the_tests_process_what_it_says_in_one_of_its_own(words, run, run_apart, sheet):
    sheet()
    here, apart = run(*words), run_apart(*words)
    assert (here.returncode, here.stdout, here.stderr) == (apart.returncode, apart.stdout, apart.stderr)


def test_an_edited_draft_is_never_overwritten_without_force(run, sheet, tmp_path):
    path = sheet()
    run("draft", path)
    assert run("draft", path).returncode == 1
    draft = tmp_path / "matter.docx"
    draft.write_bytes(draft.read_bytes() + b" ")
    refused = run("draft", path)
    assert refused.returncode == 2 and "edited since" in refused.stderr
    assert run("draft", path, "--force").returncode == 1


def test_a_draft_that_nobody_knows_counts_as_edited(run, sheet, tmp_path):
    (tmp_path / "matter.docx").write_bytes(b"mine")
    assert run("draft", sheet()).returncode == 2
    assert (tmp_path / "matter.docx").read_bytes() == b"mine"


def test_another_court_gets_another_file(run, sheet, tmp_path):
    done = run("draft", sheet(), "--court", "ilnd")
    assert done.returncode == 1 and (tmp_path / "matter.ilnd.docx").exists()
    unknown = run("draft", sheet(), "--court", "cnad")
    assert unknown.returncode == 2 and "Did you mean" in unknown.stderr and "cand" in unknown.stderr


@pytest.mark.parametrize("what", ["causes", "courts", "checks"])
def test_lists_are_arrays_with_id_and_title(what, run):
    rows = json.loads(run("list", what, "--format", "json").stdout)
    assert rows and all(row["id"] and row["title"] for row in rows)


def test_findings_have_a_stable_shape_in_json(run):
    done = run("check", SAMPLE, "--format", "json")
    page = json.loads(done.stdout)
    assert done.returncode == 1
    assert (
        set(page) == {"format", "sheet", "court", "ready", "findings", "chain"}
        and page["format"] == 1
        and page["ready"] is False
    )
    assert set(page["findings"][0]) == {
        "check",
        "severity",
        "message",
        "where",
        "reads",
        "fix",
        "authority",
        "block",
        "hurts",
        "is_hole",
        "title",
        "accepted",
        "lapsed",
    }


def test_the_schema_has_help_on_its_fields(run):
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"].startswith("http://json-schema.org/draft-07")
    assert schema["definitions"]["Court"]["properties"]["county"]["description"].startswith(
        "It picks the division"
    )


def test_what_was_not_read_says_so_where_a_user_meets_it(run):
    assert (
        "In re Zynga, 750 F.3d 1098 (9th Cir. 2014) [UNVERIFIED: recalled]"
        in run("show", "cause", "sca-2702-a1-ecs").stdout
    )
    assert "Civil L.R. 3-5(a) [UNVERIFIED: recalled]" in run("show", "court", "cand").stdout


@pytest.mark.parametrize(
    "arguments", [["draft"], ["frobnicate"], ["list", "things"], ["show", "cause", "nothing-like-it"]]
)
def test_wrong_usage_is_exit_code_two(arguments, run):
    done = run(*arguments)
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_help_and_version_work(run):
    assert run("--help").returncode == 0
    assert run("--version").stdout.startswith("drafter ")


def test_causes_are_listed_by_law_and_subject(run):
    privacy = json.loads(
        run("list", "causes", "--subject", "privacy", "--jurisdiction", "ca", "--format", "json").stdout
    )
    assert {"ca-cipa-631-aiding", "ca-cipa-631-reading", "ca-cmia"} <= {
        cause["id"] for cause in privacy
    } and {cause["jurisdiction"] for cause in privacy} == {"CA"}
    federal = json.loads(run("list", "causes", "--jurisdiction", "federal", "--format", "json").stdout)
    assert {cause["jurisdiction"] for cause in federal} == {"federal"} and len(federal) >= 3
    wrong = run("list", "causes", "--subject", "space")
    assert wrong.returncode == 2 and "privacy" in wrong.stderr


def test_a_firm_takes_a_cause_into_its_own_folder(run, tmp_path):
    firm = tmp_path / "firm"
    assert run("customize", "cause", "ca-breach-contract", "--templates", firm).returncode == 0
    assert run("customize", "cause", "sca-2702-a1-ecs", "--extend", "--templates", firm).returncode == 0
    again = run("customize", "cause", "ca-breach-contract", "--templates", firm)
    assert again.returncode == 2 and "is there already" in again.stderr
    ours, theirs = (
        run("draft", SAMPLE, "--text", *options).stdout for options in ((), ("--templates", firm))
    )
    assert ours == theirs != ""
    copy = firm / "causes" / "ca-breach-contract.md"
    copy.write_text(
        copy.read_text(encoding="utf-8").replace("That was a breach.", "By that act the promise was broken."),
        encoding="utf-8",
    )
    assert "By that act the promise was broken." in run("draft", SAMPLE, "--text", "--templates", firm).stdout


def test_a_cause_that_is_not_there_cannot_be_customized(run, tmp_path):
    done = run("customize", "cause", "ca-breach-contrct", "--templates", tmp_path / "firm")
    assert done.returncode == 2 and "ca-breach-contract" in done.stderr and not (tmp_path / "firm").exists()


def test_courts_are_listed_by_system_state_and_circuit_with_what_was_read(run):
    ids = lambda law: [  # noqa: E731
        line.split()[0] for line in run("list", "courts", "--jurisdiction", law).stdout.splitlines()
    ]
    assert (
        ids("CA") == ["cacd", "caed", "calsuperct", "cand", "casd"]
        and "calsuperct" in ids("state")
        and "cand" not in ids("state")
    )
    assert set(ids("9")) >= {"cand", "wawd", "azd"} and "nysd" not in ids("9") and ids("dc") == ["dcd"]
    lines = {line.split()[0]: line for line in run("list", "courts").stdout.splitlines()}
    assert (
        len(lines) == 97
        and re.search(r"· [1-9]\d* of \d+ rules of form read$", lines["calsuperct"])
        and lines["akd"].endswith("· no local rule loaded")
    )
    refused = run("list", "courts", "--jurisdiction", "Ruritania")
    assert refused.returncode == 2 and "no court of “Ruritania”" in refused.stderr


@pytest.mark.parametrize(
    ("words", "collected"),
    [(["list", "courts"], False), (["new", "lee.yaml", "--no-questions"], True), (["find", "lee"], True)],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
def test_memory_is_collected_in_commands_that_may_stay_for_hours(words, collected, tmp_path):
    program = f"import gc\nfrom drafter.cli import main\nmain({words!r})\nprint(gc.isenabled())"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == str(collected), done.stderr


def test_the_version_is_the_one_at_the_head_of_the_changelog(run):
    heads = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert run("--version").stdout.split()[1] == heads[0] != heads[1]
