"""What a complaint needs and the sheet does not have; and the records that an answer holds. Pure."""

from __future__ import annotations

from typing import Any, Iterator, Sequence

from drafter.facts.record import Record
from drafter.interview.questions import Asked, asked_now, chosen, in_line
from drafter.interview.shapes import shapes
from drafter.tree.paths import join

__all__ = ["entries_in", "missing", "outlined"]


def missing(
    record: type[Record], raw: Any, path: str = "", *, names: Sequence[str] = (), forum: str = ""
) -> Iterator[Asked]:
    """What a complaint needs and the sheet does not have, at `path` and within it, in order. Unknown and none
    count as answers.
    """
    for each in chosen(asked_now(record, raw, path, forum), names):
        if each.answered:
            for own, kind, entry in entries_in(each):
                yield from missing(kind, entry, own, forum=forum)
        elif each.question.needed and each.kind == "record":
            yield from (
                list(missing(each.shape.records[0], None, each.path, forum=forum))
                or list(in_line(each, frozenset(), forum))[:1]
            )
        elif each.question.needed or (each.must and path):
            yield each


def entries_in(asked: Asked) -> Iterator[tuple[str, type[Record], dict[str, Any]]]:
    """The records that an answer holds, each with its path and kind; those of an outline one by one, without
    what stands under them.
    """
    value, records = asked.value, asked.shape.records
    if asked.kind == "outline":
        for path, kind, entry in outlined(value, asked.path, records):
            yield path, kind, {name: each for name, each in entry.items() if name != "items"}
    elif asked.kind == "map" and isinstance(value, dict):
        yield from (
            (join(asked.path, key), records[0], entry)
            for key, entry in value.items()
            if isinstance(entry, dict)
        )
    elif asked.kind in ("record", "either") and isinstance(value, dict):
        yield asked.path, records[0], value
    elif asked.kind == "records" and isinstance(value, list):
        for position, entry in enumerate(value):
            yield join(asked.path, entry.get("id") or str(position + 1)), records[0], entry


def outlined(
    items: Any, path: str, kinds: Sequence[type[Record]]
) -> Iterator[tuple[str, type[Record], dict[str, Any]]]:
    """Every heading and allegation of an outline, in order: its path, its kind of record, and what the sheet
    has of it.
    """
    path = path.removesuffix(".items")
    for position, entry in enumerate(items if isinstance(items, list) else ()):
        if "heading" in entry:
            heading = next(kind for kind in kinds if "heading" in kind.questions)
            own = join(path, entry.get("id") or str(position + 1))
            yield own, heading, entry
            yield from outlined(entry.get("items"), own, shapes(heading)["items"].records)
        else:
            yield f"allegations.{entry['id']}", kinds[-1], entry
