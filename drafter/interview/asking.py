"""What the interview asks of whoever speaks to the person: five kinds of prompt, and three ways of not
answering.

The engine knows only this. `terminal` speaks it through questionary, `plain` line by line; tests speak it
with a list of answers.
"""

from __future__ import annotations

from typing import Callable, NamedTuple, Protocol, Sequence

__all__ = ["Asker", "Back", "Chosen", "Hub", "Key", "Leave", "NotNow", "NothingThere", "Prompt", "Row"]


class NotNow(Exception):
    """The person did not answer. `draft` is what stood in the field, half-typed; the engine keeps it and
    offers it again.
    """

    def __init__(self, draft: str = "") -> None:
        super().__init__(draft)
        self.draft = draft


class Back(NotNow):
    """To the question before (Shift-Tab; `/back`)."""


class NothingThere(Back):
    """A question whose answers are entries that the sheet does not have yet: it is passed over."""


class Hub(NotNow):
    """To the hub (Ctrl-T; `/hub`)."""


class Leave(NotNow):
    """Save and leave (Ctrl-C, Ctrl-D; `/quit`; the end of the input, in which case `ended` is true)."""

    def __init__(self, draft: str = "", ended: bool = False) -> None:
        super().__init__(draft)
        self.ended = ended


def fine(text: str) -> str:
    """The check of a prompt that takes anything."""
    return ""


class Prompt(NamedTuple):
    """One question as it is put.

    title      what is wanted, as a label: “city”
    place      where in the sheet the person is: “Parties › Lee › residence”
    progress   “4 of 6 required”, or nothing
    help       why it is asked and what good looks like; authority, the rule that wants it; example, an
    answer. Shown when help is asked for.
    notes      findings and previews, each a line or a paragraph; shown above the question, as advice
    text       what the field holds now (a draft, or the saved answer), to be kept or edited
    check      "" when a text will do, else the message; never raises
    hint       how to say things here: “Enter to skip · ? not known · - none”
    """

    title: str
    place: str = ""
    progress: str = ""
    help: str = ""
    authority: str = ""
    example: str = ""
    notes: Sequence[str] = ()
    text: str = ""
    check: Callable[[str], str] = fine
    hint: str = ""


class Row(NamedTuple):
    """One thing to choose. `words` are further words it is found by; a row that is not `open` is shown and
    cannot be chosen.
    """

    key: str
    title: str
    note: str = ""
    words: str = ""
    open: bool = True


class Key(NamedTuple):
    """An act that a menu offers beside choosing: a letter, a word for it (`add`, `remove`), and whether it
    acts on the row the cursor is on.
    """

    letter: str
    word: str
    title: str
    on_row: bool = True


class Chosen(NamedTuple):
    """What was chosen in a menu: the row's key ("" where the act needs none), and the word of the act ("" for
    choosing).
    """

    key: str
    act: str = ""


class Asker(Protocol):
    """Puts questions to a person. Each method returns an answer that `prompt.check` passed, or raises Back,
    Hub or Leave.
    """

    def say(self, *lines: str) -> None:
        """Tell something that wants no answer. Each line is wrapped to the width."""

    def line(self, prompt: Prompt) -> str:
        """One line of text; "" where it was skipped or emptied."""

    def text(self, prompt: Prompt) -> str:
        """Text of one or more paragraphs: typed, from the person's own editor, or read from a .txt or .docx
        file.
        """

    def menu(self, prompt: Prompt, rows: Sequence[Row], keys: Sequence[Key] = (), at: str = "") -> Chosen:
        """One of a few rows, the cursor on the row whose key is `at`."""

    def several(self, prompt: Prompt, rows: Sequence[Row], ticked: Sequence[str] = ()) -> list[str]:
        """Any of the rows, in the order of the rows."""

    def find(self, prompt: Prompt, rows: Sequence[Row], at: str = "") -> str:
        """One of hundreds of rows, by typing any words of it in any order; "" where it was skipped."""

    def pages(self, title: str, lines: Sequence[str]) -> None:
        """Show long text to be read, each line wrapped to the width, until the person goes on."""
