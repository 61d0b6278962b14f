"""The drafts that were made of a sheet: beside it, for its user alone, so that what changed since can be told.

`.NAME.drafts.json` has the hash of each draft's file (a draft that was edited is not overwritten) and a line for each draft; the folder
`.NAME.drafts` the facts as they were drafted, whole, for the last KEPT of them.
"""

from __future__ import annotations

import json
import os
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

from drafter.errors import OutputError, SheetError
from drafter.facts.answers import STATES
from drafter.facts.disk import put_in_place, remove
from drafter.facts.load import Loaded
from drafter.facts.values import Unknown, Without
from drafter.facts.versions import NotForward, current, forward

__all__ = ["KEPT", "Kept", "Recorded", "drafts_of", "hash_of", "kept", "paths_of", "record"]

KEPT = 20


class Recorded(NamedTuple):
    """A draft that was made.

    number     counted from 1
    when       in UTC, as 2026-11-24T17:10:00Z
    out        the draft's file
    court      the court it was drafted for
    drafter    the version of drafter
    sheet      SHA-256 of the sheet's file
    included   SHA-256 of each included file, by name from the sheet's folder
    templates  SHA-256 of the templates, profiles and layouts that were there
    """

    number: int
    when: str
    out: str
    court: str
    drafter: str
    sheet: str
    included: dict[str, str]
    templates: str


class Kept(NamedTuple):
    """The facts as they were drafted: the whole tree, and the printed numbers of the paragraphs by the entry of the sheet they print."""

    tree: dict[str, Any]
    paragraphs: dict[str, list[str]]


def paths_of(sheet: str) -> tuple[Path, Path]:
    """The register of a sheet's drafts, and the folder of their facts."""
    path = Path(os.path.realpath(sheet))
    return path.with_name(f".{path.stem}.drafts.json"), path.with_name(f".{path.stem}.drafts")


def _register(sheet: str) -> dict[str, Any]:
    try:
        found = json.loads(paths_of(sheet)[0].read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def hash_of(sheet: str, out: str) -> str:
    """SHA-256 of the draft at `out` as it was written; "" where none is known."""
    found = _register(sheet).get(os.path.abspath(out))
    return found if isinstance(found, str) else ""


def drafts_of(sheet: str) -> list[Recorded]:
    """Every recorded draft of a sheet, oldest first."""
    listed = _register(sheet).get("drafts")
    return [Recorded(**entry) for entry in listed if isinstance(entry, dict) and entry.keys() == set(Recorded._fields)] if isinstance(listed, list) else []


def kept(sheet: str, number: int) -> Kept:
    """The facts of the draft of that number. Raises SheetError where they are no longer kept."""
    path = paths_of(sheet)[1] / f"{number}.json"
    try:
        found = json.loads(path.read_bytes())
        return Kept(_present(_stated(found["tree"])), found["paragraphs"])
    except (OSError, ValueError, KeyError, TypeError, NotForward):
        raise SheetError(f"{path}: the facts of draft {number} are no longer there", f"The last {KEPT} are kept; name a later one with --since.") from None


def _present(tree: dict[str, Any]) -> dict[str, Any]:
    """Facts that an earlier drafter kept, in the form of this version."""
    version = int(tree["schema_version"])
    return tree if version >= current() else forward(tree, version)[0]


def record(loaded: Loaded, out: str, data_sha256: str, court: str, made_with: tuple[str, str], paragraphs: dict[str, list[str]]) -> Recorded:
    """Keep what a draft was made from; `made_with` are the version of drafter and the hash of the templates. Raises OutputError."""
    sheet = loaded.source.name
    register, folder = paths_of(sheet)
    found = _register(sheet)
    past = drafts_of(sheet)
    number = past[-1].number + 1 if past else 1
    where = os.path.dirname(os.path.abspath(sheet))
    included = {os.path.relpath(os.path.abspath(name), where): sha256 for name, sha256 in loaded.hashes}
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    new = Recorded(number, now, os.path.abspath(out), court, made_with[0], loaded.source.sha256, included, made_with[1])
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror or error}", "Check the folder’s permissions.") from None
    facts = json.dumps({"tree": _plain(loaded.tree), "paragraphs": paragraphs}, ensure_ascii=False)
    put_in_place(folder / f"{number}.json", facts.encode(), lasting=False)
    lines = [entry._asdict() for entry in (*past, new)]
    put_in_place(register, json.dumps({**found, os.path.abspath(out): data_sha256, "drafts": lines}, indent=1, sort_keys=True).encode(), lasting=False)
    for old in past[: -KEPT + 1]:
        remove(folder / f"{old.number}.json")
    return new


def _plain(value: Any) -> Any:
    if isinstance(value, Unknown):
        return {"unknown": value.note}
    if isinstance(value, Without):
        return {"none": value.reason}
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value


def _stated(value: Any) -> Any:
    if isinstance(value, dict):
        name = next(iter(value), "")
        return STATES[name](value[name]) if len(value) == 1 and name in STATES and isinstance(value[name], str) else {own: _stated(entry) for own, entry in value.items()}
    return [_stated(entry) for entry in value] if isinstance(value, list) else value
