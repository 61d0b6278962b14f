"""Long text from elsewhere than the prompt: the person's own editor, a .txt or a .docx file."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from drafter.errors import SheetError, UsageError
from drafter.facts.clean_text import clean
from drafter.matter_files.private_disk import own_mark, remove, sweep_dead
from drafter.yamltext.read import contents

__all__ = ["edit_file", "edited", "editor", "read_file", "tidy"]

LARGEST = 2_000_000
LARGEST_PACKAGE = 50_000_000
"""Pictures in a Word file are not looked at, and may be large."""
LARGEST_INSIDE = 8_000_000
"""What is read of a Word file takes some twenty times as much room while it is read."""
_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


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


def read_file(name: str) -> str:
    """The text of a .txt, .md or .docx file. Raises UsageError with what to do; nothing else, whatever the
    file is.
    """
    path = Path(name.strip().strip("'\"")).expanduser()
    if path.suffix.lower() not in (".docx", ".txt", ".md", ""):
        raise UsageError(f"{path}: text is read from .txt and .docx files", "Save it as one of these.")
    try:
        data = contents(path, most=LARGEST_PACKAGE if path.suffix.lower() == ".docx" else LARGEST)
    except SheetError as error:
        hint = (
            "Copy the part you need into a smaller file."
            if "the most" in error.message
            else "Check the name and the folder you are in."
        )
        raise UsageError(error.message.replace(", not a fact sheet", ""), hint) from None
    if path.suffix.lower() == ".docx":
        return tidy(_of_word(path, data))
    try:
        return tidy(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return tidy(data.decode("cp1252", "replace"))


def _of_word(path: Path, data: bytes) -> str:
    """The paragraphs of a Word file, a blank line between them; nothing but text is looked at."""
    try:
        return _paragraphs(path, data)
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged or encrypted package fails anywhere in the libraries that unpack it
        what = (
            "encrypted, or an old .doc"
            if data.startswith(b"\xd0\xcf\x11\xe0")
            else f"not a Word file, or damaged ({type(error).__name__})"
        )
        raise UsageError(f"{path} is {what}", "Open it in Word and save it as .docx or .txt.") from None


def _paragraphs(path: Path, package: bytes) -> str:

    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        info = parts.getinfo("word/document.xml")
        if info.file_size > LARGEST_INSIDE:
            raise UsageError(
                f"{path} is too large: it holds {info.file_size:,} bytes of text and marks",
                "Copy the part you need into a smaller file.",
            )
        data = parts.read(info)
    if b"<!DOCTYPE" in data[:1000] or b"<!ENTITY" in data:
        raise UsageError(f"{path} is not an ordinary Word file", "Open it in Word and save it as .txt.")
    root = ElementTree.fromstring(data)
    marks = {f"{_PARAGRAPH}t": None, f"{_PARAGRAPH}br": " ", f"{_PARAGRAPH}tab": " "}
    paragraphs = (
        "".join(marks[node.tag] or node.text or "" for node in each.iter() if node.tag in marks).strip()
        for each in root.iter(f"{_PARAGRAPH}p")
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
