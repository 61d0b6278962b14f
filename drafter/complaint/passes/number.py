"""Passes from tree to tree: join the claims' headings, number, refer, put footnotes in order, collect the
defined terms.
"""

from __future__ import annotations

import posixpath
import re
from typing import Callable, Iterable, NamedTuple, Sequence

from drafter.anchors import entry_of
from drafter.document import (
    Block,
    CountHeading,
    Document,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Inline,
    Inlines,
    Layout,
    Lead,
    NumberedParagraph,
    PrayerItem,
    Reference,
    Run,
    SignatureBlock,
    Span,
    SubParagraph,
    Table,
    TermDefinition,
    plain,
)
from drafter.wording import letters, roman

__all__ = ["Numbers", "inlines_of", "join_count_headings", "numbered", "resolved"]


def join_count_headings(blocks: Iterable[Block]) -> list[Block]:
    """A heading labelled `claim.…` and the centered lines under it are one heading: ordinal, title, lines."""
    done: list[Block] = []
    for block in blocks:
        last = done[-1] if done else None
        if isinstance(block, Heading) and block.label.startswith("claim."):
            done.append(CountHeading(plain(block.content), (), (), block.label, block.origin))
        elif isinstance(last, CountHeading) and isinstance(block, Lead) and block.centered:
            done[-1] = (
                last._replace(title=block.content)
                if not last.title
                else last._replace(lines=(*last.lines, block.content))
            )
        else:
            done.append(block)
    return done


class Numbers(NamedTuple):
    """What numbering found. `order` lists the labels of numbered paragraphs; `groups` maps a label to all
    paragraphs it stands for.
    """

    order: dict[str, int]
    printed: dict[str, str]
    groups: dict[str, list[str]]
    labels: dict[int, str]
    repeated: tuple[str, ...]


_FORMATS: dict[str, Callable[[int], str]] = {
    "upper-roman": roman,
    "upper-letter": letters,
    "decimal": str,
    "lower-roman": lambda n: roman(n).lower(),
    "none": lambda _: "",
}


def numbered(blocks: Sequence[Block], layout: Layout) -> tuple[list[Block], Numbers]:
    """`blocks` with their numbers; every numbered paragraph has a label then, its own or one made of its
    part's and its place there.
    """
    numbers = Numbers({}, {}, {}, {}, ())
    counter = _Counter(layout, numbers)
    return [counter.block(block) for block in blocks], numbers._replace(repeated=tuple(counter.repeated))


class _Counter:
    def __init__(self, layout: Layout, numbers: Numbers) -> None:
        self.formats = [_FORMATS[name] for name in layout.heading_numbers]
        self.numbers = numbers
        self.repeated: list[str] = []
        self.paragraph = 0
        self.prayer = 0
        self.headings = [0, 0, 0]
        self.subs = [0, 0]
        self.open: list[str] = ["", "", ""]
        self.made: dict[str, int] = {}

    def block(self, block: Block) -> Block:
        match block:
            case NumberedParagraph():
                return self.allegation(block)
            case SubParagraph():
                return self.sub(block)
            case Heading():
                return self.heading(block)
            case CountHeading():
                self.start(0, block.label)
                self.name(block.label, block.ordinal)
            case PrayerItem():
                self.prayer += 1
                return block._replace(number=letters(self.prayer))
        return block

    def allegation(self, block: NumberedParagraph) -> NumberedParagraph:
        self.paragraph += 1
        self.subs = [0, 0]
        label = block.label or self.made_label(block)
        self.name(label, str(self.paragraph))
        self.numbers.order[label] = self.paragraph
        self.numbers.labels[self.paragraph] = label
        for part in filter(None, self.open):
            self.numbers.groups.setdefault(part, []).append(label)
        return block._replace(number=self.paragraph, label=label)

    def made_label(self, block: NumberedParagraph) -> str:
        """A label that stays where other paragraphs come and go: part, element or entry of the sheet, and the
        template's line.
        """
        origin = block.origin
        entry = ".".join(block.element) if block.element[0] else entry_of(origin.paths, plain(block.content))
        stem = posixpath.basename(origin.template).removesuffix(".md")
        made = "/".join(filter(None, (self.open[0] or "part", entry, stem, origin.digest)))
        self.made[made] = self.made.get(made, 0) + 1
        return made if self.made[made] == 1 else f"{made}/{self.made[made]}"

    def sub(self, block: SubParagraph) -> SubParagraph:
        self.subs = [self.subs[0] + 1, 0] if block.level == 1 else [self.subs[0], self.subs[1] + 1]
        own = letters(self.subs[0]).lower() if block.level == 1 else roman(self.subs[1]).lower()
        above = (
            f"{self.paragraph}({letters(self.subs[0]).lower()})" if block.level == 2 else str(self.paragraph)
        )
        if block.label:
            self.name(block.label, f"{above}({own})")
        return block._replace(number=own)

    def heading(self, block: Heading) -> Heading:
        level = block.level - 1
        self.headings = [*self.headings[:level], self.headings[level] + 1, *[0] * (2 - level)]
        self.start(level, block.label)
        own = self.formats[level](self.headings[level])
        number = f"{own}." if own else ""
        if block.label:
            self.name(block.label, number)
        return block._replace(number=number)

    def start(self, level: int, label: str) -> None:
        self.open = [*self.open[:level], label, *[""] * (2 - level)]

    def name(self, label: str, number: str) -> None:
        if label in self.numbers.printed:
            self.repeated.append(label)
        self.numbers.printed[label] = number


