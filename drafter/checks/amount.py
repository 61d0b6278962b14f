"""Checks on the amount in controversy: as it is reckoned from the claims, and as the sheet states it."""

from __future__ import annotations

import re

from drafter.checks.engine.conditions import ground
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import day, listed
from drafter.complaint import Draft
from drafter.complaint.views.amount import AmountInControversy, amount_in_controversy, dollars
from drafter.facts.values import known
from drafter.findings import Severity

_CAFA = "1332d2"
_MONEY = ("actual-damages", "treble-damages", "restitution", "disgorgement")


@check(
    "JUR-002",
    "CAFA: $5,000,000 not alleged",
    Severity.ERROR,
    "1332d2",
    "knowles",
    "dart",
    "lr-gand",
    forum="federal",
    when=ground("cafa"),
)
def amount_not_alleged(draft: Draft) -> Found:
    """CAFA wants more than $5,000,000 in controversy, exclusive of interest and costs. The sheet gives no
    figure and none follows from the claims, or the total it gives does
    not exceed it; it is a warning where a working stands there that names no sum. N.D. Ga. wants the basis of
    the amount as well.
    """
    amount, found = (
        draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None,
        amount_in_controversy(draft.matter),
    )
    total = known(amount.total) if amount else None
    working = known(amount.working) if amount else None
    reads = ("classes", "claims")
    least = draft.matter.library.least_of(_CAFA)
    if total is not None and total <= least:
        yield Hit(
            f"The sheet puts {total!s} in controversy; CAFA wants more than {dollars(least)}.",
            "jurisdiction.amount.total",
            "Check the figure, or choose another ground.",
            "jurisdiction",
            reads,
        )
    elif (
        total is None
        and working is None
        and not found.steps
        and not (amount and (known(amount.per_member_low) or known(amount.per_member_likely)))
    ):
        yield Hit(
            f"CAFA wants more than {dollars(least)} in controversy, and the sheet has no figure.",
            "jurisdiction.amount",
            "Give the members and the sum for each, with the working.",
            "jurisdiction",
            reads,
        )
    elif total is None and working is not None and not re.search(r"\d", str(working)):
        own = found.pleaded(draft.matter)
        yield Hit(
            "The working of the amount in controversy names no sum.",
            "jurisdiction.amount.working",
            f"Name it. As the sheet and the causes give it: {own}"
            if own
            else "Name the members and the sum for each.",
            "jurisdiction",
            reads,
            Severity.WARNING,
        )
    elif draft.matter.profile.amount_basis and working is None:
        yield Hit(
            f"{draft.matter.profile.amount_basis}, and the sheet gives no working.",
            "jurisdiction.amount.working",
            "Write how the amount is reckoned.",
            "jurisdiction",
            reads,
        )


@check(
    "JUR-003",
    "CAFA: the numbers do not reach $5,000,000",
    Severity.WARNING,
    "1332d2",
    "knowles",
    "dart",
    forum="federal",
    when=ground("cafa"),
)
def amount_not_reached(draft: Draft) -> Found:
    """Reckoned from the members and the sums the claims allow, the likely amount does not exceed $5,000,000.
    The working is shown. It is an error where the sheet puts nothing else in
    controversy, as it is where it has no figure at all. Where another class claim seeks money that the sheet
    gives no figure for, it is a warning; advice where the sheet gives a total or a
    working of its own. Silent where no sum can be reckoned.
    """
    found = amount_in_controversy(draft.matter)
    if not found.steps or found.likely > draft.matter.library.least_of(_CAFA):
        return
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    own = bool(amount and (known(amount.total) is not None or known(amount.working) is not None))
    if open_ := _unreckoned(draft, found):
        told = (
            f"Only {dollars(found.likely)} can be reckoned, and {listed(open_)}"
            f" {'has' if len(open_) == 1 else 'have'} no figure. Working: {' '.join(found.lines(by_id))}"
        )
        yield Hit(
            told,
            "jurisdiction.amount",
            "Give the members and the sum that each lost.",
            "jurisdiction",
            ("classes", "claims"),
            Severity.ADVICE if own else None,
        )
    else:
        yield Hit(
            f"The numbers come to {dollars(found.likely)}, not over $5,000,000. Working:"
            f" {' '.join(found.lines(by_id))}",
            "jurisdiction.amount",
            "Check the class size and the sum for each member.",
            "jurisdiction",
            ("classes", "claims"),
            None if own else Severity.ERROR,
        )


