"""Values of the fact sheet as YAML that a lawyer can read and mend: long text in | blocks, records in block
style, ids in one line.

Text that another reader of YAML would take for a number, a date or a yes is quoted, though drafter's own
reader takes all for text.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml.resolver import Resolver

from drafter.facts.clean_text import clean
from drafter.facts.sheet import FactSheet
from drafter.facts.values import Unknown, Without
from drafter.tree.paths import Location
from drafter.tree.shape import fields_at

__all__ = [
    "Indentation",
    "Piece",
    "flow",
    "heading_of",
    "in_order",
    "is_one_line",
    "new",
    "plain_or_quoted",
    "write_value",
]

LONGEST_LINE = 70
WIDEST_LIST = 100

_NUMBER = re.compile(
    r"[-+]?(\.\d+|\d[\d_,]*(\.\d*)?)([eE][-+]?\d+)?\Z|0[xob][0-9a-fA-F]+\Z|\d{4}-\d\d?(-\d\d?)?\Z|[yYnN]\Z"
)
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~"
_RISKY = re.compile(r": |:$| #|\t")
_RISKY_IN_FLOW = re.compile(r"[,\[\]{}:#]|\t")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_SHORT = re.compile(r"[^\s,\[\]{}:#'\"]{1,41}\Z")


class Indentation(NamedTuple):
    """How a file is indented: the columns a record goes in under its name, and whether the dashes of a list
    do.
    """

    step: int = 2
    dashes: bool = True


class Piece(NamedTuple):
    """A value as it stands after a name or a dash: the rest of that line, and the whole lines below it ("" if
    none).
    """

    head: str
    body: str = ""


def write_value(
    value: Any, indent: int, location: Location, manner: Indentation, item: bool = False
) -> Piece:
    """`value` as it stands after a name (or, with `item`, a dash) in column `indent`. Its text is cleaned."""
    if isinstance(value, str):
        return _text(clean(value), indent, manner)
    if isinstance(value, dict) and value:
        column = indent + 2 if item else indent + manner.step
        body = _mapping(value, column, location, manner)
        return (
            Piece(" " + body[column:].split("\n", 1)[0], body.split("\n", 1)[1]) if item else Piece("", body)
        )
    if isinstance(value, list) and value and not _is_short_list(value):
        column = indent + manner.step if manner.dashes or item else indent
        return Piece("", _entries(value, column, location, manner))
    return Piece(" " + flow(value))


def _text(text: str, indent: int, manner: Indentation) -> Piece:
    if is_one_line(text):
        return Piece(" " + plain_or_quoted(text))
    margin = " " * (indent + manner.step)
    hint = str(manner.step) if text[0] in " \t" else ""
    return Piece(f" |{hint}", "".join(f"{margin}{line}\n" if line else "\n" for line in text.split("\n")))


def is_one_line(text: str) -> bool:
    """Whether `text` goes on the line of its name, and not in a block below it."""
    return len(text) <= LONGEST_LINE and "\n" not in text


def _mapping(value: dict[str, Any], column: int, location: Location, manner: Indentation) -> str:
    margin = " " * column
    lines = []
    for name in in_order(value, location):
        head, body = write_value(value[name], column, (*location, name), manner)
        lines.append(f"{margin}{plain_or_quoted(name)}:{head}\n{body}")
    return "".join(lines)


def _entries(value: list[Any], column: int, location: Location, manner: Indentation) -> str:
    margin = " " * column
    lines = []
    for position, entry in enumerate(value):
        head, body = write_value(entry, column, (*location, position), manner, item=True)
        lines.append(f"{margin}-{head}\n{body}")
    return "".join(lines)


def in_order(value: dict[str, Any], location: Location) -> list[str]:
    """The names of a record in the model's order; those it does not have come last, as they stand."""
    fields = fields_at(location, value)
    places = {name: number for number, name in enumerate(fields)}
    return sorted(value, key=lambda name: places.get(name, len(places)))


def _is_short_list(value: list[Any]) -> bool:
    return (
        all(isinstance(entry, str) and _SHORT.match(entry) for entry in value)
        and sum(len(entry) + 2 for entry in value) <= WIDEST_LIST
    )


# --- in one line
# ------------------------------------------------------------------------------------------------------------


def flow(value: Any, location: Location = ()) -> str:
    """`value` in one line, as it may stand within braces or brackets."""
    if isinstance(value, Unknown):
        return f"{{unknown: {plain_or_quoted(clean(value.note), True)}}}"
    if isinstance(value, Without):
        return f"{{none: {plain_or_quoted(clean(value.reason), True)}}}"
    if isinstance(value, dict):
        names = in_order(value, location)
        return (
            "{"
            + ", ".join(
                f"{plain_or_quoted(name, True)}: {flow(value[name], (*location, name))}" for name in names
            )
            + "}"
        )
    if isinstance(value, list):
        return (
            "[" + ", ".join(flow(entry, (*location, position)) for position, entry in enumerate(value)) + "]"
        )
    return plain_or_quoted(clean(value), True)


def plain_or_quoted(text: str, in_flow: bool = False) -> str:
    """`text` as a scalar in one line, in quotes where it would otherwise be read as something else."""
    if not text or text != text.strip() or not text.isprintable() or text[0] in _INDICATORS:
        return _quoted(text)
    if (_RISKY_IN_FLOW if in_flow else _RISKY).search(text) or text.startswith("...") or _is_retyped(text):
        return _quoted(text)
    return text


def _is_retyped(text: str) -> bool:
    """Whether a common reader of YAML would take unquoted `text` for something other than text."""
    if _NUMBER.match(text):
        return True
    return any(pattern.match(text) for _, pattern in Resolver.yaml_implicit_resolvers.get(text[0], ()))


def _quoted(text: str) -> str:
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return (
        '"'
        + "".join(
            _ESCAPES.get(letter) or (letter if letter.isprintable() else _escaped(letter)) for letter in text
        )
        + '"'
    )


def _escaped(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


# --- a whole sheet
# ------------------------------------------------------------------------------------------------------------


def new(tree: dict[str, Any]) -> str:
    """The text of a sheet that holds `tree`: the version, then each section in the model's order under a
    comment that says what it is.
    """
    parts = []
    for name in in_order(tree, ()):
        if name == "schema_version":
            parts.append(f"schema_version: {tree[name]}\n")
            continue
        head, body = write_value(tree[name], 0, (name,), Indentation())
        parts.append(f"{heading_of(name) if body else ''}{plain_or_quoted(name)}:{head}\n{body}")
    return "".join(parts)


def heading_of(name: str) -> str:
    """The blank line and the comment that stand over the section `name` of a sheet that drafter wrote."""
    question = FactSheet.questions.get(name)
    if question is None:
        return "\n"
    return (
        f"\n# {question.prompt[0].upper()}{question.prompt[1:]}"
        + (f" ({question.authority})" if question.authority else "")
        + "\n"
    )
