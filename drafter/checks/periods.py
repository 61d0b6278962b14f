"""The periods of limitations and repose of each claim: from when they are measured, when they end, and what
tolls them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Iterator, NamedTuple

from drafter.checks.lookups import authorities, day, listed, paths_of, plaintiffs_of, sued_in, support_of
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.facts.allegations import Allegation
from drafter.facts.notices import Tolling
from drafter.facts.values import known
from drafter.findings import Authority
from drafter.library import CauseOfAction
from drafter.library.records import Limitation

__all__ = [
    "Limit",
    "conduct",
    "discovered",
    "ends_on",
    "last_day",
    "limits",
    "moved",
    "on_day",
    "periods",
    "reach_back",
    "tolled",
    "with_tolling",
    "years_after",
]

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


def discovered(draft: Draft, view: ClaimView) -> date | None:
    """The day on which the last of a claim's plaintiffs found out; None where one of them does not say."""
    days = [day(p.experience.discovered, latest=True) for p in plaintiffs_of(draft, view.raw) if p.experience]
    return max(one for one in days if one) if days and all(days) else None


def _start(draft: Draft, view: ClaimView, limitation: Limitation) -> tuple[date, str] | None:
    """From when a limitation is measured: what the sheet says, the discovery where the law has that rule,
    else the last day of the conduct sued on or, if later, of a loss by it, else
    of anything alleged behind the claim. A period that runs from what the plaintiff knew has no other start.
    """
    found = discovered(draft, view)
    if limitation.starts == "knowledge":
        return (found, "the day on which the plaintiffs knew") if found else None
    if not limitation.repose and (when := day(view.raw.accrued, latest=True)):
        return when, "accrual"
    if limitation.discovery_rule and not limitation.repose and found:
        return found, "discovery"
    if when := day(view.raw.act_date, latest=True):
        return when, "the act"
    told = (
        ("the last act alleged", conduct(draft, view)),
        ("the last loss alleged", [] if limitation.repose else _losses(draft, view)),
    )
    last = [(when, why) for why, some in told for a in some if (when := last_day(a))]
    ends = last or [
        (at, "the last event alleged") for a in support_of(draft, view.raw) if (at := last_day(a))
    ]
    return max(ends, key=lambda one: one[0]) if ends else None


def last_day(allegation: Allegation) -> date | None:
    """The last day of what an allegation tells; None where it has none."""
    return day(known(allegation.through) and allegation.through or allegation.date, latest=True)


def conduct(draft: Draft, view: ClaimView) -> list[Allegation]:
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


def measured_from(draft: Draft, view: ClaimView) -> tuple[str, ...]:
    """The paths of the allegations from whose days a period of a claim may be measured."""
    behind = (*support_of(draft, view.raw), *_losses(draft, view))
    return paths_of(dict.fromkeys(one.id for one in behind))


def _hidden(draft: Draft, view: ClaimView) -> bool:
    return any(one.kind == "fraudulent-concealment" for one in tolled(draft, view.raw.id))


def _limit(draft: Draft, view: ClaimView, limitation: Limitation) -> Limit | None:
    """When one period of a claim ends; None where there is no day to measure it from."""
    hidden = limitation.concealed_years if _hidden(draft, view) else None
    found = discovered(draft, view)
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


def on_day(when: date) -> str:
    """A day in words: “May 3, 2024”."""
    return f"{when:%B} {when.day}, {when.year}"


def ends_on(limit: Limit) -> str:
    """When a limit ends and how that is reckoned, in words."""
    told = (
        f"{limit.years} {'year' if limit.years == 1 else 'years'} from {limit.why} on {on_day(limit.start)}"
        f" end on {on_day(limit.end)}"
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


def moved(draft: Draft, limit: Limit, tolling: Tolling) -> date | None:
    """The last day to sue with one ground of tolling; None where the sheet does not say when it ended."""
    if tolling.kind in RESTARTS:
        again = day(tolling.through, latest=True) or (
            None if tolling.kind == "continuing-violation" else discovered(draft, limit.view)
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
        later = moved(draft, limit, tolling)
        if later is None:
            return None
        limit = limit._replace(end=max(limit.end, later))
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
