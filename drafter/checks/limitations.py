"""Checks on time: limitations against the dates of the sheet, and what is said to toll them.

Nothing reads a clock: dates are measured against the planned filing date, and without one these checks are
silent.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Iterator, NamedTuple

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    FEDERAL,
    authorities,
    day,
    filing_day,
    listed,
    named,
    plaintiffs_of,
    sued_in,
    support_of,
)
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.facts.allegations import Allegation
from drafter.facts.notices import Tolling
from drafter.facts.values import known
from drafter.findings import Authority, Severity
from drafter.library import CauseOfAction
from drafter.library.records import Limitation

SOON = 60
RESTARTS = ("discovery", "fraudulent-concealment", "continuing-violation")
"""The grounds of tolling after which a period runs anew; after the others it goes on."""


class Limit(NamedTuple):
    """The time of one claim: from when it is measured, by what, how many years, the last day to sue, the law
    that says so, and the other periods that its causes know.
    """

    view: ClaimView
    start: date
    why: str
    years: int
    end: date
    law: tuple[Authority, ...]
    others: tuple[str, ...] = ()


def tolled(draft: Draft, claim: str) -> list[Tolling]:
    """What the sheet says tolls a claim."""
    return [one for one in draft.matter.raw.tolling if not one.claims or claim in one.claims]


def periods(view: ClaimView, cause: CauseOfAction, repose: bool = False) -> list[Limitation]:
    """The periods of `cause` that a claim has: one that wants an element only where the claim pleads it, and
    then in place of those that want none.
    """
    own = [one for one in cause.limitations if one.years and one.repose == repose]
    earned = [one for one in own if one.element and _pleads(view, str(one.element))]
    return earned or [one for one in own if not one.element]


def _pleads(view: ClaimView, element: str) -> bool:
    support = view.raw.elements.get(element)
    return bool(support and support.allegations and known(support.not_pleaded) is None)


def years_after(start: date, years: int) -> date:
    """The same day `years` later (or, where negative, earlier); February 28 for a February 29 that there is
    not.
    """
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=28)


def _discovered(draft: Draft, view: ClaimView) -> date | None:
    """The day on which the last of a claim's plaintiffs found out; None where one of them does not say."""
    days = [day(p.experience.discovered, latest=True) for p in plaintiffs_of(draft, view.raw) if p.experience]
    return max(one for one in days if one) if days and all(days) else None


def _start(draft: Draft, view: ClaimView, limitation: Limitation) -> tuple[date, str] | None:
    """From when a limitation is measured: what the sheet says, the discovery where the law has that rule,
    else the last day of the conduct sued on or, if later, of a loss by it, else
    of anything alleged behind the claim. A period that runs from what the plaintiff knew has no other start.
    """
    found = _discovered(draft, view)
    if limitation.starts == "knowledge":
        return (found, "the day on which the plaintiffs knew") if found else None
    if not limitation.repose and (when := day(view.raw.accrued, latest=True)):
        return when, "accrual"
    if limitation.discovery_rule and not limitation.repose and found:
        return found, "discovery"
    if when := day(view.raw.act_date, latest=True):
        return when, "the act"
    told = (
        ("the last act alleged", _conduct(draft, view)),
        ("the last loss alleged", [] if limitation.repose else _losses(draft, view)),
    )
    last = [(when, why) for why, some in told for a in some if (when := _end(a))]
    ends = last or [(at, "the last event alleged") for a in support_of(draft, view.raw) if (at := _end(a))]
    return max(ends, key=lambda one: one[0]) if ends else None


def _end(allegation: Allegation) -> date | None:
    return day(known(allegation.through) and allegation.through or allegation.date, latest=True)


def _conduct(draft: Draft, view: ClaimView) -> list[Allegation]:
    """What the sued defendants did, as far as the claim rests on it."""
    sued = {defendant.id for defendant in sued_in(draft, view.raw)}
    return [a for a in support_of(draft, view.raw) if {str(known(a.actor)), *map(str, a.actors)} & sued]


