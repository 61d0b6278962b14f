"""Checks on core causes under the law of a State."""

from __future__ import annotations

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed
from drafter.complaint import Draft
from drafter.facts.states import STATE_NAMES
from drafter.findings import Severity

__all__ = ["to_be_confirmed"]


def to_be_confirmed(draft: Draft) -> frozenset[str]:
    """The blanks that ask to have a State’s law confirmed, as they are labelled."""
    every = (cause for own in draft.matter.theories.values() for cause in own)
    return frozenset(str(one) for cause in every for one in cause.unconfirmed)


@check(
    "LAW-005",
    "State law of a claim to be confirmed before filing",
    Severity.ERROR,
    "frcp11b",
    concern=Concern.SIGNATURE,
)
def law_to_be_confirmed(draft: Draft) -> Found:
    """A claim pleads a core cause under a State’s law, and drafter read no text of that law on a point of it:
    the draft has a blank there. It stands until a lawyer named in counsel is recorded under authorities as
    having read the citation, or the whole under the id of the cause, on a day. A claim that names no State
    is told of here too.
    """
    for claim in draft.matter.raw.claims:
        for cause in draft.matter.theories[claim.id]:
            if not cause.core or not cause.unconfirmed:
                continue
            state = STATE_NAMES.get(str(cause.jurisdiction), "")
            under = f"the law of {state}" if state else "no State’s law"
            fix = (
                "Read it, and enter it under authorities with name and day: its citation, or for all of it"
                f" “{cause.id}”."
            )
            yield Hit(
                f"{claim.id} pleads {cause.title} under {under}: {listed(map(str, cause.unconfirmed))}.",
                f"claims.{claim.id}.{'theories' if state else 'law'}",
                fix if state else "Name the State whose law governs under law.",
                f"claim.{claim.id}",
                ("authorities", "counsel", f"claims.{claim.id}.law"),
            )
