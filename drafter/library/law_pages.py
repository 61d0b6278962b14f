"""The law of a State as a page to read, and how much of it was read."""

from __future__ import annotations

from collections import Counter
from typing import Iterable, Iterator

from drafter.facts.states import STATE_NAMES
from drafter.library.pages import marked
from drafter.library.readings import readings
from drafter.library.records import Law
from drafter.library.states import StateCause, StateLaw

__all__ = ["share_read", "state_page"]


def share_read(law: StateLaw) -> tuple[int, int]:
    """How many of the assertions of a State’s file were read in their text, and how many there are."""
    found = Counter(one.law.status for one in readings(law))
    return found["text_read"], sum(found.values())


def state_page(law: StateLaw) -> str:
    """The page of a State’s law."""
    read, every = share_read(law)
    days = sorted(str(one.law.day) for one in readings(law) if one.law.day)
    age = f" · read between {days[0]} and {days[-1]}" if days else ""
    lines = [STATE_NAMES[str(law.state)], f"{read} of {every} assertions read in their text{age}", ""]
    lines += _part("CODES", (f"  {one.name}: {one.cite}" for one in law.codes))
    lines += _part(
        "LIMITATIONS", (line for one in law.periods for line in _entry(f"{one.kind}: {one.period}", one.law))
    )
    lines += _part(
        "U.C.C.", (line for one in law.ucc for line in _entry(f"§ {one.uniform}: {one.cite}", one.law))
    )
    lines += _part("CORE CAUSES", (line for one in law.causes for line in _cause(one)))
    lines += _part(
        "NO CLASS UNDER",
        (line for one in law.class_bars for line in _entry(f"{one.act}: {one.text}", one.law)),
    )
    lines += _part(
        "CLAIMS TO PRESENT TO PUBLIC BODIES",
        (line for one in law.public_claims for line in _entry(f"{one.statute}, {one.within}", one.law)),
    )
    lines += _part("NOTES", (f"  {marked(one)}" for one in law.notes))
    return "\n".join(lines).rstrip()


def _part(title: str, lines: Iterator[str]) -> list[str]:
    found = list(lines)
    return [title, *found, ""] if found else []


def _entry(words: str, laws: Iterable[Law]) -> list[str]:
    return [f"  - {words}", *(f"    {marked(one)}" for one in laws)]


def _cause(entry: StateCause) -> Iterator[str]:
    if entry.refused:
        yield from _entry(f"{entry.cause}: no such claim: {entry.refused}", entry.law)
        return
    told = ", ".join(map(str, entry.pleaded_as))
    yield from _entry(
        f"{entry.cause}{f' as {told}' if told else ''}: {entry.citation or 'common law'}", entry.law
    )
    for name, some in (("element", entry.elements), ("remedy", entry.remedies), ("notice", entry.pre_suit)):
        for one in some:
            yield from (f"    {line}" for line in _entry(f"{name} {one.id}", one.law))
    for period in entry.limitations:
        yield from (f"    {line}" for line in _entry(f"period: {period.period}", period.law))
    for name, laws in (("reliance", entry.reliance), ("class", entry.class_notes), ("watch", entry.watch)):
        yield from (f"      {name}: {marked(one)}" for one in laws)
