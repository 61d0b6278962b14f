"""The first page: counsel block, court's title on its line, caption table. All of it ends on a whole line of
pleading paper.
"""

from __future__ import annotations

from drafter.document import BOLD, Caption, CaptionLine, CounselBlock, Inlines, Run
from drafter.layout.setting import SETTINGS
from drafter.word.inline import Pen
from drafter.word.numbering import CLAIMS
from drafter.word.xml import paragraph

__all__ = ["CAPTION_TITLE", "caption", "counsel_block", "court_title"]

CAPTION_TITLE = "CaptionTitle"

_STYLES = {
    "name": "CaptionText",
    "phrase": "CaptionText",
    "role": "CaptionRole",
    "connector": "CaptionConnector",
    "number": "CaptionText",
    "title": CAPTION_TITLE,
    "legend": "CaptionLegend",
    "claims": "CaptionText",
    "claim": "CaptionClaim",
    "jury": "CaptionJury",
    "info": "CaptionText",
    "address": "CaptionText",
}
_BOLD_KINDS = ("title", "legend", "jury")
_TOGETHER = {
    ("name", "name"),
    ("name", "phrase"),
    ("phrase", "name"),
    ("name", "address"),
    ("address", "address"),
    ("address", "name"),
    ("address", "phrase"),
    ("claim", "claim"),
    ("claims", "claim"),
    ("number", "info"),
    ("info", "info"),
}
_SIGNS = {"bracket": ")", "section": "§", "colon": ":", "dashed": ":", "asterisk": "*"}
"""The sign of the column between the parties and the number, by caption form."""
_RULED_ABOVE = ("dashed", "box")
"""Forms with a rule above the parties: their first line is left open, or the rule would touch the first name.
"""
_OPEN = CaptionLine((), "info")
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
    return "".join(
        paragraph("Counsel", pen.anchored(("counsel", at, 0), pen.inlines(line)))
        for at, line in enumerate(counsel.lines)
    ), lines * page.single


def _before(pen: Pen, used: int) -> int:
    """Room above the court's title: to its line, or to the next numbered line when what precedes needs
    more.
    """
    page = pen.page
    if not page.pleading:
        return page.single if used else 0
    return (
        max(pen.layout.title_line - 1, 0) * page.pitch - used
        if used <= max(pen.layout.title_line - 1, 0) * page.pitch
        else page.fill(used)
    )


def court_title(pen: Pen, lines: tuple[Inlines, ...], used: int) -> tuple[str, int]:
    """The court's title below `used` twips; returns it and the height used after it, the open line below it
    included.
    """
    page = pen.page
    before, open_line = _before(pen, used), page.pitch if page.pleading else page.single * 2
    written: list[str] = []
    total = used + before
    for index, line in enumerate(lines):
        after = open_line if index == len(lines) - 1 else 0
        space = f'<w:spacing w:before="{before if index == 0 else 0}" w:after="{after}"/>'
        runs = pen.anchored(("court", index, 0), pen.inlines(line))
        written.append(paragraph("CourtTitle", runs, space))
        total += pen.lines(line, page.column, BOLD) * (page.pitch if page.pleading else page.single) + after
    return "".join(written), total


