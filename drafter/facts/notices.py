"""Notices given before suit, and what tolls the time to sue."""

from __future__ import annotations

from typing import Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.values import ClaimId, Id, Maybe, Plain, Prose

__all__ = ["Notice", "Tolling"]


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
    ] = ask(
        "ground",
        "Each ground has facts of its own that a motion will look for.",
        default=NOTHING,
        redact="keep",
    )
    text: Maybe[Prose] = ask(
        "the facts",
        "When and how it came to light, what was hidden and how, or what the agreement says.",
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
    claims: list[ClaimId] = ask(
        "claims it is for",
        "Empty: all.",
        default=list,
        refers="claims",
        redact="keep",
    )
    from_: Maybe[EventDate] = ask(
        "first day on which time did not run",
        "For an agreement, an earlier class action, minority; only the checks reckon with it.",
        redact="year",
    )
    through: Maybe[EventDate] = ask(
        "last day on which time did not run",
        "Time runs again from it: the day on which the wrong came to light, the tolling agreement ended, the"
        " earlier class action failed. Only the checks reckon with it.",
        usual=True,
        redact="year",
    )
    related_case: Maybe[Id] = ask(
        "the earlier class action",
        "Time stops on the day on which it was filed.",
        when=When("kind", ("class-tolling",)),
        refers="related_cases",
        redact="keep",
    )


class Notice(Record):
    """A notice, demand or charge given before suit."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    statute: Maybe[Plain] = ask(
        "statute or term that wants it", "It decides what the notice opens.", needed=True, redact="keep"
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
        redact="keep",
    )
    sent: Maybe[EventDate] = ask(
        "date sent", "Waiting periods run from it, or from receipt.", needed=True, redact="keep"
    )
    received: Maybe[EventDate] = ask("date received", "Where the statute counts from receipt.", redact="keep")
    copied: Maybe[EventDate] = ask(
        "date a copy went to the public office",
        "Texas wants a copy of a consumer’s notice in a class action sent to the Attorney General when the"
        " notice is given; claims acts may want copies too.",
        authority="Tex. Bus. & Com. Code § 17.501(a)",
        redact="keep",
    )
    method: Maybe[Plain] = ask(
        "how it was sent",
        "Some statutes want certified mail or a given place.",
        example="certified mail, return receipt requested",
        usual=True,
        redact="keep",
    )
    to: list[Id] = ask(
        "defendants it went to",
        "Empty: all defendants.",
        default=list,
        refers="defendants",
        usual=True,
        redact="keep",
    )
    addressee: Maybe[Plain] = ask("addressed to", "The person or office it named.", redact="keep")
    address: Maybe[Plain] = ask(
        "address",
        "The place it went to; some statutes say which.",
        redact="blank",
    )
    by: list[Id] = ask(
        "plaintiffs who gave it", "Empty: all plaintiffs.", default=list, refers="plaintiffs", redact="keep"
    )
    contents: Maybe[Prose] = ask(
        "what it said, as a clause",
        "Completes “a notice that …”; it must name the violations.",
        example="identified the violation and demanded correction within 30 days",
        usual=True,
        redact="keep",
    )
    violations: list[Plain] = ask(
        "sections it named",
        "Relief for a section the notice left out may be barred.",
        default=list,
        redact="keep",
    )
    response: Maybe[Prose] = ask(
        "the answer, as a sentence", "What came back, or that nothing did.", redact="keep"
    )
    claims: list[ClaimId] = ask(
        "claims it opens",
        "Empty: every claim whose cause wants this notice.",
        default=list,
        refers="claims",
        usual=True,
        redact="keep",
    )
    agency_number: Maybe[Plain] = ask(
        "agency’s number", "Prints with the charge.", when=When("kind", ("agency-charge",)), redact="blank"
    )
    right_to_sue: Maybe[EventDate] = ask(
        "date of the right-to-sue letter",
        "The time to sue runs from it.",
        when=When("kind", ("agency-charge",)),
        redact="keep",
    )
    exhibit: Maybe[Id] = ask(
        "exhibit", "The notice itself, if it is an exhibit.", refers="exhibits", redact="keep"
    )
