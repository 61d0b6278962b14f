"""`drafter find`: matters of a folder by party, cause, fact, exhibit or counsel, with the passage and the way
to it.

All words must stand in one record of a sheet (a party, an allegation, a claim …). Case, accents and the shape
of quotation marks do not count.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import Any, Iterator, NamedTuple

from drafter.commands.common import interview_options, print_json
from drafter.errors import SheetError, UsageError, to_type
from drafter.interview.command import edit_near, pick
from drafter.tree.paths import Location, path_of
from drafter.wording import counted, folded
from drafter.yamltext.read import contents, decoded_text, parse
from drafter.yamltext.steps import NotForward
from drafter.yamltext.versions import current, forward

__all__ = ["FoundPassage", "options", "run", "search"]

AROUND = 60


class FoundPassage(NamedTuple):
    """Where the words were found: the file, the matter's name, the path of the field in the sheet, and the
    words around.
    """

    file: str
    matter: str
    path: str
    passage: str


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter find` takes."""
    command.add_argument(
        "words",
        metavar="WORDS",
        nargs="+",
        help="words that must all stand in one party, fact, claim or other record",
    )
    command.add_argument(
        "--in",
        metavar="FOLDER",
        dest="folder",
        default=".",
        help="the folder of the matters, with those inside it (default: this one)",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--no-questions", action="store_true", help="at a terminal: do not ask which passage to go to"
    )
    interview_options(command)


def run(options: argparse.Namespace) -> int:
    """Search the sheets of a folder. Gives 0, found or not. Raises UsageError for no such folder, or no
    words.
    """
    words = [folded(word) for word in " ".join(options.words).split()]
    if not words:
        raise UsageError("there is nothing to find", "Give one word or more: drafter find larkspur privacy")
    if not os.path.isdir(options.folder):
        raise UsageError(
            f"{options.folder}: there is no such folder", "Name the folder of the matters with --in."
        )
    found = list(search(options.folder, words))
    if options.format == "json":
        print_json([{**one._asdict(), "edit": _jump(one)} for one in found])
        return 0
    for one in found:
        print(f"{one.matter or os.path.basename(one.file)}\n  {one.path}: {one.passage}\n  {_jump(one)}")
    print(f"{counted(len(found), 'passage')} in {counted(len({one.file for one in found}), 'matter')}.")
    if found and not options.no_questions and sys.stdin.isatty() and sys.stdout.isatty():
        return _go_on(found, options)
    return 0


def _go_on(found: list[FoundPassage], options: argparse.Namespace) -> int:
    """Ask which passage to go to, and open the interview there; 0 for none."""
    sys.stdout.flush()
    chosen = pick(
        options.plain,
        [(f"{one.path} ({os.path.relpath(one.file, options.folder)})", one.passage) for one in found],
    )
    return 0 if chosen is None else edit_near(found[chosen].file, found[chosen].path, options)


def _jump(one: FoundPassage) -> str:
    return to_type("edit", one.file, "--at", one.path)


def search(folder: str, words: list[str], quick: bool = True) -> Iterator[FoundPassage]:
    """Every passage under `folder` whose record has all the folded `words`; `quick` leaves out, unparsed,
    files that cannot have them.
    """
    for path in _sheets(folder):
        try:
            text = decoded_text(contents(path), path)
        except SheetError as error:
            print(f"drafter: {error.message}", file=sys.stderr)
            continue
        if quick and not _may_have(text, words):
            continue
        yield from _of_sheet(path, text, words)


def _sheets(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            os.path.join(root, name)
            for name in sorted(files)
            if name.endswith((".yaml", ".yml")) and not name.startswith(".")
        )


def _may_have(text: str, words: list[str]) -> bool:
    """Whether a file can hold all the words: False only where one cannot be there, however the file writes it
    (an escape may hide any).
    """
    if "schema_version" not in text:
        return False
    plain = "" if "\\" in text else folded(text)
    return not plain or all(word in plain for word in words)


def _of_sheet(path: str, text: str, words: list[str]) -> Iterator[FoundPassage]:
    try:
        tree = parse(text, path)
    except SheetError as error:
        print(f"drafter: {error.message}", file=sys.stderr)
        return
    if isinstance(tree, dict) and "schema_version" in tree:
        tree = _present(tree)
        matter = tree.get("matter")
        for location, fields in _records(tree, ()):
            plain = [(name, value, folded(value)) for name, value in fields]
            if all(any(word in words_of for _, _, words_of in plain) for word in words):
                name, value, words_of = next(entry for entry in plain if words[0] in entry[2])
                yield FoundPassage(
                    path,
                    matter if isinstance(matter, str) else "",
                    path_of(tree, (*location, name)),
                    _passage(value, words),
                )


def _present(tree: dict[str, Any]) -> dict[str, Any]:
    """The tree of an older sheet in the form of this version: the paths that are shown are those of
    `edit`.
    """
    version = tree["schema_version"]
    if not (isinstance(version, str) and version.isdecimal() and 1 <= int(version) < current()):
        return tree
    try:
        return forward(tree, int(version))[0]
    except NotForward:
        return tree


def _records(value: Any, location: Location) -> Iterator[tuple[Location, list[tuple[str, str]]]]:
    """Every record of a raw tree with its own text fields, lists of words among them."""
    if isinstance(value, dict):
        own = [(str(name), entry) for name, entry in value.items() if isinstance(entry, str)]
        own += [
            (str(name), "; ".join(entry))
            for name, entry in value.items()
            if isinstance(entry, list) and entry and all(isinstance(each, str) for each in entry)
        ]
        if own:
            yield location, own
        for name, entry in value.items():
            yield from _records(entry, (*location, name))
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            yield from _records(entry, (*location, position))


def _passage(value: str, words: list[str]) -> str:
    """The words around the first that is found, each of them between » and «."""
    line = " ".join(value.split())
    marks = sorted({place for word in words for place in _places(line, word)})
    start = max(0, (marks[0][0] if marks else 0) - AROUND)
    end = min(len(line), start + 3 * AROUND)
    shown, at = "", start
    for first, last in marks:
        if first >= at and last <= end:
            shown += line[at:first] + f"»{line[first:last]}«"
            at = last
    return ("… " if start else "") + shown + line[at:end] + (" …" if end < len(line) else "")


def _places(line: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a folded word stands in `line`; folding is done sign by sign, so that positions are those of
    `line`.
    """
    signs = [folded(sign) for sign in line]
    plain, at = "", []
    for position, sign in enumerate(signs):
        plain += sign
        at += [position] * len(sign)
    yield from ((at[found.start()], at[found.end() - 1] + 1) for found in re.finditer(re.escape(word), plain))
