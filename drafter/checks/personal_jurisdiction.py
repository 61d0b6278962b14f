"""Checks on personal jurisdiction."""

from __future__ import annotations

from drafter.checks.engine.conditions import subject
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    citizens,
    listed,
    named,
    plaintiffs_of,
    states_of,
    sued_in,
    support_of,
)
from drafter.complaint import Draft
from drafter.facts.claims import Claim
from drafter.facts.defendants import Defendant
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity


def _at_home(defendant: Defendant, state: str) -> bool:
    return state in citizens(defendant)


@check("PJ-001", "No ground for personal jurisdiction over a defendant", Severity.WARNING, "ford", "bms")
def no_personal_jurisdiction(draft: Draft) -> Found:
    """Nothing says why the court has power over a defendant, or what is said places nothing in this State.
    Rule 8 does not ask for it, but it is nearly always challenged. It is an error where
    the draft is for a court of another State than the one for which the facts were written: what is said is
    then of that court's power.
    """
    ties = draft.matter.ties
    for defendant in draft.matter.raw.defendants if ties.touched else []:
        path = f"defendants.{defendant.id}.personal_jurisdiction"
        facts = [(ground.kind, str(known(ground.facts) or "")) for ground in defendant.personal_jurisdiction]
        if defendant.kind != "does" and not facts:
            yield Hit(
                f"Nothing says why the court has power over {named(defendant)}.",
                path,
                "Give general (its home) or specific (contacts here tied to the claims), with facts.",
                "personal-jurisdiction",
            )
        elif (
            facts
            and not any(ties.counts(words) for _, words in facts)
            and not _general_away(draft, defendant)
            and {kind for kind, _ in facts} & {"general", "specific"}
        ):
            told = f"What is said of the court’s power over {named(defendant)} places nothing in {ties.name}."
            yield Hit(
                told,
                path,
                f"Say what ties it, and the claims, to {ties.name}.",
                "personal-jurisdiction",
                ("court.id",),
                None if ties.own else Severity.ERROR,
            )


def _general_away(draft: Draft, defendant: Defendant) -> bool:
    general = any(ground.kind == "general" for ground in defendant.personal_jurisdiction)
    return general and bool(citizens(defendant)) and not _at_home(defendant, draft.matter.ties.state)


@check("PJ-002", "General jurisdiction claimed away from home", Severity.WARNING, "bms", "ford")
def general_away(draft: Draft) -> Found:
    """General jurisdiction is pleaded over an entity that is neither organized in this State nor has its
    principal place of business here. It is an error where the draft is for a court
    of another State than the one for which that was written.
    """
    ties = draft.matter.ties
    for defendant in draft.matter.raw.defendants if ties.touched else []:
        if _general_away(draft, defendant):
            yield Hit(
                f"{named(defendant)} is at home in"
                f" {listed(STATE_NAMES.get(s, s) for s in sorted(citizens(defendant)))}, not in {ties.name}.",
                f"defendants.{defendant.id}.personal_jurisdiction",
                "Plead specific jurisdiction, or file where it is at home.",
                "personal-jurisdiction",
                (f"defendants.{defendant.id}", "court.id"),
                None if ties.own else Severity.ERROR,
            )


def _specific_only(draft: Draft, defendant: Defendant) -> bool:
    kinds = {ground.kind for ground in defendant.personal_jurisdiction}
    return (
        kinds == {"specific"}
        and bool(citizens(defendant))
        and not _at_home(defendant, draft.matter.ties.state)
    )


def _acts_here(draft: Draft, claim: Claim, defendant: Defendant) -> bool:
    """Whether the contacts pleaded are the acts sued on: an allegation cited for them supports an element of
    the claim.
    """
    cited = {own for ground in defendant.personal_jurisdiction for own in ground.allegations}
    return bool(cited & {one.id for one in support_of(draft, claim)})


