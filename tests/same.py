"""Two revisions side by side: what they make of the same sheets, and whether a named mend explains each
difference.

`python tests/same.py --since REV [--generated 60] [--only GLOB]` takes REV into a worktree, runs the same
commands with its code and with this tree's over the same copies of every sample, sibling and filing that REV
has and of so many generated matters, and compares all that comes out: exit codes, what is printed, findings,
files written, and each part of each Word file. Version, day and temporary folder are made alike.
`tests/mends.yaml` holds the differences that are wanted: in which case and artifact, which lines, why, and
which test holds the mend. Exit
code 1 where a difference is left over, or a row that explains nothing.
"""

from __future__ import annotations

import argparse
import datetime
import difflib
import fnmatch
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Iterator

import yaml

ROOT = Path(__file__).parent.parent
MENDS = ROOT / "tests" / "mends.yaml"
TYPED = ["", "nd cal", "/help", "Santa Clara", "/back", "", "12/1/2026", "1", "14"]
"""What the person types in the recorded session: as in the README, by `tests/recorded.py`."""
COMMANDS: list[tuple[str, list[str]]] = [
    ("draft", ["draft", "SHEET", "-o", "one.docx", "--annotate"]),
    ("text", ["draft", "SHEET", "--text"]),
    ("elsewhere", ["draft", "SHEET", "--text", "--court", "nysd"]),
    ("check", ["check", "SHEET", "--format", "json"]),
    ("chain", ["chain", "SHEET", "--format", "json"]),
    ("changes", ["changes", "SHEET", "--format", "json"]),
    ("where", ["where", "SHEET"]),
    ("find", ["find", "class", "--in", ".", "--format", "json", "--no-questions"]),
    ("export", ["export", "SHEET", "-o", "whole.yaml"]),
    ("redacted", ["export", "SHEET", "-o", "redacted.yaml", "--redacted"]),
]
"""What is run over each sheet, in this order, each under its own name."""


# --- one revision runs


def run_commands(
    sheet: Path, commands: list[tuple[str, list[str]]], typed: list[str]
) -> dict[str, list[str]]:
    """Run `commands` on `sheet` in the current folder with the code on the path; artifacts as lines, by
    name.
    """
    from drafter.cli import main

    made: dict[str, list[str]] = {}
    for name, words in commands:
        before = set(Path().rglob("*"))
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        real = sys.stdin, sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr = io.StringIO("".join(f"{line}\n" for line in typed)), out, err
        try:
            code: Any = main([str(sheet) if word == "SHEET" else word for word in words])
        except SystemExit as left:
            code = left.code
        finally:
            sys.stdin, sys.stdout, sys.stderr = real
        printed = (stream.buffer.getvalue().decode("utf-8", "replace").split("\n") for stream in (out, err))  # type: ignore[attr-defined]
        made[f"{name}/exit"] = [str(code)]
        made[f"{name}/out"], made[f"{name}/err"] = printed
        written = sorted(str(path) for path in set(Path().rglob("*")) - before)
        made[f"{name}/written"] = written
        for path in written:
            made |= {f"{name}/{path}{part}": lines for part, lines in contents(Path(path))}
    return made


def contents(path: Path) -> Iterator[tuple[str, list[str]]]:
    """What is in a file, part by part where it is a package: the end of its name and its lines."""
    if not path.is_file():
        return
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield "", data.decode("utf-8", "replace").split("\n")
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in sorted(package.namelist()):
            text = package.read(part).decode("utf-8", "replace")
            yield f"!{part}", re.sub(r"(</w:p>|</w:style>|(?<=>)(?=<[A-Z]))", r"\1\n", text).split("\n")


def run_case(folder: Path, out: Path) -> None:
    """The work of the child process: the case in `folder` (its `case.json` says which sheet), its artifacts
    into `out`.
    """
    import drafter

    assert Path(drafter.__file__).is_relative_to(Path.cwd()), "the code of the other revision was imported"
    os.chdir(folder)
    case = json.loads(Path("case.json").read_text(encoding="utf-8"))
    commands = [("new", ["new", "lee.yaml", "--plain"])] if case["session"] else COMMANDS
    made = run_commands(Path(case["sheet"]), commands, TYPED if case["session"] else [])
    out.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


