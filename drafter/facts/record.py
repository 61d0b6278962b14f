"""The fact sheet's records: declared like any typed class, each field a question (`drafter.facts.question`).

pydantic turns the declarations into one validator (`drafter.facts.schema`), which the package holds compiled,
because building it costs several times what a draft should.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Callable, ClassVar, Iterator, Mapping

from drafter.facts.question import Question, visible
from drafter.facts.record_schema import describe_record, record_schema

__all__ = ["Record", "is_asked", "reads_of_records"]


class Record:
    """A part of the fact sheet. Instances come from validation only, and are not to be changed."""

    __slots__ = (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
        "_notes",
    )
    _notes: Mapping[str, tuple[str, ...]]
    """What `drafter.tree.unknown` set aside of it when its sheet was read."""
    model_config: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    questions: ClassVar[dict[str, Question]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Question)}
        for name in own:
            delattr(cls, name)
        cls.questions = {**cls.questions, **own}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        inside = ", ".join(
            f"{name}={value!r}" for name, value in self.__dict__.items() if value not in (None, [])
        )
        return f"{type(self).__name__}({inside})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return record_schema(cls, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        return describe_record(cls, schema, handler)


@contextmanager
def reads_of_records() -> Iterator[list[tuple[Record, str]]]:
    """Every attribute of any record that is read meanwhile, in order: the record and the name. It costs
    nothing while nobody asks, and is not to be asked twice at once.
    """
    log: list[tuple[Record, str]] = []

    def read(
        record: Record,
        name: str,
        note: Callable[[tuple[Record, str]], None] = log.append,
        get: Callable[[Any, str], Any] = object.__getattribute__,
    ) -> Any:
        note((record, name))
        return get(record, name)

    assert "__getattribute__" not in vars(Record), "reads are recorded already"
    Record.__getattribute__ = read  # type: ignore[assignment, method-assign]
    try:
        yield log
    finally:
        del Record.__getattribute__


def is_asked(record: Record, name: str, forum: str = "") -> bool:
    """Whether the question `name` is visible, given the record's other answers and the forum (`federal`,
    `state`, or not known): the one place where `when` is evaluated.
    """
    return visible(type(record).questions, name, lambda field: getattr(record, field), forum)
