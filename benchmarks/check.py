"""What `drafter check` takes of the processor on a large sheet, process start to exit, and how it grows: 500
allegations more than the sample has and 15 claims, 1,000 and 30.

    python benchmarks/check.py [--rounds 9]

The goal: under 1.5 s for 1,000 allegations and 30 claims, and no more than 2.2 times the half of it.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import json  # noqa: E402

OF_SAMPLE = 4
"""The claims that the sample has itself."""
CAUSES = [
    "sca-2702-a1-ecs",
    "ca-negligence",
    "ca-breach-contract",
    "ca-ucl-unfair",
    "ca-intrusion",
    "ca-conversion",
    "ca-cipa-632-7",
    "wiretap-2511-1a",
    "ca-quasi-contract",
    "il-icfa",
]


def sheet(allegations: int, claims: int, path: Path) -> Path:
    """The sample of two plaintiffs with `allegations` allegations and `claims` claims, written as YAML (JSON
    is YAML).
    """
    from drafter.library import open_library
    from drafter.matter_files.load import load
    from drafter.yamltext.read import read_sheet

    sample = ROOT / "samples" / "reyes-v-larkspur.yaml"
    load(sample)
    _, tree = read_sheet(sample)
    library = open_library()
    items = [
        {
            "id": f"fact-{number}",
            "date": f"2024-{number % 12 + 1:02}-15",
            "actor": "larkspur",
            "gist": f"copied batch {number} of the messages",
            "text": (
                f"On the night of batch {number}, Larkspur copied the messages of its subscribers to"
                " Tallgrass. An engineer wrote that “the job ran as planned that night”. It took"
                f" {number + 5} minutes."
            ),
            "source": {"kind": "document", "exhibit": "plus-terms-exhibit", "pin": f"p. {number}"},
            "basis": {"kind": "document"},
        }
        for number in range(allegations)
    ]
    tree["allegations"] = [
        *tree["allegations"],
        *(
            {"heading": f"Larkspur Copied Month {start}", "items": items[start : start + 50]}
            for start in range(0, allegations, 50)
        ),
    ]
    for number in range(claims):
        cause = library.cause(CAUSES[number % len(CAUSES)])
        support = {
            element.id: {
                "allegations": [f"fact-{(number * 7 + at * 3 + k) % allegations}" for k in range(4)],
                "application": "Larkspur did it, night after night.",
            }
            for at, element in enumerate(cause.elements)
        }
        tree["claims"].append(
            {
                "id": f"claim-{number}",
                "theories": [cause.id],
                "for": ["plus"],
                "against": ["larkspur"],
                "law": ["CA"],
                "elements": support,
                "agreement": "plus-terms",
                "terms": ["private-messages"],
            }
        )
    assert len(tree["claims"]) == OF_SAMPLE + claims
    path.write_text(json.dumps(tree, default=str, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def processor_time(words: list[str]) -> float:
    """What the command takes of the processor, from the start of its process to the end."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", "from drafter.cli import entry; entry()", *words],
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in (0, 1), done.stderr
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheets = {
            "half": sheet(500, 15 - OF_SAMPLE, folder / "half.yaml"),
            "whole": sheet(1000, 30 - OF_SAMPLE, folder / "whole.yaml"),
        }
        times: dict[str, list[float]] = {key: [] for key in sheets}
        for position in range(rounds + 1):
            for key, path in sheets.items():
                taken = processor_time(["check", str(path)])
                if position:
                    times[key].append(taken)
    middle = {key: statistics.median(values) for key, values in times.items()}
    print(
        f"500 allegations, 15 claims     median {middle['half'] * 1000:7.0f} ms   min"
        f" {min(times['half']) * 1000:7.0f} ms"
    )
    print(
        f"1,000 allegations, 30 claims   median {middle['whole'] * 1000:7.0f} ms   min"
        f" {min(times['whole']) * 1000:7.0f} ms   (no more than 1,500)"
    )
    print(f"whole / half                   {middle['whole'] / middle['half']:.2f}   (no more than 2.2)")


if __name__ == "__main__":
    main()
