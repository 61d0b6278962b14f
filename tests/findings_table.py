"""The table of findings: each finding on the fourteen filings and the samples, read by a partner and called
right or wrong, with the reason. `python tests/findings_table.py` prints it with precision and recall;
`--write` adds the new findings, unread, and takes out those that are gone. `--numbers` prints precision and
recall alone.

One row is a file, a check and a path. A row `unread` fails the test until somebody read the finding and
wrote `right: reason` or `wrong: reason` in its place. Recall is over the planted defects (tests/planted).
"""

import sys
from pathlib import Path

TABLE = Path(__file__).parent / "findings_table.yaml"
HEAD = """# Each finding on the filings and the samples, read as an exacting partner reads it. A key is
# check and path; a second one of the same check at the same path has its number.
# `python tests/findings_table.py --write` adds what is new as “unread”.
"""
UNREAD = "unread"
TOGETHER = {"FORM-019", "FORM-020", "CLM-011"}
"""Checks that tell of all their places in one finding: their key has no path."""


def sheets():
    """Every filing and sample, by name."""
    root = Path(__file__).parent
    places = [*sorted((root / "filings").glob("*.yaml")), *sorted((root.parent / "samples").glob("*.yaml"))]
    return {path.stem: path for path in places}


def findings_of(path):
    """Each finding on one sheet, by its key."""
    from drafter.checks import run_checks
    from drafter.complaint import assemble
    from drafter.library import open_library
    from drafter.matter_files.load import load

    found = {}
    for one in run_checks(assemble(load(path), open_library())):
        first, number = one.check if one.check in TOGETHER else f"{one.check} {one.where}", 1
        key = first
        while key in found:
            number += 1
            key = f"{first} {number}"
        found[key] = one
    return found


def table():
    """What was read: by file and key, `right: …`, `wrong: …` or `unread`."""
    import yaml

    return yaml.safe_load(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}


def written(rows):
    """The text of the table."""
    import json

    text = HEAD
    for name, own in rows.items():
        text += f"{name}:\n" if own else f"{name}: {{}}\n"
        for key, read in own.items():
            text += f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(read, ensure_ascii=False)}\n"
    return text


def recall():
    """How many of the planted defects are found, each by one finding of its check, and how many there are."""
    import tempfile

    from test_checks import DEFECTS, drafted_with

    from drafter.checks import run_checks

    seen = 0
    with tempfile.TemporaryDirectory() as folder:
        for one in DEFECTS:
            told = [
                (found.where, found.message)
                for found in run_checks(drafted_with(one, Path(folder)))
                if found.check == one.check
                and one.told in found.message
                and (not one.where or found.where == one.where)
            ]
            seen += bool(told) and len(told) == len(set(told))
    return seen, len(DEFECTS)


def main():
    """Print the table, or write it anew."""
    read, rows = table(), {}
    for name, path in sheets().items():
        found = findings_of(path)
        rows[name] = {key: read.get(name, {}).get(key, UNREAD) for key in found}
        if not {"--write", "--numbers"} & set(sys.argv):
            for key, one in found.items():
                print(f"{name}  {key}  {one.severity.value}\n    {one.message}\n    {rows[name][key]}")
    if "--write" in sys.argv:
        TABLE.write_text(written(rows), encoding="utf-8")
    every = [one for own in rows.values() for one in own.values()]
    right = sum(one.startswith("right: ") for one in every)
    print(f"{len(every)} findings, {right} right: precision {right / len(every):.3f}")
    if "--write" not in sys.argv:
        seen, planted = recall()
        print(f"{planted} planted defects, {seen} found: recall {seen / planted:.3f}")


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
    main()
