"""Causes of action of the matter's own: what the library does not have is written in the sheet, in the
library's own record, and is said to be so.
"""

from __future__ import annotations

from typing import Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import FOR_THE_FILE, NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.relief_kinds import RemedyKind
from drafter.facts.values import Count, Id, Maybe, Money, Plain, Prose, State, YesNo

__all__ = [
    "OwnCause",
    "OwnElement",
    "OwnLaw",
    "OwnLimitation",
    "OwnNotice",
    "OwnRemedy",
    "Status",
]

Status = Literal["text_read", "quoted_by_court", "secondary", "recalled"]
"""How an assertion of law was read."""


class OwnLaw(Record):
    """One assertion of law: where it stands, how it was read, by whom and when."""

    text: Maybe[Plain] = ask(
        "what it says",
        "In the law’s words, or yours.",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=True,
    )
    cite: Maybe[Plain] = ask(
        "citation of the authority",
        "Section or case with its pin.",
        example="Or. Rev. Stat. § 646.638(1)",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=True,
    )
    status: Status = ask(
        "how the authority was read",
        "Only text_read, with who read it and when, clears the finding.",
        default="recalled",
        redact="keep",
        reuse=True,
    )
    by: Maybe[Plain] = ask(
        "lawyer who read it", "One named in counsel; no tool’s word counts here.", redact="out", reuse=False
    )
    date: Maybe[EventDate] = ask(
        "day it was read", "Law changes; a reading has a date.", redact="out", reuse=False
    )


class OwnElement(Record):
    """An element of a cause of the matter's own, in the order in which it is pleaded."""

    id: Id = ask(
        "id of the element",
        "The claim’s elements are named by it.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    title: Maybe[Plain] = ask(
        "name of the element", "In a word or two: duty, breach, harm.", usual=True, redact="keep", reuse=True
    )
    plead: Maybe[Plain] = ask(
        "what must be pleaded",
        "As the authority has it; a blank asks for it until an allegation stands behind.",
        usual=True,
        redact="keep",
        reuse=True,
    )
    frame: Maybe[Prose] = ask(
        "what the law says of it",
        "A sentence of law before the act; empty: none. It states no event.",
        redact="keep",
        reuse=True,
    )
    conclusion: Maybe[Prose] = ask(
        "conclusion that follows the act",
        "A sentence that ties the act to the element: “That was a breach of the duty.”",
        needed=True,
        redact="keep",
        reuse=True,
    )
    law: list[OwnLaw] = ask(
        "authority for the element",
        "Where the law asks for it, and who read that.",
        default=list,
        redact="keep",
        reuse=True,
    )


class OwnRemedy(Record):
    """Relief that a cause of the matter's own allows."""

    id: Id = ask(
        "id of the remedy", "A notice that opens it names it.", default=NOTHING, redact="keep", reuse=True
    )
    kind: RemedyKind = ask(
        "kind of the remedy",
        "The prayer stands in the order of kinds.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    text: Maybe[Prose] = ask(
        "the remedy as it stands in the prayer",
        "A noun phrase without its citation.",
        usual=True,
        redact="keep",
        reuse=True,
    )
    cite: Maybe[Plain] = ask(
        "citation of the remedy", "It prints behind the item.", redact="keep", reuse=True
    )
    amount: Maybe[Money] = ask(
        "sum that the law gives",
        "Where it is a fixed one.",
        not_printed="the amount in controversy is reckoned from it",
        redact="keep",
        reuse=True,
    )
    per: Literal["person", "violation", "day", "case"] | None = ask(
        "what the sum is for", "For each person, violation, day, or once.", redact="keep", reuse=True
    )
    law: list[OwnLaw] = ask(
        "authority for the remedy",
        "Where it is given, and who read that.",
        default=list,
        redact="keep",
        reuse=True,
    )


