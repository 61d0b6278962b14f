"""From what a person types to what the sheet keeps, and back; ids from names; an answer in a line. Pure.

`? note` is asked and not known, `- reason` (or `none: reason`) is that there is none; a backslash before
either types the words themselves.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Callable, Container

from drafter.facts import dates, states, values
from drafter.facts.clean_text import clean
from drafter.facts.record import Question
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Unknown, Without
from drafter.interview.questions import LISTS, Asked, Shape

__all__ = [
    "brief",
    "check_of",
    "label",
    "long_form",
    "in_a_line",
    "names_it",
    "naming",
    "read",
    "shown",
    "slug",
    "usual_word",
]

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
_NAMES = tuple(
    "name firm title term caption gist heading text statute words fact product effect check quote".split()
)
"""The fields that name a record, by what it is called in a list and by what its id is made from: the first of
them that it has.
"""


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


# --- in a line
# ------------------------------------------------------------------------------------------------------------


def brief(asked: Asked) -> str:
    """The answer to a question in a line, for a list of them."""
    value = asked.value
    if value is None or value == []:
        usual = usual_word(asked.question)
        return f"not asked ({usual})" if usual else "not asked"
    if isinstance(value, Unknown):
        return in_a_line(f"not known: {value.note}" if value.note else "not known")
    if isinstance(value, Without):
        return in_a_line(f"none: {value.reason}" if value.reason else "none")
    if asked.kind in LISTS and asked.kind != "texts":
        return f"{len(value)} {'entry' if len(value) == 1 else 'entries'}"
    if isinstance(value, dict):
        return in_a_line(", ".join(_inside(value))) or "begun"
    return in_a_line("; ".join(map(str, value)) if isinstance(value, list) else long_form(asked.shape, value))


def usual_word(question: Question) -> str:
    """What counts where a question is not answered, as the sheet would write it; "" where nothing does."""
    default = question.default
    return (
        ("yes" if default else "no")
        if isinstance(default, bool)
        else default
        if isinstance(default, str)
        else ""
    )


def _inside(value: dict[str, Any]) -> list[str]:
    told = [entry for entry in value.values() if isinstance(entry, (str, Unknown, Without))]
    return [entry if isinstance(entry, str) else f"[{entry[0] or 'not known'}]" for entry in told]


def label(raw: Any, otherwise: str = "") -> str:
    """What a record is called in a list: its name, title or first words, else what it holds."""
    if not isinstance(raw, dict):
        return in_a_line(shown(raw)) or otherwise
    for name in _NAMES:
        if isinstance(raw.get(name), str):
            return in_a_line(raw[name])
    return in_a_line(", ".join(_inside({name: value for name, value in raw.items() if name != "id"}))) or str(
        raw.get("id") or otherwise
    )


def names_it(asked: Asked) -> bool:
    """Whether the answer can name its record."""
    return asked.name in _NAMES and asked.kind in ("line", "prose")


def naming(asked: list[Asked]) -> str:
    """The name of the question whose answer names the record; "" if none does."""
    names = [each.name for each in asked if names_it(each)]
    return min(names, key=_NAMES.index) if names else ""


def in_a_line(text: str, longest: int = 72) -> str:
    """`text` in one line of at most `longest` characters."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


# --- ids
# ------------------------------------------------------------------------------------------------------------

_IDLE = frozenset("a an and as at by for from in of on or that the their to was were which who with".split())


def slug(text: str, taken: Container[str], otherwise: str) -> str:
    """An id made from `text` (from `otherwise` where it has no letters), not among `taken`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    words = [word for word in words if word not in _IDLE] or words
    while words and not words[0][0].isalpha():
        words = words[1:]
    base = "-".join(words[:5])[:36].strip("-") or otherwise
    own, number = base, 2
    while own in taken:
        own, number = f"{base}-{number}", number + 1
    return own
