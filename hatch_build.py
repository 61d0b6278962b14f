"""The build hook: a wheel holds drafter's own templates, schemas and records compiled (`drafter.built`); an
editable install has them beside the sources, where git ignores them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledHook(BuildHookInterface):
    """Adds `drafter/built.bin` to a wheel, or writes it into the checkout that an editable install uses."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel is built."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, self.root)
        from drafter import built
        from drafter.library.compiling import compile_package

        if version == "editable":
            compile_package(built.FILE)
            return
        path = os.path.join(tempfile.mkdtemp(), "built.bin")
        compile_package(path)
        build_data["force_include"][path] = "drafter/built.bin"
