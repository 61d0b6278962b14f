"""How a question is put: what stands above the field, what it holds, and how to answer."""

from __future__ import annotations

from typing import Sequence

from drafter.facts.values import Unknown, Without
from drafter.interview.answers import check_of, shown
from drafter.interview.asking import Prompt
from drafter.interview.inheriting import from_line
from drafter.interview.questions import Asked
from drafter.interview.sitting import Sitting
from drafter.interview.steps import Steps, line

__all__ = ["NONE", "TYPED", "UNKNOWN", "held", "list_prompt", "note_of", "prompt_of"]

UNKNOWN, NONE = "?", "-"
"""The keys of the rows for what is not known, and for what there is none of."""
_HINTS = {
    "date": "2024-09-18, 2024-09, 2024 or Sept. 18, 2024",
    "money": "$1,000 or 29.99",
    "count": "a whole number",
    "state": "CA, or California",
    "states": "CA, NY",
    "ids": "ids, with commas between",
    "id": "an id: a-z, 0-9 and -",
}
TYPED = ("line", "prose", "date", "money", "count", "state", "states", "id", "ids")
"""The kinds of question whose answer is typed."""


def prompt_of(sitting: Sitting, asked: Asked, progress: str = "") -> Prompt:
    """The prompt that puts `asked`: what it is about, and what the field holds (a half-typed text first)."""
    question = asked.question
    return Prompt(
        question.prompt,
        sitting.place(asked.path),
        progress,
        question.help,
        question.authority,
        question.example,
        tuple(filter(None, [from_line(sitting, asked.path), *sitting.advice(asked.path)])),
        sitting.draft(asked.path) or held(asked),
        check_of(asked.shape, asked.must) if asked.kind in TYPED else _anything,
        _hint(asked),
    )


def held(asked: Asked) -> str:
    """What the field of a typed question holds, where nothing was half-typed."""
    return shown(asked.value) if asked.kind in TYPED else ""


def _anything(text: str) -> str:
    return ""


def _hint(asked: Asked) -> str:
    parts = [_HINTS.get(asked.kind, "")]
    if asked.kind in TYPED:
        parts.append("" if asked.must else "Enter to skip")
        parts.append("? not known · - none" if asked.shape.stated else "")
    return " · ".join(filter(None, parts))


def note_of(sitting: Sitting, asked: Asked, key: str) -> Steps[Unknown | Without]:
    """Ask what is to be found out (`?`), or why there is none (`-`). Raises Back."""
    kind, title = (
        (Unknown, "what is to be found out")
        if key == UNKNOWN
        else (Without, "why there is none, or why it is not pleaded")
    )
    before = asked.value[0] if isinstance(asked.value, kind) else ""
    place = f"{sitting.place(asked.path)} › {asked.question.prompt}"
    text = yield from line(Prompt(title, place, text=before, hint="Enter to say no more"))
    return kind(" ".join(text.split()))


def list_prompt(sitting: Sitting, asked: Asked) -> Prompt:
    """The prompt of the screen of a list."""
    question = asked.question
    notes: Sequence[str] = tuple(filter(None, [from_line(sitting, asked.path), *sitting.advice(asked.path)]))
    return Prompt(
        question.prompt,
        sitting.place(asked.path),
        help=question.help,
        authority=question.authority,
        notes=notes,
        hint="Enter opens the row",
    )
