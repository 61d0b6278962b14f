"""Bookmarks and cross-references: REF fields to anchors, with the number in the tree as their result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.anchors import Anchor, anchors_of
from drafter.document import (
    Block,
    CountHeading,
    Document,
    Heading,
    Lead,
    NumberedParagraph,
    PrayerItem,
    Reference,
    Span,
    SubParagraph,
)
from drafter.word.xml import field, properties, run

__all__ = ["Target", "bookmarked", "reference", "targets", "toc_bookmark", "toc_name"]

_FIRST_HEADING = 100_000
"""Ids of the headings' bookmarks stand above those of labels."""


def toc_name(at: int) -> str:
    """The bookmark that the table of contents points to for the heading at `at`, counted from 0 through the
    body.
    """
    return f"_Toc{_FIRST_HEADING + at}"


def toc_bookmark(at: int, runs: str) -> str:
    """The runs of the heading at `at` inside its bookmark."""
    return (
        f'<w:bookmarkStart w:id="{_FIRST_HEADING + at}" w:name="{toc_name(at)}"/>{runs}<w:bookmarkEnd'
        f' w:id="{_FIRST_HEADING + at}"/>'
    )


def _switch(block: Block) -> str:
    """How Word's REF prints the number of `block`; empty where the block has none that Word counts."""
    match block:
        case NumberedParagraph() | PrayerItem():
            return r"\r"
        case SubParagraph():
            return r"\w"
        case Heading(number=number) if number:
            return r"\n"
    return ""


class Target(NamedTuple):
    """A place that can be referred to: its bookmark, which says nothing of the sheet's ids, and its REF
    switch.
    """

    name: str
    switch: str


_LABELLED = (Heading, CountHeading, NumberedParagraph, Lead, SubParagraph, PrayerItem)


def targets(document: Document, anchors: Iterable[Anchor] = ()) -> dict[str, Target]:
    """Labels that blocks carry, each with its bookmark: the first of two alike, but a paragraph with a number
    before a heading, as references are resolved.
    """
    names = {anchor.place: anchor.name for anchor in anchors or anchors_of(document)}
    found: dict[str, Target] = {}
    for index, block in enumerate(document.body):
        if not (isinstance(block, _LABELLED) and block.label):
            continue
        target = Target(names["body", index, 0], _switch(block))
        if isinstance(block, NumberedParagraph) and found.get(block.label, target).switch in ("", r"\n"):
            found[block.label] = target
        found.setdefault(block.label, target)
    return found


def bookmarked(name: str, number: int, runs: str) -> str:
    """`runs` inside the bookmark `name`; `number` is its id, unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


class _End(NamedTuple):
    label: str
    number: str


def _number(end: _End, known: dict[str, Target], rpr: str) -> str:
    target = known.get(end.label)
    if target is None:
        return run(end.number, rpr)
    if not target.switch:
        return f'<w:hyperlink w:anchor="{target.name}" w:history="1">{run(end.number, rpr)}</w:hyperlink>'
    switch = r"\n" if target.switch == r"\w" and end.number.startswith("(") else target.switch
    return field(f"REF {target.name} {switch} \\h", end.number, rpr)


def _span(span: Span, known: dict[str, Target], rpr: str) -> str:
    first = _number(_End(span.first, span.first_number), known, rpr)
    if span.first == span.last:
        return first
    return first + run("–", rpr) + _number(_End(span.last, span.last_number), known, rpr)


def _parts(node: Reference, known: dict[str, Target], rpr: str) -> Iterator[str]:
    broken = properties(node.style, "Broken")
    yield from (_span(span, known, rpr) for span in node.spans)
    yield from (run(f"[no paragraph {label}]", broken) for label in node.missing)
    if not node.spans and not node.missing:
        yield from (
            run(f"[{first}]" if first == last else f"[{first}–{last}]", broken) for first, last in node.labels
        )


def reference(node: Reference, known: dict[str, Target]) -> str:
    """The runs of a cross-reference: sign, fields, and in red what it points to in vain. `known` is what
    `targets` found.
    """
    rpr = properties(node.style)
    several = len(node.spans) > 1 or any(span.first != span.last for span in node.spans)
    sign = run("¶¶\u00a0" if several else "¶\u00a0", rpr) if node.sign else ""
    return sign + run(", ", rpr).join(_parts(node, known, rpr))
