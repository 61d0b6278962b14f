"""Agreements between the parties, and what was said or left unsaid."""

from __future__ import annotations

from typing import Literal

from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import EventDate, Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = ["Agreement", "Clause", "Omission", "Statement", "Term", "Version"]


class Version(Record):
    """A version of an agreement, by the dates it was in force."""

    id: Id = ask("id", default=NOTHING)
    title: Maybe[Plain] = ask("title")
    from_: Maybe[EventDate] = ask("in force from")
    through: Maybe[EventDate] = ask("in force until")
    exhibit: Maybe[Id] = ask("exhibit", refers="exhibits")
    url: Maybe[Plain] = ask("web address")


class Term(Record):
    """A term of the agreement, quoted with its section."""

    id: Id = ask("id", default=NOTHING)
    section: Maybe[Plain] = ask("section", example="3.2", needed=True)
    quote: Maybe[Prose] = ask("exact words of the term", needed=True)
    effect: Maybe[Prose] = ask("what the term promises, as a clause", example="not to disclose customers’ confidential information", needed=True)
    version: Maybe[Id] = ask("version", refers="versions")
    pin: Maybe[Plain] = ask("pin cite")
    unilateral_change: YesNo = ask("the defendant may change it alone", default=False)


class Clause(Record):
    """A clause that bears on how and where the claim can be brought."""

    kind: Literal[
        "arbitration", "class-waiver", "forum", "governing-law", "jury-waiver", "short-limitations", "notice-and-cure", "mediation",
        "limitation-of-liability", "fees",
    ] = ask("kind of clause", default=NOTHING)  # fmt: skip
    section: Maybe[Plain] = ask("section")
    quote: Maybe[Prose] = ask("exact words")
    answer: Maybe[Prose] = ask("why it does not bar the claim", "Opt-out, unconscionability, a carve-out, waiver.")
    allegations: list[Id] = ask("allegations that answer it", default=list, refers="allegations")


class Agreement(Record):
    """An agreement a claim or a defense rests on."""

    id: Id = ask("id", default=NOTHING)
    title: Maybe[Plain] = ask("title", example="LinkedIn Subscription Agreement", needed=True)
    short: Maybe[Plain] = ask("short name", example="LSA")
    kind: Literal["written", "oral", "implied"] = ask("form", default="written")
    parties: list[Id] = ask("parties", default=list, refers="plaintiffs defendants non_parties defendant_groups classes")
    class_wide: YesNo = ask("every class member assented to the same terms", default=False)
    versions: list[Version] = ask("versions", default=list)
    assent: Maybe[Prose] = ask("how and when it was made, as a sentence")
    consideration: Maybe[Prose] = ask("consideration, as a clause", example="Plaintiff paid a monthly fee")
    terms: list[Term] = ask("terms", default=list)
    governing_law: Maybe[State] = ask("governing law")
    performance: Maybe[Prose] = ask("how the plaintiffs performed, or why they were excused")
    conditions: Maybe[Prose] = ask("conditions precedent, and how they were met", authority="Fed. R. Civ. P. 9(c)")
    damages: Maybe[Prose] = ask("what the breach cost")
    clauses: list[Clause] = ask("clauses on how and where to sue", default=list)
    exhibit: Maybe[Id] = ask("exhibit", refers="exhibits")
    attached_or_quoted: Literal["attached", "quoted", "legal-effect"] | None = ask("how it is pleaded")


class Statement(Record):
    """Something a defendant said that was false or misleading."""

    id: Id = ask("id", default=NOTHING)
    speaker: Maybe[Id] = ask("who said it", authority="Fed. R. Civ. P. 9(b)", needed=True, refers="defendants non_parties defendant_groups")
    person: Maybe[Plain] = ask("through whom")
    date: Maybe[EventDate] = ask("when", authority="Fed. R. Civ. P. 9(b)", needed=True)
    through: Maybe[EventDate] = ask("until")
    medium: Maybe[Plain] = ask("where", "Page, advertisement, label, filing.", authority="Fed. R. Civ. P. 9(b)", needed=True)
    words: Maybe[Prose] = ask("exact words", needed=True)
    why_false: Maybe[Prose] = ask("why it was false or misleading when made", needed=True)
    knowledge: Maybe[Prose] = ask("how the speaker knew")
    exhibit: Maybe[Id] = ask("exhibit", refers="exhibits")
    allegations: list[Id] = ask("allegations that state it", default=list, refers="allegations")
    inducement: Maybe[Money] = ask("money it induced")


class Omission(Record):
    """Something a defendant owed to say and did not."""

    id: Id = ask("id", default=NOTHING)
    by: Maybe[Id] = ask("who was silent", needed=True, refers="defendants non_parties defendant_groups")
    fact: Maybe[Prose] = ask("the fact left unsaid", needed=True)
    duty: Literal["fiduciary", "exclusive-knowledge", "active-concealment", "partial-representation", "safety", "statute"] | None = ask(
        "why it was owed", needed=True
    )
    duty_facts: Maybe[Prose] = ask("facts that made it owed")
    where: Maybe[Prose] = ask("where it could have been disclosed", when=When("duty"))
    allegations: list[Id] = ask("allegations that state it", default=list, refers="allegations")
