"""Agreements between the parties, and what was said or left unsaid."""

from __future__ import annotations

from typing import Literal

from drafter.facts.dates import EventDate
from drafter.facts.record import NOTHING, Record, When, ask
from drafter.facts.values import Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = ["Agreement", "Clause", "Omission", "Statement", "Term", "Version"]


class Version(Record):
    """A version of an agreement, by the dates it was in force."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    title: Maybe[Plain] = ask("title", "Only where it differs from the agreement’s.")
    from_: Maybe[EventDate] = ask("in force from", "First day it governed.")
    through: Maybe[EventDate] = ask("in force until", "Last day it governed; empty: still in force.")
    exhibit: Maybe[Id] = ask("exhibit", "The document among the exhibits.", refers="exhibits")
    url: Maybe[Plain] = ask("web address", "Where it stands or stood; give an archived copy too.")


class Term(Record):
    """A term of the agreement, quoted with its section."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    section: Maybe[Plain] = ask(
        "section",
        "It prints before the promise; without it a visible blank does.",
        example="3.2",
        needed=True,
    )
    quote: Maybe[Prose] = ask("exact words of the term", "It prints as a block quotation.", needed=True)
    effect: Maybe[Prose] = ask(
        "what the term promises, as a clause",
        "Completes “Section 3.2 promises …”.",
        example="not to disclose customers’ confidential information",
        needed=True,
    )
    version: Maybe[Id] = ask("version", "The version that has it, where versions differ.", refers="versions")
    pin: Maybe[Plain] = ask("pin cite", "Page or paragraph in the exhibit.")
    unilateral_change: YesNo = ask(
        "the defendant may change it alone",
        "A promise the other side may change alone may be illusory; a check asks.",
        default=False,
        not_printed="no check counts it yet",
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
    )
    section: Maybe[Plain] = ask(
        "section",
        "As the agreement numbers it.",
        not_printed="clauses are not pleaded; write one into an allegation if it is to be",
    )
    quote: Maybe[Prose] = ask(
        "exact words", "Read it before filing; the other side will quote it.", usual=True
    )
    answer: Maybe[Prose] = ask(
        "why it does not bar the claim",
        "Opt-out, unconscionability, a carve-out, waiver.",
        usual=True,
        not_printed="a complaint need not answer a clause; write it into an allegation if yours does",
    )
    allegations: list[Id] = ask(
        "allegations that answer it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
    )


