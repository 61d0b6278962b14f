"""Claims: causes of action as pleaded by these plaintiffs, for these classes, against these defendants;
notices and tolling.
"""

from __future__ import annotations

from typing import Any, Literal

from drafter.facts.dates import EventDate
from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = ["Claim", "ElementSupport", "Notice", "ReliefSought", "Tolling"]

RELIEF_KINDS = Literal[
    "certification",
    "declaration",
    "injunction",
    "specific-performance",
    "actual-damages",
    "statutory-damages",
    "treble-damages",
    "punitive-damages",
    "restitution",
    "disgorgement",
    "rescission",
    "civil-penalties",
    "accounting",
    "constructive-trust",
    "interest",
    "fees",
    "costs",
    "other",
]


class ElementSupport(Record):
    """What makes out one element: the allegations, and the drafter's own sentence applying them. The one
    place where facts meet elements.
    """

    allegations: list[Id] = ask(
        "allegations that support it",
        "The facts that make it out; without one the draft prints a blank and a finding.",
        default=list,
        refers="allegations",
    )
    key: list[Id] = ask(
        "the ones to cite",
        "Where only key facts are cited; empty: the first three.",
        default=list,
        refers="allegations",
    )
    application: Maybe[Prose] = ask(
        "how these facts make out this element", "The act, in a sentence of your own: actor, verb, object."
    )
    because: Maybe[Prose] = ask(
        "ground of the belief", "Where every support is on belief, and the allegations do not say it."
    )
    not_pleaded: Maybe[Plain] = ask(
        "why the element is left out", "Kept in the sheet and listed as a finding; nothing prints."
    )


class ReliefSought(Record):
    """Relief one claim asks for beyond, or short of, what its cause allows."""

    kind: RELIEF_KINDS = ask(
        "kind of relief",
        "It is set against what the claims allow; what none allows is questioned, never dropped.",
        default=NOTHING,
    )
    text: Maybe[Prose] = ask(
        "as it should stand in the prayer", "Begin with a noun: “an injunction requiring LinkedIn to …”."
    )
    authority: Maybe[Plain] = ask("what allows it", "Statute and section; it prints behind the item.")
    claims: list[Id] = ask(
        "claims it rests on", "Empty: the claim it stands in, or all.", default=list, refers="claims"
    )
    classes: list[Id] = ask(
        "classes it is for", "Empty: all the claim is for.", default=list, refers="classes"
    )
    against: list[Id] = ask(
        "defendants it runs against",
        "Empty: all the claim is against.",
        default=list,
        refers="defendants defendant_groups",
    )
    acts: Maybe[Prose] = ask(
        "acts to be forbidden or ordered",
        "Rule 65(d) wants the acts in reasonable detail; “obey the law” is struck.",
        authority="Fed. R. Civ. P. 65(d)",
        when=When("kind", ("injunction",)),
    )
    amount: Maybe[Money] = ask(
        "amount",
        "A statutory sum needs its section; some courts forbid a sum in the prayer.",
        not_printed="write the sum into the words of the prayer",
    )
    omit: YesNo = ask(
        "leave this kind of relief out", "The claim allows it and you choose not to ask.", default=False
    )


class Tolling(Record):
    """Why time did not run, or did not begin to run."""

    kind: Literal[
        "discovery",
        "fraudulent-concealment",
        "continuing-violation",
        "class-tolling",
        "agreement",
        "minority",
        "other",
    ] = ask("ground", "Each ground has facts of its own that a motion will look for.", default=NOTHING)
    text: Maybe[Prose] = ask(
        "the facts",
        "When and how it came to light, what was hidden and how, or what the agreement says.",
        needed=True,
    )
    allegations: list[Id] = ask(
        "allegations that show it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        not_printed="the paragraphs are not cited there yet",
    )
    claims: list[Id] = ask(
        "claims it is for",
        "Empty: all.",
        default=list,
        refers="claims",
        not_printed="the section on tolling speaks of all claims",
    )
    from_: Maybe[EventDate] = ask(
        "first day on which time did not run",
        "For an agreement, an earlier class action, minority; only the checks reckon with it.",
    )
    through: Maybe[EventDate] = ask(
        "last day on which time did not run",
        "Time runs again from it: the day on which the wrong came to light, the tolling agreement ended, the"
        " earlier class action failed. Only the checks reckon with it.",
        usual=True,
    )
    related_case: Maybe[Id] = ask(
        "the earlier class action",
        "Time stops on the day on which it was filed.",
        when=When("kind", ("class-tolling",)),
        refers="related_cases",
    )


