"""The chain fact → element → claim as the interview shows it: the elements a claim wants, what is behind
each, and how far it is.
"""

from __future__ import annotations

from typing import Any, Iterator

from drafter.interview.asking import Row
from drafter.interview.sitting import Sitting
from drafter.library import CauseOfAction, Element
from drafter.wording import shortened

__all__ = [
    "allegation_rows",
    "chain",
    "claim_place",
    "element_state",
    "elements_of",
    "forum_of",
    "on_belief",
    "short",
    "summary",
    "theories",
]


def theories(sitting: Sitting, claim: str) -> list[CauseOfAction]:
    """The causes of action of a claim."""
    assert sitting.library is not None
    return [sitting.library.cause(theory) for theory in sitting.get(f"claims.{claim}.theories") or []]


def elements_of(sitting: Sitting, claim: str) -> list[Element]:
    """The elements the claim's theories want in this forum, each once, in the order in which they are
    pleaded.
    """
    forum = forum_of(sitting)
    found: dict[str, Element] = {}
    for cause in theories(sitting, claim):
        for element in cause.elements:
            if element.forum in ("any", forum):
                found.setdefault(element.id, element)
    return list(found.values())


def forum_of(sitting: Sitting) -> str:
    """The system of the court that the sheet names; federal where it names none that the library has."""
    return sitting.forum or "federal"


def on_belief(allegation: dict[str, Any]) -> bool:
    """Whether a raw allegation is pleaded on belief."""
    return (allegation.get("basis") or {}).get("kind") in (
        "information-and-belief",
        "evidentiary-support-likely",
    )


def short(sitting: Sitting, allegation: str) -> str:
    """The allegation in a line: its gist, else the beginning of its words."""
    raw = sitting.get(f"allegations.{allegation}") or {}
    return shortened(str(raw.get("gist") or raw.get("text") or allegation), 70)


def allegation_rows(sitting: Sitting) -> Iterator[Row]:
    """Every allegation of the sheet in order, with what it rests on."""
    for own in _ids(sitting.get("allegations") or []):
        raw = sitting.get(f"allegations.{own}") or {}
        kind = (raw.get("source") or {}).get("kind", "no source")
        yield Row(own, short(sitting, own), f"{kind}{', on belief' if on_belief(raw) else ''}", own)


def _ids(items: list[Any]) -> Iterator[str]:
    for item in items:
        if "heading" in item:
            yield from _ids(item.get("items") or [])
        else:
            yield item["id"]


def claim_place(sitting: Sitting, claim: str, *further: str) -> str:
    """Where the person is, in words: the claim, and what of it."""
    return " › ".join(["Claims", sitting.claim_name(claim), *further])


# --- how far a claim is
# ------------------------------------------------------------------------------------------------------------


def summary(sitting: Sitting, claim: str) -> str:
    """A line on how far the claim is: “6 of 10 elements supported”."""
    elements = elements_of(sitting, claim)
    done = sum(element_state(sitting, claim, element.id) == "supported" for element in elements)
    return f"{done} of {len(elements)} elements supported"


def element_state(sitting: Sitting, claim: str, element: str) -> str:
    """How far an element of a claim is, in a word or two."""
    support = sitting.get(f"claims.{claim}.elements.{element}") or {}
    if support.get("not_pleaded"):
        return "left out"
    if not support.get("allegations"):
        return "no support"
    return "supported" if support.get("application") else "no sentence yet"


def chain(sitting: Sitting, claim: str) -> list[str]:
    """The chain fact → element → claim as lines, the weak links marked."""
    lines = []
    for element in elements_of(sitting, claim):
        support = sitting.get(f"claims.{claim}.elements.{element.id}") or {}
        facts = "; ".join(short(sitting, own) for own in support.get("allegations", []))
        lines.append(f"{element.title} ← {facts or '(nothing yet)'}{_weakness(sitting, support)}")
    return lines


def _weakness(sitting: Sitting, support: dict[str, Any]) -> str:
    behind = [sitting.get(f"allegations.{own}") or {} for own in support.get("allegations", [])]
    weak = behind and all(
        (each.get("source") or {}).get("kind") == "inference" or on_belief(each) for each in behind
    )
    return "  [on inference or belief alone]" if weak else ""
