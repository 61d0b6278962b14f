"""Where compiled things are kept between runs: validators and templates, never facts. Imports nothing of drafter's.

The folder is the user's own cache (`DRAFTER_CACHE_DIR`, else the system's usual place), made private. Losing it costs a fraction of a second.
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import Any

__all__ = ["folder", "load", "store"]


def folder() -> str:
    """The cache folder's path; it may not exist yet."""
    if chosen := os.environ.get("DRAFTER_CACHE_DIR"):
        return chosen
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or home, "drafter", "cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "drafter")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "drafter")


def load(name: str, key: Any) -> Any:
    """What was stored under `name` with this very `key`; None if nothing was, or if it cannot be trusted or read.

    A pickle runs code when it is read, so a folder or file that someone else owns or may write is refused.
    """
    path = os.path.join(folder(), name)
    try:
        if not (_is_private(folder()) and _is_private(path)):
            return None
        with open(path, "rb") as file:
            stored_key, value = pickle.load(file)
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, the answer is to build afresh
        return None
    return value if stored_key == key else None


def store(name: str, key: Any, value: Any) -> None:
    """Keep `value` under `name`. Does nothing where it cannot be written."""
    path = os.path.join(folder(), name)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        data = pickle.dumps((key, value), pickle.HIGHEST_PROTOCOL)
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except (OSError, pickle.PickleError, AttributeError, TypeError):
        if os.path.exists(temporary):
            os.unlink(temporary)


def _is_private(path: str) -> bool:
    if not hasattr(os, "getuid"):
        return True
    status = os.stat(path)
    return status.st_uid in (os.getuid(), 0) and not status.st_mode & 0o022
