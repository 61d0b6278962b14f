"""Each kind of block as paragraphs. What is not a whole number of lines of pleading paper is filled up to
one.
"""

from __future__ import annotations

from drafter.anchors import Place
from drafter.document import (
    ITALIC,
    Block,
    BlockQuote,
    Bullet,
    Continuation,
    CountHeading,
    Figure,
    Heading,
    Inlines,
    Lead,
    NumberedParagraph,
    PrayerItem,
    Run,
    SignatureBlock,
    SignatureLine,
    SubParagraph,
    Table,
)
from drafter.layout.heights import FIGURE_DESCENT, quoted_on, scaled, signature_lines, signed_below
from drafter.layout.measure import knows
from drafter.layout.setting import SETTINGS
from drafter.word.figures import drawing
from drafter.word.inline import Pen
from drafter.word.numbering import ALLEGATIONS, BULLETS, HEADINGS, PRAYER
from drafter.word.tables import fact_table
from drafter.word.xml import paragraph, properties, run

__all__ = ["block", "body"]

_KEEP = ("<w:keepNext/>", "<w:keepLines/>")
"""What keeps a paragraph on the page of what follows it."""
_KINDS = {"dated": "SignatureDate", "rule": "SignatureRule"}


def body(pen: Pen, blocks: tuple[Block, ...]) -> str:
    """All blocks in order. An empty paragraph follows a table on plain paper, and any before another table,
    or Word would join the two; behind the last block it has next to no height, or it would make a page. On
    plain paper one stands between the signatures and a heading.
    """
    written: list[str] = []
    for index, node in enumerate(blocks):
        if isinstance(node, BlockQuote) and quoted_on(blocks, index):
            written.append(_quote(pen, index, node.content, True))
        else:
            written.append(block(pen, index, node, _KEEP if signed_below(blocks, index) else ()))
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(node, Table) and below is None:
            written.append(paragraph("TableEnd"))
        elif isinstance(node, Table) and (not pen.page.pleading or isinstance(below, Table)):
            written.append(paragraph("TableGap"))
        elif isinstance(node, SignatureBlock) and isinstance(below, Heading) and not pen.page.pleading:
            written.append(paragraph("TableGap"))
    return "".join(written)


def block(pen: Pen, at: int, node: Block, keep: tuple[str, ...] = ()) -> str:
    """The paragraphs of the block that stands at `at`; `keep` is what keeps it with the block below, where it
    is.
    """
    place = ("body", at, 0)
    match node:
        case NumberedParagraph(content=content, number=number):
            return paragraph(
                "Allegation",
                pen.anchored(place, pen.inlines(content)),
                pen.lists.advance(ALLEGATIONS, 0, str(number)),
                *keep,
            )
        case SubParagraph():
            return _sub(pen, place, node)
        case Continuation(content=content):
            return paragraph("AllegationContinued", pen.anchored(place, pen.inlines(content)), *keep)
        case BlockQuote(content=content):
            return _quote(pen, at, content)
        case Bullet(content=content):
            return paragraph("Bullet", pen.anchored(place, pen.inlines(content)), pen.lists.advance(BULLETS))
        case Heading(level=level, content=content, number=number):
            return paragraph(
                f"Heading{level}",
                pen.heading(pen.anchored(place, pen.inlines(content))),
                pen.lists.advance(HEADINGS, level - 1, number),
            )
        case CountHeading():
            return _count_heading(pen, at, node)
        case Lead(content=content, centered=centered):
            style = "LeadCentered" if centered else "Lead"
            return paragraph(style, pen.anchored(place, pen.inlines(content)), *keep)
        case PrayerItem(content=content, number=number):
            return paragraph(
                "PrayerItem",
                pen.anchored(place, pen.inlines(content)),
                pen.lists.advance(PRAYER, 0, number),
                *keep,
            )
        case Table(rows=rows):
            return fact_table(pen, at, rows)
        case Figure():
            return _figure(pen, place, node)
        case SignatureBlock(lines=lines):
            return _signature(pen, at, lines)
    raise TypeError(f"no way to write {node!r}")


