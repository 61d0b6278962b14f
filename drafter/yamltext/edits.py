"""The edits that turn the text of one tree into that of another: only spans of what changed."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from drafter.tree.answers import same
from drafter.tree.matching import in_place, matched
from drafter.tree.paths import Location
from drafter.yamltext.spans import (
    SheetText,
    Slot,
    UnclearSpan,
    is_block,
    is_block_text,
    is_flow,
    manner_of,
    raw,
)
from drafter.yamltext.write import Piece, flow, heading_of, in_order, plain_or_quoted, write_value

__all__ = ["edit_text"]


class Edit(NamedTuple):
    """A span of the text, and what stands there instead."""

    start: int
    end: int
    text: str


def edit_text(text: str, root: Any, tree: dict[str, Any], depth: int) -> str:
    """`text`, whose root node is `root`, with the edits that make it hold `tree`. What lies `depth` levels
    down or deeper and changed is
    written anew. Raises Unclear.
    """
    surgeon = _TextEditor(text, root, depth)
    surgeon.mapping(root, raw(root), tree, ())
    return _spliced(text, surgeon.edits, 0, len(text))


def _spliced(text: str, edits: list[Edit], start: int, end: int) -> str:
    parts = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.end < start or edit.end > end or (edit.start < start and edit.text):
            raise UnclearSpan
        parts += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join([*parts, text[start:end]])


class _TextEditor:
    def __init__(self, text: str, root: Any, depth: int) -> None:
        self.text = SheetText(text)
        self.edits: list[Edit] = []
        self.manner = manner_of(root)
        self.depth = depth
        names = [key.value for key, _ in root.value]
        self.headed = names == ["schema_version"] or any(
            heading_of(name).strip("\n") in text for name in names if heading_of(name).strip()
        )

    def edit(self, start: int, end: int, text: str) -> None:
        self.edits.append(Edit(start, end, text))

    # --- one value
    # --------------------------------------------------------------------------------------------------------

    def value(self, node: Any, old: Any, new: Any, slot: Slot, location: Location) -> None:
        """Make the value at `slot`, which is `old`, say `new`."""
        alike = len(location) < self.depth and _are_alike(node, old, new)
        if alike and not is_flow(node):
            if (
                self.mapping(node, old, new, location)
                if isinstance(old, dict)
                else self.sequence(node, new, location)
            ):
                return
        elif same(old, new):
            return
        elif alike and not _has_lines(new):
            return self.in_flow(node, old, new, location)
        self.replace(node, new, slot, location)

    def replace(self, node: Any, new: Any, slot: Slot, location: Location) -> None:
        """Write the value at `slot` anew. A comment on its line stays."""
        head, body = write_value(new, slot.column, location, self.manner, slot.item)
        end = max(slot.after, node.end_mark.index)
        if is_block_text(node):
            end = self.text.after_indicator(node)
        elif is_block(node):
            on_line = node.start_mark.index < self.text.next_line(slot.after)
            end = self.text.end(node) if on_line else slot.after
        bottom = self.text.bottom(node) if is_block_text(node) or is_block(node) else self.text.next_line(end)
        self.edit(slot.after, end, head)
        self.edit(self.text.next_line(end), bottom, body)

    # --- records
    # --------------------------------------------------------------------------------------------------------

    def mapping(self, node: Any, old: dict[str, Any], new: dict[str, Any], location: Location) -> bool:
        """Edit a record in block style; False where nothing of it stays and it is to be written anew."""
        remaining = [
            number for number, (key, value) in enumerate(node.value) if key.value in new or raw(value) is None
        ]
        if not any(node.value[number][0].value in new for number in remaining):
            return False
        for number in remaining:
            key, value = node.value[number]
            if key.value in new:
                slot = Slot(self.text.colon(key), key.start_mark.column, False)
                self.value(value, old.get(key.value), new[key.value], slot, (*location, key.value))
        self.take_out(node, remaining, location)
        self.put_in(node, remaining, new, location)
        return True

    def take_out(self, node: Any, remaining: list[int], location: Location) -> None:
        """Remove the entries of a record that are not `kept`. The first may stand behind a dash; that goes to
        the first that stays.
        """
        first = node.value[0][0].start_mark.index
        if remaining[0] and not self.text.starts_line(first):
            self.edit(first, node.value[remaining[0]][0].start_mark.index, "")
        for number, (key, value) in enumerate(node.value):
            if number in remaining or (number < remaining[0] and not self.text.starts_line(first)):
                continue
            start = self.text.line_start(key.start_mark.index)
            if not location and self.text.text.endswith(heading_of(key.value), 0, start):
                start -= len(heading_of(key.value))
                self.edit(start, self.text.bottom(value), "")
            else:
                self.remove_lines(start, self.text.bottom(value))

    def remove_lines(self, start: int, end: int) -> None:
        """Remove lines; of two blank lines that would come together, one goes with them."""
        if self.text.blank_above(start):
            if end >= len(self.text.text):
                start = self.text.line_start(start - 1)
            elif self.text.is_blank(end):
                end = self.text.next_line(end)
        self.edit(start, end, "")

    def put_in(self, node: Any, remaining: list[int], new: dict[str, Any], location: Location) -> None:
        """Add the entries that a record has not had, each after the one that comes before it in the model's
        order.
        """
        present = {node.value[number][0].value: number for number in remaining}
        anchor: int | None = None
        for name in in_order({**dict.fromkeys(present), **new}, location):
            if name in present:
                anchor = present[name]
                continue
            column = node.start_mark.column
            piece = write_value(new[name], column, (*location, name), self.manner)
            line = f"{plain_or_quoted(name)}:{piece.head}\n{piece.body}"
            if anchor is None:
                self.put_first(node.value[remaining[0]][0].start_mark.index, column, line)
            else:
                place = self.text.bottom(node.value[anchor][1])
                self.edit(place, place, self.space(node, anchor, name, piece, location) + " " * column + line)

    def put_first(self, start: int, column: int, line: str) -> None:
        if self.text.starts_line(start):
            start = self.text.line_start(start)
            self.edit(start, start, " " * column + line)
        else:  # behind a dash
            self.edit(start, start, line + " " * column)

    def space(self, node: Any, anchor: int, name: str, piece: Piece, location: Location) -> str:
        """What stands above an entry that is added: what the file has between its like."""
        if not location and self.headed and piece.body:
            return heading_of(name)
        key, value = node.value[anchor]
        start, end = self.text.line_start(key.start_mark.index), self.text.bottom(value)
        is_last = anchor == len(node.value) - 1
        spaced = self.text.blank_above(start) if is_last else self.text.is_blank(end)
        return "\n" if spaced and (piece.body or self.text.next_line(start) < end) else ""

    # --- lists
    # --------------------------------------------------------------------------------------------------------

    def sequence(self, node: Any, new: list[Any], location: Location) -> bool:
        """Edit a list in block style; False where nothing of it stays and it is to be written anew."""
        nodes = [entry for entry in node.value if raw(entry) is not None]
        old = [raw(entry) for entry in nodes]
        plan = matched(old, new)
        still = in_place(plan)
        if not still:
            return False
        for number, place in sorted(still.items()):
            self.entry(nodes[place], old[place], new[number], location)
        for place in sorted(set(range(len(old))) - set(still.values())):
            self.remove_lines(*self.lines_of(nodes[place], place not in plan))
        anchor = None
        for number, whence in enumerate(plan):
            if number in still:
                anchor = nodes[still[number]]
                continue
            if whence is None:
                lines = self.fresh(nodes[0], new[number], location)
            else:
                lines = self.moved(nodes[whence], old[whence], new[number], location)
            self.insert(anchor, lines, nodes, nodes[still[min(still)]])
        return True

    def entry(self, node: Any, old: Any, new: Any, location: Location) -> None:
        dash = self.text.dash(node)
        self.value(node, old, new, Slot(dash + 1, dash - self.text.line_start(dash), True), (*location, 0))

    def lines_of(self, node: Any, alone: bool) -> tuple[int, int]:
        """The lines of an entry, and, unless `alone`, the comments above it."""
        dash = self.text.dash(node)
        start = self.text.line_start(dash)
        return start if alone else self.text.comments_above(start, dash - start), self.text.bottom(node)

    def fresh(self, sibling: Any, new: Any, location: Location) -> str:
        dash = self.text.dash(sibling)
        column = dash - self.text.line_start(dash)
        head, body = write_value(new, column, (*location, 0), self.manner, item=True)
        return f"{' ' * column}-{head}\n{body}"

    def moved(self, node: Any, old: Any, new: Any, location: Location) -> str:
        """The lines of an entry that goes elsewhere, with its own edits made."""
        others, self.edits = self.edits, []
        self.entry(node, old, new, location)
        own, self.edits = self.edits, others
        return _spliced(self.text.text, own, *self.lines_of(node, False))

    def insert(self, anchor: Any, lines: str, nodes: list[Any], first: Any) -> None:
        """Put `lines` after the entry `anchor`, or before the `first` that stays."""
        spaced = len(nodes) > 1 and self.text.is_blank(self.text.bottom(nodes[0]))
        if anchor is None:
            start = self.lines_of(first, False)[0]
            self.edit(start, start, lines + ("\n" if spaced else ""))
        else:
            end = self.text.bottom(anchor)
            self.edit(end, end, ("\n" if spaced else "") + lines)

    # --- in braces and brackets
    # ----------------------------------------------------------------------------------------------------

    def in_flow(self, node: Any, old: Any, new: Any, location: Location) -> None:
        """Edit a value that stands in one line with others."""
        if same(old, new):
            return
        if not _are_alike(node, old, new) or not (
            self.flow_mapping if isinstance(old, dict) else self.flow_list
        )(node, old, new, location):
            self.edit(node.start_mark.index, node.end_mark.index, flow(new, location))

    def flow_mapping(self, node: Any, old: dict[str, Any], new: dict[str, Any], location: Location) -> bool:
        remaining = [key.value in new for key, _ in node.value]
        added: dict[int, list[str]] = {}
        numbers = {key.value: number for number, (key, _) in enumerate(node.value)}
        anchor = -1
        for name in in_order(new, location):
            anchor = numbers.get(name, anchor)
            if name not in numbers:
                added.setdefault(anchor, []).append(
                    f"{plain_or_quoted(name, True)}: {flow(new[name], (*location, name))}"
                )
        if not self.flow_entries(
            [(key.start_mark.index, value.end_mark.index) for key, value in node.value], remaining, added
        ):
            return False
        for key, value in node.value:
            if key.value in new:
                self.in_flow(value, old.get(key.value), new[key.value], (*location, key.value))
        return True

    def flow_list(self, node: Any, old: list[Any], new: list[Any], location: Location) -> bool:
        plan = matched(old, new)
        stay = [place for place in plan if place is not None]
        if len(old) != len(node.value) or stay != sorted(stay):
            return False
        added: dict[int, list[str]] = {}
        anchor = -1
        for number, place in enumerate(plan):
            anchor = anchor if place is None else place
            if place is None:
                added.setdefault(anchor, []).append(flow(new[number], (*location, 0)))
        spans = [(entry.start_mark.index, entry.end_mark.index) for entry in node.value]
        if not self.flow_entries(spans, [place in stay for place in range(len(old))], added):
            return False
        for number, place in enumerate(plan):
            if place is not None:
                self.in_flow(node.value[place], old[place], new[number], (*location, 0))
        return True

    def flow_entries(
        self, spans: list[tuple[int, int]], remaining: list[bool], added: dict[int, list[str]]
    ) -> bool:
        """Remove and add entries between commas; False where none stays."""
        if not any(remaining):
            return False
        first, last = remaining.index(True), len(remaining) - 1 - remaining[::-1].index(True)
        for number, (start, end) in enumerate(spans):
            if not remaining[number]:
                self.edit(
                    *((start, spans[number + 1][0]) if number < last else (spans[number - 1][1], end)), ""
                )
            for text in added.get(number, ()):
                self.edit(end, end, f", {text}")
        for text in added.get(-1, ()):
            self.edit(spans[first][0], spans[first][0], f"{text}, ")
        return True


def _are_alike(node: Any, old: Any, new: Any) -> bool:
    """Whether both are records or both are lists, with entries to go through one by one."""
    return (
        type(old) is type(new)
        and isinstance(old, (dict, list))
        and bool(old)
        and bool(new)
        and not isinstance(node, yaml.ScalarNode)
    )


def _has_lines(value: Any) -> bool:
    """Whether text within `value` has several lines, which no brace holds legibly."""
    if isinstance(value, str):
        return "\n" in value.strip()
    return any(
        map(
            _has_lines,
            value.values() if isinstance(value, dict) else value if isinstance(value, list) else (),
        )
    )
