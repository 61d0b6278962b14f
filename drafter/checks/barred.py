"""Checks on what the library knows to defeat a claim: holdings by court and facts, opt-ins from other States;
and on what the law asks for once the complaint is filed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Iterator, Sequence

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    authorities,
    citizens,
    facts_under,
    filing_day,
    listed,
    named,
    sued_in,
    support_of,
)
from drafter.complaint import Draft
from drafter.complaint.views.claim import ClaimView
from drafter.facts.classes import RepresentedGroup
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library import Bar, CauseOfAction, Duty
from drafter.library.reach import binds

__all__: list[str] = []

_LESS = {"error": Severity.WARNING}
"""How grave a bar is where the facts tell of something that may save the claim; advice else."""


def _words(draft: Draft, view: ClaimView) -> str:
    """What the sheet says of the facts of a claim: the allegations behind its elements, how they are applied,
    and the conduct that defines its classes.
    """
    told = [known(part) for one in support_of(draft, view.raw) for part in (one.text, one.gist)]
    told += [known(support.application) for support in view.raw.elements.values()]
    told += [known(group.conduct) for group in draft.matter.raw.classes if group.id in view.raw.for_]
    return " ".join(str(part) for part in told if part)


def _said(words: Sequence[str], text: str) -> list[str]:
    """Which of `words` stand in `text`, as whole words, in the singular or the plural."""
    return [word for word in map(str, words) if re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE)]


_LINES = re.compile(
    r"\b(?:another|other) States?\b|\bState lines\b|\binterstate\b|\bout[- ]of[- ]state\b", re.I
)


def _names_another_state(draft: Draft, text: str) -> bool:
    """Whether `text` names another State than the court's, or speaks of State lines."""
    others = [
        name.removeprefix("the ")
        for code, name in STATE_NAMES.items()
        if code != str(draft.matter.profile.state)
    ]
    return bool(_LINES.search(text) or re.search(rf"\b(?:{'|'.join(map(re.escape, others))})\b", text))


def _bars(draft: Draft) -> Iterator[tuple[ClaimView, CauseOfAction, Bar]]:
    for view in draft.matter.claims:
        for cause in view.causes:
            for bar in cause.barred:
                if binds(map(str, bar.courts), draft.matter.profile) and (view.raw.for_ or not bar.classes):
                    yield view, cause, bar


@check("CLM-026", "What is held here defeats the claim on its facts", Severity.ERROR, formerly="allegations")
def defeated(draft: Draft) -> Found:
    """The library knows a holding of this court's circuit, or a statute, that defeats a claim of this kind on
    facts that the sheet pleads: texts under 47 U.S.C. § 227(c)(5) in the Seventh
    Circuit, code sent by a pixel under the Video Privacy Protection Act in the Second. A cause tells of it
    under “barred”. It is a step less grave where the facts behind the claim tell of
    something else besides that may save it. What it looks at are the words of those facts.
    """
    for view, _, bar in _bars(draft):
        text = _words(draft, view)
        found = _said(bar.facts, text)
        if (
            (bar.facts and not found)
            or (bar.answer and known(view.raw.answers.get(str(bar.answer))))
            or (bar.elsewhere and not _names_another_state(draft, text))
        ):
            continue
        saved = _said(bar.unless, text)
        told = f"{view.raw.id}: {bar.text}" + (f" Its facts speak of “{found[0]}”." if found else "")
        severity = _LESS.get(str(bar.severity), Severity.ADVICE) if saved else Severity(bar.severity)
        reads = ("court.id", *facts_under(draft, view.raw), f"claims.{view.raw.id}")
        yield Hit(
            told,
            f"claims.{view.raw.id}.theories",
            str(bar.fix),
            f"claim.{view.raw.id}",
            reads,
            severity,
            authorities(bar.law),
        )


# --- collectives
# ------------------------------------------------------------------------------------------------------------


