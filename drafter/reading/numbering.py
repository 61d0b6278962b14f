"""The numbers of lists, which a Word file does not hold: counted as Word counts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from drafter.reading.file import WordParagraph
from drafter.reading.package import W
from drafter.reading.styles import is_on, value_of
from drafter.wording import letters, roman

__all__ = ["ListLevel", "WordLists"]


class ListLevel(NamedTuple):
    """A level of a list: where it starts, how its number is written, and the text around it (“%1.”)."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    legal: bool = False
    restart: int = -1
    style: str = ""


class WordLists:
    """The lists of a file."""

    def __init__(self, root: Any | None, list_of_style: dict[str, int] | None = None) -> None:
        self.levels: dict[int, dict[int, ListLevel]] = {}
        self.abstract: dict[int, str] = {}
        self.starts: dict[int, dict[int, int]] = {}
        if root is None:
            return
        nodes = {node.get(f"{W}abstractNumId", ""): node for node in root.iter(f"{W}abstractNum")}
        linked = {
            value_of(node, "styleLink"): own for own, node in nodes.items() if value_of(node, "styleLink")
        }
        for num in root.findall(f"{W}num"):
            self._take(num, nodes, linked)

    def _take(self, num: Any, nodes: dict[str, Any], linked: dict[str, str]) -> None:
        own = num.get(f"{W}numId", "")
        abstract = value_of(num, "abstractNumId")
        link = value_of(nodes.get(abstract), "numStyleLink")
        abstract = linked.get(link, abstract)
        if not own.isdecimal() or abstract not in nodes:
            return
        levels = dict(map(_level, nodes[abstract].findall(f"{W}lvl")))
        starts: dict[int, int] = {}
        for over in num.findall(f"{W}lvlOverride"):
            at = _int(over.get(f"{W}ilvl", ""), 0)
            if over.find(f"{W}lvl") is not None:
                levels[at] = _level(over.find(f"{W}lvl"))[1]
            if over.find(f"{W}startOverride") is not None:
                starts[at] = _int(value_of(over, "startOverride"), 1)
        self.levels[int(own)], self.abstract[int(own)], self.starts[int(own)] = levels, abstract, starts

    def level_of_style(self, list_id: int, style: str) -> int:
        """The level that belongs to a paragraph style, which says the list alone."""
        levels = self.levels.get(list_id, {})
        return next((at for at, level in levels.items() if level.style and level.style == style), 0)

    def numbered(self, paragraphs: Sequence[WordParagraph]) -> list[WordParagraph]:
        """`paragraphs` with their numbers, counted in this order."""
        counts: dict[str, dict[int, int]] = {}
        started: set[tuple[int, int]] = set()
        return [self._count(each, counts, started) for each in paragraphs]

    def _count(
        self, each: WordParagraph, counts: dict[str, dict[int, int]], started: set[tuple[int, int]]
    ) -> WordParagraph:
        levels = self.levels.get(each.list_id)
        if not each.list_id or levels is None:
            return each
        count, at = counts.setdefault(self.abstract[each.list_id], {}), each.level
        level = levels.get(at, ListLevel())
        if at in self.starts[each.list_id] and (each.list_id, at) not in started:
            count[at] = self.starts[each.list_id][at]
        else:
            count[at] = count[at] + 1 if at in count else level.start
        started.add((each.list_id, at))
        for above in range(at):
            count.setdefault(above, levels.get(above, ListLevel()).start)
        for below in [below for below in count if below > at]:
            if levels.get(below, ListLevel()).restart != 0:
                del count[below]
        return each._replace(number=_label(level, levels, count))


def _level(node: Any) -> tuple[int, ListLevel]:
    legal = node.find(f"{W}isLgl")
    return _int(node.get(f"{W}ilvl", ""), 0), ListLevel(
        _int(value_of(node, "start", "0"), 0),
        value_of(node, "numFmt", "decimal"),
        value_of(node, "lvlText"),
        legal is not None and is_on(legal),
        _int(value_of(node, "lvlRestart", "-1"), -1),
        value_of(node, "pStyle"),
    )


def _label(level: ListLevel, levels: dict[int, ListLevel], count: dict[int, int]) -> str:
    if level.form == "bullet":
        return "•"
    if level.form == "none" and "%" not in level.text:
        return level.text
    text = level.text
    for at in range(9):
        if f"%{at + 1}" in text:
            own = levels.get(at, ListLevel())
            form = "decimal" if level.legal else own.form
            text = text.replace(f"%{at + 1}", _written(count.get(at, own.start), form))
    return text


def _written(number: int, form: str) -> str:
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form == "ordinal":
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    if number < 1 or form not in ("upperRoman", "lowerRoman", "upperLetter", "lowerLetter"):
        return str(number)
    if form.endswith("Letter"):  # Word doubles the letter after Z: AA, BB
        made = letters((number - 1) % 26 + 1) * ((number - 1) // 26 + 1)
    else:
        made = roman(number)
    return made.lower() if form.startswith("lower") else made


def _int(text: str, default: int) -> int:
    return int(text) if text.lstrip("-").isdecimal() else default
