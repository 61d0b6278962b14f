"""What the library holds of a kind of case: the claims that are usual in it, what its facts must show, the
shape of its classes, the questions they share and the tests to run before filing. Never a fact.
"""

from __future__ import annotations

from typing import Iterator, Literal

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import ClaimId, Id, Plain, State, YesNo
from drafter.facts.vocabularies import ClassType

__all__ = ["Starter", "StarterClaim", "StarterClass", "StarterHeading", "starter_page"]


class StarterClaim(Record):
    """A claim that such a case may plead."""

    id: ClaimId = ask("id of the claim in the sheet", default=NOTHING)
    theories: list[Id] = ask("causes of action, or a core cause", default=NOTHING)
    states: list[State] = ask(
        "States under whose law it is pleaded; empty: federal law, or of a core cause any State’s",
        default=list,
    )
    not_states: list[State] = ask("States that have a claim of their own for it", default=list)
    classes: list[Id] = ask(
        "classes of the starter that it is for; empty: the subclass of its State, else all that are part of"
        " no other",
        default=list,
    )
    predicates: list[ClaimId] = ask("claims it borrows from", default=list)
    alternative_to: list[ClaimId] = ask("claims it is pleaded in the alternative to", default=list)
    when: Plain = ask("when it is right, as a clause", example="where the site shows video", default=NOTHING)
    usual: YesNo = ask("whether it is taken in without being chosen", default=True)


class StarterHeading(Record):
    """A part of the facts: what it must show, and what proves it."""

    show: Plain = ask("what it is to show, as a clause that asserts nothing", default=NOTHING)
    prove: list[Plain] = ask("what proves it", default=list)


class StarterClass(Record):
    """The shape of a class: no members, period or number, which are facts."""

    id: Id = ask("id", default=NOTHING)
    subclass_of: Id | None = ask("class it is part of")
    device: Literal["flsa-collective", "paga"] | None = ask(
        "kind of collective action, where it is no Rule 23 class"
    )
    per_state: YesNo = ask("whether it is the subclass of one State", default=False)
    rule_23b: list[ClassType] = ask("Rule 23(b) types", default=list)
    common_questions: list[Plain] = ask(
        "common questions, each begun with whether or what, that name no party and assert nothing",
        default=list,
    )
    sought: Plain = ask("what its definition must say, as a clause", default=NOTHING)


class Starter(Record):
    """A kind of case to begin a fact sheet from."""

    title: Plain = ask("what the kind of case is called", default=NOTHING)
    about: Plain = ask("what it is for, in a sentence", default=NOTHING)
    words: list[Plain] = ask("other words by which it is found", default=list)
    claims: list[StarterClaim] = ask("claims", default=NOTHING)
    outline: list[StarterHeading] = ask("what the facts must show, in order", default=NOTHING)
    classes: list[StarterClass] = ask("classes", default=list)
    tests: list[Plain] = ask("tests to run before filing", default=list)


def starter_page(name: str, starter: Starter) -> str:
    """A starter as a page to read before a sheet is begun from it."""
    return "\n".join(_lines(name, starter))


def _lines(name: str, starter: Starter) -> Iterator[str]:
    yield from (str(starter.title), str(starter.about), "", "CLAIMS")
    for claim in starter.claims:
        where = f" ({', '.join(map(str, claim.states))})" if claim.states else ""
        but = f" (not {', '.join(map(str, claim.not_states))})" if claim.not_states else ""
        usual = "" if claim.usual else " · only where chosen"
        yield f"  {', '.join(map(str, claim.theories))}{where}{but}: {claim.when}{usual}"
    yield from ("", "WHAT THE FACTS ARE TO SHOW")
    for number, part in enumerate(starter.outline, 1):
        yield f"  {number}. {part.show}"
        yield from (f"     proof: {one}" for one in part.prove)
    if starter.classes:
        yield from ("", "CLASSES")
    for shape in starter.classes:
        within = f", part of {shape.subclass_of}" if shape.subclass_of else ""
        yield f"  {shape.id}{within}: {shape.sought}"
        yield from (f"     common question: {one}" for one in shape.common_questions)
    yield from ("", "BEFORE FILING", *(f"  - {one}" for one in starter.tests))
    yield from ("", f"Begin with it: drafter new SHEET --starter {name} --court ID")
