r"""Text with marks, as users and templates write it, becomes nodes of the tree; `escape` is the way back. The
page is `docs/marks.md`.

Three readers share one grammar: `inline` (one paragraph's words), `prose` (a field of the sheet) and
`template` (a rendered template). What is no mark prints as typed, nothing raises, and no word is lost. In a
template, parsed prose stands as a token of private-use characters and is spliced back here, so that no value
can become a mark.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.document import Block, Continuation, Footnote, Inlines, Run
from drafter.markup.page import FIRST, SECOND_BLOCK, PageReader, joined
from drafter.markup.signs import Passage, escape, line_mark, region, token
from drafter.markup.spaces import unbroken
from drafter.markup.words import parse_words
from drafter.markup.written import written

__all__ = [
    "Passage",
    "escape",
    "inline",
    "line_mark",
    "literal",
    "printed_prose",
    "prose",
    "region",
    "template",
    "token",
    "unbroken",
    "written",
]


def inline(text: str, path: str = "", style: int = 0) -> Inlines:
    """The words of one line or paragraph; block marks print as typed, newlines as a space."""
    if "\n" in text or "\r" in text:
        text = joined(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return parse_words(text, path, style)


def prose(text: str, path: str = "") -> Passage:
    """A prose field of the sheet. Headings, "1." and "A." are the template's and print as typed."""
    words = text.rstrip(" \t\n")
    if words[:1] not in FIRST and not SECOND_BLOCK.search(words):
        return Passage(parse_words(joined(words.split("\n")), path), path=path)
    page = PageReader(path)
    page.read(text)
    first = page.blocks[0] if page.blocks else None
    if isinstance(first, Continuation):
        return Passage(first.content, tuple(page.blocks[1:]), tuple(page.footnotes), path)
    return Passage((), tuple(page.blocks), tuple(page.footnotes), path)


def printed_prose(text: str, path: str = "") -> Passage:
    """A prose field as it prints: with a hard space wherever no line may end."""
    return prose(unbroken(str(text)), path)


def literal(text: str, path: str = "", style: int = 0) -> Passage:
    """A plain value: its words as typed, no marks."""
    return Passage((Run(text, style, path),) if text else (), path=path)


def template(
    text: str, passages: Sequence[Passage], regions: Sequence[tuple[str, str]] = (), name: str = ""
) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """A rendered template: all marks, and each token gives way to its passage."""
    page = PageReader("", passages, regions, name)
    page.read(text)
    return tuple(page.blocks), tuple(page.footnotes)
