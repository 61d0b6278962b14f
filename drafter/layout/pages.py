"""On which page each heading will stand, without a renderer.

Lines are counted with the widths of the face and filled as Word and LibreOffice fill a page: greedily,
headings kept with what follows, footnotes at the foot of the page of their mark. Exact on numbered paper,
where every line has a known height; on plain paper the height of a line is the face's own, taken as that of
Times.
"""

from __future__ import annotations

from typing import Callable, Iterator, NamedTuple, TypeAlias

from drafter.document import (
    BOLD,
    ITALIC,
    Block,
    BlockQuote,
    Bullet,
    Continuation,
    CountHeading,
    Document,
    Figure,
    FootnoteMark,
    Heading,
    Inlines,
    Lead,
    NumberedParagraph,
    PrayerItem,
    Run,
    SignatureBlock,
    SubParagraph,
    Table,
)
from drafter.layout.geometry import twips
from drafter.layout.heights import (
    figure_height,
    note_line,
    quoted_on,
    row_heights,
    separator_height,
    signature_height,
    signed_below,
)
from drafter.layout.setting import SETTINGS, Setting, Typesetter, heading_indent

__all__ = ["PageItem", "heading_pages", "items", "places"]

_MARK_WIDTH = Run("0 ")
SizeOf: TypeAlias = Callable[[str], tuple[int, int] | None]


class PageItem(NamedTuple):
    """A paragraph (or a row that is never cut) as it fills a page, in twips.

    lines       how many
    height      of one line
    after       room below it, which a page's end swallows
    keep_next   stands on the page of the next item's first line
    whole       never cut
    notes       the line (from 0) of each footnote mark and the height of its note
    """

    lines: int
    height: int
    after: int = 0
    keep_next: bool = False
    whole: bool = False
    notes: tuple[tuple[int, int], ...] = ()


def heading_pages(setter: Typesetter, document: Document, size_of: SizeOf) -> list[int]:
    """The page, from 1, of each heading of the body, in order. The body starts a page. `size_of` gives the
    size of the picture at a path in twips, None where it is not shown.
    """
    listed = [
        (block, _parted(setter, document, at, tuple(items(setter, block, document, size_of))))
        for at, block in enumerate(document.body)
    ]
    pages = places(setter, [item for _, made in listed for item in made])
    found, at = [], 0
    for block, made in listed:
        if isinstance(block, (Heading, CountHeading)):
            found.append(pages[at])
        at += len(made)
    return found


def _parted(
    setter: Typesetter, document: Document, at: int, made: tuple[PageItem, ...]
) -> tuple[PageItem, ...]:
    """What block `at` takes, the open line between two quotations included; what stands over a signature is
    kept with it.
    """
    if made and signed_below(document.body, at):
        made = (*made[:-1], made[-1]._replace(keep_next=True, whole=True))
    if setter.page.pleading and made and not made[-1].after and quoted_on(document.body, at):
        return (*made[:-1], made[-1]._replace(after=setter.page.pitch))
    return made


# --- what a block takes


def items(setter: Typesetter, block: Block, document: Document, size_of: SizeOf) -> Iterator[PageItem]:
    """What `block` takes of the page, paragraph by paragraph."""
    page = setter.page
    match block:
        case NumberedParagraph() | Continuation() | Bullet() | PrayerItem():
            yield _text(setter, document, block.content, SETTINGS[type(block).__name__])
        case SubParagraph(level=level):
            yield _text(setter, document, block.content, SETTINGS[f"SubParagraph{level}"])
        case Lead(centered=centered):
            yield _text(setter, document, block.content, SETTINGS["LeadCentered" if centered else "Lead"])
        case BlockQuote():
            quote = _text(setter, document, block.content, SETTINGS["BlockQuote"])
            yield quote._replace(
                after=page.fill(quote.lines * page.single) if page.pleading else page.single,
                whole=page.pleading and quote.lines * page.single <= page.depth // 2,
            )
        case Heading():
            yield _heading(setter, block)
        case CountHeading():
            yield from _count_heading(setter, block)
        case Table(rows=rows):
            yield from (PageItem(1, height, whole=True) for height in row_heights(setter, rows))
            if not page.pleading:
                yield PageItem(1, page.single)
        case Figure():
            size = None if block.problem else size_of(block.path)
            height, caption = figure_height(setter, size, block.caption)
            yield PageItem(1, height, keep_next=bool(caption), whole=True)
            if caption:
                yield PageItem(1, caption, whole=True)
        case SignatureBlock(lines=lines):
            yield PageItem(1, signature_height(setter, lines), whole=True)


def _text(setter: Typesetter, document: Document, content: Inlines, setting: Setting) -> PageItem:
    width, first = setter.page.column - setting.sides, setting.words_start
    marks = [at for at, inline in enumerate(content) if isinstance(inline, FootnoteMark)]
    notes = tuple(
        (setter.lines(content[: at + 1], width, first=first) - 1, _note_height(setter, document, content[at]))
        for at in marks
    )
    height = setter.page.single if setting.spacing == "single" else setter.page.pitch
    return PageItem(setter.lines(content, width, first=first), height, notes=notes)


