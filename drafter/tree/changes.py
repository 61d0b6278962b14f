"""What changed between two states of a sheet, in the words of a lawyer: what was added, removed, reworded or
moved.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple

from drafter.facts.values import Unknown, Without
from drafter.tree.answers import same
from drafter.tree.differences import differences
from drafter.tree.merge import entry_key
from drafter.tree.paths import locate, value_at
from drafter.wording import shortened

__all__ = ["Changed", "GROUPS", "changed", "value_in_a_line"]

GROUPS: dict[str, tuple[str, ...]] = {
    "Court": ("court", "posture", "related_cases", "style", "legend", "matter"),
    "Parties": (
        "plaintiffs",
        "plaintiff_groups",
        "defendants",
        "defendant_groups",
        "non_parties",
        "agency",
        "counsel",
    ),
    "Facts": (
        "allegations",
        "sections",
        "nature",
        "injury",
        "agreements",
        "statements",
        "omissions",
        "exhibits",
        "terms",
        "epigraph",
    ),
    "Classes": ("classes",),
    "Claims": ("claims", "notices", "tolling"),
    "Relief": ("relief", "jury_demand"),
    "Jurisdiction and venue": ("jurisdiction", "venue"),
    "Signature": ("dated", "filing_package"),
    "For the file": (),
}
"""The headings of the report in order, and the fields under each; the last has all others."""
_LISTS = (
    "plaintiffs",
    "defendants",
    "plaintiff_groups",
    "defendant_groups",
    "non_parties",
    "counsel",
    "sections",
    "agreements",
    "statements",
    "omissions",
    "exhibits",
    "terms",
    "classes",
    "claims",
    "notices",
    "tolling",
    "related_cases",
)
LONGEST = 110
AROUND = 5
"""Words shown on either side of those that differ."""


class Changed(NamedTuple):
    """An entry of the sheet that changed.

    group   the heading it belongs under
    path    of the entry
    act     added, removed, changed or moved
    name    what it is called
    fields  for `changed`: each field with what it said and says ("" for nothing)
    """

    group: str
    path: str
    act: str
    name: str
    fields: tuple[tuple[str, str, str], ...] = ()


def changed(old: dict[str, Any], new: dict[str, Any]) -> list[Changed]:
    """Every entry that differs between two raw trees, under the headings in order; within one, in the order
    of the sheet.
    """
    found = list(_outlines(old, new))
    fields: dict[str, list[str]] = {}
    for path in differences(_without_outlines(old), _without_outlines(new)):
        fields.setdefault(_entry_of(path), []).append(path)
    found += [change for entry, paths in fields.items() for change in _of_entry(entry, paths, old, new)]
    order = list(GROUPS)
    return sorted(found, key=lambda change: order.index(change.group))


def _without_outlines(tree: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in tree.items() if name != "allegations"}
    if isinstance(rest.get("sections"), list):
        rest["sections"] = [
            {name: value for name, value in section.items() if name != "items"}
            for section in rest["sections"]
            if isinstance(section, dict)
        ]
    return rest


# --- outlines
# ------------------------------------------------------------------------------------------------------------


class _Entry(NamedTuple):
    """A heading or an allegation: its fields, the heading it stands under, and what that is called."""

    fields: dict[str, Any]
    under: str
    called: str


def _outlines(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Changed]:
    before, after = _flat(old), _flat(new)
    for key, entry in before.items():
        if key not in after:
            yield Changed("Facts", f"allegations.{key}", "removed", _name(key, entry.fields))
    for key, entry in after.items():
        if key not in before:
            yield Changed("Facts", f"allegations.{key}", "added", _name(key, entry.fields))
            continue
        was = before[key]
        told = [
            (name, *_pair(was.fields.get(name), entry.fields.get(name)))
            for name in {**was.fields, **entry.fields}
            if not same(was.fields.get(name), entry.fields.get(name))
        ]
        if was.under != entry.under and (was.under in after or entry.under in before):
            yield Changed(
                "Facts",
                f"allegations.{key}",
                "moved",
                _name(key, entry.fields),
                (("under", was.called, entry.called), *told),
            )
        elif told:
            yield Changed("Facts", f"allegations.{key}", "changed", _name(key, entry.fields), tuple(told))
    yield from _orders(before, after)


def _orders(before: dict[str, _Entry], after: dict[str, _Entry]) -> Iterator[Changed]:
    for under in dict.fromkeys(entry.under for entry in after.values()):
        orders = [
            [
                key
                for key, entry in one.items()
                if entry.under == under and key in other and other[key].under == under
            ]
            for one, other in ((before, after), (after, before))
        ]
        if orders[0] != orders[1]:
            yield Changed(
                "Facts",
                "allegations",
                "moved",
                under or "allegations",
                (("order", ", ".join(orders[0]), ", ".join(orders[1])),),
            )


def _flat(tree: dict[str, Any]) -> dict[str, _Entry]:
    """Every heading and allegation of the outlines by its key, in order."""
    found: dict[str, _Entry] = {}

    def gather(entries: Any, under: str, called: str) -> None:
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                key = entry_key(entry)
                while key in found:
                    key += "’"
                found[key] = _Entry(
                    {name: value for name, value in entry.items() if name != "items"}, under, called
                )
                gather(entry.get("items"), key, _name(key, entry))

    gather(tree.get("allegations"), "", "the facts")
    for section in tree.get("sections") or ():
        if isinstance(section, dict):
            gather(section.get("items"), f"sections.{section.get('id')}", _name("", section))
    return found


def _pair(before: Any, after: Any) -> tuple[str, str]:
    """What two values say, of long texts only where they differ."""
    if not (isinstance(before, str) and isinstance(after, str)):
        return value_in_a_line(before), value_in_a_line(after)
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    if len(" ".join(words)) <= LONGEST // 2:
        return " ".join(words)
    first, last = max(0, start - AROUND), min(len(words), len(words) - end + AROUND)
    return value_in_a_line(
        ("… " if first else "") + " ".join(words[first:last]) + (" …" if last < len(words) else ""),
        2 * LONGEST,
    )


# --- everything else
# ------------------------------------------------------------------------------------------------------------


def _entry_of(path: str) -> str:
    parts = path.split(".")
    return ".".join(parts[:2]) if parts[0] in _LISTS else parts[0]


def _group_of(path: str) -> str:
    top = path.partition(".")[0]
    return next((group for group, names in GROUPS.items() if top in names), "For the file")


def _of_entry(entry: str, paths: list[str], old: dict[str, Any], new: dict[str, Any]) -> Iterator[Changed]:
    group = _group_of(entry)
    before, after = _at(old, entry), _at(new, entry)
    if "." not in entry and entry in _LISTS and not (before and after):  # the first or the last of its kind
        yield from _members(group, entry, "removed", before)
        yield from _members(group, entry, "added", after)
        return
    if before is None or after is None:
        yield Changed(
            group,
            entry,
            "removed" if after is None else "added",
            _name(entry, before if after is None else after),
        )
        return
    if "." not in entry and entry in _LISTS:
        yield Changed(group, entry, "moved", entry)
        return
    told = tuple(_field(entry, path, old, new) for path in paths)
    yield Changed(group, entry, "changed", _name(entry, after), told)


def _members(group: str, entry: str, act: str, held: Any) -> Iterator[Changed]:
    for item in held if isinstance(held, list) else ():
        if isinstance(item, dict):
            path = f"{entry}.{item.get('id', '')}".rstrip(".")
            yield Changed(group, path, act, _name(path, item))


def _at(tree: dict[str, Any], path: str) -> Any:
    location = locate(tree, path)
    return None if location is None else value_at(tree, location)


def _name(path: str, value: Any) -> str:
    if isinstance(value, dict):
        for name in ("short", "name", "firm", "title", "gist", "heading", "term", "text", "caption"):
            if isinstance(value.get(name), str):
                return value_in_a_line(value[name], 80)
    return path.rpartition(".")[2].replace("_", " ")


def _field(entry: str, path: str, old: dict[str, Any], new: dict[str, Any]) -> tuple[str, str, str]:
    before, after = _at(old, path), _at(new, path)
    name = path[len(entry) + 1 :] or entry.rpartition(".")[2]
    if (
        isinstance(before, list)
        and isinstance(after, list)
        and all(isinstance(each, str) for each in [*before, *after])
    ):
        gone = [each for each in before if each not in after]
        come = [each for each in after if each not in before]
        if gone or come:
            return (
                name,
                "; ".join(value_in_a_line(each) for each in gone),
                "; ".join(value_in_a_line(each) for each in come),
            )
    return (name, "another order", "this order") if same(before, after) else (name, *_pair(before, after))


def value_in_a_line(value: Any, longest: int = LONGEST) -> str:
    """A raw value in a line; "" for none."""
    if value is None:
        return ""
    if isinstance(value, Unknown):
        return "not known" + (f" ({value.note})" if value.note else "")
    if isinstance(value, Without):
        return "none" + (f" ({value.reason})" if value.reason else "")
    if isinstance(value, dict):
        words = ", ".join(f"{name}: {value_in_a_line(entry, 40)}" for name, entry in value.items())
    elif isinstance(value, list):
        words = "; ".join(value_in_a_line(entry, 60) for entry in value)
    else:
        words = str(value)
    return shortened(words, longest)
