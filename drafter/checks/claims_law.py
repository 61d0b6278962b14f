"""Checks on claims: what the law of a claim asks of it, what relief it gives, and whether it gives a right of
action.
"""

from __future__ import annotations

import re

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import authorities, listed, named, sued_in
from drafter.complaint import Draft
from drafter.complaint.views.relief import EARNED, WORDED, allowed, case_words
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library.own_causes import LibraryOfMatter
from drafter.library.records import Law

_NO_RIGHT = re.compile(
    r"\b(FTC Act|Federal Trade Commission Act|HIPAA|Health Insurance Portability|Gramm-Leach|GLBA)\b"
)


@check(
    "CLM-005",
    "Fraud without who, what, when, where, how",
    Severity.WARNING,
    "frcp9b-2012",
    concern=Concern.EVIDENCE,
)
def fraud_without_particulars(draft: Draft) -> Found:
    """The law wants this claim pleaded with particularity: each statement or omission with speaker, day,
    place, words, and why it misled. In federal court a statement that lacks one of
    these is an error; a claim that names none may rest on acts, and is warned of.
    """
    lacks = Severity.ERROR if draft.matter.profile.system == "federal" else None
    told = {statement.id: statement for statement in draft.matter.raw.statements}
    for claim in draft.matter.raw.claims:
        if not any(cause.particularity for cause in draft.matter.theories[claim.id]):
            continue
        if not claim.statements and not claim.omissions:
            fix = (
                "Put them under “statements” or “omissions”, and name them here; a claim that rests on acts"
                " alone should give the days and the persons of the acts."
            )
            yield (
                f"{claim.id}: no statement or omission is named.",
                f"claims.{claim.id}.statements",
                fix,
                f"claim.{claim.id}",
            )
        for own in claim.statements:
            lacking = [
                name
                for name in ("speaker", "date", "medium", "words", "why_false")
                if known(getattr(told[own], name)) is None
            ]
            for name in lacking:
                yield Hit(
                    f"{by_id(own)} lacks {name.replace('_', ' ')}.",
                    f"statements.{own}.{name}",
                    "Fill it in; the court will want each.",
                    f"statement.{own}",
                    (),
                    lacks,
                )


@check("REL-001", "Relief no claim allows", Severity.ERROR)
def relief_not_allowed(draft: Draft) -> Found:
    """The sheet asks for a kind of relief that no cause of action it pleads allows. It is kept in the prayer,
    and questioned here; an injunction for the whole case is left out of the prayer.
    """
    given = allowed(draft.matter.theories)
    relief = draft.matter.raw.relief
    for position, sought in enumerate(relief.further if relief else [], 1):
        if sought.kind in EARNED and sought.kind not in given:
            yield (
                f"No claim allows {sought.kind.replace('-', ' ')}.",
                f"relief.further.{position}",
                "Add the claim that allows it, or drop it.",
                "prayer",
            )
    for kind in WORDED:
        if case_words(draft.matter.raw, kind) and kind not in given:
            yield (
                f"No claim allows {'an' if kind[0] == 'i' else 'a'} {kind}.",
                f"relief.{kind}",
                "Add the claim that allows it, or drop it.",
                "prayer",
            )
    for claim in draft.matter.raw.claims:
        mine = {remedy.kind for cause in draft.matter.theories[claim.id] for remedy in cause.remedies}
        for position, sought in enumerate(claim.relief, 1):
            if sought.kind in EARNED and sought.kind not in mine and not sought.omit:
                yield (
                    f"{claim.id}: its law gives no {sought.kind.replace('-', ' ')}.",
                    f"claims.{claim.id}.relief.{position}",
                    "Check the authority, or drop it.",
                    "prayer",
                )


@check("LAW-001", "Law in the library that was not read", Severity.ADVICE)
def unread_law(draft: Draft) -> Found:
    """The draft rests on a point of law that the library holds from memory or from a summary: verify it
    before filing. A cause that several claims rest on is told once, a point of several causes too.
    """
    library = draft.matter.library
    seen = set(library.own) if isinstance(library, LibraryOfMatter) else set()  # of those LAW-004 tells
    told: set[str] = set()
    for claim in draft.matter.raw.claims:
        unread: dict[str, list[str]] = {}
        for cause in draft.matter.theories[claim.id]:
            if cause.id in seen:
                continue
            seen.add(str(cause.id))
            every = [
                *(e.law for e in cause.elements),
                *(r.law for r in cause.remedies),
                *(t.law for t in cause.limitations),
            ]
            laws = [law for some in every for law in some if law.status != "text_read"]
            every_cite = (f"{law.cite or law.text} ({law.status.replace('_', ' ')})" for law in laws)
            cites = [cite for cite in dict.fromkeys(every_cite) if cite not in told]
            told.update(cites)
            if cites:
                unread[str(cause.id)] = cites
        if unread:
            points = "; ".join(f"{own}: {'; '.join(cites)}" for own, cites in unread.items())
            yield (
                f"Not verified against its text: {points}.",
                f"claims.{claim.id}",
                f"{listed(f'`drafter show cause {own}`' for own in unread)}"
                f" {'shows' if len(unread) == 1 else 'show'} what was read.",
                f"claim.{claim.id}",
            )


