"""The answers to the own questions of a claim's causes."""

from __future__ import annotations

from drafter.interview.asking import Chosen, Row
from drafter.interview.cause_questions import all_answers
from drafter.interview.labels import brief
from drafter.interview.menu_screen import DONE, UNDO, MenuScreen
from drafter.interview.prompts import list_prompt
from drafter.interview.questions import Asked
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AskMenu, OpenQuestion, Steps

__all__ = ["CauseAnswersScreen"]


class CauseAnswersScreen(MenuScreen):
    """Each question of the causes with its answer. With `at`, one of them is opened first."""

    def __init__(self, sitting: Sitting, opened: OpenQuestion) -> None:
        super().__init__(sitting, DONE)
        self.asked, self.first = opened.asked, opened.at

    def steps(self) -> Steps[None]:
        """The question that was named, then all of them."""
        there = next((each for each in self._questions() if each.name == self.first), None)
        if there is not None:
            self.at = there.name
            yield from self._put(there)
        elif self.first:
            self.sitting.say(f"No cause of this claim has a question “{self.first}”.")
        self.floor = self.sitting.steps
        yield from self.shown_until_left()

    def _questions(self) -> list[Asked]:
        return all_answers(self.sitting, self.asked)

    def _put(self, one: Asked) -> Steps[None]:
        self.sitting.stand(one.path)
        yield OpenQuestion(one)

    def describe(self) -> AskMenu:
        """Each question with its answer in a line."""
        self.sitting.stand(self.asked.path)
        rows = [Row(each.name, each.question.prompt, brief(each)) for each in self._questions()]
        return AskMenu(list_prompt(self.sitting, self.asked), [Row(DONE, "Done"), *rows], (UNDO,), self.at)

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Put the question."""
        if chosen.key != DONE:
            yield from self._put(next(each for each in self._questions() if each.name == chosen.key))
        return None
