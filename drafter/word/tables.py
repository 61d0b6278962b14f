"""Tables of facts. On pleading paper each line of a cell is one numbered line, less the rule's share."""

from __future__ import annotations

from drafter.document import BOLD, Inlines, plain
from drafter.word.inline import Pen
from drafter.word.xml import paragraph

__all__ = ["fact_table", "row_heights"]

_MARGINS = 200
"""Left and right margin of a cell together."""
_RULE = 5
"""A rule of a quarter of a point, in twips."""


def _widths(rows: tuple[tuple[Inlines, ...], ...], columns: int, total: int) -> list[int]:
    """Columns share the width by the square root of their longest text: wide enough for words, not taken over
    by one long cell.
    """
    longest = [max([len(plain(row[at])) for row in rows if at < len(row)] + [1]) for at in range(columns)]
    weights = [max(length, 4) ** 0.5 for length in longest]
    widths = [int(total * weight / sum(weights)) for weight in weights]
    widths[-1] += total - sum(widths)
    return widths


def _cell(pen: Pen, content: Inlines, width: int, style: str, spacing: str) -> str:
    text = paragraph(style, pen.inlines(content), spacing)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'


def _row(pen: Pen, cells: tuple[Inlines, ...], widths: list[int], first: bool) -> str:
    style, bits = ("TableHead", BOLD) if first else ("TableText", 0)
    page, spacing, height = pen.page, "", ""
    padded = cells + ((),) * (len(widths) - len(cells))
    if page.pleading:
        lines = max(
            pen.lines(cell, width - _MARGINS, bits) for cell, width in zip(padded, widths, strict=True)
        )
        share = _RULE * 2 if first else _RULE
        spacing = f'<w:spacing w:line="{(lines * page.pitch - share) // lines}" w:lineRule="exact"/>'
        height = f'<w:trHeight w:val="{lines * page.pitch - share}" w:hRule="atLeast"/>'
    head = "<w:tblHeader/>" if first else ""
    written = "".join(
        _cell(pen, cell, width, style, spacing) for cell, width in zip(padded, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{head}</w:trPr>{written}</w:tr>"


def row_heights(pen: Pen, rows: tuple[tuple[Inlines, ...], ...]) -> list[int]:
    """The height of each row in twips."""
    columns = max((len(row) for row in rows), default=0)
    widths = _widths(rows, columns, pen.page.column) if columns else []
    line, extra = (pen.page.pitch, 0) if pen.page.pleading else (pen.page.single, 120)
    return [
        max(
            (
                pen.lines(cell, width - _MARGINS, 0 if at else BOLD)
                for cell, width in zip(row, widths, strict=False)
            ),
            default=1,
        )
        * line
        + extra
        for at, row in enumerate(rows)
    ]


def fact_table(pen: Pen, rows: tuple[tuple[Inlines, ...], ...]) -> str:
    """The table; its first row is its head and is repeated on each page."""
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return paragraph("TableGap")
    widths = _widths(rows, columns, pen.page.column)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        f'<w:tblPr><w:tblStyle w:val="FactTable"/><w:tblW w:w="{pen.page.column}" w:type="dxa"/><w:tblLayout'
        ' w:type="fixed"/>'
    )
    head += f'<w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    return f"<w:tbl>{head}{''.join(_row(pen, row, widths, at == 0) for at, row in enumerate(rows))}</w:tbl>"
