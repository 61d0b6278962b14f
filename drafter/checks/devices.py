"""The check on the device on which a claim goes: class, collective, the State's proxy."""

from __future__ import annotations

from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import cited
from drafter.complaint import Draft
from drafter.facts.classes import CLASS_DEVICES
from drafter.findings import Severity

_DEVICES = {"opt-in-collective": ("flsa-collective",), "state-proxy": ("paga",)}
_CALLED = {
    "opt-in-collective": "a collective (device: flsa-collective)",
    "state-proxy": "aggrieved employees (device: paga)",
}


@check(
    "CLM-017",
    "Law that forbids or limits this class, or wants another device",
    Severity.ERROR,
    "flsa216",
    "cplr901b",
    "gbl349",
    "shady",
)
def wrong_device(draft: Draft) -> Found:
    """A collective opts in and is no class; the State’s proxy seeks penalties for no class; and a class claim
    needs a class. In the courts of New York CPLR 901(b) keeps a class
    from recovering a statutory minimum or penalty that the statute does not itself give to classes: the draft
    asks for actual damages in its place, and this is a warning that says
    so. In federal court Rule 23 governs (Shady Grove). Silent where the sheet leaves the minimum out itself,
    or brings the claim for the plaintiffs alone.
    """
    for claim in draft.matter.claims:
        if claim.barred:
            told = (
                f"{claim.id}: {cited(draft, 'cplr901b', 'main')} keeps a class from the statutory"
                " minimum here. The draft asks for"
                " actual damages alone on this claim."
            )
            yield Hit(
                told,
                f"claims.{claim.id}.relief",
                "Leave it so, bring the claim for the plaintiffs alone, or file in federal court.",
                f"claim.{claim.id}",
                ("court.id", f"claims.{claim.id}.for"),
                Severity.WARNING,
            )
    devices = {group.id: group.device for group in draft.matter.raw.classes}
    for claim in draft.matter.claims:
        fitting = _DEVICES.get(claim.kind, CLASS_DEVICES)
        for own in claim.raw.for_:
            if devices.get(own) not in fitting and devices.get(own) in (
                *CLASS_DEVICES,
                "flsa-collective",
                "paga",
            ):
                wanted = _CALLED.get(claim.kind, "a class")
                yield (
                    f"{claim.id} is brought for {by_id(own)}; it wants {wanted}.",
                    f"claims.{claim.id}.for",
                    "Name a group of the right device.",
                    f"claim.{claim.id}",
                )
