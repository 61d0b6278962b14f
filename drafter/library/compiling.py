"""What the package holds compiled: called when the wheel is built, and by nothing else."""

from __future__ import annotations

import marshal
import pickle
import zlib

from drafter import built
from drafter.facts.schema import bare_schema, sources_key
from drafter.facts.sheet import FactSheet
from drafter.library import Library, builtin_folder, record_key
from drafter.library.court_records import CourtProfile, LayoutSpec
from drafter.library.environment import Environment, compiled, template_key
from drafter.library.files import read_text
from drafter.library.records import CauseOfAction

__all__ = ["compile_package"]

_KINDS = (("causes", ".md"), ("courts", ".yaml"), ("layouts", ".yaml"))


def compile_package(path: str) -> None:
    """Write all that is compiled of drafter's own templates and records into the file `path`."""
    library = Library([], builtin_folder())
    entries: dict[str, tuple[str, bytes]] = {}
    for record in (FactSheet, CauseOfAction, CourtProfile, LayoutSpec):
        entries[f"schema {record.__name__}"] = (
            sources_key(record),
            pickle.dumps(bare_schema(record), pickle.HIGHEST_PROTOCOL),
        )
    for kind, ending in _KINDS:
        for name in library.ids(kind, ending):
            text = read_text(library.builtin / kind / f"{name}{ending}")
            entries[f"{kind}/{name}{ending}"] = (
                record_key(text),
                pickle.dumps(_entry(library, kind, name), pickle.HIGHEST_PROTOCOL),
            )
    environment = Environment(library).jinja
    for file in sorted(library.builtin.rglob("*.md")):
        name, text = file.relative_to(library.builtin).as_posix(), read_text(file)
        code = compiled(environment, name, text, zlib.crc32(name.encode()) % 1_000_000)
        entries[f"template {name}"] = (template_key(text), marshal.dumps(code))
    built.write(path, entries)


def _entry(library: Library, kind: str, name: str) -> object:
    if kind == "layouts":
        return library.layout_spec(name)
    return library.cause(name) if kind == "causes" else library.court(name)
