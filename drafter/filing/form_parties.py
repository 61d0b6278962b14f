"""The parties as official forms ask for them: names last first, counties, addresses, citizenship."""

from __future__ import annotations

from typing import Any

from drafter.complaint.views.matter import Matter
from drafter.facts.parties import PERSONS
from drafter.facts.values import known

__all__ = ["address_lines", "county_of", "homes", "names", "place_of", "served_at", "text"]


def text(value: Any) -> str:
    return str(known(value) or "")


def names(parties: list[Any], last_first: bool) -> str:
    return "; ".join(
        _last_first(one) if last_first else text(one.name) for one in parties if one.kind != "does"
    )


def _last_first(party: Any) -> str:
    name = text(party.name)
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if party.kind == "individual" and first else name


def place_of(party: Any) -> Any:
    if party.kind in PERSONS:
        return party.residence
    return party.__dict__.get("principal_place_of_business") or party.__dict__.get("residence")


def county_of(parties: list[Any]) -> str:
    place = place_of(parties[0]) if parties else None
    return text(place.county) if place else ""


def address_lines(address: Any) -> str:
    if address is None:
        return ""
    suite = text(address.suite)
    street = f"{text(address.street)}{', ' if suite else ''}{suite}"
    return f"{street}\n{text(address.city)}, {text(address.state)} {text(address.zip)}"


def served_at(matter: Matter, party: str) -> str:
    own = party.removeprefix("defendants.")
    one = next((each for each in matter.raw.defendants if each.id == own), None)
    if one is None:
        return ""
    agent = one.served_through
    lines = [text(one.name)]
    if agent is not None and text(agent.name):
        lines += [f"c/o {text(agent.name)}", address_lines(agent.address)]
    else:
        lines.append(address_lines(one.address))
    return "\n".join(line for line in lines if line)


def homes(party: Any, here: str) -> set[str]:
    """Where a party is a citizen, as cover sheets ask: here, elsewhere, abroad."""
    if party.kind in PERSONS:
        citizenship = known(party.citizenship)
        states, abroad = ([text(citizenship.state)], text(citizenship.country)) if citizenship else ([], "")
    else:
        place = party.principal_place_of_business
        states = [text(party.incorporated_in), text(place.state) if place else ""]
        abroad = text(party.__dict__.get("foreign_law"))
    homes = {"here" if state == here else "elsewhere" for state in states if state}
    return {"abroad"} if abroad else {"here"} if "here" in homes else homes
