"""The matter as templates see it: parties, court, classes, claims, outline and prayer, built once from the
sheet and the library.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from drafter.complaint.views.amount import amount_in_controversy
from drafter.complaint.views.forum_ties import Ties
from drafter.complaint.views.matter_claims import MatterClaims
from drafter.complaint.views.parties import Parties
from drafter.complaint.views.prayer import asked_of_most, kin, prayed
from drafter.complaint.views.relief import MONEY, ReliefItem, earned
from drafter.complaint.views.terms import apart, speaks_of_class_period
from drafter.complaint.views.unknown_parties import blanks_for, unknown_entries
from drafter.complaint.views.values import View, value_of
from drafter.facts.jurisdiction import JuryDemand, is_whole_demand
from drafter.facts.values import known

__all__ = ["Matter"]


class Matter(MatterClaims):
    """Everything of one matter. A template may name of it what `template_names.ALLOWED` has; fields of the
    sheet are at hand under their own names.
    """

    # --- classes

    @property
    def amount_working(self) -> str:
        """How the amount in controversy is reckoned, in sentences, where the sheet has no words for it; empty
        where no sum can be reckoned.
        """
        return amount_in_controversy(self).pleaded(self)

    @property
    def kin_of_defendants(self) -> str:
        return kin(self)

    @cached_property
    def definitions(self) -> list[View]:
        """The terms that a section of their own defines: those that no paragraph of the sheet defines where
        it first uses them, in quotation marks.
        """
        return [View(self.tokens, term, f"terms.{term.id}") for term in apart(self)]

    @cached_property
    def uses_class_period(self) -> bool:
        """Whether the sheet’s allegations speak of the Class Period, and do not themselves define it; and the
        classes have one.
        """
        return speaks_of_class_period(self)

    # --- prayer

    @cached_property
    def prayer(self) -> list[dict[str, Any]]:
        return [prayed(self, item, self._asked_of_most) for item in self._earned]

    @cached_property
    def _earned(self) -> list[ReliefItem]:
        return earned(self.raw, self.theories, self.profile.minimum_barred)

    @cached_property
    def _asked_of_most(self) -> tuple[str, ...]:
        return asked_of_most(self, self._earned)

    @property
    def prayer_against(self) -> Parties | None:
        """The defendants whom the head of the prayer names for every item that names no other."""
        return self.sued(list(self._asked_of_most)) if self._asked_of_most else None

    @property
    def prays_for_money(self) -> bool:
        """Whether the prayer asks for money, so that interest runs on something; relief of another kind in
        the sheet's own words may be that too.
        """
        return any(item["kind"] in MONEY or item["kind"] == "other" for item in self.prayer)

    @property
    def prays_for_damages(self) -> bool:
        return any(item["kind"].endswith("-damages") for item in self.prayer)

    def cause_has(self, kind: str) -> bool:
        """Whether the prayer asks for relief of this kind."""
        return any(item["kind"] == kind for item in self.prayer)

    @property
    def jury(self) -> bool:
        demand = self.raw.jury_demand
        return bool(demand.demanded if isinstance(demand, JuryDemand) else demand)

    @property
    def jury_asked(self) -> Any:
        """A blank where the sheet says that it is not known whether a jury is demanded."""
        open_ = unknown_entries(self.raw, "", "jury_demand")
        return blanks_for(self.tokens, open_, "whether a jury is demanded")[0] if open_ else ""

    @property
    def jury_issues(self) -> Any:
        """The issues for which a jury is demanded, as the sheet has them; empty for all."""
        demand = self.raw.jury_demand
        if isinstance(demand, str):
            if is_whole_demand(demand):
                return ""
            return value_of(self.tokens, demand.rstrip(". "), "jury_demand", "issues")
        issues = known(demand.issues) if isinstance(demand, JuryDemand) else None
        return value_of(self.tokens, issues, "jury_demand.issues", "issues") if issues else ""

    @property
    def jury_words(self) -> Any:
        """The demand where the sheet has it as a sentence of its own; empty otherwise."""
        demand = self.raw.jury_demand
        if not isinstance(demand, str) or not is_whole_demand(demand):
            return ""
        return value_of(self.tokens, f"{demand.rstrip('. ')}.", "jury_demand", "jury demand")

    # --- court

    @cached_property
    def ties(self) -> Ties:
        """What of the sheet lies where the court sits."""
        return Ties(self)

    def with_venue(self, order: list[str]) -> bool:
        """Whether venue stands under one heading with jurisdiction: right behind it, in a court that does not
        want jurisdiction under its own.
        """
        return ("jurisdiction", "venue") in zip(
            order, order[1:], strict=False
        ) and not self.profile.jurisdiction_first

    @property
    def citizenship_matters(self) -> bool:
        """Whether jurisdiction turns on citizenship, so that a party's is pleaded: not in a State court, nor
        where a federal question is the only ground.
        """
        grounds = set(self.raw.jurisdiction.grounds) if self.raw.jurisdiction else set()
        return self.profile.system == "federal" and (not grounds or bool(grounds & {"cafa", "diversity"}))

    @cached_property
    def division(self) -> dict[str, Any]:
        """The division that the county of the events picks, or that the sheet names: its name, caption line
        and authority, as far as known.
        """
        asked = self.raw.court
        county = known(asked.county) if asked else None
        named = known(asked.division) if asked else None
        served = [division for division in self.profile.divisions if county in division.counties]
        chosen = next((division for division in self.profile.divisions if division.name == named), None) or (
            served[0] if served else None
        )
        return {"found": chosen, "served": served}
