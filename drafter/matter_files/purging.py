"""What of a matter is on the disk: the sheet, the records beside it and the drafts that drafter wrote, which
go where a client is declined; and what stays, because drafter did not write it or others may need it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.errors import DrafterError, OutputError
from drafter.matter_files.draft_records import hash_at, known_hashes, paths_of, written_files
from drafter.matter_files.include import root_of
from drafter.matter_files.load import Loaded, load
from drafter.matter_files.nearby import sharing
from drafter.tree.paths import leaves

__all__ = ["Holdings", "holdings_of", "purge"]

_FILES = ("file", "figure")
"""The fields of a sheet that name a file of the matter."""


class Holdings(NamedTuple):
    """What a matter has on the disk.

    removed  what goes, in the order in which it goes: the sheet last, so that a purge that was cut short is
    run again
    stays    what stays, each file with the reason
    """

    removed: list[Path]
    stays: list[tuple[Path, str]]


def holdings_of(sheet: Path) -> Holdings:
    """What goes with `sheet` and what stays. A sheet that does not load is looked at by its name alone."""
    drafts = [Path(name) for name in written_files(str(sheet)) if os.path.isfile(name)]
    ours = [out for out in drafts if hash_at(str(out)) in known_hashes(str(sheet), str(out))]
    edited = [(out, "it was edited since drafter wrote it") for out in drafts if out not in ours]
    return Holdings([*ours, *_records(sheet), sheet], [*edited, *_of_others(sheet)])


def _records(sheet: Path) -> list[Path]:
    """The records beside the sheet: what is named for it, and for no other sheet of the folder."""
    others = tuple(
        f".{own}."
        for other in sheet.parent.glob("*.y*ml")
        if other.name.startswith(f"{sheet.name}.")
        for own in (other.name, other.stem)
    )
    named = [
        path
        for path in sorted(sheet.parent.iterdir())
        if path.name.startswith(f".{sheet.name}.") and not path.name.startswith(others)
    ]
    register, folder = paths_of(str(sheet))
    put_aside = sorted(register.parent.glob(f"{register.name}.*"))
    return list(dict.fromkeys([*named, *put_aside, *(path for path in (folder, register) if path.exists())]))


def _of_others(sheet: Path) -> Iterator[tuple[Path, str]]:
    """What stays because drafter did not write it, or because others may need it."""
    try:
        matter: Loaded = load(sheet)
    except DrafterError:
        yield sheet.parent, "the sheet does not load: what it includes and names was not looked for"
        return
    for layer in matter.layers[:-1]:
        yield Path(layer.source.name), "the sheet includes it, and another may"
    for name in dict.fromkeys(_named_files(matter.tree)):
        path = sheet.parent / name
        if path.exists():
            yield path, "the sheet names it: drafter did not write it"
    for name in sharing(str(sheet), sheet):
        yield sheet.parent / name, "it includes the sheet, and does not load without it"
    if any((folder / ".git").exists() for folder in (sheet.resolve().parent, *sheet.resolve().parents)):
        yield root_of(sheet), "version control keeps what was committed to it"


def _named_files(tree: dict[str, Any]) -> Iterator[str]:
    for where, value in leaves(tree):
        if where and where[-1] in _FILES and isinstance(value, str):
            yield value


def purge(holdings: Holdings) -> None:
    """Remove what goes. Raises OutputError at the first that cannot be, with the rest still there."""
    for path in holdings.removed:
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                f"{path} cannot be removed: {error.strerror or error}",
                "Check the folder’s permissions and run the command again: what is left goes then.",
            ) from None
