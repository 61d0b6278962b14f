"""A row of the spreadsheet as a raw plaintiff, read by the model's own types; or everything that is wrong
with it, each with its remedy.
"""

from __future__ import annotations

import datetime
import re
from typing import Any, Iterator, NamedTuple

from drafter.facts.clean_text import clean
from drafter.facts.compiled import core
from drafter.facts.parties import PERSONS
from drafter.intake.as_written import plaintiff_as_written
from drafter.intake.columns import AGE, Columns, field_of
from drafter.intake.fields import NAME_PARTS, path_of_steps, steps_of
from drafter.intake.protected import ADULT, is_initials, is_minor, number_in, privacy_rule, rule_on_minors
from drafter.intake.table import Spreadsheet, SpreadsheetRow
from drafter.tree.paths import join

__all__ = ["Problem", "ReadRow", "entries"]

BLANK = frozenset("n/a|n.a.|na|-|--|–|—|?|unknown|not known|tbd|null|none|(blank)|(none)".split("|"))
"""Words that people put into a cell which has nothing in it."""
_OUR_COUNTRY = re.compile(r"(the )?(united states( of america)?|u\.?s\.?(a\.?)?)", re.IGNORECASE)
_FAILED = re.compile(r"#(REF|VALUE|NAME|NUM|NULL|N/A|DIV/0|SPILL|CALC|FORMULA)[!?]?")
_MOMENT = re.compile(r"(\d{4}-\d\d?-\d\d?|\d\d?/\d\d?/\d{4})[ T]\d\d?:\d\d.*")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}\b.*")
_AFTER_COMMA = re.compile(
    r"(jr|sr|i{1,3}|iv|esq|inc|ltd|co|corp|l\.?l\.?[cp]|l\.?p|p\.?c|n\.a|m\.?d|ph\.?d|(as|by|through) .*)\.?",
    re.IGNORECASE,
)

Place = tuple[str | int, ...]


class Problem(NamedTuple):
    """Why a row cannot be used: the column ("" for the row as a whole), what stands there ("" where that is
    not to be shown), and what is
    wrong with it, with the remedy.
    """

    heading: str
    value: str
    what: str


class ReadRow(NamedTuple):
    """A row as it was read: a raw plaintiff (without an id unless the row gives one), and its problems."""

    row: int
    raw: dict[str, Any]
    problems: list[Problem]
    headings: dict[str, str]
    """The heading that each part of the plaintiff came from, by path."""
    blanks: int = 0
    """Cells with a word that says that they are blank."""

    @property
    def name(self) -> str:
        return str(self.raw.get("name", ""))


def entries(
    table: Spreadsheet, columns: Columns, classes: dict[str, str], today: datetime.date
) -> list[ReadRow]:
    """Every row of `table`, read. `classes` has the id of each class of the sheet by its id and by its name,
    in small letters.
    """
    day_first = _day_first(table, columns)
    return [_Reading(row, columns, classes, day_first).entry(today) for row in table.rows]


def _day_first(table: Spreadsheet, columns: Columns) -> dict[str, str]:
    """Columns in which the day stands before the month, with a value that shows it: any other date of theirs
    would be read wrongly.
    """
    found: dict[str, str] = {}
    for row in table.rows:
        for heading, text in row.cells.items():
            parts = _SLASHED.fullmatch(text.strip())
            if (
                parts
                and int(parts[1]) > 12 >= int(parts[2])
                and (heading in columns.birth or _is_date(columns.fields.get(heading, "")))
            ):
                found.setdefault(heading, "" if heading in columns.birth else text.strip())
    return found


def _is_date(name: str) -> bool:
    field = field_of(name)
    return field is not None and field.is_date


