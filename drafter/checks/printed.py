"""What the draft prints, for the checks that read it."""

from __future__ import annotations

from typing import Iterator, NamedTuple

from drafter.checks.engine.shared import once_a_draft
from drafter.complaint import Draft
from drafter.complaint.passes.number import inlines_of
from drafter.document import Inlines, plain
from drafter.tree.unknown import assumed

__all__ = ["PrintedPassage", "assumptions", "paragraphs", "passages"]


class PrintedPassage(NamedTuple):
    """Words that print in one place: the label of their block, the sheet paths behind it, and whether a
    footnote's mark can be resolved there.
    """

    content: Inlines
    label: str
    paths: tuple[str, ...] = ()
    may_cite: bool = True


@once_a_draft
def assumptions(draft: Draft) -> dict[str, str]:
    """By path, of each choice that is not known, what the draft goes on as if it were."""
    return assumed(draft.matter.raw)


@once_a_draft
def paragraphs(draft: Draft) -> list[str]:
    """The words of each block of the body."""
    return [plain(inlines_of(block)) for block in draft.document.body]


@once_a_draft
def passages(draft: Draft) -> list[PrintedPassage]:
    """Everything that prints: the first page, the body, the footnotes."""
    return list(_passages(draft))


def _passages(draft: Draft) -> Iterator[PrintedPassage]:
    document = draft.document
    counsel = document.counsel.lines if document.counsel else ()
    front = [line.content for line in (*document.caption.left, *document.caption.right)]
    for content in (*front, *document.caption.court_lines, *counsel):
        yield PrintedPassage(content, "", may_cite=False)
    last = ""
    for block in document.body:
        last = getattr(block, "label", "") or last
        yield PrintedPassage(inlines_of(block), last, block.origin.paths)
    for note in document.footnotes:
        yield PrintedPassage(
            note.content, "", note.origin.paths or (note.id.rpartition("^")[0],), may_cite=False
        )
