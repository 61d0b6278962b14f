"""What was said to the plaintiffs, and what was left unsaid."""

from __future__ import annotations

from typing import Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import NOTHING, When, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Money, Plain, Prose

__all__ = ["Omission", "Statement"]


class Statement(Record):
    """Something a defendant said that was false or misleading."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    speaker: Maybe[Id] = ask(
        "who said it",
        "Rule 9(b) wants each speaker by name.",
        authority="Fed. R. Civ. P. 9(b)",
        needed=True,
        refers="defendants non_parties defendant_groups",
        redact="keep",
    )
    person: Maybe[Plain] = ask(
        "through whom", "The officer, agent or account through which it was said.", redact="keep"
    )
    date: Maybe[EventDate] = ask(
        "when",
        "The day it was made, or first made.",
        authority="Fed. R. Civ. P. 9(b)",
        needed=True,
        redact="keep",
    )
    through: Maybe[EventDate] = ask(
        "until", "The last day it stood, where it was repeated or left up.", redact="keep"
    )
    medium: Maybe[Plain] = ask(
        "where",
        "Page, advertisement, label, filing.",
        authority="Fed. R. Civ. P. 9(b)",
        needed=True,
        redact="keep",
    )
    words: Maybe[Prose] = ask(
        "exact words",
        "Quoted exactly; a paraphrase invites the fight over what was said.",
        needed=True,
        redact="keep",
        sealed=True,
    )
    why_false: Maybe[Prose] = ask(
        "why it was false or misleading when made",
        "The contrary fact, known at the time: not hindsight.",
        needed=True,
        redact="keep",
        sealed=True,
    )
    knowledge: Maybe[Prose] = ask(
        "how the speaker knew", "What showed the speaker that it was untrue.", redact="keep", sealed=True
    )
    exhibit: Maybe[Id] = ask(
        "exhibit", "The document that has it, if it is an exhibit.", refers="exhibits", redact="keep"
    )
    allegations: list[Id] = ask(
        "allegations that state it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        redact="keep",
    )
    inducement: Maybe[Money] = ask(
        "money it induced",
        "What it led to being paid or given.",
        redact="keep",
    )


class Omission(Record):
    """Something a defendant owed to say and did not."""

    id: Id = ask(
        "id",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
    )
    by: Maybe[Id] = ask(
        "who was silent",
        "A party, a non-party or a group.",
        needed=True,
        refers="defendants non_parties defendant_groups",
        redact="keep",
    )
    fact: Maybe[Prose] = ask(
        "the fact left unsaid",
        "What was known and not told, as a clause beginning with “that”.",
        needed=True,
        redact="keep",
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
        redact="keep",
    )
    duty_facts: Maybe[Prose] = ask(
        "facts that made it owed", "The facts behind the duty, not its name.", redact="keep"
    )
    where: Maybe[Prose] = ask(
        "where it could have been disclosed",
        "The label, screen, page or conversation on which the plaintiff would have seen it.",
        when=When("duty"),
        redact="keep",
    )
    allegations: list[Id] = ask(
        "allegations that state it",
        "They are cited behind the sentence, so that it rests on facts and not on the label.",
        default=list,
        refers="allegations",
        redact="keep",
    )
