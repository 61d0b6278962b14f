"""Includes that mean harm or are broken, through the command line: one clear message, exit code 2, nothing
written, and no waiting.
"""

import os
import subprocess
import sys

import pytest
from conftest import ROOT
from waits import waits

from drafter import cli
from drafter.matter_files import include

COMMANDS = (
    ["check"],
    ["draft"],
    ["draft", "--text"],
    ["edit", "--plain"],
    ["where"],
    ["export", "-o", "out.yaml"],
    ["migrate"],
    ["accept", "JUR-001", "--by", "A. Roe", "--why", "x"],
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such files")


def sheet(folder, *names, text=""):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "lee.yaml"
    path.write_text(
        "schema_version: 1\ninclude:\n" + "".join(f"  - {name}\n" for name in names) + text, encoding="utf-8"
    )
    return path


def loop(root):
    (root / "a.yaml").write_text("schema_version: 1\ninclude: [b.yaml]\n")
    (root / "b.yaml").write_text("schema_version: 1\ninclude: [lee/lee.yaml]\n")
    return (
        sheet(root / "lee", "../a.yaml"),
        "goes round in a circle: lee.yaml includes a.yaml includes b.yaml includes lee.yaml",
    )


def itself(root):
    return sheet(root / "lee", "./../lee/lee.yaml"), "lee.yaml includes lee.yaml"


def escape(root):
    (root / "outside.yaml").write_text("schema_version: 1\nmatter: Secret\n")
    return sheet(root / "matters" / "lee", "../x/../../outside.yaml"), "leads out of"


def absolute(root):
    return sheet(root / "lee", "/etc/passwd"), "an included file is named from the folder of this one"


def link_out(root):
    (root / "outside.yaml").write_text("schema_version: 1\nmatter: Secret\n")
    path = sheet(root / "matters" / "lee", "link.yaml")
    (path.parent / "link.yaml").symlink_to(root / "outside.yaml")
    return path, "link.yaml leads out of"


def folder_link_out(root):
    (root / "secret").mkdir()
    (root / "secret" / "s.yaml").write_text("schema_version: 1\nmatter: Secret\n")
    path = sheet(root / "matters" / "lee", "shared/s.yaml")
    (path.parent / "shared").symlink_to(root / "secret")
    return path, "shared/s.yaml leads out of"


def link_loop(root):
    path = sheet(root / "lee", "one.yaml")
    (path.parent / "one.yaml").symlink_to("two.yaml")
    (path.parent / "two.yaml").symlink_to("one.yaml")
    return path, "one.yaml"


def link_to_device(root):
    path = sheet(root / "lee", "zero.yaml")
    (path.parent / "zero.yaml").symlink_to("/dev/zero")
    return path, "zero.yaml leads out of"


def ten_thousand(root):
    path = sheet(root / "lee", *(f"part{number}.yaml" for number in range(10_000)))
    for number in range(10_000):
        (path.parent / f"part{number}.yaml").write_text("schema_version: 1\n")
    return path, "10,000 files are included; 200 are the most"


def a_hundred_by_a_hundred(root):
    path = sheet(root / "lee", *(f"part{number}.yaml" for number in range(100)))
    for number in range(100):
        (path.parent / f"part{number}.yaml").write_text(
            "schema_version: 1\ninclude:\n"
            + "".join(f"  - leaf{number}-{each}.yaml\n" for each in range(100))
        )
        for each in range(100):
            (path.parent / f"leaf{number}-{each}.yaml").write_text("schema_version: 1\n")
    return path, "more is included than 200 files"


def deep(root):
    path = sheet(root / "lee", "d0.yaml")
    for number in range(40):
        (path.parent / f"d{number}.yaml").write_text(f"schema_version: 1\ninclude: [d{number + 1}.yaml]\n")
    return path, "includes are nested more than 20 deep"


def missing(root):
    return sheet(root / "lee", "nothing.yaml"), "nothing.yaml: there is no such file"


def folder(root):
    path = sheet(root / "lee", "parts")
    (path.parent / "parts").mkdir()
    return path, "parts is not a file"


def pipe(root):
    path = sheet(root / "lee", "pipe.yaml")
    os.mkfifo(path.parent / "pipe.yaml")
    return path, "pipe.yaml is not a file"


def device(root):
    path = sheet(root / "lee", "device.yaml")
    try:
        os.mknod(path.parent / "device.yaml", 0o20600, os.makedev(1, 5))  # /dev/zero, which never ends
    except OSError:
        pytest.skip("a device cannot be made here")
    return path, "device.yaml is not a file"


def huge(root):
    path = sheet(root / "lee", "huge.yaml")
    with open(path.parent / "huge.yaml", "wb") as file:
        file.truncate(40_000_000_000)
    return path, "bytes"


def large_together(root):
    path = sheet(root / "lee", *(f"large{number}.yaml" for number in range(6)))
    for number in range(6):
        (path.parent / f"large{number}.yaml").write_text("schema_version: 1\n# " + "x" * 4_000_000 + "\n")
    return path, "more is included than 200 files or 20,000,000 bytes"


def not_text(root):
    path = sheet(root / "lee", "word.yaml")
    (path.parent / "word.yaml").write_bytes(b"PK\3\4\0\xff\xfe")
    return path, "word.yaml:1: this is not text in UTF-8"


def bomb(root):
    path = sheet(root / "lee", "bomb.yaml")
    (path.parent / "bomb.yaml").write_text("schema_version: 1\na: &a [x]\nb: [*a, *a]\n")
    return path, "anchors and aliases"


def nested(root):
    path = sheet(root / "lee", "nested.yaml")
    (path.parent / "nested.yaml").write_text("schema_version: 1\nmatter: " + "[" * 5000 + "\n")
    return path, "nested"


def later(root):
    path = sheet(root / "lee", "later.yaml")
    (path.parent / "later.yaml").write_text("schema_version: 99\n")
    return path, "written by a later drafter"


def no_names(root):
    return sheet(root / "lee", "{a: b}"), "include is a list of files"


def profile_escape(root):
    return sheet(root / "lee", "profile:../../etc/passwd"), "is not the name of a profile"


@posix
@pytest.mark.parametrize(
    "make",
    [
        loop,
        itself,
        escape,
        absolute,
        link_out,
        folder_link_out,
        link_loop,
        link_to_device,
        ten_thousand,
        a_hundred_by_a_hundred,
        deep,
        missing,
        folder,
        pipe,
        device,
        huge,
        large_together,
        not_text,
        bomb,
        nested,
        later,
        no_names,
        profile_escape,
    ],
)
def test_a_hostile_include_is_refused_with_one_message_and_nothing_is_written(
    make, tmp_path, capsys, monkeypatch
):
    path, words = make(tmp_path)
    monkeypatch.chdir(path.parent)
    before = everything(tmp_path)
    for command in COMMANDS:
        code = cli.main([command[0], str(path), *command[1:]])
        told = capsys.readouterr()
        assert (code, told.out) == (2, ""), (command, told)
        lines = told.err.splitlines()
        assert (
            len(lines) == 2
            and lines[0].startswith("drafter: ")
            and lines[1].startswith("  ")
            and words in lines[0]
            and "Traceback" not in told.err
        ), (command, told.err)
        assert len(told.err) < 1000 and "Secret" not in told.err
        assert everything(tmp_path) == before, command


def everything(root):
    """Every folder, and every file with what tells that it was written to. (A lock stands there for a
    moment.)
    """
    found = {}
    for folder, folders, files in os.walk(root):
        found.update({os.path.join(folder, name): None for name in folders})
        for name in files:
            state = os.lstat(os.path.join(folder, name))
            found[os.path.join(folder, name)] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return found


@pytest.mark.sampled(2)
@posix
@pytest.mark.parametrize("make", [loop, link_out, pipe, device, huge, ten_thousand])
def test_so_it_is_in_a_process_of_its_own_and_at_once(make, tmp_path):
    path, words = make(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "check", "lee.yaml"],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=waits(20),
        check=False,
    )
    assert (
        done.returncode == 2
        and done.stdout == ""
        and words in done.stderr
        and len(done.stderr.splitlines()) == 2
    )


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "missing"])
def test_so_is_a_sheet_that_is_itself_no_file(tmp_path, kind, run):
    path = tmp_path / "lee.yaml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    for command in ("check", "draft", "edit"):
        done = run(command, path, *(["--plain"] if command == "edit" else []))
        assert done.returncode == 2 and len(done.stderr.splitlines()) == 2 and "lee.yaml" in done.stderr


