"""`drafter amend`: the next pleading of a case as a proposal: its posture, what is dropped, what is repleaded
only to be preserved; and what is new since the pleading before, to be looked at again.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime, timezone
from typing import Any

from drafter.commands.changes import since_option, the_draft
from drafter.commands.common import loaded, print_page, sheet_option
from drafter.commands.review import review_proposal, shown_operation
from drafter.errors import NotFound, UsageError, to_type
from drafter.matter_files.draft_records import snapshot_of
from drafter.proposals import Ground, Operation, Proposal, save
from drafter.proposals.proposal import page_of
from drafter.reconcile import uses_of
from drafter.tree.answers import Answers, Change
from drafter.wording import ordinal

__all__ = ["options", "run"]

FOOTINGS = ("as-of-course", "written-consent", "leave-of-court", "stipulation", "order")
_SIDES = {"plaintiffs": "plaintiff", "defendants": "defendant", "claims": "claim", "classes": "class"}


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter amend` takes."""
    sheet_option(command)
    command.add_argument("--footing", choices=FOOTINGS, help="what allows the amendment")
    command.add_argument(
        "--detail", metavar="WORDS", default="", help="the order or consent, as a sentence that prints"
    )
    command.add_argument(
        "--drop",
        metavar="PATH",
        action="append",
        default=[],
        help="a claim, party or class that goes, as in claims.ucl; again for each",
    )
    command.add_argument(
        "--preserve",
        metavar="PATH",
        action="append",
        default=[],
        help="a claim that was dismissed and is repleaded only to be preserved; again for each",
    )
    command.add_argument(
        "--decided", metavar="WORDS", default="", help="how it was dismissed, as in “with prejudice, Dkt. 40”"
    )
    since_option(command)
    command.add_argument("--no-questions", action="store_true", help="write the proposal, ask nothing")
    command.add_argument("--plain", action="store_true", help="line by line, as it is anyway")
    command.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> int:
    """Make the proposal and go on to review it. Raises SheetError, NotFound, UsageError, OutputError."""
    sheet, since = loaded(options), the_draft(options)
    before = snapshot_of(options.sheet, since.number).tree
    if options.preserve and not options.decided:
        raise UsageError(
            "a claim that is repleaded only to be preserved says what was decided",
            "Add it: --decided 'with prejudice (Dkt. 40)'.",
        )
    answers = Answers(deepcopy(sheet.tree))
    operations, left = _operations(answers, options)
    looked = list(_to_look_at(before, sheet.tree))
    when = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    how = f"the pleading after draft {since.number}"
    proposal = Proposal(sheet.source.sha256, "amend", how, when, tuple(operations), (*left, *looked))
    number = save(options.sheet, proposal) if operations else 0
    then = [
        to_type("review", options.sheet),
        to_type("draft", options.sheet),
        f"{to_type('compare', options.sheet)} --since {since.number} -o redline.docx",
    ]
    if options.format == "json":
        print_page({"proposal": number or None, **page_of(proposal)}, proposal.not_placed, then)
        return 1 if operations or left else 0
    for operation in operations if options.no_questions else ():
        print("\n".join(shown_operation(operation)))
    for line in (*left, *looked):
        print(f"  {line}")
    code = review_proposal(options.sheet, number, proposal) if number and not options.no_questions else 1
    print("Then: " + " · ".join(then if options.no_questions else then[1:]))
    return code if operations or left else 0


def _operations(answers: Answers, options: argparse.Namespace) -> tuple[list[Operation], list[str]]:
    """What the amendment changes, and lines on what cannot be."""
    operations: list[Operation] = []
    left: list[str] = []

    def put(title: str, *changes: Change) -> None:
        stands = []
        for change in changes:
            stands.append(deepcopy(answers.get(change.path)))
            answers.apply(change)
        operations.append(Operation(len(operations) + 1, title, changes, tuple(stands), Ground()))

    kind = answers.get("posture.kind") or "original"
    which = _next(str(answers.get("posture.which") or "")) if kind != "original" else "First"
    if kind in ("original", "amended"):
        changes = [Change("posture.kind", "set", "amended"), Change("posture.which", "set", which)]
        changes.append(Change("posture.footing", "set", options.footing))
        changes.append(Change("posture.footing_detail", "set", options.detail or None))
        put(f"the {which} amended complaint", *changes)
    else:
        left.append(f"The pleading is {kind}: its title and footing are yours to set (posture).")
    for path in options.preserve:
        _entry(answers, path, ("claims",))
        note = f"Repleaded only to preserve it; dismissed {options.decided}"
        put(f"{path} repleaded to be preserved", Change(f"{path}.heading_note", "set", note))
    for path in options.drop:
        own = _entry(answers, path, tuple(_SIDES))
        uses = uses_of(own, answers.tree, path)
        if uses:
            left.append(f"{path} stays, for {', '.join(uses)} name it: change these first.")
        else:
            put(f"{path} dropped", Change(path, "remove"))
    return operations, left


def _entry(answers: Answers, path: str, lists: tuple[str, ...]) -> str:
    """The id of the entry at `path`. Raises NotFound, UsageError."""
    name, _, own = path.partition(".")
    if name not in lists or not own or "." in own:
        raise UsageError(
            f"{path} is no entry that can go this way", f"Name one of {', '.join(lists)}, as in claims.ucl."
        )
    if answers.location(path) is None:
        there = ", ".join(answers.keys(name))
        raise NotFound(f"there is no {path} in the sheet", f"There are: {there or 'none'}.")
    return own


def _next(which: str) -> str:
    """The ordinal after one: Second after First."""
    ordinals = [ordinal(number) for number in range(1, 40)]
    at = ordinals.index(which.upper()) + 1 if which.upper() in ordinals else 1
    return ordinals[at].capitalize()


def _to_look_at(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """What is new, or gone, since the pleading before."""
    for name, kind in _SIDES.items():
        old, new = (_ids(tree.get(name)) for tree in (before, now))
        for own in [each for each in new if each not in old]:
            yield (
                f"{name}.{own} is new: see whether it relates back to the pleading before, whether its period"
                " has run, and whether the footing covers it."
            )
        for own in [each for each in old if each not in new]:
            yield f"{name}.{own} is gone: see whether the {kind} is to be dismissed by stipulation or notice."


def _ids(entries: Any) -> list[str]:
    found = entries if isinstance(entries, list) else []
    return [str(each.get("id")) for each in found if isinstance(each, dict)]
