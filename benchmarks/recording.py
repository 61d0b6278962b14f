"""What it costs to record what checks read, as a share of the whole `drafter check`, in one run: for a sheet
in which ten findings are accepted, and for `--format json`, which prints what every finding rests on.

    python benchmarks/recording.py [--rounds 9]

On the sheet of `check.py` with 500 allegations more than the sample has and 15 claims. The checks are run by
turns plain, with ten acceptances to judge, and with everything recorded, each on a draft made anew, and
measured by the time of the processor. Ends with 1 where judging the
acceptances takes more than 5 %.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from check import OF_SAMPLE, processor_time, sheet  # noqa: E402

from drafter.checks import CHECKS, run_checks  # noqa: E402
from drafter.checks.engine.recording import Recorder  # noqa: E402
from drafter.complaint import Draft, assemble  # noqa: E402
from drafter.library import open_library  # noqa: E402
from drafter.matter_files.load import load  # noqa: E402

ACCEPTED = 10
MOST = 0.05
LIBRARY = open_library()


def made(path: Path) -> Draft:
    return assemble(load(path), LIBRARY)


def accepting(path: Path) -> Path:
    """The sheet with ten of its findings accepted, each of another check as long as there are others."""
    draft = made(path)
    recorder = Recorder(draft)
    findings = [one for one in run_checks(draft) if not one.is_hole]
    firsts = {one.check: one for one in reversed(findings)}
    findings = [*firsts.values(), *(one for one in findings if one is not firsts[one.check])]
    tree: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    lawyer = tree["counsel"][0]["lawyers"][0]["name"]
    tree["accepted_findings"] = [
        {
            "check": one.check,
            "where": one.where,
            "by": lawyer,
            "why": "the declaration comes on Friday",
            "hash": recorder.digests(CHECKS[one.check])[one.where],
        }
        for one in findings[:ACCEPTED]
    ]
    other = path.with_name("accepted.yaml")
    other.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    assert sum(bool(one.accepted) for one in run_checks(made(other))) == ACCEPTED
    return other


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        path = sheet(500, 15 - OF_SAMPLE, Path(name) / "half.yaml")
        kinds = {"plain": (path, False), "accepted": (accepting(path), False), "json": (path, True)}
        times: dict[str, list[float]] = {kind: [] for kind in (*kinds, "command")}
        for _ in range(rounds):
            times["command"].append(processor_time(["check", str(path)]))
            for kind, (own, record) in kinds.items():
                draft = made(own)
                gc.collect()
                gc.disable()  # as the command does
                start = time.process_time()
                run_checks(draft, record=record)
                times[kind].append(time.process_time() - start)
                gc.enable()
    middle = {kind: statistics.median(values) for kind, values in times.items()}
    command, checks = middle["command"], middle["plain"]
    print(f"drafter check        {command * 1000:7.0f} ms, of which its checks {checks * 1000:.0f} ms")
    for kind, words in (("accepted", "ten accepted"), ("json", "all for --format json")):
        taken = middle[kind] - checks
        print(f"{words:22} + {taken * 1000:6.1f} ms  {taken / command:6.1%}")
    share = (middle["accepted"] - checks) / command
    print(f"judging ten acceptances takes {share:.1%} of check   (no more than {MOST:.0%})")
    return int(share > MOST)


if __name__ == "__main__":
    sys.exit(main())
