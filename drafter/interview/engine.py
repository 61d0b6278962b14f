"""The engine of the interview: a stack of screens, and one loop that asks, keeps and redraws.

A `Session` is driven from outside, one answer at a time: `screen` is what is asked now, `answer` gives the
answer, `leave` says that there is none (`Back`, `Hub`, `Leave`). Nothing waits inside it, so that a terminal,
a test or a program may drive it alike. `run` drives it through an `Asker`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, NamedTuple, Sequence

from drafter.errors import UsageError
from drafter.interview.advice import Advice
from drafter.interview.asking import Asker, Back, Chosen, Hub, Leave, NotNow
from drafter.interview.deciding import saved
from drafter.interview.preview import Preview
from drafter.interview.screens import screen_of
from drafter.interview.sections import MissingAnswer, lacking
from drafter.interview.sitting import Sitting, no_advice
from drafter.interview.steps import (
    Ask,
    AskFind,
    AskLine,
    AskMenu,
    AskSeveral,
    AskText,
    OpenHub,
    Result,
    Resume,
    ShowPages,
    Step,
    Steps,
)
from drafter.interview.tracing import NotAsked, trace
from drafter.library import Library
from drafter.matter_files.editing import EditingSession

__all__ = ["Outcome", "ScreenStack", "Session", "WrongAnswer", "ask", "drive", "problem_of", "run", "through"]


class Outcome(NamedTuple):
    """How a session ended: where the sheet is, what is missing from it, whether the input ended before the
    person left, and whether the draft is to be written now.
    """

    path: Path
    missing: list[MissingAnswer]
    ended: bool
    wants_draft: bool = False

    @property
    def code(self) -> int:
        """The command's exit code: 2 where the input ended before everything required was answered, else
        0.
        """
        return 2 if self.ended and self.missing else 0


class WrongAnswer(ValueError):
    """An answer that what is asked does not take; the message says why."""


class ScreenStack:
    """Screens over one another, the first of which is `bottom`, driven one answer at a time.

    `screen` is what is asked now, None at the end; `result` is then what came of the first screen. What a
    screen raises and none below it takes up is raised here.
    """

    def __init__(self, sitting: Sitting | None, bottom: Steps[Any]) -> None:
        self.sitting = sitting
        self.screen: Ask | None = None
        self.result: Any = None
        self._stack = [bottom]
        self._go_on(None)

    def answer(self, answer: Any) -> None:
        """Give the answer to what is asked now, and go on to what is asked next. Raises WrongAnswer
        for one that will not do; then the same is asked still.
        """
        assert self.screen is not None, "the session has ended"
        problem = problem_of(self.screen, answer)
        if problem:
            raise WrongAnswer(problem)
        self._go_on(answer)

    def leave(self, stop: NotNow) -> None:
        """Go on without an answer: back, to the hub, or out of the session; what was half-typed is kept."""
        assert self.screen is not None, "the session has ended"
        self._go_on(None, stop)

    def heard(self) -> list[str]:
        """What is to be said to the person before what is asked now; told once."""
        if self.sitting is None:
            return []
        said, self.sitting.said = self.sitting.said, []
        return said

    def _go_on(self, answer: Any, problem: Exception | None = None) -> None:
        """Send the answer, or raise the problem, in the screen on top; and so down the stack, until something
        is asked.
        """
        self.screen = None
        while self._stack:
            step, answer, problem = self._step(answer, problem)
            if isinstance(step, (AskLine, AskText, AskMenu, AskSeveral, AskFind, ShowPages)):
                self.screen = step
                return
            if step is not None and self.sitting is not None:
                self._stack.append(screen_of(self.sitting, step))
        if problem is not None:
            raise problem
        self.result = answer

    def _step(self, answer: Any, problem: Exception | None) -> tuple[Step | None, Any, Exception | None]:
        """The next step of the screen on top; where it has none, its result or its problem, for the one
        below.
        """
        top = self._stack[-1]
        try:
            return (top.send(answer) if problem is None else top.throw(problem)), None, None
        except StopIteration as end:
            self._stack.pop()
            return None, end.value, None
        except Exception as raised:  # noqa: BLE001 - the screens below decide what becomes of it
            self._stack.pop()
            return None, None, raised


class Session(ScreenStack):
    """An interview on the sheet that `keeper` holds, until the person leaves; everything is saved then, and
    `result` says how it ended.

    `at` is the path of a question to open; without it the session goes on where the last one was left.
    `advice` gives what is to be told at a path; without it, with a `library`, the findings on the draft.
    Raises UsageError where nothing is asked at `at`, and what saving does.
    """

    result: Outcome

    def __init__(
        self,
        keeper: EditingSession,
        *,
        at: str = "",
        library: Library | None = None,
        advice: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        if library is None or advice is not None:
            sitting = Sitting(keeper, library, advice or no_advice)
        else:
            sitting = Sitting(keeper, library, findings=Advice(Preview(library)))
        if at:
            _must_be_asked(sitting, at)
        super().__init__(sitting, _whole(sitting, at))


def _whole(sitting: Sitting, at: str) -> Steps[Outcome]:
    """A session from its opening to its end."""
    ended = False
    try:
        yield from _opened(sitting, at)
        yield OpenHub()
    except Leave as stop:
        ended = stop.ended
    yield from saved(sitting)
    left = lacking(sitting)
    sitting.say(*_farewell(left, ended))
    return Outcome(sitting.keeper.path, left, ended, sitting.wants_draft)


def _must_be_asked(sitting: Sitting, path: str) -> None:
    try:
        trace(sitting.get, path, sitting.forum)
    except NotAsked as problem:
        raise UsageError(
            str(problem),
            "A path is written as in plaintiffs.lee.residence.county; `drafter check` names paths.",
        ) from None


def _opened(sitting: Sitting, at: str) -> Steps[None]:
    """Go to the question at `at`, else to where the last session was left."""
    stood = sitting.keeper.recall("at")
    path, flowing = (
        (at, False) if at else stood if isinstance(stood, list) and len(stood) == 2 else ("", False)
    )
    if not path:
        return
    try:
        yield Resume(path, flowing)
    except (Back, Hub, NotAsked):
        pass
    yield from saved(sitting)


def _farewell(left: list[MissingAnswer], ended: bool) -> list[str]:
    if not left:
        return ["Every required question has an answer."]
    if not ended:
        return [f"{len(left)} required left."]
    return [f"{len(left)} required left:", *(f"  {each.title} ({each.path})" for each in left)]


# --- asking
# ------------------------------------------------------------------------------------------------------------


def run(
    keeper: EditingSession,
    asker: Asker,
    *,
    at: str = "",
    library: Library | None = None,
    advice: Callable[[str], Sequence[str]] | None = None,
) -> Outcome:
    """Interview the person whom `asker` speaks to, until they leave; everything is saved. Takes and raises
    what `Session` does.
    """
    outcome: Outcome = drive(Session(keeper, at=at, library=library, advice=advice), asker)
    return outcome


def through(asker: Asker, steps: Steps[Result]) -> Result:
    """What comes of steps that open no screen, asked of the person whom `asker` speaks to. Raises Back, Hub
    and Leave as they do.
    """
    result: Result = drive(ScreenStack(None, steps), asker)
    return result


def drive(stack: ScreenStack, asker: Asker) -> Any:
    """Ask the person whom `asker` speaks to, until there is nothing more to ask; gives the result."""
    try:
        while stack.screen is not None:
            for line in stack.heard():
                asker.say(line)
            try:
                answer = ask(asker, stack.screen)
            except NotNow as stop:
                stack.leave(stop)
            else:
                _give(stack, answer, asker)
    finally:
        for line in stack.heard():
            asker.say(line)
    return stack.result


def _give(stack: ScreenStack, answer: Any, asker: Asker) -> None:
    try:
        stack.answer(answer)
    except WrongAnswer as problem:
        asker.say(str(problem))


def ask(asker: Asker, screen: Ask) -> Any:
    """The answer of the person whom `asker` speaks to. Raises Back, Hub and Leave."""
    match screen:
        case AskLine(prompt):
            return asker.line(prompt)
        case AskText(prompt):
            return asker.text(prompt)
        case AskMenu(prompt, rows, keys, at):
            return asker.menu(prompt, rows, keys, at)
        case AskSeveral(prompt, rows, ticked):
            return asker.several(prompt, rows, ticked)
        case AskFind(prompt, rows, at):
            return asker.find(prompt, rows, at)
        case ShowPages(title, lines):
            return asker.pages(title, lines)


def problem_of(screen: Ask, answer: Any) -> str:
    """What is wrong with an answer; "" where it will do."""
    match screen:
        case AskLine(prompt) | AskText(prompt):
            return prompt.check(answer) if isinstance(answer, str) else "A text is wanted."
        case AskMenu(_, rows, keys):
            if not isinstance(answer, Chosen):
                return "A row is to be chosen."
            key = next((key for key in keys if key.word == answer.act), None)
            there = [row.key for row in rows if row.open or key]
            fits = (key is not None or not answer.act) and (
                answer.key in there or key is not None and not key.on_row
            )
            return "" if fits else f"“{answer.key}” is none of the rows, or “{answer.act}” none of the acts."
        case AskSeveral(_, rows):
            strange = set(answer) - {row.key for row in rows if row.open}
            return f"“{min(strange)}” is none of the rows." if strange else ""
        case ShowPages():
            return "" if answer is None else "There is nothing to answer."
        case AskFind(_, rows):
            return (
                "" if answer in ("", *(row.key for row in rows if row.open)) else "That is none of the rows."
            )
