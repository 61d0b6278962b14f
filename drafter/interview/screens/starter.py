"""Beginning from a kind of case: which, and which of the claims that are usual in it."""

from __future__ import annotations

from typing import Any, Callable

from drafter.interview.asking import Prompt, Row
from drafter.interview.sitting import Sitting
from drafter.interview.steps import OpenPath, OpenStarter, Steps, find, several
from drafter.library import Library
from drafter.library.starters import Starter, StarterClaim
from drafter.library.starting import fits, starter_of, starter_tree, usual_claims
from drafter.library.theories import cause_named
from drafter.tree.answers import Change

__all__ = ["choose_starter"]

_NAMED = ("for", "predicates", "alternative_to", "subclass_of")
"""Fields by which the entries of a starter name one another."""


def choose_starter(sitting: Sitting, opened: OpenStarter) -> Steps[None]:
    """Ask for the kind of case, for the court where none is chosen, and for the claims; what is chosen is
    taken in as one step, which one undo takes back.
    """
    library = sitting.library
    assert library is not None
    name = yield from find(_which(), _rows(library))
    if not name:
        return
    if not isinstance(sitting.get("court.id"), str):
        sitting.say("Which claims fit depends on the court and its State.")
        yield OpenPath("court.id")
    state, starter = _state(sitting, library), starter_of(library, name)
    fitting = [claim for claim in starter.claims if fits(library, claim, state)]
    rows = [_row(library, claim) for claim in fitting]
    prompt = Prompt("claims to begin with", str(starter.title), help="More can be added, and any removed.")
    chosen = yield from several(prompt, rows, usual_claims(library, starter, state))
    tree = starter_tree(library, name, state, chosen)
    sitting.apply(*_changes(tree, sitting.unused_id))
    sitting.say(*_taken(starter, tree))


def _which() -> Prompt:
    help = (
        "A starter puts in the claims that are usual in such a case, the shape of the classes with common"
        " questions, and an outline of what the facts are to show and what proves it. It holds no fact."
    )
    return Prompt("kind of case", "Starters", help=help, example="pixel", hint="Enter to leave it")


def _rows(library: Library) -> list[Row]:
    found = [(name, starter_of(library, name)) for name in library.ids("starters", ".yaml")]
    return [Row(name, str(one.title), name, " ".join([name, *map(str, one.words)])) for name, one in found]


def _state(sitting: Sitting, library: Library) -> str:
    court = sitting.get("court.id")
    return str(library.court(court).state or "") if isinstance(court, str) and sitting.forum else ""


def _row(library: Library, claim: StarterClaim) -> Row:
    cause = cause_named(library, str(claim.theories[0]))
    return Row(str(claim.id), str(cause.title), str(claim.when))


def _changes(tree: dict[str, Any], unused: Callable[[str], str]) -> list[Change]:
    """The entries of a starter as additions, each with an id that the sheet has not yet."""
    ids = {str(entry["id"]): unused(str(entry["id"])) for entries in tree.values() for entry in entries}
    return [
        Change(owner, "add", {**_renamed(entry, ids), "id": ids[str(entry["id"])]})
        for owner, entries in tree.items()
        for entry in entries
    ]


def _renamed(entry: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    def own(value: Any) -> Any:
        return [own(one) for one in value] if isinstance(value, list) else ids.get(value, value)

    return {name: own(value) if name in _NAMED else value for name, value in entry.items()}


def _taken(starter: Starter, tree: dict[str, Any]) -> list[str]:
    tests = [f"  - {test}" for test in starter.tests]
    parts = ", ".join(f"{len(entries)} {name}" for name, entries in tree.items()).replace(
        "allegations", "headings to write"
    )
    return [f"Taken in: {parts}.", *(["Before filing:", *tests] if tests else [])]