def _sub(pen: Pen, place: Place, node: SubParagraph) -> str:
    style = "AllegationSub" if node.level == 1 else "AllegationSub2"
    return paragraph(
        style,
        pen.anchored(place, pen.inlines(node.content)),
        pen.lists.advance(ALLEGATIONS, node.level, node.number),
    )


def _fill(pen: Pen, lines: int) -> str:
    """Room after `lines` single lines, so that the next line stands on a number."""
    room = pen.page.fill(lines * pen.page.single)
    return f'<w:spacing w:after="{room}"/>' if room else ""


def _quote(pen: Pen, at: int, content: Inlines, more: bool = False) -> str:
    """A quotation, with an open line below it where there are `more`. It is kept in one piece (a piece could
    end on half a line above footnotes), unless that would leave half a page empty. Its bookmark ends where it
    begins: LibreOffice 7.4 sets a page otherwise, off the numbers, where one ends behind the last word.
    """
    runs = pen.anchored(("body", at, 0), pen.inlines(content), around=False)
    if not pen.page.pleading or not knows(pen.layout.face):
        return paragraph("BlockQuote", runs)
    lines = pen.lines(content, pen.page.column - SETTINGS["BlockQuote"].sides)
    whole = "" if lines * pen.page.single <= pen.page.depth // 2 else '<w:keepLines w:val="0"/>'
    room = _fill(pen, lines) or (f'<w:spacing w:after="{pen.page.pitch}"/>' if more else "")
    return paragraph("BlockQuote", runs, whole, room)


def _count_heading(pen: Pen, at: int, node: CountHeading) -> str:
    title = properties(style="CountTitle")
    runs = run(node.ordinal) + ("<w:r><w:br/></w:r>" if node.ordinal and node.title else "")
    runs += "".join(
        run(inline.text, title) if isinstance(inline, Run) and not inline.style else pen.inlines((inline,))
        for inline in node.title
    )
    heading = paragraph("CountHeading", pen.heading(pen.anchored(("body", at, 0), runs)))
    return heading + "".join(
        paragraph("CountLine", pen.anchored(("body", at, part), pen.inlines(line)))
        for part, line in enumerate(node.lines, 1)
    )


def _figure(pen: Pen, place: Place, node: Figure) -> str:
    picture = None if node.problem else pen.pictures.take(node.path)
    caption = _figure_caption(pen, place, node.caption) if node.caption else ""
    if picture is None:
        return (
            paragraph("LeadCentered", run(f"[no picture: {node.alt}]", properties(style="Broken"))) + caption
        )
    width, height = scaled(pen, (picture.width, picture.height))
    space = ""
    if pen.page.pleading:
        whole = -(-(height + FIGURE_DESCENT) // pen.page.pitch) * pen.page.pitch
        space = f'<w:spacing w:after="{whole - height - FIGURE_DESCENT}"/>'
    return (
        paragraph("Figure", drawing(picture, pen.pictures.next_id(), node.alt, width, height), space)
        + caption
    )


def _figure_caption(pen: Pen, place: Place, content: Inlines) -> str:
    lines = pen.lines(content, pen.page.column - SETTINGS["FigureCaption"].sides, ITALIC)
    return paragraph("FigureCaption", pen.anchored(place, pen.inlines(content)), _fill(pen, lines))


def _signature(pen: Pen, block_at: int, lines: tuple[SignatureLine, ...]) -> str:
    measured = signature_lines(pen, lines)
    left = pen.page.fill(sum(height for _, height, _ in measured))
    written = []
    for at, (line, _, opened) in enumerate(measured):
        last = at == len(measured) - 1
        room = opened + (left if last else 0)
        extra = ('<w:keepNext w:val="0"/>' if last else "", f'<w:spacing w:after="{room}"/>' if room else "")
        runs = pen.anchored(("body", block_at, at), _signature_runs(pen, line))
        written.append(paragraph(_KINDS.get(line.kind, "SignatureLine"), runs, *extra))
    return "".join(written)


def _signature_runs(pen: Pen, line: SignatureLine) -> str:
    """A rule is a leader to the edge of the column: nobody's name is ever signed for them."""
    if line.kind != "rule":
        return pen.inlines(line.content)
    by = run("By: ") if pen.layout.signature_by and not line.content else ""
    return by + pen.inlines(line.content) + "<w:r><w:tab/></w:r>"
