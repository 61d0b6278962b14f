"""What the claims want and what stands under it: each element with its allegations."""

from __future__ import annotations

from typing import Iterator

from drafter.complaint import Draft
from drafter.complaint.views.elements import elements_wanted
from drafter.complaint.views.proof import unproven
from drafter.facts.allegations import Allegation
from drafter.facts.values import known

__all__ = ["bare_elements", "elements_of"]


def elements_of(draft: Draft) -> Iterator[tuple[str, str, str, list[Allegation], list[str], bool]]:
    """Each element a claim wants in this forum: claim, element, its title, its allegations, cheap tests,
    whether it has an application.
    """
    for claim in draft.matter.raw.claims:
        system, causes = str(draft.matter.profile.system), draft.matter.theories[claim.id]
        for element in elements_wanted(causes, system, claim.elements).values():
            support = claim.elements.get(element.id)
            yield (
                claim.id,
                element.id,
                str(element.title),
                [draft.matter.allegations[own] for own in (support.allegations if support else [])],
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
