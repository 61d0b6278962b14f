"""The lock beside a sheet that is open for editing: it names who has it, so that two people know of each
other.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.errors import OutputError, SheetError
from drafter.matter_files.private_disk import remove
from drafter.matter_files.processes import is_running
from drafter.yamltext.read import contents

__all__ = ["Holder", "Lock", "lock_path", "waited_for"]

MOST_PIDS = 2**31
LARGEST = 10_000

_own: set[str] = set()
"""The locks of this process. A process number may be used again, so that a lock can name this one and not be
its.
"""


def lock_path(sheet: Path) -> Path:
    """Where the lock of `sheet` stands."""
    return sheet.with_name(f".{sheet.name}.lock")


class Holder(NamedTuple):
    """Who has a sheet open: the process, its machine and user, and since when."""

    pid: int
    host: str
    user: str
    since: str

    def __str__(self) -> str:
        return (
            f"{self.user or 'someone'} on {self.host or 'another machine'} (process {self.pid}) since"
            f" {self.since or 'an unknown time'}"
        )


class Lock:
    """A lock that this process holds."""

    def __init__(self, path: Path, number: int) -> None:
        self.path = path
        self._number = number
        _own.add(str(path))

    @classmethod
    def take(cls, sheet: Path, by_force: bool = False) -> Lock | Holder:
        """The lock of `sheet`, or who has it. One whose process is gone from here is taken over; `by_force`,
        any. Raises OutputError.
        """
        path = lock_path(sheet)
        try:
            while True:
                try:
                    return cls(path, _created(path))
                except FileExistsError:
                    holder = _holder_or_none(path, by_force)
                    if holder is not None:
                        return holder
        except OSError as error:
            raise OutputError(
                f"{path} cannot be written: {error.strerror or error}", "Check the folder’s permissions."
            ) from None

    def is_held(self) -> bool:
        """Whether the lock is still this one, and not one that somebody else put in its place."""
        return _is_at(self.path, self._number)

    def release(self) -> None:
        """Give the lock back."""
        held = self.is_held()
        _own.discard(str(self.path))
        os.close(self._number)
        if held:
            remove(self.path)


@contextmanager
def waited_for(record: Path, seconds: float = 30.0) -> Iterator[None]:
    """Hold the lock of `record` while what is within is done; another process that has it is waited for so
    long. Raises OutputError.
    """
    until = time.monotonic() + seconds
    while not isinstance(lock := Lock.take(record), Lock):
        if time.monotonic() > until:
            raise OutputError(
                f"{record} is being written by {lock}", f"If nothing is, remove {lock_path(record)}."
            )
        time.sleep(0.02)
    try:
        yield
    finally:
        lock.release()


def _holder_or_none(path: Path, by_force: bool) -> Holder | None:
    """Who has the lock; None once that of one who is gone (or, by force, any) was taken away.

    Of several that find the same lock left behind, one takes it away: the others wait for it, and then find
    another lock, or none.
    """
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        if os.path.islink(path):  # to nothing: no lock of ours
            path.unlink()
        return None
    try:
        _wait_for(number)
        if not _is_at(path, number):
            return None
        holder = _holder(path)
        if holder and not by_force and _is_there(holder, path):
            return holder
        if sys.platform == "win32":
            os.close(number)
            number = -1
        if number < 0 or _is_at(path, number):
            path.unlink(missing_ok=True)
        return None
    finally:
        if number >= 0:
            os.close(number)


def _wait_for(number: int) -> None:
    """Let no other process look at the open lock at the same time, where the system and its file system
    can.
    """
    try:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX)
    except (ImportError, OSError):
        return


def _is_at(path: Path, number: int) -> bool:
    """Whether the open file is still the one at `path`."""
    try:
        found, own = os.stat(path), os.fstat(number)
    except OSError:
        return False
    return (found.st_ino, found.st_dev) == (own.st_ino, own.st_dev)


def _created(path: Path) -> int:
    """A new lock file, kept open: Windows lets nobody remove it then."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    text = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "user": _user(),
        "since": time.strftime("%Y-%m-%d %H:%M"),
    }
    os.write(number, json.dumps(text).encode())
    return number


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _holder(path: Path) -> Holder | None:
    """Who is named in the lock; None when it names nobody even after half a second: then its writer was
    stopped while it wrote it.
    """
    for _ in range(10):
        try:
            return _named(json.loads(contents(path, most=LARGEST)))
        except (SheetError, ValueError, TypeError, KeyError, RecursionError):
            if not path.exists():
                return None
            time.sleep(0.05)
    return None


def _named(found: Any) -> Holder:
    """Raises ValueError, TypeError or KeyError for what no lock says."""
    pid = found["pid"]
    if type(pid) is not int or not 0 < pid < MOST_PIDS:
        raise ValueError(pid)
    return Holder(pid, *(_simple(str(found[name])) for name in ("host", "user", "since")))


def _simple(text: str) -> str:
    return "".join(letter for letter in text[:80] if letter.isprintable())


def _is_there(holder: Holder, path: Path) -> bool:
    """Whether the holder may still be at work. Of another machine nothing is known, so it is taken to be."""
    if holder.host != socket.gethostname():
        return True
    if holder.pid == os.getpid():
        return str(path) in _own
    return _is_at_work(holder.pid, path)


def _is_at_work(pid: int, path: Path) -> bool:
    if sys.platform == "win32":  # the file of a running holder is open, and cannot be removed
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return True
        return False
    return is_running(pid)
