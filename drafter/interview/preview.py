"""What the draft says now: a paragraph of it as it will print, and the findings at a path. For the interview,
whose sheet is not finished.

What a complaint cannot do without and the sheet does not have yet is stood in for, so that one part can be
shown before the others are there; a stand-in is never kept and what it prints is never shown.
"""

from __future__ import annotations

from typing import Any, Iterator

from drafter.checks import run_checks
from drafter.complaint import Draft, assemble
from drafter.document import BlockQuote, Continuation, NumberedParagraph, SubParagraph
from drafter.errors import DrafterError
from drafter.facts.filing import Court
from drafter.facts.values import Unknown
from drafter.findings import Finding
from drafter.library import Library
from drafter.matter_files.load import Loaded, validate
from drafter.text import front, render_block
from drafter.tree.paths import walk
from drafter.yamltext.read import SourceFile

__all__ = ["Preview"]

_STAND_INS: dict[str, Any] = {
    "court": {"id": Court.questions["id"].example},
    "plaintiffs": [{"id": "stand-in-plaintiff", "name": Unknown("plaintiff")}],
    "defendants": [{"id": "stand-in-defendant", "name": Unknown("defendant")}],
}
_PARTS = (BlockQuote, Continuation, SubParagraph)


class Preview:
    """Drafts the sheet as it stands. `problem` says why the last draft could not be made, or is empty."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.problem = ""

    def draft(self, tree: dict[str, Any]) -> Draft | None:
        """The draft of `tree`, or None with `problem` set."""
        try:
            source = SourceFile("the sheet", "", "")
            sheet = validate(
                {**self._stand_ins(tree), **{name: value for name, value in tree.items() if value}}, source
            )
            self.problem = ""
            return assemble(Loaded(sheet, source, list(walk(sheet))), self.library)
        except DrafterError as error:
            self.problem = error.message
            return None

    def _stand_ins(self, tree: dict[str, Any]) -> dict[str, Any]:
        if tree.get("claims"):
            return _STAND_INS
        cause = next(iter(self.library.ids("causes", ".md")))
        return {**_STAND_INS, "claims": [{"id": "stand-in-claim", "theories": [cause]}]}

    def element(self, tree: dict[str, Any], claim: str, element: str) -> list[str]:
        """The paragraphs that plead one element of a claim, as they will print."""
        return self._shown(tree, lambda block: getattr(block, "element", ("", "")) == (claim, element))

    def paragraphs(self, tree: dict[str, Any], path: str) -> list[str]:
        """The paragraphs that print something of the record at `path`, as they will print."""
        return self._shown(tree, lambda block: any(_within(own, path) for own in block.origin.paths))

    def _shown(self, tree: dict[str, Any], wanted: Any) -> list[str]:
        draft = self.draft(tree)
        if draft is None:
            return []
        shown, inside = [], False
        for block in draft.document.body:
            inside = (
                wanted(block)
                if isinstance(block, NumberedParagraph) or not isinstance(block, _PARTS)
                else inside or wanted(block)
            )
            if inside and isinstance(block, (NumberedParagraph, *_PARTS)):
                shown.append(render_block(block, draft.document.layout))
        return shown

    def pages(self, tree: dict[str, Any]) -> list[str]:
        """The whole draft as it will print, each finding in a line of its own before what it is about; why
        there is none, where it cannot be made.
        """
        draft = self.draft(tree)
        if draft is None:
            return ["The draft cannot be made yet:", *self.problem.split("\n")]
        found = _by_block(draft, list(_at(run_checks(draft), "")))
        lines = [line for part in front(draft.document) if part.strip() for line in (*part.split("\n"), "")]
        for number, block in enumerate(draft.document.body):
            lines += [_margin(finding) for finding in found.pop(number, ())]
            lines += [*render_block(block, draft.document.layout).split("\n"), ""]
        rest = [finding for several in found.values() for finding in several]
        return lines + (["ON THE DRAFT AS A WHOLE", *map(_margin, rest)] if rest else [])

    def findings(self, tree: dict[str, Any], path: str = "") -> list[Finding]:
        """The findings at `path` and below it (all of them without one), gravest first; those on stand-ins
        are left out.
        """
        draft = self.draft(tree)
        return list(_at(run_checks(draft), path)) if draft is not None else []


def _by_block(draft: Draft, findings: list[Finding]) -> dict[int, list[Finding]]:
    """The findings by the number of the block they are about: the first that prints something of their path,
    else of a path above it; -1 where none does.
    """
    first: dict[str, int] = {}
    for number, block in enumerate(draft.document.body):
        for own in block.origin.paths:
            for depth in range(1, own.count(".") + 2):
                first.setdefault(".".join(own.split(".")[:depth]), number)
    placed: dict[int, list[Finding]] = {}
    for finding in findings:
        steps = finding.where.split(".")
        near = (".".join(steps[:depth]) for depth in range(len(steps), 1 if len(steps) > 1 else 0, -1))
        number = next((first[path] for path in near if path in first), -1)
        placed.setdefault(number, []).append(finding)
    return placed


def _margin(finding: Finding) -> str:
    return f"▌ {finding.severity.value.upper()} {finding.check}: {finding.message}"


def _at(findings: list[Finding], path: str) -> Iterator[Finding]:
    for finding in findings:
        if "stand-in" not in finding.where and (not path or _within(finding.where, path)):
            yield finding


def _within(path: str, whole: str) -> bool:
    return path == whole or path.startswith(f"{whole}.")
