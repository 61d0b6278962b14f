"""The pass that keeps the name of a non-party who must stay unnamed out of whatever was typed: it prints what
the person is called in its place.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Sequence

from drafter.document import Document, Figure, Meta, Run, TermDefinition
from drafter.facts.parties import NonParty
from drafter.facts.values import known
from drafter.reuse.stand_ins import Names, Person, identifying_words

__all__ = ["Unnamed", "unnamed", "unnamed_in"]


class Unnamed(NamedTuple):
    """A non-party who must stay unnamed: what it is called, and what finds its name."""

    record: NonParty
    called: str
    names: Names


def unnamed_in(non_parties: Sequence[NonParty]) -> list[Unnamed]:
    """Those whose names may not print, each called by its number among all."""
    found = []
    for number, record in enumerate(non_parties, 1):
        if record.print_name is False:
            called = f"Non-Party {number}"
            typed = [str(name) for name in (known(record.name), known(record.short)) if name]
            names = Names([Person(called, "", tuple(identifying_words(typed)), False)])
            found.append(Unnamed(record, called, names))
    return found


def unnamed(document: Document, non_parties: Sequence[NonParty]) -> Document:
    """`document` without the names of those who must stay unnamed; passages to be sealed stay as they are."""
    for hidden in unnamed_in(non_parties):
        document = _without(document, hidden.names)
    return document


def _without(value: Any, names: Names) -> Any:
    """`value`, a part of the tree, without `names`."""
    if isinstance(value, (Run, TermDefinition)):
        sealed = isinstance(value, Run) and value.sealed
        return value if sealed else value._replace(text=names.replaced(value.text)[0])
    if isinstance(value, Meta):
        return value._replace(
            title=names.replaced(value.title)[0],
            footer_title=names.replaced(value.footer_title)[0],
            legend=names.replaced(value.legend)[0],
        )
    if isinstance(value, Figure):
        value = value._replace(alt=names.replaced(value.alt)[0])
    if not isinstance(value, tuple):
        return value
    if not hasattr(value, "_fields"):
        return tuple(_without(each, names) for each in value)
    record: Any = value
    inner = [name for name in record._fields if name != "origin" and isinstance(getattr(record, name), tuple)]
    return record._replace(**{name: _without(getattr(record, name), names) for name in inner})
