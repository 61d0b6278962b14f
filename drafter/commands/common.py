"""What several commands share: making a draft, counting, the verdict."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.complaint import Draft
    from drafter.findings import Finding

__all__ = ["counted", "made", "print_json", "verdict"]


def made(options: argparse.Namespace) -> Draft:
    from drafter.complaint import assemble
    from drafter.facts.load import load
    from drafter.library import open_library

    loaded = load(options.sheet)
    for line, lost in loaded.source.lost_text():
        print(f"drafter: {options.sheet}:{line}: everything after “ #” was read as a comment: “{lost[:60]}”; use a | block if it belongs to the text", file=sys.stderr)
    for note in loaded.notes:
        print(f"drafter: {note}", file=sys.stderr)
    return assemble(loaded, open_library(options.templates), options.court)


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def verdict(findings: list[Finding]) -> int:
    errors = [finding for finding in findings if finding.severity.value == "error"]
    if not errors:
        print("No finding of severity error.")
        return 0
    kinds = ", ".join(f"{check} ×{count}" if count > 1 else check for check, count in _tally(errors).items())
    print(f"NOT READY TO FILE: {counted(len(errors), 'error')} ({kinds}). `drafter check` explains them.")
    return 1


def _tally(findings: list[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.check] = counts.get(finding.check, 0) + 1
    return counts


def print_json(value: Any) -> None:
    import json

    print(json.dumps(value, indent=2, ensure_ascii=False))
