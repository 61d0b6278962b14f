"""The classes of a matter, its collectives and aggrieved employees, and what is pleaded of them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from drafter.complaint.views.matter_sources import MatterSources
from drafter.complaint.views.unknown_parties import UnknownEntry, blanks_for
from drafter.complaint.views.values import Value, View, value_of
from drafter.facts.classes import CLASS_DEVICES
from drafter.facts.values import known
from drafter.facts.vocabularies import CLASS_TYPES
from drafter.wording import listed

__all__ = ["MatterClasses"]

NAMED_TOGETHER = 4
"""Subclasses of one State each that have a name together: four and more."""


class MatterClasses(MatterSources):
    """All for whom the case is brought."""

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

    @cached_property
    def derivative(self) -> list[View]:
        """The companies in whose right a member or shareholder sues. Fed. R. Civ. P. 23.1."""
        return [group for group in self.groups if group.device == "derivative"]

    def called_classes(self) -> str:
        """“the Premium Class”, “the Nationwide Class and the Illinois Subclass”."""
        return self.called_groups([group.id for group in self.classes])

    def called_groups(self, wanted: list[str], asked: tuple[UnknownEntry, ...] = ()) -> str:
        """What the groups `wanted` are called, in the order of the sheet, and blanks for what is `asked`."""
        there = [group for group in self.groups if group.id in wanted]
        of_states = (
            self.state_subclasses if self.state_subclasses <= {str(one.id) for one in there} else set()
        )
        called = [f"the {group.name}" for group in there if group.id not in of_states]
        called += ["the State Subclasses"] if of_states else []
        if self.classes_named_together and {str(one.id) for one in self.classes} <= {
            str(one.id) for one in there
        }:
            called = ["the Classes", *(f"the {one.name}" for one in there if one not in self.classes)]
        return listed([*called, *map(str, blanks_for(self.tokens, asked, "classes it is brought for"))])

    @cached_property
    def classes_named_together(self) -> bool:
        """Whether the classes are so many that they are called “the Classes” where all of them are meant:
        three and more that have no name together otherwise.
        """
        alone = [group for group in self.classes if str(group.id) not in self.state_subclasses]
        return len(alone) + bool(self.state_subclasses) > 2

    @cached_property
    def state_subclasses(self) -> set[str]:
        """The ids of the subclasses that are limited to one State, where they are so many that they have a
        name together.
        """
        found = {
            str(group.id)
            for group in self.raw.classes
            if known(group.subclass_of) and len(group.states) == 1 and group.device in CLASS_DEVICES
        }
        return found if len(found) >= NAMED_TOGETHER else set()

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
        return listed(["(a)", *(text for kind, text in CLASS_TYPES.items() if kind in self.rule_23b)])

    @property
    def amount_in_class_section(self) -> bool:
        """Whether the court wants the jurisdictional amount computed among the class allegations, and there
        is one.
        """
        grounds = self.raw.jurisdiction.grounds if self.raw.jurisdiction else []
        return bool(self.profile.class_amount and self.classes and {"cafa", "diversity"} & set(grounds))

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
    def other_exclusions(self) -> list[Value]:
        found = [entry for group in self.groups for entry in group.exclusions if isinstance(entry, Value)]
        return list({entry.words: entry for entry in found}.values())

    @property
    def reserves(self) -> bool:
        return any(group.reserve for group in self.classes)

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
                self.resting(one.text, one.allegations) if one.text else self._open(group, part, asks)
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

    @cached_property
    def certified(self) -> list[View]:
        """The classes that a claim is brought for; all of them where none names any."""
        brought = {own for claim in self.raw.claims for own in claim.for_}
        return [group for group in self.classes if group.id in brought] or self.classes
