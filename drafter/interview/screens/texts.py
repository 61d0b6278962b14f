"""A list of texts, which is kept whole."""

from __future__ import annotations

from drafter.interview.answers import read, shown
from drafter.interview.asking import Chosen, NotNow, Row
from drafter.interview.inheriting import set_answer
from drafter.interview.labels import label
from drafter.interview.menu_screen import ADD, ADD_KEY, DONE, KEYS, MenuScreen
from drafter.interview.prompts import list_prompt, prompt_of
from drafter.interview.questions import Asked
from drafter.interview.shapes import Shape
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AskMenu, OpenQuestion, Steps, line, menu, text
from drafter.tree.paths import join

__all__ = ["TextsScreen"]


class TextsScreen(MenuScreen):
    """Texts: added, changed, duplicated, moved and removed. With `at`, one of them is opened first."""

    def __init__(self, sitting: Sitting, opened: OpenQuestion) -> None:
        super().__init__(sitting, opened.at)
        self.asked = opened.asked

    def steps(self) -> Steps[None]:
        """The text that was named, then all of them."""
        number = int(self.at) if self.at.isdecimal() else 0
        if 1 <= number <= len(self.asked.value or []):
            yield from self._one(list(self.asked.value), number - 1)
        self.floor = self.sitting.steps
        yield from self.shown_until_left()

    def _texts(self) -> list[str]:
        return list(self.sitting.get(self.asked.path) or [])

    def describe(self) -> AskMenu:
        """Each text by its first words."""
        self.sitting.stand(self.asked.path)
        texts = self._texts()
        rows = [
            Row(DONE, "Done"),
            *(Row(str(number), label(each)) for number, each in enumerate(texts, 1)),
            Row(ADD, "Add one"),
        ]
        at = self.at if self.at in [row.key for row in rows] else DONE if texts else ADD
        return AskMenu(list_prompt(self.sitting, self.asked), rows, (ADD_KEY, *KEYS), at)

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Do what was chosen; gives the key to stand at after it."""
        texts = self._texts()
        key, act = chosen
        position = int(key) - 1 if key.isdecimal() else len(texts)
        if act == "add" or (key == ADD and not act):
            yield from self._one(texts, len(texts))
            return ADD
        if key in (ADD, DONE):
            return key
        if not act:
            yield from self._one(texts, position)
        else:
            changed, position = _rearranged(texts, position, act)
            yield from set_answer(self.sitting, self.asked.path, changed or None)
        return str(position + 1)

    def _one(self, texts: list[str], position: int) -> Steps[None]:
        """Ask for one text of the list: one of its set words, or the person's own."""
        before = texts[position] if position < len(texts) else ""
        words = [word for word in self.asked.shape.choices if word not in texts]
        if words and not before:
            rows = [*(Row(word, word.capitalize()) for word in words), Row("own", "In your own words")]
            prompt = list_prompt(self.sitting, self.asked)
            word = (yield from menu(prompt, rows, at=rows[0].key)).key
            if word != "own":
                return (yield from set_answer(self.sitting, self.asked.path, [*texts, word]))
        yield from self._typed(texts, position, before)

    def _typed(self, texts: list[str], position: int, before: str) -> Steps[None]:
        prose, path = self.asked.shape.prose, join(self.asked.path, str(position + 1))
        shape = Shape("prose" if prose else "line")
        self.sitting.stand(path)
        one = Asked(path, self.asked.name, self.asked.question, shape, before or None)
        prompt = prompt_of(self.sitting, one)._replace(place=self.sitting.place(self.asked.path))
        try:
            typed = yield from text(prompt) if prose else line(prompt)
        except NotNow as stop:
            if stop.draft.strip() and stop.draft != shown(before):
                self.sitting.keep_draft(path, stop.draft)
            raise
        value = read(shape, typed)
        all_of_them = [*texts[:position], *([value] if value else []), *texts[position + 1 :]]
        try:
            yield from set_answer(self.sitting, self.asked.path, all_of_them or None)
        except NotNow:
            self.sitting.keep_draft(path, shown(value))
            raise
        self.sitting.keep_draft(path, "")


def _rearranged(texts: list[str], position: int, act: str) -> tuple[list[str], int]:
    """The texts with the one at `position` copied, moved or removed, and where to stand."""
    if act == "copy":
        return [*texts[: position + 1], *texts[position:]], position + 1
    rest = [*texts[:position], *texts[position + 1 :]]
    if act == "remove":
        return rest, max(0, min(position, len(rest) - 1))
    target = max(0, min(position + (-1 if act == "up" else 1), len(rest)))
    return [*rest[:target], texts[position], *rest[target:]], target
