"""Checks on the demand for a jury."""

from __future__ import annotations

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import authorities, listed
from drafter.complaint import Draft
from drafter.findings import Severity
from drafter.library.records import Law

_LEGAL = ("actual-damages", "statutory-damages", "treble-damages", "punitive-damages", "civil-penalties")


@check(
    "FORM-010",
    "Jury demand not recorded",
    Severity.WARNING,
    "frcp38",
    "lr-cand3",
    by_court={"state": Severity.ADVICE},
    rule="jury",
)
def jury_not_asked(draft: Draft) -> Found:
    """The sheet does not say whether a jury is demanded. A demand not made in time is waived: in federal
    court and in Illinois it goes with the complaint or soon after; elsewhere it is made
    later, and this is advice.
    """
    if draft.matter.raw.jury_demand is None and not draft.matter.jury_asked:
        yield Hit(
            "The sheet does not say whether a jury is demanded; one not demanded in time is waived.",
            "jury_demand",
            "Answer yes or no.",
            "jury",
        )


@check("FORM-011", "Jury demanded but every claim is equitable", Severity.ADVICE, "frcp38", "biweekly")
def equitable_jury(draft: Draft) -> Found:
    """A jury is demanded and no claim seeks damages or a penalty: nothing would go to it. Where courts strike
    the demand under a claim’s own statute, that is said, with what stands behind it.
    """
    matter = draft.matter
    if (
        not matter.jury
        or not matter.claims
        or any(view.seeks(kind) for view in matter.claims for kind in _LEGAL)
    ):
        return
    struck: dict[str, tuple[list[str], Law]] = {}
    for view in matter.claims:
        for law in (cause.no_jury for cause in view.causes if cause.no_jury):
            struck.setdefault(str(law.text), ([], law))[0].append(str(view.raw.id))
    said = "".join(f" {listed(dict.fromkeys(own))}: {text}." for text, (own, _) in struck.items())
    limited = not matter.jury_issues
    yield Hit(
        f"A jury is demanded, and every claim seeks equitable relief only.{said}",
        "jury_demand",
        "The demand is for all issues so triable, and there may be none: leave it out, or know why it stays."
        if limited
        else "Demand it on all issues so triable (leave the issues empty), or leave the demand out.",
        "jury",
        ("claims",),
        authority=authorities(law for _, law in struck.values()),
    )
