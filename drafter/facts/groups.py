"""Those on whose behalf the case is brought: classes, subclasses, collectives, aggrieved employees, the public, a company."""

from __future__ import annotations

from typing import Literal

from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import Count, EventDate, Id, Maybe, Plain, Prose, State, YesNo

__all__ = ["CLASS_DEVICES", "Manner", "Numerosity", "Period", "RepresentedGroup"]

CLASS_DEVICES = ("rule-23", "state-class")
OF_CLASS = When("device", CLASS_DEVICES)


class Period(Record):
    """From when until when."""

    from_: Maybe[EventDate] = ask("first day", needed=True)
    through: Maybe[EventDate] = ask("last day", "Empty: see ‘until’.")
    until: Literal["filing", "certification", "judgment", "trial", "present"] | None = ask("open end", "A floating end invites a fight.")
    claim: Maybe[Id] = ask("claim it is for", "Where the period differs by claim.", refers="claims")


class Numerosity(Record):
    """How many there are, and how that is known."""

    low: Count | None = ask("at least", example="1000")
    high: Count | None = ask("at most")
    words: Maybe[Plain] = ask("in words", example="millions", help="Where no figure is known.")
    source: Maybe[Prose] = ask("how it is known, as a clause", example="LinkedIn’s 2023 annual report gives that figure")
    allegations: list[Id] = ask("allegations that show it", default=list, refers="allegations")


class Manner(Record):
    """Reasons of this case under one part of Rule 23."""

    text: Maybe[Prose] = ask("this case’s reasons", "Two to four sentences.", needed=True)
    allegations: list[Id] = ask("allegations that show it", default=list, refers="allegations")


class RepresentedGroup(Record):
    """A class or subclass, or another group for whom the case is brought."""

    id: Id = ask("id", default=NOTHING)
    name: Maybe[Plain] = ask("name", example="Premium Class", needed=True)
    device: Literal["rule-23", "state-class", "flsa-collective", "paga", "general-public", "derivative"] = ask(
        "device", "The forum decides what is open.", default="rule-23"
    )
    subclass_of: Maybe[Id] = ask("class it is part of", when=OF_CLASS, refers="classes")
    dimension: Maybe[Plain] = ask("what sets the subclass apart", example="State", when=When("subclass_of"))
    members: Maybe[Plain] = ask("who they are", "People or entities, by what anyone can see of them.", example="LinkedIn Premium customers", needed=True)
    geography: Maybe[Plain] = ask("where", example="the United States")
    states: list[State] = ask("States the definition is limited to", default=list)
    citizens_only: YesNo = ask("limited to citizens of those States", authority="28 U.S.C. § 1332(d)(4)", default=False)
    conduct: Maybe[Plain] = ask("what they did", "What members did, never what the case must prove.", example="who sent or received an InMail message", needed=True)
    product: Maybe[Plain] = ask("product or service")
    actor: list[Id] = ask("defendants the definition names", default=list, refers="defendants")
    period: Period | None = ask("class period", needed=True)
    periods_by_claim: list[Period] = ask("periods that differ by claim", default=list)
    wording: Maybe[Prose] = ask("the whole definition in your own words", "Replaces the wording built from the parts.")
    exclusions: list[Literal["standard"] | Prose] = ask("exclusions", "standard: defendants, their kin and counsel, the judge, those who opt out.", default=list)
    rule_23b: list[Literal["b1a", "b1b", "b2", "b3"]] = ask("Rule 23(b) types", when=OF_CLASS, default=list)
    issues: Maybe[Prose] = ask("issues for Rule 23(c)(4)", when=OF_CLASS)
    numerosity: Numerosity | None = ask("how many", authority="Fed. R. Civ. P. 23(a)(1)", needed=True)
    common_questions: list[Prose] = ask("common questions", "Questions a jury could answer about this case.", authority="Fed. R. Civ. P. 23(a)(2)", when=OF_CLASS, default=list, needed=True)
    typicality: Manner | None = ask("typicality", authority="Fed. R. Civ. P. 23(a)(3)", when=OF_CLASS, needed=True)
    adequacy: Manner | None = ask("adequacy", authority="Fed. R. Civ. P. 23(a)(4)", when=OF_CLASS, needed=True)
    predominance: Manner | None = ask("predominance", authority="Fed. R. Civ. P. 23(b)(3)", when=OF_CLASS)
    superiority: Manner | None = ask("superiority", authority="Fed. R. Civ. P. 23(b)(3)", when=OF_CLASS)
    common_grounds: Manner | None = ask("grounds that apply to the whole class", authority="Fed. R. Civ. P. 23(b)(2)", when=OF_CLASS)
    identification: Maybe[Prose] = ask("how members can be identified", "Records, as a sentence.")
    overlap_reason: Maybe[Plain] = ask("why it overlaps another class")
    reserve: YesNo = ask("reserve the right to amend the definition", default=True)
    similarly_situated: Maybe[Prose] = ask("why they are similarly situated", authority="29 U.S.C. § 216(b)", when=When("device", ("flsa-collective",)))
    demand: Maybe[Prose] = ask("demand on the board, or why it is futile", authority="Fed. R. Civ. P. 23.1", when=When("device", ("derivative",)))
