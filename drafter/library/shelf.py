"""What the library's files come to, kept ready between runs: compiled templates and validated records, in one file of the user's cache.

An entry stands while its file has the same time and size, the sources of drafter are the same, and so are Python and Jinja. Nothing of a matter is
ever kept here.
"""

from __future__ import annotations

import marshal
import os
import pickle
import sys
from types import CodeType
from typing import Any, Callable

from drafter import kept

__all__ = ["Shelf"]

_NAME = "library"


class Shelf:
    """The entries by file and use. `key` is what they all depend on."""

    def __init__(self, key: Any) -> None:
        self._key = (sys.version, key)
        self._entries: dict[tuple[str, str], tuple[int, int, bytes]] = kept.load(_NAME, self._key) or {}
        self._changed = False

    def code(self, path: str, name: str, make: Callable[[], CodeType]) -> CodeType:
        """The compiled template of the file `path` under the name it is asked for by, by `make` where it is not kept."""
        found: CodeType = self._entry(path, f"code {name}", make, marshal.dumps, marshal.loads)
        return found

    def record(self, path: str, kind: str, make: Callable[[], Any]) -> Any:
        """The validated record of the file `path`, by `make` where it is not kept."""
        return self._entry(path, kind, make, pickle.dumps, pickle.loads)

    def _entry(self, path: str, use: str, make: Callable[[], Any], dump: Callable[[Any], bytes], load: Callable[[bytes], Any]) -> Any:
        status = os.stat(path)
        entry = self._entries.get((path, use))
        if entry is not None and entry[:2] == (status.st_mtime_ns, status.st_size):
            return load(entry[2])
        made = make()
        self._entries[path, use] = (status.st_mtime_ns, status.st_size, dump(made))
        self._changed = True
        return made

    def keep(self) -> None:
        """Store what was made since. Called when a draft is done; losing it costs nothing but time."""
        if self._changed:
            kept.store(_NAME, self._key, self._entries)
            self._changed = False
