"""The register of checks. A check is id, title named for the defect, severity, authority, explanation (its docstring) and a function."""

from __future__ import annotations

from typing import Callable, Iterator, NamedTuple

from drafter.complaint import Draft
from drafter.findings import Authority, Finding, Severity

__all__ = ["CHECKS", "Check", "check", "run"]


class Check(NamedTuple):
    """One check. `function` yields (message, where, fix, block label) for each defect it finds in a draft."""

    id: str
    title: str
    severity: Severity
    authority: tuple[Authority, ...]
    function: Callable[[Draft], Iterator[tuple[str, str, str, str]]]

    @property
    def explanation(self) -> str:
        """What it looks for and why."""
        return " ".join((self.function.__doc__ or "").split())


CHECKS: dict[str, Check] = {}


def check(id: str, title: str, severity: Severity, *authority: Authority) -> Callable[[Callable[[Draft], Iterator[tuple[str, str, str, str]]]], Check]:
    """Register the function below as the check `id`."""

    def register(function: Callable[[Draft], Iterator[tuple[str, str, str, str]]]) -> Check:
        CHECKS[id] = Check(id, title, severity, authority, function)
        return CHECKS[id]

    return register


def run(draft: Draft) -> list[Finding]:
    """Every finding on `draft`, gravest first, then in the order of the checks."""
    found = [
        Finding(entry.id, entry.severity, message, where, (where,), fix, entry.authority, block)
        for entry in CHECKS.values()
        for message, where, fix, block in entry.function(draft)
    ]
    return sorted(found, key=lambda finding: finding.severity.rank)
