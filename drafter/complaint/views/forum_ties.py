"""What of the sheet ties the case to the court: which of its facts count there, who resides there, on what
venue rests, what is in controversy.

A sheet is written for one court. Drafted for another (`--court`), what it says of “here” and of that court's
power is of the first: it counts in the second only where it names a place there.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, Iterator, Literal

from drafter.complaint.views.citizenship import diverse, diversity
from drafter.complaint.views.matter_parties import MatterParties
from drafter.complaint.views.values import Value, value_of
from drafter.facts.counsel import Place
from drafter.facts.defendants import Defendant
from drafter.facts.experience import Injury
from drafter.facts.record import Record
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Plain, Prose, known
from drafter.library.template_names import TemplateObject
from drafter.markup import escape
from drafter.tree.paths import walk
from drafter.wording import listed

__all__ = ["Residence", "Ties"]

Residence = Literal["district", "state", "elsewhere", "abroad", "unknown"]

_TOLD = frozenset("plaintiffs defendants allegations statements omissions classes venue".split())
"""Parts of the sheet that place parties, events, injuries and classes."""
_PLACED = frozenset("place where geography conduct wording facts".split())
"""Fields whose words place something; a State that other words name in passing ties nothing to it."""
_STATES = ("state", "incorporated_in", "state_of_body", "states", "also", "citizenship")
_HERE = re.compile(
    r"\bhere\b|\bthis (?:judicial )?(?:District|State|County|Court|Commonwealth|city)\b|\bin-state\b", re.I
)
_SUBSECTIONS = {"defendant-resides": "(1)", "events": "(2)", "property": "(2)", "fallback": "(3)"}


def _states(fields: dict[str, Any]) -> list[str]:
    """The States that the fields of a record name as those of a party, a class or a place."""
    there = (
        one
        for name in _STATES
        for value in (fields.get(name),)
        for one in (value if isinstance(value, list) else (value,))
    )
    return [str(one) for one in map(known, there) if isinstance(one, str)]


def _cited(cite: str, named: str) -> bool:
    """Whether `named`, the statutes of a sheet, has the section of `cite` among them."""
    code, _, section = cite.partition(" § ")
    number = section.partition("(")[0]
    return code in named and bool(re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", named))


class Ties(TemplateObject):
    """The court's State and district, and what of the sheet lies there."""

    def __init__(self, matter: MatterParties) -> None:
        self._matter = matter
        self.state = str(matter.profile.state)
        self.name = STATE_NAMES[self.state]

    @cached_property
    def own(self) -> bool:
        """Whether the draft is for a court of the State for whose court the sheet was written."""
        court = self._matter.raw.court
        return court is None or self._matter.library.court(court.id).state == self.state

    @cached_property
    def _places(self) -> list[Place]:
        return [found.record for found in self._matter.places if isinstance(found.record, Place)]

    def _names(self, here: bool) -> Iterator[str]:
        """Patterns of places in the State, or in others, as the sheet names them: States, cities,
        counties.
        """
        for code, name in STATE_NAMES.items():
            if (code == self.state) is here:
                yield rf"(?<!West )\b{re.escape(name.removeprefix('the '))}\b(?!, D\.?C\.?)"
                yield rf", {code}\b"
        for place in self._places:
            if known(place.state) and (known(place.state) == self.state) is here:
                yield from (rf"\b{re.escape(str(name))}\b" for name in [known(place.city)] if name)
                yield from (rf"\b{re.escape(str(name))} County\b" for name in [known(place.county)] if name)
        if here:
            yield from (rf"\b{re.escape(county)} County\b" for county in self._counties)
            yield re.escape(str(self._matter.profile.district))

    @cached_property
    def _counties(self) -> list[str]:
        profile = self._matter.profile
        return [
            str(county)
            for county in (
                *profile.counties,
                *(each for division in profile.divisions for each in division.counties),
            )
        ]

    @cached_property
    def _inside(self) -> re.Pattern[str]:
        return re.compile("|".join(self._names(True)))

    @cached_property
    def _outside(self) -> re.Pattern[str]:
        return re.compile("|".join(self._names(False)))

    def lies_here(self, words: str) -> bool | None:
        """Whether `words` place something in the State; None where they name no place that is known."""
        if self._inside.search(words) or (self.own and _HERE.search(words)):
            return True
        return False if self._outside.search(words) else None

    def counts(self, words: str) -> bool:
        """Whether facts so told can be facts of this court: written for a court of this State they count
        unless they name other places alone.
        """
        lies = self.lies_here(words)
        return bool(lies) if not self.own else lies is not False

    def shown(self, told: Any) -> bool:
        """Whether `told`, a value of a view, may print as a fact of this court: what is not known prints as
        its own blank.
        """
        return not told.is_known or self.counts(told.words)

    def power(self, defendant: Any, ground: Any) -> bool:
        """Whether a ground of personal jurisdiction over a defendant, both as views, holds in this State as
        far as the sheet can say.
        """
        record = next(one for one in self._matter.raw.defendants if one.id == defendant.id)
        return self.shown(ground.facts) and (self.own or ground.kind != "general" or self.at_home(record))

    def at_home(self, defendant: Defendant) -> bool:
        """Whether a defendant is a citizen of the State: organized, or with its principal place of business,
        or domiciled there.
        """
        place, citizen = defendant.principal_place_of_business, known(defendant.citizenship)
        states = {
            known(defendant.incorporated_in),
            known(place.state) if place else None,
            known(citizen.state) if citizen else None,
        }
        return self.state in states

    @cached_property
    def touched(self) -> bool:
        """Whether any party, injury, class or event of the sheet is placed in the State; so too where the
        sheet places none of its parties anywhere yet, and where what it says of power and venue
        was written for a court of this State and names no other place.
        """
        sheet = self._matter.raw
        told = [known(ground.facts) for one in sheet.defendants for ground in one.personal_jurisdiction] + [
            known(sheet.venue.facts) if sheet.venue else None
        ]
        if self.own and any(words is not None and self.counts(str(words)) for words in told):
            return True
        placed = [
            one
            for one in (*sheet.plaintiffs, *sheet.defendants)
            if any(_states(found.record.__dict__) for found in walk(one))
        ]
        return not placed or any(
            self._touches(found.record) for found in self._matter.places if found.path.split(".")[0] in _TOLD
        )

    def _touches(self, record: Record) -> bool:
        fields = record.__dict__
        if self.state in _states(fields):
            return True
        names = {*_PLACED, "text"} if isinstance(record, Injury) else _PLACED
        told = (fields.get(name) for name in names)
        return any(isinstance(one, (Plain, Prose)) and self._inside.search(str(one)) for one in told)

    # --- residence and venue

    @property
    def one_district(self) -> bool:
        """Whether the State is one judicial district."""
        return str(self._matter.profile.district).startswith("District of")

    def resides(self, defendant: Defendant) -> Residence:
        """Where a defendant resides for venue: in the district, in another of the State or one not known,
        elsewhere. 28 U.S.C. § 1391(c)(2), (d).
        """
        if defendant.kind == "individual":
            home = defendant.residence
            citizen = known(defendant.citizenship)
            state = known(home.state) if home else known(citizen.state) if citizen else None
            return self._in_state(str(state), known(home.county) if home else None) if state else "unknown"
        if defendant.kind == "public-body":
            body = known(defendant.state_of_body)
            return self._in_state(str(body), None) if body else "unknown"
        return self._entity(defendant)

    def _entity(self, defendant: Defendant) -> Residence:
        """An entity resides where the court has power over it: at home, or where its contacts are."""
        place = defendant.principal_place_of_business
        state, county = (known(place.state), known(place.county)) if place else (None, None)
        facts = [str(known(ground.facts) or "") for ground in defendant.personal_jurisdiction]
        contacts = any(self.counts(words) for words in facts)
        if state == self.state:
            found = self._in_state(self.state, county)
            near = not county and contacts or any(self.own and _HERE.search(words) for words in facts)
            return "district" if near else found
        if contacts:
            return "district"
        if known(defendant.incorporated_in) == self.state:
            return self._in_state(self.state, None)
        if defendant.kind == "foreign-entity" or (place and known(place.country)):
            return "abroad"
        return "elsewhere" if state or known(defendant.incorporated_in) else "unknown"

    def _in_state(self, state: str, county: Any) -> Residence:
        if state != self.state:
            return "elsewhere"
        return "district" if self.one_district or (county and str(county) in self._counties) else "state"

    def _residences(self) -> list[tuple[Defendant, Residence]]:
        return [(one, self.resides(one)) for one in self._matter.raw.defendants if one.kind != "does"]

    @property
    def residence(self) -> str:
        """“Defendants reside in this District”, as far as the sheet bears it out; empty where it does not."""
        there = [(one, where) for one, where in self._residences() if where != "abroad"]
        if not there or any(where in ("elsewhere", "unknown") for _, where in there):
            return ""
        near = [one.id for one, where in there if where == "district"]
        everyone = self._matter.defendants
        if len(near) == len(there):
            return f"{everyone} {everyone.agree('resides', 'reside')} in this District"
        if not near:
            return ""
        some = self._matter.sued(near)
        return (
            f"all Defendants reside in {self.name}, and {some} {some.agree('resides', 'reside')} in this"
            " District"
        )

    @property
    def venue_laws(self) -> list[str]:
        """What venue rests on, in order: the special statute, the subsections of 28 U.S.C. § 1391(b); none
        for an agreement alone.
        """
        venue = self._matter.raw.venue
        grounds = list(venue.grounds) if venue else []
        general = [
            part for part in dict.fromkeys(part for ground, part in _SUBSECTIONS.items() if ground in grounds)
        ]
        special = ["statute"] if "statute" in grounds else []
        return [
            *special,
            *([f"{self._matter.library.name_of('1391', 'general')}{listed(general)}"] if general else []),
        ]

    @property
    def diverse(self) -> bool:
        """Whether the parties are, as far as the sheet says, completely diverse. 28 U.S.C. § 1332(a)."""
        return diverse(self._matter.raw)

    @property
    def diversity(self) -> str:
        """How they are diverse: "states", "alien-plaintiffs", "alien-defendants" or "additional"; empty where
        they are not.
        """
        return diversity(self._matter.raw)

    @property
    def special_venue(self) -> list[dict[str, str]]:
        """Where the statutes that the sheet names for venue let an action be brought, as the causes have it:
        citation, and the words after “in”.
        """
        venue = self._matter.raw.venue
        named = str(known(venue.statute) or "") if venue and "statute" in venue.grounds else ""
        laws = [cause.venue for causes in self._matter.theories.values() for cause in causes if cause.venue]
        told = {
            str(law.cite): str(law.district) for law in laws if law.district and _cited(str(law.cite), named)
        }
        return [{"cite": escape(cite), "district": escape(words)} for cite, words in told.items()]

    @property
    def grants(self) -> list[dict[str, Any]]:
        """The sections that give federal courts jurisdiction of claims beside federal questions: each with
        the ids of the claims that it is of.
        """
        found: dict[str, list[str]] = {}
        for claim, causes in self._matter.theories.items():
            for cite in dict.fromkeys(str(cause.grant.cite) for cause in causes if cause.grant):
                found.setdefault(cite, []).append(claim)
        return [{"cite": escape(cite), "claims": claims} for cite, claims in found.items()]

    # --- the amount

    @property
    def at_stake(self) -> Value | None:
        """The largest sum that one plaintiff has at stake, where it exceeds the $75,000 of 28 U.S.C. §
        1332(a); None for less, and where the sheet has none.
        """
        sheet = self._matter.raw
        amount = sheet.jurisdiction.amount if sheet.jurisdiction else None
        alone = not sheet.classes and len(sheet.plaintiffs) == 1
        fields = ("individual", *(("total",) if alone else ())) if amount else ()
        name = next((name for name in fields if known(getattr(amount, name)) is not None), "")
        sum_ = known(getattr(amount, name)) if name else None
        return (
            value_of(self._matter.tokens, sum_, f"jurisdiction.amount.{name}", "amount")
            if sum_ is not None and sum_ > self._matter.library.least_of("1332a")
            else None
        )
