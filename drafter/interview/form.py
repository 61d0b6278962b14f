"""Running a record: its ordinary questions in order, back and forth, and the screen of all its fields.

What is asked is worked out anew after each answer, so that a gate opens and closes what hangs on it; what
stands behind a closed gate stays in the sheet, and comes back when the gate opens.
"""

from __future__ import annotations

from typing import Sequence

from drafter.facts.record import Record
from drafter.facts.values import Unknown, Without
from drafter.interview import fields
from drafter.interview.asking import Back, Chosen, Key, Prompt, Row
from drafter.interview.inheriting import marked
from drafter.interview.labels import brief, names_it, naming
from drafter.interview.missing import missing
from drafter.interview.questions import Asked, asked_now, begun, flow, join
from drafter.interview.shapes import LISTS
from drafter.interview.sitting import Sitting, singular
from drafter.interview.tracing import UNBORN

__all__ = ["DONE", "Form", "UNDO", "put"]

DONE = "."
"""The key of the row that leaves a screen."""
UNDO = Key("z", "undo", "take the last change back", on_row=False)
_CLEAR = Key("x", "clear", "take the answer out")
_MORE = "more"
PROFILED = ("defendants.", "counsel.")
"""Records that can be begun from profiles and saved as such."""
_LIVE = "classes."
"""Records whose screen shows the wording as it will print, after each change."""


class Form:
    """A record at `path`, or the fields `names` of it. Where `path` ends in `+` the record is a new entry,
    added when it has a name.
    """

    def __init__(
        self,
        sitting: Sitting,
        record: type[Record],
        path: str,
        names: Sequence[str] = (),
        after: str | None = None,
    ) -> None:
        self.sitting = sitting
        self.record = record
        self.path = path
        self.names = names
        self.after = after
        self._named = False
        self._floor = sitting.steps

    @property
    def unborn(self) -> bool:
        """Whether the record is not in the sheet yet."""
        return self.path.endswith(f".{UNBORN}")

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

    def run(self, start: str = "") -> None:
        """The ordinary questions, then the screen; the screen at once where nothing is left to ask. Raises
        Back out of the first.
        """
        questions = self.questions()
        first = start or self._first(questions)
        flowed = bool(first)
        if flowed:
            self.flow(first)
        while not self.unborn:
            try:
                return self.screen()
            except Back:
                if not flowed:
                    raise
                self.flow(backwards=True)

    def _first(self, questions: list[Asked]) -> str:
        """The path of the question to begin with: the first where nothing is answered, else the first
        required; "" where there is none.
        """
        if self.unborn or not any(each.answered for each in questions):
            return questions[0].path if questions else ""
        return next(
            (each.path for each in questions if (each.question.needed or each.must) and not each.answered), ""
        )

    def flow(self, start: str = "", backwards: bool = False) -> None:
        """Put the ordinary questions from the one at `start` (the last, if `backwards`). Raises Back out of
        the first.
        """
        questions = self.questions()
        position = len(questions) - 1 if backwards else self._index(questions, start[len(self.path) :], 0)
        while position < len(questions):
            asked = questions[position]
            relative = asked.path[len(self.path) :]
            try:
                self.put(asked, backwards, True)
                backwards = False
            except fields.NothingThere:
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

    def put(self, asked: Asked, backwards: bool = False, flowing: bool = False) -> None:
        """Put one question of the record. A new entry is added as soon as it can be."""
        if self.unborn and asked.kind in LISTS:
            relative = asked.path[len(self.path) :]
            self._bear()
            asked = asked._replace(path=self.path + relative)
        self.sitting.stand(asked.path, flowing)
        put(self.sitting, asked, self._progress())
        if self.unborn:
            self._named = self._named or asked.path == join(self.path, naming(self._own()))
            self._bear_if_named()

    def _progress(self) -> str:
        required = [each for each in self.questions() if each.question.needed or each.must]
        return f"{sum(each.answered for each in required)} of {len(required)} required" if required else ""

    # --- a new entry

    def _own(self) -> list[Asked]:
        """The ordinary questions of the record itself, without those of records within it."""
        return [each for each in self.questions() if each.path == join(self.path, each.name)]

    def _bear_if_named(self) -> None:
        raw, own = self.sitting.get(self.path), self._own()
        named = (
            self._named
            or "id" not in self.record.questions
            or not naming(own)
            or any(names_it(each) and each.answered for each in own)
        )
        if raw and named and begun(self.record, raw):
            self._bear()

    def _bear(self) -> None:
        owner = self.path.removesuffix(f".{UNBORN}")
        own = (
            self.sitting.unused_id(self._id_text(), singular(self.record).replace(" ", "-"))
            if "id" in self.record.questions
            else ""
        )
        if own and self.record.__name__ == "Allegation":
            path = f"allegations.{own}"
        else:
            path = join(owner, own or str(_position(self.sitting, owner, self.after)))
        self.sitting.bear(owner, own, self.after, path)
        self.path, self._floor = path, self.sitting.steps

    def _id_text(self) -> str:
        """The words the id is made from: what names the record, else what it cannot be without."""
        asked = asked_now(self.record, self.sitting.get(self.path), self.path, self.sitting.forum)
        by_name = naming([each for each in asked if isinstance(each.value, str)])
        words = [each.value for each in asked if each.name == by_name or (each.must and not by_name)]
        first = next((word for word in words if isinstance(word, (str, list)) and word), "")
        return first if isinstance(first, str) else str(first[0])

    # --- the screen

    def screen(self) -> None:
        """All the fields with what they hold; Enter opens one. Raises Back."""
        at = DONE
        self.sitting.refresh()
        while True:
            if self.path.startswith(_LIVE):
                self.sitting.refresh()
            self.sitting.stand(self.path)
            asked = self.fields()
            rows = [
                Row(DONE, "Done"),
                *(
                    Row(
                        each.name,
                        each.question.prompt,
                        marked(self.sitting, each.path, brief(each)),
                        each.name,
                    )
                    for each in asked
                ),
                *self._further(),
            ]
            chosen = self.sitting.asker.menu(
                self._prompt(), rows, (_CLEAR, UNDO), at if any(row.key == at for row in rows) else DONE
            )
            if chosen == (DONE, ""):
                return
            at = chosen.key or at
            if chosen.act == "undo":
                self.sitting.undo(self._floor)
            else:
                self._act(chosen, next((each for each in asked if each.name == chosen.key), None))

    def _further(self) -> list[Row]:
        """The row that saves a finished party or firm as a profile."""
        if not self.path.startswith(PROFILED) or list(missing(self.record, self._raw(), self.path)):
            return []
        from drafter.interview.profiles import SAVE, may_be_saved

        return (
            [Row(SAVE, "Save as a profile", "for other matters to begin from")]
            if may_be_saved(self.sitting, self.path)
            else []
        )

    def _prompt(self) -> Prompt:
        where = self.sitting.place(self.path) if self.path else self.sitting.section
        title = singular(self.record) if self.path else self.sitting.section
        notes = tuple(self.sitting.screen_advice(self.path)) if self.path else ()
        return Prompt(title, where, self._progress(), notes=notes, hint="Enter changes the row")

    def _act(self, chosen: Chosen, asked: Asked | None) -> None:
        try:
            if asked is not None and chosen.act == "clear":
                self._clear(asked)
            elif asked is not None:
                self.put(asked)
            elif chosen.key != DONE and not chosen.act:
                from drafter.interview.profiles import save_as

                save_as(self.sitting, self.path)
        except Back:
            pass

    def _clear(self, asked: Asked) -> None:
        if asked.must:
            self.sitting.asker.say(f"{asked.question.prompt}: this is needed, and can only be changed.")
        elif asked.kind in LISTS and asked.kind != "texts":
            self.sitting.asker.say(f"{asked.question.prompt}: open the list to remove its entries.")
        else:
            self.sitting.set(asked.path, None)
            self.sitting.asker.say("Taken out; z brings it back.")


