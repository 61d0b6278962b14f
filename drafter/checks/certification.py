"""Checks on the definition of classes: members, period, subclasses, the law pleaded for them."""

from __future__ import annotations

import re

from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    citizens,
    class_name,
    classes_in,
    day,
    filing_day,
    first_day,
    last_day,
    listed,
    named,
    states_of,
    support_of,
    titled,
)
from drafter.checks.periods import periods, reach_back
from drafter.complaint import Draft
from drafter.facts.classes import RepresentedGroup
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity

_WIDE = re.compile(r"\bmay have been\b|\breasonably at risk\b|\bcould have been\b|\bmight have\b", re.I)
_ACT = re.compile(r"\b(who|whose|that|which|to whom|from whom)\b", re.I)


@check("CLS-002", "Named plaintiff is not inside the class", Severity.ERROR, "rodriguez431", "frcp23a")
def outside(draft: Draft) -> Found:
    """A plaintiff represents a class limited to States to which nothing ties it, or every purchase it made
    lies outside the class period. A representative must be a member. Silent where the sheet says why it is
    outside.
    """
    for group in classes_in(draft):
        for plaintiff in draft.matter.raw.plaintiffs:
            own = plaintiff.experience
            if group.id not in plaintiff.represents or (own and known(own.not_inside) is not None):
                continue
            path, reads = (
                f"plaintiffs.{plaintiff.id}.represents",
                (f"classes.{group.id}", f"plaintiffs.{plaintiff.id}"),
            )
            ties = citizens(plaintiff) if group.citizens_only else states_of(plaintiff)
            if group.states and ties and not ties & set(map(str, group.states)):
                yield Hit(
                    f"{named(plaintiff)} represents {class_name(group)} and has no tie to"
                    f" {listed(STATE_NAMES[s] for s in group.states)}.",
                    path,
                    "Change the class or the representative.",
                    "classes",
                    reads,
                )
            start, end = first_day(group), last_day(group)
            spans = [
                (day(p.date), day(p.through, latest=True) or day(p.date, latest=True))
                for p in (own.purchases if own else [])
            ]
            if spans and all(
                first and last and ((end and first > end) or (start and last < start))
                for first, last in spans
            ):
                yield Hit(
                    f"Every purchase of {named(plaintiff)} lies outside the period of {class_name(group)}.",
                    path,
                    "Check the dates, or the representative.",
                    "classes",
                    reads,
                )


@check("CLS-004", "Class sweeps in people with no injury", Severity.WARNING, "transunion", "labcorp", "olean")
def sweeps_in(draft: Draft) -> Found:
    """The definition takes in people who did nothing anyone can see (no purchase, notice, use), or who only
    “may have been” affected. The Supreme Court left open in Labcorp v. Davis what becomes of such a class.
    """
    for group in classes_in(draft):
        text = " ".join(str(known(each) or "") for each in (group.members, group.conduct, group.wording))
        found = _WIDE.search(text)
        bare = (
            not known(group.wording)
            and not known(group.conduct)
            and not known(group.product)
            and not _ACT.search(text)
            and not known(group.subclass_of)
        )
        if found or (bare and re.search(r"\b(persons|people|individuals|residents)\b", text)):
            words = f"“{found.group(0)}”" if found else "no act, purchase, notice or use"
            yield Hit(
                f"{class_name(group)} may take in people who were not hurt ({words}).",
                f"classes.{group.id}.conduct",
                "Narrow it to those who paid, received a notice, or had data taken.",
                "classes",
                (f"classes.{group.id}.members", f"classes.{group.id}.wording"),
            )


@check("CLS-006", "Class period reaches past the limitations period", Severity.WARNING, "americanpipe", "fox")
def period_too_early(draft: Draft) -> Found:
    """The class period begins earlier than the filing date less the longest period of a claim, one of repose
    among them, with the days on which the sheet says that time did not run. It
    is silent where tolling that runs anew, or has no end in the sheet, is pleaded for the claim, which
    LIM-001 and LIM-009 look at. Another claim that reaches back far enough, as one
    under the Unfair Competition Law does, does not mend it: a claim has its own period under
    `periods_by_claim`. Silent without a filing date, and for a class without a period, which CLS-005 tells.
    """
    filing = filing_day(draft)
    for group in classes_in(draft):
        start = first_day(group)
        if not filing or not start:
            continue
        short = []
        for view in draft.matter.claims:
            years = max(
                (
                    one.years or 0
                    for cause in view.causes
                    for repose in (False, True)
                    for one in periods(view, cause, repose)
                ),
                default=0,
            )
            if not years or group.id not in view.raw.for_:
                continue
            own = (
                next((day(p.from_) for p in group.periods_by_claim if known(p.claim) == view.raw.id), None)
                or start
            )
            cutoff = reach_back(draft, view, filing, years)
            if cutoff is None:
                continue
            if own < cutoff:
                short.append(
                    (
                        view.raw.id,
                        (
                            f"{view.raw.id} has {years} {'year' if years == 1 else 'years'}, which reach back"
                            f" to {cutoff:%B} {cutoff.day}, {cutoff.year}"
                        ),
                    )
                )
        if short:
            told = (
                f"{class_name(group)} starts on {start:%B} {start.day}, {start.year};"
                f" {listed(words for _, words in short)}."
            )
            reads = ("court.filing_date", "tolling", *(f"claims.{own}.for" for own, _ in short))
            yield Hit(
                told,
                f"classes.{group.id}.period.from",
                "Move the date, give such a claim its own period, or plead the tolling.",
                "classes",
                reads,
            )


