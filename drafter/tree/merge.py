"""Merging a sheet with what it includes: which value stands where several files say something.

Maps merge, and the nearest value wins. A blank never erases: what is taken out is taken out by name. What an
entry of a layer may say besides its fields:

clear: true              in place of a value: the field, or the whole record, is taken out
drop: true, why: …       the entry of that id is taken out; the id must be there
after: ID                the entry stands after that one (in `sections`, whose entries have a field of that
name, they are never moved)
first: true              the entry stands first in its list
replace: true, why: …    as the first entry of a list: the list stands in place of the inherited one

Lists whose entries have ids merge by id, in the order of the farthest file, what is new at the end; lists
without ids are replaced whole. In an outline (`allegations`, and the `items` of sections) an allegation is
found under whatever heading it stands, a heading without an id by its words.

Merging is associative over layers that only set values, each field of one kind (text, record, list with ids,
list without) in all of them.
"""

from __future__ import annotations

from typing import Any, Callable, Iterator, NamedTuple, Protocol, Sequence

from drafter.errors import SheetError
from drafter.tree.entry_places import EntryPlaces
from drafter.tree.paths import Location

__all__ = ["DIRECTIVES", "Layer", "Over", "entry_key", "is_keyed", "is_outline", "merge", "says"]

DIRECTIVES = ("drop", "why", "after", "first")
_YES = frozenset(("true", "yes"))
Tree = dict[str, Any]
Over = Callable[[Any, Any], None]
"""Told of each value that stands in place of another: the new one, the old one (None, None for what nothing
replaces).
"""


