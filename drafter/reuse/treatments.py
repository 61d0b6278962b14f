"""How a redacted copy treats each field of a sheet."""

from __future__ import annotations

from typing import Any

from drafter.reuse.redaction_kept import KEPT
from drafter.reuse.redaction_rules import OUT, TREATED, Treatment
from drafter.tree.merge import Tree
from drafter.tree.paths import Location
from drafter.tree.shape import is_text, records_at, refers

__all__ = ["is_reference", "kind_of", "treatment_at", "treatment_of"]

_REFERENCES = ("id", "after", "order", "omit")


def kind_of(value: Tree, where: Location) -> str:
    """The kind of the record at `where`: of several that may stand there, the one that has all its fields."""
    return next(
        (
            kind.__name__
            for kind in records_at(where)
            if {name.rstrip("_") for name in kind.questions}.issuperset(value)
        ),
        "",
    )


def treatment_of(kind: str, name: str) -> Treatment | None:
    for treatment, names in TREATED.get(kind, {}).items():
        if name in names or f"{name}_" in names:
            return treatment
    if kind and name not in KEPT[kind] and f"{name}_" not in KEPT[kind]:
        return OUT  # nobody has said that it may go along
    return None


def treatment_at(tree: Tree, where: Location) -> Treatment | None:
    holder: Any = tree
    for part in where[:-1]:
        holder = holder[part]
    return (
        treatment_of(kind_of(holder, where[:-1]), str(where[-1]))
        if isinstance(holder, dict) and isinstance(where[-1], str)
        else None
    )


def is_reference(where: Location) -> bool:
    """Whether ids stand at `where`."""
    named = where[:-1] if isinstance(where[-1], int) else where
    if named == ("court", "id"):
        return False
    if named[-1] in _REFERENCES and not is_text(where):
        return True
    return refers(named[:-1], str(named[-1]))
