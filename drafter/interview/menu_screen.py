"""The two loops that screens are made of: a menu that stands until it is done with, and screens in turn."""

from __future__ import annotations

from typing import Any, Callable

from drafter.interview.asking import Back, Chosen, Key
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AskMenu, Step, Steps

__all__ = ["ADD", "ADD_KEY", "DONE", "KEYS", "MenuScreen", "UNDO", "in_turn"]

DONE = "."
"""The key of the row that leaves a screen."""
ADD = "+"
"""The key of the row that adds an entry."""
UNDO = Key("z", "undo", "take the last change back", on_row=False)
ADD_KEY = Key("a", "add", "add one", on_row=False)
KEYS = (
    Key("c", "copy", "duplicate"),
    Key("u", "up", "move up"),
    Key("n", "down", "move down"),
    Key("r", "remove", "remove"),
    UNDO,
)
"""What a list offers besides adding."""


class MenuScreen:
    """A menu that stands until the person is done with it. A screen says what it shows (`describe`) and what
    a choice does (`act`), and no more.
    """

    done = DONE
    """The key of the row that leaves it."""

    def __init__(self, sitting: Sitting, at: str = "") -> None:
        self.sitting = sitting
        self.at = at
        """The key of the row where the cursor stands."""
        self.floor = sitting.steps
        """How many changes stand that were made before the screen was opened, and are not taken back here."""

    def describe(self) -> AskMenu:
        """What is shown now: title, lines, rows, and where the cursor stands."""
        raise NotImplementedError

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Do what was chosen; gives the row to stand at after it, None for the one that was chosen."""
        raise NotImplementedError

    def left(self) -> Any:
        """What it gives to the screen below when it is left."""
        return None

    def stands_after_undo(self) -> str:
        """The row where the cursor stands after something was taken back."""
        return self.at

    def steps(self) -> Steps[Any]:
        """All that it does from being opened to being left."""
        return self.shown_until_left()

    def shown_until_left(self) -> Steps[Any]:
        """Show it until it is left. Back in the menu leaves it too, and raises; Back in what was opened from
        it shows it again.
        """
        while True:
            chosen: Chosen = yield self.describe()
            if chosen == (self.done, ""):
                return self.left()
            if chosen.act == UNDO.word:
                self.sitting.undo(self.floor)
                self.at = self.stands_after_undo()
                continue
            try:
                at = yield from self.act(chosen)
            except Back:
                at = None
            self.at = chosen.key if at is None else at


def in_turn(one: Callable[[int], Step | None]) -> Steps[None]:
    """The screens that `one` gives for 0, 1, 2 … until it gives none; Back leads to the one before, and out
    of the first.
    """
    position = 0
    while (step := one(position)) is not None:
        try:
            yield step
            position += 1
        except Back:
            if not position:
                raise
            position -= 1
