"""What is wrong with a sheet, in words: each problem with its file, line and remedy, all at once."""

from __future__ import annotations

from typing import Any, Callable, Iterable, Sequence

from drafter.errors import SheetError
from drafter.facts.values import Unknown, Without
from drafter.matter_files.provenance import trace
from drafter.tree.merge import Layer
from drafter.tree.paths import Location
from drafter.tree.shape import records_at
from drafter.wording import close_to, shortened
from drafter.yamltext.read import SourceFile

__all__ = [
    "MOST_PROBLEMS",
    "Problem",
    "explained",
    "location_of",
    "place_of",
    "places",
    "raise_problems",
]

MOST_PROBLEMS = 20
Problem = tuple[Location, str, str | Callable[[], str]]
"""Where, what, and the remedy, or what finds it for a problem that is told."""


def raise_problems(
    problems: Iterable[Problem], source: SourceFile, layers: Sequence[Layer] = (), total: int = 0
) -> Any:
    """Raise SheetError with the first of the problems, in the order of files and lines, and how many there
    are; nothing where there is none. `total`: how many there are, where `problems` are only the first.
    """
    place = places(source, layers)
    found = sorted(
        ((place(where), what, remedy) for where, what, remedy in problems), key=lambda problem: problem[0]
    )
    if not found:
        return
    told = [
        (at, what, remedy if isinstance(remedy, str) else remedy())
        for at, what, remedy in found[:MOST_PROBLEMS]
    ]
    lines = [
        f"{name}:{line}: {what}" + (f" {remedy}" if remedy and len(told) > 1 else "")
        for (name, line), what, remedy in told
    ]
    if (more := max(total, len(found)) - MOST_PROBLEMS) > 0:
        lines.append(f"… and {more} more")
    raise SheetError(
        "\n".join(lines),
        (
            told[0][2]
            if len(told) == 1
            else "Mend these and run the command again; `drafter schema` lists every field."
        ),
    )


def places(source: SourceFile, layers: Sequence[Layer]) -> Callable[[Location], tuple[str, int]]:
    """What gives the file and line that a location of the whole sheet comes from; the files are read once."""
    if not layers or len(layers) < 2 and not layers[0].version:
        return lambda location: (source.name, source.line(location))
    traced = trace(layers)

    def place(location: Location) -> tuple[str, int]:
        origin = traced.at(location)
        return (origin.file, origin.line) if origin else (source.name, 0)

    return place


def place_of(source: SourceFile, layers: Sequence[Layer], location: Location) -> tuple[str, int]:
    """The file and line that `location` of the whole sheet comes from."""
    return places(source, layers)(location)


def location_of(error: Any) -> Location:
    """Where an error of the model is told: for a field that is missing, the record that lacks it."""
    where: Location = tuple(part for part in error["loc"] if not str(part).startswith("<"))
    if error["type"] == "missing":
        return where[:-1] if len(where) > 1 else ()
    return where


def explained(error: Any) -> Problem:
    where: Location = tuple(part for part in error["loc"] if not str(part).startswith("<"))
    name = where[-1] if where else "the sheet"
    if isinstance(name, int):
        name = f"{where[-2]}, entry {name + 1}" if len(where) > 1 else "entry"
    return _problem(error, where, str(name))


def _problem(error: Any, where: Location, name: str) -> Problem:
    kind, typed = error["type"], error["input"]
    if kind == "extra_forbidden":
        close = close_to(name, _names_at(where[:-1]))
        return (
            where,
            f"“{name}” is not a field here",
            f"Did you mean “{close[0]}”?" if close else f"Fields here: {', '.join(_names_at(where[:-1]))}.",
        )
    if kind == "missing":
        return location_of(error), f"{name} is missing", f"Write “{name}: …”."
    if kind == "value_error":
        return where, f"{name}: {error['ctx']['error']}", ""
    if kind == "literal_error" and isinstance(typed, (Unknown, Without)):
        return (
            where,
            f"{name}: what this is decides what it is for, and {_described(typed)} cannot stand here",
            (
                f"Choose one of {error['ctx']['expected'].replace(chr(39), '')}; leave the entry out until it"
                " is known."
            ),
        )
    if kind == "literal_error":
        close = close_to(
            str(typed), error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        )
        wanted = error["ctx"]["expected"].replace("'", "")
        return (
            where,
            f"{name}: “{shortened(str(typed), 41)}” is not one of {wanted}",
            f"Did you mean “{close[0]}”?" if close else "",
        )
    wanted = _WANTED.get(kind, error["msg"][0].lower() + error["msg"][1:])
    return where, f"{name}: {wanted}, not {_described(typed)}", _remedy(kind, typed)


_WANTED = {
    "string_type": "one piece of text is expected here",
    "list_type": "a list is expected here",
    "dict_type": "a record with named entries is expected here",
    "model_type": "a record with named entries is expected here",
    "model_attributes_type": "a record with named entries is expected here",
    "int_parsing": "a number is expected here",
}


def _remedy(kind: str, typed: Any) -> str:
    if kind == "string_type":
        return "Write it on the same line, or as a | block under the name."
    if kind == "list_type":
        return "Start each entry on its own line with “- ”."
    return "Write its entries on the lines below, indented."


def _described(value: Any) -> str:
    if isinstance(value, str):
        return f"the text “{shortened(str(value), 41)}”"
    return (
        "a list"
        if isinstance(value, list)
        else (
            "a record with named entries"
            if isinstance(value, dict)
            else "{unknown: …}"
            if isinstance(value, Unknown)
            else "{none: …}"
        )
    )


def _names_at(where: Location) -> list[str]:
    """The names of the fields allowed at a location; for messages only."""
    return sorted({name.rstrip("_") for record in records_at(where) for name in record.questions})
