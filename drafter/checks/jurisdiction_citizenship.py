"""Checks on the citizenship of parties, and on § 1332(a)."""

from __future__ import annotations

from drafter.checks.engine.conditions import ground, grounds
from drafter.checks.engine.registry import Found, Hit, check, limit
from drafter.checks.lookups import UNINCORPORATED, cited, citizens, day, filing_day, listed, named
from drafter.complaint import Draft
from drafter.complaint.views.citizenship import (
    aliens_face_aliens,
    members_wanting,
    stateless,
    supplies_difference,
)
from drafter.facts.parties import PERSONS
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity

STALE_DAYS = 180


@check(
    "JUR-011",
    "LLC or partnership without State of organization and principal place of business",
    Severity.ERROR,
    "1332d10",
    "ferrell",
    "calchi",
    forum="federal",
    when=ground("cafa"),
)
def unincorporated_citizenship(draft: Draft) -> Found:
    """Under CAFA an unincorporated association is a citizen of the State under whose laws it is organized and
    of the State of its principal place of business. One is missing.
    """
    for defendant in draft.matter.raw.defendants:
        if defendant.kind not in UNINCORPORATED:
            continue
        place = defendant.principal_place_of_business
        missing = [
            word
            for word, there in (
                ("State of organization", known(defendant.incorporated_in)),
                ("principal place of business", place and known(place.state)),
            )
            if not there
        ]
        if missing:
            field = "incorporated_in" if missing[0].startswith("State") else "principal_place_of_business"
            yield Hit(
                f"{named(defendant)}: under CAFA both its States count. Missing: {listed(missing)}.",
                f"defendants.{defendant.id}.{field}",
                "Read the Secretary of State’s record.",
                "parties",
                (f"defendants.{defendant.id}",),
            )


@check(
    "JUR-012",
    "LLC members not listed for ordinary diversity",
    Severity.ERROR,
    "1332a",
    "frcp7.1",
    "calchi",
    forum="federal",
    when=ground("diversity"),
)
def members_not_listed(draft: Draft) -> Found:
    """For § 1332(a) an unincorporated entity, on either side, has the citizenship of every member, through
    every layer. The sheet lists none, or one without citizenship, one that is not known, or one that by its
    name is itself no corporation. A plaintiff organization is taken for such an entity by its name, by what
    it is said to be, or by its members; a defendant corporation by its name (“… LLC”).
    """
    sides = (("plaintiffs", draft.matter.raw.plaintiffs), ("defendants", draft.matter.raw.defendants))
    for path, party in ((f"{side}.{one.id}", one) for side, parties in sides for one in parties):
        wanting = members_wanting(party)
        if wanting:
            yield Hit(
                f"{named(party)}: for {cited(draft, '1332a', 'main')} it has the citizenship of"
                f" every member, and {wanting}.",
                f"{path}.members",
                "List each member with its citizenship; for a member that is no corporation, its members.",
                "parties",
                (path,),
            )


@check(
    "JUR-025",
    "§ 1332(a): no amount above $75,000",
    Severity.ERROR,
    "1332a",
    forum="federal",
    when=ground("diversity"),
)
def amount_too_small(draft: Draft) -> Found:
    """For § 1332(a) the matter in controversy must exceed $75,000, exclusive of interest and costs, for one
    plaintiff at least: the sheet gives no sum for one, or one that does not exceed
    it. In a case of one plaintiff and no class the total will do.
    """
    if draft.matter.ties.at_stake:
        return
    amount = draft.matter.raw.jurisdiction.amount if draft.matter.raw.jurisdiction else None
    given = (
        known(amount.individual)
        or (
            known(amount.total)
            if not draft.matter.raw.classes and len(draft.matter.raw.plaintiffs) == 1
            else None
        )
        if amount
        else None
    )
    told = (
        f"The sheet puts {given!s} in controversy; {cited(draft, '1332a', 'main')} wants more than $75,000."
        if given is not None
        else (
            f"{cited(draft, '1332a', 'main')} wants more than $75,000 in controversy for one"
            " plaintiff, and the sheet gives no such"
            " sum."
        )
    )
    yield Hit(
        told,
        "jurisdiction.amount.individual",
        "Give the largest sum that one plaintiff claims, without interest and costs, and how it is reckoned;"
        " or choose another ground.",
        "jurisdiction",
        ("jurisdiction.amount.total", "jurisdiction.grounds"),
    )


@check(
    "JUR-014",
    "‘Resident’ where citizenship is needed",
    Severity.ERROR,
    "kanter",
    "mondragon",
    "1332a",
    "1332d2",
    forum="federal",
    when=ground("cafa", "diversity"),
)
def resident_not_citizen(draft: Draft) -> Found:
    """Diversity, ordinary or under CAFA, turns on citizenship. A plaintiff has a residence in the sheet and
    no citizenship, or is a citizen of the United States domiciled abroad, who is of no State and supplies
    none. Under CAFA one member of the class is enough: where the sheet names another who differs from a
    defendant, it is silent of the one abroad, and a warning where a citizenship is missing.
    """
    minimal = "diversity" not in grounds(draft) and supplies_difference(draft.matter.raw)
    for plaintiff in draft.matter.raw.plaintiffs:
        abroad = stateless(plaintiff)
        if abroad and (minimal or "diversity" in grounds(draft)):
            continue  # JUR-017 tells of it for § 1332(a)
        if plaintiff.kind in PERSONS and not citizens(plaintiff):
            yield Hit(
                f"{named(plaintiff)} is domiciled abroad, and so of no State: minimal diversity needs the"
                " citizenship of another."
                if abroad
                else f"{named(plaintiff)} has no citizenship in the sheet; a residence does not show it.",
                f"plaintiffs.{plaintiff.id}.citizenship",
                "Ask for domicile: where the client lives and means to stay.",
                "parties",
                ("jurisdiction.diverse_members", "plaintiffs", "defendants"),
                Severity.WARNING if minimal else None,
            )


