"""Checks on time: limitations against the dates of the sheet, and what is said to toll them.

Nothing reads a clock: dates are measured against the planned filing date, and without one these checks are
silent.
"""

from __future__ import annotations

from datetime import date

from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import authorities, day, filing_day, listed, named
from drafter.checks.periods import (
    Limit,
    conduct,
    discovered,
    ends_on,
    last_day,
    limits,
    measured_from,
    moved,
    on_day,
    periods,
    tolled,
    with_tolling,
    years_after,
)
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.facts.values import known
from drafter.findings import Severity

SOON = 60


def _reads(draft: Draft, limit: Limit) -> tuple[str, ...]:
    return (
        "court.filing_date",
        f"claims.{limit.view.raw.id}.accrued",
        f"claims.{limit.view.raw.id}.act_date",
        "tolling",
        *measured_from(draft, limit.view),
    )


@check("LIM-001", "Looks time-barred", Severity.WARNING, "americanpipe", "fox", formerly="allegations")
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
                f"{limit.view.raw.id}: {ends_on(limit)}, and with the tolling in the sheet on {on_day(end)},"
                " before the planned filing."
            )
            yield Hit(
                told,
                "tolling",
                "Check the days of the tolling, or leave the claim out.",
                f"claim.{limit.view.raw.id}",
                _reads(draft, limit),
                None,
                limit.law,
            )
        else:
            open_ = limit.why.startswith("the last") and any(
                last_day(one) is None for one in conduct(draft, limit.view)
            )
            fix = (
                "Give the days of the conduct that went on, or add the tolling facts."
                if open_
                else "Add the tolling facts, or leave the claim out."
            )
            yield Hit(
                f"{limit.view.raw.id}: {ends_on(limit)}, before the planned filing.",
                f"claims.{limit.view.raw.id}.accrued",
                fix,
                f"claim.{limit.view.raw.id}",
                _reads(draft, limit),
                Severity.ADVICE if open_ else None,
                limit.law,
            )


@check("LIM-002", "About to expire", Severity.WARNING, formerly="allegations")
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
        told = f"{ends_on(first)}, with the tolling on {on_day(end)}" if end > first.end else ends_on(first)
        left = (end - filing).days if filing else 0
        reads = tuple(dict.fromkeys(path for limit in some for path in _reads(draft, limit)))
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


@check("LIM-004", "Concealment claimed without particulars", Severity.WARNING, "frcp9b", forum="federal")
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


@check("LIM-007", "Outside a statute of repose", Severity.ERROR, "calpers", formerly="allegations")
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
                f"{limit.view.raw.id} is past its repose: {ends_on(limit)}.",
                f"claims.{limit.view.raw.id}.act_date",
                "Leave the claim out, or check the day of the act.",
                f"claim.{limit.view.raw.id}",
                _reads(draft, limit),
                None,
                limit.law,
            )


@check("LIM-008", "Likely to add a defendant later", Severity.ADVICE, "frcp15c", "gillespie", forum="federal")
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


@check("LIM-009", "Tolling without an end", Severity.WARNING, formerly="allegations")
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
                if tolling in tolled(draft, limit.view.raw.id) and moved(draft, limit, tolling) is None:
                    told = (
                        f"{limit.view.raw.id}: {ends_on(limit)}; it is in time only by tolling"
                        f" ({tolling.kind.replace('-', ' ')}), and the sheet does not say from when to when."
                    )
                    yield Hit(
                        told,
                        f"tolling.{position}.through",
                        "Give the days: time runs again after the last.",
                        "tolling",
                        (*_reads(draft, limit), "plaintiffs", "related_cases"),
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
        if one.discovery_rule and not repose and discovered(draft, view):
            continue
        grave = Severity.ERROR if repose else Severity.ADVICE if one.discovery_rule else None
        told = (
            f"{view.raw.id} rests on {by_id(own)}, of {on_day(last)}; {one.period}"
            f" {'of repose ' if repose else ''}from then ended on"
            f" {on_day(years_after(last, years))}, before the planned filing."
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
