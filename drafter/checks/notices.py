"""Checks on what the law wants before suit: notices, what they say, and waiting periods."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Iterator

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import authorities, filing_day, listed, plaintiffs_of
from drafter.checks.periods import limits
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.relief import excused, given, withheld
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library import CauseOfAction, GatingNotice


def _wanted(draft: Draft, gating: bool) -> Iterator[tuple[ClaimView, CauseOfAction, GatingNotice]]:
    """Each notice that a cause of a claim wants: those that open some relief, or those that open the claim
    itself.
    """
    for claim in draft.matter.claims:
        for cause in claim.causes:
            for notice in cause.pre_suit:
                if bool(notice.gates) == gating:
                    yield claim, cause, notice


def _early(draft: Draft, claim: ClaimView, notice: GatingNotice) -> Iterator[str]:
    """How a notice was given too late before filing, where both days are known."""
    court = draft.matter.raw.court
    filed = _day(known(court.filing_date) if court else None)
    for sent in given(draft.matter.raw, claim.raw, str(notice.statute)):
        day = _day(known(sent.received)) or _day(known(sent.sent))
        if (
            filed
            and day
            and notice.days
            and day + timedelta(days=notice.days) > filed
            and not _cut_short(draft, claim, notice, day + timedelta(days=notice.days))
        ):
            yield (
                f"{claim.id}: {notice.days} days from {day:%B} {day.day}, {day.year} have not run by the"
                f" filing date. {notice.statute}."
            )


def _cut_short(draft: Draft, claim: ClaimView, notice: GatingNotice, due: date) -> bool:
    """Whether the law excuses waiting until `due`, since the time to sue ends before."""
    return notice.excused_by_limitations and any(
        limit.end < due for limit in limits(draft) if limit.view.id == claim.id
    )


def _day(event: Any) -> date | None:
    try:
        return date.fromisoformat(str(event.iso if hasattr(event, "iso") else event)) if event else None
    except ValueError:
        return None


_GENERAL = "PRE-011"
"""The check of a notice that has none of its own."""


def _asks_for_gated(claim: ClaimView, cause: CauseOfAction, notice: GatingNotice) -> bool:
    """Whether the sheet seeks something that `notice` opens: it leaves out none of it, or not all."""
    left_out = {sought.kind for sought in claim.raw.relief if sought.omit}
    return any(
        remedy.kind not in left_out for remedy in cause.remedies if remedy.id in notice.gates and remedy.asked
    )


def _send(draft: Draft, claim: ClaimView, notice: GatingNotice) -> str:
    """What to do where a notice is wanting: send it; or say why it is excused, where the time to sue ends
    before its own would.
    """
    filing = filing_day(draft)
    if (
        notice.excuse
        and filing
        and notice.days
        and _cut_short(draft, claim, notice, filing + timedelta(days=notice.days))
    ):
        return (
            f"The time to sue ends before {notice.days} days would run: answer “{notice.excuse}” with what"
            " excuses the notice, or send it."
        )
    return "Send the notice, put it under “notices”, and wait the time out."


def _missing(draft: Draft, own: str) -> Iterator[Hit]:
    """What is found of the notices whose check is `own`: none given, or its time not run.

    Relief that a notice opens is left out of the draft and reserved where the notice is wanting, so that this
    is a warning; a claim that wants one is an error, unless the law only
    stays the suit for want of it.
    """
    for gating in (True, False):
        for claim, cause, notice in _wanted(draft, gating):
            if str(notice.told_by or _GENERAL) != own:
                continue
            path, block = f"claims.{claim.id}.notices", f"claim.{claim.id}"
            reads = ("notices", "court.filing_date", f"claims.{claim.id}.relief")
            if (gating and not _asks_for_gated(claim, cause, notice)) or excused(claim.raw, notice):
                continue
            law = authorities(notice.law) if own == "PRE-011" else ()
            grave = Severity.WARNING if notice.abates else Severity.ERROR
            later = (
                "File later, or be ready for a stay of the suit."
                if notice.abates
                else "File later, or leave the notice out and bring what it opens by amendment."
            )
            if given(draft.matter.raw, claim.raw, str(notice.statute)):
                for told in _early(draft, claim, notice):
                    yield Hit(told, path, later, block, reads, grave, law)
            elif not gating:
                missing = (
                    "Put the notice under “notices”, or be ready for a stay of the suit."
                    if notice.abates
                    else "Put the notice under “notices”, or bring the claim by amendment."
                )
                yield Hit(
                    f"{claim.id}: no notice under {notice.statute} is in the sheet.",
                    path,
                    missing,
                    block,
                    reads,
                    grave,
                    law,
                )
            elif left := " and ".join(withheld(claim.raw, cause, notice)):
                told = (
                    f"{claim.id}: no notice under {notice.statute} was given. The draft seeks no {left} on"
                    " this claim, and reserves it."
                )
                yield Hit(told, path, _send(draft, claim, notice), block, reads, Severity.WARNING, law)


@check("PRE-001", "CLRA damages without 30-day notice", Severity.ERROR, "clra1782")
def clra_notice(draft: Draft) -> Found:
    """Damages under the Consumers Legal Remedies Act want a notice and demand thirty days before filing.
    Without it the draft asks for an injunction only and reserves the damages,
    which is a warning; a notice whose time has not run is an error. Silent where the sheet leaves the damages
    out, as a complaint filed with the letter does.
    """
    yield from _missing(draft, "PRE-001")


@check("PRE-004", "CCPA statutory damages without 30-day notice", Severity.ERROR, "ccpa150")
def ccpa_notice(draft: Draft) -> Found:
    """Statutory damages under Civil Code § 1798.150 want thirty days' written notice that names the
    provisions violated; actual damages do not.
    """
    yield from _missing(draft, "PRE-004")


@check("PRE-005", "PAGA: LWDA notice and waiting period", Severity.ERROR, "paga")
def paga_notice(draft: Draft) -> Found:
    """A claim for penalties under the Private Attorneys General Act wants notice to the Labor and Workforce
    Development Agency and to the employer, and usually 65 days.
    """
    yield from _missing(draft, "PRE-005")


@check("PRE-007", "Chapter 93A § 9 demand letter", Severity.ERROR, "c93a")
def demand_letter(draft: Draft) -> Found:
    """A claim under chapter 93A, § 9 wants a written demand thirty days before suit. It is excused against
    one without a place of business or assets in Massachusetts: accept the
    finding with that reason.
    """
    yield from _missing(draft, "PRE-007")


@check("PRE-009", "Warranty: no pre-suit notice", Severity.WARNING, "ucc2607")
def warranty_notice(draft: Draft) -> Found:
    """A buyer must tell the seller of the breach within a reasonable time, or is barred. Some States excuse
    notice to a remote maker.
    """
    for hit in _missing(draft, "PRE-009"):
        yield hit._replace(severity=Severity.WARNING)


@check("PRE-010", "Magnuson-Moss: chance to cure", Severity.WARNING, "mmwa")
def chance_to_cure(draft: Draft) -> Found:
    """15 U.S.C. § 2310(e) asks for a reasonable opportunity to cure before suit; in a class action the named
    plaintiffs give it for the class.
    """
    for hit in _missing(draft, "PRE-010"):
        yield hit._replace(severity=Severity.WARNING)


@check("PRE-011", "Other pre-suit notice", Severity.ERROR)
def other_notice(draft: Draft) -> Found:
    """The library has a step before suit for this cause, and none is in the sheet or its time has not run. A
    warning where the law only stays the suit for want of it, as in Texas;
    silent where it excuses the wait because the time to sue ends first, or the sheet answers the cause's own
    question why no notice was wanted. What the notice opens is left out of
    the draft and reserved. The authority is the notice's own.
    """
    yield from _missing(draft, "PRE-011")


def _notices(draft: Draft) -> Iterator[tuple[ClaimView, GatingNotice, Any]]:
    """The notices of the sheet that are known, by their words, as one that a cause of a claim wants."""
    for claim in draft.matter.claims:
        for wanted in (notice for cause in claim.causes for notice in cause.pre_suit):
            for notice in draft.matter.raw.notices:
                if any(name in str(known(notice.statute) or "") for name in map(str, wanted.names)):
                    yield claim, wanted, notice


@check("PRE-002", "CLRA notice: content or mailing defects", Severity.WARNING, "clra1782")
def clra_defects(draft: Draft) -> Found:
    """The notice must name the violations and demand correction, go by certified or registered mail, to the
    place of the transaction or the principal place of business in California.
    Courts read this strictly. The sheet does not record one of these.
    """
    for claim, wanted, notice in _notices(draft):
        mail = re.search(r"certified|registered", str(known(notice.method) or ""), re.I)
        missing = [
            words
            for name, words, there in (
                ("violations", "violations", notice.violations or known(notice.contents)),
                ("certified mail", "certified or registered mail", mail),
                ("address", "address", known(notice.address)),
            )
            if name in wanted.wants and not there
        ]
        if missing:
            yield Hit(
                f"The {wanted.called} {notice.id} lacks {listed(missing)}.",
                f"notices.{notice.id}",
                "Record it, or send the notice again.",
                f"claim.{claim.id}",
            )


@check(
    "PRE-003",
    "CLRA venue affidavit missing",
    Severity.WARNING,
    "clra1780d",
)
def clra_affidavit(draft: Draft) -> Found:
    """Civil Code § 1780(d) wants an affidavit on venue filed with the complaint. In State court the case is
    dismissed without it; federal courts differ.
    """
    ready = {str(paper.kind) for paper in draft.matter.raw.filing_package if paper.ready}
    for claim in draft.matter.claims:
        venues = [cause.county_venue for cause in claim.causes if cause.county_venue]
        wanting = [one for one in venues if one.affidavit and str(one.affidavit) not in ready]
        if wanting:
            yield Hit(
                f"{claim.id}: the affidavit of {wanting[0].law} is not ready.",
                "filing_package",
                "Prepare it, with the plaintiff’s signature.",
                f"claim.{claim.id}",
                (f"claims.{claim.id}.theories",),
            )


@check("PRE-006", "PAGA: plaintiff did not suffer each violation", Severity.ERROR, "paga")
def paga_not_suffered(draft: Draft) -> Found:
    """For notices from June 19, 2024 a plaintiff must have suffered each of the violations alleged. The
    notice names a section that no injury of a plaintiff who brings the claim names. Silent where it lists
    none. It is advice where a qualified legal-aid organization is of counsel, for whom an employee who
    suffered one of them is enough.
    """
    for claim, wanted, notice in _notices(draft):
        if not wanted.suffered:
            continue
        ours = plaintiffs_of(draft, claim.raw)
        suffered = {
            str(section)
            for p in ours
            for one in (p.experience.injuries if p.experience else [])
            for section in one.violations
        }
        left = [str(section) for section in notice.violations if str(section) not in suffered]
        if left:
            yield _not_suffered(draft, claim, notice, left)


def _not_suffered(draft: Draft, claim: ClaimView, notice: Any, left: list[str]) -> Hit:
    """What is told of the violations `left`; and of legal aid, where others were suffered."""
    aided = len(left) < len(notice.violations) and any(one.legal_aid for one in draft.matter.raw.counsel)
    told = f"{claim.id}: no plaintiff is recorded as having suffered {listed(left)}"
    aid = (
        "; counsel is said to be a qualified legal-aid organization, which may sue for an employee who"
        " suffered one or more of the violations"
    )
    return Hit(
        f"{told}{aid if aided else ''}.",
        f"notices.{notice.id}.violations",
        "Check that the organization qualifies under the section."
        if aided
        else "Name the section at the plaintiff’s injury, or leave it out; or, where a qualified legal-aid"
        " organization is counsel of record, say so at counsel.",
        f"claim.{claim.id}",
        ("plaintiffs", "counsel"),
        Severity.ADVICE if aided else None,
    )


@check("PRE-008", "93A: claim goes beyond the letter", Severity.WARNING, "c93a")
def beyond_letter(draft: Draft) -> Found:
    """The demand letter describes no acts in the sheet, or a named plaintiff gave none. Relief on matters
    outside the letter is usually foreclosed; unnamed members need no letter of
    their own.
    """
    for claim, wanted, notice in _notices(draft):
        if not wanted.bounds:
            continue
        ours = [p.id for p in plaintiffs_of(draft, claim.raw)]
        without = [own for own in ours if notice.by and own not in notice.by]
        if known(notice.contents) is None and not notice.violations:
            yield Hit(
                f"The demand letter {notice.id} is in the sheet without what it said.",
                f"notices.{notice.id}.contents",
                "Say which acts and injuries it described.",
                f"claim.{claim.id}",
            )
        if without:
            yield Hit(
                f"{listed(without)} {'brings' if len(without) == 1 else 'bring'} {claim.id} and gave no"
                " demand letter.",
                f"notices.{notice.id}.by",
                "Send one, or leave the plaintiff out.",
                f"claim.{claim.id}",
                (f"claims.{claim.id}.by",),
            )


# --- securities, wages, agencies
# ------------------------------------------------------------------------------------------------------------