class _Reading:
    """One row while it is read."""

    def __init__(
        self, row: SpreadsheetRow, columns: Columns, classes: dict[str, str], day_first: dict[str, str]
    ) -> None:
        self.row = row
        self.columns = columns
        self.classes = classes
        self.day_first = day_first
        self.problems: list[Problem] = [Problem("", "", row.trouble)] if row.trouble else []
        self.headings: dict[str, str] = {}
        self.blanks = 0
        self.cells = {heading: text for heading in columns.fields if (text := self._cell(heading))}

    def problem(self, heading: str, value: str, what: str) -> None:
        self.problems.append(Problem(heading, value, what))

    def entry(self, today: datetime.date) -> ReadRow:
        raw = self._plaintiff()
        if name := self._name():
            raw = {"name": name, **raw}
        self._look_for_minor(raw, today)
        return ReadRow(self.row.number, self._validated(raw), self.problems, self.headings, self.blanks)

    # --- cells
    # --------------------------------------------------------------------------------------------------------

    def _cell(self, heading: str) -> str:
        """The text of a cell that is used; "" if it is blank or cannot be."""
        field = self.columns.fields[heading]
        text = clean(self.row.cells.get(heading, "")).strip()
        if not (field and text):
            return ""
        if _FAILED.fullmatch(text):
            self.problem(
                heading,
                text,
                "is a formula without a result: mend it, or save the file in Excel once, and import it again",
            )
            return ""
        if kind := number_in(text):
            what = (
                f"holds what looks like {kind}, which never goes into a fact sheet ({privacy_rule()}):"
                " take it out"
            )
            self.problem(heading, "", what)
            return ""
        named = field == "name" or field in NAME_PARTS
        if (
            text.lower() in BLANK
            and not (named and text.isalpha())
            or field.endswith("country")
            and _OUR_COUNTRY.fullmatch(text)
        ):
            self.blanks += 1
            return ""
        return text

    def _plaintiff(self) -> dict[str, Any]:
        tree: dict[Any, Any] = {}
        for heading, text in self.cells.items():
            field = field_of(self.columns.fields[heading])
            if field is not None and field.path != "name":
                steps = steps_of(self.columns.fields[heading])
                self.headings[path_of_steps(steps)] = heading
                holder = tree
                for step in steps[:-1]:
                    holder = holder.setdefault(step, {})
                holder[steps[-1]] = self._value(
                    heading, text, field.many, field.is_date, field.is_choice, field.refers
                )
        raw: dict[str, Any] = self._counted(tree, "", "")
        return raw

    def _value(
        self, heading: str, text: str, many: bool, is_date: bool, is_choice: bool, refers: bool
    ) -> Any:
        if many:
            parts = [part.strip() for part in re.split(r"[;,\n|]", text) if part.strip()]
            return [own for part in parts if (own := self._class(heading, part))] if refers else parts
        if is_choice:
            return "-".join(text.split("/")[0].lower().split())
        return self._date(heading, text) if is_date else text

    def _date(self, heading: str, text: str) -> str:
        moment = _MOMENT.fullmatch(text)
        text = moment[1] if moment else text
        if heading in self.day_first and _SLASHED.fullmatch(text):
            sign = self.day_first[heading]
            seen = f"as “{sign}” in this column shows" if sign else "as another date in this column shows"
            shown = "" if heading in self.columns.birth else text
            self.problem(
                heading,
                shown,
                f"may have the day first, {seen}: write the dates of this column as 2024-09-18",
            )
        return text

    def _class(self, heading: str, text: str) -> str:
        own = self.classes.get(text.lower(), "")
        if not own:
            there = ", ".join(sorted(set(self.classes.values())))
            remedy = f"its classes are {there}" if there else "it has none yet; add them first"
            self.problem(heading, text, f"is no class of the sheet: {remedy}")
        return own

    def _counted(self, value: Any, path: str, given: str) -> Any:
        """`value` with its numbered records as lists; what a heading gave as the second purchase may be the
        row's first.
        """
        if not isinstance(value, dict):
            self.headings[path] = self.headings.pop(given, "")
            return value
        numbered = all(isinstance(key, int) for key in value)
        made = {}
        for place, (key, entry) in enumerate(sorted(value.items()) if numbered else value.items()):
            name = str(place + 1) if numbered else str(key)
            made[name] = self._counted(entry, join(path, name), join(given, str(key)))
        return list(made.values()) if numbered and value else made

    # --- the name
    # --------------------------------------------------------------------------------------------------------

    def _name(self) -> str:
        by_field = {self.columns.fields[heading]: heading for heading in self.cells}
        kind = self.cells.get(by_field.get("kind", ""), "individual").lower()
        if "name" in by_field:
            self.headings["name"] = by_field["name"]
            text = self.cells[by_field["name"]].replace("\n", " ")
            before, comma, after = text.partition(",")
            if comma and kind in PERSONS and not _AFTER_COMMA.fullmatch(after.strip()):
                self.problem(
                    by_field["name"],
                    text,
                    f"may be surname first: write it as it is to print, as in “{after.strip()} {before}”",
                )
            return text
        parts = [self.cells[by_field[part]] for part in NAME_PARTS if part in by_field]
        self.headings["name"] = self.columns.heading_of("name", *NAME_PARTS)
        missing = [
            part
            for part in ("name.first", "name.last")
            if part not in by_field and self.columns.heading_of(part)
        ]
        if parts and missing and kind in PERSONS:
            self.problem(
                self.columns.heading_of(missing[0]),
                "",
                "is blank though the rest of the name is not: fill it in",
            )
        return " ".join(" ".join(parts).split())

    # --- minors
    # --------------------------------------------------------------------------------------------------------

    def _look_for_minor(self, raw: dict[str, Any], today: datetime.date) -> None:
        """Fed. R. Civ. P. 5.2(a)(3): a minor is named by initials alone."""
        sign = self._sign_of_minor(today)
        kind = raw.get("kind", "minor" if sign else "")
        if sign and kind == "individual":
            self.problem(
                sign,
                "",
                f"says under {ADULT}, and the row’s kind is individual: write minor, or mend the date",
            )
        if sign and not raw.get("kind"):
            raw["kind"] = "minor"
            self.headings["kind"] = sign
        if kind == "minor":
            named = (self.headings.get("name"), self.headings.get("short"))
            self.problems = [
                each._replace(value="") if each.heading in named else each for each in self.problems
            ]
            self.problems += must_be_initials(raw, self.headings)

    def _sign_of_minor(self, today: datetime.date) -> str:
        """The heading of the cell that says that the plaintiff is a minor; "" if none does."""
        for heading in self.columns.birth:
            text = self.row.cells.get(heading, "").strip()
            if text and text.lower() not in BLANK and self._is_minor_by(heading, text, today):
                return heading
        age = self.columns.heading_of(AGE)
        text = self.cells.get(age, "")
        if text and not text.isdecimal():
            self.problem(
                age,
                text,
                "is not an age in years, by which a minor could be told: write a number, or leave it blank",
            )
        return age if text.isdecimal() and int(text) < ADULT else ""

    def _is_minor_by(self, heading: str, text: str, today: datetime.date) -> bool:
        try:
            return is_minor(self._date(heading, text), today)
        except ValueError:
            what = (
                "has no date that can be read, by which a minor could be told: write it as 2004-09-18, or"
                " leave it blank"
            )
            self.problem(heading, "", what)
            return False

    # --- the model's types
    # --------------------------------------------------------------------------------------------------------

    def _validated(self, raw: dict[str, Any]) -> dict[str, Any]:
        try:
            return plaintiff_as_written(raw)
        except core().ValidationError as error:
            for found in error.errors(include_url=False, include_context=True):
                self.problems.append(self._explained(found))
            return raw

    def _explained(self, error: Any) -> Problem:
        parts = [part for part in error["loc"] if not str(part).startswith("<")]
        path = ".".join(str(part + 1) if isinstance(part, int) else part for part in parts)
        heading = next(
            (own for start, own in self.headings.items() if f"{path}.".startswith(f"{start}.")), ""
        )
        if error["type"] == "literal_error":
            return Problem(
                heading, str(error["input"]), f"is not one of {error['ctx']['expected']}".replace("'", "")
            )
        what = str(error["ctx"]["error"]) if error["type"] == "value_error" else error["msg"]
        return Problem(heading, str(error["input"]), what.removeprefix(f"“{error['input']}” "))


def must_be_initials(raw: dict[str, Any], headings: dict[str, str]) -> Iterator[Problem]:
    """A problem for each name of a minor that is more than initials. The name is not shown."""
    for field in ("name", "short"):
        if isinstance(raw.get(field), str) and not is_initials(raw[field]):
            remedy = (
                f"names a minor in full: write the initials, as in J.D. ({rule_on_minors()}); nothing of the"
                " row was taken"
            )
            yield Problem(headings.get(field, ""), "", remedy)
