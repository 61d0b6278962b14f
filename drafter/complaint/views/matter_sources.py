"""What the views of a matter are made from: sheet, library, court, tokens."""

from __future__ import annotations

from typing import Sequence

from drafter.complaint.views.elements import as_clause_end, reference
from drafter.complaint.views.values import Tokens, Value
from drafter.document import Run
from drafter.facts.claims import Claim
from drafter.facts.sheet import FactSheet
from drafter.library import CauseOfAction, CourtProfile, Library
from drafter.library.own_causes import not_named, with_own_causes
from drafter.library.template_names import TemplateObject
from drafter.tree.paths import Found, kinds
from drafter.tree.unknown import notes_of

__all__ = ["MatterSources"]


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
        self.theories = {claim.id: _causes(library, claim) for claim in sheet.claims}
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


def _causes(library: Library, claim: Claim) -> list[CauseOfAction]:
    """The causes that a claim pleads; what stands for one where its only theory is not known."""
    named = [library.cause(name) for name in claim.theories]
    return named or ([not_named()] if "theories" in notes_of(claim) else [])
