"""Assertions of law with their own status, and what of them defeats a claim, sits ill with another, or asks
for something after filing.
"""

from __future__ import annotations

from typing import Annotated, Literal

from drafter.facts.dates import EventDate
from drafter.facts.own_causes import Status
from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Between, Id, Plain, YesNo

__all__ = ["Bar", "Conflict", "Days", "Duty", "Law", "Withdrawal"]

Days = Annotated[int, Between(0, 3_650, True)]


class Law(Record):
    """One assertion of law: what it says, where, and how it was read."""

    text: Plain | None = ask("what it says")
    cite: Plain | None = ask("citation")
    status: Status = ask("how it was read", default=NOTHING)
    read: Plain | None = ask("edition or date read")
    source: Plain | None = ask("where it was read")
    day: EventDate | None = ask("day on which it was read")
    words: Plain | None = ask("the words of it that are relied on, sixty at most")
    hash: Plain | None = ask("hash of those words; the lint says it")


class Duty(Law):
    """Something the law asks for once the complaint is filed."""

    days: Days | None = ask("days from the filing")
    forum: Literal["any", "federal", "state"] = ask("forum that wants it", default="any")
    classes: YesNo = ask("only where the claim is brought for a class", default=False)
    told_by: Plain | None = ask("check that tells of it, where one does")


class Bar(Record):
    """What courts hold, or a statute says, that defeats a claim of this cause on facts of some kind."""

    text: Plain = ask("what is held, as a sentence", default=NOTHING)
    courts: list[Plain] = ask(
        "courts it binds: ids, circuits (“7”, “dc”), “federal”, “state”; empty: all", default=list
    )
    facts: list[Plain] = ask("words of the facts that it bears on; empty: any facts", default=list)
    unless: list[Plain] = ask("words of other facts that may save the claim: then it warns", default=list)
    classes: YesNo = ask("only where the claim is brought for a class", default=False)
    elsewhere: YesNo = ask(
        "only where the facts speak of another State than the court’s, or of State lines", default=False
    )
    answer: Id | None = ask("question of the cause whose answer meets it: answered, it is silent")
    fix: Plain = ask("what to do", default=NOTHING)
    severity: Literal["error", "warning", "advice"] = ask("how grave it is", default="error")
    law: list[Law] = ask("authority", default=list)


class Conflict(Record):
    """Another cause with which this one sits ill."""

    cause: Id = ask("cause or family", default=NOTHING)
    note: Plain = ask("why", default=NOTHING)
    fatal: YesNo = ask("against one defendant the other takes this one away", default=False)
    borrowed: YesNo = ask("it sits ill only where this one borrows the violation of the other", default=False)
    element: Id | None = ask("the element of this cause that it takes away; empty: all of it")
    law: list[Law] = ask("authority", default=list)


class Withdrawal(Record):
    """A later statute that leaves the action on some conduct to a public officer."""

    on: EventDate = ask("day from which it holds", default=NOTHING)
    since: EventDate = ask("first day of filing from which pending actions are reached", default=NOTHING)
    conduct: Plain = ask("the conduct that it reaches, after “on”", default=NOTHING)
    words: list[Plain] = ask("words of the facts by which that conduct is known", default=NOTHING)
    to: Plain = ask("who alone may sue", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)
