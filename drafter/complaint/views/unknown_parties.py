"""Who sues, who is sued, for whom and under what law, where the sheet says that it is not known.

An empty list means all, or none; a list whose entries are not known means neither. What stands for them is a
blank, in the sentence that needs them, and nothing is alleged of anybody.
"""

from __future__ import annotations

from typing import NamedTuple

from drafter.complaint.views.values import Tokens, Value, value_of
from drafter.facts.claims import Claim, ReliefSought
from drafter.facts.record import Record
from drafter.facts.values import Unknown
from drafter.tree.paths import join
from drafter.tree.unknown import notes_of

__all__ = ["UnknownEntry", "blanks_for", "deciding_fields", "unknown_entries"]

_DECIDING: dict[type[Record], frozenset[str]] = {
    Claim: frozenset("theories by for against law agreement predicates".split()),
    ReliefSought: frozenset("claims classes against".split()),
}
"""Fields that say who sues, who is sued, for whom and under what law."""


class UnknownEntry(NamedTuple):
    """What is not known in a list: the note on it, and the path of the list."""

    note: str
    path: str


def unknown_entries(record: Record, path: str, name: str) -> tuple[UnknownEntry, ...]:
    """What is not known in the list `name` of `record`, which stands at `path`."""
    return tuple(UnknownEntry(note, join(path, name)) for note in notes_of(record).get(name, ()))


def blanks_for(tokens: Tokens, there: tuple[UnknownEntry, ...], prompt: str) -> list[Value]:
    """A blank for each."""
    return [value_of(tokens, Unknown(one.note), one.path, prompt) for one in there]


def deciding_fields(record: Record) -> frozenset[str]:
    """The fields of `record` that change who sues, who is sued, or under what law."""
    return _DECIDING.get(type(record), frozenset())
