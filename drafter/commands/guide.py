"""`drafter` alone: what is in this folder, and what to do next.

It answers at once: it reads names, first lines and the records of drafts, and never a whole sheet.
"""

from __future__ import annotations

import json
import os
from datetime import datetime, timezone
from typing import NamedTuple

from drafter import __version__
from drafter.errors import to_type

__all__ = ["SheetHere", "matters_in", "run"]

_FIRST = 4096
"""Bytes of a sheet that are looked at: its version and its matter stand in its first lines."""
_LARGEST = 10_000_000
_SHOWN = 12


class SheetHere(NamedTuple):
    """A fact sheet by its name: what the matter is called, the last draft's file and day ("" without one),
    whether the sheet was changed after it, and whether answers wait that are not in the sheet yet.
    """

    file: str
    title: str
    draft: str
    day: str
    is_changed: bool
    has_answers: bool


def run() -> int:
    """Print what is here and what comes next."""
    there = matters_in(".")
    print(f"drafter {__version__}: drafts a class-action complaint in Word from a fact sheet.\n")
    if not there:
        print("No fact sheet is in this folder.\n\nNext:")
        _print_steps(
            ("drafter new", "make one by answering questions"),
            ("drafter sample", "list samples, and write one to look at"),
            ("drafter --help", "see all commands"),
        )
        return 0
    print("In this folder:")
    width = max(len(one.file) for one in there[:_SHOWN])
    for one in there[:_SHOWN]:
        print(f"  {one.file:{width}}  {_state(one)}")
    if len(there) > _SHOWN:
        print(f"  and {len(there) - _SHOWN} more")
    print("\nNext:")
    _print_steps(*_steps(there[0]), ("drafter --help", "see all commands"))
    return 0


def _state(one: SheetHere) -> str:
    drafted = f"drafted {one.day} as {one.draft}" if one.draft else "no draft yet"
    words = [one.title, drafted, "changed since" if one.is_changed else ""]
    return " · ".join(
        word for word in (*words, "answers wait in its journal" if one.has_answers else "") if word
    )


def _steps(one: SheetHere) -> list[tuple[str, str]]:
    """What comes next for the matter that was last worked on."""
    go_on = (to_type("edit", one.file), "go on answering questions")
    draft = (to_type("draft", one.file), "write the Word draft")
    check = (to_type("check", one.file), "see what is missing or weak")
    if one.has_answers or not one.draft:
        return [go_on, draft, check]
    return [draft, check, go_on] if one.is_changed else [check, go_on, draft]


def _print_steps(*steps: tuple[str, str]) -> None:
    width = max(len(command) for command, _ in steps)
    for command, what in steps:
        print(f"  {command:{width}}  {what}")


def matters_in(folder: str) -> list[SheetHere]:
    """The fact sheets of a folder, the one that was changed last first. What cannot be read is left out."""
    found = []
    for name in _names(folder):
        path = os.path.join(folder, name)
        head = _head(path)
        if "schema_version" in head:
            found.append((os.path.getmtime(path), _matter(folder, name, head)))
    return [one for _, one in sorted(found, key=lambda entry: -entry[0])]


def _names(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(
                entry.name
                for entry in entries
                if entry.name.endswith((".yaml", ".yml")) and entry.name[0] != "." and entry.is_file()
            )
    except OSError:
        return []


def _head(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read(_FIRST).decode("utf-8", "replace")
    except OSError:
        return ""


def _matter(folder: str, name: str, head: str) -> SheetHere:
    title = next((line[7:].strip() for line in head.splitlines() if line.startswith("matter:")), "")
    when, out = _last_draft(folder, name)
    changed = os.path.getmtime(os.path.join(folder, name)) > _seconds(when) + 1 if when else False
    journal = os.path.join(folder, f".{name}.journal.jsonl")
    return SheetHere(
        name, title.strip("\"'"), os.path.basename(out), when[:10], changed, os.path.exists(journal)
    )


def _last_draft(folder: str, name: str) -> tuple[str, str]:
    """When the last recorded draft was made, and its file; empty where no record of one can be read."""
    for own in (os.path.splitext(name)[0], name):
        path = os.path.join(folder, f".{own}.drafts.json")
        try:
            if os.path.isfile(path) and os.path.getsize(path) < _LARGEST:
                with open(path, "rb") as file:
                    last = json.load(file)["drafts"][-1]
                return str(last["when"]), str(last["out"])
        except (OSError, ValueError, LookupError, TypeError):
            continue
    return "", ""


def _seconds(when: str) -> float:
    try:
        return datetime.strptime(when, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc).timestamp()
    except ValueError:
        return 0.0
