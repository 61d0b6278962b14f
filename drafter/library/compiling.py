"""What the package holds compiled: made when a wheel or an editable install is built (`hatch_build.py`), and
in a checkout by `python -m drafter.library.compiling`.
"""

from __future__ import annotations

import marshal
import os
import pickle
import zlib

from drafter import built, compiled_patterns
from drafter.facts.own_causes import OwnCause
from drafter.facts.record import Record
from drafter.facts.schema import bare_schema, sources_key
from drafter.facts.sheet import FactSheet
from drafter.library import KINDS, Library, builtin_folder, record_key
from drafter.library.environment import Environment, compiled, template_key
from drafter.library.files import read_text
from drafter.library.own_files import FILES
from drafter.library.records import Element
from drafter.library.severities import SeverityChanges
from drafter.library.states import StateCause

__all__ = ["compile_package", "made_anew"]


def made_anew() -> list[str]:
    """What each start makes anew in memory, because what the package holds of it was compiled for another
    Python, library or drafter: of schemas, records and templates; nothing where all fits.
    """
    library = Library([], builtin_folder())
    name = "complaint.md"
    cause = next(iter(library.ids("causes", ".md")))
    fits = {
        "schemas": built.entry(f"schema {FactSheet.__name__}", sources_key(FactSheet)),
        "records": built.entry(
            f"causes/{cause}.md", record_key(read_text(library.builtin / "causes" / f"{cause}.md"))
        ),
        "templates": built.entry(f"template {name}", template_key(read_text(library.builtin / name))),
    }
    return [what for what, found in fits.items() if found is None]


def compile_package(path: str) -> None:
    """Write all that is compiled of drafter's own templates and records into the file `path`."""
    library = Library([], builtin_folder())
    entries: dict[str, tuple[str, bytes]] = {}
    records: list[type[Record]] = [FactSheet, SeverityChanges, OwnCause, Element, StateCause, *FILES.values()]
    records += (record for _, record in KINDS.values())
    for record in records:
        entries[f"schema {record.__name__}"] = (
            sources_key(record),
            pickle.dumps(bare_schema(record), pickle.HIGHEST_PROTOCOL),
        )
    for kind, (ending, _) in KINDS.items():
        for name in library.ids(kind, ending):
            text = read_text(library.builtin / kind / f"{name}{ending}")
            entries[f"{kind}/{name}{ending}"] = (
                record_key(text),
                pickle.dumps(library.record(kind, name), pickle.HIGHEST_PROTOCOL),
            )
    for name, record in FILES.items():
        entries[name] = (
            record_key(read_text(library.builtin / name)),
            pickle.dumps(library.own_file(name, record), pickle.HIGHEST_PROTOCOL),
        )
    environment = Environment(library).jinja
    for file in sorted(library.builtin.rglob("*.md")):
        name, text = file.relative_to(library.builtin).as_posix(), read_text(file)
        code = compiled(environment, name, text, zlib.crc32(name.encode()) % 1_000_000)
        entries[f"template {name}"] = (template_key(text), marshal.dumps(code))
    if patterns := compiled_patterns.of_a_draft(os.path.dirname(os.path.dirname(built.FILE))):
        entries[compiled_patterns.NAME] = (compiled_patterns.patterns_key(), patterns)
    built.write(path, entries)


if __name__ == "__main__":
    compile_package(built.FILE)
