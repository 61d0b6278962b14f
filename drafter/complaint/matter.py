"""The matter as templates see it: parties, court, classes, claims, outline and prayer, built once from the sheet and the library."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Callable

from drafter.complaint.agreement import Parties, PartyView
from drafter.complaint.elements import Act, Pleading, on_belief, reference
from drafter.complaint.relief import Item, earned
from drafter.complaint.values import Tokens, Value, View, as_sentence, joined, listed, value_of, words
from drafter.document import Blank, Inlines, Reference, Run
from drafter.facts.allegations import Allegation
from drafter.facts.claims import Claim
from drafter.facts.paths import Found, kinds
from drafter.facts.sheet import FactSheet
from drafter.facts.values import STATE_NAMES, Prose, known
from drafter.library import CauseOfAction, CourtProfile, Library
from drafter.markup import prose, region

__all__ = ["ClaimView", "Matter", "ordinal"]

_ORDINALS = (
    "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH FIFTEENTH SIXTEENTH SEVENTEENTH"
    " EIGHTEENTH NINETEENTH TWENTIETH"
).split()
_TENS = {20: "TWENTY", 30: "THIRTY", 40: "FORTY", 50: "FIFTY"}


def ordinal(number: int) -> str:
    """FIRST, TWENTY-FIRST …; digits from sixty."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    tens, ones = number // 10 * 10, number % 10
    if tens not in _TENS:
        return f"{number}TH"
    return f"{_TENS[tens]}-{_ORDINALS[ones - 1]}" if ones else f"{_TENS[tens][:-1]}IETH"


