"""Checks on actions that a law takes away: a later statute, another claim’s law, an act under which no class
recovers.

What they look for stands in the data of causes (`withdrawn`, `conflicts`) and of States (`class_bars` of the
folder law).
"""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    authorities,
    cited,
    day,
    facts_under,
    filing_day,
    listed,
    named,
    sued_in,
    support_of,
    titled,
)
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.elements import is_pleaded
from drafter.facts.classes import CLASS_DEVICES, RepresentedGroup
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library import CauseOfAction
from drafter.library.records import Conflict, Withdrawal
from drafter.library.state_fields import states_that_say
from drafter.library.states import ClassBar


def _facts(draft: Draft, view: ClaimView) -> str:
    """The words of the facts that a claim rests on: its allegations and how they are applied."""
    told = [str(known(one) or "") for a in support_of(draft, view.raw) for one in (a.text, a.gist)]
    return " ".join(
        [*told, *(str(known(support.application) or "") for support in view.raw.elements.values())]
    )


def _names_conduct(draft: Draft, view: ClaimView, change: Withdrawal) -> bool:
    words = "|".join(re.escape(str(word)) for word in change.words)
    return bool(re.search(rf"\b(?:{words})", _facts(draft, view), re.I))


@check(
    "CLM-029",
    "Action that a later statute leaves to a public officer",
    Severity.ERROR,
    formerly="allegations",
)
def withdrawn(draft: Draft) -> Found:
    """A statute takes this private action away for some conduct (`withdrawn` of the cause’s file), and
    reaches actions already pending on the day from which it holds. The facts
    under the claim speak of that conduct. A warning where they do not say on what the device was used; silent
    where the planned filing lies before the actions that it reaches,
    and where none but a public body is sued.
    """
    filing = filing_day(draft)
    for view in draft.matter.claims:
        private = any(defendant.kind != "public-body" for defendant in sued_in(draft, view.raw))
        for change in [one for cause in view.causes for one in cause.withdrawn if private]:
            since, on = day(change.since), day(change.on)
            if filing and since and filing < since:
                continue
            found = _names_conduct(draft, view, change)
            from_day = f"From {on:%B} {on.day}, {on.year}" if on else "By a later statute"
            reached = (
                f", and in actions filed from {since:%B} {since.day}, {since.year} that are then pending"
                if since
                else ""
            )
            told = f"{view.raw.id}: {from_day}{reached}, only {change.to} may sue on {change.conduct}." + (
                "" if found else " The facts do not say that this was other conduct."
            )
            fix = (
                "Leave the claim out, or rest it on the law that the statute leaves alone."
                if found
                else "Say in the facts on what the device was used, or leave the claim out."
            )
            reads = (f"claims.{view.raw.id}.elements", *facts_under(draft, view.raw), "court.filing_date")
            yield Hit(
                told,
                f"claims.{view.raw.id}.theories",
                fix,
                f"claim.{view.raw.id}",
                reads,
                None if found else Severity.WARNING,
                authorities([change.law]),
            )


# --- claims that cancel each other out
# ------------------------------------------------------------------------------------------------------


class _Clash(NamedTuple):
    """A claim that the law of another, pleaded against the same defendants, takes away."""

    view: ClaimView
    other: ClaimView
    conflict: Conflict
    defendants: list[str]


def _stands(draft: Draft, view: ClaimView, cause: CauseOfAction, conflict: Conflict) -> bool:
    """Whether the claim pleads what the conflict takes away."""
    element = next((one for one in cause.elements if one.id == conflict.element), None)
    return element is None or is_pleaded(
        element, view.raw.elements.get(element.id), str(draft.matter.profile.system)
    )


def _clashes(draft: Draft) -> Iterator[_Clash]:
    for view in draft.matter.claims:
        for cause in view.causes:
            for conflict in [
                one
                for one in cause.conflicts
                if (one.fatal or one.borrowed) and _stands(draft, view, cause, one)
            ]:
                for other in view.predicate_claims if conflict.borrowed else draft.matter.claims:
                    sued = {defendant.id for defendant in sued_in(draft, other.raw)}
                    shared = [
                        named(defendant) for defendant in sued_in(draft, view.raw) if defendant.id in sued
                    ]
                    if shared and any(
                        conflict.cause in (theirs.id, theirs.family) for theirs in other.causes
                    ):
                        yield _Clash(view, other, conflict, shared)


