"""What only a person can say about a sheet that two hold or have changed, asked when it comes up."""

from __future__ import annotations

from typing import Any, Callable, TypeVar

from drafter.interview.asking import Leave, NotNow, Prompt, Row
from drafter.interview.sitting import Sitting
from drafter.interview.steps import Steps, menu
from drafter.matter_files.refused_changes import RefusedAnswers
from drafter.tree.differences import Decision, MergeConflict
from drafter.wording import shortened

__all__ = ["decided", "decision_on", "saved"]

Done = TypeVar("Done")


class Undecided(Exception):
    """Work on the sheet met a conflict that nobody has decided yet; nothing was done."""

    def __init__(self, conflict: MergeConflict) -> None:
        super().__init__(conflict.message)
        self.conflict = conflict


def decided(sitting: Sitting, work: Callable[[], Done]) -> Steps[Done]:
    """Do `work` on the sheet; where it meets a conflict, ask the person and do it over. Raises what `work`
    does.
    """
    decisions: list[Decision] = []

    def decide(conflict: MergeConflict) -> Decision:
        if not decisions:
            raise Undecided(conflict)
        return decisions.pop()

    before = sitting.keeper.decide
    try:
        while True:
            sitting.keeper.decide = decide
            try:
                return work()
            except Undecided as problem:
                sitting.keeper.decide = before
                decisions.append((yield from decision_on(problem.conflict)))
    finally:
        sitting.keeper.decide = before


def saved(sitting: Sitting) -> Steps[None]:
    """Save the sheet. Where answers had to be put aside, the person is told, and goes on without them. Raises
    SheetError and OutputError.
    """
    try:
        yield from decided(sitting, sitting.keeper.save)
    except RefusedAnswers as problem:
        sitting.say(problem.message, problem.hint)
        sitting.forget_steps()


def decision_on(conflict: MergeConflict) -> Steps[Decision]:
    """Ask what is to be done about a conflict; leaving is to stop."""
    shown = [
        f"{difference.path}: theirs {_short(difference.theirs)}, yours {_short(difference.mine)}"
        for difference in conflict.fields[:12]
    ]
    more = [f"… and {len(conflict.fields) - 12} more"] if len(conflict.fields) > 12 else []
    rows = [Row(name, words) for name, words in conflict.choices.items()]
    prompt = Prompt("what is to be done", "Saving", notes=[conflict.message, *shown, *more])
    while True:
        try:
            chosen = yield from menu(prompt, rows, at=rows[-1].key)
        except Leave:
            return "stop"
        except NotNow:
            continue
        return next(decision for decision in conflict.choices if decision == chosen.key)


def _short(value: Any) -> str:
    return f"“{shortened(str('nothing' if value is None else value), 50)}”"
