"""What the rows of a spreadsheet change in a fact sheet. Pure: a tree and the rows in, changes and reports
out.

A blank never erases. What the sheet already says stays unless the person asked for the row's version, and is
told either way.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Container, Iterator, Literal, NamedTuple

from drafter.errors import SheetError
from drafter.facts.compiled import core
from drafter.facts.values import ID_PATTERN, Unknown, Without
from drafter.intake.protected import is_initials
from drafter.intake.rows import Entry, Problem, must_be_initials, settled_plaintiff
from drafter.tree.answers import Change, same

__all__ = ["Difference", "Outcome", "classes_of", "plan", "slug"]

LISTS_OF_RECORDS = ("purchases", "trades")


class Difference(NamedTuple):
    """A field in which sheet and row differ; `taken` if the row's value replaces the sheet's."""

    path: str
    old: Any
    new: Any
    taken: bool


class Outcome(NamedTuple):
    """What becomes of one row.

    verdict      added, changed, unchanged or refused
    filled       fields the sheet did not have, or as unknown, with what the row gives
    differences  fields the sheet has otherwise
    changes      to be recorded in this order; none for a row that is refused
    """

    row: int
    id: str
    """ "" for a row that is refused: an id made from its name could tell a minor's."""
    verdict: Literal["added", "changed", "unchanged", "refused"]
    filled: list[tuple[str, Any]]
    differences: list[Difference]
    changes: list[Change]
    problems: list[Problem]
    blanks: int = 0


class _There(NamedTuple):
    """The plaintiffs of the sheet: by id, and the ids of each name as it is compared; and every id that is
    taken.
    """

    by_id: dict[str, dict[str, Any]]
    by_name: dict[str, list[str]]
    taken: set[str]


def classes_of(tree: dict[str, Any]) -> dict[str, str]:
    """The id of each class in the tree, by its id and by its name, in small letters."""
    named: dict[str, str] = {}
    for entry in _records(tree, "classes"):
        own = str(entry.get("id", ""))
        named |= {
            str(word).lower(): own for word in (own, entry.get("name")) if own and isinstance(word, str)
        }
    return named


def plan(tree: dict[str, Any], entries: list[Entry], update: bool) -> list[Outcome]:
    """What each row changes in the sheet that `tree` is; with `update`, rows replace what the sheet says
    otherwise. Raises SheetError.
    """
    if not isinstance(tree.get("plaintiffs", []), (list, Unknown, Without)):
        raise SheetError(
            "plaintiffs: a list is expected in the sheet", "Mend the sheet first: drafter check says where."
        )
    there = _there(tree)
    keyed = [_identified(entry, there) for entry in entries]
    owners: dict[str, list[int]] = {}
    for entry, own, _ in keyed:
        if own:
            owners.setdefault(own, []).append(entry.row)
    outcomes = []
    for entry, own, problems in keyed:
        others = [str(row) for row in owners.get(own, []) if row != entry.row]
        problems = [*entry.problems, *problems, *([_shared(own, entry, others)] if others else [])]
        outcomes.append(_outcome(entry, own, problems, there, update))
    return outcomes


def _there(tree: dict[str, Any]) -> _There:
    by_id = {str(entry["id"]): entry for entry in _records(tree, "plaintiffs") if entry.get("id")}
    by_name: dict[str, list[str]] = {}
    for own, entry in by_id.items():
        if isinstance(entry.get("name"), str):
            by_name.setdefault(_key(entry["name"]), []).append(own)
    return _There(by_id, by_name, set(_ids(tree)))


