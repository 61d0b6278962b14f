"""`drafter list`, `show`, `customize`, `lint-templates`, `schema`: the library and what it says."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from drafter.commands.common import counted, print_json
from drafter.errors import UsageError

if TYPE_CHECKING:
    from drafter.library import CauseOfAction
    from drafter.library.court_records import CourtProfile

__all__ = ["customize", "lint_templates", "list_entries", "schema", "show"]


def list_entries(options: argparse.Namespace) -> int:
    rows = _rows(options)
    if options.format == "json":
        print_json(rows)
        return 0
    width = max(len(row["id"]) for row in rows)
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
        "--jurisdiction": options.jurisdiction if options.what == "checks" else "",
    }
    for option, given in unused.items():
        if given:
            raise UsageError(
                f"list {options.what}: {option} is for causes{' and courts' * (option != '--subject')}",
                f"Leave it out: drafter list {options.what}",
            )


def _rows(options: argparse.Namespace) -> list[dict[str, Any]]:
    from drafter.library import open_library

    _fitting(options)
    if options.what == "checks":
        from drafter.checks import CHECKS

        return [
            {"id": entry.id, "title": entry.title, "severity": entry.severity.value}
            for entry in sorted(CHECKS.values())
        ]
    library = open_library(options.templates)
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
    for wanted, there, name in ((law, laws, "law"), (subject, subjects, "subject")):
        if wanted and wanted not in {each.lower() for each in there}:
            raise UsageError(
                f"the library has no cause of the {name} “{wanted}”",
                f"There are: {', '.join(sorted(there))}.",
            )
    return [
        cause
        for cause in causes
        if law in ("", str(cause.jurisdiction).lower())
        and (not subject or subject in {str(each).lower() for each in cause.subjects})
    ]


def show(options: argparse.Namespace) -> int:
    from drafter.library import open_library
    from drafter.library.pages import cause_page, court_page

    library = open_library(options.templates)
    print(
        cause_page(library.cause(options.id))
        if options.what == "cause"
        else court_page(library.court(options.id))
    )
    return 0


def lint_templates(options: argparse.Namespace) -> int:
    import json
    from pathlib import Path

    from drafter.commands.severities import severity_flaws
    from drafter.library import Library, builtin_folder
    from drafter.library.lint.folder import lint

    builtin = builtin_folder()
    folder = Path(options.folder or os.environ.get("DRAFTER_TEMPLATES") or builtin)
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: there is no such folder of templates",
            "Name the folder that holds causes/, courts/ or sections/.",
        )
    library = Library([] if folder.resolve() == builtin.resolve() else [folder], builtin)
    flaws = [*lint(library, folder), *severity_flaws(library, folder)]
    if options.format == "json":
        print(
            json.dumps(
                [{**flaw._asdict(), "file": str(flaw.file)} for flaw in flaws], ensure_ascii=False, indent=1
            )
        )
    else:
        print("\n".join([*map(str, flaws), f"{folder}: {counted(len(flaws), 'flaw')}."]))
    return 1 if any(flaw.severity == "error" for flaw in flaws) else 0


def customize(options: argparse.Namespace) -> int:
    from pathlib import Path

    from drafter.library import Library, builtin_folder
    from drafter.library.customize import customize

    folder = options.templates or os.environ.get("DRAFTER_TEMPLATES")
    if not folder:
        raise UsageError(
            "there is no folder for the firm's own templates",
            "Name one with --templates DIR, or set DRAFTER_TEMPLATES.",
        )
    builtin = builtin_folder()
    target = customize(Library([], builtin), options.id, Path(folder), options.extend)
    print(f"{target}: used instead of drafter's own with --templates {folder}.")
    return 0


def schema(options: argparse.Namespace) -> int:
    from drafter.facts.schema import json_schema
    from drafter.facts.sheet import FactSheet
    from drafter.library import CauseOfAction, CourtProfile

    print_json(json_schema({"sheet": FactSheet, "cause": CauseOfAction, "court": CourtProfile}[options.of]))
    return 0
