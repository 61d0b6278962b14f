"""What stands under each element of each claim, each link with a grade; and the facts on which several claims
stand or fall.

A grade says what the proof is made of today, not how good it is: a document that says nothing to the point is
still graded a document.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

from drafter.complaint import Draft
from drafter.complaint.views.elements import elements_wanted
from drafter.complaint.views.proof import at_best_believed, unproven
from drafter.facts.allegations import Allegation
from drafter.facts.sources import SECOND_HAND
from drafter.library import CauseOfAction

__all__ = ["GRADES", "WEAK", "Hinge", "Link", "chain", "grade_of", "hinges"]

GRADES = (
    "document",
    "public-record",
    "expert",
    "witness",
    "plaintiff",
    "confidential-witness",
    "investigation",
    "inference",
    *SECOND_HAND,
    "none",
)
"""The grades of a link, strongest first: the kinds of source, then inference (or belief without a source of
its own), what only others report, nothing.
"""

WEAK = ("inference", *SECOND_HAND, "none")


class Link(NamedTuple):
    """One element of one claim, and what stands under it.

    theories   the causes of the claim that have the element
    behind     each supporting allegation with its grade
    grade      the strongest grade behind it; `none` where there is nothing
    tests      cheap ways to settle it before filing, from the cause
    """

    claim: str
    element: str
    title: str
    theories: tuple[str, ...]
    behind: tuple[tuple[str, str], ...]
    grade: str
    tests: tuple[str, ...]


class Hinge(NamedTuple):
    """An allegation that is all there is under some element of one or more claims.

    claims   by claim, the elements that have no other support
    theories by claim, the causes that fall with those elements
    """

    allegation: str
    grade: str
    claims: dict[str, tuple[Link, ...]]
    theories: dict[str, tuple[str, ...]]


def grade_of(allegation: Allegation) -> str:
    """What `allegation` rests on today: its best source; inference at best on belief or on a basis not known;
    none where its text or every source is unknown.
    """
    sources = [source.kind for source in (allegation.source, *allegation.further_sources) if source]
    if allegation.conclusion or not sources or unproven(allegation):
        return "none"
    best = min(sources, key=GRADES.index)
    return max(best, "inference", key=GRADES.index) if at_best_believed(allegation) else best


def chain(draft: Draft) -> Iterator[Link]:
    """Every element that the claims want in this forum, in order, an element of several theories once."""
    for claim in draft.matter.raw.claims:
        causes = draft.matter.theories[claim.id]
        wanted = elements_wanted(causes, str(draft.matter.profile.system), claim.elements)
        for own, element in wanted.items():
            support = claim.elements.get(own)
            behind = tuple(
                (name, grade_of(draft.matter.allegations[name]))
                for name in (support.allegations if support else [])
            )
            best = min((grade for _, grade in behind), key=GRADES.index, default="none")
            yield Link(
                claim.id,
                own,
                str(element.title),
                _having(causes, own),
                behind,
                best,
                tuple(str(test) for test in element.tests),
            )


def _having(causes: list[CauseOfAction], element: str) -> tuple[str, ...]:
    return tuple(cause.id for cause in causes if any(each.id == element for each in cause.elements))


def hinges(draft: Draft) -> list[Hinge]:
    """The allegations that alone carry some element, those that carry most claims first."""
    alone: dict[str, dict[str, list[Link]]] = {}
    for link in chain(draft):
        carrying = [own for own, grade in link.behind if grade != "none"]
        if len(carrying) == 1:
            alone.setdefault(carrying[0], {}).setdefault(link.claim, []).append(link)
    found = [_hinge(draft, own, claims) for own, claims in alone.items()]
    return sorted(found, key=lambda hinge: (-len(hinge.claims), -GRADES.index(hinge.grade)))


def _hinge(draft: Draft, own: str, claims: dict[str, list[Link]]) -> Hinge:
    falling = {
        claim: tuple(dict.fromkeys(cause for link in links for cause in link.theories))
        for claim, links in claims.items()
    }
    return Hinge(
        own,
        grade_of(draft.matter.allegations[own]),
        {claim: tuple(links) for claim, links in claims.items()},
        falling,
    )
