"""The questions that a claim's causes ask of themselves, as questions of the sheet."""

from __future__ import annotations

from typing import Any, Sequence

from drafter.facts.question import Question
from drafter.interview.chain import forum_of, theories
from drafter.interview.questions import Asked
from drafter.interview.shapes import Kind, Shape
from drafter.interview.sitting import Sitting
from drafter.library.records import CauseQuestion
from drafter.tree.paths import join

__all__ = ["all_answers", "of_cause", "put_for"]

_OF_CAUSE: dict[str, Kind] = {
    "text": "line",
    "prose": "prose",
    "yes-no": "yes-no",
    "choice": "one-of",
    "date": "date",
    "money": "money",
}


def of_cause(questions: Sequence[Any], raw: Any, path: str) -> list[Asked]:
    """The questions of a cause of action (`CauseQuestion`s) as questions at `path`, the claim's `answers`."""
    given = raw if isinstance(raw, dict) else {}
    return [
        Asked(
            join(path, str(each.id)),
            str(each.id),
            Question(
                str(each.prompt), str(each.help or ""), example=str(each.example or ""), needed=each.needed
            ),
            Shape(_OF_CAUSE[each.kind], tuple(map(str, each.choices)), stated=True),
            given.get(str(each.id)),
        )
        for each in questions
    ]


def put_for(sitting: Sitting, claim: str) -> list[CauseQuestion]:
    """The questions of the claim's causes that are put in this court, for a claim of this kind."""
    classes = bool(sitting.get(f"claims.{claim}.for"))
    own = [each for cause in theories(sitting, claim) for each in cause.questions_]
    return [each for each in own if each.put(forum_of(sitting), classes)]


def all_answers(sitting: Sitting, asked: Asked) -> list[Asked]:
    """The questions of a claim's causes, and any other answer there is. `asked` is the claim's `answers`."""
    raw = sitting.get(asked.path) or {}
    claim = asked.path.split(".")[1]
    known = of_cause(put_for(sitting, claim) if sitting.library else [], raw, asked.path)
    names = {each.name for each in known}
    other = [
        Asked(
            join(asked.path, name),
            name,
            asked.question._replace(prompt=name.replace("-", " ")),
            Shape("line", stated=True),
            value,
        )
        for name, value in raw.items()
        if name not in names
    ]
    return [*known, *other]
