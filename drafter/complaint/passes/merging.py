"""Three-way merging of words: what a person changed in a paragraph, over the same paragraph as it is now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from drafter.document import Blank, FootnoteMark, Inline, Inlines, Reference, Run, TermDefinition

__all__ = ["alike", "merged_words"]

_WORD = re.compile(r"\w+|\s|[^\w\s]")


class _Part(NamedTuple):
    """A word, a space, a sign, or another thing of the tree; `key` is what is compared."""

    key: str
    inline: Inline


class _Edit(NamedTuple):
    start: int
    end: int
    parts: tuple[_Part, ...]


def _parts(content: Inlines) -> list[_Part]:
    found: list[_Part] = []
    for inline in content:
        if isinstance(inline, Run):
            words = _WORD.findall(inline.text)
            found += [_Part(f"{inline.style} {word}", inline._replace(text=word)) for word in words]
        else:
            found.append(_Part(_key(inline), inline))
    return found


def _key(inline: Inline) -> str:
    """What a thing of the tree is, whatever field it stands in."""
    match inline:
        case TermDefinition(text=text, style=style):
            return f"term {style} {text}"
        case Blank(label=label):
            return f"blank {label}"
        case Reference(labels=labels):
            return f"reference {labels}"
        case FootnoteMark(id=own):
            return f"note {own.rpartition('^')[2]}"
        case _:
            return "break"


def _edits(base: Sequence[_Part], made: Sequence[_Part]) -> list[_Edit]:
    matcher = SequenceMatcher(None, [each.key for each in base], [each.key for each in made], autojunk=False)
    return [_Edit(a, b, tuple(made[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def alike(text: str, other: str) -> float:
    """The share of words that two texts have in one order: 0 to 1."""
    return SequenceMatcher(None, text.split(), other.split(), autojunk=False).ratio()


def merged_words(base: Inlines, own: Inlines, now: Inlines) -> Inlines | None:
    """`own` and `now` both come from `base`: the words with the changes of both, or None where they changed
    the same place.
    """
    parts = _parts(base)
    edits = sorted({*_edits(parts, _parts(own)), *_edits(parts, _parts(now))}, key=lambda each: each[:2])
    made: list[_Part] = []
    at = 0
    last = -1
    for each in edits:
        if each.start <= last:
            return None
        made += [*parts[at : each.start], *each.parts]
        at = last = each.end
    return _joined([*made, *parts[at:]])


def _joined(parts: Sequence[_Part]) -> Inlines:
    """Words of one style and field side by side as one run."""
    found: list[Inline] = []
    for kind, group in groupby((each.inline for each in parts), key=_likeness):
        inlines = list(group)
        first = inlines[0]
        if kind and isinstance(first, Run):
            text = "".join(each.text for each in inlines if isinstance(each, Run))
            found.append(first._replace(text=text))
        else:
            found += inlines
    return tuple(found)


def _likeness(inline: Inline) -> tuple[object, ...]:
    return tuple(inline._replace(text="")) if isinstance(inline, Run) else ()
