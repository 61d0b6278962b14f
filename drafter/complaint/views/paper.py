"""What a paper that goes with the complaint is about, as its template sees it: its title, the party it is
for, the exhibits as the complaint letters them.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.complaint.views.first_page import CaptionParty, FirmView
from drafter.complaint.views.values import Value, View, joined, record_of, words
from drafter.document import Reference, Run
from drafter.facts.values import known
from drafter.library.template_names import TemplateObject
from drafter.wording import letters

if TYPE_CHECKING:
    from drafter.complaint.views.matter import Matter

__all__ = ["NOBODY", "About", "PaperView", "by_letter", "exhibit_labels"]


def _cited(statement: Any) -> list[str]:
    """The labels of the paragraphs to which a statement refers."""
    inlines = statement.passage.content if statement is not None else ()
    return [label for one in inlines if isinstance(one, Reference) for pair in one.labels for label in pair]


def _allegations_under(facts: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The allegations under each heading, by its id."""
    found: dict[str, list[str]] = {}
    for at, one in enumerate(facts):
        end = next(
            (n for n in range(at + 1, len(facts)) if 0 < facts[n]["level"] <= one["level"]), len(facts)
        )
        if one["level"] and one["id"]:
            found[one["id"]] = [str(other["id"]) for other in facts[at + 1 : end]]
    return found


class About(NamedTuple):
    """Of whom a paper is, and what the complaint calls the exhibits.

    party      the path of the party, `plaintiffs.lee`; empty for a paper of the whole case
    exhibits   what the complaint calls each exhibit, by its id, in the order of their citation
    boxes      of a form: the number, the label and the value of each box
    statements what the complaint says of the party: the number of each paragraph, and its words
    sealed     portions of the complaint that are to be sealed, each with the label of its paragraph
    """

    party: str = ""
    exhibits: tuple[tuple[str, str], ...] = ()
    boxes: tuple[tuple[str, str, str], ...] = ()
    sealed: tuple[tuple[str, str], ...] = ()
    statements: tuple[tuple[str, str], ...] = ()


NOBODY = About()


def exhibit_labels(given: list[tuple[str, Any]]) -> list[str]:
    """The letter of each exhibit: what the complaint calls it, the label of the sheet, else the next letter
    that is free.
    """
    named = [called or str(label or "") for called, label in given]
    free = (letter for number in count(1) if (letter := letters(number)) not in named)
    return [name or next(free) for name in named]


def _capitals(title: str) -> str:
    """A title in capitals, the letter of a subsection as it is: “SECTION 1780(d)”."""
    return re.sub(r"\(([A-Z])\)", lambda found: found[0].lower(), title.upper())


def by_letter(exhibit: tuple[str, Any]) -> tuple[int, str]:
    """Where an exhibit of that letter stands among others: Z before AA, 9 before 10."""
    return len(exhibit[0]), exhibit[0]


