"""A template's text, as every part of a paper is made from it."""

from __future__ import annotations

import re
from typing import Any

from drafter.library.environment import Environment

__all__ = ["rendered"]

_HARD_SPACE = re.compile("(?<=[§¶]) ")
"""Section and paragraph signs stay with their numbers in the templates' words, as they do in plain values;
prose stands as typed.
"""


def rendered(environment: Environment, name: str, context: dict[str, Any]) -> str:
    """The text of template `name`. Raises TemplateError, and NotFound where there is none."""
    return _HARD_SPACE.sub("\u00a0", environment.render(name, context))
