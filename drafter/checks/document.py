"""Checks on the resolved document: blanks, references, the caption."""

from __future__ import annotations

from typing import Iterator

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.printed import assumptions, passages
from drafter.checks.state_packs import to_be_confirmed
from drafter.checks.support import bare_elements
from drafter.complaint import Draft
from drafter.document import Blank, Figure, FootnoteMark, Reference, mark_of, plain
from drafter.findings import Severity
from drafter.library.pages import no_form


def blanks_of(draft: Draft) -> Iterator[tuple[Blank, str]]:
    """The blanks of the draft, each missing thing once, with the label of the block in which it stands first;
    but the case number, which is the clerk's to fill in.
    """
    seen: set[tuple[str, str]] = set()
    for passage in passages(draft):
        for inline in passage.content:
            if isinstance(inline, Blank) and inline.path != "posture.case_number":
                if (inline.label, inline.path) not in seen:
                    seen.add((inline.label, inline.path))
                    yield inline, passage.label


@check(
    "DOC-010",
    "Placeholder left in",
    Severity.ERROR,
    "frcp11b-whole",
    concern=Concern.HOLE,
)
def blanks(draft: Draft) -> Found:
    """A blank stands in the draft: something that a complaint needs and the sheet does not say. One finding
    for each missing thing. The case number is the clerk's to fill in, and is no finding; an element that
    rests on nothing is told by CLM-001, a choice that is not known by FORM-019, and a State’s law to be
    confirmed by LAW-005.
    """
    told_elsewhere, of_law = bare_elements(draft) | assumptions(draft).keys(), to_be_confirmed(draft)
    for blank, label in blanks_of(draft):
        if blank.path not in told_elsewhere and blank.label not in of_law:
            told = f"A blank stands in the draft: {blank.label}."
            yield told, blank.path or "the template", "Fill it in, or say {none: reason}.", label


@check("DOC-011", "Cross-reference does not resolve", Severity.ERROR, concern=Concern.HOLE)
def broken_references(draft: Draft) -> Found:
    """The text cites a paragraph that is not there, or has the mark of a footnote that nobody wrote: it is
    printed in red in the draft. A footnote cannot have footnotes.
    """
    for passage in passages(draft):
        cited = (one for one in passage.content if isinstance(one, (Reference, FootnoteMark)))
        for told, fix in filter(None, (_broken(one, passage.may_cite) for one in cited)):
            yield told, ", ".join(passage.paths[:1]) or "the template", fix, passage.label


def _broken(inline: Reference | FootnoteMark, may_cite: bool) -> tuple[str, str] | None:
    """What is wrong with a reference or a footnote's mark, and what to do; None where nothing is."""
    if isinstance(inline, Reference) and (inline.missing or not inline.spans):
        labels = inline.missing or tuple(dict.fromkeys(label for pair in inline.labels for label in pair))
        return f"Nothing in the draft carries the label {', '.join(labels)}.", "Mend the label."
    if isinstance(inline, FootnoteMark) and not (inline.number and may_cite):
        mark = mark_of(inline.id)
        return (
            f"There is no footnote for the mark [^{mark}].",
            f"Write it in the same field, on a line of its own: [^{mark}]: …",
        )
    return None


@check("DOC-017", "Footnote that prints nowhere", Severity.WARNING)
def lost_notes(draft: Draft) -> Found:
    """A footnote is written and no mark calls it, so that its words print nowhere. Where one mark has
    two footnotes the first alone prints: that is an error, and a hole in the draft, which nobody accepts.
    """
    printed = {note.id: plain(note.content) for note in draft.document.footnotes}
    every = (*draft.document.footnotes, *draft.document.unprinted)
    within = {mark.id for note in every for mark in note.content if isinstance(mark, FootnoteMark)}
    for note in draft.document.unprinted:
        if note.id in within:
            continue  # a footnote calls it, which DOC-011 tells
        mark, where = (
            mark_of(note.id),
            ", ".join(note.origin.paths[:1]) or note.id.rpartition("^")[0] or "the template",
        )
        words = f"“{plain(note.content)[:60]}”"
        if note.id in printed:
            told = (
                f"The mark [^{mark}] has two footnotes: “{printed[note.id][:60]}” prints, {words} does not."
            )
            yield Hit(told, where, "Give each a mark of its own.", severity=Severity.ERROR, is_hole=True)
        else:
            yield Hit(
                f"No mark calls the footnote [^{mark}]: {words} prints nowhere.",
                where,
                f"Put [^{mark}] where it belongs, or take it out.",
            )


@check("DOC-018", "Picture missing or not usable", Severity.ERROR, concern=Concern.HOLE)
def pictures(draft: Draft) -> Found:
    """A picture is not where the sheet says, or no picture that Word can hold: a line in red stands in the
    draft instead.
    """
    last = ""
    for block in draft.document.body:
        last = getattr(block, "label", "") or last
        if isinstance(block, Figure) and block.problem:
            told = f"The picture {block.path} is not shown: {block.problem}."
            yield (
                told,
                ", ".join(block.origin.paths[:1]) or "the template",
                "Name a PNG or JPEG file beside the sheet that opens.",
                last,
            )


@check("DOC-003", "Term defined twice", Severity.WARNING)
def terms_defined_twice(draft: Draft) -> Found:
    """One term is defined in two places, so that a reader cannot know which meaning is meant."""
    first: dict[str, str] = {}
    for term, label in draft.document.terms:
        if term in first and first[term] != label:
            yield f"“{term}” is defined twice.", "terms", "Define it once, where it is first used.", label
        first.setdefault(term, label)


@check("LAW-002", "No local rule loaded", Severity.ADVICE)
def no_local_rule(draft: Draft) -> Found:
    """The library holds no local rule of this court, or none on paper, type, spacing or margins: the draft
    has the standard format, and someone must read the rules before
    filing.
    """
    unknown = no_form(draft.matter.profile)
    if unknown:
        yield (
            f"{draft.matter.profile.name}: {unknown[0].lower()}{unknown[1:]}",
            "court.id",
            "Read the court’s rules on form before filing.",
            "",
        )


@check("LAW-003", "Law of the court that was not read", Severity.ADVICE)
def unread_court_law(draft: Draft) -> Found:
    """The draft pleads the court's own jurisdiction, class device, venue or practice on fictitious names from
    law that the library holds from memory or from a summary. Silent in federal court, whose law the causes
    and rules carry.
    """
    profile = draft.matter.profile
    used = [
        law
        for law in (
            profile.class_device_law,
            profile.jurisdiction_law,
            profile.does_law,
            *(ground.law for ground in profile.venue),
        )
        if law and law.status != "text_read"
    ]
    if used and profile.system == "state":
        cites = "; ".join(f"{law.cite or law.text} ({law.status.replace('_', ' ')})" for law in used)
        yield (
            f"{profile.name}: not verified against its text: {cites}.",
            "court.id",
            f"`drafter show court {profile.id}` shows what was read.",
            "",
        )
