"""Who sues, and who else has a part without being sued."""

from __future__ import annotations

from typing import Literal

from drafter.facts.counsel import Address, Place
from drafter.facts.dates import EventDate
from drafter.facts.experience import Experience
from drafter.facts.papers import Trade
from drafter.facts.question import FOR_THE_FILE, IN_PAPERS, NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Plain, Prose, State, YesNo
from drafter.facts.vocabularies import Pronouns

__all__ = ["Citizenship", "Guardian", "Member", "NonParty", "Plaintiff", "PlaintiffGroup"]

PERSONS = ("individual", "minor", "pseudonym", "estate")


class Guardian(Record):
    """Who sues for a plaintiff who cannot."""

    name: Maybe[Plain] = ask("name", "Who signs and answers for the plaintiff.", needed=True, redact="name")
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
        redact="keep",
    )
    appointed: Maybe[Plain] = ask(
        "appointment",
        "Court, date and number; or that leave will be sought, as a sentence.",
        redact="blank",
    )


class Citizenship(Record):
    """Citizenship, which is not residence: 28 U.S.C. § 1332 asks for domicile."""

    state: Maybe[State] = ask(
        "State of citizenship",
        "Domicile: where the person lives and means to stay.",
        needed=True,
        redact="keep",
        reuse=True,
    )
    country: Maybe[Plain] = ask(
        "foreign country",
        "Of which the person is a citizen or subject.",
        example="Canada",
        redact="place",
        reuse=True,
    )
    also: list[State] = ask(
        "further States",
        "For those who can have several, such as a trust’s trustees.",
        default=list,
        redact="keep",
        reuse=True,
    )
    since: Maybe[EventDate] = ask(
        "since",
        "Domicile is tested on the day of filing.",
        not_printed="the day is not pleaded",
        redact="year",
        reuse=True,
    )
    stateless: YesNo = ask(
        "a U.S. citizen domiciled abroad",
        "Such a person is a citizen of no State and defeats § 1332(a).",
        default=False,
        redact="keep",
        reuse=True,
    )


class Member(Record):
    """A member or partner of an unincorporated entity, whose citizenship counts under 28 U.S.C. § 1332(a)."""

    name: Maybe[Plain] = ask("name", "Of the member or partner.", redact="keep", reuse=True)
    citizenship: Maybe[State] = ask(
        "State of citizenship",
        "A person’s domicile; a company’s two States in two entries.",
        redact="keep",
        reuse=True,
    )
    country: Maybe[Plain] = ask(
        "foreign country", "For a member who is no citizen of a State.", redact="place", reuse=True
    )


