"""`drafter review`: each change that is proposed, beside what stands; a person takes, edits or refuses it."""

from __future__ import annotations

import argparse
from typing import Any

from drafter.commands.common import sheet_option
from drafter.errors import DrafterError
from drafter.matter_files.editing import EditingSession
from drafter.proposals import Operation, Proposal, conflict, open_proposals, proposals_of, save
from drafter.tree.answers import UNFIT, Change
from drafter.tree.json_values import as_json
from drafter.wording import counted

__all__ = ["options", "review_proposal", "run", "shown_operation"]

_KEYS = "t take · e edit the words · r refuse · u take the last back · s skip · q stop"


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter review` takes."""
    sheet_option(command)
    command.add_argument("--plain", action="store_true", help="line by line, as it is anyway")
    command.add_argument("--list", action="store_true", help="list what is proposed, and ask nothing")


def run(options: argparse.Namespace) -> int:
    """Go through every open proposal of the sheet. Raises SheetError, UsageError, OutputError."""
    waiting = open_proposals(options.sheet)
    if options.list:
        for number, proposal in proposals_of(options.sheet):
            print(f"Proposal {number}, by {proposal.by} ({proposal.how}):")
            for operation in proposal.operations:
                print("\n".join(shown_operation(operation)))
            for line in proposal.not_placed:
                print(f"  not placed: {line}")
        return 1 if waiting else 0
    if not waiting:
        print(f"Nothing waits for a person in the proposals of {options.sheet}.")
        return 0
    return max(review_proposal(options.sheet, number, proposal) for number, proposal in waiting)


def shown_operation(operation: Operation) -> list[str]:
    """An operation as lines: what it is, who wrote it, what stands and what would."""
    ground = operation.ground
    by = (
        f"{ground.author}{f', {ground.date[:10]}' if ground.date else ''}" if ground.author else "not tracked"
    )
    lines = [f"{operation.number}. {operation.title} ({by}) [{operation.state}]"]
    for change, stands in zip(operation.changes, operation.stands, strict=True):
        if stands is not None and change.act != "add":
            lines.append(f"     stands: {_one_line(as_json(stands))}")
        lines.append(f"     {change.act} {change.path}{_value(change.value)}")
    return lines


def _value(value: Any) -> str:
    """What a change puts, in a line: of an override or an allegation its words."""
    if isinstance(value, dict) and value.get("omit"):
        return f": {value.get('paragraph')} is left out"
    said = value.get("words") or value.get("text") if isinstance(value, dict) else value
    return "" if value is None else f": {_one_line(as_json(said or value))}"


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def review_proposal(sheet: str, number: int, proposal: Proposal) -> int:
    """Ask about each open operation; every answer is on disk before the next is asked. Gives the exit code.
    Raises SheetError, OutputError.
    """
    session = EditingSession.open(sheet)
    try:
        done = _Review(session, sheet, number, proposal).through()
    finally:
        session.close()
    taken, refused, left = (
        sum(each.state == state for each in done.operations) for state in ("taken", "refused", "open")
    )
    print(f"{counted(taken, 'change')} taken, {refused} refused, {left} left.")
    return 1 if left or done.not_placed else 0


class _Review:
    def __init__(self, session: EditingSession, sheet: str, number: int, proposal: Proposal) -> None:
        self.session, self.sheet, self.number, self.proposal = session, sheet, number, proposal
        self.past: list[int] = []

    def through(self) -> Proposal:
        """Every open operation in turn, until the person stops."""
        at = 0
        while at < len(self.proposal.operations):
            operation = self.proposal.operations[at]
            if operation.state != "open":
                at += 1
                continue
            print("\n".join(shown_operation(operation)))
            problem = conflict(operation, self.session.answers)
            if problem:
                print(f"     cannot be taken: {problem}")
            answer = self._asked()
            if answer == "q":
                break
            if answer == "u":
                at = self._take_back(at)
                continue
            if answer in ("t", "e") and not problem:
                self._take(at, operation if answer == "t" else self._edited(operation))
            elif answer == "r":
                self._mark(at, operation._replace(state="refused"))
                self.past.append(at)
            elif answer != "s":
                continue
            at += 1
        return self.proposal

    def _asked(self) -> str:
        try:
            return input(f"{_KEYS} > ").strip().lower()[:1]
        except EOFError:
            return "q"

    def _mark(self, at: int, operation: Operation) -> None:
        operations = list(self.proposal.operations)
        operations[at] = operation
        self.proposal = self.proposal._replace(operations=tuple(operations))
        save(self.sheet, self.proposal, self.number)

    def _take(self, at: int, operation: Operation) -> None:
        """Make the changes, save the sheet, and mark the operation; all of it or nothing."""
        done = 0
        undo: tuple[Change, ...] = ()
        try:
            for change in operation.changes:
                self.session.record(change)
                done += 1
            steps = [step for _, back in self.session.answers.past[-done:][::-1] for step in back]
            undo = tuple(steps)
            self.session.save()
        except (*UNFIT, DrafterError) as problem:
            for _ in range(done):
                self.session.undo()
            print(f"     not taken: {getattr(problem, 'message', problem)}")
            return
        self._mark(at, operation._replace(state="taken", undo=undo))
        self.past.append(at)

    def _take_back(self, at: int) -> int:
        """Undo the last answer; gives where to go on."""
        if not self.past:
            print("     nothing to take back")
            return at
        last = self.past.pop()
        operation = self.proposal.operations[last]
        for step in operation.undo:
            self.session.record(step)
        if operation.undo:
            self.session.save()
        self._mark(last, operation._replace(state="open", undo=()))
        return last

    def _edited(self, operation: Operation) -> Operation:
        """The operation with other words of the person's."""
        changes = list(operation.changes)
        for at, change in enumerate(changes):
            held = (
                change.value.get("words", change.value.get("text"))
                if isinstance(change.value, dict)
                else change.value
            )
            if not isinstance(held, str):
                continue
            print(f"     now: {held}")
            words = input("     instead: ").strip() or held
            value: Any = words
            if isinstance(change.value, dict):
                name = "words" if "words" in change.value else "text"
                value = {**change.value, name: words}
            changes[at] = change._replace(value=value)
        return operation._replace(changes=tuple(changes))
