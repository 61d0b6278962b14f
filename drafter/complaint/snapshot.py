"""What of a draft is kept beside the sheet: which paragraphs print which entry of the sheet."""

from __future__ import annotations

from drafter.complaint import Draft
from drafter.document import CountHeading, NumberedParagraph

__all__ = ["paragraphs_of"]


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
