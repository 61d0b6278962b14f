"""The screens of lists: entries and texts are added to, edited, duplicated, moved and removed; whatever is
done can be taken back.
"""

from __future__ import annotations

from typing import Any, Callable, Sequence

from drafter.facts.record import Record
from drafter.interview import fields
from drafter.interview.answers import check_of, read, shown
from drafter.interview.asking import Back, Chosen, Key, NotNow, Prompt, Row
from drafter.interview.form import DONE, PROFILED, UNDO, Form
from drafter.interview.inheriting import entry_note, file_of, from_line
from drafter.interview.labels import brief, label
from drafter.interview.mentions import copied, without
from drafter.interview.missing import missing
from drafter.interview.questions import Asked, join, of_cause
from drafter.interview.shapes import Shape
from drafter.interview.sitting import Sitting, singular
from drafter.interview.tracing import UNBORN, trace
from drafter.tree.answers import Change
from drafter.tree.ids import ids_in

__all__ = ["ADD", "KEYS", "add", "duplicate", "move", "open_list", "remove"]

ADD = "+"
"""The key of the row that adds an entry."""
_ADD_KEY = Key("a", "add", "add one", on_row=False)
KEYS = (
    Key("c", "copy", "duplicate"),
    Key("u", "up", "move up"),
    Key("n", "down", "move down"),
    Key("r", "remove", "remove"),
    UNDO,
)


def open_list(sitting: Sitting, asked: Asked, at: str = "") -> None:
    """Open the screen of any list, or, with `at`, its entry of that key. Raises Back."""
    if asked.kind == "outline":
        from drafter.interview.outline import outline

        outline(sitting, asked)
    elif asked.kind == "texts":
        _texts(sitting, asked, at)
    elif asked.kind == "answers":
        _answers(sitting, asked, at)
    elif asked.kind == "map":
        _map(sitting, asked)
    else:
        entries(sitting, asked)


# --- entries


def entries(
    sitting: Sitting,
    asked: Asked,
    new: Callable[[], str] | None = None,
    edit: Callable[[str], None] | None = None,
) -> None:
    """The screen of a list of records. `new` adds an entry (its key, or ""), `edit` opens one by its key,
    where the list has ways.
    """
    record, path = asked.shape.records[0], asked.path
    new = new or (lambda: add(sitting, path))
    edit = edit or (lambda key: Form(sitting, record, join(path, key)).screen())
    at, floor = "", sitting.steps
    while True:
        sitting.stand(path)
        keys = sitting.keeper.answers.keys(path)
        rows, start = _entry_rows(sitting, asked, keys), at if at in keys else DONE if keys else ADD
        chosen = sitting.asker.menu(_list_prompt(sitting, asked), rows, (_ADD_KEY, *KEYS), start)
        if chosen == (DONE, ""):
            return
        if chosen.act == "undo":
            sitting.undo(floor)
            continue
        try:
            at = _act(sitting, record, path, chosen, new, edit)
        except Back:
            at = chosen.key


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _list_prompt(sitting: Sitting, asked: Asked) -> Prompt:
    question = asked.question
    place, notes = (
        sitting.place(asked.path),
        tuple(filter(None, [from_line(sitting, asked.path), *sitting.advice(asked.path)])),
    )
    return Prompt(
        question.prompt,
        place,
        help=question.help,
        authority=question.authority,
        notes=notes,
        hint="Enter opens the row",
    )


def _entry_rows(sitting: Sitting, asked: Asked, keys: Sequence[str]) -> list[Row]:
    record = asked.shape.records[0]
    rows = [Row(DONE, "Done")]
    for key, raw in zip(keys, sitting.get(asked.path) or [], strict=True):
        left = sum(1 for _ in missing(record, raw, join(asked.path, key), forum=sitting.forum))
        parts = [f"{left} required left" if left else "", entry_note(sitting, join(asked.path, key))]
        rows.append(Row(key, label(raw, key), " · ".join(filter(None, parts)), key))
    begun = label(sitting.unborn(asked.path)) if sitting.unborn(asked.path) else ""
    return [*rows, Row(ADD, f"Add {_article(singular(record))}", f"begun: {begun}" if begun else "")]


def _act(
    sitting: Sitting,
    record: type[Record],
    path: str,
    chosen: Chosen,
    new: Callable[[], str],
    edit: Callable[[str], None],
) -> str:
    """Do what was chosen; gives the key to stand at after it."""
    key, act = chosen
    if act == "add" or (key == ADD and not act):
        return new()
    if key in (ADD, DONE):
        return key
    if act == "copy":
        return duplicate(sitting, record, join(path, key), path, key)
    if act in ("up", "down"):
        return move(sitting, join(path, key), path, key, act)
    if act == "remove":
        remove(sitting, join(path, key))
    else:
        edit(key)
    return key


