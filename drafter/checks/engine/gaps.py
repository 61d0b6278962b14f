"""One gap, one finding: what is not known is told once, by its blank or as a place without one, and that
finding names the checks that miss the same value. What nobody asked for is told once by the gravest check of
that place, whose finding is the hole that its blank is.
"""

from __future__ import annotations

from drafter.complaint import Draft
from drafter.facts.values import Unknown
from drafter.findings import Finding
from drafter.tree.unknown import notes_of

__all__ = ["UNSEEN", "one_per_gap"]

UNSEEN = "FORM-019"
"""The check that tells, all together, of what is not known and no blank shows."""
BLANK = "DOC-010"
"""The check that tells of each blank."""
WITHIN = {
    "AGR-004": "AGR-001",
    "CLM-003": "CHN-001",
    "CLM-005": "CLM-018",
    "CLM-031": "CLM-009",
    "CLS-019": "CLS-009",
    "JUR-020": "JUR-018",
    "JUR-023": "STA-003",
}
"""By the check of a lesser finding, the check of the graver one that has the same gap, where its own path is
the one thing that the lesser one rests on, or both have one path."""


def one_per_gap(draft: Draft, found: list[tuple[Finding, tuple[str, ...]]]) -> list[Finding]:
    """The findings of `found`, each given with the paths it declares, without those on a place that is not
    known where the finding that says so stands too: it names them. Such a place is a hole in the draft, told
    by that, or one that no blank shows, told with the others by the check for them. What nobody asked for is
    told by its check, with the blank. One that tells of a part of a graver one (`WITHIN`) goes with that.
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
    return _with_blanks(unknown, [_naming(found[number][0], together.get(number, [])) for number in left])


def _with_blanks(unknown: _Unknown, found: list[Finding]) -> list[Finding]:
    """`found`, where a check tells of a place at which the form has a blank, and no words of the sheet's own,
    as one finding of that check: as grave as the gravest, and a hole.
    """
    by_place: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        if one.check != UNSEEN:
            by_place.setdefault(one.where, []).append(number)
    taken: set[int] = set()
    leading: dict[int, Finding] = {}
    for where, there in by_place.items():
        holes = [number for number in there if found[number].check == BLANK]
        checks = sorted(set(there) - set(holes), key=lambda number: (found[number].severity.rank, number))
        if holes and checks and not unknown.at(where) and "[[" not in unknown.words(where):
            leader, *rest = (found[number] for number in checks)
            blanks = [found[number] for number in holes]
            grave = min((leader, *blanks), key=lambda one: one.severity.rank).severity
            told = " ".join([leader.message, *(one.message for one in blanks)])
            one = leader._replace(message=told, severity=grave, accepted="", lapsed="", is_hole=True)
            leading[checks[0]] = _naming(one, rest)
            taken.update(holes, checks[1:])
    return [leading.get(number, one) for number, one in enumerate(found) if number not in taken]


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
        within = rests and all(f"{other.where}.".startswith(f"{path}.") for path in rests)
        if other.check == graver and (other.where == one.where or within):
            return number
    return None


class _Unknown:
    """What the sheet says is not known."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.records = {place.path: place.record for place in draft.matter.places}

    def at(self, path: str) -> bool:
        """Whether the place at `path`, or an entry of the list there, is said to be unknown."""
        if path in notes_of(self.draft.matter.raw):
            return True
        parent, _, leaf = path.rpartition(".")
        return isinstance(getattr(self.records.get(parent), leaf, None), Unknown)

    def words(self, path: str) -> str:
        """What is typed at `path`, a field or an entry of a list of texts; empty where that is nothing."""
        parent, _, leaf = path.rpartition(".")
        if leaf.isdecimal():
            parent, _, name = parent.rpartition(".")
            entries = getattr(self.records.get(parent), name, None)
            return (
                str(entries[int(leaf) - 1]) if isinstance(entries, list) and entries[int(leaf) - 1 :] else ""
            )
        value = getattr(self.records.get(parent), leaf, None)
        return value if isinstance(value, str) else ""


def _naming(hole: Finding, others: list[Finding]) -> Finding:
    hurts = tuple(dict.fromkeys(f"{one.title} ({one.check})" for one in others))
    told = f"{hole.message} With it goes: {'; '.join(hurts)}."
    return hole._replace(message=told, hurts=hurts) if hurts else hole
