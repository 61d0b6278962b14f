"""Long text from elsewhere than the prompt: the person's own editor, a .txt or a .docx file."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from drafter.document import Run
from drafter.errors import SheetError, UsageError
from drafter.facts.clean_text import clean
from drafter.interview.answers import shown
from drafter.markup import written
from drafter.matter_files.private_disk import own_mark, remove, sweep_dead
from drafter.reading import UnreadableFile, answer_of, read_word
from drafter.yamltext.other_files import other_contents

__all__ = ["edit_file", "edited", "editor", "read_file", "tidy"]

LARGEST = 2_000_000
LARGEST_PACKAGE = 50_000_000
"""Pictures in a Word file are not looked at, and may be large."""
_WORD = (".docx", ".docm", ".dotx", ".dotm")


def tidy(text: str) -> str:
    """`text` without what no file can hold: half characters and controls."""
    return re.sub("[\ud800-\udfff]", "", clean(text) if text.strip() else "")


def editor() -> list[str]:
    """The person's editor as a command: $VISUAL, $EDITOR, or what the system has. Raises UsageError where
    there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        if chosen := os.environ.get(name):
            return shlex.split(chosen, posix=sys.platform != "win32")
    for name in ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi", "emacs"):
        if found := shutil.which(name):
            return [found]
    raise UsageError("no editor was found", "Set EDITOR to the one you use, as in EDITOR=nano.")


def edited(text: str, folder: Path) -> str:
    """`text` as the person left it in the editor. The file stands in `folder`, for the person alone, and is
    removed after. Raises UsageError.
    """
    command = editor()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    sweep_dead(folder, ".txt")
    handle, name = tempfile.mkstemp(suffix=".txt", prefix=f"text-{own_mark()}-", dir=folder)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        done = subprocess.run([*command, name], check=False)
        if done.returncode:
            raise UsageError(
                f"{command[0]} ended with code {done.returncode}; the text stands as it was",
                "Type it here, or set EDITOR to another.",
            )
        return tidy(Path(name).read_text(encoding="utf-8", errors="replace"))
    except OSError as error:
        raise UsageError(
            f"{command[0]} could not be started: {error.strerror}", "Set EDITOR to the one you use."
        ) from None
    finally:
        _clear(folder, os.path.basename(name))


def edit_file(path: Path) -> None:
    """Open the file itself in the person's editor, and come back when they close it. Raises UsageError."""
    command = editor()
    try:
        done = subprocess.run([*command, str(path)], check=False)
    except OSError as error:
        raise UsageError(
            f"{command[0]} could not be started: {error.strerror}", "Set EDITOR to the one you use."
        ) from None
    if done.returncode:
        raise UsageError(f"{command[0]} ended with code {done.returncode}", "Set EDITOR to another.")


def _clear(folder: Path, name: str) -> None:
    """Remove the file, what the editor put beside it (copies, swap files), and the folder when it is
    empty.
    """
    for path in folder.iterdir():
        if name in path.name and path.is_file():
            remove(path)
    if not any(folder.iterdir()):
        folder.rmdir()


def read_file(name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a .txt, .md or .docx file as an answer, and what of it was left out, a line each. Text of
    a file is text: never a mark (but in .md, which is typed with marks), and never a command. Raises
    UsageError with what to do, for a file without words too; nothing else, whatever the file is.
    """
    path = Path(name.strip().strip("'\"")).expanduser()
    kind = path.suffix.lower()
    if kind not in (*_WORD, ".txt", ".md", ""):
        raise UsageError(f"{path}: text is read from .txt and .docx files", "Save it as one of these.")
    try:
        data = other_contents(
            path,
            "",
            LARGEST_PACKAGE if kind in _WORD else LARGEST,
            too_large="Copy the part you need into a smaller file.",
            otherwise="Check the name and the folder you are in.",
        )
    except SheetError as error:
        raise UsageError(error.message, error.hint) from None
    text, told = _of_word(path, data) if kind in _WORD else (_decoded(data), ())
    if kind in (".txt", ""):
        text = "\n".join(written((Run(line),)) if line.strip() else "" for line in text.split("\n"))
    text = shown(tidy(text))
    if not text.strip():
        raise UsageError(f"{path} has no words in it; what stood here stands", "Name another file.")
    return text, told


def _decoded(data: bytes) -> str:
    """The text of a file of text: UTF-8, UTF-16 with its mark, or what Windows has."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").replace("\r\n", "\n")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\r\n", "\n")


def _of_word(path: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a Word file, and what was left out of it. Raises UsageError."""
    try:
        return answer_of(read_word(data))
    except UnreadableFile as problem:
        raise UsageError(f"{path} is {problem}", "Open it in Word and save it as .docx or .txt.") from None
