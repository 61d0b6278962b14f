"""The command line as somebody meets it who does not know it: what is here, what was meant, what Tab does."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter

import pytest
from conftest import ROOT, SAMPLES_FOLDER
from fuzzing import quietly

from drafter.commands import COMMANDS
from drafter.commands.completion import SHELLS
from drafter.commands.guide import matters_in
from drafter.library import open_library


def test_drafter_alone_says_how_to_begin_where_there_is_no_sheet(run, tmp_path):
    done = run(cwd=tmp_path)
    assert done.returncode == 0
    assert "No fact sheet" in done.stdout
    assert all(f"drafter {word}" in done.stdout for word in ("new", "sample", "--help"))


def test_drafter_alone_says_what_is_here_what_was_drafted_and_what_comes_next(run, tmp_path):
    (tmp_path / ".drafter-root").touch()
    shutil.copy(SAMPLES_FOLDER / "reyes-v-larkspur.yaml", tmp_path / "reyes.yaml")
    (tmp_path / "notes.yaml").write_text("shopping: milk\n", encoding="utf-8")
    assert [(one.file, one.draft) for one in matters_in(str(tmp_path))] == [("reyes.yaml", "")]
    assert "no draft yet" in run(cwd=tmp_path).stdout
    assert quietly(["draft", "reyes.yaml"], tmp_path)[0] in (0, 1)
    done = run(cwd=tmp_path).stdout
    assert "as reyes.docx" in done and "changed since" not in done and "notes" not in done
    later = time.time() + 100
    os.utime(tmp_path / "reyes.yaml", (later, later))
    assert "changed since" in run(cwd=tmp_path).stdout
    assert re.search(r"Next:\n  drafter draft reyes.yaml ", run(cwd=tmp_path).stdout)


@pytest.mark.parametrize(
    "record", ["", "[", "{}", '{"drafts": []}', '{"drafts": [1]}', '{"drafts": [{"when": 3}]}']
)
def test_a_record_that_cannot_be_read_stops_no_guide(run, tmp_path, record):
    shutil.copy(SAMPLES_FOLDER / "reyes-v-larkspur.yaml", tmp_path / "reyes.yaml")
    (tmp_path / ".reyes.drafts.json").write_text(record, encoding="utf-8")
    (tmp_path / "binary.yaml").write_bytes(bytes(range(256)))
    assert "reyes.yaml" in run(cwd=tmp_path).stdout


def test_drafter_alone_reads_no_model_and_no_library():
    code = "import sys; from drafter.cli import main; main([]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=SAMPLES_FOLDER, capture_output=True, text=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "drafter.commands.guide" in loaded
    assert not {"pydantic", "jinja2", "yaml", "docx", "drafter.facts", "drafter.library"} & loaded


@pytest.mark.parametrize(
    "typed, meant", [("chek", "check"), ("drft", "draft"), ("exprot", "export"), ("lint", "list")]
)
def test_a_command_that_is_misspelt_is_told_what_was_meant(run, typed, meant):
    done = run(typed, "x.yaml")
    assert (
        done.returncode == 2
        and f"Did you mean “{meant}”?" in done.stderr
        and len(done.stderr.splitlines()) == 2
    )


@pytest.mark.parametrize(
    "called, court",
    [
        ("sdny", "nysd"),
        ("N.D. Cal.", "cand"),
        ("CACD", "cacd"),
        ("S.D. Fla.", "flsd"),
        ("ddc", "dcd"),
        ("ndill", "ilnd"),
    ],
)
def test_a_court_is_known_by_what_lawyers_call_it(run, called, court):
    done = run("show", "court", called)
    assert done.returncode == 2 and f"Did you mean {court}?" in done.stderr


def test_no_two_courts_are_called_the_same():
    called = Counter(name for court in open_library().courts() for name in court.search_names()[2:])
    assert [name for name, count in called.items() if count > 1 and len(name) > 2] == []


@pytest.mark.parametrize(
    "word, some",
    [
        ("pixel", {"vppa-2710", "ca-cipa-631-reading", "wiretap-2511-1a", "ca-cipa-638-51"}),
        ("session replay", {"ca-cipa-631-reading", "wiretap-2511-1a"}),
        ("cookies", {"ca-cipa-631-reading", "ca-intrusion"}),
        ("hidden fees", {"ca-clra", "ny-gbl-349", "ma-93a", "wa-cpa"}),
        ("wiretap", {"ca-cipa-631-reading", "wiretap-2511-1a", "ca-cipa-632"}),
        ("data breach", {"ca-ccpa-150", "ca-negligence", "ca-implied-contract"}),
    ],
)
def test_causes_are_found_by_what_the_kind_of_case_is_called(run, word, some):
    rows = json.loads(run("list", "causes", "--subject", word, "--format", "json").stdout)
    assert some <= {row["id"] for row in rows}


def test_a_court_is_found_in_the_interview_by_its_letters():
    from drafter.interview.asking import Row
    from drafter.interview.fronts.searching import only_match

    rows = [
        Row(one.id, str(one.name), one.id, " ".join(one.search_names())) for one in open_library().courts()
    ]
    for typed, court in (("sdny", "nysd"), ("CACD", "cacd"), ("ndcal", "cand"), ("n.d. ill.", "ilnd")):
        found = only_match(typed, rows)
        assert found and found.key == court


def test_a_sample_is_written_and_drafts(run, tmp_path):
    listed = run("sample", cwd=tmp_path).stdout
    assert "de-la-torre" in listed and "reyes" in listed
    assert run("sample", "de-la-torre", cwd=tmp_path).returncode == 0
    assert run("draft", "de-la-torre-v-linkedin.yaml", cwd=tmp_path).returncode == 1
    again = run("sample", "de-la-torre", cwd=tmp_path)
    assert again.returncode == 2 and "is there already" in again.stderr
    assert run("sample", "nosuch", cwd=tmp_path).returncode == 2


def test_help_on_a_command_is_what_its_own_option_prints(run):
    assert run("help", "draft").stdout == run("draft", "--help").stdout
    assert run("help").stdout == run("--help").stdout


@pytest.fixture(scope="module")
def completions():
    made = {}
    for shell in SHELLS:
        done = subprocess.run(
            [sys.executable, "-m", "drafter", "completion", shell],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        made[shell] = done.stdout
    return made


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_its_options_are_in_the_shells_file(completions, shell):
    text = completions[shell]
    assert [name for name in COMMANDS if name not in text] == []
    assert all(
        word in text
        for word in (("annotate", "redacted") if shell == "fish" else ("--annotate", "--redacted"))
    )
    assert "python" not in text.lower(), "nothing is started at Tab"


@pytest.mark.parametrize(
    "line, offered",
    [
        ("drafter che", {"check"}),
        ("drafter list c", {"causes", "courts", "checks"}),
        ("drafter draft --an", {"--annotate"}),
        ("drafter check --format s", {"sarif"}),
        ("drafter draft --court nys", {"nysd", "nysupct"}),
        ("drafter help exp", {"explain", "export"}),
        ("drafter draft my", {"my sheet.yaml"}),
    ],
)
def test_bash_completes(completions, tmp_path, line, offered):
    (tmp_path / "shell.bash").write_text(completions["bash"], encoding="utf-8")
    (tmp_path / "my sheet.yaml").touch()
    words = line.split(" ")
    script = (
        f"source ./shell.bash; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _drafter;"
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True)
    assert done.stderr == "" and set(done.stdout.split("\n")) - {""} == offered


def test_the_schema_is_written_for_an_editor_and_a_sheet_may_begin_by_naming_it(run, tmp_path):
    done = run("schema", "--write", cwd=tmp_path)
    line = done.stdout.splitlines()[-1]
    named = line.removeprefix("# yaml-language-server: $schema=")
    assert json.loads((tmp_path / named).read_text(encoding="utf-8"))["properties"]["plaintiffs"]
    sample = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
    (tmp_path / "reyes.yaml").write_text(f"{line}\n{sample}", encoding="utf-8")
    assert run("check", "reyes.yaml", cwd=tmp_path).returncode in (0, 1)
    assert run("schema", "--write", cwd=tmp_path).returncode == 0, "the same schema may be written again"
    (tmp_path / named).write_text("mine", encoding="utf-8")
    assert run("schema", "--write", cwd=tmp_path).returncode == 2
