"""Claims: causes of action as pleaded by these plaintiffs, for these classes, against these defendants; notices and tolling."""

from __future__ import annotations

from typing import Any, Literal

from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import EventDate, Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = ["Claim", "ElementSupport", "Notice", "ReliefSought", "Tolling"]

RELIEF_KINDS = Literal[
    "certification", "declaration", "injunction", "specific-performance", "actual-damages", "statutory-damages", "treble-damages",
    "punitive-damages", "restitution", "disgorgement", "rescission", "civil-penalties", "accounting", "constructive-trust", "interest", "fees",
    "costs", "other",
]  # fmt: skip


class ElementSupport(Record):
    """What makes out one element: the allegations, and the drafter's own sentence applying them. The one place where facts meet elements."""

    allegations: list[Id] = ask("allegations that support it", default=list, refers="allegations")
    key: list[Id] = ask("the ones to cite", "Where only key facts are cited; empty: the first three.", default=list, refers="allegations")
    application: Maybe[Prose] = ask("how these facts make out this element", "The act, in a sentence of your own: actor, verb, object.")
    because: Maybe[Prose] = ask("ground of the belief", "Where every support is on belief, and the allegations do not say it.")
    not_pleaded: Maybe[Plain] = ask("why the element is left out")


class ReliefSought(Record):
    """Relief one claim asks for beyond, or short of, what its cause allows."""

    kind: RELIEF_KINDS = ask("kind of relief", default=NOTHING)
    text: Maybe[Prose] = ask("as it should stand in the prayer", "Begin with a noun: “an injunction requiring LinkedIn to …”.")
    authority: Maybe[Plain] = ask("what allows it")
    claims: list[Id] = ask("claims it rests on", default=list, refers="claims")
    classes: list[Id] = ask("classes it is for", default=list, refers="classes")
    against: list[Id] = ask("defendants it runs against", default=list, refers="defendants defendant_groups")
    acts: Maybe[Prose] = ask("acts to be forbidden or ordered", authority="Fed. R. Civ. P. 65(d)", when=When("kind", ("injunction",)))
    amount: Maybe[Money] = ask("amount")
    omit: YesNo = ask("leave this kind of relief out", default=False)


class Tolling(Record):
    """Why time did not run, or did not begin to run."""

    kind: Literal["discovery", "fraudulent-concealment", "continuing-violation", "class-tolling", "agreement", "minority", "other"] = ask(
        "ground", default=NOTHING
    )
    text: Maybe[Prose] = ask("the facts", needed=True)
    allegations: list[Id] = ask("allegations that show it", default=list, refers="allegations")
    claims: list[Id] = ask("claims it is for", "Empty: all.", default=list, refers="claims")
    related_case: Maybe[Id] = ask("the earlier class action", when=When("kind", ("class-tolling",)), refers="related_cases")


class Claim(Record):
    """A count. It may hold several theories of one family, in the alternative."""

    id: Id = ask("id", default=NOTHING)
    theories: list[Id] = ask("causes of action", "Limbs of one statute may be pleaded together.", default=NOTHING)
    title: Maybe[Plain] = ask("heading", "Empty: the cause’s own title.")
    by: list[Id] = ask("plaintiffs who bring it", "Empty: all.", default=list, refers="plaintiffs")
    for_: list[Id] = ask("classes it is brought for", default=list, refers="classes")
    individually: YesNo = ask("also for the plaintiffs themselves", default=True)
    against: list[Id] = ask("defendants, or groups", "Empty: all.", default=list, refers="defendants defendant_groups")
    law: list[State] = ask("State whose law governs", "For a common-law or State claim; several, where each class has its own.", default=list)
    law_reason: Maybe[Prose] = ask("why that law governs")
    alternative_to: list[Id] = ask("claims it is pleaded in the alternative to", authority="Fed. R. Civ. P. 8(d)(2)", default=list, refers="claims")
    predicates: list[Id] = ask("claims it borrows or derives from", default=list, refers="claims")
    incorporates: Literal["facts", "facts-and-predicates", "all-above"] | None = ask(
        "what it takes up", "Empty: the facts, and its predicates’ paragraphs where it derives from them."
    )
    leaves_out: list[Id] = ask("allegations it does not take up", "What contradicts an alternative claim: ids of allegations, headings or agreements.", default=list, refers="allegations headings agreements")
    elements: dict[str, ElementSupport] = ask("elements", default=dict)
    answers: dict[str, Any] = ask("the cause’s own questions", default=dict)
    agreement: Maybe[Id] = ask("agreement sued on", refers="agreements")
    terms: list[Id] = ask("terms breached", default=list, refers="terms")
    statements: list[Id] = ask("statements sued on", default=list, refers="statements")
    omissions: list[Id] = ask("omissions sued on", default=list, refers="omissions")
    harm: Maybe[Prose] = ask("how the plaintiffs were harmed", "One or two sentences of your own.")
    relief: list[ReliefSought] = ask("relief, where it differs from what the cause allows", default=list)
    notices: list[Id] = ask("notices given", default=list, refers="notices")
    accrued: Maybe[EventDate] = ask("date the claim accrued", "Limitations are measured from it.")
    heading_note: Maybe[Plain] = ask("words added under the heading")
    challenges_statute: Maybe[Plain] = ask("statute whose validity is challenged", authority="Fed. R. Civ. P. 5.1")
    products: list[Plain] = ask("products sued on", default=list)
    inadequate_remedy: Maybe[Prose] = ask("why damages are not enough", "For equitable relief in federal court.")


class Notice(Record):
    """A notice, demand or charge given before suit."""

    id: Id = ask("id", default=NOTHING)
    statute: Maybe[Plain] = ask("statute or term that wants it", needed=True)
    kind: Literal["demand-letter", "statutory-notice", "agency-charge", "breach-of-warranty", "preservation", "contractual"] = ask(
        "kind", default="statutory-notice"
    )
    sent: Maybe[EventDate] = ask("date sent", needed=True)
    received: Maybe[EventDate] = ask("date received")
    method: Maybe[Plain] = ask("how it was sent", example="certified mail, return receipt requested")
    to: list[Id] = ask("defendants it went to", default=list, refers="defendants")
    addressee: Maybe[Plain] = ask("addressed to")
    address: Maybe[Plain] = ask("address")
    by: list[Id] = ask("plaintiffs who gave it", default=list, refers="plaintiffs")
    contents: Maybe[Prose] = ask("what it said, as a clause", example="identified the violation and demanded correction within 30 days")
    violations: list[Plain] = ask("sections it named", default=list)
    response: Maybe[Prose] = ask("the answer, as a sentence")
    claims: list[Id] = ask("claims it opens", default=list, refers="claims")
    agency_number: Maybe[Plain] = ask("agency’s number", when=When("kind", ("agency-charge",)))
    right_to_sue: Maybe[EventDate] = ask("date of the right-to-sue letter", when=When("kind", ("agency-charge",)))
    exhibit: Maybe[Id] = ask("exhibit", refers="exhibits")
