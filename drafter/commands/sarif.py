"""Findings in SARIF 2.1.0, which editors and code hosts show beside the lines of the fact sheet (OASIS standard, March 2020)."""

from __future__ import annotations

from typing import Any

from drafter import __version__
from drafter.facts.load import Loaded
from drafter.facts.paths import locate
from drafter.facts.read import parse
from drafter.findings import Finding, Severity

__all__ = ["sarif"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif(findings: list[Finding], loaded: Loaded) -> dict[str, Any]:
    """One run over one sheet; accepted findings are there, suppressed with their reason."""
    lines: dict[Any, int] = {}
    tree = parse(loaded.source.text, loaded.source.name, lines)
    run = {
        "tool": {"driver": {"name": "drafter", "version": __version__, "rules": _rules(findings)}},
        "artifacts": [{"location": {"uri": loaded.source.name}}],
        "results": [_result(finding, loaded.source.name, _line(tree, lines, finding.where)) for finding in findings],
    }
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _rules(findings: list[Finding]) -> list[dict[str, Any]]:
    from drafter.checks import CHECKS

    used = [CHECKS[own] for own in sorted({finding.check for finding in findings})]
    return [{"id": entry.id, "shortDescription": {"text": entry.title}, "fullDescription": {"text": entry.explanation}} for entry in used]


def _result(finding: Finding, name: str, line: int) -> dict[str, Any]:
    region: dict[str, Any] = {"region": {"startLine": line}} if line else {}
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.fix}".strip()},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": name}, **region}, "logicalLocations": [{"fullyQualifiedName": finding.where}]}],
    }
    if finding.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result


def _line(tree: dict[str, Any], lines: dict[Any, int], path: str) -> int:
    """The line of `path`, or of the nearest thing above it that the sheet has; 1 where there is none."""
    while path:
        location = locate(tree, path)
        while location:
            if location in lines:
                return lines[location]
            location = location[:-1]
        path = path.rpartition(".")[0]
    return 1
