"""What the first page and the signature show of a matter: parties as the caption has them, the court's lines,
firms, number and legend. The words around them stand in `templates/papers/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.complaint.views.parties import Parties, PartyView
from drafter.complaint.views.values import Value, View, joined, value_of, words
from drafter.document import Blank, Run
from drafter.facts.values import Unknown, known
from drafter.library.template_names import TemplateObject
from drafter.wording import listed, ordinal

if TYPE_CHECKING:
    from drafter.complaint.views.matter import Matter

__all__ = ["CaptionParty", "FirmView", "FirstPage"]


class FirmView(View):
    """A firm of counsel, and who of it signs."""

    @property
    def signers(self) -> list[Any]:
        """The lawyers who sign; the first where none is said to."""
        return [lawyer for lawyer in self.lawyers if lawyer.signs] or list(self.lawyers[:1])

    @property
    def others(self) -> list[Any]:
        """The lawyers who do not."""
        signers = self.signers
        return [lawyer for lawyer in self.lawyers if lawyer not in signers]


class CaptionParty(PartyView):
    """A party as the caption names it: with its other names, its capacity, and who sues for it."""

    @property
    def path(self) -> str:
        return self._path

    def _names(self, field: str) -> tuple[Any, ...]:
        return tuple(getattr(self, field)) if field in self._record.__dict__ else ()

    @property
    def trade_names(self) -> tuple[Any, ...]:
        return self._names("doing_business_as")

    @property
    def former_names(self) -> tuple[Any, ...]:
        return self._names("formerly")

    @property
    def capacities(self) -> tuple[str, ...]:
        return tuple(self._record.__dict__.get("capacity") or ())

    @property
    def has_pronouns(self) -> bool:
        return bool(self._record.__dict__.get("pronouns"))

    @property
    def their(self) -> str:
        """“her”, “its”; nothing where no pronoun was given."""
        return self._pronoun(2) or ""

    @property
    def guardian_capacity(self) -> str:
        """“next friend”; nothing where the party sues for itself."""
        guardian = self._record.__dict__.get("guardian")
        return str(guardian.capacity).replace("-", " ") if guardian is not None else ""

    @property
    def guardian_name(self) -> Value:
        """Who sues for the party."""
        return value_of(
            self._tokens,
            self._record.__dict__["guardian"].name,
            f"{self._path}.guardian.name",
            "name of the guardian or next friend",
        )

    @property
    def street_address(self) -> View | None:
        """Street, suite, city, State and ZIP code; None where the sheet has none."""
        record = self._record.__dict__.get("address")
        return View(self._tokens, record, f"{self._path}.address") if record is not None else None


class FirstPage(TemplateObject):
    """What a paper's first page and signature are made from.

    `title` and `legend_apart` are known once the title of the paper is (`drafter.complaint.first_page`).
    """

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self.title: str | Value = ""
        self.legend_apart: str | Value = ""

    def _plain(self, text: Any) -> str | Value:
        """Words of the sheet or the court as plain words; empty where there are none."""
        return words(self._matter.tokens, str(text)) if text else ""

    @property
    def own_title(self) -> str | Value:
        """The title that the sheet gives the pleading, in capitals; empty where it gives none."""
        posture = self._matter.raw.posture
        return self._plain(str(known(posture.title) or "").upper() if posture else "")

    @property
    def which(self) -> str | Value:
        """Which amended or consolidated pleading it is: “FIRST” of “First” and of “1”; empty where the sheet
        does not say.
        """
        posture = self._matter.raw.posture
        own = str(known(posture.which) or "") if posture else ""
        return self._plain(ordinal(int(own)) if own.isdecimal() and 0 < int(own) < 100 else own.upper())

    @property
    def counsel_first(self) -> bool:
        """Whether all of counsel stand at the head of page 1."""
        return bool(self._matter.library.layout(self._matter.profile, "").counsel_block)

    # --- sides

    def _side(self, parties: Parties) -> list[CaptionParty]:
        return [
            CaptionParty(party._tokens, party._record, party._path, party.role) for party in parties.members
        ]

    @property
    def plaintiffs(self) -> list[CaptionParty]:
        return self._side(self._matter.plaintiffs)

    @property
    def defendants(self) -> list[CaptionParty]:
        return self._side(self._matter.defendants)

    def semicolons(self, parties: Any) -> bool:
        """Whether semicolons stand between these parties: as the court wants, or for more than two."""
        return len(parties) > 2 or (len(parties) > 1 and self._matter.profile.party_separator == "semicolon")

    def list_of(self, names: list[str], last: str) -> str:
        """The names with commas and `last` before the last of them."""
        return listed(list(names), last)

    @property
    def phrase(self) -> str | Value:
        """What the sheet has in place of “individually and on behalf of …”."""
        style = self._matter.raw.style
        return self._plain(known(style.representative_phrase) if style else None)

    @property
    def connector(self) -> str | Value:
        """What the sheet has between the sides in place of the court's."""
        style = self._matter.raw.style
        return self._plain(known(style.connector) if style else None)

    # --- the court

    @property
    def court_lines(self) -> list[Value]:
        """The lines of the court's title, with the county of the sheet where the court sits by counties."""
        return [self._with_county(str(line)) for line in self._matter.profile.caption_lines]

    def _with_county(self, line: str) -> Value:
        before, mark, after = line.partition("{COUNTY}")
        asked = self._matter.raw.court
        county = known(asked.county) if asked else None
        there = Run(str(county).upper()) if county else Blank("county", "court.county")
        parts = (Run(before), there, Run(after)) if mark else (Run(line),)
        return joined(self._matter.tokens, [parts])

    @property
    def open_division(self) -> Value:
        """The line of a division that nobody named: a blank with the words that all of the court's divisions
        share, “AT …”, “… DIVISION”, “… VICINAGE”.
        """
        divisions = self._matter.profile.divisions
        lines = [str(division.line).upper().split() for division in divisions if division.line]
        before, after = _shared(lines), _shared([line[::-1] for line in lines])[::-1]
        start, end = f"{' '.join(before)} " if before else "", f" {' '.join(after)}" if after else ""
        county = self._matter.raw.court.county if self._matter.raw.court else None
        wanted = county.note if isinstance(county, Unknown) and county.note else "division"
        return joined(self._matter.tokens, [(Run(start), Blank(wanted, "court.county"), Run(end))])

    # --- number and legends

    @property
    def number(self) -> Value:
        posture = self._matter.raw.posture
        given = posture.case_number if posture else None
        return value_of(self._matter.tokens, given, "posture.case_number", "to be assigned")

    @property
    def mdl_legend(self) -> str | Value:
        posture = self._matter.raw.posture
        return self._plain(known(posture.mdl_legend) if posture else None)

    @property
    def relates_to(self) -> Any:
        """The cases of a multidistrict or consolidated action that the paper relates to."""
        posture = self._matter.raw.posture
        if not posture or not known(posture.relates_to):
            return ""
        return View(self._matter.tokens, posture, "posture").relates_to

    @property
    def related(self) -> list[Value]:
        """The numbers of the related cases that the caption names."""
        return [
            value_of(self._matter.tokens, case.number, f"related_cases.{case.id}.number", "case number")
            for case in self._matter.raw.related_cases
            if case.in_caption
        ]

    @property
    def legend(self) -> str | Value:
        """The class legend: the sheet's, or the court's."""
        style = self._matter.raw.style
        given = known(style.class_legend) if style else None
        return self._plain(given or self._matter.profile.class_legend)

    # --- counsel

    @property
    def class_counsel(self) -> str:
        """The firms proposed as class counsel, by name, where not every firm is; "" where every one is, or
        none.
        """
        proposed = [firm for firm in self.firms if firm.class_counsel]
        return listed([str(firm.firm) for firm in proposed]) if len(proposed) < len(self.firms) else ""

    @property
    def no_class_counsel(self) -> bool:
        """Whether there are firms and none of them is proposed as class counsel."""
        return bool(self.firms) and not any(firm.class_counsel for firm in self.firms)

    @property
    def firms(self) -> list[FirmView]:
        return [
            FirmView(self._matter.tokens, firm, f"counsel.{firm.id}") for firm in self._matter.raw.counsel
        ]


def _shared(lines: list[list[str]]) -> list[str]:
    """The first words that all lines have in common, short of a whole line."""
    shared: list[str] = []
    for each in zip(*(line[:-1] for line in lines), strict=False):
        if len(lines) < 2 or len(set(each)) > 1:
            break
        shared.append(each[0])
    return shared
