"""The amount in controversy, reckoned step by step from the sheet and the causes' own sums, and as the
pleading states it.

Members times the sum for each; a cap on what a class recovers applied; of claims for one loss the largest,
not their sum; three times an actual loss only in the highest figure. Interest and costs are left out (28
U.S.C. § 1332(d)(2)).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Callable, Iterator, NamedTuple

from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.matter_claims import MatterClaims
from drafter.facts.classes import CLASS_DEVICES, RepresentedGroup
from drafter.facts.values import known
from drafter.library import Remedy

__all__ = ["AmountInControversy", "ClaimAmount", "amount_in_controversy", "dollars"]

_CAP = re.compile(r"lesser of \$([\d,]+)")


class ClaimAmount(NamedTuple):
    """What one claim is worth for one class: three sums in dollars, the sum before a cap, the cap (0: none),
    the working in words, and as a clause
    of the pleading in which “{members}” stands for the members of the class, and the class that this one is
    part of.
    """

    claim: str
    group: str
    low: Decimal
    likely: Decimal
    high: Decimal
    uncapped: Decimal
    cap: Decimal
    words: str
    pleaded: str
    top: str


class AmountInControversy(NamedTuple):
    """The steps, and the sums over the classes of what the largest of them comes to at least, most likely and
    at most.
    """

    steps: tuple[ClaimAmount, ...]
    low: Decimal
    likely: Decimal
    high: Decimal

    def largest(self) -> list[ClaimAmount]:
        """The step that counts for each class: of those for one loss the largest, in the order of the
        claims.
        """
        best: dict[str, ClaimAmount] = {}
        for step in self.steps:
            if step.top not in best or step.likely > best[step.top].likely:
                best[step.top] = step
        return [step for step in self.steps if step in best.values()]

    def pleaded(self, matter: MatterClaims) -> str:
        """The working in sentences of a pleading; empty without steps."""
        told = []
        for step in self.largest():
            members = " and ".join(matter.members_of([step.group]))
            told.append(
                f"O{matter.on_claims([claim for claim in matter.claims if claim.id == step.claim])[1:]},"
                f" {step.pleaded.format(members=members)}."
            )
        return (
            " ".join(
                [
                    *told,
                    (
                        f"At least {dollars(self.likely)} is therefore in controversy, exclusive of interest"
                        " and costs."
                    ),
                ]
            )
            if told
            else ""
        )

    def lines(self, named: Callable[[str], str] = str) -> list[str]:
        """The working, a step a line; `named` gives what a claim or class is called for its id."""
        total = f"Together (for each class its largest claim, not the sum): {dollars(self.likely)}" + (
            f", between {dollars(self.low)} and {dollars(self.high)}" if self.low != self.high else ""
        )
        return (
            [
                *(f"{named(step.claim)}, {named(step.group)}: {step.words}" for step in self.steps),
                f"{total}, exclusive of interest and costs.",
            ]
            if self.steps
            else []
        )


def dollars(amount: Decimal) -> str:
    """“$5,000,000”."""
    return f"${amount:,.0f}"


def amount_in_controversy(matter: MatterClaims) -> AmountInControversy:
    """The amount in controversy as far as the sheet and the causes give sums; no steps where they give
    none.
    """
    groups = {group.id: group for group in matter.raw.classes if group.device in CLASS_DEVICES}
    steps = [
        step._replace(top=_top(groups, own))
        for view in matter.claims
        for own in view.raw.for_
        if own in groups
        for step in _of_claim(matter, view, groups[own])
    ]
    of_class: dict[str, list[ClaimAmount]] = {}
    for step in steps:
        of_class.setdefault(step.top, []).append(step)
    amount = matter.raw.jurisdiction.amount if matter.raw.jurisdiction else None
    extra = Decimal(known(amount.injunction_value) or 0) if amount else Decimal(0)
    low, likely, high = (
        sum((max(getattr(step, name) for step in there) for there in of_class.values()), extra)
        for name in ("low", "likely", "high")
    )
    return AmountInControversy(tuple(steps), low, likely, high)


def _top(groups: dict[str, RepresentedGroup], own: str) -> str:
    """The class that `own` is part of, directly or not; of classes that are each part of the other, the
    first named.
    """
    above = [own]
    while (parent := str(known(groups[above[-1]].subclass_of) or "")) in groups:
        if parent in above:
            return min(above[above.index(parent) :], key=list(groups).index)
        above.append(parent)
    return above[-1]


def _size(matter: MatterClaims, group: RepresentedGroup) -> tuple[int, int]:
    """The members of a class: at least, at most; the sheet's count for the whole case where the class has
    none.
    """
    count = group.numerosity
    amount = matter.raw.jurisdiction.amount if matter.raw.jurisdiction else None
    low = (count.low if count else None) or (amount.members if amount else None) or 0
    return low, max((count.high if count else None) or low, low)


def _of_claim(matter: MatterClaims, view: ClaimView, group: RepresentedGroup) -> Iterator[ClaimAmount]:
    """The step of one claim for one class: its statutory sum, else the sheet's loss for each member."""
    low, high = _size(matter, group)
    remedies = [remedy for cause in view.causes for remedy in cause.remedies]
    sums = [
        r
        for r in remedies
        if r.kind == "statutory-damages" and known(r.amount) is not None and view.seeks("statutory-damages")
    ]
    statutory = max(sums, key=lambda remedy: _worth(view, group, remedy, low), default=None)
    if statutory is not None and (low or statutory.per == "case"):
        yield _statutory(view, group, statutory, low, high)
    elif low:
        yield from _loss(
            matter,
            view,
            group,
            (low, high),
            any(r.kind == "treble-damages" for r in remedies) and view.seeks("treble-damages"),
        )


