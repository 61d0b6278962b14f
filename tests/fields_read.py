"""The page of what each check reads, docs/fields-of-checks.md, printed from the recording of the checks over
every sample, every filing and every planted defect.

python tests/fields_read.py --write
"""

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
EVERY = "every field of the sheet"
PAGE = ROOT / "docs" / "fields-of-checks.md"
HEAD = """# What each check reads

Printed by `python tests/fields_read.py --write` from what checks read while they ran over the samples,
the filings of the tests and every planted defect; a test compares it with the program. `[]` is an entry of a
list, `{}` an entry by name. A finding rests on the fields read for it: an acceptance of it lapses when one of
them changes ([findings.md](findings.md)).
"""


def sheets():
    """The texts to run the checks over: of each the name of its file, the court, and which checks."""
    import importlib
    import pkgutil

    import planted

    from drafter.checks import CHECKS
    from drafter.yamltext.rewrite import apply

    paths = sorted([*(ROOT / "samples").glob("*.yaml"), *(ROOT / "tests" / "filings").glob("*.yaml")])
    samples = {path.stem.split("-")[0]: path for path in paths if path.parent.name == "samples"}
    for path in paths:
        yield path.read_text(encoding="utf-8"), "", list(CHECKS)
    for module in sorted(module.name for module in pkgutil.iter_modules(planted.__path__)):
        for one in importlib.import_module(f"planted.{module}").DEFECTS:
            text = samples[one.sample].read_text(encoding="utf-8")
            yield apply(text, one.changes), one.court, [one.check]


def recorded(texts):
    """By check, what it reads over `texts`."""
    from drafter.checks import CHECKS
    from drafter.checks.engine.recording import Recorder
    from drafter.complaint import assemble
    from drafter.library import open_library
    from drafter.matter_files.load import load

    library, read = open_library(), defaultdict(set)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "matter.yaml"
        for text, court, checks in texts:
            path.write_text(text, encoding="utf-8")
            recorder = Recorder(assemble(load(path), library, court))
            for own in checks:
                read[own] |= recorder.sources(CHECKS[own])
    return read


def row(own, read):
    """One check's row."""
    from drafter.checks import CHECKS

    entry = CHECKS[own]
    fields = [] if EVERY in read else sorted(one for one in read if one.startswith("`"))
    fields = [
        one
        for one in fields
        if not any(other.startswith((f"{one[:-1]}.", f"{one[:-1]}[", f"{one[:-1]}{{")) for other in fields)
    ]
    others = sorted(one for one in read if not one.startswith("`"))
    where = f"where {entry.applies}" if entry.applies else ""
    return f"| {own} | {entry.title} | {', '.join((*fields, *others)) or 'nothing'} | {where} |"


def page(read):
    """The page as it must be."""
    from drafter.checks import CHECKS
    from drafter.checks.engine.groups import GROUPS

    lines = [HEAD]
    for group in GROUPS:
        rows = [row(own, read[own]) for own in sorted(CHECKS) if own.partition("-")[0] == group]
        head = ["| check | defect | reads | applies |", "|---|---|---|---|"]
        lines += [f"## {GROUPS[group].title}", "", *head, *rows, ""] if rows else []
    return "\n".join(lines)


if __name__ == "__main__":
    made = page(recorded(sheets()))
    if "--write" in sys.argv:
        PAGE.write_text(made, encoding="utf-8")
    else:
        print(made)