@check(
    "JUR-015",
    "Corporation lacks State of incorporation or principal place of business",
    Severity.ERROR,
    "1332a",
    "hertz",
    forum="federal",
    when=ground("cafa", "diversity"),
)
def corporate_citizenship(draft: Draft) -> Found:
    """A corporation is a citizen of its State of incorporation and of the State, or the foreign country, of
    its principal place of business, its nerve centre: both are pleaded where
    jurisdiction turns on citizenship. Silent where a federal question is the only ground.
    """
    for defendant in draft.matter.raw.defendants:
        if defendant.kind == "corporation":
            place = defendant.principal_place_of_business
            lacking = {
                "incorporated_in": known(defendant.incorporated_in) is None and "State of incorporation",
                "principal_place_of_business": (
                    place is None or (known(place.state) is None and known(place.country) is None)
                )
                and "principal place of business",
            }
            for field, words in lacking.items():
                if words:
                    yield Hit(
                        f"{named(defendant)} has no {words}: both States of a corporation’s citizenship are"
                        " needed.",
                        f"defendants.{defendant.id}.{field}",
                        "Read the Secretary of State’s record.",
                        "parties",
                    )


@check(
    "JUR-016",
    "Corporate citizenship not checked against a public record",
    Severity.ADVICE,
    "frcp11b",
    forum="federal",
    when=ground("cafa", "diversity"),
    limits={"stale_after": STALE_DAYS},
)
def corporation_unchecked(draft: Draft) -> Found:
    """Jurisdiction turns on citizenship, and the date on which an entity's registration was looked up is not
    in the sheet, or lies more than 180 days before the planned filing. Told once
    for all that were never looked up. Silent where a federal question is the only ground.
    """
    filing = filing_day(draft)
    entities = [one for one in draft.matter.raw.defendants if one.kind in ("corporation", *UNINCORPORATED)]
    never = [one for one in entities if day(one.checked) is None]
    if never:
        told = (
            f"{named(never[0])}: its registration has not been checked."
            if len(never) == 1
            else f"The registrations of {listed(map(named, never))} have not been checked."
        )
        yield Hit(
            told,
            f"defendants.{never[0].id}.checked",
            "Look it up and enter the date." if len(never) == 1 else "Look each up and enter the date.",
            "parties",
            tuple(f"defendants.{one.id}.checked" for one in never[1:]),
        )
    for defendant in entities:
        checked = day(defendant.checked, latest=True)
        if checked and filing and (filing - checked).days > limit(draft, "JUR-016", "stale_after"):
            yield Hit(
                f"{named(defendant)}: its registration was last checked on {known(defendant.checked)},"
                f" {(filing - checked).days} days before filing.",
                f"defendants.{defendant.id}.checked",
                "Look it up again.",
                "parties",
                ("court.filing_date",),
            )


@check(
    "JUR-017",
    "§ 1332(a): not complete diversity",
    Severity.ERROR,
    "1332a",
    "newmangreen",
    forum="federal",
    when=ground("diversity"),
)
def incomplete_diversity(draft: Draft) -> Found:
    """Where § 1332(a) is pleaded, be it beside other grounds, no plaintiff may share a citizenship with any
    defendant: the draft does not assert that they are of different States. A citizen of the
    United States who is domiciled abroad is of no State, and no suit with one as a party is within the
    paragraph, whoever the others are. Citizens of foreign states may face citizens of a State; on both sides
    they may stand only beside citizens of different States.
    """
    sides = (("plaintiffs", draft.matter.raw.plaintiffs), ("defendants", draft.matter.raw.defendants))
    for path, party in ((f"{side}.{one.id}", one) for side, parties in sides for one in parties):
        if stateless(party):
            yield Hit(
                f"{named(party)} is a citizen of the United States domiciled abroad, and so of no State:"
                f" {cited(draft, '1332a', 'main')} does not reach a suit with such a party.",
                f"{path}.citizenship.stateless",
                "Take diversity out of the grounds and rest on another, or leave the party out.",
                "jurisdiction",
                ("jurisdiction.grounds",),
            )
    if aliens_face_aliens(draft.matter.raw):
        yield Hit(
            "Citizens or subjects of foreign states are on both sides, and one has no citizen of a State:"
            f" {cited(draft, '1332a', 'main')} does not reach such a suit.",
            "jurisdiction.grounds",
            "Take diversity out of the grounds and rest on another, or leave the party out.",
            "jurisdiction",
            ("plaintiffs", "defendants"),
        )
    for plaintiff in draft.matter.raw.plaintiffs:
        for defendant in draft.matter.raw.defendants:
            shared = citizens(plaintiff, True) & citizens(defendant, True)
            if shared:
                told = (
                    f"{named(plaintiff)} and {named(defendant)} are both citizens of"
                    f" {listed(STATE_NAMES.get(state, state) for state in sorted(shared))}."
                    f" {cited(draft, '1332a', 'start')}"
                    " wants complete diversity."
                )
                yield Hit(
                    told,
                    "jurisdiction.grounds",
                    "Take diversity out of the grounds and rest on another, or leave the party out.",
                    "jurisdiction",
                    (f"plaintiffs.{plaintiff.id}.citizenship", f"defendants.{defendant.id}"),
                )
