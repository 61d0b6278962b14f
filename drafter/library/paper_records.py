"""What the library holds of a paper that goes with a complaint: who calls for it, when it is due, who signs
it. Each is a file in `filing/`: this front matter, and the body where drafter makes the paper.
"""

from __future__ import annotations

from typing import Annotated, Literal

from drafter.facts.papers import PaperKind
from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Between, Id, Plain, YesNo
from drafter.library.assertions import Days, Law
from drafter.library.records import Trait

__all__ = ["STAGES", "CalledFor", "DuePaper", "MatterHas", "Stage"]

MatterHas = Literal[
    "related-cases",
    "statute-challenged",
    "classes",
    "collective",
    "attached-exhibits",
    "injunction",
    "no-injunction",
    "pro-hac-vice",
    "several-defendants",
    "sealed-words",
    "pseudonym",
]
"""What a sheet may have that calls for a paper: related cases, a claim that challenges a statute whose
government is no party, a class, a collective, exhibits that are attached, an injunction in the prayer or
none, a lawyer who is to be admitted for the case, several defendants, words or exhibits to be sealed, a
plaintiff under a pseudonym without leave.
"""
Stage = Literal["before", "with-complaint", "promptly", "after", "later"]
STAGES: dict[Stage, str] = {
    "before": "before the complaint is filed",
    "with-complaint": "with the complaint",
    "promptly": "promptly",
    "after": "after the complaint is filed",
    "later": "later",
}
"""When a paper is due, in the order of a case."""
_Place = Annotated[int, Between(0, 999, True)]


class CalledFor(Record):
    """A case in which a paper is due: all that is given here holds of the matter."""

    why: Plain = ask("why it is due, as a clause", default=NOTHING)
    system: Literal["federal", "state"] | None = ask("courts that want it")
    courts: list[Id] = ask("courts that want it, by id; empty: all", default=list)
    not_courts: list[Id] = ask("courts that have a paper of their own for it", default=list)
    companion: YesNo = ask("the court’s profile names a paper of this kind", default=False)
    plaintiffs: list[Plain] = ask("kinds of plaintiff of which there is one", default=list)
    grounds: list[Plain] = ask("grounds of jurisdiction of which one is pleaded", default=list)
    causes: list[Id] = ask("causes of which one is claimed", default=list)
    traits: list[Trait] = ask("traits that a cause claimed has", default=list)
    statutes: list[Plain] = ask("words of a citation that a cause claimed has", default=list)
    matter: list[MatterHas] = ask("what the sheet has", default=list)


class DuePaper(Record):
    """A paper that goes with a complaint: a file in `filing/`."""

    id: Id = ask("id, the file’s name", default=NOTHING)
    title: Plain = ask("title of the paper, as its caption has it", default=NOTHING)
    kind: PaperKind = ask("what it is in a sheet’s list of papers", default=NOTHING)
    place: _Place = ask("its place in the package", default=500)
    called_for: list[CalledFor] = ask("cases in which it is due; any of them", default=list)
    each: Literal["matter", "plaintiff", "defendant"] = ask(
        "of whom there is one: the case, each plaintiff whose claims call for it, each defendant",
        default="matter",
    )
    stage: Stage = ask("when it is due", default="with-complaint")
    days: Days | None = ask("days before or after the filing")
    signer: Literal["attorney", "plaintiff", "clerk", "nobody"] = ask("who signs it", default="attorney")
    look: Literal["court", "letter"] = ask("with the court’s caption, or as a letter", default="court")
    swears: YesNo = ask("its signer swears: it is a blank to sign, never filled in", default=False)
    form: Id | None = ask("the official form that it is, where it is one")
    notice: list[Plain] = ask("words by which a notice of the sheet is known as this one", default=list)
    mailing: list[Plain] = ask("words by which a mailing of the sheet is known as this one", default=list)
    filed: YesNo = ask("it goes to the court", default=True)
    instead: list[Id] = ask("papers that make this one needless", default=list)
    law: list[Law] = ask("authority", default=list)
