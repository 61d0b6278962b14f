"""The amount in controversy, reckoned step by step from the sheet and the causes' own sums; and the checks on it.

Members times the sum for each; a cap on what a class recovers applied; of claims for one loss the largest, not their sum; three times an actual loss
only in the highest figure. Interest and costs are left out (28 U.S.C. § 1332(d)(2)).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Iterator, NamedTuple

from drafter.checks.index import FEDERAL, grounds, listed
from drafter.checks.registry import Found, Hit, check
from drafter.complaint import Draft
from drafter.complaint.claim import ClaimView
from drafter.facts.groups import CLASS_DEVICES, RepresentedGroup
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library import Remedy

__all__ = ["CAFA", "Reckoning", "Step", "reckoned"]

CAFA = Decimal(5_000_000)
_MONEY = ("actual-damages", "treble-damages", "restitution", "disgorgement")
_CAP = re.compile(r"lesser of \$([\d,]+)")


class Step(NamedTuple):
    """What one claim is worth for one class: three sums in dollars, the sum before a cap, the cap (0: none), and the working in words."""

    claim: str
    group: str
    low: Decimal
    likely: Decimal
    high: Decimal
    uncapped: Decimal
    cap: Decimal
    words: str


class Reckoning(NamedTuple):
    """The steps, and the sums over the classes of what the largest of them comes to at least, most likely and at most."""

    steps: tuple[Step, ...]
    low: Decimal
    likely: Decimal
    high: Decimal

    def lines(self) -> list[str]:
        """The working, a step a line."""
        total = f"Together (for each class its largest claim, not the sum): {_sum(self.likely)}" + (f", between {_sum(self.low)} and {_sum(self.high)}" if self.low != self.high else "")
        return [*(f"{step.claim}, {step.group}: {step.words}" for step in self.steps), f"{total}, exclusive of interest and costs."] if self.steps else []


def _sum(amount: Decimal) -> str:
    return f"${amount:,.0f}"


def reckoned(draft: Draft) -> Reckoning:
    """The amount in controversy as far as the sheet and the causes give sums; no steps where they give none."""
    groups = {group.id: group for group in draft.matter.raw.classes if group.device in CLASS_DEVICES}
    steps = [step for view in draft.matter.claims for own in view.raw.for_ if own in groups for step in _of_claim(draft, view, groups[own])]
    of_class: dict[str, list[Step]] = {}
    for step in steps:
        of_class.setdefault(_top(groups, step.group), []).append(step)
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    extra = Decimal(known(amount.injunction_value) or 0) if amount else Decimal(0)
    low, likely, high = (sum((max(getattr(step, name) for step in there) for there in of_class.values()), extra) for name in ("low", "likely", "high"))
    return Reckoning(tuple(steps), low, likely, high)


def _top(groups: dict[str, RepresentedGroup], own: str) -> str:
    parent = known(groups[own].subclass_of)
    return _top(groups, str(parent)) if parent and str(parent) in groups else own


def _size(draft: Draft, group: RepresentedGroup) -> tuple[int, int]:
    """The members of a class: at least, at most; the sheet's count for the whole case where the class has none."""
    count = group.numerosity
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    low = (count.low if count else None) or (amount.members if amount else None) or 0
    return low, max((count.high if count else None) or low, low)


def _of_claim(draft: Draft, view: ClaimView, group: RepresentedGroup) -> Iterator[Step]:
    """The step of one claim for one class: its statutory sum, else the sheet's loss for each member."""
    low, high = _size(draft, group)
    remedies = [remedy for cause in view.causes for remedy in cause.remedies]
    statutory = next((r for r in remedies if r.kind == "statutory-damages" and known(r.amount) is not None and view.seeks("statutory-damages")), None)
    if statutory is not None and (low or statutory.per == "case"):
        yield _statutory(view, group, statutory, low, high)
    elif low:
        yield from _loss(draft, view, group, (low, high), any(r.kind == "treble-damages" for r in remedies) and view.seeks("treble-damages"))


def _statutory(view: ClaimView, group: RepresentedGroup, remedy: Remedy, low: int, high: int) -> Step:
    each = Decimal(known(remedy.amount) or 0)
    found = _CAP.search(str(remedy.class_cap or ""))
    cap = Decimal(found.group(1).replace(",", "")) if found else Decimal(0)
    if remedy.per == "case":
        least, most, words = each, each, f"{_sum(each)} for the case"
    else:
        per = {"violation": "member, one violation each", "day": "member, one day each"}.get(str(remedy.per), "member")
        least, most = each * low, each * high
        members, sums = (f"{low:,}", _sum(least)) if low == high else (f"{low:,} to {high:,}", f"{_sum(least)} to {_sum(most)}")
        words = f"{members} members × {_sum(each)} for each {per} = {sums}"
    if cap and most > cap:
        words += f", capped for the class at {_sum(cap)}"
    words += f" ({remedy.cite})" if remedy.cite else ""
    capped = [min(amount, cap) if cap else amount for amount in (least, most)]
    return Step(view.raw.id, group.id, capped[0], capped[0], capped[1], most, cap, words)


