"""Paragraphs that print as a person wrote them: what `overrides` of the sheet say, over the words they were
made for and no others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from drafter.anchors import Anchor, Place, anchors_of
from drafter.document import (
    Block,
    Continuation,
    CountHeading,
    Document,
    Figure,
    Inlines,
    NumberedParagraph,
    Origin,
    Reference,
    SignatureBlock,
    Table,
    plain,
)
from drafter.facts.overrides import Override
from drafter.facts.values import known
from drafter.markup import prose

__all__ = ["AppliedOverride", "digest_of", "overridden"]


class AppliedOverride(NamedTuple):
    """What became of an override: printed; lapsed, for the words beneath changed; or without a paragraph."""

    id: str
    outcome: str
    drafted: str = ""


def digest_of(content: Inlines) -> str:
    """What tells whether drafted words are still those that an override was made over: letters and digits
    alone, references by what they go to.
    """
    text = "".join(
        str(inline.labels) if isinstance(inline, Reference) else plain((inline,)) for inline in content
    )
    bare = "".join(sign for sign in text.casefold() if sign.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()[:12]


def overridden(
    document: Document, overrides: Sequence[Override], court: str
) -> tuple[Document, tuple[AppliedOverride, ...]]:
    """`document`, not resolved yet, with the overrides for `court` in it; and what became of each of them."""
    anchors = {anchor.label: anchor for anchor in anchors_of(document)}
    told: list[AppliedOverride] = []
    changes: dict[Place, Override] = {}
    added: dict[int, list[Override]] = {}
    for each in overrides:
        if known(each.court) and str(each.court) != court:
            continue
        anchor = anchors.get(str(each.paragraph))
        outcome = _outcome(each, anchor)
        told.append(AppliedOverride(str(each.id), outcome, plain(anchor.content) if anchor else ""))
        if outcome != "printed" or anchor is None:
            continue
        if each.after:
            added.setdefault(anchor.place[1], []).append(each)
        else:
            changes[anchor.place] = each
    return _applied(document, changes, added), tuple(told)


def _outcome(each: Override, anchor: Anchor | None) -> str:
    if anchor is None:
        return "no paragraph"
    if each.beneath and not each.after and str(each.beneath) != digest_of(anchor.content):
        return "lapsed"
    return "printed"


def _words(each: Override) -> Inlines:
    return prose(str(known(each.words) or ""), f"overrides.{each.id}.words").content


def _applied(
    document: Document, changes: dict[Place, Override], added: dict[int, list[Override]]
) -> Document:
    body: list[Block] = []
    for at, block in enumerate(document.body):
        made = _block(block, at, changes)
        body += [made] if made is not None else []
        body += [_added(each) for each in added.get(at, ())]
    caption = document.caption
    left = tuple(_line(line, changes.get(("left", at, 0))) for at, line in enumerate(caption.left))
    right = tuple(_line(line, changes.get(("right", at, 0))) for at, line in enumerate(caption.right))
    court = tuple(_over(line, changes.get(("court", at, 0))) for at, line in enumerate(caption.court_lines))
    notes = tuple(_line(note, changes.get(("note", at, 0))) for at, note in enumerate(document.footnotes))
    counsel = document.counsel
    if counsel is not None:
        lines = tuple(_over(line, changes.get(("counsel", at, 0))) for at, line in enumerate(counsel.lines))
        counsel = counsel._replace(lines=lines)
    caption = caption._replace(court_lines=court, left=left, right=right)
    return document._replace(body=tuple(body), caption=caption, counsel=counsel, footnotes=notes)


def _over(content: Inlines, each: Override | None) -> Inlines:
    return content if each is None else () if each.omit else _words(each)


def _line(line, each: Override | None):  # type: ignore[no-untyped-def]
    """A line of the caption or the signature, or a note."""
    return line if each is None else line._replace(content=_over(line.content, each))


def _block(block: Block, at: int, changes: dict[Place, Override]) -> Block | None:
    own = changes.get(("body", at, 0))
    if isinstance(block, SignatureBlock):
        lines = (_line(line, changes.get(("body", at, part))) for part, line in enumerate(block.lines))
        return block._replace(lines=tuple(lines))
    if isinstance(block, Table):
        return _table(block, at, changes)
    if isinstance(block, CountHeading):
        lines = (_over(line, changes.get(("body", at, part))) for part, line in enumerate(block.lines, 1))
        block = block._replace(lines=tuple(line for line in lines if line))
        return block if own is None else block._replace(ordinal="", title=_words(own))
    if own is None:
        return block
    if own.omit:
        return None
    if isinstance(block, Figure):
        return block._replace(caption=_words(own))
    return block._replace(content=_words(own))


def _table(block: Table, at: int, changes: dict[Place, Override]) -> Table:
    rows, part = [], 0
    for row in block.rows:
        rows.append(
            tuple(_over(cell, changes.get(("body", at, part + index))) for index, cell in enumerate(row))
        )
        part += len(row)
    return block._replace(rows=tuple(rows))


def _added(each: Override) -> Block:
    origin = Origin(paths=(f"overrides.{each.id}.words",))
    if each.numbered:
        return NumberedParagraph(_words(each), f"overrides/{each.id}", origin=origin)
    return Continuation(_words(each), origin)
