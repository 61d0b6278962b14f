"""What stands beside a sheet and bears on it: included files that changed since the last draft, names left
over from the matter it was begun from, and live matters of the same plaintiff against the same defendant.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.errors import DrafterError, SheetError
from drafter.facts.values import known
from drafter.matter_files.draft_records import drafts_of, snapshot_of
from drafter.matter_files.include import is_marked, root_of
from drafter.matter_files.load import Loaded, load
from drafter.matter_files.nearby import entries_of_folder, is_folder, is_sheet
from drafter.matter_files.provenance import trace
from drafter.reuse.copies import is_copy
from drafter.reuse.overlap import Overlap, overlap
from drafter.reuse.rules import reused
from drafter.tree.changes import changed
from drafter.tree.paths import Location, leaves, path_of
from drafter.yamltext.read import contents

__all__ = ["RelatedMatters", "related_matters"]

MOST_SHEETS = 2000
SHORTEST = 3


class RelatedMatters(NamedTuple):
    """What was found beside a sheet.

    changed    included files that changed since the last draft: the file, the draft's number and day, the
    paths of what is not the same
    leftovers  names of the matter the sheet was begun from: the path they stand at, the name, that matter's
    name
    overlaps   live matters that overlap this one: the file, what is shared, whether only one of the two is
    to be filed, and whether it is a copy of this sheet
    """

    changed: tuple[tuple[str, int, str, tuple[str, ...]], ...] = ()
    leftovers: tuple[tuple[str, str, str], ...] = ()
    overlaps: tuple[tuple[str, Overlap, bool, bool], ...] = ()


def related_matters(loaded: Loaded) -> RelatedMatters:
    """What stands beside the sheet that was loaded. Files that cannot be read are passed over."""
    return RelatedMatters(tuple(_changed(loaded)), tuple(_leftovers(loaded)), tuple(_overlaps(loaded)))


def _changed(loaded: Loaded) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
    past = drafts_of(loaded.source.name) if loaded.layers else []
    if not past:
        return
    where = os.path.dirname(os.path.abspath(loaded.source.name))
    for name, sha256 in loaded.hashes:
        own = os.path.relpath(os.path.abspath(name), where)
        if past[-1].included.get(own, sha256) != sha256:
            yield own, past[-1].number, past[-1].when[:10], tuple(_fields(loaded, name, past[-1].number))


def _fields(loaded: Loaded, name: str, number: int) -> Iterator[str]:
    """The entries that are not as they were drafted, and come from the file `name`."""
    try:
        before = snapshot_of(loaded.source.name, number).tree
    except DrafterError:
        return

    whole = trace(loaded.layers)
    for change in changed(before, loaded.tree):
        origin = whole.of(change.path)
        if origin is None or origin.file == name:
            yield change.path


# --- names of another matter
# -----------------------------------------------------------------------------------------------------------


def _leftovers(loaded: Loaded) -> Iterator[tuple[str, str, str]]:
    named = known(loaded.sheet.reused_from)
    if not named:
        return
    try:
        old = load(os.path.join(os.path.dirname(loaded.source.name), str(named)))
    except DrafterError:
        return

    own = [
        *_names(loaded),
        *(text for _, text in _texts(reused(old.tree))),
    ]  # what was copied on purpose is no leftover
    words = [
        name
        for name in dict.fromkeys(_names(old))
        if len(name) >= SHORTEST and not any(name in mine for mine in own)
    ]
    if not words:
        return
    there = re.compile(
        "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, key=len, reverse=True))
    )
    matter = str(old.sheet.matter or os.path.basename(old.source.name))
    for location, text in _texts(loaded.tree):
        for word in dict.fromkeys(there.findall(text)):
            yield path_of(loaded.tree, location), word, matter


def _names(loaded: Loaded) -> Iterator[str]:
    """The names and numbers that belong to one matter: its clients, what they bought, its docket number and
    judge.
    """
    sheet = loaded.sheet
    for plaintiff in sheet.plaintiffs:
        yield from _known(plaintiff.name, plaintiff.short)
        for purchase in plaintiff.experience.purchases if plaintiff.experience else ():
            yield from _known(purchase.product)
    for defendant in sheet.defendants:
        yield from _known(defendant.name, defendant.short)
    for other in sheet.non_parties:
        yield from _known(other.name, other.short)
    if sheet.posture:
        yield from _known(sheet.posture.case_number)
    if sheet.court:
        yield from _known(sheet.court.judge)


def _known(*values: Any) -> Iterator[str]:
    yield from (str(value) for value in map(known, values) if value)


def _texts(tree: Any) -> Iterator[tuple[Location, str]]:
    for location, value in leaves(tree):
        if isinstance(value, str) and location[0] not in ("reused_from", "include", "accepted_findings"):
            yield location, value


# --- other matters
# ------------------------------------------------------------------------------------------------------------


def _overlaps(loaded: Loaded) -> Iterator[tuple[str, Overlap, bool, bool]]:
    ended = known(loaded.sheet.closed)
    if ended:
        return
    own = os.path.realpath(loaded.source.name)
    mine = {own, *(os.path.realpath(name) for name, _ in loaded.hashes)}
    names = [name.encode() for plaintiff in loaded.sheet.plaintiffs for name in _known(plaintiff.name)]
    folder = os.path.dirname(own)
    alternatives = {os.path.realpath(os.path.join(folder, name)) for name in loaded.sheet.alternatives}
    for path in _sheets_near(own):
        real = os.path.realpath(path)
        if real in mine or not _may_overlap(real, names):
            continue
        try:
            other = load(path)
        except DrafterError:
            continue
        ended = known(other.sheet.closed)
        if ended or own in {os.path.realpath(name) for name, _ in other.hashes}:
            continue
        found = overlap(loaded.sheet, other.sheet)
        if found:
            theirs = {
                os.path.realpath(os.path.join(os.path.dirname(real), name))
                for name in other.sheet.alternatives
            }
            either = real in alternatives or own in theirs
            yield os.path.relpath(real, folder), found, either, is_copy(loaded, other)


def _sheets_near(own: str) -> Iterator[str]:
    """The sheets of the folder of `own`, and of the folders of its root and directly within it where the root
    is marked as one.
    """
    folder, root = os.path.dirname(own), str(root_of(own))
    folders = {folder: None}
    if is_marked(Path(root)):
        folders |= {root: None} | {entry.path: None for entry in entries_of_folder(root) if is_folder(entry)}
    count = 0
    for each in folders:
        for entry in entries_of_folder(each):
            if is_sheet(entry) and count < MOST_SHEETS:
                count += 1
                yield entry.path


def _may_overlap(path: str, names: list[bytes]) -> bool:
    """Whether a file may hold one of these plaintiffs: their names stand in it, or in what it includes."""
    try:
        data = contents(path)
    except SheetError:
        return False
    return b"schema_version" in data and (b"include:" in data or any(name in data for name in names))
