"""Checks on agreements: arbitration, class waivers, forum and law, and suing on terms that hold such a
clause.
"""

from __future__ import annotations

from typing import Iterator

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed, named, plaintiffs_of, sued_in, titled
from drafter.complaint import Draft
from drafter.complaint.views.contracts import bound
from drafter.facts.agreements import Agreement, Clause
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity

OTHERS = (
    "jury-waiver",
    "short-limitations",
    "notice-and-cure",
    "mediation",
    "limitation-of-liability",
    "fees",
)


def _clauses(draft: Draft, *kinds: str) -> Iterator[tuple[Agreement, int, Clause]]:
    for agreement in draft.matter.raw.agreements:
        for position, clause in enumerate(agreement.clauses, 1):
            if clause.kind in kinds:
                yield agreement, position, clause


def _called(agreement: Agreement) -> str:
    return str(known(agreement.short) or known(agreement.title) or agreement.id)


def _answered(clause: Clause) -> bool:
    return known(clause.answer) is not None or bool(clause.allegations)


@check("AGR-001", "Arbitration clause not addressed", Severity.WARNING, "arb", "heckman")
def arbitration(draft: Draft) -> Found:
    """An agreement has an arbitration clause, and the sheet does not say why it does not bar the claim.
    Silent where every plaintiff who assented opted out.
    """
    for agreement, position, clause in _clauses(draft, "arbitration"):
        assents = [
            a
            for p in draft.matter.raw.plaintiffs
            for a in (p.experience.assents if p.experience else [])
            if a.agreement == agreement.id
        ]
        out = bool(assents) and all(known(a.arbitration_opt_out) for a in assents)
        if not _answered(clause) and not out:
            yield Hit(
                f"{_called(agreement)} has an arbitration clause, and the sheet has no answer to it.",
                f"agreements.{agreement.id}.clauses.{position}.answer",
                "Record the version accepted, the opt-out, who decides, and why it does not bind.",
                "agreements",
                ("plaintiffs",),
            )


@check("AGR-002", "Class waiver", Severity.WARNING, "arb", "heckman")
def class_waiver(draft: Draft) -> Found:
    """The terms waive class actions and the sheet has no answer: expect an early motion."""
    for agreement, position, clause in _clauses(draft, "class-waiver"):
        if not _answered(clause) and draft.matter.raw.classes:
            yield Hit(
                f"{_called(agreement)} waives class actions.",
                f"agreements.{agreement.id}.clauses.{position}.answer",
                "Say why the waiver does not hold.",
                "agreements",
            )


@check("AGR-003", "Forum or choice-of-law clause", Severity.WARNING, "1404")
def forum_or_law(draft: Draft) -> Found:
    """A clause names a forum and the sheet does not answer it; or the law an agreement chooses is not that
    which the sheet names for a claim under uniform law that sues on it. A claim
    under one State's own law is STA-009's.
    """
    for agreement, position, clause in _clauses(draft, "forum"):
        venue = draft.matter.raw.venue
        if not _answered(clause) and not (venue and "agreement" in venue.grounds):
            yield Hit(
                f"{_called(agreement)} names a forum, and the sheet does not say why the case is brought"
                " here.",
                f"agreements.{agreement.id}.clauses.{position}.answer",
                "Say that it names this court, or why it does not bind.",
                "agreements",
                ("court.id", "venue.grounds"),
            )
    chosen = {
        agreement.id: agreement for agreement in draft.matter.raw.agreements if known(agreement.governing_law)
    }
    for claim in [view.raw for view in draft.matter.claims if not view.laws]:
        agreement = chosen.get(str(known(claim.agreement)))  # type: ignore[assignment]
        if (
            agreement
            and claim.law
            and known(agreement.governing_law) not in claim.law
            and known(claim.law_reason) is None
        ):
            law = STATE_NAMES[str(known(agreement.governing_law))]
            yield Hit(
                f"{claim.id} goes under the law of {listed(STATE_NAMES[s] for s in claim.law)};"
                f" {_called(agreement)} chooses that of {law}.",
                f"claims.{claim.id}.law",
                "Plead under the law chosen, or say why another governs.",
                f"claim.{claim.id}",
                (f"agreements.{agreement.id}.governing_law",),
            )


@check("AGR-004", "Complaint sues on terms that contain the clause", Severity.WARNING, "arb", "heckman")
def sues_on_clause(draft: Draft) -> Found:
    """A claim sues on an agreement that has an arbitration clause: suing on the contract makes it harder to
    avoid the clause. Silent where the sheet answers it.
    """
    for agreement, position, clause in _clauses(draft, "arbitration"):
        suing = [claim.id for claim in draft.matter.raw.claims if known(claim.agreement) == agreement.id]
        if suing and not _answered(clause):
            yield Hit(
                f"{listed(suing)} {'sues' if len(suing) == 1 else 'sue'} on {_called(agreement)}, which has"
                " an arbitration clause.",
                f"claims.{suing[0]}.agreement",
                "Weigh the contract claim against the clause.",
                f"claim.{suing[0]}",
                (f"agreements.{agreement.id}.clauses.{position}",),
            )


