"""The overlay that turns what a sheet inherits into what it is to hold: each field that differs, and nothing
else.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from drafter.errors import SheetError
from drafter.tree.answers import same
from drafter.tree.merge import DIRECTIVES, Layer, entry_key, is_keyed, is_outline, merge, says
from drafter.tree.outline import outline_entries, outlines
from drafter.tree.paths import Location

__all__ = ["NOT_HERE", "overlay"]

NOT_HERE = "Not in this matter."
"""The reason of an entry that was taken out in the interview, where none was given."""
_CLEAR = {"clear": "true"}
Tree = dict[str, Any]


def overlay(base: Tree, wanted: Tree, own: Tree | None = None, again: bool = True) -> Tree:
    """The layer that, merged over `base`, gives `wanted`. What `own`, the sheet's layer until now, says again
    although it is inherited stays
    (unless `again` is False), and so do its reasons. An outline that cannot be told by its differences is
    written whole, in place of the inherited one. Raises SheetError.
    """
    known, own = (
        {entry_key(entry) for _, outline in outlines(base) for _, entry in outline_entries(outline)},
        own or {},
    )
    stays = {
        name: value
        for name, value in own.items()
        if again and comes_to(_only(base, name), {name: value}, _only(wanted, name))
    }
    where_they_stand = {
        **stays,
        **(_Overlay(known, again, False).outline_as_it_stands(base, wanted, own) if again else {}),
    }
    for whole_outlines, staying in ((False, where_they_stand), (False, stays), (False, {}), (True, {})):
        told = _Overlay(known, again, whole_outlines).record(base, wanted, own, ())
        layer = {
            name: staying[name] if name in staying else told[name]
            for name in [*own, *(name for name in told if name not in own)]
            if name in staying or name in told
        }
        if comes_to(base, layer, wanted):
            return layer
    raise SheetError(
        "These answers cannot be written over what the sheet includes",
        "Take the last one back, or put the included facts into the sheet.",
    )


class _Nowhere(NamedTuple):
    """Of a tree that was read in no file."""

    name: str = ""
    text: str = ""
    sha256: str = ""

    def at(self, location: Location) -> str:
        return ""


def comes_to(base: Tree, layer: Tree, wanted: Tree) -> bool:
    """Whether `layer` over `base` gives `wanted`."""
    nowhere = _Nowhere()
    try:
        return same(merge([Layer(nowhere, base), Layer(nowhere, layer)]), merge([Layer(nowhere, wanted)]))
    except SheetError:
        return False


def _only(tree: Tree, name: str) -> Tree:
    return {name: tree[name]} if name in tree else {}


class _Overlay:
    def __init__(self, known: set[str], again: bool, whole_outlines: bool) -> None:
        self.known = known
        self.again = again
        self.whole_outlines = whole_outlines

    def record(self, base: Tree, wanted: Tree, own: Tree, where: Location) -> Tree:
        layer: Tree = {}
        for name in [*own, *(name for name in wanted if name not in own)]:
            if name not in wanted:
                continue
            value = self.value(base.get(name), wanted[name], own.get(name), (*where, name))
            if value is not None:
                layer[name] = value
        return layer | {name: _CLEAR for name in base if name not in wanted}

    def value(self, base: Any, wanted: Any, own: Any, where: Location) -> Any:
        """What the layer says in place of `base`; None for nothing."""
        if isinstance(base, dict) and isinstance(wanted, dict):
            return self.record(base, wanted, own if isinstance(own, dict) else {}, where) or None
        if isinstance(base, list) and isinstance(wanted, list) and wanted:
            return self.series(base, wanted, own if isinstance(own, list) else [], where)
        if same(base, wanted):
            return own if self.again and own is not None and same(own, wanted) else None
        return wanted

    def series(self, base: list[Any], wanted: list[Any], own: list[Any], where: Location) -> Any:
        if is_outline(where) and (self.whole_outlines or not (is_keyed(base) and is_keyed(wanted))):
            return None if same(base, wanted) else [{"replace": "true", "why": NOT_HERE}, *wanted]
        if not (is_keyed(base) and is_keyed(wanted)):
            return wanted if not same(base, wanted) else own if self.again and same(own, wanted) else None
        return self.entries(base, wanted, own, where) or None

    def entries(self, base: list[Any], wanted: list[Any], own: list[Any], where: Location) -> list[Any]:
        """The entries of a layer over a list with ids: what is changed, new or elsewhere, in the order
        wanted; then what is dropped.
        """
        there = {entry_key(entry): entry for entry in base}
        said = {entry_key(entry): entry for entry in own if entry_key(entry)}
        wanted_keys = [entry_key(entry) for entry in wanted]
        stands = [key for key in there if key in wanted_keys]
        layer: list[Any] = []
        for position, (key, entry) in enumerate(zip(wanted_keys, wanted, strict=True)):
            placing: Tree = {}
            if position >= len(stands) or stands[position] != key:
                inherited = key in there or is_outline(where) and key in self.known
                if position < len(stands) or inherited:
                    placing = {"after": wanted_keys[position - 1]} if position else {"first": "true"}
                stands = [other for other in stands if other != key]
                stands.insert(position, key)
            told = self.entry(there.get(key, {}), entry, said.get(key, {}), (*where, position))
            if told or placing or not (key in there or is_outline(where) and key in self.known):
                layer.append({**_name_of(entry), **placing, **told})
        if not any(
            "after" in entry or "first" in entry for entry in layer
        ):  # the order says nothing then of what is inherited: as it is in the file
            ordered = sorted(
                layer,
                key=lambda entry: (
                    list(said).index(entry_key(entry)) if entry_key(entry) in said else len(said)
                ),
            )
            new, still = (
                [entry for entry in entries if entry_key(entry) not in there] for entries in (layer, ordered)
            )
            layer = ordered if same(new, still) else layer
        dropped = [
            {**_name_of(entry), "drop": "true", "why": _reason(said.get(key))}
            for key, entry in there.items()
            if key not in wanted_keys
        ]
        return [*layer, *dropped]

    def outline_as_it_stands(self, base: Tree, wanted: Tree, own: Tree) -> Tree:
        """The sheet's own allegations with the fields that are wanted, each where it stands in the file and
        with its directives; none where it has none.
        """
        there, then = (
            {entry_key(entry): entry for _, entry in outline_entries(tree.get("allegations"))}
            for tree in (base, wanted)
        )

        def edited(entry: Any) -> Any:
            key = entry_key(entry) if isinstance(entry, dict) else ""
            if not key or key not in then:
                return entry
            said = {name: value for name, value in entry.items() if name in DIRECTIVES}
            told = self.entry(
                _without_items(there.get(key, {})),
                _without_items(then[key]),
                _without_items(entry),
                ("allegations", 0),
            )
            items = {"items": left(entry["items"])} if isinstance(entry.get("items"), list) else {}
            return {**_name_of(entry), **said, **told, **items}

        def left(entries: list[Any]) -> list[Any]:
            """The entries but those that say nothing any more of what is inherited."""
            return [
                each
                for each in map(edited, entries)
                if not (isinstance(each, dict) and len(each) == 1 and entry_key(each) in there)
            ]

        outline = own.get("allegations")
        return {"allegations": left(outline)} if isinstance(outline, list) else {}

    def entry(self, base: Tree, wanted: Tree, own: Tree, where: Location) -> Tree:
        names = _name_of(wanted)
        fields = {name: value for name, value in own.items() if name not in DIRECTIVES}
        told = self.record(base, wanted, fields, where)
        return {name: value for name, value in told.items() if name not in names}


def _without_items(entry: Tree) -> Tree:
    return {name: value for name, value in entry.items() if name != "items"}


def _name_of(entry: Tree) -> Tree:
    """The field that an entry is known by."""
    name = "id" if isinstance(entry.get("id"), str) else "heading"
    return {name: entry[name]}


def _reason(said: Any) -> str:
    return str(said["why"]) if said and says(said, "drop") and isinstance(said.get("why"), str) else NOT_HERE
