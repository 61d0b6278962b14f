"""docs/fields.md: what becomes of each field of the fact sheet in a redacted copy, and whether it goes into a
new matter made from an old one. `python tests/fields_page.py` writes it anew.
"""

from pathlib import Path

from drafter.facts.record import Record
from drafter.facts.sheet import FactSheet
from drafter.tree.shape import records_at

PAGE = Path(__file__).parent.parent / "docs" / "fields.md"
HEAD = """# What becomes of each field

Printed from the questions on the fields (`ask(..., redact=, sealed=, reuse=)` in `drafter/facts`) by
`python tests/fields_page.py`; a test holds it.

In a redacted copy (`drafter export --redacted`):

| word | what becomes of the field |
| --- | --- |
| keep | as it is, with stand-ins for the names in it |
| name | a person’s name: a stand-in, here and wherever it occurs |
| blank | left out, and said to be |
| year | its year alone, of a client or of what tolls; else as it is |
| town | of a client: left out; of others as it is |
| place | a county or country: as it is, whatever a client is called |
| out | taken out |
| sealed | left out besides of a sensitive allegation, an exhibit to be sealed, and what stands on one |

In a new matter (`drafter new --from`): *goes along* or *stays*; of a record with neither nothing goes.
"""


def kinds() -> dict[str, type[Record]]:
    """Every kind of record of a fact sheet, by name."""
    found: dict[str, type[Record]] = {}
    places = [()]
    while places:
        where = places.pop()
        for record in records_at(where) if where else [FactSheet]:
            if record.__name__ not in found:
                found[record.__name__] = record
                for name in record.questions:
                    key = name.rstrip("_")
                    places += [(*where, key), (*where, key, 0), (*where, key, "x")]
    return found


def page() -> str:
    rows = ["\n| record | field | redacted copy | new matter |", "| --- | --- | --- | --- |"]
    for kind, record in sorted(kinds().items()):
        for name, question in record.questions.items():
            redacted = f"{question.redact}{', sealed' if question.sealed else ''}"
            reused = {True: "goes along", False: "stays", None: ""}[question.reuse]
            rows.append(f"| {kind} | `{name.rstrip('_')}` | {redacted} | {reused} |")
    return "\n".join([HEAD.rstrip("\n"), *rows]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
