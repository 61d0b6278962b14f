"""What several checks ask of a sheet: names, days, citizenship, the plaintiffs and defendants of a claim, the
facts under it.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Iterable, Iterator

from drafter import wording
from drafter.complaint import Draft
from drafter.complaint.views.citizenship import citizens
from drafter.complaint.views.claim import ClaimView
from drafter.facts.claims import Claim
from drafter.facts.classes import CLASS_DEVICES, RepresentedGroup
from drafter.facts.dates import day
from drafter.facts.defendants import Defendant
from drafter.facts.parties import Plaintiff
from drafter.facts.values import known
from drafter.findings import Authority
from drafter.library.records import Law
from drafter.tree.unknown import notes_of

__all__ = [
    "UNINCORPORATED",
    "authorities",
    "authority",
    "cited",
    "citizens",
    "class_name",
    "classes_in",
    "day",
    "facts_under",
    "filing_day",
    "first_day",
    "last_day",
    "listed",
    "named",
    "paths_of",
    "plaintiffs_of",
    "states_of",
    "sued_in",
    "support_of",
    "titled",
]

listed = partial(wording.listed, serial=False)
"""“a, b and c”, as messages have it."""
UNINCORPORATED = ("llc", "partnership", "association")


def named(party: Any) -> str:
    """A party's short name, else its name, else its id; “Does” where they have neither."""
    unnamed = "Does" if getattr(party, "kind", "") == "does" else party.id
    return str(known(party.short) or known(party.name) or unnamed)


def titled(view: ClaimView) -> str:
    """What a claim is called in a message: its heading in the sheet, else its cause’s title."""
    return str(known(view.raw.title) or (view.causes[0].title if view.causes else view.raw.id))


def authorities(laws: Iterable[Law]) -> tuple[Authority, ...]:
    """The assertions of law that have a citation, as a finding shows them."""
    return tuple(Authority(str(law.cite), law.status, str(law.read or "")) for law in laws if law.cite)


def authority(draft: Draft, key: str) -> Authority:
    """The authority that stands under `key` in the library, as a finding shows it."""
    return draft.matter.library.authorities()[key].printed


def classes_in(draft: Draft) -> list[RepresentedGroup]:
    """The classes of the sheet, without collectives and actions for others."""
    return [group for group in draft.matter.raw.classes if group.device in CLASS_DEVICES]


def class_name(group: RepresentedGroup) -> str:
    """A class as the draft calls it, else its id."""
    return str(known(group.name) or group.id)


def first_day(group: RepresentedGroup) -> date | None:
    """The first day of a class's period."""
    return day(group.period.from_) if group.period else None


def last_day(group: RepresentedGroup) -> date | None:
    """The last day of a class's period."""
    return day(group.period.through, latest=True) if group.period else None


def cited(draft: Draft, key: str, part: str) -> str:
    """How a message names a part of the authority `key` of the library."""
    return draft.matter.library.name_of(key, part)


def filing_day(draft: Draft) -> date | None:
    """The planned filing date."""
    court = draft.matter.raw.court
    return day(court.filing_date) if court else None


def states_of(plaintiff: Plaintiff) -> set[str]:
    """The States a plaintiff is tied to: residence, citizenship, and where it bought."""
    found = set(citizens(plaintiff))
    if plaintiff.residence and known(plaintiff.residence.state):
        found.add(str(known(plaintiff.residence.state)))
    for purchase in plaintiff.experience.purchases if plaintiff.experience else []:
        if purchase.place and known(purchase.place.state):
            found.add(str(known(purchase.place.state)))
    return found


def plaintiffs_of(draft: Draft, claim: Claim) -> list[Plaintiff]:
    """Who brings a claim; all the plaintiffs where it names none, and says of none that it is not known."""
    return [
        plaintiff
        for plaintiff in draft.matter.raw.plaintiffs
        if plaintiff.id in claim.by or not (claim.by or "by" in notes_of(claim))
    ]


def sued_in(draft: Draft, claim: Claim) -> list[Defendant]:
    """Against whom a claim is brought; all the defendants where it names none, as `plaintiffs_of` has it."""
    groups = {group.id: group.members for group in draft.matter.raw.defendant_groups}
    wanted = {own for name in claim.against for own in groups.get(name, [name])}
    everyone = not (wanted or "against" in notes_of(claim))
    return [one for one in draft.matter.raw.defendants if everyone or one.id in wanted]


def facts_under(draft: Draft, claim: Claim) -> tuple[str, ...]:
    """The paths of the allegations that support some element of a claim: what a finding on them reads."""
    return paths_of(one.id for one in support_of(draft, claim))


def paths_of(allegations: Iterable[str]) -> tuple[str, ...]:
    """The paths of the allegations with these ids."""
    return tuple(f"allegations.{own}" for own in allegations)


def support_of(draft: Draft, claim: Claim) -> Iterator[Any]:
    """The allegations that support some element of a claim, each once."""
    there = draft.matter.allegations
    own = dict.fromkeys(name for support in claim.elements.values() for name in support.allegations)
    return (there[name] for name in own if name in there)
