"""Files that lie beside a matter and are none of it: whatever they are, no command stops or waits for
them.
"""

import os
import subprocess
import sys

import pytest
from conftest import ROOT, SAMPLES_FOLDER

REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
COMMANDS = (
    ["check", "lee.yaml"],
    ["draft", "lee.yaml", "--force"],
    ["find", "larkspur"],
    ["where", "lee.yaml", "court"],
    ["profile", "list"],
    ["draft", "lee.yaml", "--text"],
)


def command(folder, *words, **environment):
    named = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "drafter", *words],
        cwd=folder,
        env=named,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def matters(tmp_path):
    """A root that is marked as one, with one matter in a folder of it."""
    folder = tmp_path / "root" / "lee"
    folder.mkdir(parents=True)
    (tmp_path / "root" / ".drafter-root").touch()
    (folder / "lee.yaml").write_text(REYES.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def a_pipe(folder):
    os.mkfifo(folder / "x.yaml")


def a_lock_of_emacs(folder):
    os.symlink("roe@host.1234", folder / ".#lee.yaml")
    os.symlink("roe@host.1234", folder / "#lee.yaml")


def a_link_to_itself(folder):
    os.symlink("x.yaml", folder / "x.yaml")


def a_huge_file(folder):
    with open(folder / "x.yaml", "wb") as file:
        file.write(b"schema_version: 1\ninclude: [a]\n")
        file.truncate(3_000_000_000)


def a_folder_named_as_a_sheet(folder):
    (folder / "x.yaml").mkdir()


def no_text(folder):
    (folder / "x.yaml").write_bytes(b"schema_version: 1\ninclude: [\xff\xfe]\n")


def a_closed_folder(folder):
    (folder / "closed").mkdir()
    (folder / "closed").chmod(0)


def a_closed_file(folder):
    (folder / "x.yaml").write_text("schema_version: 1\ninclude: [a.yaml]\n")
    (folder / "x.yaml").chmod(0)


KINDS = (
    a_pipe,
    a_lock_of_emacs,
    a_link_to_itself,
    a_huge_file,
    a_folder_named_as_a_sheet,
    no_text,
    a_closed_folder,
    a_closed_file,
)


@pytest.mark.sampled(2)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_lies_beside_a_matter_stops_and_hangs_no_command(matters, tmp_path, kind):
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    for folder in (matters, matters.parent, profiles):
        kind(folder)
    for words in COMMANDS:
        done = command(matters, *words, DRAFTER_PROFILES=str(profiles))
        assert done.returncode in (0, 1) and "Traceback" not in done.stderr, (words, done.stderr)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize("kind", [a_pipe, a_lock_of_emacs, a_closed_folder], ids=lambda kind: kind.__name__)
def test_what_lies_in_the_firms_folder_stops_no_draft_and_is_no_cause(matters, tmp_path, kind):
    firm = tmp_path / "firm"
    for folder in (firm, firm / "causes", firm / "courts"):
        folder.mkdir()
        kind(folder)
        os.symlink("roe@host.1", folder / ".#court.yaml")
        os.symlink("roe@host.1", folder / ".#cause.md")
    for words in (
        ["draft", "lee.yaml"],
        ["list", "causes"],
        ["list", "courts"],
        ["lint-templates", str(firm)],
    ):
        done = command(matters, *words, DRAFTER_TEMPLATES=str(firm))
        assert done.returncode in (0, 1) and "Traceback" not in done.stderr and ".#" not in done.stdout, (
            words,
            done.stderr,
        )


def test_a_profile_that_cannot_be_read_hides_no_other(tmp_path, run, monkeypatch):
    monkeypatch.setenv("DRAFTER_PROFILES", str(tmp_path / "profiles"))
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "broken.yaml").write_text("a: [")
    (tmp_path / "profiles" / "No Name.yaml").write_text("a: b")
    (tmp_path / "profiles" / "acme.yaml").write_text(
        "schema_version: 1\ndefendants:\n- id: acme\n  name: Acme, Inc.\n"
    )
    done = run("profile", "list")
    assert (
        done.returncode == 0 and "acme: Acme, Inc." in done.stdout and "broken: cannot be read" in done.stdout
    )
