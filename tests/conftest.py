"""What several tests share: the samples, and a way to run the command as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "de-la-torre-v-linkedin.yaml"
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))


_TEST = count(1)


def _beside_the_samples() -> dict[Path, int]:
    """What is hidden beside the samples, and when each was written (ns): a draft of a sample made before the
    tests leaves its record there.
    """
    return {path: path.stat().st_mtime_ns for path in (ROOT / "samples").glob("**/.*")}


_BEFORE = _beside_the_samples()


@pytest.fixture(scope="session")
def users_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("user")


@pytest.fixture(autouse=True)
def own_profiles_folder(users_folder, monkeypatch):
    """No test sees or writes the profiles of whoever runs it, or of another test."""
    monkeypatch.setenv("DRAFTER_PROFILES", str(users_folder / str(next(_TEST)) / "profiles"))


@pytest.fixture
def run(tmp_path):
    """Run `drafter` in an empty folder; gives back the finished process."""

    def command(*arguments, cwd=tmp_path):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "DRAFTER_CACHE_DIR": str(tmp_path / "cache")}
        return subprocess.run(
            [sys.executable, "-m", "drafter", *map(str, arguments)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    yield command
    assert _beside_the_samples() == _BEFORE, "a test wrote beside the samples; let it work on a copy"


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
