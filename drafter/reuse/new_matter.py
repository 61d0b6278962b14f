"""Beginning a matter from what there is: another matter's sheet, profiles; and making a profile of a part of
a sheet.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Sequence

from drafter.anchors import new_key
from drafter.errors import OutputError, SheetError
from drafter.facts.allegations import Allegation
from drafter.facts.schema import head_line
from drafter.facts.values import ID_PATTERN
from drafter.matter_files.guard import may_write
from drafter.matter_files.include import PROFILE, included, profile_path, profiles_folder
from drafter.matter_files.load import load
from drafter.matter_files.migrating import migrate
from drafter.matter_files.private_disk import private_folder, put_in_place
from drafter.reuse.rules import portion, reused
from drafter.tree.merge import Layer, merge
from drafter.tree.overlay import overlay
from drafter.tree.paths import Location, locate, value_at
from drafter.tree.shape import records_at
from drafter.yamltext.read import SourceFile, contents, parse, read_sheet
from drafter.yamltext.rewrite import new
from drafter.yamltext.versions import current

__all__ = ["IGNORED", "ignore_work_files", "new_sheet_text", "profile_of", "profiles", "save_profile"]

Tree = dict[str, Any]
_CLIENTS = ("plaintiffs", "confirmed", "note")
"""Of an allegation: what ties it to one client."""

IGNORED = """\
# What drafter keeps beside a fact sheet: answers not saved yet, locks, earlier versions, drafts. \
It holds clients’ facts.
.*.journal.*
.*.lock
.*.bak
.*.tmp
.*.drafts.json
.*.drafts/
.*.proposals/
.*.columns.json
.*.signed.json
.drafter/
*.annotated.docx
"""


def _version() -> Tree:
    return {"schema_version": str(current()), "anchor_key": new_key()}


# --- a new matter
# ------------------------------------------------------------------------------------------------------------


def new_sheet_text(sheet: Path, old: str = "", include: Sequence[str] = (), given: Tree | None = None) -> str:
    """The text of a new sheet at `sheet`, from the matter `old` and including the files or profiles
    `include`, with what is `given` in it already and the line on top by which an editor completes it. Raises
    SheetError.
    """
    return f"{head_line()}\n{_sheet_text(sheet, old, include, given or {})}"


def _sheet_text(sheet: Path, old: str, include: Sequence[str], wanted: Tree) -> str:
    names = [_from_there(name, sheet) for name in include]
    if old:
        loaded = load(old)
        wanted |= reused(loaded.tree) | {
            "reused_from": os.path.relpath(os.path.realpath(old), os.path.realpath(sheet.parent))
        }
        names = [*_carried(old, loaded.tree.get("include", []), sheet), *names]
    if not names:
        return new({**_version(), **wanted})
    head = {**_version(), "include": names}
    layers = included(SourceFile(str(sheet), new(head), ""), head, migrate)
    base = {name: value for name, value in merge(layers).items() if name != "schema_version"}
    both = merge(
        [
            Layer(SourceFile("", "", ""), base),
            Layer(
                SourceFile("", "", ""),
                {
                    name: value
                    for name, value in wanted.items()
                    if name not in ("schema_version", "anchor_key")
                },
            ),
        ]
    )
    return new({**head, **overlay(base, both)})


def _from_there(name: str, sheet: Path) -> str:
    """An include as it is written in `sheet`: a file named from the current folder is named from the
    sheet's.
    """
    return (
        name
        if name.startswith(PROFILE)
        else os.path.relpath(os.path.realpath(name), os.path.realpath(sheet.parent))
    )


def _carried(old: str, names: list[str], sheet: Path) -> list[str]:
    """The includes of `old` that hold nothing but what may be used again, as the new sheet would name
    them.
    """
    source, _ = read_sheet(old)
    carried = []
    for name in names:
        layers = included(source, {"include": [name]}, migrate)
        if all(reused(layer.tree) == layer.tree for layer in layers):
            there = name if name.startswith(PROFILE) else os.path.join(os.path.dirname(old), name)
            own = _from_there(there, sheet)
            try:
                included(SourceFile(str(sheet), "", ""), {"include": [own]}, migrate)
            except SheetError:
                continue
            carried.append(own)
    return carried


def ignore_work_files(folder: Path) -> str:
    """Write a .gitignore that keeps drafter's working files out of version control, unless one is there.
    Gives what is to be told: that it was
    written, or what the one that is there lacks.
    """
    path = folder / ".gitignore"
    if os.path.lexists(path):
        return _lacking(path)
    try:
        put_in_place(path, IGNORED.encode())
    except OutputError:
        return ""
    return f"{path}: written, so that drafter’s working files stay out of version control."


def _lacking(path: Path) -> str:
    try:
        there = set(contents(path).decode("utf-8", "replace").split("\n"))
    except SheetError:
        return ""
    lacking = [line for line in IGNORED.splitlines() if not line.startswith("#") and line not in there]
    if not lacking:
        return ""
    return (
        f"{path} was there, and does not keep out of version control what drafter keeps beside a sheet:"
        f" clients’ facts. Add to it: {' '.join(lacking)}"
    )


# --- profiles
# ------------------------------------------------------------------------------------------------------------


def profiles() -> list[str]:
    """The names of the user's profiles."""
    return sorted(
        path.stem
        for path in profiles_folder().glob("*.yaml")
        if ID_PATTERN.match(path.stem) and path.is_file()
    )


