"""footnotes.xml: separators and notes.

Notes stand at the foot of the page and may leave half a line above them; what is single-spaced in the text is
therefore kept in one piece.
"""

from __future__ import annotations

from drafter.document import Footnote
from drafter.word.inline import Pen
from drafter.word.xml import DECLARATION, NAMESPACES, paragraph, run

__all__ = ["footnotes", "note_line", "separator_height"]

_PLAIN_RULE = 160
"""What LibreOffice leaves above notes on plain paper, measured over eight long complaints."""
_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'


def separator_height(pen: Pen) -> int:
    """What the rule above the notes takes, in twips: with one line of a note, a whole numbered line; on plain
    paper LibreOffice's own.
    """
    return pen.page.pitch - pen.page.single if pen.page.pleading else _PLAIN_RULE


def note_line(pen: Pen) -> int:
    """The height of a line of a note, in twips."""
    return (
        pen.page.single
        if pen.page.pleading
        else round(pen.page.single * pen.layout.footnote_size / pen.layout.size)
    )


def _separator(pen: Pen, ident: int, kind: str) -> str:
    line = (
        f'w:line="{separator_height(pen)}" w:lineRule="exact"'
        if pen.page.pleading
        else 'w:line="240" w:lineRule="auto"'
    )
    text = paragraph("Normal", f"<w:r><w:{kind}/></w:r>", f'<w:spacing w:before="0" w:after="0" {line}/>')
    return f'<w:footnote w:type="{kind}" w:id="{ident}">{text}</w:footnote>'


def _note(pen: Pen, number: int, note: Footnote) -> str:
    text = paragraph("FootnoteText", _MARK + run(" ") + pen.inlines(note.content, note=True))
    return f'<w:footnote w:id="{number}">{text}</w:footnote>'


def footnotes(pen: Pen, notes: tuple[Footnote, ...]) -> str:
    """The footnotes part; ids are the notes' places in the order of their numbers."""
    ordered = sorted(notes, key=lambda note: note.number)
    listed = [_separator(pen, -1, "separator"), _separator(pen, 0, "continuationSeparator")]
    listed += [_note(pen, number, note) for number, note in enumerate(ordered, 1)]
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{''.join(listed)}</w:footnotes>"
