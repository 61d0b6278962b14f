"""The pair of a complaint with words to be sealed: the public version, from which they are gone, the whole
one with marks, and which portions they are.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple

from drafter.complaint import Draft
from drafter.document import CountHeading, Heading, NumberedParagraph, Run, plain
from drafter.facts.record import Record

__all__ = ["REDACTED", "SealedPortion", "left_open", "public_version", "sealed_portions", "typed"]

REDACTED = "[REDACTED]"
_LONG = 12
"""From how many letters on sealed words that stand elsewhere too are told: a name or a number, not a word."""


class SealedPortion(NamedTuple):
    """A portion of the complaint that is to be sealed: “paragraph 31”, what it was made from, its words."""

    portion: str
    label: str
    words: str


def typed(value: Any) -> Iterator[str]:
    """Every text that was typed into a part of a sheet."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        yield from (text for own in value.__dict__.values() for text in typed(own))
    elif isinstance(value, dict | list | tuple):
        parts = value.values() if isinstance(value, dict) else value
        yield from (text for own in parts for text in typed(own))


def sealed_portions(draft: Draft) -> list[SealedPortion]:
    """The portions that are to be sealed, in the order of the pages, each once."""
    found: list[SealedPortion] = []
    at, label = "the first page", ""
    for block in draft.document.body:
        if isinstance(block, NumberedParagraph):
            at, label = f"paragraph {block.number}", block.label
        elif isinstance(block, Heading | CountHeading):
            at, label = f"the heading “{_public(block)}”", block.label
        if words := " … ".join(_sealed(block)):
            found.append(SealedPortion(at, label, words))
    for note in draft.document.footnotes:
        if words := " … ".join(_sealed(note)):
            found.append(SealedPortion(f"footnote {note.number}", note.id, words))
    return _joined(found)


def _joined(found: list[SealedPortion]) -> list[SealedPortion]:
    """Portions of one paragraph as one."""
    by_portion: dict[str, SealedPortion] = {}
    for one in found:
        before = by_portion.get(one.portion)
        by_portion[one.portion] = one._replace(words=f"{before.words} … {one.words}") if before else one
    return list(by_portion.values())


def _public(block: Heading | CountHeading) -> str:
    return plain(_without(block.content)) if isinstance(block, Heading) else plain(_without(block.title))


def _sealed(value: Any) -> Iterator[str]:
    """The words to be sealed in a part of the tree."""
    if isinstance(value, Run):
        if value.sealed:
            yield value.text
    elif isinstance(value, tuple):
        yield from (words for own in value for words in _sealed(own))


def public_version(draft: Draft) -> Draft:
    """The draft without the words to be sealed: gone from every part of the file, not covered."""
    return draft._replace(document=_without(draft.document))


def _without(value: Any) -> Any:
    if not isinstance(value, tuple) or isinstance(value, Run):
        return value
    fields = getattr(value, "_fields", ())
    if fields:
        record: Any = value
        return record._replace(**{name: _without(getattr(value, name)) for name in fields})
    made: list[Any] = []
    hidden = False
    for own in value:
        if isinstance(own, Run) and own.sealed:
            made += [] if hidden else [Run(REDACTED, own.style)]
            hidden = True
        else:
            made.append(_without(own))
            hidden = False
    return tuple(made)


def left_open(draft: Draft, public: str) -> list[str]:
    """The portions whose sealed words stand in the public text all the same."""
    plainly = " ".join(public.split())
    return [
        one.portion
        for one in sealed_portions(draft)
        for words in one.words.split(" … ")
        if len(words) >= _LONG and " ".join(words.split()) in plainly
    ]
