"""From a file to a validated fact sheet: read, migrate, merge, validate, check the ids. Always in that order,
even for one file.

Everything that is wrong is told at once, each with file, line and remedy, and nothing else happens.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Sequence

from drafter.errors import SheetError, to_type
from drafter.facts.compiled import core
from drafter.facts.schema import validator
from drafter.facts.sheet import FactSheet
from drafter.matter_files.id_problems import id_problems
from drafter.matter_files.include import included, split
from drafter.matter_files.journal import pending
from drafter.matter_files.migrating import brought_forward, migrate, version_of
from drafter.matter_files.problems import (
    MOST_PROBLEMS,
    explained,
    location_of,
    place_of,
    places,
    raise_problems,
)
from drafter.tree.answers import UNFIT, Answers
from drafter.tree.claim_counts import with_counts
from drafter.tree.cycles import cycles
from drafter.tree.merge import Layer, merge
from drafter.tree.paths import Found, Location, walk
from drafter.tree.unknown import attach_notes, split_unknowns
from drafter.wording import counted
from drafter.yamltext.read import SourceFile, parse, read_sheet
from drafter.yamltext.versions import current

__all__ = ["Loaded", "layers_of", "load", "loaded_tree", "must_load", "older", "validate", "whole_at"]

MOST_ATTEMPTS = 50


class Loaded(NamedTuple):
    """A fact sheet, and the file it was read from."""

    sheet: FactSheet
    source: SourceFile
    places: list[Found]
    """Every record of the sheet, with its path."""
    notes: list[str] = []
    """What else the sheet was made from, for the user: answers of an interview that are not in its file
    yet.
    """
    tree: dict[str, Any] = {}
    """What was validated: the sheet with what it includes."""
    layers: list[Layer] = []
    """The files it was merged from, its own the last; empty for a sheet of this version that includes
    nothing.
    """

    def at(self, location: Location) -> str:
        """`file:line` of what stands at `location`, for a message."""
        at = with_counts(self.tree).origin(location) if self.tree else location
        return "{}:{}".format(*place_of(self.source, self.layers, at))

    @property
    def hashes(self) -> list[tuple[str, str]]:
        """The files that were included, as they are named to the user, and the SHA-256 of each."""
        return [(layer.source.name, layer.source.sha256) for layer in self.layers[:-1]]


def load(path: str | Path) -> Loaded:
    """The fact sheet at `path`, with the answers in the journal beside it. Raises SheetError."""
    source, layers, whole, notes = _at_rest(path)
    known = layers if len(layers) > 1 or layers[-1].version else []
    sheet, places = _valid(whole, source, known)
    return Loaded(sheet, source, places, [*older(layers), *notes], whole, known)


def loaded_tree(tree: dict[str, Any], source: SourceFile) -> Loaded:
    """The fact sheet that `tree` holds, as if it stood in the file `source`. Raises SheetError."""
    sheet, places = _valid(tree, source, [])
    return Loaded(sheet, source, places, [], tree)


def _valid(
    whole: dict[str, Any], source: SourceFile, layers: Sequence[Layer]
) -> tuple[FactSheet, list[Found]]:
    sheet = validate(whole, source, layers)
    places = list(walk(sheet))
    counts = with_counts(whole)
    problems = [*id_problems(places), *cycles(places)]
    raise_problems(((counts.origin(where), what, fix) for where, what, fix in problems), source, layers)
    return sheet, places


def must_load(
    text: str, path: str | Path, whole: dict[str, Any] | None = None, layers: Sequence[Layer] = ()
) -> None:
    """Raise SheetError where `text`, at `path`, would be no sheet that loads: asked of whatever is to be
    written as a sheet, before it is.

    Who knows the tree already gives it as `whole`, with the `layers` it is merged from.
    """
    source = SourceFile(str(path), text, "")
    if whole is None:
        tree = parse(text, str(path))
        present = migrate(tree, source)
        layers = layers_of(source, present)
        whole = {**merge(layers), "include": tree["include"]} if len(layers) > 1 else present
    _valid(whole, source, layers if len(layers) > 1 else [])


_Read = tuple[SourceFile, list[Layer], dict[str, Any], list[str]]


def _at_rest(path: str | Path) -> _Read:
    """The sheet and its journal as they were at one moment: while another session saves, they are read
    again.
    """
    for attempt in range(MOST_ATTEMPTS):
        before = _state(path)
        try:
            found = _whole(path)
        except SheetError:
            if _state(path) == before or attempt == MOST_ATTEMPTS - 1:
                raise
        else:
            if _state(path) == before or attempt > MOST_ATTEMPTS // 2:
                break
    return found


def _state(path: str | Path) -> tuple[int, ...]:
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _whole(path: str | Path) -> _Read:
    source, tree = read_sheet(path)
    present = migrate(tree, source)
    version = 0 if present is tree else version_of(tree, source)
    layers = layers_of(source, present, version)
    if version and _has_journal(source):  # its answers are in the terms of the version they were given in
        whole, notes = _with_answers(whole_at(version, source, tree), source)
        return source, layers, brought_forward(whole, version, source), notes
    whole = {**merge(layers), "include": tree["include"]} if len(layers) > 1 else present
    return source, layers, *_with_answers(whole, source)


def layers_of(source: SourceFile, tree: dict[str, Any], version: int = 0) -> list[Layer]:
    """What the sheet read from `source` is merged from: the files it includes, and its own tree last, brought
    forward from `version`. Raises SheetError.
    """
    if "include" not in tree:
        return [Layer(source, tree, version)]
    return [*included(source, tree, migrate), Layer(source, split(tree, source)[1], version)]


def whole_at(version: int, source: SourceFile, tree: dict[str, Any]) -> dict[str, Any]:
    """A sheet with what it includes, in the form of its own older `version`. Raises SheetError where a file
    it includes is of a later one.
    """
    layers = [*included(source, tree, partial(migrate, to=version)), Layer(source, split(tree, source)[1])]
    return {**merge(layers), "include": tree["include"]} if "include" in tree else tree


def older(layers: Sequence[Layer]) -> list[str]:
    """What is told of files of an older version, the sheet's own first."""
    return [
        f"{layer.source.name} is of version {layer.version} of the fact sheet’s form and was read as one of"
        f" version {current()}; nothing of it was changed. To save it so:"
        f" {to_type('migrate', layer.source.name)}"
        for layer in reversed(layers)
        if layer.version
    ]


