"""What the library holds of the law of a State apart from causes and courts: class bars, and claims to
present before a public body is sued.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Between, Id, Plain, State
from drafter.library.records import Law

__all__ = ["BarNumber", "ClaimStatute", "ClassBar", "StateLaw"]

_Days = Annotated[int, Between(0, 3_650, True)]
_Digits = Annotated[int, Between(1, 20, True)]


class ClassBar(Record):
    """An act of a State under which no class may recover."""

    act: Plain = ask("name of the act", default=NOTHING)
    names: list[Plain] = ask("how titles and citations name it", default=NOTHING)
    text: Plain = ask("what the act says, as a clause", default=NOTHING)
    law: list[Law] = ask("authority", default=NOTHING)


class ClaimStatute(Record):
    """A statute that wants a claim presented to a public body before it is sued."""

    id: Id = ask("id", default=NOTHING)
    statute: Plain = ask("statute, as it prints", default=NOTHING)
    names: list[Plain] = ask(
        "sections by which a notice of the sheet is known as one under it", default=NOTHING
    )
    bodies: Plain = ask("public bodies that it protects", default=NOTHING)
    reaches: Literal["money", "tort"] = ask(
        "claims that it reaches: all for money, or those in tort", default=NOTHING
    )
    within: Plain = ask("time for presenting the claim, as a clause", default=NOTHING)
    wait: _Days | None = ask("days between the claim and the suit")
    wait_months: _Days | None = ask("months between the claim and the suit")
    lacking: Plain = ask("what follows where none was presented, as a clause", default=NOTHING)
    excused: Plain | None = ask("what excuses it, as a clause")
    law: list[Law] = ask("authority", default=NOTHING)


class BarNumber(Record):
    """The shape of the numbers under which a State's bar enters lawyers."""

    least: _Digits = ask("least digits", default=NOTHING)
    most: _Digits = ask("most digits", default=NOTHING)
    words: Plain = ask("the shape, as a message says it", example="seven digits", default=NOTHING)

    def fits(self, number: str) -> bool:
        """Whether `number` has such a number in it."""
        return bool(re.search(rf"\b\d{{{self.least},{self.most}}}\b", number))


class StateLaw(Record):
    """What the library holds of a State’s own law apart from causes and courts: a file in `law/`, named by
    the State’s letters.
    """

    state: State = ask("State", default=NOTHING)
    class_bars: list[ClassBar] = ask("acts under which no class recovers", default=list)
    public_claims: list[ClaimStatute] = ask("claims to present before a public body is sued", default=list)
    bar_number: BarNumber | None = ask("shape of its bar’s numbers")
    does_usual: Plain | None = ask(
        "why a complaint in its courts usually names fictitious defendants, as a clause", default=None
    )
    notes: list[Law] = ask(
        "what else a suit against a public body wants, or that it wants none", default=list
    )
