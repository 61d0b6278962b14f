"""The matter as templates see it: parties, court, classes, claims, outline and prayer, built once from the
sheet and the library.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from drafter.complaint.views.allowed import Seen
from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.elements import Pleading, reference, stated
from drafter.complaint.views.parties import Parties, PartyView, article, non_party, shared_names
from drafter.complaint.views.phrases import division, in_number, ordinal, preposition
from drafter.complaint.views.prayer import kin, prayed
from drafter.complaint.views.proof import spoken
from drafter.complaint.views.reckoning import reckoned
from drafter.complaint.views.relief import MONEY, earned
from drafter.complaint.views.terms import apart, speaks_of_class_period
from drafter.complaint.views.ties import Ties
from drafter.complaint.views.unsettled import Asked, asked, shown
from drafter.complaint.views.values import Tokens, Value, View, joined, listed, record_of, value_of, words
from drafter.document import Blank, Inlines, Run
from drafter.facts.allegations import Allegation
from drafter.facts.classes import CLASS_DEVICES
from drafter.facts.sheet import FactSheet
from drafter.facts.values import STATE_NAMES, EventDate, Unknown, known
from drafter.library import CourtProfile, Library
from drafter.tree.paths import Found, kinds

__all__ = ["Matter"]


class Matter(Seen):
    """Everything of one matter. A template may name of it what `seen.ALLOWED` has; `sheet` fields are at hand
    under their own names.
    """

    def __init__(
        self, sheet: FactSheet, places: list[Found], library: Library, court: CourtProfile, tokens: Tokens
    ) -> None:
        self.raw = sheet
        self.library = library
        self.profile = court
        self.tokens = tokens
        self.regions: list[tuple[str, str]] = []
        self.theories = {claim.id: [library.cause(name) for name in claim.theories] for claim in sheet.claims}
        self.ids = kinds(places)
        self.exhibits_cited: dict[str, str] = {}
        """By id, what each exhibit is called that the draft cites, in the order of their first citation; ""
        for one that is named by its title.
        """

    # --- parties

    @cached_property
    def plaintiffs(self) -> Parties:
        return self._parties(self.raw.plaintiffs, "plaintiffs", "Plaintiff", [])

    @cached_property
    def defendants(self) -> Parties:
        return self._parties(self.raw.defendants, "defendants", "Defendant", [])

    def _parties(
        self, records: Any, kind: str, role: str, wanted: list[str], asked: tuple[Asked, ...] = ()
    ) -> Parties:
        everyone = list(records)
        chosen = [record for record in everyone if not (wanted or asked) or record.id in wanted]
        shared = shared_names([*self.raw.plaintiffs, *self.raw.defendants, *self.raw.non_parties])
        members = [PartyView(self.tokens, record, f"{kind}.{record.id}", role, shared) for record in chosen]
        ids = {record.id for record in chosen}
        group = (
            next((str(group.name) for group in self.raw.defendant_groups if set(group.members) == ids), "")
            if kind == "defendants"
            else ""
        )
        return Parties(self.tokens, members, len(everyone), role, group, asked)

    def sued(self, wanted: list[str], asked: tuple[Asked, ...] = ()) -> Parties:
        """The defendants that `wanted` names, by their ids or by their groups', and blanks for what is
        `asked`; all of them for neither.
        """
        groups = {group.id: group.members for group in self.raw.defendant_groups}
        return self._parties(
            self.raw.defendants,
            "defendants",
            "Defendant",
            [own for name in wanted for own in groups.get(name, [name])],
            asked,
        )

    def suing(self, wanted: list[str], asked: tuple[Asked, ...] = ()) -> Parties:
        """The plaintiffs that `wanted` names, and blanks for what is `asked`; all of them for neither."""
        return self._parties(self.raw.plaintiffs, "plaintiffs", "Plaintiff", wanted, asked)

    @cached_property
    def names(self) -> dict[str, Inlines]:
        """What each party, group and non-party is called, by id; a non-party whose name may not print, by its
        number.
        """
        found = {member.id: member.called.passage.content for member in self.defendants}
        for plaintiff in self.plaintiffs:
            found[plaintiff.id] = (
                (Run("Plaintiff"),)
                if self.plaintiffs.one
                else (Run("Plaintiff "), *plaintiff.called.passage.content)
            )
        for number, other in enumerate(self.raw.non_parties, 1):
            found[other.id] = non_party(self.tokens, other, number)
        return found | {
            group.id: (Run(f"{article(str(group.name))}{group.name}"),) for group in self.raw.defendant_groups
        }

    @cached_property
    def proxies(self) -> Parties:
        """Those who sue as the State’s proxies: not every plaintiff need be one."""
        return self.suing(
            [own for claim in self.claims if claim.kind == "state-proxy" for own in claim.plaintiffs.ids]
        )

    # --- facts

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
                        "statement": stated(self.tokens, entry),
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

    # --- classes

    @cached_property
    def groups(self) -> list[View]:
        """All for whom the case is brought: classes, collectives, aggrieved employees."""
        return [View(self.tokens, record, f"classes.{record.id}") for record in self.raw.classes]

    @cached_property
    def classes(self) -> list[View]:
        """The classes and subclasses: what a court certifies."""
        return [group for group in self.groups if group.device in CLASS_DEVICES]

    @cached_property
    def collectives(self) -> list[View]:
        """The collectives that a written consent opens. 29 U.S.C. § 216(b)."""
        return [group for group in self.groups if group.device == "flsa-collective"]

    @cached_property
    def aggrieved(self) -> list[View]:
        """The employees whose penalties the State’s proxy seeks. Cal. Lab. Code § 2699."""
        return [group for group in self.groups if group.device == "paga"]

    def called_classes(self) -> str:
        """“the Premium Class”, “the Nationwide Class and the Illinois Subclass”."""
        return self.called_groups([group.id for group in self.classes])

    def called_groups(self, wanted: list[str], asked: tuple[Asked, ...] = ()) -> str:
        """What the groups `wanted` are called, in the order of the sheet, and blanks for what is `asked`."""
        called = [f"the {group.name}" for group in self.groups if group.id in wanted]
        return listed([*called, *map(str, shown(self.tokens, asked, "classes it is brought for"))])

    def members_of(self, wanted: list[str]) -> list[str]:
        """“members of the Premium Class”, “the Aggrieved Employees”: as far as there are any among
        `wanted`.
        """
        plural = [group.id for group in self.aggrieved if group.id in wanted]
        others = [group.id for group in self.groups if group.id in wanted and group.id not in plural]
        return [
            *([f"members of {self.called_groups(others)}"] if others else []),
            *([self.called_groups(plural)] if plural else []),
        ]

    @cached_property
    def rule_23b(self) -> list[str]:
        """The Rule 23(b) types that any class names."""
        return [kind for group in self.classes for kind in group.rule_23b]

    @property
    def rule_23_types(self) -> str:
        """“(a) and (b)(3)”, “(a), (b)(2), and (b)(3)”."""
        printed = {"b1a": "(b)(1)(A)", "b1b": "(b)(1)(B)", "b2": "(b)(2)", "b3": "(b)(3)"}
        return listed(["(a)", *(text for kind, text in printed.items() if kind in self.rule_23b)])

    @property
    def amount_in_class_section(self) -> bool:
        """Whether the court wants the jurisdictional amount computed among the class allegations, and there
        is one.
        """
        grounds = self.raw.jurisdiction.grounds if self.raw.jurisdiction else []
        return bool(self.profile.class_amount and self.classes and {"cafa", "diversity"} & set(grounds))

    @property
    def amount_working(self) -> str:
        """How the amount in controversy is reckoned, in sentences, where the sheet has no words for it; empty
        where no sum can be reckoned.
        """
        return reckoned(self).pleaded(self)

    @property
    def standard_exclusions(self) -> bool:
        groups = (group for group in self.raw.classes if group.device in CLASS_DEVICES)
        return any(entry == "standard" for group in groups for entry in group.exclusions)

    @property
    def may_opt_out(self) -> bool:
        """Whether members may ask to be left out: of a class under Rule 23(b)(3), and of one of a State's
        court; not of one under (b)(1) or (b)(2) alone.
        """
        return self.profile.system != "federal" or not self.rule_23b or "b3" in self.rule_23b

    @property
    def kin_of_defendants(self) -> str:
        return kin(self)

    @property
    def other_exclusions(self) -> list[Value]:
        found = [entry for group in self.groups for entry in group.exclusions if isinstance(entry, Value)]
        return list({entry.words: entry for entry in found}.values())

    @property
    def reserves(self) -> bool:
        return any(group.reserve for group in self.classes)

    @cached_property
    def definitions(self) -> list[View]:
        """The terms that a section of their own defines: those that no paragraph of the sheet defines where
        it first uses them, in quotation marks.
        """
        return [View(self.tokens, term, f"terms.{term.id}") for term in apart(self)]

    @property
    def questions(self) -> list[Any]:
        """The common questions of every class, in order, each once."""
        return list(
            {
                question.words: question for group in self.classes for question in group.common_questions
            }.values()
        )

    @property
    def identifications(self) -> list[Value]:
        """How the members of each class are found, each way once."""
        return list(
            {
                group.identification.words: group.identification
                for group in self.classes
                if group.identification
            }.values()
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

    def agreement_name(self, own: str) -> Value:
        place = self.ids["agreements"][own]
        view = View(self.tokens, place.record, place.path)
        found: Value = view.short if view.short else view.title
        return found

    def statement_seen(self, seen: Any) -> str:
        """“the statement on the front label (¶ 44)”, and where it was seen, if that was elsewhere than where
        it stands.
        """
        place = self.ids["statements"][seen.statement]
        view = View(self.tokens, place.record, place.path)
        elsewhere = seen.place and seen.place.words not in view.medium
        return f"the statement {self.where(view.medium)} ({self.cited([f'statement.{seen.statement}'])})" + (
            f" {self.where(seen.place)}" if elsewhere else ""
        )

    @cached_property
    def uses_class_period(self) -> bool:
        """Whether the sheet’s allegations speak of the Class Period, and do not themselves define it; and the
        classes have one.
        """
        return speaks_of_class_period(self)

    def in_number(self, said: Value) -> Value:
        """“in the millions”: to stand after “number”."""
        return words(self.tokens, in_number(said.words), said.path) if said.is_known else said

    def where(self, place: Value) -> str:
        """“on its website”, “in a press release”: as it is written where it says so itself."""
        return f"{preposition(place.words)}{place}"

    def span(self, start: Value, end: Value) -> str:
        """“From March 1, 2024, to June 30, 2025”."""
        return f"From {self.dated(start)} to {end}"

    def dated(self, date: Value) -> str:
        """A date inside a sentence: a comma follows the year of a day."""
        return f"{date}," if isinstance(date.raw, EventDate) and date.raw.day else str(date)

    def section(self, term: Any) -> str:
        """“Section 4.1”, “Page 6”: what a term’s section is called."""
        own = term.section
        called, number = division(own.words) if own.is_known else ("Section", "")
        return f"{called} {words(self.tokens, number, own.path) if number else own}"

    def reasons(self, part: str, asks: str, *kinds: str) -> str:
        """What the classes give for `part` of Rule 23, each reason once; a blank where none does. `kinds`:
        only of classes under one of these parts of Rule 23(b).
        """
        told = [
            (group, group.asked(part))
            for group in self.classes
            if not any(kinds) or set(kinds) & set(group.rule_23b)
        ]
        given = {
            one.text.words if one.text else "": str(
                one.text.sentence if one.text else self._open(group, part, asks)
            )
            for group, one in told
            if one
        }
        return " ".join(given.values()) or str(
            self._open((told[0][0] if told else self.classes[0]), part, asks)
        )

    def _open(self, group: Any, part: str, asks: str) -> Value:
        """A blank that leads to the field of the class."""
        return value_of(self.tokens, None, f"classes.{group.id}.{part}", asks)

    def notice_not_given(self, notice: Any) -> Value:
        """One blank for a notice whose day is not known: whether it was given at all is not known either, so
        that nothing is said of it.
        """
        asked = notice.sent.raw.note if isinstance(notice.sent.raw, Unknown) else ""
        under = f" under {notice.statute.words}" if notice.statute.is_known else ""
        return joined(
            self.tokens,
            [
                (
                    Blank(f"notice{under}: {asked or 'whether and when it was given'}", notice.sent.path),
                    Run("."),
                )
            ],
        )

    def on(self, date: Value, word: str = "On") -> str:
        """“On March 4, 2023”, “In March 2023”: a day takes “on”, a month or a year “in”."""
        whole = not isinstance(date.raw, EventDate) or date.raw.day
        return f"{word if whole else 'In' if word[0] == 'O' else 'in'} {date}"

    def called(self, own: str) -> Value:
        """What the party, group or non-party `own` is called."""
        return joined(self.tokens, [self.names.get(own, (Blank(f"who “{own}” is"),))])

    def cited(self, labels: Any) -> Value:
        """“¶¶ 24, 26”: the paragraphs under these labels."""
        return joined(self.tokens, [(reference(list(labels)),)])

    def laws(self, codes: Any) -> str:
        return listed([STATE_NAMES.get(code, code) for code in codes])

    # --- claims and prayer

    @cached_property
    def claims(self) -> list[ClaimView]:
        return [ClaimView(self, claim, position) for position, claim in enumerate(self.raw.claims, 1)]

    @cached_property
    def claim_word(self) -> str:
        chosen = (
            self.raw.style.claim_word
            if self.raw.style and self.raw.style.claim_word
            else self.profile.claim_word
        )
        return {
            "claim-for-relief": "Claim for Relief",
            "cause-of-action": "Cause of Action",
            "count": "Count",
        }[chosen]

    @cached_property
    def prayer(self) -> list[dict[str, Any]]:
        return [prayed(self, item) for item in earned(self.raw, self.theories, self.profile.minimum_barred)]

    @property
    def prays_for_money(self) -> bool:
        """Whether the prayer asks for money, so that interest runs on something; relief of another kind in
        the sheet's own words may be that too.
        """
        return any(item["kind"] in MONEY or item["kind"] == "other" for item in self.prayer)

    @property
    def prays_for_damages(self) -> bool:
        return any(item["kind"].endswith("-damages") for item in self.prayer)

    @cached_property
    def certified(self) -> list[View]:
        """The classes that a claim is brought for; all of them where none names any."""
        brought = {own for claim in self.raw.claims for own in claim.for_}
        return [group for group in self.classes if group.id in brought] or self.classes

    def on_claims(self, views: list[ClaimView]) -> str:
        """“on the First and Third Claims for Relief”."""
        if not views:
            return ""
        return f"on {self.claims_named(views)}"

    def claims_named(self, views: list[ClaimView]) -> str:
        """“the First and Third Claims for Relief”, “Counts I and III”."""
        word = self.claim_word
        plural = {
            "Claim for Relief": "Claims for Relief",
            "Cause of Action": "Causes of Action",
            "Count": "Counts",
        }[word]
        if word == "Count":
            from drafter.complaint.passes.number import roman

            return f"{word if len(views) == 1 else plural} {listed([roman(claim.number) for claim in views])}"
        return (
            f"the {listed([ordinal(claim.number).title() for claim in views])}"
            f" {word if len(views) == 1 else plural}"
        )

    def cause_has(self, kind: str) -> bool:
        """Whether the prayer asks for relief of this kind."""
        return any(item["kind"] == kind for item in self.prayer)

    @property
    def jury(self) -> bool:
        demand = self.raw.jury_demand
        return bool(demand if isinstance(demand, bool) else demand.demanded if demand else False)

    @property
    def jury_asked(self) -> Any:
        """A blank where the sheet says that it is not known whether a jury is demanded."""
        open_ = asked(self.raw, "", "jury_demand")
        return shown(self.tokens, open_, "whether a jury is demanded")[0] if open_ else ""

    @property
    def jury_issues(self) -> Any:
        demand = self.raw.jury_demand
        issues = None if demand is None or isinstance(demand, bool) else known(demand.issues)
        return value_of(self.tokens, issues, "jury_demand.issues", "issues") if issues else ""

    # --- court

    @cached_property
    def ties(self) -> Ties:
        """What of the sheet lies where the court sits."""
        return Ties(self)

    def with_venue(self, order: list[str]) -> bool:
        """Whether venue stands under one heading with jurisdiction: right behind it, in a court that does not
        want jurisdiction under its own.
        """
        return ("jurisdiction", "venue") in zip(
            order, order[1:], strict=False
        ) and not self.profile.jurisdiction_first

    @property
    def citizenship_matters(self) -> bool:
        """Whether jurisdiction turns on citizenship, so that a party's is pleaded: not in a State court, nor
        where a federal question is the only ground.
        """
        grounds = set(self.raw.jurisdiction.grounds) if self.raw.jurisdiction else set()
        return self.profile.system == "federal" and (not grounds or bool(grounds & {"cafa", "diversity"}))

    @cached_property
    def division(self) -> dict[str, Any]:
        """The division that the county of the events picks, or that the sheet names: its name, caption line
        and authority, as far as known.
        """
        asked = self.raw.court
        county = known(asked.county) if asked else None
        named = known(asked.division) if asked else None
        served = [division for division in self.profile.divisions if county in division.counties]
        chosen = next((division for division in self.profile.divisions if division.name == named), None) or (
            served[0] if served else None
        )
        return {"found": chosen, "served": served}
