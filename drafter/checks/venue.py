"""Checks on venue, the division, and personal jurisdiction."""

from __future__ import annotations

from drafter.checks.index import FEDERAL, STATE, citizens, listed, named, states_of
from drafter.checks.registry import Found, Hit, check
from drafter.complaint import Draft
from drafter.facts.parties import Defendant
from drafter.facts.values import STATE_NAMES, known
from drafter.findings import Severity

ENTITIES = ("corporation", "llc", "partnership", "association", "foreign-entity")


def _grounds(draft: Draft) -> list[str]:
    return list(draft.matter.raw.venue.grounds) if draft.matter.raw.venue else []


@check("VEN-001", "No venue ground", Severity.ERROR, "1391")
def no_ground(draft: Draft) -> Found:
    """Nothing says why venue is proper: a defendant resides here, a substantial part of the events happened here, or, only if neither is open, the fallback."""
    if not _grounds(draft):
        yield Hit("Nothing says why venue is proper.", "venue.grounds", "Choose residence or events, with the local facts.", "venue")


@check("VEN-002", "Residence venue but defendants reside in different States", Severity.ERROR, "1391", by_court=FEDERAL)
def not_all_reside(draft: Draft) -> Found:
    """Section 1391(b)(1) wants all defendants to be residents of the State. An entity resides where it is subject to personal jurisdiction, so one with a ground of personal
    jurisdiction here is taken to reside here; a person resides at the domicile."""
    home = draft.matter.profile.state
    if "defendant-resides" not in _grounds(draft) or "events" in _grounds(draft):
        return
    for defendant in draft.matter.raw.defendants:
        at_home = home in citizens(defendant) or (defendant.kind in ENTITIES and bool(defendant.personal_jurisdiction))
        if defendant.kind != "does" and citizens(defendant) and not at_home:
            yield Hit(f"{named(defendant)} does not appear to reside in {STATE_NAMES[home]}; § 1391(b)(1) wants all defendants to.", "venue.grounds", "Use the events, § 1391(b)(2).", "venue", (f"defendants.{defendant.id}",))


@check("VEN-003", "‘Substantial part of the events’ with no local fact", Severity.WARNING, "1391")
def no_local_fact(draft: Draft) -> Found:
    """Venue rests on events here and nothing places one here: no venue facts, no allegation cited for venue, no allegation whose place lies in the State."""
    venue, home = draft.matter.raw.venue, draft.matter.profile.state
    if venue is None or "events" not in venue.grounds or known(venue.facts) is not None or venue.allegations:
        return
    places = [str(known(allegation.place)) for allegation in draft.matter.allegations.values() if known(allegation.place)]
    if not any(word in place for place in places for word in (STATE_NAMES[home], f", {home}")):
        yield Hit(f"Venue rests on events in the {draft.matter.profile.district}, and no fact in the sheet is placed there.", "venue.facts", "Say what happened here: where someone bought, saw, was billed or hurt.", "venue", ("allegations",))


@check("VEN-004", "Fallback venue pleaded first", Severity.WARNING, "1391", by_court=FEDERAL)
def fallback_first(draft: Draft) -> Found:
    """Section 1391(b)(3) applies only where no other district qualifies, and another ground is pleaded beside it."""
    if "fallback" in _grounds(draft) and {"defendant-resides", "events"} & set(_grounds(draft)):
        yield Hit("The fallback of § 1391(b)(3) is pleaded beside a ground that excludes it.", "venue.grounds", "Leave the fallback out.", "venue")


@check("VEN-005", "Divisional assignment missing", Severity.WARNING, "lr-cand3", by_court=FEDERAL)
def no_division(draft: Draft) -> Found:
    """The court wants the division and why, and the sheet has neither the county of the events nor a division."""
    profile, court = draft.matter.profile, draft.matter.raw.court
    if profile.division_section and court and known(court.county) is None and known(court.division) is None:
        yield Hit(f"The {profile.district} wants a paragraph on the division, and the sheet names no county.", "court.county", "Give the county where most of the events happened; it picks the division.", "division")


