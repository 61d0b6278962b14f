"""Checks on the resolved document: blanks, references, the caption."""

from __future__ import annotations

from drafter.checks.registry import Found, check
from drafter.complaint import Draft
from drafter.complaint.number import inlines_of
from drafter.document import Blank, Reference
from drafter.findings import Authority, Severity
from drafter.library.pages import no_form


@check("DOC-010", "Placeholder left in", Severity.ERROR, Authority("Fed. R. Civ. P. 11(b)", "text_read", "current text"))
def blanks(draft: Draft) -> Found:
    """A blank stands in the draft: something that a complaint needs and the sheet does not say. One finding for each missing thing. The case number is the clerk's to
    fill in, and is no finding."""
    document = draft.document
    seen: set[tuple[str, str]] = set()
    front = [(line.content, "") for line in (*document.caption.left, *document.caption.right)]
    front += [(line, "") for line in document.caption.court_lines] + [(line, "") for line in (document.counsel.lines if document.counsel else ())]
    last = ""
    for content, label in [*front, *((inlines_of(block), getattr(block, "label", "")) for block in document.body)]:
        last = label or last
        for inline in content:
            if isinstance(inline, Blank) and inline.path != "posture.case_number" and (inline.label, inline.path) not in seen:
                seen.add((inline.label, inline.path))
                yield f"A blank stands in the draft: {inline.label}.", inline.path or "the template", "Fill it in, or say {none: reason}.", last


@check("DOC-011", "Cross-reference does not resolve", Severity.ERROR)
def broken_references(draft: Draft) -> Found:
    """A paragraph cites a paragraph that is not there: its text is printed in red in the draft."""
    for block in draft.document.body:
        for inline in inlines_of(block):
            if isinstance(inline, Reference) and inline.missing:
                yield f"Nothing in the draft carries the label {', '.join(inline.missing)}.", ", ".join(block.origin.paths[:1]), "Mend the label.", getattr(block, "label", "")


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
    """The library holds no local rule of this court, or none on paper, type, spacing or margins: the draft has the standard format, and someone must read the rules before
    filing."""
    unknown = no_form(draft.matter.profile)
    if unknown:
        yield f"{draft.matter.profile.name}: {unknown[0].lower()}{unknown[1:]}", "court.id", "Read the court’s rules on form before filing.", ""


@check("LAW-003", "Law of the court that was not read", Severity.ADVICE)
def unread_court_law(draft: Draft) -> Found:
    """The draft pleads the court's own jurisdiction, its class device or its practice on fictitious names from law that the library holds from memory or from a summary. Silent in
    federal court, whose law the causes and rules carry."""
    profile = draft.matter.profile
    used = [law for law in (profile.class_device_law, profile.jurisdiction_law, profile.does_law) if law and law.status != "text_read"]
    if used and profile.system == "state":
        cites = "; ".join(f"{law.cite or law.text} ({law.status.replace('_', ' ')})" for law in used)
        yield f"{profile.name}: not verified against its text: {cites}.", "court.id", f"`drafter show court {profile.id}` shows what was read.", ""