def _elsewhere(draft: Draft, view: ClaimView) -> list[RepresentedGroup]:
    """The collectives of a claim that reach employees of other States than the court's, as far as their
    States or the words of their definition say.
    """
    home = str(draft.matter.profile.state)
    groups = [
        group
        for group in draft.matter.raw.classes
        if group.id in view.raw.for_ and group.device == "flsa-collective"
    ]
    return [
        group
        for group in groups
        if (set(map(str, group.states)) != {home} if group.states else not _names(group, STATE_NAMES[home]))
    ]


def _names(group: RepresentedGroup, state: str) -> bool:
    words = " ".join(
        str(known(part))
        for part in (group.geography, group.members, group.conduct, group.wording)
        if known(part)
    )
    return state.removeprefix("the ") in words


@check(
    "PJ-006",
    "Collective reaches employees elsewhere, and no employer is at home here",
    Severity.WARNING,
    "harrington",
    "waters",
)
def opt_ins_elsewhere(draft: Draft) -> Found:
    """One who opts in becomes a party, and a court that has only specific jurisdiction over the employer has
    none over the claim of one who worked elsewhere: so the Third, Sixth,
    Seventh, Eighth and Ninth Circuits; the First holds otherwise, and the others have not said. The sheet's
    collective is not limited to this State, and no employer sued is at home here.
    Silent where the sheet does not say where an employer is at home.
    """
    home = str(draft.matter.profile.state)
    for view in draft.matter.claims:
        employers = [one for one in sued_in(draft, view.raw) if one.kind != "does"]
        if (
            view.kind != "opt-in-collective"
            or not employers
            or any(not citizens(one) or home in citizens(one) for one in employers)
        ):
            continue
        for group in _elsewhere(draft, view):
            states = (
                f"takes in {listed(STATE_NAMES.get(str(one), str(one)) for one in group.states)}"
                if group.states
                else "is not limited to this State"
            )
            told = (
                f"{view.raw.id}: {known(group.name) or group.id} {states}, and"
                f" {listed(map(named, employers))} {'is' if len(employers) == 1 else 'are'} not at home in"
                f" {STATE_NAMES[home]}."
            )
            reads = ("defendants", f"claims.{view.raw.id}.for", "court.id")
            yield Hit(
                told,
                f"classes.{group.id}.states",
                "Limit it to those who worked in this State, or file where an employer is at home.",
                "classes",
                reads,
            )


# --- after filing
# ------------------------------------------------------------------------------------------------------------


def _due(duty: Duty, filing: date | None) -> str:
    """When a duty falls due, in words."""
    if not duty.days or not filing:
        return ""
    due = filing + timedelta(days=duty.days)
    return f" It would be due on {due:%B} {due.day}, {due.year}."


@check("PRE-017", "Duty once the complaint is filed", Severity.ADVICE)
def after_filing(draft: Draft) -> Found:
    """The law of a claim asks for something after filing: a copy to a public officer, service on a Secretary,
    a published notice. A cause tells of it under “after_filing”; the day is
    reckoned from the planned filing date. What a check of its own tells is left to it.
    """
    told: dict[str, tuple[list[ClaimView], Duty]] = {}
    for view in draft.matter.claims:
        for duty in (duty for cause in view.causes for duty in cause.after_filing):
            if (
                duty.forum in ("any", draft.matter.profile.system)
                and (view.raw.for_ or not duty.classes)
                and not duty.told_by
            ):
                told.setdefault(f"{duty.text} {duty.cite}", ([], duty))[0].append(view)
    for views, duty in told.values():
        own = listed(view.raw.id for view in views)
        words = f"{own}: {str(duty.text or duty.cite).rstrip('.')}.{_due(duty, filing_day(draft))}"
        yield Hit(
            words,
            f"claims.{views[0].raw.id}.theories",
            "Have it ready on the day of filing, and note its day."
            if duty.days
            else "Note who sees to it, and when.",
            f"claim.{views[0].raw.id}",
            ("court.filing_date",),
            None,
            authorities([duty]),
        )
