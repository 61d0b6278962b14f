"""Long lines at a terminal: folded between words, each piece under the first, so that a page can be read at
any width.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from textwrap import wrap
from typing import Iterator, TextIO

__all__ = ["wrap_line", "wrapped_output"]

NARROWEST = 40
_HEAD = re.compile(r"(\s*)(?:((?:ERROR|WARNING|ADVICE) +)|(\d+\. |[-·] ))?")
_TYPED = ("drafter ", "python ")
"""What is there to be copied and typed stays in one line."""


def wrap_line(line: str, width: int) -> str:
    """`line` in pieces no longer than `width` where its words allow; the later ones stand under its words.

    A word that is too long to stand there, the path of a field, stands as far to the left as it must.
    """
    if len(line) <= width or line.lstrip().startswith(_TYPED):
        return line

    head = _HEAD.match(line)
    assert head is not None
    room = len(head.group(0)) if head.group(2) or head.group(3) else len(head.group(1)) + 2
    pieces = wrap(
        line,
        width,
        subsequent_indent=" " * min(room, width // 3),
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
    return "\n".join(piece if len(piece) <= width else piece.strip().rjust(width) for piece in pieces)


class _WrappingStream:
    """A stream that folds whole lines; what is not ended yet waits."""

    def __init__(self, stream: TextIO, width: int) -> None:
        self._stream, self._width, self._open = stream, width, ""

    def write(self, text: str) -> int:
        lines = (self._open + text).split("\n")
        self._open = lines.pop()
        for line in lines:
            self._stream.write(f"{wrap_line(line, self._width)}\n")
        return len(text)

    def flush(self) -> None:
        self._stream.flush()

    def close_line(self) -> None:
        self._stream.write(self._open)
        self._open = ""

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def wrapped_output(wanted: bool) -> Iterator[None]:
    """Fold what is printed meanwhile, if it is `wanted` and goes to a terminal."""
    if not (wanted and sys.stdout.isatty()):
        yield
        return
    plain = sys.stdout
    try:
        width = max(os.get_terminal_size(plain.fileno()).columns - 1, NARROWEST)
    except (OSError, ValueError):
        yield
        return
    folding = _WrappingStream(plain, width)
    sys.stdout = folding
    try:
        yield
    finally:
        folding.close_line()
        sys.stdout = plain
