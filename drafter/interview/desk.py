"""What the screens of claims work with: the answers, the library, the draft as it stands, and the elements
and allegations they speak of.
"""

from __future__ import annotations

from typing import Any, Callable, Iterator, NamedTuple, Protocol

from drafter.interview.asking import Asker, Row
from drafter.interview.preview import Preview
from drafter.library import Element, Library
from drafter.tree.answers import Change
from drafter.wording import shortened

__all__ = ["Desk", "allegation_rows", "elements_of", "on_belief", "place_of", "short"]


class AnswerStore(Protocol):
    """Where answers are kept: what the claims need of `drafter.matter_files.editing.EditingSession`."""

    answers: Any

    def record(self, change: Change) -> None:
        """Make the change, on disk before this returns."""


class Desk(NamedTuple):
    """What a screen of the interview works with. `edit` opens the questions at a path; `new_allegation` asks
    for one and gives its id ("" for none).
    """

    asker: Asker
    keeper: AnswerStore
    library: Library
    preview: Preview
    edit: Callable[[str], None]
    new_allegation: Callable[[], str]
    unused_id: Callable[[str], str]

    def get(self, path: str) -> Any:
        """The raw answer at `path`, or None."""
        return self.keeper.answers.get(path)

    def set(self, path: str, value: Any) -> None:
        """Keep `value` at `path`; None clears it."""
        self.keeper.record(Change(path, "set", value))


def elements_of(desk: Desk, claim: str) -> list[Element]:
    """The elements the claim's theories want in this forum, each once, in the order in which they are
    pleaded.
    """
    forum = forum_of(desk)
    found: dict[str, Element] = {}
    for theory in desk.get(f"claims.{claim}.theories") or []:
        for element in desk.library.cause(theory).elements:
            if element.forum in ("any", forum):
                found.setdefault(element.id, element)
    return list(found.values())


def forum_of(desk: Desk) -> str:
    """The system of the court that the sheet names; federal where it names none that the library has."""
    court = desk.get("court.id")
    return (
        desk.library.court(court).system
        if isinstance(court, str) and desk.library.find(f"courts/{court}.yaml")
        else "federal"
    )


def on_belief(allegation: dict[str, Any]) -> bool:
    """Whether a raw allegation is pleaded on belief."""
    return (allegation.get("basis") or {}).get("kind") in (
        "information-and-belief",
        "evidentiary-support-likely",
    )


def short(desk: Desk, allegation: str) -> str:
    """The allegation in a line: its gist, else the beginning of its words."""
    raw = desk.get(f"allegations.{allegation}") or {}
    return shortened(str(raw.get("gist") or raw.get("text") or allegation), 70)


def allegation_rows(desk: Desk) -> Iterator[Row]:
    """Every allegation of the sheet in order, with what it rests on."""
    for own in _ids(desk.get("allegations") or []):
        raw = desk.get(f"allegations.{own}") or {}
        kind = (raw.get("source") or {}).get("kind", "no source")
        yield Row(own, short(desk, own), f"{kind}{', on belief' if on_belief(raw) else ''}", own)


def _ids(items: list[Any]) -> Iterator[str]:
    for item in items:
        if "heading" in item:
            yield from _ids(item.get("items") or [])
        else:
            yield item["id"]


def place_of(desk: Desk, claim: str, *further: str) -> str:
    """Where the person is, in words: the claim, and what of it."""
    title = desk.get(f"claims.{claim}.title")
    theory = (desk.get(f"claims.{claim}.theories") or [claim])[0]
    name = title if isinstance(title, str) else str(desk.library.cause(theory).title)
    return " › ".join(["Claims", name, *further])
