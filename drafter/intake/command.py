"""`drafter import plaintiffs`: read a spreadsheet, show what was read, and put its plaintiffs into the fact
sheet.
"""

from __future__ import annotations

import argparse
import datetime
import os
from typing import Any

from drafter.errors import SheetError, UsageError, to_type
from drafter.intake import report as shown
from drafter.intake import saved_columns as settled
from drafter.intake.columns import Columns, match, said
from drafter.intake.fields import NAME_PARTS
from drafter.intake.merge import RowOutcome, classes_of, plan
from drafter.intake.rows import entries
from drafter.intake.table import Spreadsheet, read_spreadsheet
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.journal import pending
from drafter.matter_files.load import layers_of
from drafter.matter_files.migrating import migrate
from drafter.tree.answers import Answers
from drafter.tree.merge import merge
from drafter.yamltext.read import read_sheet as read_sheet

__all__ = ["import_plaintiffs"]


def import_plaintiffs(options: argparse.Namespace) -> int:
    """Take the plaintiffs in. 0: every row was used; 1: some could not be. Raises DrafterError where none
    can.
    """
    if options.file.lower().endswith((".yaml", ".yml")):
        remedy = "Name the spreadsheet first: drafter import plaintiffs FILE.csv SHEET.yaml"
        raise UsageError(f"{options.file} is a fact sheet, not a spreadsheet", remedy)
    given = said(options.map)
    table = read_spreadsheet(options.file, options.worksheet, options.heading_row)
    before = settled.load_columns(options.sheet, table.headings)
    columns = match(table.headings, before, given)
    _must_name(table, columns)
    _print_lines(shown.table_lines(table))
    _print_lines(
        shown.column_lines(
            table, columns, settled.place_of(options.sheet).name if before and not given else ""
        )
    )
    outcomes = _dry(options, table, columns) if options.dry_run else _taken_in(options, table, columns)
    _print_lines(shown.outcome_lines(outcomes))
    _print_lines(shown.summary_lines(outcomes, options.sheet, options.dry_run))
    return int(any(outcome.verdict == "refused" for outcome in outcomes))


def _must_name(table: Spreadsheet, columns: Columns) -> None:
    if columns.heading_of("name", "id", *NAME_PARTS):
        return
    remedy = 'Say which: --map "Heading=name"; or where the headings stand: --heading-row N.'
    there = f"The headings in row {table.heading_row}: {', '.join(table.headings)}"
    raise UsageError(f"{table.name}: no column is for the name. {there}", remedy)


def _planned(
    tree: dict[str, Any], options: argparse.Namespace, table: Spreadsheet, columns: Columns
) -> list[RowOutcome]:
    return plan(tree, entries(table, columns, classes_of(tree), datetime.date.today()), options.update)


def _dry(options: argparse.Namespace, table: Spreadsheet, columns: Columns) -> list[RowOutcome]:
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


def _taken_in(options: argparse.Namespace, table: Spreadsheet, columns: Columns) -> list[RowOutcome]:
    """Plan every row, then record what was planned: all of it or, if it is interrupted, nothing."""
    keeper = EditingSession.open(options.sheet)
    recorded = 0
    try:
        _print_lines(keeper.note)
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
    settled.save_columns(os.fspath(options.sheet), table.headings, columns.fields)
    return outcomes


def _print_lines(lines: list[str]) -> None:
    for line in lines:
        print(line)
