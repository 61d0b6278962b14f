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
WITHIN = {"CLM-003": "CHN-001", "AGR-004": "AGR-001"}
"""By the check of a lesser finding, the check of the graver one that has the same gap, where its own path is
the one thing that the lesser one rests on."""


def one_per_gap(draft: Draft, found: list[tuple[Finding, tuple[str, ...]]]) -> list[Finding]:
    """The findings of `found`, each given with the paths it declares, without those on a place that is not
    known where the finding that says so stands too: it names them. Such a place is a hole in the draft, told
    by that, or one that no blank shows, told with the others by the check for them. What nobody asked for is
    left to its check. One that tells of a part of a graver one (`WITHIN`) goes with that.
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
    together: dict[int, list[Finding]] = {}
    left: list[int] = []
    for number, (one, declared) in enumerate(found):
        over = (
            None
            if one.is_hole or one.check == UNSEEN
            else telling.get(one.where, _over(one, declared, found))
        )
        if over is None:
            left.append(number)
        else:
            together.setdefault(over, []).append(one)
    return [_naming(found[number][0], together.get(number, [])) for number in left]


def _over(
    one: Finding, declared: tuple[str, ...], found: list[tuple[Finding, tuple[str, ...]]]
) -> int | None:
    """The place in `found` of the graver finding that tells of the gap of `one` too; None where none does."""
    graver = WITHIN.get(one.check)
    if graver is None:
        return None
    for number, (other, _) in enumerate(found):
        kind = other.where.partition(".")[0]
        rests = [path for path in declared if path.partition(".")[0] == kind]
        if (
            other.check == graver
            and rests
            and all(f"{other.where}.".startswith(f"{path}.") for path in rests)
        ):
            return number
    return None


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
    hurts = tuple(dict.fromkeys(f"{one.title} ({one.check})" for one in others))
    told = f"{hole.message} With it goes: {'; '.join(hurts)}."
    return hole._replace(message=told, hurts=hurts) if hurts else hole
