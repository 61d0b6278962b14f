"""What the views of a matter are made from: sheet, library, court, tokens."""

from __future__ import annotations

from drafter.complaint.views.values import Tokens
from drafter.facts.sheet import FactSheet
from drafter.library import CourtProfile, Library
from drafter.library.own_causes import with_own_causes
from drafter.library.template_names import TemplateObject
from drafter.tree.paths import Found, kinds

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
        self.theories = {claim.id: [library.cause(name) for name in claim.theories] for claim in sheet.claims}
        self.ids = kinds(places)
        self.exhibits_cited: dict[str, str] = {}
        """By id, what each exhibit is called that the draft cites, in the order of their first citation; ""
        for one that is named by its title.
        """