@check("CLM-030", "Claim that another claim’s law takes away", Severity.ERROR)
def clash(draft: Draft) -> Found:
    """Two claims are pleaded against one defendant, and what the one must show takes that defendant, or its
    data, out of the other’s statute: the plaintiff pleads herself out of
    court (`conflicts` of the cause’s file). A warning where one is pleaded in the alternative to the other,
    and where the one borrows the violation of the other, whose statute gives it remedies of its own alone.
    """
    for view, other, conflict, defendants in _clashes(draft):
        apart = (
            conflict.borrowed
            or other.raw.id in view.raw.alternative_to
            or view.raw.id in other.raw.alternative_to
        )
        told = (
            f"{titled(view)} borrows the violation that {titled(other)} pleads: {conflict.note}."
            if conflict.borrowed
            else f"{titled(view)} and {titled(other)} are both pleaded against {listed(defendants)}:"
            f" {conflict.note}."
        )
        fix = (
            "Borrow another violation besides, or accept this with the ground on which it may be borrowed."
            if conflict.borrowed
            else "Leave one out, plead them in the alternative, or show the data and the conduct that the"
            " other law does not govern."
        )
        reads = (
            f"claims.{other.raw.id}.theories",
            f"claims.{view.raw.id}.against",
            f"claims.{other.raw.id}.against",
        )
        yield Hit(
            told,
            f"claims.{view.raw.id}.theories",
            fix,
            f"claim.{view.raw.id}",
            reads,
            Severity.WARNING if apart else None,
            authorities(conflict.law),
        )


# --- classes
# ------------------------------------------------------------------------------------------------------------


def _titled(view: ClaimView) -> str:
    return " ".join(
        [str(known(view.raw.title) or ""), *(f"{cause.title} {cause.citation}" for cause in view.causes)]
    )


def _under(view: ClaimView, state: str, bar: ClassBar) -> bool:
    """Whether a claim is brought under the act of `bar`, or as a claim under a consumer act by the law of its
    State.
    """
    if any(str(name).lower() in _titled(view).lower() for name in bar.names):
        return True
    return any(
        cause.consumer_act and (cause.jurisdiction == state or state in view.raw.law) for cause in view.causes
    )


def _of_residents(view: ClaimView, state: str, groups: list[RepresentedGroup]) -> bool:
    """Whether a claim under a consumer act is brought for a class of that State’s own people alone."""
    return any(cause.consumer_act for cause in view.causes) and any(
        list(map(str, group.states)) == [state] for group in groups
    )


@check("CLM-028", "Class under an act that allows none", Severity.ERROR, "shady")
def class_barred(draft: Draft) -> Found:
    """The consumer act of a State allows no class (`class_bars` of its file in the folder law), and the claim
    is brought for one: under that act, by that State’s law, or for a class
    of that State’s people alone, which is a warning where another State’s act is pleaded for them. In federal
    court some judges let Rule 23 govern in spite of such a bar, and others
    do not, above all where the act calls it substantive: accept the finding with that ground, or bring the
    claim for the plaintiffs alone.
    """
    every = {group.id: group for group in draft.matter.raw.classes if group.device in CLASS_DEVICES}
    states = states_that_say(draft.matter.library, "class_bars") if every else []
    for view in draft.matter.claims:
        groups = [every[own] for own in view.raw.for_ if own in every]
        for state in states if groups else []:
            law = draft.matter.library.law_of(state)
            for bar in law.class_bars if law else []:
                under = _under(view, state.upper(), bar)
                if under or _of_residents(view, state.upper(), groups):
                    yield _barred(draft, view, bar, under)


def _barred(draft: Draft, view: ClaimView, bar: ClassBar, under: bool) -> Hit:
    ground = (
        f" {cited(draft, 'frcp23a', 'whole')} may govern in federal court; the courts are split."
        if draft.matter.profile.system == "federal"
        else ""
    )
    whose = "" if under else f" Its class is of that State’s people, whose own act is the {bar.act}:"
    told = f"{view.raw.id} is brought for a class.{whose} Under the {bar.act} {bar.text}.{ground}"
    fix = (
        "Bring it for the plaintiffs alone, or accept this with the ground on which"
        f" {cited(draft, 'frcp23a', 'whole')} governs."
        if under
        else "Say which State’s law governs, and leave the class out where it is that one."
    )
    reads = ("court.id", f"claims.{view.raw.id}.law", f"claims.{view.raw.id}.theories", "classes")
    return Hit(
        told,
        f"claims.{view.raw.id}.for",
        fix,
        f"claim.{view.raw.id}",
        reads,
        None if under else Severity.WARNING,
        authorities(bar.law),
    )
