"""The first page of a paper and its signature, from the templates that word them: titles, counsel's block,
caption, signature blocks.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple

from drafter.complaint.papers import Paper
from drafter.complaint.rendering import rendered
from drafter.complaint.views.first_page import FirstPage
from drafter.complaint.views.matter import Matter
from drafter.complaint.views.values import words
from drafter.document import (
    Blank,
    Caption,
    CaptionLine,
    CounselBlock,
    Inlines,
    SignatureBlock,
    SignatureLine,
    plain,
)
from drafter.library.environment import Environment
from drafter.markup.lines import lines

__all__ = ["FrontMatter", "Titles", "front_matter", "signature_blocks", "titles"]

Lines = list[tuple[str, Inlines]]


class Titles(NamedTuple):
    """What a paper is called.

    paper    CLASS ACTION COMPLAINT, FIRST AMENDED CLASS ACTION COMPLAINT …
    caption  the same as the caption has it, without what the legend beside it says
    legend   the class legend where it stands apart from the title
    footer   for the foot of each page
    file     with the parties, for the properties of the file
    """

    paper: str
    caption: str
    legend: str
    footer: str
    file: str


class FrontMatter(NamedTuple):
    """Counsel's block and the caption, as far as the paper has them; `firm` is the first firm's name, address
    and telephone, for the foot of a page.
    """

    counsel: CounselBlock | None
    caption: Caption
    firm: tuple[str, ...]


def _lines(environment: Environment, matter: Matter, name: str, context: dict[str, Any]) -> Lines:
    return list(lines(rendered(environment, name, context), matter.tokens.passages))


def titles(environment: Environment, matter: Matter, paper: Paper, context: dict[str, Any]) -> Titles:
    """What the paper is called; `context` is told of it. Raises TemplateError."""
    said = dict(_lines(environment, matter, paper.title, context))
    named, whole = plain(said.get("title", ())), plain(said.get("in-title", ()))
    legend = "" if whole else plain(said.get("legend", ()))
    found = _titles(matter, named, whole, legend, said.get("parties", ()), plain(said.get("name", ())))
    if own := plain(said.get("own", ())):
        apart = "" if legend.upper() in own else legend
        found = Titles(own, own, apart, own, found.file)
    page: FirstPage = context["page"]
    page.title = words(matter.tokens, found.caption)
    page.legend_apart = words(matter.tokens, found.legend) if found.legend else ""
    context["title"] = words(matter.tokens, found.paper)
    return found


def _titles(matter: Matter, named: str, whole: str, legend: str, parties: Inlines, name: str = "") -> Titles:
    """The words of a class legend stand once: in the title, or beside it. `name` is the title as a
    sentence has it.
    """
    prefix = f"{legend.upper()} " if legend and matter.classes else ""
    caption = whole or (named.replace(prefix, "", 1) if prefix else named)
    in_title = matter.profile.class_legend_place == "in-title"
    known = parties and not any(isinstance(inline, Blank) for inline in parties)
    spoken = name or named.title()
    file = f"{spoken}: {plain(parties)}" if known else spoken
    return Titles(named, caption, legend, caption if in_title else named, file)


def front_matter(
    environment: Environment, matter: Matter, paper: Paper, context: dict[str, Any]
) -> FrontMatter:
    """Counsel's block and the caption. Raises TemplateError."""
    said = _lines(environment, matter, paper.counsel, context) if "counsel" in paper.parts else []
    counsel = CounselBlock(tuple(content for _, content in said)) if said else None
    made = _lines(environment, matter, paper.caption, context) if "caption" in paper.parts else []
    return FrontMatter(counsel, _caption(made), tuple(_first_firm(said)))


def _first_firm(said: Lines) -> Iterator[str]:
    for kind, content in said:
        if kind == "gap":
            return
        if kind in ("firm", "address", "telephone"):
            yield plain(content)


_RIGHT = ("number", "info", "title", "legend", "claims", "claim", "jury", "")


def _caption(made: Lines) -> Caption:
    """The court's title, every party by name (Fed. R. Civ. P. 10(a)), and on the right number, title, legends
    and claims.
    """
    return Caption(
        tuple(content for kind, content in made if kind == "court"),
        tuple(CaptionLine(content, kind) for kind, content in made if kind not in ("court", *_RIGHT)),
        tuple(CaptionLine(content, kind or "info") for kind, content in made if kind in _RIGHT),
    )


def signature_blocks(
    environment: Environment, matter: Matter, paper: Paper, context: dict[str, Any]
) -> list[SignatureBlock]:
    """A block for each firm, its date and its line left to be signed (Fed. R. Civ. P. 11(a)). Raises
    TemplateError.
    """
    blocks: list[list[SignatureLine]] = [[]]
    for kind, content in _lines(environment, matter, paper.signature, context):
        if kind == "block":
            blocks.append([])
        else:
            blocks[-1].append(SignatureLine(content, kind or "detail"))
    return [SignatureBlock(tuple(made)) for made in blocks if made]
