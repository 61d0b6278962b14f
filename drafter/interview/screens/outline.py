"""The outline of the facts: headings to three levels and numbered allegations, shown as they stand, and
rearranged.
"""

from __future__ import annotations

from typing import Any

from drafter.interview.answers import check_of
from drafter.interview.asking import Back, Chosen, Key, Prompt, Row
from drafter.interview.inheriting import entry_note
from drafter.interview.labels import label
from drafter.interview.mentions import without
from drafter.interview.menu_screen import ADD, DONE, UNDO, MenuScreen
from drafter.interview.outline_lines import OutlineLine, lines
from drafter.interview.rearranging import duplicate, move, remove
from drafter.interview.shapes import Shape, shapes
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AddEntry, AskMenu, OpenQuestion, OpenRecord, Steps, find, line, menu
from drafter.tree.answers import Change
from drafter.tree.paths import join

__all__ = ["HEAD", "OutlineScreen"]

HEAD = "++"
"""The key of the row that adds a heading at the end."""
_KEYS = (
    Key("a", "add", "add an allegation here"),
    Key("h", "heading", "add a heading here"),
    Key("c", "copy", "duplicate"),
    Key("u", "up", "move up"),
    Key("n", "down", "move down"),
    Key("m", "move", "move under another heading"),
    Key("r", "remove", "remove"),
    UNDO,
)


