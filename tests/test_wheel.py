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


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_wheel_drafts_outside_the_checkout_what_the_checkout_drafts(installed, tmp_path, sample):
    sheet = tmp_path / sample.name
    shutil.copy(sample, sheet)
    theirs, ours = drafted(installed, sheet), drafted(ROOT, sheet)
    assert theirs.returncode == ours.returncode and theirs.returncode in (0, 1), theirs.stderr
    assert theirs.stdout == ours.stdout and len(theirs.stdout) > 10_000


def test_what_is_compiled_in_the_wheel_is_used_by_it_and_stands_nowhere_in_the_checkout(installed):
    asked = (
        "from drafter import built; from drafter.library import open_library, record_key;"
        " from drafter.library.files import read_text; library = open_library();"
        " path = library.builtin / 'courts' / 'cand.yaml';"
        " print(built.FILE, built.entry('courts/cand.yaml', record_key(read_text(path))) is not None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [str(installed / "drafter" / "built.bin"), "True"], done.stderr
    assert not (ROOT / "drafter" / "built.bin").exists()
