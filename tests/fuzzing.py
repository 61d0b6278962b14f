"""Feed drafter what it was not made for, and see that each case ends in one of its own exit codes, soon and
small.

    python tests/fuzzing.py [SURFACE …] [--count N | --minutes M] [--seed S] [--jobs N] [--keep FOLDER]

A case is a surface, a seed and a number, and is made again from them. Printed are, for each surface, the
inputs, their exit codes, and the faults: exit 70 or an exception, five seconds of work, more than 500 MB.
With --keep the folder of each fault is left there. Exit code 1 with a fault.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Iterator, NamedTuple

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from fuzz_surfaces import SURFACES, cases  # noqa: E402

SECONDS, MEGABYTES = 5, 500
_ASLEEP = 60
"""On the clock: for what waits and does nothing. The five seconds are of work, whoever else works here."""
_CHUNK = 25


class Hang(BaseException):
    """Five seconds of work have gone by, or a minute asleep."""


class Outcome(NamedTuple):
    """What became of a case: its exit code (70 for an exception too), the seconds, the megabytes at the
    highest, and its fault in a word, if any.
    """

    surface: str
    number: int
    code: int
    seconds: float
    megabytes: float
    fault: str
    said: str


def quietly(words: list[str], folder: Path) -> tuple[int, str]:
    """Run a command line in the folder, in this process: its exit code and what it told as an error."""
    from drafter import cli

    said, before = io.StringIO(), Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
            code = _read_a_text(words[1]) if words[0] == "(read a text)" else cli.main(words)
    finally:
        os.chdir(before)
        gc.enable()
    return code, said.getvalue()


def _read_a_text(name: str) -> int:
    from drafter.errors import UsageError
    from drafter.interview.fronts.longtext import read_file

    try:
        read_file(name)
    except UsageError:
        return 2
    return 0


def run(surface: str, number: int, seed: str, keep: str = "") -> Outcome:
    """Make the case and run its commands, with the clock and the memory watched."""
    folder = Path(tempfile.mkdtemp(prefix="drafter-fuzz-"))
    (folder / ".drafter-root").touch()
    os.environ["DRAFTER_PROFILES"] = str(folder / "profiles")
    commands = SURFACES[surface](folder, random.Random(f"{seed}/{surface}/{number}"))
    base, start = _forget_the_peak(), time.process_time()
    code, said, fault = 0, "", ""
    signal.signal(signal.SIGPROF, _ring)
    signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, _ASLEEP)
    try:
        for words in commands:
            code, said = quietly(words, folder)
    except Hang:
        fault = "hang"
    except Exception as error:  # noqa: BLE001 - any exception that comes out is the fault that is looked for
        code, said = 70, f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    seconds, peak = time.process_time() - start, _peak() - base
    fault = fault or ("exit 70" if code not in (0, 1, 2) else "memory" if peak > MEGABYTES else "")
    if fault and keep:
        shutil.copytree(folder, Path(keep) / f"{surface}-{seed}-{number}", dirs_exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    return Outcome(surface, number, code, seconds, peak, fault, said if fault else "")


def _ring(*_: Any) -> None:
    raise Hang


def _forget_the_peak() -> float:
    """Start the process's highest memory anew, where the system can; what it uses now, in megabytes."""
    gc.collect()
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return _peak()


def _peak() -> float:
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _chunk(some: list[tuple[str, int]], seed: str, keep: str, until: float) -> list[Outcome]:
    if until and time.monotonic() > until:
        return []
    return [run(surface, number, seed, keep) for surface, number in some]


def outcomes(
    names: list[str], count: int, seed: str, jobs: int, until: float = 0.0, keep: str = ""
) -> Iterator[Outcome]:
    """Every case's outcome, as they come; no new case is begun after `until` (a monotonic time), if given."""
    every = list(cases(names, count, seed))
    chunks = [every[at : at + _CHUNK] for at in range(0, len(every), _CHUNK)]
    work = partial(_chunk, seed=seed, keep=keep, until=until)
    with get_context("spawn").Pool(jobs, maxtasksperchild=20) as pool:
        for done in pool.imap_unordered(work, chunks):
            yield from done


def table(found: list[Outcome]) -> str:
    """A line a surface: inputs, exit codes, faults, the longest and the largest."""
    by: dict[str, list[Outcome]] = defaultdict(list)
    for one in found:
        by[one.surface].append(one)
    heads = ("surface", "inputs", "exit 0", "1", "2", "70", "hangs", "memory", "longest s", "most MB")
    rows: list[tuple[object, ...]] = [heads]
    for name, some in by.items():
        codes, faults = Counter(one.code for one in some), Counter(one.fault for one in some)
        told = (codes[0], codes[1], codes[2], faults["exit 70"], faults["hang"], faults["memory"])
        longest, most = max(one.seconds for one in some), max(one.megabytes for one in some)
        rows.append((name, len(some), *told, f"{longest:.2f}", f"{most:.0f}"))
    return "\n".join(f"{row[0]:<14}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows)


def main() -> int:
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    words.add_argument("surfaces", nargs="*", metavar="SURFACE", help=", ".join(SURFACES))
    words.add_argument("--count", type=int, default=200, help="inputs a surface")
    words.add_argument("--minutes", type=float, default=0, help="as many as there is time for")
    words.add_argument("--seed", default=os.environ.get("DRAFTER_SEED", "0"))
    words.add_argument("--jobs", type=int, default=os.cpu_count())
    words.add_argument("--keep", default="", metavar="FOLDER")
    given = words.parse_args()
    names = given.surfaces or list(SURFACES)
    until = time.monotonic() + 60 * given.minutes if given.minutes else 0.0
    found = list(outcomes(names, 10**6 if until else given.count, given.seed, given.jobs, until, given.keep))
    print(table(found))
    faults = [one for one in found if one.fault]
    for one in faults[:40]:
        said = one.said.splitlines()[0] if one.said else ""
        print(f"{one.surface} {given.seed}/{one.number}: {one.fault} {said}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
