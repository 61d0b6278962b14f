"""What the rows of a spreadsheet change in a fact sheet. Pure: a tree and the rows in, changes and reports
out.

A blank never erases. What the sheet already says stays unless the person asked for the row's version, and is
told either way.
"""

from __future__ import annotations

from typing import Any, Iterator, Literal, NamedTuple

from drafter.errors import SheetError
from drafter.facts.compiled import core
from drafter.facts.values import Unknown, Without
from drafter.intake.as_written import plaintiff_as_written
from drafter.intake.identity import There, against, identified, name_key, records_of, shared_id, there_in
from drafter.intake.rows import Problem, ReadRow
from drafter.tree.answers import Change, same

__all__ = ["FieldDifference", "RowOutcome", "classes_of", "plan"]

LISTS_OF_RECORDS = ("purchases", "trades")


class FieldDifference(NamedTuple):
    """A field in which sheet and row differ; `taken` if the row's value replaces the sheet's."""

    path: str
    old: Any
    new: Any
    taken: bool


class RowOutcome(NamedTuple):
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
    differences: list[FieldDifference]
    changes: list[Change]
    problems: list[Problem]
    blanks: int = 0


def classes_of(tree: dict[str, Any]) -> dict[str, str]:
    """The id of each class in the tree, by its id and by its name, in small letters."""
    named: dict[str, str] = {}
    for entry in records_of(tree, "classes"):
        own = str(entry.get("id", ""))
        named |= {
            str(word).lower(): own for word in (own, entry.get("name")) if own and isinstance(word, str)
        }
    return named


def plan(tree: dict[str, Any], entries: list[ReadRow], update: bool) -> list[RowOutcome]:
    """What each row changes in the sheet that `tree` is; with `update`, rows replace what the sheet says
    otherwise. Raises SheetError.
    """
    if not isinstance(tree.get("plaintiffs", []), (list, Unknown, Without)):
        raise SheetError(
            "plaintiffs: a list is expected in the sheet", "Mend the sheet first: drafter check says where."
        )
    there = there_in(tree)
    keyed = [identified(entry, there) for entry in entries]
    owners: dict[str, list[int]] = {}
    for entry, own, _ in keyed:
        if own:
            owners.setdefault(own, []).append(entry.row)
    outcomes = []
    for entry, own, problems in keyed:
        others = [str(row) for row in owners.get(own, []) if row != entry.row]
        problems = [*entry.problems, *problems, *([shared_id(own, entry, others)] if others else [])]
        outcomes.append(_outcome(entry, own, problems, there, update))
    return outcomes


def _outcome(entry: ReadRow, own: str, problems: list[Problem], there: There, update: bool) -> RowOutcome:
    held = there.by_id.get(own)
    if held is not None:
        problems += against(held, entry, update)
    if problems:
        return RowOutcome(entry.row, "", "refused", [], [], [], problems, entry.blanks)
    raw = {name: value for name, value in entry.raw.items() if name != "id"}
    if held is None:
        filled = list(_leaves(raw))
        return RowOutcome(
            entry.row,
            own,
            "added",
            filled,
            [],
            [Change("plaintiffs", "add", {"id": own, **raw})],
            [],
            entry.blanks,
        )
    merging = _RowMerge(held, update)
    merging.record(raw, merging.settled, held, f"plaintiffs.{own}")
    if merging.problems:
        return RowOutcome(entry.row, "", "refused", [], [], [], merging.problems, entry.blanks)
    verdict: Literal["changed", "unchanged"] = "changed" if merging.changes else "unchanged"
    return RowOutcome(
        entry.row, own, verdict, merging.filled, merging.differences, merging.changes, [], entry.blanks
    )


class _RowMerge:
    """What one row does to one plaintiff of the sheet."""

    def __init__(self, held: dict[str, Any], update: bool) -> None:
        self.update = update
        self.filled: list[tuple[str, Any]] = []
        self.differences: list[FieldDifference] = []
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        try:
            self.settled: dict[str, Any] = plaintiff_as_written(
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
            self.differences.append(FieldDifference(path, written, new, self.update))
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
    return name_key(one) == name_key(other) if name == "product" else one == other


def _leaves(value: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for name, entry in value.items():
        if isinstance(entry, dict):
            yield from _leaves(entry, f"{path}{name}.")
        else:
            yield f"{path}{name}", entry
