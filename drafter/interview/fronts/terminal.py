"""The interview at a capable terminal, through questionary. Every prompt has the same keys; nothing is asked
that Enter alone could destroy.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Callable, Iterator, Sequence

import questionary
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator
from questionary.prompts.common import InquirerControl

from drafter.errors import DrafterError
from drafter.interview.asking import Chosen, Key, Leave, NotNow, Prompt, Row
from drafter.interview.fronts.keys import AllWanted, HelpWanted, KeyedPrompt, ask
from drafter.interview.fronts.lists import ScrolledList, control_of
from drafter.interview.fronts.longtext import edited, read_file, tidy
from drafter.interview.fronts.pager import show_pages
from drafter.interview.fronts.plain import help_lines, short_help, wrapped
from drafter.interview.fronts.searching import MOST, matches, only_match
from drafter.printable import without_controls

__all__ = ["TerminalAsker"]

_KEYS = "Shift-Tab back · Ctrl-T hub · Ctrl-G help · Ctrl-V all · Ctrl-C save and leave"
_LONG = "Esc then Enter: done · Ctrl-E: your editor · Ctrl-O: read a .txt or .docx file"
_EDIT, _OPEN = object(), object()
_FIELD = 4
"""Lines below a question for a field, its message and the line under it."""
_FEWEST = 3
"""Lines of what is known that are shown in the smallest window."""
_LISTED: dict[str, Any] = {
    "qmark": ">",
    "pointer": "»",
    "use_jk_keys": False,
    "use_emacs_keys": False,
    "instruction": " ",
    "show_description": False,
}
"""How a list looks and which keys it leaves to the acts on its rows."""


class TerminalAsker:
    """Puts questions through questionary. `folder` is where the editor's file may stand for a moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._place: str | None = None

    # --- the protocol

    def say(self, *lines: str) -> None:
        """Print each line, wrapped to the width of the window."""
        width = self._width()
        for line in lines:
            for part in line.split("\n"):
                print(without_controls(wrapped(part, width)))

    def line(self, prompt: Prompt) -> str:
        """One line of text."""
        held = prompt.text
        while True:
            self._put(prompt)
            try:
                return str(self._typed(prompt, held))
            except HelpWanted as wanted:
                held = wanted.draft
                self._tell(wanted, prompt)

    def text(self, prompt: Prompt) -> str:
        """Text of several paragraphs: typed here, in the editor, or read from a file."""
        held = prompt.text
        while True:
            self._put(prompt, _LONG)
            try:
                typed = self._typed(prompt, held, many=True)
                if isinstance(typed, str):
                    return typed
                held = self._from_elsewhere(*typed)
            except HelpWanted as wanted:
                held = wanted.draft
                self._tell(wanted, prompt)

    def menu(self, prompt: Prompt, rows: Sequence[Row], keys: Sequence[Key] = (), at: str = "") -> Chosen:
        """One row by the arrow keys and Enter, or an act by its letter."""
        while True:
            above = self._put(prompt, " · ".join(f"{key.letter} {key.title}" for key in keys), len(rows) + 2)
            question = questionary.select(
                "",
                choices=_choices(rows),
                default=_start(rows, at),
                **_LISTED,
            )
            asked, control = KeyedPrompt(question.application), control_of(question)
            ScrolledList(question, asked, above, narrows=True)
            for key in keys:
                asked.act(key.letter, _acting(key, control))
            asked.guard("c-m", *(key.letter for key in keys))
            try:
                found = ask(question, asked)
                return found if isinstance(found, Chosen) else Chosen(str(found))
            except HelpWanted as wanted:
                at = str(control.get_pointed_at().value)
                self._tell(wanted, prompt, rows)

    def several(self, prompt: Prompt, rows: Sequence[Row], ticked: Sequence[str] = ()) -> list[str]:
        """Rows ticked with the space bar; Enter is done."""
        if not any(row.open for row in rows):
            self.say("There is nothing to choose from yet.")
            return []
        while True:
            above = self._put(prompt, "Space ticks · Enter is done · a all · i the others", len(rows) + 2)
            question = questionary.checkbox(
                "",
                choices=_choices(rows, ticked),
                **_LISTED,
            )
            asked, control = KeyedPrompt(question.application), control_of(question)
            ScrolledList(question, asked, above, narrows=False)
            asked.guard("c-m", " ", "a", "i")
            try:
                found = set(ask(question, asked))
                return [row.key for row in rows if row.key in found]
            except HelpWanted as wanted:
                ticked = [str(value) for value in control.selected_options]
                self._tell(wanted, prompt, rows)

    def find(self, prompt: Prompt, rows: Sequence[Row], at: str = "") -> str:
        """One of many rows, by any of its words; only what is meant beyond doubt is taken."""
        held = prompt.text or next((row.title for row in rows if row.key == at), "")
        while True:
            self._put(
                prompt,
                f"Type any words of it, in any order ({len(rows)} there); Tab or the arrows choose among"
                " those shown",
            )
            question = questionary.text(
                "",
                qmark=">",
                default=held,
                validate=_OneOf(rows),
                completer=_Words(rows),
                complete_while_typing=True,
            )
            asked = KeyedPrompt(question.application)
            asked.take_lines()
            try:
                typed = tidy(" ".join(str(ask(question, asked)).split()))
            except HelpWanted as wanted:
                held = wanted.draft
                self._tell(wanted, prompt)
                continue
            found = only_match(typed, rows)
            if found is not None and found.title != typed:
                self.say(f"  {found.title}")
            return found.key if found else ""

    def pages(self, title: str, lines: Sequence[str]) -> None:
        """The lines on a screen of their own, which scrolls."""
        show_pages(title, lines)

    # --- the parts

    def _tell(self, wanted: HelpWanted, prompt: Prompt, rows: Sequence[Row] = ()) -> None:
        """What was asked for instead of an answer: help, or the whole of what is known here and of the
        rows.
        """
        if isinstance(wanted, AllWanted):
            whole = [*prompt.notes, *(f"{row.title}{' · ' if row.note else ''}{row.note}" for row in rows)]
            show_pages(prompt.title, [line for part in whole for line in (*part.split("\n"), "")])
        else:
            self.say("", *help_lines(prompt))

    def _put(self, prompt: Prompt, how: str = "", below: int = _FIELD) -> int:
        """What stands above the field: where the person is, what is known to matter here, the question, and
        how to answer. All of it, and `below` lines of answers, stand on the screen at once: of what is known
        as much as there is room for, and how much more a key shows. Gives how many lines that took.
        """
        part = prompt.place.split(" › ")[0]
        if part != self._place:
            self._place = part
            self.say("", f"── {part or 'Interview'} " + "─" * 20, _KEYS)
        place = prompt.place if prompt.place.casefold() != prompt.title.casefold() else ""
        where = "  ".join(words for words in (place, prompt.progress and f"({prompt.progress})") if words)
        title = f"{prompt.title[:1].upper()}{prompt.title[1:]}"
        hints = [f"  {words}" for words in (short_help(prompt), prompt.hint, how) if words]
        fixed = self._folded("", where, title, *hints)
        notes = self._folded(*(f"  {note}" for note in prompt.notes))
        height = shutil.get_terminal_size().lines
        room = max(_FEWEST, height - len(fixed) - min(below, max(_FIELD, height // 2)) - 1)
        if len(notes) > room:
            notes = [*notes[: room - 1], f"  … {len(notes) - room + 1} lines more: Ctrl-V shows all"]
        self.say("", *([where] if where else []), *notes, title, *hints)
        return 1 + len(fixed) + len(notes)

    def _folded(self, *lines: str) -> list[str]:
        """The lines as they stand at this width."""
        width = self._width()
        return [one for line in lines if line for part in line.split("\n") for one in _lines(part, width)]

    def _width(self) -> int:
        return max(40, min(100, shutil.get_terminal_size().columns - 2))

    def _typed(self, prompt: Prompt, held: str, many: bool = False) -> Any:
        question = questionary.text(
            "",
            qmark=">",
            default=held,
            multiline=many,
            instruction=" " if many else None,
            validate=_Check(prompt, many),
        )
        asked = KeyedPrompt(question.application)
        if many:
            self._long_keys(asked, question.application)
        else:
            asked.take_lines()
        found = ask(question, asked)
        if isinstance(found, tuple):
            return found
        return tidy(found) if many else _in_one_line(found)

    def _long_keys(self, asked: KeyedPrompt, application: Any) -> None:
        asked.act("c-e", lambda: (_EDIT, application.current_buffer.text))
        asked.act("c-o", lambda: (_OPEN, application.current_buffer.text))

    def _from_elsewhere(self, wanted: object, held: str) -> str:
        try:
            if wanted is _EDIT:
                return edited(held, self.folder)
            name = self.line(
                Prompt(
                    "file to read",
                    help="A .txt or .docx file; its text replaces what stands here.",
                    example="facts.docx",
                )
            )
            if not name:
                return held
            text, left_out = read_file(name)
            for line in left_out:
                self.say(f"Left out, or not read: {line}.")
            return text
        except Leave:
            raise
        except NotNow:
            return held
        except DrafterError as error:
            self.say(error.message, error.hint)
            return held


def _lines(text: str, width: int) -> list[str]:
    return wrapped(text, width).split("\n")


def _in_one_line(text: str) -> str:
    return " ".join(tidy(text).split("\n")).strip()


def _choices(rows: Sequence[Row], ticked: Sequence[str] = ()) -> list[questionary.Choice]:
    width = max(40, shutil.get_terminal_size().columns - 8)
    return [
        questionary.Choice(
            _fitted(row, width),
            value=row.key,
            disabled=None if row.open else "not now",
            checked=row.key in ticked,
        )
        for row in rows
    ]


def _fitted(row: Row, width: int) -> str:
    words = f"{row.title}  · {row.note}" if row.note else row.title
    return words if len(words) <= width else f"{words[: width - 1]}…"


def _start(rows: Sequence[Row], at: str) -> str:
    there = [row.key for row in rows if row.open]
    return at if at in there else there[0]


def _acting(key: Key, control: InquirerControl) -> Callable[[], Chosen]:
    """What the letter of `key` ends the menu with, for the row the cursor is on by then."""
    return lambda: Chosen(str(control.get_pointed_at().value) if key.on_row else "", key.word)


class _Check(Validator):
    """The prompt's own check, on Enter."""

    def __init__(self, prompt: Prompt, many: bool) -> None:
        self.prompt, self.many = prompt, many

    def validate(self, document: Document) -> None:
        """Raise ValidationError with the prompt's message where the text will not do."""
        problem = self.prompt.check(tidy(document.text) if self.many else _in_one_line(document.text))
        if problem:
            raise ValidationError(len(document.text), problem)


class _OneOf(Validator):
    """Takes nothing, or what means one row beyond doubt."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def validate(self, document: Document) -> None:
        """Raise ValidationError that says how many rows match."""
        typed = " ".join(document.text.split())
        if typed and only_match(typed, self.rows) is None:
            count = len(matches(typed, self.rows))
            told = (
                f"{count} match: go on typing, or Tab to choose"
                if count
                else "Nothing there has these words in it: try fewer, or others"
            )
            raise ValidationError(len(document.text), told)


class _Words(Completer):
    """Rows in which all typed words stand, in any order."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """The first sixty rows that match."""
        for row in matches(document.text, self.rows)[:MOST]:
            yield Completion(row.title, -len(document.text), display=row.title, display_meta=row.note)
