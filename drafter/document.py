"""A paper as a closed tree: what stands in it, in what order, and where each part came from.

Nodes are immutable named tuples (to define one costs a twelfth of a frozen dataclass, and the command line
pays for each at every start). `Inline` and `Block` are closed unions: a writer that meets a node it does not
know must fail. Lengths are in points.

A tree is assembled with labels, then resolved by small passes (numbers, cross-references, footnotes, defined
terms); writers only print.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias, Union

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

ITALIC, BOLD, UNDERLINE = 1, 2, 4
"""Bits of a run's `style`."""


class Origin(NamedTuple):
    """Where a block came from: template file and line (1-based, 0 unknown), and the sheet paths whose values
    it prints.
    """

    template: str = ""
    line: int = 0
    paths: tuple[str, ...] = ()


NO_ORIGIN = Origin()


# --- inline


class Run(NamedTuple):
    """Text in one style; `path` is the sheet field it was typed in, empty for a template's own words."""

    text: str
    style: int = 0
    path: str = ""
    sealed: bool = False
    """To be filed under seal: the public draft prints it, highlighted, until the redaction is made."""


class TermDefinition(NamedTuple):
    """A term where it is defined: prints in quotation marks, once."""

    text: str
    style: int = 0
    path: str = ""


class Blank(NamedTuple):
    """What is missing, in words; prints highlighted in square brackets."""

    label: str
    path: str = ""
    style: int = 0


class Span(NamedTuple):
    """A resolved stretch of paragraphs: labels and the numbers a reader counts; `first == last` for one
    paragraph.
    """

    first: str
    first_number: str
    last: str
    last_number: str


class Reference(NamedTuple):
    """A cross-reference to labelled paragraphs.

    labels    pairs (first, last); the same label twice for one paragraph
    sign      print "¶"/"¶¶" in front
    spans     empty until resolved; coalesced and in order then
    missing   labels that nothing carries: printed in red, and a finding
    """

    labels: tuple[tuple[str, str], ...]
    sign: bool = False
    spans: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    style: int = 0


class FootnoteMark(NamedTuple):
    """The mark of a footnote; `number` is 0 until resolved."""

    id: str
    number: int = 0


class LineBreak(NamedTuple):
    """A line break inside a paragraph."""

    path: str = ""


Inline: TypeAlias = Union[Run, TermDefinition, Blank, Reference, FootnoteMark, LineBreak]
Inlines: TypeAlias = tuple[Inline, ...]


# --- blocks


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


# --- the first page


class CaptionLine(NamedTuple):
    """A line of a caption cell.

    kind, left: name (a party) | phrase ("individually and …") | role ("Plaintiff,") | connector ("v.")
    kind, right: number ("Case No. …") | title | legend (CLASS ACTION) | claims (lead-in) | claim (numbered) |
    jury | info (judge, MDL)
    """

    content: Inlines
    kind: str


class Caption(NamedTuple):
    """The court's title, the parties on the left, number, title, legends and claims on the right."""

    court_lines: tuple[Inlines, ...]
    left: tuple[CaptionLine, ...]
    right: tuple[CaptionLine, ...]
    origin: Origin = NO_ORIGIN

    @property
    def is_empty(self) -> bool:
        """Whether the paper has no caption."""
        return not (self.court_lines or self.left or self.right)


class CounselBlock(NamedTuple):
    """Counsel's names and addresses at the head of the first page, one entry a line."""

    lines: tuple[Inlines, ...]
    origin: Origin = NO_ORIGIN


class Footnote(NamedTuple):
    """A footnote's text, by the id of its mark; `number` is 0 until resolved."""

    id: str
    content: Inlines
    number: int = 0
    origin: Origin = NO_ORIGIN


# --- how it looks