# --- references
# ------------------------------------------------------------------------------------------------------------


def resolved(document: Document, numbers: Numbers) -> Document:
    """`document` with its references and footnote marks resolved, and its terms collected.

    Marks are numbered in their order; one that has no footnote keeps 0. A footnote that no mark calls, and a
    second one
    of the same mark, is `unprinted`.
    """
    written = {note.id for note in document.footnotes}
    notes: dict[str, int] = {}
    terms: list[tuple[str, str]] = []
    last = ""

    def visit(inline: Inline) -> Inline:
        if isinstance(inline, Reference):
            return resolve(inline, numbers)
        if isinstance(inline, FootnoteMark):
            return (
                inline._replace(number=notes.setdefault(inline.id, len(notes) + 1))
                if inline.id in written
                else inline
            )
        if isinstance(inline, TermDefinition):
            terms.append((inline.text, last))
        return inline

    def visited(content: Inlines) -> Inlines:
        return content if all(type(inline) is Run for inline in content) else tuple(map(visit, content))

    body = []
    for block in document.body:
        last = getattr(block, "label", "") or last
        body.append(with_inlines(block, lambda content: _capitals(_single_stops(visited(content)))))
    called = dict(notes)
    footnotes = [_noted(note, called, visit) for note in document.footnotes]
    placed = sorted((note for note in footnotes if note.number), key=lambda note: note.number)
    unprinted = tuple(note for note in footnotes if not note.number)
    return document._replace(
        body=tuple(body),
        footnotes=tuple(placed),
        labels=numbers.printed,
        terms=tuple(terms),
        unprinted=unprinted,
    )


def _noted(note: Footnote, called: dict[str, int], visit: Callable[[Inline], Inline]) -> Footnote:
    """`note` with its number, which the first of one mark takes out of `called`; a mark inside a note calls
    none.
    """
    content = tuple(inline if isinstance(inline, FootnoteMark) else visit(inline) for inline in note.content)
    return note._replace(content=content, number=called.pop(note.id, 0))


def _single_stops(content: Inlines) -> Inlines:
    """`content` with one full stop where a name that ends in one (“Acme, Inc.”) ends a sentence."""
    if not any(isinstance(inline, Run) and inline.text[:1] in ("", ".") for inline in content):
        return content
    placed: list[Inline] = []
    for inline in content:
        before = placed[-1] if placed else None
        if (
            isinstance(inline, Run)
            and isinstance(before, Run)
            and before.text.endswith(".")
            and inline.text.startswith(".")
        ):
            if not (before.text.endswith("..") or inline.text.startswith("..")):
                inline = inline._replace(text=inline.text[1:])
        if not (isinstance(inline, Run) and not inline.text):
            placed.append(inline)
    return tuple(placed)