def _losses(draft: Draft, view: ClaimView) -> list[Allegation]:
    """What tells the injuries that the plaintiffs bring the claim for."""
    injuries = [
        one
        for p in plaintiffs_of(draft, view.raw)
        if p.experience
        for one in p.experience.injuries
        if not one.claims or view.raw.id in one.claims
    ]
    return [
        draft.matter.allegations[own]
        for one in injuries
        for own in one.allegations
        if own in draft.matter.allegations
    ]


def _hidden(draft: Draft, view: ClaimView) -> bool:
    return any(one.kind == "fraudulent-concealment" for one in tolled(draft, view.raw.id))


def _limit(draft: Draft, view: ClaimView, limitation: Limitation) -> Limit | None:
    """When one period of a claim ends; None where there is no day to measure it from."""
    hidden = limitation.concealed_years if _hidden(draft, view) else None
    found = _discovered(draft, view)
    start = (
        ((found, "discovery of what was hidden") if found else None)
        if hidden
        else _start(draft, view, limitation)
    )
    years = hidden or limitation.years
    return (
        Limit(view, start[0], start[1], years, years_after(start[0], years), authorities(limitation.law))
        if start and years
        else None
    )


def limits(draft: Draft, repose: bool = False) -> Iterator[Limit]:
    """The limit of each claim that has a period in years and a day to measure from: the shortest of its
    causes’ periods, with the others.
    """
    for view in draft.matter.claims:
        own = [one for cause in view.causes for one in periods(view, cause, repose)]
        found = [(limit, str(one.period)) for one in own if (limit := _limit(draft, view, one))]
        if found:
            first, period = min(found, key=lambda one: one[0].end)
            yield first._replace(
                others=tuple(
                    dict.fromkeys(
                        other for limit, other in found if other != period and limit.end > first.end
                    )
                )
            )


def _reads(limit: Limit) -> tuple[str, ...]:
    return (
        "court.filing_date",
        f"claims.{limit.view.raw.id}.accrued",
        f"claims.{limit.view.raw.id}.act_date",
        "tolling",
        "allegations",
    )


def _on(when: date) -> str:
    return f"{when:%B} {when.day}, {when.year}"


def _ends_on(limit: Limit) -> str:
    told = (
        f"{limit.years} {'year' if limit.years == 1 else 'years'} from {limit.why} on {_on(limit.start)} end"
        f" on {_on(limit.end)}"
    )
    return f"{told} (its causes also know {listed(limit.others)})" if limit.others else told


# --- tolling


def _suspended(draft: Draft, tolling: Tolling) -> tuple[date, date] | None:
    """From when to when time did not run; None where the sheet does not say."""
    case = next(
        (one for one in draft.matter.raw.related_cases if one.id == known(tolling.related_case)), None
    )
    first, last = day(tolling.from_) or (day(case.filed) if case else None), day(tolling.through, latest=True)
    return (first, last) if first and last else None


def _moved(draft: Draft, limit: Limit, tolling: Tolling) -> date | None:
    """The last day to sue with one ground of tolling; None where the sheet does not say when it ended."""
    if tolling.kind in RESTARTS:
        again = day(tolling.through, latest=True) or (
            None if tolling.kind == "continuing-violation" else _discovered(draft, limit.view)
        )
        return years_after(again, limit.years) if again else None
    own = _suspended(draft, tolling)
    if own is None:
        return None
    first, last = own
    return (
        limit.end + (last - max(first, limit.start))
        if first <= limit.end and last > limit.start
        else limit.end
    )


def with_tolling(draft: Draft, limit: Limit) -> date | None:
    """The last day to sue on a claim with what the sheet says tolls it, each ground after the other; None
    where one of them has no end in the sheet.
    """
    for tolling in tolled(draft, limit.view.raw.id):
        moved = _moved(draft, limit, tolling)
        if moved is None:
            return None
        limit = limit._replace(end=max(limit.end, moved))
    return limit.end


def reach_back(draft: Draft, view: ClaimView, filing: date, years: int) -> date | None:
    """The first day whose acts a claim filed on `filing` reaches with `years`, and the days on which time did
    not run; None where tolling leaves no such day.
    """
    first = years_after(filing, -years)
    for tolling in tolled(draft, view.raw.id):
        own = None if tolling.kind in RESTARTS else _suspended(draft, tolling)
        if own is None:
            return None
        first -= max(own[1] - own[0], timedelta(0))
    return first


