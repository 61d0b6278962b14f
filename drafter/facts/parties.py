"""Who sues, who is sued, and who else has a part."""

from __future__ import annotations

from typing import Literal

from drafter.facts.counsel import Address, Place
from drafter.facts.record import FOR_THE_FILE, NOTHING, Record, When, ask
from drafter.facts.values import Count, EventDate, Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = [
    "Agency",
    "AssentGiven",
    "Citizenship",
    "Defendant",
    "DefendantGroup",
    "Experience",
    "Guardian",
    "Injury",
    "Member",
    "NonParty",
    "PersonalJurisdiction",
    "Plaintiff",
    "Purchase",
    "SeenStatement",
]

PERSONS = ("individual", "minor", "pseudonym", "estate")


class Guardian(Record):
    """Who sues for a plaintiff who cannot."""

    name: Maybe[Plain] = ask("name", "Who signs and answers for the plaintiff.", needed=True)
    capacity: Literal[
        "guardian",
        "next-friend",
        "guardian-ad-litem",
        "parent-and-guardian",
        "executor",
        "administrator",
        "trustee",
    ] = ask(
        "capacity",
        "A guardian is appointed; a next friend may need leave.",
        authority="Fed. R. Civ. P. 17(c)",
        default="next-friend",
        usual=True,
    )
    appointed: Maybe[Plain] = ask(
        "appointment",
        "Court, date and number; or that leave will be sought.",
        not_printed="write it into an allegation",
    )


class Citizenship(Record):
    """Citizenship, which is not residence: 28 U.S.C. § 1332 asks for domicile."""

    state: Maybe[State] = ask(
        "State of citizenship", "Domicile: where the person lives and means to stay.", needed=True
    )
    country: Maybe[Plain] = ask(
        "foreign country", "Of which the person is a citizen or subject.", example="Canada"
    )
    also: list[State] = ask(
        "further States", "For those who can have several, such as a trust’s trustees.", default=list
    )
    since: Maybe[EventDate] = ask(
        "since", "Domicile is tested on the day of filing.", not_printed="the day is not pleaded"
    )
    stateless: YesNo = ask(
        "a U.S. citizen domiciled abroad",
        "Such a person is a citizen of no State and defeats § 1332(a).",
        default=False,
        not_printed="neither the paragraph on jurisdiction nor a check counts it",
    )


class Purchase(Record):
    """What a plaintiff bought, subscribed to or used."""

    product: Maybe[Plain] = ask("product or service", "As it was sold.", needed=True)
    date: Maybe[EventDate] = ask("date", "First purchase or start of the subscription.", usual=True)
    through: Maybe[EventDate] = ask("until", "Last day, where it went on.")
    price: Maybe[Money] = ask("price paid", "What was paid, once or per period.", usual=True)
    price_note: Maybe[Plain] = ask("what the price is for", "Prints after the sum.", example="per month")
    place: Place | None = ask("where", "City and State; it bears on which law governs.")
    seller: Maybe[Plain] = ask("seller", "Where it was bought from another.")
    use: Literal["personal", "business", "both"] | None = ask(
        "use",
        "Consumer statutes ask for personal, family or household use.",
        not_printed="write it into an allegation where a consumer statute asks for it",
    )


class AssentGiven(Record):
    """The version of an agreement a plaintiff assented to, and what was done about its clauses."""

    agreement: Id = ask("agreement", "Which agreement.", default=NOTHING, refers="agreements")
    version: Maybe[Id] = ask(
        "version", "The version shown that day; it decides which clauses bind.", refers="versions"
    )
    date: Maybe[EventDate] = ask("date of assent", "The day of assent, as far as it is known.")
    manner: Maybe[Plain] = ask(
        "how",
        "What was on the screen and what was done.",
        example="checked a box beside “I agree” when subscribing",
    )
    arbitration_opt_out: Maybe[EventDate] = ask(
        "date the arbitration clause was opted out of", "An opt-out in time takes the clause out of the case."
    )


