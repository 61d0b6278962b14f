"""One gap, one finding: what is asked and not known is a blank in the draft, whose finding names the checks
that miss the same value.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafter.checks.engine.places import places
from drafter.complaint import Draft
from drafter.facts.values import Unknown
from drafter.findings import Finding

__all__ = ["one_per_gap"]


def one_per_gap(draft: Draft, found: list[Finding]) -> list[Finding]:
    """`found` without the findings on a field that is not known and is a hole in the draft, whose own finding
    names them. A field that nobody asked for is left to its check.
    """
    records = places(draft)[1]
    holes = {one.where for one in found if one.is_hole and _is_unknown(records, one.where)}
    beside: dict[str, list[Finding]] = {}
    for one in found:
        if not one.is_hole and one.where in holes:
            beside.setdefault(one.where, []).append(one)
    return [
        _naming(one, beside.pop(one.where, [])) if one.is_hole else one
        for one in found
        if one.is_hole or one.where not in holes
    ]


def _is_unknown(records: Mapping[str, object], path: str) -> bool:
    parent, _, leaf = path.rpartition(".")
    return isinstance(getattr(records.get(parent), leaf, None), Unknown)


def _naming(hole: Finding, others: list[Finding]) -> Finding:
    told = "; ".join(dict.fromkeys(f"{one.title} ({one.check})" for one in others))
    return hole._replace(message=f"{hole.message} With it goes: {told}.") if told else hole
