"""What every list of rows does at a terminal: it fits its window, scrolls with a bar that shows where one is,
and narrows to the rows that have the typed words in them.
"""

from __future__ import annotations

import shutil
from typing import Any, Callable

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.layout import Dimension, ScrollbarMargin, Window
from questionary.prompts.common import InquirerControl

from drafter.interview.asking import Back
from drafter.interview.fronts.keys import KeyedPrompt
from drafter.wording import folded

__all__ = ["ScrolledList", "control_of"]

PAGE = 10
"""Rows that PageUp and PageDown move by."""


def control_of(question: Any) -> InquirerControl:
    """The list of a questionary question."""
    found: InquirerControl = next(
        control
        for control in question.application.layout.find_all_controls()
        if isinstance(control, InquirerControl)
    )
    return found


class ScrolledList:
    """The keys and the window of a list. `narrows`: typed words hide the rows that lack them; else the cursor
    goes to the first that has them, for rows that are ticked must not be hidden from Enter.
    """

    def __init__(self, question: Any, asked: KeyedPrompt, above: int, narrows: bool) -> None:
        self.control, self.asked, self.narrows = control_of(question), asked, narrows
        self.all = list(self.control.choices)
        self.typed = ""
        self._fit(question, above)
        self._bind()

    def _fit(self, question: Any, above: int) -> None:
        """The list has what `above` lines leave of the screen, and a bar where it scrolls."""
        room = max(3, shutil.get_terminal_size().lines - above - 2)
        for window in question.application.layout.find_all_windows():
            if window.content is self.control and len(self.all) > room:
                window.height = Dimension(max=room)
                window.right_margins = [ScrollbarMargin(display_arrows=True)]
                _with_cursor(window, self.control)

    def _bind(self) -> None:
        add, calm = self.asked.bindings.add, Condition(lambda: not self.asked.in_burst())
        for key, place in (
            ("home", lambda: 0),
            ("end", lambda: len(self.control.choices) - 1),
            ("pageup", lambda: self.control.pointed_at - PAGE),
            ("pagedown", lambda: self.control.pointed_at + PAGE),
        ):
            add(key, eager=True)(self._going(place))
        add("escape", filter=calm)(self._leave)
        add("backspace", filter=calm)(lambda event: self._type(self.typed[:-1]))
        add("<any>", filter=calm)(
            lambda event: self._type(self.typed + event.data * event.data.isprintable())
        )

    def _going(self, place: Callable[[], int]) -> Callable[[Any], None]:
        return lambda event: self._point(place())

    def _point(self, place: int) -> None:
        """Put the cursor on the row at `place`, or the nearest that can be chosen."""
        choices = self.control.choices
        place = max(0, min(place, len(choices) - 1))
        open_rows = [number for number, row in enumerate(choices) if not _is_closed(row)]
        self.control.pointed_at = min(open_rows, key=lambda number: abs(number - place))

    def _leave(self, event: Any) -> None:
        if self.typed:
            self._type("")
        else:
            event.app.exit(exception=Back(), style="class:aborting")

    def _type(self, typed: str) -> None:
        """Narrow to the rows that have all typed words in them; letters that leave none are not taken."""
        words = folded(typed).split()
        found = [row for row in self.all if not _is_closed(row) and _has(row, words)]
        if words and not found:
            return
        self.typed = typed
        if not self.narrows:
            if words:
                self._point(self.control.choices.index(found[0]))
            return
        here = self.control.get_pointed_at().value
        self.control.choices = [questionary.Separator(f"Typed: {typed}"), *found] if words else self.all
        there = [number for number, row in enumerate(self.control.choices) if row.value == here]
        self._point(there[0] if there and not words else int(bool(words)))


def _letter(data: str) -> str:
    return data if data.isprintable() else ""


def _has(row: Any, words: list[str]) -> bool:
    title = folded(str(row.title))
    return all(word in title for word in words)


def _is_closed(row: Any) -> bool:
    return isinstance(row, questionary.Separator) or bool(row.disabled)


def _with_cursor(window: Window, control: InquirerControl) -> None:
    """Let the window scroll so that the row with the cursor is on it."""
    window.get_vertical_scroll = lambda window: _scrolled(window, control)


def _scrolled(window: Window, control: InquirerControl) -> int:
    shown = window.render_info.window_height if window.render_info else 0
    top = window.vertical_scroll
    if shown:
        top = min(max(top, control.pointed_at - shown + 1), control.pointed_at)
    return max(0, top)
