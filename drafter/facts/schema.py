"""From the records' declarations to one validator, and to the published JSON Schema.

pydantic reads the annotations and builds a core schema. Building it takes several times as long as validating
a sheet, so the schema is built when the package is (`drafter.built`), and only pydantic's compiled core is
loaded on the way to a draft. Where that does not fit, it is built here.
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import TYPE_CHECKING, Any, get_type_hints

from drafter import built
from drafter.facts.compiled import core
from drafter.facts.record import NOTHING, Question, Record

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

__all__ = ["bare_schema", "json_schema", "record_schema", "record_sources", "sources_key", "validator"]

_validators: dict[type[Record], "SchemaValidator"] = {}


def validator(record: type[Record]) -> "SchemaValidator":
    """pydantic's validator for `record`: `validate_python(mapping)` gives an instance, or raises
    pydantic_core.ValidationError.
    """
    if record not in _validators:
        made = built.entry(f"schema {record.__name__}", sources_key(record))
        _validators[record] = core().SchemaValidator(pickle.loads(made) if made else core_schema_of(record))
    return _validators[record]


def core_schema_of(record: type[Record]) -> Any:
    """pydantic's core schema of `record`, built from the annotations."""
    return _adapter(record).core_schema


def _adapter(record: type[Record]) -> Any:
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from pydantic import TypeAdapter

    return TypeAdapter(record)


# --- the schema as it is stored
# --------------------------------------------------------------------------------------------------------


def bare_schema(record: type[Record]) -> Any:
    """The core schema of `record` without what only JSON schemas and serializing need."""
    return _bare(core_schema_of(record))


def _bare(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {
            key: _bare(value) for key, value in schema.items() if key not in ("metadata", "serialization")
        }
    return [_bare(entry) for entry in schema] if isinstance(schema, list) else schema


def sources_key(record: type[Record]) -> str:
    """What the schema of `record` depends on: pydantic's version, Python's, the records' sources."""
    return built.key_of(core().__version__, record_sources(record))


def record_sources(record: type[Record]) -> str:
    """The sources of all records that `record` can be made of, as a digest."""
    own = os.path.dirname(sys.modules[record.__module__].__file__ or "")
    return built.sources(*{os.path.dirname(__file__), own})


# --- building it
# ------------------------------------------------------------------------------------------------------------


def record_schema(record: type[Record], handler: Any) -> Any:
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


def describe_record(record: type[Record], schema: Any, handler: Any) -> Any:
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


def json_schema(record: type[Record]) -> dict[str, Any]:
    """The JSON Schema of `record`, for editors: every field with its prompt and help.

    Written in draft-07 terms ("JSON Schema 7 and below" is what the YAML language server reads).
    """
    schema: dict[str, Any] = _adapter(record).json_schema(ref_template="#/definitions/{model}")
    if "$defs" in schema:
        schema["definitions"] = schema.pop("$defs")
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
