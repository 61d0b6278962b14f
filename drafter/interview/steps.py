"""What a screen asks for, as values: an answer of the person, or another screen to be opened over it.

A screen is a generator of such values (`Steps`). It is sent what came of each: the answer, or the result of
the screen that was opened. Where the person did not answer, `Back`, `Hub` or `Leave` is raised at the place
where the value was given. So no screen calls another, and whoever drives a session may take as long as they
like between two of its values.
"""

from __future__ import annotations

from typing import Any, Generator, NamedTuple, Sequence, TypeVar

from drafter.facts.record import Record
from drafter.interview.asking import Chosen, Key, Prompt, Row
from drafter.interview.questions import Asked

__all__ = [
    "AddClaim",
    "AddEntry",
    "Ask",
    "AskFind",
    "AskLine",
    "AskMenu",
    "AskSeveral",
    "AskText",
    "Open",
    "OpenClaim",
    "OpenElement",
    "OpenHub",
    "OpenList",
    "OpenNearest",
    "OpenPath",
    "OpenPreview",
    "OpenQuestion",
    "OpenRecord",
    "OpenReview",
    "OpenSection",
    "OpenStarter",
    "Result",
    "Resume",
    "ShowPages",
    "Step",
    "Steps",
    "find",
    "line",
    "menu",
    "several",
    "text",
]


# --- answers
# ------------------------------------------------------------------------------------------------------------


class AskLine(NamedTuple):
    """A line of text is wanted; "" where it is skipped."""

    prompt: Prompt


class AskText(NamedTuple):
    """Text of one or more paragraphs is wanted."""

    prompt: Prompt


class AskMenu(NamedTuple):
    """One of a few rows is wanted, or an act of `keys`: a `Chosen`. `at` is where the cursor stands."""

    prompt: Prompt
    rows: Sequence[Row]
    keys: Sequence[Key] = ()
    at: str = ""


class AskSeveral(NamedTuple):
    """Any of the rows are wanted, as a list of their keys."""

    prompt: Prompt
    rows: Sequence[Row]
    ticked: Sequence[str] = ()


class AskFind(NamedTuple):
    """One of hundreds of rows is wanted, by its key; "" where it is skipped."""

    prompt: Prompt
    rows: Sequence[Row]
    at: str = ""


class ShowPages(NamedTuple):
    """Long text is to be read; the answer is None."""

    title: str
    lines: Sequence[str]


Ask = AskLine | AskText | AskMenu | AskSeveral | AskFind | ShowPages


# --- screens
# ------------------------------------------------------------------------------------------------------------


class OpenHub(NamedTuple):
    """The hub, until the person leaves by it."""


class OpenSection(NamedTuple):
    """A section of the interview."""

    section: str


class OpenStarter(NamedTuple):
    """The choice of a kind of case, and what of it is taken into a sheet that has no claim yet."""


class OpenPreview(NamedTuple):
    """The whole draft as it will print, with what is found beside it."""


class OpenReview(NamedTuple):
    """What is missing and what is weak."""


class Resume(NamedTuple):
    """The question at `path`, then the record it belongs to; `flowing`: from it on in order."""

    path: str
    flowing: bool = False


class OpenPath(NamedTuple):
    """The question at `path`, or the screen of the record or list there."""

    path: str


class OpenNearest(NamedTuple):
    """The question at `path` or the nearest above it, from another section and back to it."""

    path: str


class OpenQuestion(NamedTuple):
    """A question of any kind. `at` is the key of an entry of it that is to be opened first."""

    asked: Asked
    progress: str = ""
    at: str = ""


class OpenRecord(NamedTuple):
    """A record at `path`, or the fields `names` of it: its ordinary questions from the one at `start`, then
    all its fields. Gives the path of the record, which changes when a new entry (`path` ends in `+`) is
    added: after the entry `after`.

    `fields`: all its fields at once, without the questions, or after the one at `first` alone.
    """

    record: type[Record]
    path: str
    names: Sequence[str] = ()
    after: str | None = None
    start: str = ""
    fields: bool = False
    first: str = ""


class OpenList(NamedTuple):
    """The entries of a list of records. `claims`: they are claims, which have screens of their own."""

    asked: Asked
    claims: bool = False


class AddEntry(NamedTuple):
    """A new entry of the list at `owner`, after the entry `after`; gives its key, or "" where nothing was
    answered.
    """

    owner: str
    after: str | None = None
    start: str = ""


class OpenClaim(NamedTuple):
    """A claim: its own questions, its elements in turn, the chain."""

    claim: str


class AddClaim(NamedTuple):
    """A new claim, by choosing a cause of action; gives its id, or "" where none was chosen."""


class OpenElement(NamedTuple):
    """One element of a claim."""

    claim: str
    element: str
    progress: str = ""


Open = (
    OpenHub
    | OpenSection
    | OpenStarter
    | OpenPreview
    | OpenReview
    | Resume
    | OpenPath
    | OpenNearest
    | OpenQuestion
    | OpenRecord
    | OpenList
    | AddEntry
    | OpenClaim
    | AddClaim
    | OpenElement
)
Step = Ask | Open
Result = TypeVar("Result")
Steps = Generator[Step, Any, Result]


# --- asking in a line
# ------------------------------------------------------------------------------------------------------------


def line(prompt: Prompt) -> Steps[str]:
    """Ask for a line."""
    answer: str = yield AskLine(prompt)
    return answer


def text(prompt: Prompt) -> Steps[str]:
    """Ask for text."""
    answer: str = yield AskText(prompt)
    return answer


def menu(prompt: Prompt, rows: Sequence[Row], keys: Sequence[Key] = (), at: str = "") -> Steps[Chosen]:
    """Ask for one of a few rows."""
    chosen: Chosen = yield AskMenu(prompt, rows, keys, at)
    return chosen


def several(prompt: Prompt, rows: Sequence[Row], ticked: Sequence[str] = ()) -> Steps[list[str]]:
    """Ask for any of the rows."""
    keys: list[str] = yield AskSeveral(prompt, rows, ticked)
    return keys


def find(prompt: Prompt, rows: Sequence[Row], at: str = "") -> Steps[str]:
    """Ask for one of hundreds of rows."""
    key: str = yield AskFind(prompt, rows, at)
    return key
