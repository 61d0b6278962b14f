"""The time a class is of."""

from __future__ import annotations

from typing import Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import ask
from drafter.facts.record import Record
from drafter.facts.values import ClaimId, Maybe

__all__ = ["Period"]


class Period(Record):
    """From when until when."""

    from_: Maybe[EventDate] = ask(
        "first day", "Its reason is limitations, or the first wrong.", needed=True, redact="keep"
    )
    through: Maybe[EventDate] = ask("last day", "Empty: see ‘until’.", usual=True, redact="keep")
    until: Literal["filing", "certification", "judgment", "trial", "present"] | None = ask(
        "open end", "A floating end invites a fight.", redact="keep"
    )
    claim: Maybe[ClaimId] = ask(
        "claim it is for", "Where the period differs by claim.", refers="claims", redact="keep"
    )
