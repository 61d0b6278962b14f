"""The claims of a matter, and how a sentence names several."""

from __future__ import annotations

from functools import cached_property
from typing import Callable

from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.matter_facts import MatterFacts
from drafter.complaint.views.parties import Parties
from drafter.facts.vocabularies import CLAIM_WORDS
from drafter.wording import listed, ordinal, roman

__all__ = ["MatterClaims"]


LONG_RUN = 4
"""Claims in a row that are named by the first and the last."""


class MatterClaims(MatterFacts):
    """A matter’s claims, over its facts."""

    @cached_property
    def claims(self) -> list[ClaimView]:
        views: list[ClaimView] = []
        views += [ClaimView(self, claim, views, number) for number, claim in enumerate(self.raw.claims, 1)]
        return views

    @property
    def for_whom(self) -> list[str]:
        """For whom else any of the claims is brought: “the Plan”, to which the relief of 29 U.S.C. § 1109
        goes.
        """
        return list(dict.fromkeys(own for claim in self.claims for own in claim.for_whom))

    @cached_property
    def proxies(self) -> Parties:
        """Those who sue as the State’s proxies: not every plaintiff need be one."""
        return self.suing(
            [own for claim in self.claims if claim.kind == "state-proxy" for own in claim.plaintiffs.ids]
        )

    def on_claims(self, views: list[ClaimView]) -> str:
        """“on the First and Third Claims for Relief”."""
        if not views:
            return ""
        return f"on {self.claims_named(views)}"

    def claims_named(self, views: list[ClaimView]) -> str:
        """“the First and Third Claims for Relief”, “Counts I and III”."""
        word = self.claim_words.one if len(views) == 1 else self.claim_words.several
        if self.claim_words == CLAIM_WORDS["count"]:
            return f"{word} {listed(_in_runs(views, roman, '–'))}"
        return f"the {listed(_in_runs(views, lambda number: ordinal(number).title(), ' through '))} {word}"


def _in_runs(views: list[ClaimView], named: Callable[[int], str], through: str) -> list[str]:
    """The numbers of claims as they are named, four and more in a row as one: “II–XIII”."""
    runs: list[list[int]] = []
    for view in views:
        if runs and view.number == runs[-1][-1] + 1:
            runs[-1].append(view.number)
        else:
            runs.append([view.number])
    return [
        part
        for run in runs
        for part in (
            [f"{named(run[0])}{through}{named(run[-1])}"] if len(run) >= LONG_RUN else list(map(named, run))
        )
    ]
