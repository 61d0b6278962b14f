"""What is printed has no control characters in it: a sheet or a file's name cannot set a terminal's title,
its clipboard or its colours.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # importing `typing` takes a tenth of the help of the program
if TYPE_CHECKING:
    from typing import Iterator, TextIO

__all__ = ["printable", "without_controls"]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def without_controls(text: str) -> str:
    """`text` with a mark in place of each control character but the ends of lines and tabs."""
    return text if text.isprintable() else _CONTROLS.sub("\ufffd", text)


class _Printable:
    """A stream that takes no control characters."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(without_controls(text))
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def printable(wanted: bool) -> Iterator[None]:
    """Keep control characters out of what is printed meanwhile, if that is `wanted`."""
    before = sys.stdout, sys.stderr
    if wanted:
        sys.stdout, sys.stderr = (_Printable(stream) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
