"""A copy of a whole sheet that can be shown outside the matter: names of clients and witnesses have
stand-ins, what only they know is left out.

What is done with each field its question says (`drafter.facts.question.Redaction`). The copy is a sheet that
loads and drafts. It is not anonymous: towns, dates and the course of events still tell who was there to
whoever knows of it, so that a person must read it before it leaves the firm.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any, Iterator, NamedTuple

from drafter.errors import OutputError
from drafter.facts.allegations import Exhibit
from drafter.facts.dates import event_date
from drafter.facts.question import Redaction
from drafter.facts.record import Record
from drafter.facts.values import Unknown, Without, money
from drafter.privacy.patterns import Kind, has, private
from drafter.reuse.people import parties_of, people_of
from drafter.reuse.redaction_check import leaks_in
from drafter.reuse.stand_ins import Names, Person, people_in
from drafter.reuse.traces import numbered, towns
from drafter.reuse.treatments import is_reference, is_sealed_field, kind_of, treatment_at, treatment_of
from drafter.tree.merge import Tree
from drafter.tree.paths import Location, leaves, path_of
from drafter.tree.shape import is_stated, is_text

__all__ = ["LEFT_OUT", "Redacted", "redacted"]

LEFT_OUT = "left out of this copy"
_MARKED = re.compile(r"\[[@#^][^\]\n]*\]")
_OWN = re.compile(r"(?<=[@#])[a-z][a-z0-9-]*")
_SEALED_WORDS = re.compile(r"\{~.*?~\}", re.DOTALL)
_FIGURE = re.compile(r"^!\[.*$", re.MULTILINE)
_INSTEAD = {
    Kind.SSN: "(number left out)",
    Kind.TAXPAYER: "(number left out)",
    Kind.ACCOUNT: "(number left out)",
    Kind.BIRTH: "born (date left out)",
    Kind.EMAIL: "(e-mail left out)",
    Kind.PHONE: "(telephone left out)",
    Kind.STREET: "(street left out)",
}


class Redacted(NamedTuple):
    """The copy's tree; what was replaced or left out, by kind, and how often; and whose names they were."""

    tree: Tree
    counts: Counter[str]
    names: Names


def redacted(tree: Tree) -> Redacted:
    """The redacted copy of a whole, valid tree, which stays as it is. Raises OutputError where something that
    is to be hidden would still stand in it.
    """
    redaction = _Redaction(tree)
    copy = redaction.record(tree, ())
    redaction.look_again(copy)
    redaction.look_anew(copy)
    return Redacted(copy, redaction.counts, redaction.names)


