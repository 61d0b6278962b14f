"""How long the checks take with what each reads recorded, against the same checks without, in one run.

    python benchmarks/recording.py [--rounds 5]

Both run on the sheet of `check.py` with 500 allegations and 12 claims, by turns, each on a draft made anew;
the drafting is not counted.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from check import sheet  # noqa: E402

from drafter.checks import run_checks  # noqa: E402
from drafter.complaint import assemble  # noqa: E402
from drafter.library import open_library  # noqa: E402
from drafter.matter_files.load import load  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    times: dict[bool, list[float]] = {False: [], True: []}
    library = open_library()
    with tempfile.TemporaryDirectory() as name:
        path = sheet(500, 12, Path(name) / "half.yaml")
        for position in range(rounds + 1):
            for record in times:
                draft = assemble(load(path), library)
                start = time.perf_counter()
                run_checks(draft, record=record)
                if position:
                    times[record].append(time.perf_counter() - start)
    plain, recorded = (statistics.median(times[record]) for record in (False, True))
    print(f"checks alone      median {plain * 1000:7.0f} ms")
    print(f"checks recorded   median {recorded * 1000:7.0f} ms")
    print(f"recorded / alone  {recorded / plain:.2f}")


if __name__ == "__main__":
    main()
