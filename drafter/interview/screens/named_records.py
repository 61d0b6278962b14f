"""Records that have names: elements of a claim."""

from __future__ import annotations

from typing import Any

from drafter.interview.answers import check_of
from drafter.interview.asking import Chosen, Prompt, Row
from drafter.interview.inheriting import set_answer
from drafter.interview.labels import label
from drafter.interview.menu_screen import ADD, ADD_KEY, DONE, KEYS, UNDO, MenuScreen
from drafter.interview.prompts import list_prompt
from drafter.interview.shapes import Shape
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AskMenu, OpenQuestion, OpenRecord, Steps, line
from drafter.tree.paths import join

__all__ = ["NamedRecordsScreen"]


class NamedRecordsScreen(MenuScreen):
    """Records by their names: opened, added, removed."""

    def __init__(self, sitting: Sitting, opened: OpenQuestion) -> None:
        super().__init__(sitting, DONE)
        self.asked = opened.asked

    def _there(self) -> dict[str, Any]:
        return self.sitting.get(self.asked.path) or {}

    def describe(self) -> AskMenu:
        """Each record by its name and first words."""
        self.sitting.stand(self.asked.path)
        there = self._there()
        rows = [
            Row(DONE, "Done"),
            *(Row(name, name.replace("-", " "), label(raw)) for name, raw in there.items()),
            Row(ADD, "Add one"),
        ]
        at = self.at if self.at == ADD or self.at in there else DONE
        return AskMenu(list_prompt(self.sitting, self.asked), rows, (ADD_KEY, KEYS[3], UNDO), at)

    def stands_after_undo(self) -> str:
        """The first row."""
        return DONE

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Open, add or remove one."""
        key, there = chosen.key, self._there()
        if chosen.act == "add" or key == ADD:
            yield from self._add()
        elif chosen.act == "remove" and key in there:
            yield from set_answer(self.sitting, join(self.asked.path, key), None)
        elif key in there:
            yield OpenRecord(self.asked.shape.records[0], join(self.asked.path, key))
        return None

    def _add(self) -> Steps[None]:
        """Ask for the name of a new record, and then for the record."""
        prompt = Prompt(
            "its id, as the cause has it",
            self.sitting.place(self.asked.path),
            check=check_of(Shape("id")),
            hint="Enter to skip",
        )
        name = yield from line(prompt)
        if name:
            yield OpenRecord(self.asked.shape.records[0], join(self.asked.path, name))
