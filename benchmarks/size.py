"""What a large matter costs each command, beside a tenth of it: `python benchmarks/size.py [TENTHS]`

The large one has 10,000 allegations, 300 plaintiffs and 200 claims; TENTHS (10) makes both smaller. Printed
are the seconds of work of each command on the tenth and on the whole, and how many times as much the whole
takes.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent)]

from drafter import cli  # noqa: E402

COMMANDS = {
    "check": ["check"],
    "chain": ["chain"],
    "where": ["where"],
    "draft": ["draft", "--force"],
    "draft --annotate": ["draft", "--annotate", "--force"],
    "changes": ["changes"],
    "export": ["export", "-o", "copy.yaml", "--force"],
    "export --redacted": ["export", "--redacted", "-o", "redacted.yaml", "--force"],
}
ALLEGATIONS, PLAINTIFFS, CLAIMS = 1000, 30, 20
"""In a tenth."""


def large(times: float, path: Path) -> Path:
    """A sheet of so many tenths."""
    people, claims = int(PLAINTIFFS * times), int(CLAIMS * times)
    names = [f"p{number}" for number in range(people)]
    lines = [
        "schema_version: 1",
        "matter: Wren v. Mica",
        "court: {id: cand, county: Santa Clara}",
        "plaintiffs:",
    ]
    for number, own in enumerate(names):
        lines.append(
            f"  - {{id: {own}, kind: individual, name: Ines {_name(number)}, represents: [all],"
            " residence: {city: Fresno, county: Fresno, state: CA}}"
        )
    lines.append(
        "defendants:\n  - {id: mica, kind: corporation, name: 'Mica Networks, Inc.', short: Mica,"
        " incorporated_in: DE}\nallegations:"
    )
    for number in range(int(ALLEGATIONS * times)):
        if number % 50 == 0:
            lines.append(f"  - heading: The Events of Part {number // 50 + 1}\n    items:")
        who = number % people
        lines.append(
            f"      - {{id: f{number}, date: 2024-03-02, actor: mica, gist: kept message {number},"
            f" text: 'Mica kept message {number} of Ines {_name(who)} on its servers.',"
            f" source: {{kind: plaintiff, who: Ines {_name(who)}}}}}"
        )
    lines.append(
        "classes:\n  - {id: all, name: Class, members: Mica customers, geography: the United States}"
    )
    lines.append("claims:")
    per = int(ALLEGATIONS * times) // claims
    for number in range(claims):
        facts = ", ".join(f"f{each}" for each in range(number * per, number * per + min(per, 5)))
        lines.append(
            f"  - {{id: c{number}, theories: [ca-negligence], by: [{names[number % people]}], for: [all],"
            f" against: [mica], law: [CA], elements: {{breach: {{allegations: [{facts}], application:"
            f" Mica kept what it should not have kept.}}}}}}"
        )
    lines.append("jury_demand: yes\n")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _name(number: int) -> str:
    """A surname of its own for each number, that is no word."""
    vowels, consonants = "aeiou", "bdfgklmnprstvz"
    letters = ""
    for _ in range(4):
        number, at = divmod(number, len(consonants))
        letters += consonants[at] + vowels[at % 5]
    return letters.title()


def spent(words: list[str], folder: Path) -> float:
    """The seconds of work of a command in a folder. Raises RuntimeError where it fails."""
    before = Path.cwd()
    os.chdir(folder)
    start = time.process_time()
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as told:
            code = cli.main(words)
    finally:
        os.chdir(before)
    if code not in (0, 1):
        raise RuntimeError(f"{' '.join(words)} ends with {code}: {told.getvalue()[:300]}")
    return time.process_time() - start


def main() -> int:
    """Print the table."""
    times = float(sys.argv[1]) if sys.argv[1:] else 10.0
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / each for each in ("tenth", "whole")]
        for folder, tenths in zip(folders, (times / 10, times), strict=True):
            folder.mkdir()
            large(tenths, folder / "m.yaml")
        spent(["check", "m.yaml"], folders[0])
        print(f"{'command':20} {'a tenth':>8} {'whole':>8} {'times':>6}")
        for command, words in COMMANDS.items():
            few, many = (spent([words[0], "m.yaml", *words[1:]], folder) for folder in folders)
            print(f"{command:20} {few:8.2f} {many:8.2f} {many / few:6.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
