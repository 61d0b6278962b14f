"""footnotes.xml: separators and notes.

On pleading paper the separator and each note take an even number of single lines, so that what the notes leave of the page is whole lines.
"""

from __future__ import annotations

from drafter.document import Footnote, Run
from drafter.word.inline import Pen
from drafter.word.xml import DECLARATION, NAMESPACES, paragraph, run

__all__ = ["footnotes"]

_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'


def _separator(pen: Pen, ident: int, kind: str, element: str) -> str:
    page = pen.page
    spacing = f'<w:spacing w:before="0" w:after="{page.single if page.pleading else 0}"'
    spacing += f' w:line="{page.single}" w:lineRule="exact"/>' if page.pleading else ' w:line="240" w:lineRule="auto"/>'
    return f'<w:footnote w:type="{kind}" w:id="{ident}">{paragraph("Normal", f"<w:r><w:{element}/></w:r>", spacing)}</w:footnote>'


def _note(pen: Pen, number: int, note: Footnote) -> str:
    page, extra = pen.page, ""
    if page.pleading:
        content = (Run("\u00a0" * len(str(number)) + " "), *note.content)
        odd = pen.lines(content, page.column, size=pen.layout.footnote_size) % 2
        extra = f'<w:spacing w:after="{page.single}"/>' if odd else ""
    text = paragraph("FootnoteText", _MARK + run(" ") + pen.inlines(note.content, note=True), extra)
    return f'<w:footnote w:id="{number}">{text}</w:footnote>'


def footnotes(pen: Pen, notes: tuple[Footnote, ...]) -> str:
    """The footnotes part; ids are the notes' places in the order of their numbers."""
    ordered = sorted(notes, key=lambda note: note.number)
    listed = [_separator(pen, -1, "separator", "separator"), _separator(pen, 0, "continuationSeparator", "continuationSeparator")]
    listed += [_note(pen, number, note) for number, note in enumerate(ordered, 1)]
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{''.join(listed)}</w:footnotes>"
