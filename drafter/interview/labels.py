"""An answer in a line, what a record is called, and ids from names. Pure."""

from __future__ import annotations

from typing import Any

from drafter.facts.question import Question
from drafter.facts.values import Unknown, Without
from drafter.interview.answers import long_form, shown
from drafter.interview.questions import Asked
from drafter.interview.shapes import LISTS
from drafter.wording import shortened

__all__ = ["brief", "label", "names_it", "naming", "usual_word"]

_NAMES = tuple(
    "name firm title term caption gist heading text statute words fact product effect check quote".split()
)
"""The fields that name a record, by what it is called in a list and by what its id is made from: the first of
them that it has.
"""


def brief(asked: Asked) -> str:
    """The answer to a question in a line, for a list of them."""
    value = asked.value
    if value is None or value == []:
        usual = usual_word(asked.question)
        return f"not asked ({usual})" if usual else "not asked"
    if isinstance(value, Unknown):
        return shortened(f"not known: {value.note}" if value.note else "not known")
    if isinstance(value, Without):
        return shortened(f"none: {value.reason}" if value.reason else "none")
    if asked.kind in LISTS and asked.kind != "texts":
        return f"{len(value)} {'entry' if len(value) == 1 else 'entries'}"
    if isinstance(value, dict):
        return shortened(", ".join(_inside(value))) or "begun"
    return shortened("; ".join(map(str, value)) if isinstance(value, list) else long_form(asked.shape, value))


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
        return shortened(shown(raw)) or otherwise
    for name in _NAMES:
        if isinstance(raw.get(name), str):
            return shortened(raw[name])
    return shortened(", ".join(_inside({name: value for name, value in raw.items() if name != "id"}))) or str(
        raw.get("id") or otherwise
    )


def names_it(asked: Asked) -> bool:
    """Whether the answer can name its record."""
    return asked.name in _NAMES and asked.kind in ("line", "prose")


def naming(asked: list[Asked]) -> str:
    """The name of the question whose answer names the record; "" if none does."""
    names = [each.name for each in asked if names_it(each)]
    return min(names, key=_NAMES.index) if names else ""
