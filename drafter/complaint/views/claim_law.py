"""The law of a claim as its heading and those who borrow it name it."""

from __future__ import annotations

import re
from typing import Sequence

from drafter.complaint.views.matter_facts import MatterFacts
from drafter.complaint.views.parties import Members, Parties
from drafter.complaint.views.phrases import cited_in_a_row, phrases_listed
from drafter.complaint.views.relief import barred, is_asked_for
from drafter.complaint.views.unknown_parties import UnknownEntry, blanks_for, unknown_entries
from drafter.complaint.views.values import Value, View, value_of
from drafter.facts.claims import Claim
from drafter.facts.own_causes import OwnCause
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Prose, known
from drafter.library import CauseOfAction, Remedy
from drafter.library.own_causes import CORE_BODY, NO_BODY, NOT_NAMED, ONLY_FRAME, LibraryOfMatter, has_body
from drafter.library.records import NO_STATE
from drafter.library.under_law import ROLE
from drafter.wording import listed

__all__ = ["ClaimLaw"]

_BORROWING = {"derivative", "remedy-only"}
"""Kinds of federal cause that may rest on the law of a State."""


class ClaimLaw(View):
    """A claim’s law: its citations, what of them can be violated, and the State whose law it is."""

    matter: MatterFacts
    raw: Claim
    siblings: Sequence[ClaimLaw]
    """All claims of the matter, this one among them."""
    causes: list[CauseOfAction]
    plaintiffs: Parties
    defendants: Parties

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
        named = [cause for cause in self.causes if cause.id != NOT_NAMED]
        own = map(str, law or map(self._cited, named))
        return "; ".join(dict.fromkeys([*own, *map(str, more)]))

    def _cited(self, cause: CauseOfAction) -> str:
        """The citation of a theory; one that the sheet leaves open is a blank at its place there."""
        blank = self.has_own(cause) and cause.citation.startswith("[[")
        return str(self.of_own(cause, "citation", cause.citation)) if blank else str(cause.citation)

    def own(self, cause: CauseOfAction) -> OwnCause | None:
        """The record of the sheet's own that the cause was made of; None where the library has it."""
        there = self.matter.raw.causes if self.has_own(cause) else []
        return next((own for own in there if own.id == cause.id), None)

    def has_own(self, cause: CauseOfAction) -> bool:
        """Whether the sheet, and not the library, has the cause."""
        library = self.matter.library
        return isinstance(library, LibraryOfMatter) and cause.id in library.own

    def of_own(self, cause: CauseOfAction, name: str, text: str | None) -> Value:
        """A text of a cause with its marks, at its place in the sheet where the sheet has the cause; false
        where there is none.
        """
        path = f"causes.{cause.id}.{name}" if self.has_own(cause) else ""
        return value_of(self._tokens, Prose(text) if text else None, path, "")

    def body(self, cause: CauseOfAction) -> str:
        """The template that words a count of `cause`: its own, or the one for causes without a body."""
        name = str(cause.id)
        if name == NOT_NAMED:
            return ONLY_FRAME
        if cause.core:
            return CORE_BODY
        return f"causes/{name}.md" if has_body(self.matter.library, name) else NO_BODY

    def law_around(self, cause: str, element: str) -> dict[str, str]:
        """What a cause without a body says before the act of an element, and after it: as the sheet wrote it,
        or in the library’s words with the parties of this claim in the places of their roles.
        """
        own = next(one for one in self.causes if one.id == cause)
        there = next(one for one in own.elements if one.id == element)
        asked = there.conclusion or "[[the conclusion that follows the act]]"
        if not self.has_own(own):
            return {"frame": self.worded(there.frame), "conclusion": self.worded(asked)}
        frame = self.of_own(own, f"elements.{element}.frame", there.frame)
        conclusion = self.of_own(own, f"elements.{element}.conclusion", asked)
        return {
            "frame": str(frame.sentence) if frame else "",
            "conclusion": str(conclusion.sentence),
        }

    @property
    def sought(self) -> str:
        """What the claim asks for under its law, with the citations: “damages and an injunction, under 42
        U.S.C. § 1983; and …”.
        """
        under: dict[tuple[str, str], list[str]] = {}
        for cause in self.causes:
            for remedy in cause.remedies:
                if is_asked_for(self.matter.raw, self.raw, cause, remedy):
                    text = self._relief_worded(cause, remedy)
                    alone = text if "," in str(remedy.text) else ""
                    under.setdefault((str(remedy.cite or ""), alone), []).append(text)
        told = [f"{listed(some)}{f', under {cite}' if cite else ''}" for (cite, _), some in under.items()]
        return phrases_listed(told)

    def _relief_worded(self, cause: CauseOfAction, remedy: Remedy) -> str:
        """A remedy as it stands inside a sentence."""
        instead = self.matter.profile.minimum_barred and barred(self.raw, remedy)
        text = str(remedy.class_instead if instead else remedy.text)
        return str(self.of_own(cause, f"remedies.{remedy.id}.text", f"{text[:1].lower()}{text[1:]}"))

    def worded(self, text: str | None) -> str:
        """Words of a core cause with the parties of this claim in the places of their roles."""
        return ROLE.sub(self._role, str(text or ""))

    def _role(self, found: re.Match[str]) -> str:
        party: Parties | Members = getattr(self, found[1])
        if found[3] is not None:
            return f"{party} {party.agree(found[3], found[4])}"
        return party.possessive if found[2] and isinstance(party, Parties) else str(party)

    def under_each_law(self, element: str, name: str) -> str:
        """What stands under `name` (frame, conclusion) of an element in each of the causes that have it, each
        once: what one State’s law says, and blanks for the States whose law was not read.
        """
        there = [one for cause in self.causes for one in cause.elements if one.id == element]
        said = dict.fromkeys(str(getattr(one, name) or "") for one in there)
        read = [one for one in said if one and not one.startswith("[[")]
        asked = [one for one in said if one.startswith("[[")]
        return " ".join(map(self.worded, [*read[:1], *asked]))

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
        pleaded = {law for claim in self.siblings for law in (*claim.laws, *map(str, claim.raw.law))}
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
        """The States whose law its causes are, each once; none for federal law, for uniform law, which a
        State adopts, and where the sheet does not say whose law its own cause is.
        """
        return [
            law
            for law in dict.fromkeys(str(cause.jurisdiction) for cause in self.causes)
            if law not in NO_STATE
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
        if any(cause.jurisdiction == "unknown" for cause in self.causes):
            return []
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
