"""The text of a library's file as the record it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from drafter.errors import TemplateError
from drafter.facts.compiled import core
from drafter.facts.record import Record
from drafter.facts.schema import validator
from drafter.library.filled import fill
from drafter.yamltext.read import SourceFile, parse

__all__ = ["front_matter", "validated", "without_front_matter"]

R = TypeVar("R", bound=Record)


def front_matter(text: str) -> str:
    """The front matter of a template, without its fences; empty where there is none."""
    if not text.startswith("---\n"):
        return ""
    end = text.find("\n---\n", 3)
    return "\n" + text[4:end] if end > 0 else ""


def without_front_matter(text: str) -> str:
    """The text of a template with its front matter blanked, each line where it was."""
    front = front_matter(text)
    head = len(front) + 7 if front else 0  # the fences and the newline after them
    return "\n" * text[:head].count("\n") + text[head:]


def validated(text: str, path: Path, record: type[R], own: str = "") -> R:
    """The `record` that the file of this text holds, filled from `own`, drafter's file of that name. Raises
    TemplateError with file, line and entry.
    """
    tree = parse(text, path.name)
    if own:
        fill(path.parent.name, tree, parse(own, path.name))
    try:
        entry: R = validator(record).validate_python(tree)
    except core().ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = tuple(part for part in first["loc"] if not str(part).startswith("<"))
        at = SourceFile(path.name, text, "").at(where)
        raise TemplateError(
            f"{at}: {'.'.join(map(str, where))}: {first['msg']}",
            "See `drafter schema --of cause` or `--of court`.",
        ) from None
    return entry
