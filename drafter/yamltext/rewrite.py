"""Changing a sheet's text: only the lines of what changed, with comments, order, quotes and blank lines
elsewhere as they were.

What is written is always read back and compared. Where lines cannot be told apart safely, the smallest
enclosing block that can is written anew, and at last the whole sheet.
"""

from __future__ import annotations

from typing import Any, Iterable

import yaml

from drafter.errors import SheetError
from drafter.tree.answers import Answers, Change, same
from drafter.yamltext.edits import edit_text
from drafter.yamltext.read import DEEPEST, parse
from drafter.yamltext.spans import UnclearSpan, compose
from drafter.yamltext.write import new

__all__ = ["apply", "new", "rewrite"]

_DEPTHS = (DEEPEST, 6, 5, 4, 3, 2, 1)


def apply(text: str, changes: Iterable[Change], name: str = "the sheet") -> str:
    """The sheet `text` with `changes` made. Raises SheetError where `text` cannot be read, and NoPlace."""
    answers = Answers(parse(text, name) if text.strip() else {})
    for change in changes:
        answers.apply(change)
    return rewrite(text, answers.tree)


def rewrite(text: str, tree: dict[str, Any]) -> str:
    """The sheet `text`, which can be read, changed to hold `tree`. Raises SheetError where no sheet can hold
    it: it is nested too deep.
    """
    whole = text if text.endswith("\n") or not text else text + "\n"
    root = compose(whole)
    if isinstance(root, yaml.MappingNode) and root.value:
        for depth in _DEPTHS:
            edited = _attempt(whole, root, tree, depth)
            if edited is not None:
                return edited if text.endswith("\n") or edited != whole else text
    written = _opening(whole) + new(tree)
    if not same(parse(written, "the sheet"), tree):
        raise SheetError(
            "These answers cannot be written as a fact sheet",
            "They are in the journal beside it; take the last one back and save again.",
        )
    return written


def _attempt(text: str, root: Any, tree: dict[str, Any], depth: int) -> str | None:
    try:
        edited = edit_text(text, root, tree, depth)
        return edited if same(parse(edited, "the sheet"), tree) else None
    except (UnclearSpan, SheetError):
        return None


def _opening(text: str) -> str:
    """The comment lines a sheet begins with."""
    lines = text.split("\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(f"{line}\n" for line in lines[:count])
