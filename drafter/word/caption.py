"""The first page: counsel block, court's title on its line, caption table. All of it ends on a whole line of pleading paper."""

from __future__ import annotations

from drafter.document import BOLD, Caption, CaptionLine, CounselBlock, Inlines
from drafter.word.inline import Pen
from drafter.word.numbering import CLAIMS
from drafter.word.xml import paragraph

__all__ = ["CAPTION_TITLE", "counsel_block", "court_title", "table"]

CAPTION_TITLE = "CaptionTitle"

_STYLES = {
    "name": "CaptionText", "phrase": "CaptionText", "role": "CaptionRole", "connector": "CaptionConnector", "number": "CaptionText",
    "title": CAPTION_TITLE, "legend": "CaptionLegend", "claims": "CaptionText", "claim": "CaptionClaim", "jury": "CaptionJury",
    "info": "CaptionText",
}  # fmt: skip
_INDENTS = {"role": 2160, "connector": 1080, "claim": 360}
_BOLD_KINDS = ("title", "legend", "jury")
_TOGETHER = {
    ("name", "name"),
    ("name", "phrase"),
    ("phrase", "name"),
    ("claim", "claim"),
    ("claims", "claim"),
    ("number", "info"),
    ("info", "info"),
}
_CELL_MARGIN = 120
_RULE = 10
"""A rule of half a point, in twips: the last line of a cell gives way to it."""


def counsel_block(pen: Pen, counsel: CounselBlock | None) -> tuple[str, int]:
    """Counsel's paragraphs and the height they take, in twips."""
    if counsel is None or not pen.layout.counsel_block:
        return "", 0
    page = pen.page
    width = page.column - page.column // 2 if page.pleading else page.column
    lines = sum(pen.lines(line, width) for line in counsel.lines)
    return "".join(paragraph("Counsel", pen.inlines(line)) for line in counsel.lines), lines * page.single


def _before(pen: Pen, used: int) -> int:
    """Room above the court's title: to its line, or to the next numbered line when what precedes needs more."""
    page = pen.page
    if not page.pleading:
        return page.single if used else 0
    return max(pen.layout.title_line - 1, 0) * page.pitch - used if used <= max(pen.layout.title_line - 1, 0) * page.pitch else page.fill(used)


def court_title(pen: Pen, lines: tuple[Inlines, ...], used: int) -> tuple[str, int]:
    """The court's title below `used` twips; returns it and the height used after it, the open line below it included."""
    page = pen.page
    before, open_line = _before(pen, used), page.pitch if page.pleading else page.single * 2
    written: list[str] = []
    total = used + before
    for index, line in enumerate(lines):
        after = open_line if index == len(lines) - 1 else 0
        space = f'<w:spacing w:before="{before if index == 0 else 0}" w:after="{after}"/>'
        written.append(paragraph("CourtTitle", pen.inlines(line), space))
        total += pen.lines(line, page.column, BOLD) * (page.pitch if page.pleading else page.single) + after
    return "".join(written), total


