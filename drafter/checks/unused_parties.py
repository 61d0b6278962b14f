"""Checks on who stands in the sheet and in no claim."""

from __future__ import annotations

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed, named, plaintiffs_of, sued_in
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity


@check("CLM-025", "Party or class that no claim names", Severity.WARNING)
def no_claim_names(draft: Draft) -> Found:
    """A plaintiff who brings no claim, a defendant against whom none is brought, a class for which none is:
    the prayer asks for or of them what no count earns. Fictitious defendants may
    stand without a count.
    """
    matter = draft.matter.raw
    suing = {own.id for claim in matter.claims for own in plaintiffs_of(draft, claim)}
    sued = {defendant.id for claim in matter.claims for defendant in sued_in(draft, claim)}
    for plaintiff in matter.plaintiffs:
        if plaintiff.id not in suing:
            yield Hit(
                f"{named(plaintiff)} brings no claim.",
                f"plaintiffs.{plaintiff.id}",
                "Name the plaintiff under “by” of a claim, or leave the plaintiff out.",
                "parties",
                ("claims",),
            )
    for defendant in matter.defendants:
        if defendant.id not in sued:
            yield Hit(
                f"{named(defendant)} {'are' if defendant.kind == 'does' else 'is'} sued, and no claim says"
                " so.",
                f"defendants.{defendant.id}",
                "Name it under “against” of a claim, or leave it out: it may be a non-party.",
                "parties",
                ("claims",),
                Severity.ADVICE if defendant.kind == "does" else None,
            )
    brought = {own for claim in matter.claims for own in claim.for_}
    idle = [group for group in matter.classes if group.id not in brought]
    if idle:
        names = listed([f"the {known(group.name) or group.id}" for group in idle])
        yield Hit(
            f"No claim is brought for {names}, and the prayer does not ask for certification of"
            f" {'it' if len(idle) == 1 else 'them'}.",
            f"classes.{idle[0].id}",
            "Name what claims are brought for under “for”, or leave it out.",
            "classes",
            ("claims", *(f"classes.{group.id}" for group in idle[1:])),
        )
