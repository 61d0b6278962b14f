"""`drafter where`: which file and line each value of a sheet comes from."""

from __future__ import annotations

import argparse
from typing import Iterator

from drafter.commands.common import loaded, sheet_option
from drafter.errors import UsageError
from drafter.facts.values import Unknown, Without
from drafter.matter_files.load import Loaded
from drafter.matter_files.provenance import ValueOrigin, trace
from drafter.tree.merge import Layer
from drafter.tree.paths import locate, path_of
from drafter.wording import shortened

__all__ = ["options", "run"]

LONGEST = 60


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter where` takes."""
    sheet_option(command)
    command.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        default="",
        help="what of it, as in defendants.acme (default: everything)",
    )


def run(options: argparse.Namespace) -> int:
    """Print the values at a path, or all of them, each with its file and line; then what was dropped. Raises
    SheetError, UsageError.
    """
    sheet = loaded(options)
    told = list(_lines(sheet, options.path))
    for line in told:
        print(line)
    return 0


def _lines(sheet: Loaded, path: str) -> Iterator[str]:
    whole = trace(sheet.layers or [Layer(sheet.source, sheet.tree)])
    location = locate(sheet.tree, path) if path else ()
    if location is None:
        raise UsageError(
            f"{path}: the sheet has nothing there",
            "A path is written as in defendants.acme.name; `drafter check` names paths.",
        )
    for own, origin in whole.origins.items():
        if own[: len(location)] == location and (own[-1:] != ("id",) or own == ("court", "id")):
            value: object = sheet.tree
            for part in own:
                value = value[part]  # type: ignore[index]
            yield f"{path_of(sheet.tree, own)}: {_short(value)} ({_from(origin)})"
    for value, origin in [] if path else whole.dropped:
        yield f"dropped: {_short(value)} ({_from(origin)})"


def _from(origin: ValueOrigin) -> str:
    over = f", in place of {origin.over}" if origin.over else ""
    return f"{origin}{over}"


def _short(value: object) -> str:
    if isinstance(value, Unknown):
        return f"{{unknown: {value.note}}}"
    if isinstance(value, Without):
        return f"{{none: {value.reason}}}"
    return shortened(str(value), LONGEST)
