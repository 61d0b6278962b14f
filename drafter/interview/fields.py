"""Putting one question: how each kind is asked, what may be answered, and what is kept of it."""

from __future__ import annotations

from typing import Any, Callable

from drafter.facts.filing import Court
from drafter.facts.values import Unknown, Without
from drafter.interview.answers import check_of, long_form, read, shown
from drafter.interview.asking import Back, NotNow, Prompt, Row
from drafter.interview.inheriting import from_line
from drafter.interview.labels import usual_word
from drafter.interview.questions import Asked
from drafter.interview.sitting import Sitting
from drafter.tree.cycles import closing

__all__ = ["ADDABLE", "ask", "note_of", "prompt_of"]

MANY = 12
"""With more rows than this, one is found by typing words of it."""
ADDABLE = ("defendants", "non_parties", "exhibits", "agreements", "statements", "omissions", "related_cases")
"""Lists to which an entry can be added where a question refers to them."""
_ADD, _UNKNOWN, _NONE, _SKIP = "+", "?", "-", ""
_HINTS = {
    "date": "2024-09-18, 2024-09, 2024 or Sept. 18, 2024",
    "money": "$1,000 or 29.99",
    "count": "a whole number",
    "state": "CA, or California",
    "states": "CA, NY",
    "ids": "ids, with commas between",
    "id": "an id: a-z, 0-9 and -",
}
_TYPED = ("line", "prose", "date", "money", "count", "state", "states", "id", "ids")


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
        sitting.draft(asked.path) or _held(asked),
        check_of(asked.shape, asked.must) if asked.kind in _TYPED else _anything,
        _hint(asked),
    )


def _held(asked: Asked) -> str:
    return shown(asked.value) if asked.kind in _TYPED else ""


def _anything(text: str) -> str:
    return ""


def _hint(asked: Asked) -> str:
    parts = [_HINTS.get(asked.kind, "")]
    if asked.kind in _TYPED:
        parts.append("" if asked.must else "Enter to skip")
        parts.append("? not known · - none" if asked.shape.stated else "")
    return " · ".join(filter(None, parts))


def ask(sitting: Sitting, asked: Asked, progress: str = "") -> None:
    """Put one question that is neither a list nor a record, and keep the answer. Back, Hub and Leave pass on;
    half-typed text is kept.
    """
    while True:
        prompt = prompt_of(sitting, asked, progress)
        try:
            answer = _answer(sitting, asked, prompt)
        except NotNow as stop:
            if asked.kind in _TYPED and stop.draft.strip() and stop.draft != _held(asked):
                sitting.keep_draft(asked.path, stop.draft)
            raise
        circle = closing(asked.path, answer, sitting.entries)
        if circle:
            sitting.asker.say(f"That would go round in a circle: {circle}.")
            continue
        try:
            return sitting.set(asked.path, answer)
        except NotNow as stop:  # from the question where an inherited answer is to be changed
            sitting.keep_draft(asked.path, shown(answer) if asked.kind in _TYPED else "")
            if not isinstance(stop, Back):
                raise


