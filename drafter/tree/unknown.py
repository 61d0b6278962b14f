"""What a sheet says is not known, where its model has room for values alone: in lists, choices, records and
counts.

`{unknown: note}` may stand wherever a value may. A field that can hold it keeps it (`Maybe`). Everywhere else
it is set aside before the sheet is validated, so that it is counted as nothing, equals nothing and supports
nothing; its note is kept by path, and a view prints it as a blank. `{none: reason}` there means what an
absent field means.
"""

from __future__ import annotations

from typing import Any, Mapping

from drafter.facts.question import NOTHING, Question
from drafter.facts.record import Record
from drafter.facts.values import Unknown, Without
from drafter.tree.paths import Location, join, path_of, walk
from drafter.tree.shape import is_list, is_prose, is_stated, named_by_id, records_at

__all__ = ["Notes", "assumed", "attach_notes", "notes_of", "split_unknowns"]

Notes = Mapping[str, tuple[str, ...]]
"""By path, what is not known there: several notes where several entries of one list are not known."""

_NO_MARKS = str.maketrans("[]", "()")


def split_unknowns(tree: dict[str, Any]) -> tuple[dict[str, Any], dict[str, tuple[str, ...]]]:
    """`tree` without the states that its model has no room for, and the notes of those that are unknown.
    `tree` stays as it is.
    """
    places: list[tuple[Location, Any]] = []
    _find(tree, (), places)
    out: dict[Location, Any] = {}
    notes: dict[str, tuple[str, ...]] = {}
    for where, state in places:
        there = _room(where, isinstance(state, Unknown))
        if there is None or any(there[: len(above)] == above for above in out):
            continue
        out[there] = None
        if isinstance(state, Unknown) and _is_words(there):
            out[there] = f"[[{state.note.translate(_NO_MARKS) or 'not known yet'}]]"
        elif isinstance(state, Unknown):
            path = path_of(tree, there[:-1] if isinstance(there[-1], int) else there)
            notes[path] = (*notes.get(path, ()), state.note)
    for there in sorted(out, key=_order, reverse=True):
        tree = _without(tree, there, [] if is_list(there) else out[there])
    return tree, notes


def attach_notes(sheet: Record, notes: Notes) -> None:
    """Keep what was set aside with the sheet, by path, and with each of its records, by field."""
    sheet._notes = notes
    holders = {path.rpartition(".")[0] for path in notes} - {""}
    for place in walk(sheet) if holders else ():
        if place.path in holders:
            own = len(place.path) + 1
            place.record._notes = {
                path[own:]: told for path, told in notes.items() if path.rpartition(".")[0] == place.path
            }


def notes_of(record: Record) -> Notes:
    """What was set aside of a record when its sheet was read, by field; of the sheet itself, everything, by
    path.
    """
    found: Notes = getattr(record, "_notes", {})
    return found


def assumed(sheet: Record) -> dict[str, str]:
    """By path, of each choice set aside as not known, what stands in its field, in words; without those
    where nothing does.
    """
    wanted: dict[str, list[str]] = {}
    for path in notes_of(sheet):
        holder, _, name = path.rpartition(".")
        wanted.setdefault(holder, []).append(name)
    found: dict[str, str] = {}
    for place in walk(sheet) if wanted else ():
        for name in wanted.pop(place.path, ()):
            if words := _choice_in_words(place.record.__dict__.get(name)):
                found[join(place.path, name)] = words
    return found


def _choice_in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.replace("-", " ") if isinstance(value, str) else ""


def _find(value: Any, where: Location, found: list[tuple[Location, Any]]) -> None:
    for name, entry in value.items() if isinstance(value, dict) else enumerate(value):
        kind = type(entry)
        if kind is dict or kind is list:
            _find(entry, (*where, name), found)
        elif kind is Unknown or kind is Without:
            found.append(((*where, name), entry))


def _room(where: Location, is_unknown: bool) -> Location | None:
    """What is taken out for a state at `where`: the field, the entry, or the record that is nothing without
    it; None where the model decides. An entry of a list goes only where something is not known of it, so that
    a finding tells of it.
    """
    name, holder = where[-1], where[:-1]
    if is_stated(where):
        return None
    if isinstance(name, int):
        return where if is_list(holder) else None
    question = _question(holder, name)
    if question is None or question.default is not NOTHING or is_list(where) or _is_words(where):
        return where if question is not None or _is_map(holder) else None
    above = _question(holder[:-1], holder[-1]) if holder and isinstance(holder[-1], str) else None
    spare = _is_spare(holder) and (is_unknown or holder[-2] == "further_sources")
    return holder if above is not None and above.default is None or spare else None


def _question(holder: Location, name: str | int) -> Question | None:
    for record in records_at(holder):
        for own, question in record.questions.items():
            if own.rstrip("_") == name:
                return question
    return None


def _is_words(where: Location) -> bool:
    """Whether prose stands at `where` that has to be there, as a heading has: a blank in it is words
    enough.
    """
    question = _question(where[:-1], where[-1])
    return question is not None and question.default is NOTHING and is_prose(where)


def _is_map(where: Location) -> bool:
    """Whether elements stand at `where`, each under its own name."""
    return where[-1:] == ("elements",)


def _is_spare(where: Location) -> bool:
    """Whether an entry of a list stands at `where` that can be left out, as one source beside another can:
    nothing names it by its id.
    """
    return isinstance(where[-1], int) and is_list(where[:-1]) and where[-2] not in named_by_id()


def _order(where: Location) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in where)


def _without(tree: Any, where: Location, instead: Any) -> Any:
    """A copy of `tree` as far as it changes, with `instead` at `where`, or nothing where that is None."""
    copy: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    if len(where) > 1:
        copy[where[0]] = _without(copy[where[0]], where[1:], instead)
    elif instead is not None:
        copy[where[0]] = instead
    else:
        del copy[where[0]]
    return copy
