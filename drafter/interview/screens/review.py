"""The review: what is missing and what is weak, gravest first, each a row that goes to the question it is
about.
"""

from __future__ import annotations

from typing import Iterator, Sequence

from drafter.findings import Finding
from drafter.interview.asking import Chosen, Prompt, Row
from drafter.interview.menu_screen import MenuScreen
from drafter.interview.sections import MissingAnswer, lacking
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AskMenu, OpenNearest, OpenReview, Steps

__all__ = ["ReviewScreen"]

_WORDS = {"error": "must be mended", "warning": "weak", "advice": "to consider"}


class ReviewScreen(MenuScreen):
    """What is missing; with a library also the findings."""

    done = "done"

    def __init__(self, sitting: Sitting, opened: OpenReview) -> None:
        super().__init__(sitting, self.done)
        self.findings: Sequence[Finding] = ()

    def describe(self) -> AskMenu:
        """A row for each question that is missing and each finding."""
        findings = self.sitting.findings
        if findings is None:
            return self._missing_alone()
        findings.refresh(self.sitting.keeper.answers.tree)
        self.findings, missing = findings.findings, lacking(self.sitting)
        rows = [Row("done", "Back to the hub"), *_rows(self.findings, missing)]
        problem = findings.preview.problem
        notes = [f"The draft cannot be made yet: {problem}" if problem else _counted(self.findings, missing)]
        help = "Enter goes to the question a line is about."
        return AskMenu(Prompt("review", "Review", notes=notes, help=help), rows, at=self.at)

    def _missing_alone(self) -> AskMenu:
        missing = lacking(self.sitting)
        rows = [
            Row("done", "Back to the hub"),
            *(Row(each.path, f"Missing: {each.title}", each.path) for each in missing),
        ]
        notes = (f"{len(missing)} required left",)
        return AskMenu(Prompt("review", "Review", notes=notes), rows, at="done")

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Go to the question that the row is about."""
        kind, _, rest = chosen.key.partition(" ")
        if kind != "finding":
            yield OpenNearest(rest or kind)
            return None
        finding = self.findings[int(rest)]
        self.sitting.say(
            f"{finding.check}: {finding.message}",
            finding.fix,
            *(str(authority) for authority in finding.authority),
        )
        if finding.where:
            yield OpenNearest(finding.where)
        return None


def _rows(findings: Sequence[Finding], missing: Sequence[MissingAnswer]) -> Iterator[Row]:
    """A row for each question that is missing and each finding; blanks are shown once, as what is missing."""
    for path, title in missing:
        yield Row(f"path {path}", f"Missing: {title}", path)
    for position, finding in enumerate(findings):
        if finding.check != "DOC-010" or not any(finding.where == path for path, _ in missing):
            yield Row(
                f"finding {position}",
                f"{finding.check} ({_WORDS[finding.severity.value]}): {finding.message}",
                finding.where,
            )


def _counted(findings: Sequence[Finding], missing: Sequence[MissingAnswer]) -> str:
    counts = [
        f"{sum(finding.severity.value == name for finding in findings)} {words}"
        for name, words in _WORDS.items()
    ]
    return f"{len(missing)} missing; findings: {', '.join(counts)}."