@check("AGR-005", "Jury waiver, short limitations, notice or pre-suit mediation clause", Severity.ADVICE)
def other_clauses(draft: Draft) -> Found:
    """The terms have a clause on jury, time, notice, mediation, liability or fees, and the sheet has no
    answer.
    """
    for agreement, position, clause in _clauses(draft, *OTHERS):
        if not _answered(clause):
            jury = " A jury is demanded." if clause.kind == "jury-waiver" and draft.matter.jury else ""
            yield Hit(
                f"{_called(agreement)} has a {clause.kind.replace('-', ' ')} clause.{jury}",
                f"agreements.{agreement.id}.clauses.{position}.answer",
                "Say how it was met, or why it does not bind.",
                "agreements",
                ("jury_demand",),
            )


@check("AGR-006", "Contract claim against one who is no party to the contract", Severity.WARNING)
def no_party(draft: Draft) -> Found:
    """A claim on a contract sues a defendant, or is brought by a plaintiff, who is not among the parties that
    the sheet names for the agreement. A contract binds its parties; another is bound as agent, successor,
    guarantor, alter ego or third-party beneficiary, by facts of its own. Silent where the sheet names no
    parties, and for claims in restitution, which want no contract.
    """
    for view in draft.matter.claims:
        agreement = next(
            (one for one in draft.matter.raw.agreements if one.id == known(view.raw.agreement)), None
        )
        on_contract = any(
            "contract" in cause.subjects and "restitution" not in cause.subjects for cause in view.causes
        )
        if not agreement or not agreement.parties or not on_contract:
            continue
        inside = bound(draft.matter.raw, agreement)
        suing = [one for one in plaintiffs_of(draft, view.raw) if str(one.id) not in inside]
        sued = [one for one in sued_in(draft, view.raw) if str(one.id) not in inside and one.kind != "does"]
        outside = [*map(named, suing), *map(named, sued)]
        if outside:
            yield Hit(
                f"{titled(view)} sues on {_called(agreement)}, to which"
                f" {listed(outside)} {'is' if len(outside) == 1 else 'are'} no party.",
                f"claims.{view.raw.id}.agreement",
                "Leave out whom it does not bind, name the parties, or allege why it binds others.",
                f"claim.{view.raw.id}",
                (f"agreements.{agreement.id}.parties", f"claims.{view.raw.id}.against"),
            )


@check("AGR-007", "Term sued on that the other side may change alone", Severity.ADVICE)
def changed_alone(draft: Draft) -> Found:
    """A claim sues on a term of which the sheet says that the defendant may change it alone: a promise that
    can be taken back at will may be illusory, and the version in force on each day matters.
    """
    for view in draft.matter.claims:
        agreement = next(
            (one for one in draft.matter.raw.agreements if one.id == known(view.raw.agreement)), None
        )
        if agreement is None:
            continue
        for term in agreement.terms:
            if term.unilateral_change and (not view.raw.terms or term.id in view.raw.terms):
                yield Hit(
                    f"{titled(view)} sues on a term of {_called(agreement)} that the other side may change"
                    " alone.",
                    f"agreements.{agreement.id}.terms.{term.id}.unilateral_change",
                    "Say that the change was not made, came too late, or wanted notice that was not given.",
                    f"term.{term.id}",
                    (f"claims.{view.raw.id}.terms",),
                )


@check("AGR-008", "Agreement not pleaded as the sheet says", Severity.WARNING, "frcp10")
def not_as_pleaded(draft: Draft) -> Found:
    """The sheet says that an agreement is attached, and no exhibit of it is; or that it is quoted, and no
    term has its exact words.
    """
    attached = {str(one.id) for one in draft.matter.raw.exhibits if one.attached}
    for agreement in draft.matter.raw.agreements:
        own = [known(agreement.exhibit), *(known(one.exhibit) for one in agreement.versions)]
        lacks = {
            "attached": ""
            if any(str(one) in attached for one in own)
            else "attached, and no exhibit of it is",
            "quoted": ""
            if any(known(term.quote) for term in agreement.terms)
            else "quoted, and no term has its exact words",
        }.get(agreement.attached_or_quoted or "", "")
        if lacks:
            yield Hit(
                f"{_called(agreement)} is said to be {lacks}.",
                f"agreements.{agreement.id}.attached_or_quoted",
                "Attach it, quote it, or say that it is pleaded by its legal effect.",
                "agreements",
                (f"agreements.{agreement.id}.exhibit", "exhibits"),
            )
