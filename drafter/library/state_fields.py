"""Which States' files of law say something by a field, found by its word, without making a record of each."""

from __future__ import annotations

from drafter.library import Library
from drafter.library.files import read_text

__all__ = ["states_that_say"]


def states_that_say(library: Library, field: str) -> list[str]:
    """The ids of the States whose file of law, the firm's or drafter's own, has the word `field`. No other
    has a field of that name. Raises TemplateError where a file cannot be read.
    """
    return [
        name
        for name in library.ids("law", ".yaml")
        for paths in [[folder / "law" / f"{name}.yaml" for folder in library.folders]]
        if any(field in read_text(path) for path in paths if path.is_file() and library.files.holds(path))
    ]
