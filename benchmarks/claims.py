"""Does the time to draft grow in a straight line with the number of claims? `python benchmarks/claims.py`

One matter under California law with 5, 10, 20 and 30 claims, each drafted five times in turn in one run, so
that the machine's noise falls on all alike; the median is taken. Prints milliseconds, milliseconds a claim
over those of five claims, and the ratio of 30 claims to 10.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent / "tests"), str(Path(__file__).parent.parent)]

from matters import Case, _claim, matter  # noqa: E402

from drafter.checks import run_checks  # noqa: E402
from drafter.complaint import assemble  # noqa: E402
from drafter.library import open_library  # noqa: E402
from drafter.matter_files.load import load  # noqa: E402
from drafter.word import write  # noqa: E402

COUNTS = (5, 10, 20, 30)


def sheet_of(count: int, folder: Path) -> Path:
    """A sheet with `count` claims, each of another cause of California law."""
    library = open_library()
    names = [
        str(cause.id) for cause in library.causes() if cause.jurisdiction == "CA" and cause.kind == "claim"
    ][:count]
    sheet = matter(Case((names[0],), 3, 1, "federal", True))
    sheet["claims"] = [
        _claim(f"claim-{n}", (name,), library, "federal", True) for n, name in enumerate(names)
    ]
    assert len(sheet["claims"]) == count
    path = folder / f"{count}.yaml"
    path.write_text(json.dumps(sheet, ensure_ascii=False), encoding="utf-8")
    return path


def once(path: Path) -> float:
    start = time.perf_counter()
    draft = assemble(load(path), open_library())
    run_checks(draft)
    write(draft.document)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        sheets = {count: sheet_of(count, Path(folder)) for count in COUNTS}
        taken: dict[int, list[float]] = {count: [] for count in COUNTS}
        for turn in range(6):
            for count, path in sheets.items():
                spent = once(path)
                if turn:  # the first warms the caches
                    taken[count].append(spent)
    medians = {count: statistics.median(spent) for count, spent in taken.items()}
    for count, spent in medians.items():
        print(f"{count:3} claims: {spent:7.1f} ms, {spent / count:5.1f} ms a claim")
    print(
        f"30 claims against 10: {medians[30] / medians[10]:.2f} times (3 is a straight line through nothing)"
    )
    print(
        "the last ten against the second ten:"
        f" {(medians[30] - medians[20]) / (medians[20] - medians[10]):.2f} times (1 is a straight line)"
    )


if __name__ == "__main__":
    main()
