"""From the records' declarations to one validator, and to the published JSON Schema.

pydantic reads the annotations and builds a core schema. Building it takes several times as long as validating
a sheet, so the schema is built when the package is (`drafter.built`), and only pydantic's compiled core is
loaded on the way to a draft. Where that does not fit, it is built here.
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import TYPE_CHECKING, Any

from drafter import built
from drafter.facts.compiled import core
from drafter.facts.record import Record

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

__all__ = [
    "bare_schema",
    "head_line",
    "json_schema",
    "record_sources",
    "schema_file",
    "sources_key",
    "validator",
]

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


def schema_file(of: str) -> str:
    """The name of the file with the schema of a sheet, a cause or a court, beside what it is for."""
    return f"drafter.{of}.schema.json"


def head_line(of: str = "sheet") -> str:
    """The first line of a YAML file by which an editor with the YAML language server completes and explains
    it.
    """
    return f"# yaml-language-server: $schema={schema_file(of)}"


def json_schema(record: type[Record]) -> dict[str, Any]:
    """The JSON Schema of `record`, for editors: every field with its prompt and help.

    Written in draft-07 terms ("JSON Schema 7 and below" is what the YAML language server reads).
    """
    schema: dict[str, Any] = _adapter(record).json_schema(ref_template="#/definitions/{model}")
    if "$defs" in schema:
        schema["definitions"] = schema.pop("$defs")
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