class OwnLimitation(Record):
    """A period of limitations or repose of a cause of the matter's own."""

    period: Maybe[Plain] = ask(
        "period of limitations", "In words.", example="6 years", redact="keep", reuse=True
    )
    years: Count | None = ask(
        "years of the period", "It is measured from the claim’s accrual.", redact="keep", reuse=True
    )
    accrual: Maybe[Plain] = ask(
        "when it accrues",
        "In words, as the authority has it.",
        not_printed="findings on limitations name it",
        redact="keep",
        reuse=True,
    )
    discovery_rule: YesNo = ask(
        "whether a discovery rule applies",
        "Tolling by discovery is then no contradiction.",
        default=False,
        redact="keep",
        reuse=True,
    )
    repose: YesNo = ask(
        "whether it is a statute of repose",
        "It runs from the act, known or not.",
        default=False,
        redact="keep",
        reuse=True,
    )
    law: list[OwnLaw] = ask(
        "authority for the period",
        "Where it stands, and who read that.",
        default=list,
        redact="keep",
        reuse=True,
    )


class OwnNotice(Record):
    """A notice that the law of a cause of the matter's own wants before suit, or before some relief."""

    id: Id = ask("id of the notice", "Its name in the cause.", default=NOTHING, redact="keep", reuse=True)
    statute: Plain = ask(
        "statute that wants the notice",
        "A notice of the sheet under it meets it.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    days: Count | None = ask(
        "days from the notice to suit", "Empty: before suit is enough.", redact="keep", reuse=True
    )
    gates: list[Id] = ask(
        "remedies that the notice opens", "Empty: the whole claim.", default=list, redact="keep", reuse=True
    )
    law: list[OwnLaw] = ask(
        "authority for the notice",
        "Where it stands, and who read that.",
        default=list,
        redact="keep",
        reuse=True,
    )


class OwnCause(Record):
    """A cause of action that the library does not have, as the library would have it."""

    id: Id = ask(
        "id of the cause",
        "Claims name it under theories; no cause of the library may have it.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    title: Maybe[Plain] = ask(
        "title of the cause as pleaded", "It heads the count.", needed=True, redact="keep", reuse=True
    )
    short: Maybe[Plain] = ask(
        "title in lists of several theories",
        "Empty: the title.",
        not_printed="findings name the theory by it",
        redact="keep",
        reuse=True,
    )
    citation: Maybe[Plain] = ask(
        "citation of the cause as pleaded",
        "{none: common law} where no section gives it.",
        example="Or. Rev. Stat. § 646.638",
        needed=True,
        redact="keep",
        reuse=True,
    )
    law: Literal["federal"] | State | None = ask(
        "law of the cause",
        "federal, or the State whose law it is, by its letters.",
        needed=True,
        redact="keep",
        reuse=True,
    )
    kind: Literal["claim", "derivative", "remedy-only", "opt-in-collective"] = ask(
        "kind of the cause",
        "A claim of its own, or one that derives from another.",
        default="claim",
        redact="keep",
        reuse=True,
    )
    family: Id | None = ask(
        "family of theories", "Causes of one family may be pleaded in one count.", redact="keep", reuse=True
    )
    particularity: YesNo = ask(
        "whether it sounds in fraud",
        "Its circumstances are then pleaded with particularity.",
        authority="Fed. R. Civ. P. 9(b)",
        default=False,
        redact="keep",
        reuse=True,
    )
    elements: list[OwnElement] = ask(
        "elements of the cause",
        "In the order in which they are pleaded.",
        default=list,
        needed=True,
        redact="keep",
        reuse=True,
    )
    remedies: list[OwnRemedy] = ask(
        "remedies of the cause",
        "What the prayer asks for on it.",
        default=list,
        usual=True,
        redact="keep",
        reuse=True,
    )
    limitations: list[OwnLimitation] = ask(
        "limitations of the cause",
        "Its periods, with their authority.",
        default=list,
        redact="keep",
        reuse=True,
    )
    notices: list[OwnNotice] = ask(
        "notices that the cause wants",
        "Before suit, or before some relief.",
        default=list,
        redact="keep",
        reuse=True,
    )