def _worth(view: ClaimView, group: RepresentedGroup, remedy: Remedy, low: int) -> Decimal:
    """What a statutory sum comes to for the class at least: of theories pleaded together the best one counts,
    not the first.
    """
    return _statutory(view, group, remedy, low, low).likely


def _statutory(view: ClaimView, group: RepresentedGroup, remedy: Remedy, low: int, high: int) -> ClaimAmount:
    each = Decimal(known(remedy.amount) or 0)
    found = _CAP.search(str(remedy.class_cap or ""))
    cap = Decimal(found.group(1).replace(",", "")) if found else Decimal(0)
    if remedy.per == "case":
        least, most, words = each, each, f"{dollars(each)} for the case"
        pleaded = f"{remedy.cite} allows as much as {dollars(each)} in a class action"
    else:
        per = {"violation": "member, one violation each", "day": "member, one day each"}.get(
            str(remedy.per), "member"
        )
        least, most = each * low, each * high
        members, sums = (
            (f"{low:,}", dollars(least))
            if low == high
            else (f"{low:,} to {high:,}", f"{dollars(least)} to {dollars(most)}")
        )
        words = f"{members} members × {dollars(each)} for each {per} = {sums}"
        one = {"violation": ", each with one violation,", "day": ", each with one day,"}.get(
            str(remedy.per), ""
        )
        pleaded = (
            f"{remedy.cite} allows {dollars(each)} for each {str(remedy.per or 'person')}, which for"
            f" {_at_least(low)}{{members}}{one} comes to {dollars(least)}"
        )
        pleaded += f", and is capped for a class at {dollars(cap)}" if cap and least > cap else ""
    if cap and most > cap:
        words += f", capped for the class at {dollars(cap)}"
    words += f" ({remedy.cite})" if remedy.cite else ""
    capped = [min(amount, cap) if cap else amount for amount in (least, most)]
    return ClaimAmount(
        view.raw.id, group.id, capped[0], capped[0], capped[1], most, cap, words, pleaded, group.id
    )


def _loss(
    matter: MatterClaims, view: ClaimView, group: RepresentedGroup, size: tuple[int, int], treble: bool
) -> Iterator[ClaimAmount]:
    amount = matter.raw.jurisdiction.amount if matter.raw.jurisdiction else None
    likely = (
        Decimal(known(amount.per_member_likely) or known(amount.per_member_low) or 0)
        if amount
        else Decimal(0)
    )
    if amount is None or not likely:
        return
    least, most = (
        Decimal(known(amount.per_member_low) or likely),
        Decimal(known(amount.per_member_high) or likely),
    )
    words = f"{size[0]:,} members × {dollars(likely)} lost by each = {dollars(likely * size[0])}" + (
        "; three times that at most" if treble else ""
    )
    top = most * size[1] * (3 if treble else 1)
    pleaded = (
        f"{dollars(likely)} is in controversy for each of {_at_least(size[0])}{{members}}, or"
        f" {dollars(likely * size[0])} in all"
    )
    yield ClaimAmount(
        view.raw.id,
        group.id,
        least * size[0],
        likely * size[0],
        top,
        top,
        Decimal(0),
        words,
        pleaded,
        group.id,
    )


def _at_least(members: int) -> str:
    return f"at least {members:,} "
