"""The papers: each a template of its body and a row that says what stands around it.

The complaint is the first. The papers that go with it are files of the library, `templates/filing/`: their
front matter is the row (`drafter.library.paper_records`), the rest is the body. How a paper is printed, in
Word or as text, is `drafter.printing`'s.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from drafter.library.paper_records import DuePaper

__all__ = ["CLIENT_COPY", "COMPLAINT", "PAPERS", "Paper", "Part", "form_page", "paper_of"]

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
    heading    its title, where no template of its own words it
    look       as the court wants papers, or as a letter
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
    heading: str = ""
    look: Literal["court", "letter"] = "court"
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


_SIGNATURES = {
    "attorney": "papers/signature.md",
    "plaintiff": "papers/client-signature.md",
    "clerk": "papers/clerk-signature.md",
    "nobody": "papers/clerk-signature.md",
}


CLIENT_COPY = Paper(
    "client’s copy",
    "papers/client-copy.md",
    title="papers/paper-title.md",
    signature="papers/client-signature.md",
    numbering="none",
    parts=frozenset(),
    heading="What the Complaint Says of You",
    look="letter",
)
"""What the complaint says of a plaintiff, for the plaintiff to read and sign."""


def form_page(title: str) -> Paper:
    """The page that says what goes into each box of a form whose blank is not at hand."""
    return Paper(
        f"data for the form {title}",
        "papers/form-data.md",
        title="papers/paper-title.md",
        signature="papers/no-signature.md",
        numbering="none",
        parts=frozenset(),
        heading=f"Data for the Form {title}",
        look="letter",
    )


def paper_of(due: DuePaper) -> Paper:
    """The paper that an entry of the library is: its body in its own file, its caption the court's."""
    letter = due.look == "letter"
    return Paper(
        str(due.title).lower(),
        f"filing/{due.id}.md",
        title="papers/paper-title.md",
        signature="papers/letter-signature.md" if letter else _SIGNATURES[due.signer],
        numbering="none",
        parts=frozenset() if letter else frozenset(("counsel", "caption")),
        heading=str(due.title),
        look=due.look,
    )
