"""Claims: causes of action as pleaded by these plaintiffs, for these classes, against these defendants."""

from __future__ import annotations

from typing import Any, Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import IN_PAPERS, NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.relief_kinds import ReliefKind
from drafter.facts.values import ClaimId, Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = ["Claim", "ClaimPattern", "ElementSupport", "ReliefSought"]


class ElementSupport(Record):
    """What makes out one element: the allegations, and the drafter's own sentence applying them. The one
    place where facts meet elements.
    """

    allegations: list[Id] = ask(
        "allegations that support it",
        "The facts that make it out; without one the draft prints a blank and a finding.",
        default=list,
        refers="allegations",
        redact="keep",
    )
    key: list[Id] = ask(
        "the ones to cite",
        "Where only key facts are cited; empty: the first three.",
        default=list,
        refers="allegations",
        redact="keep",
    )
    application: Maybe[Prose] = ask(
        "how these facts make out this element",
        "The act, in a sentence of your own: actor, verb, object.",
        redact="keep",
    )
    because: Maybe[Prose] = ask(
        "ground of the belief",
        "Where every support is on belief, and the allegations do not say it.",
        redact="keep",
    )
    not_pleaded: Maybe[Plain] = ask(
        "why the element is left out",
        "Kept in the sheet and listed as a finding; nothing prints.",
        redact="keep",
    )


class ReliefSought(Record):
    """Relief one claim asks for beyond, or short of, what its cause allows."""

    kind: ReliefKind = ask(
        "kind of relief",
        "It is set against what the claims allow; what none allows is questioned, never dropped.",
        default=NOTHING,
        redact="keep",
    )
    text: Maybe[Prose] = ask(
        "as it should stand in the prayer",
        "Begin with a noun: “an injunction requiring LinkedIn to …”.",
        redact="keep",
    )
    authority: Maybe[Plain] = ask(
        "what allows it", "Statute and section; it prints behind the item.", redact="keep"
    )
    claims: list[ClaimId] = ask(
        "claims it rests on",
        "Empty: the claim it stands in, or all.",
        default=list,
        refers="claims",
        redact="keep",
    )
    classes: list[Id] = ask(
        "classes it is for", "Empty: all the claim is for.", default=list, refers="classes", redact="keep"
    )
    against: list[Id] = ask(
        "defendants it runs against",
        "Empty: all the claim is against.",
        default=list,
        refers="defendants defendant_groups",
        redact="keep",
    )
    acts: Maybe[Prose] = ask(
        "acts to be forbidden or ordered",
        "Rule 65(d) wants the acts in reasonable detail; “obey the law” is struck.",
        authority="Fed. R. Civ. P. 65(d)",
        when=When("kind", ("injunction",)),
        redact="keep",
    )
    amount: Maybe[Money] = ask(
        "amount",
        "It prints behind the relief’s words. A statutory sum needs its section; some courts forbid a sum in"
        " the prayer.",
        redact="keep",
    )
    omit: YesNo = ask(
        "leave this kind of relief out",
        "The claim allows it and you choose not to ask.",
        default=False,
        redact="keep",
    )


