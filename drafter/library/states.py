"""What the library holds of the law of a State apart from causes and courts: class bars, and claims to
present before a public body is sued.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Between, Id, Plain, Prose, State, YesNo
from drafter.library.records import GatingNotice, Law, Limitation, Remedy

__all__ = [
    "BarNumber",
    "ClaimStatute",
    "ClassBar",
    "CodeForm",
    "StateCause",
    "StateElement",
    "StateLaw",
    "StatePeriod",
    "UniformSection",
]

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


class CodeForm(Record):
    """How citations to a code of a State are written."""

    name: Plain = ask("name of the code", example="Business and Commerce Code", default=NOTHING)
    cite: Plain = ask("how it is cited, without a section", example="Tex. Bus. & Com. Code", default=NOTHING)


class StatePeriod(Limitation):
    """A period of limitations of a State, for claims of a kind."""

    kind: Id = ask("kind of claim that it is for", example="written-contract", default=NOTHING)


class UniformSection(Record):
    """Where a section of the Uniform Commercial Code stands in the code of a State."""

    uniform: Plain = ask("section of the uniform act", example="2-313", default=NOTHING)
    cite: Plain = ask("section of the State’s code", default=NOTHING)
    law: list[Law] = ask("authority", default=list)


class StateElement(Record):
    """What a State’s law changes of an element of a core cause, or an element that it adds."""

    id: Id = ask("element of the core cause, or a new one", default=NOTHING)
    after: Id | None = ask("element behind which a new one stands; empty: at the end")
    title: Plain | None = ask("name of the element")
    plead: Plain | None = ask("what must be pleaded")
    asks: Plain | None = ask("what a blank asks for where nothing supports it")
    frame: Prose | None = ask("law before the act")
    conclusion: Prose | None = ask("what follows the act; {defendants} and the like name the parties")
    negative: YesNo | None = ask("pleaded around: what is not so")
    typical_facts: Plain | None = ask("typical facts")
    dismissal_ground: Plain | None = ask("common ground of dismissal")
    law: list[Law] = ask("authority; empty: that of the whole entry", default=list)


class StateCause(Record):
    """A core cause under the law of a State: what differs from the common frame, with its status."""

    cause: Id = ask("core cause", default=NOTHING)
    pleaded_as: list[Id] = ask("causes of the library that plead it under this law", default=list)
    refused: Plain | None = ask("why this law gives no such claim, as a sentence")
    title: Plain | None = ask("title as pleaded, where it is another")
    short: Plain | None = ask("title in lists of several theories")
    citation: Plain | None = ask("citation as pleaded; empty: the State’s law, or its section of the U.C.C.")
    law: list[Law] = ask("authority for the frame of its elements", default=list)
    elements: list[StateElement] = ask("elements that differ, or that this law adds", default=list)
    without: list[Id] = ask("elements and remedies that this law does not have", default=list)
    remedies: list[Remedy] = ask("remedies that differ, or that this law adds", default=list)
    relief: Prose | None = ask("sentence that closes the count, where it is another")
    periods: list[Id] = ask("kinds of period that it goes by, where they are others", default=list)
    limitations: list[Limitation] = ask("periods of its own", default=list)
    pre_suit: list[GatingNotice] = ask("notices before suit", default=list)
    reliance: list[Law] = ask("what is held of reliance", default=list)
    class_notes: list[Law] = ask("class notes", default=list)
    particularity: YesNo | None = ask("Rule 9(b) applies, where the frame does not say so")
    watch: list[Law] = ask("watch", default=list)


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
    codes: list[CodeForm] = ask("how its codes are cited", default=list)
    periods: list[StatePeriod] = ask("periods of limitations by kind of claim", default=list)
    ucc: list[UniformSection] = ask("where the U.C.C. stands in its code", default=list)
    causes: list[StateCause] = ask("core causes under its law", default=list)
    notes: list[Law] = ask(
        "what else a suit against a public body wants, or that it wants none", default=list
    )

    def of_cause(self, core: str) -> StateCause | None:
        """What the State’s law has on a core cause."""
        return next((one for one in self.causes if one.cause == core), None)
