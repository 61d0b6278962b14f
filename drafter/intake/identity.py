"""Which plaintiff of the sheet a row is: by its id, or by its name; and the id of a new one."""

from __future__ import annotations

import re
from typing import Any, Container, Iterator, NamedTuple

from drafter.intake.protected import is_initials
from drafter.intake.rows import Problem, ReadRow, must_be_initials
from drafter.wording import folded, free_id, slug

__all__ = ["There", "against", "identified", "name_key", "records_of", "shared_id", "there_in"]


class There(NamedTuple):
    """The plaintiffs of the sheet: by id, and the ids of each name as it is compared; and every id that is
    taken.
    """

    by_id: dict[str, dict[str, Any]]
    by_name: dict[str, list[str]]
    taken: set[str]


def there_in(tree: dict[str, Any]) -> There:
    by_id = {str(entry["id"]): entry for entry in records_of(tree, "plaintiffs") if entry.get("id")}
    by_name: dict[str, list[str]] = {}
    for own, entry in by_id.items():
        if isinstance(entry.get("name"), str):
            by_name.setdefault(name_key(entry["name"]), []).append(own)
    return There(by_id, by_name, set(ids_in(tree)))


def identified(entry: ReadRow, there: There) -> tuple[ReadRow, str, list[Problem]]:
    """The id of the row's plaintiff, of the sheet or new; "" with the problems where it cannot be told."""
    own = str(entry.raw.get("id", ""))
    alike = there.by_name.get(name_key(entry.name), []) if entry.name else []
    if own in there.by_id or entry.problems:
        return (
            entry,
            own or (alike[0] if len(alike) == 1 else slug(entry.name, "plaintiff") if entry.name else ""),
            [],
        )
    if not entry.name:
        what = "there is no name: write it, or the id of a plaintiff whom the sheet has"
        return entry, own, [Problem(entry.headings.get("name", ""), "", what)]
    if own:
        return entry, own, _new_id_problems(entry, own, alike, there.taken)
    own, what = _id_by_name(entry, alike, there)
    return entry, own, [Problem(entry.headings.get("name", ""), entry.name, what)] if what else []


def _id_by_name(entry: ReadRow, alike: list[str], there: There) -> tuple[str, str]:
    """The id of the plaintiff of the row's name, of the sheet or new; or "" and why it cannot be told."""
    if len(alike) > 1:
        return (
            "",
            (
                f"the sheet has several plaintiffs of this name ({', '.join(alike)}): give the row an id, in"
                " a column “id”"
            ),
        )
    if alike and "minor" in (entry.raw.get("kind"), there.by_id[alike[0]].get("kind")):
        return (
            "",
            (
                f"does not tell one minor from another, and the sheet has {alike[0]}: write that id, or a new"
                " one, in a column “id”"
            ),
        )
    if alike:
        return alike[0], ""
    made = slug(entry.name, "plaintiff")
    if made not in there.by_id:
        return free_id(made, there.taken), ""
    if isinstance(there.by_id[made].get("name"), str):
        return (
            "",
            (
                f"would have the id {made}, which the sheet gives to another name: give the row an id, in a"
                " column “id”"
            ),
        )
    return made, ""


def _new_id_problems(entry: ReadRow, own: str, alike: list[str], taken: Container[str]) -> list[Problem]:
    heading = entry.headings.get("id", "")
    if own in taken:
        return [Problem(heading, own, "is the id of something else in the sheet: choose another")]
    if alike:
        what = (
            f"is new, and the sheet has this name already as {alike[0]}: write that id; a namesake is added"
            " with drafter edit"
        )
        return [Problem(heading, own, what)]
    return []


def shared_id(own: str, entry: ReadRow, rows: list[str]) -> Problem:
    where = f"also in row {' and '.join(rows)}"
    heading = entry.headings.get("id") or entry.headings.get("name", "")
    value = own if entry.raw.get("id") else entry.name
    what = (
        f"stands for two plaintiffs, or for one twice ({where}): put one in one row, or give each an id, in a"
        " column “id”"
    )
    return Problem(heading, "" if entry.problems else value, what)


def against(held: dict[str, Any], entry: ReadRow, update: bool) -> Iterator[Problem]:
    """What the row may not do to the plaintiff whom the sheet has: tell who a pseudonym or a minor is."""
    kind = entry.raw.get("kind") or held.get("kind")
    name, there = entry.raw.get("name"), held.get("name")
    if (
        held.get("kind") == "pseudonym"
        and name
        and isinstance(there, str)
        and name_key(there) != name_key(str(name))
    ):
        what = "the sheet has this plaintiff under a pseudonym: write that, or leave the name blank"
        yield Problem(entry.headings.get("name", ""), "", what)
    if "minor" not in (kind, held.get("kind")) or entry.problems:
        return
    yield from must_be_initials(entry.raw, entry.headings)
    if isinstance(there, str) and not is_initials(there) and not (update and name):
        what = (
            f"the sheet names this minor ({held['id']}) in full: write the initials there, or in the row and"
            " import it with --update"
        )
        yield Problem(entry.headings.get("name", ""), "", what)


def name_key(name: str) -> str:
    """A name as it is compared: small letters without accents, points or doubled spaces."""
    return " ".join(re.sub(r"[^\w\s]|_", "", folded(name)).split())


def ids_in(value: Any, name: str = "") -> Iterator[str]:
    """Every id of the sheet but the court's, which is not one of the sheet's own."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str) and name != "court":
            yield value["id"]
        for key, entry in value.items():
            yield from ids_in(entry, key)
    elif isinstance(value, list):
        for entry in value:
            yield from ids_in(entry, name)


def records_of(tree: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = tree.get(name)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
