"""The parties of a matter, and what each is called."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from drafter.complaint.views.matter_sources import MatterSources
from drafter.complaint.views.named_groups import SharedName, article, shared_name
from drafter.complaint.views.parties import Parties, PartyView, called_by_sheet, non_party, shared_names
from drafter.complaint.views.unknown_parties import UnknownEntry
from drafter.complaint.views.values import Value, joined
from drafter.document import Blank, Inlines, Run
from drafter.wording import listed

__all__ = ["MatterParties"]


class MatterParties(MatterSources):
    """Plaintiffs, defendants and non-parties."""

    @cached_property
    def plaintiffs(self) -> Parties:
        return self._parties(self.raw.plaintiffs, "plaintiffs", "Plaintiff", [])

    @cached_property
    def defendants(self) -> Parties:
        return self._parties(self.raw.defendants, "defendants", "Defendant", [])

    def _parties(
        self, records: Any, kind: str, role: str, wanted: list[str], asked: tuple[UnknownEntry, ...] = ()
    ) -> Parties:
        everyone = list(records)
        chosen = [record for record in everyone if not (wanted or asked) or record.id in wanted]
        shared = shared_names([*self.raw.plaintiffs, *self.raw.defendants, *self.raw.non_parties])
        views = {
            str(record.id): PartyView(self.tokens, record, f"{kind}.{record.id}", role, shared)
            for record in everyone
        }
        ids = [str(record.id) for record in chosen]
        groups = self._groups(kind)
        group = next((name for name, members in groups.items() if set(members) == set(ids)), "")
        name = None if group or asked else self._shared(everyone, ids, groups, views)
        return Parties(self.tokens, [views[own] for own in ids], len(everyone), role, group, asked, name)

    def _groups(self, kind: str) -> dict[str, list[str]]:
        """The members of each group of defendants, or of plaintiffs, by its name."""
        groups = self.raw.defendant_groups if kind == "defendants" else self.raw.plaintiff_groups
        return {str(group.name): list(map(str, group.members)) for group in groups}

    def _shared(
        self, everyone: list[Any], ids: list[str], groups: dict[str, list[str]], views: dict[str, PartyView]
    ) -> tuple[SharedName, dict[str, str]] | None:
        """The name that the parties `ids` have together, where it is shorter than a list, and what each party
        is called.
        """
        called = {str(record.id): called_by_sheet(record) for record in everyone}
        there = {name: members for name, members in groups.items() if set(members) <= set(called) and members}
        found = shared_name(ids, list(called), there, called)
        return (found, {own: str(views[own].called) for own in called}) if found else None

    def sued(self, wanted: list[str], asked: tuple[UnknownEntry, ...] = ()) -> Parties:
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

    def suing(self, wanted: list[str], asked: tuple[UnknownEntry, ...] = ()) -> Parties:
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

    def subsidiaries(self, party: Any) -> str:
        """What the subsidiaries of a party are called, but those that its business or its part names
        already.
        """
        called = [self.called(own) for own in party.parent_of]
        told = [one for one in (party.business, party.part) if one]
        return listed([str(one) for one in called if not any(one in words for words in told)])

    def called(self, own: str) -> Value:
        """What the party, group or non-party `own` is called."""
        return joined(self.tokens, [self.names.get(own, (Blank(f"who “{own}” is"),))])
