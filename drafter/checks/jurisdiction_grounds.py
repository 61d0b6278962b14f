"""Checks on federal questions and supplemental jurisdiction, on removal, and on what only one court may
hear.
"""

from __future__ import annotations

from drafter.checks.engine.conditions import ground, grounds
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.jurisdiction_cafa import concerns_securities, top_classes
from drafter.checks.lookups import authority, cited, citizens, listed, named
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity


@check(
    "JUR-018",
    "Federal question named but no federal claim",
    Severity.ERROR,
    "1331",
    forum="federal",
    when=ground("federal-question"),
)
def no_federal_claim(draft: Draft) -> Found:
    """The sheet relies on § 1331, and no claim arises under federal law. A State claim that embeds a federal
    issue is rare: accept the finding with the reason.
    """
    if not any(claim.is_federal for claim in draft.matter.claims):
        yield Hit(
            "The sheet relies on federal-question jurisdiction, and no claim arises under federal law.",
            "jurisdiction.grounds",
            "Choose CAFA or diversity, or add the federal claim.",
            "jurisdiction",
            ("claims",),
        )


@check(
    "JUR-019",
    "Supplemental jurisdiction rests on a federal claim alone",
    Severity.ADVICE,
    "1367",
    "royalcanin",
    forum="federal",
    when=ground("federal-question"),
)
def only_supplemental(draft: Draft) -> Found:
    """The State claims depend on § 1367. An amendment that drops the federal claims ends jurisdiction over
    the rest. Silent where CAFA or diversity is pleaded too.
    """
    if "supplemental" in grounds(draft) and not {"cafa", "diversity"} & grounds(draft):
        state = [claim.raw.id for claim in draft.matter.claims if not claim.is_federal]
        carved = any(concerns_securities(cause) for own in draft.matter.theories.values() for cause in own)
        fix = (
            f"{cited(draft, '1332d9', 'main')} keeps claims on covered securities, on a"
            " corporation’s internal affairs and on the"
            " rights of a security out of CAFA: see whether diversity is open."
            if carved
            else "Plead CAFA too, if its facts are there."
        )
        if state and draft.matter.raw.classes:
            law = (authority(draft, "1332d9"),) if carved else ()
            yield Hit(
                f"Jurisdiction over {by_id(*state)} rests on {cited(draft, '1367', 'main')} alone;"
                " an amendment that drops the"
                " federal claims would end it.",
                "jurisdiction.grounds",
                fix,
                "jurisdiction",
                ("claims",),
                None,
                law,
            )


@check(
    "JUR-020",
    "Supplemental jurisdiction not pleaded",
    Severity.ERROR,
    "1367",
    forum="federal",
    when=ground("federal-question"),
)
def supplemental_missing(draft: Draft) -> Found:
    """There are State claims beside a federal question, and no ground reaches them."""
    state = [claim.raw.id for claim in draft.matter.claims if not claim.is_federal]
    if state and not {"supplemental", "cafa", "diversity"} & grounds(draft):
        yield Hit(
            f"No ground of jurisdiction reaches {by_id(*state)}, under State law.",
            "jurisdiction.grounds",
            f"Add supplemental: {cited(draft, '1367', 'main')}.",
            "jurisdiction",
            ("claims",),
        )


@check(
    "JUR-021",
    "Magnuson-Moss: fewer than 100 named plaintiffs",
    Severity.WARNING,
    "mmwa",
    "floyd",
    "rowland",
    forum="federal",
)
def few_warranty_plaintiffs(draft: Draft) -> Found:
    """A Magnuson-Moss class claim in federal court needs at least 100 named plaintiffs. The Third and Ninth
    Circuits hold that CAFA does not excuse it.
    """
    number = len(draft.matter.raw.plaintiffs)
    for claim in draft.matter.raw.claims:
        least = max((one.least_plaintiffs or 0 for one in draft.matter.theories[claim.id]), default=0)
        if claim.for_ and number < least:
            yield Hit(
                f"{claim.id}: a Magnuson-Moss class claim in federal court needs {least} named plaintiffs;"
                " there"
                f" {'is' if number == 1 else 'are'} {number}.",
                f"claims.{claim.id}",
                "Drop it and plead the State warranty claims, or file in State court.",
                f"claim.{claim.id}",
                ("plaintiffs",),
            )


@check("JUR-022", "State-court filing that is removable", Severity.ADVICE, "1453", "knowles", forum="state")
def removable(draft: Draft) -> Found:
    """The case is drafted for a State court, and a class member's citizenship differs from a defendant's
    while the classes have 100 members or more: expect removal under CAFA
    if the amount exceeds $5,000,000. A promise to seek less does not stop it.
    """
    classes = top_classes(draft)
    size = sum((group.numerosity.high or group.numerosity.low or 0) for group in classes if group.numerosity)
    worded = any(group.numerosity and known(group.numerosity.words) for group in classes)
    pairs = [
        (citizens(plaintiff), citizens(defendant))
        for plaintiff in draft.matter.raw.plaintiffs
        for defendant in draft.matter.raw.defendants
    ]
    diverse = any(ours and theirs and not ours & theirs for ours, theirs in pairs) or any(
        group.numerosity and not group.states for group in classes
    )
    if classes and diverse and (size >= 100 or worded):
        yield Hit(
            "The classes have 100 members or more, of other citizenship than a defendant: the case is"
            " removable under CAFA if more than $5,000,000 is in controversy.",
            "court.id",
            "Decide for a State-only class, or be ready to be removed.",
            "",
            ("classes", "plaintiffs", "defendants"),
        )


@check("JUR-023", "No concrete injury for federal court", Severity.WARNING, "transunion", forum="federal")
def no_concrete_injury(draft: Draft) -> Found:
    """A claim seeks a statutory sum and the plaintiff's only injury for it is a risk of future harm, or of an
    unnamed kind. A federal court may remand or dismiss; a State
    court may not mind.
    """
    for view in draft.matter.claims:
        if not view.seeks("statutory-damages"):
            continue
        for plaintiff in draft.matter.raw.plaintiffs:
            injuries = [
                one
                for one in (plaintiff.experience.injuries if plaintiff.experience else [])
                if not one.claims or view.raw.id in one.claims
            ]
            if (
                injuries
                and all(one.kind in ("future-risk", "other") for one in injuries)
                and plaintiff.id in view.plaintiffs.ids
            ):
                yield Hit(
                    f"{view.raw.id}: {named(plaintiff)} has no concrete harm in the sheet, only"
                    f" {listed(sorted({one.kind for one in injuries}))}.",
                    f"plaintiffs.{plaintiff.id}.experience.injuries",
                    "Add the harm, if there is one, or consider State court.",
                    "standing",
                    (f"claims.{view.raw.id}",),
                )


@check("JUR-024", "Claim that only a federal court may hear", Severity.ERROR, forum="state")
def federal_alone(draft: Draft) -> Found:
    """The case is drafted for a State court, and the library holds a statute that gives the federal courts
    exclusive jurisdiction of one of its claims: the State court must dismiss
    it. The library need not hold every such statute.
    """
    for claim in draft.matter.raw.claims:
        law = next((cause.exclusive for cause in draft.matter.theories[claim.id] if cause.exclusive), None)
        if law:
            yield Hit(
                f"{claim.id}: only a federal court may hear it ({law.cite}).",
                f"claims.{claim.id}",
                "File in federal court, or leave the claim out.",
                f"claim.{claim.id}",
                ("court.id",),
            )
