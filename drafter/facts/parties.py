"""Who sues, who is sued, and who else has a part."""

from __future__ import annotations

from typing import Literal

from drafter.facts.places import Address, Place
from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import Count, EventDate, Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = [
    "Agency", "AssentGiven", "Citizenship", "Defendant", "DefendantGroup", "Experience", "Guardian", "Injury", "Member", "NonParty",
    "PersonalJurisdiction", "Plaintiff", "Purchase", "SeenStatement",
]  # fmt: skip

PERSONS = ("individual", "minor", "pseudonym", "estate")


class Guardian(Record):
    """Who sues for a plaintiff who cannot."""

    name: Maybe[Plain] = ask("name", needed=True)
    capacity: Literal["guardian", "next-friend", "guardian-ad-litem", "parent-and-guardian", "executor", "administrator", "trustee"] = ask(
        "capacity", authority="Fed. R. Civ. P. 17(c)", default="next-friend"
    )
    appointed: Maybe[Plain] = ask("appointment", "Court, date and number; or that leave will be sought.")


class Citizenship(Record):
    """Citizenship, which is not residence: 28 U.S.C. § 1332 asks for domicile."""

    state: Maybe[State] = ask("State of citizenship", "Domicile: where the person lives and means to stay.", needed=True)
    country: Maybe[Plain] = ask("foreign country", example="Canada")
    also: list[State] = ask("further States", "For those who can have several, such as a trust’s trustees.", default=list)
    since: Maybe[EventDate] = ask("since")
    stateless: YesNo = ask("a U.S. citizen domiciled abroad", default=False)


class Purchase(Record):
    """What a plaintiff bought, subscribed to or used."""

    product: Maybe[Plain] = ask("product or service", needed=True)
    date: Maybe[EventDate] = ask("date")
    through: Maybe[EventDate] = ask("until")
    price: Maybe[Money] = ask("price paid")
    price_note: Maybe[Plain] = ask("what the price is for", example="per month")
    place: Place | None = ask("where")
    seller: Maybe[Plain] = ask("seller")
    use: Literal["personal", "business", "both"] | None = ask("use", "Consumer statutes ask for personal, family or household use.")


class AssentGiven(Record):
    """The version of an agreement a plaintiff assented to, and what was done about its clauses."""

    agreement: Id = ask("agreement", default=NOTHING, refers="agreements")
    version: Maybe[Id] = ask("version", refers="versions")
    date: Maybe[EventDate] = ask("date of assent")
    manner: Maybe[Plain] = ask("how", example="checked a box beside “I agree” when subscribing")
    arbitration_opt_out: Maybe[EventDate] = ask("date the arbitration clause was opted out of")


class SeenStatement(Record):
    """A statement a plaintiff saw and relied on."""

    statement: Id = ask("statement", default=NOTHING, refers="statements")
    date: Maybe[EventDate] = ask("when it was seen", authority="Fed. R. Civ. P. 9(b)")
    place: Maybe[Plain] = ask("where it was seen")
    reliance: Maybe[Prose] = ask("what the plaintiff would have done otherwise")


class Injury(Record):
    """A harm one plaintiff suffered."""

    id: Id = ask("id", default=NOTHING)
    kind: Literal["money", "overpayment", "privacy", "time", "data-misuse", "property", "physical", "emotional", "future-risk", "other"] = ask(
        "kind of harm", "Damages for a risk of future harm alone do not carry standing.", authority="TransUnion LLC v. Ramirez", default=NOTHING
    )
    text: Maybe[Prose] = ask("the harm, as a clause", example="paid for a confidentiality that she did not receive", needed=True)
    amount: Maybe[Money] = ask("amount")
    allegations: list[Id] = ask("allegations that state it", default=list, refers="allegations")
    claims: list[Id] = ask("claims it supports", "Empty: all the plaintiff brings.", default=list, refers="claims")


