"""Agreements between the parties, and what was said or left unsaid."""

from __future__ import annotations

from typing import Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import FOR_THE_FILE, NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Plain, Prose, State, YesNo

__all__ = ["Agreement", "Clause", "Term", "Version"]


class Version(Record):
    """A version of an agreement, by the dates it was in force."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    title: Maybe[Plain] = ask("title", "Only where it differs from the agreement’s.", redact="keep")
    from_: Maybe[EventDate] = ask("in force from", "First day it governed.", redact="keep")
    through: Maybe[EventDate] = ask(
        "in force until", "Last day it governed; empty: still in force.", redact="keep"
    )
    exhibit: Maybe[Id] = ask("exhibit", "The document among the exhibits.", refers="exhibits", redact="keep")
    url: Maybe[Plain] = ask(
        "web address", "Where it stands or stood; give an archived copy too.", redact="keep"
    )


class Term(Record):
    """A term of the agreement, quoted with its section."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    section: Maybe[Plain] = ask(
        "section",
        "It prints before the promise; without it a visible blank does.",
        example="3.2",
        needed=True,
        redact="keep",
    )
    quote: Maybe[Prose] = ask(
        "exact words of the term", "It prints as a block quotation.", needed=True, redact="keep", sealed=True
    )
    effect: Maybe[Prose] = ask(
        "what the term promises, as a clause",
        "Completes “Section 3.2 promises …”.",
        example="not to disclose customers’ confidential information",
        needed=True,
        redact="keep",
        sealed=True,
    )
    version: Maybe[Id] = ask(
        "version", "The version that has it, where versions differ.", refers="versions", redact="keep"
    )
    pin: Maybe[Plain] = ask("pin cite", "Page or paragraph in the exhibit.", redact="keep")
    unilateral_change: YesNo = ask(
        "the defendant may change it alone",
        "A promise the other side may change alone may be illusory; a check asks.",
        default=False,
        redact="keep",
    )


class Clause(Record):
    """A clause that bears on how and where the claim can be brought."""

    kind: Literal[
        "arbitration",
        "class-waiver",
        "forum",
        "governing-law",
        "jury-waiver",
        "short-limitations",
        "notice-and-cure",
        "mediation",
        "limitation-of-liability",
        "fees",
    ] = ask(
        "kind of clause",
        "What the clause does to where, how or by whom the claim can be brought.",
        default=NOTHING,
        redact="keep",
    )
    section: Maybe[Plain] = ask(
        "section",
        "As the agreement numbers it.",
        not_printed="clauses are not pleaded; write one into an allegation if it is to be",
        redact="keep",
    )
    quote: Maybe[Prose] = ask(
        "exact words",
        "Read it before filing; the other side will quote it.",
        not_printed=FOR_THE_FILE,
        usual=True,
        redact="keep",
        sealed=True,
    )
    answer: Maybe[Prose] = ask(
        "why it does not bar the claim",
        "Opt-out, unconscionability, a carve-out, waiver.",
        usual=True,
        not_printed="a complaint need not answer a clause; write it into an allegation if yours does",
        redact="keep",
        sealed=True,
    )
    allegations: list[Id] = ask(
        "allegations that answer it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        redact="keep",
    )


class Agreement(Record):
    """An agreement a claim or a defense rests on."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    title: Maybe[Plain] = ask(
        "title",
        "As its first page has it; it prints so.",
        example="LinkedIn Subscription Agreement",
        needed=True,
        redact="keep",
    )
    short: Maybe[Plain] = ask(
        "short name",
        "How the complaint calls it after the first time.",
        example="LSA",
        usual=True,
        redact="keep",
    )
    kind: Literal["written", "oral", "implied"] = ask(
        "form",
        "An oral or implied agreement needs the facts from which its terms follow.",
        default="written",
        redact="keep",
    )
    parties: list[Id] = ask(
        "parties",
        "A count on the contract says that it was made between them. A class may be a party where every"
        " member assented to the same terms.",
        default=list,
        refers="plaintiffs defendants non_parties defendant_groups classes",
        usual=True,
        redact="keep",
    )
    class_wide: YesNo = ask(
        "every class member assented to the same terms",
        "It lets the count speak for every member, and carries commonality.",
        default=False,
        usual=True,
        redact="keep",
    )
    versions: list[Version] = ask(
        "versions",
        "Which version governed on which day is what a motion to compel arbitration turns on.",
        default=list,
        redact="keep",
    )
    assent: Maybe[Prose] = ask(
        "how and when it was made, as a sentence",
        "Clicked, signed, used after notice: what was done, and when.",
        usual=True,
        redact="keep",
    )
    consideration: Maybe[Prose] = ask(
        "consideration, as a clause",
        "What each side gave; begins with a person.",
        example="Plaintiff paid a monthly fee",
        usual=True,
        redact="keep",
    )
    terms: list[Term] = ask(
        "terms",
        "The promises sued on, each with its section and exact words.",
        default=list,
        usual=True,
        redact="keep",
    )
    governing_law: Maybe[State] = ask(
        "governing law", "The State the agreement names; it must square with the claim’s law.", redact="keep"
    )
    performance: Maybe[Prose] = ask(
        "how the plaintiffs performed, or why they were excused",
        "What the plaintiffs did under it, as a sentence; it prints behind the terms.",
        redact="keep",
    )
    conditions: Maybe[Prose] = ask(
        "conditions precedent, and how they were met",
        "A general averment is enough; list the ones that will be fought over. It prints behind the terms.",
        authority="Fed. R. Civ. P. 9(c)",
        redact="keep",
    )
    damages: Maybe[Prose] = ask(
        "what the breach cost",
        "The price paid, or the difference the breach made, as a sentence; it prints behind the terms.",
        redact="keep",
    )
    clauses: list[Clause] = ask(
        "clauses on how and where to sue",
        "Arbitration, class waiver, forum, jury: better answered here than first met in a motion.",
        default=list,
        usual=True,
        redact="keep",
    )
    exhibit: Maybe[Id] = ask(
        "exhibit", "The document among the exhibits, if it is there.", refers="exhibits", redact="keep"
    )
    attached_or_quoted: Literal["attached", "quoted", "legal-effect"] | None = ask(
        "how it is pleaded",
        "A contract may be attached, quoted, or pleaded by its legal effect; a check asks for the exhibit or"
        " the words.",
        redact="keep",
    )
