"""A paper as a closed tree: what stands in it, in what order, and where each part came from.

Nodes are immutable named tuples (to define one costs a twelfth of a frozen dataclass, and the command line
pays for each at every start). `Inline` and `Block` are closed unions: a writer that meets a node it does not
know must fail. Lengths are in points.

A tree is assembled with labels, then resolved by small passes (numbers, cross-references, footnotes, defined
terms); writers only print.
"""

from __future__ import annotations

from typing import NamedTuple

from drafter.document.blocks import (
    Block,
    BlockQuote,
    Bullet,
    Continuation,
    CountHeading,
    Figure,
    Footnote,
    Heading,
    Lead,
    NumberedParagraph,
    PrayerItem,
    SignatureBlock,
    SignatureLine,
    SubParagraph,
    Table,
)
from drafter.document.first_page import Caption, CaptionLine, CounselBlock
from drafter.document.inline import (
    BOLD,
    ITALIC,
    NO_ORIGIN,
    UNDERLINE,
    Blank,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Origin,
    Reference,
    Run,
    Span,
    TermDefinition,
    mark_of,
    plain,
)
from drafter.document.look import Layout, Meta

__all__ = [
    "BOLD",
    "Blank",
    "Block",
    "BlockQuote",
    "Bullet",
    "Caption",
    "CaptionLine",
    "Continuation",
    "CounselBlock",
    "CountHeading",
    "Document",
    "Figure",
    "Footnote",
    "FootnoteMark",
    "Heading",
    "ITALIC",
    "Inline",
    "Inlines",
    "Layout",
    "Lead",
    "LineBreak",
    "Meta",
    "NO_ORIGIN",
    "NumberedParagraph",
    "Origin",
    "PrayerItem",
    "Reference",
    "Run",
    "SignatureBlock",
    "SignatureLine",
    "Span",
    "SubParagraph",
    "Table",
    "TermDefinition",
    "UNDERLINE",
    "mark_of",
    "plain",
]


class Document(NamedTuple):
    """A pleading ready to print. `labels` maps each label to the number a reader counts; `terms` lists
    defined terms in order.

    anchor_key what names the bookmarks of the file; without it they are numbered
    contents   a table of contents stands between the caption and the body, which then starts a page
    unprinted  footnotes that print nowhere: no mark calls them, or another of the same mark stands before
    """

    meta: Meta
    layout: Layout
    counsel: CounselBlock | None
    caption: Caption
    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    labels: dict[str, str] = {}
    terms: tuple[tuple[str, str], ...] = ()
    contents: bool = False
    unprinted: tuple[Footnote, ...] = ()
    anchor_key: str = ""
