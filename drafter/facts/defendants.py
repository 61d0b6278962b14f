"""Who is sued, alone or as a group, and why the court has power over each."""

from __future__ import annotations

from typing import Literal

from drafter.facts.counsel import Address, Place
from drafter.facts.dates import EventDate
from drafter.facts.papers import ServiceAgent
from drafter.facts.parties import Citizenship, Member
from drafter.facts.question import FOR_THE_FILE, NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.values import Count, Id, Maybe, Plain, Prose, State, YesNo
from drafter.facts.vocabularies import Pronouns

__all__ = ["Agency", "Defendant", "DefendantGroup", "PersonalJurisdiction"]


class PersonalJurisdiction(Record):
    """Why the court has power over this defendant."""

    kind: Literal["general", "specific", "consent", "nationwide-service"] = ask(
        "ground", "General only where the defendant is at home.", default=NOTHING, redact="keep"
    )
    statute: Maybe[Plain] = ask(
        "statute that provides for nationwide service",
        "It prints before the facts.",
        example="15 U.S.C. § 78aa(a)",
        when=When("kind", ("nationwide-service",)),
        usual=True,
        redact="keep",
    )
    facts: Maybe[Prose] = ask(
        "facts, as a clause",
        "Completes “because …”: what this defendant did here.",
        example="it designed and operated the service from this District",
        needed=True,
        redact="keep",
    )
    allegations: list[Id] = ask(
        "allegations that show it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        redact="keep",
    )


class Agency(Record):
    """A defendant who acted for another."""

    principal: Id = ask(
        "principal",
        "For whom the others acted.",
        default=NOTHING,
        refers="defendants non_parties",
        not_printed="the facts of the agency print as you write them",
        redact="keep",
    )
    agents: list[Id] = ask(
        "agents",
        "Who acted.",
        default=list,
        refers="defendants non_parties",
        not_printed="the facts of the agency print as you write them",
        redact="keep",
    )
    text: Maybe[Prose] = ask(
        "the facts of the agency", "Acts, control, ratification: not the label.", needed=True, redact="keep"
    )


