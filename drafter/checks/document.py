"""Checks on the resolved document: blanks, references, the caption."""

from __future__ import annotations

from drafter.checks.registry import Found, check
from drafter.complaint import Draft
from drafter.complaint.number import inlines_of
from drafter.document import Blank, Reference, plain
from drafter.facts.values import known
from drafter.findings import Authority, Severity


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


@check("FORM-003", "Caption does not name every party", Severity.ERROR, Authority("Fed. R. Civ. P. 10(a)", "text_read", "2012 text"))
def parties_in_caption(draft: Draft) -> Found:
    """The complaint's title must name all the parties. A party of the sheet that the caption leaves out is found here."""
    caption = " ".join(plain(line.content) for line in draft.document.caption.left).upper()
    for kind in ("plaintiffs", "defendants"):
        for party in getattr(draft.matter.raw, kind):
            name = known(party.name)
            if name and str(name).upper() not in caption:
                yield f"The caption does not name {name}.", f"{kind}.{party.id}", "Every party is named in the first complaint; no “et al.”.", ""


@check("LAW-002", "No local rule loaded", Severity.ADVICE)
def no_local_rule(draft: Draft) -> Found:
    """The library holds no local rule of this court: the draft has the standard format, and someone must read the rules before filing."""
    if not draft.matter.profile.rules:
        yield f"{draft.matter.profile.name}: no local rule loaded; standard format used.", "court.id", "Read the court’s rules on form before filing.", ""


@check("FORM-006", "No signing lawyer", Severity.ERROR, Authority("Fed. R. Civ. P. 11(a)", "text_read", "current text"))
def no_signing_lawyer(draft: Draft) -> Found:
    """A complaint must be signed by an attorney of record. No lawyer of the sheet is marked as signing."""
    if not any(lawyer.signs for firm in draft.matter.raw.counsel for lawyer in firm.lawyers):
        yield "No lawyer is marked as signing the complaint.", "counsel", "Write “signs: yes” at the lawyer who signs.", ""
