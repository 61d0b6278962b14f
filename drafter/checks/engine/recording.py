"""What a check reads of the sheet, recorded while it runs; and what each of its findings rests on.

A finding rests on its words, on what stands at its own path, and on what was read for it, field by field. A
field that stands in no list counts. Of the entries of a list those count that the finding names: by its path,
by what it declares, by the claim whose block it stands at. The others were only looked through to find these:
they count as no more than the ids let through, which are the finding's own paths and words. Where the finding
names a list as a whole, and no entry of it, every entry counts.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from typing import Any, ClassVar, Iterable, Protocol

from drafter.checks.engine.fields_read import FieldsRead, Reading, stands_in
from drafter.checks.engine.hit import Found, Hit, as_hit
from drafter.checks.engine.places import RecordPlace, joined, places, plain_value, records_in
from drafter.complaint import Draft
from drafter.complaint.views.watched import Reads, ReadsOfViews, watched
from drafter.facts.record import Record
from drafter.library import CourtProfile

__all__ = ["RECORDED", "Reading", "Recorder"]

RECORDED = "r1-"
"""How the hash begins of an acceptance whose finding was recorded."""


EVERY_FIELD = "every field of the sheet"


class Runs(Protocol):
    """A check, as far as it is run."""

    @property
    def id(self) -> str: ...

    def found(self, draft: Draft) -> Found: ...


class Recorder:
    """Runs checks on one draft and records what they read. What several of them share and a view keeps is
    reckoned once and counts for each.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._of_views: ReadsOfViews = {}
        self._found: dict[str, list[tuple[Hit, list[Reading]]]] = {}
        self._made: tuple[dict[int, RecordPlace], dict[str, Record]] | None = None

    def reads(self, check: Runs) -> list[tuple[str, ...]]:
        """The paths on which each finding of a check rests: its own first."""
        return [
            tuple(dict.fromkeys((*hit.declared, *sorted(one.path for one in read))))
            for hit, read in self.recorded(check)
        ]

    def digests(self, check: Runs, earlier: bool = False) -> dict[str, str]:
        """By path, a hash that changes when what is found there does, or what it rests on; `earlier`: as it
        was made when who speaks in an allegation counted for every finding on it.
        """
        there: dict[str, list[Any]] = {}
        for hit, read in self._recorded_as_earlier(check) if earlier else self.recorded(check):
            values = {one.path: one.value for one in read}
            reached = sorted(values)
            values |= {path: _own(self._at(path)) for path in hit.reads if not _stands_in_one(path, reached)}
            values |= {f"{hit.where}.": _own(self._at(hit.where))}
            there.setdefault(hit.where, []).append([hit.message, sorted(values.items())])
        return {where: f"{RECORDED}{_hash(findings)}" for where, findings in there.items()}

    def declared(self, paths: Iterable[str]) -> str:
        """A hash that changes when anything at one of `paths` does: what a version kept that recorded
        nothing.
        """
        return _hash([[path, plain_value(self._at(path))] for path in sorted(set(paths))])

    def recorded(self, check: Runs) -> list[tuple[Hit, list[Reading]]]:
        """What a check finds, each finding with the fields it rests on."""
        self.record([check])
        return self._found[check.id]

    def record(self, checks: Iterable[Runs]) -> None:
        """Run `checks` as far as they were not recorded: many at once cost less than one by one."""
        wanted = [check for check in checks if check.id not in self._found]
        if wanted:
            places = self._places[0]
            with watched(self._of_views) as reads:
                for check in wanted:
                    self._found[check.id] = self._watch(check, reads, FieldsRead(places))

    def _recorded_as_earlier(self, check: Runs) -> list[tuple[Hit, list[Reading]]]:
        places = self._places[0]
        with watched(self._of_views) as reads:
            _ = self._draft.matter.allegations
            return self._watch(check, reads, FieldsRead(places))

    def _watch(self, check: Runs, reads: Reads, read: FieldsRead) -> list[tuple[Hit, list[Reading]]]:
        found: list[tuple[Hit, list[Reading]]] = []
        for one in check.found(self._draft):
            read.add(reads.take())
            hit = as_hit(one)
            found.append((hit, read.behind(self._named(hit))))
            reads.take()  # what it took to know what the finding names is not the check's own
        reads.forget()
        return found

    def _named(self, hit: Hit) -> list[str]:
        """The parts of the sheet that a finding names: its own path, unless that is a list of whose entries
        it names some; what it declares; the claim whose block it stands at.
        """
        some = any(path.startswith(f"{hit.where}.") for path in hit.reads)
        named = [*hit.reads] if some and records_in(self._at(hit.where)) else [*hit.declared]
        kind, _, own = hit.block.partition(".")
        if kind == "claim" and own and not any(stands_in(path, f"claims.{own}") for path in named):
            named.append(f"claims.{own}")
        return [path for path in named if path]

    def sources(self, check: Runs) -> set[str]:
        """All that a check reads, whether it finds anything or not: fields as `plaintiffs[].name`, and in
        words the draft, the court's profile, the causes' data, every field.
        """
        read = FieldsRead(self._places[0])
        draft = _WatchedDraft(*self._draft)
        draft.looked.clear()
        with watched(self._of_views) as reads:
            for _ in check.found(draft):
                pass
            log = list(reads.take())
            other = {_source(record) for record, _ in log if id(record) not in self._places[0]}
            whole = any(name == "__dict__" and record is self._draft.matter.raw for record, name in log)
            read.add(log)
        words = other | draft.looked | ({EVERY_FIELD} if whole else set())
        fields = (one for one in read.everything() if not one.holds_records)
        return (words - {""}) | {f"`{joined(one.place.pattern, one.name)}`" for one in fields}

    @property
    def _places(self) -> tuple[dict[int, RecordPlace], dict[str, Record]]:
        if self._made is None:
            self._made = places(self._draft)
        return self._made

    def _at(self, path: str) -> Any:
        """What stands at `path`; None where the sheet has nothing there."""
        records = self._places[1]
        if path in records:
            return records[path]
        parent, _, leaf = path.rpartition(".")
        record = records.get(parent) if parent else self._draft.matter.raw
        return getattr(record, leaf, getattr(record, f"{leaf}_", None))


class _WatchedDraft(Draft):
    """A draft that notes when its document is looked at, and what stands beside its sheet."""

    looked: ClassVar[set[str]] = set()

    @property
    def document(self) -> Any:
        self.looked.add("the draft")
        return self[0]

    @property
    def related(self) -> Any:
        self.looked.add("the files beside the sheet")
        return self[3]


def _source(record: Record) -> str:
    """What holds a record that is none of the sheet's, in words."""
    if isinstance(record, CourtProfile):
        return "the court’s profile"
    return "the causes’ data" if type(record).__module__.startswith("drafter.library") else ""


def _own(value: Any) -> Any:
    """What stands at the path of a finding itself, as a whole; of lists of records, nothing."""
    if isinstance(value, Record):
        return {name: _own(one) for name, one in value.__dict__.items() if one not in (None, [], {})}
    return None if records_in(value) else plain_value(value)


def _stands_in_one(path: str, ordered: list[str]) -> bool:
    """Whether one of `ordered` is `path`, or stands in it."""
    for wanted in (path, f"{path}."):
        position = bisect_left(ordered, wanted)
        if position < len(ordered) and (
            ordered[position] == path or ordered[position].startswith(f"{path}.")
        ):
            return True
    return False


def _hash(values: Any) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:16]
