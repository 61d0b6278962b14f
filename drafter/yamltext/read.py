"""Reading a fact sheet's file: strict YAML in which every scalar is text, with the line of everything at hand
when it is needed.

The C parser's events are read directly; a tree is built of plain mappings, lists and strings, in which
`{unknown: …}` and `{none: …}` have become `Unknown` and `Without`, and empty entries are left out (a blank
never says anything). Lines are found by reading the text again, only when a message wants them.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, NamedTuple

import yaml

from drafter.errors import SheetError
from drafter.tree.json_values import STATES
from drafter.tree.paths import Location

__all__ = ["DEEPEST", "LARGEST", "SourceFile", "contents", "decoded_text", "parse", "read_sheet"]

LARGEST = 5_000_000
DEEPEST = 20

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_BLANK = frozenset(("", "~", "null"))
_Scalar, _Alias, _Mapping = yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent
_MappingEnd, _SequenceEnd = yaml.MappingEndEvent, yaml.SequenceEndEvent


class SourceFile(NamedTuple):
    """A file as it was read: its name as the user gave it, its text, and the SHA-256 of its bytes."""

    name: str
    text: str
    sha256: str

    def line(self, location: Location) -> int:
        """The line (1-based) of `location`, or of the nearest thing above it; 0 when nothing is known."""
        lines = _lines_of(self.text, self.name)
        while location and location not in lines:
            location = location[:-1]
        return lines.get(location, 0)

    def at(self, location: Location) -> str:
        """`file:line` for a message."""
        line = self.line(location)
        return f"{self.name}:{line}" if line else self.name

    def lost_text(self) -> list[tuple[int, str]]:
        """Lines on which an unquoted sentence was cut short because YAML reads ` #` as the start of a
        comment: line number and what was lost.
        """
        found: list[tuple[int, str]] = []
        if not re.search(r"\S +#\S", self.text):
            return found
        for event in yaml.parse(self.text, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent) and not event.style and " " in event.value:
                assert event.end_mark is not None and event.start_mark is not None
                rest = self.text[event.end_mark.index : self.text.find("\n", event.end_mark.index)].strip()
                if re.match(r"#\S", rest) and not rest.startswith("#!"):
                    found.append((event.start_mark.line + 1, rest))
        return found


def read_sheet(path: str | Path) -> tuple[SourceFile, dict[str, Any]]:
    """The source and the tree of the fact sheet at `path`. Raises SheetError with file, line, remedy."""
    name = str(path)
    data = contents(path, name)
    source = SourceFile(name, decoded_text(data, name), hashlib.sha256(data).hexdigest())
    tree = parse(source.text, name)
    if not isinstance(tree, dict):
        raise SheetError(
            f"{name}:1: a fact sheet is a list of “name: value” entries",
            "Start with “schema_version: 1”; see samples/.",
        )
    return source, tree


def contents(path: str | Path, name: str = "", most: int = LARGEST) -> bytes:
    """The bytes of an ordinary file of at most `most`: never of a pipe or a device, which may never end.
    `name` is what messages call it.

    The one way in which files of facts, records and neighbours are read. Raises SheetError.
    """
    name = name or str(path)
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(number, "rb") as file:
            state = os.fstat(number)
            _must_be_ordinary(state, name)
            if state.st_size > most:
                raise SheetError(f"{name} has {state.st_size:,} bytes; {most:,} are the most", _TOO_LARGE)
            return file.read(most + 1)
    except FileNotFoundError:
        raise SheetError(
            f"{name}: there is no such file", "Check the name and the folder you are in."
        ) from None
    except (OSError, ValueError) as error:
        _must_be_ordinary(_status(path), name)
        told = getattr(error, "strerror", "") or error
        raise SheetError(f"{name} cannot be read: {told}", "Check the file’s permissions.") from None


_TOO_LARGE = "A fact sheet is text: move exhibits and long documents out of it."


def _status(path: str | Path) -> os.stat_result | None:
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


def _must_be_ordinary(state: os.stat_result | None, name: str) -> None:
    if state is None or stat.S_ISREG(state.st_mode):
        return
    if stat.S_ISDIR(state.st_mode):
        raise SheetError(f"{name} is a folder, not a fact sheet", "Name the .yaml file in it.")
    raise SheetError(
        f"{name} is not an ordinary file", "Name a .yaml file; what comes through a pipe, save first."
    )


def decoded_text(data: bytes, name: str) -> str:
    """The text of a file of facts: UTF-8 without control characters, its lines ended by newlines. Raises
    SheetError.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SheetError(
            f"{name}:{line}: this is not text in UTF-8",
            "Save the sheet as plain text, encoding UTF-8; a .docx is no fact sheet.",
        ) from None
    if "\0" in text:
        raise SheetError(
            f"{name}:{text[: text.index(chr(0))].count(chr(10)) + 1}: this is not a text file",
            "Name the .yaml fact sheet.",
        )
    text = re.sub("\r\n?", "\n", text)
    odd = re.search("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]", text)
    if odd and odd[0] in "\x0b\x0c":
        return decoded_text(data.replace(b"\x0b", b"\n").replace(b"\x0c", b"\n"), name)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        raise SheetError(
            f"{name}:{line}: an invisible control character (U+{ord(odd[0]):04X}) stands here",
            "Delete it and type the words again.",
        )
    return text


