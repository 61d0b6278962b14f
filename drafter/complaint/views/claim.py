"""A claim as templates see it: what it is called, who brings it for whom and against whom, its theories, and
how its elements are pleaded.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Callable

from drafter.complaint.views.claim_law import ClaimLaw
from drafter.complaint.views.contracts import bound
from drafter.complaint.views.elements import Act, is_pleaded
from drafter.complaint.views.matter_facts import MatterFacts
from drafter.complaint.views.parties import Members
from drafter.complaint.views.phrases import phrases_listed
from drafter.complaint.views.proof import unproven
from drafter.complaint.views.relief import barred, excused, gated, given, waiting, withheld
from drafter.complaint.views.unknown_parties import blanks_for
from drafter.complaint.views.values import Value, View, joined, value_of, words
from drafter.document import Reference
from drafter.facts.claims import Claim
from drafter.facts.values import Prose, known
from drafter.library import CauseOfAction, Remedy
from drafter.library.own_causes import NOT_NAMED
from drafter.markup import region
from drafter.wording import listed, ordinal, roman

__all__ = ["ClaimView"]


class ClaimView(ClaimLaw):
    """A claim: what it is called, who brings it for whom and against whom, its theories, and how its elements
    are pleaded.
    """

    siblings: list[ClaimView]

    def __init__(self, matter: MatterFacts, claim: Claim, siblings: list[ClaimView], number: int) -> None:
        super().__init__(matter.tokens, claim, f"claims.{claim.id}")
        self.matter = matter
        self.raw = claim
        self.siblings = siblings
        self.number = number
        self.plaintiffs = matter.suing(claim.by, self.asked_of("by"))
        self.defendants = matter.sued(claim.against, self.asked_of("against"))
        self.causes: list[CauseOfAction] = matter.theories[claim.id]
        self.pleaded: set[str] = set()

    @property
    def ordinal(self) -> str:
        if self.matter.claim_word == "Count":
            return f"COUNT {roman(self.number)}"
        return f"{ordinal(self.number)} {self.matter.claim_word.upper()}"

    @property
    def heading(self) -> str:
        """The sheet's title, or the cause's."""
        given = known(self.raw.title)
        if not given and self.causes[0].id == NOT_NAMED:
            return listed(map(str, blanks_for(self._tokens, self.asked_of("theories"), "cause of action")))
        own = self.own(self.causes[0])
        if own and not given:
            return str(value_of(self._tokens, own.title, f"causes.{own.id}.title", "title of the cause"))
        return str(
            words(self._tokens, str(given or self.causes[0].title), f"{self._path}.title" if given else "")
        )

    @property
    def has_classes(self) -> bool:
        return bool(self.raw.for_ or self.asked_of("for"))

    @property
    def kind(self) -> str:
        """The kind of its causes: claim, opt-in-collective, state-proxy …"""
        return str(self.causes[0].kind)

    @property
    def classes(self) -> str:
        return self.matter.called_groups(self.raw.for_, self.asked_of("for"))

    @property
    def bringers(self) -> str:
        """“Plaintiff and the Premium Class”."""
        return f"{self.plaintiffs} and {self.classes}" if self.has_classes else str(self.plaintiffs)

    @property
    def members(self) -> Members:
        """“Plaintiff and members of the Premium Class”."""
        blanks = blanks_for(self._tokens, self.asked_of("for"), "classes it is brought for")
        others = [*self.matter.members_of(self.raw.for_), *map(str, blanks)]
        return Members(listed([str(self.plaintiffs), *others]), self.plaintiffs.one and not others)

    def seeks(self, kind: str) -> bool:
        """Whether the claim asks for relief of this kind: its law gives it, here, no notice is wanting, and
        the sheet does not leave it out.
        """
        raw = self.matter.raw
        left_out = {sought.kind for sought in self.raw.relief if sought.omit}
        return kind not in left_out and any(
            self._kind(remedy) == kind
            and remedy.kind not in left_out
            and remedy.asked
            and not gated(raw, self.raw, cause, remedy)
            for cause in self.causes
            for remedy in cause.remedies
        )

    @property
    def given(self) -> set[str]:
        """The kinds of relief that the law of the claim gives."""
        return {self._kind(remedy) for cause in self.causes for remedy in cause.remedies}

    def _kind(self, remedy: Remedy) -> str:
        return "actual-damages" if remedy in self.barred else str(remedy.kind)

    @cached_property
    def barred(self) -> list[Remedy]:
        """The statutory minimums that this court does not give to the class, so that the draft asks for
        actual damages alone.
        """
        there = (
            [remedy for cause in self.causes for remedy in cause.remedies]
            if self.matter.profile.minimum_barred
            else []
        )
        return [
            remedy
            for remedy in there
            if barred(self.raw, remedy)
            and not any(one.omit and one.kind == remedy.kind for one in self.raw.relief)
        ]

    def notices(self, cause: CauseOfAction) -> list[dict[str, Any]]:
        """Each notice that `cause` wants before suit: given, with its paragraph, or wanting, with what it
        holds back.
        """
        found: list[dict[str, Any]] = []
        cause = next(own for own in self.causes if own.id == cause.id)
        for wanted in cause.pre_suit:
            sent = given(self.matter.raw, self.raw, str(wanted.statute))
            where = (
                joined(self._tokens, [(Reference(tuple((f"notice.{own.id}",) * 2 for own in sent), True),)])
                if sent
                else None
            )
            excuse = self.answer(str(wanted.excuse)) if excused(self.raw, wanted) else None
            held_back = withheld(self.raw, cause, wanted)
            found.append(
                {
                    "statute": str(wanted.statute),
                    "days": wanted.days,
                    "reserve": str(wanted.reserve or ""),
                    "paragraphs": where,
                    "pleaded": self.pleads(str(wanted.element or "")),
                    "withheld": held_back,
                    "excuse": excuse,
                }
            )
        return found

    @property
    def noticed(self) -> str:
        """“ (¶ 46)”: the notices given that an element of its causes pleads."""
        sent = [
            own
            for cause in self.causes
            for wanted in cause.pre_suit
            if wanted.element
            for own in given(self.matter.raw, self.raw, str(wanted.statute))
        ]
        return f" ({self.matter.cited(dict.fromkeys(f'notice.{own.id}' for own in sent))})" if sent else ""

    def pleads(self, element: str) -> bool:
        """Whether the element was pleaded here, with something behind it."""
        support = self.raw.elements.get(element)
        there = self.matter.allegations
        return element in self.pleaded and any(
            not unproven(there[own]) for own in (support.allegations if support else [])
        )

    @property
    def said(self) -> Value | None:
        """“¶¶ 31–34”: the statements sued on, each with why it was false, and the omissions."""
        labels = [
            *(f"{part}.{own}" for own in self.raw.statements for part in ("statement", "falsity")),
            *(f"omission.{own}" for own in self.raw.omissions),
        ]
        return (
            joined(self._tokens, [(Reference(tuple((label, label) for label in labels), True),)])
            if labels
            else None
        )

    @property
    def particular(self) -> bool:
        """Whether one of its causes sounds in fraud, so that circumstances are pleaded with particularity."""
        return any(cause.particularity for cause in self.causes)

    def entitled(self, *parts: str | tuple[str, str]) -> str:
        """The parts of what the law gives, as a list, with semicolons where a part has commas: of a pair
        (kind, words) the words where the claim asks for relief of that kind.
        """
        told = [
            part if isinstance(part, str) else part[1]
            for part in parts
            if isinstance(part, str) or self.seeks(part[0])
        ]
        return phrases_listed(told)

    @property
    def waiting(self) -> bool:
        """Whether relief is held back for a notice not yet given."""
        return any(waiting(self.matter.raw, self.raw, cause) for cause in self.causes)

    @property
    def predicate_claims(self) -> list[ClaimView]:
        return [claim for claim in self.siblings if claim.id in self.raw.predicates]

    @property
    def alternatives(self) -> list[ClaimView]:
        return [claim for claim in self.siblings if claim.id in self.raw.alternative_to]

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
        own = known(self.raw.agreement)
        place = self.matter.ids.get("agreements", {}).get(own) if own else None
        return View(self._tokens, place.record, place.path) if place else None

    @property
    def contract_between(self) -> str:
        """Between whom of the claim the agreement sued on is a contract: those who are parties to it, where
        the sheet names its parties; else all who bring the claim and are sued in it. Empty where none of one
        side is a party.
        """
        own = known(self._record.__dict__["agreement"])
        agreement = next((one for one in self.matter.raw.agreements if one.id == own), None)
        if agreement is None or not agreement.parties:
            return f"{self.plaintiffs} and {self.defendants}"
        named = bound(self.matter.raw, agreement)
        suing = [each for each in self.plaintiffs.ids if each in named]
        sued = [each for each in self.defendants.ids if each in named]
        both = suing and sued
        return f"{self.matter.suing(suing)} and {self.matter.sued(sued)}" if both else ""

    @property
    def breached(self) -> list[View]:
        """The terms breached."""
        there = self.matter.ids.get("terms", {})
        return [
            View(self._tokens, there[own].record, there[own].path) for own in self.raw.terms if own in there
        ]

    @property
    def answers(self) -> dict[str, Value]:
        """The answers to the cause's own questions."""
        return {question: self.answer(question) for question in self.raw.answers}

    def answer(self, question: str) -> Value:
        """The answer to one of the cause's own questions."""
        raw = self.raw.answers.get(question)
        asked = next(
            (entry for cause in self.causes for entry in cause.questions_ if entry.id == question), None
        )
        value = Prose(raw) if isinstance(raw, str) else raw
        return value_of(
            self._tokens, value, f"{self._path}.answers.{question}", str(asked.prompt) if asked else question
        )

    def answered(self, question: str) -> str:
        """The answer to one of the cause's own questions as a template compares it: a choice, yes or no;
        empty where there is none.
        """
        raw = self.raw.answers.get(question)
        choices = [
            "yes",
            "no",
            *(
                str(choice)
                for cause in self.causes
                for asked in cause.questions_
                if asked.id == question
                for choice in asked.choices
            ),
        ]
        given = {True: "yes", False: "no"}.get(raw, "") if isinstance(raw, bool) else str(raw)
        return given if given in choices else ""

    def asks(self, question: str) -> bool:
        """Whether one of the causes' own questions is put here: this forum asks it, of a class where it is
        for one, or the sheet answers it.
        """
        asked = next(
            (entry for cause in self.causes for entry in cause.questions_ if entry.id == question), None
        )
        return (
            bool(asked and asked.put(str(self.matter.profile.system), self.has_classes))
            or question in self.raw.answers
        )

    def element(self, wanted: str) -> Any:
        """The element `wanted` of the cause being pleaded. Raises ValueError for one the cause does not
        have.
        """
        for cause in self.causes:
            for element in cause.elements:
                if element.id == wanted:
                    return element
        raise ValueError(
            f"no cause of this claim has an element “{wanted}”; it has"
            f" {', '.join(e.id for c in self.causes for e in c.elements)}"
        )

    def wants(self, wanted: str) -> bool:
        """Whether the element is pleaded here (`is_pleaded`), and was not pleaded already."""
        support = self.raw.elements.get(wanted)
        system = str(self.matter.profile.system)
        return wanted not in self.pleaded and is_pleaded(self.element(wanted), support, system)

    def plead(self, wanted: str, caller: Callable[[Act], str]) -> str:
        """The block of one element, labelled with it; nothing where it is not wanted."""
        if not self.wants(wanted):
            return ""
        self.pleaded.add(wanted)
        support = self.raw.elements.get(wanted)
        act = Act(self.matter.pleading, self.element(wanted), support, f"{self._path}.elements.{wanted}")
        self.matter.regions.append((self.id, wanted))
        return f"{region(len(self.matter.regions) - 1)}\n{caller(act)}\n{region(None)}\n"
