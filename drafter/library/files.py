"""The files of the library: names that stay within their folders, and text as an editor saved it.

A name is relative, with `/` between its parts; a file that a link leads out of the built-in folder or the
firm's is none of theirs.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from pathlib import Path
from typing import Iterator

from drafter.errors import TemplateError

__all__ = ["Folders", "read_text"]

LARGEST = 2_000_000
_ELSEWHERE = (
    "Names of templates stay within the firm’s folder and drafter’s own: copy the file there, and name it by"
    " its path in that folder."
)


class Folders:
    """The firm's folders, if any, in front of drafter's own."""

    def __init__(self, firm: list[Path], builtin: Path) -> None:
        self.builtin = builtin
        self.all = [*firm, builtin]
        self._own = os.fspath(builtin) + os.sep
        self._roots = [os.path.realpath(folder) for folder in self.all]
        self._fingerprint = ""

    def find(self, name: str) -> Path | None:
        """The file that `name` stands for: the firm's, else drafter's own; `builtin/` skips the firm's. None
        where there is none. Raises TemplateError where the firm has something by that name that is not read:
        drafter's own words never stand in for it in silence.
        """
        own = name.startswith("builtin/")
        wanted = name[8:] if own else name
        if not _stays(wanted):
            return None
        if told := self.refused(name):
            raise TemplateError(told, _ELSEWHERE)
        found = (folder / wanted for folder in ([self.builtin] if own else self.all))
        return next((path for path in found if path.is_file() and self.holds(path)), None)

    def refused(self, name: str) -> str:
        """Why `name` is no template's: it leads out of the folders, or what the firm has by that name does or
        is no file. Empty where it only is not there.
        """
        wanted = name.removeprefix("builtin/")
        if not _stays(wanted):
            return f"“{name}” is no name of a template. {_ELSEWHERE}"
        for folder in self.all[:-1] if wanted == name else []:
            path = folder / wanted
            if path.is_file() and self.holds(path):
                return ""
            if os.path.lexists(path):
                return f"“{name}” is {_what(path)}: {path} is not read."
        return ""

    def holds(self, path: Path) -> bool:
        """Whether `path`, its links resolved, is in one of the folders; drafter's own hold no links."""
        if os.fspath(path).startswith(self._own):
            return True
        real = os.path.realpath(path)
        return any(real.startswith(root + os.sep) for root in self._roots)

    def fingerprint(self) -> str:
        """SHA-256 of every file of the folders, by name; what is no regular file, or leads out, has a name
        alone, and what is larger than a template may be its size. Reckoned once, at the first call.
        """
        self._fingerprint = self._fingerprint or self._read_all()
        return self._fingerprint

    def _read_all(self) -> str:
        found = hashlib.sha256()
        for folder in self.all:
            below = len(os.path.join(os.fspath(folder), ""))
            for path in _walked(folder):
                found.update(path[below:].encode("utf-8", "surrogateescape") + b"\0" + self._digest(path))
        return found.hexdigest()

    def _digest(self, path: str) -> bytes:
        try:
            there = os.stat(path)
            if not (path.startswith(self._own) or self.holds(Path(path))) or not stat.S_ISREG(there.st_mode):
                return b""
            if there.st_size > LARGEST:
                return there.st_size.to_bytes(16, "big")
            with open(path, "rb", buffering=0) as file:
                return hashlib.sha256(file.read(there.st_size + 1)).digest()
        except OSError:
            return b""


def _what(path: Path) -> str:
    if not path.is_symlink():
        return "no file"
    return "a link out of the folder of templates" if path.exists() else "a link to nothing"


def _walked(folder: Path) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(root, name) for name in sorted(names))


def _stays(name: str) -> bool:
    """Whether `name` is relative, and goes down alone."""
    return (
        bool(name)
        and not any(sign in name for sign in "\\:\0")
        and all(part not in ("", ".", "..") for part in name.split("/"))
    )


def read_text(path: Path) -> str:
    """The text of a file of the library: UTF-8, with or without its mark, or UTF-16 with one; line ends as
    one sign. Raises TemplateError.
    """
    try:
        if not path.is_file():
            raise TemplateError(f"{path}: this is no regular file", "Put the file itself there.")
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise TemplateError(
            f"{path}: the file cannot be read: {error.strerror}", "Mend its permissions, or remove it."
        ) from None
    if len(data) > LARGEST:
        raise TemplateError(
            f"{path}: the file is larger than {LARGEST:,} bytes",
            "No template is so long: name another folder, or take the file out.",
        )
    return _decoded(path, data).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(path: Path, data: bytes) -> str:
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        shown = data[error.start : error.start + 1].decode("cp1252", "replace")
        told = "" if utf16 else f" (a byte that is “{shown}” in Windows-1252)"
        raise TemplateError(
            f"{path}:{line}: the file is not saved as UTF-8{told}",
            "Save it as UTF-8: editors have it under “Save as” or “Encoding”.",
        ) from None
