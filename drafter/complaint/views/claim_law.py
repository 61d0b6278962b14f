"""The law of a claim as its heading and those who borrow it name it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.complaint.views.phrases import cited_in_a_row
from drafter.complaint.views.unknown_parties import UnknownEntry, blanks_for, unknown_entries
from drafter.complaint.views.values import Value, View
from drafter.facts.claims import Claim
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.library import CauseOfAction

if TYPE_CHECKING:
    from drafter.complaint.views.matter import Matter

__all__ = ["ClaimLaw"]

_BORROWING = {"derivative", "remedy-only"}
"""Kinds of federal cause that may rest on the law of a State."""


class ClaimLaw(View):
    """A claim’s law: its citations, what of them can be violated, and the State whose law it is."""

    matter: Matter
    raw: Claim
    causes: list[CauseOfAction]

    def asked_of(self, name: str) -> tuple[UnknownEntry, ...]:
        """What is not known in the list `name` of the claim."""
        return unknown_entries(self.raw, self._path, name)

    @property
    def citations(self) -> str:
        """The citations of its theories, as the heading gives them; a blank where the law is not known, and
        behind them for theories that are not.
        """
        law = blanks_for(self._tokens, self.asked_of("law"), "State whose law governs")
        more = blanks_for(self._tokens, self.asked_of("theories"), "causes of action")
        own = map(str, law or (cause.citation for cause in self.causes))
        return "; ".join(dict.fromkeys([*own, *map(str, more)]))

    @property
    def predicates_asked(self) -> list[Value]:
        """Blanks for the claims it derives from that are not known."""
        return blanks_for(self._tokens, self.asked_of("predicates"), "claims it derives from")

    @property
    def violated(self) -> str:
        """The sections that a claim which borrows their violation names: of each theory those that can be
        violated, and not those that give its remedy.
        """
        if self.asked_of("law") or self.asked_of("theories"):
            return self.citations
        return cited_in_a_row(str(cause.violates or cause.citation) for cause in self.causes)

    @property
    def for_whom(self) -> list[str]:
        """For whom else its causes are brought, as the heading says: “the Plan”."""
        return list(dict.fromkeys(str(cause.for_whom) for cause in self.causes if cause.for_whom))

    @property
    def is_common_law(self) -> bool:
        """Whether its causes are a State's law without a section: “California law”."""
        return self.citations.endswith(" law")

    @property
    def under(self) -> str:
        """What stands under the heading: the citations; for a claim that no section gives nothing, or “Under
        California Law” where the matter pleads the law of several States, or sits in another.
        """
        if self.asked_of("law"):
            return f"Under {self.citations}"
        if not self.is_common_law:
            return self.citations
        pleaded = {law for claim in self.matter.claims for law in (*claim.laws, *map(str, claim.raw.law))}
        told = pleaded - {str(self.matter.profile.state)}
        return f"Under {self.citations[:-4]} Law" if told else ""

    @property
    def is_federal(self) -> bool:
        """Whether one of its causes arises under federal law."""
        return any(cause.jurisdiction == "federal" for cause in self.causes)

    @property
    def is_uniform(self) -> bool:
        """Whether its causes are of uniform law, which a State adopted."""
        return all(cause.jurisdiction == "uniform" for cause in self.causes)

    @property
    def laws(self) -> list[str]:
        """The States whose law its causes are, each once; none for federal law and for uniform law, which a
        State adopts.
        """
        return [
            law
            for law in dict.fromkeys(str(cause.jurisdiction) for cause in self.causes)
            if law not in ("federal", "uniform")
        ]

    @property
    def other_laws(self) -> list[str]:
        """The States that the sheet names as those whose law governs, though its causes are of another law. A
        uniform law may be
        that of any State that adopted it, and a federal claim that derives from another, or gives a remedy
        alone, rests on any law.
        """
        if self.laws:
            return [law for law in self.raw.law if law not in self.laws]
        if any(cause.jurisdiction == "uniform" for cause in self.causes):
            return [law for law in self.raw.law if any(law in cause.not_adopted for cause in self.causes)]
        return [] if {str(cause.kind) for cause in self.causes} & _BORROWING else list(self.raw.law)

    @property
    def reasoned_laws(self) -> list[str]:
        """The States whose law the reason in the sheet speaks of ("New York law governs"), where it does not
        speak of its causes' own.
        """
        reason = str(known(self.raw.law_reason) or "")
        named = [
            code
            for code, name in STATE_NAMES.items()
            if name.removeprefix("the ") in reason
            and re.search(
                rf"\b{re.escape(name.removeprefix('the '))}(?:’s|'s)? law\b|\blaws? of {re.escape(name)}\b",
                reason,
            )
        ]
        return named if self.laws and not set(named) & set(self.laws) else []

    @property
    def fits_law(self) -> bool:
        """Whether what the sheet says of the law that governs fits its causes."""
        return not self.other_laws and not self.reasoned_laws
