"""Checks on relief: what the claims allow, and on what it rests."""

from __future__ import annotations

import re

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    day,
    facts_under,
    filing_day,
    listed,
)
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity

_OBEY = re.compile(
    r"\b(obey|comply with|violat\w+) (the|any|all|such)?\s*(applicable )?(law|laws|statutes?)\b", re.I
)
_STATE_OF_MIND = re.compile(r"know|wil+ful|intent|malic|oppress|scienter|reckless")
_INTENT = re.compile(
    r"\b(malic|oppress|fraud|willful|wilful|knowing|knew|intentional|reckless|deliberate|conscious)", re.I
)


@check("REL-002", "Relief a claim allows but the prayer omits", Severity.ADVICE)
def left_out(draft: Draft) -> Found:
    """A claim's law allows a kind of relief that the sheet leaves out of the prayer. Leaving out is often a
    choice; punitive damages and civil penalties left out are not told.
    """
    for claim in draft.matter.raw.claims:
        omitted = [
            one.kind
            for one in claim.relief
            if one.omit and one.kind not in ("punitive-damages", "civil-penalties")
        ]
        if omitted:
            yield Hit(
                f"{claim.id} allows {listed(kind.replace('-', ' ') for kind in omitted)}, which the sheet"
                " leaves out.",
                f"claims.{claim.id}.relief",
                "Leave it so only where it is meant.",
                f"claim.{claim.id}",
            )


@check("REL-003", "Damages under the UCL or FAL", Severity.ERROR, "korea", "ucl", "clra1780")
def damages_under_ucl(draft: Draft) -> Found:
    """The Unfair Competition Law and the False Advertising Law give an injunction and restitution, not
    damages. A claim that rests on them alone asks for damages.
    """
    for claim in draft.matter.raw.claims:
        asked = [one.kind for one in claim.relief if not one.omit and one.kind.endswith("-damages")]
        causes = draft.matter.theories[claim.id]
        if asked and causes and all("equity-only" in cause.traits for cause in causes):
            yield Hit(
                f"{claim.id} asks for {listed(kind.replace('-', ' ') for kind in asked)}; its law gives an"
                " injunction and restitution.",
                f"claims.{claim.id}.relief",
                "Leave the damages out, or bring them on another claim.",
                f"claim.{claim.id}",
            )


@check("REL-004", "Punitive damages with no facts of intent", Severity.WARNING, formerly="allegations")
def punitive_without_intent(draft: Draft) -> Found:
    """Punitive damages are asked for on a claim, and none of the facts behind it, nor a statement's facts of
    knowledge, speaks of intent, malice or recklessness. Silent where an element of the claim is a state of
    mind and is supported.
    """
    statements = {one.id: one for one in draft.matter.raw.statements}
    for view in draft.matter.claims:
        if not view.seeks("punitive-damages"):
            continue
        if any(
            _STATE_OF_MIND.search(own) and support.allegations for own, support in view.raw.elements.items()
        ):
            continue
        texts = [
            str(known(draft.matter.allegations[own].text) or "")
            for support in view.raw.elements.values()
            for own in support.allegations
        ]
        texts += [str(known(support.application) or "") for support in view.raw.elements.values()]
        texts += [
            str(known(statements[own].knowledge) or "") for own in view.raw.statements if own in statements
        ]
        if not any(_INTENT.search(text) for text in texts):
            yield Hit(
                f"{view.raw.id} asks for punitive damages, and no fact behind it speaks of intent.",
                f"claims.{view.raw.id}.relief",
                "Plead what was known and meant, or leave them out.",
                f"claim.{view.raw.id}",
                (f"claims.{view.raw.id}.elements", *facts_under(draft, view.raw)),
            )


@check("REL-005", "Attorneys’ fees with no basis", Severity.ADVICE)
def fees_without_basis(draft: Draft) -> Found:
    """Fees are asked for beyond what the claims' own law gives, and the sheet names no statute, clause or
    fund.
    """
    relief = draft.matter.raw.relief
    asked = [
        one
        for claim in draft.matter.raw.claims
        for one in claim.relief
        if one.kind == "fees" and not one.omit
    ] + [one for one in (relief.further if relief else []) if one.kind == "fees"]
    earned = any(
        view.seeks("fees") and any(r.kind == "fees" for cause in view.causes for r in cause.remedies)
        for view in draft.matter.claims
    )
    if (
        asked
        and not earned
        and not (relief and relief.fee_grounds)
        and not any(known(one.authority) for one in asked)
    ):
        yield Hit(
            "Fees are asked for, and no claim’s law, clause or fund is named for them.",
            "relief.fee_grounds",
            "Name the ground.",
            "prayer",
            ("claims",),
        )


@check("REL-006", "Statutory amount out of date", Severity.WARNING, "ccpacpi", "bipa20")
def old_amount(draft: Draft) -> Found:
    """The sheet's own statutory sum differs from the one in the library; or the library's sum is adjusted
    every other year and was read for a year before the planned filing.
    """
    filing = filing_day(draft)
    for view in draft.matter.claims:
        remedies = [
            remedy
            for cause in view.causes
            for remedy in cause.remedies
            if remedy.kind == "statutory-damages" and known(remedy.amount) is not None
        ]
        there = [known(remedy.amount) for remedy in remedies]
        for one in view.raw.relief:
            if (
                one.kind == "statutory-damages"
                and known(one.amount) is not None
                and there
                and known(one.amount) not in there
            ):
                yield Hit(
                    f"{view.raw.id}: the sheet asks for {known(one.amount)!s}; the library has"
                    f" {listed(there)}{f' as of {remedies[0].as_of}' if remedies[0].as_of else ''}.",
                    f"claims.{view.raw.id}.relief",
                    "Check which is in force on the day of filing.",
                    f"claim.{view.raw.id}",
                    ("court.filing_date",),
                )
        sums = [remedy.adjusted for cause in view.causes for remedy in cause.remedies if remedy.adjusted]
        stale = [one for one in sums if filing and (since := day(one.stale)) and filing >= since]
        if stale:
            yield Hit(
                f"{view.raw.id}: its sums are adjusted {stale[0].when}, and the library’s are"
                " older than the planned filing.",
                f"claims.{view.raw.id}.relief",
                "Look the adjusted sums up.",
                f"claim.{view.raw.id}",
                ("court.filing_date",),
            )


@check("REL-007", "Injunction described too vaguely", Severity.ADVICE, "frcp65")
def vague_injunction(draft: Draft) -> Found:
    """The injunction asked for is described in fewer than twelve words, or as obeying the law. Rule 65(d)
    binds the order, not the prayer; a prayer that names the acts is the
    better first draft of it.
    """
    relief = draft.matter.raw.relief
    asked = [("relief.injunction", known(relief.injunction))] if relief else []
    asked += [
        (f"claims.{claim.id}.relief", known(one.acts) or known(one.text))
        for claim in draft.matter.raw.claims
        for one in claim.relief
        if one.kind == "injunction" and not one.omit
    ]
    for path, text in asked:
        if text and (len(str(text).split()) < 12 or _OBEY.search(str(text))):
            yield Hit(
                f"The injunction is described as “{str(text)[:80]}”.",
                path,
                "Say what the defendant must do or stop.",
                "prayer",
            )
