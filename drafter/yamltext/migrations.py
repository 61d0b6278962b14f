"""The usual changes of the fact sheet's form: a field moved or renamed, split, or written in another way.

`at` names the records that are changed, by a path: `*` stands for every entry of a list, `**` for every entry
of an outline at any depth, "" for the sheet itself. What a layer says besides values (`{clear: true}`,
`{unknown: …}`, `{none: …}`) goes along. Each change is made on the tree; on the text it is made where its
lines can be told apart, so that comments stay where they were.
"""

from __future__ import annotations

from typing import Any, Callable, Iterator, NamedTuple, Sequence

import yaml

from drafter.facts.values import Unknown, Without
from drafter.tree.paths import Location, path_of
from drafter.yamltext.spans import SheetText, UnclearSpan, compose, is_block, manner_of
from drafter.yamltext.steps import Made, NotForward
from drafter.yamltext.write import plain_or_quoted

__all__ = ["Alter", "Move", "Split", "with_version"]

Tree = dict[str, Any]


class Move(NamedTuple):
    """The field `old` of each record at `at` becomes `new`: both names, or paths from that record, as in
    `city` and `residence.city`.
    """

    at: str
    old: str
    new: str

    def tree(self, tree: Tree, made: Made) -> list[str]:
        told = []
        for where, record in list(_records(tree, self.at)):
            holder, name = _holder(record, self.old)
            if holder is None or name not in holder:
                continue
            there, before = (*where, *self.new.split(".")), path_of(tree, (*where, *self.old.split(".")))
            self._put(tree, record, holder, name, where)
            told.append(f"{before} becomes {path_of(tree, there)}")
        return told

    def _put(self, tree: Tree, record: Tree, holder: Tree, name: str, where: Location) -> None:
        *above, last = self.new.split(".")
        target: Any = record
        for part in above:
            target = target.setdefault(part, {}) if isinstance(target, dict) else None
        if not isinstance(target, dict) or last in target or "clear" in target:
            taken = path_of(tree, (*where, *self.new.split(".")))
            raise NotForward(
                (*where, *self.old.split(".")), f"{name} is to become {taken}, where something else stands"
            )
        if target is holder:
            entries = [(last if own == name else own, value) for own, value in holder.items()]
            holder.clear()
            holder.update(entries)
            return
        target[last] = holder.pop(name)
        if not holder:
            _without(record, self.old.split(".")[:-1])

    def text(self, text: str) -> str:
        for number in range(len(_nodes(compose(text), self.at))):
            text = self._in_record(text, number)
        return text

    def _in_record(self, text: str, number: int) -> str:
        root = compose(text)
        record = _nodes(root, self.at)[number]
        *above, name = self.old.split(".")
        holder = _inner(record, above)
        pair = _pair(holder, name)
        if pair is None:
            return text
        *under, last = self.new.split(".")
        key = pair[0]
        if above == under:
            return text[: key.start_mark.index] + plain_or_quoted(last) + text[key.end_mark.index :]
        try:
            return _carried(text, root, record, holder, pair, under, last)
        except UnclearSpan:
            return text


class Split(NamedTuple):
    """The field `name` of each record at `at` becomes the fields `into`; `how` gives the text of each, or
    None. It raises ValueError where it cannot.
    """

    at: str
    name: str
    into: tuple[str, ...]
    how: Callable[[str], Sequence[str | None]]

    def tree(self, tree: Tree, made: Made) -> list[str]:
        told = []
        for where, record in list(_records(tree, self.at)):
            if self.name not in record:
                continue
            before, old = path_of(tree, (*where, self.name)), record[self.name]
            parts = self._parts(old, (*where, self.name))
            if any(name in record and name != self.name for name in self.into):
                raise NotForward(
                    (*where, self.name),
                    f"it is to be split into {' and '.join(self.into)}, where something else stands",
                )
            entries = list(record.items())
            record.clear()
            for own, value in entries:
                if own != self.name:
                    record[own] = value
                    continue
                record.update(
                    {
                        name: made(part, old)
                        for name, part in zip(self.into, parts, strict=True)
                        if part is not None
                    }
                )
            told.append(f"{before} becomes {' and '.join(name for name in self.into if name in record)}")
        return told

    def _parts(self, old: Any, where: Location) -> Sequence[Any]:
        if not isinstance(old, str):
            if isinstance(old, (Unknown, Without)) or isinstance(old, dict) and old.keys() == {"clear"}:
                return [old] * len(self.into)
            raise NotForward(where, "one piece of text is expected here")
        parts: Sequence[Any] = _tried(self.how, old, where)
        return parts

    def text(self, text: str) -> str:
        return Move(self.at, self.name, self.into[0]).text(text)


class Alter(NamedTuple):
    """The text of the field `name` of each record at `at`, or each text in its list, is written as `how` has
    it. It raises ValueError where it cannot.
    """

    at: str
    name: str
    how: Callable[[str], str]

    def tree(self, tree: Tree, made: Made) -> list[str]:
        told = []
        for where, record in _records(tree, self.at):
            old = record.get(self.name)
            new = self._altered(old, (*where, self.name), made)
            if new is not old:
                record[self.name] = new
                told.append(f"{path_of(tree, (*where, self.name))}: {_shown(old)} becomes {_shown(new)}")
        return told

    def _altered(self, old: Any, where: Location, made: Made) -> Any:
        if isinstance(old, list):
            new = [self._altered(entry, where, made) for entry in old]
            return old if all(one is other for one, other in zip(old, new, strict=True)) else new
        if not isinstance(old, str):
            return old
        altered = _tried(self.how, old, where)
        return old if altered == old else made(altered, old)

    def text(self, text: str) -> str:
        return text