def add(sitting: Sitting, path: str, after: str | None = None, start: str = "") -> str:
    """Ask for a new entry of the list at `path` and add it; its key, or "" where nothing was answered. Raises
    Back.
    """
    asked = trace(sitting.get, path, sitting.forum)[1]
    assert asked is not None
    if f"{path}." in PROFILED and not start and not sitting.unborn(path):
        from drafter.interview.profiles import begun_from

        own = begun_from(sitting, path)
        if own:
            _look_at(sitting, asked, own)
            return own
    form = Form(sitting, asked.shape.records[-1], join(path, UNBORN), after=after)
    form.run(start)
    return "" if form.unborn else form.path.rpartition(".")[2]


def _look_at(sitting: Sitting, asked: Asked, own: str) -> None:
    """Show the entry that came from a profile. It is in the sheet already, so that going back from it leads
    to the list.
    """
    try:
        Form(sitting, asked.shape.records[-1], join(asked.path, own)).run()
    except Back:
        pass


def duplicate(sitting: Sitting, record: type[Record], path: str, owner: str, key: str) -> str:
    """Add a copy of the entry at `path` after it, with ids of its own; gives its key."""
    raw = sitting.get(path)
    new = {own: sitting.unused_id(own) for own in ids_in(raw)}
    sitting.record(Change(owner, "add", copied(record, raw, new), key))
    keys = sitting.keeper.answers.keys(owner)
    return new.get(key) or keys[min(keys.index(key) + 1, len(keys) - 1)]


def move(sitting: Sitting, path: str, owner: str, key: str, way: str) -> str:
    """Move the entry at `path` one up or down among its neighbours; gives its key there."""
    keys = sitting.keeper.answers.keys(owner)
    position = keys.index(key)
    target = position + (-1 if way == "up" else 1)
    if not 0 <= target < len(keys):
        return key
    after = keys[target] if way == "down" else keys[target - 1] if target else ""
    sitting.record(Change(path, "move", None, after))
    return sitting.keeper.answers.keys(owner)[target]


def remove(sitting: Sitting, path: str) -> None:
    """Remove the entry at `path`; where other parts of the sheet name it, only after asking, and out of them
    too.
    """
    raw = sitting.get(path)
    further = without(sitting.keeper.answers.tree, path, set(ids_in(raw)))
    if further:
        named = ", ".join(change.path for change in further[:6])
        where = f"{len(further)} other {'place names' if len(further) == 1 else 'places name'} it: {named}"
        rows = [Row("keep", "Keep it"), Row("remove", "Remove it, and take it out of them")]
        if (
            sitting.asker.menu(Prompt("remove", sitting.place(path), notes=(where,)), rows, at="keep").key
            != "remove"
        ):
            return
    file = file_of(sitting, path)
    sitting.record(*further, Change(path, "remove"))
    sitting.asker.say(
        f"Removed: {label(raw)}; z brings it back."
        + (f" From this matter only: {file} keeps it." if file else "")
    )


# --- texts


def _texts(sitting: Sitting, asked: Asked, at: str = "") -> None:
    """The screen of a list of texts, which is kept whole."""
    if at.isdecimal() and 1 <= int(at) <= len(asked.value or []):
        _one_text(sitting, asked, list(asked.value), int(at) - 1)
    floor = sitting.steps
    while True:
        sitting.stand(asked.path)
        texts: list[str] = list(sitting.get(asked.path) or [])
        rows = [
            Row(DONE, "Done"),
            *(Row(str(number), label(text)) for number, text in enumerate(texts, 1)),
            Row(ADD, "Add one"),
        ]
        keys = [row.key for row in rows]
        chosen = sitting.asker.menu(
            _list_prompt(sitting, asked),
            rows,
            (_ADD_KEY, *KEYS),
            at if at in keys else DONE if texts else ADD,
        )
        if chosen == (DONE, ""):
            return
        if chosen.act == "undo":
            sitting.undo(floor)
            continue
        try:
            at = _act_on_text(sitting, asked, texts, chosen)
        except Back:
            at = chosen.key


def _act_on_text(sitting: Sitting, asked: Asked, texts: list[str], chosen: Chosen) -> str:
    key, act = chosen
    position = int(key) - 1 if key.isdecimal() else len(texts)
    if act == "add" or (key == ADD and not act):
        _one_text(sitting, asked, texts, len(texts))
        return ADD
    if key in (ADD, DONE):
        return key
    if not act:
        _one_text(sitting, asked, texts, position)
    else:
        changed, position = _rearranged(texts, position, act)
        sitting.set(asked.path, changed or None)
    return str(position + 1)


def _rearranged(texts: list[str], position: int, act: str) -> tuple[list[str], int]:
    """The texts with the one at `position` copied, moved or removed, and where to stand."""
    if act == "copy":
        return [*texts[: position + 1], *texts[position:]], position + 1
    rest = [*texts[:position], *texts[position + 1 :]]
    if act == "remove":
        return rest, max(0, min(position, len(rest) - 1))
    target = max(0, min(position + (-1 if act == "up" else 1), len(rest)))
    return [*rest[:target], texts[position], *rest[target:]], target


