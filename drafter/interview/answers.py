"""From what a person types to what the sheet keeps, and back: the one reader of answers. Pure.

`? note` is asked and not known, `- reason` (or `none: reason`) is that there is none; a backslash before
either types the words themselves.
"""

from __future__ import annotations

import re
from typing import Any, Callable

from drafter.facts import dates, states, values
from drafter.facts.clean_text import clean
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Unknown, Without
from drafter.interview.shapes import Shape

__all__ = ["check_of", "long_form", "read", "shown"]

_STATE = re.compile(r"(\\*)(\?|-(?= |$)|none:(?= |$))(.*)", re.DOTALL)
_READERS: dict[str, Callable[[str], str]] = {
    "line": lambda text: str(values.plain(text)),
    "prose": lambda text: str(values.prose(text)),
    "date": lambda text: dates.event_date(text).iso,
    "money": lambda text: text if values.money(text) >= 0 else "",
    "count": lambda text: str(values.number(text)),
    "state": states.state,
    "id": values.identifier,
    "yes-no": lambda text: "yes" if values.yes_no(text) else "no",
}


def read(shape: Shape, text: str, must: bool = False) -> Any:
    """The raw answer that `text` stands for; None for nothing. Raises ValueError with what is wrong, as a
    sentence.
    """
    text = clean(text).strip()
    if not text:
        if must:
            raise ValueError("This is needed: the entry cannot be kept without it.")
        return None
    state = _stated(text)
    if state is not None:
        if not shape.stated:
            raise ValueError("This takes an answer or nothing: Enter alone skips it.")
        return state
    if found := _STATE.fullmatch(text):
        text = text[1:] if found[1] else text
    if shape.kind in ("states", "ids"):
        return [_READERS[shape.kind[:-1]](part.strip()) for part in text.split(",") if part.strip()]
    return _READERS.get(shape.kind, str)(text)


def _stated(text: str) -> Unknown | Without | None:
    found = _STATE.fullmatch(text)
    if not found or found[1] or "\n" in text:
        return None
    note = " ".join(found[3].split())
    return Unknown(note) if found[2] == "?" else Without(note)


def shown(value: Any) -> str:
    """A raw answer as text that `read` turns back into it."""
    if isinstance(value, Unknown):
        return f"? {value.note}".strip()
    if isinstance(value, Without):
        return f"- {value.reason}".strip()
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = "" if value is None else str(value)
    return f"\\{text}" if _STATE.fullmatch(text) and ("\n" not in text or text.startswith("\\")) else text


def check_of(shape: Shape, must: bool = False) -> Callable[[str], str]:
    """The check of a prompt: "" where `read` can read the text, else what is wrong with it."""

    def check(text: str) -> str:
        try:
            read(shape, text, must)
        except ValueError as error:
            message = str(error)
            return message[:1].upper() + message[1:]
        return ""

    return check


def long_form(shape: Shape, value: Any) -> str:
    """A date, a sum or a State as it is written out; any other text as it is."""
    forms: dict[str, Callable[[str], str]] = {
        "date": lambda text: str(dates.event_date(text)).replace("\u00a0", " "),
        "money": lambda text: str(values.money(text)),
        "state": lambda text: STATE_NAMES[states.state(text)],
        "count": lambda text: f"{values.number(text):,}",
    }
    try:
        return forms[shape.kind](value) if shape.kind in forms and isinstance(value, str) else shown(value)
    except ValueError:
        return str(value)
