"""The versions of the fact sheet's form, and how an older sheet is brought forward: from each version to the
next, on its tree and on its text.

A sheet of an older version is drafted and checked in memory; its file is changed only by
`drafter.matter_files.upgrade`, after a yes.
"""

from __future__ import annotations

from typing import Any, Protocol

from drafter.yamltext.comments import with_comments_of
from drafter.yamltext.migrations import with_version
from drafter.yamltext.read import parse
from drafter.yamltext.rewrite import rewrite
from drafter.yamltext.steps import Made

__all__ = ["MIGRATIONS", "MigrationStep", "current", "forward", "text_forward"]

Tree = dict[str, Any]


class MigrationStep(Protocol):
    """One change of the form (`drafter.yamltext.migrations` has the usual ones)."""

    def tree(self, tree: Tree, made: Made) -> list[str]:
        """Make the change in `tree`; gives what was done, a line each. Raises NotForward."""
        ...

    def text(self, text: str) -> str:
        """`text` with as much of the change made as keeps its comments in their places; what is left is made
        from the tree.
        """
        ...


MIGRATIONS: dict[int, tuple[MigrationStep, ...]] = {}
"""From each version that was released to the next one, in order. A version is never taken out: its sheets
stay readable.
"""


def current() -> int:
    """The version that this drafter writes."""
    return len(MIGRATIONS) + 1


def forward(
    tree: Tree, version: int, made: Made = lambda new, old: new, to: int | None = None
) -> tuple[Tree, list[str]]:
    """A tree of `version` in the form of the present one (or of `to`), and what was done; `tree` stays as it
    is. Raises NotForward.
    """
    tree = _containers(tree)
    told: list[str] = []
    for number in range(version, to or current()):
        for step in MIGRATIONS[number]:
            told += step.tree(tree, made)
        tree["schema_version"] = made(str(number + 1), tree["schema_version"])
    return tree, told


def text_forward(text: str, name: str) -> tuple[str, list[str]]:
    """The text of a sheet in the form of the present version, with every comment of it, and what was done.
    Raises NotForward and SheetError.
    """

    before, told = text, []
    first = version = int(parse(text, name)["schema_version"])
    while version < current():
        for step in MIGRATIONS[version]:
            tree = parse(text, name)
            told += step.tree(tree, lambda new, old: new)
            text = rewrite(step.text(text), tree)
        version += 1
        text = with_version(text, version)
    return with_comments_of(before, text, first), told


def _containers(value: Any) -> Any:
    """`value` in containers of its own, holding the same texts."""
    if isinstance(value, dict):
        return {name: _containers(entry) for name, entry in value.items()}
    return [_containers(entry) for entry in value] if isinstance(value, list) else value