class SeenStatement(Record):
    """A statement a plaintiff saw and relied on."""

    statement: Id = ask("statement", "One of the statements above.", default=NOTHING, refers="statements")
    date: Maybe[EventDate] = ask(
        "when it was seen", "Before the purchase it led to.", authority="Fed. R. Civ. P. 9(b)"
    )
    place: Maybe[Plain] = ask(
        "where it was seen", "Page, store, label: where the plaintiff read or heard it."
    )
    reliance: Maybe[Prose] = ask(
        "what the plaintiff would have done otherwise", "Not bought, paid less, stopped using: in a sentence."
    )


class Injury(Record):
    """A harm one plaintiff suffered."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    kind: Literal[
        "money",
        "overpayment",
        "privacy",
        "time",
        "data-misuse",
        "property",
        "physical",
        "emotional",
        "future-risk",
        "other",
    ] = ask(
        "kind of harm",
        "Damages for a risk of future harm alone do not carry standing.",
        authority="TransUnion LLC v. Ramirez",
        default=NOTHING,
    )
    text: Maybe[Prose] = ask(
        "the harm, as a clause",
        "Verb first; completes “Plaintiff …”.",
        example="paid for a confidentiality that she did not receive",
        needed=True,
    )
    amount: Maybe[Money] = ask(
        "amount", "What it came to, if it is known.", not_printed="write the sum into the words of the harm"
    )
    allegations: list[Id] = ask(
        "allegations that state it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        not_printed="the paragraphs are not cited there yet",
    )
    violations: list[Plain] = ask(
        "sections violated as to this plaintiff",
        "Some statutes let a plaintiff sue only for what it suffered.",
        default=list,
    )
    claims: list[Id] = ask(
        "claims it supports", "Empty: all the plaintiff brings.", default=list, refers="claims"
    )


class Experience(Record):
    """What happened to this plaintiff."""

    purchases: list[Purchase] = ask(
        "products and services",
        "Each with date, price and place: they carry standing and the class period.",
        default=list,
        usual=True,
    )
    assents: list[AssentGiven] = ask(
        "terms assented to", "Which terms the plaintiff accepted, when and how.", default=list
    )
    statements: list[SeenStatement] = ask(
        "statements seen and relied on",
        "Which statements were seen, when, and what they led to.",
        default=list,
    )
    omission_reliance: Maybe[Prose] = ask(
        "where a disclosure would have been seen",
        "The label, screen or talk in which it would have been noticed.",
        not_printed="write it into an allegation that the element of reliance rests on",
    )
    data_types: list[Plain] = ask(
        "kinds of the plaintiff’s data involved", "By kind, never by content.", default=list
    )
    injuries: list[Injury] = ask(
        "injuries", "Each claim needs one that this plaintiff suffered.", default=list, usual=True
    )
    discovered: Maybe[EventDate] = ask(
        "when the plaintiff discovered the wrong", "Limitations may run from it."
    )
    discovery: Maybe[Prose] = ask("how the plaintiff discovered it", "What brought it to light.")
    why_not_earlier: Maybe[Prose] = ask("why not earlier", "The discovery rule asks for diligence.")
    future_intent: Maybe[Prose] = ask(
        "what the plaintiff means to do again",
        "An injunction needs a threat of future harm to this plaintiff.",
        usual=True,
    )
    allegations: list[Id] = ask(
        "allegations of the plaintiff’s own experience",
        "Cited where the section tells the plaintiff’s story.",
        default=list,
        refers="allegations",
        not_printed="the paragraphs are not cited there yet",
    )
    not_inside: Maybe[Prose] = ask(
        "why the plaintiff is outside a class it represents",
        "Only where it is meant; a check asks otherwise.",
    )


class Member(Record):
    """A member or partner of an unincorporated entity, whose citizenship counts under 28 U.S.C. § 1332(a)."""

    name: Maybe[Plain] = ask("name", "Of the member or partner.")
    citizenship: Maybe[State] = ask(
        "State of citizenship", "A person’s domicile; a company’s two States in two entries."
    )
    country: Maybe[Plain] = ask("foreign country", "For a member who is no citizen of a State.")


class Plaintiff(Record):
    """A named plaintiff."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    kind: Literal["individual", "minor", "pseudonym", "organization", "government", "estate"] = ask(
        "kind of plaintiff",
        "It decides who sues, under what name, and how the paragraph reads.",
        default="individual",
        usual=True,
    )
    name: Maybe[Plain] = ask(
        "name", "A minor by initials only.", authority="Fed. R. Civ. P. 5.2(a)(3), 10(a)", needed=True
    )
    short: Maybe[Plain] = ask(
        "short name", "How the complaint calls the plaintiff after the first time.", example="Lee"
    )
    pronouns: Literal["he", "she", "they", "it"] | None = ask(
        "pronouns", "Empty: the name is repeated instead.", when=When("kind", PERSONS), usual=True
    )
    pseudonym_leave: Maybe[Plain] = ask(
        "leave to proceed under a pseudonym",
        "Granted, or to be asked for with the complaint.",
        when=When("kind", ("pseudonym",)),
    )
    guardian: Guardian | None = ask(
        "who sues for the plaintiff",
        "Prints in caption and parties.",
        authority="Fed. R. Civ. P. 17(c)",
        when=When("kind", ("minor", "estate")),
        usual=True,
    )
    decedent: Maybe[Plain] = ask(
        "name of the person who died",
        "The estate sues for what the decedent suffered.",
        when=When("kind", ("estate",)),
    )
    entity: Maybe[Plain] = ask(
        "what the organization is",
        "Prints after the name.",
        example="a nonprofit corporation",
        when=When("kind", ("organization", "government")),
    )
    residence: Place | None = ask(
        "residence", "Where the plaintiff lives; for an organization, its office.", needed=True
    )
    address: Address | None = ask(
        "street address",
        "Only where the court wants it in the caption or the first paragraph: D. Md., D.D.C., D.N.J. It"
        " prints nowhere else.",
    )
    citizenship: Maybe[Citizenship] = ask(
        "citizenship", "Not the same as residence.", authority="28 U.S.C. § 1332", needed=True
    )
    incorporated_in: Maybe[State] = ask(
        "State of incorporation", "Half of its citizenship.", when=When("kind", ("organization",))
    )
    principal_place_of_business: Place | None = ask(
        "principal place of business",
        "The other half of its citizenship.",
        when=When("kind", ("organization",)),
    )
    members: list[Member] = ask(
        "members or partners",
        "Of an LLC, a partnership or an association, each with citizenship: § 1332(a) looks through; CAFA"
        " does not.",
        authority="28 U.S.C. § 1332(a)",
        when=When("kind", ("organization",)),
        default=list,
    )
    standing_as_entity: Maybe[Prose] = ask(
        "own injury or members’",
        "An organization sues for itself, for its members, or both.",
        when=When("kind", ("organization",)),
        not_printed="write it into an allegation of the organization’s injury",
    )
    experience: Experience | None = ask(
        "the plaintiff’s own experience",
        "What happened to this plaintiff: the heart of typicality and standing.",
        needed=True,
    )
    represents: list[Id] = ask(
        "classes the plaintiff represents",
        "Each class needs a plaintiff inside it.",
        default=list,
        refers="classes",
        usual=True,
    )
    relations: Maybe[Plain] = ask(
        "ties to counsel or to a defendant",
        "Family, employment, business, earlier cases: looked at for adequacy.",
        authority="Fed. R. Civ. P. 23(a)(4)",
    )
    trades: list[Purchase] = ask(
        "securities trades in the class period",
        "Date, number, price: they must match the certification.",
        authority="15 U.S.C. § 78u-4(a)(2)(A)",
        default=list,
    )
    confirmed: Maybe[EventDate] = ask(
        "date the client confirmed the facts about itself",
        "The day the client read them and said they were right.",
    )


