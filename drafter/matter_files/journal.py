"""The journal beside a sheet: answers that are on disk and not yet in the sheet, in the order they were
given.

`.NAME.journal.jsonl`, readable by its owner alone. Its first line names the version of the sheet it belongs
to, by SHA-256; each line after it is a change, the changes that took one back, something remembered of the
session, or the announcement of a save with the SHA-256 that the sheet will have: a sheet that has it holds
all that stands above that line.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from drafter.matter_files.private_disk import Lines, put_in_place, remove
from drafter.matter_files.sidecar import MalformedRecord, free_aside, lines_of, put_aside, read_json
from drafter.tree.answers import Change, as_saved
from drafter.tree.json_values import as_json

__all__ = ["Journal", "Writer", "journal_path", "pending", "read_journal", "set_aside"]


def journal_path(sheet: Path) -> Path:
    """Where the journal of `sheet` stands."""
    return sheet.with_name(f".{sheet.name}.journal.jsonl")


class Journal(NamedTuple):
    """A journal as it was found."""

    path: Path
    sha256: str
    """The version of the sheet it was begun for; "" where its first line is lost."""
    changes: list[Change]
    saves: list[tuple[str, int]]
    """Saves announced: the SHA-256 the sheet was to have, and how many of `changes` it was to hold."""
    remembered: dict[str, Any]
    unread: int
    """Lines that could not be read: the last one is torn when the machine stops while it is written."""
    odd: bool = False
    """Whether a line that was written whole could not be read: the journal is not as drafter left it."""

    def missing_from(self, sha256: str) -> list[Change] | None:
        """The changes that the sheet with this SHA-256 does not hold yet; None where the journal belongs to
        another version of it.
        """
        for announced, count in reversed(self.saves):
            if announced == sha256:
                return self.changes[count:]
        return self.changes if self.sha256 == sha256 or not self.changes else None


def pending(sheet: str | Path) -> Journal | None:
    """The journal of `sheet`, if there is one with changes in it, or with lines that cannot be read."""
    journal = read_journal(Path(os.path.realpath(sheet)))
    return journal if journal and (journal.changes or journal.odd) else None


def read_journal(sheet: Path) -> Journal | None:
    """The journal beside `sheet`; None where there is none. What cannot be read in it is counted and passed
    over.
    """
    path = journal_path(sheet)
    try:
        lines = lines_of(path)
    except MalformedRecord:
        return Journal(path, "", [], [], {}, 1, True)
    if not lines:
        return None
    *whole, last = lines
    entries = [_entry(line) for line in whole if line.strip()]
    torn = [_entry(last)] if last.strip() else []
    unread = entries.count(None)
    journal = Journal(path, "", [], [], {}, unread + torn.count(None), unread > 0)
    for entry in [*entries, *torn]:
        if entry is not None:
            journal = _with(journal, entry)
    return journal


_ACTS = ("set", "remove", "add", "move")


def _entry(line: bytes) -> dict[str, Any] | None:
    """What a line of a journal says; None for what drafter never writes."""
    try:
        entry = read_json(line)
    except MalformedRecord:
        return None
    return entry if isinstance(entry, dict) and _is_entry(entry) else None


def _is_entry(entry: dict[str, Any]) -> bool:
    if "act" in entry:
        return _is_change(entry)
    if "undo" in entry:
        return isinstance(entry["undo"], list) and all(
            isinstance(back, dict) and _is_change(back) for back in entry["undo"]
        )
    if isinstance(entry.get("remember"), str):
        return _is_remembered(entry["remember"], entry.get("value"))
    return any(isinstance(entry.get(name), str) for name in ("saving", "sheet"))


def _is_remembered(name: str, value: Any) -> bool:
    """Whether a session remembers such a thing: records not added yet, half-typed texts, where the person
    was.
    """
    if value is None or name not in ("unborn", "drafts"):
        return True
    kind = dict if name == "unborn" else str
    return isinstance(value, dict) and all(
        isinstance(entry, kind) and _is_raw(entry) for entry in value.values()
    )


def _is_change(entry: dict[str, Any]) -> bool:
    path, act, after = entry.get("path"), entry.get("act"), entry.get("after")
    named = isinstance(path, str) and act in _ACTS and (after is None or isinstance(after, str))
    return named and _is_raw(entry.get("value", ""))


def _is_raw(value: Any) -> bool:
    """Whether a sheet can hold this: text, and lists and records of it."""
    if isinstance(value, dict):
        return all(_is_raw(entry) for entry in value.values())
    return all(map(_is_raw, value)) if isinstance(value, list) else isinstance(value, str)


def _with(journal: Journal, entry: dict[str, Any]) -> Journal:
    if "act" in entry:
        journal.changes.append(_change(entry))
    elif "undo" in entry:
        journal.changes.extend(map(_change, entry["undo"]))
    elif "saving" in entry:
        journal.saves.append((str(entry["saving"]), len(journal.changes)))
    elif "remember" in entry:
        journal.remembered[str(entry["remember"])] = entry.get("value")
    elif "sheet" in entry:
        return journal._replace(sha256=str(entry["sheet"]))
    return journal


def _change(entry: dict[str, Any]) -> Change:
    return Change(entry["path"], entry["act"], entry.get("value"), entry.get("after"))


def set_aside(sheet: Path) -> Path:
    """Copy the journal of `sheet` to where it is out of the way, in place of nothing; gives that path. Raises
    OutputError.
    """
    path = journal_path(sheet)
    return put_aside(path, ".aside", copy=True)


def put_changes_aside(sheet: Path, sha256: str, changes: list[Change]) -> Path:
    """Write `changes` as a journal of `sheet` that is out of the way, in place of nothing; gives its path.
    Raises OutputError.
    """
    path = free_aside(journal_path(sheet), ".aside")
    lines = [{"sheet": sha256}, *map(_line, changes)]
    put_in_place(path, "".join(map(_dumped, lines)).encode())
    return path


# --- writing
# ------------------------------------------------------------------------------------------------------------


class Writer:
    """Writes the journal of one sheet. What a method was given is on disk when it returns. Raises OutputError
    where it cannot be.
    """

    def __init__(self, sheet: Path, sha256: str) -> None:
        self.path = journal_path(sheet)
        self.sha256 = sha256
        self.remembered: dict[str, Any] = {}
        self._lines = Lines(self.path)

    def change(self, change: Change) -> None:
        """One change."""
        self._append(_line(change))

    def undo(self, back: list[Change]) -> None:
        """The changes that took another back, all or none."""
        self._append({"undo": [_line(change) for change in back]})

    def remember(self, name: str, value: Any) -> None:
        """Something of the session; None forgets it."""
        self._append({"remember": name, "value": value})
        self.remembered[name] = value

    def saving(self, sha256: str) -> None:
        """The announcement of a save. Where nothing was written since the journal was emptied, there is
        nothing to announce.
        """
        if self.path.exists():
            self._append({"saving": sha256})

    def start(self, sha256: str, changes: list[Change]) -> None:
        """Begin afresh for the version `sha256` of the sheet: with `changes` not in it yet and what was
        remembered; no file without either.
        """
        self.sha256 = sha256
        self.close()
        remaining = [
            {"remember": name, "value": value} for name, value in self.remembered.items() if value is not None
        ]
        lines = [*map(_line, changes), *remaining]
        if lines:
            put_in_place(self.path, "".join(_dumped(line) for line in [{"sheet": sha256}, *lines]).encode())
        else:
            remove(self.path)  # one that stays says of itself that the sheet holds its answers

    def _append(self, entry: dict[str, Any]) -> None:
        self._lines.add(_dumped({"sheet": self.sha256}).encode(), _dumped(entry).encode())

    def close(self) -> None:
        """Let go of the file."""
        self._lines.close()


def _dumped(entry: dict[str, Any]) -> str:
    return json.dumps(entry) + "\n"


def _line(change: Change) -> dict[str, Any]:
    line: dict[str, Any] = {"act": change.act, "path": change.path}
    if change.value is not None:
        line["value"] = as_json(as_saved(change.value))
    return line if change.after is None else {**line, "after": change.after}
