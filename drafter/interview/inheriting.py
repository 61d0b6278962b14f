"""Changing answers; those that come from included files say where from, and whether a change is for this
matter or for all is asked.
"""

from __future__ import annotations

import os
from typing import Any

from drafter.errors import DrafterError
from drafter.facts.jurisdiction import jury_record
from drafter.facts.values import Unknown, Without
from drafter.interview.asking import Prompt, Row
from drafter.interview.sitting import Sitting
from drafter.interview.steps import Steps, menu
from drafter.matter_files.nearby import sharing
from drafter.matter_files.provenance import ValueOrigin
from drafter.reuse.profiles import called, is_profile
from drafter.tree.answers import Change, as_saved, same
from drafter.wording import shortened

__all__ = ["entry_note", "file_of", "from_line", "marked", "record", "set_answer"]

_HERE, _THERE, _SO = "here", "there", " always"
_MARKED = 44


def from_line(sitting: Sitting, path: str) -> str:
    """Where the answer at `path` is taken over from, for a line above its field; "" where it is the sheet's
    own.
    """
    origin = sitting.keeper.origin(path)
    return f"From {_called(sitting, origin)}, line {origin.line}." if origin else ""


def marked(sitting: Sitting, path: str, brief: str) -> str:
    """An answer in a line, with the file it comes from: “Acme, Inc. (from acme.yaml)”."""
    origin = sitting.keeper.origin(path)
    return f"{shortened(brief, _MARKED)} (from {os.path.basename(origin.file)})" if origin else brief


def entry_note(sitting: Sitting, path: str) -> str:
    """Where the entry at `path` comes from, for its row: “from acme.yaml, changed here”; "" for one of the
    sheet's own.
    """
    origin = sitting.keeper.beneath(path)
    whole = sitting.keeper.origin(path)
    if (
        origin is None or whole is None and path.rpartition(".")[2].isdecimal()
    ):  # of entries that are only counted, none is known again
        return ""
    return f"from {os.path.basename(origin.file)}{'' if whole else ', changed here'}"


def file_of(sitting: Sitting, path: str) -> str:
    """How the included file that has something at `path` is named to the person; "" where none has."""
    origin = sitting.keeper.beneath(path)
    return _called(sitting, origin) if origin else ""


def _called(sitting: Sitting, origin: ValueOrigin) -> str:
    return called(origin.file, sitting.keeper.path)


def set_answer(sitting: Sitting, path: str, value: Any) -> Steps[None]:
    """Keep `value` at `path`: on disk when this is through. None takes the answer out. What was half-typed
    there is forgotten. Raises what `record` does.
    """
    if not sitting.set_in_new_entry(path, value) and not same(sitting.get(path), as_saved(value)):
        yield from record(sitting, _change(sitting, path, value))
    sitting.keep_draft(path, "")


def _change(sitting: Sitting, path: str, value: Any) -> Change:
    """The change that sets `path`; a bare yes or no gives place to a record that says it."""
    holder, _, name = path.rpartition(".")
    if holder == "jury_demand" and isinstance(sitting.get(holder), str):
        return Change(holder, "set", {**jury_record(sitting.get(holder)), name: value})
    return Change(path, "set", value)


def record(sitting: Sitting, *changes: Change) -> Steps[None]:
    """Make `changes`, which are taken back together. Where one is of an inherited answer, the person is asked
    whether it is for this sheet alone; raises Back, Hub and Leave, and then nothing was changed.
    """
    there = (yield from _wanted_there(sitting, changes[0])) if len(changes) == 1 else ""
    if not there or not _record_there(sitting, changes[0], there):
        sitting.apply(*changes)


def _record_there(sitting: Sitting, change: Change, file: str) -> bool:
    """Make `change` in the included file; False, and the person is told why, where it cannot be."""
    before, name = sitting.get(change.path), file_of(sitting, change.path)
    try:
        sitting.keeper.record_there(change, file)
    except DrafterError as error:
        sitting.say(f"{error.message}. {error.hint}", "Changed here only.")
        return False
    sitting.step(lambda: sitting.keeper.record_there(Change(change.path, "set", before), file))
    sitting.say(f"Changed in {name}.")
    return True


def _wanted_there(sitting: Sitting, change: Change) -> Steps[str]:
    """The included file in which the person wants `change` made; "" for this sheet alone. Asked once where
    they say so.
    """
    origin = sitting.keeper.origin(change.path)
    if change.act != "set" or origin is None or same(sitting.get(change.path), change.value):
        return ""
    if origin.file not in sitting.decided:
        chosen = yield from menu(_prompt(sitting, change, origin), _rows(sitting, origin), at=_HERE)
        if not chosen.key.endswith(_SO):
            return origin.file if chosen.key == _THERE else ""
        sitting.decided[origin.file] = chosen.key.removesuffix(_SO) == _THERE
    return origin.file if sitting.decided[origin.file] else ""


def _prompt(sitting: Sitting, change: Change, origin: ValueOrigin) -> Prompt:
    name = _called(sitting, origin)
    notes = [
        f"“{_words(sitting.get(change.path))}” comes from {name}, line {origin.line}.",
        _shared(sitting, origin),
    ]
    help = (
        f"Here only: this sheet says it instead, and {name} stays as it is. In {name}: this sheet keeps no"
        " copy."
    )
    return Prompt(
        "where to change it",
        sitting.place(change.path),
        help=help,
        notes=notes,
        hint="Back leads to the field again",
    )


def _rows(sitting: Sitting, origin: ValueOrigin) -> list[Row]:
    there = f"In {_called(sitting, origin)}"
    return [
        Row(_HERE, "Here only"),
        Row(_THERE, there),
        Row(_HERE + _SO, "Here only, from now on in this sitting"),
        Row(_THERE + _SO, "There, from now on in this sitting"),
    ]


def _shared(sitting: Sitting, origin: ValueOrigin) -> str:
    """Which other matters a change of that file is for."""
    others = sharing(origin.file, sitting.keeper.path)
    shown = ", ".join([*others[:4], *([f"and {len(others) - 4} more"] if len(others) > 4 else [])])
    if is_profile(origin.file):
        return (
            "A change there is for every matter that includes this"
            f" profile{f', {shown} among them' if others else ''}."
        )
    return f"A change there is also for {shown}." if others else "No other sheet found here includes it."


def _words(value: Any) -> str:
    if isinstance(value, (Unknown, Without)):
        return "not known" if isinstance(value, Unknown) else "none"
    if isinstance(value, dict):
        return _words([entry for entry in value.values() if isinstance(entry, str)])
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return shortened(" ".join(text.split()), 60)