class PersonalJurisdiction(Record):
    """Why the court has power over this defendant."""

    kind: Literal["general", "specific", "consent", "nationwide-service"] = ask(
        "ground", "General only where the defendant is at home.", default=NOTHING
    )
    statute: Maybe[Plain] = ask(
        "statute that provides for nationwide service",
        "It prints before the facts.",
        example="15 U.S.C. § 78aa(a)",
        when=When("kind", ("nationwide-service",)),
        usual=True,
    )
    facts: Maybe[Prose] = ask(
        "facts, as a clause",
        "Completes “because …”: what this defendant did here.",
        example="it designed and operated the service from this District",
        needed=True,
    )
    allegations: list[Id] = ask(
        "allegations that show it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
    )


class Agency(Record):
    """A defendant who acted for another."""

    principal: Id = ask(
        "principal",
        "For whom the others acted.",
        default=NOTHING,
        refers="defendants non_parties",
        not_printed="the facts of the agency print as you write them",
    )
    agents: list[Id] = ask(
        "agents",
        "Who acted.",
        default=list,
        refers="defendants non_parties",
        not_printed="the facts of the agency print as you write them",
    )
    text: Maybe[Prose] = ask(
        "the facts of the agency", "Acts, control, ratification: not the label.", needed=True
    )


