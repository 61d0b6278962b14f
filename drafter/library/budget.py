"""What a template may use up: steps, characters printed, characters made on the way, and time. All but time
are counted, so the same template ends alike everywhere.

A step is a turn of a loop, a call, a filter or an entry of a list; a template far beyond what a complaint
needs ends in one message with its line.
"""

from __future__ import annotations

import time
from typing import Any, NamedTuple

__all__ = ["Budget", "LARGEST", "LONGEST", "Limits", "MOST", "TooMuch", "weight"]

LONGEST = 400_000
"""Characters of one text, as of one field of the sheet (`drafter.facts.values.LONGEST_TEXT`)."""
MOST = 100_000
"""Entries of one list or range, those of the lists in it counted in."""
LARGEST = 10**18
"""No number of a complaint is larger."""
DEEPEST = 12
"""Lists within lists."""


class TooMuch(Exception):
    """A template went over a bound; the message says which."""


class Limits(NamedTuple):
    """How much one draft may use up. `of_sheet` adds what a large sheet needs."""

    steps: int = 1_000_000
    printed: int = 2_000_000
    made: int = 20_000_000
    seconds: float = 30.0

    def of_sheet(self, records: int) -> Limits:
        """The limits for a sheet of so many records."""
        return self._replace(
            steps=self.steps + 400 * records,
            printed=self.printed + 1_000 * records,
            made=self.made + 2_000 * records,
            seconds=self.seconds + records / 200,
        )


class Budget:
    """Counts down. Each method raises TooMuch when there is nothing left."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.steps, self.printed, self.made = self.limits[:3]
        self._until = 0.0
        self._look = 0

    def step(self, count: int = 1) -> bool:
        """Always true, so that it can stand in the condition of a loop."""
        self.steps -= count
        if self.steps < 0:
            raise TooMuch(
                f"the templates take more than {self.limits.steps:,} steps: a loop or a macro has no end, or"
                " goes over too much"
            )
        self._look -= count
        if self._look < 0:
            self._in_time()
        return True

    def _in_time(self) -> None:
        self._look = 500
        now = time.monotonic()
        self._until = self._until or now + self.limits.seconds
        if now > self._until:
            raise TooMuch(f"the templates take longer than {self.limits.seconds:.0f} seconds")

    def write(self, characters: int) -> None:
        """So many characters are printed."""
        self.printed -= characters
        self.step()
        if self.printed < 0:
            raise TooMuch(f"the templates print more than {self.limits.printed:,} characters")

    def make(self, characters: int) -> None:
        """A text of so many characters is about to be made."""
        if characters > LONGEST:
            raise TooMuch(f"a text of {characters:,} characters; {LONGEST:,} are the most")
        self.made -= characters
        self.step()
        if self.made < 0:
            raise TooMuch(f"the templates make more than {self.limits.made:,} characters of text")

    def hold(self, value: Any) -> Any:
        """`value`, if it is a list that is not too large."""
        if isinstance(value, (list, tuple, dict, set, frozenset)):
            self.step(1 + weight(value) // 8)
        return value


def weight(value: Any, depth: int = 0, known: dict[int, int] | None = None) -> int:
    """How many entries `value` has, those of the lists in it counted in, and sixteen characters of text as
    one. Raises TooMuch for too many.
    """
    if isinstance(value, str):
        return 1 + len(value) // 16
    if not isinstance(value, (list, tuple, dict, set, frozenset)):
        return 1
    known = {} if known is None else known
    if id(value) not in known:
        if depth > DEEPEST:
            raise TooMuch(f"lists within lists, more than {DEEPEST} deep")
        entries = [*value.keys(), *value.values()] if isinstance(value, dict) else value
        if len(entries) > MOST:
            raise TooMuch(f"a list of {len(entries):,} entries; {MOST:,} are the most")
        known[id(value)] = 1 + sum(weight(entry, depth + 1, known) for entry in entries)
    if known[id(value)] > 10 * MOST:
        raise TooMuch(f"lists within lists of {known[id(value)]:,} entries; {10 * MOST:,} are the most")
    return known[id(value)]
