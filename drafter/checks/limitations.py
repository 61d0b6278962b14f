"""Checks on time: limitations against the dates of the sheet, and what is said to toll them.

Nothing reads a clock: dates are measured against the planned filing date, and without one these checks are silent.
"""

from __future__ import annotations

from datetime import date
from typing import Iterator, NamedTuple

from drafter.checks.index import FEDERAL, behind, day, filing_day, listed, named, plaintiffs_of, sued_in
from drafter.checks.registry import Found, Hit, check
from drafter.complaint import Draft
from drafter.complaint.claim import ClaimView
from drafter.facts.allegations import Allegation
from drafter.facts.claims import Tolling
from drafter.facts.values import known
from drafter.findings import Authority, Severity
from drafter.library.records import Limitation

SOON = 60
NO_DISCOVERY = ("fdcpa-1692", "tila-1640", "efta-1693")


class Limit(NamedTuple):
    """The time of one claim: from when it is measured, by what, how many years, the last day to sue, and the law that says so."""

    view: ClaimView
    start: date
    why: str
    years: int
    end: date
    law: tuple[Authority, ...]


def tolled(draft: Draft, claim: str) -> list[Tolling]:
    """What the sheet says tolls a claim."""
    return [one for one in draft.matter.raw.tolling if not one.claims or claim in one.claims]


def _later(start: date, years: int) -> date:
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=28)


def _start(draft: Draft, view: ClaimView, limitation: Limitation) -> tuple[date, str] | None:
    """From when a limitation is measured: what the sheet says, the discovery where the law has that rule, else the last day of the conduct sued on or, if later, of a loss by it."""
    for field, why in (("act_date", "the act") if limitation.repose else ("accrued", "accrual"), ("act_date", "the act")):
        if found := day(getattr(view.raw, field), latest=True):
            return found, why
    if limitation.discovery_rule and not limitation.repose:
        days = [day(p.experience.discovered, latest=True) for p in plaintiffs_of(draft, view.raw) if p.experience]
        if days and all(days):
            return max(one for one in days if one), "discovery"
    last = [(when, why) for why, found in (("the last act alleged", _conduct(draft, view)), ("the last loss alleged", [] if limitation.repose else _losses(draft, view))) for a in found if (when := _end(a))]
    return max(last, key=lambda one: one[0]) if last else None


def _end(allegation: Allegation) -> date | None:
    return day(known(allegation.through) and allegation.through or allegation.date, latest=True)


def _conduct(draft: Draft, view: ClaimView) -> list[Allegation]:
    """What the sued defendants did, as far as the claim rests on it."""
    sued = {defendant.id for defendant in sued_in(draft, view.raw)}
    return [a for a in behind(draft, view.raw) if {str(known(a.actor)), *map(str, a.actors)} & sued]


def _losses(draft: Draft, view: ClaimView) -> list[Allegation]:
    """What tells the injuries that the plaintiffs bring the claim for."""
    injuries = [one for p in plaintiffs_of(draft, view.raw) if p.experience for one in p.experience.injuries if not one.claims or view.raw.id in one.claims]
    return [draft.matter.allegations[own] for one in injuries for own in one.allegations if own in draft.matter.allegations]


def limits(draft: Draft, repose: bool = False) -> Iterator[Limit]:
    """The limit of each claim that has a period in years and a day to measure from; the shortest of a claim's causes."""
    for view in draft.matter.claims:
        found: list[Limit] = []
        for cause in view.causes:
            for limitation in cause.limitations:
                start = _start(draft, view, limitation) if limitation.years and limitation.repose == repose else None
                if start and limitation.years:
                    found.append(Limit(view, start[0], start[1], limitation.years, _later(start[0], limitation.years), _behind(limitation)))
        if found:
            yield max(found, key=lambda limit: limit.end)


def _behind(limitation: Limitation) -> tuple[Authority, ...]:
    return tuple(Authority(str(law.cite), law.status, str(law.read or "")) for law in limitation.law if law.cite)


def _reads(limit: Limit) -> tuple[str, ...]:
    return ("court.filing_date", f"claims.{limit.view.raw.id}.accrued", f"claims.{limit.view.raw.id}.act_date", "tolling", "allegations")


def _told(limit: Limit) -> str:
    return f"{limit.years} {'year' if limit.years == 1 else 'years'} from {limit.why} on {limit.start:%B} {limit.start.day}, {limit.start.year} end on {limit.end:%B} {limit.end.day}, {limit.end.year}"


@check("LIM-001", "Looks time-barred", Severity.WARNING, "americanpipe", "fox")
def time_barred(draft: Draft) -> Found:
    """The planned filing lies after the period of the claim, measured from accrual, from discovery where the law has that rule, or from the last act alleged. Silent where the sheet
    pleads tolling for the claim, or names no filing date; advice where it is measured from an act and some of the conduct has no day, so that it may go on. A plaintiff need not plead
    around a defense; the drafter should know."""
    filing = filing_day(draft)
    for limit in limits(draft):
        if filing and filing > limit.end and not tolled(draft, limit.view.raw.id):
            open_ = limit.why.startswith("the last") and any(_end(one) is None for one in _conduct(draft, limit.view))
            fix = "Give the days of the conduct that went on, or add the tolling facts." if open_ else "Add the tolling facts, or leave the claim out."
            yield Hit(f"{limit.view.raw.id}: {_told(limit)}, before the planned filing.", f"claims.{limit.view.raw.id}.accrued", fix, f"claim.{limit.view.raw.id}", _reads(limit), Severity.ADVICE if open_ else None, limit.law)


