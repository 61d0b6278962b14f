"""The table of contents: a field that Word can build anew, with an entry for each heading and the page worked
out beforehand.
"""

from __future__ import annotations

from drafter.document import CountHeading, Document, Heading, Run, plain
from drafter.layout.measure import text_width
from drafter.layout.pages import heading_pages
from drafter.word.fields import toc_name
from drafter.word.inline import Pen
from drafter.word.xml import field, paragraph, run

__all__ = ["contents"]

TITLE = "TABLE OF CONTENTS"
_INSTRUCTION = r' TOC \o "1-3" \h \z \t "Count Heading,1" '
_STEP, _NUMBER = 360, 540
"""Indent of a level, and room for a heading's number, by which an entry's further lines are set in, in twips.
A right indent would cost LibreOffice the page numbers.
"""
_LEADER, _PAGE = Run("\u00a0....\u00a0"), Run("000")


def contents(pen: Pen, document: Document, ending: str) -> str:
    """The table, on a page of its own; `ending` is the section that ends with it. Its pages are those of the
    body, which starts anew at 1.
    """
    headings = [block for block in document.body if isinstance(block, (Heading, CountHeading))]
    pages = heading_pages(pen, document, pen.pictures.size_of)
    entries = [_entry(pen, at, block, pages[at]) for at, block in enumerate(headings)]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText'
        f' xml:space="preserve">{_INSTRUCTION}</w:instrText></w:r><w:r><w:fldChar'
        ' w:fldCharType="separate"/></w:r>'
    )
    done = (  # within the last entry: LibreOffice loses the foot of a section that ends inside a field
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    written = [paragraph("ContentsTitle", run(TITLE))]
    for at, (style, extra, runs) in enumerate(entries):
        written.append(
            paragraph(
                style, (begin if at == 0 else "") + runs + (done if at == len(entries) - 1 else ""), *extra
            )
        )
    return "".join([*written, paragraph("Header", "", ending)])


def _entry(pen: Pen, at: int, block: Heading | CountHeading, stands: int) -> tuple[str, tuple[str, ...], str]:
    """Style, spacing and runs of one entry."""
    level = block.level if isinstance(block, Heading) else 1
    number, words = (block.number, plain(block.content)) if isinstance(block, Heading) else ("", block.named)
    anchor = toc_name(at)
    numbered = run(number) + "<w:r><w:tab/></w:r>" if number else ""
    words, lines = _set(
        pen,
        words.replace("\n", " "),
        pen.page.column - _STEP * (level - 1) - _NUMBER,
        0 if number else -_NUMBER,
    )
    text = "<w:r><w:br/></w:r>".join(run(part) for part in words.split("\n"))
    runs = numbered + text + "<w:r><w:tab/></w:r>" + field(f"PAGEREF {anchor} \\h", str(stands))
    page = pen.page
    tight = (
        f'<w:spacing w:after="{page.fill(lines * page.single)}" w:line="{page.single}" w:lineRule="exact"/>'
        if page.pleading and lines > 1
        else ""
    )
    short = () if number else _short(pen, words, level)
    return (
        f"TOC{level}",
        (tight, *short),
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">{runs}</w:hyperlink>',
    )


def _short(pen: Pen, words: str, level: int) -> tuple[str, ...]:
    """The stops of an entry so short that its page would stop where numbers end, and not at the edge."""
    if text_width(words, pen.layout.size, pen.layout.face) * 20 >= _NUMBER:
        return ()
    left = _STEP * (level - 1)
    return (
        f'<w:tabs><w:tab w:val="clear" w:pos="{left + _NUMBER}"/></w:tabs>',
        f'<w:ind w:left="{left}" w:firstLine="0"/>',
    )


def _set(pen: Pen, words: str, width: int, first: int) -> tuple[str, int]:
    """The words of an entry and the lines they take; where no leader would fit between the last of them and
    the page, a line is begun before it.

    `first` is where the first line starts beyond the others, in twips.
    """
    before, _, last = words.rpartition(" ")
    alone = pen.lines((Run(words), _PAGE), width, first=first)
    led = pen.lines((Run(words), _LEADER, _PAGE), width, first=first)
    if alone == led == pen.lines((Run(words),), width, first=first) or not before:
        return words, led
    return f"{before}\n{last}", pen.lines((Run(before),), width, first=first) + 1