class Claim(Record):
    """A count. It may hold several theories of one family, in the alternative."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    theories: list[Id] = ask(
        "causes of action", "Limbs of one statute may be pleaded together.", default=NOTHING
    )
    title: Maybe[Plain] = ask("heading", "Empty: the cause’s own title.")
    by: list[Id] = ask(
        "plaintiffs who bring it", "Empty: all.", default=list, refers="plaintiffs", usual=True
    )
    for_: list[Id] = ask(
        "classes it is brought for",
        "Empty: the plaintiffs sue for themselves alone on this claim.",
        default=list,
        refers="classes",
        usual=True,
    )
    individually: YesNo = ask(
        "also for the plaintiffs themselves",
        "It keeps the plaintiffs’ own claim alive if certification is denied.",
        default=True,
    )
    against: list[Id] = ask(
        "defendants, or groups", "Empty: all.", default=list, refers="defendants defendant_groups", usual=True
    )
    law: list[State] = ask(
        "State whose law governs",
        "For a common-law or State claim; several, where each class has its own.",
        default=list,
        usual=True,
    )
    law_reason: Maybe[Prose] = ask(
        "why that law governs",
        "Where the choice will be disputed: the contacts, or the clause. Where the agreement chooses another"
        " law: why its clause does not govern this claim.",
    )
    alternative_to: list[Id] = ask(
        "claims it is pleaded in the alternative to",
        "Said in the count, and what contradicts it is left out of what it takes up.",
        authority="Fed. R. Civ. P. 8(d)(2)",
        default=list,
        refers="claims",
    )
    predicates: list[Id] = ask(
        "claims it borrows or derives from",
        "An “unlawful” claim or one of secondary liability takes up its predicate’s paragraphs.",
        default=list,
        refers="claims",
    )
    incorporates: Literal["facts", "facts-and-predicates", "all-above"] | None = ask(
        "what it takes up", "Empty: the facts, and its predicates’ paragraphs where it derives from them."
    )
    leaves_out: list[Id] = ask(
        "allegations it does not take up",
        "What contradicts an alternative claim: ids of allegations, headings or agreements.",
        default=list,
        refers="allegations headings agreements",
    )
    elements: dict[str, ElementSupport] = ask("elements", "By the ids the cause gives them.", default=dict)
    answers: dict[str, Any] = ask(
        "the cause’s own questions",
        "By the ids the cause gives its questions; `drafter show cause` lists them.",
        default=dict,
    )
    agreement: Maybe[Id] = ask(
        "agreement sued on", "The count cites its parties, terms and assent.", refers="agreements"
    )
    terms: list[Id] = ask(
        "terms breached",
        "Each prints with its section and promise in the breach.",
        default=list,
        refers="terms",
    )
    statements: list[Id] = ask(
        "statements sued on",
        "Each prints with speaker, date, medium and words.",
        default=list,
        refers="statements",
    )
    omissions: list[Id] = ask(
        "omissions sued on", "Each prints with what made it owed.", default=list, refers="omissions"
    )
    harm: Maybe[Prose] = ask(
        "how the plaintiffs were harmed", "One or two sentences of your own.", usual=True
    )
    relief: list[ReliefSought] = ask(
        "relief, where it differs from what the cause allows",
        "What the cause allows is asked for without a word here; add, narrow or leave out.",
        default=list,
    )
    notices: list[Id] = ask(
        "notices given",
        "Relief gated by a notice is asked for only when the notice is here.",
        default=list,
        refers="notices",
    )
    accrued: Maybe[EventDate] = ask("date the claim accrued", "Limitations are measured from it.")
    act_date: Maybe[EventDate] = ask(
        "date of the act sued on", "A statute of repose runs from the act or the sale, known or not."
    )
    heading_note: Maybe[Plain] = ask("words added under the heading", "Such as “(in the alternative)”.")
    challenges_statute: Maybe[Plain] = ask(
        "statute whose validity is challenged",
        "A notice to the attorney general must go with the complaint.",
        authority="Fed. R. Civ. P. 5.1",
    )
    products: list[Plain] = ask(
        "products sued on", "Each should be one that a plaintiff bought or used.", default=list
    )
    inadequate_remedy: Maybe[Prose] = ask(
        "why damages are not enough",
        "For equitable relief in federal court.",
        not_printed="write it for the whole case under relief, or into the element",
    )


class Notice(Record):
    """A notice, demand or charge given before suit."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    statute: Maybe[Plain] = ask(
        "statute or term that wants it", "It decides what the notice opens.", needed=True
    )
    kind: Literal[
        "demand-letter",
        "statutory-notice",
        "agency-charge",
        "government-claim",
        "breach-of-warranty",
        "preservation",
        "contractual",
    ] = ask(
        "kind",
        "Which kind decides what is checked: contents, waiting period, addressee.",
        default="statutory-notice",
    )
    sent: Maybe[EventDate] = ask("date sent", "Waiting periods run from it, or from receipt.", needed=True)
    received: Maybe[EventDate] = ask("date received", "Where the statute counts from receipt.")
    copied: Maybe[EventDate] = ask(
        "date a copy went to the public office",
        "Texas wants a copy of a consumer’s notice in a class action sent to the Attorney General when the"
        " notice is given; claims acts may want copies too.",
        authority="Tex. Bus. & Com. Code § 17.501(a)",
    )
    method: Maybe[Plain] = ask(
        "how it was sent",
        "Some statutes want certified mail or a given place.",
        example="certified mail, return receipt requested",
        usual=True,
    )
    to: list[Id] = ask(
        "defendants it went to", "Empty: all defendants.", default=list, refers="defendants", usual=True
    )
    addressee: Maybe[Plain] = ask("addressed to", "The person or office it named.")
    address: Maybe[Plain] = ask(
        "address",
        "The place it went to; some statutes say which.",
        not_printed="the party or the addressee prints",
    )
    by: list[Id] = ask("plaintiffs who gave it", "Empty: all plaintiffs.", default=list, refers="plaintiffs")
    contents: Maybe[Prose] = ask(
        "what it said, as a clause",
        "Completes “a notice that …”; it must name the violations.",
        example="identified the violation and demanded correction within 30 days",
        usual=True,
    )
    violations: list[Plain] = ask(
        "sections it named", "Relief for a section the notice left out may be barred.", default=list
    )
    response: Maybe[Prose] = ask("the answer, as a sentence", "What came back, or that nothing did.")
    claims: list[Id] = ask(
        "claims it opens",
        "Empty: every claim whose cause wants this notice.",
        default=list,
        refers="claims",
        usual=True,
    )
    agency_number: Maybe[Plain] = ask(
        "agency’s number", "Prints with the charge.", when=When("kind", ("agency-charge",))
    )
    right_to_sue: Maybe[EventDate] = ask(
        "date of the right-to-sue letter",
        "The time to sue runs from it.",
        when=When("kind", ("agency-charge",)),
    )
    exhibit: Maybe[Id] = ask("exhibit", "The notice itself, if it is an exhibit.", refers="exhibits")
