"""Which entry of a list became which: by id or heading, else by what it says, else by where it stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from drafter.tree.answers import as_saved, same

__all__ = ["in_place", "matched"]


def matched(old: list[Any], new: list[Any]) -> list[int | None]:
    """For each entry of `new`, the position in `old` of the entry it was; None for one that is new."""
    names = [_name(entry) for entry in old]
    if None not in names and names == [_name(entry) for entry in new]:
        return list(range(len(new)))
    plan: list[int | None] = [None] * len(new)
    free = dict.fromkeys(range(len(old)))
    _pair(old, new, plan, free, _name)
    _pair(old, new, plan, free, lambda entry: repr(as_saved(entry)))
    _pair_neighbours(old, new, plan, free)
    return plan


def _name(entry: Any) -> Any:
    """What names an entry whatever else changes; None for one that has no name."""
    if isinstance(entry, dict):
        return next(
            (
                (field, str(entry[field]).strip())
                for field in ("id", "heading")
                if isinstance(entry.get(field), str)
            ),
            None,
        )
    return None


def _pair(old: list[Any], new: list[Any], plan: list[int | None], free: dict[int, None], key: Any) -> None:
    places: dict[Any, list[int]] = {}
    for place in free:
        places.setdefault(key(old[place]), []).append(place)
    places.pop(None, None)
    for number, entry in enumerate(new):
        if plan[number] is None and (found := places.get(key(entry))):
            place = plan[number] = found.pop(0)
            del free[place]


def _pair_neighbours(old: list[Any], new: list[Any], plan: list[int | None], free: dict[int, None]) -> None:
    """An entry that nothing else matches, and that stands where one is missing, is that one, changed."""
    before = -1
    for number, entry in enumerate(new):
        found = plan[number]
        if found is None and before + 1 in free and _is_akin(old[before + 1], entry):
            found = plan[number] = before + 1
            del free[found]
        before = before if found is None else found


def _is_akin(one: Any, other: Any) -> bool:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return type(one) is type(other)
    if _name(one) is None and _name(other) is None:
        return True
    alike = sum(same(value, other[name]) for name, value in one.items() if name in other)
    return alike * 2 >= len(one.keys() | other.keys()) - 1


def in_place(plan: list[int | None]) -> dict[int, int]:
    """As much of `plan` as need not move, because old positions rise with new ones: number in the new list,
    position in the old.
    """
    tops: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number, place in enumerate(plan):
        if place is None:
            continue
        length = bisect_left(tops, place)
        tops[length:] = [place, *tops[length + 1 :]]
        ends[length:] = [number, *ends[length + 1 :]]
        before[number] = ends[length - 1] if length else None
    paired: dict[int, int] = {}
    last = ends[-1] if ends else None
    while last is not None:
        paired[last] = plan[last] or 0
        last = before[last]
    return paired
