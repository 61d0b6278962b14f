"""From a file to a validated fact sheet: read, migrate, merge, validate, check the ids. Always in that order,
even for one file.

Everything that is wrong is told at once, each with file, line and remedy, and nothing else happens.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any, Iterable, Iterator, NamedTuple, Sequence

from drafter.errors import SheetError, to_type
from drafter.facts.compiled import core
from drafter.facts.record import Record
from drafter.facts.schema import validator
from drafter.facts.sheet import FactSheet
from drafter.facts.values import Unknown, Without
from drafter.matter_files.include import included, split
from drafter.tree.circles import circles
from drafter.tree.merge import Layer, merge
from drafter.tree.paths import Found, Location, walk
from drafter.tree.unknown import keep_notes, set_aside
from drafter.yamltext.read import Source, parse, read
from drafter.yamltext.versions import NotForward, current, forward

__all__ = [
    "Loaded",
    "layers_of",
    "load",
    "migrate",
    "must_load",
    "not_forward",
    "older",
    "validate",
    "version_of",
    "whole_at",
]

MOST_PROBLEMS = 12
MOST_ATTEMPTS = 50


class Loaded(NamedTuple):
    """A fact sheet, and the file it was read from."""

    sheet: FactSheet
    source: Source
    places: list[Found]
    """Every record of the sheet, with its path."""
    notes: list[str] = []
    """What else the sheet was made from, for the user: answers of an interview that are not in its file
    yet.
    """
    tree: dict[str, Any] = {}
    """What was validated: the sheet with what it includes."""
    layers: list[Layer] = []
    """The files it was merged from, its own the last; empty for a sheet of this version that includes
    nothing.
    """

    def at(self, location: Location) -> str:
        """`file:line` of what stands at `location`, for a message."""
        return "{}:{}".format(*_place(self.source, self.layers, location))

    @property
    def hashes(self) -> list[tuple[str, str]]:
        """The files that were included, as they are named to the user, and the SHA-256 of each."""
        return [(layer.source.name, layer.source.sha256) for layer in self.layers[:-1]]


def load(path: str | Path) -> Loaded:
    """The fact sheet at `path`, with the answers in the journal beside it. Raises SheetError."""
    source, layers, whole, notes = _at_rest(path)
    known = layers if len(layers) > 1 or layers[-1].version else []
    sheet, places = _valid(whole, source, known)
    return Loaded(sheet, source, places, [*older(layers), *notes], whole, known)


def _valid(whole: dict[str, Any], source: Source, layers: Sequence[Layer]) -> tuple[FactSheet, list[Found]]:
    sheet = validate(whole, source, layers)
    places = list(walk(sheet))
    _raise([*_id_problems(places), *circles(places)], source, layers)
    return sheet, places


def must_load(
    text: str, path: str | Path, whole: dict[str, Any] | None = None, layers: Sequence[Layer] = ()
) -> None:
    """Raise SheetError where `text`, at `path`, would be no sheet that loads: asked of whatever is to be
    written as a sheet, before it is.

    Who knows the tree already gives it as `whole`, with the `layers` it is merged from.
    """
    source = Source(str(path), text, "")
    if whole is None:
        tree = parse(text, str(path))
        present = migrate(tree, source)
        layers = layers_of(source, present)
        whole = {**merge(layers), "include": tree["include"]} if len(layers) > 1 else present
    _valid(whole, source, layers if len(layers) > 1 else [])


_Read = tuple[Source, list[Layer], dict[str, Any], list[str]]


def _at_rest(path: str | Path) -> _Read:
    """The sheet and its journal as they were at one moment: while another session saves, they are read
    again.
    """
    for attempt in range(MOST_ATTEMPTS):
        before = _state(path)
        try:
            found = _whole(path)
        except SheetError:
            if _state(path) == before or attempt == MOST_ATTEMPTS - 1:
                raise
        else:
            if _state(path) == before or attempt > MOST_ATTEMPTS // 2:
                break
    return found


def _state(path: str | Path) -> tuple[int, ...]:
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _whole(path: str | Path) -> _Read:
    source, tree = read(path)
    present = migrate(tree, source)
    version = 0 if present is tree else version_of(tree, source)
    layers = layers_of(source, present, version)
    if version and _has_journal(source):  # its answers are in the terms of the version they were given in
        whole, notes = _with_answers(whole_at(version, source, tree), source)
        return source, layers, _forward(whole, version, source), notes
    whole = {**merge(layers), "include": tree["include"]} if len(layers) > 1 else present
    return source, layers, *_with_answers(whole, source)


def layers_of(source: Source, tree: dict[str, Any], version: int = 0) -> list[Layer]:
    """What the sheet read from `source` is merged from: the files it includes, and its own tree last, brought
    forward from `version`. Raises SheetError.
    """
    if "include" not in tree:
        return [Layer(source, tree, version)]
    return [*included(source, tree, migrate), Layer(source, split(tree, source)[1], version)]


def whole_at(version: int, source: Source, tree: dict[str, Any]) -> dict[str, Any]:
    """A sheet with what it includes, in the form of its own older `version`. Raises SheetError where a file
    it includes is of a later one.
    """
    layers = [*included(source, tree, partial(migrate, to=version)), Layer(source, split(tree, source)[1])]
    return {**merge(layers), "include": tree["include"]} if "include" in tree else tree


def older(layers: Sequence[Layer]) -> list[str]:
    """What is told of files of an older version, the sheet's own first."""
    return [
        f"{layer.source.name} is of version {layer.version} of the fact sheet’s form and was read as one of"
        f" version {current()}; nothing of it was changed. To save it so:"
        f" {to_type('migrate', layer.source.name)}"
        for layer in reversed(layers)
        if layer.version
    ]


