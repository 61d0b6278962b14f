"""What the complaint says of a plaintiff, for the plaintiff to read and sign; and whose reading lapsed
because it was reworded since.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

from drafter.complaint import Draft
from drafter.document import Block, CountHeading, Heading, NumberedParagraph, SignatureBlock, plain
from drafter.facts.parties import PERSONS, Plaintiff
from drafter.facts.values import known
from drafter.matter_files.private_disk import sha256

__all__ = ["Lapsed", "hash_of_words", "lapsed", "statements_about"]


class Lapsed(NamedTuple):
    """A plaintiff whose copy came back signed and no longer says what the complaint says."""

    plaintiff: str
    name: str
    day: str


class _Paragraph(NamedTuple):
    """A numbered paragraph: its number, words and label, and the sheet paths that it prints."""

    number: str
    words: str
    label: str
    paths: tuple[str, ...]


def statements_about(draft: Draft, plaintiff: str) -> list[tuple[str, str]]:
    """The paragraphs that print something of the plaintiff’s own entry or name the plaintiff, each with its
    number.
    """
    record = next(one for one in draft.matter.raw.plaintiffs if one.id == plaintiff)
    named = _names(record)
    told = {
        own
        for own, one in draft.matter.allegations.items()
        if plaintiff in one.plaintiffs or one.actor == plaintiff
    }
    return [
        (one.number, one.words)
        for one in _paragraphs(draft)
        if one.label in told
        or any(path.startswith(f"plaintiffs.{plaintiff}.") for path in one.paths)
        or any(name in one.words for name in named)
    ]


def _names(record: Plaintiff) -> list[str]:
    name = str(known(record.name) or "")
    last = name.rpartition(" ")[2] if record.kind in PERSONS else name
    return [own for own in (last, str(known(record.short) or "")) if own]


def _paragraphs(draft: Draft) -> Iterator[_Paragraph]:
    """Each numbered paragraph with what belongs to it."""
    found: _Paragraph | None = None
    for block in draft.document.body:
        if isinstance(block, NumberedParagraph | Heading | CountHeading | SignatureBlock):
            if found:
                yield found
            found = None
        if isinstance(block, NumberedParagraph):
            number, words = str(block.number), plain(block.content)
            found = _Paragraph(number, words, block.label, block.origin.paths)
        elif found:
            found = found._replace(
                words=f"{found.words} {_words(block)}".strip(), paths=(*found.paths, *block.origin.paths)
            )
    if found:
        yield found


def _words(block: Block) -> str:
    return plain(getattr(block, "content", ()))


def hash_of_words(statements: list[tuple[str, str]]) -> str:
    """The hash of what a copy says, whatever the numbers of its paragraphs."""
    return sha256("\n".join(words for _, words in statements).encode())


def lapsed(draft: Draft) -> list[Lapsed]:
    """The plaintiffs whose signed copy says other words than the complaint."""
    names = {str(one.id): str(known(one.name) or one.id) for one in draft.matter.raw.plaintiffs}
    last = {
        str(own): paper
        for paper in draft.matter.raw.filing_package
        if paper.kind == "client-copy"
        for own in paper.by
    }
    return [
        Lapsed(own, names[own], str(known(paper.date) or ""))
        for own, paper in last.items()
        if own in names and str(known(paper.words) or "") != hash_of_words(statements_about(draft, own))
    ]
