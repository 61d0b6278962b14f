"""`drafter check`: what is missing or weak."""

from __future__ import annotations

import argparse
from typing import Any

from drafter.commands.common import made, print_json, verdict
from drafter.findings import Finding

__all__ = ["check"]


def check(options: argparse.Namespace) -> int:
    from drafter.checks import run

    findings = run(made(options))
    if options.format == "json":
        print_json([_as_json(finding) for finding in findings])
        return int(any(finding.severity.value == "error" for finding in findings))
    for finding in findings:
        authority = f" [{'; '.join(map(str, finding.authority))}]" if finding.authority else ""
        print(f"{finding.severity.value.upper():8}{finding.check}  {finding.message} {finding.fix}{authority}\n        {finding.where}")
    return verdict(findings)


def _as_json(finding: Finding) -> dict[str, Any]:
    authority = [{"cite": entry.cite, "status": entry.status, "read": entry.read} for entry in finding.authority]
    return {**finding._asdict(), "severity": finding.severity.value, "reads": list(finding.reads), "authority": authority}
