"""Checks on venue, the division, and personal jurisdiction."""

from __future__ import annotations

import re

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    FEDERAL,
    STATE,
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


def _grounds(draft: Draft) -> list[str]:
    return list(draft.matter.raw.venue.grounds) if draft.matter.raw.venue else []


@check("VEN-001", "No venue ground", Severity.ERROR, "1391", by_court={"state": Severity.WARNING})
def no_ground(draft: Draft) -> Found:
    """Nothing says why venue is proper: a defendant resides here, a substantial part of the events happened
    here, or, only if neither is open, the fallback.
    """
    if not _grounds(draft):
        yield Hit(
            "Nothing says why venue is proper.",
            "venue.grounds",
            "Choose residence or events, with the local facts.",
            "venue",
        )


@check(
    "VEN-002",
    "Residence venue that the defendants’ residences do not bear out",
    Severity.ERROR,
    "1391",
    by_court=FEDERAL,
)
def not_all_reside(draft: Draft) -> Found:
    """Section 1391(b)(1) wants all defendants to be residents of the State, and one of them of this district.
    An entity resides where it is subject to personal jurisdiction: where its
    home is, and where its contacts are that the sheet gives as the ground; a person resides at the domicile;
    one who does not reside in the United States is disregarded. It counts
    beside another ground too, since the complaint would say that they reside here.
    """
    ties = draft.matter.ties
    if "defendant-resides" not in _grounds(draft) or not ties.touched:
        return
    there = {one.id: ties.resides(one) for one in draft.matter.raw.defendants if one.kind != "does"}
    for defendant in draft.matter.raw.defendants:
        if there.get(defendant.id) == "elsewhere":
            yield Hit(
                f"{named(defendant)} does not appear to reside in {ties.name}; § 1391(b)(1) wants all"
                " defendants to.",
                "venue.grounds",
                "Use the events, § 1391(b)(2).",
                "venue",
                (f"defendants.{defendant.id}",),
            )
    if there and "district" not in there.values() and not {"elsewhere", "unknown"} & set(there.values()):
        yield Hit(
            f"No defendant appears to reside in the {draft.matter.profile.district}; § 1391(b)(1) wants one"
            " who does.",
            "venue.grounds",
            "Give the county of a defendant’s home, or its contacts with this District; or use the events, §"
            " 1391(b)(2).",
            "venue",
            ("defendants",),
        )


@check("VEN-003", "‘Substantial part of the events’ with no local fact", Severity.WARNING, "1391")
def no_local_fact(draft: Draft) -> Found:
    """Venue rests on events here and nothing places one here: no venue facts, or facts that name only places
    elsewhere; no allegation cited for venue, no allegation whose place lies in
    the State. Facts written for the court of another State count where they name a place in this one.
    """
    venue, ties = draft.matter.raw.venue, draft.matter.ties
    if venue is None or "events" not in venue.grounds or not ties.touched:
        return
    facts = known(venue.facts)
    there = [draft.matter.allegations[own] for own in venue.allegations if own in draft.matter.allegations]
    if (facts is not None and ties.counts(str(facts))) or (
        facts is None
        and any(ties.counts(f"{known(one.text) or ''} {known(one.place) or ''}") for one in there)
    ):
        return
    if facts is not None or not any(
        ties.lies_here(str(known(one.place))) for one in draft.matter.allegations.values() if known(one.place)
    ):
        told = (
            "what is said of venue places none there"
            if facts is not None
            else "no fact in the sheet is placed there"
        )
        yield Hit(
            f"Venue rests on events in the {draft.matter.profile.district}, and {told}.",
            "venue.facts",
            "Say what happened here: where someone bought, saw, was billed or hurt.",
            "venue",
            ("allegations", "court.id"),
        )


@check("VEN-004", "Fallback venue pleaded first", Severity.WARNING, "1391", by_court=FEDERAL)
def fallback_first(draft: Draft) -> Found:
    """Section 1391(b)(3) applies only where no other district qualifies, and another ground is pleaded beside
    it.
    """
    if "fallback" in _grounds(draft) and {"defendant-resides", "events"} & set(_grounds(draft)):
        yield Hit(
            "The fallback of § 1391(b)(3) is pleaded beside a ground that excludes it.",
            "venue.grounds",
            "Leave the fallback out.",
            "venue",
        )


@check("VEN-005", "Divisional assignment missing", Severity.WARNING, "lr-cand3", by_court=FEDERAL)
def no_division(draft: Draft) -> Found:
    """The court wants the division and why, and the sheet has neither the county of the events nor a
    division.
    """
    profile, court = draft.matter.profile, draft.matter.raw.court
    if profile.division_section and court and known(court.county) is None and known(court.division) is None:
        yield Hit(
            f"The {profile.district} wants a paragraph on the division, and the sheet names no county.",
            "court.county",
            "Give the county where most of the events happened; it picks the division.",
            "division",
        )