class Matter:
    """Everything of one matter that a template may name. `sheet` fields are at hand under their own names."""

    def __init__(self, sheet: FactSheet, places: list[Found], library: Library, court: CourtProfile, tokens: Tokens) -> None:
        self.raw = sheet
        self.library = library
        self.profile = court
        self.tokens = tokens
        self.regions: list[tuple[str, str]] = []
        self.theories = {claim.id: [library.cause(name) for name in claim.theories] for claim in sheet.claims}
        self.ids = kinds(places)

    # --- parties

    @cached_property
    def plaintiffs(self) -> Parties:
        return self._parties(self.raw.plaintiffs, "plaintiffs", "Plaintiff", [])

    @cached_property
    def defendants(self) -> Parties:
        return self._parties(self.raw.defendants, "defendants", "Defendant", [])

    def _parties(self, records: Any, kind: str, role: str, wanted: list[str]) -> Parties:
        everyone = list(records)
        chosen = [record for record in everyone if not wanted or record.id in wanted]
        members = [PartyView(self.tokens, record, f"{kind}.{record.id}", role) for record in chosen]
        ids = {record.id for record in chosen}
        group = next((str(group.name) for group in self.raw.defendant_groups if set(group.members) == ids), "") if kind == "defendants" else ""
        return Parties(self.tokens, members, len(everyone), role, group)

    def sued(self, wanted: list[str]) -> Parties:
        """The defendants that `wanted` names, by their ids or by their groups'; all of them for none."""
        groups = {group.id: group.members for group in self.raw.defendant_groups}
        return self._parties(self.raw.defendants, "defendants", "Defendant", [own for name in wanted for own in groups.get(name, [name])])

    def suing(self, wanted: list[str]) -> Parties:
        """The plaintiffs that `wanted` names; all of them for none."""
        return self._parties(self.raw.plaintiffs, "plaintiffs", "Plaintiff", wanted)

    @cached_property
    def names(self) -> dict[str, Inlines]:
        """What each party, group and non-party is called, by id."""
        found: dict[str, Inlines] = {member.id: member.called.passage.content for member in self.defendants}
        for plaintiff in self.plaintiffs:
            found[plaintiff.id] = (Run("Plaintiff"),) if self.plaintiffs.one else (Run("Plaintiff "), *plaintiff.called.passage.content)
        for other in self.raw.non_parties:
            found[other.id] = PartyView(self.tokens, other, f"non_parties.{other.id}", "").called.passage.content
        return found | {group.id: (Run(f"the {group.name}"),) for group in self.raw.defendant_groups}

    # --- facts

    @cached_property
    def allegations(self) -> dict[str, Allegation]:
        return {own: place.record for own, place in self.ids.get("allegations", {}).items() if isinstance(place.record, Allegation)}

    @cached_property
    def alleges(self) -> str:
        return f"{self.plaintiffs} {self.plaintiffs.agree('alleges', 'allege')}"

    @cached_property
    def pleading(self) -> Pleading:
        style = self.raw.style
        return Pleading(self.tokens, self.allegations, self.names, style.citations if style else "key", set(), self.alleges)

    @cached_property
    def facts(self) -> list[dict[str, Any]]:
        return self.outline(self.raw.allegations)

    def outline(self, items: Any, level: int = 2, path: str = "allegations") -> list[dict[str, Any]]:
        """Headings and allegations in order, flat: `level` 2-3 for a heading, 0 for an allegation."""
        flat: list[dict[str, Any]] = []
        for position, entry in enumerate(items, 1):
            if isinstance(entry, Allegation):
                flat.append({"level": 0, "id": entry.id, "statement": self._statement(entry), "figure": self._figure(entry)})
            else:
                heading = value_of(self.tokens, entry.heading, f"{path}.{entry.id or position}.heading", "heading")
                flat.append({"level": min(level, 3), "id": entry.id or "", "heading": heading, "marks": "#" * min(level, 3)})
                flat += self.outline(entry.items, level + 1, f"{path}.{entry.id or position}")
        return flat

    def _figure(self, allegation: Allegation) -> Any:
        file = known(allegation.figure)
        return value_of(self.tokens, file, f"allegations.{allegation.id}.figure", "file of the figure") if file else ""

    def _statement(self, allegation: Allegation) -> Value:
        """The allegation as it prints: on belief, it says so, and on what ground."""
        path = f"allegations.{allegation.id}.text"
        text = known(allegation.text)
        if text is None or not on_belief(allegation):
            return value_of(self.tokens, allegation.text, path, "what happened")
        parsed = prose(text, path)
        opening = "" if "information and belief" in text.lower() else "On information and belief, "
        from drafter.complaint.elements import _lower_first

        content = ((Run(opening), *_lower_first(parsed.content)) if opening else parsed.content) + self._belief(allegation)
        return Value(self.tokens, text, path, parsed._replace(content=content))

    def _belief(self, allegation: Allegation) -> Inlines:
        rests = [own for source in (allegation.source, *allegation.further_sources) if source for own in source.from_]
        because = known(allegation.basis.because) if allegation.basis else None
        path = f"allegations.{allegation.id}.basis.because"
        if not rests and not because:
            return (Run(" "), Blank("ground of the belief", path))
        if not rests:
            return (Run(" "), *as_sentence(prose(because or Prose(), path).content))
        reason = (Run("; "), *prose(because, path).content) if because else ()
        ending = () if because and because.endswith(".") else (Run("."),)
        return (Run(" That belief rests on the facts alleged in "), reference(rests), *reason, *ending)

    # --- classes

    @cached_property
    def classes(self) -> list[View]:
        return [View(self.tokens, record, f"classes.{record.id}") for record in self.raw.classes]

    def called_classes(self, wanted: list[str] | None = None) -> str:
        """“the Premium Class”, “the Nationwide Class and the Illinois Subclass”."""
        return listed([f"the {group.name}" for group in self.classes if not wanted or group.id in wanted])

    @cached_property
    def rule_23b(self) -> list[str]:
        """The Rule 23(b) types that any class names."""
        return [kind for group in self.raw.classes for kind in group.rule_23b]

    @property
    def standard_exclusions(self) -> bool:
        return any(entry == "standard" for group in self.raw.classes for entry in group.exclusions)

    @property
    def other_exclusions(self) -> list[Value]:
        found = {str(entry): f"classes.{group.id}.exclusions" for group in self.raw.classes for entry in group.exclusions if entry != "standard"}
        return [value_of(self.tokens, Prose(text), path, "exclusion") for text, path in found.items()]

    @property
    def reserves(self) -> bool:
        return any(group.reserve for group in self.raw.classes)

    @property
    def questions(self) -> list[Any]:
        """The common questions of every class, in order."""
        return [question for group in self.classes for question in group.common_questions]

    @property
    def has_experience(self) -> bool:
        """Whether any plaintiff's experience has something that the section prints."""
        kept = [plaintiff.experience for plaintiff in self.raw.plaintiffs if plaintiff.experience]
        return any(e.purchases or e.assents or e.statements or e.injuries or known(e.discovery) or known(e.future_intent) for e in kept)

    def agreement_name(self, own: str) -> Value:
        place = self.ids["agreements"][own]
        view = View(self.tokens, place.record, place.path)
        found: Value = view.short if view.short else view.title
        return found

    def statement_named(self, own: str) -> str:
        place = self.ids["statements"][own]
        view = View(self.tokens, place.record, place.path)
        return f"the statement of {view.date} in {view.medium}"

    def laws(self, codes: Any) -> str:
        return listed([STATE_NAMES.get(code, code) for code in codes])

    # --- claims and prayer

    @cached_property
    def claims(self) -> list[ClaimView]:
        return [ClaimView(self, claim, position) for position, claim in enumerate(self.raw.claims, 1)]

    @cached_property
    def claim_word(self) -> str:
        chosen = self.raw.style.claim_word if self.raw.style and self.raw.style.claim_word else self.profile.claim_word
        return {"claim-for-relief": "Claim for Relief", "cause-of-action": "Cause of Action", "count": "Count"}[chosen]

    @cached_property
    def prayer(self) -> list[dict[str, Any]]:
        return [self._prayed(item) for item in earned(self.raw, self.theories)]

    def _prayed(self, item: Item) -> dict[str, Any]:
        views = [claim for claim in self.claims if claim.id in item.claims]
        text = prose(item.text, item.path)
        return {
            "kind": item.kind, "text": Value(self.tokens, item.text, item.path, text), "cites": "; ".join(item.cites), "claims": self.on_claims(views),
            "against": self.sued([own for claim in views for own in claim.defendants.ids]) if views else self.defendants,
        }  # fmt: skip

    def on_claims(self, views: list[ClaimView]) -> str:
        """“on the First and Third Claims for Relief”."""
        if not views:
            return ""
        word = self.claim_word
        plural = {"Claim for Relief": "Claims for Relief", "Cause of Action": "Causes of Action", "Count": "Counts"}[word]
        if word == "Count":
            from drafter.complaint.number import roman

            return f"on {word if len(views) == 1 else plural} {listed([roman(claim.number) for claim in views])}"
        return f"on the {listed([ordinal(claim.number).title() for claim in views])} {word if len(views) == 1 else plural}"

    def cause_has(self, kind: str) -> bool:
        """Whether the prayer asks for relief of this kind."""
        return any(item["kind"] == kind for item in self.prayer)

    @property
    def jury(self) -> bool:
        demand = self.raw.jury_demand
        return bool(demand if isinstance(demand, bool) else demand.demanded if demand else False)

    @property
    def jury_issues(self) -> Any:
        demand = self.raw.jury_demand
        issues = None if demand is None or isinstance(demand, bool) else known(demand.issues)
        return value_of(self.tokens, issues, "jury_demand.issues", "issues") if issues else ""

    # --- court

    @cached_property
    def division(self) -> dict[str, Any]:
        """The division that the county of the events picks, or that the sheet names: its name, caption line and authority, as far as known."""
        asked = self.raw.court
        county = known(asked.county) if asked else None
        named = known(asked.division) if asked else None
        served = [division for division in self.profile.divisions if county in division.counties]
        chosen = next((division for division in self.profile.divisions if division.name == named), None) or (served[0] if served else None)
        return {"found": chosen, "served": served, "county": county, "named": named}


