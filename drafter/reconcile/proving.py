"""A proposal made of a file that came back, and proved: the sheet with all of it in is drafted again and laid
beside the file, and what still differs is listed with its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import NamedTuple

from drafter.anchors import anchors_of
from drafter.complaint import Draft, assemble
from drafter.complaint.snapshot import blocks_of
from drafter.errors import DrafterError
from drafter.library import Library
from drafter.matter_files.load import Loaded, loaded_tree
from drafter.proposals import Operation, Proposal
from drafter.reading import said
from drafter.reconcile.coming_back import Returned
from drafter.reconcile.placing import Placed, Placing
from drafter.reconcile.sides import drafted_pieces, hunks, measured, pieces_of
from drafter.redline import aligned
from drafter.tree.answers import UNFIT, Answers

__all__ = ["proposed"]


class _Proof(NamedTuple):
    """What differs still: labels of paragraphs, and lines with the words."""

    labels: frozenset[str]
    lines: tuple[str, ...]


class _Reworded(NamedTuple):
    """Paragraphs that came back as they went out and that drafter words in another way since, which is no
    edit of a partner’s; and the texts of today’s draft.
    """

    paragraphs: frozenset[int]
    texts: frozenset[str]


def proposed(sheet: Loaded, library: Library, returned: Returned, document: str, when: str) -> Proposal:
    """What the file would change in the sheet. Raises what drafting the sheet raises."""
    court = returned.record.court
    own = str(sheet.sheet.court.id) if sheet.sheet.court else ""
    now = assemble(sheet, library, court if court != own else "")
    beneath = {each.label: each.content for each in anchors_of(now.beneath or now.document)}

    def drafted(tree: dict[str, object]) -> Draft:
        return assemble(loaded_tree(tree, sheet.source), library, court if court != own else "")

    reworded = _reworded(returned, {each.label: _bare(each.text) for each in blocks_of(now.document)})
    whole: set[str] = set()
    for _ in range(3):
        placing = Placing(returned, Answers(deepcopy(sheet.tree)), document, court, beneath, when[:10])
        placing.whole = set(whole)
        operations, lost = _fitting(placing.all(), sheet)
        proof = _proof(sheet, operations, returned, drafted, reworded)
        more = (proof.labels & {each.label for each in placing.done}) - whole
        if not more:
            break
        whole |= more
    how = f"draft {returned.record.number}, {document}"
    return Proposal(sheet.source.sha256, "reconcile", how, when, tuple(operations), (*lost, *proof.lines))


def _fitting(placed: list[Placed], sheet: Loaded) -> tuple[list[Operation], list[str]]:
    """The changes with which the sheet still loads, as operations; and lines on the others."""
    answers = Answers(deepcopy(sheet.tree))
    operations: list[Operation] = []
    lost: list[str] = []
    for each in placed:
        stands = tuple(deepcopy(answers.get(change.path)) for change in each.changes)
        if each.changes and _takes(answers, each, sheet):
            operations.append(Operation(len(operations) + 1, each.title, each.changes, stands, each.ground))
        else:
            lost.append(f"{each.title}: “{each.ground.quote}”")
    return operations, lost


def _takes(answers: Answers, placed: Placed, sheet: Loaded) -> bool:
    done = 0
    try:
        for change in placed.changes:
            answers.apply(change)
            done += 1
        loaded_tree(answers.tree, sheet.source)
        return True
    except (*UNFIT, DrafterError):
        for _ in range(done):
            answers.undo()
        return False


def _proof(
    sheet: Loaded,
    operations: list[Operation],
    returned: Returned,
    drafted: Callable[[dict[str, object]], Draft],
    reworded: _Reworded,
) -> _Proof:
    """Draft the sheet with all operations in it, and compare with the file."""
    answers = Answers(deepcopy(sheet.tree))
    for operation in operations:
        for change in operation.changes:
            answers.apply(change)
    blocks = [block for block in blocks_of(drafted(answers.tree).document) if block.text.strip()]
    old = [measured(block.text, [block.name], block.kind == "note") for block in blocks]
    new = [
        measured(each.text, each.anchors, bool(note))
        for each, note in zip(returned.paragraphs, returned.notes, strict=True)
    ]
    links = aligned(old, new)
    labels: set[str] = set()
    lines: list[str] = []
    known = {block.label for block in returned.drafted}
    for link in links:
        block, paragraph = blocks[link.old[0]], returned.paragraphs[link.new[0]]
        found = hunks(drafted_pieces(block), pieces_of(paragraph), block)
        if len(link.old) == len(link.new) == 1 and (
            not found or link.new[0] in reworded.paragraphs and _bare(block.text) in reworded.texts
        ):
            continue
        if said(block.text) != said(paragraph.text):
            labels.add(block.label)
            lines.append(f"{block.number or block.kind}: the file says “{paragraph.text.strip()}”")
    linked = {at for link in links for at in link.new}
    for at, paragraph in enumerate(returned.paragraphs):
        if at not in linked and at not in reworded.paragraphs:
            lines.append(f"{paragraph.number or 'a paragraph'}: the file says “{paragraph.text.strip()}”")
    here = {at for link in links for at in link.old}
    for at, block in enumerate(blocks):
        if at not in here and block.label in known:
            lines.append(f"{block.number or block.kind}: the file has no “{block.text.strip()}”")
    return _Proof(frozenset(labels), tuple(lines))


def _bare(text: str) -> str:
    """A text as it is compared: numbers of paragraphs come and go."""
    return re.sub(r"\d+", "#", said(text))


def _reworded(returned: Returned, now: Mapping[str, str]) -> _Reworded:
    """What drafter words in another way since; `now` are the texts of today’s draft by their labels."""
    found: set[int] = set()
    for link in returned.links:
        if len(link.old) == len(link.new) == 1:
            block, paragraph = returned.drafted[link.old[0]], returned.paragraphs[link.new[0]]
            if now.get(block.label) != _bare(block.text):
                if not hunks(drafted_pieces(block), pieces_of(paragraph), block):
                    found.add(link.new[0])
    return _Reworded(frozenset(found), frozenset(now.values()))