class Experience(Record):
    """What happened to this plaintiff."""

    purchases: list[Purchase] = ask("products and services", default=list)
    assents: list[AssentGiven] = ask("terms assented to", default=list)
    statements: list[SeenStatement] = ask("statements seen and relied on", default=list)
    omission_reliance: Maybe[Prose] = ask("where a disclosure would have been seen")
    data_types: list[Plain] = ask("kinds of the plaintiff’s data involved", default=list)
    injuries: list[Injury] = ask("injuries", default=list)
    discovered: Maybe[EventDate] = ask("when the plaintiff discovered the wrong")
    discovery: Maybe[Prose] = ask("how the plaintiff discovered it")
    why_not_earlier: Maybe[Prose] = ask("why not earlier", "The discovery rule asks for diligence.")
    future_intent: Maybe[Prose] = ask("what the plaintiff means to do again", "An injunction needs a threat of future harm to this plaintiff.")
    allegations: list[Id] = ask("allegations of the plaintiff’s own experience", default=list, refers="allegations")
    not_inside: Maybe[Prose] = ask("why the plaintiff is outside a class it represents")


class Plaintiff(Record):
    """A named plaintiff."""

    id: Id = ask("id", default=NOTHING)
    kind: Literal["individual", "minor", "pseudonym", "organization", "government", "estate"] = ask("kind of plaintiff", default="individual")
    name: Maybe[Plain] = ask("name", "A minor by initials only.", authority="Fed. R. Civ. P. 5.2(a)(3), 10(a)", needed=True)
    short: Maybe[Plain] = ask("short name", "How the complaint calls the plaintiff after the first time.", example="Lee")
    pronouns: Literal["he", "she", "they", "it"] | None = ask("pronouns", "Empty: the name is repeated instead.", when=When("kind", PERSONS))
    pseudonym_leave: Maybe[Plain] = ask("leave to proceed under a pseudonym", when=When("kind", ("pseudonym",)))
    guardian: Guardian | None = ask("who sues for the plaintiff", authority="Fed. R. Civ. P. 17(c)", when=When("kind", ("minor", "estate")))
    decedent: Maybe[Plain] = ask("name of the person who died", when=When("kind", ("estate",)))
    entity: Maybe[Plain] = ask("what the organization is", example="a nonprofit corporation", when=When("kind", ("organization", "government")))
    residence: Place | None = ask("residence", "Where the plaintiff lives; for an organization, its office.", needed=True)
    citizenship: Maybe[Citizenship] = ask("citizenship", "Not the same as residence.", authority="28 U.S.C. § 1332", needed=True)
    incorporated_in: Maybe[State] = ask("State of incorporation", when=When("kind", ("organization",)))
    principal_place_of_business: Place | None = ask("principal place of business", when=When("kind", ("organization",)))
    standing_as_entity: Maybe[Prose] = ask("own injury or members’", "An organization sues for itself, for its members, or both.", when=When("kind", ("organization",)))
    experience: Experience | None = ask("the plaintiff’s own experience", needed=True)
    represents: list[Id] = ask("classes the plaintiff represents", default=list, refers="classes")
    relations: Maybe[Plain] = ask("ties to counsel or to a defendant", authority="Fed. R. Civ. P. 23(a)(4)")
    trades: list[Purchase] = ask("securities trades in the class period", authority="15 U.S.C. § 78u-4(a)(2)(A)", default=list)
    confirmed: Maybe[EventDate] = ask("date the client confirmed the facts about itself")


class Member(Record):
    """A member or partner of an unincorporated entity, whose citizenship counts under 28 U.S.C. § 1332(a)."""

    name: Maybe[Plain] = ask("name")
    citizenship: Maybe[State] = ask("State of citizenship")
    country: Maybe[Plain] = ask("foreign country")


class PersonalJurisdiction(Record):
    """Why the court has power over this defendant."""

    kind: Literal["general", "specific", "consent", "nationwide-service"] = ask("ground", default=NOTHING)
    facts: Maybe[Prose] = ask("facts, as a clause", example="it designed and operated the service from this District", needed=True)
    allegations: list[Id] = ask("allegations that show it", default=list, refers="allegations")


class Agency(Record):
    """A defendant who acted for another."""

    principal: Id = ask("principal", default=NOTHING, refers="defendants non_parties")
    agents: list[Id] = ask("agents", default=list, refers="defendants non_parties")
    text: Maybe[Prose] = ask("the facts of the agency", "Acts, control, ratification: not the label.", needed=True)


