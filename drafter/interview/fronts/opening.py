"""Opening a file in the program that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from drafter.errors import UsageError

__all__ = ["open_file"]


def open_file(path: str) -> None:
    """Open `path` as a double click would, without waiting for the program to end. Raises UsageError where
    the system has nothing that opens files.
    """
    if sys.platform == "win32":
        os.startfile(path)  # type: ignore[attr-defined,unused-ignore]
        return
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        raise UsageError(
            f"{path} was written, and nothing here opens files", "Open it yourself, or install xdg-utils."
        )
    silent = subprocess.DEVNULL
    subprocess.Popen([opener, path], stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
