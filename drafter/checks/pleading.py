"""Checks on how claims are pleaded: who did what, and what a count takes up."""

from __future__ import annotations

import re

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    facts_under,
    listed,
    paths_of,
    sued_in,
    support_of,
)
from drafter.checks.support import bare_elements
from drafter.complaint import Draft
from drafter.facts.allegations import Allegation
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.tree.unknown import notes_of

_ALL = re.compile(r"\b[Dd]efendants\b")


def _nobody(draft: Draft, allegation: Allegation) -> bool:
    """Whether an allegation names no single actor: a group of defendants, or nobody where its text says
    “Defendants”.
    """
    groups = {group.id for group in draft.matter.raw.defendant_groups}
    own = [str(each) for each in (known(allegation.actor), *allegation.actors) if each]
    return (
        all(each in groups for each in own) if own else bool(_ALL.search(str(known(allegation.text) or "")))
    )


@check(
    "CLM-006",
    "Defendants lumped together in a fraud claim",
    Severity.WARNING,
    "swartz",
    "frcp9b",
    forum="federal",
    concern=Concern.EVIDENCE,
    formerly="allegations",
)
def lumped_in_fraud(draft: Draft) -> Found:
    """Rule 9(b) governs the claim, two defendants or more are sued on it, and its statements or facts name no
    single one of them. Where every statement has one speaker, the facts
    behind it may speak of several. Advice where the sheet pleads that one acted for another, or that they
    were one enterprise.
    """
    groups = {group.id for group in draft.matter.raw.defendant_groups}
    told = {statement.id: statement for statement in draft.matter.raw.statements}
    for claim in draft.matter.raw.claims:
        if len(sued_in(draft, claim)) < 2 or not any(
            cause.particularity for cause in draft.matter.theories[claim.id]
        ):
            continue
        lumped = [own for own in claim.statements if own in told and str(known(told[own].speaker)) in groups]
        if lumped or not any(own in told for own in claim.statements):
            lumped += [one.id for one in support_of(draft, claim) if _nobody(draft, one)]
        if lumped:
            yield Hit(
                f"{claim.id}: {listed(lumped[:4])} {'names' if len(lumped) == 1 else 'name'} no single"
                " defendant.",
                f"claims.{claim.id}",
                "Say what each defendant did.",
                f"claim.{claim.id}",
                (*facts_under(draft, claim), "statements", "agency"),
                Severity.ADVICE if draft.matter.raw.agency else None,
            )


@check(
    "CLM-007",
    "‘Defendants’ did everything",
    Severity.ADVICE,
    "weiland",
    "twiqbal",
    formerly="allegations",
)
def all_did_everything(draft: Draft) -> Found:
    """More than half of the facts about what was done name no single defendant, though two or more are sued.
    Ordinary for a family of companies; the Eleventh Circuit's rule
    against shotgun pleadings makes it costly. Silent where the sheet says that one acted for another.
    """
    defendants = [one for one in draft.matter.raw.defendants if one.kind != "does"]
    ours = {plaintiff.id for plaintiff in draft.matter.raw.plaintiffs}
    conduct = [
        one
        for one in draft.matter.allegations.values()
        if str(known(one.actor)) not in ours
        and (one.actor or one.actors or _ALL.search(str(known(one.text) or "")))
    ]
    nobody = [one.id for one in conduct if _nobody(draft, one)]
    if len(defendants) > 1 and not draft.matter.raw.agency and len(nobody) * 2 > len(conduct):
        yield Hit(
            f"{len(nobody)} of {len(conduct)} facts about conduct name no single defendant"
            f" ({listed(nobody[:3])}).",
            f"allegations.{nobody[0]}.actor",
            "Name who did what.",
            nobody[0],
            paths_of(nobody),
        )


@check(
    "CLM-008",
    "Shotgun: a count adopts every earlier count",
    Severity.ADVICE,
    "weiland",
    "frcp10",
    forum="federal",
)
def shotgun(draft: Draft) -> Found:
    """A count takes up everything above it, earlier counts among it. In the Eleventh Circuit that is a
    shotgun pleading; elsewhere it is ordinary under Rule 10(c). Silent for the
    first count.
    """
    for position, claim in enumerate(draft.matter.raw.claims):
        if position and claim.incorporates == "all-above":
            yield Hit(
                f"{claim.id} takes up every earlier count.",
                f"claims.{claim.id}.incorporates",
                "Let it take up the facts, and its predicates’ paragraphs where it has them.",
                f"claim.{claim.id}",
            )


@check(
    "CLM-009",
    "Shotgun: count does not say which defendant",
    Severity.WARNING,
    "weiland",
    "frcp10",
)
def against_whom(draft: Draft) -> Found:
    """There are two defendants or more and the claim names none, so that the draft says “all Defendants”.
    Silent with one defendant, where nothing is unclear.
    """
    defendants = [one for one in draft.matter.raw.defendants if one.kind != "does"]
    for claim in draft.matter.raw.claims:
        if len(defendants) > 1 and not claim.against and "against" not in notes_of(claim):
            yield Hit(
                f"{claim.id} does not say against which of {len(defendants)} defendants it is brought.",
                f"claims.{claim.id}.against",
                "Name them, all of them if it is all.",
                f"claim.{claim.id}",
                ("defendants",),
            )


@check(
    "CLM-012",
    "Equitable restitution with no inadequate-remedy fact",
    Severity.ADVICE,
    "sonner",
    "guzman",
    "ruiz",
    "frcp8d",
    forum="federal",
)
def adequate_remedy(draft: Draft) -> Found:
    """A claim seeks restitution in equity in federal court, and nothing says why damages are not enough. In
    the Ninth Circuit that is a ground of dismissal; elsewhere it is persuasive at most. Silent for what a
    statute itself gives, as the losses that 29 U.S.C. § 1109(a) has made good to a plan, and where the
    claim’s own element of an inadequate remedy rests on nothing, which CLM-001 tells.
    """
    relief = draft.matter.raw.relief
    if relief and known(relief.inadequate_remedy) is not None:
        return
    bare = bare_elements(draft)
    for view in draft.matter.claims:
        equity = any(
            one.kind == "restitution" and not one.of_right for cause in view.causes for one in cause.remedies
        )
        own = view.raw.elements.get("inadequate-remedy")
        answered = known(view.raw.inadequate_remedy) is not None or bool(own and own.allegations)
        answered |= f"claims.{view.raw.id}.elements.inadequate-remedy" in bare
        if equity and view.seeks("restitution") and not view.seeks("actual-damages") and not answered:
            yield Hit(
                f"{view.raw.id} seeks restitution in equity, and nothing says why damages are not enough.",
                f"claims.{view.raw.id}.inadequate_remedy",
                "Say why, in the alternative if need be.",
                f"claim.{view.raw.id}",
                ("relief.inadequate_remedy",),
            )
