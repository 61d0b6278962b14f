"""A record: its ordinary questions in order, back and forth, and the screen of all its fields.

What is asked is worked out anew after each answer, so that a gate opens and closes what hangs on it; what
stands behind a closed gate stays in the sheet, and comes back when the gate opens.
"""

from __future__ import annotations

from typing import Any

from drafter.interview.asking import Back, Chosen, Key, NothingThere, Prompt, Row
from drafter.interview.inheriting import marked, set_answer
from drafter.interview.labels import brief, names_it, naming
from drafter.interview.menu_screen import DONE, UNDO, MenuScreen
from drafter.interview.missing import missing
from drafter.interview.profiles import PROFILED, SAVE, may_be_saved, save_as
from drafter.interview.questions import Asked, asked_now, flow, has_what_it_must
from drafter.interview.shapes import LISTS
from drafter.interview.sitting import Sitting, singular
from drafter.interview.steps import AskMenu, OpenPath, OpenQuestion, OpenRecord, Steps
from drafter.interview.tracing import NEW
from drafter.tree.paths import join

__all__ = ["RecordScreen"]

_CLEAR = Key("x", "clear", "take the answer out")
_PREVIEWED = "classes."
"""Records whose screen shows the wording as it will print, after each change."""


class RecordScreen(MenuScreen):
    """A record, or some fields of it. Where its path ends in `+` the record is a new entry, added when it has
    a name.
    """

    def __init__(self, sitting: Sitting, opened: OpenRecord) -> None:
        super().__init__(sitting, DONE)
        self.opened = opened
        self.record, self.names, self.after = opened.record, opened.names, opened.after
        self.path = opened.path
        self._named = False

    @property
    def is_new(self) -> bool:
        """Whether the record is not in the sheet yet."""
        return self.path.endswith(f".{NEW}")

    def left(self) -> str:
        """The path of the record."""
        return self.path

    def questions(self) -> list[Asked]:
        """The ordinary questions that are asked now."""
        return flow(
            self.record,
            self._raw(),
            self.path,
            names=self.names,
            opened=self.sitting.opened,
            forum=self.sitting.forum,
        )

    def fields(self) -> list[Asked]:
        """All the fields that are asked now; what stands under a heading is the outline's."""
        asked = asked_now(self.record, self._raw(), self.path, self.sitting.forum)
        if self.names:
            asked = sorted(
                (each for each in asked if each.name in self.names),
                key=lambda each: self.names.index(each.name),
            )
        return [each for each in asked if not (each.name == "items" and "after" not in self.record.questions)]

    def _raw(self) -> object:
        return self.sitting.get(self.path) if self.path else self.sitting.keeper.answers.tree

    # --- in order

    def steps(self) -> Steps[str]:
        """The ordinary questions, then all the fields; these at once where nothing is left to ask. Raises
        Back out of the first.
        """
        first = "" if self.opened.fields else self.opened.start or self._first(self.questions())
        flowed = bool(first)
        if self.opened.first:
            yield OpenPath(self.opened.first)
        if flowed:
            yield from self._in_order(first)
        while not self.is_new:
            try:
                return (yield from self._all_fields())
            except Back:
                if not flowed:
                    raise
                yield from self._in_order(backwards=True)
        return self.path

    def _first(self, questions: list[Asked]) -> str:
        """The path of the question to begin with: the first where nothing is answered, else the first
        required; "" where there is none.
        """
        if self.is_new or not any(each.answered for each in questions):
            return questions[0].path if questions else ""
        return next(
            (each.path for each in questions if (each.question.needed or each.must) and not each.answered), ""
        )

    def _in_order(self, start: str = "", backwards: bool = False) -> Steps[None]:
        """Put the ordinary questions from the one at `start` (the last, if `backwards`). Raises Back out of
        the first.
        """
        questions = self.questions()
        position = len(questions) - 1 if backwards else self._index(questions, start[len(self.path) :], 0)
        while position < len(questions):
            asked = questions[position]
            relative = asked.path[len(self.path) :]
            try:
                yield from self._put(asked, True)
                backwards = False
            except NothingThere:
                pass
            except Back:
                backwards = True
            questions = self.questions()
            here = self._index(questions, relative, position if backwards else position - 1)
            position = here + (-1 if backwards else 1)
            if position < 0:
                raise Back

    def _index(self, questions: list[Asked], relative: str, otherwise: int) -> int:
        return next(
            (position for position, each in enumerate(questions) if each.path[len(self.path) :] == relative),
            otherwise,
        )

    def _put(self, asked: Asked, flowing: bool = False) -> Steps[None]:
        """Put one question of the record. A new entry is added as soon as it can be."""
        if self.is_new and asked.kind in LISTS:
            relative = asked.path[len(self.path) :]
            self._add()
            asked = asked._replace(path=self.path + relative)
        self.sitting.stand(asked.path, flowing)
        yield OpenQuestion(asked, self._progress())
        if self.is_new:
            self._named = self._named or asked.path == join(self.path, naming(self._own()))
            self._add_if_named()

    def _progress(self) -> str:
        required = [each for each in self.questions() if each.question.needed or each.must]
        return f"{sum(each.answered for each in required)} of {len(required)} required" if required else ""

    # --- a new entry

    def _own(self) -> list[Asked]:
        """The ordinary questions of the record itself, without those of records within it."""
        return [each for each in self.questions() if each.path == join(self.path, each.name)]

    def _add_if_named(self) -> None:
        raw, own = self.sitting.get(self.path), self._own()
        named = (
            self._named
            or "id" not in self.record.questions
            or not naming(own)
            or any(names_it(each) and each.answered for each in own)
        )
        if raw and named and has_what_it_must(self.record, raw):
            self._add()

    def _add(self) -> None:
        owner = self.path.removesuffix(f".{NEW}")
        own = (
            self.sitting.unused_id(self._id_text(), singular(self.record).replace(" ", "-"))
            if "id" in self.record.questions
            else ""
        )
        if own and self.record.__name__ == "Allegation":
            path = f"allegations.{own}"
        else:
            path = join(owner, own or str(self._position(owner)))
        self.sitting.add_new_entry(owner, own, self.after, path)
        self.path, self.floor = path, self.sitting.steps

    def _position(self, owner: str) -> int:
        keys = self.sitting.keeper.answers.keys(owner)
        after = self.after
        return len(keys) + 1 if after is None else 1 if after == "" else keys.index(after) + 2

    def _id_text(self) -> str:
        """The words the id is made from: what names the record, else what it cannot be without."""
        asked = asked_now(self.record, self.sitting.get(self.path), self.path, self.sitting.forum)
        by_name = naming([each for each in asked if isinstance(each.value, str)])
        words = [each.value for each in asked if each.name == by_name or (each.must and not by_name)]
        first = next((word for word in words if isinstance(word, (str, list)) and word), "")
        return first if isinstance(first, str) else str(first[0])

    # --- all its fields

    def _all_fields(self) -> Steps[str]:
        self.at = DONE
        self.sitting.refresh()
        path: str = yield from self.shown_until_left()
        return path

    def describe(self) -> AskMenu:
        """All the fields with what they hold; Enter opens one."""
        if self.path.startswith(_PREVIEWED):
            self.sitting.refresh()
        self.sitting.stand(self.path)
        rows = [
            Row(DONE, "Done"),
            *(
                Row(each.name, each.question.prompt, marked(self.sitting, each.path, brief(each)), each.name)
                for each in self.fields()
            ),
            *self._further(),
        ]
        at = self.at if any(row.key == self.at for row in rows) else DONE
        return AskMenu(self._prompt(), rows, (_CLEAR, UNDO), at)

    def _further(self) -> list[Row]:
        """The row that saves a finished party or firm as a profile."""
        if not self.path.startswith(PROFILED) or list(missing(self.record, self._raw(), self.path)):
            return []
        saved = may_be_saved(self.sitting, self.path)
        return [Row(SAVE, "Save as a profile", "for other matters to begin from")] if saved else []

    def _prompt(self) -> Prompt:
        where = self.sitting.place(self.path) if self.path else self.sitting.section
        title = singular(self.record) if self.path else self.sitting.section
        notes = tuple(self.sitting.screen_advice(self.path)) if self.path else ()
        return Prompt(title, where, self._progress(), notes=notes, hint="Enter changes the row")

    def act(self, chosen: Chosen) -> Steps[str | None]:
        """Open the field, or take its answer out."""
        asked = next((each for each in self.fields() if each.name == chosen.key), None)
        if asked is not None and chosen.act == _CLEAR.word:
            yield from self._clear(asked)
        elif asked is not None:
            yield from self._put(asked)
        elif chosen.key != DONE and not chosen.act:
            yield from save_as(self.sitting, self.path)
        return None

    def _clear(self, asked: Asked) -> Steps[Any]:
        if asked.must:
            self.sitting.say(f"{asked.question.prompt}: this is needed, and can only be changed.")
        elif asked.kind in LISTS and asked.kind != "texts":
            self.sitting.say(f"{asked.question.prompt}: open the list to remove its entries.")
        else:
            yield from set_answer(self.sitting, asked.path, None)
            self.sitting.say("Taken out; z brings it back.")
