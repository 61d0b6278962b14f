"""Files of facts that lie near a sheet, in its folder and its root, and which of them include a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Iterator

from drafter.errors import SheetError
from drafter.matter_files.include import PROFILE, profile_path, root_of, split
from drafter.yamltext.read import contents, read_sheet

__all__ = [
    "entries_of_folder",
    "is_folder",
    "is_sheet",
    "readable_text",
    "real_path",
    "sharing",
    "sheets_near",
]

MOST_SHEETS = 2000


def sharing(file: str, sheet: str | Path) -> list[str]:
    """The other sheets of the root of `sheet` that include `file`, by whatever way, as they are named from
    the sheet's folder.
    """
    folder, wanted = os.path.dirname(os.path.realpath(sheet)), os.path.realpath(file)
    seen: dict[str, bool] = {}
    return [os.path.relpath(path, folder) for path in sheets_near(sheet) if _includes(path, wanted, seen)]


def _includes(path: str, wanted: str, seen: dict[str, bool]) -> bool:
    """Whether the file at `path` includes the one at `wanted`; `seen` keeps what is known of others."""
    if path not in seen:
        seen[path] = False  # a circle includes nothing
        seen[path] = any(real == wanted or _includes(real, wanted, seen) for real in _named(path))
    return seen[path]


def _named(path: str) -> list[str]:
    text = readable_text(path)
    if "include" not in text or "schema_version" not in text:
        return []
    try:
        source, tree = read_sheet(path)
        names: list[Any] = split(tree, source)[0]
    except SheetError:
        return []
    return [real for name in names if (real := real_path(name, path))]


def sheets_near(sheet: str | Path, only: str = "") -> Iterator[str]:
    """The .yaml files, without `sheet` itself, of its folder, of its root, and of the folders directly within
    that (of the one named `only`).
    """
    root, own = str(root_of(sheet)), os.path.realpath(sheet)
    folders = [
        os.path.dirname(own),
        *([] if only else [root]),
        *(entry.path for entry in entries_of_folder(root) if is_folder(entry) and only in ("", entry.name)),
    ]
    seen = {own}
    for folder in folders:
        for entry in entries_of_folder(folder):
            path = os.path.realpath(entry.path)
            if is_sheet(entry) and path not in seen and len(seen) <= MOST_SHEETS:
                seen.add(path)
                yield path


def entries_of_folder(folder: str) -> list[os.DirEntry[str]]:
    """What stands in a folder by name, without what is hidden; nothing where it may not be looked into."""
    try:
        return sorted(
            (entry for entry in os.scandir(folder) if not entry.name.startswith(".")),
            key=lambda entry: entry.name,
        )
    except OSError:
        return []


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder: a link that leads round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_sheet(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is an ordinary file named as sheets are: no pipe, no link to nothing, no
    folder.
    """
    try:
        return entry.name.endswith((".yaml", ".yml")) and entry.is_file()
    except OSError:
        return False


def readable_text(path: str) -> str:
    try:
        return contents(path).decode("utf-8-sig", "replace")
    except SheetError:
        return ""


def real_path(name: str, sheet: str | Path) -> str:
    """The file that an include of `sheet` stands for; "" for what names none."""
    if not name.startswith(PROFILE):
        return os.path.realpath(os.path.join(os.path.dirname(os.path.realpath(sheet)), name))
    try:
        return os.path.realpath(profile_path(name.removeprefix(PROFILE)))
    except SheetError:
        return ""
