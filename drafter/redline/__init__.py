"""Two Word files beside each other: which paragraph became which, and a redline of tracked changes."""

from drafter.redline.align import AlignedBlock, ParagraphLink, aligned, aligned_block
from drafter.redline.file import Redline, redline
from drafter.redline.words import alike, common, pieces

__all__ = [
    "AlignedBlock",
    "ParagraphLink",
    "Redline",
    "aligned",
    "aligned_block",
    "alike",
    "common",
    "pieces",
    "redline",
]