class Claim(Record):
    """A count. It may hold several theories of one family, in the alternative."""

    id: ClaimId = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    like: ClaimId | None = ask(
        "claim, or pattern, whose answers it takes over",
        "Each that it does not give itself; elements and answers one by one.",
        refers="claims claim_patterns",
        redact="keep",
        reuse=True,
    )
    each: Literal["subclasses"] | None = ask(
        "whether it is pleaded once for each State’s subclass",
        "A count a State, under its law, for its subclass, by those who represent it. An entry “ID@TX” says"
        " what differs in one of them.",
        redact="keep",
        reuse=True,
    )
    theories: list[Id] = ask(
        "causes of action",
        "Limbs of one statute may be pleaded together.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    title: Maybe[Plain] = ask("heading", "Empty: the cause’s own title.", redact="keep", reuse=True)
    by: list[Id] = ask(
        "plaintiffs who bring it",
        "Empty: all.",
        default=list,
        refers="plaintiffs",
        usual=True,
        redact="keep",
        reuse=False,
    )
    for_: list[Id] = ask(
        "classes it is brought for",
        "Empty: the plaintiffs sue for themselves alone on this claim.",
        default=list,
        refers="classes",
        usual=True,
        redact="keep",
        reuse=True,
    )
    individually: YesNo = ask(
        "also for the plaintiffs themselves",
        "It keeps the plaintiffs’ own claim alive if certification is denied.",
        default=True,
        redact="keep",
        reuse=False,
    )
    against: list[Id] = ask(
        "defendants, or groups",
        "Empty: all.",
        default=list,
        refers="defendants defendant_groups",
        usual=True,
        redact="keep",
        reuse=True,
    )
    law: list[State] = ask(
        "State whose law governs",
        "For a common-law or State claim; several, where each class has its own.",
        default=list,
        usual=True,
        redact="keep",
        reuse=True,
    )
    law_reason: Maybe[Prose] = ask(
        "why that law governs",
        "Where the choice will be disputed: the contacts, or the clause. Where the agreement chooses another"
        " law: why its clause does not govern this claim.",
        redact="keep",
        reuse=False,
    )
    alternative_to: list[ClaimId] = ask(
        "claims it is pleaded in the alternative to",
        "Said in the count, and what contradicts it is left out of what it takes up.",
        authority="Fed. R. Civ. P. 8(d)(2)",
        default=list,
        refers="claims",
        redact="keep",
        reuse=True,
    )
    predicates: list[ClaimId] = ask(
        "claims it borrows or derives from",
        "An “unlawful” claim or one of secondary liability takes up its predicate’s paragraphs.",
        default=list,
        refers="claims",
        redact="keep",
        reuse=True,
    )
    incorporates: Literal["facts", "facts-and-predicates", "all-above"] | None = ask(
        "what it takes up",
        "Empty: the facts, and its predicates’ paragraphs where it derives from them.",
        redact="keep",
        reuse=False,
    )
    leaves_out: list[Id] = ask(
        "allegations it does not take up",
        "What contradicts an alternative claim: ids of allegations, headings or agreements.",
        default=list,
        refers="allegations headings agreements",
        redact="keep",
        reuse=False,
    )
    elements: dict[str, ElementSupport] = ask(
        "elements", "By the ids the cause gives them.", default=dict, redact="keep", reuse=False
    )
    answers: dict[str, Any] = ask(
        "the cause’s own questions",
        "By the ids the cause gives its questions; `drafter show cause` lists them.",
        default=dict,
        redact="keep",
        reuse=False,
    )
    agreement: Maybe[Id] = ask(
        "agreement sued on",
        "The count cites its parties, terms and assent.",
        refers="agreements",
        redact="keep",
        reuse=False,
    )
    terms: list[Id] = ask(
        "terms breached",
        "Each prints with its section and promise in the breach.",
        default=list,
        refers="terms",
        redact="keep",
        reuse=False,
    )
    statements: list[Id] = ask(
        "statements sued on",
        "Each prints with speaker, date, medium and words.",
        default=list,
        refers="statements",
        redact="keep",
        reuse=False,
    )
    omissions: list[Id] = ask(
        "omissions sued on",
        "Each prints with what made it owed.",
        default=list,
        refers="omissions",
        redact="keep",
        reuse=False,
    )
    harm: Maybe[Prose] = ask(
        "how the plaintiffs were harmed",
        "One or two sentences of your own.",
        usual=True,
        redact="keep",
        reuse=False,
    )
    relief: list[ReliefSought] = ask(
        "relief, where it differs from what the cause allows",
        "What the cause allows is asked for without a word here; add, narrow or leave out.",
        default=list,
        redact="keep",
        reuse=False,
    )
    notices: list[Id] = ask(
        "notices given",
        "Relief gated by a notice is asked for only when the notice is here.",
        default=list,
        refers="notices",
        redact="keep",
        reuse=False,
    )
    accrued: Maybe[EventDate] = ask(
        "date the claim accrued", "Limitations are measured from it.", redact="keep", reuse=False
    )
    act_date: Maybe[EventDate] = ask(
        "date of the act sued on",
        "A statute of repose runs from the act or the sale, known or not.",
        redact="keep",
        reuse=False,
    )
    heading_note: Maybe[Plain] = ask(
        "words added under the heading", "Such as “(in the alternative)”.", redact="keep", reuse=False
    )
    challenges_statute: Maybe[Plain] = ask(
        "statute whose validity is challenged",
        "A notice to the attorney general must go with the complaint.",
        authority="Fed. R. Civ. P. 5.1",
        redact="keep",
        reuse=False,
    )
    constitutional_question: Maybe[Plain] = ask(
        "the constitutional question, as a clause",
        "Completes “whether …”; the notice to the attorney general states it.",
        authority="Fed. R. Civ. P. 5.1(a)(1)",
        when=When("challenges_statute"),
        not_printed=IN_PAPERS,
        redact="keep",
        reuse=False,
    )
    products: list[Plain] = ask(
        "products sued on",
        "Each should be one that a plaintiff bought or used.",
        default=list,
        redact="keep",
        reuse=False,
    )
    inadequate_remedy: Maybe[Prose] = ask(
        "why damages are not enough",
        "For equitable relief in federal court; it prints with what is said of the whole case.",
        redact="keep",
        reuse=False,
    )


class ClaimPattern(Claim):
    """What several claims share, written once: no claim of its own."""

    theories: list[Id] = ask(
        "causes of action", "Where they are shared too.", default=list, redact="keep", reuse=True
    )