def _note_height(setter: Typesetter, document: Document, mark: object) -> int:
    note = next(
        (note for note in document.footnotes if isinstance(mark, FootnoteMark) and note.id == mark.id), None
    )
    return (
        setter.lines((_MARK_WIDTH, *note.content), setter.page.column, size=setter.layout.footnote_size)
        * note_line(setter)
        if note
        else 0
    )


def _heading(setter: Typesetter, block: Heading) -> PageItem:
    centered = setter.layout.heading_align[block.level - 1] == "center"
    left, _ = heading_indent(setter.layout, block.level)
    content = (Run(f"{block.number} "), *block.content) if centered and block.number else block.content
    if block.level == 1 and setter.layout.part_case == "upper":
        content = tuple(
            inline._replace(text=inline.text.upper()) if isinstance(inline, Run) else inline
            for inline in content
        )
    bits = BOLD | (ITALIC if block.level == 3 else 0)
    return PageItem(
        setter.lines(content, setter.page.column - left, bits), setter.page.pitch, keep_next=True, whole=True
    )


def _count_heading(setter: Typesetter, block: CountHeading) -> Iterator[PageItem]:
    pitch, column = setter.page.pitch, setter.page.column
    head = setter.lines((Run(block.ordinal),), column, BOLD) if block.ordinal else 0
    head += setter.lines(block.title, column, BOLD) if block.title else 0
    yield PageItem(head, pitch, keep_next=True, whole=True)
    yield from (PageItem(setter.lines(line, column), pitch, keep_next=True) for line in block.lines)


# --- filling pages


def places(setter: Typesetter, listed: list[PageItem]) -> list[int]:
    """The page on which the first line of each item stands."""
    filler = _Page(setter)
    found: list[int] = []
    for at, item in enumerate(listed):
        if item.keep_next or item.whole or filler.least > 1:
            filler.make_room(_together(listed, at, filler.least))
        found.append(filler.place(item))
    return found


def _together(listed: list[PageItem], at: int, least: int) -> tuple[int, int]:
    """The height that must fit below what is on the page for item `at` to start on it, and that of the notes
    marked in it.
    """
    height = notes = 0
    for item in listed[at:]:
        lines = (
            item.lines
            if item.whole or item.keep_next or (least > 1 and item.lines <= 3)
            else min(least, item.lines)
        )
        height += lines * item.height
        notes += sum(note for line, note in item.notes if line < lines)
        if not item.keep_next:
            break
        height += item.after
    return height, notes


class _Page:
    """The page being filled: `y` from its top, `foot` what its notes take, `carried` the rest of a note for
    the next page.

    between room between two notes; least   lines of a paragraph that may stand alone at the foot or head of a
    page; first   what a double-spaced line takes at the head of a page
    """

    def __init__(self, setter: Typesetter) -> None:
        page = setter.page
        self.depth, self.note_line, self.rule = (
            page.depth or page.height - page.top - page.bottom,
            note_line(setter),
            separator_height(setter),
        )
        self.between = 0 if page.pleading else twips(setter.layout.footnote_size / 2)
        self.least = 1 if page.pleading else 2
        self.pitch, self.first = page.pitch, page.pitch if page.pleading else page.single
        self.number, self.y, self.foot, self.carried = 1, 0, 0, 0

    def turn(self) -> None:
        self.number, self.y = self.number + 1, 0
        self.foot = min(self.carried + self.rule, self.depth // 2) if self.carried else 0
        self.carried = 0

    def height(self, item: PageItem) -> int:
        """Of a line of `item`. The extra room of a double-spaced line on plain paper stands above it, and the
        first line of a page has none.
        """
        return self.first if not self.y and item.height == self.pitch else item.height

    def fits(self, height: int, notes: int = 0) -> bool:
        foot = self.foot + (
            min(notes, self.note_line) + (self.between if self.foot else self.rule) if notes else 0
        )
        return self.y + height + foot <= self.depth

    def make_room(self, wanted: tuple[int, int]) -> None:
        if self.y and not self.fits(*wanted) and wanted[0] <= self.depth:
            self.turn()

    def place(self, item: PageItem) -> int:
        started = 0
        for line in range(item.lines):
            notes = sum(note for at, note in item.notes if at == line)
            cut = (
                self.least > 1
                and not item.whole
                and item.lines - line == 2
                and line
                and not self.fits(2 * item.height, notes)
            )
            if self.y and (cut or not self.fits(item.height, notes)):
                self.turn()
            started = started or self.number
            self.y += self.height(item)
            self.note(notes)
        self.y += item.after
        return started or self.number

    def note(self, height: int) -> None:
        """Put a note at the foot; what does not fit goes on to the next page."""
        if not height:
            return
        self.foot += self.between if self.foot else self.rule
        room = max(self.depth - self.y - self.foot, 0) // self.note_line * self.note_line
        self.foot += min(room, height)
        self.carried += max(height - room, 0)