@check("LIM-002", "About to expire", Severity.WARNING)
def about_to_expire(draft: Draft) -> Found:
    """The period of a claim ends within 60 days after the planned filing date."""
    filing = filing_day(draft)
    for limit in limits(draft):
        if filing and 0 <= (limit.end - filing).days <= SOON:
            yield Hit(f"{limit.view.raw.id}: {_told(limit)}, {(limit.end - filing).days} days after the planned filing.", f"claims.{limit.view.raw.id}.accrued", "Do not let the filing slip.", f"claim.{limit.view.raw.id}", _reads(limit), None, limit.law)


@check("LIM-003", "Discovery rule claimed without the facts", Severity.WARNING, "fox", "rotkiske")
def discovery_without_facts(draft: Draft) -> Found:
    """The sheet relies on discovery and does not say when a plaintiff found out, how, or why not sooner. Silent where the tolling has its own words and names the allegations that
    tell it."""
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        if tolling.kind != "discovery" or (known(tolling.text) is not None and tolling.allegations):
            continue
        for plaintiff in draft.matter.raw.plaintiffs:
            own = plaintiff.experience
            missing = [word for word, there in (("when", own and known(own.discovered)), ("how", own and known(own.discovery)), ("why not sooner", own and known(own.why_not_earlier))) if not there]
            if missing and known(tolling.text) is None or missing == ["when", "how", "why not sooner"]:
                yield Hit(f"The discovery rule is relied on, and the sheet does not say {listed(missing)} {named(plaintiff)} found out.", f"plaintiffs.{plaintiff.id}.experience.discovered", "Give the day, how it came to light, and what had hidden it.", "tolling", (f"tolling.{position}", f"plaintiffs.{plaintiff.id}.experience"))


@check("LIM-004", "Concealment claimed without particulars", Severity.WARNING, "frcp9b", by_court=FEDERAL)
def concealment_without_particulars(draft: Draft) -> Found:
    """Fraudulent concealment is relied on and no allegation is named that says what was hidden, how, and by whom. Rule 9(b) wants it with particularity."""
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        if tolling.kind == "fraudulent-concealment" and not tolling.allegations:
            yield Hit("Fraudulent concealment is relied on, and no allegation says what was hidden, how, and by whom.", f"tolling.{position}.allegations", "Name the allegations that say so.", "tolling")


@check("LIM-005", "Class tolling stacked on an earlier class action", Severity.ERROR, "americanpipe")
def stacked_tolling(draft: Draft) -> Found:
    """The pendency of an earlier class action saves later individual claims, not a later class action."""
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        classes = [claim.id for claim in draft.matter.raw.claims if claim.for_ and (not tolling.claims or claim.id in tolling.claims)]
        if tolling.kind == "class-tolling" and classes:
            yield Hit(f"{listed(classes)} {'is a class claim' if len(classes) == 1 else 'are class claims'}, and an earlier class action does not toll a later one.", f"tolling.{position}", "Rest the class claims on another ground, or bring them for the plaintiffs alone.", "tolling", ("claims",))


@check("LIM-006", "No discovery rule for this statute", Severity.WARNING, "rotkiske")
def no_discovery_rule(draft: Draft) -> Found:
    """The year of the Fair Debt Collection Practices Act, and by their text those of Truth in Lending and Electronic Fund Transfer, run from the violation and not from discovery,
    absent an equitable doctrine."""
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        for claim in draft.matter.raw.claims:
            if tolling.kind == "discovery" and set(NO_DISCOVERY) & set(claim.theories) and (not tolling.claims or claim.id in tolling.claims):
                yield Hit(f"{claim.id}: its period runs from the violation, not from discovery.", f"tolling.{position}", "Plead equitable tolling or concealment, or limit the claim to what is in time.", "tolling", (f"claims.{claim.id}.theories",))


@check("LIM-007", "Outside a statute of repose", Severity.ERROR, "americanpipe", by_court=FEDERAL)
def outside_repose(draft: Draft) -> Found:
    """The claim is past its period of repose, which nothing tolls: five years for Rule 10b-5, three for §§ 11 and 12."""
    filing = filing_day(draft)
    for limit in limits(draft, repose=True):
        if filing and filing > limit.end:
            yield Hit(f"{limit.view.raw.id} is past its repose: {_told(limit)}.", f"claims.{limit.view.raw.id}.act_date", "Leave the claim out, or check the day of the act.", f"claim.{limit.view.raw.id}", _reads(limit), None, limit.law)


@check("LIM-008", "Likely to add a defendant later", Severity.ADVICE, "frcp15c", "gillespie", by_court=FEDERAL)
def later_defendant(draft: Draft) -> Found:
    """Does are sued and a claim's period ends within 120 days: an amendment that names one relates back only narrowly, since not knowing who it was is usually no mistake."""
    filing = filing_day(draft)
    for doe in draft.matter.raw.defendants:
        ending = [limit for limit in limits(draft) if filing and 0 <= (limit.end - filing).days <= 120]
        if doe.kind == "does" and ending:
            yield Hit(f"{listed(limit.view.raw.id for limit in ending)}: the period ends within 120 days, and Does are sued; naming one later relates back only narrowly.", f"defendants.{doe.id}", "Name it now if the facts allow.", "parties", ("court.filing_date", "claims"))
