"""Findings in SARIF 2.1.0, which editors and code hosts show beside the lines of the fact sheet (OASIS
standard, March 2020).
"""

from __future__ import annotations

from typing import Any, Callable
from urllib.parse import quote

from drafter import __version__
from drafter.checks import CHECKS
from drafter.findings import Finding, Severity
from drafter.matter_files.load import Loaded
from drafter.matter_files.provenance import trace
from drafter.tree.paths import locate
from drafter.yamltext.read import parse

__all__ = ["sarif"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif(findings: list[Finding], loaded: Loaded) -> dict[str, Any]:
    """One run over one sheet; accepted findings are there, suppressed with their reason."""
    place, own = _placing(loaded), sorted({finding.check for finding in findings})
    run = {
        "tool": {"driver": {"name": "drafter", "version": __version__, "rules": _rules(own)}},
        "artifacts": [
            {"location": {"uri": quote(name)}}
            for name in dict.fromkeys([loaded.source.name, *(name for name, _ in loaded.hashes)])
        ],
        "results": [
            _result(finding, own.index(finding.check), *place(finding.where)) for finding in findings
        ],
    }
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _rules(used: list[str]) -> list[dict[str, Any]]:

    return [
        {
            "id": own,
            "shortDescription": {"text": CHECKS[own].title},
            "fullDescription": {"text": CHECKS[own].explanation},
            "defaultConfiguration": {"level": _LEVELS[CHECKS[own].severity]},
        }
        for own in used
    ]


def _result(finding: Finding, rule: int, name: str, line: int) -> dict[str, Any]:
    region: dict[str, Any] = {"region": {"startLine": line}} if line else {}
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.fix}".strip()},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": quote(name)}, **region},
                "logicalLocations": [{"fullyQualifiedName": finding.where}],
            }
        ],
    }
    if finding.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result


def _placing(loaded: Loaded) -> Callable[[str], tuple[str, int]]:
    """Gives the file and the line of a path, or of the nearest thing above it that the sheet has; line 1
    where there is none.
    """
    origins = trace(loaded.layers) if loaded.layers else None
    lines: dict[Any, int] = {}
    if origins is None:
        parse(loaded.source.text, loaded.source.name, lines)

    def place(path: str) -> tuple[str, int]:
        while path:
            location = locate(loaded.tree, path)
            while location:
                origin = origins.at(location) if origins else None
                if origin is not None:
                    return origin.file, origin.line
                if location in lines:
                    return loaded.source.name, lines[location]
                location = location[:-1]
            path = path.rpartition(".")[0]
        return loaded.source.name, 1

    return place
