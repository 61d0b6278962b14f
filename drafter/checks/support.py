"""What the claims want and what stands under it: each element with its allegations."""

from __future__ import annotations

from typing import Iterator

from drafter.complaint import Draft
from drafter.complaint.views.elements import is_pleaded
from drafter.complaint.views.proof import unproven
from drafter.facts.allegations import Allegation
from drafter.facts.values import known

__all__ = ["bare_elements", "elements_of"]


def elements_of(draft: Draft) -> Iterator[tuple[str, str, str, list[Allegation], list[str], bool]]:
    """Each element a claim wants in this forum: claim, element, its title, its allegations, cheap tests,
    whether it has an application.
    """
    for claim in draft.matter.raw.claims:
        done: set[str] = set()
        for cause in draft.matter.theories[claim.id]:
            for element in cause.elements:
                support = claim.elements.get(element.id)
                if element.id in done or not is_pleaded(element, support, str(draft.matter.profile.system)):
                    continue
                done.add(element.id)
                behind = [draft.matter.allegations[own] for own in (support.allegations if support else [])]
                yield (
                    claim.id,
                    element.id,
                    str(element.title),
                    behind,
                    [str(test) for test in element.tests],
                    bool(support and known(support.application)),
                )


def bare_elements(draft: Draft) -> set[str]:
    """The paths of the elements that rest on nothing, or on nothing that is known: CLM-001 tells of each."""
    return {
        f"claims.{claim}.elements.{element}"
        for claim, element, _, behind, _, _ in elements_of(draft)
        if all(map(unproven, behind))
    }