class _Redaction:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.counts: Counter[str] = Counter()
        self.names = Names(people_of(tree))
        self.ids = self._new_ids(tree)
        self.sealed = {
            entry["id"]
            for entry in tree.get("exhibits", [])
            if isinstance(entry, dict) and _is_yes(entry.get("sealed"))
        }
        own = list(_private(tree, (), "keep"))
        self.amounts = _amounts(
            {
                value
                for treatment, record, value in own
                if treatment == "blank" and record in ("Purchase", "Injury", "Amount")
            }
        )
        said = sorted(
            {
                value.strip()
                for treatment, record, value in own
                if treatment == "blank"
                and record not in ("Purchase", "Injury", "Amount")
                and len(value.strip()) > 5
            }
            | towns(tree),
            key=len,
            reverse=True,
        )
        self.said = (
            re.compile("|".join(rf"(?<!\w){re.escape(value)}(?!\w)" for value in said)) if said else None
        )

    # --- ids

    def _new_ids(self, tree: Tree) -> dict[str, str]:
        """The ids that tell a name, and what they become."""
        own = {entry["id"]: person for entry, person in parties_of(tree)}
        there = [
            value
            for where, value in leaves(tree)
            if where[-1:] == ("id",) and where != ("court", "id") and isinstance(value, str)
        ]
        wanted = {old: own[old].own if old in own else self._without_names(old, own) for old in there}
        wanted = numbered(tree, wanted, [name for person in self.names.people for name in person.names])
        taken = {old for old, new in wanted.items() if old == new}
        made = {}
        for old, new in wanted.items():
            if old == new:
                continue
            free, number = new[:41].strip("-"), 1
            while free in taken:
                number += 1
                free = f"{new[: 40 - len(str(number))]}-{number}"
            taken.add(free)
            made[old] = free
        return made

    def _without_names(self, old: str, own: dict[str, Person]) -> str:
        for known, person in sorted(own.items(), key=lambda entry: -len(entry[0])):
            old = re.sub(rf"(?<![a-z0-9]){re.escape(known)}(?![a-z0-9])", person.own, old)
        words = self.names.replaced(old.replace("-", " ").title())[0]
        return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")

    # --- values

    def record(self, value: Tree, where: Location) -> Tree:
        kind = kind_of(value, where)
        is_sealed = any(is_sealed_field(kind, name) for name in value) and self._is_sealed(kind, value)
        copy: Tree = {}
        for name, entry in value.items():
            there = (*where, name)
            if is_sealed and is_sealed_field(kind, name):
                self.counts["sensitive or sealed passages"] += 1
                made: Any = Unknown(LEFT_OUT) if is_stated(there) else None
            else:
                made = self.field(treatment_of(kind, name), entry, there)
            if made is not None and made != [] and made != {}:
                copy[name] = made
        return copy

    def _is_sealed(self, kind: type[Record] | None, value: Tree) -> bool:
        if _is_yes(value.get("sensitive")) or _is_yes(value.get("sealed")):
            return True
        return kind is not Exhibit and any(own in self.sealed for own in _exhibits(value))

    def field(self, treatment: Redaction, value: Any, where: Location) -> Any:
        if treatment == "out":
            self.counts["notes, searches, acceptances and other papers of the firm"] += 1
            return None
        if isinstance(value, (Unknown, Without)):
            return type(value)("")
        if treatment == "name":
            return self.name(value, where)
        if treatment == "blank" or treatment == "town" and where[0] == "plaintiffs":
            self.counts[
                (
                    "towns of clients"
                    if treatment == "town"
                    else "contact details, numbers and amounts in fields of their own"
                )
            ] += 1
            return Unknown(LEFT_OUT)
        if treatment == "year" and where[0] in ("plaintiffs", "tolling"):
            self.counts["dates of one client, to their year"] += 1
            return str(event_date(value).year)
        return self.value(value, where) if treatment != "place" else value

    def value(self, value: Any, where: Location) -> Any:
        if isinstance(value, (Unknown, Without)):
            return type(value)("")
        if isinstance(value, dict):
            return self.record(value, where)
        if isinstance(value, list):
            made = [self.value(entry, (*where, position)) for position, entry in enumerate(value)]
            return [entry for entry in made if entry != {}]
        if is_reference(where):
            return self.ids.get(value, value)
        return self.words(value) if is_text(where) else value

    def name(self, value: str, where: Location) -> str:
        if (
            where[-1] == "who"
            and len(names := people_in(value))
            and (people := [self.names.of(name) for name in names])
        ):
            self.counts["names"] += 1
            return " and ".join(dict.fromkeys(person.stand_in for person in people if person)) or "Witness"
        person = self.names.of(value)
        if person is None:
            return self.words(value)
        self.counts["names"] += 1
        return person.stand_in

    def words(self, text: str) -> str:
        """A text with stand-ins, without what identifies a person."""
        text = unicodedata.normalize("NFC", text)
        text = self._counted("sensitive or sealed passages", _SEALED_WORDS, f"{{~{LEFT_OUT}~}}", text)
        text = self._counted("figures", _FIGURE, "", text)
        marks: list[str] = []

        def as_it_is(found: re.Match[str]) -> str:
            marks.append(_OWN.sub(lambda own: self.ids.get(own[0], own[0]), found[0]))
            return f"\ue000{len(marks) - 1}\ue001"

        text = _MARKED.sub(as_it_is, text)
        for one in reversed(private(text)):
            text = f"{text[: one.start]}{_INSTEAD[one.kind]}{text[one.end :]}"
            self.counts[one.kind.value] += 1
        if self.amounts:
            text = self._counted("amounts of one client", self.amounts, "$XX", text)
        if self.said:
            text = self._counted("contact details and numbers in the text", self.said, "(left out)", text)
        text, count = self.names.replaced(text)
        self.counts["names"] += count
        return re.sub("\ue000(\\d+)\ue001", lambda found: marks[int(found[1])], text)

    def _counted(self, kind: str, pattern: re.Pattern[str], stand_in: str, text: str) -> str:
        text, count = pattern.subn(lambda found: stand_in, text)
        self.counts[kind] += count
        return text

    # --- and what is left

    def look_again(self, copy: Tree) -> None:
        """Raises OutputError for a name, or what looks like a number or an address, that still stands
        somewhere.
        """
        for where, value in leaves(copy):
            if not isinstance(value, str) or treatment_at(copy, where) == "place":
                continue
            words = value.replace("-", " ").title() if is_reference(where) else value
            if (is_text(where) or is_reference(where)) and (self.names.are_in(words) or has(value)):
                raise OutputError(
                    f"{path_of(copy, where)} would still hold what is to be hidden",
                    "Nothing was written. Write that passage in other words, or leave it out of the sheet.",
                )

    def look_anew(self, copy: Tree) -> None:
        """Raises OutputError where another look, which shares nothing with the first, finds a word of a name
        still standing.
        """
        left = [(path_of(copy, one.where), path_of(self.tree, one.of)) for one in leaks_in(self.tree, copy)]
        if not left:
            return
        old = {new: own for own, new in self.ids.items()}
        told = [
            f"{'.'.join(old.get(part, part) for part in where.split('.'))} (a word of {of})"
            for where, of in dict.fromkeys(left)
        ]
        more = f" and {len(told) - 6} more" if len(told) > 6 else ""
        raise OutputError(
            f"The copy may still tell a name, in {', '.join(told[:6])}{more}",
            "Nothing was written. Write those passages in other words, or say under “who” the name alone.",
        )


