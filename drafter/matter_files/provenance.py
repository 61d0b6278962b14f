"""Where each value of a sheet comes from: the file and line that set it, and what it stands in place of."""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple, Sequence

from drafter.tree.merge import Layer, merge
from drafter.tree.paths import Location, leaves, locate
from drafter.yamltext.read import parse
from drafter.yamltext.versions import forward

__all__ = ["Dropped", "Trace", "ValueOrigin", "trace"]


class ValueOrigin(NamedTuple):
    """The file, as it was named, and the line (1-based) that set a value; `over`, the one whose value it
    stands in place of.
    """

    file: str
    line: int
    over: ValueOrigin | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Dropped(NamedTuple):
    """A value that a nearer file took out, and where it had been set."""

    value: str
    origin: ValueOrigin


class Trace(NamedTuple):
    """The provenance of a whole sheet."""

    tree: dict[str, Any]
    origins: dict[Location, ValueOrigin]
    """Of every value that is not itself made of others."""
    dropped: list[Dropped]

    def at(self, location: Location) -> ValueOrigin | None:
        """The origin of what stands at `location`: of its first value, if it is made of several; of the
        nearest thing above it, if it is not there.
        """
        while True:
            if location in self.origins:
                return self.origins[location]
            inside = next(
                (origin for own, origin in self.origins.items() if own[: len(location)] == location), None
            )
            if inside or not location:
                return inside
            location = location[:-1]

    def of(self, path: str) -> ValueOrigin | None:
        """The origin of what stands at `path`; None where nothing does."""
        location = locate(self.tree, path)
        return None if location is None else self.at(location)


class _MarkedText(str):
    """A text that is told from another that reads the same: it stands for one place in one file."""


def trace(layers: Sequence[Layer]) -> Trace:
    """The provenance of what `layers` come to. Raises SheetError as `merge` does."""
    origins: dict[int, ValueOrigin] = {}
    alive: list[Any] = []  # an origin is known by the identity of the value, which must therefore live
    marked = [Layer(layer.source, _marked(layer, origins, alive)) for layer in layers]
    dropped: list[Dropped] = []

    def over(new: Any, old: Any) -> None:
        for value in _leaves(old):
            origin = origins.get(id(value))
            if origin is not None and new is None:
                dropped.append(Dropped(str(value), origin))
            elif origin is not None:
                origins[id(new)] = origins[id(new)]._replace(over=origin)

    tree = merge(marked, over)
    return Trace(
        tree, {where: origins[id(value)] for where, value in leaves(tree) if id(value) in origins}, dropped
    )


def _marked(layer: Layer, origins: dict[int, ValueOrigin], alive: list[Any]) -> dict[str, Any]:
    lines: dict[Location, int] = {}
    parse(layer.source.text, layer.source.name, lines)

    def mark(value: Any, where: Location) -> Any:
        if isinstance(value, dict):
            return {name: mark(entry, (*where, name)) for name, entry in value.items()}
        if isinstance(value, list):
            return [mark(entry, (*where, position)) for position, entry in enumerate(value)]
        own = _MarkedText(value) if isinstance(value, str) else type(value)(*value)
        alive.append(own)
        origins[id(own)] = ValueOrigin(layer.source.name, lines.get(where, 0))
        return own

    if not layer.version:
        return {name: mark(value, (name,)) for name, value in layer.tree.items()}

    def made(new: Any, old: Any) -> Any:
        """What a migration wrote comes from the line of what it was made from."""
        own = _MarkedText(new) if isinstance(new, str) else new
        alive.append(own)
        if id(old) in origins:
            origins[id(own)] = origins[id(old)]
        return own

    before = {
        name: mark(value, (name,))
        for name, value in parse(layer.source.text, layer.source.name).items()
        if name != "include"
    }
    return forward(before, layer.version, made)[0]


def _leaves(value: Any) -> Iterator[Any]:
    for _, leaf in leaves(value):
        if leaf is not None:
            yield leaf
