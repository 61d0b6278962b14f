"""Two stories (the text, a cell, a note) beside each other: the blocks of the new one, with what was struck
from the old one in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from drafter.reading.package import W, written_xml
from drafter.reading.styles import value_of
from drafter.redline.align import AlignedBlock, ParagraphLink, aligned, aligned_block
from drafter.redline.marks import ChangeWriter
from drafter.redline.tokens import tokens_of
from drafter.redline.weaving import Weaver, cleaned, flow, shell
from drafter.redline.words import common

__all__ = ["StoryPair", "block_of"]

Keys = Callable[[str, Any], tuple[Any, ...]]


def block_of(node: Any) -> AlignedBlock:
    """A paragraph or table as it is aligned."""
    if node.tag == f"{W}tbl":
        return aligned_block(" ".join(_texts(node)), kind="tbl")
    if _is_empty(node):
        return aligned_block("", kind="p" if not "".join(_texts(node)).strip() else "contents")
    names = frozenset(
        str(mark.get(f"{W}name"))
        for mark in node.iter(f"{W}bookmarkStart")
        if mark.get(f"{W}name") != "_GoBack"
    )
    return aligned_block("".join(_texts(node)), names)


def _texts(node: Any) -> Iterator[str]:
    for child in node.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        yield (child.text or "") if child.tag == f"{W}t" else "-" if child.tag.endswith("Hyphen") else " "


def _is_empty(node: Any) -> bool:
    """Whether a block is not tracked: mere room, or an entry of a table of contents, which Word sets anew."""
    if node.tag == f"{W}p" and value_of(node.find(f"{W}pPr"), "pStyle").upper().startswith("TOC"):
        return True
    return node.tag == f"{W}p" and not "".join(_texts(node)).strip() and node.find(f".//{W}drawing") is None


class StoryPair:
    """Writes one story; `old_keys` and `new_keys` give the keys of fields, notes and pictures."""

    def __init__(self, writer: ChangeWriter, old_keys: Keys, new_keys: Keys, numbers: dict[Any, str]) -> None:
        self.writer, self.old_keys, self.new_keys = writer, old_keys, new_keys
        self.numbers = numbers
        """Printed numbers of the old paragraphs."""

    def blocks(
        self,
        old: list[Any],
        new: list[Any],
        links: Sequence[ParagraphLink] | None = None,
        closed: bool = False,
    ) -> list[Any]:
        """The blocks of the redline; `links` as they were aligned before; in a `closed` story (a cell, a
        note) the last paragraphs are one, for their mark can be neither struck nor added.
        """
        if links is None:
            links = self.linked(old, new, closed)
        by_new = {at: link for link in links for at in link.new[:1]}
        placed = {at for link in links if not link.moved for at in link.old}
        moved = {link.old[0]: link for link in links if link.moved}
        names = {id(link): f"move{next(self.writer.moves)}" for link in links if link.moved}
        made: list[Any] = []
        done = 0
        covered = {at for link in links for at in link.new[1:]}
        for at, node in enumerate(new):
            link = by_new.get(at)
            if at in covered:
                continue
            if link is not None and not link.moved:
                made += self._gone(old, range(done, link.old[0]), placed, moved, names)
                done = link.old[-1] + 1
            if link is None:
                made += self._added(node)
            elif link.moved:
                made += self._moved_to(old[link.old[0]], node, names[id(link)])
            else:
                made += self._pair([old[a] for a in link.old], [new[b] for b in link.new])
        made += self._gone(old, range(done, len(old)), placed, moved, names)
        return _apart(made)

    def linked(self, old: list[Any], new: list[Any], closed: bool = False) -> list[ParagraphLink]:
        """The links between two lists of blocks."""
        if closed and old and new and old[-1].tag == new[-1].tag == f"{W}p":
            links = aligned([block_of(node) for node in old[:-1]], [block_of(node) for node in new[:-1]])
            return [*links, ParagraphLink((len(old) - 1,), (len(new) - 1,), "changed")]
        return aligned([block_of(node) for node in old], [block_of(node) for node in new])

    # whole blocks

    def _gone(
        self,
        old: list[Any],
        places: range,
        placed: set[int],
        moved: dict[int, ParagraphLink],
        names: dict[int, str],
    ) -> list[Any]:
        made: list[Any] = []
        for at in places:
            if at in moved:
                made += self._moved_from(old[at], names[id(moved[at])])
            elif at not in placed:
                made += self._struck(old[at])
        return made

    def _added(self, node: Any) -> list[Any]:
        if node.tag == f"{W}tbl":
            return [self._table_whole(node, "ins")]
        if _is_empty(node) or node.tag != f"{W}p":
            return [deepcopy(node)]
        return [self._whole(node, "ins", self.new_keys)]

    def _struck(self, node: Any) -> list[Any]:
        if node.tag == f"{W}tbl":
            return [self._table_whole(node, "del")]
        if _is_empty(node) or node.tag != f"{W}p":
            return []
        return [self._whole(node, "del", self.old_keys)]

    def _moved_from(self, node: Any, name: str) -> list[Any]:
        if node.tag != f"{W}p":
            return self._struck(node)
        return self._ranged(self._whole(node, "moveFrom", self.old_keys), "moveFrom", name)

    def _moved_to(self, old: Any, new: Any, name: str) -> list[Any]:
        if new.tag != f"{W}p":
            return self._added(new)
        before, _ = tokens_of(old, self.old_keys)
        after, rest = tokens_of(new, self.new_keys)
        same = {b for _, b in common([each.key for each in before], [each.key for each in after])}
        made = shell(new)
        for added, run in _runs_of([at not in same for at in range(len(after))]):
            part = [after[at] for at in run]
            made.extend(self.writer.runs(new, part, "ins" if added else "moveTo"))
        made.extend(deepcopy(node) for node in rest)
        self.writer.mark(made, "moveTo")
        return self._ranged(made, "moveTo", name)

    def _ranged(self, paragraph: Any, act: str, name: str) -> list[Any]:
        start = self.writer.element(paragraph, f"{act}RangeStart")
        start.set(f"{W}name", name)
        end = paragraph.makeelement(f"{W}{act}RangeEnd", {})
        end.set(f"{W}id", start.get(f"{W}id"))
        paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, start)
        return [paragraph, end]

    def _whole(self, node: Any, act: str, keys: Keys) -> Any:
        made = shell(node)
        tokens, rest = tokens_of(node, keys)
        made.extend(self.writer.runs(node, tokens, act))
        if act == "ins":
            made.extend(deepcopy(each) for each in rest)
        self.writer.mark(made, act)
        if not tokens:
            self.writer.revisions += 1
        if act in ("del", "moveFrom") and self.numbers.get(node):
            made.set("number", self.numbers[node])
        return made

    # paragraphs that became others

    def _pair(self, old: list[Any], new: list[Any]) -> list[Any]:
        if old[0].tag == f"{W}tbl":
            return [self._table(old[0], new[0])]
        if len(old) == len(new) == 1 and written_xml(old[0]) == written_xml(new[0]):
            return [deepcopy(new[0])]
        before, after = flow(old, self.old_keys), flow(new, self.new_keys)
        keys = [each.key for each in before[0]], [each.key for each in after[0]]
        pairs = cleaned(common(*keys), before[0], after[0])
        if not pairs or pairs[-1] != (len(keys[0]) - 1, len(keys[1]) - 1):
            pairs = [*(pair for pair in pairs if pair[0] < len(keys[0]) - 1 and pair[1] < len(keys[1]) - 1)]
            pairs.append((len(keys[0]) - 1, len(keys[1]) - 1))
        return Weaver(self.writer, old, new, before, after).woven(pairs)

    # tables

    def _table_whole(self, node: Any, act: str) -> Any:
        made = deepcopy(node)
        for row in made.iter(f"{W}tr"):
            self.writer.row(row, act)
        keys = self.new_keys if act == "ins" else self.old_keys
        for paragraph in list(made.iter(f"{W}p")):
            self._inside(paragraph, act, keys)
        return made

    def _inside(self, paragraph: Any, act: str, keys: Keys) -> None:
        """Track the words of a paragraph in a row that is tracked itself."""
        tokens, rest = tokens_of(paragraph, keys)
        runs = self.writer.runs(paragraph, tokens, act)
        for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
            paragraph.remove(child)
        paragraph.extend(runs)
        if act == "ins":
            paragraph.extend(deepcopy(each) for each in rest)

    def _table(self, old: Any, new: Any) -> Any:
        made = deepcopy(new)
        old_rows, new_rows = old.findall(f"{W}tr"), new.findall(f"{W}tr")
        blocks = [
            [aligned_block(" | ".join(_texts(row)), kind="row") for row in rows]
            for rows in (old_rows, new_rows)
        ]
        links = [link for link in aligned(*blocks) if not link.moved and len(link.old) == len(link.new) == 1]
        if len(old_rows) == len(new_rows) == 1 and not links:
            links = [ParagraphLink((0,), (0,), "changed")]
        partner = {
            link.new[0]: link.old[0]
            for link in links
            if _cells(old_rows[link.old[0]]) == _cells(new_rows[link.new[0]])
        }
        for row in made.findall(f"{W}tr"):
            made.remove(row)
        done = 0
        for at, row in enumerate(new_rows):
            if at in partner:
                made.extend(self._row_whole(each, "del") for each in old_rows[done : partner[at]])
                done = partner[at] + 1
                made.append(self._row(old_rows[partner[at]], row))
            else:
                made.append(self._row_whole(row, "ins"))
        made.extend(self._row_whole(each, "del") for each in old_rows[done:])
        return made

    def _row_whole(self, node: Any, act: str) -> Any:
        made = deepcopy(node)
        self.writer.row(made, act)
        keys = self.new_keys if act == "ins" else self.old_keys
        for paragraph in list(made.iter(f"{W}p")):
            self._inside(paragraph, act, keys)
        return made

    def _row(self, old: Any, new: Any) -> Any:
        made = deepcopy(new)
        cells = zip(old.findall(f"{W}tc"), new.findall(f"{W}tc"), made.findall(f"{W}tc"), strict=True)
        for before, after, cell in cells:
            blocks = self.blocks(_content(before), _content(after), closed=True)
            for child in _content(cell):
                cell.remove(child)
            cell.extend(blocks)
        return made


def _content(node: Any) -> list[Any]:
    return [child for child in node if child.tag in (f"{W}p", f"{W}tbl")]


def _cells(row: Any) -> int:
    return len(row.findall(f"{W}tc"))


def _apart(blocks: list[Any]) -> list[Any]:
    """An empty paragraph, added and struck, between two tables that are not one."""
    made: list[Any] = []
    for block in blocks:
        if made and block.tag == made[-1].tag == f"{W}tbl":
            made.append(block.makeelement(f"{W}p", {}))
        made.append(block)
    return made


def _runs_of(flags: list[bool]) -> Iterator[tuple[bool, list[int]]]:
    """Stretches of places with one flag."""
    run: list[int] = []
    for at, flag in enumerate(flags):
        if run and flags[run[-1]] != flag:
            yield flags[run[0]], run
            run = []
        run.append(at)
    if run:
        yield flags[run[0]], run
