"""What goes into the boxes of a form: each source that a map may name, from the matter."""

from __future__ import annotations

from typing import Any, Callable

from drafter.complaint.views.matter import Matter
from drafter.facts.defendants import Defendant
from drafter.facts.parties import PERSONS, Plaintiff
from drafter.facts.values import known

__all__ = ["SOURCES", "value_of_source"]

Party = Plaintiff | Defendant


def value_of_source(matter: Matter, source: str, party: str = "") -> str:
    """What the source gives for the matter, for the party at that path; empty where the sheet does not say.
    Raises KeyError for a source that there is not.
    """
    return SOURCES[source](matter, party).strip()


def _text(value: Any) -> str:
    return str(known(value) or "")


def _names(parties: list[Any], last_first: bool) -> str:
    return "; ".join(
        _last_first(one) if last_first else _text(one.name) for one in parties if one.kind != "does"
    )


def _last_first(party: Any) -> str:
    name = _text(party.name)
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if party.kind == "individual" and first else name


def _place(party: Any) -> Any:
    if party.kind in PERSONS:
        return party.residence
    return party.__dict__.get("principal_place_of_business") or party.__dict__.get("residence")


def _county(parties: list[Any]) -> str:
    place = _place(parties[0]) if parties else None
    return _text(place.county) if place else ""


def _firm(matter: Matter) -> Any:
    return matter.raw.counsel[0] if matter.raw.counsel else None


def _signer(matter: Matter) -> Any:
    firm = _firm(matter)
    lawyers = firm.lawyers if firm else []
    return next((one for one in lawyers if one.signs), lawyers[0] if lawyers else None)


def _address(address: Any) -> str:
    if address is None:
        return ""
    suite = _text(address.suite)
    street = f"{_text(address.street)}{', ' if suite else ''}{suite}"
    return f"{street}\n{_text(address.city)}, {_text(address.state)} {_text(address.zip)}"