# --- the cases


def write_cases(folder: Path, tree: Path, generated: int, only: str) -> list[str]:
    """Put the inputs of every case into a folder of its own: the sheets as they stand in `tree`, since one
    that says what is new does not load in the other revision. Their names.
    """
    sheets = {
        f"sample:{path.stem}": (path, tree / "samples") for path in sorted((tree / "samples").rglob("*.yaml"))
    }
    sheets |= {
        f"filing:{path.stem}": (path, path.parent) for path in sorted((tree / "tests/filings").glob("*.yaml"))
    }
    names = []
    for name, (path, home) in sheets.items():
        if fnmatch.fnmatch(name, only):
            shutil.copytree(home, folder / name, ignore=shutil.ignore_patterns(".*", "*.docx"))
            _describe(folder / name, str(path.relative_to(home)))
            names.append(name)
    if fnmatch.fnmatch("session", only):
        (folder / "session").mkdir(parents=True)
        _describe(folder / "session", "", session=True)
        names.append("session")
    return names + [name for name in _generated(folder, generated, only)]


def _generated(folder: Path, count: int, only: str) -> Iterator[str]:
    """Matters made by this tree's generator, drafted by both revisions."""
    if not count:
        return
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # what is installed may have a package `tests` of its own
    import matters

    for case in matters.sample(count, 1):
        name = f"made:{case}"
        if fnmatch.fnmatch(name, only):
            (folder / name).mkdir(parents=True)
            matters.write(case, folder / name, 1)
            _describe(folder / name, "matter.yaml")
            yield name


def _describe(folder: Path, sheet: str, session: bool = False) -> None:
    (folder / "case.json").write_text(json.dumps({"sheet": sheet, "session": session}), encoding="utf-8")


# --- both run, and what differs


def run_revision(tree: Path, inputs: Path, names: list[str], work: Path) -> dict[str, dict[str, list[str]]]:
    """Each case with the code of `tree`, two at a time, each in a process and a copy of its own; artifacts by
    case.
    """

    def one(name: str) -> tuple[str, dict[str, list[str]]]:
        folder, out = work / "in" / name, work / "out" / f"{name.replace('/', '_')}.json"
        shutil.copytree(inputs / name, folder)
        environment = {
            **os.environ,
            "PYTHONPATH": str(tree),
            "DRAFTER_CACHE_DIR": str(work / "cache"),
            "DRAFTER_PROFILES": str(work / "profiles"),
            "DRAFTER_TEMPLATES": str(folder / "firm") if (folder / "firm").is_dir() else "",
            "COLUMNS": "100",
        }
        child = [sys.executable, str(ROOT / "tests" / "same.py"), "--run", str(folder), str(out)]
        subprocess.run(child, check=True, env=environment, cwd=tree)
        return name, {
            key: alike(lines, str(folder))
            for key, lines in json.loads(out.read_text(encoding="utf-8")).items()
        }

    (work / "out").mkdir(parents=True)
    with ThreadPoolExecutor(2) as pool:
        return dict(pool.map(one, names))


def alike(lines: list[str], folder: str) -> list[str]:
    """`lines` without what no two runs share: the folder, the day, the version, hashes."""
    today = datetime.date.today()
    long = f"{today:%B} {today.day}, {today.year}"
    text = (
        "\n".join(lines).replace(folder, "FOLDER").replace(today.isoformat(), "TODAY").replace(long, "TODAY")
    )
    text = re.sub(r"\bdrafter \d+\.\d+\.\d+\S*", "drafter VERSION", text)
    text = re.sub(r"\b[0-9a-f]{16,64}\b", "HASH", text)
    return re.sub(r"\d\d:\d\d:\d\d(\.\d+)?", "TIME", text).split("\n")


