"""A session: opened where the person is to go on, saved at each section's end, left with word of where
everything is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, NamedTuple, Sequence

from drafter.errors import UsageError
from drafter.interview.asking import Asker, Back, Hub, Leave
from drafter.interview.hub import MissingAnswer, goto, hub, lacking
from drafter.interview.sitting import Sitting, no_advice
from drafter.interview.tracing import NotAsked, trace
from drafter.matter_files.editing import EditingSession

if TYPE_CHECKING:
    from drafter.library import Library

__all__ = ["Outcome", "run"]


class Outcome(NamedTuple):
    """How a session ended: where the sheet is, what is missing from it, and whether the input ended before
    the person left.
    """

    path: Path
    missing: list[MissingAnswer]
    ended: bool

    @property
    def code(self) -> int:
        """The command's exit code: 2 where the input ended before everything required was answered, else
        0.
        """
        return 2 if self.ended and self.missing else 0


def run(
    keeper: EditingSession,
    asker: Asker,
    *,
    at: str = "",
    library: Library | None = None,
    advice: Callable[[str], Sequence[str]] | None = None,
) -> Outcome:
    """Interview the person whom `asker` speaks to, until they leave; everything is saved.

    `at` is the path of a question to open; without it the session goes on where the last one was left.
    `advice` gives what is to be told at
    a path; without it, with a `library`, the findings on the draft. Raises UsageError where nothing is asked
    at `at`, and what saving does.
    """
    sitting = _sitting(keeper, asker, library, advice)
    if at:
        _must_be_asked(sitting, at)
    ended = False
    try:
        _open(sitting, at)
        hub(sitting)
    except Leave as stop:
        ended = stop.ended
    keeper.save()
    left = lacking(sitting)
    asker.say(*_told(left, ended))
    return Outcome(keeper.path, left, ended)


def _sitting(
    keeper: EditingSession,
    asker: Asker,
    library: Library | None,
    advice: Callable[[str], Sequence[str]] | None,
) -> Sitting:
    if library is None or advice is not None:
        return Sitting(keeper, asker, library, advice or no_advice)
    from drafter.interview.advice import Advice
    from drafter.interview.preview import Preview

    return Sitting(keeper, asker, library, findings=Advice(Preview(library)))


def _must_be_asked(sitting: Sitting, path: str) -> None:
    try:
        trace(sitting.get, path, sitting.forum)
    except NotAsked as problem:
        raise UsageError(
            str(problem),
            "A path is written as in plaintiffs.lee.residence.county; `drafter check` names paths.",
        ) from None


def _open(sitting: Sitting, at: str) -> None:
    """Go to the question at `at`, else to where the last session was left."""
    stood = sitting.keeper.recall("at")
    path, flowing = (
        (at, False) if at else stood if isinstance(stood, list) and len(stood) == 2 else ("", False)
    )
    if not path:
        return
    try:
        goto(sitting, path, flowing)
    except (Back, Hub, NotAsked):
        pass
    sitting.keeper.save()


def _told(left: list[MissingAnswer], ended: bool) -> list[str]:
    if not left:
        return ["Every required question has an answer."]
    if not ended:
        return [f"{len(left)} required left."]
    return [f"{len(left)} required left:", *(f"  {each.title} ({each.path})" for each in left)]
