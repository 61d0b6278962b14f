"""The outline of the facts: headings to three levels and numbered allegations, shown as they stand, and
rearranged.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple, Sequence

from drafter.facts.record import Record
from drafter.interview.answers import check_of
from drafter.interview.asking import Back, Chosen, Key, Prompt, Row
from drafter.interview.form import DONE, UNDO, Form
from drafter.interview.inheriting import entry_note
from drafter.interview.labels import label
from drafter.interview.lists import ADD, add, duplicate, move, remove
from drafter.interview.mentions import without
from drafter.interview.questions import Asked, join
from drafter.interview.shapes import Shape, shapes
from drafter.interview.sitting import Sitting
from drafter.tree.answers import Change
from drafter.wording import letters, roman

__all__ = ["Line", "lines", "outline"]

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


class Line(NamedTuple):
    """A heading or allegation as it stands: its path, the list it is in and its key there, level, number,
    kind, and what the sheet has.
    """

    path: str
    owner: str
    key: str
    level: int
    number: str
    record: type[Record]
    raw: dict[str, Any]

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return "heading" in self.raw


def lines(asked: Asked, items: Any) -> list[Line]:
    """The outline laid out: every heading and allegation in order."""
    counter = iter(range(1, 1_000_000))
    return list(_lines(asked.path, asked.shape.records, items or [], 0, counter))


def _lines(
    owner: str, kinds: Sequence[type[Record]], items: list[dict[str, Any]], level: int, counter: Iterator[int]
) -> Iterator[Line]:
    headings = 0
    for position, raw in enumerate(items):
        key = raw.get("id") or str(position + 1)
        if "heading" not in raw:
            yield Line(f"allegations.{key}", owner, key, level, f"{next(counter)}.", kinds[-1], raw)
            continue
        headings += 1
        record = next(kind for kind in kinds if "heading" in kind.questions)
        path = join(owner.removesuffix(".items"), key)
        yield Line(path, owner, key, level, _numeral(level, headings), record, raw)
        yield from _lines(
            f"{path}.items", shapes(record)["items"].records, raw.get("items") or [], level + 1, counter
        )


def _numeral(level: int, number: int) -> str:
    if level == 0 and number <= 20:
        return f"{roman(number)}."
    return f"{letters(number)}." if level == 1 and number <= 26 else f"{number})"


# --- the screen
# ------------------------------------------------------------------------------------------------------------


def outline(sitting: Sitting, asked: Asked) -> None:
    """The screen of an outline. Raises Back."""
    at, floor = "", sitting.steps
    while True:
        sitting.stand(asked.path)
        laid = lines(asked, sitting.get(asked.path))
        rows = [
            Row(DONE, "Done"),
            *(_row(sitting, line) for line in laid),
            Row(ADD, "Add an allegation", "at the end"),
            Row(HEAD, "Add a heading", "at the end"),
        ]
        at = at if any(row.key == at for row in rows) else DONE if laid else HEAD
        chosen = sitting.asker.menu(_prompt(sitting, asked), rows, _KEYS, at)
        if chosen == (DONE, ""):
            return
        at = chosen.key
        if chosen.act == "undo":
            sitting.undo(floor)
            continue
        try:
            at = _act(sitting, asked, laid, chosen) or at
        except Back:
            continue


def _row(sitting: Sitting, line: Line) -> Row:
    indent = "  " * line.level
    if line.heading:
        return Row(
            line.path, f"{indent}{line.number} {label({'heading': line.raw['heading']})}", words=line.key
        )
    source, file = line.raw.get("source") or {}, entry_note(sitting, line.path)
    return Row(
        line.path,
        f"{indent}{line.number} {label(line.raw, line.key)}",
        " · ".join(filter(None, [source.get("kind", "no source"), file])),
        line.key,
    )


def _prompt(sitting: Sitting, asked: Asked) -> Prompt:
    question = asked.question
    notes = tuple(sitting.advice(asked.path)[:3])
    return Prompt(
        question.prompt,
        sitting.place(asked.path),
        help=question.help,
        notes=notes,
        hint="Enter opens the row",
    )


def _act(sitting: Sitting, asked: Asked, laid: list[Line], chosen: Chosen) -> str:
    """Do what was chosen; the row to stand at after it."""
    line = next((each for each in laid if each.path == chosen.key), None)
    if line is None:
        return _at_end(sitting, asked, "heading" if HEAD in chosen.key or chosen.act == "heading" else "add")
    if chosen.act == "add":
        return _added(
            sitting, f"{line.path}.items" if line.heading else line.owner, "" if line.heading else line.key
        )
    if chosen.act == "heading":
        return _headed(sitting, line)
    if chosen.act == "copy":
        own = duplicate(sitting, line.record, line.path, line.owner, line.key)
        return join(line.owner.removesuffix(".items"), own) if line.heading else f"allegations.{own}"
    if chosen.act in ("up", "down"):
        return _moved(sitting, laid, line, chosen.act)
    if chosen.act == "move":
        _move_under(sitting, asked, laid, line)
    elif chosen.act == "remove":
        _remove(sitting, line)
    else:
        Form(sitting, line.record, line.path).screen()
    return ""


def _at_end(sitting: Sitting, asked: Asked, act: str) -> str:
    return _added(sitting, asked.path, None) if act == "add" else _new_heading(sitting, asked.path, None)


def _added(sitting: Sitting, owner: str, after: str | None) -> str:
    own = add(sitting, owner, after)
    return f"allegations.{own}" if own else ""


# --- headings
# ------------------------------------------------------------------------------------------------------------


def _headed(sitting: Sitting, line: Line) -> str:
    """Add a heading after the line, on its level or, after a heading that may have others under it, one
    below.
    """
    below = line.heading and any("heading" in kind.questions for kind in shapes(line.record)["items"].records)
    owners = [(f"{line.path}.items", "")] if below else []
    level = not _too_deep(line)
    if level:
        owners.insert(0, (line.owner, line.key))
    if not owners:
        sitting.asker.say("Headings go to three levels; add this one higher up.")
        return ""
    owner, after = owners[0]
    if len(owners) > 1:
        rows = [Row("level", "On the same level"), Row("below", "One level below")]
        owner, after = owners[
            sitting.asker.menu(Prompt("heading", sitting.place(line.path)), rows, at="level").key == "below"
        ]
    return _new_heading(sitting, owner, after)


def _too_deep(line: Line) -> bool:
    """Whether the list that the line stands in takes allegations only."""
    return line.level >= 3


def _new_heading(sitting: Sitting, owner: str, after: str | None) -> str:
    path = f"{owner}.{ADD}heading"
    help = "An assertion that a reader could disagree with."
    check = check_of(Shape("prose"))
    prompt = Prompt(
        "heading",
        sitting.place(owner),
        help=help,
        text=sitting.draft(path),
        check=check,
        hint="Enter to skip",
    )
    try:
        words = sitting.asker.line(prompt).strip()
    except Back as stop:
        sitting.keep_draft(path, stop.draft)
        raise
    sitting.keep_draft(path, "")
    if not words:
        return ""
    own = sitting.unused_id(words, "heading")
    sitting.record(Change(owner, "add", {"id": own, "heading": words}, after))
    return join(owner.removesuffix(".items"), own)


# --- moving and removing
# ------------------------------------------------------------------------------------------------------------


def _moved(sitting: Sitting, laid: list[Line], line: Line, way: str) -> str:
    """Move a line among its neighbours; an allegation goes into a heading that it meets, and at the edge of
    its own into the next one.
    """
    keys = sitting.keeper.answers.keys(line.owner)
    beside = keys.index(line.key) + (-1 if way == "up" else 1)
    wanted = (line.owner, keys[beside]) if 0 <= beside < len(keys) else None
    neighbour = next((each for each in laid if (each.owner, each.key) == wanted), None)
    if neighbour is not None and (line.heading or not neighbour.heading):
        own = move(sitting, line.path, line.owner, line.key, way)
        return join(line.owner.removesuffix(".items"), own) if line.heading else line.path
    target = neighbour or _next_heading(laid, line, way)
    if target is not None and not line.heading:
        _carry(sitting, line, target, None if way == "up" else "")
    return line.path


def _next_heading(laid: list[Line], line: Line, way: str) -> Line | None:
    """The heading next to the line's own."""
    position = laid.index(line)
    others = laid[:position][::-1] if way == "up" else laid[position:]
    return next((each for each in others if each.heading and f"{each.path}.items" != line.owner), None)


