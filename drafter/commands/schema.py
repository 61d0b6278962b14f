"""`drafter schema`: the JSON Schema of the fact sheet, of a cause or of a court."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from drafter.commands.common import print_json
from drafter.facts.schema import json_schema
from drafter.facts.sheet import FactSheet
from drafter.library import CauseOfAction, CourtProfile

if TYPE_CHECKING:
    pass

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter schema` takes."""
    command.add_argument("--of", choices=("sheet", "cause", "court"), default="sheet")


def run(options: argparse.Namespace) -> int:
    """Print it."""

    print_json(json_schema({"sheet": FactSheet, "cause": CauseOfAction, "court": CourtProfile}[options.of]))
    return 0
