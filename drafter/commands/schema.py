"""`drafter schema`: the JSON Schema of the fact sheet, of a cause or of a court."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from drafter.commands.common import print_json
from drafter.facts.schema import head_line, json_schema, schema_file
from drafter.facts.sheet import FactSheet
from drafter.library import CauseOfAction, CourtProfile
from drafter.matter_files.guard import may_write
from drafter.matter_files.private_disk import put_in_place

__all__ = ["options", "run"]

_RECORDS = {"sheet": FactSheet, "cause": CauseOfAction, "court": CourtProfile}


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter schema` takes."""
    command.add_argument("--of", choices=tuple(_RECORDS), default="sheet")
    command.add_argument(
        "--write", action="store_true", help="write it into this folder, for an editor that completes by it"
    )
    command.add_argument("--force", action="store_true", help="overwrite a file that is there")


def run(options: argparse.Namespace) -> int:
    """Print it, or write it into this folder. Raises UsageError, OutputError."""
    schema = json_schema(_RECORDS[options.of])
    if not options.write:
        print_json(schema)
        return 0
    out = schema_file(options.of)
    data = json.dumps(schema, indent=1, ensure_ascii=False).encode()
    may_write(out, (".json",), (), data, force=options.force)
    put_in_place(Path(out), data)
    print(
        f"{out}: written. An editor with the YAML language server completes and explains a file whose first"
        f" line is\n{head_line(options.of)}"
    )
    return 0
