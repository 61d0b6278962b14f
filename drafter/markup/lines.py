"""A rendered template of lines: each says what it is, and then its words: `role: Plaintiff,`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.document import Inlines
from drafter.markup.signs import SIGN, TOKEN, Passage, number_of
from drafter.markup.words import parse_words

__all__ = ["lines"]

_LINE = re.compile(r"([a-z][a-z-]*):(?: (.*))?", re.DOTALL)
_SPACES = re.compile(r"[ \t]{2,}|\t")


def lines(text: str, passages: Sequence[Passage]) -> Iterator[tuple[str, Inlines]]:
    """Each line's kind and words; empty lines are left out, and a line without a kind has "" for it."""
    for line in SIGN.sub("", text).split("\n"):
        found = _LINE.fullmatch(line.strip())
        if found or line.strip():
            kind, said = (found[1], found[2] or "") if found else ("", line)
            yield kind, _words(said, passages)


def _words(text: str, passages: Sequence[Passage]) -> Inlines:
    """The words of a line; a passage without words leaves nothing, hence no double space."""
    text = TOKEN.sub(lambda found: found[0] if _says(found[1], passages) else "", text)
    return parse_words(_SPACES.sub(" ", text).strip(), "", 0, False, passages)


def _says(number: str, passages: Sequence[Passage]) -> bool:
    index = number_of(number)
    return index >= len(passages) or bool(passages[index].content)