def _loss(draft: Draft, view: ClaimView, group: RepresentedGroup, size: tuple[int, int], treble: bool) -> Iterator[Step]:
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    likely = Decimal(known(amount.per_member_likely) or known(amount.per_member_low) or 0) if amount else Decimal(0)
    if amount is None or not likely:
        return
    least, most = Decimal(known(amount.per_member_low) or likely), Decimal(known(amount.per_member_high) or likely)
    words = f"{size[0]:,} members × {_sum(likely)} lost by each = {_sum(likely * size[0])}" + ("; three times that at most" if treble else "")
    top = most * size[1] * (3 if treble else 1)
    yield Step(view.raw.id, group.id, least * size[0], likely * size[0], top, top, Decimal(0), words)


# --- the checks ----------------------------------------------------------------------------------------------------------------------------


@check("JUR-002", "CAFA: $5,000,000 not alleged", Severity.ERROR, "1332d2", "knowles", "dart", "lr-gand", by_court=FEDERAL)
def amount_not_alleged(draft: Draft) -> Found:
    """CAFA wants more than $5,000,000 in controversy, exclusive of interest and costs. The sheet gives no figure and none follows from the claims, or the total it gives does
    not exceed it. N.D. Ga. wants the basis of the amount as well."""
    if "cafa" not in grounds(draft):
        return
    amount, found = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None, reckoned(draft)
    total = known(amount.total) if amount else None
    working = known(amount.working) if amount else None
    reads = ("classes", "claims")
    if total is not None and total <= CAFA:
        yield Hit(f"The sheet puts {total!s} in controversy; CAFA wants more than $5,000,000.", "jurisdiction.amount.total", "Check the figure, or choose another ground.", "jurisdiction", reads)
    elif total is None and working is None and not found.steps and not (amount and (known(amount.per_member_low) or known(amount.per_member_likely))):
        yield Hit("CAFA wants more than $5,000,000 in controversy, and the sheet has no figure.", "jurisdiction.amount", "Give the members and the sum for each, with the working.", "jurisdiction", reads)
    elif draft.matter.profile.id == "gand" and working is None:
        yield Hit("N.D. Ga. wants the basis of the amount in controversy, and the sheet gives no working.", "jurisdiction.amount.working", "Write how the amount is reckoned.", "jurisdiction", reads)


@check("JUR-003", "CAFA: the numbers do not reach $5,000,000", Severity.WARNING, "1332d2", "knowles", "dart", by_court=FEDERAL)
def amount_not_reached(draft: Draft) -> Found:
    """Reckoned from the members and the sums the claims allow, the likely amount does not exceed $5,000,000. The working is shown. Silent where no sum can be reckoned; advice where
    another class claim seeks money that the sheet gives no figure for."""
    found = reckoned(draft)
    if "cafa" not in grounds(draft) or not found.steps or found.likely > CAFA:
        return
    if open_ := _unreckoned(draft, found):
        told = f"Only {_sum(found.likely)} can be reckoned, and {listed(open_)} {'has' if len(open_) == 1 else 'have'} no figure. Working: {' '.join(found.lines())}"
        yield Hit(told, "jurisdiction.amount", "Give the members and the sum that each lost.", "jurisdiction", ("classes", "claims"), Severity.ADVICE)
    else:
        yield Hit(f"The numbers come to {_sum(found.likely)}, not over $5,000,000. Working: {' '.join(found.lines())}", "jurisdiction.amount", "Check the class size and the sum for each member.", "jurisdiction", ("classes", "claims"))


def _unreckoned(draft: Draft, found: Reckoning) -> list[str]:
    """The class claims that seek money and have no step in the reckoning."""
    there = {step.claim for step in found.steps}
    return [view.id for view in draft.matter.claims if view.raw.for_ and view.id not in there and any(view.seeks(kind) for kind in _MONEY)]


@check("JUR-004", "CAFA: the estimate ignores a class cap or a later amendment", Severity.WARNING, "fdcpa", "bipa20", "clay", by_court=FEDERAL)
def cap_ignored(draft: Draft) -> Found:
    """A law caps what a class recovers (Fair Debt Collection Practices Act, Truth in Lending, Electronic Fund Transfer Act), and the total in the sheet exceeds what the caps
    leave; or Illinois biometric claims are reckoned by violation, which the amendment of August 2, 2024 no longer allows for § 15(b) and (d)."""
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    if "cafa" not in grounds(draft) or amount is None:
        return
    found, total = reckoned(draft), known(amount.total)
    capped = [step for step in found.steps if step.cap and step.uncapped > step.cap]
    if capped and total is not None and total > found.high:
        yield Hit(f"The sheet’s {total!s} exceeds what the cap on {capped[0].claim} leaves: {_sum(found.high)}. {' '.join(found.lines())}", "jurisdiction.amount.total", "Reckon with the cap.", "jurisdiction", ("classes", "claims"))
    biometric = [claim.id for claim in draft.matter.raw.claims if {"il-bipa-15b", "il-bipa-15d"} & set(claim.theories)]
    if biometric and amount.per == "violation":
        yield Hit(f"{biometric[0]}: the amount is reckoned by violation; since August 2, 2024 a person has one recovery for the same method.", "jurisdiction.amount.per", "Reckon by person.", "jurisdiction")