# --- the tree
# ------------------------------------------------------------------------------------------------------------


@lru_cache(8)
def _lines_of(text: str, name: str) -> dict[Location, int]:
    lines: dict[Location, int] = {}
    parse(text, name, lines)
    return lines


def parse(text: str, name: str, lines: dict[Location, int] | None = None) -> Any:
    """The tree of `text`. With `lines`, also the line of each location. Raises SheetError."""
    loader = _Loader(text)
    try:
        return _Builder(loader.get_event, name, lines).document()
    except yaml.YAMLError as error:
        raise _explained(error, text, name) from None


class _Builder:
    """Builds the tree from the parser's events, refusing what a fact sheet may not hold."""

    def __init__(self, next_event: Callable[[], Any], name: str, lines: dict[Location, int] | None) -> None:
        self.next = next_event
        self.name = name
        self.lines = lines

    def document(self) -> Any:
        self.next()
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            raise SheetError(f"{self.name} is empty", "Start with “schema_version: 1”; see samples/.")
        tree = self.node(self.next(), ())
        self.next()
        extra = self.next()
        if not isinstance(extra, yaml.StreamEndEvent):
            raise self.refuse(
                extra, "a second document starts here", "Keep one matter a file, and remove the line “---”."
            )
        if tree is None:
            raise SheetError(f"{self.name} is empty", "Start with “schema_version: 1”; see samples/.")
        return tree

    def node(self, event: Any, location: Location) -> Any:
        kind = type(event)
        if self.lines is not None:
            self.lines[location] = event.start_mark.line + 1
        if kind is _Alias or event.anchor:
            raise self.refuse(
                event,
                "anchors and aliases (& and *) are not used in fact sheets",
                "If the text starts with & or *, put it in quotes.",
            )
        if event.tag:
            raise self.refuse(
                event,
                f"tags ({event.tag}) are not used in fact sheets",
                "If the text starts with !, put it in quotes.",
            )
        if kind is _Scalar:
            return None if not event.style and event.value in _BLANK else event.value
        if len(location) >= DEEPEST:
            raise self.refuse(
                event, f"this is nested more than {DEEPEST} deep", "Check the indentation, and stray [ or {."
            )
        return self.mapping(event, location) if kind is _Mapping else self.sequence(location)

    def sequence(self, location: Location) -> list[Any]:
        entries: list[Any] = []
        event = self.next()
        while type(event) is not _SequenceEnd:
            entry = self.node(event, (*location, len(entries)))
            if entry is not None:
                entries.append(entry)
            event = self.next()
        return entries

    def mapping(self, start: Any, location: Location) -> Any:
        entries: dict[str, Any] = {}
        seen: set[str] = set()
        event = self.next()
        while type(event) is not _MappingEnd:
            key = self.key(event, seen)
            found = self.next()
            if (
                type(found) is _Scalar and self.lines is None and found.anchor is None and found.tag is None
            ):  # nearly every entry
                value = found.value if found.style or found.value not in _BLANK else None
            else:
                value = self.node(found, (*location, key))
            if self.lines is not None:  # the line of a field is its name's, not its value's
                self.lines[(*location, key)] = event.start_mark.line + 1
            if value is None and start.flow_style and key not in STATES:
                raise self.refuse(
                    event,
                    f"“{key}” stands in braces without a value; the words before it were cut at the comma",
                    "Put the whole text in quotes.",
                )
            if value is not None or key in STATES:
                entries[key] = value
            event = self.next()
        if len(entries) > 1 and not STATES.keys().isdisjoint(entries):
            raise self.refuse(
                start,
                "unknown and none stand alone",
                "Write {unknown: note} or {none: reason}, with the note in quotes if it has a colon or a"
                " comma.",
            )
        return self.state(entries, start) if len(entries) == 1 and next(iter(entries)) in STATES else entries

    def key(self, event: Any, seen: set[str]) -> str:
        if type(event) is not _Scalar:
            raise self.refuse(
                event,
                "a name is expected here",
                "Text that starts with { or [ must stand in quotes or in a | block.",
            )
        key: str = event.value
        if key in seen:
            raise self.refuse(event, f"“{key}” is given twice here", "Keep one of the two.")
        if key == "<<":
            raise self.refuse(event, "merge keys (<<) are not used in fact sheets", "Write the entries out.")
        seen.add(key)
        return key

    def state(self, entries: dict[str, Any], start: Any) -> Any:
        name, note = next(iter(entries.items()))
        if note is not None and not isinstance(note, str):
            raise self.refuse(start, f"{{{name}: …}} takes a note in words", "Put the note in quotes.")
        return STATES[name](" ".join((note or "").split()))

    def refuse(self, event: Any, problem: str, remedy: str) -> SheetError:
        return SheetError(f"{self.name}:{event.start_mark.line + 1}: {problem}", remedy)