def _has_journal(source: Source) -> bool:
    folder, name = os.path.split(os.path.realpath(source.name))
    return os.path.exists(os.path.join(folder, f".{name}.journal.jsonl"))


def _with_answers(tree: dict[str, Any], source: Source) -> tuple[dict[str, Any], list[str]]:
    """`tree` with the answers that a session which is open, or ended early, left beside the sheet; and the
    note that says so.
    """
    if not _has_journal(source):  # nearly always; what reads journals need not be loaded then
        return tree, []
    from drafter.matter_files.journal import pending
    from drafter.tree.answers import UNFIT, Answers

    journal = pending(source.name)
    changes = journal.missing_from(source.sha256) if journal else []
    answers = Answers(tree)
    try:
        for change in changes or []:
            answers.apply(change)
    except UNFIT:
        changes = None
    if changes is None:
        raise SheetError(
            f"{source.name}: answers stand beside it that were given for another version of it",
            f"Run: {to_type('edit', source.name)}",
        )
    count = f"{len(changes)} answer" + ("s" if len(changes) > 1 else "")
    notes = [f"{source.name}: {count} not saved yet, taken from its journal"] if changes else []
    if journal and journal.odd:
        notes.append(
            f"{source.name}: {journal.path.name} has lines that cannot be read, and is put aside when the"
            f" sheet is opened: {to_type('edit', source.name)}"
        )
    return answers.tree, notes


def migrate(tree: dict[str, Any], source: Source, to: int = 0) -> dict[str, Any]:
    """`tree` in the form of this version (or of `to`); the same object where it has it already. Raises
    SheetError for a sheet without a version,
    from a later drafter, or that cannot be brought forward.
    """
    version = version_of(tree, source)
    if version > (to or current()):
        raise SheetError(
            f"{source.at(('schema_version',))}: this file is of version {version}, and answers stand beside"
            f" the sheet that were given in version {to}",
            "Open the sheet with the drafter that wrote them and save it there, or remove its journal.",
        )
    return tree if version == (to or current()) else _forward(tree, version, source, to)


def version_of(tree: dict[str, Any], source: Source) -> int:
    """The version of the form that a tree says it has. Raises SheetError for none, and for one that this
    drafter does not know.
    """
    version = tree.get("schema_version")
    if version is None:
        raise SheetError(
            f"{source.name}:1: schema_version is missing",
            f"Write “schema_version: {current()}” on the first line.",
        )
    if not (isinstance(version, str) and version.isdecimal() and int(version) >= 1):
        raise SheetError(
            f"{source.at(('schema_version',))}: schema_version is a number",
            f"This drafter writes “schema_version: {current()}”.",
        )
    if int(version) > current():
        raise SheetError(
            f"{source.at(('schema_version',))}: this sheet was written by a later drafter (version {version};"
            f" this one reads up to {current()})",
            "Upgrade with: python -m pip install --upgrade drafter",
        )
    return int(version)


def _forward(tree: dict[str, Any], version: int, source: Source, to: int = 0) -> dict[str, Any]:
    try:
        return forward(tree, version, to=to or None)[0]
    except NotForward as problem:
        raise not_forward(problem, version, source) from None


def not_forward(problem: NotForward, version: int, source: Source) -> SheetError:
    """What is told of a sheet that cannot be brought forward."""
    return SheetError(
        f"{source.at(problem.location)}: this sheet of version {version} cannot be brought forward:"
        f" {problem.problem}",
        "Mend this line in the sheet and run the command again.",
    )


