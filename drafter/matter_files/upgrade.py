"""Saving a sheet of an older version in the form of this one: what would be done is a list first, and the
file as it was stays beside it.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from drafter.anchors import new_key
from drafter.errors import SheetError
from drafter.matter_files import private_disk as disk
from drafter.matter_files.include import included
from drafter.matter_files.journal import Writer, read_journal
from drafter.matter_files.load import must_load, whole_at
from drafter.matter_files.migrating import migrate, not_forward, version_of
from drafter.tree.answers import UNFIT, Answers
from drafter.tree.merge import merge
from drafter.tree.overlay import overlay
from drafter.wording import counted
from drafter.yamltext.read import SourceFile, parse, read_sheet
from drafter.yamltext.rewrite import rewrite
from drafter.yamltext.steps import NotForward
from drafter.yamltext.versions import current, text_forward

__all__ = ["Plan", "carry_out", "planned"]

Tree = dict[str, Any]


class Plan(NamedTuple):
    """What would be done to a sheet.

    source   the sheet as it was read
    version  its version
    steps    what would be done, a line each
    text     the sheet as it would be saved
    answers  answers beside it that are not in it yet, and would be
    """

    source: SourceFile
    version: int
    steps: list[str]
    text: str
    answers: int

    def short(self, most: int = 12) -> list[str]:
        """The steps, at most so many of them."""
        return [
            *self.steps[:most],
            *([f"… and {len(self.steps) - most} more"] if len(self.steps) > most else []),
        ]


def planned(path: str | Path) -> Plan | None:
    """What would be done to the sheet at `path`; None where it is of this version and has its key. Raises
    SheetError for one that cannot be brought forward.
    """
    source, tree = read_sheet(path)
    version = version_of(tree, source)
    if version == current():
        return None if "anchor_key" in tree else _keyed(source, tree)
    migrate(tree, source)  # raises, with the line, what cannot be brought forward
    text, answers = _answered(source, tree, version)
    try:
        text, steps = text_forward(text, source.name)
    except NotForward as problem:
        raise not_forward(problem, version, source) from None
    told = [f"{counted(answers, 'answer')} not saved yet: from its journal into the sheet"] if answers else []
    if "anchor_key" not in tree:
        present = parse(text, source.name)
        text = rewrite(
            text, {"schema_version": present["schema_version"], "anchor_key": new_key(), **present}
        )
    return Plan(source, version, [*told, *(steps or ["only its number changes"])], text, answers)


def _keyed(source: SourceFile, tree: Tree) -> Plan:
    """The sheet with a key for the bookmarks of its drafts, which it was made without."""
    version = {"schema_version": tree["schema_version"], "anchor_key": new_key()}
    text = rewrite(source.text, {**version, **tree})
    return Plan(source, current(), ["anchor_key: it names the bookmarks of its drafts in Word"], text, 0)


def _answered(source: SourceFile, tree: Tree, version: int) -> tuple[str, int]:
    """The text of the sheet, still of its `version`, with the answers left beside it, and how many they were.
    Raises SheetError.
    """
    journal = read_journal(Path(os.path.realpath(source.name)))
    missing = journal.missing_from(source.sha256) if journal else []
    if missing is None:
        raise SheetError(
            f"{source.name}: answers stand beside it that were given for another version of it",
            "Open it with the drafter that wrote them and save it there, or remove its journal.",
        )
    if not missing:
        return source.text, 0
    answers = Answers(whole_at(version, source, tree))
    try:
        for change in missing:
            answers.apply(change)
    except UNFIT:
        raise SheetError(
            f"{source.name}: answers stand beside it for which it has no place",
            "Open it with the drafter that wrote them and save it there, or remove its journal.",
        ) from None
    return rewrite(source.text, _own(source, tree, answers.tree, version)), len(missing)


def _own(source: SourceFile, tree: Tree, wanted: Tree, version: int) -> Tree:
    """What the sheet's own file says so that, with what it includes, it says `wanted`; all in the form of
    `version`.
    """
    if "include" not in tree:
        return wanted
    named: Tree = {name: tree[name] for name in ("schema_version", "anchor_key", "include") if name in tree}
    base = merge(included(source, tree, partial(migrate, to=version)))
    base, wanted, own = (
        {name: value for name, value in each.items() if name not in named} for each in (base, wanted, tree)
    )
    return {**named, **overlay(base, wanted, own)}


def carry_out(plan: Plan) -> Path:
    """Save the sheet as planned, and the file as it was beside it; gives where. The caller has the sheet's
    lock. Raises SheetError, OutputError.
    """
    path = Path(os.path.realpath(plan.source.name))
    now, _ = read_sheet(plan.source.name)
    if now.sha256 != plan.source.sha256:
        raise SheetError(
            f"{plan.source.name} was changed since what would be done to it was listed",
            "Run the command again.",
        )
    must_load(plan.text, plan.source.name)
    before, mode = path.read_bytes(), path.stat().st_mode & 0o777
    backup = _free(path, plan.version, before)
    disk.put_in_place(backup, before, mode)
    data = disk.as_before(plan.text, path)
    journal, writer = read_journal(path), Writer(path, plan.source.sha256)
    if journal is not None:
        writer.remembered = {name: value for name, value in journal.remembered.items() if value is not None}
    sha256 = disk.sha256(data)
    writer.saving(sha256)
    disk.put_in_place(path, data, mode)
    writer.start(sha256, [])
    return backup


def _free(path: Path, version: int, before: bytes) -> Path:
    """Where the file as it was is kept: never in place of another."""
    backup, number = path.with_name(f".{path.name}.v{version}.bak"), 1
    while backup.exists() and backup.read_bytes() != before:
        number += 1
        backup = path.with_name(f".{path.name}.v{version}.{number}.bak")
    return backup
