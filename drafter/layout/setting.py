"""How the nodes of a paper are set: a table of indents and spacing by kind of node, and the lines that words
take. Word's styles and lists, plain text and the page count read it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from drafter.document import Inlines, Layout
from drafter.layout.geometry import Page, page
from drafter.layout.measure import line_count

__all__ = ["HEADING_STEP", "SETTINGS", "Setting", "TAB", "Typesetter", "heading_indent"]

TAB = 720
"""From the indent of a first line to where its words start behind a number, in twips: half an inch."""
HEADING_STEP = 720
"""What each level of headings is set in."""


class Setting(NamedTuple):
    """How a kind of node is set.

    left, right  indents, in twips
    first        where its first line starts beyond `left`; less than nothing hangs a number there
    numbered     a number stands at the start of its first line
    spacing      double | single
    characters   what plain text sets it in
    """

    left: int = 0
    right: int = 0
    first: int = 0
    numbered: bool = False
    spacing: Literal["double", "single"] = "double"
    characters: int = 0

    @property
    def words_start(self) -> int:
        """Where the words of the first line start beyond `left`: behind the number."""
        return 0 if self.first < 0 else self.first + (TAB if self.numbered else 0)

    @property
    def sides(self) -> int:
        """What both indents take of the column."""
        return self.left + self.right


SETTINGS = {
    "NumberedParagraph": Setting(first=720, numbered=True),
    "SubParagraph1": Setting(1440, first=-720, numbered=True, characters=4),
    "SubParagraph2": Setting(2160, first=-720, numbered=True, characters=8),
    "Continuation": Setting(first=720),
    "BlockQuote": Setting(720, 720, spacing="single", characters=8),
    "Bullet": Setting(1440, first=-360, numbered=True, characters=4),
    "Lead": Setting(first=720),
    "LeadCentered": Setting(),
    "PrayerItem": Setting(1440, first=-720, numbered=True),
    "FigureCaption": Setting(720, 720, spacing="single"),
    "CaptionText": Setting(right=120, spacing="single"),
    "CaptionRole": Setting(2160, 120, spacing="single"),
    "CaptionConnector": Setting(1080, 120, spacing="single"),
    "CaptionClaim": Setting(360, 120, -360, numbered=True, spacing="single"),
}
"""By kind of node; a sub-paragraph by its level, a line of the caption by its kind."""


def heading_indent(layout: Layout, level: int) -> tuple[int, int]:
    """Left indent and first line of a heading: centered, set in by its level, or behind its number."""
    if layout.heading_align[level - 1] == "center":
        return 0, 0
    left = HEADING_STEP * (level - 1)
    return (left, 0) if layout.heading_numbers[level - 1] == "none" else (left or HEADING_STEP, -HEADING_STEP)


class Typesetter:
    """Counts the lines of one document.

    layout, page   how it looks, in the profile's points and in twips
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.page: Page = page(layout)

    def lines(self, content: Inlines, width: int, bits: int = 0, size: float = 0.0, first: int = 0) -> int:
        """Lines that `content` takes in a column of `width` twips; `first` is the first line's indent."""
        return line_count(content, width / 20, size or self.layout.size, self.layout.face, bits, first / 20)
