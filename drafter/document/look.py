"""How a paper looks, and what its file says of itself."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Layout", "Meta"]


class Layout(NamedTuple):
    """How a court wants the paper to look: a table read from its profile, in points. Writers format nothing
    by hand.

    paper            pleading (numbered lines, ruled) | plain
    lines            numbered lines a page, on pleading paper
    pitch            height of one numbered (double-spaced) line; single-spaced lines are half of it on
    pleading paper
    line_spacing     on plain paper: multiple of the face's single line (2.0 is "double")
    title_line       line of the page on which the court's title starts; 0: right after what precedes it
    counsel_block    counsel's block stands at the head of page 1
    caption_form     ruled (cell with a right and bottom rule) | box (both cells ruled) | bracket (a column of
    ")") | section ("§") | colon (":") |
                     asterisk ("*") | dashed (":" between dashes that end in x) | stacked (across the page,
                     title between rules) |
                     slash (across the page, title below a half rule that ends in a stroke)
    title_place      beside (the parties) | below (the caption, across the page)
    footer_form      page (its number) | title (below it a printed line and the paper's title) | page-title
    (“Page 1 – TITLE” at the left) |
                     firm (title, number and page at the left; the firm's name, address and telephone at the
                     right)
    heading_numbers  number formats of heading levels 1-3: upper-roman, upper-letter, decimal, lower-roman or
    none
    heading_align    alignment of heading levels 1-3: center or left
    part_case        upper: part headings in capitals | title
    signature_by     the signature line starts with "By:"
    page_legend_align  where the legend of each page stands
    """

    name: str = "plain"
    paper: str = "plain"
    lines: int = 0
    pitch: float = 24.0
    line_spacing: float = 2.0
    face: str = "Times New Roman"
    size: float = 12.0
    footnote_size: float = 12.0
    footer_size: float = 10.0
    page_width: float = 612.0
    page_height: float = 792.0
    margin_top: float = 72.0
    margin_bottom: float = 72.0
    margin_left: float = 72.0
    margin_right: float = 72.0
    title_line: int = 0
    counsel_block: bool = False
    caption_form: str = "ruled"
    title_place: str = "beside"
    footer_form: str = "page"
    heading_numbers: tuple[str, str, str] = ("none", "upper-letter", "decimal")
    heading_align: tuple[str, str, str] = ("center", "left", "left")
    part_case: str = "upper"
    signature_by: bool = True


class Meta(NamedTuple):
    """What the file says of itself. `mark` (DRAFT) and `legend` print on every page, `firm` at the foot where
    the court wants it; hashes only, never facts, go into the custom part. A `final` one has neither that part
    nor bookmarks of ours.
    """

    title: str
    footer_title: str
    legend: str = ""
    case_number: str = ""
    language: str = "en-US"
    hashes: tuple[tuple[str, str], ...] = ()
    firm: tuple[str, ...] = ()
    mark: str = ""
    final: bool = False
