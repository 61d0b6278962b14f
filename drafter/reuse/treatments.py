"""How a redacted copy treats each field of a sheet: as its question says (`facts.question.Redaction`).

A redacted copy is for a colleague, an expert or a vendor. Defendants, counsel's names, claims, classes and
what will be pleaded stay, with stand-ins for the names of clients and witnesses; what identifies a client,
and the firm's own notes, do not go along.
"""

from __future__ import annotations

from typing import Any

from drafter.facts.question import Question, Redaction
from drafter.facts.record import Record
from drafter.tree.merge import Tree
from drafter.tree.paths import Location
from drafter.tree.shape import is_text, records_at, refers

__all__ = ["is_reference", "is_sealed_field", "kind_of", "question_of", "treatment_at", "treatment_of"]

_REFERENCES = ("id", "after", "order", "omit")


def kind_of(value: Tree, where: Location) -> type[Record] | None:
    """The kind of the record at `where`: of several that may stand there, the one that has all its fields."""
    return next(
        (
            kind
            for kind in records_at(where)
            if {name.rstrip("_") for name in kind.questions}.issuperset(value)
        ),
        None,
    )


def question_of(kind: type[Record] | None, name: str) -> Question | None:
    """The question on a field of such a record, if it has one."""
    return (kind.questions.get(name) or kind.questions.get(f"{name}_")) if kind else None


def treatment_of(kind: type[Record] | None, name: str) -> Redaction:
    """What becomes of a field of such a record; a field that says nothing does not go along."""
    question = question_of(kind, name)
    return (question and question.redact or "out") if kind else "keep"


def is_sealed_field(kind: type[Record] | None, name: str) -> bool:
    """Whether the field is left out of a record that is sensitive or sealed."""
    question = question_of(kind, name)
    return question is not None and question.sealed


def treatment_at(tree: Tree, where: Location) -> Redaction:
    holder: Any = tree
    for part in where[:-1]:
        holder = holder[part]
    return (
        treatment_of(kind_of(holder, where[:-1]), str(where[-1]))
        if isinstance(holder, dict) and isinstance(where[-1], str)
        else "keep"
    )


def is_reference(where: Location) -> bool:
    """Whether ids stand at `where`."""
    named = where[:-1] if isinstance(where[-1], int) else where
    if named == ("court", "id"):
        return False
    if named[-1] in _REFERENCES and not is_text(where):
        return True
    return refers(named[:-1], str(named[-1]))