_REMEDIES = (
    (
        "mapping values are not allowed",
        "If the text holds a colon and a space, put it in quotes or in a | block.",
    ),
    ("cannot start any token", "Text that starts with %, @, ` or a tab must stand in quotes."),
    (
        "expected <block end>",
        (
            "Check the indentation: entries of one list or record start in the same column; text that starts"
            " with [ or { needs quotes."
        ),
    ),
    ("did not find expected key", "Check the indentation: entries of one record start in the same column."),
    ("did not find expected '-'", "Check the indentation: the entries of one list start in the same column."),
    ("could not find expected ':'", "A name must be followed by a colon and a space."),
    ("did not find expected ','", "Text that starts with [ or { must stand in quotes or in a | block."),
    (
        "quoted scalar",
        "A quotation mark that opens here is never closed; straight quotes inside text need a | block.",
    ),
    ("alphabetic or numeric", "Text that starts with * or & must stand in quotes."),
    ("undefined alias", "Text that starts with * must stand in quotes."),
)


def _explained(error: yaml.YAMLError, text: str, name: str) -> SheetError:
    """A YAML error in English, with the line it is about."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    number = mark.line + 1 if mark else 0
    problem = str(getattr(error, "problem", "") or error).strip()
    lines = text.split("\n")
    shown = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    tabbed = next(
        (
            n
            for n in (number, number + 1, number - 1)
            if 0 < n <= len(lines) and re.match(r"[ -]*\t", lines[n - 1])
        ),
        0,
    )
    if tabbed:
        return SheetError(
            f"{name}:{tabbed}: a tab stands at the start of this line",
            "Indent with spaces; YAML does not allow tabs there.",
        )
    remedy = next(
        (cure for sign, cure in _REMEDIES if sign in problem),
        "Text with : # ' or \" in it is safest in a | block.",
    )
    at = f"{name}:{number}" if number else name
    return SheetError(
        f"{at}: this line cannot be read ({problem})" + (f": {shown[:80]}" if shown else ""), remedy
    )
