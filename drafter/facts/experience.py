"""What happened to a plaintiff: what was bought, agreed to, seen and suffered."""

from __future__ import annotations

from typing import Literal

from drafter.facts.counsel import Place
from drafter.facts.dates import EventDate
from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import ClaimId, Id, Maybe, Money, Plain, Prose

__all__ = ["AssentGiven", "Experience", "Injury", "Purchase", "SeenStatement"]


class Purchase(Record):
    """What a plaintiff bought, subscribed to or used."""

    product: Maybe[Plain] = ask("product or service", "As it was sold.", needed=True, redact="keep")
    date: Maybe[EventDate] = ask(
        "date", "First purchase or start of the subscription.", usual=True, redact="year"
    )
    through: Maybe[EventDate] = ask("until", "Last day, where it went on.", redact="year")
    price: Maybe[Money] = ask("price paid", "What was paid, once or per period.", usual=True, redact="blank")
    price_note: Maybe[Plain] = ask(
        "what the price is for", "Prints after the sum.", example="per month", redact="keep"
    )
    place: Place | None = ask("where", "City and State; it bears on which law governs.", redact="keep")
    seller: Maybe[Plain] = ask("seller", "Where it was bought from another.", redact="keep")
    use: Literal["personal", "business", "both"] | None = ask(
        "use",
        "Consumer statutes ask for personal, family or household use; it prints with the purchase.",
        redact="keep",
    )


class AssentGiven(Record):
    """The version of an agreement a plaintiff assented to, and what was done about its clauses."""

    agreement: Id = ask("agreement", "Which agreement.", default=NOTHING, refers="agreements", redact="keep")
    version: Maybe[Id] = ask(
        "version",
        "The version shown that day; it decides which clauses bind.",
        refers="versions",
        redact="keep",
    )
    date: Maybe[EventDate] = ask("date of assent", "The day of assent, as far as it is known.", redact="year")
    manner: Maybe[Plain] = ask(
        "how",
        "What was on the screen and what was done.",
        example="checked a box beside “I agree” when subscribing",
        redact="keep",
    )
    arbitration_opt_out: Maybe[EventDate] = ask(
        "date the arbitration clause was opted out of",
        "An opt-out in time takes the clause out of the case.",
        redact="year",
    )


class SeenStatement(Record):
    """A statement a plaintiff saw and relied on."""

    statement: Id = ask(
        "statement", "One of the statements above.", default=NOTHING, refers="statements", redact="keep"
    )
    date: Maybe[EventDate] = ask(
        "when it was seen", "Before the purchase it led to.", authority="Fed. R. Civ. P. 9(b)", redact="year"
    )
    place: Maybe[Plain] = ask(
        "where it was seen", "Page, store, label: where the plaintiff read or heard it.", redact="keep"
    )
    reliance: Maybe[Prose] = ask(
        "what the plaintiff would have done otherwise",
        "Not bought, paid less, stopped using: in a sentence.",
        redact="keep",
    )


class Injury(Record):
    """A harm one plaintiff suffered."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
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
        redact="keep",
    )
    text: Maybe[Prose] = ask(
        "the harm, as a clause",
        "Verb first; completes “Plaintiff …”.",
        example="paid for a confidentiality that she did not receive",
        needed=True,
        redact="keep",
    )
    amount: Maybe[Money] = ask(
        "amount",
        "What it came to, if it is known; it prints behind the harm, unless the harm’s own words have it.",
        redact="blank",
    )
    allegations: list[Id] = ask(
        "allegations that state it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        redact="keep",
    )
    violations: list[Plain] = ask(
        "sections violated as to this plaintiff",
        "Some statutes let a plaintiff sue only for what it suffered.",
        default=list,
        redact="keep",
    )
    claims: list[ClaimId] = ask(
        "claims it supports", "Empty: all the plaintiff brings.", default=list, refers="claims", redact="keep"
    )


class Experience(Record):
    """What happened to this plaintiff."""

    purchases: list[Purchase] = ask(
        "products and services",
        "Each with date, price and place: they carry standing and the class period.",
        default=list,
        usual=True,
        redact="keep",
    )
    assents: list[AssentGiven] = ask(
        "terms assented to", "Which terms the plaintiff accepted, when and how.", default=list, redact="keep"
    )
    statements: list[SeenStatement] = ask(
        "statements seen and relied on",
        "Which statements were seen, when, and what they led to.",
        default=list,
        redact="keep",
    )
    omission_reliance: Maybe[Prose] = ask(
        "where a disclosure would have been seen",
        "The label, screen or talk in which it would have been noticed, as a sentence.",
        example="Had the box said so, Plaintiff would have read it there before she paid.",
        redact="keep",
    )
    data_types: list[Plain] = ask(
        "kinds of the plaintiff’s data involved", "By kind, never by content.", default=list, redact="keep"
    )
    injuries: list[Injury] = ask(
        "injuries",
        "Each claim needs one that this plaintiff suffered.",
        default=list,
        usual=True,
        redact="keep",
    )
    discovered: Maybe[EventDate] = ask(
        "when the plaintiff discovered the wrong", "Limitations may run from it.", redact="year"
    )
    discovery: Maybe[Prose] = ask(
        "how the plaintiff discovered it", "What brought it to light.", redact="keep"
    )
    why_not_earlier: Maybe[Prose] = ask(
        "why not earlier", "The discovery rule asks for diligence.", redact="keep"
    )
    future_intent: Maybe[Prose] = ask(
        "what the plaintiff means to do again",
        "An injunction needs a threat of future harm to this plaintiff.",
        usual=True,
        redact="keep",
    )
    allegations: list[Id] = ask(
        "allegations of the plaintiff’s own experience",
        "Cited where the section tells the plaintiff’s story.",
        default=list,
        refers="allegations",
        redact="keep",
    )
    not_inside: Maybe[Prose] = ask(
        "why the plaintiff is outside a class it represents",
        "Only where it is meant; a check asks otherwise.",
        redact="keep",
    )
