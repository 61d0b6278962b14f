"""The drafts that were made of a sheet: beside it, for its user alone, so that what changed since can be
told.

`.NAME.drafts.json` has the hash of each draft's file (a draft that was edited is not overwritten) and a line
for each draft; the folder `.NAME.drafts` the facts as they were drafted, whole, for the last
MOST_SNAPSHOTS of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.errors import OutputError, SheetError
from drafter.matter_files.load import Loaded
from drafter.matter_files.lock import waited_for
from drafter.matter_files.private_disk import put_in_place, remove, sha256
from drafter.matter_files.sidecar import (
    LARGEST,
    TEXT,
    MalformedRecord,
    list_shape,
    mapping_shape,
    put_aside,
    read_record,
    record_shape,
)
from drafter.tree.json_values import as_json, from_json
from drafter.yamltext.read import contents
from drafter.yamltext.steps import NotForward
from drafter.yamltext.versions import current, forward

__all__ = [
    "DraftRecord",
    "DraftSnapshot",
    "DraftedBlock",
    "MOST_SNAPSHOTS",
    "announce",
    "draft_number",
    "drafts_of",
    "known_hashes",
    "paths_of",
    "record",
    "register_lock",
    "replace_malformed_register",
    "snapshot_of",
    "written_files",
]

MOST_SNAPSHOTS = 20


class DraftRecord(NamedTuple):
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


class DraftedBlock(NamedTuple):
    """A paragraph as it was drafted.

    name      its bookmark
    label     what it is, from draft to draft
    kind      as `drafter.anchors` has it
    number    as printed
    template  the file it came from, and `line`
    runs      its words in order: the text, what printed it (run, term, blank, reference, note, break), style
              bits, and the field of the sheet, or "" for the template's own words
    """

    name: str
    label: str
    kind: str
    number: str
    template: str
    line: str
    runs: tuple[tuple[str, str, int, str], ...]

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run[0] for run in self.runs)


class DraftSnapshot(NamedTuple):
    """The facts as they were drafted: the whole tree, the printed numbers of the paragraphs by the entry of
    the sheet they print, and (since version 2 of the record) every paragraph.
    """

    tree: dict[str, Any]
    paragraphs: dict[str, list[str]]
    blocks: tuple[DraftedBlock, ...] = ()


def paths_of(sheet: str) -> tuple[Path, Path]:
    """The register of a sheet's drafts, and the folder of their facts. Two sheets that differ in their ending
    alone have each its own.
    """
    path = Path(os.path.realpath(sheet))
    own = path.stem if path.suffix == ".yaml" or _is_of_before(path) else path.name
    return path.with_name(f".{own}.drafts.json"), path.with_name(f".{own}.drafts")


def _is_of_before(path: Path) -> bool:
    """Whether the register without an ending is this sheet's, by whatever ending: it is, where no other sheet
    can have written it.
    """
    named, unnamed, other = (
        path.with_name(name)
        for name in (f".{path.name}.drafts.json", f".{path.stem}.drafts.json", f"{path.stem}.yaml")
    )
    return unnamed.exists() and not named.exists() and not other.exists()


_DRAFT = record_shape(
    {name: TEXT for name in ("when", "out", "court", "drafter", "sheet", "templates")}
    | {"number": {"type": "int", "strict": True, "ge": 1}, "included": mapping_shape(TEXT)}
)
_REGISTER = record_shape(
    {"drafts": list_shape(_DRAFT), "announced": mapping_shape(TEXT)},
    TEXT,
    optional=frozenset(("drafts", "announced")),
)
_FACTS = record_shape(
    {
        "tree": {"type": "dict", "keys_schema": TEXT, "strict": True},
        "paragraphs": mapping_shape(list_shape(TEXT)),
        "blocks": list_shape(list_shape({"type": "any"})),
    },
    optional=frozenset(("blocks",)),
)


def _register(sheet: str) -> dict[str, Any]:
    """The register, empty where there is none, or one that is not as drafter writes it."""
    try:
        return read_record(paths_of(sheet)[0], _REGISTER) or {}
    except MalformedRecord:
        return {}


def replace_malformed_register(sheet: str) -> str:
    """Put a register that is not as drafter writes it aside, so that another can begin; gives what is to be
    told. Raises OutputError.
    """
    path = paths_of(sheet)[0]
    try:
        read_record(path, _REGISTER)
        return ""
    except MalformedRecord as problem:
        aside = put_aside(path)
        return (
            f"{path.name} is not as drafter wrote it ({problem}): put aside as {aside.name}. Drafts made"
            " until now count as edited."
        )


@contextmanager
def register_lock(sheet: str) -> Iterator[None]:
    """Let no other process write the register meanwhile. Raises OutputError."""
    register = paths_of(sheet)[0]
    with waited_for(register.with_name(register.name.lstrip("."))):
        yield


def known_hashes(sheet: str, out: str) -> set[str]:
    """SHA-256 of what drafter wrote at `out`, or was about to write when it was stopped."""
    register, name = _register(sheet), os.path.abspath(out)
    return {register.get(name, ""), register.get("announced", {}).get(name, "")} - {""}


def written_files(sheet: str) -> list[str]:
    """Every file that drafter wrote for the sheet, or was about to, as the register has it."""
    register = _register(sheet)
    known = {name for name in register if name not in ("drafts", "announced")}
    return sorted(known | set(register.get("announced", {})))


def announce(sheet: str, files: dict[str, str]) -> None:
    """Say which SHA-256 each file is about to have, so that none is taken for edited where drafter is stopped
    before `record`. Raises OutputError.
    """
    register = _register(sheet)
    announced = dict(register.get("announced", {}))
    for out, coming in files.items():
        name = os.path.abspath(out)
        if name in announced and hash_at(out) == announced[name]:
            register[name] = announced[name]
        announced[name] = coming
    _put(sheet, {**register, "announced": announced})


def hash_at(out: str) -> str:
    """SHA-256 of what is at `out`; "" where nothing can be read."""
    try:
        return sha256(contents(out, most=LARGEST))
    except SheetError:
        return ""


def _put(sheet: str, register: dict[str, Any]) -> None:
    put_in_place(paths_of(sheet)[0], json.dumps(register, indent=1, sort_keys=True).encode(), lasting=False)


def drafts_of(sheet: str) -> list[DraftRecord]:
    """Every recorded draft of a sheet, oldest first."""
    return [DraftRecord(**entry) for entry in _register(sheet).get("drafts", [])]


def snapshot_of(sheet: str, number: int) -> DraftSnapshot:
    """The facts of the draft of that number. Raises SheetError where they are no longer kept."""
    path = paths_of(sheet)[1] / f"{number}.json"
    try:
        facts = read_record(path, _FACTS)
        if facts is not None:
            blocks = tuple(map(_block, facts.get("blocks", [])))
            return DraftSnapshot(_present(from_json(facts["tree"])), facts["paragraphs"], blocks)
    except (MalformedRecord, ValueError, KeyError, TypeError, NotForward):
        pass
    raise SheetError(
        f"{path}: the facts of draft {number} are no longer there",
        f"The last {MOST_SNAPSHOTS} are kept; name a later one with --since.",
    )


def _block(entry: list[Any]) -> DraftedBlock:
    """A paragraph of the record. Raises ValueError, TypeError for what is none."""
    *texts, runs = entry
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(entry)
    pieces = tuple((str(text), str(kind), int(style), str(path)) for text, kind, style, path in runs)
    name, label, kind, number, template, line = map(str, texts)
    return DraftedBlock(name, label, kind, number, template, line, pieces)


def _present(tree: dict[str, Any]) -> dict[str, Any]:
    """Facts that an earlier drafter kept, in the form of this version."""
    version = int(tree["schema_version"])
    return tree if version >= current() else forward(tree, version)[0]


def record(
    loaded: Loaded,
    out: str,
    data_sha256: str,
    court: str,
    made_with: tuple[str, str],
    paragraphs: dict[str, list[str]],
    others: dict[str, str] | None = None,
    blocks: Sequence[DraftedBlock] = (),
) -> DraftRecord:
    """Keep what a draft was made from; `made_with` are the version of drafter and the hash of the templates,
    `others` the hashes of what was
    written with it. Raises OutputError.
    """
    sheet = loaded.source.name
    _, folder = paths_of(sheet)
    register, past = _register(sheet), drafts_of(sheet)
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    new = DraftRecord(_next(past, folder), now, os.path.abspath(out), court, *_made_from(loaded, made_with))
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be made: {error.strerror or error}", "Check the folder’s permissions."
        ) from None
    facts = json.dumps(
        {"tree": as_json(loaded.tree), "paragraphs": paragraphs, "blocks": blocks}, ensure_ascii=False
    )
    put_in_place(folder / f"{new.number}.json", facts.encode(), lasting=False)
    written = {os.path.abspath(name): hashed for name, hashed in {out: data_sha256, **(others or {})}.items()}
    announced = {
        name: hashed for name, hashed in register.get("announced", {}).items() if name not in written
    }
    lines: dict[str, Any] = {"drafts": [entry._asdict() for entry in (*past, new)], "announced": announced}
    _put(
        sheet,
        {
            **{name: value for name, value in register.items() if name != "announced"},
            **written,
            **{name: value for name, value in lines.items() if value},
        },
    )
    for old in past[: -MOST_SNAPSHOTS + 1]:
        remove(folder / f"{old.number}.json")
    return new


def _made_from(loaded: Loaded, made_with: tuple[str, str]) -> tuple[str, str, dict[str, str], str]:
    """The last four of a record: drafter, sheet, included files, templates."""
    where = os.path.dirname(os.path.abspath(loaded.source.name))
    included = {os.path.relpath(os.path.abspath(name), where): hashed for name, hashed in loaded.hashes}
    return made_with[0], loaded.source.sha256, included, made_with[1]


def draft_number(loaded: Loaded, court: str, made_with: tuple[str, str]) -> int:
    """The number that a draft says it has: of the last one that was made of the same, else the next. So the
    same sheet makes the same file.
    """
    sheet = loaded.source.name
    past, made_from = drafts_of(sheet), _made_from(loaded, made_with)
    same = (entry for entry in past if entry[3:] == (court, *made_from))
    found = next(same, None)
    return found.number if found else _next(past, paths_of(sheet)[1])


def _next(past: list[DraftRecord], folder: Path) -> int:
    """The number of the next draft: above every recorded one, and above all whose facts are there, recorded
    or not.
    """
    there = [
        int(path.stem) for path in folder.glob("*.json") if path.stem.isdecimal() and len(path.stem) < 10
    ]
    return max([entry.number for entry in past] + there, default=0) + 1
