"""What can be done with an entry besides answering it: it is duplicated, moved, removed."""

from __future__ import annotations

from drafter.facts.record import Record
from drafter.interview.asking import Prompt, Row
from drafter.interview.inheriting import file_of
from drafter.interview.labels import label
from drafter.interview.mentions import copied, without
from drafter.interview.sitting import Sitting
from drafter.interview.steps import Steps, menu
from drafter.tree.answers import Change
from drafter.tree.ids import ids_in

__all__ = ["duplicate", "move", "remove"]


def duplicate(sitting: Sitting, kind: type[Record], path: str, owner: str, key: str) -> str:
    """Add a copy of the entry at `path` after it, with ids of its own; gives its key."""
    raw = sitting.get(path)
    new = {own: sitting.unused_id(own) for own in ids_in(raw)}
    sitting.apply(Change(owner, "add", copied(kind, raw, new), key))
    keys = sitting.keeper.answers.keys(owner)
    return new.get(key) or keys[min(keys.index(key) + 1, len(keys) - 1)]


def move(sitting: Sitting, path: str, owner: str, key: str, way: str) -> str:
    """Move the entry at `path` one up or down among its neighbours; gives its key there."""
    keys = sitting.keeper.answers.keys(owner)
    position = keys.index(key)
    target = position + (-1 if way == "up" else 1)
    if not 0 <= target < len(keys):
        return key
    after = keys[target] if way == "down" else keys[target - 1] if target else ""
    sitting.apply(Change(path, "move", None, after))
    return sitting.keeper.answers.keys(owner)[target]


def remove(sitting: Sitting, path: str) -> Steps[None]:
    """Remove the entry at `path`; where other parts of the sheet name it, only after asking, and out of them
    too.
    """
    raw = sitting.get(path)
    further = without(sitting.keeper.answers.tree, path, set(ids_in(raw)))
    if further:
        named = ", ".join(change.path for change in further[:6])
        where = f"{len(further)} other {'place names' if len(further) == 1 else 'places name'} it: {named}"
        rows = [Row("keep", "Keep it"), Row("remove", "Remove it, and take it out of them")]
        chosen = yield from menu(Prompt("remove", sitting.place(path), notes=(where,)), rows, at="keep")
        if chosen.key != "remove":
            return
    file = file_of(sitting, path)
    sitting.apply(*further, Change(path, "remove"))
    sitting.say(
        f"Removed: {label(raw)}; z brings it back."
        + (f" From this matter only: {file} keeps it." if file else "")
    )
