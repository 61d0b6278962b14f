"""The library's own records as templates see them: their fields, read-only, and nothing else."""

from __future__ import annotations

from functools import cache
from typing import Any

from drafter.facts.record import Record
from drafter.library import assertions, court_records, records

__all__ = ["Entry", "template_value"]

_PRINTED = tuple(module.__name__ for module in (assertions, court_records, records))
"""The modules of the records that a template may look into."""


class Entry:
    """A record of the library (a court, a cause, an element …). Its words are the library's own, and print
    with their marks.
    """

    def __init__(self, record: Record) -> None:
        self._record = record

    def template_names(self) -> frozenset[str]:
        """What a template may name."""
        kind: Any = type(self._record)
        return fields_of(kind)

    def template_title(self) -> str:
        return type(self._record).__name__

    def __str__(self) -> str:
        raise TypeError("a record cannot be printed: name one of its fields")

    def __repr__(self) -> str:
        return f"<{type(self._record).__name__}>"

    def __getattr__(self, name: str) -> Any:
        record = self.__dict__["_record"]
        questions = type(record).questions
        field = name if name in questions else f"{name}_"
        if name.startswith("_") or field not in questions:
            raise AttributeError(name)
        return template_value(getattr(record, field))


@cache
def fields_of(record: Any) -> frozenset[str]:
    """The names of a record's fields, as they are written."""
    return frozenset(name.rstrip("_") for name in record.questions)


def template_value(value: Any) -> Any:
    """`value` as a template may have it: a record of the library as an entry, its text as text, lists of them
    alike.
    """
    if isinstance(value, Record):
        return Entry(value) if type(value).__module__ in _PRINTED else None
    if isinstance(value, (list, tuple)):
        return tuple(template_value(entry) for entry in value)
    return str(value) if isinstance(value, str) else value
