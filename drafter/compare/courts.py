"""What changes when the same sheet is drafted for another court: its form, and what the forum wants
pleaded.
"""

from __future__ import annotations

from typing import Any, Iterator, Mapping

from drafter.complaint import Draft, assemble
from drafter.complaint.passes.number import inlines_of
from drafter.document import Blank, Heading, Inlines, Layout, plain
from drafter.errors import DrafterError
from drafter.library import open_library
from drafter.library.court_records import CAPTION_FORMS, FOOTER_FORMS
from drafter.matter_files.load import load

__all__ = ["against_own_court", "changes"]


def against_own_court(after: Draft, sheet: str, templates: str | None) -> list[str]:
    """What changed from the draft for the court that `sheet` names, as lines to print; none where no draft
    for it can be made.
    """
    try:
        before = assemble(load(sheet), open_library(templates))
    except DrafterError:
        return []
    told = changes(before, after)
    return (
        [f"Against the draft for {before.matter.profile.id}:", *(f"  {line}" for line in told)]
        if told
        else []
    )


def changes(before: Draft, after: Draft) -> list[str]:
    """Each difference between two drafts of one sheet for two courts, as a sentence, form first."""
    return [
        *_form(before, after),
        *_order(before, after),
        *_substance(before, after),
        *_blanks(before, after),
        *_papers(before, after),
    ]


def _form(before: Draft, after: Draft) -> Iterator[str]:
    old, new = before.document.layout, after.document.layout
    if (old.paper, old.lines) != (new.paper, new.lines):
        yield f"Paper: {_paper(before)} becomes {_paper(after)}."
    if (old.face, old.size) != (new.face, new.size):
        yield (
            f"Type: {_type(old)} becomes {_type(new)}."
            if old.face != new.face
            else f"Type: {old.size:g} points become {new.size:g}."
        )
    if old.caption_form != new.caption_form:
        yield f"Caption form: {_named(CAPTION_FORMS, old.caption_form, new.caption_form)}."
    if old.footer_form != new.footer_form:
        yield f"Foot of the page: {_named(FOOTER_FORMS, old.footer_form, new.footer_form)}."
    yield from _page(old, new)
    if old.counsel_block != new.counsel_block:
        yield (
            "Counsel’s block:"
            f" {'at the head of page 1' if new.counsel_block else 'in the signature block alone'}."
        )
    yield from _moved(
        "Court’s title", before.document.caption.court_lines, after.document.caption.court_lines
    )
    named = ("title", "legend", "jury")
    yield from _moved(
        "Caption",
        *(
            tuple(line.content for line in draft.document.caption.right if line.kind in named)
            for draft in (before, after)
        ),
    )
    yield from _parties(before, after)
    words = [draft.matter.claim_word for draft in (before, after)]
    if words[0] != words[1]:
        yield f"A {words[0]} is called a {words[1]}."


def _page(old: Layout, new: Layout) -> Iterator[str]:
    """Margins, spacing, and where the court's title stands."""
    edges = [
        (
            layout.margin_top,
            layout.margin_left,
            layout.margin_right,
            *(() if layout.lines else (layout.margin_bottom,)),
        )
        for layout in (old, new)
    ]
    if edges[0] != edges[1]:
        names = ("at the top", "at the left", "at the right", "at the bottom")
        told = [
            f"{point / 72:g} {'inch' if point == 72 else 'inches'} {name}"
            for point, name in zip(edges[1], names, strict=False)
        ]
        yield f"Margins: {', '.join(told[:-1])} and {told[-1]}."
    if not old.lines and not new.lines and old.line_spacing != new.line_spacing:
        yield f"Spacing: {old.line_spacing:g} lines become {new.line_spacing:g}."
    if new.lines and new.title_line and old.title_line != new.title_line:
        yield f"The court’s title starts on line {new.title_line}."


