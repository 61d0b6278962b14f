"""The way back: words of the tree as they would be typed, with their marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.document import (
    BOLD,
    ITALIC,
    UNDERLINE,
    Blank,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Run,
    TermDefinition,
    mark_of,
    plain,
)
from drafter.markup.signs import escape
from drafter.markup.words import parse_words

__all__ = ["written"]

_MARKS = {0: "", ITALIC: "*", BOLD: "**", ITALIC | BOLD: "***"}


def written(content: Inlines) -> str:
    """`content` as it would be typed in a field, so that it reads as it is: emphasis that no mark can say
    (within a word) is left out, and no word is.
    """
    for styled in (True, False):
        text = "".join(_pieces(content, styled))
        if _heard(parse_words(text), styled) == _heard(content, styled):
            return text
    return "".join(escape(part) if part != "\n" else "\\\n" for part in _lines(plain(content)))


def _lines(text: str) -> Iterator[str]:
    for at, line in enumerate(text.split("\n")):
        if at:
            yield "\n"
        yield line


def _pieces(content: Inlines, styled: bool) -> Iterator[str]:
    first = True
    for style, group in groupby(content, key=lambda node: getattr(node, "style", 0) if styled else 0):
        text = ""
        for node in group:
            text += _typed(node, first)
            first = False
        yield _marked(text, style)


def _marked(text: str, style: int) -> str:
    """`text` between the marks of `style`, white space outside of them."""
    inner = text.strip(" ")
    if not style or not inner:
        return text
    front, back = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    mark = _MARKS[style & (ITALIC | BOLD)]
    line = "__" if style & UNDERLINE else ""
    return f"{front}{line}{mark}{inner}{mark}{line}{back}"


def _typed(node: Inline, first: bool) -> str:
    match node:
        case Run(text=text, sealed=sealed):
            made = _words(text, first and not sealed)
            return f"{{~{made}~}}" if sealed else made
        case TermDefinition(text=text):
            return f'""{_words(text, False)}""'
        case Blank(label=label):
            return f"[[{_words(label, False)}]]"
        case Reference(labels=labels):
            pairs = (f"@{a}" if a == b else f"@{a}..@{b}" for a, b in labels)
            return f"[{', '.join(pairs)}]"
        case FootnoteMark(id=own):
            return f"[^{mark_of(own)}]"
        case LineBreak():
            return "\\\n"


def _words(text: str, first: bool) -> str:
    """`text` escaped; what counts as a mark at the head of a paragraph only is left alone behind it."""
    if "\n" in text:
        return "\\\n".join(_words(line, first and at == 0) for at, line in enumerate(text.split("\n")))
    front = text[: len(text) - len(text.lstrip(" "))]
    return escape(text) if first and not front else escape(f"x{text}")[1:]


def _heard(content: Inlines, styled: bool) -> list[tuple[str, str, int]]:
    """What of `content` a reader sees, character by character where it is words."""
    heard: list[tuple[str, str, int]] = []
    for node in content:
        style = getattr(node, "style", 0) if styled else 0
        if isinstance(node, Run):
            for sign in node.text:
                heard.append(
                    ("break", "\n", 0) if sign == "\n" else ("word", sign, style if sign != " " else 0)
                )
        elif isinstance(node, FootnoteMark):
            heard.append(("note", mark_of(node.id), 0))
        elif isinstance(node, Reference):
            heard.append(("reference", str(node.labels), style))
        elif isinstance(node, LineBreak):
            heard.append(("break", "\n", 0))
        else:
            heard.append((type(node).__name__, plain((node,)), style))
    return heard
