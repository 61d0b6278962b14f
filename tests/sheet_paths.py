"""Paths of the sheet against its published schema: whether a path, or the pattern of one, names a field."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any, Iterator

from drafter.facts.schema import json_schema
from drafter.facts.sheet import FactSheet

ANY = "*"
"""Stands for a part of a path that the program fills in."""


@cache
def schema() -> dict[str, Any]:
    return json_schema(FactSheet)


def alternatives(node: Any) -> Iterator[dict[str, Any]]:
    """The forms that what stands at a node may have."""
    if "$ref" in node:
        yield from alternatives(schema()["definitions"][node["$ref"].rsplit("/", 1)[1]])
    elif "anyOf" in node:
        for entry in node["anyOf"]:
            yield from alternatives(entry)
    else:
        yield node


def _below(node: dict[str, Any], part: str) -> Iterator[dict[str, Any]]:
    fields = node.get("properties", {})
    if ANY in part:
        yield from fields.values()
    elif part in fields:
        yield fields[part]
    if isinstance(named := node.get("additionalProperties"), dict):
        yield named
    elif named is True or not ({"properties", "items", "type"} & node.keys()):
        yield {}
    if isinstance(entries := node.get("items"), dict):
        yield entries


@cache
def names_a_field(path: str) -> bool:
    """Whether the schema has something at `path`; an id or a number stands for an entry of a list."""
    nodes = list(alternatives(schema()))
    for part in path.split("."):
        nodes = [form for node in nodes for below in _below(node, part) for form in alternatives(below)]
    return bool(nodes)


def pattern_of(node: ast.expr) -> str:
    """The path that a string of code writes, `*` for what is filled in; empty for what is no string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else ANY for part in node.values)
    return ""


def paths_in(module: Path) -> Iterator[tuple[int, str]]:
    """The paths that the checks of a module name: where each finding stands and what it declares that it
    reads, and every other string that begins as a path of the sheet does.
    """
    top = schema()["properties"]
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Hit":
            given = dict(enumerate(node.args)) | {word.arg: word.value for word in node.keywords}
            reads = given.get(4, given.get("reads"))
            named = [given.get(1, given.get("where")), *getattr(reads, "elts", [])]
            found = [pattern_of(one) for one in named if one is not None]
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 4:
            found = [pattern_of(node.value.elts[1])]
        elif isinstance(node, ast.expr):
            text = pattern_of(node)
            is_path = (
                "." in text[:-1]
                and " " not in text
                and not text.endswith(".")
                and text.partition(".")[0] in top
            )
            found = [text] if is_path else []
        else:
            continue
        yield from ((node.lineno, path) for path in found if path and not path.startswith(ANY))
