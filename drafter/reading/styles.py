"""The styles of a Word file: names, what a style takes over from another, and what runs look like."""

from __future__ import annotations

from typing import Any, NamedTuple

from drafter.document import BOLD, ITALIC, UNDERLINE
from drafter.reading.package import W

__all__ = ["WordStyle", "WordStyles", "is_on", "value_of"]

_BITS = {f"{W}b": BOLD, f"{W}i": ITALIC, f"{W}u": UNDERLINE}
_OFF = ("0", "false", "off", "none")


def value_of(node: Any, name: str, default: str = "") -> str:
    """`w:val` of the child `name`; `default` where there is none."""
    child = node.find(f"{W}{name}") if node is not None else None
    return default if child is None else str(child.get(f"{W}val", ""))


def is_on(node: Any) -> bool:
    """Whether a property that is there is on."""
    return node.get(f"{W}val", "1") not in _OFF


class WordStyle(NamedTuple):
    """A style: its name in small letters, the one it is based on, its list and level (-1 for none), what its
    runs look like, and whether it hides them.
    """

    name: str
    based_on: str
    list_id: int
    level: int
    look: Any
    kind: str


class WordStyles:
    """The styles of a file, by id."""

    def __init__(self, root: Any | None) -> None:
        self.by_id: dict[str, WordStyle] = {}
        self.default = ""
        for node in root.iter(f"{W}style") if root is not None else ():
            own = node.get(f"{W}styleId", "")
            if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true"):
                self.default = own
            self.by_id[own] = _style(node)

    def chain(self, own: str) -> list[WordStyle]:
        """The style and those it is based on, nearest first."""
        found: list[WordStyle] = []
        while own in self.by_id and len(found) < 40:
            found.append(self.by_id[own])
            own = self.by_id[own].based_on
        return found

    def name(self, own: str) -> str:
        """The name of a style; programs that save a file anew change its id."""
        style = self.by_id.get(own or self.default)
        return style.name if style else own.lower()

    def list_of(self, own: str) -> tuple[int, int]:
        """List and level that a paragraph of that style counts in; (0, -1) for none."""
        level = -1
        for style in self.chain(own or self.default):
            level = style.level if level < 0 else level
            if style.list_id >= 0:
                return style.list_id, level
        return 0, level

    def look(self, rpr: Any | None) -> int:
        """The bits of a run with these properties: its own, and those of its character style."""
        layers = [rpr] if rpr is not None else []
        if rpr is not None:
            layers += [style.look for style in self.chain(value_of(rpr, "rStyle"))]
        bits = 0
        for tag, bit in _BITS.items():
            node = next(
                (found for layer in layers if layer is not None and (found := layer.find(tag)) is not None),
                None,
            )
            bits |= bit if node is not None and is_on(node) else 0
        return bits

    def hides(self, rpr: Any | None, paragraph: str) -> bool:
        """Whether a run with these properties in a paragraph of that style is hidden text."""
        layers = (
            [rpr, *(style.look for style in self.chain(value_of(rpr, "rStyle")))] if rpr is not None else []
        )
        layers += [style.look for style in self.chain(paragraph or self.default)]
        for layer in layers:
            node = layer.find(f"{W}vanish") if layer is not None else None
            if node is not None:
                return is_on(node)
        return False


def _style(node: Any) -> WordStyle:
    listed = node.find(f"{W}pPr/{W}numPr")
    return WordStyle(
        value_of(node, "name").lower(),
        value_of(node, "basedOn"),
        _number(value_of(listed, "numId"), -1),
        _number(value_of(listed, "ilvl"), -1),
        node.find(f"{W}rPr"),
        node.get(f"{W}type", ""),
    )


def _number(text: str, default: int) -> int:
    return int(text) if text.isdecimal() else default
