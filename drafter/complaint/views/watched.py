"""What is read of a sheet through the views of its matter.

A view reads a field of its record once and keeps what it made of it; a property that is reckoned once is kept
too. Both are read as often as they are asked for, whoever asked first.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache, cached_property
from typing import Any, Hashable, Iterator

from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.forum_ties import Ties
from drafter.complaint.views.matter import Matter
from drafter.complaint.views.values import View
from drafter.facts.record import Record, reads_of_records

__all__ = ["Reads", "ReadsOfViews", "watched"]

ReadsOfViews = dict[tuple[int, str], list[tuple[Any, str]]]
"""By view and property, what reckoning it reads."""


class Reads:
    """What is read of records, since it was last taken."""

    def __init__(self, log: list[tuple[Any, str]]) -> None:
        self._log = log
        self._taken: set[int] = set()
        self._flattened: dict[int, list[tuple[Record, str]]] = {}

    def take(self) -> list[tuple[Record, str]]:
        """The records and the names, in order; of a property that is reckoned once, the first time alone."""
        found: list[tuple[Record, str]] = []
        for read, name in self._log:
            if name:
                found.append((read, name))
            elif id(read) not in self._taken:
                self._taken.add(id(read))
                found += self._flat(read)
        self._log.clear()
        return found

    def forget(self) -> None:
        """Begin anew, as if nothing had been taken."""
        self._log.clear()
        self._taken.clear()

    def _flat(self, log: list[tuple[Any, str]]) -> list[tuple[Record, str]]:
        """What a property that is reckoned once reads, itself and through others, each field once."""
        if id(log) not in self._flattened:
            found: dict[tuple[int, str], tuple[Record, str]] = {}
            for read, name in log:
                for record, field in ((read, name),) if name else self._flat(read):
                    found.setdefault((id(record), field), (record, field))
            self._flattened[id(log)] = list(found.values())
        return self._flattened[id(log)]


_VIEWS: tuple[type, ...] = (View, Matter, Ties)


@contextmanager
def watched(of_views: ReadsOfViews) -> Iterator[Reads]:
    """What is read of any record meanwhile, itself or through a view. `of_views` holds what properties that
    are reckoned once read, from one such time to the next, as long as the matter is the same.
    """
    with reads_of_records() as log:

        def read(view: Any, name: str, get: Any = object.__getattribute__) -> Any:
            if name[:2] != "__":
                kind: Any = type(view)
                once = _reckoned_once(kind).get(name)
                if once is not None:
                    return _again(view, name, once, log, of_views)
                if kind is Matter:
                    if name == "theories":
                        log.extend((claim, name) for claim in get(view, "raw").claims)
                elif (record := get(view, "__dict__").get("_record")) is not None and (
                    field := _field(kind, record.__class__, name)
                ):
                    log.append((record, field))
            return get(view, name)

        for view in _VIEWS:
            setattr(view, "__getattribute__", read)  # noqa: B010
        try:
            yield Reads(log)
        finally:
            for view in _VIEWS:
                delattr(view, "__getattribute__")


def _again(view: Any, name: str, once: Any, log: list[tuple[Any, str]], of_views: ReadsOfViews) -> Any:
    """What the property is, and in `log` what reckoning it reads, as one entry without a name."""
    there = view.__dict__
    key = (id(view), name)
    if key in of_views and name in there:
        log.append((of_views[key], ""))
        return there[name]
    start = len(log)
    value = once.func(view)
    of_views[key] = log[start:]
    return there.setdefault(name, value)


@cache
def _reckoned_once(kind: Any) -> dict[str, Any]:
    return {
        name: one
        for above in reversed(kind.__mro__)
        for name, one in vars(above).items()
        if isinstance(one, cached_property)
    }


_MADE_OF = {"plaintiffs": "by", "defendants": "against", "causes": "theories"}
"""What the view of a claim has ready, and the fields of the claim it is made of."""


@cache
def _field(view: Hashable, kind: Any, name: str) -> str:
    """The field of a record of that kind that a view shows under `name`, or empty."""
    if view is ClaimView and name in _MADE_OF:
        return _MADE_OF[name]
    return next((field for field in (name, f"{name}_") if field in kind.questions), "")