@check("CLS-007", "Class period before the conduct began", Severity.WARNING)
def period_before_conduct(draft: Draft) -> Found:
    """The class period begins before the first dated act of a defendant under the claims that are brought for
    the class.
    """
    defendants = {d.id for d in draft.matter.raw.defendants} | {
        g.id for g in draft.matter.raw.defendant_groups
    }
    for group in classes_in(draft):
        start = first_day(group)
        acts = [
            (day(a.date), a.id)
            for claim in draft.matter.raw.claims
            if group.id in claim.for_
            for a in support_of(draft, claim)
            if known(a.actor) in defendants
        ]
        dated = [(when, own) for when, own in acts if when]
        if start and len(dated) > 1 and not any(when is None for when, _ in acts) and start < min(dated)[0]:
            first, own = min(dated)
            yield Hit(
                f"{class_name(group)} starts on {start:%B} {start.day}, {start.year}, before the first act"
                f" alleged ({by_id(own)}, {first:%B} {first.year}).",
                f"classes.{group.id}.period.from",
                "Start it with the conduct, or allege the earlier conduct.",
                "classes",
                (f"allegations.{own}.date",),
            )


@check("CLS-009", "Exclusion removes a named plaintiff", Severity.WARNING, "frcp23a")
def excluded(draft: Draft) -> Found:
    """A plaintiff has a tie to a defendant or to counsel, and a class it represents has the standard
    exclusions.
    """
    for plaintiff in draft.matter.raw.plaintiffs:
        tie = str(known(plaintiff.relations) or "")
        if re.search(
            r"\b(employ|officer|director|counsel|attorney|family|spouse|affiliate|shareholder)", tie, re.I
        ):
            for group in classes_in(draft):
                if group.id in plaintiff.represents and "standard" in group.exclusions:
                    yield Hit(
                        f"{named(plaintiff)} may fall under an exclusion from {class_name(group)}: {tie}.",
                        f"plaintiffs.{plaintiff.id}.relations",
                        "Check that the exclusion does not reach it.",
                        "classes",
                        (f"classes.{group.id}.exclusions",),
                    )


@check("CLS-010", "Subclass is not inside its class", Severity.WARNING, "frcp23c")
def wider_than_class(draft: Draft) -> Found:
    """A subclass is wider than the class it is part of: a State more, an earlier start or a later end."""
    groups = {group.id: group for group in classes_in(draft)}
    for group in groups.values():
        parent = groups.get(str(known(group.subclass_of)))
        if parent is None:
            continue
        why = []
        if parent.states and set(group.states) - set(parent.states):
            why.append(f"its States include {listed(sorted(set(group.states) - set(parent.states)))}")
        starts, ends = (first_day(group), first_day(parent)), (last_day(group), last_day(parent))
        if starts[0] and starts[1] and starts[0] < starts[1]:
            why.append("it starts earlier")
        if ends[0] and ends[1] and ends[0] > ends[1]:
            why.append("it ends later")
        if why:
            yield Hit(
                f"{class_name(group)} is wider than {class_name(parent)}: {listed(why)}.",
                f"classes.{group.id}",
                "A subclass sits inside its class.",
                "classes",
                (f"classes.{parent.id}",),
            )


def _names_a_state(group: RepresentedGroup, laws: set[str]) -> bool:
    """Whether the definition of `group` names one of the States, by its postal abbreviation."""
    parts = (group.members, group.conduct, group.geography, group.wording)
    words = " ".join(str(known(part) or "") for part in parts)
    return any(str(STATE_NAMES.get(state, state)) in words for state in laws)


@check(
    "CLS-011",
    "State-law claim pleaded for a nationwide class",
    Severity.WARNING,
    "langan",
    "mazza",
    "frcp23b",
    rule="class",
)
def state_law_nationwide(draft: Draft) -> Found:
    """A claim under one State's law is for a class not limited to that State, and nothing says why it reaches
    members elsewhere: no reason, no choice of law in the agreement. Advice where a defendant is at home
    there: that is a tie, and alone may not be enough. Whose law governs is decided at certification or
    before, and no rule forbids the pleading: so it is no error.
    """
    groups = {group.id: group for group in classes_in(draft)}
    chosen = {one.id: str(known(one.governing_law)) for one in draft.matter.raw.agreements}
    for view in draft.matter.claims:
        laws = set(view.laws)
        home = {state for defendant in draft.matter.raw.defendants for state in citizens(defendant)}
        reason = known(view.raw.law_reason) is not None or chosen.get(str(known(view.raw.agreement))) in laws
        for own in view.raw.for_:
            group = groups.get(own)
            if (
                laws
                and not reason
                and group
                and not set(map(str, group.states)) & laws
                and not _names_a_state(group, laws)
                and not known(group.subclass_of)
            ):
                states = listed(STATE_NAMES.get(s, s) for s in sorted(laws))
                tie = " Only a defendant’s home ties it to members elsewhere." if laws & home else ""
                yield Hit(
                    f"{titled(view)} is a claim under the law of {states}, for {class_name(group)}, which is"
                    f" not limited to it.{tie}",
                    f"claims.{view.raw.id}.for",
                    "Plead a subclass of that State, or say why its law governs.",
                    f"claim.{view.raw.id}",
                    (f"classes.{own}", f"claims.{view.raw.id}.law_reason", *(["defendants"] if tie else [])),
                    Severity.ADVICE if tie else None,
                )
