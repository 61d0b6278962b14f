"""Checks on subject-matter jurisdiction: grounds, citizenship, what CAFA excepts."""

from __future__ import annotations

from drafter.checks.engine.conditions import ground
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import (
    FEDERAL,
    STATE,
    UNINCORPORATED,
    authority,
    citizens,
    day,
    filing_day,
    grounds,
    listed,
    named,
)
from drafter.complaint import Draft
from drafter.complaint.views.citizenship import members_wanting
from drafter.facts.classes import CLASS_DEVICES
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library import CauseOfAction

STALE_DAYS = 180


def _top(draft: Draft) -> list:  # type: ignore[type-arg]
    """The classes that are no part of another."""
    return [
        group
        for group in draft.matter.raw.classes
        if group.device in CLASS_DEVICES and not known(group.subclass_of)
    ]


def _one_state(draft: Draft) -> str:
    """The one State to which every class is limited, or empty."""
    states = {tuple(group.states) for group in _top(draft)}
    return str(next(iter(states))[0]) if len(states) == 1 and len(next(iter(states))) == 1 else ""


def _of_securities(cause: CauseOfAction) -> bool:
    return bool({"securities", "internal-affairs"} & {str(subject) for subject in cause.subjects})


@check(
    "JUR-001", "CAFA: no minimal diversity", Severity.ERROR, "1332d2", by_court=FEDERAL, when=ground("cafa")
)
def no_minimal_diversity(draft: Draft) -> Found:
    """CAFA asks that one class member be a citizen of another State than one defendant. Every plaintiff here
    shares a citizenship with every defendant. It is an error where
    every class is limited to a State of which each defendant is a citizen, and a warning where members of
    other States could supply the difference but none is alleged.
    """
    matter = draft.matter.raw
    if matter.jurisdiction and known(matter.jurisdiction.diverse_members):
        return
    ours, theirs = (
        [citizens(p) for p in matter.plaintiffs],
        [citizens(d) for d in matter.defendants if d.kind != "does"],
    )
    if not all(ours) or not all(theirs) or any(not mine & other for mine in ours for other in theirs):
        return
    home = _one_state(draft)
    shared = listed(sorted(set.union(*ours)))
    severity = Severity.ERROR if home and all(home in other for other in theirs) else Severity.WARNING
    told = (
        f"Each plaintiff ({shared}) shares a citizenship with each defendant. CAFA needs one class member"
        " whose citizenship differs from one defendant’s."
    )
    yield Hit(
        told,
        "jurisdiction.diverse_members",
        "Say which State a class member of other citizenship is from, or choose another ground.",
        "jurisdiction",
        ("plaintiffs", "defendants", "classes"),
        severity,
    )


@check(
    "JUR-005", "CAFA: fewer than 100 members", Severity.ERROR, "1332d5", by_court=FEDERAL, when=ground("cafa")
)
def too_few_members(draft: Draft) -> Found:
    """CAFA does not reach proposed classes of fewer than 100 members in all. The sheet's numbers stay under
    it, or it gives none in figures or words.
    """
    classes = _top(draft)
    if not classes:
        return
    sizes = [
        (group.numerosity.high or group.numerosity.low or 0) if group.numerosity else 0 for group in classes
    ]
    worded = any(group.numerosity and known(group.numerosity.words) for group in classes)
    if sum(sizes) < 100 and not (worded and not any(sizes)):
        told = (
            f"The classes have {sum(sizes)} members in all; CAFA wants 100."
            if any(sizes)
            else "The sheet does not say how many members the classes have; CAFA wants 100."
        )
        yield Hit(
            told,
            f"classes.{classes[0].id}.numerosity",
            "Give the number and how it is known, or choose another ground.",
            "classes",
        )


@check(
    "JUR-006",
    "CAFA: class size has no basis",
    Severity.ADVICE,
    "1332d5",
    "dart",
    by_court=FEDERAL,
    when=ground("cafa"),
)
def size_without_source(draft: Draft) -> Found:
    """The number of members is given and not how it is known. A plausible allegation of 100 is enough at
    filing; the other side will ask for the source.
    """
    for group in _top(draft):
        count = group.numerosity
        if (
            count
            and (count.low or known(count.words))
            and known(count.source) is None
            and not count.allegations
        ):
            yield Hit(
                f"{known(group.name) or group.id}: nothing says how its number is known.",
                f"classes.{group.id}.numerosity.source",
                "Name the report, admission or market share it comes from.",
                "classes",
            )