def test_an_unreadable_include_is_refused(tmp_path, capsys, monkeypatch):
    """The superuser may read every file, so the refusal comes from a stand-in for the system's."""
    path = sheet(tmp_path / "lee", "shut.yaml")
    (path.parent / "shut.yaml").write_text("schema_version: 1\n")
    (path.parent / "shut.yaml").chmod(0)
    plain = os.open

    def opened(name, *how, **named):
        if os.path.basename(name) == "shut.yaml":
            raise PermissionError(13, "Permission denied", str(name))
        return plain(name, *how, **named)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.chdir(path.parent)
    before = everything(tmp_path)
    for command in COMMANDS:
        assert cli.main([command[0], str(path), *command[1:]]) == 2
        told = capsys.readouterr()
        assert (
            "shut.yaml cannot be read: Permission denied" in told.err
            and len(told.err.splitlines()) == 2
            and told.out == ""
        )
    assert everything(tmp_path) == before


def test_an_include_that_is_never_at_rest_is_given_up(tmp_path, capsys, monkeypatch):
    path = sheet(tmp_path / "lee", "busy.yaml")
    busy = path.parent / "busy.yaml"
    busy.write_text("schema_version: 1\n")
    plain, count = include.read_sheet, [0]

    def read(name):
        found = plain(name)
        count[0] += 1
        busy.write_text("schema_version: 1\n" + "# again\n" * count[0])
        return found

    monkeypatch.setattr(include, "read_sheet", read)
    monkeypatch.chdir(path.parent)
    names = {entry.name for entry in path.parent.iterdir()}
    for command in COMMANDS:
        assert cli.main([command[0], str(path), *command[1:]]) == 2
        told = capsys.readouterr()
        assert (
            "was being changed while it was read" in told.err
            and len(told.err.splitlines()) == 2
            and told.out == ""
        )
    assert {entry.name for entry in path.parent.iterdir()} == names


