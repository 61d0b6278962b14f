"""Of which States the parties are citizens, and whether they are of different ones: 28 U.S.C. § 1332(a), (c),
(d)(10).
"""

from __future__ import annotations

from drafter.facts.defendants import Defendant
from drafter.facts.entities import is_unincorporated, sounds_unincorporated
from drafter.facts.parties import PERSONS, Plaintiff
from drafter.facts.sheet import FactSheet
from drafter.facts.values import known
from drafter.tree.unknown import notes_of

__all__ = ["citizens", "diverse", "members_wanting", "stateless"]


def citizens(party: Plaintiff | Defendant, through_members: bool = False) -> set[str]:
    """The States (or foreign countries) of which a party is a citizen, as far as the sheet says; empty where
    it does not.

    An entity that is no corporation has the two of 28 U.S.C. § 1332(d)(10), or with `through_members` those
    of its members, § 1332(a).
    """
    if through_members and is_unincorporated(party):
        return {
            str(state)
            for member in party.members
            if (state := known(member.citizenship) or known(member.country))
        }
    if party.kind in PERSONS:
        own = known(party.citizenship)
        return (
            {str(state) for state in [known(own.state), known(own.country), *own.also] if state}
            if own
            else set()
        )
    place = party.principal_place_of_business
    found = [
        known(party.incorporated_in),
        known(place.state) if place else None,
        known(getattr(party, "foreign_law", None)),
    ]
    return {str(state) for state in found if state}


def stateless(party: Plaintiff | Defendant) -> bool:
    """Whether a party is a citizen of the United States who is domiciled abroad, and so of no State."""
    own = known(party.citizenship)
    return own is not None and own.stateless is True


def members_wanting(party: Plaintiff | Defendant) -> str:
    """What is missing of the members of an entity that is no corporation: all of them, some that are not
    known, one's citizenship, or the members of a member that is itself no corporation; "" where nothing is.
    """
    if not is_unincorporated(party):
        return ""
    if not party.members:
        return "the sheet lists none"
    if "members" in notes_of(party):
        return "the sheet says that not all of them are known"
    for number, member in enumerate(party.members, 1):
        name = str(known(member.name) or f"member {number}")
        if known(member.citizenship) is None and known(member.country) is None:
            return f"the sheet does not give that of {name}"
        if sounds_unincorporated(name):
            return f"{name} is no corporation either, and has that of its own members"
    return ""


def diverse(sheet: FactSheet) -> bool:
    """Whether, as far as the sheet says, every plaintiff is a citizen of another State than every defendant,
    and nothing is missing for that. Doe defendants, of whom nothing is known, are left out.
    """
    ours = [_wholly(party) for party in sheet.plaintiffs]
    theirs = [_wholly(party) for party in sheet.defendants if party.kind != "does"]
    return all((*ours, *theirs)) and not any(mine & other for mine in ours for other in theirs)


def _wholly(party: Plaintiff | Defendant) -> set[str]:
    """Every citizenship of a party; empty where one is missing, or where it can be diverse from nobody."""
    if stateless(party):
        return set()
    if party.kind == "public-body" and isinstance(party, Defendant):
        state = known(party.state_of_body)
        return {str(state)} if state else set()
    return set() if members_wanting(party) else citizens(party, True)
