"""Paragraphs that print as a person wrote them: what `overrides` of the sheet say, over the words they were
made for and no others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from drafter.anchors import Anchor, Place, anchors_of
from drafter.complaint.passes.merging import alike, merged_words
from drafter.document import (
    Block,
    BlockQuote,
    Bullet,
    CaptionLine,
    Continuation,
    CountHeading,
    Document,
    Figure,
    Footnote,
    Inlines,
    Lead,
    NumberedParagraph,
    Origin,
    PrayerItem,
    Reference,
    Run,
    SignatureBlock,
    SignatureLine,
    SubParagraph,
    Table,
    plain,
)
from drafter.facts.overrides import Override
from drafter.facts.values import known
from drafter.markup import Passage, prose

__all__ = ["AppliedOverride", "digest_of", "overridden"]


_OF_PARAGRAPHS = (NumberedParagraph, Continuation, Lead, SubParagraph, BlockQuote, Bullet, PrayerItem)
"""Blocks behind which a second paragraph can stand."""
LEAST_ALIKE = 0.6
"""Of the words of a paragraph, how many it has after its template was worded anew."""
Line = TypeVar("Line", CaptionLine, SignatureLine, Footnote)


class AppliedOverride(NamedTuple):
    """What became of an override: printed; merged with words beneath that changed; lapsed, for both changed
    in one place; or without a paragraph. `drafted` are the words beneath.
    """

    id: str
    outcome: str
    drafted: str = ""


class _Printed(NamedTuple):
    """An override that prints, and its words."""

    override: Override
    passage: Passage


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
    changes: dict[Place, _Printed] = {}
    added: dict[int, list[_Printed]] = {}
    notes: list[Footnote] = []
    for each in overrides:
        if known(each.court) and str(each.court) != court:
            continue
        anchor = anchors.get(str(each.paragraph)) or _reworded(each, anchors)
        outcome, passage = _outcome(each, anchor)
        told.append(AppliedOverride(str(each.id), outcome, plain(anchor.content) if anchor else ""))
        if outcome in ("lapsed", "no paragraph") or anchor is None:
            continue
        notes += passage.footnotes
        printed = _Printed(each, passage)
        if each.after:
            added.setdefault(anchor.place[1], []).append(printed)
        else:
            changes[anchor.place] = printed
    made = _applied(document, changes, added)
    return made._replace(footnotes=(*made.footnotes, *notes)), tuple(told)


def _reworded(each: Override, anchors: Mapping[str, Anchor]) -> Anchor | None:
    """The paragraph of an override whose template line was worded anew: it stands under the same label but
    for the digest of that line, and has most of the words.
    """
    under = str(each.paragraph).rpartition("/")[0]
    base = plain(prose(str(known(each.over) or "")).content)
    best, most = None, LEAST_ALIKE
    for label, anchor in anchors.items() if under and base else ():
        if label.rpartition("/")[0] == under:
            share = alike(base, plain(anchor.content))
            if share > most:
                best, most = anchor, share
    return best


def _outcome(each: Override, anchor: Anchor | None) -> tuple[str, Passage]:
    """What becomes of an override, and the words that print."""
    passage = prose(str(known(each.words) or ""), f"overrides.{each.id}.words")
    if anchor is None:
        return "no paragraph", passage
    if not each.beneath or each.after or str(each.beneath) == digest_of(anchor.content):
        return "printed", passage
    base = prose(str(known(each.over) or "")).content
    if each.omit or digest_of(base) != str(each.beneath):
        return "lapsed", passage
    merged = merged_words(base, passage.content, anchor.content)
    return ("lapsed", passage) if merged is None else ("merged", passage._replace(content=merged))


def _all_words(each: _Printed) -> Inlines:
    """Its words as one line, where there is no room for a second paragraph."""
    found = [each.passage.content, *(getattr(block, "content", ()) for block in each.passage.rest)]
    return tuple(inline for at, part in enumerate(found) for inline in ((Run(" "), *part) if at else part))


def _applied(
    document: Document, changes: dict[Place, _Printed], added: dict[int, list[_Printed]]
) -> Document:
    body: list[Block] = []
    for at, block in enumerate(document.body):
        made = _block(block, at, changes)
        body += [made] if made is not None else []
        own = changes.get(("body", at, 0))
        if own is not None and isinstance(block, _OF_PARAGRAPHS) and not own.override.omit:
            body += own.passage.rest
        for each in added.get(at, ()):
            body += [_added(each), *each.passage.rest]
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


def _over(content: Inlines, each: _Printed | None) -> Inlines:
    return content if each is None else () if each.override.omit else _all_words(each)


def _line(line: Line, each: _Printed | None) -> Line:
    """A line of the caption or the signature, or a note."""
    return line if each is None else line._replace(content=_over(line.content, each))


def _block(block: Block, at: int, changes: dict[Place, _Printed]) -> Block | None:
    own = changes.get(("body", at, 0))
    if isinstance(block, SignatureBlock):
        signed = (_line(line, changes.get(("body", at, part))) for part, line in enumerate(block.lines))
        return block._replace(lines=tuple(signed))
    if isinstance(block, Table):
        return _table(block, at, changes)
    if own is not None and own.override.omit:
        return None
    if isinstance(block, CountHeading):
        lines = (_over(line, changes.get(("body", at, part))) for part, line in enumerate(block.lines, 1))
        block = block._replace(lines=tuple(line for line in lines if line))
        return block if own is None else block._replace(ordinal="", title=_all_words(own))
    if own is None:
        return block
    if isinstance(block, Figure):
        return block._replace(caption=_all_words(own))
    return block._replace(content=own.passage.content)


def _table(block: Table, at: int, changes: dict[Place, _Printed]) -> Table:
    rows, part = [], 0
    for row in block.rows:
        rows.append(
            tuple(_over(cell, changes.get(("body", at, part + index))) for index, cell in enumerate(row))
        )
        part += len(row)
    return block._replace(rows=tuple(rows))


def _added(each: _Printed) -> Block:
    origin = Origin(paths=(f"overrides.{each.override.id}.words",))
    if each.override.numbered:
        return NumberedParagraph(each.passage.content, f"overrides/{each.override.id}", origin=origin)
    return Continuation(each.passage.content, origin)
