"""pydantic's compiled validator, loaded by itself.

The package `pydantic_core` imports, besides it, the builders of schemas (three times the cost), which a draft
never calls: it validates with a schema that was built with the package. Whoever imports the package later
gets this same compiled module.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

__all__ = ["core"]

_NAME = "pydantic_core._pydantic_core"


def core() -> Any:
    """The module that has `SchemaValidator`, `ValidationError` and `__version__`."""
    if _NAME not in sys.modules:
        try:
            return _by_itself()
        except (ImportError, AttributeError):
            sys.modules.pop(_NAME, None)
            import pydantic_core  # noqa: F401 - the ordinary way, where the compiled module does not stand alone
    return sys.modules[_NAME]


def _by_itself() -> Any:
    package = PathFinder.find_spec("pydantic_core")
    spec = PathFinder.find_spec(_NAME, package.submodule_search_locations) if package else None
    if spec is None or spec.loader is None:
        raise ImportError(_NAME)
    module = module_from_spec(spec)
    sys.modules[_NAME] = module
    spec.loader.exec_module(module)
    return module
