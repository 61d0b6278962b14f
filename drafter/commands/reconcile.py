"""`drafter reconcile`: what was changed in Word in a draft, as a proposal; `drafter review` takes it into the
sheet.
"""

from __future__ import annotations

import argparse
import os
from datetime import datetime, timezone

from drafter.commands.common import loaded, print_page, sheet_option, templates_option
from drafter.commands.compare import word_bytes
from drafter.commands.review import review_proposal, shown_operation
from drafter.errors import UsageError, to_type
from drafter.library import open_library
from drafter.matter_files.draft_records import drafts_of
from drafter.proposals import Proposal, save
from drafter.proposals.proposal import page_of
from drafter.reading import UnreadableFile, WordFile, read_word
from drafter.reconcile import proposed, the_draft_of
from drafter.wording import counted

__all__ = ["options", "run"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter reconcile` takes."""
    sheet_option(command)
    command.add_argument("edited", metavar="EDITED.docx", help="a draft of it that was edited in Word")
    command.add_argument(
        "--no-questions", action="store_true", help="list the changes, write the proposal, ask nothing"
    )
    command.add_argument("--plain", action="store_true", help="line by line, as it is anyway")
    command.add_argument("--format", choices=("text", "json"), default="text")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """List what was changed, keep it as a proposal, and go on to review it. Raises SheetError, UsageError,
    OutputError.
    """
    sheet, file = loaded(options), _read(options.edited)
    if not drafts_of(options.sheet):
        raise UsageError(
            f"{options.sheet}: no draft of it is recorded", f"First: {to_type('draft', options.sheet)}"
        )
    returned = the_draft_of(sheet, file, options.edited)
    when = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    name = os.path.basename(options.edited)
    proposal = proposed(sheet, open_library(options.templates), returned, name, when)
    number = save(options.sheet, proposal) if proposal.operations else 0
    if options.format == "json":
        page = {
            "proposal": number or None,
            **page_of(proposal),
            "comments": [each._asdict() for each in file.comments],
            "not_read": file.not_read,
        }
        print_page(page, proposal.not_placed, [to_type("review", options.sheet)] if number else [])
        return 1 if proposal.operations or proposal.not_placed else 0
    _tell(proposal, file, returned.record.number, options)
    if number and not options.no_questions:
        return review_proposal(options.sheet, number, proposal)
    if number:
        print(f"Nothing was changed yet: {to_type('review', options.sheet)}")
    return 1 if proposal.operations or proposal.not_placed else 0


def _read(name: str) -> WordFile:
    try:
        return read_word(word_bytes(name))
    except UnreadableFile as problem:
        raise UsageError(f"{name} is {problem}", "Open it in Word and save it as .docx.") from None


def _tell(proposal: Proposal, file: WordFile, number: int, options: argparse.Namespace) -> None:
    count = counted(len(proposal.operations), "change")
    print(f"{options.edited} is draft {number} of {options.sheet}: {count}.")
    for operation in proposal.operations if options.no_questions else ():
        print("\n".join(shown_operation(operation)))
    if proposal.not_placed:
        print(f"Not placed, to be taken over by hand ({len(proposal.not_placed)}):")
        print("\n".join(f"  {line}" for line in proposal.not_placed))
    for comment in file.comments:
        print(f"Comment by {comment.author or 'unknown author'}: “{comment.text}”")
    for line in file.not_read:
        print(f"Left out, or not read: {line}.")
    if not proposal.operations and not proposal.not_placed:
        print("Nothing was changed in it.")
