"""One question that is neither a list nor a record: how each kind is asked, and what is kept of it."""

from __future__ import annotations

from typing import Any, Callable

from drafter.facts.claims import Claim
from drafter.facts.filing import Court
from drafter.facts.values import Unknown, Without
from drafter.interview.answers import check_of, long_form, read, shown
from drafter.interview.asking import Back, NothingThere, NotNow, Prompt, Row
from drafter.interview.inheriting import set_answer
from drafter.interview.labels import usual_word
from drafter.interview.prompts import NONE, TYPED, UNKNOWN, held, note_of, prompt_of
from drafter.interview.questions import Asked
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AddEntry, OpenQuestion, Steps, find, line, menu, several, text
from drafter.tree.cycles import closing

__all__ = ["field"]

MANY = 12
"""With more rows than this, one is found by typing words of it."""
_ADDABLE = (
    "defendants",
    "non_parties",
    "exhibits",
    "agreements",
    "statements",
    "omissions",
    "related_cases",
)
"""Lists to which an entry can be added where a question refers to them."""
_ADD, _SKIP = "+", ""


def field(sitting: Sitting, opened: OpenQuestion) -> Steps[None]:
    """Put the question, and keep the answer. Back, Hub and Leave pass on; half-typed text is kept."""
    asked = opened.asked
    while True:
        prompt = prompt_of(sitting, asked, opened.progress)
        try:
            answer = yield from _answer(sitting, asked, prompt)
        except NotNow as stop:
            if asked.kind in TYPED and stop.draft.strip() and stop.draft != held(asked):
                sitting.keep_draft(asked.path, stop.draft)
            raise
        circle = closing(asked.path, answer, sitting.entries)
        if circle:
            sitting.say(f"That would go round in a circle: {circle}.")
            continue
        try:
            return (yield from set_answer(sitting, asked.path, answer))
        except NotNow as stop:  # from the question where an inherited answer is to be changed
            sitting.keep_draft(asked.path, shown(answer) if asked.kind in TYPED else "")
            if not isinstance(stop, Back):
                raise