def _answer(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    picker = _PICKERS.get(id(asked.question))
    if picker and sitting.library is not None:
        return picker(sitting, asked, prompt)
    if asked.kind in _TYPED:
        return _typed(sitting, asked, prompt)
    return _CHOSEN[asked.kind](sitting, asked, prompt)


def _typed(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    text = sitting.asker.text(prompt) if asked.kind == "prose" else sitting.asker.line(prompt)
    value = read(asked.shape, text, asked.must)
    if isinstance(value, str) and asked.kind in ("date", "money", "state"):
        written = long_form(asked.shape, value)
        if written != text.strip():
            sitting.asker.say(written)
    return value


# --- choosing
# ------------------------------------------------------------------------------------------------------------


def _words(value: str) -> str:
    return value.replace("-", " ")


def _further(asked: Asked) -> list[Row]:
    """The rows for the answers that are none of those there are."""
    rows = (
        [Row(_UNKNOWN, "Not known yet"), Row(_NONE, "There is none, or it is not to be pleaded")]
        if asked.shape.stated
        else []
    )
    if asked.must:
        return rows
    usual = usual_word(asked.question)
    return [*rows, Row(_SKIP, f"Leave it unanswered ({_words(usual)})" if usual else "Leave it unanswered")]


def _chosen(sitting: Sitting, asked: Asked, prompt: Prompt, rows: list[Row]) -> Any:
    """One of `rows`, or not known, or none; None for unanswered. Raises Back."""
    rows = [*rows, *_further(asked)]
    at = {Unknown: _UNKNOWN, Without: _NONE}.get(type(asked.value), asked.value or usual_word(asked.question))
    at = at if any(row.key == at for row in rows) else rows[0].key
    while True:
        many = len(rows) > MANY
        key = (
            sitting.asker.find(prompt, rows, at if asked.value else "")
            if many
            else sitting.asker.menu(prompt, rows, at=at).key
        )
        if key == _SKIP and asked.must:
            sitting.asker.say("This is needed: the entry cannot be kept without it.")
            continue
        if key not in (_UNKNOWN, _NONE):
            return key or None
        try:
            return note_of(sitting, asked, key)
        except Back:
            at = key


def note_of(sitting: Sitting, asked: Asked, key: str) -> Unknown | Without:
    """Ask what is to be found out (`?`), or why there is none (`-`). Raises Back."""
    kind, title = (
        (Unknown, "what is to be found out")
        if key == _UNKNOWN
        else (Without, "why there is none, or why it is not pleaded")
    )
    held = asked.value[0] if isinstance(asked.value, kind) else ""
    place = f"{sitting.place(asked.path)} › {asked.question.prompt}"
    text = sitting.asker.line(Prompt(title, place, text=held, hint="Enter to say no more"))
    return kind(" ".join(text.split()))


def _one_of(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    return _chosen(
        sitting, asked, prompt, [Row(choice, _words(choice), words=choice) for choice in asked.shape.choices]
    )


def _yes_no(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    return _chosen(sitting, asked, prompt, [Row("yes", "Yes"), Row("no", "No")])


def _several_of(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    rows = [Row(choice, _words(choice), words=choice) for choice in asked.shape.choices]
    return sitting.asker.several(prompt, rows, asked.value if isinstance(asked.value, list) else ()) or None


def _reference(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    while True:
        rows = _rows_for(sitting, asked)
        if not rows and not asked.shape.stated:
            raise _nothing_there(sitting, asked)
        key = _chosen(sitting, asked, prompt, rows)
        if key != _ADD:
            return key
        own = _added(sitting, asked)
        if own:
            return own


def _references(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    ticked = list(asked.value) if isinstance(asked.value, list) else []
    while True:
        rows = _rows_for(sitting, asked)
        if not rows:
            raise _nothing_there(sitting, asked)
        chosen = sitting.asker.several(prompt, rows, ticked)
        ticked = [
            *(key for key in ticked if key in chosen),
            *(key for key in chosen if key not in ticked and key != _ADD),
        ]
        if _ADD not in chosen:
            return ticked or None
        ticked += filter(None, [_added(sitting, asked)])


def _rows_for(sitting: Sitting, asked: Asked) -> list[Row]:
    rows = sitting.candidates(asked.question.refers)
    return [*rows, Row(_ADD, "Add one now")] if _addable(asked) else rows


def _addable(asked: Asked) -> str:
    return next((kind for kind in asked.question.refers if kind in ADDABLE), "")


def _added(sitting: Sitting, asked: Asked) -> str:
    """Add an entry to what the question refers to; its id, or "" where the person went back from it."""
    from drafter.interview.lists import add

    try:
        return add(sitting, _addable(asked))
    except Back:
        return ""
    finally:
        sitting.stand(asked.path)


class NothingThere(Back):
    """A question whose answers are entries that the sheet does not have yet."""


def _nothing_there(sitting: Sitting, asked: Asked) -> NothingThere:
    kinds = " or ".join(kind.replace("_", " ") for kind in asked.question.refers)
    sitting.asker.say(f"{asked.question.prompt}: there are no {kinds} in the sheet yet.")
    return NothingThere()


_CHOSEN: dict[str, Callable[[Sitting, Asked, Prompt], Any]] = {
    "one-of": _one_of,
    "yes-no": _yes_no,
    "several-of": _several_of,
    "reference": _reference,
    "references": _references,
}


# --- what the library offers
# -----------------------------------------------------------------------------------------------------------


def _court(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    assert sitting.library is not None
    courts = sitting.library.courts()
    rows = [
        Row(court.id, str(court.name), court.id, " ".join([court.state, *map(str, court.aliases)]))
        for court in courts
    ]
    held = str(asked.value or "")
    hint = "Any words of its name, in any order: “nd cal”, “cand”"
    return sitting.asker.find(prompt._replace(text="", hint=hint), rows, held) or asked.value


def _theories(sitting: Sitting, asked: Asked, prompt: Prompt) -> Any:
    assert sitting.library is not None
    there = sitting.library.ids("causes", ".md")
    by_shape = check_of(asked.shape, asked.must)

    def check(text: str) -> str:
        problem = by_shape(text)
        strange = [] if problem else [own for own in read(asked.shape, text) or [] if own not in there]
        return (
            f"The library has no cause “{strange[0]}”: `drafter list causes` has them."
            if strange
            else problem
        )

    return _typed(sitting, asked, prompt._replace(check=check))


def _pickers() -> dict[int, Callable[[Sitting, Asked, Prompt], Any]]:
    from drafter.facts.claims import Claim

    return {id(Court.questions["id"]): _court, id(Claim.questions["theories"]): _theories}


_PICKERS = _pickers()