class Defendant(Record):
    """A defendant."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    kind: Literal[
        "corporation",
        "llc",
        "partnership",
        "association",
        "foreign-entity",
        "individual",
        "public-body",
        "does",
    ] = ask(
        "kind of defendant",
        "It decides what citizenship is made of, and how the paragraph reads.",
        default="corporation",
        usual=True,
    )
    name: Maybe[Plain] = ask("name", "As registered.", needed=True)
    registered_name: Maybe[Plain] = ask(
        "name in the public record",
        "Only where it differs from the name sued under.",
        not_printed="the party prints under the name it is sued by",
    )
    short: Maybe[Plain] = ask(
        "short name",
        "How the complaint calls the defendant after the first time.",
        example="LinkedIn",
        usual=True,
    )
    pronouns: Literal["he", "she", "they", "it"] | None = ask(
        "pronouns", "Empty: the name is repeated instead.", when=When("kind", ("individual",))
    )
    doing_business_as: list[Plain] = ask(
        "d/b/a", "Each prints after the name in caption and parties.", default=list
    )
    formerly: list[Plain] = ask("f/k/a", "Each prints after the name in caption and parties.", default=list)
    incorporated_in: Maybe[State] = ask(
        "State of incorporation or organization",
        "The State whose law made it; for an LLC under CAFA too.",
        authority="28 U.S.C. § 1332(c)(1), (d)(10)",
        when=When("kind", ("corporation", "llc", "partnership", "association")),
        needed=True,
    )
    foreign_law: Maybe[Plain] = ask(
        "foreign law of organization",
        "The country whose law made it.",
        example="Ireland",
        when=When("kind", ("foreign-entity",)),
        usual=True,
    )
    foreign_form: Maybe[Plain] = ask(
        "foreign form",
        "Its form, in English.",
        example="a public limited company",
        when=When("kind", ("foreign-entity",)),
        usual=True,
    )
    principal_place_of_business: Place | None = ask(
        "principal place of business",
        "The nerve centre, not every office.",
        authority="28 U.S.C. § 1332(c)(1), (d)(10)",
        when=When("kind", ("corporation", "llc", "partnership", "association", "foreign-entity")),
        needed=True,
    )
    address: Address | None = ask("address", "Some courts want it in the caption or the first paragraph.")
    members: list[Member] = ask(
        "members or partners",
        "Each with citizenship: § 1332(a) looks through; CAFA does not.",
        authority="28 U.S.C. § 1332(a)",
        when=When("kind", ("llc", "partnership", "association")),
        default=list,
    )
    citizenship: Maybe[Citizenship] = ask(
        "citizenship", "Domicile, not address.", when=When("kind", ("individual",)), needed=True
    )
    residence: Place | None = ask(
        "residence", "City and State; never a street.", when=When("kind", ("individual",))
    )
    capacity: list[Literal["official", "individual"]] = ask(
        "capacity sued in",
        "Official-capacity suits are suits against the body; immunity turns on it.",
        when=When("kind", ("individual",)),
        default=list,
        usual=True,
    )
    office: Maybe[Plain] = ask(
        "office held",
        "As on the dates sued on.",
        example="Chief Executive Officer of Acme",
        when=When("kind", ("individual",)),
    )
    office_from: Maybe[EventDate] = ask(
        "office held from", "Liability follows the dates in office.", when=When("kind", ("individual",))
    )
    office_through: Maybe[EventDate] = ask(
        "office held until", "Empty: still in office.", when=When("kind", ("individual",))
    )
    state_of_body: Maybe[State] = ask(
        "State of the public body",
        "Its State decides immunity and venue.",
        when=When("kind", ("public-body",)),
        usual=True,
    )
    primary_state_defendant: YesNo = ask(
        "a State, State official or other governmental entity",
        "CAFA jurisdiction may fail where the primary defendants are such.",
        authority="28 U.S.C. § 1332(d)(5)(A)",
        default=False,
    )
    number_of_does: Count | None = ask(
        "how many Does",
        "Federal courts differ on Does; some limit their number.",
        example="10",
        when=When("kind", ("does",)),
        usual=True,
        not_printed="the name of the Does says it, as in “Does 1–10”",
    )
    does_purpose: Maybe[Prose] = ask(
        "who the Does are believed to be",
        "What they did, and why their names are not known: whole sentences.",
        when=When("kind", ("does",)),
        usual=True,
    )
    business: Maybe[Prose] = ask(
        "what the defendant does, as a clause",
        "Completes “LinkedIn …”.",
        example="operates a social network for professionals",
        needed=True,
    )
    part: Maybe[Prose] = ask(
        "its part in the events", "One or two sentences: what this defendant itself did."
    )
    ticker: Maybe[Plain] = ask(
        "ticker",
        "Prints after the name in securities cases.",
        when=When("kind", ("corporation", "foreign-entity")),
    )
    parent_of: list[Id] = ask(
        "subsidiaries among the parties",
        "A parent needs facts of its own part.",
        default=list,
        refers="defendants non_parties",
        not_printed="write the parent’s own part into an allegation",
    )
    checked: Maybe[EventDate] = ask("date its registration was checked", "Secretary of State’s record.")
    checked_source: Maybe[Plain] = ask(
        "where it was checked", "Register and its address.", not_printed=FOR_THE_FILE
    )
    flags: list[Literal["immunity", "bankruptcy", "receivership", "dissolved"]] = ask(
        "obstacles", "Each stops or changes a claim; a check says how.", default=list
    )
    personal_jurisdiction: list[PersonalJurisdiction] = ask(
        "personal jurisdiction", "One ground for each defendant, with facts.", default=list, usual=True
    )


class DefendantGroup(Record):
    """A name for several defendants together."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    name: Plain = ask(
        "name of the group",
        "Only for what every member of it did.",
        example="Individual Defendants",
        default=NOTHING,
    )
    members: list[Id] = ask("members", "Each by id.", default=list, refers="defendants")


class NonParty(Record):
    """A person or company that matters and is not sued."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    name: Maybe[Plain] = ask(
        "name", "As registered, or a number for a witness who must stay unnamed.", needed=True
    )
    short: Maybe[Plain] = ask("short name", "How the complaint calls it after the first time.")
    relation: Maybe[Prose] = ask(
        "its relation to the parties, as a clause",
        "Completes “Microsoft is …”.",
        example="the parent of LinkedIn",
        needed=True,
    )
    text: Maybe[Prose] = ask("what else is to be said of it", "One or two sentences.")
    why_not_joined: Maybe[Prose] = ask(
        "why it is not joined",
        "Work product unless Rule 19(c) wants it said.",
        authority="Fed. R. Civ. P. 19(c)",
        not_printed=FOR_THE_FILE,
    )
    print_name: YesNo = ask("its name may print", "No for a witness who must stay unnamed.", default=True)
