"""Checks on parties, jurisdiction and classes."""

from __future__ import annotations

from drafter.checks.registry import Found, check
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Authority, Severity


@check("JUR-014", "‘Resident’ where citizenship is needed", Severity.ERROR, Authority("28 U.S.C. § 1332(a), (d)", "text_read", "release point 119-73 (2026-03-26)"))
def resident_not_citizen(draft: Draft) -> Found:
    """Diversity, ordinary or under CAFA, turns on citizenship. A plaintiff has a residence in the sheet and no citizenship."""
    grounds = draft.matter.raw.jurisdiction.grounds if draft.matter.raw.jurisdiction else []
    if not {"cafa", "diversity"} & set(grounds):
        return
    for plaintiff in draft.matter.raw.plaintiffs:
        if plaintiff.kind in ("individual", "minor", "pseudonym", "estate") and known(plaintiff.citizenship) is None:
            yield (
                f"{known(plaintiff.name) or plaintiff.id} has no citizenship in the sheet; a residence does not show it.",
                f"plaintiffs.{plaintiff.id}.citizenship", "Ask for domicile: where the client lives and means to stay.", "parties",
            )  # fmt: skip


@check("JUR-015", "Corporation lacks State of incorporation or principal place of business", Severity.ERROR, Authority("28 U.S.C. § 1332(c)(1)", "text_read", "release point 119-73 (2026-03-26)"))
def corporate_citizenship(draft: Draft) -> Found:
    """A corporation is a citizen of its State of incorporation and of the State of its principal place of business: both are pleaded."""
    for defendant in draft.matter.raw.defendants:
        if defendant.kind != "corporation":
            continue
        if known(defendant.incorporated_in) is None or defendant.principal_place_of_business is None or known(defendant.principal_place_of_business.state) is None:
            yield f"{known(defendant.name) or defendant.id}: both States of a corporation’s citizenship are needed.", f"defendants.{defendant.id}", "Read the Secretary of State’s record.", "parties"


@check("JUR-016", "Corporate citizenship not checked against a public record", Severity.ADVICE)
def corporation_unchecked(draft: Draft) -> Found:
    """The date on which a corporate defendant's registration was looked up is not in the sheet."""
    for defendant in draft.matter.raw.defendants:
        if defendant.kind in ("corporation", "llc", "partnership") and known(defendant.checked) is None:
            yield f"{known(defendant.name) or defendant.id}: its registration has not been checked.", f"defendants.{defendant.id}.checked", "Look it up and enter the date.", "parties"
