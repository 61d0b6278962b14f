"""What happened to a plaintiff: what was bought, agreed to, seen and suffered."""

from __future__ import annotations

from typing import Literal

from drafter.facts.counsel import Place
from drafter.facts.dates import EventDate
from drafter.facts.record import NOTHING, Record, ask
from drafter.facts.values import Id, Maybe, Money, Plain, Prose

__all__ = ["AssentGiven", "Experience", "Injury", "Purchase", "SeenStatement"]


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
