"""Those on whose behalf the case is brought: classes, subclasses, collectives, aggrieved employees, the
public, a company.
"""

from __future__ import annotations

from typing import Literal

from drafter.facts.periods import Period
from drafter.facts.question import FOR_THE_FILE, NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.values import Count, Id, Maybe, Plain, Prose, State, YesNo
from drafter.facts.vocabularies import ClassType

__all__ = ["CLASS_DEVICES", "Manner", "Numerosity", "RepresentedGroup"]

CLASS_DEVICES = ("rule-23", "state-class")
OF_CLASS = When("device", CLASS_DEVICES)
OF_STATE_CLASS = When("device", CLASS_DEVICES, only_in_state=True)


class Numerosity(Record):
    """How many there are, and how that is known."""

    low: Count | None = ask(
        "at least", "A number you can defend today.", example="1000", usual=True, redact="keep"
    )
    high: Count | None = ask("at most", "The upper end, where it is known.", redact="keep")
    words: Maybe[Plain] = ask(
        "in words", example="millions", help="Where no figure is known.", usual=True, redact="keep"
    )
    source: Maybe[Prose] = ask(
        "how it is known, as a clause",
        "Report, admission, market share: where the number comes from.",
        example="LinkedIn’s 2023 annual report gives that figure",
        usual=True,
        redact="keep",
    )
    allegations: list[Id] = ask(
        "allegations that show it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        redact="keep",
    )


class Manner(Record):
    """Reasons of this case under one part of Rule 23."""

    text: Maybe[Prose] = ask("this case’s reasons", "Two to four sentences.", needed=True, redact="keep")
    allegations: list[Id] = ask(
        "allegations that show it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        redact="keep",
    )


