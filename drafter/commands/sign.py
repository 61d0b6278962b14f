"""`drafter sign`: a lawyer of the sheet signs the complaint, at a terminal that says what that certifies."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from drafter.checks import run_checks
from drafter.commands.common import loaded, sheet_option, templates_option
from drafter.commands.draft import guard
from drafter.commands.drafting import made_to_check
from drafter.complaint import Draft
from drafter.errors import SheetError, UsageError
from drafter.filing.preflight import open_places
from drafter.filing.signing import (
    Signature,
    rules_of,
    signed,
    signed_words,
    signers,
    write_signature,
)
from drafter.library.signing_records import SigningRule
from drafter.matter_files.private_disk import put_in_place
from drafter.matter_files.sidecar import MalformedRecord
from drafter.printing import WORD
from drafter.wording import counted

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter sign` takes."""
    sheet_option(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT.docx",
        help="where to write it (default: the sheet's name, .signed.docx)",
    )
    command.add_argument("--lawyer", metavar="NAME", default="", help="who signs, where several do")
    command.add_argument("--court", metavar="ID", default="", help="as drafted for another court")
    command.add_argument("--force", action="store_true", help="overwrite a file that was edited since")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Sign the complaint and write it as it is filed. 1 where no name is typed; raises UsageError without
    a terminal, for one who does not sign, and while anything stands against filing.
    """
    sheet = loaded(options)
    draft = made_to_check(options, sheet)
    lawyer = _lawyer(signers(draft), options.lawyer)
    _must_be_ready(draft)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "nothing was signed: a signature is typed at a terminal by the lawyer who signs",
            "Neither a pipe nor a program signs. Run drafter sign at a terminal.",
        )
    rules = rules_of(draft.matter.library, draft)
    words = signed_words(draft)
    _tell(draft, lawyer, rules, words)
    if not _typed(lawyer, "Type your name as it stands above to sign, or nothing to leave it: "):
        print("Nothing was signed.")
        return 1
    concur = _concurring([name for name in signers(draft) if name != lawyer])
    made = Signature(lawyer, str(draft.matter.profile.id), date.today().isoformat(), words, concur)
    target = (
        str(options.output or "") or f"{os.path.splitext(os.path.basename(options.sheet))[0]}.signed.docx"
    )
    data = WORD(signed(draft, made, rules))
    guard(target, sheet, options.force, data)
    _record_signature(sheet.source.name, made)
    put_in_place(Path(target), data)
    print(f"{target}: signed by {lawyer}. Any change of the complaint takes the signature out again.")
    return 0


def _lawyer(there: list[str], wanted: str) -> str:
    """The lawyer who signs. Raises UsageError."""
    if not there:
        raise UsageError("no lawyer of counsel is said to sign", "Say who: signs: yes.")
    if wanted and wanted not in there:
        raise UsageError(f"{wanted} is not a lawyer who signs", f"Those who sign: {', '.join(there)}.")
    if not wanted and len(there) > 1:
        raise UsageError("several lawyers sign", f"Name one with --lawyer: {', '.join(there)}.")
    return wanted or there[0]


def _must_be_ready(draft: Draft) -> None:
    """Raise UsageError while a blank, a red place, a legend or an error stands."""
    stands = [f"{fault.kind}: {fault.message}" for fault in open_places(draft)]
    stands += [f"{one.check}: {one.message}" for one in run_checks(draft) if one.stands and not one.is_hole]
    if stands:
        shown = [f"  {one}" for one in stands[:8]] + (["  …"] if len(stands) > 8 else [])
        raise UsageError(
            f"nothing is signed while {counted(len(stands), 'thing')} stand against filing",
            "\n".join(["These stand:", *shown]),
        )


def _tell(draft: Draft, lawyer: str, rules: list[SigningRule], words: str) -> None:
    print(
        f"{draft.document.meta.title}, {draft.matter.profile.name}",
        f"To be signed by: {lawyer}",
        "",
        sep="\n",
    )
    rule = next((one for one in rules if one.certifies), None)
    if rule is not None:
        print(f"{rule.opening} [{rule.cite}]", *(f"  - {one};" for one in rule.certifies), "", sep="\n")
    for one in rules:
        for law in one.law:
            print(f"  {law.cite or law.text} [{law.status.replace('_', ' ')}]")
    print(f"\nThe words that are signed have the hash {words[:16]}…")


def _typed(name: str, asked: str) -> bool:
    try:
        return input(asked).strip() == name
    except (EOFError, KeyboardInterrupt):
        print()
        return False


def _concurring(others: list[str]) -> tuple[str, ...]:
    """Of the others who sign those of whom it is said that they concur and have authorized the filing."""
    return tuple(
        name
        for name in others
        if _typed("yes", f"{name} concurs in the content and has authorized the filing. Type yes if so: ")
    )


def _record_signature(sheet: str, made: Signature) -> None:
    try:
        write_signature(sheet, made)
    except MalformedRecord as error:
        raise SheetError(
            f"the record of signatures beside {sheet} cannot be read: {error}", "Remove it."
        ) from None
