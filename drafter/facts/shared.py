"""Files that sheets share: the profiles that a party or firm can be begun from, and which sheets include a
file.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.errors import SheetError
from drafter.facts.begin import profiles
from drafter.facts.include import PROFILE, is_marked, profile_path, profiles_folder, root_of, split
from drafter.facts.merge import Tree, entry_key
from drafter.facts.read import contents, read

__all__ = ["Offer", "called", "is_folder", "is_profile", "is_sheet", "listed", "offers", "sharing"]

MOST_SHEETS = 2000
_ONLY = frozenset(("schema_version", "counsel", "defendants", "defendant_groups"))
"""What a file of the matter's root holds that is a profile and no matter."""
_TOP = re.compile(r"^([A-Za-z_]+):", re.MULTILINE)


class Offer(NamedTuple):
    """A file that a party or firm can be taken over from.

    include  how a sheet names it
    called   how it is named to the person
    entries  its raw entries of the kind wanted
    """

    include: str
    called: str
    entries: list[Tree]


def called(file: str, sheet: str | Path) -> str:
    """How `file`, which `sheet` includes, is named to the person: from the sheet's folder; a profile of the
    user's by its name.
    """
    if is_profile(file):
        return f"your profile {Path(file).stem}"
    return os.path.relpath(os.path.realpath(file), os.path.dirname(os.path.realpath(sheet)))


def is_profile(file: str) -> bool:
    """Whether `file` is one of the user's own profiles."""
    return os.path.realpath(os.path.dirname(file)) == os.path.realpath(profiles_folder())


# --- to begin from
# ------------------------------------------------------------------------------------------------------------


def offers(kind: str, sheet: str | Path, tree: Tree) -> list[Offer]:
    """The user's profiles, then the files of the sheet's root that hold nothing but parties and counsel, with
    an entry of `kind` that `tree` has not.

    A root that is not marked as one may hold anything: there, only the sheet's folder and a folder `profiles`
    beside it are looked at. Files that
    cannot be read are passed over.
    """
    there = {entry_key(entry) for entry in tree.get(kind) or ()}
    included = {_real(name, sheet) for name in tree.get("include") or ()}
    found = [
        Offer(f"{PROFILE}{name}", name, _entries(profile_path(name), kind))
        for name in profiles()
        if _real(f"{PROFILE}{name}", sheet) not in included
    ]
    for path in _near(sheet, "" if is_marked(root_of(sheet)) else "profiles"):
        if os.path.realpath(path) not in included and _is_only_parties(path):
            name = os.path.relpath(os.path.realpath(path), os.path.dirname(os.path.realpath(sheet)))
            found.append(Offer(name, name, _entries(path, kind)))
    return [each for each in found if any(entry_key(entry) not in there for entry in each.entries)]


def _real(name: str, sheet: str | Path) -> str:
    """The file that an include of `sheet` stands for; "" for what names none."""
    if not name.startswith(PROFILE):
        return os.path.realpath(os.path.join(os.path.dirname(os.path.realpath(sheet)), name))
    try:
        return os.path.realpath(profile_path(name.removeprefix(PROFILE)))
    except SheetError:
        return ""


def _entries(path: Path | str, kind: str) -> list[Tree]:
    try:
        entries = read(path)[1].get(kind)
    except SheetError:
        return []
    return (
        [entry for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)]
        if isinstance(entries, list)
        else []
    )


def _is_only_parties(path: str) -> bool:
    names = set(_TOP.findall(_text(path)))
    return "schema_version" in names and len(names) > 1 and names <= _ONLY


def _text(path: str) -> str:
    try:
        return contents(path).decode("utf-8-sig", "replace")
    except SheetError:
        return ""


# --- who includes a file
# ------------------------------------------------------------------------------------------------------------


def sharing(file: str, sheet: str | Path) -> list[str]:
    """The other sheets of the root of `sheet` that include `file`, by whatever way, as they are named from
    the sheet's folder.
    """
    folder, wanted = os.path.dirname(os.path.realpath(sheet)), os.path.realpath(file)
    seen: dict[str, bool] = {}
    return [os.path.relpath(path, folder) for path in _near(sheet) if _includes(path, wanted, seen)]


def _includes(path: str, wanted: str, seen: dict[str, bool]) -> bool:
    """Whether the file at `path` includes the one at `wanted`; `seen` keeps what is known of others."""
    if path not in seen:
        seen[path] = False  # a circle includes nothing
        seen[path] = any(real == wanted or _includes(real, wanted, seen) for real in _named(path))
    return seen[path]


def _named(path: str) -> list[str]:
    text = _text(path)
    if "include" not in text or "schema_version" not in text:
        return []
    try:
        source, tree = read(path)
        names: list[Any] = split(tree, source)[0]
    except SheetError:
        return []
    return [real for name in names if (real := _real(name, path))]


def _near(sheet: str | Path, only: str = "") -> Iterator[str]:
    """The .yaml files, without `sheet` itself, of its folder, of its root, and of the folders directly within
    that (of the one named `only`).
    """
    root, own = str(root_of(sheet)), os.path.realpath(sheet)
    folders = [
        os.path.dirname(own),
        *([] if only else [root]),
        *(entry.path for entry in listed(root) if is_folder(entry) and only in ("", entry.name)),
    ]
    seen = {own}
    for folder in folders:
        for entry in listed(folder):
            path = os.path.realpath(entry.path)
            if is_sheet(entry) and path not in seen and len(seen) <= MOST_SHEETS:
                seen.add(path)
                yield path


def listed(folder: str) -> list[os.DirEntry[str]]:
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
