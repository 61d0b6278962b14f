"""What is wrong with a sheet, in words: each problem with its file, line and remedy, all at once."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Sequence

from drafter.errors import SheetError
from drafter.facts.schema import json_schema
from drafter.facts.sheet import FactSheet
from drafter.facts.values import Unknown, Without
from drafter.matter_files.provenance import trace
from drafter.tree.merge import Layer
from drafter.tree.paths import Location
from drafter.wording import close_to, shortened
from drafter.yamltext.read import SourceFile

__all__ = ["Problem", "explained", "place_of", "raise_problems"]

MOST_PROBLEMS = 20
Problem = tuple[Location, str, str]
"""Where, what, and the remedy."""


def raise_problems(problems: Iterable[Problem], source: SourceFile, layers: Sequence[Layer] = ()) -> Any:
    found = sorted(
        ((place_of(source, layers, where), what, remedy) for where, what, remedy in problems),
        key=lambda problem: problem[0],
    )
    if not found:
        return
    lines = [
        f"{name}:{line}: {what}" + (f" {remedy}" if remedy and len(found) > 1 else "")
        for (name, line), what, remedy in found[:MOST_PROBLEMS]
    ]
    if len(found) > MOST_PROBLEMS:
        lines.append(f"… and {len(found) - MOST_PROBLEMS} more")
    raise SheetError(
        "\n".join(lines),
        (
            found[0][2]
            if len(found) == 1
            else "Mend these and run the command again; `drafter schema` lists every field."
        ),
    )


def place_of(source: SourceFile, layers: Sequence[Layer], location: Location) -> tuple[str, int]:
    """The file and line that `location` of the whole sheet comes from."""
    if not layers or len(layers) < 2 and not layers[0].version:
        return source.name, source.line(location)
    origin = trace(layers).at(location)
    return (origin.file, origin.line) if origin else (source.name, 0)


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
        return where[:-1] if len(where) > 1 else (), f"{name} is missing", f"Write “{name}: …”."
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
    """The names of the fields allowed at a location, by following the published schema; for messages only."""
    schema = json_schema(FactSheet)
    nodes = [schema]
    for part in where:
        nodes = [
            step
            for node in nodes
            for alternative in _alternatives(node, schema)
            for step in _step(alternative, part)
        ]
    return sorted(
        {
            name
            for node in nodes
            for alternative in _alternatives(node, schema)
            for name in alternative.get("properties", {})
        }
        - {"unknown", "none"}
    )


def _alternatives(node: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in node:
        yield from _alternatives(schema["definitions"][node["$ref"].rsplit("/", 1)[1]], schema)
    elif "anyOf" in node or "allOf" in node:
        for entry in node.get("anyOf", node.get("allOf", [])):
            yield from _alternatives(entry, schema)
    else:
        yield node


def _step(node: dict[str, Any], part: str | int) -> Iterator[dict[str, Any]]:
    inner = (
        node.get("items")
        if isinstance(part, int)
        else node.get("properties", {}).get(part) or node.get("additionalProperties")
    )
    if isinstance(inner, dict):
        yield inner
