"""What no command writes over: asked before any file is made, by every command that makes one.

Whatever is said on the command line: never a sheet, this one or another, a file that it includes, a record, a
folder, a pipe or a device. Without `--force`: nothing that drafter did not write, and nothing that was edited
since it did.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable
from pathlib import Path

from drafter.errors import OutputError, UsageError
from drafter.matter_files.exported import is_sheet_of_its_own
from drafter.matter_files.load import Loaded
from drafter.matter_files.nearby import sharing
from drafter.matter_files.private_disk import no_folder, sha256
from drafter.wording import listed
from drafter.yamltext.read import contents

__all__ = ["SHEETS", "files_of", "may_write"]

SHEETS = (".yaml", ".yml")
MOST = 2**31
_RECORDS = (
    ".{}.journal.jsonl",
    ".{}.lock",
    ".{}.bak",
    ".{}.columns.json",
    ".{}.drafts.json",
    ".{}.signed.json",
)


def may_write(
    out: str | Path,
    endings: Collection[str],
    protected: Iterable[str | Path],
    data: bytes = b"",
    known: Collection[str] = (),
    force: bool = False,
    shared: bool = False,
) -> None:
    """Whether `data` may become the file `out`: its name has one of `endings`, and what is there may go.

    protected  files that are never written over, by whatever name or link: the sheet first
    shared what other sheets include may be written anew: a profile is theirs to have
    known  SHA-256 of what drafter wrote there: that is written over unasked, and so is what is there already
    word for word

    Raises UsageError for what is never done, OutputError for what `force` allows.
    """
    _must_end(str(out), endings)
    if not os.path.lexists(out):
        _must_not_be(out, protected)
        if not shared and not Path(out).parent.is_dir():
            raise no_folder(Path(out))
        return
    _must_be_ordinary(out)
    _must_not_be(out, protected)
    if os.path.splitext(str(out))[1].lower() in SHEETS and not shared:
        _must_not_be_in_use(Path(out))
    if not shared:
        _must_not_be_another_sheet(out)
    if force:
        return
    there = sha256(contents(out, most=MOST))
    if there not in known and there != sha256(data):
        edited = (
            "was edited since it was drafted, or was not drafted from this sheet"
            if known or ".docx" in endings
            else "is there already"
        )
        raise OutputError(f"{out} {edited}", "Name another file with -o, or say --force.")


def _must_end(out: str, endings: Collection[str]) -> None:
    if os.path.isdir(out):
        raise UsageError(f"{out} is a folder", f"Name the file: -o DIR/NAME{next(iter(endings))}")
    if os.path.splitext(out)[1].lower() not in endings:
        what = (
            "the copy is a fact sheet"
            if ".yaml" in endings
            else "the draft is a Word file or a PDF"
            if ".docx" in endings and ".pdf" in endings
            else "the draft is a Word file"
            if ".docx" in endings
            else "it is made as a PDF"
            if ".pdf" in endings
            else "the draft is plain text"
        )
        raise UsageError(f"{out}: {what}", f"Give it a name that ends in {listed(list(endings), 'or')}.")


def _must_be_ordinary(out: str | Path) -> None:
    try:
        state = os.stat(out)
    except OSError:
        raise UsageError(
            f"{out} is a link to nothing", "Name another file with -o, or remove the link."
        ) from None
    if not stat.S_ISREG(state.st_mode):
        raise UsageError(
            f"{out} is not an ordinary file",
            "Name another file with -o: nothing is written into a pipe or a device.",
        )


def _must_not_be(out: str | Path, protected: Iterable[str | Path]) -> None:
    for place, file in enumerate(protected):
        if _is_same(out, file):
            what = "is the sheet itself" if not place else f"is {file}, which the sheet includes"
            raise UsageError(f"{out} {what}: it is never written over", "Name another file with -o.")


def _is_same(out: str | Path, file: str | Path) -> bool:
    """By whatever name or link; names that differ in capital letters alone are one file on many disks."""
    if os.path.realpath(out).casefold() == os.path.realpath(file).casefold():
        return True
    try:
        return os.path.samefile(out, file)
    except OSError:
        return False


def _must_not_be_in_use(out: Path) -> None:
    real = Path(os.path.realpath(out))
    for name in _RECORDS:
        record = real.with_name(name.format(real.name))
        if record.exists() or real.with_name(name.format(real.stem)).exists():
            raise UsageError(
                f"{out} is a fact sheet that is worked on ({record.name} stands beside it)",
                "Name another file with -o.",
            )

    sheets = sharing(str(real), real)
    if sheets:
        raise UsageError(f"{out} is included by {sheets[0]}", "Name another file with -o.")


def _must_not_be_another_sheet(out: str | Path) -> None:
    if is_sheet_of_its_own(contents(out, most=MOST)):
        raise UsageError(
            f"{out} is a fact sheet that drafter did not export: it is never written over",
            "Name another file with -o; what was exported says so in its first line.",
        )


def files_of(loaded: Loaded) -> list[str]:
    """The files that a sheet is made of: its own, and what it includes."""
    return [loaded.source.name, *(name for name, _ in loaded.hashes)]
