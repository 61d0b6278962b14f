"""The Word writer: `write(document, comments=())`."""

from __future__ import annotations

from drafter.word.comments import Comment
from drafter.word.writer import write

__all__ = ["Comment", "write"]