class Layout(NamedTuple):
    """How a court wants the paper to look: a table read from its profile, in points. Writers format nothing
    by hand.

    paper            pleading (numbered lines, ruled) | plain
    lines            numbered lines a page, on pleading paper
    pitch            height of one numbered (double-spaced) line; single-spaced lines are half of it on
    pleading paper
    line_spacing     on plain paper: multiple of the face's single line (2.0 is "double")
    title_line       line of the page on which the court's title starts; 0: right after what precedes it
    counsel_block    counsel's block stands at the head of page 1
    caption_form     ruled (cell with a right and bottom rule) | box (both cells ruled) | bracket (a column of
    ")") | section ("§") | colon (":") |
                     asterisk ("*") | dashed (":" between dashes that end in x) | stacked (across the page,
                     title between rules) |
                     slash (across the page, title below a half rule that ends in a stroke)
    title_place      beside (the parties) | below (the caption, across the page)
    footer_form      page (its number) | title (below it a printed line and the paper's title) | page-title
    (“Page 1 – TITLE” at the left) |
                     firm (title, number and page at the left; the firm's name, address and telephone at the
                     right)
    heading_numbers  number formats of heading levels 1-3: upper-roman, upper-letter, decimal, lower-roman or
    none
    heading_align    alignment of heading levels 1-3: center or left
    part_case        upper: part headings in capitals | title
    signature_by     the signature line starts with "By:"
    page_legend_align  where the legend of each page stands
    """

    name: str = "plain"
    paper: str = "plain"
    lines: int = 0
    pitch: float = 24.0
    line_spacing: float = 2.0
    face: str = "Times New Roman"
    size: float = 12.0
    footnote_size: float = 12.0
    footer_size: float = 10.0
    page_width: float = 612.0
    page_height: float = 792.0
    margin_top: float = 72.0
    margin_bottom: float = 72.0
    margin_left: float = 72.0
    margin_right: float = 72.0
    title_line: int = 0
    counsel_block: bool = False
    caption_form: str = "ruled"
    title_place: str = "beside"
    footer_form: str = "page"
    heading_numbers: tuple[str, str, str] = ("none", "upper-letter", "decimal")
    heading_align: tuple[str, str, str] = ("center", "left", "left")
    part_case: str = "upper"
    signature_by: bool = True


class Meta(NamedTuple):
    """What the file says of itself. `legend` prints on every page, `firm` at the foot where the court wants
    it; hashes only, never facts, go into the custom part.
    """

    title: str
    footer_title: str
    legend: str = ""
    case_number: str = ""
    language: str = "en-US"
    hashes: tuple[tuple[str, str], ...] = ()
    firm: tuple[str, ...] = ()


class Document(NamedTuple):
    """A pleading ready to print. `labels` maps each label to the number a reader counts; `terms` lists
    defined terms in order.

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


def plain(content: Inlines) -> str:
    """The words of `content` as a reader sees them, without styles; blanks in brackets."""
    return "".join(_plain(inline) for inline in content)


def _plain(inline: Inline) -> str:
    match inline:
        case Run(text=text):
            return text
        case TermDefinition(text=text):
            return f"“{text}”"
        case Blank(label=label):
            return f"[{label}]"
        case LineBreak():
            return "\n"
        case FootnoteMark(number=number, id=name):
            return f"[{number or mark_of(name)}]"
        case Reference():
            return reference_text(inline)


def mark_of(name: str) -> str:
    """The mark of a footnote as it is typed, without the field that its id begins with."""
    return name.rpartition("^")[2]


def reference_text(reference: Reference) -> str:
    """ "¶ 12", "¶¶ 12, 14–16", or the bare numbers; a missing label is spelled out."""
    parts = [
        s.first_number if s.first == s.last else f"{s.first_number}–{s.last_number}" for s in reference.spans
    ]
    parts += [f"[no paragraph {label}]" for label in reference.missing]
    if not reference.spans and not reference.missing:
        parts = [f"[{a}]" if a == b else f"[{a}–{b}]" for a, b in reference.labels]
    several = len(reference.spans) > 1 or any(s.first != s.last for s in reference.spans)
    sign = ("¶¶\u00a0" if several else "¶\u00a0") if reference.sign else ""
    return sign + ", ".join(parts)