@check("LIM-001", "Looks time-barred", Severity.WARNING, "americanpipe", "fox")
def time_barred(draft: Draft) -> Found:
    """The planned filing lies after the period of the claim, measured from accrual, from discovery where the
    law has that rule, or from the last act alleged; the shortest counts where
    its causes know several. Tolling moves the end: the period runs anew from the day on which a wrong came to
    light, and goes on where it was only suspended; LIM-009 tells of tolling
    that has no end in the sheet. Silent where the sheet names no filing date; advice where it is measured
    from an act and some of the conduct has no day, so that it may go on. A
    plaintiff need not plead around a defense; the drafter should know.
    """
    filing = filing_day(draft)
    for limit in limits(draft):
        end = with_tolling(draft, limit)
        if not filing or end is None or filing <= end:
            continue
        if end > limit.end:
            told = (
                f"{limit.view.raw.id}: {_ends_on(limit)}, and with the tolling in the sheet on {_on(end)},"
                " before the planned filing."
            )
            yield Hit(
                told,
                "tolling",
                "Check the days of the tolling, or leave the claim out.",
                f"claim.{limit.view.raw.id}",
                _reads(limit),
                None,
                limit.law,
            )
        else:
            open_ = limit.why.startswith("the last") and any(
                _end(one) is None for one in _conduct(draft, limit.view)
            )
            fix = (
                "Give the days of the conduct that went on, or add the tolling facts."
                if open_
                else "Add the tolling facts, or leave the claim out."
            )
            yield Hit(
                f"{limit.view.raw.id}: {_ends_on(limit)}, before the planned filing.",
                f"claims.{limit.view.raw.id}.accrued",
                fix,
                f"claim.{limit.view.raw.id}",
                _reads(limit),
                Severity.ADVICE if open_ else None,
                limit.law,
            )


@check("LIM-002", "About to expire", Severity.WARNING)
def about_to_expire(draft: Draft) -> Found:
    """The period of a claim ends on the planned filing date or within 60 days after it, with the tolling that
    the sheet tells. Claims whose time is the same are told together.
    """
    filing = filing_day(draft)
    ending: dict[tuple[date, date], list[Limit]] = {}
    for limit in limits(draft):
        end = with_tolling(draft, limit) or limit.end
        if filing and 0 <= (end - filing).days <= SOON:
            ending.setdefault((limit.start, end), []).append(limit)
    for (_, end), some in ending.items():
        first = some[0]._replace(
            others=tuple(dict.fromkeys(other for limit in some for other in limit.others))
        )
        own = [limit.view.raw.id for limit in some]
        told = f"{_ends_on(first)}, with the tolling on {_on(end)}" if end > first.end else _ends_on(first)
        left = (end - filing).days if filing else 0
        reads = tuple(dict.fromkeys(path for limit in some for path in _reads(limit)))
        law = tuple(dict.fromkeys(one for limit in some for one in limit.law))
        yield Hit(
            f"{listed(own)}: {told}, {left} days after the planned filing.",
            f"claims.{own[0]}.accrued",
            "Do not let the filing slip.",
            f"claim.{own[0]}",
            reads,
            None,
            law,
        )


@check("LIM-003", "Discovery rule claimed without the facts", Severity.WARNING, "fox", "rotkiske")
def discovery_without_facts(draft: Draft) -> Found:
    """The sheet relies on discovery and does not say when a plaintiff found out, how, or why not sooner.
    Silent where the tolling has its own words and names the allegations that
    tell it.
    """
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        if tolling.kind != "discovery" or (known(tolling.text) is not None and tolling.allegations):
            continue
        for plaintiff in draft.matter.raw.plaintiffs:
            own = plaintiff.experience
            missing = [
                word
                for word, there in (
                    ("when", own and known(own.discovered)),
                    ("how", own and known(own.discovery)),
                    ("why not sooner", own and known(own.why_not_earlier)),
                )
                if not there
            ]
            if missing and known(tolling.text) is None or missing == ["when", "how", "why not sooner"]:
                yield Hit(
                    f"The discovery rule is relied on, and the sheet does not say {listed(missing)}"
                    f" {named(plaintiff)} found out.",
                    f"plaintiffs.{plaintiff.id}.experience.discovered",
                    "Give the day, how it came to light, and what had hidden it.",
                    "tolling",
                    (f"tolling.{position}", f"plaintiffs.{plaintiff.id}.experience"),
                )


