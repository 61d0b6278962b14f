"""`drafter check`: what is missing or weak."""

from __future__ import annotations

import argparse
from itertools import groupby
from typing import TYPE_CHECKING, Any

from drafter.checks import run_checks
from drafter.checks.engine.conditions import grounds
from drafter.checks.engine.groups import GROUPS
from drafter.commands.chain import chain_page, weak_links
from drafter.commands.common import loaded, print_json, sheet_option, templates_option
from drafter.commands.drafting import made_to_check, verdict
from drafter.commands.sarif import sarif
from drafter.complaint.views.amount import amount_in_controversy
from drafter.errors import to_type
from drafter.facts.sheet import FactSheet
from drafter.findings import Finding, Severity
from drafter.wording import counted

if TYPE_CHECKING:
    from drafter.complaint import Draft

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter check` takes."""
    sheet_option(command)
    command.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    command.add_argument(
        "--least",
        choices=("error", "warning", "advice"),
        default="advice",
        help="leave out what is less grave than this",
    )
    command.add_argument("--court", metavar="ID", default="", help="check it for another court")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """List the findings on a sheet. 1 where one of severity error stands."""

    sheet = loaded(options)
    draft = made_to_check(options, sheet)
    found = run_checks(draft, record=options.format == "json")
    findings = [finding for finding in found if finding.severity.rank <= Severity(options.least).rank]
    if options.format == "json":
        print_json(_page(draft, options, findings))
    elif options.format == "sarif":
        print_json(sarif(findings, sheet))
    else:
        _print(draft, options, findings, len(found) - len(findings))
        return verdict(findings)
    return int(any(finding.stands for finding in findings))


def _print(draft: Draft, options: argparse.Namespace, findings: list[Finding], hidden: int = 0) -> None:

    open_ = [finding for finding in findings if not finding.accepted]
    for prefix, group in GROUPS.items():
        there = [finding for finding in open_ if finding.check.split("-")[0] == prefix]
        if there:
            print(f"\n{group.title.upper()}")
        for _, alike in groupby(there, _kind):
            _print_alike(list(alike), options)
    accepted = [finding for finding in findings if finding.accepted]
    if accepted:
        print("\nACCEPTED")
    for finding in accepted:
        print(f"  {finding.check}  {finding.where}  by {finding.accepted}")
    print()
    for line in [*_amount(draft), *weak_links(draft)]:
        print(line)
    tally = ", ".join(
        counted(sum(finding.severity is each for finding in open_), each.value)
        for each in Severity
        if each.rank <= Severity(options.least).rank
    )
    unseen = f", {hidden} less grave not shown" if hidden else ""
    taken = f", {len(accepted)} accepted" if accepted else ""
    print(
        f"\n{tally.replace('advices', 'advice')}{taken}{unseen}. What one"
        " means: drafter explain ID. To accept one: drafter accept."
    )


def _amount(draft: Draft) -> list[str]:
    """The working of the amount in controversy, where jurisdiction turns on it and a sum can be reckoned."""

    lines = amount_in_controversy(draft.matter).lines() if {"cafa", "diversity"} & grounds(draft) else []
    return (
        ["AMOUNT IN CONTROVERSY, as the sheet and the causes give it", *(f"  {line}" for line in lines), ""]
        if lines
        else []
    )


def _kind(finding: Finding) -> tuple[Any, ...]:
    """What findings have in common that print together."""
    return finding.check, finding.severity, finding.fix, finding.authority, bool(finding.lapsed)


def _print_alike(findings: list[Finding], options: argparse.Namespace) -> None:
    """One finding; or several that differ in their place alone, under one line with their number."""
    first = findings[0]
    if len(findings) == 1 or first.lapsed:
        for finding in findings:
            _print_finding(finding, options)
        return
    opening = first.message.partition(": ")[0] + ": "
    told = f"{first.title}, in {len(findings)} places."
    if opening.startswith("A blank stands"):
        told = f"{len(findings)} blanks stand in the draft."
    print(f"  {first.severity.value.upper():8}{first.check}  {told} {first.fix}{_authority(first)}")
    alike = all(finding.message.startswith(opening) for finding in findings)
    for finding in findings:
        print(f"          {finding.message.removeprefix(opening) if alike else finding.message}")
        print(f"            {_jump(finding.where, options)}")


def _authority(finding: Finding) -> str:
    return f" [{'; '.join(map(str, finding.authority))}]" if finding.authority else ""


def _print_finding(finding: Finding, options: argparse.Namespace) -> None:
    print(
        f"  {finding.severity.value.upper():8}{finding.check}  {finding.message}"
        f" {finding.fix}{_authority(finding)}"
    )
    if finding.lapsed:
        print(f"          Not counted as accepted: {finding.lapsed}.")
    print(f"          {_jump(finding.where, options)}")


def _jump(where: str, options: argparse.Namespace) -> str:
    """The command that opens the question at `where`; only the place, where it is in no field of the
    sheet.
    """

    if where.partition(".")[0] not in FactSheet.questions:
        return f"at {where}, which no field of the sheet fills"
    return to_type(
        "edit",
        options.sheet,
        "--at",
        where,
        *(("--templates", options.templates) if options.templates else ()),
    )


def _page(draft: Draft, options: argparse.Namespace, findings: list[Finding]) -> dict[str, Any]:
    """What `--format json` prints; docs/findings.md describes it. `format` changes when a field goes or
    changes its meaning.
    """

    return {
        "format": 1,
        "sheet": options.sheet,
        "court": str(draft.matter.profile.id),
        "ready": not any(finding.stands for finding in findings),
        "findings": [_as_json(finding) for finding in findings],
        "chain": chain_page(draft),
    }


def _as_json(finding: Finding) -> dict[str, Any]:
    authority = [
        {"cite": entry.cite, "status": entry.status, "read": entry.read} for entry in finding.authority
    ]
    return {
        **finding._asdict(),
        "severity": finding.severity.value,
        "reads": list(finding.reads),
        "authority": authority,
    }
