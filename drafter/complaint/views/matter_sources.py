"""What the views of a matter are made from: sheet, library, court, tokens."""

from __future__ import annotations

from typing import Sequence

from drafter.complaint.views.elements import as_clause_end, reference
from drafter.complaint.views.values import Tokens, Value
from drafter.document import Run
from drafter.facts.claims import Claim
from drafter.facts.sheet import FactSheet
from drafter.facts.values import known
from drafter.library import CauseOfAction, CourtProfile, Library
from drafter.library.own_causes import not_named, with_own_causes
from drafter.library.template_names import TemplateObject
from drafter.tree.paths import Found, kinds
from drafter.tree.unknown import notes_of

__all__ = ["MatterSources", "confirmed_by_counsel"]


class MatterSources(TemplateObject):
    """A matter’s sheet and library, with the court it is drafted for."""

    def __init__(
        self, sheet: FactSheet, places: list[Found], library: Library, court: CourtProfile, tokens: Tokens
    ) -> None:
        self.raw = sheet
        self.library = library = with_own_causes(library, sheet)
        self.profile = court
        self.tokens = tokens
        self.regions: list[tuple[str, str]] = []
        confirmed = confirmed_by_counsel(sheet)
        self.theories = {claim.id: _causes(library, claim, confirmed) for claim in sheet.claims}
        self.places = places
        self.ids = kinds(places)
        self.exhibits_cited: dict[str, str] = {}
        """By id, what each exhibit is called that the draft cites, in the order of their first citation; ""
        for one that is named by its title.
        """

    @property
    def cites(self) -> bool:
        """Whether the draft cites the paragraphs that a sentence rests on."""
        return self.raw.style is None or self.raw.style.citations != "off"

    def resting(self, said: Value, labels: Sequence[str]) -> Value:
        """`said` as a sentence, with the paragraphs that show it before its end."""
        sentence = said.sentence
        if not labels or not self.cites:
            return sentence
        behind = (Run(" ("), reference(list(labels)), Run(")."))
        return sentence.changed((*as_clause_end(sentence.passage.content), *behind))


def confirmed_by_counsel(sheet: FactSheet) -> frozenset[str]:
    """The citations, and ids of causes, that a lawyer named in counsel is recorded as having read on a
    day.
    """
    lawyers = {str(known(lawyer.name)) for firm in sheet.counsel for lawyer in firm.lawyers}
    return frozenset(
        str(one.cite)
        for one in sheet.authorities
        if known(one.by) and str(known(one.by)) in lawyers and known(one.date) is not None
    )


def _causes(library: Library, claim: Claim, confirmed: frozenset[str]) -> list[CauseOfAction]:
    """The causes that a claim pleads; what stands for one where its only theory is not known."""
    named = [own for name in claim.theories for own in library.pleaded(name, claim.law, confirmed)]
    return named or ([not_named()] if "theories" in notes_of(claim) else [])
