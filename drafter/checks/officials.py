"""Checks on persons sued for what they did in an office: the capacity in which they are sued."""

from __future__ import annotations

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import named, sued_in
from drafter.checks.public_offices import MONEY
from drafter.complaint import Draft
from drafter.findings import Severity

__all__ = ["capacity_against_relief"]


@check(
    "DEF-011",
    "Official sued in a capacity that does not carry the relief",
    Severity.WARNING,
    "young",
    "graham",
    "will",
)
def capacity_against_relief(draft: Draft) -> Found:
    """A suit against an official in the official capacity is one against the body, which may be immune from
    damages; an order on what the office is to do lies in that capacity. An official is sued in the individual
    capacity alone, and no claim asks that person for money; or in the official capacity alone, and one does.
    """
    for defendant in draft.matter.raw.defendants:
        if len(defendant.capacity) != 1:
            continue
        views = [
            view
            for view in draft.matter.claims
            if any(one.id == defendant.id for one in sued_in(draft, view.raw))
        ]
        money = [view for view in views if any(view.seeks(kind) for kind in MONEY)]
        orders = any(view.seeks(kind) for view in views for kind in ("injunction", "declaration"))
        if defendant.capacity == ["individual"] and views and orders and not money:
            told = (
                f"{named(defendant)} is sued in the individual capacity alone, and the claims ask for no"
                " money: an order on what the office is to do lies in the official capacity."
            )
            fix = "Add the official capacity, or the money that the person is to pay."
        elif defendant.capacity == ["official"] and money:
            told = (
                f"{named(defendant)} is sued in the official capacity alone, and the claims ask for money:"
                " that is a suit against the body, which may be immune."
            )
            fix = "Add the individual capacity, or ask for an order alone."
        else:
            continue
        yield Hit(
            told,
            f"defendants.{defendant.id}.capacity",
            fix,
            "parties",
            tuple(f"claims.{view.raw.id}.relief" for view in views),
        )
