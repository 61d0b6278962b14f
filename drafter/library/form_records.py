"""What the library holds of an official form: which fields it has, and where what goes into each comes from.
The form itself is the user's: none is part of drafter.
"""

from __future__ import annotations

from typing import Annotated, Literal

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Between, Id, Plain, YesNo
from drafter.library.assertions import Law

__all__ = ["FormBlank", "FormBox", "FormMap"]

_Points = Annotated[float, Between(0, 100)]


class FormBlank(Record):
    """A blank that the map was made for."""

    revision: Plain = ask("revision, as it is printed on the form", default=NOTHING)
    sha256: Plain = ask("SHA-256 of the file", default=NOTHING)
    superseded: Plain | None = ask("later revision by which it is superseded", default=None)


class FormBox(Record):
    """A box of the form, in the form's order."""

    box: Plain = ask("its number or letter on the form", default=NOTHING)
    label: Plain = ask("what it is for", default=NOTHING)
    field: Plain | None = ask("name of its field; empty: found by what is chosen")
    source: Plain = ask("where what goes into it comes from", default=NOTHING)
    choose: Literal["text", "mark", "state", "name", "tip", "field"] = ask(
        "text; a mark where there is anything; a mark in the field’s button of that state; in the field whose"
        " name begins with it; in the field whose tool tip has it in brackets; in the field that"
        " `states` names",
        default="text",
    )
    states: dict[str, Plain] = ask("state of the button, or name of the field, for each answer", default=dict)
    among: list[Plain] = ask(
        "what the source gives is looked for among these: marked where at least half of the counties of a"
        " side are, or any cause",
        default=list,
    )
    clerk: YesNo = ask("the clerk or the court fills it in: not open where empty", default=False)
    opaque: YesNo = ask("the field covers what is printed under it", default=False)
    inset: _Points = ask("points by which the text begins lower, below a heading in the field", default=0)


class FormMap(Record):
    """A form: a file in `forms/`."""

    id: Id = ask("id, the file’s name", default=NOTHING)
    title: Plain = ask("name of the form", default=NOTHING)
    printed: Plain = ask("how the form names itself on the page", default=NOTHING)
    blanks: list[FormBlank] = ask("blanks that the map was made for", default=list)
    instead_of: Plain | None = ask("form of which it is the variant of its courts", default=None)
    courts: list[Id] = ask("courts whose variant it is", default=list)
    boxes: list[FormBox] = ask("its boxes", default=list)
    codes: Plain | None = ask("form whose codes it has, as causes propose them", default=None)
    law: list[Law] = ask("where its boxes were read", default=list)
