"""The answers of a fact sheet while it is being filled in: read and changed by path, every change undoable.
Knows nothing of files.

The *raw tree* is what `drafter.yamltext.read` gives: mappings, lists and text, with `Unknown` and `Without`
where the sheet says so. Paths are those of `drafter.tree.paths`, by id: an allegation is `allegations.<id>`
under whatever heading or in whatever section it stands; entries without an id are counted from 1.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from drafter.facts.clean_text import clean
from drafter.facts.values import Unknown, Without
from drafter.tree.json_values import STATES
from drafter.tree.paths import Location, key_of, locate, path_of, value_at
from drafter.tree.shape import is_list

__all__ = ["Answers", "Change", "NoPlace", "UNFIT", "as_saved", "same"]

"""How the sheet writes the two states of a field that has no value."""


class NoPlace(LookupError):
    """A change names an entry, or a neighbour, that the sheet does not have; nothing was changed."""


UNFIT = (NoPlace, ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What `apply` raises for a change that was not made here: of a journal that somebody else wrote in, nothing
is sure.
"""


class Change(NamedTuple):
    """One change of the sheet.

    path   of the field for `set`, of the list for `add`, of the entry for `remove` and `move`
    value  what `set` and `add` put there; `set` to None, or to blank text, takes the field out
    after  for `add` and `move`: the key of the entry it is to stand after; "" is first, None is last
    """

    path: str
    act: Literal["set", "remove", "add", "move"] = "set"
    value: Any = None
    after: str | None = None


class Answers:
    """The raw tree of one sheet, and what was done to it.

    What `get` and `tree` give is the tree itself: to be read, and changed by `apply` alone.
    """

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.past: list[tuple[Change, list[Change]]] = []
        """Every change that can be taken back, oldest first, each with what undoes it."""

    def get(self, path: str) -> Any:
        """The raw value at `path`; None where there is none."""
        location = locate(self.tree, path)
        return None if location is None else value_at(self.tree, location)

    def location(self, path: str) -> Location | None:
        """The names and positions that `path` stands for now; None where the tree has nothing there."""
        return locate(self.tree, path)

    def keys(self, path: str) -> list[str]:
        """The keys of the entries of the list at `path`, in order: ids, or "1", "2"… for entries that have
        none.
        """
        entries = self.get(path)
        return (
            [key_of(entry, position) for position, entry in enumerate(entries)]
            if isinstance(entries, list)
            else []
        )

    def apply(self, change: Change) -> list[Change]:
        """Make the change. Gives the changes that undo it, applied in their order.

        A list that `remove` leaves without entries, and mappings left empty, go with what was in them. Raises
        NoPlace, and ValueError for a
        value that no sheet can hold; then nothing was changed.
        """
        settled_change = change._replace(value=as_saved(change.value))
        self._refuse_used_id(settled_change)
        back = self._do(settled_change)
        self.past.append((change, back))
        return back

    def undo(self) -> Change | None:
        """Take the last change back. Gives that change, or None when there is none."""
        if not self.past:
            return None
        change, back = self.past.pop()
        for step in back:
            self._do(step)
        return change

    def _refuse_used_id(self, change: Change) -> None:
        """Two entries of one list with one id could not be told apart by path."""
        if change.act not in ("add", "set"):
            return
        entry = change.path.removesuffix(".id") if change.act == "set" else f"{change.path}."
        own = (
            change.value
            if change.path == f"{entry}.id"
            else change.value.get("id")
            if isinstance(change.value, dict)
            else None
        )
        here = locate(self.tree, entry) if change.act == "set" else ("",)
        if (
            not isinstance(own, str)
            or here is None
            or (change.act == "set" and not isinstance(here[-1], int))
        ):
            return
        siblings = entry.rpartition(".")[0]
        alike = [siblings, "allegations"] if siblings.startswith(("allegations", "sections")) else [siblings]
        if any(locate(self.tree, f"{path}.{own}") not in (None, here) for path in alike):
            raise ValueError(f"the id “{own}” is used already")

    def _do(self, change: Change) -> list[Change]:
        if change.act == "add":
            return self._add(change)
        location = locate(self.tree, change.path)
        if change.act == "set":
            return self._set(change, location)
        if location is None or not isinstance(location[-1], int):
            raise NoPlace(f"{change.path}: there is no such entry")
        return self._remove(location) if change.act == "remove" else self._move(location, change.after)

    # --- fields
    # --------------------------------------------------------------------------------------------------------

    def _set(self, change: Change, location: Location | None) -> list[Change]:
        if change.value is None:
            return [] if location is None else self._clear(location)
        if location is None:
            return self._make(change)
        holder = value_at(self.tree, location[:-1])
        old, holder[location[-1]] = holder[location[-1]], change.value
        return [Change(path_of(self.tree, location), "set", old)]

    def _clear(self, location: Location) -> list[Change]:
        if isinstance(location[-1], int):
            return self._remove(location)
        holder: Any = value_at(self.tree, location[:-1])
        old = holder.pop(location[-1])
        self._prune(location[:-1])
        return [Change(path_of(self.tree, location), "set", old)]

    def _prune(self, location: Location) -> None:
        """Take out the mapping or list at `location` if it is empty, and so on upwards; entries of a list
        stay.
        """
        while location and isinstance(location[-1], str) and not value_at(self.tree, location):
            holder: Any = value_at(self.tree, location[:-1])
            del holder[location[-1]]
            location = location[:-1]

    def _make(self, change: Change) -> list[Change]:
        """Set a field that is not there yet, with the mappings on the way to it. An unknown or a none on the
        way gives place to them.
        """
        ground, names = self._ground(change.path)
        found: Any = value_at(self.tree, ground)
        gives_way = isinstance(found, (dict, Unknown, Without))
        if names[0].isdecimal() or not gives_way:
            raise NoPlace(f"{change.path}: there is no such place in the sheet")
        if any(is_list((*ground, *names[:count])) for count in range(1, len(names))):
            raise NoPlace(f"{change.path}: there is no such entry in the sheet")
        value: Any = change.value
        for name in reversed(names[1:]):
            value = {name: value}
        if ground and not (isinstance(found, dict) and found):
            holder: Any = value_at(self.tree, ground[:-1])
            holder[ground[-1]] = {names[0]: value}
            return [Change(path_of(self.tree, ground), "set", found)]
        found[names[0]] = value
        return [Change(path_of(self.tree, (*ground, *names)), "set")]

    def _ground(self, path: str) -> tuple[Location, list[str]]:
        """The location of what is there already on the way to `path`, and the names that are missing."""
        parts = path.split(".")
        for count in range(len(parts) - 1, 0, -1):
            location = locate(self.tree, ".".join(parts[:count]))
            if location is not None:
                return location, parts[count:]
        return (), parts

    # --- entries of lists
    # --------------------------------------------------------------------------------------------------------

    def _add(self, change: Change) -> list[Change]:
        if change.value is None:
            raise ValueError(f"{change.path}: an entry without a value cannot be added")
        location = locate(self.tree, change.path)
        entries: Any = None if location is None else value_at(self.tree, location)
        if location is None or not entries or isinstance(entries, (Unknown, Without)):
            return self._set(change._replace(value=[change.value]), location)
        if not isinstance(entries, list):
            raise NoPlace(f"{change.path} is not a list")
        position = _position(entries, change.after, change.path)
        entries.insert(position, change.value)
        return [Change(path_of(self.tree, (*location, position)), "remove")]

    def _remove(self, location: Location) -> list[Change]:
        holder, position = location[:-1], int(location[-1])
        entries: Any = value_at(self.tree, holder)
        old = entries.pop(position)
        path, after = (
            path_of(self.tree, holder),
            key_of(entries[position - 1], position - 1) if position else "",
        )
        self._prune(holder)
        return [Change(path, "add", old, after)]

    def _move(self, location: Location, after: str | None) -> list[Change]:
        holder, position = location[:-1], int(location[-1])
        entries: Any = value_at(self.tree, holder)
        if after == key_of(entries[position], position):
            raise NoPlace(f"{path_of(self.tree, location)} cannot stand after itself")
        before = key_of(entries[position - 1], position - 1) if position else ""
        target = _position(entries, after, path_of(self.tree, holder))
        target -= target > position
        entries.insert(target, entries.pop(position))
        if target < position and before.isdecimal():  # what was counted before it is counted one further now
            before = str(int(before) + 1)
        return [Change(path_of(self.tree, (*holder, target)), "move", None, before)]