def profile_of(tree: Tree, path: str) -> Tree:
    """What of a whole tree a profile of `path` holds: a defendant, a firm, a list of them, or facts without
    what ties them to a client. Raises SheetError.
    """
    location = locate(tree, path)
    top = path.partition(".")[0]
    if location is None:
        raise SheetError(
            f"{path}: the sheet has nothing there",
            "Name a defendant, a firm or facts, as in defendants.acme, counsel, allegations.",
        )
    if top in ("defendants", "counsel", "defendant_groups"):
        reusable = reused({top: [value_at(tree, location[:2])] if len(location) > 1 else tree[top]})
        return _version() | reusable
    if top in ("allegations", "exhibits", "agreements", "terms"):
        entries = tree[top] if len(location) == 1 else [value_at(tree, location)]
        facts = {top: _without_clients(entries, (top,))}
        named = set(_named(entries))
        exhibits = [
            entry
            for entry in tree.get("exhibits", [])
            if isinstance(entry, dict) and entry.get("id") in named
        ]
        return _version() | portion(
            facts | ({"exhibits": exhibits} if exhibits and top != "exhibits" else {})
        )
    raise SheetError(
        f"{path}: nothing of {top} goes into a profile",
        "Profiles are of defendants, counsel, allegations, agreements, terms and exhibits.",
    )


def _without_clients(value: Any, location: Location) -> Any:
    if isinstance(value, list):
        return [_without_clients(entry, (*location, position)) for position, entry in enumerate(value)]
    if not isinstance(value, dict):
        return value
    tied = _CLIENTS if Allegation in records_at(location) else ()
    return {
        name: _without_clients(entry, (*location, name)) for name, entry in value.items() if name not in tied
    }


def _named(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [own for entry in entries for own in _named(entry)]


def save_profile(name: str, tree: Tree, force: bool = False, sheet: str = "") -> Path:
    """Keep `tree` as the user's profile `name`, for the user alone. Raises UsageError where it is `sheet`
    itself, OutputError where one is there
    already.
    """
    path = profile_path(name)
    data = new(tree).encode()
    may_write(path, (".yaml",), [sheet] if sheet else [], force=force, shared=True)
    private_folder(path.parent)
    assert parse(data.decode(), str(path)) == parse(new(parse(data.decode(), str(path))), str(path))
    put_in_place(path, data)
    return path
