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
from typing import Any, ClassVar, Iterable, NamedTuple, Protocol

from drafter.checks.engine.hit import Found, Hit, as_hit
from drafter.checks.engine.places import RecordPlace, joined, places, plain_value, records_in
from drafter.complaint import Draft
from drafter.complaint.views.watched import Kept, watched
from drafter.facts.record import Record
from drafter.library import CourtProfile
from drafter.tree.unknown import notes_of

__all__ = ["RECORDED", "Reading", "Recorder"]

RECORDED = "r1-"
"""How the hash begins of an acceptance whose finding was recorded."""


EVERY_FIELD = "every field of the sheet"


class Runs(Protocol):
    """A check, as far as it is run."""

    @property
    def id(self) -> str: ...

    def found(self, draft: Draft) -> Found: ...


class Reading(NamedTuple):
    """One field that a check read: where its record stands, the record, the field's name there and its path;
    and whether it holds records and nothing of its own.
    """

    place: RecordPlace
    record: Record
    name: str
    path: str
    holds_records: bool

    @property
    def value(self) -> Any:
        """What it holds; of records, which ones; and the notes of what is not known in it."""
        held, notes = self.record.__dict__.get(self.name), notes_of(self.record).get(self.name)
        inner = records_in(held)
        if isinstance(held, dict) and inner:
            shown = list(held)
        else:
            shown = [getattr(one, "id", None) for _, one in inner] if inner else plain_value(held)
        return [shown, *notes] if notes else shown


class Recorder:
    """Runs checks on one draft and records what they read. What several of them share and a view keeps is
    reckoned once and counts for each.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._kept: Kept = {}
        self._found: dict[str, list[tuple[Hit, list[Reading]]]] = {}
        self._made: tuple[dict[int, RecordPlace], dict[str, Record]] | None = None

    def reads(self, check: Runs) -> list[tuple[str, ...]]:
        """The paths on which each finding of a check rests: its own first."""
        return [
            tuple(dict.fromkeys((*hit.declared, *sorted(one.path for one in read))))
            for hit, read in self.recorded(check)
        ]

    def digests(self, check: Runs) -> dict[str, str]:
        """By path, a hash that changes when what is found there does, or what it rests on."""
        there: dict[str, list[Any]] = {}
        for hit, read in self.recorded(check):
            values = {one.path: one.value for one in read}
            values |= {path: _own(self._at(path)) for path in hit.reads if not _reached(path, values)}
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
        if check.id not in self._found:
            found: list[tuple[Hit, list[Reading]]] = []
            read: dict[int, dict[str, Reading | None]] = {}
            with watched(self._kept) as reads:
                for one in check.found(self._draft):
                    self._sort(reads.take(), read)
                    hit = as_hit(one)
                    found.append((hit, _resting(self._named(hit), read)))
            self._found[check.id] = found
        return self._found[check.id]

    def _named(self, hit: Hit) -> list[str]:
        """The parts of the sheet that a finding names: its own path, unless that is a list of whose entries
        it names some; what it declares; the claim whose block it stands at.
        """
        some = any(path.startswith(f"{hit.where}.") for path in hit.reads)
        named = [*hit.reads] if some and records_in(self._at(hit.where)) else [*hit.declared]
        kind, _, own = hit.block.partition(".")
        if kind == "claim" and own and not any(_within(path, f"claims.{own}") for path in named):
            named.append(f"claims.{own}")
        return [path for path in named if path]

    def sources(self, check: Runs) -> set[str]:
        """All that a check reads, whether it finds anything or not: fields as `plaintiffs[].name`, and in
        words the draft, the court's profile, the causes' data, every field.
        """
        read: dict[int, dict[str, Reading | None]] = {}
        draft = _WatchedDraft(*self._draft)
        draft.looked.clear()
        with watched(self._kept) as reads:
            for _ in check.found(draft):
                pass
            log = list(reads.take())
            other = {_source(record) for record, _ in log if id(record) not in self._places[0]}
            whole = any(name == "__dict__" and record is self._draft.matter.raw for record, name in log)
            self._sort(log, read)
        words = other | draft.looked | ({EVERY_FIELD} if whole else set())
        fields = (one for some in read.values() for one in some.values() if one and not one.holds_records)
        return (words - {""}) | {f"`{joined(one.place.pattern, one.name)}`" for one in fields}

    def _sort(self, log: Iterable[tuple[Record, str]], read: dict[int, dict[str, Reading | None]]) -> None:
        """Take `log` up into `read`: by record, by name."""
        there = self._places[0]
        for record, name in log:
            own = id(record)
            if own not in there:
                continue
            fields = read.setdefault(own, {})
            if name not in fields:
                fields[name] = _reading(there[own], record, name)

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


def _reading(place: RecordPlace, record: Record, name: str) -> Reading | None:
    """One field of a record that was read; None for what is no field, and for an id, which its path holds."""
    if name == "id" or name not in type(record).questions:
        return None
    held = record.__dict__.get(name)
    return Reading(place, record, name, joined(place.path, name), bool(records_in(held)))


def _resting(named: list[str], read: dict[int, dict[str, Reading | None]]) -> list[Reading]:
    """Of all that was read until a finding was told, what it rests on, where it names these parts of the
    sheet.
    """
    found: list[Reading] = []
    for fields in read.values():
        there = [one for one in fields.values() if one is not None]
        entry = there[0].place.entry if there else ""
        counts = not entry or any(_within(path, entry) or _within(entry, path) for path in named)
        if counts:
            found += (
                one
                for one in there
                if not one.holds_records or any(_within(one.path, path) for path in named)
            )
    return found


def _within(path: str, other: str) -> bool:
    """Whether `path` is `other` or stands in it."""
    return path == other or path.startswith(f"{other}.")


def _own(value: Any) -> Any:
    """What stands at the path of a finding itself, as a whole; of lists of records, nothing."""
    if isinstance(value, Record):
        return {name: _own(one) for name, one in value.__dict__.items() if one not in (None, [], {})}
    return None if records_in(value) else plain_value(value)


def _reached(path: str, values: Iterable[str]) -> bool:
    """Whether something was read at `path` or in it."""
    return any(_within(one, path) for one in values)


def _hash(values: Any) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:16]