class PaperView(TemplateObject):
    """The paper that is made; the complaint where it has no heading of its own."""

    def __init__(self, matter: Matter, heading: str = "", about: About = NOBODY) -> None:
        self._matter = matter
        self._about = about
        self.is_complaint = not heading
        self.heading: str | Value = words(matter.tokens, _capitals(heading)) if heading else ""
        self.name: str | Value = words(matter.tokens, heading) if heading else ""

    @property
    def about(self) -> CaptionParty | None:
        """The party it is for; None where it is the whole case's."""
        side, _, own = self._about.party.partition(".")
        parties = self._matter.plaintiffs if side == "plaintiffs" else self._matter.defendants
        for party in parties.members if own else ():
            if party.id == own:
                return CaptionParty(party._tokens, party._record, party._path, party.role)
        return None

    @property
    def boxes(self) -> list[dict[str, str | Value]]:
        """The boxes of a form, each with what goes there; empty where the sheet does not say."""
        made = self._matter.tokens
        return [
            {
                "box": words(made, box),
                "label": words(made, label),
                "value": words(made, value) if value else "",
            }
            for box, label, value in self._about.boxes
        ]

    @property
    def statements(self) -> list[dict[str, str | Value]]:
        """What the complaint says of the party, paragraph by paragraph."""
        made = self._matter.tokens
        return [
            {"number": words(made, number), "words": words(made, said)}
            for number, said in self._about.statements
        ]

    @property
    def sealed(self) -> list[dict[str, Any]]:
        """What is to be sealed, portion by portion and exhibit by exhibit, with what the sheet says of its
        grounds.
        """
        matter = self._matter
        grounds = {str(one.of): one for one in matter.raw.sealing}
        exhibits = [
            (f"Exhibit {label}", str(one["record"].id))
            for one in self.exhibits
            for label in [one["label"]]
            if next(own.sealed for own in matter.raw.exhibits if str(own.id) == str(one["record"].id))
        ]
        rows = [*((f"Complaint, {portion}", own) for portion, own in self._about.sealed), *exhibits]
        return [
            {
                "portion": words(matter.tokens, portion),
                "grounds": View(matter.tokens, grounds[own], f"sealing.{own}") if own in grounds else None,
            }
            for portion, own in rows
        ]

    @property
    def case_name(self) -> Value:
        """“Reyes et al. v. Larkspur Messaging, Inc.”, as a letter names the case."""
        sides = [
            (*side.members[0].name.passage.content, *((Run(" et al."),) if len(side.members) > 1 else ()))
            for side in (self._matter.plaintiffs, self._matter.defendants)
        ]
        return joined(self._matter.tokens, [sides[0], (Run(" v. "),), sides[1]])

    @property
    def firm(self) -> FirmView | None:
        """The firm that writes a letter: the first of counsel."""
        firms = self._matter.raw.counsel
        return FirmView(self._matter.tokens, firms[0], f"counsel.{firms[0].id}") if firms else None

    @property
    def exhibits(self) -> list[dict[str, Any]]:
        """The exhibits that are attached, in the order of their letters: the letter of each, and its
        record.
        """
        matter, called = self._matter, dict(self._about.exhibits)
        there = {str(one.id): one for one in matter.raw.exhibits if one.attached}
        order = [own for own in called if own in there] + [own for own in there if own not in called]
        labels = exhibit_labels([(called.get(own, ""), known(there[own].label)) for own in order])
        return [
            {
                "label": words(matter.tokens, label),
                "record": View(matter.tokens, there[own], f"exhibits.{own}"),
            }
            for label, own in sorted(zip(labels, order, strict=True), key=by_letter)
        ]

    @property
    def facts(self) -> list[dict[str, Any]]:
        """The allegations on which the claims against the party rest, in the order of the sheet, and those to
        which they refer; never one that speaks of a notice.
        """
        matter = self._matter
        own = self._about.party.removeprefix("defendants.")
        wanted = {
            str(allegation)
            for claim in matter.raw.claims
            if not own or not claim.against or own in claim.against
            for element in claim.elements.values()
            for allegation in element.allegations
        }
        under, stated = (
            _allegations_under(matter.facts),
            {one["id"]: one.get("statement") for one in matter.facts},
        )
        while (
            cited := {
                own
                for one in wanted
                for found in _cited(stated.get(one))
                for own in (found, *under.get(found, ()))
            }
            - wanted
        ):
            wanted |= cited
        return [one for one in matter.facts if one["id"] in wanted]

    def says_none(self, view: Any, name: str) -> bool:
        """Whether the sheet says that there are none of the list `name`: `[]`, or `{none: …}`."""
        record = record_of(view)
        return name in record.__pydantic_fields_set__ and not getattr(record, name)

    @property
    def violations(self) -> list[Value]:
        """The citations of the causes that are claimed against the party, each once; of all causes where the
        paper is the whole case's.
        """
        own = self._about.party.removeprefix("defendants.") if "defendants." in self._about.party else ""
        claims = [one for one in self._matter.raw.claims if not own or not one.against or own in one.against]
        cited = [str(cause.citation) for one in claims for cause in self._matter.theories[one.id]]
        return [words(self._matter.tokens, cite) for cite in dict.fromkeys(cited)]