class Located(Protocol):
    """A file as it was read: name, text, SHA-256, and where in it a location stands (`file:line`)."""

    @property
    def name(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    def at(self, location: Location) -> str: ...


class Layer(NamedTuple):
    """A file of facts, and the tree in it (without its `include`); of an older sheet, the version that the
    tree was brought forward from.
    """

    source: Located
    tree: Tree
    version: int = 0


def merge(layers: Sequence[Layer], over: Over | None = None) -> Tree:
    """The tree that `layers` come to, the nearest last; theirs stay as they are. Raises SheetError, with file
    and line, for an entry that names nothing.
    """
    merged: Tree = {}
    for layer in layers:
        _Merging(merged, layer.source, over).into(merged, layer.tree, ())
    return merged


def is_outline(location: Location) -> bool:
    """Whether the list at `location` holds headings and allegations."""
    return (
        location == ("allegations",)
        or bool(location)
        and location[0] in ("allegations", "sections")
        and location[-1] == "items"
    )


def entry_key(entry: Any) -> str:
    """What an entry of a list is known by: its id, or the words of a heading that has none; "" where it has
    neither.
    """
    if not isinstance(entry, dict):
        return ""
    own = entry.get("id")
    if isinstance(own, str):
        return own
    heading = entry.get("heading")
    return f"“{' '.join(heading.split())}”" if isinstance(heading, str) else ""


def is_keyed(entries: list[Any]) -> bool:
    """Whether each entry of a list is known by a key of its own."""
    keys = {entry_key(entry) for entry in entries}
    return bool(entries) and "" not in keys and len(keys) == len(entries)


def says(entry: Any, directive: str) -> bool:
    """Whether an entry says yes to `directive`."""
    value = entry.get(directive) if isinstance(entry, dict) else None
    return isinstance(value, str) and value.lower() in _YES


def is_cleared(value: Any) -> bool:
    """Whether a value is the directive to take out what stands there."""
    return isinstance(value, dict) and value.keys() == {"clear"} and says(value, "clear")


class _Merging:
    """One layer going into what is merged so far, which is changed in place."""

    def __init__(self, merged: Tree, source: Located, over: Over | None) -> None:
        self.merged = merged
        self.source = source
        self.over = over or (lambda new, old: None)
        self.told: set[str] = set()
        """The ids of this layer's own entries of outlines."""
        self.keys = set(_keys(merged))
        """What any entry of a list is known by, and more: a key that is not here stands nowhere."""
        self.places = EntryPlaces(merged, entry_key)

    def refuse(self, location: Location, problem: str, remedy: str) -> SheetError:
        return SheetError(f"{self.source.at(location)}: {problem}", remedy)

    # --- records

    def into(self, base: Tree, tree: Tree, where: Location) -> None:
        """Merge the record `tree`, which stands at `where` in its file, into `base`."""
        for name, value in tree.items():
            there = (*where, name)
            if is_cleared(value):
                self.over(None, base.pop(name, None))
                self.places.moved()
            elif isinstance(value, dict):
                self.record(base, name, value, there)
            elif isinstance(value, list):
                self.series(base, name, value, there)
            else:
                self.over(value, base.get(name))
                base[name] = value

    def record(self, base: Tree, name: str, value: Tree, where: Location) -> None:
        old = base.get(name)
        fresh: Tree = old if isinstance(old, dict) else {}
        self.into(fresh, value, where)
        if fresh:
            base[name] = fresh

    # --- lists

    def series(self, base: Tree, name: str, entries: list[Any], where: Location) -> None:
        old = base.get(name)
        whole = bool(entries) and says(entries[0], "replace")
        if whole:
            self.over(None, old)
            entries, old = entries[1:], None
            base.pop(name, None)
            self.places.moved()
        if not entries:
            return
        by_key = (
            is_outline(where) or is_keyed(entries) and (not old or isinstance(old, list) and is_keyed(old))
        )
        standing: list[Any] = old if by_key and isinstance(old, list) else []
        if not by_key:
            self.over(None, old)
            self.places.moved()
        base[name] = standing
        for position, entry in enumerate(entries):
            there = (*where, position + whole)
            if by_key or says(entry, "drop") or isinstance(entry, dict) and _is_placed(entry, there):
                self.entry(standing, entry, there)
            else:  # an id that stands twice in one list is a mistake, which is told when the whole is read
                standing.append(self.copied(entry, there))
                self.places.appended(standing, entry_key(standing[-1]))
        if not standing:
            del base[name]

    def entry(self, entries: list[Any], entry: Any, where: Location) -> None:
        key = entry_key(entry)
        if not key or not isinstance(entry, dict):
            entries.append(self.copied(entry, where))
            if isinstance(entry, dict) and "items" in entry:
                self.places.moved()  # what stands under it was added before it had a place itself
            return
        holder, position = self.find(entries, key, where)
        if says(entry, "drop"):
            self.drop(holder, position, entry, where)
            return
        if isinstance(entry.get("id"), str) and is_outline(where[:-1]):
            if key in self.told:
                raise self.refuse(
                    where,
                    f"the id “{key}” is used twice in this file",
                    "An id names one thing in the sheet; change one of them.",
                )
            self.told.add(key)
        placed = _is_placed(entry, where)
        if position < 0:
            fresh: Tree = {}
            holder = entries
            entries.append(fresh)
            self.keys.add(key)
            self.places.appended(entries, key)
        else:
            fresh = holder[position]
        if placed:
            holder[:] = [other for other in holder if other is not fresh]
            self.places.moved()
            self.place(entries, fresh, entry, where)
            self.places.moved()
        fields = {name: value for name, value in entry.items() if name not in _directives_at(where)}
        self.into(fresh, fields, where)

    def copied(self, value: Any, where: Location) -> Any:
        """What stands in a list without ids: as it is, in containers of its own."""
        if isinstance(value, dict):
            fresh: Tree = {}
            self.into(fresh, value, where)
            self.keys.add(entry_key(fresh))
            return fresh
        if isinstance(value, list):
            return [self.copied(entry, (*where, position)) for position, entry in enumerate(value)]
        self.over(value, None)
        return value

    def find(self, entries: list[Any], key: str, where: Location) -> tuple[list[Any], int]:
        """The list in which the entry of that key stands, and its place; -1 where there is none."""
        if key not in self.keys:
            return entries, -1
        position = self.places.in_list(entries, key)
        elsewhere = self.places.in_outlines(key) if position < 0 and is_outline(where[:-1]) else None
        return elsewhere or (entries, position)

    def drop(self, holder: list[Any], position: int, entry: Tree, where: Location) -> None:
        if position < 0:
            raise self.refuse(
                where,
                f"drop: nothing inherited here has the id {_quoted(entry_key(entry))}",
                "Check the id, or take this entry out.",
            )
        if not isinstance(entry.get("why"), str):
            raise self.refuse(
                where,
                f"drop: {_quoted(entry_key(entry))} is dropped without a reason",
                "Write “why: …” beside it.",
            )
        self.over(None, holder.pop(position))
        self.places.moved()

    def place(self, entries: list[Any], fresh: Tree, entry: Tree, where: Location) -> None:
        if says(entry, "first"):
            entries.insert(0, fresh)
            return
        wanted = str(entry["after"])
        holder, position = self.find(entries, wanted, where)
        if position < 0:
            raise self.refuse(
                (*where, "after"),
                f"after: nothing here has the id “{wanted}”",
                "Name an entry of the same list.",
            )
        holder.insert(position + 1, fresh)


def _quoted(key: str) -> str:
    return key if key.startswith("“") else f"“{key}”"


def _directives_at(where: Location) -> tuple[str, ...]:
    """The names in an entry of a list that are no fields of it."""
    return ("drop", "why", "first") if where[0] == "sections" and len(where) == 2 else DIRECTIVES


def _is_placed(entry: Tree, where: Location) -> bool:
    return says(entry, "first") or "after" in _directives_at(where) and isinstance(entry.get("after"), str)


def _keys(value: Any) -> Iterator[str]:
    """The keys of all entries of lists in `value`, however deep."""
    if isinstance(value, dict):
        for below in value.values():
            yield from _keys(below)
    elif isinstance(value, list):
        for entry in value:
            yield entry_key(entry)
            yield from _keys(entry)