class _Cell:
    """One side of the caption: its lines, the gaps between them, and where it ends on the sheet. A `right` cell stands off the rule."""

    def __init__(self, pen: Pen, lines: tuple[CaptionLine, ...], width: int, right: bool) -> None:
        self.pen, self.lines, self.width, self.right = pen, lines or (CaptionLine((), "info"),), width, right
        self.counts = [self._count(line) for line in self.lines]
        self.gaps = [self._gap(at) for at in range(len(self.lines))]

    def _count(self, line: CaptionLine) -> int:
        room = self.width - _CELL_MARGIN - _INDENTS.get(line.kind, 0) - (_CELL_MARGIN if self.right else 0)
        return self.pen.lines(line.content, room, BOLD if line.kind in _BOLD_KINDS else 0)

    def _gap(self, at: int) -> int:
        """Single lines left open below a line."""
        if at + 1 == len(self.lines):
            return 0
        return 0 if (self.lines[at].kind, self.lines[at + 1].kind) in _TOGETHER else 1

    def end(self, start: int) -> int:
        """Twips from the head of the first page to the end of the cell, which starts after `start` of them.

        A gap that would fall at the foot of a page is taken out: engines differ in what they do with it.
        """
        at, page = start, self.pen.page
        for index, count in enumerate(self.counts):
            for _ in range(count):
                at = _placed(at, page.single, page.depth) + page.single
            if page.depth and at % page.depth == 0:
                self.gaps[index] = 0
            at += self.gaps[index] * page.single
        return at

    def xml(self, tail: int, borders: str) -> str:
        """The cell, with `tail` twips left open at its end. They are paragraphs: spacing there may be carried to the next page."""
        page = self.pen.page
        whole, part = divmod(tail, page.single)
        heights = [page.single] * whole + [part] * bool(part)
        if heights and page.pleading and borders:
            heights[-1] -= _RULE
        written = [self._line(at) for at in range(len(self.lines))] + [_open(height, page.single) for height in heights if height > 0]
        return _cell(self.width, borders, "".join(written), _CELL_MARGIN if self.right else 0)

    def _line(self, at: int) -> str:
        line, gap = self.lines[at], self.gaps[at]
        numbered = self.pen.lists.advance(CLAIMS) if line.kind == "claim" else ""
        space = f'<w:spacing w:after="{gap * self.pen.page.single}"/>' if gap else ""
        return paragraph(_STYLES.get(line.kind, "CaptionText"), self.pen.inlines(line.content), numbered + space)


def _placed(at: int, height: int, depth: int) -> int:
    """Where a line of `height` that would start at `at` starts: there, or at the head of the next page."""
    left = -at % depth if depth else height
    return at + left if 0 < left < height else at


def _open(height: int, single: int) -> str:
    return paragraph("CaptionText", "", "" if height == single else f'<w:spacing w:line="{height}" w:lineRule="exact"/>')


def _cell(width: int, borders: str, content: str, margin: int = 0) -> str:
    edges = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    edges += f'<w:tcMar><w:left w:w="{margin}" w:type="dxa"/></w:tcMar>' if margin else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edges}</w:tcPr>{content}</w:tc>'


def _edge(side: str, line: str = "single") -> str:
    return f'<w:{side} w:val="{line}" w:sz="4" w:space="0" w:color="auto"/>'


def _brackets(pen: Pen, lines: int, width: int) -> str:
    sign = {"bracket": ")", "section": "§", "colon": ":"}[pen.layout.caption_form]
    signs = [sign] * max(lines, 1)
    if sign == ":" and lines > 2:  # the box of the New York courts: an x where the rules of dashes end
        signs[0] = signs[-1] = "x"
    column = "<w:r>" + "<w:br/>".join(f"<w:t>{each}</w:t>" for each in signs) + "</w:r>"
    return _cell(width, "", paragraph("CaptionBracket", column))


def table(pen: Pen, caption: Caption, start: int) -> str:
    """The caption table, which starts after `start` twips of the first page. Its height is the left cell's."""
    page = pen.page
    bracket = pen.layout.caption_form in ("bracket", "section", "colon")
    middle = 360 if bracket else 0
    left_width = page.column // 2 - middle // 2
    right_width = page.column - left_width - middle
    left, right = _Cell(pen, caption.left, left_width, False), _Cell(pen, caption.right, right_width, not bracket)
    ends = left.end(start), right.end(start)
    last = max(ends[0] + page.single, ends[1])
    last += page.fill(last)
    bottom = _edge("top", "dashed") + _edge("bottom", "dashed") if pen.layout.caption_form == "colon" else _edge("bottom")
    cells = [left.xml(last - ends[0], bottom if bracket else bottom + _edge("right"))]
    cells += [_brackets(pen, (last - start) // page.single - 1, middle)] if bracket else []
    cells += [right.xml(0, "")]
    widths = [left_width, middle, right_width] if bracket else [left_width, right_width]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    title = '<w:tblCaption w:val="Caption"/><w:tblDescription w:val="Parties on the left; case number, title and claims on the right"/>'
    head = f'<w:tblPr><w:tblStyle w:val="CaptionTable"/><w:tblW w:w="{page.column}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    look = f'<w:tblLook w:val="0000"/>{title}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    after = "" if page.pleading else paragraph("TableGap")
    return f"<w:tbl>{head}{look}<w:tr>{''.join(cells)}</w:tr></w:tbl>{after}"
