"""The recorded session in the README, made anew: `python tests/recorded.py --write` puts it there."""

from __future__ import annotations

import io
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

TYPED = ["", "nd cal", "/help", "Santa Clara", "/back", "", "12/1/2026", "1", "16"]
"""What the person types: Enter, a court by two words, help, a county, one step back, Enter to keep it, a
date, done, leave.
"""


class _Typing(io.StringIO):
    """Lines that show where they were typed, as a terminal shows them."""

    def __init__(self, lines: list[str], target: io.StringIO) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self.target = target

    def readline(self, size: int = -1) -> str:
        line = super().readline(size)
        self.target.write(line)
        return line


def record() -> str:
    """The screen of a session from an empty folder."""
    from drafter.interview.engine import run
    from drafter.interview.fronts.plain import PlainAsker
    from drafter.library import open_library
    from drafter.matter_files.editing import EditingSession

    with tempfile.TemporaryDirectory() as name:
        keeper = EditingSession.open(Path(name) / "lee.yaml", create=True)
        screen = io.StringIO()
        run(keeper, PlainAsker(Path(name), _Typing(TYPED, screen), screen), library=open_library())
        keeper.close()
        return "\n".join(line.rstrip() for line in screen.getvalue().strip().split("\n"))


def of_readme(text: str) -> str:
    """The session that the README shows."""
    found = re.search(r"```text\n(== Interview ==.*?)\n```", text, re.DOTALL)
    return found[1] if found else ""


if __name__ == "__main__" and "--write" in sys.argv:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(text.replace(of_readme(text), record(), 1), encoding="utf-8")
elif __name__ == "__main__":
    print(record())
