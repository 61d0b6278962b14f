"""The profiles that a party or firm can be begun from."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from drafter.errors import SheetError
from drafter.matter_files.include import PROFILE, is_marked, profile_path, profiles_folder, root_of
from drafter.matter_files.nearby import readable_text, real_path, sheets_near
from drafter.reuse.new_matter import profiles
from drafter.tree.merge import Tree, entry_key
from drafter.yamltext.read import read_sheet

__all__ = ["Offer", "called", "is_profile", "offers"]

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
    included = {real_path(name, sheet) for name in tree.get("include") or ()}
    found = [
        Offer(f"{PROFILE}{name}", name, _entries(profile_path(name), kind))
        for name in profiles()
        if real_path(f"{PROFILE}{name}", sheet) not in included
    ]
    for path in sheets_near(sheet, "" if is_marked(root_of(sheet)) else "profiles"):
        if os.path.realpath(path) not in included and _is_only_parties(path):
            name = os.path.relpath(os.path.realpath(path), os.path.dirname(os.path.realpath(sheet)))
            found.append(Offer(name, name, _entries(path, kind)))
    return [each for each in found if any(entry_key(entry) not in there for entry in each.entries)]


def _entries(path: Path | str, kind: str) -> list[Tree]:
    try:
        entries = read_sheet(path)[1].get(kind)
    except SheetError:
        return []
    return (
        [entry for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)]
        if isinstance(entries, list)
        else []
    )


def _is_only_parties(path: str) -> bool:
    names = set(_TOP.findall(readable_text(path)))
    return "schema_version" in names and len(names) > 1 and names <= _ONLY