def _answer(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    picker = _PICKERS.get(id(asked.question))
    if picker and sitting.library is not None:
        return picker(sitting, asked, prompt)
    if asked.kind in TYPED:
        return _typed(sitting, asked, prompt)
    return _CHOSEN[asked.kind](sitting, asked, prompt)


def _typed(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    typed = yield from text(prompt) if asked.kind == "prose" else line(prompt)
    value = read(asked.shape, typed, asked.must)
    if isinstance(value, str) and asked.kind in ("date", "money", "state"):
        written = long_form(asked.shape, value)
        if written != typed.strip():
            sitting.say(written)
    return value


# --- choosing
# ------------------------------------------------------------------------------------------------------------


def _words(value: str) -> str:
    return value.replace("-", " ")


def _further(asked: Asked) -> list[Row]:
    """The rows for the answers that are none of those there are."""
    rows = (
        [Row(UNKNOWN, "Not known yet"), Row(NONE, "There is none, or it is not to be pleaded")]
        if asked.shape.stated
        else []
    )
    if asked.must:
        return rows
    usual = usual_word(asked.question)
    return [*rows, Row(_SKIP, f"Leave it unanswered ({_words(usual)})" if usual else "Leave it unanswered")]


def _chosen(sitting: Sitting, asked: Asked, prompt: Prompt, rows: list[Row]) -> Steps[Any]:
    """One of `rows`, or not known, or none; None for unanswered. Raises Back."""
    rows = [*rows, *_further(asked)]
    at = {Unknown: UNKNOWN, Without: NONE}.get(type(asked.value), asked.value or usual_word(asked.question))
    at = at if any(row.key == at for row in rows) else rows[0].key
    while True:
        if len(rows) > MANY:
            key = yield from find(prompt, rows, at if asked.value else "")
        else:
            key = (yield from menu(prompt, rows, at=at)).key
        if key == _SKIP and asked.must:
            sitting.say("This is needed: the entry cannot be kept without it.")
            continue
        if key not in (UNKNOWN, NONE):
            return key or None
        try:
            return (yield from note_of(sitting, asked, key))
        except Back:
            at = key


def _one_of(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    rows = [Row(choice, _words(choice), words=choice) for choice in asked.shape.choices]
    return _chosen(sitting, asked, prompt, rows)


def _yes_no(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    return _chosen(sitting, asked, prompt, [Row("yes", "Yes"), Row("no", "No")])


def _several_of(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    rows = [Row(choice, _words(choice), words=choice) for choice in asked.shape.choices]
    keys = yield from several(prompt, rows, asked.value if isinstance(asked.value, list) else ())
    return keys or None


# --- naming entries of the sheet
# ------------------------------------------------------------------------------------------------------------


def _reference(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    while True:
        rows = _rows_for(sitting, asked)
        if not rows and not asked.shape.stated:
            raise _nothing_there(sitting, asked)
        key = yield from _chosen(sitting, asked, prompt, rows)
        if key != _ADD:
            return key
        own = yield from _added(sitting, asked)
        if own:
            return own


def _references(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    ticked = list(asked.value) if isinstance(asked.value, list) else []
    while True:
        rows = _rows_for(sitting, asked)
        if not rows:
            raise _nothing_there(sitting, asked)
        keys = yield from several(prompt, rows, ticked)
        ticked = [
            *(key for key in ticked if key in keys),
            *(key for key in keys if key not in ticked and key != _ADD),
        ]
        if _ADD not in keys:
            return ticked or None
        own = yield from _added(sitting, asked)
        ticked += [own] if own else []


def _rows_for(sitting: Sitting, asked: Asked) -> list[Row]:
    rows = sitting.candidates(asked.question.refers, asked.path)
    return [*rows, Row(_ADD, "Add one now")] if _addable(asked) else rows


def _addable(asked: Asked) -> str:
    return next((kind for kind in asked.question.refers if kind in _ADDABLE), "")


def _added(sitting: Sitting, asked: Asked) -> Steps[str]:
    """Add an entry to what the question refers to; its id, or "" where the person went back from it."""
    try:
        own: str = yield AddEntry(_addable(asked))
        return own
    except Back:
        return ""
    finally:
        sitting.stand(asked.path)


def _nothing_there(sitting: Sitting, asked: Asked) -> NothingThere:
    kinds = " or ".join(kind.replace("_", " ") for kind in asked.question.refers)
    sitting.say(f"{asked.question.prompt}: there are no {kinds} in the sheet yet.")
    return NothingThere()


_CHOSEN: dict[str, Callable[[Sitting, Asked, Prompt], Steps[Any]]] = {
    "one-of": _one_of,
    "yes-no": _yes_no,
    "several-of": _several_of,
    "reference": _reference,
    "references": _references,
}


# --- what the library offers
# ------------------------------------------------------------------------------------------------------------


def _court(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    assert sitting.library is not None
    rows = [
        Row(court.id, str(court.name), court.id, " ".join(court.search_names()))
        for court in sitting.library.courts()
    ]
    before = str(asked.value or "")
    hint = "Any words of its name, in any order: “nd cal”, “cand”"
    found = yield from find(prompt._replace(text="", hint=hint), rows, before)
    return found or asked.value


def _theories(sitting: Sitting, asked: Asked, prompt: Prompt) -> Steps[Any]:
    assert sitting.library is not None
    there = {*sitting.library.ids("causes", ".md"), *sitting.library.ids("core", ".md")}
    by_shape = check_of(asked.shape, asked.must)

    def check(typed: str) -> str:
        problem = by_shape(typed)
        strange = [] if problem else [own for own in read(asked.shape, typed) or [] if own not in there]
        return (
            f"The library has no cause “{strange[0]}”: `drafter list causes` has them."
            if strange
            else problem
        )

    return _typed(sitting, asked, prompt._replace(check=check))


_PICKERS: dict[int, Callable[[Sitting, Asked, Prompt], Steps[Any]]] = {
    id(Court.questions["id"]): _court,
    id(Claim.questions["theories"]): _theories,
}
"""Questions that the library answers, by the question."""
