"""Tables of facts. On pleading paper each line of a cell is one numbered line, less the rule's share."""

from __future__ import annotations

from drafter.anchors import Place
from drafter.document import BOLD, Inlines
from drafter.layout.heights import CELL_MARGINS, column_widths
from drafter.word.inline import Pen
from drafter.word.xml import paragraph

__all__ = ["fact_table"]

_RULE = 5
"""A rule of a quarter of a point, in twips."""


def _cell(pen: Pen, place: Place, content: Inlines, width: int, style: str, spacing: str) -> str:
    text = paragraph(style, pen.anchored(place, pen.inlines(content)), spacing)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'


def _row(pen: Pen, place: Place, cells: tuple[Inlines, ...], widths: list[int]) -> str:
    first = place[2] == 0
    style, bits = ("TableHead", BOLD) if first else ("TableText", 0)
    page, spacing, height = pen.page, "", ""
    padded = cells + ((),) * (len(widths) - len(cells))
    if page.pleading:
        lines = max(
            pen.lines(cell, width - CELL_MARGINS, bits) for cell, width in zip(padded, widths, strict=True)
        )
        share = _RULE * 2 if first else _RULE
        spacing = f'<w:spacing w:line="{(lines * page.pitch - share) // lines}" w:lineRule="exact"/>'
        height = f'<w:trHeight w:val="{lines * page.pitch - share}" w:hRule="atLeast"/>'
    head = "<w:tblHeader/>" if first else ""
    written = "".join(
        _cell(pen, (*place[:2], place[2] + column), cell, width, style, spacing)
        for column, (cell, width) in enumerate(zip(padded, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{head}</w:trPr>{written}</w:tr>"


def fact_table(pen: Pen, at: int, rows: tuple[tuple[Inlines, ...], ...]) -> str:
    """The table that stands at `at`; its first row is its head and is repeated on each page."""
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return paragraph("TableGap")
    widths = column_widths(rows, columns, pen.page.column)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        f'<w:tblPr><w:tblStyle w:val="FactTable"/><w:tblW w:w="{pen.page.column}" w:type="dxa"/><w:tblLayout'
        ' w:type="fixed"/>'
    )
    head += f'<w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    starts = [sum(map(len, rows[:above])) for above in range(len(rows))]
    written = (_row(pen, ("body", at, start), row, widths) for start, row in zip(starts, rows, strict=True))
    return f"<w:tbl>{head}{''.join(written)}</w:tbl>"
