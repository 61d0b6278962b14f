"""What stands before the body: the caption and counsel."""

from __future__ import annotations

from typing import NamedTuple

from drafter.document.inline import NO_ORIGIN, Inlines, Origin

__all__ = ["Caption", "CaptionLine", "CounselBlock"]


class CaptionLine(NamedTuple):
    """A line of a caption cell.

    kind, left: name (a party) | phrase ("individually and …") | role ("Plaintiff,") | connector ("v.")
    kind, right: number ("Case No. …") | title | legend (CLASS ACTION) | claims (lead-in) | claim (numbered) |
    jury | info (judge, MDL)
    """

    content: Inlines
    kind: str


class Caption(NamedTuple):
    """The court's title, the parties on the left, number, title, legends and claims on the right."""

    court_lines: tuple[Inlines, ...]
    left: tuple[CaptionLine, ...]
    right: tuple[CaptionLine, ...]
    origin: Origin = NO_ORIGIN

    @property
    def is_empty(self) -> bool:
        """Whether the paper has no caption."""
        return not (self.court_lines or self.left or self.right)


class CounselBlock(NamedTuple):
    """Counsel's names and addresses at the head of the first page, one entry a line."""

    lines: tuple[Inlines, ...]
    origin: Origin = NO_ORIGIN