@check("LAW-006", "What to watch in the law of a claim", Severity.ADVICE)
def law_to_watch(draft: Draft) -> Found:
    """What the library says is to be watched in the law of a claim (`watch` of a cause or a State’s pack): a
    rule that may change, a defense to be expected, a choice that is still open. A point that several claims
    have is told once, one of another State's law not at all. In the annotated copy it stands at the count.
    """
    told: set[str] = set()
    for view in draft.matter.claims:
        every = (law for cause in view.causes for law in cause.watch if law.text)
        laws = [
            law
            for law in every
            if str(law.text) not in told and _concerns(str(law.text), [*view.laws, *map(str, view.raw.law)])
        ]
        laws = list({str(law.text): law for law in laws}.values())
        told.update(str(law.text) for law in laws)
        if laws:
            points = "; ".join(f"{str(law.text).rstrip('.')}{_unless_read(law)}" for law in laws)
            yield Hit(
                f"{view.raw.id}: {points}.",
                f"claims.{view.raw.id}.theories",
                "Weigh it before filing.",
                f"claim.{view.raw.id}",
                (),
                None,
                authorities(laws),
            )


def _concerns(text: str, laws: list[str]) -> bool:
    """Whether a point is not one of a State whose law a claim under State law does not go by."""
    of = [state for state, name in STATE_NAMES.items() if text.startswith(f"{name} ")]
    return not of or not laws or bool(set(of) & set(laws))


def _unless_read(law: Law) -> str:
    """How a point without a citation was read, where it was not in its text."""
    return "" if law.cite or law.status == "text_read" else f" ({law.status.replace('_', ' ')})"


@check("CLM-016", "No claim of its own", Severity.ERROR)
def no_claim_of_its_own(draft: Draft) -> Found:
    """A presumption or a remedy stands alone. It gives no right of action: it is pleaded with the claim that
    it serves.
    """
    alone = {"presumption": "a presumption", "remedy-only": "a remedy"}
    kinds = {
        claim.id: {str(cause.kind) for cause in draft.matter.theories[claim.id]}
        for claim in draft.matter.raw.claims
    }
    others = any(kind - alone.keys() for kind in kinds.values())
    for claim, kind in kinds.items():
        only = next(iter(kind)) if len(kind) == 1 else ""
        if only == "presumption" or (only == "remedy-only" and not others):
            yield (
                f"{claim} pleads {alone[only]} and no claim.",
                f"claims.{claim}.theories",
                "Plead it with the claim that it serves.",
                f"claim.{claim}",
            )


@check("CLM-024", "A law without a private right of action", Severity.WARNING)
def no_private_right(draft: Draft) -> Found:
    """A claim's own title names a law under which nobody may sue: the FTC Act, HIPAA, Gramm-Leach-Bliley. It
    can serve as a standard of care, or as what an unlawful-prong claim borrows.
    """
    for claim in draft.matter.raw.claims:
        found = _NO_RIGHT.search(str(known(claim.title) or ""))
        if found:
            yield (
                f"{claim.id} is brought under the {found.group(0)}, which gives nobody a right to sue.",
                f"claims.{claim.id}.title",
                "Use it as a standard, or as the law an unlawful-prong claim borrows.",
                f"claim.{claim.id}",
            )


@check("CLM-027", "A borrowed violation by another than the defendant", Severity.ERROR)
def borrowed_from_another(draft: Draft) -> Found:
    """A claim borrows the violation of another law (`borrows` of its cause), and sues a defendant whom no
    claim that it names as its predicate sues: nobody alleges that this one violated
    that law. It is a warning where the claim has another theory, which may hold the defendant by itself.
    Silent where the claim names no predicate.
    """
    for view in draft.matter.claims:
        predicates = [one.raw for one in view.predicate_claims if not one.defendants.asked]
        if not predicates or not any(cause.borrows for cause in view.causes):
            continue
        violating = {defendant.id for claim in predicates for defendant in sued_in(draft, claim)}
        others = [named(defendant) for defendant in sued_in(draft, view.raw) if defendant.id not in violating]
        if others:
            told = (
                f"{view.id} borrows the violation of {by_id(*(claim.id for claim in predicates))}, and sues"
                f" {listed(others)}, whom {'that claim does' if len(predicates) == 1 else 'those claims do'}"
                " not sue."
            )
            grave = None if all(cause.borrows for cause in view.causes) else Severity.WARNING
            reads = (f"claims.{view.id}.predicates", *(f"claims.{claim.id}.against" for claim in predicates))
            yield Hit(
                told,
                f"claims.{view.id}.against",
                "Sue under it only those whose violation it borrows, or plead what the others violated.",
                f"claim.{view.id}",
                reads,
                grave,
            )
