"""Whether a layout leaves room on the page for text, and its numbers belong together."""

from __future__ import annotations

from drafter.document import Layout
from drafter.errors import TemplateError

__all__ = ["that_fits"]

_ROOM = 144
"""Points that are left between the margins, at the least: two inches."""


def that_fits(layout: Layout, court: str) -> Layout:
    """`layout`, if its margins leave room and its numbers belong together. Raises TemplateError."""
    across, down = (
        layout.page_width - layout.margin_left - layout.margin_right,
        layout.page_height - layout.margin_top - layout.margin_bottom,
    )
    wrong = ""
    if min(across, down) < _ROOM:
        wrong = f"the margins leave {across:g} by {down:g} points of the page; {_ROOM} are the least"
    elif layout.lines * layout.pitch > layout.page_height:
        wrong = f"{layout.lines} lines of {layout.pitch:g} points are higher than the page"
    elif len(layout.heading_numbers) != 3 or len(layout.heading_align) != 3:
        wrong = "heading_numbers and heading_align have an entry for each of three levels"
    if wrong:
        raise TemplateError(
            f"layout of the court “{court}”: {wrong}",
            "Mend `look` in the court’s file, or the layout that it names.",
        )
    return layout
