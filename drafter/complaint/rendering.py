"""A template's text, as every part of a paper is made from it."""

from __future__ import annotations

from typing import Any

from drafter.library.environment import Environment
from drafter.markup import unbroken

__all__ = ["rendered"]


def rendered(environment: Environment, name: str, context: dict[str, Any]) -> str:
    """The text of template `name`. Raises TemplateError, and NotFound where there is none."""
    return unbroken(environment.render(name, context))