class RepresentedGroup(Record):
    """A class or subclass, or another group for whom the case is brought."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    name: Maybe[Plain] = ask(
        "name",
        "Defined once; used everywhere.",
        example="Premium Class",
        needed=True,
        redact="keep",
        reuse=True,
    )
    device: Literal["rule-23", "state-class", "flsa-collective", "paga", "general-public", "derivative"] = (
        ask("device", "The forum decides what is open.", default="rule-23", redact="keep", reuse=True)
    )
    subclass_of: Maybe[Id] = ask(
        "class it is part of",
        "A subclass must lie inside its class.",
        when=OF_CLASS,
        refers="classes",
        redact="keep",
        reuse=True,
    )
    unrepresented: Maybe[Plain] = ask(
        "why nobody represents it yet",
        "On purpose, with the reason: a plaintiff is being looked for, or an amendment will name one.",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=False,
    )
    dimension: Maybe[Plain] = ask(
        "what sets the subclass apart",
        "State, product, period, employer: what a reader needs to tell subclasses apart.",
        example="State",
        when=When("subclass_of"),
        not_printed="the definition itself says what sets it apart",
        redact="keep",
        reuse=True,
    )
    members: Maybe[Plain] = ask(
        "who they are",
        "People or entities, by what anyone can see of them.",
        example="LinkedIn Premium customers",
        needed=True,
        redact="keep",
        reuse=True,
    )
    geography: Maybe[Plain] = ask(
        "where",
        "It prints after the members: “in the United States”.",
        example="the United States",
        usual=True,
        redact="keep",
        reuse=True,
    )
    states: list[State] = ask(
        "States the definition is limited to",
        "Empty: not limited by State.",
        default=list,
        redact="keep",
        reuse=True,
    )
    citizens_only: YesNo = ask(
        "limited to citizens of those States",
        "Residents are not citizens; only a class of citizens keeps a case out of CAFA’s reach by"
        " definition.",
        authority="28 U.S.C. § 1332(d)(4)",
        default=False,
        redact="keep",
        reuse=True,
    )
    conduct: Maybe[Plain] = ask(
        "what they did",
        "What members did, never what the case must prove.",
        example="who sent or received an InMail message",
        needed=True,
        redact="keep",
        reuse=True,
    )
    includes: list[Literal["minors", "estates"]] = ask(
        "members who cannot sue for themselves",
        "They bear on the period, on notice and on settlement.",
        default=list,
        redact="keep",
        reuse=True,
    )
    product: Maybe[Plain] = ask(
        "product or service", "Where it is not said in what the members did.", redact="keep", reuse=True
    )
    actor: list[Id] = ask(
        "defendants the definition names",
        "Where several defendants made or sold it.",
        default=list,
        refers="defendants",
        not_printed="name them in what the members did",
        redact="keep",
        reuse=True,
    )
    period: Period | None = ask(
        "class period",
        "A beginning, and an end that someone can find.",
        needed=True,
        redact="keep",
        reuse=False,
    )
    periods_by_claim: list[Period] = ask(
        "periods that differ by claim",
        "Where limitations differ; each prints after the definition.",
        default=list,
        redact="keep",
        reuse=False,
    )
    wording: Maybe[Prose] = ask(
        "the whole definition in your own words",
        "Replaces the wording built from the parts.",
        redact="keep",
        reuse=True,
    )
    exclusions: list[Literal["standard"] | Prose] = ask(
        "exclusions",
        "standard: defendants, their kin and counsel, the judge, those who opt out.",
        default=list,
        usual=True,
        redact="keep",
        reuse=True,
    )
    rule_23b: list[ClassType] = ask(
        "Rule 23(b) types",
        "Each type asked for needs its own reasons.",
        when=OF_CLASS,
        default=list,
        usual=True,
        redact="keep",
        reuse=True,
    )
    issues: Maybe[Prose] = ask(
        "issues for Rule 23(c)(4)",
        "The questions to be certified alone, if the whole is not.",
        when=OF_CLASS,
        redact="keep",
        reuse=False,
    )
    numerosity: Numerosity | None = ask(
        "how many",
        "A number and how it is known.",
        authority="Fed. R. Civ. P. 23(a)(1)",
        needed=True,
        redact="keep",
        reuse=False,
    )
    common_questions: list[Prose] = ask(
        "common questions",
        "Questions a jury could answer about this case.",
        authority="Fed. R. Civ. P. 23(a)(2)",
        when=OF_CLASS,
        default=list,
        needed=True,
        unless="subclass_of",
        redact="keep",
        reuse=True,
    )
    typicality: Manner | None = ask(
        "typicality",
        "Why this plaintiff’s claim is the class’s claim.",
        authority="Fed. R. Civ. P. 23(a)(3)",
        when=OF_CLASS,
        needed=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    adequacy: Manner | None = ask(
        "adequacy",
        "No conflict, and counsel who can do it.",
        authority="Fed. R. Civ. P. 23(a)(4)",
        when=OF_CLASS,
        needed=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    predominance: Manner | None = ask(
        "predominance",
        "Which questions one trial answers, and why they outweigh the rest.",
        authority="Fed. R. Civ. P. 23(b)(3)",
        when=When("rule_23b", ("b3",), in_state=True),
        usual=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    superiority: Manner | None = ask(
        "superiority",
        "Why not one by one: cost, size of claims, forum.",
        authority="Fed. R. Civ. P. 23(b)(3)",
        when=When("rule_23b", ("b3",), in_state=True),
        usual=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    ascertainability: Manner | None = ask(
        "ascertainability",
        "By what objective facts the definition tells who is a member, and how members can be named when the"
        " time comes. State law asks for it, in California among others; Rule 23 does not name it.",
        authority="Noel v. Thrifty Payless, Inc., 7 Cal. 5th 955 (2019)",
        when=OF_STATE_CLASS,
        usual=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    substantial_benefit: Manner | None = ask(
        "substantial benefit",
        "What the court and those who litigate gain from one action: repetition and clashing judgments"
        " avoided, claims too small to bring alone heard at all. State law asks for it, in California among"
        " others.",
        authority="Cal. Code Civ. Proc. § 382, as Sav-On Drug Stores, Inc. v. Superior Court, 34 Cal. 4th 319"
        " (2004), has it",
        when=OF_STATE_CLASS,
        usual=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    common_grounds: Manner | None = ask(
        "grounds that apply to the whole class",
        "What was done to all alike, which one order can mend.",
        authority="Fed. R. Civ. P. 23(b)(2)",
        when=When("rule_23b", ("b2",)),
        usual=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    separate_actions: Manner | None = ask(
        "risk of separate actions",
        "The standards that could clash, or the interests of others that one judgment would settle or"
        " impair.",
        authority="Fed. R. Civ. P. 23(b)(1)",
        when=When("rule_23b", ("b1a", "b1b")),
        usual=True,
        unless="subclass_of",
        redact="keep",
        reuse=False,
    )
    identification: Maybe[Prose] = ask(
        "how members can be identified", "Records, as a sentence.", redact="keep", reuse=False
    )
    overlap_reason: Maybe[Plain] = ask(
        "why it overlaps another class",
        "Two classes that share members need a reason.",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=False,
    )
    reserve: YesNo = ask(
        "reserve the right to amend the definition",
        "Prints one sentence; some courts give it no weight.",
        default=True,
        redact="keep",
        reuse=True,
    )
    similarly_situated: Maybe[Prose] = ask(
        "why they are similarly situated",
        "A shared policy, and duties alike.",
        authority="29 U.S.C. § 216(b)",
        when=When("device", ("flsa-collective",)),
        usual=True,
        redact="keep",
        reuse=False,
    )
    demand: Maybe[Prose] = ask(
        "demand on the board, or why it is futile",
        "Particulars, for each director where it is futility.",
        authority="Fed. R. Civ. P. 23.1",
        when=When("device", ("derivative",)),
        usual=True,
        redact="keep",
        reuse=False,
    )
