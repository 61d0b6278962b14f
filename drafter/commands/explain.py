"""`drafter explain`: what a check looks for, how grave it is where, and on what authority."""

from __future__ import annotations

import argparse
from textwrap import fill
from typing import TYPE_CHECKING

from drafter.checks import CHECKS
from drafter.checks.engine.acceptance import Concern
from drafter.checks.not_checked import NOT_CHECKED
from drafter.commands.common import templates_option
from drafter.errors import UsageError
from drafter.findings import Severity
from drafter.library import open_library
from drafter.wording import did_you_mean

if TYPE_CHECKING:
    from drafter.library import Library

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter explain` takes."""
    command.add_argument("id", metavar="ID", help="the check's id, as in JUR-011")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Print what a check looks for, how grave it is where, and its authority with status. Raises UsageError
    for an id that is not there.
    """

    own = options.id.upper()
    if own in NOT_CHECKED:
        print(f"{own}: drafter does not check this.\n\n{NOT_CHECKED[own]}")
        return 0
    if own not in CHECKS:
        raise UsageError(
            f"there is no check “{options.id}”",
            did_you_mean(own, CHECKS, 3, 0.5) or "`drafter list checks` shows all of them.",
        )

    print("\n".join(_explained(own, open_library(options.templates))))
    return 0


def _explained(own: str, library: Library) -> list[str]:

    entry = CHECKS[own]
    by_court = entry.severities(library)
    lines = [
        f"{own}  {entry.title}",
        "",
        fill(entry.explanation, 100),
        "",
        f"Severity: {entry.severity.value}.",
    ]
    if entry.applies:
        lines.append(f"It applies where {entry.applies}.")
    if entry.concern is Concern.HOLE:
        lines.append("A hole in the draft: it is filled, not accepted, and a firm cannot make it less grave.")
    elif entry.concern is not Concern.FILING or Severity.ERROR in (entry.severity, *by_court.values()):
        lines.append(
            f"It goes to {entry.concern.value}: an error is accepted only by a lawyer named in counsel."
        )
    else:
        lines.append("Where it is an error, only a lawyer of the sheet accepts it.")
    for court, severity in by_court.items():
        lines.append(f"  {court}: {severity.value if severity else 'silent'}")
    for change in library.severities().get(own, []):
        where = f" in {', '.join(change.courts)}" if change.courts else ""
        void = " (without effect: it is a hole in the draft)" if entry.concern is Concern.HOLE else ""
        lines.append(f"  This firm{where}: {change.severity}, because {change.why}{void}")
    for name, number in entry.limits.items():
        lines.append(f"It goes by {name}: {number}.")
    for own_limit in library.limits().get(own, []):
        where = f" in {', '.join(own_limit.courts)}" if own_limit.courts else ""
        set_to = [f"{name} {getattr(own_limit, name)}" for name in entry.limits if getattr(own_limit, name)]
        lines.append(f"  This firm{where}: {', '.join(set_to) or 'nothing of it'}, because {own_limit.why}")
    return lines + (_behind(entry.authority, library) or ["Authority: drafting practice; no rule."])


def _behind(keys: tuple[str, ...], library: Library) -> list[str]:
    """The authorities under `keys`, each with how it was read and, where it is the firm's, why."""
    entries = [library.authorities()[key] for key in keys]
    return ["Authority:"] * bool(entries) + [
        f"  {entry.printed}{f' (read: {entry.read})' if entry.read else ''}"
        f"{f' (this firm’s, because {entry.why})' if entry.why else ''}"
        for entry in entries
    ]