class _Cell:
    """One side of the caption: its lines, the gaps between them, and where it ends on the sheet. A `right`
    cell stands off the rule.
    """

    def __init__(self, pen: Pen, lines: tuple[CaptionLine, ...], width: int, right: bool) -> None:
        opened = (_OPEN,) if pen.layout.caption_form in _RULED_ABOVE else ()
        self.pen, self.width, self.right = pen, width, right
        self.given = (*opened, *(lines or (_OPEN,)))
        self.lines = tuple(map(_joined, self.given))
        self.counts = [self._count(line) for line in self.lines]
        self.gaps = [self._gap(at) for at in range(len(self.lines))]

    def _count(self, line: CaptionLine) -> int:
        room = self.width - _CELL_MARGIN - _indent(line.kind) - (_CELL_MARGIN if self.right else 0)
        return self.pen.lines(line.content, room, BOLD if line.kind in _BOLD_KINDS else 0)

    def _gap(self, at: int) -> int:
        """Single lines left open below a line."""
        if at + 1 == len(self.lines) or self.lines[at] is _OPEN:
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

    def tighten(self, start: int) -> None:
        """Take gaps out, below title and legend first, where the cell would otherwise run over onto the next
        page by no more than they are.
        """
        page = self.pen.page
        room, gaps = page.depth - start, sum(self.gaps)
        over = sum(self.counts) + gaps - room // page.single
        if not page.depth or not 0 < over <= gaps:
            return
        for at in sorted(range(len(self.gaps)), key=lambda at: self.lines[at].kind not in _BOLD_KINDS):
            taken = min(over, self.gaps[at])
            self.gaps[at], over = self.gaps[at] - taken, over - taken

    def xml(self, tail: int, borders: str) -> str:
        """The cell, with `tail` twips left open at its end. They are paragraphs: spacing there may be carried
        to the next page.
        """
        page = self.pen.page
        whole, part = divmod(tail, page.single)
        heights = [page.single] * whole + [part] * bool(part)
        if heights and page.pleading and borders:
            heights[-1] -= _RULE
        written = [self._line(at) for at in range(len(self.lines))] + [
            _open(height, page.single) for height in heights if height > 0
        ]
        return _cell(self.width, borders, "".join(written), _CELL_MARGIN if self.right else 0)

    def _line(self, at: int) -> str:
        line, gap = self.lines[at], self.gaps[at]
        numbered = self.pen.lists.advance(CLAIMS) if line.kind == "claim" else ""
        space = f'<w:spacing w:after="{gap * self.pen.page.single}"/>' if gap else ""
        runs = self.pen.caption_line(self.given[at], self.pen.inlines(line.content))
        return paragraph(_STYLES.get(line.kind, "CaptionText"), runs, numbered, space)


def _indent(kind: str) -> int:
    """What a line of the caption is set in."""
    return SETTINGS.get(_STYLES.get(kind, ""), SETTINGS["CaptionText"]).left


def _joined(line: CaptionLine) -> CaptionLine:
    """`line`, whose last “and” never stands on a line by itself."""
    last = line.content[-1] if line.content else None
    if line.kind not in ("name", "address") or not isinstance(last, Run) or not last.text.endswith(" and"):
        return line
    return line._replace(content=(*line.content[:-1], last._replace(text=f"{last.text[:-4]}\u00a0and")))


def _placed(at: int, height: int, depth: int) -> int:
    """Where a line of `height` that would start at `at` starts: there, or at the head of the next page."""
    left = -at % depth if depth else height
    return at + left if 0 < left < height else at


def _open(height: int, single: int) -> str:
    return paragraph(
        "CaptionText", "", "" if height == single else f'<w:spacing w:line="{height}" w:lineRule="exact"/>'
    )


def _cell(width: int, borders: str, content: str, margin: int = 0) -> str:
    edges = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    edges += f'<w:tcMar><w:left w:w="{margin}" w:type="dxa"/></w:tcMar>' if margin else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edges}</w:tcPr>{content}</w:tc>'


def _edge(side: str, line: str = "single") -> str:
    return f'<w:{side} w:val="{line}" w:sz="4" w:space="0" w:color="auto"/>'


def _brackets(pen: Pen, lines: int, width: int) -> str:
    signs = [_SIGNS[pen.layout.caption_form]] * max(lines, 1)
    if (
        pen.layout.caption_form == "dashed" and lines > 2
    ):  # the box of the New York courts: an x where the rules of dashes end
        signs[0] = signs[-1] = "x"
    column = "<w:r>" + "<w:br/>".join(f"<w:t>{each}</w:t>" for each in signs) + "</w:r>"
    return _cell(width, "", paragraph("CaptionBracket", column))


def _borders(form: str) -> tuple[str, str]:
    """The rules around the left cell and the right one."""
    if form == "box":
        edges = "".join(_edge(side) for side in ("top", "left", "bottom", "right"))
        return edges, edges
    left = {
        "ruled": _edge("bottom") + _edge("right"),
        "dashed": _edge("top", "dashed") + _edge("bottom", "dashed"),
    }.get(form, _edge("bottom"))
    return left, ""


def caption(pen: Pen, made: Caption, start: int) -> str:
    """The caption in the court's form, below `start` twips of the first page."""
    if pen.layout.caption_form in ("stacked", "slash"):
        return stacked(pen, made)
    if pen.layout.title_place == "beside":
        return table(pen, made, start)
    number, rest = _parted(made)
    return (
        table(pen, made._replace(right=number), start)
        + "".join(_across(pen, rest, True))
        + _closing(pen, rest)
    )