def _unreckoned(draft: Draft, found: AmountInControversy) -> list[str]:
    """The class claims that seek money and have no step in the reckoning."""
    there = {step.claim for step in found.steps}
    return [
        view.id
        for view in draft.matter.claims
        if view.raw.for_ and view.id not in there and any(view.seeks(kind) for kind in _MONEY)
    ]


@check(
    "JUR-004",
    "CAFA: the estimate ignores a class cap or a later amendment",
    Severity.WARNING,
    "fdcpa",
    "bipa20",
    "clay",
    forum="federal",
    when=ground("cafa"),
)
def cap_ignored(draft: Draft) -> Found:
    """A law caps what a class recovers (Fair Debt Collection Practices Act, Truth in Lending, Electronic Fund
    Transfer Act), and the total in the sheet exceeds what the caps
    leave; or Illinois biometric claims are reckoned by violation, which the amendment of August 2, 2024 no
    longer allows for § 15(b) and (d).
    """
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    if amount is None:
        return
    found, total = amount_in_controversy(draft.matter), known(amount.total)
    capped = [step for step in found.steps if step.cap and step.uncapped > step.cap]
    if capped and total is not None and total > found.high:
        yield Hit(
            f"The sheet’s {total!s} exceeds what the cap on {by_id(capped[0].claim)} leaves:"
            f" {dollars(found.high)}. {' '.join(found.lines(by_id))}",
            "jurisdiction.amount.total",
            "Reckon with the cap.",
            "jurisdiction",
            ("classes", "claims"),
        )
    single = [
        (claim.id, since)
        for claim in draft.matter.raw.claims
        for cause in draft.matter.theories[claim.id]
        if (since := day(cause.single_recovery))
    ]
    if single and amount.per == "violation":
        own, first = single[0]
        yield Hit(
            f"{own}: the amount is reckoned by violation; since {first:%B} {first.day}, {first.year} a person"
            " has one recovery for the same method.",
            "jurisdiction.amount.per",
            "Reckon by person.",
            "jurisdiction",
        )


@check(
    "JUR-026",
    "Amount in controversy rests on relief that is withheld",
    Severity.ERROR,
    "1332d2",
    "knowles",
    forum="federal",
    when=ground("cafa", "diversity"),
)
def amount_on_withheld_relief(draft: Draft) -> Found:
    """The sheet's working of the amount names a sum or a section of a remedy that the claims do not ask for,
    because a notice is wanting or the sheet leaves it out, and that none which
    they do ask for has. What is not asked for is not in controversy.
    """
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    working = str(known(amount.working) or "") if amount else ""
    if not working:
        return
    asked: set[str] = set()
    withheld: list[tuple[str, set[str]]] = []
    for view in draft.matter.claims:
        for cause in view.causes:
            for remedy in cause.remedies:
                marks = _marks(f"{remedy.text} {remedy.amount or ''}", str(remedy.cite or ""))
                if view.seeks(remedy.kind):
                    asked |= marks
                elif remedy.asked and remedy.kind not in ("injunction", "declaration", "fees"):
                    withheld.append((view.id, marks))
    for own, marks in withheld:
        if found := sorted((marks - asked) & _marks(working, working)):
            told = (
                f"The working of the amount names {listed(found)}, which stands for relief that"
                f" {by_id(own)} does not seek."
            )
            yield Hit(
                told,
                "jurisdiction.amount.working",
                "Reckon with what the claims ask for; left out, the draft prints its own working.",
                "jurisdiction",
                (f"claims.{own}.relief", "notices"),
            )
            return


def _marks(words: str, cites: str) -> set[str]:
    """The sums and the sections in words: “$100”, “1798.150”."""
    return {f"${sum_.replace(',', '')}" for sum_ in re.findall(r"\$([\d,]*\d)", words)} | set(
        re.findall(r"§§? ?(\d[\d.]*\d)", cites)
    )
