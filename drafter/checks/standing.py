"""Checks on standing: plaintiff by plaintiff, claim by claim."""

from __future__ import annotations

import re

from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import citizens, listed, named, plaintiffs_of, states_of, sued_in
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.facts.classes import CLASS_DEVICES
from drafter.facts.experience import Injury
from drafter.facts.parties import Plaintiff
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity

_CLAUSE = re.compile(r"\b(?:clause|provision|choice|chooses?|chosen|choos\w+)\b", re.I)
_DENIED = re.compile(
    r"\b(?:not|never|no|nor|cannot|void|voids|unenforceable|invalid|unconscionable|outside|beyond|contrary|only"
    r"|superseded|waived|fails?|barred|forbids?|narrow)\b|n’t\b",
    re.I,
)
"""Words in which a reason denies that a clause governs."""


def _injuries(plaintiff: Plaintiff, claim: str) -> list[Injury]:
    return [
        one
        for one in (plaintiff.experience.injuries if plaintiff.experience else [])
        if not one.claims or claim in one.claims
    ]


@check(
    "STA-001",
    "Named plaintiff has no injury fact for a claim",
    Severity.ERROR,
    "transunion",
    "weatherford",
    "rosenbach",
    "plastics",
    by_court={"state": Severity.ADVICE},
)
def no_injury(draft: Draft) -> Found:
    """Standing is tested plaintiff by plaintiff and claim by claim. No injury of this plaintiff supports this
    claim. It is advice in a State's court, which Article III does not bind: some
    statutes give a claim without damage there. Silent for a claim of the State's proxy, who sues for
    penalties.
    """
    views = [view for view in draft.matter.claims if view.kind != "state-proxy"]
    for plaintiff in draft.matter.raw.plaintiffs:
        brought = [
            str(view.raw.id)
            for view in views
            if any(one.id == plaintiff.id for one in plaintiffs_of(draft, view.raw))
            and not _injuries(plaintiff, view.raw.id)
        ]
        if brought:
            yield Hit(
                f"{named(plaintiff)} brings {by_id(*brought)}, and nothing says how it hurt"
                f" {named(plaintiff)}.",
                f"plaintiffs.{plaintiff.id}.experience.injuries",
                "Add the injury, or leave the plaintiff out of the claim.",
                f"claim.{brought[0]}",
                tuple(f"claims.{own}.by" for own in brought),
            )


def _short(words: object) -> str:
    """The first twelve words of an injury."""
    some = str(words).split()
    return " ".join(some[:12]) + ("…" if len(some) > 12 else "")


def _how_said(draft: Draft, plaintiff: Plaintiff, injuries: list[Injury]) -> str:
    """The way from act to injury that facts would tell, after a colon: that of a purchase where the plaintiff
    paid upon statements, of data where they got out; else none.
    """
    kinds = {one.kind for one in injuries}
    own = plaintiff.experience
    if kinds & {"money", "overpayment"} and own and own.purchases and draft.matter.raw.statements:
        return ": saw the statement, then paid"
    if kinds & {"data-misuse", "privacy"} and own and own.data_types:
        return ": gave the data, and what became of them"
    return ": what was done, and what it did to this plaintiff"


@check("STA-002", "No link between defendant’s act and the injury", Severity.WARNING, "transunion")
def no_link(draft: Draft) -> Found:
    """An injury cites no allegation: nothing in the sheet ties it to what a defendant did."""
    for plaintiff in draft.matter.raw.plaintiffs:
        loose = [
            one
            for one in (plaintiff.experience.injuries if plaintiff.experience else [])
            if not one.allegations
        ]
        if loose:
            told = listed(f"“{_short(known(one.text) or one.kind or one.id)}”" for one in loose)
            yield Hit(
                f"Nothing ties to a defendant’s act what hurt {named(plaintiff)}: {told}.",
                f"plaintiffs.{plaintiff.id}.experience.injuries.{loose[0].id}.allegations",
                f"Name the allegations that tell it{_how_said(draft, plaintiff, loose)}.",
                "parties",
            )