class Agreement(Record):
    """An agreement a claim or a defense rests on."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    title: Maybe[Plain] = ask(
        "title",
        "As its first page has it; it prints so.",
        example="LinkedIn Subscription Agreement",
        needed=True,
    )
    short: Maybe[Plain] = ask(
        "short name", "How the complaint calls it after the first time.", example="LSA", usual=True
    )
    kind: Literal["written", "oral", "implied"] = ask(
        "form",
        "An oral or implied agreement needs the facts from which its terms follow.",
        default="written",
        not_printed=(
            "the section speaks of every agreement alike; write how an oral one was made into its assent"
        ),
    )
    parties: list[Id] = ask(
        "parties",
        "A count on the contract says that it was made between them. A class may be a party where every"
        " member assented to the same terms.",
        default=list,
        refers="plaintiffs defendants non_parties defendant_groups classes",
        usual=True,
    )
    class_wide: YesNo = ask(
        "every class member assented to the same terms",
        "It lets the count speak for every member, and carries commonality.",
        default=False,
        usual=True,
    )
    versions: list[Version] = ask(
        "versions",
        "Which version governed on which day is what a motion to compel arbitration turns on.",
        default=list,
    )
    assent: Maybe[Prose] = ask(
        "how and when it was made, as a sentence",
        "Clicked, signed, used after notice: what was done, and when.",
        usual=True,
    )
    consideration: Maybe[Prose] = ask(
        "consideration, as a clause",
        "What each side gave; begins with a person.",
        example="Plaintiff paid a monthly fee",
        usual=True,
    )
    terms: list[Term] = ask(
        "terms", "The promises sued on, each with its section and exact words.", default=list, usual=True
    )
    governing_law: Maybe[State] = ask(
        "governing law", "The State the agreement names; it must square with the claim’s law."
    )
    performance: Maybe[Prose] = ask(
        "how the plaintiffs performed, or why they were excused",
        "What the plaintiffs did under it, as a sentence.",
        not_printed="write it into the element of performance",
    )
    conditions: Maybe[Prose] = ask(
        "conditions precedent, and how they were met",
        "A general averment is enough; list the ones that will be fought over.",
        authority="Fed. R. Civ. P. 9(c)",
        not_printed="write it into the element of conditions",
    )
    damages: Maybe[Prose] = ask(
        "what the breach cost",
        "The price paid, or the difference the breach made, as a sentence.",
        not_printed="write it into the element of harm",
    )
    clauses: list[Clause] = ask(
        "clauses on how and where to sue",
        "Arbitration, class waiver, forum, jury: better answered here than first met in a motion.",
        default=list,
        usual=True,
    )
    exhibit: Maybe[Id] = ask("exhibit", "The document among the exhibits, if it is there.", refers="exhibits")
    attached_or_quoted: Literal["attached", "quoted", "legal-effect"] | None = ask(
        "how it is pleaded",
        "A contract may be attached, quoted, or pleaded by its legal effect.",
        not_printed="the terms are quoted, and an exhibit is cited",
    )


class Statement(Record):
    """Something a defendant said that was false or misleading."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    speaker: Maybe[Id] = ask(
        "who said it",
        "Rule 9(b) wants each speaker by name.",
        authority="Fed. R. Civ. P. 9(b)",
        needed=True,
        refers="defendants non_parties defendant_groups",
    )
    person: Maybe[Plain] = ask("through whom", "The officer, agent or account through which it was said.")
    date: Maybe[EventDate] = ask(
        "when", "The day it was made, or first made.", authority="Fed. R. Civ. P. 9(b)", needed=True
    )
    through: Maybe[EventDate] = ask("until", "The last day it stood, where it was repeated or left up.")
    medium: Maybe[Plain] = ask(
        "where", "Page, advertisement, label, filing.", authority="Fed. R. Civ. P. 9(b)", needed=True
    )
    words: Maybe[Prose] = ask(
        "exact words", "Quoted exactly; a paraphrase invites the fight over what was said.", needed=True
    )
    why_false: Maybe[Prose] = ask(
        "why it was false or misleading when made",
        "The contrary fact, known at the time: not hindsight.",
        needed=True,
    )
    knowledge: Maybe[Prose] = ask("how the speaker knew", "What showed the speaker that it was untrue.")
    exhibit: Maybe[Id] = ask("exhibit", "The document that has it, if it is an exhibit.", refers="exhibits")
    allegations: list[Id] = ask(
        "allegations that state it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
    )
    inducement: Maybe[Money] = ask(
        "money it induced",
        "What it led to being paid or given.",
        not_printed="write it into an allegation of what was paid",
    )


class Omission(Record):
    """Something a defendant owed to say and did not."""

    id: Id = ask(
        "id", "Its name inside the sheet, which other fields point to; never reuse one.", default=NOTHING
    )
    by: Maybe[Id] = ask(
        "who was silent",
        "A party, a non-party or a group.",
        needed=True,
        refers="defendants non_parties defendant_groups",
    )
    fact: Maybe[Prose] = ask(
        "the fact left unsaid", "What was known and not told, as a clause beginning with “that”.", needed=True
    )
    duty: (
        Literal[
            "fiduciary",
            "exclusive-knowledge",
            "active-concealment",
            "partial-representation",
            "safety",
            "statute",
        ]
        | None
    ) = ask(
        "why it was owed",
        "A pure omission is actionable only where something made disclosure owed.",
        needed=True,
        not_printed="write into its facts what made disclosure owed",
    )
    duty_facts: Maybe[Prose] = ask("facts that made it owed", "The facts behind the duty, not its name.")
    where: Maybe[Prose] = ask(
        "where it could have been disclosed",
        "The label, screen, page or conversation on which the plaintiff would have seen it.",
        when=When("duty"),
    )
    allegations: list[Id] = ask(
        "allegations that state it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
    )