def _position(sitting: Sitting, owner: str, after: str | None) -> int:
    keys = sitting.keeper.answers.keys(owner)
    return len(keys) + 1 if after is None else 1 if after == "" else keys.index(after) + 2


# --- any question
# ------------------------------------------------------------------------------------------------------------


def put(sitting: Sitting, asked: Asked, progress: str = "", at: str = "") -> None:
    """Put any question: a list opens its screen (at its entry `at`), a record its own questions. Raises
    Back.
    """
    if asked.kind in LISTS:
        from drafter.interview import lists

        lists.open_list(sitting, asked, at)
    elif asked.kind == "record":
        _record(sitting, asked)
    elif asked.kind == "either":
        _either(sitting, asked, progress)
    else:
        fields.ask(sitting, asked, progress)


def _record(sitting: Sitting, asked: Asked) -> None:
    if asked.shape.stated and not isinstance(asked.value, dict):
        prompt = fields.prompt_of(sitting, asked)
        rows = [
            Row(_MORE, "Answer it"),
            Row("?", "Not known yet", brief(asked) if isinstance(asked.value, Unknown) else ""),
            Row("-", "There is none, or it is not to be pleaded"),
            Row("", "Leave it unanswered"),
        ]
        key = sitting.asker.menu(
            prompt, rows, at={Unknown: "?", Without: "-"}.get(type(asked.value), _MORE)
        ).key
        if key != _MORE:
            sitting.set(asked.path, fields.note_of(sitting, asked, key) if key else None)
            return
        sitting.opened.add(asked.path)
    Form(sitting, asked.shape.records[0], asked.path).run()


def _either(sitting: Sitting, asked: Asked, progress: str) -> None:
    """Yes or no, or a record that says more."""
    detail = brief(asked) if isinstance(asked.value, dict) else ""
    rows = [
        Row("yes", "Yes"),
        Row("no", "No"),
        Row(_MORE, "In more detail", detail),
        Row("", "Leave it unanswered"),
    ]
    held = asked.value if isinstance(asked.value, str) else _MORE if asked.value else "yes"
    key = sitting.asker.menu(fields.prompt_of(sitting, asked, progress), rows, at=held).key
    if key != _MORE:
        sitting.set(asked.path, key or None)
        return
    if not isinstance(asked.value, dict):
        sitting.set(asked.path, {"demanded": asked.value or "yes"})
    Form(sitting, asked.shape.records[0], asked.path).run()
