"""From the fact sheet and the library to a resolved document: assemble, number, refer. Data only flows down
this page.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Iterator, Mapping, NamedTuple, Sequence

from drafter.complaint.first_page import Titles, front_matter, signature_blocks, titles
from drafter.complaint.papers import COMPLAINT, Paper
from drafter.complaint.passes.exhibits import with_exhibits
from drafter.complaint.passes.number import Numbers, join_count_headings, numbered, resolved
from drafter.complaint.passes.overrides import AppliedOverride, overridden
from drafter.complaint.passes.pictures import missing_files, pictured
from drafter.complaint.passes.unnamed import unnamed
from drafter.complaint.passes.web_addresses import with_web_addresses
from drafter.complaint.rendering import rendered
from drafter.complaint.views.first_page import FirstPage
from drafter.complaint.views.matter import Matter
from drafter.complaint.views.paper import NOBODY, About, PaperView
from drafter.complaint.views.values import Tokens, Value, View, state_name, value_of
from drafter.document import (
    Block,
    CountHeading,
    Document,
    Layout,
    Lead,
    Meta,
    NumberedParagraph,
    Origin,
    Run,
    SignatureBlock,
)
from drafter.errors import NotFound, SheetError, to_type
from drafter.facts.claims import Claim
from drafter.facts.classes import CLASS_DEVICES
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.library import Library
from drafter.library.budget import Limits
from drafter.library.entries import Entry
from drafter.library.environment import LINES, Environment
from drafter.markup import template
from drafter.matter_files.load import Loaded
from drafter.reuse.other_matters import RelatedMatters
from drafter.tree.claim_counts import of_entry, with_counts
from drafter.tree.unknown import notes_of
from drafter.wording import listed

__all__ = ["Draft", "assemble", "context", "missing_to_draft"]

SIGNATURE = "signature-goes-here"
_GROUP_SECTIONS = {
    "classes": CLASS_DEVICES,
    "collective": ("flsa-collective",),
    "representative": ("paga",),
}


class Draft(NamedTuple):
    """A document, the matter and numbers it was made with, and what stands beside its sheet, where someone
    looked: what the checks read. `missing_files`: why the file of an exhibit is not there.
    """

    document: Document
    matter: Matter
    numbers: Numbers
    related: RelatedMatters = RelatedMatters()
    missing_files: Mapping[str, str] = MappingProxyType({})
    overrides: tuple[AppliedOverride, ...] = ()
    beneath: Document | None = None
    """What overrides stand over: the draft before its references were resolved."""

    @property
    def paragraph_count(self) -> int:
        """How many numbered paragraphs it has."""
        return sum(isinstance(block, NumberedParagraph) for block in self.document.body)


def missing_to_draft(loaded: Loaded, paper: Paper = COMPLAINT) -> None:
    """Raise SheetError when there is no court, plaintiff, defendant or claim, and name all that are lacking:
    nothing else keeps a draft from being made.
    """
    lacking = [(field, what) for field, what in paper.needs if not getattr(loaded.sheet, field)]
    if lacking:
        fields = listed([f"“{field}:”" for field, _ in lacking])
        raise SheetError(
            f"{loaded.source.name}: the sheet names no {listed([what for _, what in lacking], 'or')}, and a"
            f" {paper.name} needs one{' of each' * (len(lacking) > 1)}",
            f"Add {fields} to the sheet, or answer: {to_type('edit', loaded.source.name)}",
        )


def assemble(
    loaded: Loaded, library: Library, court: str = "", paper: Paper = COMPLAINT, about: About = NOBODY
) -> Draft:
    """The draft of a paper of a sheet for its court, or for `court`; of one party where `about` names it.
    Raises SheetError, NotFound or TemplateError.
    """
    missing_to_draft(loaded, paper)
    sheet = loaded.sheet
    profile = library.court(court or (sheet.court.id if sheet.court else ""))
    matter = Matter(sheet, loaded.places, library, profile, Tokens(profile.system, notes_of(sheet)))
    _check_claims(matter, loaded)
    environment, names = Environment(library, Limits().of_sheet(len(loaded.places))), context(matter)
    names["paper"] = PaperView(matter, paper.heading, about)
    titled = titles(environment, matter, paper, names)
    text = rendered(environment, paper.template, names)
    blocks, footnotes = template(text, matter.tokens.passages, matter.regions)
    front = front_matter(environment, matter, paper, names)
    signed = signature_blocks(environment, matter, paper, names)
    layout = _layout(matter, paper)
    body, numbers = numbered(join_count_headings(_placed(list(blocks), environment, signed)), layout)
    applied: tuple[AppliedOverride, ...] = ()
    counsel = front.counsel if layout.counsel_block else None
    caption = front.caption
    drafted = Document(Meta("", ""), layout, counsel, caption, tuple(body), footnotes)
    beneath = drafted
    if sheet.overrides and "incorporation" in paper.parts:
        drafted, applied = overridden(drafted, sheet.overrides, str(profile.id))
        counsel, caption, footnotes = drafted.counsel, drafted.caption, drafted.footnotes
        body, numbers = numbered(drafted.body, layout)
    if "exhibits" in paper.parts:
        body, footnotes = with_web_addresses(matter, with_exhibits(matter, body), footnotes)
    if "incorporation" in paper.parts:
        _incorporate(matter, body, numbers)
    style = matter.raw.style
    document = Document(
        _meta(matter, loaded, titled, front.firm),
        layout,
        counsel,
        caption,
        tuple(body),
        footnotes,
        contents="contents" in paper.parts and bool(style and style.table_of_contents),
        anchor_key=str(matter.raw.anchor_key or ""),
    )
    document = unnamed(resolved(document, numbers), matter.raw.non_parties)
    gone = missing_files(sheet.exhibits, loaded.source.name)
    shown = pictured(document, loaded.source.name)
    return Draft(shown, matter, numbers, overrides=applied, beneath=beneath, missing_files=gone)


def _layout(matter: Matter, paper: Paper) -> Layout:
    """How the court wants papers to look; without numbers of headings where the paper has none."""
    face = str(known(matter.raw.style.face) or "") if matter.raw.style else ""
    layout = matter.library.layout(matter.profile, face)
    if paper.look == "letter":
        layout = Layout(face=layout.face, line_spacing=1.5)
    if paper.signature != COMPLAINT.signature:
        layout = layout._replace(signature_by=False)
    return layout if paper.numbering == "layout" else layout._replace(heading_numbers=("none",) * 3)


def _check_claims(matter: Matter, loaded: Loaded) -> None:
    """Every element that the sheet supports must be an element of the claim's causes; theories of one claim
    are of one family.
    """
    for position, claim in enumerate(matter.raw.claims):
        if not matter.theories[claim.id]:
            at = loaded.at(("claims", position))
            raise SheetError(
                f"{at}: the claim “{claim.id}” names no theory",
                "Name its cause under “theories:”; `drafter list causes` has their ids.",
            )
        causes = matter.theories[claim.id]
        there = [element.id for cause in causes for element in cause.elements]
        for own in claim.elements if "theories" not in notes_of(claim) else ():
            if own not in there and not _of_another(matter, loaded, position, own):
                at = loaded.at(("claims", position, "elements", own))
                raise SheetError(
                    f"{at}: “{own}” is not an element of {', '.join(claim.theories)}",
                    f"Elements: {', '.join(dict.fromkeys(there))}.",
                )
        if len(claim.theories) > 1 and len({cause.family or cause.id for cause in causes}) > 1:
            at = loaded.at(("claims", position, "theories"))
            raise SheetError(
                f"{at}: {' and '.join(claim.theories)} are not of one family",
                "Plead them as separate claims.",
            )


def _of_another(matter: Matter, loaded: Loaded, position: int, element: str) -> bool:
    """Whether the support of an element that a claim does not have was taken over from another claim, or is
    for the counts of other States that were made of its entry.
    """
    own = str(matter.raw.claims[position].id)
    others = [one for one in matter.raw.claims if "@" in own and of_entry(one.id) == of_entry(own)]
    there = {part.id for one in others for cause in matter.theories[one.id] for part in cause.elements}
    taken_over = bool(loaded.tree) and not with_counts(loaded.tree).says_itself(position, element)
    return element in there or taken_over


def context(matter: Matter) -> dict[str, Any]:
    """What templates may name."""
    sheet = matter.raw
    names = View(matter.tokens, sheet, "")
    return {
        "sheet": names,
        "matter": matter,
        "plaintiffs": matter.plaintiffs,
        "defendants": matter.defendants,
        "everyone": [*matter.plaintiffs, *(party for party in matter.defendants if party.kind != "does")],
        "court": Entry(matter.profile),
        "claims": matter.claims,
        "classes": matter.classes,
        "groups": matter.groups,
        "order": order(matter),
        "state_name": state_name,
        "states": STATE_NAMES,
        "federal": matter.profile.system == "federal",
        "title": "",
        "page": FirstPage(matter),
        "paper": PaperView(matter),
        "free": {
            section.id: View(matter.tokens, section, f"sections.{section.id}") for section in sheet.sections
        },
        "SIGNATURE": SIGNATURE,
        "value": lambda raw, path, prompt: _value(matter, raw, path, prompt),
    }


def _value(matter: Matter, raw: Any, path: str, prompt: str) -> Any:
    """The value of a field, or a blank; what a template printed into a text already stays that text."""
    printed = isinstance(raw, str) and "\ue000" in raw
    return raw if printed or isinstance(raw, Value) else value_of(matter.tokens, raw, path, prompt)


_ORDER = (
    "preamble nature jurisdiction venue divisional-assignment parties definitions facts agreements statements"
    " notices experience tolling injury inadequate-remedy classes claims prayer jury-demand signature"
).split()


def order(matter: Matter) -> list[str]:
    """The sections in their order: the sheet's, or the usual one; free sections at their place, in the
    sheet's order, left-out ones gone.
    """
    style, sections = matter.raw.style, matter.raw.sections
    chosen = list(style.order) if style and style.order else list(_ORDER)
    if matter.profile.jurisdiction_first and not (style and style.order):
        chosen = ["preamble", "jurisdiction", "venue", "divisional-assignment", "nature", *chosen[5:]]
    last: dict[str, str] = {}
    for section in sections:
        if section.id not in chosen:
            after = known(section.after) or "facts"
            before = last.get(after, after)
            chosen.insert(chosen.index(before) + 1 if before in chosen else len(chosen), section.id)
            last[after] = section.id
    known_names = {*_ORDER, *(section.id for section in sections)}
    for name in chosen:
        if name not in known_names and matter.library.find(f"sections/{name}.md") is None:
            raise NotFound(
                f"style.order: there is no section “{name}”", f"Sections: {', '.join(known_names)}."
            )
    return [name for name in chosen if not (style and name in style.omit)]


def _placed(blocks: list[Block], environment: Environment, signed: Sequence[SignatureBlock]) -> list[Block]:
    """`blocks` with template names in their origins, and the signature blocks where the template calls for
    them.
    """
    placed: list[Block] = []
    for block in blocks:
        if isinstance(block, Lead) and block.content == (Run(SIGNATURE),):
            placed += signed
            continue
        number, line = divmod(block.origin.line, LINES)
        name = environment.loader.names.get(number, "")
        origin = Origin(name, line, block.origin.paths, environment.digest_of(name, line))
        placed.append(block._replace(origin=origin))
    return placed


def _incorporate(matter: Matter, body: list[Block], numbers: Numbers) -> None:
    """What each claim takes up, as groups of paragraphs: all before the claims, and its predicates', less
    what it leaves out.
    """
    first = next(
        (
            numbers.groups[block.label][0]
            for block in body
            if isinstance(block, CountHeading) and numbers.groups.get(block.label)
        ),
        "",
    )
    end = numbers.order.get(first, len(numbers.order) + 1)
    before = [label for label, number in numbers.order.items() if number < end]
    for claim in matter.raw.claims:
        derived = [label for own in claim.predicates for label in numbers.groups.get(f"claim.{own}", [])]
        left = set(_left_out(matter, claim, numbers))
        own = numbers.groups.get(f"claim.{claim.id}", [])
        above = [label for label, number in numbers.order.items() if own and number < numbers.order[own[0]]]
        taken = (
            above
            if claim.incorporates == "all-above"
            else [*before, *(derived if claim.incorporates != "facts" else [])]
        )
        numbers.groups[f"incorporated.{claim.id}"] = [label for label in taken if label not in left]


def _for_other_groups(matter: Matter, claim: Claim, numbers: Numbers) -> Iterator[str]:
    """The paragraphs on a class, a collective or the State’s proxy that `claim` is not brought for. What a
    claim is brought for it takes up, since its members are certified, joined or stood for on that claim; what
    it is not, it does not rest on. A claim that takes up all above it in words does so.
    """
    view = next(view for view in matter.claims if view.id == claim.id)
    if claim.incorporates == "all-above" or view.asked_of("for"):
        return
    devices = {group.device for group in matter.raw.classes if group.id in claim.for_}
    for label, kinds in _GROUP_SECTIONS.items():
        if not devices & set(kinds):
            yield from numbers.groups.get(label, [])


def _left_out(matter: Matter, claim: Claim, numbers: Numbers) -> Iterator[str]:
    """The labels of what a claim does not take up: what the sheet says, what its cause leaves out where it is
    pleaded in the alternative, and what is alleged of groups that are not its own.
    """
    yield from _for_other_groups(matter, claim, numbers)
    agreements = [agreement.id for agreement in matter.raw.agreements]
    by_cause = claim.alternative_to and any(
        "agreements" in cause.leaves_out for cause in matter.theories[claim.id]
    )
    for own in [*claim.leaves_out, *(agreements if by_cause else [])]:
        yield own
        yield from numbers.groups.get(own, [])
        yield from numbers.groups.get("agreements" if agreements == [own] else f"agreement.{own}", [])
    for own in claim.alternative_to if by_cause else []:
        yield from numbers.groups.get(f"claim.{own}", [])


def _meta(matter: Matter, loaded: Loaded, titled: Titles, firm: tuple[str, ...]) -> Meta:
    posture = matter.raw.posture
    number = known(posture.case_number) if posture else None
    hashes = (("sheet", loaded.source.sha256), *(("included", sha256) for _, sha256 in loaded.hashes))
    legend = str(matter.raw.legend or "")
    return Meta(titled.file, titled.footer, legend, str(number or ""), "en-US", hashes, firm, "DRAFT")
