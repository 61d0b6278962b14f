"""A list of records: entries are added, opened, duplicated, moved and removed, and all of it can be taken
back.
"""

from __future__ import annotations

from drafter.interview.asking import Chosen, Row
from drafter.interview.inheriting import entry_note
from drafter.interview.labels import label
from drafter.interview.menu_screen import ADD, ADD_KEY, DONE, KEYS, MenuScreen
from drafter.interview.missing import missing
from drafter.interview.prompts import list_prompt
from drafter.interview.rearranging import duplicate, move, remove
from drafter.interview.sitting import Sitting, singular
from drafter.interview.steps import AddClaim, AddEntry, AskMenu, OpenClaim, OpenList, OpenRecord, Steps
from drafter.tree.paths import join

__all__ = ["EntriesScreen"]


class EntriesScreen(MenuScreen):
    """The entries of a list of records."""

    def __init__(self, sitting: Sitting, opened: OpenList) -> None:
        super().__init__(sitting)
        self.asked, self.claims = opened.asked, opened.claims
        self.path, self.record = self.asked.path, self.asked.shape.records[0]

    def describe(self) -> AskMenu:
        """Each entry with what it lacks and where it comes from."""
        self.sitting.stand(self.path)
        keys = self.sitting.keeper.answers.keys(self.path)
        at = self.at if self.at in keys else DONE if keys else ADD
        rows = [Row(DONE, "Done"), *map(self._row, keys, self.sitting.get(self.path) or []), self._add_row()]
        return AskMenu(list_prompt(self.sitting, self.asked), rows, (ADD_KEY, *KEYS), at)

    def _row(self, key: str, raw: object) -> Row:
        path = join(self.path, key)
        left = sum(1 for _ in missing(self.record, raw, path, forum=self.sitting.forum))
        parts = [f"{left} required left" if left else "", entry_note(self.sitting, path)]
        return Row(key, label(raw, key), " · ".join(filter(None, parts)), key)

    def _add_row(self) -> Row:
        noun, new = singular(self.record), self.sitting.new_entry(self.path)
        article = "an" if noun[0] in "aeiou" else "a"
        return Row(ADD, f"Add {article} {noun}", f"begun: {label(new)}" if new and label(new) else "")

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Do what was chosen; gives the key to stand at after it."""
        key, act = chosen
        path = join(self.path, key)
        if act == "add" or (key == ADD and not act):
            new: str = yield AddClaim() if self.claims else AddEntry(self.path)
            if new and self.claims:
                yield OpenClaim(new)
            return new
        if key in (ADD, DONE):
            return key
        if act == "copy":
            return duplicate(self.sitting, self.record, path, self.path, key)
        if act in ("up", "down"):
            return move(self.sitting, path, self.path, key, act)
        if act == "remove":
            yield from remove(self.sitting, path)
        else:
            yield OpenClaim(key) if self.claims else OpenRecord(self.record, path, fields=True)
        return key
