"""Findings and previews at the question they concern: advice above a question, never a wall in front of it.

The draft behind them is made when a screen opens, not at each prompt, so that going from one question to the
next stays quick on a large sheet.
"""

from __future__ import annotations

from typing import Any

from drafter.findings import Finding
from drafter.interview.preview import Preview
from drafter.tree.paths import locate, value_at

__all__ = ["Advice"]

MOST = 4
_PREVIEWED = ("classes",)
"""Lists whose entries show the wording as it will print."""


class Advice:
    """What to tell at a path, from the draft as it was when `refresh` was last called."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        self.findings: list[Finding] = []
        self._tree: dict[str, Any] = {}
        self._was: dict[str, str] = {}

    def refresh(self, tree: dict[str, Any]) -> None:
        """Draft `tree` anew and run the checks on it."""
        self._tree = tree
        self.findings = self.preview.findings(tree)
        self._was = {finding.where: self._there(finding.where) for finding in self.findings}

    def _there(self, path: str) -> str:
        """What stands at `path` now, as a word for comparison; empty where nothing does."""
        location = locate(self._tree, path)
        value = None if location is None else value_at(self._tree, location)
        return repr(value) if value not in (None, "", [], {}) else ""

    def _speaks(self, finding: Finding, path: str) -> bool:
        """Whether a finding is told at `path`: not where the question itself asks for what is missing, nor
        once the answer has changed.
        """
        return finding.where != path or bool(self._was.get(path)) and self._was[path] == self._there(path)

    def at(self, path: str) -> list[str]:
        """The findings at `path` itself or below it, as lines, the gravest first; no more than four, and how
        many more there are.
        """
        here = [
            finding
            for finding in self.findings
            if finding.check != "DOC-010" and _near(finding.where, path) and self._speaks(finding, path)
        ]
        lines = [f"{finding.check}: {finding.message} {finding.fix}".rstrip() for finding in here[:MOST]]
        return lines + ([f"… and {len(here) - MOST} more; Review lists them."] if len(here) > MOST else [])

    def screen(self, path: str) -> list[str]:
        """What the screen of the record at `path` shows above its fields: the wording as it will print, and
        the findings.
        """
        kind, _, rest = path.partition(".")
        shown = (
            self.preview.paragraphs(self._tree, path)[:1]
            if kind in _PREVIEWED and rest and "." not in rest
            else []
        )
        return [*(f"As it will print: {' '.join(paragraph.split())}" for paragraph in shown), *self.at(path)]


def _near(where: str, path: str) -> bool:
    return where == path or where.startswith(f"{path}.")
