"""A cause of action in the firm's own folder: a copy to change as it likes, or a file that extends drafter's
own block by block.
"""

from __future__ import annotations

import os
from pathlib import Path

from drafter.errors import NotFound, UsageError
from drafter.library import Library
from drafter.library.files import read_text
from drafter.library.own_causes import front_matter_of
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.matter_files.private_disk import put_in_place
from drafter.tree.answers import Change
from drafter.wording import did_you_mean
from drafter.yamltext.rewrite import rewrite

__all__ = ["customize", "moved_out"]

SHARED = 0o644
"""Templates are the whole firm's, and have no facts."""

_EXTENSION = """{{% extends "builtin/causes/{name}.md" %}}
{{% block elements %}}
{{{{ super() }}}}
{{% endblock %}}
{{% block relief %}}
{{{{ super() }}}}
{{% endblock %}}
"""


def customize(library: Library, name: str, folder: Path, extend: bool) -> Path:
    """Write the cause `name` into the firm's `folder`; gives the file. It is drafter's own text, or, with
    `extend`, blocks that take it up whole.

    Raises NotFound for a cause the library does not have, and UsageError where the folder has the file
    already or cannot be written.
    """
    library.cause(name)
    text = _EXTENSION.format(name=name) if extend else read_text(library.builtin / "causes" / f"{name}.md")
    return _put(folder, name, text)


def moved_out(sheet: str, name: str, folder: Path) -> Path:
    """Move the cause `name`, which the sheet at that path declares, into the firm's `folder`: the file is
    front matter alone, and the sheet is saved without it. Gives the file.

    Raises NotFound for a cause the sheet does not have, SheetError where the sheet cannot be saved, and
    UsageError as `customize` does.
    """
    causes = {str(own.id): own for own in load(sheet).sheet.causes}
    if name not in causes:
        hint = did_you_mean(name, list(causes), 3, 0.4) or "A cause of a sheet stands under its “causes:”."
        raise NotFound(f"{sheet} declares no cause “{name}”", hint)
    keeper = EditingSession.open(sheet)
    try:
        keeper.record(Change(f"causes.{name}", "remove"))
        target = _put(folder, name, f"---\n{rewrite('', front_matter_of(causes[name]))}---\n")
        keeper.save()
    finally:
        keeper.close()
    return target


def _put(folder: Path, name: str, text: str) -> Path:
    """Write the text of a cause into the firm's folder. Raises UsageError."""
    target = folder / "causes" / f"{name}.md"
    if os.path.lexists(target):
        raise UsageError(f"{target} is there already", "Change that file, or remove it to begin again.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(target, text.encode(), SHARED)
    except OSError as error:
        raise UsageError(
            f"{target} cannot be written: {error.strerror}", "Name another folder with --templates."
        ) from None
    return target