@check("VEN-006", "County and division disagree", Severity.WARNING, "lr-cand3")
def wrong_division(draft: Draft) -> Found:
    """The division that the sheet names does not serve the county of the events, or is none of the court's;
    or no division of the court serves that county.
    """
    profile, court = draft.matter.profile, draft.matter.raw.court
    county, division = (known(court.county), known(court.division)) if court else (None, None)
    if (
        county
        and profile.counties
        and str(county).lower() not in [str(each).lower() for each in profile.counties]
    ):
        yield Hit(
            f"The {profile.name} does not sit in {county} County.",
            "court.county",
            "Check the county, or the court.",
            "",
            ("court.id",),
        )
    chosen = re.split(r",? or |, ", str(division or "").lower().removesuffix(" division"))
    names = [str(each.name) for each in profile.divisions]
    if division and names and not set(chosen) <= {name.lower() for name in names}:
        yield Hit(
            f"The {profile.district} has no {division} Division; it has {listed(names)}.",
            "court.division",
            "Leave the division out and let the county pick it, or name one of these.",
            "division",
            ("court.id",),
        )
        return
    if not county or not any(each.counties for each in profile.divisions):
        return
    serving = [
        str(each.name)
        for each in profile.divisions
        if any(str(county).lower() == str(name).lower() for name in each.counties)
    ]
    if not serving and all(each.counties for each in profile.divisions):
        yield Hit(
            f"No division of the {profile.district} serves {county} County.",
            "court.county",
            "Check the county, or the court.",
            "division",
            ("court.division",),
        )
    elif serving and division and not set(chosen) <= {name.lower() for name in serving}:
        if court and known(court.division_reason) is None:
            yield Hit(
                f"{county} County is served by {listed(serving)}, not by {division}.",
                "court.division",
                "Leave the division out and let the county pick it, or say why.",
                "division",
                ("court.county", "court.division_reason"),
            )


@check(
    "VEN-008",
    "Court of a State that nothing in the sheet touches",
    Severity.ERROR,
    "1391",
    "bms",
    "ford",
    concern=Concern.JURISDICTION,
)
def nothing_here(draft: Draft) -> Found:
    """The sheet places no party, class or event in the State of the court: neither personal jurisdiction nor
    venue there has a fact to stand on. So where a matter is drafted for another
    State's court than the one for which it was written. The draft says neither, and asks for both.
    """
    ties = draft.matter.ties
    if not ties.touched:
        told = (
            f"Nothing in the sheet lies in {ties.name}: no party, no event. Neither personal jurisdiction nor"
            f" venue in the {draft.matter.profile.district} has a fact to stand on."
        )
        yield Hit(
            told,
            "court.id",
            "File where a defendant is at home or the events happened, or add what ties the case to this"
            " State.",
            "venue",
            ("plaintiffs", "defendants", "allegations", "venue", "classes"),
        )


@check("VEN-007", "CLRA venue", Severity.WARNING, "clra1780d", by_court=STATE)
def clra_county(draft: Draft) -> Found:
    """An action under the Consumers Legal Remedies Act may be filed where the transaction occurred or where
    the defendant resides, has its principal place of business or does
    business. Nothing in the sheet ties this county to one of these.
    """
    court = draft.matter.raw.court
    county = known(court.county) if court else None
    if (
        draft.matter.profile.state != "CA"
        or not county
        or not any("ca-clra" in claim.theories for claim in draft.matter.raw.claims)
    ):
        return
    homes = [
        known(d.principal_place_of_business.county)
        for d in draft.matter.raw.defendants
        if d.principal_place_of_business
    ]
    bought = [
        known(p.place.county)
        for one in draft.matter.raw.plaintiffs
        for p in (one.experience.purchases if one.experience else [])
        if p.place
    ]
    venue = draft.matter.raw.venue
    told = str(known(venue.facts) or "") if venue else ""
    if str(county) not in [str(each) for each in (*homes, *bought)] and str(county) not in told:
        yield Hit(
            f"Nothing ties {county} County to the transaction or to a defendant, as Civil Code § 1780(d)"
            " wants.",
            "court.county",
            "Give the county of the purchase or of the defendant’s business.",
            "venue",
            ("plaintiffs", "defendants"),
        )


# --- personal jurisdiction


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
    by_court=FEDERAL,
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


@check("PJ-005", "Online defendant: no fact on users in the forum", Severity.ADVICE, "briskin")
def online_defendant(draft: Draft) -> Found:
    """Specific jurisdiction over an online defendant is pleaded in a privacy case without a word on the
    users, devices or customers in this State.
    """
    if not any(
        "privacy" in {str(each) for each in cause.subjects}
        for own in draft.matter.theories.values()
        for cause in own
    ):
        return
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