def _papers(before: Draft, after: Draft) -> Iterator[str]:
    """What is due with the complaint in one of the courts alone."""
    old, new = ([str(paper.title) for paper in draft.matter.profile.companions] for draft in (before, after))
    added, gone = [title for title in new if title not in old], [title for title in old if title not in new]
    if added:
        yield f"Due with the complaint there: {'; '.join(added)}."
    if gone:
        yield f"No longer due: {'; '.join(gone)}."


def _parties(before: Draft, after: Draft) -> Iterator[str]:
    """What the caption says of the parties, the number and the claims."""
    old, new = before.matter.profile, after.matter.profile
    if old.number_label != new.number_label:
        yield f"The number is called “{new.number_label}”, not “{old.number_label}”."
    sides = [
        next((plain(line.content) for line in draft.document.caption.left if line.kind == "connector"), "")
        for draft in (before, after)
    ]
    if sides[0] != sides[1]:
        yield f"“{sides[1]}” stands between the sides, not “{sides[0]}”."
    if old.party_names != new.party_names:
        yield (
            "Names in the caption stand"
            f" {'as they are written' if new.party_names == 'as-written' else 'in capitals'}."
        )
    if old.party_separator != new.party_separator:
        yield (
            "Semicolons stand between"
            f" {'all parties' if new.party_separator == 'semicolon' else 'three parties or more'} of the"
            " caption."
        )
    if bool(old.caption_claims) != bool(new.caption_claims):
        yield f"The caption {'lists the claims' if new.caption_claims else 'no longer lists the claims'}."
    places = {"caption": "in the caption", "first-paragraph": "in the first paragraph"}
    if old.party_addresses != new.party_addresses:
        stand = f"no longer stand {places.get(str(old.party_addresses))}"
        if new.party_addresses:
            stand = f"stand {places[new.party_addresses]}"
        yield f"The addresses of the parties {stand}."


_PARTS_OF_STATES = ("ascertainability", "substantial-benefit")
"""Parts of a State's class device that Rule 23 does not have."""


def _named(called: Mapping[Any, str], was: str, now: str) -> str:
    """One form that becomes another, in words."""
    return f"{called[was]} becomes {called[now]}"


def _type(layout: Layout) -> str:
    return f"{layout.face} of {layout.size:g} points"


def _paper(draft: Draft) -> str:
    layout = draft.document.layout
    return f"pleading paper of {layout.lines} lines" if layout.paper == "pleading" else "plain paper"


def _moved(what: str, old: tuple[Inlines, ...], new: tuple[Inlines, ...]) -> Iterator[str]:
    before, after = ([plain(line) for line in lines] for lines in (old, new))
    gone, added = (
        [line for line in before if line not in after],
        [line for line in after if line not in before],
    )
    if gone or added:
        parts = [f"without “{'”, “'.join(gone)}”"] if gone else []
        parts += [f"with “{'”, “'.join(added)}”"] if added else []
        yield f"{what}: {' and '.join(parts)}."


def _headings(draft: Draft) -> dict[str, str]:
    """The section headings in order, by what the section is called in the library: a court may call the same
    section otherwise.
    """
    found = [block for block in draft.document.body if isinstance(block, Heading) and block.level == 1]
    return {block.label or plain(block.content): plain(block.content) for block in found}


def _order(before: Draft, after: Draft) -> Iterator[str]:
    old, new = _headings(before), _headings(after)
    for own in old:
        if own in new and old[own] != new[own]:
            yield f"{old[own]} is headed {new[own]}."
    if ("venue" in old) != ("venue" in new):
        yield (
            "Venue has a heading of its own."
            if "venue" in new
            else "Venue stands under one heading with jurisdiction."
        )
    gone, added = (
        [some[own] for own in some if own not in other and own != "venue"]
        for some, other in ((old, new), (new, old))
    )
    if gone:
        yield f"Left out: {'; '.join(gone)}."
    if added:
        yield f"New: {'; '.join(added)}."
    if [own for own in old if own in new] != [own for own in new if own in old]:
        yield f"Order: {'; '.join(new.values())}."