def _has_journal(source: SourceFile) -> bool:
    folder, name = os.path.split(os.path.realpath(source.name))
    return os.path.exists(os.path.join(folder, f".{name}.journal.jsonl"))


def _with_answers(tree: dict[str, Any], source: SourceFile) -> tuple[dict[str, Any], list[str]]:
    """`tree` with the answers that a session which is open, or ended early, left beside the sheet; and the
    note that says so.
    """
    if not _has_journal(source):  # nearly always; what reads journals need not be loaded then
        return tree, []

    journal = pending(source.name)
    changes = journal.missing_from(source.sha256) if journal else []
    answers = Answers(tree)
    try:
        for change in changes or []:
            answers.apply(change)
    except UNFIT:
        changes = None
    if changes is None:
        raise SheetError(
            f"{source.name}: answers stand beside it that were given for another version of it",
            f"Run: {to_type('edit', source.name)}",
        )
    count = counted(len(changes), "answer")
    notes = [f"{source.name}: {count} not saved yet, taken from its journal"] if changes else []
    if journal and journal.odd:
        notes.append(
            f"{source.name}: {journal.path.name} has lines that cannot be read, and is put aside when the"
            f" sheet is opened: {to_type('edit', source.name)}"
        )
    return answers.tree, notes


def validate(tree: dict[str, Any], source: SourceFile, layers: Sequence[Layer] = ()) -> FactSheet:
    """The fact sheet that `tree` holds, which was merged from `layers`; its ids are not checked yet. Raises
    SheetError with every problem.
    """
    counts = with_counts(tree)
    try:
        raise_problems(counts.problems, source, layers)
        tree, notes = split_unknowns(counts.tree)
        sheet: FactSheet = validator(FactSheet).validate_python(tree)
    except core().ValidationError as error:
        place, errors = places(source, layers), error.errors(include_url=False, include_context=True)
        errors.sort(key=lambda one: place(counts.origin(location_of(one))))
        raise_problems(
            (
                (counts.origin(where), what, remedy)
                for where, what, remedy in map(explained, errors[:MOST_PROBLEMS])
            ),
            source,
            layers,
            len(errors),
        )
    attach_notes(sheet, notes)
    return sheet
