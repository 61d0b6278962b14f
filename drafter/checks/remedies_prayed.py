"""Checks on what the prayer asks for: declarations, sums, orders, and relief that nothing opens."""

from __future__ import annotations

import re

from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    authorities,
    listed,
    named,
    sued_in,
)
from drafter.complaint import Draft
from drafter.complaint.views.relief import earned, unopened
from drafter.facts.values import known
from drafter.findings import Severity

_DOLLARS = re.compile(r"\$\s?[\d,]{4,}")


@check(
    "REL-008",
    "Declaration without a live dispute",
    Severity.WARNING,
    "frcp57",
    forum="federal",
    trait="declaration",
)
def no_dispute(draft: Draft) -> Found:
    """A declaratory claim is brought and the sheet does not say what the parties still disagree on."""
    relief = draft.matter.raw.relief
    for claim in no_dispute.claims(draft):
        if not (relief and known(relief.live_dispute)):
            yield Hit(
                f"{claim.id} seeks a declaration, and no present dispute is in the sheet.",
                "relief.live_dispute",
                "Say what the parties disagree on and will act on.",
                f"claim.{claim.id}",
                (f"claims.{claim.id}.theories",),
            )


@check(
    "REL-009",
    "Sum stated where the court forbids it",
    Severity.WARNING,
    "lr-nj",
    "lr-pamd",
    "lr-paed5",
    by_court={"federal": None, "state": None},
)
def sum_stated(draft: Draft) -> Found:
    """The court does not allow a sum for unliquidated damages in the prayer. A statutory sum, and the amount
    in controversy, are no such demand.
    """
    items = [(f"claims.{claim.id}.relief", one) for claim in draft.matter.raw.claims for one in claim.relief]
    items += [
        ("relief.further", one)
        for one in (draft.matter.raw.relief.further if draft.matter.raw.relief else [])
    ]
    for path, one in items:
        if one.kind in ("actual-damages", "punitive-damages", "other") and (
            known(one.amount) is not None or _DOLLARS.search(str(known(one.text) or ""))
        ):
            yield Hit(
                f"The {draft.matter.profile.district} does not allow a sum for unliquidated damages, and the"
                " prayer has one.",
                path,
                "Leave the sum out.",
                "prayer",
                ("court.id",),
            )


@check("REL-010", "Special damages not itemized", Severity.ADVICE, "frcp9g", forum="federal")
def not_itemized(draft: Draft) -> Found:
    """Rule 9(g) wants special damages specifically stated. An item has no sum."""
    for position, item in enumerate(
        draft.matter.raw.relief.special_damages if draft.matter.raw.relief else [], 1
    ):
        if not re.search(r"\d", str(item)):
            yield Hit(
                f"Special damages “{str(item)[:60]}” have no sum.",
                "relief.special_damages",
                "Give the sum of each item.",
                "prayer",
                (f"relief.special_damages.{position}",),
            )


@check("REL-011", "An order against one whom the claim does not sue", Severity.ERROR)
def order_against_another(draft: Draft) -> Found:
    """The words of an injunction name a defendant, and it is asked for on a claim that does not sue that
    defendant: the item of the prayer contradicts itself.
    """

    for item in earned(draft.matter.raw, draft.matter.theories, draft.matter.profile.minimum_barred):
        against: dict[tuple[str, ...], list[str]] = {}
        for view in draft.matter.claims if item.kind == "injunction" else []:
            sued = {defendant.id for defendant in sued_in(draft, view.raw)}
            meant = tuple(
                named(one)
                for one in draft.matter.raw.defendants
                if one.id not in sued and _orders(str(item.text), named(one))
            )
            if view.id in item.claims and meant and not view.defendants.asked:
                against.setdefault(meant, []).append(str(view.id))
        for meant, claims in against.items():
            told = (
                f"The injunction on {by_id(*claims)} orders {listed(meant)}, whom"
                f" {'that claim does' if len(claims) == 1 else 'those claims do'} not sue."
            )
            yield Hit(
                told,
                item.path,
                f"Give {by_id(*claims)} an injunction of its own under “relief”, or bring it against them"
                " too.",
                "prayer",
                tuple(f"claims.{own}.{name}" for own in claims for name in ("against", "relief")),
            )


def _orders(words: str, name: str) -> bool:
    """Whether an injunction binds the one called `name`: who is to do or stop something stands before the
    verb.
    """
    bound = re.match(
        r"\W*(?:an (?:injunction|order)"
        r" )?(?:requiring|ordering|directing|enjoining|forbidding|prohibiting|restraining|barring|compelling)"
        r"\s+(.*?)\s+(?:to|from)\b",
        words,
        re.I,
    )
    return bool(bound and re.search(rf"\b{re.escape(name)}\b", bound.group(1)))


@check("REL-012", "Relief left out because nothing pleads what opens it", Severity.ADVICE)
def not_opened(draft: Draft) -> Found:
    """The law gives some relief only on a further showing (an element that `opens` it in the cause’s file): a
    willful violation, a refusal in bad faith. The sheet has no fact behind
    that element, so that the draft does not plead it and does not ask for the relief. Silent where the sheet
    leaves the relief out itself.
    """
    for view in draft.matter.claims:
        left_out = {one.kind for one in view.raw.relief if one.omit}
        for cause in view.causes:
            closed = [
                (remedy, element)
                for remedy in cause.remedies
                if remedy.asked
                and remedy.kind not in left_out
                and (element := unopened(view.raw, cause, remedy))
            ]
            if closed:
                titles = dict.fromkeys(f"“{element.title}”" for _, element in closed)
                relief = dict.fromkeys(f"“{remedy.text}”" for remedy, _ in closed)
                told = (
                    f"{view.raw.id}: nothing supports {listed(titles)}, so that the draft does not ask for"
                    f" {listed(relief)}."
                )
                law = authorities(
                    one
                    for element in {str(element.id): element for _, element in closed}.values()
                    for one in element.law
                )
                path = f"claims.{view.raw.id}.elements.{closed[0][1].id}"
                yield Hit(
                    told,
                    path,
                    "Tie it to an allegation, or leave that relief out.",
                    f"claim.{view.raw.id}",
                    (f"claims.{view.raw.id}.relief",),
                    None,
                    law,
                )