class Plaintiff(Record):
    """A named plaintiff."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    kind: Literal["individual", "minor", "pseudonym", "organization", "government", "estate"] = ask(
        "kind of plaintiff",
        "It decides who sues, under what name, and how the paragraph reads.",
        default="individual",
        usual=True,
        redact="keep",
    )
    name: Maybe[Plain] = ask(
        "name",
        "A minor by initials only.",
        authority="Fed. R. Civ. P. 5.2(a)(3), 10(a)",
        needed=True,
        redact="name",
    )
    short: Maybe[Plain] = ask(
        "short name",
        "How the complaint calls the plaintiff after the first time.",
        example="Lee",
        redact="name",
    )
    pronouns: Pronouns | None = ask(
        "pronouns",
        "Empty: the name is repeated instead.",
        when=When("kind", PERSONS),
        usual=True,
        redact="keep",
    )
    pseudonym_leave: Maybe[Plain] = ask(
        "leave to proceed under a pseudonym",
        "Granted, or to be asked for with the complaint: a sentence, which prints with the party.",
        when=When("kind", ("pseudonym",)),
        redact="blank",
    )
    guardian: Guardian | None = ask(
        "who sues for the plaintiff",
        "Prints in caption and parties.",
        authority="Fed. R. Civ. P. 17(c)",
        when=When("kind", ("minor", "estate")),
        usual=True,
        redact="keep",
    )
    decedent: Maybe[Plain] = ask(
        "name of the person who died",
        "The estate sues for what the decedent suffered.",
        when=When("kind", ("estate",)),
        redact="name",
    )
    entity: Maybe[Plain] = ask(
        "what the organization is",
        "Prints after the name.",
        example="a nonprofit corporation",
        when=When("kind", ("organization", "government")),
        redact="keep",
    )
    residence: Place | None = ask(
        "residence", "Where the plaintiff lives; for an organization, its office.", needed=True, redact="keep"
    )
    address: Address | None = ask(
        "street address",
        "Only where the court wants it in the caption or the first paragraph: D. Md., D.D.C., D.N.J. It"
        " prints nowhere else.",
        redact="keep",
    )
    citizenship: Maybe[Citizenship] = ask(
        "citizenship", "Not the same as residence.", authority="28 U.S.C. § 1332", needed=True, redact="keep"
    )
    incorporated_in: Maybe[State] = ask(
        "State of incorporation",
        "Half of its citizenship.",
        when=When("kind", ("organization",)),
        redact="keep",
    )
    principal_place_of_business: Place | None = ask(
        "principal place of business",
        "The other half of its citizenship.",
        when=When("kind", ("organization",)),
        redact="keep",
    )
    members: list[Member] = ask(
        "members or partners",
        "Of an LLC, a partnership or an association, each with citizenship: § 1332(a) looks through; CAFA"
        " does not.",
        authority="28 U.S.C. § 1332(a)",
        when=When("kind", ("organization",)),
        default=list,
        redact="out",
    )
    parents: list[Plain] = ask(
        "parent corporations",
        "Each by its registered name; an empty list says that there are none.",
        authority="Fed. R. Civ. P. 7.1(a)(1)",
        when=When("kind", ("organization",)),
        default=list,
        not_printed=IN_PAPERS,
        redact="out",
    )
    ten_percent_holders: list[Plain] = ask(
        "publicly held corporations that own ten percent or more of its stock",
        "A corporate disclosure statement names them; an empty list says that there are none.",
        authority="Fed. R. Civ. P. 7.1(a)(1)",
        when=When("kind", ("organization",)),
        default=list,
        not_printed=IN_PAPERS,
        redact="out",
    )
    earlier_actions: list[Plain] = ask(
        "securities class actions of the last three years in which the plaintiff sought to serve",
        "Each with court and number; an empty list says that there are none.",
        authority="15 U.S.C. § 78u-4(a)(2)(A)(v)",
        default=list,
        not_printed=IN_PAPERS,
        redact="out",
    )
    standing_as_entity: Maybe[Prose] = ask(
        "own injury or members’",
        "An organization sues for itself, for its members, or both: a sentence, which prints with the party.",
        when=When("kind", ("organization",)),
        redact="keep",
    )
    experience: Experience | None = ask(
        "the plaintiff’s own experience",
        "What happened to this plaintiff: the heart of typicality and standing.",
        needed=True,
        redact="keep",
    )
    represents: list[Id] = ask(
        "classes the plaintiff represents",
        "Each class needs a plaintiff inside it.",
        default=list,
        refers="classes",
        usual=True,
        redact="keep",
    )
    relations: Maybe[Plain] = ask(
        "ties to counsel or to a defendant",
        "Family, employment, business, earlier cases: looked at for adequacy.",
        authority="Fed. R. Civ. P. 23(a)(4)",
        redact="out",
    )
    trades: list[Trade] = ask(
        "securities trades in the class period",
        "Date, number, price: they must match the certification.",
        authority="15 U.S.C. § 78u-4(a)(2)(A)",
        default=list,
        redact="keep",
    )
    confirmed: Maybe[EventDate] = ask(
        "date the client confirmed the facts about itself",
        "The day the client read them and said they were right.",
        redact="out",
    )


class NonParty(Record):
    """A person or company that matters and is not sued."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    name: Maybe[Plain] = ask(
        "name", "As registered, or a number for a witness who must stay unnamed.", needed=True, redact="name"
    )
    short: Maybe[Plain] = ask("short name", "How the complaint calls it after the first time.", redact="name")
    relation: Maybe[Prose] = ask(
        "its relation to the parties, as a clause",
        "Completes “Microsoft is …”.",
        example="the parent of LinkedIn",
        needed=True,
        redact="keep",
    )
    text: Maybe[Prose] = ask("what else is to be said of it", "One or two sentences.", redact="keep")
    why_not_joined: Maybe[Prose] = ask(
        "why it is not joined",
        "Work product unless Rule 19(c) wants it said.",
        authority="Fed. R. Civ. P. 19(c)",
        not_printed=FOR_THE_FILE,
        redact="out",
    )
    print_name: YesNo = ask(
        "its name may print", "No for a witness who must stay unnamed.", default=True, redact="keep"
    )


class PlaintiffGroup(Record):
    """A name for several plaintiffs together."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
        reuse=False,
    )
    name: Plain = ask(
        "name of the group",
        "It prints wherever all of its members, and no others, are meant.",
        example="Nevada Plaintiffs",
        default=NOTHING,
        redact="keep",
        reuse=False,
    )
    members: list[Id] = ask(
        "members", "Each by id.", default=list, refers="plaintiffs", redact="keep", reuse=False
    )
