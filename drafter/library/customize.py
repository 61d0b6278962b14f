"""A cause of action in the firm's own folder: a copy to change as it likes, or a file that extends drafter's
own block by block.
"""

from __future__ import annotations

import os
from pathlib import Path

from drafter.errors import UsageError
from drafter.library import Library
from drafter.library.files import read_text
from drafter.matter_files.private_disk import put_in_place

__all__ = ["customize"]

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
    target = folder / "causes" / f"{name}.md"
    if os.path.lexists(target):
        raise UsageError(f"{target} is there already", "Change that file, or remove it to begin again.")
    text = _EXTENSION.format(name=name) if extend else read_text(library.builtin / "causes" / f"{name}.md")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(target, text.encode(), SHARED)
    except OSError as error:
        raise UsageError(
            f"{target} cannot be written: {error.strerror}", "Name another folder with --templates."
        ) from None
    return target