@check("VEN-006", "County and division disagree", Severity.WARNING, "lr-cand3")
def wrong_division(draft: Draft) -> Found:
    """The division that the sheet names does not serve the county of the events; or no division of the court serves that county."""
    profile, court = draft.matter.profile, draft.matter.raw.court
    county, division = (known(court.county), known(court.division)) if court else (None, None)
    if county and profile.counties and str(county).lower() not in [str(each).lower() for each in profile.counties]:
        yield Hit(f"The {profile.name} does not sit in {county} County.", "court.county", "Check the county, or the court.", "", ("court.id",))
    if not county or not any(each.counties for each in profile.divisions):
        return
    serving = [str(each.name) for each in profile.divisions if any(str(county).lower() == str(name).lower() for name in each.counties)]
    if not serving and all(each.counties for each in profile.divisions):
        yield Hit(f"No division of the {profile.district} serves {county} County.", "court.county", "Check the county, or the court.", "division", ("court.division",))
    elif serving and division and str(division).lower() not in [name.lower() for name in serving]:
        if court and known(court.division_reason) is None:
            yield Hit(f"{county} County is served by {listed(serving)}, not by {division}.", "court.division", "Leave the division out and let the county pick it, or say why.", "division", ("court.county", "court.division_reason"))


@check("VEN-007", "CLRA venue", Severity.WARNING, "clra1780d", by_court=STATE)
def clra_county(draft: Draft) -> Found:
    """An action under the Consumers Legal Remedies Act may be filed where the transaction occurred or where the defendant resides, has its principal place of business or does
    business. Nothing in the sheet ties this county to one of these."""
    court = draft.matter.raw.court
    county = known(court.county) if court else None
    if draft.matter.profile.state != "CA" or not county or not any("ca-clra" in claim.theories for claim in draft.matter.raw.claims):
        return
    homes = [known(d.principal_place_of_business.county) for d in draft.matter.raw.defendants if d.principal_place_of_business]
    bought = [known(p.place.county) for one in draft.matter.raw.plaintiffs for p in (one.experience.purchases if one.experience else []) if p.place]
    venue = draft.matter.raw.venue
    told = str(known(venue.facts) or "") if venue else ""
    if str(county) not in [str(each) for each in (*homes, *bought)] and str(county) not in told:
        yield Hit(f"Nothing ties {county} County to the transaction or to a defendant, as Civil Code § 1780(d) wants.", "court.county", "Give the county of the purchase or of the defendant’s business.", "venue", ("plaintiffs", "defendants"))


# --- personal jurisdiction -----------------------------------------------------------------------------------------------------------------


def _at_home(defendant: Defendant, state: str) -> bool:
    return state in citizens(defendant)


@check("PJ-001", "No ground for personal jurisdiction over a defendant", Severity.WARNING, "ford", "bms")
def no_personal_jurisdiction(draft: Draft) -> Found:
    """Nothing says why the court has power over a defendant. Rule 8 does not ask for it, but it is nearly always challenged."""
    for defendant in draft.matter.raw.defendants:
        if defendant.kind != "does" and not defendant.personal_jurisdiction:
            yield Hit(f"Nothing says why the court has power over {named(defendant)}.", f"defendants.{defendant.id}.personal_jurisdiction", "Give general (its home) or specific (contacts here tied to the claims), with facts.", "personal-jurisdiction")


@check("PJ-002", "General jurisdiction claimed away from home", Severity.WARNING, "bms", "ford")
def general_away(draft: Draft) -> Found:
    """General jurisdiction is pleaded over an entity that is neither organized in this State nor has its principal place of business here."""
    home = draft.matter.profile.state
    for defendant in draft.matter.raw.defendants:
        general = any(ground.kind == "general" for ground in defendant.personal_jurisdiction)
        if general and citizens(defendant) and not _at_home(defendant, home):
            yield Hit(f"{named(defendant)} is at home in {listed(STATE_NAMES.get(s, s) for s in sorted(citizens(defendant)))}, not in {STATE_NAMES[home]}.", f"defendants.{defendant.id}.personal_jurisdiction", "Plead specific jurisdiction, or file where it is at home.", "personal-jurisdiction", (f"defendants.{defendant.id}",))


