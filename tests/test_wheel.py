"""The package as it is installed: built from the checkout, and drafting without it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from conftest import ROOT, SAMPLES

pytest.importorskip("hatchling", reason="what builds the wheel comes with the extra “test”")
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder into which the wheel was unpacked, which is what installing it does."""
    made = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(made)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(made / done.stdout.split()[-1]) as wheel:
        wheel.extractall(made / "site")
    return made / "site"


def drafted(package, sheet):
    """What `drafter draft --text` prints, run with the drafter that stands in `package`."""
    return subprocess.run(
        [sys.executable, "-m", "drafter", "draft", "--text", sheet.name],
        cwd=sheet.parent,
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.sampled(1)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_wheel_drafts_outside_the_checkout_what_the_checkout_drafts(installed, tmp_path, sample):
    sheet = tmp_path / sample.name
    shutil.copy(sample, sheet)
    theirs, ours = drafted(installed, sheet), drafted(ROOT, sheet)
    assert theirs.returncode == ours.returncode and theirs.returncode in (0, 1), theirs.stderr
    assert theirs.stdout == ours.stdout and len(theirs.stdout) > 10_000


ASKED = """
from drafter import built
from drafter.library import KINDS, open_library, record_key
from drafter.library.environment import template_key
from drafter.library.files import read_text
builtin = open_library().builtin
files = [path for kind, (ending, _) in KINDS.items() for path in (builtin / kind).glob(f"[!_]*{ending}")]
wanted = {path.relative_to(builtin).as_posix(): record_key(read_text(path)) for path in files}
templates = [path.relative_to(builtin).as_posix() for path in builtin.rglob("*.md")]
wanted |= {f"template {name}": template_key(read_text(builtin / name)) for name in templates}
print(built.FILE, len(wanted), [name for name, key in wanted.items() if built.entry(name, key) is None])
"""
SPARE = """
import sys
from drafter import cli
code = cli.main(["draft", "--text", sys.argv[1]])
print(sorted({"pydantic", "docx", "openpyxl", "questionary"} & set(sys.modules)), file=sys.stderr)
"""


def asked(package, program, *words):
    """What `program` prints with the drafter that stands in `package`: (to the screen, as errors)."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=package,
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.stderr


def test_every_record_and_template_stands_compiled_in_the_wheel_and_is_used_by_it(installed):
    told = asked(installed, ASKED)[0].split()
    assert told[0] == str(installed / "drafter" / "built.bin")
    assert int(told[1]) > 250 and told[2:] == ["[]"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_draft_from_the_wheel_loads_no_library_that_it_does_not_need(installed, tmp_path, sample):
    shutil.copy(sample, tmp_path)
    assert asked(installed, SPARE, tmp_path / sample.name)[1].splitlines()[-1] == "[]"


@pytest.fixture(scope="module")
def editable(tmp_path_factory):
    """A copy of the checkout that was installed as editable: the build backend was called as pip does."""
    copy = tmp_path_factory.mktemp("editable") / "checkout"
    ignored = shutil.ignore_patterns("__pycache__", "built.bin*")
    for name in ("drafter", "templates", "samples"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copy)
    words = BUILD.replace("build_wheel", "build_editable")
    done = subprocess.run(
        [sys.executable, "-c", words, str(copy.parent)], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return copy


def test_an_editable_install_has_it_compiled_beside_the_sources(editable):
    assert asked(editable, ASKED)[0].split()[2:] == ["[]"]
    with zipfile.ZipFile(next(editable.parent.glob("*.whl"))) as wheel:
        assert [name for name in wheel.namelist() if name.endswith((".py", ".bin"))] == []


def test_what_was_changed_since_the_editable_install_is_read_as_it_stands(editable, tmp_path):
    sheet = tmp_path / SAMPLES[0].name
    shutil.copy(SAMPLES[0], sheet)
    section = editable / "templates" / "sections" / "prayer.md"
    as_it_was = section.read_text(encoding="utf-8")
    before = drafted(editable, sheet).stdout
    section.write_text(as_it_was.replace("WHEREFORE", "THEREFORE"), encoding="utf-8")
    try:
        assert asked(editable, ASKED)[0].split(maxsplit=2)[2].strip() == "['template sections/prayer.md']"
        after = drafted(editable, sheet).stdout
    finally:
        section.write_text(as_it_was, encoding="utf-8")
    assert "THEREFORE" in after and before == after.replace("THEREFORE", "WHEREFORE")


def test_what_is_compiled_in_a_checkout_is_no_part_of_it():
    assert "/drafter/built.bin*" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


PATTERNS = """
import re, re._compiler as compiler, sys
made, compile = [], compiler.compile
compiler.compile = lambda pattern, flags=0: made.append(pattern) or compile(pattern, flags)
from drafter import cli
before = len(made)
code = cli.main(["check", sys.argv[1]])
print(len(made) - before, file=sys.stderr)
"""


def test_the_patterns_of_the_checks_are_compiled_in_the_wheel(installed, tmp_path):
    sheet = tmp_path / SAMPLES[0].name
    shutil.copy(SAMPLES[0], sheet)
    assert int(asked(installed, PATTERNS, sheet)[1].splitlines()[-1]) < 40


def test_the_version_says_what_does_not_fit_and_is_made_anew(installed, tmp_path):
    program = (
        "from drafter import built, cli\nif {other}: built.sys.version = 'other'\ncli.main(['--version'])"
    )
    assert asked(installed, program.format(other=False))[0].startswith("drafter ")
    assert "made anew" not in asked(installed, program.format(other=False))[0]
    said = asked(installed, program.format(other=True))[0]
    assert "The compiled schemas and records and templates of this package are for another Python" in said
