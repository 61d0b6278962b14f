"""The session that edits one sheet: each answer is on disk before the next is asked, and the sheet is
written whole or not at all.

An answer goes to the journal beside the sheet at once, and into the sheet when it is saved. Killing the
process at any moment loses nothing that `record` returned from. Nothing that another program or person wrote
is ever overwritten without being asked about.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Callable

from drafter.errors import OutputError, SheetError
from drafter.matter_files import private_disk as disk
from drafter.matter_files.conflicts import (
    changed_meanwhile,
    decided,
    locked,
    make_room,
    of_this_version,
    unsaved_conflict,
)
from drafter.matter_files.inherited import Inheriting
from drafter.matter_files.journal import (
    Journal,
    Writer,
    journal_path,
    pending,
    put_changes_aside,
    read_journal,
    set_aside,
)
from drafter.matter_files.load import layers_of, must_load, validate
from drafter.matter_files.lock import Lock
from drafter.matter_files.migrating import migrate
from drafter.matter_files.refused_changes import RefusedAnswers, parted
from drafter.tree.answers import UNFIT, Answers, Change
from drafter.tree.differences import Decide, between, merged
from drafter.wording import counted
from drafter.yamltext.read import LARGEST, SourceFile, contents, parse, read_sheet
from drafter.yamltext.rewrite import rewrite
from drafter.yamltext.versions import current

__all__ = ["EditingSession", "pending"]


class EditingSession(Inheriting):
    """The answers of the sheet at `path` while it is edited. Made by `EditingSession.open`; `close` saves and
    lets go of the sheet.
    """

    def __init__(self, path: Path, lock: Lock, decide: Decide | None) -> None:
        self.path = path
        self.note: list[str] = []
        """What was found at opening, for the user."""
        self._real = Path(os.path.realpath(path))
        self._lock = lock
        self.decide = decide
        self._source, tree = of_this_version(path, decide)
        self._layers = layers_of(self._source, migrate(tree, self._source))
        self.answers = Answers(self._whole(tree))
        self._unsaved: list[Change] = []
        self._journal = Writer(self._real, self._source.sha256)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, decide: Decide | None = None) -> EditingSession:
        """Open the sheet at `path`, with the answers that a session which ended early left beside it.

        With `create` the sheet is made, and must not be there yet. `decide` is asked what only a person can
        say; without it such a question
        is a SheetError. Raises SheetError, and OutputError where nothing can be written.
        """
        path = Path(path)
        real = Path(os.path.realpath(path))
        if create:
            make_room(path, real)
        elif not real.is_file():
            read_sheet(path)  # raises what is wrong with it
        lock = locked(path, real, decide)
        try:
            if create and not real.exists():
                disk.put_in_place(real, f"schema_version: {current()}\n".encode())
            keeper = cls(path, lock, decide)
            keeper._take_up()
        except BaseException:
            lock.release()
            raise
        return keeper

    # --- opening
    # --------------------------------------------------------------------------------------------------------

    def _take_up(self) -> None:
        swept = disk.sweep(self._real)
        if swept:
            self.note.append(
                "Removed what a save that was cut short left behind:"
                f" {', '.join(stray.name for stray in swept)}."
            )
        journal = read_journal(self._real)
        if journal is None:
            return
        self._journal.remembered = {
            name: value for name, value in journal.remembered.items() if value is not None
        }
        missing = journal.missing_from(self._source.sha256)
        if missing is None and self._settle(journal) == "theirs":
            aside = set_aside(self._real)
            self.note.append(
                f"{counted(len(journal.changes), 'answer')} of an earlier session: put aside, in"
                f" {aside.name}."
            )
            missing = []
        lost = self._apply_all(journal.changes if missing is None else missing)
        self._note_taken_up(journal, lost)
        self._journal.start(self._source.sha256, self._unsaved)

    def _settle(self, journal: Journal) -> str:
        """Ask what is to become of answers left beside another version of the sheet."""
        theirs = self._whole(parse(self._source.text, self._source.name))
        self._apply_all(journal.changes)
        fields = between(None, theirs, self.answers.tree)
        self._become(theirs)
        self._unsaved = []
        return decided(unsaved_conflict(self.path, len(journal.changes), fields), self.decide)

    def _apply_all(self, changes: list[Change]) -> int:
        """Make `changes`; gives how many there was no place for."""
        lost = 0
        for change in changes:
            try:
                self.answers.apply(change)
                self._unsaved.append(change)
            except UNFIT:
                lost += 1
        return lost

    def _note_taken_up(self, journal: Journal, lost: int) -> None:
        if self._unsaved:
            self.note.append(
                f"{counted(len(self._unsaved), 'answer')} of a session that ended early, taken from"
                f" {journal.path.name}."
            )
        if lost:
            aside = set_aside(self._real)
            self.note.append(
                f"{counted(lost, 'answer')} had no place in the sheet any more; their journal was put aside"
                f" as {aside.name}."
            )
        if journal.odd or journal.unread > 1 or journal.unread and not journal.sha256:
            put = "" if lost else f" It was put aside as {set_aside(self._real).name}."
            self.note.append(
                f"{counted(journal.unread, 'line')} of {journal.path.name} could not be read.{put}"
            )

    def problem(self) -> SheetError | None:
        """Everything for which the sheet does not load with the answers that it has; None where it loads."""
        return self._problem_of(self.answers.tree)

    def is_well_formed(self) -> bool:
        """Whether each answer is of the kind that its field takes, whatever the ids name."""
        try:
            validate(self.answers.tree, self._source, self._layers)
        except SheetError:
            return False
        return True

    def _problem_of(self, tree: dict[str, Any]) -> SheetError | None:
        try:
            must_load(self._source.text, self.path, tree, self._layers)
        except SheetError as problem:
            return problem
        return None

    # --- during the session
    # --------------------------------------------------------------------------------------------------------

    def record(self, change: Change) -> None:
        """Make `change`; on disk when this returns. Raises NoPlace, ValueError, SheetError or OutputError;
        then nothing was changed.
        """
        self._must_hold()
        self.answers.apply(change)
        try:
            self._journal.change(change)
        except OutputError:
            self.answers.undo()
            raise
        self._unsaved.append(change)

    def record_at_once(self, change: Change, allow: Callable[[dict[str, Any]], None]) -> None:
        """Make `change` and save it, with nothing in the journal. `allow` is given what the file is to hold,
        and may raise.

        Raises what `record` and `save` do; then nothing was changed, and nothing is left to save.
        """
        self.save()
        self._must_hold()
        self.answers.apply(change)
        self._unsaved.append(change)
        try:
            allow(self._own())
            self.save()
        except BaseException:
            if self.answers.past:
                self.answers.undo()
            self._unsaved = []
            raise

    def undo(self) -> bool:
        """Take the last change of this session back; False when there is none. On disk when this returns."""
        if not self.answers.past:
            return False
        self._must_hold()
        back = self.answers.past[-1][1]
        self._journal.undo(back)
        self.answers.undo()
        self._unsaved.extend(back)
        return True

    def remember(self, name: str, value: Any) -> None:
        """Keep something of the session (where the person was, a half-typed text) for the next; None forgets
        it. `value` as JSON has it.
        """
        if self.recall(name) != value:
            self._must_hold()
            self._journal.remember(name, value)

    def recall(self, name: str) -> Any:
        """What was remembered under `name`; None if nothing was."""
        return self._journal.remembered.get(name)

    def _must_hold(self) -> None:
        if not self._lock.is_held():
            remedy = "Close one of the two; what you answered until now is in the sheet or in its journal."
            raise SheetError(f"{self.path} has been taken over by another session", remedy)

    # --- saving
    # --------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the sheet if anything changed, keeping the version before as `.NAME.bak`. Raises SheetError
        and OutputError; then the journal still has every answer. Raises RefusedAnswers when it is saved,
        without answers that it would not load with.
        """
        if not self._unsaved:
            return
        self._must_hold()
        self._meet_theirs()
        text = rewrite(self._source.text, self._own()) if self._unsaved else self._source.text
        refusal = self._part_with_what_does_not_load(text)
        if refusal is not None:
            text = rewrite(self._source.text, self._own()) if self._unsaved else self._source.text
        if text != self._source.text:
            self._write(text)
        self._unsaved = []
        self._journal.start(self._source.sha256, [])
        if refusal is not None:
            raise refusal

    def _part_with_what_does_not_load(self, text: str) -> RefusedAnswers | None:
        """Where the sheet loads and would no longer as `text`, put those answers aside that it does not load
        with; gives what is to be told of them.
        """
        try:
            must_load(text, self.path, self.answers.tree, self._layers)
            return None
        except SheetError as problem:
            before = self._whole(self._now())
            if self._problem_of(before) is not None:
                return None  # no sheet that loads was opened; what is mended in it is kept
            found = parted(before, self._unsaved, lambda tree: self._problem_of(tree) is None)
            self._become(found.tree)
            self._unsaved = found.saved
            done = "Everything else was saved" if found.saved else "Nothing was written"
            if journal_path(self._real).exists():
                aside = put_changes_aside(self._real, self._source.sha256, found.refused)
                done += f"; what was to be is in {aside.name}"
            message = f"It would not load any more: {problem.message}"
            return RefusedAnswers(message, f"{done}. {problem.hint}".strip())

    def _write(self, text: str) -> None:
        data = disk.as_before(text, self._real)
        if len(data) > LARGEST:
            remedy = "Move long documents out of it. The answers are in the journal."
            raise OutputError(f"{self.path} would have {len(data):,} bytes; {LARGEST:,} are the most", remedy)
        hashed = disk.sha256(data)
        self._journal.saving(hashed)
        mode = disk.PRIVATE
        if self._real.exists():
            mode = self._real.stat().st_mode & 0o777
            disk.back_up(self._real)
        disk.put_in_place(self._real, data, mode)
        self._source = SourceFile(self._source.name, text, hashed)

    def _put(self, text: str) -> None:
        if self._is_changed():
            raise SheetError(
                f"{self.path} was changed by another program since it was opened here",
                "Leave, and open it again.",
            )
        self._write(text)
        self._journal.start(self._source.sha256, [])

    def _is_changed(self) -> bool:
        """Whether the file is there and no longer the one that was opened."""
        return self._real.exists() and disk.sha256(contents(self._real)) != self._source.sha256

    def _meet_theirs(self) -> None:
        """Settle what is to be done where the file is no longer the one that was opened."""
        if not self._is_changed():
            return
        source, own = read_sheet(self.path)
        base = self._whole(parse(self._source.text, self._source.name))
        layers, self._inherited = layers_of(source, migrate(own, source)), None
        self._layers, mine = layers, self._layers
        theirs = self._whole(own)
        both = merged(base, theirs, self.answers.tree, self._unsaved)
        self._layers = mine
        decision = decided(
            changed_meanwhile(self.path, between(base, theirs, self.answers.tree), both is not None),
            self.decide,
        )
        self._source, self._layers = source, layers
        if decision == "merge" and both is not None:
            self._become(both)
        elif decision == "theirs":
            self._become(theirs)
            self._unsaved = []
            set_aside(self._real)

    def _become(self, tree: dict[str, Any]) -> None:
        self.answers.tree = tree
        self.answers.past.clear()

    def close(self) -> None:
        """Save, and let go of the sheet. It is let go of even where it cannot be saved; the journal then has
        the answers.
        """
        try:
            self.save()
        finally:
            self._journal.close()
            self._lock.release()
