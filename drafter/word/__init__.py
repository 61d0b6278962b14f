"""The Word writer: `write(document, comments=())` and `annotate(data, comments, names)`, loaded when they are
first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.word.annotated import Comment, annotate
    from drafter.word.writer import write

__all__ = ["Comment", "annotate", "write"]

_HOMES = {
    "write": "drafter.word.writer",
    "annotate": "drafter.word.annotated",
    "Comment": "drafter.word.annotated",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