def table(pen: Pen, made: Caption, start: int) -> str:
    """The caption table, which starts after `start` twips of the first page. Its height is the left
    cell's.
    """
    page, form = pen.page, pen.layout.caption_form
    middle = 360 if form in _SIGNS else 0
    left_width = page.column // 2 - middle // 2
    right_width = page.column - left_width - middle
    left, right = _Cell(pen, made.left, left_width, False), _Cell(pen, made.right, right_width, not middle)
    left.tighten(start)
    right.tighten(start)
    ends = left.end(start), right.end(start)
    below = min(page.single, -ends[0] % page.depth) if page.depth else page.single
    last = max(ends[0] + below, ends[1])
    last += page.fill(last)
    around, inner = _borders(form)
    cells = [left.xml(last - ends[0], around)]
    cells += [_brackets(pen, (last - start) // page.single, middle)] if middle else []
    cells += [right.xml(0, inner)]
    widths = [left_width, middle, right_width] if middle else [left_width, right_width]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    title = (
        '<w:tblCaption w:val="Caption"/><w:tblDescription w:val="Parties on the left; case number, title and'
        ' claims on the right"/>'
    )
    head = (
        f'<w:tblPr><w:tblStyle w:val="CaptionTable"/><w:tblW w:w="{page.column}" w:type="dxa"/><w:tblLayout'
        ' w:type="fixed"/>'
    )
    look = f'<w:tblLook w:val="0000"/>{title}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    after = "" if page.pleading else paragraph("TableGap")
    return f"<w:tbl>{head}{look}<w:tr>{''.join(cells)}</w:tr></w:tbl>{after}"


# --- captions across the page
# ------------------------------------------------------------------------------------------------------------

_MIDDLE = ('<w:ind w:left="0" w:right="0"/>', '<w:jc w:val="center"/>')


def _rules(*sides: str) -> str:
    """Rules above and below a paragraph, at as many of the sides as are named."""
    drawn = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="6" w:color="auto"/>' for side in sides if side
    )
    return f"<w:pBdr>{drawn}</w:pBdr>" if drawn else ""


def stacked(pen: Pen, made: Caption) -> str:
    """Number, parties, then the title across the page: between two rules, or (“slash”) below the half rule
    that ends in a stroke.
    """
    number, rest = _parted(made)
    slash = pen.layout.caption_form == "slash"
    written = [*_across(pen, number), *_across(pen, made.left)]
    written += [paragraph("CaptionSlash", "<w:r><w:tab/><w:t>/</w:t></w:r>")] if slash else []
    heads = _across(pen, rest, True, not slash)
    return "".join(
        [*written, *heads, _closing(pen, (*made.left, *made.right), 2 * pen.page.single if slash else 0)]
    )


def _parted(made: Caption) -> tuple[tuple[CaptionLine, ...], tuple[CaptionLine, ...]]:
    """The number with what goes beside it, and what stands across the page."""
    number = tuple(line for line in made.right if line.kind in ("number", "info"))
    return number, tuple(line for line in made.right if line not in number)


def _closing(pen: Pen, lines: tuple[CaptionLine, ...], more: int = 0) -> str:
    """What is left open below a caption across the page: to the next numbered line, or a single line on plain
    paper.
    """
    left = (
        pen.page.fill(sum(_height(pen, line) for line in lines) + more)
        if pen.page.pleading
        else pen.page.single
    )
    return paragraph("CaptionText", "", f'<w:spacing w:line="{left}" w:lineRule="exact"/>') if left else ""


def _height(pen: Pen, line: CaptionLine) -> int:
    room = pen.page.column - _CELL_MARGIN - _indent(line.kind)
    return (pen.lines(line.content, room, BOLD if line.kind in _BOLD_KINDS else 0) + 1) * pen.page.single


def _across(pen: Pen, lines: tuple[CaptionLine, ...], middle: bool = False, ruled: bool = False) -> list[str]:
    """Lines of the caption one below the other, each with an open line below it; between two rules where
    `ruled`.
    """
    written = []
    for at, line in enumerate(lines):
        edges = _rules("top" if ruled and at == 0 else "", "bottom" if ruled and at == len(lines) - 1 else "")
        numbered = pen.lists.advance(CLAIMS) if line.kind == "claim" else ""
        together = at + 1 < len(lines) and (line.kind, lines[at + 1].kind) in _TOGETHER
        space = "" if together else f'<w:spacing w:after="{pen.page.single}"/>'
        centered = _MIDDLE if middle and line.kind not in ("claim", "claims") else ()
        written.append(
            paragraph(
                _STYLES.get(line.kind, "CaptionText"),
                pen.caption_line(line, pen.inlines(line.content)),
                numbered,
                edges,
                space,
                *centered,
            )
        )
    return written