class Defendant(Record):
    """A defendant."""

    id: Id = ask("id", default=NOTHING)
    kind: Literal["corporation", "llc", "partnership", "association", "foreign-entity", "individual", "public-body", "does"] = ask(
        "kind of defendant", default="corporation"
    )
    name: Maybe[Plain] = ask("name", "As registered.", needed=True)
    registered_name: Maybe[Plain] = ask("name in the public record", "Only where it differs from the name sued under.")
    short: Maybe[Plain] = ask("short name", "How the complaint calls the defendant after the first time.", example="LinkedIn")
    pronouns: Literal["he", "she", "they", "it"] | None = ask("pronouns", when=When("kind", ("individual",)))
    doing_business_as: list[Plain] = ask("d/b/a", default=list)
    formerly: list[Plain] = ask("f/k/a", default=list)
    incorporated_in: Maybe[State] = ask(
        "State of incorporation or organization", authority="28 U.S.C. § 1332(c)(1), (d)(10)",
        when=When("kind", ("corporation", "llc", "partnership", "association")), needed=True,
    )  # fmt: skip
    foreign_law: Maybe[Plain] = ask("foreign law of organization", example="Ireland", when=When("kind", ("foreign-entity",)))
    foreign_form: Maybe[Plain] = ask("foreign form", example="a public limited company", when=When("kind", ("foreign-entity",)))
    principal_place_of_business: Place | None = ask(
        "principal place of business", "The nerve centre, not every office.", authority="28 U.S.C. § 1332(c)(1), (d)(10)",
        when=When("kind", ("corporation", "llc", "partnership", "association", "foreign-entity")), needed=True,
    )  # fmt: skip
    address: Address | None = ask("address", "Some courts want it in the caption or the first paragraph.")
    members: list[Member] = ask("members or partners", authority="28 U.S.C. § 1332(a)", when=When("kind", ("llc", "partnership", "association")), default=list)
    citizenship: Maybe[Citizenship] = ask("citizenship", when=When("kind", ("individual",)), needed=True)
    residence: Place | None = ask("residence", when=When("kind", ("individual",)))
    capacity: list[Literal["official", "individual"]] = ask("capacity sued in", when=When("kind", ("individual",)), default=list)
    office: Maybe[Plain] = ask("office held", example="Chief Executive Officer of Acme", when=When("kind", ("individual",)))
    office_from: Maybe[EventDate] = ask("office held from", when=When("kind", ("individual",)))
    office_through: Maybe[EventDate] = ask("office held until", when=When("kind", ("individual",)))
    state_of_body: Maybe[State] = ask("State of the public body", when=When("kind", ("public-body",)))
    primary_state_defendant: YesNo = ask("a State, State official or other governmental entity", authority="28 U.S.C. § 1332(d)(5)(A)", default=False)
    number_of_does: Count | None = ask("how many Does", example="10", when=When("kind", ("does",)))
    does_purpose: Maybe[Prose] = ask("who the Does are believed to be", when=When("kind", ("does",)))
    business: Maybe[Prose] = ask("what the defendant does, as a clause", example="operates a social network for professionals", needed=True)
    part: Maybe[Prose] = ask("its part in the events", "One or two sentences: what this defendant itself did.")
    ticker: Maybe[Plain] = ask("ticker", when=When("kind", ("corporation", "foreign-entity")))
    parent_of: list[Id] = ask("subsidiaries among the parties", default=list, refers="defendants non_parties")
    checked: Maybe[EventDate] = ask("date its registration was checked", "Secretary of State’s record.")
    checked_source: Maybe[Plain] = ask("where it was checked")
    flags: list[Literal["immunity", "bankruptcy", "receivership", "dissolved"]] = ask("obstacles", default=list)
    personal_jurisdiction: list[PersonalJurisdiction] = ask("personal jurisdiction", default=list)


class DefendantGroup(Record):
    """A name for several defendants together."""

    id: Id = ask("id", default=NOTHING)
    name: Plain = ask("name of the group", example="Individual Defendants", default=NOTHING)
    members: list[Id] = ask("members", default=list, refers="defendants")


class NonParty(Record):
    """A person or company that matters and is not sued."""

    id: Id = ask("id", default=NOTHING)
    name: Maybe[Plain] = ask("name", needed=True)
    short: Maybe[Plain] = ask("short name")
    relation: Maybe[Prose] = ask("its relation to the parties, as a clause", example="the parent of LinkedIn", needed=True)
    text: Maybe[Prose] = ask("what else is to be said of it")
    why_not_joined: Maybe[Prose] = ask("why it is not joined", authority="Fed. R. Civ. P. 19(c)")
    print_name: YesNo = ask("its name may print", "No for a witness who must stay unnamed.", default=True)
