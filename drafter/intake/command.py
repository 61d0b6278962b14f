"""`drafter import plaintiffs`: read a spreadsheet, show what was read, and put its plaintiffs into the fact
sheet.
"""

from __future__ import annotations

import argparse
import datetime
import os
from typing import Any

from drafter.errors import SheetError, UsageError, to_type
from drafter.intake import settled, shown
from drafter.intake.columns import Columns, match, said
from drafter.intake.fields import NAME_PARTS
from drafter.intake.merge import Outcome, classes_of, plan
from drafter.intake.rows import entries
from drafter.intake.table import Table, read
from drafter.matter_files.editing import Keeper
from drafter.matter_files.journal import pending
from drafter.matter_files.load import layers_of
from drafter.matter_files.migrating import migrate
from drafter.tree.answers import Answers
from drafter.tree.merge import merge
from drafter.yamltext.read import read as read_sheet

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """The command's options."""
    command.add_argument("what", choices=("plaintiffs",), help="what the rows are")
    command.add_argument(
        "file", metavar="FILE", help="the spreadsheet, a .csv or .xlsx file with one plaintiff in each row"
    )
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    mapping = "what a column is for, as in “City=residence.city”; again for each"
    command.add_argument("--map", action="append", default=[], metavar="HEADING=FIELD", help=mapping)
    command.add_argument(
        "--worksheet", metavar="NAME", default="", help="the worksheet of a workbook (default: the first)"
    )
    row = "the row with the headings (default: the first that is not blank)"
    command.add_argument("--heading-row", metavar="N", type=int, default=0, help=row)
    command.add_argument(
        "--update", action="store_true", help="take the rows’ version where the sheet says otherwise"
    )
    command.add_argument("--dry-run", action="store_true", help="show what would be done, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Take the plaintiffs in. 0: every row was used; 1: some could not be. Raises DrafterError where none
    can.
    """
    if options.file.lower().endswith((".yaml", ".yml")):
        remedy = "Name the spreadsheet first: drafter import plaintiffs FILE.csv SHEET.yaml"
        raise UsageError(f"{options.file} is a fact sheet, not a spreadsheet", remedy)
    given = said(options.map)
    table = read(options.file, options.worksheet, options.heading_row)
    before = settled.recall(options.sheet, table.headings)
    columns = match(table.headings, before, given)
    _must_name(table, columns)
    _tell(shown.table_told(table))
    _tell(
        shown.columns_told(
            table, columns, settled.place_of(options.sheet).name if before and not given else ""
        )
    )
    outcomes = _dry(options, table, columns) if options.dry_run else _taken_in(options, table, columns)
    _tell(shown.outcomes_told(outcomes))
    _tell(shown.sum_told(outcomes, options.sheet, options.dry_run))
    return int(any(outcome.verdict == "refused" for outcome in outcomes))


def _must_name(table: Table, columns: Columns) -> None:
    if columns.heading_of("name", "id", *NAME_PARTS):
        return
    remedy = 'Say which: --map "Heading=name"; or where the headings stand: --heading-row N.'
    there = f"The headings in row {table.heading_row}: {', '.join(table.headings)}"
    raise UsageError(f"{table.name}: no column is for the name. {there}", remedy)


def _planned(
    tree: dict[str, Any], options: argparse.Namespace, table: Table, columns: Columns
) -> list[Outcome]:
    return plan(tree, entries(table, columns, classes_of(tree), datetime.date.today()), options.update)


def _dry(options: argparse.Namespace, table: Table, columns: Columns) -> list[Outcome]:
    """What would be done. The answers in the sheet's journal count, and stay there."""
    source, tree = read_sheet(options.sheet)
    answers = Answers(merge(layers_of(source, migrate(tree, source))))
    journal = pending(options.sheet)
    changes = journal.missing_from(source.sha256) if journal else []
    if changes is None:
        what = f"{options.sheet}: answers stand beside it that were given for another version of it"
        raise SheetError(what, f"Run: {to_type('edit', options.sheet)}")
    for change in changes:
        answers.apply(change)
    return _planned(answers.tree, options, table, columns)


def _taken_in(options: argparse.Namespace, table: Table, columns: Columns) -> list[Outcome]:
    """Plan every row, then record what was planned: all of it or, if it is interrupted, nothing."""
    keeper = Keeper.open(options.sheet)
    recorded = 0
    try:
        _tell(keeper.note)
        outcomes = _planned(keeper.answers.tree, options, table, columns)
        try:
            for change in [change for outcome in outcomes for change in outcome.changes]:
                keeper.record(change)
                recorded += 1
        except BaseException:
            while recorded and keeper.undo():
                recorded -= 1
            raise
    finally:
        keeper.close()
    settled.keep(os.fspath(options.sheet), table.headings, columns.fields)
    return outcomes


def _tell(lines: list[str]) -> None:
    for line in lines:
        print(line)