class Defendant(Record):
    """A defendant."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
        reuse=True,
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
        redact="keep",
        reuse=True,
    )
    name: Maybe[Plain] = ask("name", "As registered.", needed=True, redact="keep", reuse=True)
    registered_name: Maybe[Plain] = ask(
        "name in the public record",
        "Only where it differs from the name sued under; it prints behind it among the parties.",
        redact="keep",
        reuse=True,
    )
    short: Maybe[Plain] = ask(
        "short name",
        "How the complaint calls the defendant after the first time.",
        example="LinkedIn",
        usual=True,
        redact="keep",
        reuse=True,
    )
    pronouns: Pronouns | None = ask(
        "pronouns",
        "Empty: the name is repeated instead.",
        when=When("kind", ("individual",)),
        redact="keep",
        reuse=True,
    )
    doing_business_as: list[Plain] = ask(
        "d/b/a", "Each prints after the name in caption and parties.", default=list, redact="keep", reuse=True
    )
    formerly: list[Plain] = ask(
        "f/k/a", "Each prints after the name in caption and parties.", default=list, redact="keep", reuse=True
    )
    incorporated_in: Maybe[State] = ask(
        "State of incorporation or organization",
        "The State whose law made it; for an LLC under CAFA too.",
        authority="28 U.S.C. § 1332(c)(1), (d)(10)",
        when=When("kind", ("corporation", "llc", "partnership", "association")),
        needed=True,
        redact="keep",
        reuse=True,
    )
    foreign_law: Maybe[Plain] = ask(
        "foreign law of organization",
        "The country whose law made it.",
        example="Ireland",
        when=When("kind", ("foreign-entity",)),
        usual=True,
        redact="keep",
        reuse=True,
    )
    foreign_form: Maybe[Plain] = ask(
        "foreign form",
        "Its form, in English.",
        example="a public limited company",
        when=When("kind", ("foreign-entity",)),
        usual=True,
        redact="keep",
        reuse=True,
    )
    principal_place_of_business: Place | None = ask(
        "principal place of business",
        "The nerve centre, not every office.",
        authority="28 U.S.C. § 1332(c)(1), (d)(10)",
        when=When("kind", ("corporation", "llc", "partnership", "association", "foreign-entity")),
        needed=True,
        redact="keep",
        reuse=True,
    )
    address: Address | None = ask(
        "address", "Some courts want it in the caption or the first paragraph.", redact="keep", reuse=True
    )
    served_through: ServiceAgent | None = ask(
        "agent for service", "The summons is directed to it.", redact="keep", reuse=True
    )
    members: list[Member] = ask(
        "members or partners",
        "Each with citizenship: § 1332(a) looks through; CAFA does not.",
        authority="28 U.S.C. § 1332(a)",
        when=When("kind", ("llc", "partnership", "association")),
        default=list,
        redact="keep",
        reuse=True,
    )
    citizenship: Maybe[Citizenship] = ask(
        "citizenship",
        "Domicile, not address.",
        when=When("kind", ("individual",)),
        needed=True,
        redact="keep",
        reuse=True,
    )
    residence: Place | None = ask(
        "residence",
        "City and State; never a street.",
        when=When("kind", ("individual",)),
        redact="keep",
        reuse=True,
    )
    capacity: list[Literal["official", "individual"]] = ask(
        "capacity sued in",
        "Official-capacity suits are suits against the body; immunity turns on it.",
        when=When("kind", ("individual",)),
        default=list,
        usual=True,
        redact="keep",
        reuse=True,
    )
    office: Maybe[Plain] = ask(
        "office held",
        "As on the dates sued on.",
        example="Chief Executive Officer of Acme",
        when=When("kind", ("individual",)),
        redact="keep",
        reuse=True,
    )
    office_from: Maybe[EventDate] = ask(
        "office held from",
        "Liability follows the dates in office.",
        when=When("kind", ("individual",)),
        redact="keep",
        reuse=True,
    )
    office_through: Maybe[EventDate] = ask(
        "office held until",
        "Empty: still in office.",
        when=When("kind", ("individual",)),
        redact="keep",
        reuse=True,
    )
    state_of_body: Maybe[State] = ask(
        "State of the public body",
        "Its State decides immunity and venue.",
        when=When("kind", ("public-body",)),
        usual=True,
        redact="keep",
        reuse=True,
    )
    primary_state_defendant: YesNo = ask(
        "a State, State official or other governmental entity",
        "CAFA jurisdiction may fail where the primary defendants are such.",
        authority="28 U.S.C. § 1332(d)(5)(A)",
        default=False,
        redact="keep",
        reuse=False,
    )
    number_of_does: Count | None = ask(
        "how many Does",
        "Federal courts differ on Does; some limit their number.",
        example="10",
        when=When("kind", ("does",)),
        usual=True,
        not_printed="the name of the Does says it, as in “Does 1–10”",
        redact="keep",
        reuse=False,
    )
    does_purpose: Maybe[Prose] = ask(
        "who the Does are believed to be",
        "What they did, and why their names are not known: whole sentences.",
        when=When("kind", ("does",)),
        usual=True,
        redact="keep",
        reuse=False,
    )
    business: Maybe[Prose] = ask(
        "what the defendant does, as a clause",
        "Completes “LinkedIn …”.",
        example="operates a social network for professionals",
        needed=True,
        redact="keep",
        reuse=True,
    )
    part: Maybe[Prose] = ask(
        "its part in the events",
        "One or two sentences: what this defendant itself did.",
        redact="keep",
        reuse=False,
    )
    ticker: Maybe[Plain] = ask(
        "ticker",
        "Prints after the name in securities cases.",
        when=When("kind", ("corporation", "foreign-entity")),
        redact="keep",
        reuse=True,
    )
    parent_of: list[Id] = ask(
        "subsidiaries among the parties",
        "A parent needs facts of its own part.",
        default=list,
        refers="defendants non_parties",
        redact="keep",
        reuse=True,
    )
    checked: Maybe[EventDate] = ask(
        "date its registration was checked", "Secretary of State’s record.", redact="keep", reuse=True
    )
    checked_source: Maybe[Plain] = ask(
        "where it was checked",
        "Register and its address.",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=True,
    )
    flags: list[Literal["immunity", "bankruptcy", "receivership", "dissolved"]] = ask(
        "obstacles",
        "Each stops or changes a claim; a check says how.",
        default=list,
        redact="keep",
        reuse=False,
    )
    personal_jurisdiction: list[PersonalJurisdiction] = ask(
        "personal jurisdiction",
        "One ground for each defendant, with facts.",
        default=list,
        usual=True,
        redact="keep",
        reuse=False,
    )


class DefendantGroup(Record):
    """A name for several defendants together."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    name: Plain = ask(
        "name of the group",
        "Only for what every member of it did.",
        example="Individual Defendants",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    members: list[Id] = ask(
        "members", "Each by id.", default=list, refers="defendants", redact="keep", reuse=True
    )
