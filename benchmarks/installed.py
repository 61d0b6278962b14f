"""The first draft ever against a later one, in a fresh environment that nobody can write to, outside the
checkout: after pip, after uv (where it is there), after `pip install -e`, and with another pydantic-core than
the package was built with.

    python benchmarks/installed.py [--rounds 5]

Each is installed once; for each round what was installed is copied whole, so that the first draft in a copy
is the first ever. By the time of the processor, by turns. Ends with 1 where a first draft takes more than
1.15 times a later one, or one with another pydantic-core more than 1.5 times one with its own. Needs what
builds the wheel (the extra `test`) and a registry of packages.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST_FIRST, MOST_OTHER = 1.15, 1.5
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
PATHS = "import sys; sys.path[:0] = sys.argv.pop(1).split(':'); "


def told(command: list[str | Path], folder: Path | None = None) -> str:
    """What a command prints. Ends the program where it fails."""
    done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr[-2000:]}")
    return done.stdout


def wheel(folder: Path) -> Path:
    """The wheel, built from the checkout."""
    return folder / told([sys.executable, "-c", BUILD, folder], ROOT).split()[-1]


def checkout(folder: Path) -> Path:
    """A copy of what of the checkout an editable install uses."""
    copy = folder / "checkout"
    ignored = shutil.ignore_patterns("__pycache__", "built.bin*", ".*.drafts*")
    for name in ("drafter", "templates", "samples"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copy)
    return copy


def installed(folder: Path, *packages: str | Path, uv: bool = False) -> Path:
    """The site-packages of a fresh environment in `folder` with these packages."""
    if uv:
        told([sys.executable, "-m", "uv", "venv", "--quiet", "--python", sys.executable, folder])
        told([sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", folder, *packages])
    else:
        told([sys.executable, "-m", "venv", folder])
        for package in packages:
            editable = ["-e"] if Path(package).is_dir() else []
            told([folder / "bin" / "python", "-m", "pip", "install", "--quiet", *editable, package])
    return next((folder / "lib").glob("python*/site-packages"))


def environments(folder: Path) -> dict[str, list[Path]]:
    """By kind of install, the folders that hold the packages."""
    made = wheel(folder)
    found = {"pip": [installed(folder / "pip", made)]}
    if find_spec("uv"):
        found["uv"] = [installed(folder / "uv", made, uv=True)]
    copy = checkout(folder)
    found["editable"] = [installed(folder / "editable", copy), copy]
    core = told([folder / "pip" / "bin" / "python", "-c", "import pydantic; print(pydantic.VERSION)"]).strip()
    minor = core.rpartition(".")[0]
    found["other core"] = [installed(folder / "other", made, f"pydantic<{minor}")]
    return found


def fresh(folders: list[Path], target: Path) -> list[Path]:
    """Copies of the folders that nobody can write to."""
    copies = [target / str(number) for number in range(len(folders))]
    for original, copy in zip(folders, copies, strict=True):
        shutil.copytree(
            original, copy, symlinks=True, ignore=shutil.ignore_patterns("__editable__*", "_drafter*")
        )
        for path in [copy, *copy.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
    return copies


def held_to_permissions() -> None:
    """Take from an administrator, to whom nothing is read-only, the right to write where it is (Linux)."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE


def run(
    folders: list[Path],
    words: list[str],
    matter: Path,
    program: str = "from drafter.cli import entry; entry()",
) -> tuple[float, str]:
    """What a command of the drafter in `folders` takes of the processor, and what it prints."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "DRAFTER"))
    }
    paths = ":".join(map(str, reversed(folders)))
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [os.path.realpath(sys.executable), "-S", "-c", PATHS + program, paths, *words],
        cwd=matter,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=held_to_permissions,
    )
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime, done.stdout


def files_in(folders: list[Path]) -> dict[Path, int]:
    """Every file there, with the time of its last change."""
    return {path: path.stat().st_mtime_ns for folder in folders for path in folder.rglob("*")}


def discard(folder: Path) -> None:
    """Remove copies that nobody can write to."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def matter_in(folder: Path) -> Path:
    """A folder with a sheet, outside the checkout."""
    matter = folder / "matter"
    matter.mkdir()
    shutil.copy(ROOT / "samples" / "reyes-v-larkspur.yaml", matter / "sheet.yaml")
    return matter


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    times: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        matter = matter_in(folder)
        kinds = environments(folder)
        for number in range(rounds):
            for kind, folders in kinds.items():
                copies = fresh(folders, folder / f"{kind}-{number}")
                for which in ("first", "later", "later"):
                    taken, _ = run(copies, ["draft", "sheet.yaml", "--force"], matter)
                    times.setdefault((kind, which), []).append(taken)
                discard(folder / f"{kind}-{number}")
    middle = {key: statistics.median(values) for key, values in times.items()}
    over = 0
    for kind in kinds:
        ratio = middle[kind, "first"] / middle[kind, "later"]
        over += ratio > MOST_FIRST
        first, later = (f"{middle[kind, which] * 1000:.0f} ms" for which in ("first", "later"))
        print(f"{kind:12} first {first:>8}   later {later:>8}   {ratio:.2f}   (no more than {MOST_FIRST})")
    other = middle["other core", "later"] / middle["pip", "later"]
    print(f"another pydantic-core {other:.2f}   (no more than {MOST_OTHER})")
    return int(over > 0 or other > MOST_OTHER)


if __name__ == "__main__":
    sys.exit(main())
