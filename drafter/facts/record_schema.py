"""From one record's declaration to its part of the validator and of the published JSON Schema: what pydantic
calls when it meets the record.
"""

from __future__ import annotations

from typing import Any, get_type_hints

from drafter.facts.question import NOTHING, Question

__all__ = ["describe_record", "record_schema"]


def record_schema(record: Any, handler: Any) -> Any:
    """The core schema of one record: its fields in order, nothing else allowed. Called by pydantic."""
    from pydantic_core import core_schema

    hints = get_type_hints(record, include_extras=True)
    fields = {
        name: core_schema.model_field(
            _with_default(handler.generate_schema(hints[name]), question), validation_alias=_alias(name)
        )
        for name, question in record.questions.items()
    }
    inner = core_schema.model_fields_schema(fields, model_name=record.__name__, extra_behavior="forbid")
    return core_schema.model_schema(record, inner, ref=f"{record.__module__}.{record.__name__}")


def _alias(name: str) -> str | None:
    """How a field whose name is a word of Python's (`from_`, `for_`) is written in the sheet."""
    return name[:-1] if name.endswith("_") else None


def _with_default(schema: Any, question: Question) -> Any:
    from pydantic_core import core_schema

    if question.default is NOTHING:
        return schema
    if callable(question.default):
        return core_schema.with_default_schema(schema, default_factory=question.default)
    return core_schema.with_default_schema(schema, default=question.default)


def describe_record(record: Any, schema: Any, handler: Any) -> Any:
    """Add each field's prompt and help to the JSON schema of its record. Called by pydantic."""
    result = handler(schema)
    found = handler.resolve_ref_schema(result)
    for name, question in record.questions.items():
        entry = found["properties"].get(name.rstrip("_"))
        if entry is not None:
            entry.pop("default", None)
            entry.update(_published(question))
    found["description"] = " ".join((record.__doc__ or "").strip().split("\n\n")[0].split())
    return result


def _published(question: Question) -> dict[str, Any]:
    """What the schema says of a field: prompt and help for every editor, and for tools its authority,
    condition and references (`x-…`).
    """
    when = question.when
    entry: dict[str, Any] = {
        "title": question.prompt,
        "description": (
            " ".join(part for part in (question.help, question.authority) if part) or question.prompt
        ),
        "examples": [question.example] if question.example else None,
        "x-authority": question.authority,
        "x-needed": question.needed,
        "x-unless": question.unless.rstrip("_"),
        "x-refers": list(question.refers),
        "x-not-printed": question.not_printed,
        "x-when": {"field": when.field.rstrip("_"), "values": list(when.values)} if when else None,
    }
    return {key: value for key, value in entry.items() if value}