def _move_under(sitting: Sitting, asked: Asked, laid: list[Line], line: Line) -> None:
    """Ask for a heading and move the line to the end of what stands under it."""
    inside = f"{line.path}."
    others = [
        each for each in laid if each.heading and each.path != line.path and not each.path.startswith(inside)
    ]
    headings = [each for each in others if _takes(each, line)]
    rows = [
        Row(each.path, f"{'  ' * each.level}{each.number} {label(each.raw)}", words=each.key)
        for each in headings
    ]
    prompt = Prompt("move under the heading", sitting.place(line.path))
    target = sitting.asker.find(prompt, [Row(asked.path, "No heading: at the end"), *rows])
    under = next((each for each in headings if each.path == target), None)
    if under:
        _carry(sitting, line, under, None)
    elif target:
        sitting.record(Change(line.path, "remove"), Change(asked.path, "add", line.raw, None))


def _takes(target: Line, line: Line) -> bool:
    """Whether what stands under `target` may be `line`: three levels of headings are the most."""
    return not line.heading or target.level + _depth(line.raw) < 3


def _depth(raw: dict[str, Any]) -> int:
    return 1 + max((_depth(each) for each in raw.get("items") or [] if "heading" in each), default=0)


def _carry(sitting: Sitting, line: Line, heading: Line, after: str | None) -> None:
    """Move a line under a heading. A heading that is only counted gets an id first: its number may change
    when the line is taken away.
    """
    owner, changes = f"{heading.path}.items", []
    if "id" not in heading.raw:
        own = sitting.unused_id(str(heading.raw["heading"]), "heading")
        changes = [Change(f"{heading.path}.id", "set", own)]
        owner = f"{join(heading.owner.removesuffix('.items'), own)}.items"
    sitting.record(*changes, Change(line.path, "remove"), Change(owner, "add", line.raw, after))


def _remove(sitting: Sitting, line: Line) -> None:
    """Remove a line; of a heading, the allegations under it may stay where it stood."""
    items = line.raw.get("items") or []
    if not line.heading or not items:
        remove(sitting, line.path)
        return
    rows = [
        Row("keep", "Keep it"),
        Row("heading", "Remove the heading; what stands under it stays"),
        Row("all", "Remove both"),
    ]
    key = sitting.asker.menu(Prompt("remove", sitting.place(line.path)), rows, at="keep").key
    if key == "all":
        remove(sitting, line.path)
    elif key == "heading":
        _unhead(sitting, line, items)


def _unhead(sitting: Sitting, line: Line, items: list[dict[str, Any]]) -> None:
    own = [line.raw["id"]] if "id" in line.raw else []
    keys = sitting.keeper.answers.keys(line.owner)
    position = keys.index(line.key)
    changes = [*without(sitting.keeper.answers.tree, line.path, own), Change(line.path, "remove")]
    after = keys[position - 1] if position else ""
    for item in reversed(items):
        changes.append(Change(line.owner, "add", item, after))
    sitting.record(*changes)
