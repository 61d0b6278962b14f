"""Checks on what securities, wage and discrimination laws want with the complaint: certifications, early
notice, consents, a charge in time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import cited, day, filing_day, listed, named
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity


def _securities(draft: Draft) -> bool:
    return any(
        "securities" in cause.traits
        for claim in draft.matter.claims
        if claim.raw.for_
        for cause in claim.causes
    )


def _without_paper(draft: Draft, kind: str) -> list[Any]:
    signed = {
        str(own)
        for paper in draft.matter.raw.filing_package
        if paper.kind == kind and paper.ready
        for own in paper.by or [p.id for p in draft.matter.raw.plaintiffs]
    }
    return [p for p in draft.matter.raw.plaintiffs if p.id not in signed]


@check("PRE-012", "PSLRA certification missing", Severity.ERROR, "pslra34", "pslra33", forum="federal")
def no_certification(draft: Draft) -> Found:
    """Each plaintiff in a securities class action files a sworn certification with the complaint: reviewed
    and authorized, no purchase at counsel's direction, willing to serve, all
    trades in the class period, suits of the past three years, no extra payment.
    """
    without = _without_paper(draft, "pslra-certification") if _securities(draft) else []
    if without:
        yield Hit(
            f"{listed(map(named, without))} {'has' if len(without) == 1 else 'have'} no signed PSLRA"
            " certification among the papers.",
            "filing_package",
            "Prepare it, with all trades in the class period.",
            "",
            tuple(f"plaintiffs.{plaintiff.id}" for plaintiff in without),
        )


@check(
    "PRE-013", "PSLRA certification does not match the sheet", Severity.WARNING, "pslra34", forum="federal"
)
def trades_outside(draft: Draft) -> Found:
    """A plaintiff's trade lies outside the period of a class it represents."""
    groups = {group.id: group for group in draft.matter.raw.classes if group.period}
    for plaintiff in draft.matter.raw.plaintiffs if _securities(draft) else []:
        for own in plaintiff.represents:
            period = groups[own].period if own in groups else None
            start, end = (day(period.from_), day(period.through, latest=True)) if period else (None, None)
            out = [
                str(known(t.date))
                for t in plaintiff.trades
                if (when := day(t.date)) and ((start and when < start) or (end and when > end))
            ]
            if out:
                yield Hit(
                    f"{named(plaintiff)}: trades on {listed(out)} lie outside the class period.",
                    f"plaintiffs.{plaintiff.id}.trades",
                    "Check the certification against the period.",
                    "",
                    (f"classes.{own}.period",),
                )


@check("PRE-014", "PSLRA early notice within 20 days", Severity.ADVICE, "pslra34", "pslra33", forum="federal")
def early_notice(draft: Draft) -> Found:
    """In a securities class action notice is published within 20 days of filing; the day is reckoned from the
    planned filing date.
    """
    filing = filing_day(draft)
    if _securities(draft):
        due = filing + timedelta(days=20) if filing else None
        told = f" It would be due on {due:%B} {due.day}, {due.year}." if due else ""
        yield Hit(
            f"Notice of a securities class action is published within 20 days of filing.{told}",
            "court.filing_date",
            "Have it ready on the day of filing.",
            "",
            ("claims",),
        )


@check("PRE-015", "FLSA: written consents not in the package", Severity.ERROR, "flsa216", "flsa256", "frye")
def no_consent(draft: Draft) -> Found:
    """In a collective action no employee is a party without a written consent filed in the court, and even
    the named plaintiffs' time runs until theirs are: in State courts too, where the
    Act may be sued on as well.
    """
    if any(cause.kind == "opt-in-collective" for claim in draft.matter.claims for cause in claim.causes):
        without = _without_paper(draft, "flsa-consent")
        if without:
            yield Hit(
                f"The written {'consent' if len(without) == 1 else 'consents'} of"
                f" {listed(map(named, without))} {'is' if len(without) == 1 else 'are'} not among the"
                " papers.",
                "filing_package",
                "File it with the complaint; the time runs until then.",
                "",
                tuple(f"plaintiffs.{plaintiff.id}" for plaintiff in without),
            )


@check("PRE-016", "Administrative charge too old", Severity.WARNING, forum="federal")
def charge_too_old(draft: Draft) -> Found:
    """A charge with an agency has no right-to-sue date in the sheet, or the planned filing lies more than 90
    days after it.
    """
    filing = filing_day(draft)
    for notice in draft.matter.raw.notices:
        if notice.kind != "agency-charge" or cited(draft, "paga", "notice") in str(
            known(notice.statute) or ""
        ):
            continue
        letter = day(notice.right_to_sue)
        if letter is None:
            yield Hit(
                f"The charge {notice.id} has no right-to-sue letter in the sheet.",
                f"notices.{notice.id}.right_to_sue",
                "Enter its day; the time to sue runs from it.",
            )
        elif filing and (filing - letter).days > 90:
            yield Hit(
                f"The right-to-sue letter of {notice.id} is {(filing - letter).days} days older than the"
                " planned filing.",
                f"notices.{notice.id}.right_to_sue",
                "File within 90 days of the letter, or record why the time did not run.",
                "",
                ("court.filing_date",),
            )
