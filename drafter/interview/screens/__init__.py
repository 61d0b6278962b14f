"""The screens of the interview, one a file, none of which knows another: each gives what it wants opened as a
value (`drafter.interview.steps`), and `opened` finds the screen for it.
"""

from __future__ import annotations

from typing import Any, Callable

from drafter.interview import steps
from drafter.interview.screens.cause_answers import CauseAnswersScreen
from drafter.interview.screens.claim import ClaimScreen
from drafter.interview.screens.element import ElementScreen
from drafter.interview.screens.entries import EntriesScreen
from drafter.interview.screens.field import field
from drafter.interview.screens.hub import HubScreen
from drafter.interview.screens.named_records import NamedRecordsScreen
from drafter.interview.screens.new_claim import new_claim
from drafter.interview.screens.outline import OutlineScreen
from drafter.interview.screens.path import at_nearest, at_path, resume
from drafter.interview.screens.question import added, within, word_or_record
from drafter.interview.screens.record import RecordScreen
from drafter.interview.screens.review import ReviewScreen
from drafter.interview.screens.section import section
from drafter.interview.screens.starter import choose_starter
from drafter.interview.screens.texts import TextsScreen
from drafter.interview.screens.whole_draft import whole_draft
from drafter.interview.sitting import Sitting
from drafter.interview.steps import Open, OpenList, OpenQuestion, Steps

__all__ = ["screen_of"]


def _entries(sitting: Sitting, question: OpenQuestion) -> EntriesScreen:
    """A list of records; of claims, where the library is there, with their own way to be added and opened."""
    claims = question.asked.path == "claims" and sitting.library is not None
    return EntriesScreen(sitting, OpenList(question.asked, claims))


_OF_QUESTIONS: dict[str, Callable[[Sitting, OpenQuestion], Steps[Any]]] = {
    "records": lambda sitting, question: _entries(sitting, question).steps(),
    "outline": lambda sitting, question: OutlineScreen(sitting, question).steps(),
    "texts": lambda sitting, question: TextsScreen(sitting, question).steps(),
    "map": lambda sitting, question: NamedRecordsScreen(sitting, question).steps(),
    "answers": lambda sitting, question: CauseAnswersScreen(sitting, question).steps(),
    "record": within,
    "either": word_or_record,
}
"""Screens of questions, by what they take; any other question is a field."""


def _of_question(sitting: Sitting, wanted: OpenQuestion) -> Steps[Any]:
    screen: Callable[[Sitting, OpenQuestion], Steps[Any]] = _OF_QUESTIONS.get(wanted.asked.kind) or field
    return screen(sitting, wanted)


_SCREENS: dict[type[Open], Callable[[Sitting, Any], Steps[Any]]] = {
    steps.OpenHub: lambda sitting, wanted: HubScreen(sitting, wanted).steps(),
    steps.OpenSection: section,
    steps.OpenStarter: choose_starter,
    steps.OpenPreview: whole_draft,
    steps.OpenReview: lambda sitting, wanted: ReviewScreen(sitting, wanted).steps(),
    steps.Resume: resume,
    steps.OpenPath: at_path,
    steps.OpenNearest: at_nearest,
    steps.OpenQuestion: _of_question,
    steps.OpenRecord: lambda sitting, wanted: RecordScreen(sitting, wanted).steps(),
    steps.OpenList: lambda sitting, wanted: EntriesScreen(sitting, wanted).steps(),
    steps.AddEntry: added,
    steps.OpenClaim: lambda sitting, wanted: ClaimScreen(sitting, wanted).steps(),
    steps.AddClaim: new_claim,
    steps.OpenElement: lambda sitting, wanted: ElementScreen(sitting, wanted).steps(),
}


def screen_of(sitting: Sitting, wanted: Open) -> Steps[Any]:
    """The screen that is wanted, as its steps."""
    return _SCREENS[type(wanted)](sitting, wanted)
