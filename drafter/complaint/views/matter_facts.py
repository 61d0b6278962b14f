"""What a matter alleges: its allegations in their outline, and what its claims are called."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from drafter.complaint.views.elements import Pleading
from drafter.complaint.views.matter_classes import MatterClasses
from drafter.complaint.views.matter_parties import MatterParties
from drafter.complaint.views.matter_words import MatterWords
from drafter.complaint.views.pleaded import pleaded_text
from drafter.complaint.views.proof import spoken
from drafter.complaint.views.values import record_of, value_of
from drafter.facts.allegations import Allegation
from drafter.facts.values import known
from drafter.facts.vocabularies import CLAIM_WORDS, Words

__all__ = ["MatterFacts"]


class MatterFacts(MatterParties, MatterClasses, MatterWords):
    """Parties, classes and allegations: all that a claim is made from."""

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
    def claim_words(self) -> Words:
        """What a claim is called, and several: as the sheet chooses, else as the court is used to."""
        style = self.raw.style
        return CLAIM_WORDS[style.claim_word if style and style.claim_word else self.profile.claim_word]

    @property
    def claim_word(self) -> str:
        """What a claim is called."""
        return self.claim_words.one
