"""Drafting again whenever the sheet, or a file that it includes, is saved."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Callable, Iterable

from drafter.errors import DrafterError
from drafter.matter_files.guard import files_of
from drafter.matter_files.load import load
from drafter.yamltext.read import contents

__all__ = ["PAUSE", "watch"]

PAUSE = 0.5
"""Seconds between two looks at the files."""
_Stamp = tuple[int, int, int]


def watch(sheet: str, again: Callable[[], int]) -> int:
    """Run `again` now, and whenever `sheet` or what it includes is saved with other words, until Ctrl-C;
    gives the code of the last run. What is wrong with the sheet is told, and the next save is waited for.
    """
    code = 0
    try:
        while True:
            before = _words(_watched(sheet))
            code = _drafted(again)
            print(f"Watching {sheet}: it is drafted again when it is saved. Ctrl-C ends.", flush=True)
            _wait(sheet, before)
    except KeyboardInterrupt:
        print()
        return code


def _drafted(again: Callable[[], int]) -> int:
    try:
        return again()
    except DrafterError as problem:
        print(f"drafter: {problem.message}\n{problem.hint}".rstrip(), file=sys.stderr, flush=True)
        return 2


def _wait(sheet: str, before: dict[str, bytes]) -> None:
    """Come back when the words of a file differ from what they were and the save has ended: a file that is
    gone or empty for a moment, or differs from one look to the next, is still being written. A save with the
    same words is no change.
    """
    last: dict[str, _Stamp | None] = {}
    compared = last
    while True:
        now = _stamps(before)
        if now == last != compared and all(stamp and stamp[1] for stamp in now.values()):
            if _words(_watched(sheet)) != before:
                return
            compared = now
        last = now
        time.sleep(PAUSE)


def _watched(sheet: str) -> list[str]:
    """The sheet and what it includes; the sheet alone where it does not load."""
    try:
        return [str(path) for path in files_of(load(sheet))]
    except DrafterError:
        return [sheet]


def _stamps(files: Iterable[str]) -> dict[str, _Stamp | None]:
    return {name: _stamp(name) for name in files}


def _stamp(name: str) -> _Stamp | None:
    try:
        found = os.stat(name)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _words(files: Iterable[str]) -> dict[str, bytes]:
    found = {}
    for name in files:
        try:
            found[name] = contents(Path(name))
        except DrafterError:
            found[name] = b""
    return found
