"""Files that hold a client's facts: private to the user, replaced whole or not at all, on the disk before
anything is said to be saved.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
import zlib
from pathlib import Path

from drafter.errors import OutputError
from drafter.matter_files.processes import is_running

__all__ = [
    "Lines",
    "as_before",
    "back_up",
    "no_folder",
    "own_mark",
    "private_folder",
    "put_in_place",
    "remove",
    "sha256",
    "sweep",
    "sweep_dead",
]

PRIVATE = 0o600
TRIES = 10
_MARKED = re.compile(r"(?:\..+\.|text-)([0-9a-f]{8})-(\d+)-\w+\.(?:tmp|txt)")


def put_in_place(path: Path, data: bytes, mode: int = PRIVATE, lasting: bool = True) -> None:
    """Make `path` a file of exactly `data`, at once: whoever reads it meanwhile reads the old file or the
    new. Raises OutputError.

    What can be made again from the sheet need not be `lasting`: it is not waited for until the disk has it,
    which a power cut alone could tell.

    Nothing else is left beside it. Only where Windows will not have it replaced, while another program has it
    open, the new file stays and
    the error names it.
    """
    sweep_dead(path.parent)
    temporary = _written(path, data, lasting)
    try:
        os.chmod(temporary, mode)
        _replace(temporary, path)
    except PermissionError as error:
        if sys.platform != "win32":
            remove(temporary)
            raise _unwritten(path, error, "Check the folder’s permissions, and save again.") from None
        raise _unwritten(
            path,
            error,
            f"What was to be saved is in {temporary}. Close {path.name} elsewhere and save again.",
        ) from None
    except OSError as error:
        remove(temporary)
        raise _unwritten(
            path, error, "Make room on the disk, or check the folder’s permissions, and save again."
        ) from None
    except BaseException:
        remove(temporary)
        raise
    if lasting:
        _sync_folder(path.parent)


def private_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, each for its user alone. Raises OutputError."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        for each in reversed(missing):
            each.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be made: {error.strerror or error}", "Name a folder that you may write in."
        ) from None


def remove(path: str | Path) -> None:
    """Take a file away, if it is there and the folder lets it go."""
    try:
        os.unlink(path)
    except OSError:
        pass


def sha256(data: bytes) -> str:
    """By which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def _written(path: Path, data: bytes, lasting: bool) -> str:
    """A new file beside `path`, with `data`; on the disk and read back where it is to be `lasting`."""
    temporary = ""
    try:
        number, temporary = tempfile.mkstemp(
            prefix=f".{path.name.lstrip('.')}.{own_mark()}-", suffix=".tmp", dir=path.parent
        )
        with open(number, "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        if lasting and Path(temporary).read_bytes() != data:
            raise OSError("the disk gave back something else than was written")
    except BaseException as error:
        if temporary:
            remove(temporary)
        if isinstance(error, OSError):
            raise _unwritten(
                path, error, "Make room on the disk, or check the folder’s permissions, and save again."
            ) from None
        raise
    return temporary


def no_folder(path: Path) -> OutputError:
    """What is said of a file whose folder is not there."""
    return OutputError(f"{path}: there is no folder {path.parent}", "Make it first, or name another.")


def _unwritten(path: Path, error: OSError, remedy: str) -> OutputError:
    if not path.parent.is_dir():
        return no_folder(path)
    return OutputError(f"{path} cannot be written: {error.strerror or error}", remedy)


def _replace(temporary: str, path: Path) -> None:
    """Windows refuses while any reader (a virus scanner, a synchronizer) has the file: it is tried again for
    a third of a second.
    """
    for attempt in range(1, TRIES + 1):
        try:
            return os.replace(temporary, path)
        except PermissionError:
            if sys.platform != "win32" or attempt == TRIES:
                raise
            time.sleep(0.01 * attempt)


def _sync_folder(folder: Path) -> None:
    """A file is replaced for good when its folder is on the disk too. Windows and some network shares cannot
    be asked for that.
    """
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    except OSError:
        pass
    finally:
        os.close(number)


def back_up(path: Path) -> Path:
    """Keep `path` as it is now, as `.NAME.bak` beside it; gives that path. Raises OutputError."""
    previous = path.with_name(f".{path.name}.bak")
    temporary = f"{previous}.{own_mark()}-link.tmp"
    try:
        Path(temporary).unlink(missing_ok=True)
        try:
            os.link(path, temporary)
        except OSError:
            shutil.copy2(path, temporary)
        _replace(temporary, previous)
        Path(temporary).unlink(missing_ok=True)  # replacing a link by another link to one file leaves both
    except BaseException as error:
        remove(temporary)
        if not isinstance(error, OSError):
            raise
        raise _unwritten(previous, error, "Check the folder’s permissions, and save again.") from None
    return previous


def as_before(text: str, real: Path) -> bytes:
    """The bytes of `text`, with the mark at the start and the line ends that the file has now."""
    try:
        data = real.read_bytes()
    except OSError:
        data = b""
    crlf = b"\r\n" in data and data.count(b"\n") == data.count(b"\r\n")
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if crlf else text).encode()


class Lines:
    """A file that lines are added to, one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._number: int | None = None

    def add(self, first: bytes, line: bytes) -> None:
        """Add `line`; a new file begins with `first`. On the disk when this returns. Raises OutputError; then
        the file is as before.
        """
        try:
            if self._number is None:
                self._number = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE)
            _add(self._number, first, line)
        except OSError as error:
            raise _unwritten(
                self.path,
                error,
                "Make room on the disk, or mend the folder’s permissions; this answer is not kept.",
            ) from None

    def close(self) -> None:
        """Let go of the file; adding opens it again."""
        number, self._number = self._number, None
        if number is not None:
            os.close(number)


def _add(number: int, first: bytes, line: bytes) -> None:
    size = os.fstat(number).st_size
    whole = line if size else first + line
    if os.write(number, whole) != len(whole):
        os.ftruncate(number, size)
        raise OSError("there is no room for all of it")
    os.fsync(number)


def own_mark() -> str:
    """What this process puts into the names of its temporary files: its machine and its number."""
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{zlib.crc32(host.encode()):08x}-{os.getpid()}"


def sweep_dead(folder: Path, ending: str = ".tmp") -> None:
    """Remove the temporary files in `folder` of processes of this machine that are gone; they hold a client's
    facts.
    """
    machine = own_mark().split("-")[0]
    try:
        strays = [
            (entry.path, found)
            for entry in os.scandir(folder)
            if (found := _MARKED.fullmatch(entry.name))
            and entry.name.endswith(ending)
            and found[1] == machine
        ]
    except OSError:
        return
    for stray, found in strays:
        if not is_running(int(found[2])):
            remove(stray)


def sweep(path: Path) -> list[Path]:
    """Remove what saves of `path` that were cut short left beside it; they hold a client's facts. Gives what
    was removed.
    """
    swept = []
    for stray in path.parent.glob(f".{_literal(path.name)}.*.tmp"):
        try:
            stray.unlink()
            swept.append(stray)
        except OSError:
            continue
    return swept


def _literal(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