def _specific_only(draft: Draft, defendant: Defendant) -> bool:
    kinds = {ground.kind for ground in defendant.personal_jurisdiction}
    return kinds == {"specific"} and bool(citizens(defendant)) and not _at_home(defendant, str(draft.matter.profile.state))


@check("PJ-003", "Non-resident named plaintiff and specific jurisdiction only", Severity.WARNING, "bms")
def foreign_plaintiff(draft: Draft) -> Found:
    """A named plaintiff has no tie to this State, and a defendant is subject only to specific jurisdiction here: that plaintiff's own claim may lie outside the court's power.
    Silent where another defendant at home here is sued on the same claim only, and where the contacts pleaded are where the wrong was done."""
    home = str(draft.matter.profile.state)
    specific = [defendant for defendant in draft.matter.raw.defendants if _specific_only(draft, defendant)]
    for plaintiff in draft.matter.raw.plaintiffs:
        if specific and states_of(plaintiff) and home not in states_of(plaintiff) and len(specific) == len([d for d in draft.matter.raw.defendants if d.kind != "does"]):
            told = f"{named(plaintiff)} has no tie to {STATE_NAMES[home]}, and {listed(named(d) for d in specific)} {'is' if len(specific) == 1 else 'are'} not at home there."
            yield Hit(told, f"plaintiffs.{plaintiff.id}", "Show that this plaintiff’s claim arises from what was done here, or file where a defendant is at home.", "personal-jurisdiction", tuple(f"defendants.{d.id}" for d in specific))


@check("PJ-004", "Nationwide class and specific jurisdiction only", Severity.ADVICE, "bms", "mussat", "lyngaas", "molock", by_court=FEDERAL)
def nationwide_specific(draft: Draft) -> Found:
    """A class reaches beyond this State and no defendant is at home here: expect an argument that the court lacks power over the claims of members elsewhere."""
    wide = [group for group in draft.matter.raw.classes if group.device == "rule-23" and not group.states]
    defendants = [defendant for defendant in draft.matter.raw.defendants if defendant.kind != "does"]
    if wide and defendants and all(_specific_only(draft, defendant) for defendant in defendants):
        yield Hit(f"{known(wide[0].name) or wide[0].id} reaches beyond {STATE_NAMES[draft.matter.profile.state]}, and no defendant is at home here.", f"classes.{wide[0].id}.geography", "Filing where a defendant is at home avoids the argument.", "personal-jurisdiction", ("defendants",))


@check("PJ-005", "Online defendant: no fact on users in the forum", Severity.ADVICE, "briskin")
def online_defendant(draft: Draft) -> Found:
    """Specific jurisdiction over an online defendant is pleaded in a privacy case without a word on the users, devices or customers in this State."""
    if not any("privacy" in {str(each) for each in cause.subjects} for own in draft.matter.theories.values() for cause in own):
        return
    home = STATE_NAMES[draft.matter.profile.state].removeprefix("the ")
    for defendant in draft.matter.raw.defendants:
        specific = [ground for ground in defendant.personal_jurisdiction if ground.kind == "specific"]
        said = " ".join(str(known(ground.facts) or "") for ground in specific)
        if specific and home not in said and "here" not in said and "District" not in said and not any(ground.allegations for ground in specific):
            yield Hit(f"{named(defendant)}: the facts of specific jurisdiction do not mention users in {home}.", f"defendants.{defendant.id}.personal_jurisdiction", f"Say what it knew of users in {home}, and took from or sent to them.", "personal-jurisdiction")
