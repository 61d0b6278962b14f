"""Confidence: what is stored is what the README says, for the user alone; no client's words in messages,
titles or leftover files.
"""

import json
import os
import re
import shutil
import stat
import subprocess
import sys

import pytest
from conftest import ROOT, SAMPLES_FOLDER
from waits import pause, waits

from drafter import cli
from drafter.interview.fronts import longtext
from drafter.reuse.new_matter import IGNORED

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system has no modes")
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README[README.index("## What is stored, and where") : README.index("## A session")]
JOURNAL = """
from drafter.matter_files.editing import EditingSession
from drafter.tree.answers import Change
keeper = EditingSession.open("lee.yaml")
keeper.record(Change("court.county", "set", "Lake"))
keeper._lock.release()
open("lee.yaml", "a").write("# changed meanwhile")
EditingSession.open("lee.yaml", decide=lambda conflict: "theirs").close()
from drafter.yamltext.versions import MIGRATIONS
MIGRATIONS[1] = ()
from drafter.matter_files.load import load
from drafter.matter_files.upgrade import carry_out, planned
carry_out(planned("lee.yaml"))
MIGRATIONS.clear()
import pathlib
pathlib.Path("lee.yaml").write_text(pathlib.Path("lee.yaml").read_text().replace("schema_version: 2", "schema_version: 1"))
from drafter.interview.fronts.longtext import edited
edited("a client's words", pathlib.Path(".drafter"))
"""  # noqa: E501


@pytest.fixture(scope="module")
def matter(tmp_path_factory):
    """A folder in which every kind of file was written; gives it and what was made, for a moment or to
    stay.
    """
    folder = tmp_path_factory.mktemp("matter")
    (folder / "rows.csv").write_text("Name,City\nAnn Poe,Springfield\n", encoding="utf-8")
    (folder / "reyes.txt").write_text(REYES, encoding="utf-8")
    words = [
        ["new", "lee.yaml", "--no-questions", "--plain"],
        [
            "python",
            (
                "import pathlib;"
                " pathlib.Path('lee.yaml').write_text(pathlib.Path('reyes.txt').read_text(encoding='utf-8'),"
                " encoding='utf-8')"
            ),
        ],
        ["draft", "lee.yaml", "--annotate"],
        ["amend", "lee.yaml", "--footing", "as-of-course", "--no-questions"],
        ["python", "open('.lee.drafts.json', 'a').write('{')"],
        ["draft", "lee.yaml", "--annotate", "--force"],
        [
            "import",
            "plaintiffs",
            "rows.csv",
            "lee.yaml",
            "--map",
            "Name=name",
            "--map",
            "City=residence.city",
        ],
        ["python", JOURNAL],
        ["profile", "save", "lee.yaml", "defendants.larkspur", "larkspur"],
        ["export", "lee.yaml", "-o", "whole.yaml"],
        ["export", "lee.yaml", "--redacted", "-o", "redacted.yaml"],
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DRAFTER_PROFILES": str(folder / "profiles"),
        "EDITOR": f"{sys.executable} -c pass",
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "confidence_driver.py"), json.dumps(words)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["codes"] and all(code in (0, 1) for code in told["codes"]), done.stderr
    return folder, told["made"]


def patterns():
    """The files that the README's section names, as patterns of paths in the matter's folder."""
    table = re.findall(r"^\| (`.*?) \|", SECTION, re.MULTILINE)
    named = [name for cell in table for name in re.findall(r"`([^`]+)`", cell)] + [
        "NAME.docx",
        "NAME.annotated.docx",
    ]
    assert len(named) > 12 and all(f"`{name}`" in SECTION for name in named)
    return {
        name: re.compile(
            re.escape(name)
            .replace("NAME", "[a-z]+")
            .replace(r"\*", ".*")
            .replace("vN", r"v\d+")
            .replace("/N", r"/\d+")
        )
        for name in named
    }


def test_the_readme_names_every_file_that_is_written_and_no_other(matter):
    _, made = matter
    there = patterns()
    files = [re.sub(r"^profiles/", "", name) for name in made if not name.endswith("/")]
    strange = [
        name
        for name in files
        if not any(
            pattern.fullmatch(name) or name.endswith(".tmp") and pattern.fullmatch(os.path.basename(name))
            for pattern in there.values()
        )
    ]
    assert strange == []
    assert [
        name for name, pattern in there.items() if not any(pattern.fullmatch(each) for each in files)
    ] == []
    assert len([line for line in SECTION.splitlines() if line.strip()]) <= 15


@POSIX
def test_every_file_and_folder_is_for_the_user_alone(matter):
    folder, made = matter
    there = [path for name in made for path in [folder / name] if path.exists()]
    assert {path.name for path in there} >= {
        "lee.yaml",
        ".lee.yaml.bak",
        ".lee.drafts.json",
        ".lee.yaml.columns.json",
        "lee.docx",
        "lee.annotated.docx",
        "whole.yaml",
        "redacted.yaml",
        "larkspur.yaml",
        ".gitignore",
        ".lee.yaml.v1.bak",
        ".lee.yaml.journal.aside",
    }
    wrong = {
        str(path): oct(mode)
        for path in there
        if (mode := stat.S_IMODE(path.stat().st_mode)) != (0o700 if path.is_dir() else 0o600)
        and path != folder
    }
    assert wrong == {}