def _position(entries: list[Any], after: str | None, path: str) -> int:
    if after is None or after == "":
        return 0 if after == "" else len(entries)
    for position, entry in enumerate(entries):
        if key_of(entry, position) == after:
            return position + 1
    raise NoPlace(f"{path} has no entry “{after}”")


# --- values
# ------------------------------------------------------------------------------------------------------------


def as_saved(value: Any) -> Any:
    """A copy of `value` as the sheet would give it back: text cleaned, yes and no and numbers as text,
    nothing blank. Nothing left: None.

    Raises ValueError for a mapping in which `unknown` or `none` stands beside other entries.
    """
    if isinstance(value, (Unknown, Without)):
        return type(value)(" ".join(clean(value[0]).split()))
    if isinstance(value, str):
        return clean(value) or None
    if isinstance(value, dict):
        return _mapping_as_saved(value)
    if isinstance(value, (list, tuple)):
        return [entry for given in value if (entry := as_saved(given)) is not None]
    return (
        None
        if value is None
        else {True: "yes", False: "no"}[value]
        if isinstance(value, bool)
        else str(value)
    )


def _mapping_as_saved(value: dict[Any, Any]) -> Any:
    stated = STATES.keys() & value.keys()
    if stated and len(value) > 1:
        raise ValueError("unknown and none stand alone")
    for name in stated:
        return as_saved(STATES[name](str(value[name] or "")))
    return {str(key): entry for key, given in value.items() if (entry := as_saved(given)) is not None}


def same(one: Any, other: Any) -> bool:
    """Whether two raw values say the same: text is compared as the model reads it, and an unknown is not a
    none.
    """
    if isinstance(one, str) and isinstance(other, str):
        return one == other or clean(one) == clean(other)
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
