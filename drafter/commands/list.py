"""`drafter list`: causes of action, courts, checks, starters, or what was read of the law of the States."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from drafter.checks import CHECKS
from drafter.commands.common import print_json, templates_option
from drafter.commands.libraries import in_sheet_option, library_of
from drafter.commands.list_law import causes_under, law_options, law_rows
from drafter.errors import UsageError
from drafter.library import CauseOfAction
from drafter.library.court_records import CourtProfile
from drafter.library.starting import starter_of

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter list` takes."""
    command.add_argument("what", choices=("causes", "courts", "checks", "law", "starters"))
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--jurisdiction",
        metavar="LAW",
        default="",
        help=(
            "causes of this law only: federal, or a State, as in CA; courts of this system (federal, state),"
            " State or circuit, as in 9"
        ),
    )
    command.add_argument(
        "--subject",
        metavar="WORD",
        default="",
        help="causes on this subject only, or called so: privacy, pixel",
    )
    law_options(command)
    in_sheet_option(command)
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """List them. Raises UsageError for a filter that the list has no use of."""
    rows = _rows(options)
    if options.format == "json":
        print_json(rows)
        return 0
    width = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        print(f"{row['id']:{width}}  {row['title']}{_rules(row)}")
    return 0


def _rules(row: dict[str, Any]) -> str:
    """Behind a court, how many of its rules were read; nothing behind what is no court."""
    if "rules" not in row:
        return ""
    return (
        f" · {row['rules_read']} of {row['rules']} rules of form read"
        if row["rules"]
        else " · no local rule loaded"
    )


def _fitting(options: argparse.Namespace) -> None:
    """Raises UsageError for a filter that the list asked for has no use of."""
    unused = {
        "--subject": options.subject if options.what != "causes" else "",
        "--jurisdiction": options.jurisdiction if options.what in ("checks", "law", "starters") else "",
    }
    for option, given in unused.items():
        if given:
            raise UsageError(
                f"list {options.what}: {option} is for causes{' and courts' * (option != '--subject')}",
                f"Leave it out: drafter list {options.what}",
            )


def _rows(options: argparse.Namespace) -> list[dict[str, Any]]:
    _fitting(options)
    if options.what == "checks":
        return [
            {"id": entry.id, "title": entry.title, "severity": entry.severity.value}
            for entry in sorted(CHECKS.values())
        ]
    library = library_of(options)
    if options.what == "starters":
        found = [(name, starter_of(library, name)) for name in library.ids("starters", ".yaml")]
        return [{"id": name, "title": str(one.title), "about": str(one.about)} for name, one in found]
    if options.what == "law":
        return law_rows(options, library, date.today())
    if options.law:
        return causes_under(library, options.law.upper())
    if options.what == "causes":
        causes = _chosen_causes(options, list(library.causes()))
        return [
            {
                "id": c.id,
                "title": f"{c.title}{f' ({c.short})' if c.short else ''}",
                "citation": str(c.citation),
                "jurisdiction": c.jurisdiction,
            }
            for c in causes
        ]
    courts = _chosen_courts(options.jurisdiction, list(library.courts()))
    return [
        {
            "id": court.id,
            "title": str(court.name),
            "state": court.state,
            "system": court.system,
            "circuit": court.circuit and str(court.circuit),
            "rules": len(court.rules),
            "rules_read": _read(court),
        }
        for court in courts
    ]


def _read(court: CourtProfile) -> int:
    return sum(rule.law.status == "text_read" for rule in court.rules)


def _chosen_courts(wanted: str, courts: list[CourtProfile]) -> list[CourtProfile]:
    """The courts of a system (federal, state), a State or a federal circuit. Raises UsageError where there is
    none.
    """
    found = [
        court
        for court in courts
        if wanted.lower() in ("", court.system, str(court.state).lower(), str(court.circuit or "").lower())
    ]
    if not found:
        raise UsageError(
            f"the library has no court of “{wanted}”",
            "Name federal, state, a State as in CA, or a circuit as in 9 or DC.",
        )
    return found


def _chosen_causes(options: argparse.Namespace, causes: list[CauseOfAction]) -> list[CauseOfAction]:
    """The causes of the law and the subject asked for. Raises UsageError where the library has neither."""
    law, subject = options.jurisdiction.lower(), options.subject.lower()
    laws, subjects = (
        {str(cause.jurisdiction) for cause in causes},
        {str(each) for cause in causes for each in cause.subjects},
    )
    called = {str(each).lower() for cause in causes for each in cause.aliases}
    for wanted, there, name in ((law, laws, "law"), (subject, subjects, "subject")):
        if wanted and wanted not in {each.lower() for each in there} | (
            called if name == "subject" else set()
        ):
            raise UsageError(
                f"the library has no cause of the {name} “{wanted}”",
                f"There are: {', '.join(sorted(there))}.",
            )
    return [
        cause
        for cause in causes
        if law in ("", str(cause.jurisdiction).lower())
        and (not subject or subject in {str(each).lower() for each in (*cause.subjects, *cause.aliases)})
    ]
