"""`drafter accept`: a lawyer accepts a finding, with a name and a reason; or takes an acceptance back."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from drafter.checks import CHECKS, run_checks
from drafter.checks.engine.acceptance import Concern, why_not
from drafter.checks.engine.recording import Recorder
from drafter.commands.common import loaded, sheet_option, templates_option
from drafter.commands.drafting import made_to_check
from drafter.errors import UsageError, to_type
from drafter.facts.dates import event_date
from drafter.findings import Finding, Severity
from drafter.matter_files.editing import EditingSession
from drafter.tree.answers import Change
from drafter.wording import counted

if TYPE_CHECKING:
    from drafter.complaint import Draft
    from drafter.matter_files.load import Loaded

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter accept` takes."""
    sheet_option(command)
    command.add_argument("id", metavar="ID", help="the check's id, as in JUR-021")
    command.add_argument(
        "--at", metavar="PATH", default="", help="the path, where it is found in several places"
    )
    command.add_argument(
        "--by",
        metavar="NAME",
        default="",
        help=(
            "the lawyer who accepts it; for an error on evidence, jurisdiction, limitations, privacy or"
            " signature one named in counsel"
        ),
    )
    command.add_argument(
        "--why", metavar="REASON", default="", help="the reason, for the file; it may be discoverable"
    )
    command.add_argument(
        "--date", metavar="DATE", default="", help="the day of the decision (default: today)"
    )
    command.add_argument("--withdraw", action="store_true", help="take the acceptance out again")
    command.add_argument("--court", metavar="ID", default="", help="as checked for another court")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Write into the sheet that a lawyer accepts a finding, with the hash of what it looked at; or take such
    an entry out.

    Raises UsageError where the check finds nothing, or finds it in several places and none was named.
    """

    sheet = loaded(options)
    draft = made_to_check(options, sheet)
    own = options.id.upper()
    there = [
        finding for finding in run_checks(draft) if finding.check == own and options.at in ("", finding.where)
    ]
    if options.withdraw:
        return _withdraw(options, sheet, own)
    chosen = _one_place(there, own, options)
    if not options.by or not options.why:
        raise UsageError(
            "an acceptance has a name and a reason",
            'Say --by "J. Doe" --why "…"; both stay in the sheet and never print.',
        )
    _may_accept(draft, own, chosen, options.by)
    entry: dict[str, Any] = {
        "check": own,
        "where": chosen[0].where,
        "by": options.by,
        "date": _day(options.date),
        "why": options.why,
    }
    entry["hash"] = Recorder(draft).digests(CHECKS[own])[chosen[0].where]
    matching = [
        index
        for index, old in enumerate(draft.matter.raw.accepted_findings, 1)
        if (str(old.check).upper(), old.where) == (own, chosen[0].where)
    ]
    _record(
        options,
        [
            *(Change(f"accepted_findings.{index}", "remove") for index in reversed(matching)),
            Change("accepted_findings", "add", entry),
        ],
    )
    print(
        f"{options.sheet}: {own} at {chosen[0].where} is accepted by {options.by}. It lapses when what the"
        " finding says or rests on changes."
    )
    print(
        "The name and the reason stay in the sheet; they may be discoverable. Write no more than you would"
        " have another side read."
    )
    return 0


def _may_accept(draft: Draft, own: str, chosen: list[Finding], by: str) -> None:
    """Raise UsageError where `by` cannot accept what was found."""

    errors = [finding for finding in chosen if finding.severity is Severity.ERROR]
    if not errors:
        return
    hole = any(finding.is_hole for finding in errors)
    refused = why_not(draft.matter.raw, by, Concern.HOLE if hole else CHECKS[own].concern)
    if refused:
        there = [str(lawyer.name) for counsel in draft.matter.raw.counsel for lawyer in counsel.lawyers]
        raise UsageError(
            f"{own}: {refused}", f"Lawyers there: {', '.join(there) or 'none'}. Nothing was written."
        )


def _day(text: str) -> str:
    """`text`, which must be a date; without one, today. Raises UsageError."""

    if not text:
        return date.today().isoformat()
    try:
        event_date(text)
    except ValueError:
        raise UsageError(f"--date: “{text}” is not a date", "Write it as 2026-03-01.") from None
    return text


def _one_place(there: list[Finding], own: str, options: argparse.Namespace) -> list[Finding]:
    """The findings at the one path that is meant: more than one message may stand there."""
    if not there:
        raise UsageError(
            f"{own} finds nothing{f' at {options.at}' if options.at else ''} in {options.sheet}",
            f"{to_type('check', options.sheet)} lists what is found, with the paths.",
        )
    paths = list(dict.fromkeys(finding.where for finding in there))
    if len(paths) > 1:
        raise UsageError(
            f"{own} is found in {len(paths)} places",
            f"Name one with --at: {', '.join(paths[:6])}{' …' if len(paths) > 6 else ''}",
        )
    return there


def _withdraw(options: argparse.Namespace, sheet: Loaded, own: str) -> int:

    matching = [
        index
        for index, old in enumerate(sheet.sheet.accepted_findings, 1)
        if str(old.check).upper() == own and options.at in ("", str(old.where or ""))
    ]
    if not matching:
        raise UsageError(
            f"{options.sheet} accepts no {own}{f' at {options.at}' if options.at else ''}",
            "See “accepted_findings:” in the sheet.",
        )
    _record(options, [Change(f"accepted_findings.{index}", "remove") for index in reversed(matching)])
    print(f"{options.sheet}: {counted(len(matching), 'acceptance')} of {own} taken out; it counts again.")
    return 0


def _record(options: argparse.Namespace, changes: list[Any]) -> None:

    keeper = EditingSession.open(options.sheet)
    try:
        for change in changes:
            keeper.record(change)
        keeper.save()
    finally:
        keeper.close()
