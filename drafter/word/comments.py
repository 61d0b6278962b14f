"""A comment of the annotated copy."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Comment"]


class Comment(NamedTuple):
    """A comment on the paragraph that carries `label`; on the caption's title for "" and for a label that
    nothing carries.
    """

    label: str
    text: str
