"""Every writing step of every command, stopped there: a kill, a torn line, a full disk, a folder that became
read-only, Ctrl-C.

The old file or the new one is there, never less; every answer that was taken is in the sheet or its journal;
nothing is left over. `python tests/write_steps_driver.py session kill-before` shows one of them.
"""

import json
import os
import subprocess
import sys

import pytest
from conftest import ROOT, SAMPLES

from drafter.matter_files.editing import EditingSession
from drafter.yamltext.read import read_sheet

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
STOPS = ("kill-before", "full", "read-only", "interrupt")
LEAST = {
    "session": 20,
    "new": 20,
    "migrate": 10,
    "draft": 12,
    "export": 5,
    "profile": 15,
    "import": 20,
    "siblings": 12,
    "package": 12,
}


EACH = {"draft": 4, "siblings": 9, "package": 9}
"""Works whose steps are drawn by the seed here; the driver by itself takes all of them."""


def steps_of(work):
    each = EACH.get(work, 1)
    return [str(each), str(1 + int(os.environ.get("DRAFTER_SEED", "0")) % each)]


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("work", "stop"),
    [
        (work, stop)
        for work in LEAST
        for stop in (*STOPS, *(("kill-after", "tear") if work in ("session", "migrate") else ()))
    ],
)
def test_wherever_it_is_stopped_the_old_or_the_new_is_there_and_nothing_is_left(work, stop):
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "write_steps_driver.py"), work, stop, *steps_of(work)],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["wrong"] == [] and told["steps"] >= LEAST[work]


SESSION = """
import resource, sys
from drafter.tree.answers import Change
from drafter.matter_files.editing import EditingSession
from drafter.errors import OutputError
keeper = EditingSession.open(sys.argv[1])
keeper.record(Change("court.county", "set", "Lake"))
{limit}
try:
    keeper.close()
except OutputError as error:
    print(error)
"""


def closed(path, limit):
    return subprocess.run(
        [sys.executable, "-c", SESSION.format(limit=limit), str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def is_whole_and_takes_up(path, before):
    assert path.read_bytes() == before and not list(path.parent.glob("*.tmp")) + list(
        path.parent.glob(".*.tmp")
    )
    keeper = EditingSession.open(path)
    assert keeper.answers.get("court.county") == "Lake"
    keeper.close()
    assert read_sheet(path)[1]["court"]["county"] == "Lake"


def test_a_file_that_may_grow_no_larger_is_told_and_the_sheet_and_the_answer_are_there(tmp_path):
    """The system's own limit, not a stand-in for it: writing fails in the middle of the file."""
    path = tmp_path / "lee.yaml"
    before = next(path for path in SAMPLES if path.stem.startswith("reyes")).read_bytes()
    path.write_bytes(before)
    done = closed(path, "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))")
    assert "cannot be written: File too large" in done.stdout and done.stderr == ""
    is_whole_and_takes_up(path, before)


def test_a_disk_that_is_really_full_loses_nothing(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("a small disk cannot be mounted here")
    try:
        path = folder / "lee.yaml"
        before = next(path for path in SAMPLES if path.stem.startswith("reyes")).read_bytes()
        path.write_bytes(before)
        fill = (
            "import os; f = open(os.path.dirname(sys.argv[1]) + '/filler', 'wb', 0)\ntry:\n    [f.write(b'x'"
            " * 1024) for _ in range(99)]\nexcept OSError: pass"
        )
        done = closed(path, fill)
        assert "No space left on device" in done.stdout and done.stderr == ""
        (folder / "filler").unlink()
        is_whole_and_takes_up(path, before)
    finally:
        subprocess.run(["umount", str(folder)], check=True)
