"""Pages at a terminal: a body that scrolls under a line that says where one is, over a line of keys."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window

from drafter.interview.asking import Back, Hub, Leave, NotNow
from drafter.interview.fronts.plain import wrapped
from drafter.printable import without_controls
from drafter.wording import folded

__all__ = ["show_pages"]

_KEYS = "Up Down PageUp PageDown Home End · type to search, Enter for the next · Esc leaves"
WIDEST = 100
"""Columns beyond which lines are no longer."""


class _Pages:
    """The lines as they stand at this width, and which of them is on top."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        self.title, self.source = title, lines
        self.top, self.sought, self.rows, self.columns = 0, "", 1, 0
        self.lines: list[str] = []

    def fit(self, rows: int, columns: int) -> None:
        """Wrap the lines anew where the window has another width; what was on top stays there."""
        self.rows = max(1, rows - 2)
        if columns != self.columns:
            before = self.top / len(self.lines) if self.lines else 0
            width = max(20, min(WIDEST, columns - 1))
            self.lines = [
                without_controls(one) for line in self.source for one in wrapped(line, width).split("\n")
            ]
            self.columns, self.top = columns, int(before * len(self.lines))
        self.move(0)

    def move(self, by: int) -> None:
        """Scroll by so many lines, never past an end."""
        self.top = max(0, min(self.top + by, len(self.lines) - self.rows))

    def seek(self, next_one: bool = False) -> None:
        """Put the first line with the words that were typed on top: from here, or after here."""
        words = folded(self.sought)
        start = self.top + next_one
        order = [*range(start, len(self.lines)), *range(0, start)]
        at = next((number for number in order if words in folded(self.lines[number])), None)
        if at is not None:
            self.top = at
            self.move(0)

    def head(self) -> str:
        """Where in the whole the body stands."""
        last = min(self.top + self.rows, len(self.lines))
        more = f"lines {self.top + 1}–{last} of {len(self.lines)}"
        room = max(0, self.columns - len(more) - 2)
        return f"{self.title[:room]:{room}}  {more}"

    def body(self) -> str:
        """The lines on the screen."""
        return "\n".join(self.lines[self.top : self.top + self.rows])

    def foot(self) -> str:
        """The keys, or what is sought."""
        return f"Searching: {self.sought}" if self.sought else _KEYS[: max(0, self.columns - 1)]


def show_pages(title: str, lines: Sequence[str]) -> None:
    """Show `lines` under `title` until the person leaves them (Esc, Enter without a search). Raises Back, Hub
    and Leave.
    """
    pages = _Pages(title, lines)

    def fitted(part: Callable[[], str]) -> Callable[[], str]:
        def text() -> str:
            size = application.output.get_size()
            pages.fit(size.rows, size.columns)
            return part()

        return text

    layout = HSplit(
        [
            Window(FormattedTextControl(fitted(pages.head)), height=1, style="reverse"),
            Window(FormattedTextControl(fitted(pages.body))),
            Window(FormattedTextControl(fitted(pages.foot)), height=1, style="reverse"),
        ]
    )
    application: Application[None] = Application(
        Layout(layout), key_bindings=_bindings(pages), full_screen=True, erase_when_done=True
    )
    application.ttimeoutlen = 0.05
    try:
        application.run()
    except (KeyboardInterrupt, EOFError):
        raise Leave() from None


def _bindings(pages: _Pages) -> KeyBindings:
    keys = KeyBindings()
    moves: dict[str, Callable[[], int]] = {
        "up": lambda: -1,
        "down": lambda: 1,
        "pageup": lambda: -pages.rows,
        "pagedown": lambda: pages.rows,
        "home": lambda: -len(pages.lines),
        "end": lambda: len(pages.lines),
    }
    for key, by in moves.items():
        keys.add(key)(_moving(pages, by))
    ways: tuple[tuple[str, type[NotNow]], ...] = (
        ("s-tab", Back),
        ("c-t", Hub),
        ("c-c", Leave),
        ("c-d", Leave),
    )
    for key, raised in ways:
        keys.add(key)(_raising(raised))
    keys.add("escape", eager=True)(lambda event: _end_search(pages, event))
    keys.add("enter")(lambda event: pages.seek(next_one=True) if pages.sought else event.app.exit())
    keys.add("backspace")(lambda event: _search(pages, pages.sought[:-1]))
    keys.add("<any>")(
        lambda event: _search(pages, pages.sought + event.data) if event.data.isprintable() else None
    )
    return keys


def _moving(pages: _Pages, by: Callable[[], int]) -> Callable[[Any], None]:
    return lambda event: pages.move(by())


def _raising(raised: type[NotNow]) -> Callable[[Any], None]:
    return lambda event: event.app.exit(exception=raised())


def _end_search(pages: _Pages, event: Any) -> None:
    if pages.sought:
        pages.sought = ""
    else:
        event.app.exit()


def _search(pages: _Pages, words: str) -> None:
    pages.sought = words
    if words:
        pages.seek()
