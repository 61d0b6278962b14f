"""How long `drafter find` takes over 1,000 sheets of 50 KB, process start to exit (goal: 3 s).

python benchmarks/find.py [--rounds 5]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    sample = (ROOT / "samples" / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
    filler = "".join(
        f"  - id: more-{number}\n    text: On the night of batch {number}, Larkspur’s job copied José’s"
        f" messages § {number}.\n"
        for number in range(370)
    )
    with tempfile.TemporaryDirectory() as name:
        for number in range(1000):
            folder = Path(name) / f"matter-{number}"
            folder.mkdir()
            text = sample.replace("allegations:\n", "allegations:\n" + filler, 1)
            (folder / "matter.yaml").write_text(
                text.replace("Tallgrass", f"Tallgrass{number}"), encoding="utf-8"
            )
        size = (Path(name) / "matter-0" / "matter.yaml").stat().st_size
        assert size >= 50 * 1024, size
        for words in (["tallgrass517", "austin"], ["nowhere-to-be-found"]):
            times = []
            for _ in range(rounds):
                start = time.perf_counter()
                subprocess.run(
                    [
                        sys.executable,
                        "-c",
                        "from drafter.cli import entry; entry()",
                        "find",
                        *words,
                        "--in",
                        name,
                    ],
                    env={**os.environ, "PYTHONPATH": str(ROOT)},
                    stdout=subprocess.DEVNULL,
                    check=False,
                )
                times.append(time.perf_counter() - start)
            print(
                f"find {' '.join(words):24} over 1,000 sheets of {size // 1024} KB: median"
                f" {statistics.median(times):.2f} s (no more than 3)"
            )


if __name__ == "__main__":
    main()