@check(
    "STA-003",
    "Damages sought for risk of future harm only",
    Severity.WARNING,
    "transunion",
    forum="federal",
)
def only_risk(draft: Draft) -> Found:
    """Every injury of a plaintiff is a risk of future harm, by its kind or because every allegation that
    states it is of one, and a claim seeks damages. Risk may carry an injunction; alone it does not carry
    damages in federal court. Circuits differ on breaches of security.
    """
    future = {own for own, one in draft.matter.allegations.items() if one.future}
    seeking: dict[str, list[str]] = {}
    for view in draft.matter.claims:
        for plaintiff in plaintiffs_of(draft, view.raw):
            injuries = _injuries(plaintiff, view.raw.id)
            if (
                injuries
                and all(
                    one.kind == "future-risk" or (one.allegations and future.issuperset(one.allegations))
                    for one in injuries
                )
                and view.seeks("actual-damages")
            ):
                seeking.setdefault(str(plaintiff.id), []).append(str(view.raw.id))
    for plaintiff in draft.matter.raw.plaintiffs:
        claims = seeking.get(str(plaintiff.id), [])
        if claims:
            yield Hit(
                f"{named(plaintiff)} has only a risk of future harm, and {by_id(*claims)}"
                f" {'seeks' if len(claims) == 1 else 'seek'} damages.",
                f"plaintiffs.{plaintiff.id}.experience.injuries",
                "Add present harm if it is true: misuse, money, time, distress, lost value.",
                f"claim.{claims[0]}",
            )


@check(
    "STA-004",
    "Injunction sought with no threat of future harm",
    Severity.WARNING,
    "davidson",
    "berni",
    "transunion",
    forum="federal",
)
def no_future_harm(draft: Draft) -> Found:
    """A claim asks for an injunction and none of the plaintiffs who bring it says what it means to do again,
    or how it is still threatened: what another plaintiff says helps only that plaintiff’s claims. The Second
    Circuit holds that past purchasers lack standing; the Ninth allows it on the right facts. Claims of the
    same plaintiffs are told together.
    """
    unthreatened: dict[tuple[str, ...], list[ClaimView]] = {}
    for view in draft.matter.claims:
        ours = plaintiffs_of(draft, view.raw)
        if (
            ours
            and view.seeks("injunction")
            and not any(p.experience and known(p.experience.future_intent) for p in ours)
        ):
            unthreatened.setdefault(tuple(str(p.id) for p in ours), []).append(view)
    for ids, views in unthreatened.items():
        seeking = [view.raw.id for view in views]
        everyone = len(ids) == len(draft.matter.raw.plaintiffs)
        yield Hit(
            f"An injunction is asked for ({listed(seeking)}), and"
            f" {'no plaintiff' if everyone else 'no plaintiff who brings it'} is threatened with future"
            " harm.",
            f"plaintiffs.{ids[0]}.experience.future_intent",
            "Say what a plaintiff means to do again or what is still held, or leave the injunction out.",
            "standing",
            tuple(f"claims.{own}.relief" for own in seeking),
        )


@check(
    "STA-005",
    "State subclass with no named plaintiff from that State",
    Severity.WARNING,
    "langan",
)
def no_resident(draft: Draft) -> Found:
    """A subclass is limited to a State and none of the plaintiffs who represent it lives or bought there.
    Many courts dismiss at the pleading stage; the Second Circuit treats it
    as a question of the class.
    """
    for group in draft.matter.raw.classes:
        ours = [p for p in draft.matter.raw.plaintiffs if group.id in p.represents]
        if (
            group.device not in CLASS_DEVICES
            or not group.states
            or not ours
            or any(not states_of(p) for p in ours)
        ):
            continue
        for state in group.states:
            if not any(state in states_of(p) for p in ours):
                yield Hit(
                    f"{known(group.name) or group.id}: no plaintiff who represents it is from"
                    f" {STATE_NAMES[state]}.",
                    f"classes.{group.id}.states",
                    "Add a plaintiff from there, or leave the State out.",
                    "classes",
                    tuple(f"plaintiffs.{p.id}" for p in ours),
                )


@check(
    "STA-006",
    "Claim under a State’s law with no plaintiff or class tied to that State",
    Severity.WARNING,
    "langan",
)
def foreign_law(draft: Draft) -> Found:
    """A claim goes under a State's law, and neither a plaintiff, nor a class, nor the agreement sued on, nor
    the home of a defendant sued is tied to it. Silent where the sheet says
    why that law governs.
    """
    matter = draft.matter.raw
    for view in draft.matter.claims:
        laws = set(view.laws)
        tied = {state for p in plaintiffs_of(draft, view.raw) for state in states_of(p)}
        tied |= {
            str(state) for group in matter.classes if group.id in view.raw.for_ for state in group.states
        }
        agreement = next((one for one in matter.agreements if one.id == known(view.raw.agreement)), None)
        if agreement and known(agreement.governing_law):
            tied.add(str(known(agreement.governing_law)))
        if laws & {state for defendant in sued_in(draft, view.raw) for state in citizens(defendant)}:
            continue
        if laws and tied and not laws & tied and not known(view.raw.law_reason) and view.fits_law:
            yield Hit(
                f"{view.raw.id} goes under the law of"
                f" {listed(STATE_NAMES.get(law, law) for law in sorted(laws))}, to which no plaintiff, class"
                " or defendant is tied.",
                f"claims.{view.raw.id}.law_reason",
                "Say why that law governs, or leave the claim out.",
                f"claim.{view.raw.id}",
                ("plaintiffs", "classes"),
            )


