"""Where each value of a sheet stands in its text: nodes with marks, and the lines that belong to them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from drafter.tree.json_values import STATES
from drafter.yamltext.write import Indentation

__all__ = [
    "SheetText",
    "Slot",
    "UnclearSpan",
    "compose",
    "is_block",
    "is_block_text",
    "is_flow",
    "manner_of",
    "raw",
]

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BLANK = frozenset(("", "~", "null"))


class UnclearSpan(Exception):
    """What belongs to what cannot be told line by line here; the block around it is written anew."""


class Slot(NamedTuple):
    """The place of a value: just after the colon or the dash, the column of the name or the dash, and whether
    it is a dash.
    """

    after: int
    column: int
    item: bool


def compose(text: str) -> Any:
    """The root node of `text`, which was read before; None for an empty one."""
    return yaml.compose(text, Loader=_Loader)


def raw(node: Any) -> Any:
    """The raw value of a node, as `drafter.yamltext.read` gives it; None for a blank."""
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _BLANK else node.value
    if isinstance(node, yaml.SequenceNode):
        return [value for entry in node.value if (value := raw(entry)) is not None]
    if len(node.value) == 1 and node.value[0][0].value in STATES:
        return STATES[node.value[0][0].value](" ".join((raw(node.value[0][1]) or "").split()))
    return {key.value: value for key, entry in node.value if (value := raw(entry)) is not None}


def is_flow(node: Any) -> bool:
    """Whether a node is a mapping or list in braces or brackets."""
    return not isinstance(node, yaml.ScalarNode) and bool(node.flow_style)


def is_block(node: Any) -> bool:
    """Whether a node is a mapping or list on lines of its own."""
    return not isinstance(node, yaml.ScalarNode) and not node.flow_style


def is_block_text(node: Any) -> bool:
    """Whether a node is a | or > block."""
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def manner_of(root: Any) -> Indentation:
    """How a file is indented, by the first record and the first list under a name; drafter's own manner where
    there is none.
    """
    step, dashes = 0, None
    for key, value in root.value:
        inward = value.start_mark.column - key.start_mark.column
        if is_block(value) and isinstance(value, yaml.MappingNode):
            step = step or inward
        elif is_block(value) and dashes is None:
            dashes = inward > 0
    return Indentation(step or 2, dashes is not False)


class SheetText:
    """A sheet's text and the lines in it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def line_start(self, index: int) -> int:
        """Where the line of `index` starts."""
        return self.text.rfind("\n", 0, index) + 1

    def next_line(self, index: int) -> int:
        """Where the line after that of `index` starts."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end + 1

    def end(self, node: Any) -> int:
        """Where the content of a node ends: blank lines and comments after it do not belong to it."""
        while is_block(node):
            node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        end: int = node.end_mark.index
        if is_block_text(node):
            start = node.start_mark.index
            while end > start and self.text[end - 1] in " \n\t":
                end -= 1
        return end

    def bottom(self, node: Any) -> int:
        """Where the line after the last one of a node starts."""
        return self.next_line(self.end(node))

    def after_indicator(self, node: Any) -> int:
        """Just after the | or > of a block, and what stands with it."""
        found = re.compile(r"[|>][-+0-9]*").match(self.text, node.start_mark.index)
        if not found:
            raise UnclearSpan
        return found.end()

    def starts_line(self, index: int) -> bool:
        """Whether nothing but spaces stands before `index` on its line."""
        return not self.text[self.line_start(index) : index].strip(" ")

    def colon(self, key: Any) -> int:
        """Just after the colon of a name. Raises Unclear."""
        found = re.compile(r"\s*:").match(self.text, key.end_mark.index)
        if not found:
            raise UnclearSpan
        return found.end()

    def dash(self, node: Any) -> int:
        """Where the dash of an entry stands. Raises Unclear."""
        place: int = node.start_mark.index - 1
        while place >= 0 and self.text[place] in " \n":
            place -= 1
        if place < 0 or self.text[place] != "-" or not self.starts_line(place):
            raise UnclearSpan
        return place

    def comments_above(self, start: int, column: int) -> int:
        """Where the comment lines begin that stand directly above the line at `start`, in the same column."""
        margin = " " * column + "#"
        while start and self.text.startswith(margin, above := self.line_start(start - 1)):
            start = above
        return start

    def is_blank(self, start: int) -> bool:
        """Whether the line at `start` is blank."""
        return start < len(self.text) and not self.text[start : self.next_line(start)].strip()

    def blank_above(self, start: int) -> bool:
        """Whether the line above that at `start` is blank."""
        return start > 0 and self.is_blank(self.line_start(start - 1))
