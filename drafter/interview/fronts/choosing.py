"""Which front end speaks to the person: questionary at a capable terminal, line by line elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from drafter.errors import UsageError
from drafter.interview.asking import Asker
from drafter.interview.fronts.plain import PlainAsker

__all__ = ["choose"]


def choose(plain: bool, folder: Path) -> Asker:
    """The front end: `plain` where it is wanted (--plain, ACCESSIBLE=1) or the terminal can do no more.
    Raises UsageError where there is no terminal.
    """
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if plain or os.environ.get("ACCESSIBLE", "") not in ("", "0"):
        return PlainAsker(folder)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "the interview needs a terminal, and the input or the output is not one",
            "Say --plain to answer line by line.",
        )
    if os.environ.get("TERM", "") in ("dumb", "unknown") or not _can_draw():
        return PlainAsker(folder)
    from drafter.interview.fronts.terminal import TerminalAsker

    return TerminalAsker(folder)


def _can_draw() -> bool:
    """Whether prompt_toolkit can use this console: some Windows consoles refuse it."""
    if sys.platform != "win32":
        return True
    try:
        from prompt_toolkit.output import create_output

        create_output()
    except Exception:  # noqa: BLE001 - whatever the console's reason, plain mode works there
        return False
    return True