class OutlineScreen(MenuScreen):
    """Headings and allegations: added, opened, duplicated, moved, removed."""

    def __init__(self, sitting: Sitting, opened: OpenQuestion) -> None:
        super().__init__(sitting)
        self.asked = opened.asked

    def _lines(self) -> list[OutlineLine]:
        return lines(self.asked, self.sitting.get(self.asked.path))

    def describe(self) -> AskMenu:
        """Every heading and allegation, numbered, each further in than the heading it stands under."""
        self.sitting.stand(self.asked.path)
        shown = self._lines()
        rows = [
            Row(DONE, "Done"),
            *map(self._row, shown),
            Row(ADD, "Add an allegation", "at the end"),
            Row(HEAD, "Add a heading", "at the end"),
        ]
        self.at = self.at if any(row.key == self.at for row in rows) else DONE if shown else HEAD
        question = self.asked.question
        prompt = Prompt(
            question.prompt,
            self.sitting.place(self.asked.path),
            help=question.help,
            notes=tuple(self.sitting.advice(self.asked.path)[:3]),
            hint="Enter opens the row",
        )
        return AskMenu(prompt, rows, _KEYS, self.at)

    def _row(self, each: OutlineLine) -> Row:
        indent = "  " * each.level
        if each.heading:
            title = label({"heading": each.raw["heading"]})
            return Row(each.path, f"{indent}{each.number} {title}", words=each.key)
        source, file = each.raw.get("source") or {}, entry_note(self.sitting, each.path)
        note = " · ".join(filter(None, [source.get("kind", "no source"), file]))
        return Row(each.path, f"{indent}{each.number} {label(each.raw, each.key)}", note, each.key)

    def stands_after_undo(self) -> str:
        """The first row."""
        return ""

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Do what was chosen; the row to stand at after it."""
        shown = self._lines()
        here = next((each for each in shown if each.path == chosen.key), None)
        if here is None:
            heading = HEAD in chosen.key or chosen.act == "heading"
            own = yield from self._new_heading(self.asked.path, None) if heading else self._at_end()
            return own or None
        if chosen.act in ("", "add", "heading", "copy"):
            return (yield from self._open_or_add(here, chosen.act)) or None
        if chosen.act in ("up", "down"):
            return self._moved(shown, here, chosen.act)
        if chosen.act == "move":
            yield from self._move_under(shown, here)
        else:
            yield from self._remove(here)
        return None

    def _at_end(self) -> Steps[str]:
        return self._added(self.asked.path, None)

    def _open_or_add(self, here: OutlineLine, act: str) -> Steps[str]:
        if act == "add":
            under = here.heading
            return (
                yield from self._added(
                    f"{here.path}.items" if under else here.owner, "" if under else here.key
                )
            )
        if act == "heading":
            return (yield from self._headed(here))
        if act == "copy":
            return _path_of(here, duplicate(self.sitting, here.record, here.path, here.owner, here.key))
        yield OpenRecord(here.record, here.path, fields=True)
        return ""

    def _added(self, owner: str, after: str | None) -> Steps[str]:
        own: str = yield AddEntry(owner, after)
        return f"allegations.{own}" if own else ""

    # --- headings

    def _headed(self, here: OutlineLine) -> Steps[str]:
        """Add a heading after the line, on its level or, after a heading that may have others under it, one
        below.
        """
        kinds = shapes(here.record)["items"].records if here.heading else ()
        owners = [(f"{here.path}.items", "")] if any("heading" in kind.questions for kind in kinds) else []
        if here.level < 3:  # deeper, a list takes allegations only
            owners.insert(0, (here.owner, here.key))
        if not owners:
            self.sitting.say("Headings go to three levels; add this one higher up.")
            return ""
        owner, after = owners[0]
        if len(owners) > 1:
            rows = [Row("level", "On the same level"), Row("below", "One level below")]
            chosen = yield from menu(Prompt("heading", self.sitting.place(here.path)), rows, at="level")
            owner, after = owners[chosen.key == "below"]
        return (yield from self._new_heading(owner, after))

    def _new_heading(self, owner: str, after: str | None) -> Steps[str]:
        path = f"{owner}.{ADD}heading"
        prompt = Prompt(
            "heading",
            self.sitting.place(owner),
            help="An assertion that a reader could disagree with.",
            text=self.sitting.draft(path),
            check=check_of(Shape("prose")),
            hint="Enter to skip",
        )
        try:
            words = (yield from line(prompt)).strip()
        except Back as stop:
            self.sitting.keep_draft(path, stop.draft)
            raise
        self.sitting.keep_draft(path, "")
        if not words:
            return ""
        own = self.sitting.unused_id(words, "heading")
        self.sitting.apply(Change(owner, "add", {"id": own, "heading": words}, after))
        return join(owner.removesuffix(".items"), own)

    # --- moving and removing

    def _moved(self, shown: list[OutlineLine], here: OutlineLine, way: str) -> str:
        """Move a line among its neighbours; an allegation goes into a heading that it meets, and at the edge
        of its own into the next one.
        """
        keys = self.sitting.keeper.answers.keys(here.owner)
        place = keys.index(here.key) + (-1 if way == "up" else 1)
        wanted = (here.owner, keys[place]) if 0 <= place < len(keys) else None
        neighbour = next((each for each in shown if (each.owner, each.key) == wanted), None)
        if neighbour is not None and (here.heading or not neighbour.heading):
            return _path_of(here, move(self.sitting, here.path, here.owner, here.key, way))
        target = neighbour or _next_heading(shown, here, way)
        if target is not None and not here.heading:
            self._carry(here, target, None if way == "up" else "")
        return here.path

    def _move_under(self, shown: list[OutlineLine], here: OutlineLine) -> Steps[None]:
        """Ask for a heading and move the line to the end of what stands under it."""
        headings = [each for each in shown if _may_stand_under(here, each)]
        rows = [
            Row(each.path, f"{'  ' * each.level}{each.number} {label(each.raw)}", words=each.key)
            for each in headings
        ]
        prompt = Prompt("move under the heading", self.sitting.place(here.path))
        target = yield from find(prompt, [Row(self.asked.path, "No heading: at the end"), *rows])
        under = next((each for each in headings if each.path == target), None)
        if under:
            self._carry(here, under, None)
        elif target:
            self.sitting.apply(Change(here.path, "remove"), Change(self.asked.path, "add", here.raw, None))

    def _carry(self, here: OutlineLine, heading: OutlineLine, after: str | None) -> None:
        """Move a line under a heading. A heading that is only counted gets an id first: its number may change
        when the line is taken away.
        """
        owner, changes = f"{heading.path}.items", []
        if "id" not in heading.raw:
            own = self.sitting.unused_id(str(heading.raw["heading"]), "heading")
            changes = [Change(f"{heading.path}.id", "set", own)]
            owner = f"{join(heading.owner.removesuffix('.items'), own)}.items"
        self.sitting.apply(*changes, Change(here.path, "remove"), Change(owner, "add", here.raw, after))

    def _remove(self, here: OutlineLine) -> Steps[None]:
        """Remove a line; of a heading, the allegations under it may stay where it stood."""
        items = here.raw.get("items") or []
        if not here.heading or not items:
            return (yield from remove(self.sitting, here.path))
        rows = [
            Row("keep", "Keep it"),
            Row("heading", "Remove the heading; what stands under it stays"),
            Row("all", "Remove both"),
        ]
        chosen = yield from menu(Prompt("remove", self.sitting.place(here.path)), rows, at="keep")
        if chosen.key == "all":
            yield from remove(self.sitting, here.path)
        elif chosen.key == "heading":
            self._remove_heading(here, items)

    def _remove_heading(self, here: OutlineLine, items: list[dict[str, Any]]) -> None:
        own = [here.raw["id"]] if "id" in here.raw else []
        keys = self.sitting.keeper.answers.keys(here.owner)
        position = keys.index(here.key)
        tree = self.sitting.keeper.answers.tree
        changes = [*without(tree, here.path, own), Change(here.path, "remove")]
        after = keys[position - 1] if position else ""
        for item in reversed(items):
            changes.append(Change(here.owner, "add", item, after))
        self.sitting.apply(*changes)


def _path_of(here: OutlineLine, own: str) -> str:
    """The path of the line `own`, which stands where `here` does."""
    return join(here.owner.removesuffix(".items"), own) if here.heading else f"allegations.{own}"


def _next_heading(shown: list[OutlineLine], here: OutlineLine, way: str) -> OutlineLine | None:
    """The heading next to the line's own."""
    position = shown.index(here)
    others = shown[:position][::-1] if way == "up" else shown[position:]
    return next((each for each in others if each.heading and f"{each.path}.items" != here.owner), None)


def _may_stand_under(here: OutlineLine, heading: OutlineLine) -> bool:
    """Whether the line may be moved under the heading: three levels of headings are the most."""
    if not heading.heading or heading.path == here.path or heading.path.startswith(f"{here.path}."):
        return False
    return not here.heading or heading.level + _depth(here.raw) < 3


def _depth(raw: dict[str, Any]) -> int:
    return 1 + max((_depth(each) for each in raw.get("items") or [] if "heading" in each), default=0)
