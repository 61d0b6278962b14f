"""Checks on what the law wants before suit: notices, waiting periods, and the device on which a claim goes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Iterator

from drafter.checks.registry import Found, check
from drafter.complaint import Draft
from drafter.complaint.claim import ClaimView
from drafter.complaint.relief import given, withheld
from drafter.facts.groups import CLASS_DEVICES
from drafter.facts.values import known
from drafter.findings import Authority, Severity
from drafter.library import CauseOfAction, GatingNotice


def _wanted(draft: Draft, gating: bool) -> Iterator[tuple[ClaimView, CauseOfAction, GatingNotice]]:
    """Each notice that a cause of a claim wants: those that open some relief, or those that open the claim itself."""
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
        if filed and day and notice.days and day + timedelta(days=notice.days) > filed:
            yield f"{claim.id}: {notice.days} days from {day:%B} {day.day}, {day.year} have not run by the filing date. {notice.statute}."


def _day(event: Any) -> date | None:
    try:
        return date.fromisoformat(str(event.iso if hasattr(event, "iso") else event)) if event else None
    except ValueError:
        return None


@check("PRE-001", "Relief before its notice", Severity.WARNING)
def relief_before_notice(draft: Draft) -> Found:
    """The law opens this relief only by a notice. It was not given, so the draft leaves the relief out and says so; or its time has not run."""
    for claim, cause, notice in _wanted(draft, gating=True):
        left = " and ".join(withheld(cause, notice))
        if not given(draft.matter.raw, claim.raw, str(notice.statute)):
            if left:
                told = f"{claim.id}: no notice under {notice.statute} was given. The draft seeks no {left} on this claim, and reserves it."
                yield told, f"claims.{claim.id}.notices", "Send the notice, put it under “notices”, and wait the time out.", f"claim.{claim.id}"
        else:
            for told in _early(draft, claim, notice):
                yield told, f"claims.{claim.id}.notices", "File later, or leave the notice out and reserve the relief.", f"claim.{claim.id}"


@check("PRE-011", "Claim before its notice", Severity.ERROR)
def claim_before_notice(draft: Draft) -> Found:
    """The law wants a notice before this claim is brought at all, and none is in the sheet, or its time has not run."""
    for claim, _, notice in _wanted(draft, gating=False):
        if not given(draft.matter.raw, claim.raw, str(notice.statute)):
            told = f"{claim.id}: no notice under {notice.statute} is in the sheet."
            yield told, f"claims.{claim.id}.notices", "Put the notice under “notices”, or bring the claim by amendment.", f"claim.{claim.id}"
        else:
            for told in _early(draft, claim, notice):
                yield told, f"claims.{claim.id}.notices", "File later, or bring the claim by amendment.", f"claim.{claim.id}"


_DEVICES = {"opt-in-collective": ("flsa-collective",), "state-proxy": ("paga",)}
_CALLED = {"opt-in-collective": "a collective (device: flsa-collective)", "state-proxy": "aggrieved employees (device: paga)"}


@check("CLM-017", "Claim brought on the wrong device", Severity.ERROR, Authority("29 U.S.C. § 216(b)", "text_read", "release point 119-73"))
def wrong_device(draft: Draft) -> Found:
    """A collective opts in and is no class; the State’s proxy seeks penalties for no class; and a class claim needs a class."""
    devices = {group.id: group.device for group in draft.matter.raw.classes}
    for claim in draft.matter.claims:
        fitting = _DEVICES.get(claim.kind, CLASS_DEVICES)
        for own in claim.raw.for_:
            if devices.get(own) not in fitting and devices.get(own) in (*CLASS_DEVICES, "flsa-collective", "paga"):
                wanted = _CALLED.get(claim.kind, "a class")
                yield f"{claim.id} is brought for {own}; it wants {wanted}.", f"claims.{claim.id}.for", "Name a group of the right device.", f"claim.{claim.id}"