@check(
    "JUR-007",
    "CAFA: home-state or local-controversy exception in play",
    Severity.WARNING,
    "1332d4",
    "serrano",
    "mondragon",
    by_court=FEDERAL,
    when=ground("cafa"),
)
def home_state(draft: Draft) -> Found:
    """The classes are limited to the forum's State and a defendant is its citizen: a court must decline a
    case that fits § 1332(d)(4). The party that seeks remand proves the
    exception, and residence alone does not prove citizenship. Silent for classes of more than one State, and
    where the sheet puts the share at a third or under two thirds.
    """
    home = _one_state(draft)
    sheet = draft.matter.raw
    if (
        home != draft.matter.profile.state
        or sheet.jurisdiction is None
        or known(sheet.jurisdiction.cafa_exceptions) is not None
    ):
        return
    local = [named(defendant) for defendant in sheet.defendants if home in citizens(defendant)]
    if local and sheet.jurisdiction.home_state_share in (None, "over-two-thirds"):
        told = (
            f"The class is limited to {STATE_NAMES[home]}, and {listed(local)}"
            f" {'is its citizen' if len(local) == 1 else 'are its citizens'}. A court must decline a case"
            " that fits § 1332(d)(4)."
        )
        yield Hit(
            told,
            "jurisdiction.cafa_exceptions",
            "Plead why no exception applies, or file in State court.",
            "jurisdiction",
            ("classes", "defendants", "jurisdiction.home_state_share"),
        )


@check(
    "JUR-008",
    "CAFA: discretionary exception zone",
    Severity.ADVICE,
    "1332d4",
    by_court=FEDERAL,
    when=ground("cafa"),
)
def discretionary_zone(draft: Draft) -> Found:
    """Between a third and two thirds of the class are citizens of the forum's State, and so is each primary
    defendant: § 1332(d)(3) lets the court decline.
    """
    sheet, home = draft.matter.raw, draft.matter.profile.state
    share = sheet.jurisdiction.home_state_share if sheet.jurisdiction else None
    if share == "a-third-to-two-thirds" and all(
        home in citizens(defendant) for defendant in sheet.defendants if defendant.kind != "does"
    ):
        yield Hit(
            f"Between a third and two thirds of the class may be citizens of {STATE_NAMES[home]}, and so are"
            " the defendants. § 1332(d)(3) lets the court decline.",
            "jurisdiction.home_state_share",
            "Be ready for the factors of § 1332(d)(3)(A)–(F).",
            "jurisdiction",
            ("defendants",),
        )


@check(
    "JUR-009",
    "CAFA carve-out: covered security, corporate internal affairs, or rights of a security",
    Severity.ERROR,
    "1332d9",
    by_court=FEDERAL,
    when=ground("cafa"),
)
def carved_out(draft: Draft) -> Found:
    """Every claim concerns securities and CAFA is the only ground: § 1332(d)(9) takes such cases out of
    it.
    """
    causes = [cause for own in draft.matter.theories.values() for cause in own]
    if grounds(draft) == {"cafa"} and causes and all(_of_securities(cause) for cause in causes):
        yield Hit(
            "Every claim concerns securities, which § 1332(d)(9) takes out of CAFA, and CAFA is the only"
            " ground.",
            "jurisdiction.grounds",
            "Choose federal question.",
            "jurisdiction",
            ("claims",),
        )


@check(
    "JUR-010",
    "CAFA: primary defendants are States or officials",
    Severity.WARNING,
    "1332d5",
    by_court=FEDERAL,
    when=ground("cafa"),
)
def state_defendants(draft: Draft) -> Found:
    """§ 1332(d)(5)(A) excludes cases whose primary defendants are States or officials against whom the court
    may be unable to order relief.
    """
    for defendant in draft.matter.raw.defendants:
        if defendant.primary_state_defendant or defendant.kind == "public-body":
            yield Hit(
                f"{named(defendant)} is a public body or official; § 1332(d)(5)(A) may take the case out"
                " of CAFA.",
                f"defendants.{defendant.id}",
                "Choose another ground, or show that relief can be ordered.",
                "jurisdiction",
            )


