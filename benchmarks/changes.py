"""How long `drafter changes` takes on a large sheet, process start to exit: 1,000 allegations and 30 claims,
every tenth allegation reworded.

    python benchmarks/changes.py [--rounds 9]

The goal: under 1.5 s.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from check import ROOT, sheet  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"DRAFTER_CACHE_DIR": str(folder / "cache"), "PYTHONPATH": str(ROOT)}

        def run(*words: str) -> str:
            done = subprocess.run(
                [sys.executable, "-c", "from drafter.cli import entry; entry()", *words],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode in (0, 1), done.stderr
            return done.stdout

        path = sheet(1000, 27, folder / "whole.yaml")
        run("draft", str(path))
        tree = json.loads(path.read_text(encoding="utf-8"))
        for heading in tree["allegations"]:
            for item in heading.get("items", [])[::10]:
                item["text"] = f"{item['text']} It was done again the next night."
        path.write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")
        times = []
        for position in range(rounds + 1):
            start = time.perf_counter()
            told = run("changes", str(path))
            if position:
                times.append(time.perf_counter() - start)
        assert told.count("  changed: allegations.") >= 100
    print(
        f"1,000 allegations, 30 claims   median {statistics.median(times) * 1000:7.0f} ms   min"
        f" {min(times) * 1000:7.0f} ms   (no more than 1,500)"
    )


if __name__ == "__main__":
    main()
