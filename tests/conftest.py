"""What several tests share: a copy of the samples, and a way to run the command as a user does."""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import redirect_stderr, redirect_stdout
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from drafter import cli

ROOT = Path(__file__).parent.parent


def _folder_for_the_samples() -> Path:
    """A folder that only this process knows. A draft made beside a sample leaves its record there; whoever
    drafts one in the checkout while the tests run is not looked at.
    """
    home = Path(tempfile.mkdtemp(prefix="drafter-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    (home / ".drafter-root").touch()
    return home / "samples"


def _copy_the_samples() -> None:
    shutil.rmtree(SAMPLES_FOLDER, ignore_errors=True)
    shutil.copytree(ROOT / "samples", SAMPLES_FOLDER, ignore=shutil.ignore_patterns(".*", "*.docx"))


SAMPLES_FOLDER = _folder_for_the_samples()
_copy_the_samples()
SAMPLE = SAMPLES_FOLDER / "de-la-torre-v-linkedin.yaml"
SAMPLES = sorted(SAMPLES_FOLDER.glob("*.yaml"))


hypothesis.settings.register_profile("on a busy machine", deadline=None)
hypothesis.settings.load_profile("on a busy machine")


def pytest_configure(config):
    """Compile drafter's templates and schemas once for all the processes that the tests start, as an editable
    install does: the file counts only while it fits, so an old one costs time and nothing else.
    """
    made = ROOT / "drafter" / "built.bin"
    sources = [*(ROOT / "drafter").rglob("*.py"), *(ROOT / "templates").rglob("*.*")]
    written = made.stat().st_mtime if made.exists() else 0.0
    if not hasattr(config, "workerinput") and written < max(path.stat().st_mtime for path in sources):
        subprocess.run([sys.executable, "-m", "drafter.library.compiling"], cwd=ROOT, check=False)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Of a test marked `sampled(n)` only n cases are of the quick tier, drawn anew for each DRAFTER_SEED; the
    others are of the long one.
    """
    cases = defaultdict(list)
    for item in items:
        if item.get_closest_marker("sampled"):
            cases[item.nodeid.split("[")[0]].append(item)
    for name, there in cases.items():
        chance = random.Random(f"{os.environ.get('DRAFTER_SEED', '0')} {name}")
        drawn = chance.sample(there, min(there[0].get_closest_marker("sampled").args[0], len(there)))
        for item in there:
            if item not in drawn:
                item.add_marker("long")


def files_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Each file in `folder` and below, with its size and when it was written (ns)."""
    found = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (stat.st_size, stat.st_mtime_ns) for path, stat in found}


_TEST = count(1)


@pytest.fixture(scope="session")
def users_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("user")


@pytest.fixture(autouse=True)
def own_profiles_folder(users_folder, monkeypatch):
    """No test sees or writes the profiles of whoever runs it, or of another test."""
    monkeypatch.setenv("DRAFTER_PROFILES", str(users_folder / str(next(_TEST)) / "profiles"))


@pytest.fixture(autouse=True)
def nothing_beside_the_samples():
    """A test that changes a sample, or leaves a file beside one, works on a copy of its own instead."""
    before = files_of(SAMPLES_FOLDER)
    yield
    wrong = sorted({name for name, _ in files_of(SAMPLES_FOLDER).items() ^ before.items()})
    if wrong:
        _copy_the_samples()
    assert wrong == [], "a test wrote beside the samples; let it work on a copy"


@pytest.fixture
def run_apart(tmp_path):
    """Run `drafter` in an empty folder, in a process of its own; gives back the finished process."""

    def command(*arguments, cwd=tmp_path):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "drafter", *map(str, arguments)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    return command


@pytest.fixture
def run(tmp_path, monkeypatch):
    """As `run_apart`, in this process: a command says and does the same there, and starts much sooner."""

    def command(*arguments, cwd=tmp_path):
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        words = [*map(str, arguments)]
        try:
            with contextlib.chdir(cwd), redirect_stdout(streams[0]), redirect_stderr(streams[1]):
                code = cli.main(words)
        finally:
            gc.enable()  # a command that ends turns it off
        texts = [stream.buffer.getvalue().decode("utf-8") for stream in streams]
        return subprocess.CompletedProcess(words, code, *texts)

    return command


@pytest.fixture
def sheet(tmp_path):
    """Write the sample, changed by replacing text, and give back its path."""

    def changed(*replacements):
        text = SAMPLE.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text, f"the sample no longer holds {old!r}"
            text = text.replace(old, new, 1)
        path = tmp_path / "matter.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return changed
