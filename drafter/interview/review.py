"""The review: what is missing and what is weak, gravest first, each a row that goes to the question it is
about.
"""

from __future__ import annotations

from typing import Any, Callable, Iterator, Sequence

from drafter.findings import Finding
from drafter.interview.advice import Advice
from drafter.interview.asking import Asker, Back, Prompt, Row

__all__ = ["review", "rows_of"]

_WORDS = {"error": "must be mended", "warning": "weak", "advice": "to consider"}


def rows_of(findings: Sequence[Finding], missing: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """A row for each question that is missing (path, what it asks) and each finding; blanks are shown once,
    as what is missing.
    """
    for path, title in missing:
        yield Row(f"path {path}", f"Missing: {title}", path)
    for position, finding in enumerate(findings):
        if finding.check != "DOC-010" or not any(finding.where == path for path, _ in missing):
            yield Row(
                f"finding {position}",
                f"{finding.check} ({_WORDS[finding.severity.value]}): {finding.message}",
                finding.where,
            )


def review(
    asker: Asker,
    advice: Advice,
    tree: Callable[[], dict[str, Any]],
    missing: Callable[[], list[tuple[str, str]]],
    go: Callable[[str], None],
) -> None:
    """Show the review until the person is done. `go` opens the question at a path; `missing` gives what a
    complaint needs and the sheet has not.
    """
    at = "done"
    while True:
        advice.refresh(tree())
        lacking = missing()
        rows = [Row("done", "Back to the hub"), *rows_of(advice.findings, lacking)]
        notes = (
            [f"The draft cannot be made yet: {advice.preview.problem}"]
            if advice.preview.problem
            else [_counted(advice.findings, lacking)]
        )
        chosen = asker.menu(
            Prompt("review", "Review", notes=notes, help="Enter goes to the question a line is about."),
            rows,
            at=at,
        ).key
        if chosen == "done":
            return
        at = chosen
        try:
            _open(chosen, advice.findings, go, asker)
        except Back:
            continue


def _counted(findings: Sequence[Finding], missing: Sequence[tuple[str, str]]) -> str:
    counts = [
        f"{sum(finding.severity.value == name for finding in findings)} {words}"
        for name, words in _WORDS.items()
    ]
    return f"{len(missing)} missing; findings: {', '.join(counts)}."


def _open(chosen: str, findings: Sequence[Finding], go: Callable[[str], None], asker: Asker) -> None:
    kind, _, rest = chosen.partition(" ")
    if kind == "path":
        go(rest)
        return
    finding = findings[int(rest)]
    asker.say(
        f"{finding.check}: {finding.message}",
        finding.fix,
        *(str(authority) for authority in finding.authority),
    )
    if finding.where:
        go(finding.where)
