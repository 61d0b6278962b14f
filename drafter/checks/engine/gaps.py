"""One gap, one finding: what is not known is told once, by its blank or as a place without one, and that
finding names the checks that miss the same value.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafter.checks.engine.places import places
from drafter.complaint import Draft
from drafter.facts.values import Unknown
from drafter.findings import Finding
from drafter.tree.unknown import notes_of

__all__ = ["UNSEEN", "one_per_gap"]

UNSEEN = "FORM-019"
"""The check that tells, all together, of what is not known and no blank shows."""


def one_per_gap(draft: Draft, found: list[tuple[Finding, tuple[str, ...]]]) -> list[Finding]:
    """The findings of `found`, each given with the paths it declares, without those on a place that is not
    known where the finding that says so stands too: it names them. Such a place is a hole in the draft, told
    by that, or one that no blank shows, told with the others by the check for them. What nobody asked for is
    left to its check.
    """
    unknown = _Unknown(draft)
    telling = {
        path: number
        for own in (False, True)  # a hole tells more than a list of places
        for number, (one, declared) in enumerate(found)
        if (one.is_hole if own else one.check == UNSEEN)
        for path in (declared if one.check == UNSEEN else (one.where,))
        if unknown.at(path)
    }
    beside: dict[int, list[Finding]] = {}
    for one, _ in found:
        if not (one.is_hole or one.check == UNSEEN) and one.where in telling:
            beside.setdefault(telling[one.where], []).append(one)
    return [
        _naming(one, beside.get(number, []))
        for number, (one, _) in enumerate(found)
        if one.is_hole or one.check == UNSEEN or one.where not in telling
    ]


class _Unknown:
    """What the sheet says is not known."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.records: Mapping[str, object] = {}

    def at(self, path: str) -> bool:
        """Whether the place at `path`, or an entry of the list there, is said to be unknown."""
        if path in notes_of(self.draft.matter.raw):
            return True
        self.records = self.records or places(self.draft)[1]
        parent, _, leaf = path.rpartition(".")
        return isinstance(getattr(self.records.get(parent), leaf, None), Unknown)


def _naming(hole: Finding, others: list[Finding]) -> Finding:
    told = "; ".join(dict.fromkeys(f"{one.title} ({one.check})" for one in others))
    return hole._replace(message=f"{hole.message} With it goes: {told}.") if told else hole
