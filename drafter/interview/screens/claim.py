"""One claim: its own questions, then its elements in turn, then the chain with each element to open again."""

from __future__ import annotations

from drafter.interview.asking import Back, Chosen, Prompt, Row
from drafter.interview.cause_questions import of_cause, put_for
from drafter.interview.chain import chain, claim_place, element_state, elements_of, summary
from drafter.interview.menu_screen import MenuScreen, in_turn
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AskMenu, OpenClaim, OpenElement, OpenPath, OpenQuestion, Step, Steps

__all__ = ["ClaimScreen"]


class ClaimScreen(MenuScreen):
    """A claim with its chain."""

    done = "done"

    def __init__(self, sitting: Sitting, opened: OpenClaim) -> None:
        super().__init__(sitting, self.done)
        self.claim = opened.claim

    def steps(self) -> Steps[None]:
        """Where no element has been looked at yet, the questions and elements in turn; then the chain."""
        if not self.sitting.get(f"claims.{self.claim}.elements"):
            try:
                yield from self._questions()
                yield from in_turn(self._element)
            except Back:
                pass
        yield from self.shown_until_left()

    def describe(self) -> AskMenu:
        """The chain, and each element with how far it is."""
        rows = [Row("done", "Done with this claim", summary(self.sitting, self.claim))]
        rows += [
            Row(
                f"element {element.id}",
                str(element.title),
                element_state(self.sitting, self.claim, element.id),
            )
            for element in elements_of(self.sitting, self.claim)
        ]
        rows.append(Row("fields", "Parties, classes, law, harm, relief and the rest"))
        if put_for(self.sitting, self.claim):
            rows.append(Row("questions", "The cause's own questions"))
        place = claim_place(self.sitting, self.claim)
        return AskMenu(Prompt("claim", place, notes=chain(self.sitting, self.claim)), rows, at=self.at)

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Open what was chosen."""
        if chosen.key == "fields":
            yield OpenPath(f"claims.{self.claim}")
        elif chosen.key == "questions":
            yield from self._questions()
        else:
            yield OpenElement(self.claim, chosen.key.removeprefix("element "))
        return None

    def _element(self, position: int) -> Step | None:
        elements = elements_of(self.sitting, self.claim)
        if position >= len(elements):
            return None
        progress = f"element {position + 1} of {len(elements)}"
        return OpenElement(self.claim, elements[position].id, progress)

    def _questions(self) -> Steps[None]:
        """The causes' own questions in turn, asked as any other question of the sheet."""
        return in_turn(self._question)

    def _question(self, position: int) -> Step | None:
        path = f"claims.{self.claim}.answers"
        asked = of_cause(put_for(self.sitting, self.claim), self.sitting.get(path), path)
        return OpenQuestion(asked[position]) if position < len(asked) else None