def _of_that_law(draft: Draft, view: ClaimView, laws: list[str]) -> str:
    """The causes that the library has under one of `laws` on a subject of the claim's, as a sentence; empty
    where it has none.
    """
    subjects = {subject for cause in view.causes for subject in cause.subjects}
    there = [
        str(cause.id)
        for cause in draft.matter.library.causes()
        if cause.jurisdiction in laws and subjects & set(cause.subjects)
    ]
    return (
        f" The library has: {listed(there)}."
        if there
        else " The library has none of that law on the subject."
    )


def _against_clause(view: ClaimView, chosen: str) -> bool:
    """Whether the sheet's reason says why the clause that chooses the law of `chosen` does not govern: it
    speaks of the clause or the choice, denies it something, and does not say that the chosen law governs.
    """
    reason, name = str(known(view.raw.law_reason) or ""), re.escape(STATE_NAMES.get(chosen, chosen))
    governs = rf"\b{name}(?:’s|'s)? law (?:governs|applies|controls)|governed by (?:the law of )?{name}"
    return bool(_CLAUSE.search(reason) and _DENIED.search(reason)) and not re.search(governs, reason)


@check("STA-009", "Claim pleaded under a law that is not its cause’s", Severity.ERROR)
def another_law(draft: Draft) -> Found:
    """The sheet says that the law of one State governs a claim, in so many words or by the agreement sued on,
    and its cause of action is of another State's law, or of federal law: what it pleads, and the relief it
    asks for, are those of the wrong law. Uniform law (the Uniform Commercial Code) may be that of any State
    that adopted it. Where the agreement alone chooses the other law, a reason in the sheet that says why its
    clause does not govern (“The clause was not shown before the sale”) makes it a warning; a reason that does
    not speak of the clause, or says that the chosen law governs, leaves it an error.
    """
    agreements = {one.id: one for one in draft.matter.raw.agreements}
    for view in draft.matter.claims:
        agreement = agreements.get(str(known(view.raw.agreement)))
        chosen = str(known(agreement.governing_law) or "") if agreement else ""
        by_clause = [chosen] if view.laws and chosen and chosen not in view.laws else []
        wrong = view.other_laws or view.reasoned_laws or by_clause
        if not wrong:
            continue
        clause = wrong == by_clause
        who = (
            f"{known(agreement.short) or known(agreement.title) or chosen} chooses"
            if agreement and clause
            else "the sheet says that"
        )
        names = listed(STATE_NAMES[law] for law in wrong)
        own = listed(STATE_NAMES.get(law, law) for law in view.laws) or str(view.causes[0].jurisdiction)
        causes = listed(cause.citation for cause in view.causes)
        answered = clause and not view.other_laws and _against_clause(view, chosen)
        where = f"claims.{view.raw.id}"
        yield Hit(
            f"{view.raw.id} pleads {causes}, {own} law; {who} the law of {names}"
            f"{'.' if clause else ' governs.'}"
            f"{' The sheet says why its clause does not; a court may disagree.' if answered else ''}",
            f"{where}.law",
            "Plead a cause of the law that governs, say why the clause does not govern, or mend what is said"
            f" of the law.{_of_that_law(draft, view, wrong)}",
            f"claim.{view.raw.id}",
            (
                f"{where}.theories",
                f"{where}.law_reason",
                *([f"agreements.{agreement.id}.governing_law"] if agreement else []),
            ),
            Severity.WARNING if answered else None,
        )


@check(
    "STA-007", "Plaintiff never bought or used one of the products sued on", Severity.WARNING, "ghirardelli"
)
def not_bought(draft: Draft) -> Found:
    """A claim names a product that no plaintiff bought. Some courts allow products that are substantially
    similar; others dismiss.
    """
    for claim in draft.matter.raw.claims:
        bought = {
            str(known(one.product)).lower()
            for p in plaintiffs_of(draft, claim)
            for one in (p.experience.purchases if p.experience else [])
            if known(one.product)
        }
        for product in claim.products:
            if bought and not any(
                str(product).lower() in name or name in str(product).lower() for name in bought
            ):
                yield Hit(
                    f"{claim.id}: no plaintiff bought {product}.",
                    f"claims.{claim.id}.products",
                    "Leave it out, or say why it is substantially similar.",
                    f"claim.{claim.id}",
                    ("plaintiffs",),
                )