def validate(tree: dict[str, Any], source: Source, layers: Sequence[Layer] = ()) -> FactSheet:
    """The fact sheet that `tree` holds, which was merged from `layers`; its ids are not checked yet. Raises
    SheetError with every problem.
    """
    try:
        tree, notes = set_aside(tree)
        sheet: FactSheet = validator(FactSheet).validate_python(tree)
    except core().ValidationError as error:
        _raise(
            (_explained(entry) for entry in error.errors(include_url=False, include_context=True)),
            source,
            layers,
        )
    keep_notes(sheet, notes)
    return sheet


Problem = tuple[Location, str, str]
"""Where, what, and the remedy."""


def _close(word: str, words: list[str], cutoff: float = 0.6) -> list[str]:
    from difflib import get_close_matches  # only a message needs it

    return get_close_matches(word, words, 1, cutoff)


def _raise(problems: Iterable[Problem], source: Source, layers: Sequence[Layer] = ()) -> Any:
    found = sorted(
        ((_place(source, layers, where), what, remedy) for where, what, remedy in problems),
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


def _place(source: Source, layers: Sequence[Layer], location: Location) -> tuple[str, int]:
    """The file and line that `location` of the whole sheet comes from."""
    if not layers or len(layers) < 2 and not layers[0].version:
        return source.name, source.line(location)
    from drafter.matter_files.provenance import trace  # only a message needs it

    origin = trace(layers).at(location)
    return (origin.file, origin.line) if origin else (source.name, 0)


# --- what pydantic found
# ------------------------------------------------------------------------------------------------------------


def _explained(error: Any) -> Problem:
    where: Location = tuple(part for part in error["loc"] if not str(part).startswith("<"))
    name = where[-1] if where else "the sheet"
    if isinstance(name, int):
        name = f"{where[-2]}, entry {name + 1}" if len(where) > 1 else "entry"
    return _problem(error, where, str(name))


def _problem(error: Any, where: Location, name: str) -> Problem:
    kind, typed = error["type"], error["input"]
    if kind == "extra_forbidden":
        close = _close(name, _names_at(where[:-1]))
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
        close = _close(
            str(typed), error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        )
        wanted = error["ctx"]["expected"].replace("'", "")
        return (
            where,
            f"{name}: “{_short(typed)}” is not one of {wanted}",
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
        return f"the text “{_short(value)}”"
    return (
        "a list"
        if isinstance(value, list)
        else (
            "a record with named entries"
            if isinstance(value, dict)
            else f"{{{type(value).__name__.lower()}: …}}"
        )
    )


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"


def _names_at(where: Location) -> list[str]:
    """The names of the fields allowed at a location, by following the published schema; for messages only."""
    from drafter.facts.schema import json_schema

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


# --- ids
# ------------------------------------------------------------------------------------------------------------


def _id_problems(places: list[Found]) -> list[Problem]:
    owners: dict[str, Found] = {}
    problems: list[Problem] = []
    for place in places:
        own = place.record.__dict__.get("id")
        if not own or place.kind == "court":
            continue
        if own in owners:
            problems.append(
                (
                    (*place.location, "id"),
                    f"the id “{own}” is used twice (also for {owners[own].path})",
                    "An id names one thing in the sheet; change one of them.",
                )
            )
        owners.setdefault(own, place)
    for place in places:
        problems.extend(_dangling(place, owners))
    return problems


def _dangling(place: Found, owners: dict[str, Found]) -> Iterator[Problem]:
    for name, question in _referring(type(place.record)):
        value = place.record.__dict__[name]
        for wanted in value if isinstance(value, list) else [value]:
            owner = owners.get(wanted) if isinstance(wanted, str) else None
            if isinstance(wanted, str) and (owner is None or owner.kind not in question):
                yield (
                    (*place.location, name.rstrip("_")),
                    *_missing(wanted, name.rstrip("_"), question, owners),
                )


def _missing(wanted: str, name: str, kinds: tuple[str, ...], owners: dict[str, Found]) -> tuple[str, str]:
    there = [own for own, owner in owners.items() if owner.kind in kinds]
    of = " or ".join(kind.replace("_", "-") for kind in kinds)
    close = _close(wanted, there)
    remedy = (
        f"Did you mean “{close[0]}”?"
        if close
        else f"Ids there: {', '.join(there[:12])}."
        if there
        else f"The sheet has no {of} yet."
    )
    return f"{name}: nothing among {of} has the id “{wanted}”", remedy


_refer: dict[type[Record], list[tuple[str, tuple[str, ...]]]] = {}


def _referring(record: type[Record]) -> list[tuple[str, tuple[str, ...]]]:
    if record not in _refer:
        _refer[record] = [
            (name, question.refers) for name, question in record.questions.items() if question.refers
        ]
    return _refer[record]
