"""The fields that a check has read, and which of them stand behind one of its findings."""

from __future__ import annotations

from itertools import islice
from typing import Any, Iterable, Iterator, NamedTuple

from drafter.checks.engine.places import RecordPlace, joined, plain_value, records_in
from drafter.facts.record import Record
from drafter.tree.unknown import notes_of

__all__ = ["FieldsRead", "Reading", "stands_in"]


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
        if notes is None and (held is None or isinstance(held, str)):
            return held
        inner = records_in(held)
        if isinstance(held, dict) and inner:
            shown = list(held)
        else:
            shown = [getattr(one, "id", None) for _, one in inner] if inner else plain_value(held)
        return [shown, *notes] if notes else shown


class FieldsRead:
    """What was read of records so far, by the entry of a list that each stands in: a long list is not looked
    through for each finding.
    """

    def __init__(self, places: dict[int, RecordPlace]) -> None:
        self._places = places
        self._fields: dict[int, dict[str, Record]] = {}
        """By identity of the record, the names of its fields."""
        self._made: dict[int, list[Reading]] = {}
        """The same as readings, as far as something rests on them."""
        self._records: dict[str, dict[int, int]] = {}
        """By entry, the records read there, each with its number in the order of reading."""
        self._within: dict[str, list[str]] = {}
        """By path, the entries that stand in it."""

    def add(self, log: Iterable[tuple[Record, str]]) -> None:
        """Take up what was read. What is no field of the sheet’s is passed over, and so is an id, which is in
        the path.
        """
        places, there = self._places, self._fields
        for record, name in log:
            if name == "id" or name[0] == "_":
                continue
            own = id(record)
            fields = there.get(own)
            if fields is None:
                if own not in places:
                    continue
                fields = there[own] = {}
                self._place(own, places[own].entry)
            if name not in fields and name in type(record).questions:
                fields[name] = record

    def _place(self, own: int, entry: str) -> None:
        if entry not in self._records:
            self._records[entry] = {}
            for path in _with_those_above(entry):
                self._within.setdefault(path, []).append(entry)
        self._records[entry][own] = len(self._fields)

    def everything(self) -> Iterator[Reading]:
        """All fields that were read."""
        return (one for record in self._fields for one in self._readings(record))

    def _readings(self, record: int) -> list[Reading]:
        there, fields = self._fields[record], self._made.setdefault(record, [])
        if len(fields) < len(there):
            place = self._places[record]
            fields += (_reading(place, one, name) for name, one in islice(there.items(), len(fields), None))
        return fields

    def behind(self, named: list[str]) -> list[Reading]:
        """Of all that was read until a finding was told, what it rests on, where it names these parts of the
        sheet.
        """
        names = frozenset(named)
        return [
            one
            for record in self._records_behind(named)
            for one in self._readings(record)
            if not one.holds_records or not names.isdisjoint(_with_those_above(one.path))
        ]

    def _records_behind(self, named: list[str]) -> list[int]:
        """The records that stand in no list, and those of the entries that are named, hold what is named or
        stand in it, in the order of reading.
        """
        entries = {"": None}
        for path in named:
            entries |= dict.fromkeys([*_with_those_above(path), *self._within.get(path, ())])
        numbers = {
            number: record for entry in entries for record, number in self._records.get(entry, {}).items()
        }
        return [numbers[number] for number in sorted(numbers)]


_fields_of = object.__getattribute__


def _with_those_above(path: str) -> Iterator[str]:
    """`path` and every path above it."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def _reading(place: RecordPlace, record: Record, name: str) -> Reading:
    held = _fields_of(record, "__dict__").get(name)  # not recorded itself
    holds_records = isinstance(held, (list, Record, dict)) and bool(records_in(held))
    return Reading(place, record, name, joined(place.path, name), holds_records)


def stands_in(path: str, other: str) -> bool:
    """Whether `path` is `other` or stands in it."""
    return path == other or path.startswith(f"{other}.")
