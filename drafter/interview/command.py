"""`drafter new` and `drafter edit`: open a fact sheet, run the interview on it, and say where it is kept."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Callable, Sequence

from drafter.errors import SheetError, UsageError, to_type
from drafter.interview.asking import Asker, NotNow, Prompt, Row
from drafter.interview.deciding import decision_on
from drafter.interview.engine import run, through
from drafter.interview.fronts.choosing import choose
from drafter.interview.fronts.longtext import edit_file
from drafter.interview.steps import Steps, find, line, menu
from drafter.interview.tracing import nearest
from drafter.library import open_library
from drafter.library.starting import starter_tree
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.matter_files.private_disk import private_folder, put_in_place, sweep_dead
from drafter.reuse.new_matter import ignore_work_files, new_sheet_text
from drafter.tree.answers import Change
from drafter.tree.differences import Decide
from drafter.wording import slug

__all__ = ["decider", "edit", "edit_near", "new", "pick"]

_OF_OTHERS = frozenset(".doc .docx .pdf .txt .md .csv .xls .xlsx .json .rtf .odt .html".split())
Then = Callable[[str, "str | None"], int]
"""Writes the draft of a sheet, with the firm's folder in front; gives the exit code."""
MANY = 12
"""With more passages than this, one is found by typing words of it."""


def new(options: argparse.Namespace, then: Then | None = None) -> int:
    """Make a fact sheet by answering questions. 0 done or left, 2 where the input ended before all was
    answered; what `then` gives where the person asked for the draft at the end.
    """
    named = _sheet_named(options.sheet) if options.sheet else ""
    folder = Path(named).parent if named else Path(".")
    asker = choose(options.plain or bool(named and options.no_questions), folder / ".drafter")
    matter = ""
    if not named:
        try:
            matter = through(asker, _matter_name())
        except NotNow:
            raise UsageError(
                "nothing was begun", "Run drafter new again, with the name of the sheet if you like."
            ) from None
    path = Path(named or f"{slug(matter, 'matter')}.yaml")
    if path.exists() or path.is_symlink():
        raise UsageError(f"{path} is there already", f"Go on with it: {to_type('edit', path)}")
    _begin(path, options)
    keeper = EditingSession.open(path, decide=decider(asker))
    if told := ignore_work_files(path.parent):
        asker.say(told)
    if options.no_questions:
        keeper.close()
        asker.say(f"Made: {path}. Go on with: {to_type('edit', path)}")
        return 0
    if matter:
        keeper.record(Change("matter", "set", matter))
    return _interview(keeper, asker, options, "", then)


def _matter_name() -> Steps[str]:
    help = "For your own files; the sheet is named after it."
    return line(Prompt("name of the matter", "New", help=help, example="Lee v. Acme"))


def _sheet_named(name: str) -> str:
    """The file that a new sheet is: with the ending by which every command finds it. Raises UsageError for a
    name of another kind of file.
    """
    ending = Path(name).suffix.lower()
    if ending in (".yaml", ".yml"):
        return name
    if ending in _OF_OTHERS:
        raise UsageError(
            f"{name}: a fact sheet is a .yaml file",
            f"Give it another ending: {to_type('new', f'{Path(name).stem}.yaml')}",
        )
    return f"{name}.yaml"


def _begin(path: Path, options: argparse.Namespace) -> None:
    """Write the new sheet, with what it takes from another matter and from profiles. Raises SheetError,
    OutputError.
    """
    private_folder(path.parent)
    given = _starting_tree(options)
    put_in_place(path, new_sheet_text(path, options.from_, options.with_, given).encode())
    if options.from_ or options.with_:
        load(path)


def _starting_tree(options: argparse.Namespace) -> dict[str, Any]:
    """What a new sheet begins with: the court, and what a starter puts into it under that court's State.
    Raises UsageError, NotFound.
    """
    library = open_library(options.templates)
    court = library.court(options.court) if options.court else None
    given: dict[str, Any] = {"court": {"id": str(court.id)}} if court else {}
    if not options.starter:
        return given
    if options.from_:
        raise UsageError("--starter and --from each say what the claims are", "Give one of them.")
    return given | starter_tree(library, options.starter, str(court.state or "") if court else "")