def _is_yes(value: Any) -> bool:
    return isinstance(value, str) and value.strip().lower() in ("yes", "true", "on")


def _exhibits(value: Tree) -> Iterator[Any]:
    """The exhibits that a record cites, itself and in its sources and quotations."""
    yield value.get("exhibit")
    yield from value.get("exhibits", ())
    for entry in (value.get("source"), *value.get("further_sources", ()), *value.get("quotes", ())):
        if isinstance(entry, dict):
            yield entry.get("exhibit")


def _private(
    value: Any, where: Location, treatment: Redaction, record: str = ""
) -> Iterator[tuple[Redaction, str, str]]:
    """Every text with what is done with its field, and the kind of its record."""
    if isinstance(value, dict):
        kind = kind_of(value, where)
        for name, entry in value.items():
            yield from _private(
                entry, (*where, name), treatment_of(kind, name), kind.__name__ if kind else ""
            )
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            yield from _private(entry, (*where, position), treatment, record)
    elif isinstance(value, str):
        yield treatment, record, value


def _amounts(values: set[str]) -> re.Pattern[str] | None:
    """What finds the sums of clients in a text, with or without commas and cents."""
    sums = {money(value) for value in values}
    forms = {
        form
        for sum in sums
        for form in (f"{sum:.2f}", f"{sum:,.2f}", *((f"{sum:.0f}", f"{sum:,.0f}") if sum % 1 == 0 else ()))
        if sum
    }
    if not forms:
        return None
    return re.compile(
        r"\$\s?(?:"
        + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        + r")(?![\d]|[.,]\d)"
    )
