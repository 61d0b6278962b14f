"""The checks: each a function that yields findings, registered with its catalogue id, severity, title and
authority.

They read the sheet's fields and the resolved document, never raw prose where a field can carry the point. A
finding never stops a draft. Each module here is a topic; its checks register themselves, in the order of the
modules' names.
"""

from __future__ import annotations

import os
from importlib import import_module

from drafter.checks.engine.registry import CHECKS, Check, run_checks

__all__ = ["CHECKS", "Check", "run_checks"]

for _file in sorted(os.listdir(os.path.dirname(__file__))):
    if _file.endswith(".py") and not _file.startswith("_"):
        import_module(f"drafter.checks.{_file.removesuffix('.py')}")