@check(
    "JUR-011",
    "LLC or partnership without State of organization and principal place of business",
    Severity.ERROR,
    "1332d10",
    "ferrell",
    "calchi",
    by_court=FEDERAL,
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
    by_court=FEDERAL,
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
                f"{named(party)}: for § 1332(a) it has the citizenship of every member, and {wanting}.",
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
    by_court=FEDERAL,
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
        f"The sheet puts {given!s} in controversy; § 1332(a) wants more than $75,000."
        if given is not None
        else (
            "§ 1332(a) wants more than $75,000 in controversy for one plaintiff, and the sheet gives no such"
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
    by_court=FEDERAL,
    when=ground("cafa", "diversity"),
)
def resident_not_citizen(draft: Draft) -> Found:
    """Diversity, ordinary or under CAFA, turns on citizenship. A plaintiff has a residence in the sheet and
    no citizenship.
    """
    for plaintiff in draft.matter.raw.plaintiffs:
        if plaintiff.kind in ("individual", "minor", "pseudonym", "estate") and not citizens(plaintiff):
            yield Hit(
                f"{named(plaintiff)} has no citizenship in the sheet; a residence does not show it.",
                f"plaintiffs.{plaintiff.id}.citizenship",
                "Ask for domicile: where the client lives and means to stay.",
                "parties",
            )


@check(
    "JUR-015",
    "Corporation lacks State of incorporation or principal place of business",
    Severity.ERROR,
    "1332a",
    "hertz",
    by_court=FEDERAL,
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
            if (
                known(defendant.incorporated_in) is None
                or place is None
                or (known(place.state) is None and known(place.country) is None)
            ):
                yield Hit(
                    f"{named(defendant)}: both States of a corporation’s citizenship are needed.",
                    f"defendants.{defendant.id}",
                    "Read the Secretary of State’s record.",
                    "parties",
                )


@check(
    "JUR-016",
    "Corporate citizenship not checked against a public record",
    Severity.ADVICE,
    "frcp11b",
    by_court=FEDERAL,
    when=ground("cafa", "diversity"),
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
            "Look it up and enter the date.",
            "parties",
            tuple(f"defendants.{one.id}.checked" for one in never[1:]),
        )
    for defendant in entities:
        checked = day(defendant.checked, latest=True)
        if checked and filing and (filing - checked).days > STALE_DAYS:
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
    by_court=FEDERAL,
    when=ground("diversity"),
)
def incomplete_diversity(draft: Draft) -> Found:
    """Where § 1332(a) is pleaded, be it beside other grounds, no plaintiff may share a citizenship with any
    defendant: the draft does not assert that they are of different States.
    """
    for plaintiff in draft.matter.raw.plaintiffs:
        for defendant in draft.matter.raw.defendants:
            shared = citizens(plaintiff, True) & citizens(defendant, True)
            if shared:
                told = (
                    f"{named(plaintiff)} and {named(defendant)} are both citizens of"
                    f" {listed(STATE_NAMES.get(state, state) for state in sorted(shared))}. Section 1332(a)"
                    " wants complete diversity."
                )
                yield Hit(
                    told,
                    "jurisdiction.grounds",
                    "Take diversity out of the grounds and rest on another, or leave the party out.",
                    "jurisdiction",
                    (f"plaintiffs.{plaintiff.id}.citizenship", f"defendants.{defendant.id}"),
                )


@check(
    "JUR-018",
    "Federal question named but no federal claim",
    Severity.ERROR,
    "1331",
    by_court=FEDERAL,
    when=ground("federal-question"),
)
def no_federal_claim(draft: Draft) -> Found:
    """The sheet relies on § 1331, and no claim arises under federal law. A State claim that embeds a federal
    issue is rare: accept the finding with the reason.
    """
    if not any(claim.is_federal for claim in draft.matter.claims):
        yield Hit(
            "The sheet relies on federal-question jurisdiction, and no claim arises under federal law.",
            "jurisdiction.grounds",
            "Choose CAFA or diversity, or add the federal claim.",
            "jurisdiction",
            ("claims",),
        )


@check(
    "JUR-019",
    "Supplemental jurisdiction rests on a federal claim alone",
    Severity.ADVICE,
    "1367",
    "royalcanin",
    by_court=FEDERAL,
    when=ground("federal-question"),
)
def only_supplemental(draft: Draft) -> Found:
    """The State claims depend on § 1367. An amendment that drops the federal claims ends jurisdiction over
    the rest. Silent where CAFA or diversity is pleaded too.
    """
    if "supplemental" in grounds(draft) and not {"cafa", "diversity"} & grounds(draft):
        state = [claim.raw.id for claim in draft.matter.claims if not claim.is_federal]
        carved = any(_of_securities(cause) for own in draft.matter.theories.values() for cause in own)
        fix = (
            "§ 1332(d)(9) keeps claims on covered securities, on a corporation’s internal affairs and on the"
            " rights of a security out of CAFA: see whether diversity is open."
            if carved
            else "Plead CAFA too, if its facts are there."
        )
        if state and draft.matter.raw.classes:
            law = (authority(draft, "1332d9"),) if carved else ()
            yield Hit(
                f"Jurisdiction over {listed(state)} rests on § 1367 alone; an amendment that drops the"
                " federal claims would end it.",
                "jurisdiction.grounds",
                fix,
                "jurisdiction",
                ("claims",),
                None,
                law,
            )


@check(
    "JUR-020",
    "Supplemental jurisdiction not pleaded",
    Severity.ERROR,
    "1367",
    by_court=FEDERAL,
    when=ground("federal-question"),
)
def supplemental_missing(draft: Draft) -> Found:
    """There are State claims beside a federal question, and no ground reaches them."""
    state = [claim.raw.id for claim in draft.matter.claims if not claim.is_federal]
    if state and not {"supplemental", "cafa", "diversity"} & grounds(draft):
        yield Hit(
            f"No ground of jurisdiction reaches the State-law {'claims' if len(state) > 1 else 'claim'}"
            f" {listed(state)}.",
            "jurisdiction.grounds",
            "Add supplemental: § 1367.",
            "jurisdiction",
            ("claims",),
        )


@check(
    "JUR-021",
    "Magnuson-Moss: fewer than 100 named plaintiffs",
    Severity.WARNING,
    "mmwa",
    "floyd",
    "rowland",
    by_court={**FEDERAL, "ca3": Severity.ERROR, "ca9": Severity.ERROR},
)
def few_warranty_plaintiffs(draft: Draft) -> Found:
    """A Magnuson-Moss class claim in federal court needs at least 100 named plaintiffs. The Third and Ninth
    Circuits hold that CAFA does not excuse it.
    """
    number = len(draft.matter.raw.plaintiffs)
    for claim in draft.matter.raw.claims:
        if "mmwa-2310" in claim.theories and claim.for_ and number < 100:
            yield Hit(
                f"{claim.id}: a Magnuson-Moss class claim in federal court needs 100 named plaintiffs; there"
                f" {'is' if number == 1 else 'are'} {number}.",
                f"claims.{claim.id}",
                "Drop it and plead the State warranty claims, or file in State court.",
                f"claim.{claim.id}",
                ("plaintiffs",),
            )


@check("JUR-022", "State-court filing that is removable", Severity.ADVICE, "1453", "knowles", by_court=STATE)
def removable(draft: Draft) -> Found:
    """The case is drafted for a State court, and a class member's citizenship differs from a defendant's
    while the classes have 100 members or more: expect removal under CAFA
    if the amount exceeds $5,000,000. A promise to seek less does not stop it.
    """
    classes = _top(draft)
    size = sum((group.numerosity.high or group.numerosity.low or 0) for group in classes if group.numerosity)
    worded = any(group.numerosity and known(group.numerosity.words) for group in classes)
    pairs = [
        (citizens(plaintiff), citizens(defendant))
        for plaintiff in draft.matter.raw.plaintiffs
        for defendant in draft.matter.raw.defendants
    ]
    diverse = any(ours and theirs and not ours & theirs for ours, theirs in pairs) or any(
        group.numerosity and not group.states for group in classes
    )
    if classes and diverse and (size >= 100 or worded):
        yield Hit(
            "The classes have 100 members or more, of other citizenship than a defendant: the case is"
            " removable under CAFA if more than $5,000,000 is in controversy.",
            "court.id",
            "Decide for a State-only class, or be ready to be removed.",
            "",
            ("classes", "plaintiffs", "defendants"),
        )


@check("JUR-023", "No concrete injury for federal court", Severity.WARNING, "transunion", by_court=FEDERAL)
def no_concrete_injury(draft: Draft) -> Found:
    """A claim seeks a statutory sum and the plaintiff's only injury for it is a risk of future harm, or of an
    unnamed kind. A federal court may remand or dismiss; a State
    court may not mind.
    """
    for view in draft.matter.claims:
        if not view.seeks("statutory-damages"):
            continue
        for plaintiff in draft.matter.raw.plaintiffs:
            injuries = [
                one
                for one in (plaintiff.experience.injuries if plaintiff.experience else [])
                if not one.claims or view.raw.id in one.claims
            ]
            if (
                injuries
                and all(one.kind in ("future-risk", "other") for one in injuries)
                and plaintiff.id in view.plaintiffs.ids
            ):
                yield Hit(
                    f"{view.raw.id}: {named(plaintiff)} has no concrete harm in the sheet, only"
                    f" {listed(sorted({one.kind for one in injuries}))}.",
                    f"plaintiffs.{plaintiff.id}.experience.injuries",
                    "Add the harm, if there is one, or consider State court.",
                    "standing",
                    (f"claims.{view.raw.id}",),
                )


@check("JUR-024", "Claim that only a federal court may hear", Severity.ERROR, by_court={"federal": None})
def federal_alone(draft: Draft) -> Found:
    """The case is drafted for a State court, and the library holds a statute that gives the federal courts
    exclusive jurisdiction of one of its claims: the State court must dismiss
    it. The library need not hold every such statute.
    """
    for claim in draft.matter.raw.claims:
        law = next((cause.exclusive for cause in draft.matter.theories[claim.id] if cause.exclusive), None)
        if law:
            yield Hit(
                f"{claim.id}: only a federal court may hear it ({law.cite}).",
                f"claims.{claim.id}",
                "File in federal court, or leave the claim out.",
                f"claim.{claim.id}",
                ("court.id",),
            )
