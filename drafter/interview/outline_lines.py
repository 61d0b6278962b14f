"""An outline as lines: headings to three levels and numbered allegations, in the order in which they print.
Pure.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple, Sequence

from drafter.facts.record import Record
from drafter.interview.questions import Asked
from drafter.interview.shapes import shapes
from drafter.tree.paths import join
from drafter.wording import letters, roman

__all__ = ["OutlineLine", "lines"]


class OutlineLine(NamedTuple):
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


def lines(asked: Asked, items: Any) -> list[OutlineLine]:
    """The outline as it stands: every heading and allegation in order."""
    counter = iter(range(1, 1_000_000))
    return list(_lines(asked.path, asked.shape.records, items or [], 0, counter))


def _lines(
    owner: str, kinds: Sequence[type[Record]], items: list[dict[str, Any]], level: int, counter: Iterator[int]
) -> Iterator[OutlineLine]:
    headings = 0
    for position, raw in enumerate(items):
        key = raw.get("id") or str(position + 1)
        if "heading" not in raw:
            yield OutlineLine(f"allegations.{key}", owner, key, level, f"{next(counter)}.", kinds[-1], raw)
            continue
        headings += 1
        record = next(kind for kind in kinds if "heading" in kind.questions)
        path = join(owner.removesuffix(".items"), key)
        yield OutlineLine(path, owner, key, level, _numeral(level, headings), record, raw)
        yield from _lines(
            f"{path}.items", shapes(record)["items"].records, raw.get("items") or [], level + 1, counter
        )


def _numeral(level: int, number: int) -> str:
    if level == 0 and number <= 20:
        return f"{roman(number)}."
    return f"{letters(number)}." if level == 1 and number <= 26 else f"{number})"
