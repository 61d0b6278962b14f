"""What stands in the body: headings, paragraphs and what is set into them, the prayer, signatures."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias, Union

from drafter.document.inline import NO_ORIGIN, Inlines, Origin, plain

__all__ = [
    "Block",
    "BlockQuote",
    "Bullet",
    "Continuation",
    "CountHeading",
    "Figure",
    "Footnote",
    "Heading",
    "Lead",
    "NumberedParagraph",
    "PrayerItem",
    "SignatureBlock",
    "SignatureLine",
    "SubParagraph",
    "Table",
]


class Heading(NamedTuple):
    """Level 1 (a part: PARTIES), 2 or 3. `number` ("I.", "A.") is empty where the layout does not number the
    level, and until resolved.
    """

    level: int
    content: Inlines
    label: str = ""
    number: str = ""
    origin: Origin = NO_ORIGIN


class CountHeading(NamedTuple):
    """The heading of a claim: ordinal line, title, citation and the by/for/against lines, one outline
    entry.
    """

    ordinal: str
    title: Inlines
    lines: tuple[Inlines, ...] = ()
    label: str = ""
    origin: Origin = NO_ORIGIN

    @property
    def named(self) -> str:
        """Ordinal and title in one, as a table of contents lists the claim."""
        return ": ".join(part for part in (self.ordinal, plain(self.title)) if part)


class NumberedParagraph(NamedTuple):
    """An allegation. `number` is 0 until resolved; `element` is (claim id, element id) where it pleads
    one.
    """

    content: Inlines
    label: str = ""
    number: int = 0
    element: tuple[str, str] = ("", "")
    origin: Origin = NO_ORIGIN


class Continuation(NamedTuple):
    """A further, unnumbered paragraph of the numbered paragraph above it."""

    content: Inlines
    origin: Origin = NO_ORIGIN


class Lead(NamedTuple):
    """An unnumbered paragraph of the pleading's own: preamble, WHEREFORE clause. `centered` for an epigraph
    or a bare line.
    """

    content: Inlines
    centered: bool = False
    label: str = ""
    origin: Origin = NO_ORIGIN


class SubParagraph(NamedTuple):
    """(a) or, at level 2, (i), inside the numbered paragraph above. `number` is the printed label without
    brackets, once resolved.
    """

    content: Inlines
    level: int = 1
    label: str = ""
    number: str = ""
    origin: Origin = NO_ORIGIN


class BlockQuote(NamedTuple):
    """A quotation set off, single-spaced, indented on both sides."""

    content: Inlines
    origin: Origin = NO_ORIGIN


class Bullet(NamedTuple):
    """A bullet inside the numbered paragraph above."""

    content: Inlines
    origin: Origin = NO_ORIGIN


class Table(NamedTuple):
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[Inlines, ...], ...]
    origin: Origin = NO_ORIGIN


class Figure(NamedTuple):
    """A picture: `path` as resolved on disk, text for a reader who cannot see it, caption. `problem`: why it
    is not shown, and `path` is as typed.
    """

    path: str
    alt: str
    caption: Inlines = ()
    origin: Origin = NO_ORIGIN
    problem: str = ""


class PrayerItem(NamedTuple):
    """A lettered item of the prayer; `number` is "A", "B" … once resolved."""

    content: Inlines
    label: str = ""
    number: str = ""
    origin: Origin = NO_ORIGIN


class SignatureLine(NamedTuple):
    """One line of a signature block. kind: dated | respectfully | firm | rule (the line to sign on) | name |
    detail | role
    """

    content: Inlines
    kind: str = "detail"


class SignatureBlock(NamedTuple):
    """Date and signature lines of one firm, kept together; never "/s/"."""

    lines: tuple[SignatureLine, ...]
    origin: Origin = NO_ORIGIN


class Footnote(NamedTuple):
    """A footnote's text, by the id of its mark; `number` is 0 until resolved."""

    id: str
    content: Inlines
    number: int = 0
    origin: Origin = NO_ORIGIN


Block: TypeAlias = Union[
    Heading,
    CountHeading,
    NumberedParagraph,
    Continuation,
    Lead,
    SubParagraph,
    BlockQuote,
    Bullet,
    Table,
    Figure,
    PrayerItem,
    SignatureBlock,
]