class ClaimView(View):
    """A claim: what it is called, who brings it for whom and against whom, its theories, and how its elements are pleaded."""

    def __init__(self, matter: Matter, claim: Claim, number: int) -> None:
        super().__init__(matter.tokens, claim, f"claims.{claim.id}")
        self.matter = matter
        self.number = number
        self.plaintiffs = matter.suing(claim.by)
        self.defendants = matter.sued(claim.against)
        self.causes: list[CauseOfAction] = matter.theories[claim.id]
        self.pleaded: set[str] = set()

    @property
    def ordinal(self) -> str:
        if self.matter.claim_word == "Count":
            from drafter.complaint.number import roman

            return f"COUNT {roman(self.number)}"
        return f"{ordinal(self.number)} {self.matter.claim_word.upper()}"

    @property
    def heading(self) -> str:
        """The sheet's title, or the cause's."""
        given = known(self._record.__dict__["title"])
        return str(words(self._tokens, str(given or self.causes[0].title), f"{self._path}.title" if given else ""))

    @property
    def citations(self) -> str:
        """The citations of its theories, as the heading gives them."""
        return "; ".join(dict.fromkeys(str(cause.citation) for cause in self.causes))

    @property
    def is_federal(self) -> bool:
        """Whether one of its causes arises under federal law."""
        return any(cause.jurisdiction == "federal" for cause in self.causes)

    @property
    def has_classes(self) -> bool:
        return bool(self._record.__dict__["for_"])

    @property
    def classes(self) -> str:
        return self.matter.called_classes(self._record.__dict__["for_"])

    @property
    def bringers(self) -> str:
        """“Plaintiff and the Premium Class”."""
        return f"{self.plaintiffs} and {self.classes}" if self.has_classes else str(self.plaintiffs)

    @property
    def members(self) -> str:
        """“Plaintiff and members of the Premium Class”."""
        return f"{self.plaintiffs} and members of {self.classes}" if self.has_classes else str(self.plaintiffs)

    def seeks(self, kind: str) -> bool:
        """Whether the claim asks for relief of this kind: its law gives it, and the sheet does not leave it out."""
        left_out = any(sought.omit and sought.kind == kind for sought in self._record.__dict__["relief"])
        return not left_out and any(remedy.kind == kind for cause in self.causes for remedy in cause.remedies)

    @property
    def any_member(self) -> str:
        """“Plaintiff nor any member of the Premium Class”, after “neither”."""
        return f"{self.plaintiffs} nor any member of {self.classes}" if self.has_classes else f"{self.plaintiffs}"

    @property
    def predicate_claims(self) -> list[ClaimView]:
        return [claim for claim in self.matter.claims if claim.id in self._record.__dict__["predicates"]]

    @property
    def alternatives(self) -> list[ClaimView]:
        return [claim for claim in self.matter.claims if claim.id in self._record.__dict__["alternative_to"]]

    @property
    def incorporated(self) -> Value:
        """“¶¶ 1–58”: what this claim takes up, resolved when the paragraphs are numbered."""
        label = f"incorporated.{self.id}"
        return joined(self._tokens, [(Reference(((label, label),), True),)])

    def paragraphs_of(self, label: str) -> Value:
        """“¶¶ 70–79”: the paragraphs under a label."""
        return joined(self._tokens, [(Reference(((label, label),), True),)])

    @property
    def contract(self) -> View | None:
        """The agreement sued on."""
        own = known(self._record.__dict__["agreement"])
        place = self.matter.ids.get("agreements", {}).get(own) if own else None
        return View(self._tokens, place.record, place.path) if place else None

    @property
    def breached(self) -> list[View]:
        """The terms breached."""
        there = self.matter.ids.get("terms", {})
        return [View(self._tokens, there[own].record, there[own].path) for own in self._record.__dict__["terms"] if own in there]

    def answer(self, question: str) -> Value:
        """The answer to one of the cause's own questions."""
        raw = self._record.__dict__["answers"].get(question)
        asked = next((entry for cause in self.causes for entry in cause.questions_ if entry.id == question), None)
        value = Prose(raw) if isinstance(raw, str) else raw
        return value_of(self._tokens, value, f"{self._path}.answers.{question}", str(asked.prompt) if asked else question)

    def element(self, wanted: str) -> Any:
        """The element `wanted` of the cause being pleaded. Raises ValueError for one the cause does not have."""
        for cause in self.causes:
            for element in cause.elements:
                if element.id == wanted:
                    return element
        raise ValueError(f"no cause of this claim has an element “{wanted}”; it has {', '.join(e.id for c in self.causes for e in c.elements)}")

    def wants(self, wanted: str) -> bool:
        """Whether the element is pleaded here: the forum wants it, it was not pleaded already, and the sheet does not leave it out."""
        element = self.element(wanted)
        support = self._record.__dict__["elements"].get(wanted)
        left_out = support is not None and known(support.not_pleaded) is not None
        return wanted not in self.pleaded and element.forum in ("any", self.matter.profile.system) and not left_out

    def plead(self, wanted: str, caller: Callable[[Act], str]) -> str:
        """The block of one element, labelled with it; nothing where it is not wanted."""
        if not self.wants(wanted):
            return ""
        self.pleaded.add(wanted)
        support = self._record.__dict__["elements"].get(wanted)
        act = Act(self.matter.pleading, self.element(wanted), support, f"{self._path}.elements.{wanted}")
        self.matter.regions.append((self.id, wanted))
        return f"{region(len(self.matter.regions) - 1)}\n{caller(act)}\n{region(None)}\n"


