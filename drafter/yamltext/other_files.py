"""Files that are no fact sheets, read as carefully."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import SheetError
from drafter.yamltext.read import contents

__all__ = ["other_contents"]


def other_contents(path: str | Path, name: str, most: int, *, too_large: str, otherwise: str) -> bytes:
    """The bytes of a file that is no fact sheet, as `contents` reads them; what to do is said in the words of
    `too_large` or `otherwise`. Raises SheetError.
    """
    try:
        return contents(path, name, most)
    except SheetError as error:
        hint = too_large if "the most" in error.message else otherwise
        raise SheetError(error.message.replace(", not a fact sheet", ""), hint) from None
