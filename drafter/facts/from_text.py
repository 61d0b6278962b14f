"""How pydantic reads a scalar, which reaches it as text."""

from __future__ import annotations

from typing import Any

__all__ = ["text_schema"]


def text_schema(function: Any) -> Any:
    """The schema of text that `function` reads."""
    from pydantic_core import core_schema

    return core_schema.no_info_after_validator_function(function, core_schema.str_schema(strict=True))
