"""The page in twips, from a `Layout`: columns, line heights and what fits.

On pleading paper a body line is one pitch and a single-spaced line half of one, or two thirds in type too
large for half; every block ends on a whole pitch, so that the next line stands on a number again. `SLACK`
keeps the last line on the page when an engine rounds; it is too little for one line more.
"""

from __future__ import annotations

from typing import NamedTuple

from drafter.document import Layout

__all__ = ["Page", "SLACK", "page", "twips"]

SLACK = 60
LARGEST_ON_HALF = 12.0
"""The largest type, in points, that is legible on half a pitch of 24 points: letters of 13 points touch the
line above.
"""


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


class Page(NamedTuple):
    """Measures of one paper.

    pleading   numbered lines
    pitch      a double-spaced line (pleading), or a single line's natural height times the spacing (plain)
    single     a single-spaced line
    column     width of the text
    depth      height of the numbered lines of a page (0 on plain paper)
    """

    pleading: bool
    pitch: int
    single: int
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    column: int
    depth: int

    @property
    def points(self) -> float:
        """The column in points."""
        return self.column / 20

    def fill(self, height: int) -> int:
        """What is left open after `height`, so that the next line stands on a number; nothing on plain
        paper.
        """
        return -height % self.pitch if self.pleading else 0


def page(layout: Layout) -> Page:
    """The measures of `layout`."""
    pleading = layout.paper == "pleading"
    width, height = twips(layout.page_width), twips(layout.page_height)
    left, right, top = twips(layout.margin_left), twips(layout.margin_right), twips(layout.margin_top)
    single = _single(layout) if pleading else twips(layout.size * 1.15)
    pitch = twips(layout.pitch) if pleading else round(single * layout.line_spacing)
    depth = layout.lines * pitch if pleading else 0
    bottom = height - top - depth - SLACK if pleading else twips(layout.margin_bottom)
    return Page(pleading, pitch, single, width, height, left, right, top, bottom, width - left - right, depth)


def _single(layout: Layout) -> int:
    return twips(layout.pitch / 2 if layout.size <= LARGEST_ON_HALF else layout.pitch * 2 / 3)