def differences(then: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Artifacts that differ, with the lines taken out (`-`) and put in (`+`)."""
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            before, after = (by_finding(made.get(name, [])) for made in (then, now))
            compared = difflib.unified_diff(before, after, lineterm="", n=0)
            yield name, [line for line in list(compared)[2:] if not line.startswith("@@")]


def _bare(line: str, free: list[re.Pattern[str]]) -> str:
    """The text of a line of a difference without what the patterns fit, one after the other."""
    text = line[1:]
    for pattern in free:
        text = pattern.sub("", text)
    return text


def _unmatched(lines: list[str], free: list[re.Pattern[str]]) -> list[str]:
    """Those of `lines` taken out or put in that have no like on the other side once what the patterns of
    `free` fit is gone from both.
    """
    counts = {sign: Counter(_bare(line, free) for line in lines if line[0] == sign) for sign in "-+"}
    over = {"-": counts["-"] - counts["+"], "+": counts["+"] - counts["-"]}
    left = []
    for line in lines:
        bare = _bare(line, free)
        if bare and over[line[0]][bare] > 0:
            over[line[0]][bare] -= 1
            left.append(line)
    return left


def by_finding(lines: list[str]) -> list[str]:
    """The JSON of `check`, a line for each finding; other lines as they are."""
    try:
        made = json.loads("\n".join(lines))
        findings = made.pop("findings")
    except (ValueError, TypeError, AttributeError, KeyError):
        return lines
    return [json.dumps(one, ensure_ascii=False) for one in (made, *findings)]


class Mends:
    """The rows of `tests/mends.yaml`: which differences are wanted. Counts what each explains."""

    def __init__(self, path: Path) -> None:
        rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
        self.rows: list[dict[str, str]] = rows or []
        self.used = [0] * len(self.rows)

    def left(self, case: str, artifact: str, lines: list[str]) -> list[str]:
        """Those of `lines` that no row explains."""
        left, free = lines, []
        for position, row in enumerate(self.rows):
            if not (
                fnmatch.fnmatch(case, row.get("case", "*"))
                and fnmatch.fnmatch(artifact, row.get("artifact", "*"))
            ):
                continue
            if "same" in row:
                free.append(re.compile(row["same"]))
                self.used[position] += sum(bool(free[-1].search(_bare(line, free[:-1]))) for line in left)
                continue
            rest = [line for line in left if not re.search(row.get("lines", ""), line)]
            self.used[position] += len(left) - len(rest)
            left = rest
        return _unmatched(left, free)

    def idle(self) -> list[str]:
        """Rows that explained nothing."""
        return [row["why"] for row, used in zip(self.rows, self.used, strict=True) if not used]


def compare(since: str, generated: int, only: str, most: int) -> int:
    """Run both revisions, print what differs, and return the exit code."""
    mends, unexplained, differing = Mends(MENDS), 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tree = folder / "then"
        subprocess.run(
            ["git", "worktree", "add", "--quiet", "--detach", str(tree), since], check=True, cwd=ROOT
        )
        try:
            names = write_cases(folder / "cases", tree, generated, only)
            then = run_revision(tree, folder / "cases", names, folder / "a")
            now = run_revision(ROOT, folder / "cases", names, folder / "b")
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], check=True, cwd=ROOT)
    for case in names:
        for artifact, lines in differences(then[case], now[case]):
            differing += 1
            left = mends.left(case, artifact, lines)
            unexplained += bool(left)
            for line in left[:most]:
                print(f"{case} {artifact}: {line[:300]}")
            if len(left) > most:
                print(f"{case} {artifact}: and {len(left) - most} lines more")
    artifacts = sum(len(made) for made in now.values())
    print(
        f"{len(names)} cases, {artifacts} artifacts: {differing} differ, {unexplained} of them unexplained."
    )
    idle = mends.idle() if only == "*" else []
    for why in idle:
        print(f"a row of mends.yaml explains nothing: {why}")
    return 1 if unexplained or idle else 0


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--since", metavar="REV", help="the revision to compare with")
    parser.add_argument(
        "--generated", type=int, default=60, metavar="N", help="how many generated matters (60)"
    )
    parser.add_argument("--only", default="*", metavar="GLOB", help="cases by name, e.g. 'sample:*'")
    parser.add_argument("--most", type=int, default=6, metavar="N", help="lines printed of one artifact (6)")
    parser.add_argument("--run", nargs=2, type=Path, metavar=("FOLDER", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run_case(options.run[0], options.run[1])
        return 0
    if not options.since:
        parser.error("--since REV is needed")
    return compare(options.since, options.generated, options.only, options.most)


if __name__ == "__main__":
    sys.exit(main())