_OPENS = re.compile(r"(?:^|[.?!][”’)]? )(the) (?=[A-Z“])")


def _capitals(content: Inlines) -> Inlines:
    """`content` with a capital where a group’s name (“the Individual Defendants”) opens a sentence of the
    template; what a user typed in his own sentences stands as typed.
    """
    starts = {found.start(1) for found in _OPENS.finditer(plain(content))}
    if not starts:
        return content
    changed: list[Inline] = []
    at = 0
    for inline in content:
        length = len(plain((inline,)))
        if isinstance(inline, Run) and (not inline.path or inline.path.endswith(".short")):
            for start in (start - at for start in starts if at <= start < at + length):
                inline = inline._replace(text=f"{inline.text[:start]}T{inline.text[start + 1 :]}")
        changed.append(inline)
        at += length
    return tuple(changed)


def resolve(reference: Reference, numbers: Numbers) -> Reference:
    """`reference` with its spans: paragraphs in order, runs of them joined; labels that nothing carries are
    `missing`.
    """
    found: set[int] = set()
    others: list[Span] = []
    missing: list[str] = []
    for first, last in reference.labels:
        ends = [_paragraphs(first, numbers), _paragraphs(last, numbers)]
        if ends[0] and ends[1]:
            found |= set(range(ends[0][0], ends[1][-1] + 1)) if first != last else set(ends[0])
        elif first == last and first in numbers.printed:
            others.append(Span(first, numbers.printed[first], first, numbers.printed[first]))
        else:
            missing += [label for label, end in ((first, ends[0]), (last, ends[1])) if not end]
    return reference._replace(
        spans=(*_runs(sorted(found), numbers), *others), missing=tuple(dict.fromkeys(missing))
    )


def _paragraphs(label: str, numbers: Numbers) -> list[int]:
    if label in numbers.order:
        return [numbers.order[label]]
    return sorted(numbers.order[own] for own in numbers.groups.get(label, []) if own in numbers.order)


def _runs(found: list[int], numbers: Numbers) -> list[Span]:
    labels = numbers.labels
    spans: list[Span] = []
    for number in found:
        if spans and int(spans[-1].last_number) == number - 1:
            spans[-1] = spans[-1]._replace(last=labels[number], last_number=str(number))
        else:
            spans.append(Span(labels[number], str(number), labels[number], str(number)))
    return [part for span in spans for part in _split_pair(span)]


def _split_pair(span: Span) -> list[Span]:
    """Two paragraphs in a row are cited as “12, 13”, not as a range."""
    if int(span.last_number) - int(span.first_number) != 1:
        return [span]
    return [
        Span(span.first, span.first_number, span.first, span.first_number),
        Span(span.last, span.last_number, span.last, span.last_number),
    ]


def with_inlines(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """`block` with each of its passages of text changed."""
    if isinstance(block, Table):
        return block._replace(rows=tuple(tuple(change(cell) for cell in row) for row in block.rows))
    if isinstance(block, CountHeading):
        return block._replace(title=change(block.title), lines=tuple(map(change, block.lines)))
    if isinstance(block, Figure):
        return block._replace(caption=change(block.caption))
    if isinstance(block, SignatureBlock):
        return block._replace(
            lines=tuple(line._replace(content=change(line.content)) for line in block.lines)
        )
    content = change(block.content)
    return block if content is block.content else block._replace(content=content)


_OF_PARTS = (Table, CountHeading, Figure, SignatureBlock)
"""The blocks that have several passages of text, or one under another name."""


def inlines_of(block: Block) -> Inlines:
    """Everything inline in `block`, in order."""
    if not isinstance(block, _OF_PARTS):
        return block.content
    found: list[Inline] = []
    with_inlines(block, lambda content: found.extend(content) or content)  # type: ignore[func-returns-value]
    return tuple(found)