def _of_firm(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: _text(getattr(_firm(matter), field, None))


def _of_address(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: _text(getattr(getattr(_firm(matter), "address", None), field, None))


def _of_signer(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: _text(getattr(_signer(matter), field, None))


def _attorneys(matter: Matter, party: str) -> str:
    parts = (
        ", ".join(_text(one.name) for firm in matter.raw.counsel[:1] for one in firm.lawyers),
        _of_firm("firm")(matter, party),
        _address(getattr(_firm(matter), "address", None)),
        _of_firm("telephone")(matter, party),
    )
    return "\n".join(part for part in parts if part)


def _served(matter: Matter, party: str) -> str:
    own = party.removeprefix("defendants.")
    one = next((each for each in matter.raw.defendants if each.id == own), None)
    if one is None:
        return ""
    agent = one.served_through
    lines = [_text(one.name)]
    if agent is not None and _text(agent.name):
        lines += [f"c/o {_text(agent.name)}", _address(agent.address)]
    else:
        lines.append(_address(one.address))
    return "\n".join(line for line in lines if line)


def _basis(matter: Matter, _: str = "") -> str:
    """3 for a federal question, 4 for diversity, CAFA’s alone too; what the form’s instructions let stand
    first.
    """
    grounds = set(matter.raw.jurisdiction.grounds) if matter.raw.jurisdiction else set()
    return "3" if "federal-question" in grounds else "4" if grounds & {"diversity", "cafa"} else ""


def _citizen(side: str, entity: bool, where: str) -> Callable[[Matter, str], str]:
    """A mark of the citizenship of the first party of a side, where the basis is diversity."""

    def marked(matter: Matter, _: str) -> str:
        parties: list[Any] = list(getattr(matter.raw, side))
        if _basis(matter) != "4" or not parties or (parties[0].kind not in PERSONS) != entity:
            return ""
        return "X" if where in _homes(parties[0], str(matter.profile.state)) else ""

    return marked


def _homes(party: Any, here: str) -> set[str]:
    """Where a party is a citizen, as cover sheets ask: here, elsewhere, abroad."""
    if party.kind in PERSONS:
        citizenship = known(party.citizenship)
        states, abroad = ([_text(citizenship.state)], _text(citizenship.country)) if citizenship else ([], "")
    else:
        place = party.principal_place_of_business
        states = [_text(party.incorporated_in), _text(place.state) if place else ""]
        abroad = _text(party.__dict__.get("foreign_law"))
    homes = {"here" if state == here else "elsewhere" for state in states if state}
    return {"abroad"} if abroad else {"here"} if "here" in homes else homes


def _statutes(matter: Matter, _: str = "") -> str:
    cites = [str(cause.citation) for claim in matter.claims for cause in matter.theories[claim.id]]
    return "; ".join(dict.fromkeys(cites))


def _brief(matter: Matter, _: str = "") -> str:
    return _text(matter.raw.cover.brief) if matter.raw.cover else ""


def _related(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: "; ".join(
        _text(getattr(one, field)) for one in matter.raw.related_cases if known(getattr(one, field))
    )


def _yes(holds: bool) -> str:
    return "Yes" if holds else ""


def _answer(holds: bool | None) -> str:
    return "" if holds is None else "Yes" if holds else "No"


def _asks(*words: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: _yes(any(word in str(item["kind"]) for item in matter.prayer for word in words))


SOURCES: dict[str, Callable[[Matter, str], str]] = {
    "plaintiffs": lambda matter, _: _names(list(matter.raw.plaintiffs), True),
    "defendants": lambda matter, _: _names(list(matter.raw.defendants), True),
    "plaintiffs-as-named": lambda matter, _: _names(list(matter.raw.plaintiffs), False),
    "defendants-as-named": lambda matter, _: _names(list(matter.raw.defendants), False),
    "plaintiff-county": lambda matter, _: _county(list(matter.raw.plaintiffs)),
    "defendant-county": lambda matter, _: _county(list(matter.raw.defendants)),
    "attorneys": _attorneys,
    "attorney-address": _attorneys,
    "defendant-address": _served,
    "basis": _basis,
    "is-federal-question": lambda matter, _: _yes(_basis(matter) == "3"),
    "is-diversity": lambda matter, _: _yes(_basis(matter) == "4"),
    **{
        f"{side[:-1]}{'-entity' if entity else ''}-{where}": _citizen(side, entity, where)
        for side in ("plaintiffs", "defendants")
        for entity in (False, True)
        for where in ("here", "elsewhere", "abroad")
    },
    "nature-of-suit": lambda matter, _: _text(matter.raw.cover.nature_of_suit) if matter.raw.cover else "",
    "origin": lambda matter, _: "" if matter.raw.posture and matter.raw.posture.kind != "original" else "1",
    "statutes": _statutes,
    "brief": _brief,
    "statutes-and-brief": lambda matter, _: ". ".join(
        part for part in (_statutes(matter), _brief(matter)) if part
    ),
    "class-action": lambda matter, _: _yes(bool(matter.classes)),
    "no-class-action": lambda matter, _: _yes(not matter.classes),
    "class-answer": lambda matter, _: _answer(bool(matter.classes)),
    "jury": lambda matter, _: _answer(matter.jury),
    "statewide-relief": lambda matter, _: _answer(
        matter.raw.cover.statewide_relief if matter.raw.cover else None
    ),
    "related-judge": _related("judge"),
    "related-number": _related("number"),
    "district": lambda matter, _: str(matter.profile.district),
    "court-name": lambda matter, _: str(matter.profile.name),
    "court-county": lambda matter, _: _text(matter.raw.court.county) if matter.raw.court else "",
    "case-number": lambda matter, _: _text(matter.raw.posture.case_number) if matter.raw.posture else "",
    "case-name": lambda matter, _: (
        f"{_names(list(matter.raw.plaintiffs[:1]), False)} v."
        f" {_names(list(matter.raw.defendants[:1]), False)}"
    ),
    "firm": _of_firm("firm"),
    "firm-telephone": _of_firm("telephone"),
    "firm-street": _of_address("street"),
    "firm-city": _of_address("city"),
    "firm-state": _of_address("state"),
    "firm-zip": _of_address("zip"),
    "lawyer-name": _of_signer("name"),
    "lawyer-bar": _of_signer("bar_number"),
    "lawyer-email": _of_signer("email"),
    "claims-counted": lambda matter, _: str(len(matter.claims)),
    "asks-money": _asks("damages", "restitution", "penalt", "disgorgement"),
    "asks-other": _asks("injunction", "declarat"),
    "asks-punitive": _asks("punitive"),
}
"""Every source, by the name that a map gives it."""
