"""The checks: each a function that yields findings, registered with its catalogue id, severity, title and
authority.

They read the sheet's fields and the resolved document, never raw prose where a field can carry the point. A
finding never stops a draft. Each module here is a topic; its checks register themselves, in the order of the
modules' names; those on time stand before those on certification.
"""

from __future__ import annotations

import os
from importlib import import_module

from drafter.checks.engine.registry import CHECKS, Check, run_checks

__all__ = ["CHECKS", "Check", "run_checks"]

_FIRST = {"limitations": "certification"}
"""Topics whose checks stand right before those of another."""

_TOPICS = (
    _file.removesuffix(".py")
    for _file in os.listdir(os.path.dirname(__file__))
    if _file.endswith(".py") and not _file.startswith("_")
)
for _topic in sorted(_TOPICS, key=lambda topic: (_FIRST.get(topic, topic), topic not in _FIRST)):
    import_module(f"drafter.checks.{_topic}")
