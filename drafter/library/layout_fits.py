"""The layout of a court from its parts; whether it leaves room on the page for text, and its numbers belong
together.
"""

from __future__ import annotations

from typing import Any

from drafter.document import Layout
from drafter.errors import TemplateError
from drafter.library.court_records import CourtProfile, LayoutSpec

__all__ = ["layout_of", "that_fits"]

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


def layout_of(base: LayoutSpec, court: CourtProfile, face: str) -> Layout:
    """The layout `base` as `court` changes it, in the typeface `face` where its rule lets one choose. Raises
    TemplateError.
    """
    values: dict[str, Any] = {
        name: value
        for spec in (base, court.look)
        if spec
        for name, value in spec.__dict__.items()
        if value is not None
    }
    changed: Any = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    chosen = that_fits(Layout()._replace(**changed), str(court.id))
    if not court.faces:
        return chosen._replace(face=face) if face else chosen
    named = next((each for each in court.faces if str(each.face).lower() == face.lower()), court.faces[0])
    return chosen._replace(
        face=str(named.face), size=named.size, footnote_size=named.footnote_size or named.size
    )
