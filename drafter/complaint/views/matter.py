"""The matter as templates see it: parties, court, classes, claims, outline and prayer, built once from the
sheet and the library.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from drafter.complaint.views.amount import amount_in_controversy
from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.elements import Pleading
from drafter.complaint.views.forum_ties import Ties
from drafter.complaint.views.matter_classes import MatterClasses
from drafter.complaint.views.matter_parties import MatterParties
from drafter.complaint.views.matter_words import MatterWords
from drafter.complaint.views.parties import Parties
from drafter.complaint.views.pleaded import pleaded_text
from drafter.complaint.views.prayer import kin, prayed
from drafter.complaint.views.proof import spoken
from drafter.complaint.views.relief import MONEY, earned
from drafter.complaint.views.terms import apart, speaks_of_class_period
from drafter.complaint.views.unknown_parties import blanks_for, unknown_entries
from drafter.complaint.views.values import View, record_of, value_of
from drafter.facts.allegations import Allegation
from drafter.facts.values import known
from drafter.wording import listed, ordinal, roman

__all__ = ["Matter"]


class Matter(MatterParties, MatterClasses, MatterWords):
    """Everything of one matter. A template may name of it what `template_names.ALLOWED` has; fields of the
    sheet are at hand under their own names.
    """

    # --- facts

    @cached_property
    def allegations(self) -> dict[str, Allegation]:
        return {
            own: spoken(place.record, self.raw.plaintiffs)
            for own, place in self.ids.get("allegations", {}).items()
            if isinstance(place.record, Allegation)
        }

    @cached_property
    def alleges(self) -> str:
        return f"{self.plaintiffs} {self.plaintiffs.agree('alleges', 'allege')}"

    @cached_property
    def pleading(self) -> Pleading:
        style = self.raw.style
        return Pleading(
            self.tokens,
            self.allegations,
            self.names,
            style.citations if style else "key",
            set(),
            self.alleges,
        )

    @cached_property
    def facts(self) -> list[dict[str, Any]]:
        return self.outline(self.raw.allegations)

    def outline(self, items: Any, level: int = 2, path: str = "allegations") -> list[dict[str, Any]]:
        """Headings and allegations in order, flat: `level` 2-3 for a heading, 0 for an allegation."""
        flat: list[dict[str, Any]] = []
        for position, entry in enumerate(map(record_of, items), 1):
            if isinstance(entry, Allegation):
                flat.append(
                    {
                        "level": 0,
                        "id": entry.id,
                        "statement": pleaded_text(self.tokens, entry),
                        "figure": self._figure(entry),
                    }
                )
            else:
                heading = value_of(
                    self.tokens, entry.heading, f"{path}.{entry.id or position}.heading", "heading"
                )
                flat.append(
                    {
                        "level": min(level, 3),
                        "id": entry.id or "",
                        "heading": heading,
                        "marks": "#" * min(level, 3),
                    }
                )
                flat += self.outline(entry.items, level + 1, f"{path}.{entry.id or position}")
        return flat

    def _figure(self, allegation: Allegation) -> Any:
        file = known(allegation.figure)
        return (
            value_of(self.tokens, file, f"allegations.{allegation.id}.figure", "file of the figure")
            if file
            else ""
        )

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

    @property
    def has_experience(self) -> bool:
        """Whether any plaintiff's experience has something that the section prints."""
        return any(self.experienced(plaintiff.id) for plaintiff in self.raw.plaintiffs)

    def experienced(self, own: str) -> bool:
        """Whether the plaintiff `own` has an experience with something that the section prints."""
        e = next(plaintiff.experience for plaintiff in self.raw.plaintiffs if plaintiff.id == own)
        return bool(
            e
            and (
                e.purchases
                or e.assents
                or e.statements
                or e.injuries
                or known(e.discovery)
                or known(e.future_intent)
            )
        )

    @cached_property
    def uses_class_period(self) -> bool:
        """Whether the sheet’s allegations speak of the Class Period, and do not themselves define it; and the
        classes have one.
        """
        return speaks_of_class_period(self)

    # --- claims and prayer

    @cached_property
    def claims(self) -> list[ClaimView]:
        return [ClaimView(self, claim, position) for position, claim in enumerate(self.raw.claims, 1)]

    @property
    def for_whom(self) -> list[str]:
        """For whom else any of the claims is brought: “the Plan”, to which the relief of 29 U.S.C. § 1109
        goes.
        """
        return list(dict.fromkeys(own for claim in self.claims for own in claim.for_whom))

    @cached_property
    def claim_word(self) -> str:
        chosen = (
            self.raw.style.claim_word
            if self.raw.style and self.raw.style.claim_word
            else self.profile.claim_word
        )
        return {
            "claim-for-relief": "Claim for Relief",
            "cause-of-action": "Cause of Action",
            "count": "Count",
        }[chosen]

    @cached_property
    def prayer(self) -> list[dict[str, Any]]:
        return [prayed(self, item) for item in earned(self.raw, self.theories, self.profile.minimum_barred)]

    @property
    def prays_for_money(self) -> bool:
        """Whether the prayer asks for money, so that interest runs on something; relief of another kind in
        the sheet's own words may be that too.
        """
        return any(item["kind"] in MONEY or item["kind"] == "other" for item in self.prayer)

    @property
    def prays_for_damages(self) -> bool:
        return any(item["kind"].endswith("-damages") for item in self.prayer)

    def on_claims(self, views: list[ClaimView]) -> str:
        """“on the First and Third Claims for Relief”."""
        if not views:
            return ""
        return f"on {self.claims_named(views)}"

    def claims_named(self, views: list[ClaimView]) -> str:
        """“the First and Third Claims for Relief”, “Counts I and III”."""
        word = self.claim_word
        plural = {
            "Claim for Relief": "Claims for Relief",
            "Cause of Action": "Causes of Action",
            "Count": "Counts",
        }[word]
        if word == "Count":
            return f"{word if len(views) == 1 else plural} {listed([roman(claim.number) for claim in views])}"
        return (
            f"the {listed([ordinal(claim.number).title() for claim in views])}"
            f" {word if len(views) == 1 else plural}"
        )

    def cause_has(self, kind: str) -> bool:
        """Whether the prayer asks for relief of this kind."""
        return any(item["kind"] == kind for item in self.prayer)

    @property
    def jury(self) -> bool:
        demand = self.raw.jury_demand
        return bool(demand if isinstance(demand, bool) else demand.demanded if demand else False)

    @property
    def jury_asked(self) -> Any:
        """A blank where the sheet says that it is not known whether a jury is demanded."""
        open_ = unknown_entries(self.raw, "", "jury_demand")
        return blanks_for(self.tokens, open_, "whether a jury is demanded")[0] if open_ else ""

    @property
    def jury_issues(self) -> Any:
        demand = self.raw.jury_demand
        issues = None if demand is None or isinstance(demand, bool) else known(demand.issues)
        return value_of(self.tokens, issues, "jury_demand.issues", "issues") if issues else ""

    @cached_property
    def proxies(self) -> Parties:
        """Those who sue as the State’s proxies: not every plaintiff need be one."""
        return self.suing(
            [own for claim in self.claims if claim.kind == "state-proxy" for own in claim.plaintiffs.ids]
        )

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
