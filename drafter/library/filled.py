"""What a firm's copy of a cause, a court or a State's law does not say, and drafter's own of that name does:
what checks ask of it. A copy made before a field was there has it all the same; what it does say, counts.
"""

from __future__ import annotations

from typing import Any

__all__ = ["fill"]

_FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "causes": {
        "": ("traits", "least_plaintiffs", "single_recovery", "county_venue"),
        "pre_suit": ("told_by", "names", "wants", "called", "suffered", "bounds"),
        "remedies": ("adjusted",),
    },
    "courts": {
        "": ("severities", "most_does", "does_usual", "amount_basis", "entity_numbers", "related_cases"),
    },
    "law": {"": ("bar_number", "does_usual")},
}
"""By folder, and by the list of its records in which they stand (empty: the file itself)."""


def fill(kind: str, tree: Any, own: Any) -> None:
    """Write into `tree`, a firm's file of the folder `kind`, what it leaves out and `own`, drafter's, has.
    The records of a list are known by their ids.
    """
    for name, fields in _FIELDS.get(kind, {}).items():
        if not name:
            _fill(tree, own, fields)
            continue
        there = {str(one.get("id")): one for one in _records(own, name)}
        for one in _records(tree, name):
            _fill(one, there.get(str(one.get("id"))), fields)


def _records(tree: Any, name: str) -> list[dict[str, Any]]:
    found = tree.get(name) if isinstance(tree, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _fill(tree: Any, own: Any, fields: tuple[str, ...]) -> None:
    if isinstance(tree, dict) and isinstance(own, dict):
        for name in fields:
            if name in own:
                tree.setdefault(name, own[name])
