"""A pattern looked for in many texts, few of which can have it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Callable, Iterable, Iterator

__all__ = ["LazyPattern", "Vocabulary"]


_small = lru_cache(16)(str.lower)
"""One text is tried by many patterns in a row."""


class Vocabulary:
    """The words of many texts, each once: what none of them has need be looked for in none."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = "\n".join({word for text in texts for word in text.split()})
        self._small = self._words.lower()

    def may_have(self, pattern: LazyPattern) -> bool:
        """Whether a match of `pattern` can stand in one of the texts."""
        words = self._small if pattern.any_case else self._words
        return any(all(part in words for part in sign.split()) for sign in pattern.signs)


class LazyPattern:
    """`pattern`, tried (and compiled) only where one of its `signs` stands, of which every match holds one;
    in small letters where case does not count.
    """

    def __init__(self, pattern: str, *signs: str, flags: int = 0) -> None:
        self._text, self.signs, self._flags = pattern, signs, flags
        self.any_case = bool(flags & re.I)
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._pattern is None:
            self._pattern = re.compile(self._text, self._flags)
        return self._pattern

    def _may(self, words: str) -> bool:
        if self.any_case:
            words = _small(words)
        for sign in self.signs:
            if sign in words:
                return True
        return False

    def search(self, words: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(words) if self._may(words) else None

    def finditer(self, words: str) -> Iterator[re.Match[str]]:
        """Every match."""
        return self.pattern.finditer(words) if self._may(words) else iter(())

    def findall(self, words: str) -> list[Any]:
        """The groups of every match."""
        return self.pattern.findall(words) if self._may(words) else []

    def subn(self, by: str | Callable[[re.Match[str]], str], words: str) -> tuple[str, int]:
        """`words` with `by` for every match, and how many there were."""
        return self.pattern.subn(by, words) if self._may(words) else (words, 0)