BUSY = """
import os, sys, time
from pathlib import Path
path, number = Path(sys.argv[1]), 0
while True:
    number += 1
    new = path.with_name("next")
    new.write_text(f"schema_version: 1\\nmatter: Matter {number}\\nnature: [Matter {number}.]\\n")
    os.replace(new, path)
"""


@posix
def test_an_include_that_another_program_writes_all_the_time_is_read_whole_or_refused(tmp_path):
    path = sheet(tmp_path / "lee", "busy.yaml")
    (path.parent / "busy.yaml").write_text("schema_version: 1\nmatter: Matter 0\nnature: [Matter 0.]\n")
    writer = subprocess.Popen([sys.executable, "-c", BUSY, str(path.parent / "busy.yaml")])
    try:
        for _ in range(5):
            done = subprocess.run(
                [sys.executable, "-m", "drafter", "where", "lee.yaml"],
                cwd=path.parent,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                timeout=waits(20),
                check=False,
            )
            if done.returncode == 2:
                assert (
                    "was being changed while it was read" in done.stderr
                    and done.stdout == ""
                    and len(done.stderr.splitlines()) == 2
                )
            else:
                assert done.returncode == 0, done.stderr
                matter, nature = (
                    line.split("Matter ")[1].split(" ")[0].rstrip(".")
                    for line in done.stdout.splitlines()
                    if "Matter " in line
                )
                assert matter == nature
    finally:
        writer.kill()
        writer.wait()