def edit(options: argparse.Namespace, then: Then | None = None) -> int:
    """Go on with a fact sheet. Gives what `new` gives."""
    path = Path(options.sheet)
    asker = choose(options.plain, path.parent / ".drafter")
    sweep_dead(path.parent / ".drafter", ".txt")
    return _interview(_opened(path, asker), asker, options, options.at, then)


def pick(plain: bool, passages: Sequence[tuple[str, str]]) -> int | None:
    """Ask which of these passages (where, and its words) to go to; its place among them, None for none."""
    asker = choose(plain, Path(".drafter"))
    try:
        key = through(asker, _place_to_go(passages))
    except NotNow:
        return None
    return int(key) if key else None


def _place_to_go(passages: Sequence[tuple[str, str]]) -> Steps[str]:
    rows = [Row(str(number), where, words, words) for number, (where, words) in enumerate(passages)]
    prompt = Prompt("go to", "Found", help="It opens in the interview.")
    if len(rows) > MANY:
        counted = [row._replace(title=f"{int(row.key) + 1}. {row.title}") for row in rows]
        return (yield from find(prompt._replace(hint="Enter alone goes nowhere"), counted))
    chosen = yield from menu(prompt, [Row("", "Nowhere: leave it at that"), *rows], at="")
    return chosen.key


def edit_near(sheet: str, path: str, options: argparse.Namespace) -> int:
    """Go on with a fact sheet at the question at `path`, or the nearest above it that is asked. 0 done or
    left, 2 as `edit`.
    """
    asker = choose(options.plain, Path(sheet).parent / ".drafter")
    keeper = _opened(Path(sheet), asker)
    return _interview(keeper, asker, options, nearest(keeper.answers.get, path))


def _opened(path: Path, asker: Asker) -> EditingSession:
    """The sheet, opened. One that does not load tells every problem first: the person mends it in their
    editor, goes on all the same where the interview can show it, or leaves. Raises SheetError then, with the
    problems.
    """
    while True:
        keeper = EditingSession.open(path, decide=decider(asker))
        problem = keeper.problem()
        if problem is None:
            return keeper
        key = "leave"
        try:
            key = through(asker, _what_then(problem, keeper.is_well_formed()))
        except NotNow:
            pass
        if key == "go-on":
            return keeper
        keeper.close()
        if key == "leave":
            raise problem
        try:
            edit_file(path)
        except UsageError as error:
            asker.say(error.message, error.hint)


def _what_then(problem: SheetError, can_be_shown: bool) -> Steps[str]:
    rows = [Row("editor", "Open the sheet in your editor")]
    rows += [Row("go-on", "Go on, and mend it here")] if can_be_shown else []
    notes = ["The sheet does not load:", *problem.message.split("\n")]
    prompt = Prompt("what is to be done", "Opening", notes=notes)
    chosen = yield from menu(prompt, [*rows, Row("leave", "Leave it as it is")], at=rows[-1].key)
    return chosen.key


def _interview(
    keeper: EditingSession, asker: Asker, options: argparse.Namespace, at: str, then: Then | None = None
) -> int:
    asker.say(f"{keeper.path}: each answer is kept as you give it.", *keeper.note)
    try:
        outcome = run(keeper, asker, at=at, library=open_library(options.templates))
    finally:
        keeper.close()
    asker.say(f"Saved: {keeper.path}. Go on with: {to_type('edit', keeper.path)}")
    if outcome.wants_draft and then is not None:
        return then(str(keeper.path), options.templates)
    asker.say(f"Write the Word draft with: {to_type('draft', keeper.path)}")
    return outcome.code


def decider(asker: Asker) -> Decide:
    """Asks the person what only a person can say about a sheet that two hold or have changed, where no
    session is open yet, or any more.
    """
    return lambda conflict: through(asker, decision_on(conflict))
