"""What was compiled when the package was built: templates, validators and the library's records. Imports
nothing of drafter's.

They stand in one file of the package's own folder, which the build hook writes (`hatch_build.py`). An entry
counts only while its key (Python, the libraries, drafter's own sources, the file it came from) and its
digest fit. Otherwise it is made anew in memory. Nothing executable is ever read from a user's folder.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from functools import cache
from typing import Any

__all__ = ["FILE", "entry", "key_of", "sources", "write"]

FILE = os.path.join(os.path.dirname(__file__), "built.bin")


def key_of(*parts: Any) -> str:
    """What an entry depends on, Python and its build among it, as a digest."""
    return hashlib.sha256(repr((sys.version, sys.implementation.cache_tag, *parts)).encode()).hexdigest()


@cache
def sources(*folders: str) -> str:
    """SHA-256 of all sources in these folders of drafter's."""
    found = hashlib.sha256()
    for folder in sorted(folders):
        for name in sorted(name for name in os.listdir(folder) if name.endswith(".py")):
            with open(os.path.join(folder, name), "rb") as file:
                found.update(f"{name}\0".encode() + hashlib.sha256(file.read()).digest())
    return found.hexdigest()


def entry(name: str, key: str) -> bytes | None:
    """What was stored under `name` with this very `key`; None where nothing was, or not whole."""
    start, index = _index()
    own, offset, length, digest = index.get(name, ("", 0, 0, b""))
    if own != key:
        return None
    with open(FILE, "rb") as file:
        file.seek(start + offset)
        data = file.read(length)
    return data if hashlib.sha256(data).digest() == digest else None


@cache
def _index() -> tuple[int, dict[str, tuple[str, int, int, bytes]]]:
    """Where the entries begin, and of each its key, place, length and digest; none where there is no file, or
    its index is not whole.
    """
    try:
        with open(FILE, "rb") as file:
            digest, length = file.read(32), int.from_bytes(file.read(4), "big")
            data = file.read(length)
        if hashlib.sha256(data).digest() != digest:
            return 0, {}
        found: dict[str, tuple[str, int, int, bytes]] = marshal.loads(data)
    except (OSError, ValueError, EOFError, TypeError):
        return 0, {}
    return 36 + length, found


def write(path: str, entries: dict[str, tuple[str, bytes]]) -> None:
    """Write the file that a package holds, whole at once: digest and length of the index, the index, the
    entries.
    """
    index, offset = {}, 0
    for name, (key, data) in entries.items():
        index[name] = (key, offset, len(data), hashlib.sha256(data).digest())
        offset += len(data)
    head = marshal.dumps(index)
    with open(f"{path}.{os.getpid()}", "wb") as file:
        file.write(hashlib.sha256(head).digest() + len(head).to_bytes(4, "big") + head)
        file.writelines(data for _, data in entries.values())
    os.replace(file.name, path)
