"""Checks on venue and the division."""

from __future__ import annotations

import re

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import authority, cited, listed, named, paths_of
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity


def _grounds(draft: Draft) -> list[str]:
    return list(draft.matter.raw.venue.grounds) if draft.matter.raw.venue else []


@check(
    "VEN-001", "No venue ground", Severity.ERROR, "1391", by_court={"state": Severity.WARNING}, rule="venue"
)
def no_ground(draft: Draft) -> Found:
    """Nothing says why venue is proper: a defendant resides here, a substantial part of the events happened
    here, or, only if neither is open, the fallback; in a State court, a ground of its own venue law. An
    agreement on the forum is no ground of the federal statute: it bears on a transfer.
    """
    grounds, court = _grounds(draft), draft.matter.profile
    if _is_open(draft, grounds):
        return
    told = "Nothing says why venue is proper."
    if grounds:
        named = listed(_CALLED.get(ground, ground) for ground in grounds)
        told = f"Venue rests on {named} alone, which the venue law of this court does not have as a ground."
    counties = "; ".join(f"in {ground.county}" for ground in court.venue)
    fix = f"An action is tried {counties}." if counties else "Choose residence or events."
    clause = court.system == "federal" and "agreement" in grounds
    yield Hit(
        told,
        "venue.grounds",
        f"{fix} Give the ground, with the local facts.",
        "venue",
        ("court.id",) if grounds else (),
        authority=(authority(draft, "1404"),) if clause else (),
    )


_CALLED = {
    "agreement": "an agreement of the parties",
    "county": "the county",
    "fallback": "the fallback",
    "property": "the property",
    "events": "the events",
    "defendant-resides": "a defendant’s residence",
}
"""What the grounds of the sheet are called."""


def _is_open(draft: Draft, grounds: list[str]) -> bool:
    """Whether a ground of the sheet is one of the court's venue law: in a federal court, of the general or a
    special statute; in a State court, of its profile, or a special statute or the county that the sheet gives
    facts for. A profile that holds no venue law takes any.
    """
    court = draft.matter.profile
    if court.system == "federal":
        return bool(draft.matter.ties.venue_laws)
    known_there = {str(own) for ground in court.venue for own in ground.grounds} | {"statute", "county"}
    return bool(set(grounds) & known_there if court.venue else grounds)


@check(
    "VEN-002",
    "Residence venue that the defendants’ residences do not bear out",
    Severity.ERROR,
    "1391",
    forum="federal",
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
                f"{named(defendant)} does not appear to reside in {ties.name};"
                f" {cited(draft, '1391', 'residence')} wants all"
                " defendants to.",
                "venue.grounds",
                f"Use the events, {cited(draft, '1391', 'events')}.",
                "venue",
                (f"defendants.{defendant.id}",),
            )
    if there and "district" not in there.values() and not {"elsewhere", "unknown"} & set(there.values()):
        yield Hit(
            f"No defendant appears to reside in the {draft.matter.profile.district};"
            f" {cited(draft, '1391', 'residence')} wants one"
            " who does.",
            "venue.grounds",
            "Give the county of a defendant’s home, or its contacts with this District; or use the"
            f" events, {cited(draft, '1391', 'events')}.",
            "venue",
            ("defendants",),
        )


@check(
    "VEN-003",
    "‘Substantial part of the events’ with no local fact",
    Severity.WARNING,
    "1391",
    formerly="allegations",
)
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
            paths_of(one.id for one in there),
        )


@check("VEN-004", "Fallback venue pleaded first", Severity.WARNING, "1391", forum="federal")
def fallback_first(draft: Draft) -> Found:
    """Section 1391(b)(3) applies only where no other district qualifies, and another ground is pleaded beside
    it.
    """
    if "fallback" in _grounds(draft) and {"defendant-resides", "events"} & set(_grounds(draft)):
        yield Hit(
            f"The fallback of {cited(draft, '1391', 'fallback')} is pleaded beside a ground that"
            " excludes it.",
            "venue.grounds",
            "Leave the fallback out.",
            "venue",
        )


@check("VEN-005", "Divisional assignment missing", Severity.WARNING, "lr-cand3", forum="federal")
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
    formerly="allegations",
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
            ("plaintiffs", "defendants", "venue", "classes"),
        )


@check("VEN-007", "CLRA venue", Severity.WARNING, "clra1780d", forum="state")
def clra_county(draft: Draft) -> Found:
    """An action under the Consumers Legal Remedies Act may be filed where the transaction occurred or where
    the defendant resides, has its principal place of business or does
    business. Nothing in the sheet ties this county to one of these.
    """
    court = draft.matter.raw.court
    county = known(court.county) if court else None
    home = str(draft.matter.profile.state)
    causes = [cause for own in draft.matter.theories.values() for cause in own]
    laws = [one.county_venue.law for one in causes if one.county_venue and str(one.jurisdiction) == home]
    if not county or not laws:
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
            f"Nothing ties {county} County to the transaction or to a defendant, as {laws[0]} wants.",
            "court.county",
            "Give the county of the purchase or of the defendant’s business.",
            "venue",
            ("plaintiffs", "defendants"),
        )
