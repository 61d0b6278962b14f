"""Findings that a lawyer has accepted: which acceptance stands, which has lapsed.

An acceptance keeps the hash of the fields that the check looked at. When one of them changes it lapses, and the finding counts again. An
acceptance typed into the sheet has no hash until `drafter accept` gives it one, and does not count before.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from drafter.complaint import Draft
from drafter.facts.filing import Acceptance
from drafter.facts.paths import walk
from drafter.facts.record import Record
from drafter.facts.values import known

__all__ = ["Accepted", "Reader"]


class Reader:
    """The values of a sheet by path."""

    def __init__(self, sheet: Record) -> None:
        self.sheet = sheet
        self._records: dict[str, Record] = {}

    def value(self, path: str) -> Any:
        """What stands at `path`; None where the sheet has nothing there."""
        if not self._records:
            self._records = {found.path: found.record for found in walk(self.sheet)}
        if path in self._records:
            return self._records[path]
        parent, _, leaf = path.rpartition(".")
        record = self._records.get(parent) if parent else self.sheet
        return getattr(record, leaf, getattr(record, f"{leaf}_", None)) if record is not None else None

    def hash(self, paths: tuple[str, ...]) -> str:
        """Sixteen hexadecimal digits that change when what stands at one of `paths` does."""
        values = [[path, _plain(self.value(path))] for path in sorted(set(paths))]
        return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return {name: _plain(entry) for name, entry in value.__dict__.items() if entry not in (None, [], {})}
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, (list, tuple)) else value


class Accepted:
    """The acceptances of a draft's sheet."""

    def __init__(self, draft: Draft) -> None:
        sheet = draft.matter.raw
        self._reader = Reader(sheet)
        self._by_check: dict[str, list[Acceptance]] = {}
        for entry in sheet.accepted_findings:
            if not entry.states or draft.matter.profile.state in entry.states:
                self._by_check.setdefault(str(entry.check).upper(), []).append(entry)

    def of(self, check: str, where: str, reads: tuple[str, ...]) -> tuple[str, str]:
        """Who accepted this finding and why, or empty; and why an acceptance of it does not count, or empty."""
        lapsed = ""
        for entry in self._by_check.get(check, ()):
            if known(entry.where) not in (None, where):
                continue
            told = f"{entry.by}{f', {known(entry.date)}' if known(entry.date) else ''}: {entry.why}"
            kept = known(entry.hash)
            if kept == self._reader.hash(reads):
                return told, ""
            lapsed = f"accepted by {told}; " + ("what it looked at has changed since" if kept else "confirm it with `drafter accept`")
        return "", lapsed