def _outcome(entry: Entry, own: str, problems: list[Problem], there: _There, update: bool) -> Outcome:
    held = there.by_id.get(own)
    if held is not None:
        problems += _against(held, entry, update)
    if problems:
        return Outcome(entry.row, "", "refused", [], [], [], problems, entry.blanks)
    raw = {name: value for name, value in entry.raw.items() if name != "id"}
    if held is None:
        filled = list(_leaves(raw))
        return Outcome(
            entry.row,
            own,
            "added",
            filled,
            [],
            [Change("plaintiffs", "add", {"id": own, **raw})],
            [],
            entry.blanks,
        )
    merging = _Merging(held, update)
    merging.record(raw, merging.settled, held, f"plaintiffs.{own}")
    if merging.problems:
        return Outcome(entry.row, "", "refused", [], [], [], merging.problems, entry.blanks)
    verdict: Literal["changed", "unchanged"] = "changed" if merging.changes else "unchanged"
    return Outcome(
        entry.row, own, verdict, merging.filled, merging.differences, merging.changes, [], entry.blanks
    )


# --- which plaintiff a row is
# ----------------------------------------------------------------------------------------------------------


def _identified(entry: Entry, there: _There) -> tuple[Entry, str, list[Problem]]:
    """The id of the row's plaintiff, of the sheet or new; "" with the problems where it cannot be told."""
    own = str(entry.raw.get("id", ""))
    alike = there.by_name.get(_key(entry.name), []) if entry.name else []
    if own in there.by_id or entry.problems:
        return entry, own or (alike[0] if len(alike) == 1 else slug(entry.name) if entry.name else ""), []
    if not entry.name:
        what = "there is no name: write it, or the id of a plaintiff whom the sheet has"
        return entry, own, [Problem(entry.headings.get("name", ""), "", what)]
    if own:
        return entry, own, _new_id_problems(entry, own, alike, there.taken)
    own, what = _id_by_name(entry, alike, there)
    return entry, own, [Problem(entry.headings.get("name", ""), entry.name, what)] if what else []


def _id_by_name(entry: Entry, alike: list[str], there: _There) -> tuple[str, str]:
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
    made = slug(entry.name)
    if made not in there.by_id:
        return _free(made, there.taken), ""
    if isinstance(there.by_id[made].get("name"), str):
        return (
            "",
            (
                f"would have the id {made}, which the sheet gives to another name: give the row an id, in a"
                " column “id”"
            ),
        )
    return made, ""


def _new_id_problems(entry: Entry, own: str, alike: list[str], taken: Container[str]) -> list[Problem]:
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


def _shared(own: str, entry: Entry, rows: list[str]) -> Problem:
    where = f"also in row {' and '.join(rows)}"
    heading = entry.headings.get("id") or entry.headings.get("name", "")
    value = own if entry.raw.get("id") else entry.name
    what = (
        f"stands for two plaintiffs, or for one twice ({where}): put one in one row, or give each an id, in a"
        " column “id”"
    )
    return Problem(heading, "" if entry.problems else value, what)


def _against(held: dict[str, Any], entry: Entry, update: bool) -> Iterator[Problem]:
    """What the row may not do to the plaintiff whom the sheet has: tell who a pseudonym or a minor is."""
    kind = entry.raw.get("kind") or held.get("kind")
    name, there = entry.raw.get("name"), held.get("name")
    if held.get("kind") == "pseudonym" and name and isinstance(there, str) and _key(there) != _key(str(name)):
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