def test_nothing_is_left_of_what_was_there_for_a_moment(matter):
    folder, made = matter
    assert (
        any(name.endswith(".tmp") for name in made)
        and any(".drafter/text-" in name for name in made)
        and any(name.endswith(".lock") for name in made)
    )
    left = [
        path.name
        for path in folder.rglob("*")
        if path.name.endswith((".tmp", ".lock", ".jsonl")) or "text-" in path.name or path.name == ".drafter"
    ]
    assert left == []


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_the_gitignore_of_a_matter_covers_each_working_file(matter, tmp_path):
    _, made = matter
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text(IGNORED, encoding="utf-8")
    files = [name for name in made if not name.startswith("profiles") and not name.endswith("/")]
    meant = {"lee.yaml", "lee.docx", ".gitignore", "whole.yaml", "redacted.yaml"}
    ignored = set(
        subprocess.run(
            ["git", "check-ignore", *files], cwd=tmp_path, capture_output=True, text=True, check=False
        ).stdout.split()
    )
    assert set(files) - ignored == meant


# --- messages
# ------------------------------------------------------------------------------------------------------------

SECRET = "Ann Lee was treated for it"


@pytest.mark.parametrize(
    "kind", [ValueError, KeyError, AssertionError, RecursionError, MemoryError, UnicodeError]
)
def test_a_mistake_in_drafter_is_told_in_one_message_without_a_word_of_the_sheet(
    monkeypatch, capsys, tmp_path, kind
):
    def fail(options):
        client = SECRET  # noqa: F841 - a local that a traceback with values would show
        raise kind(SECRET) from ValueError(SECRET)

    monkeypatch.setattr("drafter.commands.check.run", fail)
    assert cli.main(["check", str(tmp_path / "lee.yaml")]) == 70
    told = capsys.readouterr()
    assert (
        told.out == ""
        and len(told.err.splitlines()) == 2
        and "Traceback" not in told.err
        and SECRET not in told.err
        and "Ann" not in told.err
    )
    assert (
        f"not in your sheet: {kind.__name__} at " in told.err
        and "Report this line, and not the sheet" in told.err
    )


def test_the_message_of_a_real_failure_says_where_in_drafter(tmp_path, run):
    (tmp_path / "lee.yaml").write_text(REYES, encoding="utf-8")
    broken = (
        "import drafter.matter_files.load as m\ndef f(*a): raise KeyError('Dana Reyes')\nm.validate = f\nfrom"
        " drafter.cli import entry\nimport sys\nsys.argv = ['drafter', 'draft', 'lee.yaml']\nentry()"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (
        done.returncode == 70
        and "Reyes" not in done.stderr
        and "KeyError at matter_files/load.py:" in done.stderr
    )
    assert {path.name for path in tmp_path.iterdir()} == {"lee.yaml"}


@POSIX
def test_the_terminals_title_is_left_alone(tmp_path):
    pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed")
    (tmp_path / "lee.yaml").write_text(REYES, encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "PROMPT_TOOLKIT_NO_CPR": "1",
    }
    for words in (["edit", "lee.yaml"], ["check", "lee.yaml"], ["draft", "lee.yaml"]):
        child = pexpect.spawn(
            sys.executable,
            ["-m", "drafter", *words],
            cwd=str(tmp_path),
            env=environment,
            encoding="utf-8",
            timeout=waits(20),
            dimensions=(60, 110),
        )
        shown = ""
        if words[0] == "edit":
            child.expect(r"\x1b\[\?2004h")
            shown += child.before
            pause(0.2)
            child.send("\x03")
        child.expect(pexpect.EOF)
        shown += child.before
        assert "lee." in shown and not re.search(r"\x1b\][0-9]", shown)


# --- the editor's file
# ------------------------------------------------------------------------------------------------------------


@POSIX
def test_a_long_text_stands_in_a_private_folder_while_it_is_edited_and_nowhere_after(tmp_path, monkeypatch):
    script = tmp_path / "editor.py"
    script.write_text(
        "import os, sys, stat\np = sys.argv[1]\nprint(oct(os.stat(p).st_mode & 0o777),"
        " oct(os.stat(os.path.dirname(p)).st_mode & 0o777), file=open(os.path.join(os.path.dirname(__file__),"
        " 'seen'), 'w'))\nopen(p + '~', 'w').write('a copy')\nopen(os.path.join(os.path.dirname(p), '.' +"
        " os.path.basename(p) + '.swp'), 'w').write('swap')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    folder = tmp_path / ".drafter"
    folder.mkdir(mode=0o755)
    (folder / "text-00000000-1-abc.txt").write_text("of another machine")
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    from drafter.matter_files.private_disk import own_mark

    dead = folder / f"text-{own_mark().split('-')[0]}-{gone.pid}-abc.txt"
    dead.write_text("left by a kill")
    assert longtext.edited("Ann's words", folder) == "Ann's words"
    assert (tmp_path / "seen").read_text().split() == ["0o600", "0o700"]
    assert [path.name for path in folder.iterdir()] == ["text-00000000-1-abc.txt"]


def test_no_file_of_the_users_own_is_taken_for_a_leftover(tmp_path):
    from drafter.matter_files.private_disk import own_mark, sweep_dead

    machine = own_mark().split("-")[0]
    mine = [
        f"report-{machine}-1-x.txt",
        f"report.{machine}-1-x.tmp",
        ".tmp",
        f".lee.yaml.{machine}-{os.getpid()}-x.tmp",
        ".lee.yaml.0badcafe-1-x.tmp",
        ".lee.yaml.old.tmp",
    ]
    for name in mine:
        (tmp_path / name).write_text("mine")
    sweep_dead(tmp_path)
    sweep_dead(tmp_path, ".txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(mine)
