"""The time from one prompt's answer to the next prompt, autosave included, on a sheet of 1,000 allegations.

    python benchmarks/interview.py [--allegations 1000] [--entries 60]

An asker without a terminal opens allegation after allegation and changes four of its fields; what is measured
is all that drafter does between two prompts: keeping the answer on disk, working out what is asked now,
findings at screens.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from run import sheet  # noqa: E402

from drafter.interview.asking import Chosen, Leave  # noqa: E402
from drafter.interview.engine import run  # noqa: E402
from drafter.library import open_library  # noqa: E402
from drafter.matter_files.editing import EditingSession  # noqa: E402

FIELDS = ("gist", "date", "place", "note")


class Hand:
    """Opens entries of the outline in turn and answers; notes when each prompt came and when it was
    answered.
    """

    def __init__(self, entries: int) -> None:
        self.entries = [f"fact-{number}" for number in range(entries)]
        self.left: list[str] = []
        self.waits: list[tuple[str, float]] = []
        self.since = 0.0

    def _came(self, kind: str) -> None:
        if self.since:
            self.waits.append((kind, time.perf_counter() - self.since))

    def _answered(self) -> None:
        self.since = time.perf_counter()

    def say(self, *lines: str) -> None:
        pass

    def line(self, prompt) -> str:  # type: ignore[no-untyped-def]
        self._came("question")
        answer = "2024-05-06" if "date" in prompt.title else f"{prompt.title} changed"
        self._answered()
        return answer

    text = line

    def menu(self, prompt, rows, keys=(), at=""):  # type: ignore[no-untyped-def]
        keys_there = [row.key for row in rows]
        outline = any("fact-" in key for key in keys_there)
        self._came("outline" if outline else "screen")
        if outline:
            if not self.entries:
                raise Leave
            wanted, self.left = self.entries.pop(0), list(FIELDS)
            chosen = next(key for key in keys_there if key.endswith(wanted))
        else:
            chosen = self.left.pop(0) if self.left else keys_there[0]
        self._answered()
        return Chosen(chosen)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--allegations", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        keeper = EditingSession.open(sheet(options.allegations, Path(name) / "large.yaml"))
        hand = Hand(options.entries)
        run(keeper, hand, at="allegations", library=open_library())
        keeper.close()
    for kind in ("question", "screen", "outline", ""):
        waits = sorted(wait * 1000 for what, wait in hand.waits if kind in ("", what))
        print(
            f"{kind or 'all prompts':12} {len(waits):5}   median {statistics.median(waits):6.1f} ms   95 of"
            f" 100 under {waits[int(len(waits) * 0.95)]:6.1f} ms"
        )
    print("(the median of all prompts: no more than 50 ms)")


if __name__ == "__main__":
    main()
