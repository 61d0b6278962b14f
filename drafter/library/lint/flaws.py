"""A flaw of a template, and how one is told from an error."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.errors import DrafterError

__all__ = ["Flaw", "flaw_of", "loads"]


class Flaw(NamedTuple):
    """One flaw. `severity` is error (a draft fails or leaves something out) or warning."""

    file: Path
    line: int
    severity: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message} {self.fix}".rstrip()


def flaw_of(path: Path, error: DrafterError) -> Flaw:
    """A message that begins with file and line, as a flaw."""
    at = re.match(rf"(?:{re.escape(str(path))}|[^:]*):(\d+)?:? ?", error.message)
    return Flaw(
        path, int(at[1]) if at and at[1] else 1, "error", error.message[at.end() if at else 0 :], error.hint
    )


def loads(path: Path, load: Any) -> Iterator[Flaw]:
    """The flaw of a file that `load` cannot read by its name; none where it can."""
    try:
        load(path.stem)
    except DrafterError as error:
        yield flaw_of(path, error)