@check("LIM-004", "Concealment claimed without particulars", Severity.WARNING, "frcp9b", by_court=FEDERAL)
def concealment_without_particulars(draft: Draft) -> Found:
    """Fraudulent concealment is relied on and no allegation is named that says what was hidden, how, and by
    whom. Rule 9(b) wants it with particularity.
    """
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        if tolling.kind == "fraudulent-concealment" and not tolling.allegations:
            yield Hit(
                "Fraudulent concealment is relied on, and no allegation says what was hidden, how, and by"
                " whom.",
                f"tolling.{position}.allegations",
                "Name the allegations that say so.",
                "tolling",
            )


@check(
    "LIM-005",
    "Class tolling stacked on an earlier class action",
    Severity.ERROR,
    "americanpipe",
    by_court={"state": Severity.ADVICE},
)
def stacked_tolling(draft: Draft) -> Found:
    """The pendency of an earlier class action saves later individual claims, not a later class action. That
    is federal law: whether a State’s courts follow it, for their own periods,
    is for their law to say.
    """
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        classes = [
            claim.id
            for claim in draft.matter.raw.claims
            if claim.for_ and (not tolling.claims or claim.id in tolling.claims)
        ]
        if tolling.kind == "class-tolling" and classes:
            yield Hit(
                f"{listed(classes)} {'is a class claim' if len(classes) == 1 else 'are class claims'}, and an"
                " earlier class action does not toll a later one.",
                f"tolling.{position}",
                "Rest the class claims on another ground, or bring them for the plaintiffs alone.",
                "tolling",
                ("claims",),
            )


@check("LIM-006", "No discovery rule for this statute", Severity.WARNING, "rotkiske")
def no_discovery_rule(draft: Draft) -> Found:
    """The year of the Fair Debt Collection Practices Act, and by their text those of Truth in Lending and
    Electronic Fund Transfer, run from the violation and not from discovery,
    absent an equitable doctrine: causes whose period “starts” with the act alone.
    """
    for position, tolling in enumerate(draft.matter.raw.tolling, 1):
        for claim in draft.matter.raw.claims:
            acts = any(
                one.starts == "act" for cause in draft.matter.theories[claim.id] for one in cause.limitations
            )
            if tolling.kind == "discovery" and acts and (not tolling.claims or claim.id in tolling.claims):
                yield Hit(
                    f"{claim.id}: its period runs from the violation, not from discovery.",
                    f"tolling.{position}",
                    "Plead equitable tolling or concealment, or limit the claim to what is in time.",
                    "tolling",
                    (f"claims.{claim.id}.theories",),
                )


@check("LIM-007", "Outside a statute of repose", Severity.ERROR, "calpers")
def outside_repose(draft: Draft) -> Found:
    """The claim is past its period of repose, which no earlier class action tolls: five years for Rule 10b-5,
    three for §§ 11 and 12 of the Securities Act, in State courts too. A period
    that its own statute lengthens where the breach was hidden, as 29 U.S.C. § 1113 does, is measured from
    discovery where the sheet pleads concealment.
    """
    filing = filing_day(draft)
    for limit in limits(draft, repose=True):
        if filing and filing > limit.end:
            yield Hit(
                f"{limit.view.raw.id} is past its repose: {_ends_on(limit)}.",
                f"claims.{limit.view.raw.id}.act_date",
                "Leave the claim out, or check the day of the act.",
                f"claim.{limit.view.raw.id}",
                _reads(limit),
                None,
                limit.law,
            )


