"""The chain fact → element → claim as the interview shows it: the elements a claim wants, what is behind
each, and how far it is.
"""

from __future__ import annotations

from typing import Any, Iterator

from drafter.complaint.views.elements import elements_wanted
from drafter.facts.sources import on_belief
from drafter.interview.asking import Row
from drafter.interview.sitting import Sitting
from drafter.library import CauseOfAction, Element
from drafter.tree.claim_counts import as_pleaded
from drafter.tree.outline import outline_entries
from drafter.wording import shortened

__all__ = [
    "allegation_rows",
    "chain",
    "claim_place",
    "element_state",
    "elements_of",
    "forum_of",
    "short",
    "summary",
    "theories",
]


def theories(sitting: Sitting, claim: str) -> list[CauseOfAction]:
    """The causes of action of a claim."""
    assert sitting.library is not None
    library, pleaded = sitting.library, as_pleaded(sitting.keeper.answers.tree, claim)
    laws, named = pleaded.get("law"), pleaded.get("theories")
    states = [one for one in laws if isinstance(one, str)] if isinstance(laws, list) else []
    named = [one for one in named if isinstance(one, str)] if isinstance(named, list) else []
    there = {*library.ids("causes", ".md"), *library.ids("core", ".md")}
    return [one for theory in named if theory in there for one in library.pleaded(theory, states)]


def elements_of(sitting: Sitting, claim: str) -> list[Element]:
    """The elements the claim's theories want in this forum, each once, in the order in which they are
    pleaded.
    """
    return list(elements_wanted(theories(sitting, claim), forum_of(sitting)).values())


def forum_of(sitting: Sitting) -> str:
    """The system of the court that the sheet names; federal where it names none that the library has."""
    return sitting.forum or "federal"


def short(sitting: Sitting, allegation: str) -> str:
    """The allegation in a line: its gist, else the beginning of its words."""
    raw = sitting.get(f"allegations.{allegation}") or {}
    return shortened(str(raw.get("gist") or raw.get("text") or allegation), 70)


def allegation_rows(sitting: Sitting) -> Iterator[Row]:
    """Every allegation of the sheet in order, with what it rests on."""
    for _, entry in outline_entries(sitting.get("allegations")):
        if "heading" in entry:
            continue
        own = entry["id"]
        raw = sitting.get(f"allegations.{own}") or {}
        kind = (raw.get("source") or {}).get("kind", "no source")
        yield Row(
            own, short(sitting, own), f"{kind}{', on belief' if on_belief(raw.get('basis')) else ''}", own
        )


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
