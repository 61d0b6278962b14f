"""Which draft a file is, that came back; a draft of another matter is refused."""

from __future__ import annotations

from typing import NamedTuple

from drafter.anchors import hashed
from drafter.errors import SheetError, UsageError
from drafter.matter_files.draft_records import (
    DraftedBlock,
    DraftRecord,
    DraftSnapshot,
    drafts_of,
    snapshot_of,
)
from drafter.matter_files.load import Loaded
from drafter.reading import WordFile, WordParagraph, said
from drafter.reconcile.sides import came_back, measured
from drafter.redline import ParagraphLink, aligned

__all__ = ["Returned", "the_draft_of"]

LEAST_EQUAL = 0.3
"""The share of drafted paragraphs that a file without a mark of ours has at least word for word."""


class Returned(NamedTuple):
    """A draft that came back: its record, what was drafted, what came back, and which became which."""

    record: DraftRecord
    drafted: tuple[DraftedBlock, ...]
    paragraphs: tuple[WordParagraph, ...]
    notes: tuple[str, ...]
    links: tuple[ParagraphLink, ...]


def the_draft_of(sheet: Loaded, file: WordFile, name: str) -> Returned:
    """The draft of `sheet` that `file`, called `name`, was. Raises UsageError for one of another matter, or
    of none that is recorded.
    """
    key = str(sheet.sheet.anchor_key or "")
    matter = file.properties.get("Matter", "")
    if key and matter and matter != hashed(key, "matter"):
        raise UsageError(
            f"{name} is a draft of another matter",
            f"Name the sheet that it was drafted from, and not {sheet.source.name}.",
        )
    found = came_back(file)
    record, snapshot = _recorded(sheet, file, [each.text for each, _ in found], name)
    drafted = tuple(block for block in snapshot.blocks if block.text.strip())
    old = [measured(block.text, [block.name], block.kind == "note") for block in drafted]
    new = [measured(each.text, each.anchors, bool(note)) for each, note in found]
    links = tuple(aligned(old, new))
    return Returned(
        record, drafted, tuple(each for each, _ in found), tuple(note for _, note in found), links
    )


def _recorded(
    sheet: Loaded, file: WordFile, texts: list[str], name: str
) -> tuple[DraftRecord, DraftSnapshot]:
    """The recorded draft that the file says it is, or most of whose paragraphs it has."""
    records = drafts_of(sheet.source.name)
    number, digest = file.properties.get("Draft", ""), file.properties.get("FactSheetSHA256", "")
    said_to_be = [each for each in records if str(each.number) == number and digest in ("", each.sheet)]
    for record in said_to_be:
        snapshot = snapshot_of(sheet.source.name, record.number)
        if snapshot.blocks:
            return record, snapshot
    best: tuple[float, DraftRecord, DraftSnapshot] | None = None
    words = {said(text) for text in texts}
    for record in reversed(records):
        try:
            snapshot = snapshot_of(sheet.source.name, record.number)
        except SheetError:
            continue
        there = [said(block.text) for block in snapshot.blocks if block.text.strip()]
        share = sum(text in words for text in there) / max(len(there), 1)
        if there and (best is None or share > best[0]):
            best = share, record, snapshot
    if best is None or best[0] < LEAST_EQUAL:
        raise UsageError(
            f"{name} is no draft of {sheet.source.name} that is recorded beside it",
            "Draft the sheet, have that file edited, and name it here; or name its own sheet.",
        )
    return best[1], best[2]