@check("PJ-003", "Non-resident named plaintiff and specific jurisdiction only", Severity.WARNING, "bms")
def foreign_plaintiff(draft: Draft) -> Found:
    """A named plaintiff has no tie to this State, and a defendant that the plaintiff sues is subject only to
    specific jurisdiction here: that plaintiff's own claim against it may lie outside
    the court's power, whoever else is sued. Tested plaintiff by plaintiff and defendant by defendant, claim
    by claim. Silent where an allegation cited for the contacts supports an
    element of the claim: the wrong was done here.
    """
    home, sheet = draft.matter.ties.state, draft.matter.raw
    for plaintiff in sheet.plaintiffs if draft.matter.ties.touched else []:
        if not states_of(plaintiff) or home in states_of(plaintiff):
            continue
        pairs = [
            (claim, one)
            for claim in sheet.claims
            if plaintiff in plaintiffs_of(draft, claim)
            for one in sued_in(draft, claim)
        ]
        beyond = {
            one.id: one
            for claim, one in pairs
            if _specific_only(draft, one) and not _acts_here(draft, claim, one)
        }
        if beyond:
            told = (
                f"{named(plaintiff)} has no tie to {STATE_NAMES[home]}, and"
                f" {listed(named(d) for d in beyond.values())} {'is' if len(beyond) == 1 else 'are'} not at"
                " home there."
            )
            yield Hit(
                told,
                f"plaintiffs.{plaintiff.id}",
                "Show that this plaintiff’s claim arises from what was done here (the allegations of the"
                " contacts), or file where the defendant is at home.",
                "personal-jurisdiction",
                (*(f"defendants.{own}" for own in beyond), "claims"),
            )


@check(
    "PJ-004",
    "Nationwide class and specific jurisdiction only",
    Severity.ADVICE,
    "bms",
    "mussat",
    "lyngaas",
    "molock",
    "cruson",
    forum="federal",
)
def nationwide_specific(draft: Draft) -> Found:
    """A class reaches beyond this State and a defendant sued for it is not at home here: expect an argument
    that the court lacks power over the claims of members elsewhere against
    that defendant.
    """
    for group in draft.matter.raw.classes if draft.matter.ties.touched else []:
        parent = known(group.subclass_of)
        if group.device != "rule-23" or group.states or parent:
            continue
        sued = {
            one.id: one
            for claim in draft.matter.raw.claims
            if group.id in claim.for_
            for one in sued_in(draft, claim)
        }
        beyond = [one for one in sued.values() if _specific_only(draft, one)]
        if beyond:
            told = (
                f"{known(group.name) or group.id} reaches beyond {draft.matter.ties.name}, and"
                f" {listed(named(one) for one in beyond)} {'is' if len(beyond) == 1 else 'are'} not at home"
                " here."
            )
            yield Hit(
                told,
                f"classes.{group.id}.geography",
                "Filing where a defendant is at home avoids the argument.",
                "personal-jurisdiction",
                ("defendants", "claims"),
            )


@check(
    "PJ-005",
    "Online defendant: no fact on users in the forum",
    Severity.ADVICE,
    "briskin",
    when=subject("privacy"),
)
def online_defendant(draft: Draft) -> Found:
    """Specific jurisdiction over an online defendant is pleaded in a privacy case without a word on the
    users, devices or customers in this State.
    """
    home = STATE_NAMES[draft.matter.profile.state].removeprefix("the ")
    for defendant in draft.matter.raw.defendants:
        specific = [ground for ground in defendant.personal_jurisdiction if ground.kind == "specific"]
        said = " ".join(str(known(ground.facts) or "") for ground in specific)
        if (
            specific
            and home not in said
            and "here" not in said
            and "District" not in said
            and not any(ground.allegations for ground in specific)
        ):
            yield Hit(
                f"{named(defendant)}: the facts of specific jurisdiction do not mention users in {home}.",
                f"defendants.{defendant.id}.personal_jurisdiction",
                f"Say what it knew of users in {home}, and took from or sent to them.",
                "personal-jurisdiction",
            )