def _substance(before: Draft, after: Draft) -> Iterator[str]:
    """Elements that only one of the forums wants, and the class device."""
    systems = [draft.matter.profile.system for draft in (before, after)]
    for claim in after.matter.claims:
        elements = [element for cause in claim.causes for element in cause.elements]
        gone = {str(e.title): None for e in elements if e.forum == systems[0] != systems[1]}
        added = {str(e.title): None for e in elements if e.forum == systems[1] != systems[0]}
        for words, titles in (("no longer pleads", gone), ("pleads", added)):
            if titles:
                yield (
                    f"{claim.id} {words} “{'”, “'.join(titles)}”, which only a"
                    f" {systems[0] if titles is gone else systems[1]} court wants."
                )
    yield from _relief(before, after)
    if systems[0] != systems[1]:
        yield (
            "The rules of class actions, venue and jurisdiction are no longer those of a federal court."
            if systems[1] == "state"
            else (
                f"Federal {after.matter.library.name_of('frcp23a', 'whole')}, federal venue and federal"
                " jurisdiction apply."
            )
        )
    old, new = before.matter.profile, after.matter.profile
    if old.class_law != new.class_law and after.matter.classes:
        yield (
            f"Class device: {old.class_law or 'Federal Rule of Civil Procedure 23'} becomes"
            f" {new.class_law or 'Federal Rule of Civil Procedure 23'}."
        )
    if old.jurisdiction_sentence != new.jurisdiction_sentence and new.jurisdiction_sentence:
        yield f"Jurisdiction is pleaded as this court’s own: {new.jurisdiction_sentence}"
    more = [
        part.replace("-", " ") for part in _PARTS_OF_STATES if part in {*new.class_parts} - {*old.class_parts}
    ]
    if more and after.matter.classes:
        yield f"The class allegations also plead {' and '.join(more)}, as this court’s class device wants."
    if new.class_parts and "typicality" not in new.class_parts and after.matter.classes:
        yield "Typicality is not pleaded: this court’s class statute does not ask for it."
    if (
        new.minimum_barred
        and not old.minimum_barred
        and any(claim.raw.for_ and claim.seeks("statutory-damages") for claim in before.matter.claims)
    ):
        yield (
            "A class recovers no statutory minimum here unless its statute says so; where the library knows"
            " of one, the prayer asks for actual damages in its place (CLM-017)."
        )
    if (
        new.does_sentence
        and not old.does_sentence
        and any(defendant.kind == "does" for defendant in after.matter.raw.defendants)
    ):
        yield "Defendants sued by fictitious names have their own paragraph."


def _relief(before: Draft, after: Draft) -> Iterator[str]:
    """Kinds of relief that a claim asks for in one of the courts alone."""
    earlier = {claim.id: claim for claim in before.matter.claims}
    for claim in after.matter.claims:
        kinds = dict.fromkeys(str(remedy.kind) for cause in claim.causes for remedy in cause.remedies)
        for words, one, other in (
            ("no longer asks for", earlier[claim.id], claim),
            ("now asks for", claim, earlier[claim.id]),
        ):
            listed = [kind.replace("-", " ") for kind in kinds if one.seeks(kind) and not other.seeks(kind)]
            if listed:
                yield f"{claim.id} {words} {', '.join(listed)}."


def _blanks(before: Draft, after: Draft) -> Iterator[str]:
    there = _labels(before)
    for label in dict.fromkeys(label for label in _labels(after) if label not in there):
        yield f"Now asked for: {label}."


def _labels(draft: Draft) -> list[str]:
    inlines = [inline for block in draft.document.body for inline in inlines_of(block)]
    inlines += [inline for line in draft.document.caption.court_lines for inline in line]
    return [inline.label for inline in inlines if isinstance(inline, Blank)]