@check(
    "LIM-008", "Likely to add a defendant later", Severity.ADVICE, "frcp15c", "gillespie", by_court=FEDERAL
)
def later_defendant(draft: Draft) -> Found:
    """Does are sued and a claim's period ends within 120 days: an amendment that names one relates back only
    narrowly, since not knowing who it was is usually no mistake.
    """
    filing = filing_day(draft)
    for doe in draft.matter.raw.defendants:
        ending = [limit for limit in limits(draft) if filing and 0 <= (limit.end - filing).days <= 120]
        if doe.kind == "does" and ending:
            yield Hit(
                f"{listed(limit.view.raw.id for limit in ending)}: the period ends within 120 days, and Does"
                " are sued; naming one later relates back only narrowly.",
                f"defendants.{doe.id}",
                "Name it now if the facts allow.",
                "parties",
                ("court.filing_date", "claims"),
            )


@check("LIM-009", "Tolling without an end", Severity.WARNING)
def endless_tolling(draft: Draft) -> Found:
    """The period of a claim is over but for tolling, and the sheet does not say when the tolling ended. Time
    runs again from that day: without it nobody can say whether the claim is in
    time. Discovery and concealment end where the plaintiffs found out; an agreement, an earlier class action
    and minority on a day that “through” gives.
    """
    filing = filing_day(draft)
    for limit in limits(draft):
        if filing and filing > limit.end:
            for position, tolling in enumerate(draft.matter.raw.tolling, 1):
                if tolling in tolled(draft, limit.view.raw.id) and _moved(draft, limit, tolling) is None:
                    told = (
                        f"{limit.view.raw.id}: {_ends_on(limit)}; it is in time only by tolling"
                        f" ({tolling.kind.replace('-', ' ')}), and the sheet does not say from when to when."
                    )
                    yield Hit(
                        told,
                        f"tolling.{position}.through",
                        "Give the days: time runs again after the last.",
                        "tolling",
                        (*_reads(limit), "plaintiffs", "related_cases"),
                        None,
                        limit.law,
                    )


@check("LIM-010", "Statement sued on is older than the period", Severity.WARNING)
def old_statement(draft: Draft) -> Found:
    """A statement that a claim rests on lies further back from the planned filing than the claim's period: of
    repose, which is an error, or of limitations that runs from the statement.
    Where the period runs from discovery it is advice, and silent where the plaintiffs say when they found
    out. Each statement is a violation of its own: later ones do not save it.
    """
    filing = filing_day(draft)
    for view in draft.matter.claims if filing else []:
        for own in view.raw.statements:
            statement = next((one for one in draft.matter.raw.statements if one.id == own), None)
            last = (
                day(known(statement.through) and statement.through or statement.date, latest=True)
                if statement
                else None
            )
            if last and filing and (hit := _too_old(draft, view, str(own), last, filing)):
                yield hit


def _too_old(draft: Draft, view: ClaimView, own: str, last: date, filing: date) -> Hit | None:
    """What is found of a statement that was last made on `last`: the gravest of the claim's periods that it
    lies outside.
    """
    there = [
        (repose, one)
        for repose in (True, False)
        for cause in view.causes
        for one in periods(view, cause, repose)
    ]
    for repose, one in there:
        years = one.years or 0
        if (
            one.starts == "knowledge"
            or years_after(last, years) >= filing
            or (not repose and (tolled(draft, view.raw.id) or day(view.raw.accrued)))
        ):
            continue
        if one.discovery_rule and not repose and _discovered(draft, view):
            continue
        grave = Severity.ERROR if repose else Severity.ADVICE if one.discovery_rule else None
        told = (
            f"{view.raw.id} rests on {own}, of {_on(last)}; {one.period} {'of repose ' if repose else ''}from"
            f" then ended on {_on(years_after(last, years))}, before the planned filing."
        )
        return Hit(
            told,
            f"claims.{view.raw.id}.statements",
            "Leave the statement out as a ground of liability, or say why it is in time.",
            f"claim.{view.raw.id}",
            ("court.filing_date", f"statements.{own}", "tolling", "plaintiffs"),
            grave,
            authorities(one.law),
        )
    return None
