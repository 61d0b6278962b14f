"""Of which States the parties are citizens, and whether they are of different ones: 28 U.S.C. § 1332(a), (c),
(d)(10).
"""

from __future__ import annotations

from drafter.facts.defendants import Defendant
from drafter.facts.entities import is_unincorporated, sounds_unincorporated
from drafter.facts.parties import PERSONS, Plaintiff
from drafter.facts.sheet import FactSheet
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import known
from drafter.tree.unknown import notes_of

__all__ = [
    "aliens_face_aliens",
    "citizens",
    "diverse",
    "diversity",
    "members_wanting",
    "stateless",
    "supplies_difference",
]


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
        known(place.country) if place else None,
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
    """Whether, as far as the sheet says, § 1332(a) reaches the suit, and nothing is missing for that."""
    return bool(diversity(sheet))


def diversity(sheet: FactSheet) -> str:
    """How the parties are diverse: "states" (citizens of different States, § 1332(a)(1)), "alien-plaintiffs"
    or "alien-defendants" (those of one side all citizens or subjects of foreign states, those of the other
    of States, (a)(2)), "additional" (citizens of different States, and aliens beside them, (a)(3)); ""
    where they are not, or something is missing. Doe defendants, of whom nothing is known, are left out.
    """
    if not (sides := _apart(sheet)):
        return ""
    of_states, foreign = _kinds(sides)
    if all(of_states):
        return "additional" if any(foreign) else "states"
    if not any(of_states) or all(foreign):
        return ""
    return "alien-plaintiffs" if foreign[0] else "alien-defendants"


def aliens_face_aliens(sheet: FactSheet) -> bool:
    """Whether citizens of foreign states are on both sides, and one side has none of a State."""
    sides = _apart(sheet)
    return bool(sides) and all(_kinds(sides)[1]) and not all(_kinds(sides)[0])


def _apart(sheet: FactSheet) -> list[set[str]]:
    """The citizenships of each side; empty where one is missing or both have the same."""
    ours = [_wholly(party) for party in sheet.plaintiffs]
    theirs = [_wholly(party) for party in sheet.defendants if party.kind != "does"]
    whole = ours and theirs and all((*ours, *theirs))
    if not whole or any(mine & other for mine in ours for other in theirs):
        return []
    return [set().union(*side) for side in (ours, theirs)]


def _kinds(sides: list[set[str]]) -> tuple[list[bool], list[bool]]:
    """Of each side, whether it has a citizen of a State, and one of a foreign state."""
    of_states = [any(own in STATE_NAMES for own in side) for side in sides]
    return of_states, [any(own not in STATE_NAMES for own in side) for side in sides]


def supplies_difference(sheet: FactSheet) -> bool:
    """Whether the sheet shows a member of the class who is a citizen of another State than some defendant, or
    of a foreign state where a defendant is of a State: 28 U.S.C. § 1332(d)(2)(A), (B).
    """
    if sheet.jurisdiction and known(sheet.jurisdiction.diverse_members):
        return True
    theirs = [citizens(party) for party in sheet.defendants if party.kind != "does"]
    return any(
        (own in STATE_NAMES and own not in other) or (own not in STATE_NAMES and other & STATE_NAMES.keys())
        for party in sheet.plaintiffs
        if not stateless(party)
        for own in citizens(party)
        for other in theirs
        if other
    )


def _wholly(party: Plaintiff | Defendant) -> set[str]:
    """Every citizenship of a party; empty where one is missing, or where it can be diverse from nobody."""
    if stateless(party):
        return set()
    if party.kind == "public-body" and isinstance(party, Defendant):
        state = known(party.state_of_body)
        return {str(state)} if state else set()
    return set() if members_wanting(party) else citizens(party, True)
