"""What the person is told: how the file was read, what each column is for, what became of each row. Pure:
lines of text.
"""

from __future__ import annotations

from textwrap import wrap
from typing import Any, Iterator

from drafter.facts.values import Unknown, Without
from drafter.intake.columns import AGE, Columns
from drafter.intake.fields import NAME_PARTS
from drafter.intake.merge import RowOutcome
from drafter.intake.protected import number_in
from drafter.intake.rows import Problem
from drafter.intake.table import Spreadsheet
from drafter.wording import counted, shortened

__all__ = ["column_lines", "outcome_lines", "summary_lines", "table_lines"]

WIDEST = 34
LONGEST = 60
WIDTH = 110


def table_lines(table: Spreadsheet) -> list[str]:
    """How the file was read."""
    first = f"{table.name}: {counted(len(table.rows), 'row')} under the headings in row {table.heading_row}"
    return [first, *(f"  {note}" for note in table.notes)]


def column_lines(table: Spreadsheet, columns: Columns, remembered: str) -> list[str]:
    """What each column is for. `remembered`: the file that this was kept in, where it was settled before."""
    width = min(WIDEST, max(map(len, table.headings)))
    lines = [f"Columns, as settled before ({remembered}):" if remembered else "Columns:"]
    for heading in table.headings:
        lines.append(f"  {shortened(heading, WIDEST):{width}}  {_meant(table, columns, heading)}")
    unused = [heading for heading, field in columns.fields.items() if not field]
    if unused:
        lines.append(
            f'A column that is not used can be given a field: --map "{unused[0]}=FIELD"; `drafter schema`'
            " lists the fields."
        )
    return lines


def _meant(table: Spreadsheet, columns: Columns, heading: str) -> str:
    if heading in columns.refused:
        return f"REFUSED: {columns.refused[heading]}"
    field = columns.fields[heading]
    if not field:
        return "not used"
    example = next(
        (
            row.cells[heading]
            for row in table.rows
            if heading in row.cells and not number_in(row.cells[heading])
        ),
        "",
    )
    if field == AGE:
        return "looked at only to tell a minor"
    meant = f"name ({field.partition('.')[2]})" if field in NAME_PARTS else field
    if field.split(".")[0] in ("name", "short"):
        return meant  # its example might name a minor
    return f"{meant}, as in “{shortened(example, 30)}”" if example else f"{meant} (every cell is blank)"


# --- rows
# ------------------------------------------------------------------------------------------------------------


def outcome_lines(outcomes: list[RowOutcome]) -> list[str]:
    """What became of each row."""
    lines = ["Rows:"]
    width = max(len(str(outcome.row)) for outcome in outcomes)
    for outcome in outcomes:
        first, *more = _lines_of(outcome)
        lines.append(f"  {outcome.row:>{width}}  {first}")
        lines += [f"  {'':{width}}    {line}" for line in more]
    return lines


def _lines_of(outcome: RowOutcome) -> Iterator[str]:
    if outcome.verdict == "refused":
        yield "NOT USED"
        yield from map(_problem, outcome.problems)
        return
    if outcome.verdict == "added":
        yield f"added      {outcome.id}"
        yield from wrap(
            "; ".join(f"{path} {_value(value)}" for path, value in outcome.filled),
            WIDTH,
            break_on_hyphens=False,
        )
        return
    yield f"{outcome.verdict:9}  {outcome.id}"
    start = f"plaintiffs.{outcome.id}."
    for path, value in outcome.filled:
        yield f"filled  {path.removeprefix(start)}: {_value(value)}"
    for path, old, new, taken in outcome.differences:
        if taken:
            yield f"changed {path.removeprefix(start)}: {_value(old)} -> {_value(new)}"
        else:
            yield f"kept    {path.removeprefix(start)}: {_value(old)}; the row says {_value(new)}"


def _problem(problem: Problem) -> str:
    where = f"column “{problem.heading}”: " if problem.heading else ""
    return f"{where}{f'“{shortened(problem.value)}” ' if problem.value else ''}{problem.what}"


def _value(value: Any) -> str:
    if isinstance(value, (Unknown, Without)):
        return "{" + ("unknown" if isinstance(value, Unknown) else "none") + f": {shortened(value[0])}}}"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_value(entry)}" for name, entry in value.items())
    if isinstance(value, list):
        return "; ".join(map(_value, value))
    return f"“{shortened(str(value))}”"


def summary_lines(outcomes: list[RowOutcome], sheet: str, dry: bool) -> list[str]:
    """The last lines: how many rows came to what, and whether anything was written."""
    counts = {
        verdict: sum(outcome.verdict == verdict for outcome in outcomes)
        for verdict in ("added", "changed", "unchanged")
    }
    left_alone = sum(not difference.taken for outcome in outcomes for difference in outcome.differences)
    refused = sum(outcome.verdict == "refused" for outcome in outcomes)
    blanks = sum(outcome.blanks for outcome in outcomes)
    lines = [
        ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
        + f"; {counted(refused, 'row')} not used."
    ]
    if blanks:
        lines.append(
            f"Read as blank: {counted(blanks, 'cell')} (“N/A” and the like; the United States as a foreign"
            " country)."
        )
    if left_alone:
        lines.append(
            f"Left as the sheet has it: {counted(left_alone, 'field')}. With --update the rows’ version is"
            " taken."
        )
    written = any(outcome.changes for outcome in outcomes)
    lines.append(
        "Nothing was written (--dry-run)."
        if dry
        else f"Saved: {sheet}"
        if written
        else f"{sheet} stays as it is."
    )
    return lines