def _tried(how: Callable[[str], Any], old: str, where: Location) -> Any:
    try:
        return how(old)
    except ValueError as error:
        raise NotForward(where, str(error)) from None


def _shown(value: Any) -> str:
    words = "; ".join(value) if isinstance(value, list) else " ".join(str(value).split())
    return f"“{words if len(words) <= 50 else words[:49] + '…'}”"


# --- the records of a tree
# ------------------------------------------------------------------------------------------------------------


def _records(tree: Any, at: str) -> Iterator[tuple[Location, Tree]]:
    yield from _descend(tree, at.split(".") if at else [], ())


def _descend(value: Any, parts: list[str], where: Location) -> Iterator[tuple[Location, Tree]]:
    if not parts:
        if isinstance(value, dict):
            yield where, value
        return
    part, rest = parts[0], parts[1:]
    if part in ("*", "**"):
        entries = (
            list(enumerate(value))
            if isinstance(value, list)
            else list(value.items())
            if isinstance(value, dict)
            else []
        )
        for own, entry in entries:
            yield from _descend(entry, rest, (*where, own))
            if part == "**" and isinstance(entry, dict):
                yield from _descend(entry.get("items"), parts, (*where, own, "items"))
    elif isinstance(value, dict) and part in value:
        yield from _descend(value[part], rest, (*where, part))


def _holder(record: Tree, path: str) -> tuple[Tree | None, str]:
    *above, name = path.split(".")
    holder: Any = record
    for part in above:
        holder = holder.get(part) if isinstance(holder, dict) else None
    return holder if isinstance(holder, dict) else None, name


def _without(record: Tree, parts: list[str]) -> None:
    """Take an empty record out, and those above it that become empty."""
    while parts:
        holder, name = _holder(record, ".".join(parts))
        if holder is None or holder.get(name):
            return
        holder.pop(name, None)
        parts = parts[:-1]


# --- and of its text
# ------------------------------------------------------------------------------------------------------------


def _nodes(root: Any, at: str) -> list[Any]:
    return list(_descend_node(root, at.split(".") if at else []))


def _descend_node(node: Any, parts: list[str]) -> Iterator[Any]:
    if not parts:
        if isinstance(node, yaml.MappingNode):
            yield node
        return
    part, rest = parts[0], parts[1:]
    if part in ("*", "**"):
        values = (
            node.value
            if isinstance(node, yaml.SequenceNode)
            else [value for _, value in node.value]
            if isinstance(node, yaml.MappingNode)
            else []
        )
        for value in values:
            yield from _descend_node(value, rest)
            if part == "**" and (items := _pair(value, "items")):
                yield from _descend_node(items[1], parts)
    elif found := _pair(node, part):
        yield from _descend_node(found[1], rest)


def _pair(node: Any, name: str) -> tuple[Any, Any] | None:
    """The nodes of the field `name` and of its value."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next(((key, value) for key, value in node.value if key.value == name), None)


def _inner(node: Any, parts: list[str]) -> Any:
    for part in parts:
        found = _pair(node, part)
        node = found[1] if found else None
    return node


def _carried(
    text: str, root: Any, record: Any, holder: Any, pair: tuple[Any, Any], under: list[str], last: str
) -> str:
    """`text` with the lines of a field, and the comments above them, moved into the record `under`, which is
    made where it is not there. Raises Unclear.
    """
    lines = SheetText(text)
    key, value = pair
    line = lines.line_start(key.start_mark.index)
    if not lines.starts_line(key.start_mark.index) or not is_block(record) or not is_block(holder):
        raise UnclearSpan
    column = key.start_mark.column
    start, end = lines.comments_above(line, column), lines.bottom(value)
    moved = text[start : key.start_mark.index] + plain_or_quoted(last) + text[key.end_mark.index : end]
    if holder is not record and len(holder.value) == 1:
        raise UnclearSpan  # the record it leaves would be left without a field
    target, made = record, ""
    margin, step = record.value[0][0].start_mark.column, manner_of(root).step
    for position, part in enumerate(under):
        found = _pair(target, part)
        if found is None:
            names = under[position:]
            made = "".join(
                f"{' ' * (margin + step * depth)}{plain_or_quoted(name)}:\n"
                for depth, name in enumerate(names)
            )
            margin += step * len(names)
            break
        target = found[1]
        if not (isinstance(target, yaml.MappingNode) and is_block(target) and target.value):
            raise UnclearSpan
        margin = target.value[0][0].start_mark.column
    place = start if made and target is holder else lines.bottom(target.value[-1][1])
    if start < place < end:
        raise UnclearSpan
    fresh = made + "".join(_indented(each, column, margin) for each in moved.splitlines(keepends=True))
    without = text[:start] + text[end:]
    place -= end - start if place >= end else 0
    return without[:place] + fresh + without[place:]


def _indented(line: str, column: int, margin: int) -> str:
    if not line.strip():
        return line
    if line[:column].strip():
        raise UnclearSpan
    return " " * margin + line[column:]


def with_version(text: str, version: int) -> str:
    """`text` saying that it is of `version`."""
    pair = _pair(compose(text), "schema_version")
    assert pair is not None
    return text[: pair[1].start_mark.index] + str(version) + text[pair[1].end_mark.index :]
