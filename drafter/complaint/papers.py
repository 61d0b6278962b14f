"""The papers: each a template of its body and a row that says what stands around it.

The complaint is the first. Another paper (a cover page, a notice, a certification) is a template in
`templates/papers/` and a row here; how it is printed, in Word or as text, is `drafter.printing`'s.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["COMPLAINT", "PAPERS", "Paper", "Part"]

Part = Literal["counsel", "caption", "contents", "exhibits", "incorporation"]
"""What a paper may have besides its body: counsel's block where the court wants it, the caption, a table of
contents where the sheet wants it, citations of exhibits behind what rests on them, and what each claim
incorporates.
"""


class Paper(NamedTuple):
    """A paper.

    name       what it is called in messages, a noun
    template   its body
    title      the lines of its title; see templates/papers/title.md
    caption    the lines of its caption
    counsel    the lines of counsel's block
    signature  the lines of its signature blocks, where the body asks for them
    numbering  whether headings are numbered as the court's layout has it
    parts      what it has besides its body
    needs      fields of the sheet without which it cannot be made, each with what is missing then
    """

    name: str
    template: str
    title: str = "papers/title.md"
    caption: str = "papers/caption.md"
    counsel: str = "papers/counsel.md"
    signature: str = "papers/signature.md"
    numbering: Literal["layout", "none"] = "layout"
    parts: frozenset[Part] = frozenset(("counsel", "caption"))
    needs: tuple[tuple[str, str], ...] = (
        ("court", "court"),
        ("plaintiffs", "plaintiff"),
        ("defendants", "defendant"),
    )


COMPLAINT = Paper(
    "complaint",
    "complaint.md",
    parts=frozenset(("counsel", "caption", "contents", "exhibits", "incorporation")),
    needs=(*Paper._field_defaults["needs"], ("claims", "claim")),
)

PAPERS = {paper.name: paper for paper in (COMPLAINT,)}
"""Every paper, by name."""
