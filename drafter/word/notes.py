"""footnotes.xml: separators and notes.

Notes stand at the foot of the page and may leave half a line above them; what is single-spaced in the text is
therefore kept in one piece.
"""

from __future__ import annotations

from drafter.anchors import Place
from drafter.document import Footnote
from drafter.layout.heights import separator_height
from drafter.word.inline import Pen
from drafter.word.xml import DECLARATION, NAMESPACES, paragraph, run

__all__ = ["footnotes"]

_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'


def _separator(pen: Pen, ident: int, kind: str) -> str:
    line = (
        f'w:line="{separator_height(pen)}" w:lineRule="exact"'
        if pen.page.pleading
        else 'w:line="240" w:lineRule="auto"'
    )
    text = paragraph("Normal", f"<w:r><w:{kind}/></w:r>", f'<w:spacing w:before="0" w:after="0" {line}/>')
    return f'<w:footnote w:type="{kind}" w:id="{ident}">{text}</w:footnote>'


def _note(pen: Pen, place: Place, number: int, note: Footnote) -> str:
    words = pen.anchored(place, pen.inlines(note.content, note=True))
    text = paragraph("FootnoteText", _MARK + run(" ") + words)
    return f'<w:footnote w:id="{number}">{text}</w:footnote>'


def footnotes(pen: Pen, notes: tuple[Footnote, ...]) -> str:
    """The footnotes part; ids are the notes' places in the order of their numbers."""
    ordered = sorted(notes, key=lambda note: note.number)
    listed = [_separator(pen, -1, "separator"), _separator(pen, 0, "continuationSeparator")]
    listed += [
        _note(pen, ("note", notes.index(note), 0), number, note) for number, note in enumerate(ordered, 1)
    ]
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{''.join(listed)}</w:footnotes>"