def _key(name: str) -> str:
    """A name as it is compared: small letters without accents, points or doubled spaces."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(
        re.sub(
            r"[^\w\s]|_", "", "".join(letter for letter in plain if not unicodedata.combining(letter))
        ).split()
    )


def slug(name: str) -> str:
    """An id made from a name: its words in small letters; `plaintiff` where it has none in our alphabet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[.'’]", "", plain)).strip("-0123456789")
    made = words[:36].strip("-")
    return made if ID_PATTERN.match(made) else "plaintiff"


def _free(own: str, taken: Any) -> str:
    made, number = own, 2
    while made in taken:
        made, number = f"{own}-{number}", number + 1
    return made


def _ids(value: Any, name: str = "") -> Iterator[str]:
    """Every id of the sheet but the court's, which is not one of the sheet's own."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str) and name != "court":
            yield value["id"]
        for key, entry in value.items():
            yield from _ids(entry, key)
    elif isinstance(value, list):
        for entry in value:
            yield from _ids(entry, name)


def _records(tree: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = tree.get(name)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


# --- what it changes
# ------------------------------------------------------------------------------------------------------------


class _Merging:
    """What one row does to one plaintiff of the sheet."""

    def __init__(self, held: dict[str, Any], update: bool) -> None:
        self.update = update
        self.filled: list[tuple[str, Any]] = []
        self.differences: list[Difference] = []
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        try:
            self.settled: dict[str, Any] = settled_plaintiff(
                {name: value for name, value in held.items() if name != "id"}
            )
        except core().ValidationError:
            self.settled = held

    def record(self, new: dict[str, Any], old: dict[str, Any], written: dict[str, Any], path: str) -> None:
        """Merge `new` into the record at `path`: `old` as the model reads it, `written` as it stands in the
        sheet.
        """
        for name, value in new.items():
            self._field(value, old.get(name), written.get(name), f"{path}.{name}")

    def _field(self, new: Any, old: Any, written: Any, path: str) -> None:
        if isinstance(new, dict) and isinstance(old, dict):
            self.record(new, old, written, path)
        elif (
            isinstance(new, dict) and old is not None
        ):  # {unknown: …} or {none: …} stands for the whole record
            for below, value in _leaves(new):
                self._value(value, old, written, f"{path}.{below}")
        elif isinstance(new, dict):
            self.record(new, {}, {}, path)
        elif isinstance(new, list) and isinstance(old, list):
            self._list(new, old, written, path)
        else:
            self._value(new, old, written, path)

    def _value(self, new: Any, old: Any, written: Any, path: str) -> None:
        if old is None or old == [] or isinstance(old, Unknown):
            self.filled.append((path, new))
            self.changes.append(Change(path, "set", new))
        elif not same(new, old):
            self.differences.append(Difference(path, written, new, self.update))
            self.changes += [Change(path, "set", new)] if self.update else []

    def _list(self, new: list[Any], old: list[Any], written: list[Any], path: str) -> None:
        if path.rpartition(".")[2] in LISTS_OF_RECORDS:
            return self._records(new, old, written, path)
        more = [entry for entry in new if entry not in old]
        if more:
            self.filled.append((path, more))
            self.changes.append(Change(path, "set", [*written, *more]))

    def _records(self, new: list[Any], old: list[Any], written: list[Any], path: str) -> None:
        """Purchases have no ids: one of the sheet is the row's if the product is, and the date does not tell
        them apart.
        """
        left = list(range(len(old)))
        for entry in new:
            alike = [place for place in left if _may_be(entry, old[place], "product")]
            dated = [
                place for place in alike if "date" in entry and same(entry["date"], old[place].get("date"))
            ]
            dated = dated or [place for place in alike if _may_be(entry, old[place], "date")] or alike
            if len(dated) > 1:
                what = (
                    "the sheet has several purchases that the row’s may be: mend them there, with drafter"
                    " edit"
                )
                self.problems.append(Problem("", "", what))
            elif dated:
                left.remove(dated[0])
                self.record(entry, old[dated[0]], written[dated[0]], f"{path}.{dated[0] + 1}")
            else:
                self.filled.append((path, entry))
                self.changes.append(Change(path, "add", entry))


def _may_be(new: dict[str, Any], old: dict[str, Any], name: str) -> bool:
    """Whether two records agree in a field, as far as both have it."""
    one, other = new.get(name), old.get(name)
    if not (isinstance(one, str) and isinstance(other, str)):
        return True
    return _key(one) == _key(other) if name == "product" else one == other


def _leaves(value: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for name, entry in value.items():
        if isinstance(entry, dict):
            yield from _leaves(entry, f"{path}{name}.")
        else:
            yield f"{path}{name}", entry
