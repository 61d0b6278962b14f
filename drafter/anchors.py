"""The anchors of a draft: a bookmark for each paragraph that is printed, by which a draft that was edited
elsewhere is known again. The names tell nobody anything: they are made with a key that only the sheet has.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import zlib
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from drafter.document import (
    NO_ORIGIN,
    Block,
    BlockQuote,
    Bullet,
    Continuation,
    CountHeading,
    Document,
    Figure,
    Heading,
    Inlines,
    Lead,
    LineBreak,
    NumberedParagraph,
    Origin,
    PrayerItem,
    Run,
    SignatureBlock,
    SubParagraph,
    Table,
)

__all__ = ["Anchor", "Place", "anchors_of", "entry_of", "hashed", "new_key"]

Place: TypeAlias = tuple[str, int, int]
"""Where a paragraph stands: counsel, court, left, right, body or note; which block; which paragraph of it."""
LETTERS = 10


class Anchor(NamedTuple):
    """A printed paragraph and its bookmark.

    name      of the bookmark: `_p_` an entry of the sheet, `_s_` a section, `_t_` a template's paragraph
    label     what it is in the draft; stays from draft to draft
    kind      allegation, continued, sub, quote, bullet, heading, count, count-line, lead, prayer, cell,
              figure, signature, counsel, court, caption, note
    number    as printed
    content   its words
    """

    name: str
    label: str
    kind: str
    place: Place
    number: str
    content: Inlines
    origin: Origin


def hashed(key: str, text: str) -> str:
    """Ten letters that only who has `key` can make of `text`."""
    number = int.from_bytes(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()[:8], "big")
    made = ""
    for _ in range(LETTERS):
        number, letter = divmod(number, 26)
        made += chr(ord("a") + letter)
    return made


def new_key() -> str:
    """A key for a sheet: as many letters as nobody guesses."""
    return "".join(chr(ord("a") + byte % 26) for byte in os.urandom(26))


def entry_of(paths: tuple[str, ...], words: str) -> str:
    """The entry of the sheet that a paragraph prints, for its label: `classes.plus`; an entry that has no id
    but its place is known by its words.
    """
    if not paths:
        return ""
    first, _, rest = paths[0].partition(".")
    own = rest.split(".")[0]
    return (
        f"{first}.{zlib.crc32(words.encode()):08x}" if own.isdecimal() else f"{first}.{own}" if own else first
    )


def anchors_of(document: Document) -> list[Anchor]:
    """An anchor for each printed paragraph of `document`, in order; no two have one name or one label."""
    made: list[Anchor] = []
    seen: dict[str, int] = {}
    serials: dict[str, int] = {}
    for prefix, label, kind, place, number, content, origin in _paragraphs(document):
        own = f"{prefix}{label}"
        seen[own] = seen.get(own, 0) + 1
        if seen[own] > 1:
            label = f"{label}#{seen[own]}"
        serials[prefix] = serials.get(prefix, 0) + 1
        code = hashed(document.anchor_key, f"{prefix}{label}") if document.anchor_key else serials[prefix]
        made.append(Anchor(f"_{prefix}_{code}", label, kind, place, number, content, origin))
    return made


_Found: TypeAlias = tuple[str, str, str, Place, str, Inlines, Origin]


def _paragraphs(document: Document) -> Iterator[_Found]:
    counsel, caption = document.counsel, document.caption
    for at, line in enumerate(counsel.lines if counsel else ()):
        yield "t", f"counsel/{_entry(line, at)}", "counsel", ("counsel", at, 0), "", line, NO_ORIGIN
    for at, line in enumerate(caption.court_lines):
        yield "t", f"court/{at}", "court", ("court", at, 0), "", line, NO_ORIGIN
    for side, lines in (("left", caption.left), ("right", caption.right)):
        for at, each in enumerate(lines):
            label = f"caption/{each.kind}/{_entry(each.content, at)}"
            yield "t", label, f"caption-{each.kind}", (side, at, 0), "", each.content, NO_ORIGIN
    above = "start"
    for at, block in enumerate(document.body):
        above = getattr(block, "label", "") or above
        yield from _block(block, at, above)
    for at, note in enumerate(document.footnotes):
        yield "t", f"note/{note.id}", "note", ("note", at, 0), str(note.number), note.content, note.origin


def _entry(content: Inlines, at: int) -> str:
    """What a line of the first page prints of the sheet; its place where it prints nothing of it."""
    path = next((inline.path for inline in content if getattr(inline, "path", "")), "")  # type: ignore[union-attr]
    return path or str(at)


def _block(block: Block, at: int, above: str) -> Iterator[_Found]:
    """The paragraphs of one block; `above` is the label it stands under."""
    match block:
        case CountHeading():
            yield from _count(block, at)
        case Heading(content=content, label=label, number=number, origin=origin):
            own = f"section/{label}" if label else f"{above}/{_made('heading', block)}"
            yield "s", own, "heading", ("body", at, 0), number, content, origin
        case Table(rows=rows, origin=origin):
            cells = [cell for row in rows for cell in row]
            for part, cell in enumerate(cells):
                yield "t", f"{above}/cell", "cell", ("body", at, part), "", cell, origin
        case Figure(caption=caption, origin=origin):
            yield "t", f"{above}/figure", "figure", ("body", at, 0), "", caption, origin
        case SignatureBlock(lines=lines, origin=origin):
            for part, line in enumerate(lines):
                label = f"signature/{line.kind}/{_entry(line.content, part)}"
                yield "t", label, "signature", ("body", at, part), "", line.content, origin
        case _:
            if type(block) not in _KINDS:
                raise TypeError(f"no anchor for {block!r}")
            kind, own = _KINDS[type(block)], getattr(block, "label", "")
            prefix = "p" if own and "/" not in own and "." not in own else "t"
            label, number = own or f"{above}/{_made(kind, block)}", str(getattr(block, "number", ""))
            yield prefix, label, kind, ("body", at, 0), number, block.content, block.origin


_KINDS: dict[type, str] = {
    NumberedParagraph: "allegation",
    Continuation: "continued",
    SubParagraph: "sub",
    BlockQuote: "quote",
    Bullet: "bullet",
    Lead: "lead",
    PrayerItem: "prayer",
}


def _made(kind: str, block: Block) -> str:
    """The label of a block without one, under the labelled block above it."""
    return "/".join(filter(None, (kind, entry_of(block.origin.paths, ""), block.origin.digest)))


def _count(block: CountHeading, at: int) -> Iterator[_Found]:
    ordinal: Inlines = (
        (Run(block.ordinal), LineBreak()) if block.ordinal and block.title else (Run(block.ordinal),)
    )
    yield "s", f"section/{block.label}", "count", ("body", at, 0), "", (*ordinal, *block.title), block.origin
    for part, line in enumerate(block.lines, 1):
        label = f"{block.label}/line"
        yield "t", label, "count-line", ("body", at, part), "", line, block.origin
