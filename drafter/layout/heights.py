"""What figures, signature blocks, tables and notes take of a page; and which blocks stay together."""

from __future__ import annotations

from drafter.document import (
    BOLD,
    ITALIC,
    Block,
    BlockQuote,
    Continuation,
    Inlines,
    Lead,
    NumberedParagraph,
    PrayerItem,
    SignatureBlock,
    SignatureLine,
    plain,
)
from drafter.layout.setting import SETTINGS, Typesetter

__all__ = [
    "CELL_MARGINS",
    "FIGURE_DESCENT",
    "column_widths",
    "figure_height",
    "note_line",
    "quoted_on",
    "row_heights",
    "scaled",
    "separator_height",
    "signature_height",
    "signature_lines",
    "signed_below",
]

FIGURE_DESCENT = 4
"""What a line of the Figure style adds below the picture that stands on it, in twips."""
CELL_MARGINS = 200
"""Left and right margin of a cell together."""
_PLAIN_RULE = 160
"""What LibreOffice leaves above notes on plain paper, measured over eight long complaints."""


def signed_below(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether block `at` is a paragraph that a signature block follows: it stays on the page of the
    signature, which is never alone there.
    """
    return (
        at + 1 < len(blocks)
        and isinstance(blocks[at + 1], SignatureBlock)
        and isinstance(blocks[at], (NumberedParagraph, Continuation, Lead, PrayerItem))
    )


def quoted_on(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether block `at` is a quotation that another follows: on numbered paper an open line parts the
    two.
    """
    return all(isinstance(node, BlockQuote) for node in blocks[at : at + 2]) and at + 1 < len(blocks)


def scaled(setter: Typesetter, size: tuple[int, int]) -> tuple[int, int]:
    """Width and height in twips at which a picture fits the column and leaves room for a caption."""
    page = setter.page
    tallest = page.height - page.top - page.bottom - 4 * page.pitch
    scale = min(1.0, page.column / size[0], tallest / size[1])
    return max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)


def figure_height(setter: Typesetter, size: tuple[int, int] | None, caption: Inlines) -> tuple[int, int]:
    """What a picture of this size (None: one that is not shown) and its caption take, in twips."""
    page = setter.page
    height = page.pitch if size is None else scaled(setter, size)[1] + FIGURE_DESCENT
    width = page.column - SETTINGS["FigureCaption"].sides
    lines = setter.lines(caption, width, ITALIC) * page.single if caption else 0
    return height + page.fill(height), (
        lines + (page.fill(lines) if page.pleading else page.single) if lines else 0
    )


def signature_lines(
    setter: Typesetter, lines: tuple[SignatureLine, ...]
) -> list[tuple[SignatureLine, int, int]]:
    """Each line with its height in twips, the room below it included, and that room."""
    page, measured = setter.page, []
    for line in lines:
        opened = {"respectfully": 1, "firm": 2}.get(line.kind, 0) * page.single
        dated = line.kind == "dated"
        count = setter.lines(line.content, page.column if dated else page.column - page.column // 2)
        measured.append((line, count * (page.pitch if dated else page.single) + opened, opened))
    return measured


def signature_height(setter: Typesetter, lines: tuple[SignatureLine, ...]) -> int:
    """What a signature block takes, in twips."""
    height = sum(height for _, height, _ in signature_lines(setter, lines))
    return height + setter.page.fill(height)


def column_widths(rows: tuple[tuple[Inlines, ...], ...], columns: int, total: int) -> list[int]:
    """Columns share the width by the square root of their longest text: wide enough for words, not taken over
    by one long cell.
    """
    longest = [max([len(plain(row[at])) for row in rows if at < len(row)] + [1]) for at in range(columns)]
    weights = [max(length, 4) ** 0.5 for length in longest]
    widths = [int(total * weight / sum(weights)) for weight in weights]
    widths[-1] += total - sum(widths)
    return widths


def row_heights(setter: Typesetter, rows: tuple[tuple[Inlines, ...], ...]) -> list[int]:
    """The height of each row in twips."""
    columns = max((len(row) for row in rows), default=0)
    widths = column_widths(rows, columns, setter.page.column) if columns else []
    line, extra = (setter.page.pitch, 0) if setter.page.pleading else (setter.page.single, 120)
    return [
        max(
            (
                setter.lines(cell, width - CELL_MARGINS, 0 if at else BOLD)
                for cell, width in zip(row, widths, strict=False)
            ),
            default=1,
        )
        * line
        + extra
        for at, row in enumerate(rows)
    ]


def separator_height(setter: Typesetter) -> int:
    """What the rule above the notes takes, in twips: with one line of a note, a whole numbered line; on plain
    paper LibreOffice's own.
    """
    return setter.page.pitch - setter.page.single if setter.page.pleading else _PLAIN_RULE


def note_line(setter: Typesetter) -> int:
    """The height of a line of a note, in twips."""
    return (
        setter.page.single
        if setter.page.pleading
        else round(setter.page.single * setter.layout.footnote_size / setter.layout.size)
    )