def _one_text(sitting: Sitting, asked: Asked, texts: list[str], position: int) -> None:
    """Ask for one text of the list: one of its set words, or the person's own."""
    path = join(asked.path, str(position + 1))
    held = texts[position] if position < len(texts) else ""
    open_words = [word for word in asked.shape.choices if word not in texts]
    if open_words and not held:
        rows = [*(Row(word, word.capitalize()) for word in open_words), Row("own", "In your own words")]
        word = sitting.asker.menu(_list_prompt(sitting, asked), rows, at=rows[0].key).key
        if word != "own":
            sitting.set(asked.path, [*texts, word])
            return
    shape = Shape("prose" if asked.shape.prose else "line")
    sitting.stand(path)
    one = Asked(path, asked.name, asked.question, shape, held or None)
    prompt = fields.prompt_of(sitting, one)._replace(place=sitting.place(asked.path))
    try:
        text = sitting.asker.text(prompt) if asked.shape.prose else sitting.asker.line(prompt)
    except NotNow as stop:
        if stop.draft.strip() and stop.draft != shown(held):
            sitting.keep_draft(path, stop.draft)
        raise
    value = read(shape, text)
    try:
        sitting.set(
            asked.path, [*texts[:position], *([value] if value else []), *texts[position + 1 :]] or None
        )
    except NotNow:
        sitting.keep_draft(path, shown(value))
        raise
    sitting.keep_draft(path, "")


# --- records by name


def _map(sitting: Sitting, asked: Asked) -> None:
    """The screen of records that have names: elements of a claim."""
    record, at, floor = asked.shape.records[0], DONE, sitting.steps
    while True:
        sitting.stand(asked.path)
        there: dict[str, Any] = sitting.get(asked.path) or {}
        rows = [
            Row(DONE, "Done"),
            *(Row(name, name.replace("-", " "), label(raw)) for name, raw in there.items()),
            Row(ADD, "Add one"),
        ]
        chosen = sitting.asker.menu(
            _list_prompt(sitting, asked),
            rows,
            (_ADD_KEY, KEYS[3], UNDO),
            at if at == ADD or at in there else DONE,
        )
        if chosen == (DONE, ""):
            return
        at = chosen.key
        try:
            if chosen.act == "undo":
                sitting.undo(floor)
            elif chosen.act == "add" or at == ADD:
                _new_name(sitting, asked)
            elif chosen.act == "remove" and at in there:
                sitting.set(join(asked.path, at), None)
            elif at in there:
                Form(sitting, record, join(asked.path, at)).run()
        except Back:
            continue


def _new_name(sitting: Sitting, asked: Asked) -> None:
    """Ask for the name of a new record, and then for the record."""
    shape = Shape("id")
    name = sitting.asker.line(
        Prompt(
            "its id, as the cause has it",
            sitting.place(asked.path),
            check=check_of(shape),
            hint="Enter to skip",
        )
    )
    if name:
        Form(sitting, asked.shape.records[0], join(asked.path, name)).run()


# --- a cause's own questions


def _answers(sitting: Sitting, asked: Asked, at: str = "") -> None:
    """The screen of the answers to the causes' own questions."""
    there = next((each for each in _own_questions(sitting, asked) if each.name == at), None)
    if at and there is None:
        sitting.asker.say(f"No cause of this claim has a question “{at}”.")
    elif there is not None:
        sitting.stand(there.path)
        fields.ask(sitting, there)
    at, floor = at if there else DONE, sitting.steps
    while True:
        sitting.stand(asked.path)
        questions = _own_questions(sitting, asked)
        rows = [Row(DONE, "Done"), *(Row(each.name, each.question.prompt, brief(each)) for each in questions)]
        chosen = sitting.asker.menu(_list_prompt(sitting, asked), rows, (UNDO,), at)
        if chosen == (DONE, ""):
            return
        try:
            if chosen.act == "undo":
                sitting.undo(floor)
            elif chosen.key != DONE:
                at = chosen.key
                one = next(each for each in questions if each.name == at)
                sitting.stand(one.path)
                fields.ask(sitting, one)
        except Back:
            continue


def _own_questions(sitting: Sitting, asked: Asked) -> list[Asked]:
    """The questions of the claim's causes, and any other answer there is."""
    raw = sitting.get(asked.path) or {}
    theories = sitting.get(f"{asked.path.rpartition('.')[0]}.theories") or []
    causes = [sitting.library.cause(theory) for theory in theories] if sitting.library else []
    classes = bool(sitting.get(f"{asked.path.rpartition('.')[0]}.for"))
    known = of_cause(
        [
            each
            for cause in causes
            for each in cause.questions_
            if each.put(sitting.forum or "federal", classes)
        ],
        raw,
        asked.path,
    )
    names = {each.name for each in known}
    other = [
        Asked(
            join(asked.path, name),
            name,
            asked.question._replace(prompt=name.replace("-", " ")),
            Shape("line", stated=True),
            value,
        )
        for name, value in raw.items()
        if name not in names
    ]
    return [*known, *other]
