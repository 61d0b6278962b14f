"""What of a draft is recorded beside the sheet: which paragraphs print which entry of it, and every
paragraph with the fields it prints.
"""

from __future__ import annotations

from drafter.anchors import Anchor, anchors_of, hashed
from drafter.complaint import Draft
from drafter.document import (
    Blank,
    CountHeading,
    Document,
    FootnoteMark,
    Inline,
    LineBreak,
    NumberedParagraph,
    Reference,
    Run,
    TermDefinition,
    plain,
)
from drafter.matter_files.draft_records import DraftedBlock

__all__ = ["blocks_of", "finished", "paragraphs_of", "stamped"]


def paragraphs_of(draft: Draft) -> dict[str, list[str]]:
    """The printed numbers of the paragraphs that print something of each entry of the sheet, by the entry's
    path; of a claim, its count too.
    """
    found: dict[str, list[str]] = {}
    for block in draft.document.body:
        if isinstance(block, NumberedParagraph):
            for entry in dict.fromkeys(".".join(path.split(".")[:2]) for path in block.origin.paths):
                found.setdefault(entry, []).append(str(block.number))
            if block.label in draft.matter.allegations:
                own = found.setdefault(f"allegations.{block.label}", [])
                if str(block.number) not in own:
                    own.append(str(block.number))
            if block.element[0]:
                claim = found.setdefault(f"claims.{block.element[0]}", [])
                if str(block.number) not in claim:
                    claim.append(str(block.number))
        elif isinstance(block, CountHeading):
            found.setdefault(f"counts.{block.label}", []).append(block.ordinal)
    return found


def blocks_of(document: Document) -> list[DraftedBlock]:
    """Every printed paragraph of a draft."""
    return [_block(anchor) for anchor in anchors_of(document)]


def _block(anchor: Anchor) -> DraftedBlock:
    runs = tuple(map(_run, anchor.content))
    origin = anchor.origin
    return DraftedBlock(
        anchor.name, anchor.label, anchor.kind, anchor.number, origin.template, str(origin.line), runs
    )


_KINDS: dict[type, str] = {
    Run: "run",
    TermDefinition: "term",
    Blank: "blank",
    Reference: "reference",
    FootnoteMark: "note",
    LineBreak: "break",
}


def _run(inline: Inline) -> tuple[str, str, int, str]:
    text = "" if isinstance(inline, FootnoteMark) else plain((inline,))
    path = inline.id if isinstance(inline, FootnoteMark) else getattr(inline, "path", "")
    return text, _KINDS[type(inline)], getattr(inline, "style", 0), path


def finished(draft: Draft) -> Draft:
    """`draft` as it is filed: without the mark of a draft, bookmarks, hashes and numbers of drafter’s own."""
    meta = draft.document.meta._replace(mark="", final=True, hashes=())
    return draft._replace(document=draft.document._replace(meta=meta, anchor_key=""))


def stamped(draft: Draft, number: int) -> Draft:
    """`draft`, whose file says its number and, to who has the sheet, of what matter it is."""
    document = draft.document
    said: tuple[tuple[str, str], ...] = (("draft", str(number)),)
    if document.anchor_key:
        said += (("matter", hashed(document.anchor_key, "matter")),)
    meta = document.meta._replace(hashes=(*document.meta.hashes, *said))
    return draft._replace(document=document._replace(meta=meta))
