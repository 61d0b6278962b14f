"""Two matters that one plaintiff may not bring side by side: the same plaintiff, the same defendant, classes
that share members.
"""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from drafter.facts.classes import RepresentedGroup
from drafter.facts.dates import EventDate
from drafter.facts.periods import Period
from drafter.facts.sheet import FactSheet
from drafter.facts.values import known
from drafter.wording import COMPANY_ENDINGS

__all__ = ["Overlap", "overlap"]

_FORMS = re.compile(rf"\b(?:{'|'.join(COMPANY_ENDINGS)})\b")


class Overlap(NamedTuple):
    """What two matters share: plaintiffs and defendants by name, and the pairs of classes that may have
    members in common.
    """

    plaintiffs: tuple[str, ...]
    defendants: tuple[str, ...]
    classes: tuple[tuple[str, str], ...]


def overlap(one: FactSheet, other: FactSheet) -> Overlap | None:
    """What `one` and `other` share; None unless they share a plaintiff and a defendant and, where both are
    for classes, members of a class.

    Two classes are taken to share members unless the sheets say otherwise: periods that do not meet, or
    States that differ.
    """
    plaintiffs = _shared(
        [str(known(party.name) or "") for party in one.plaintiffs],
        [str(known(party.name) or "") for party in other.plaintiffs],
    )
    defendants = _shared(
        [str(known(party.name) or "") for party in one.defendants],
        [str(known(party.name) or "") for party in other.defendants],
    )
    pairs = tuple(
        (str(known(a.name) or a.id), str(known(b.name) or b.id))
        for a in one.classes
        for b in other.classes
        if _meet(a, b)
    )
    if not plaintiffs or not defendants or (one.classes and other.classes and not pairs):
        return None
    return Overlap(plaintiffs, defendants, pairs)


def _shared(one: list[str], other: list[str]) -> tuple[str, ...]:
    there = set(map(_plain, other)) - {""}
    return tuple(dict.fromkeys(name for name in one if _plain(name) in there))


def _plain(name: str) -> str:
    """A name as it is compared: without case, punctuation and the form of a company."""
    words = re.sub(r"[^\w\s]", "", name.casefold())
    return " ".join(_FORMS.sub(" ", words).split())


def _meet(one: RepresentedGroup, other: RepresentedGroup) -> bool:
    if one.states and other.states and not set(one.states) & set(other.states):
        return False
    return all(_touch(a, b) for a in _periods(one) for b in _periods(other))


def _periods(group: RepresentedGroup) -> Iterator[Period]:
    if group.period is not None:
        yield group.period


def _touch(one: Period, other: Period) -> bool:
    starts, ends = (
        [known(getattr(period, name)) for period in (one, other)] for name in ("from_", "through")
    )
    return not any(
        isinstance(start, EventDate) and isinstance(end, EventDate) and start.earliest > end.latest
        for start, end in ((starts[0], ends[1]), (starts[1], ends[0]))
    )
