"""What goes into the boxes of a form: each source that a map may name, from the matter."""

from __future__ import annotations

from typing import Any, Callable

from drafter.complaint.views.matter import Matter
from drafter.facts.defendants import Defendant
from drafter.facts.parties import PERSONS, Plaintiff
from drafter.facts.values import known
from drafter.filing.form_parties import address_lines, county_of, homes, names, place_of, served_at, text
from drafter.library.form_records import FormBox

__all__ = ["SOURCES", "proposed", "value_of_box", "value_of_source"]

Party = Plaintiff | Defendant


def value_of_box(matter: Matter, box: FormBox, party: str = "") -> str:
    """What goes into a box; of counties, whether at least half of a side’s are among those of the box,
    of causes whether any is."""
    value = value_of_source(matter, str(box.source), party)
    if not box.among or not value:
        return value
    if box.source == "causes":
        return _answer(any(cause in map(str, box.among) for cause in value.split("\n")))
    sides = [side.split("\n") for side in value.split("\n\n")]
    return _answer(any(2 * sum(one in map(str, box.among) for one in side) >= len(side) for side in sides))


def proposed(matter: Matter, form: str) -> str:
    """The code, as the form has it, that the first claim with one proposes; empty where none does."""
    causes = [cause for claim in matter.claims for cause in matter.theories[claim.id]]
    return next((str(cause.cover_codes[form]) for cause in causes if form in cause.cover_codes), "")


def value_of_source(matter: Matter, source: str, party: str = "") -> str:
    """What the source gives for the matter, for the party at that path; empty where the sheet does not say.
    Raises KeyError for a source that there is not.
    """
    return SOURCES[source](matter, party).strip()


def _firm(matter: Matter) -> Any:
    return matter.raw.counsel[0] if matter.raw.counsel else None


def _signer(matter: Matter) -> Any:
    firm = _firm(matter)
    lawyers = firm.lawyers if firm else []
    return next((one for one in lawyers if one.signs), lawyers[0] if lawyers else None)


def _of_firm(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: text(getattr(_firm(matter), field, None))


def _of_address(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: text(getattr(getattr(_firm(matter), "address", None), field, None))


def _of_signer(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: text(getattr(_signer(matter), field, None))


def _attorneys(matter: Matter, party: str) -> str:
    parts = (
        ", ".join(text(one.name) for firm in matter.raw.counsel[:1] for one in firm.lawyers),
        _of_firm("firm")(matter, party),
        address_lines(getattr(_firm(matter), "address", None)),
        _of_firm("telephone")(matter, party),
    )
    return "\n".join(part for part in parts if part)


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
        return "Yes" if where in homes(parties[0], str(matter.profile.state)) else ""

    return marked


def _counties(side: str) -> Callable[[Matter, str], str]:
    """The counties of the district in which the parties of a side live, one for each party, on lines."""

    def found(matter: Matter, _: str) -> str:
        served = {str(county) for one in matter.profile.divisions for county in one.counties}
        parties: list[Any] = list(getattr(matter.raw, side))
        return "\n".join(
            text(place.county)
            for party in parties
            for place in [place_of(party)]
            if place is not None
            and text(place.county) in served
            and text(place.state) == str(matter.profile.state)
        )

    return found


def _both_counties(matter: Matter, party: str = "") -> str:
    """The counties of the plaintiffs, an empty line, those of the defendants; “none” where nobody lives in
    the district, and nothing where the State of somebody’s place is not known.
    """
    everybody: list[Any] = [*matter.raw.plaintiffs, *matter.raw.defendants]
    if not all((place := place_of(one)) and text(place.state) for one in everybody):
        return ""
    sides = [_counties(side)(matter, party) for side in ("plaintiffs", "defendants")]
    return "\n\n".join(side or "none" for side in sides)


def _interested(matter: Matter) -> list[Any]:
    return [*matter.raw.plaintiffs, *matter.raw.defendants, *matter.raw.interested]


def _connection(one: Any) -> str:
    if isinstance(one, Plaintiff | Defendant):
        return type(one).__name__
    return text(one.connection)


def _government(side: str) -> Callable[[Matter, str], str]:
    """“No” where no party of a side is a public body; empty else, for a person to say which."""
    return lambda matter, _: (
        "" if any(one.kind == "public-body" for one in getattr(matter.raw, side)) else "No"
    )


def _is_original(matter: Matter) -> bool:
    return not matter.raw.posture or matter.raw.posture.kind == "original"


def _numbers_here(matter: Matter) -> list[str]:
    """The numbers of the related cases that are in this very court."""
    return [
        text(one.number)
        for one in matter.raw.related_cases
        if known(one.number)
        and text(one.court) in {str(name) for name in (matter.profile.name, *matter.profile.aliases)}
    ]


def _here(matter: Matter, related: str) -> str:
    """Whether there are related cases in this very court; empty where the sheet does not say."""
    return _answer(bool(_numbers_here(matter))) if related == "Yes" else related


def _has_related(matter: Matter) -> str:
    """Yes where the sheet names related cases, No where it says that there are none."""
    if matter.raw.related_cases:
        return "Yes"
    sheet: Any = matter.raw
    none_said = "related_cases" in sheet.__pydantic_fields_set__
    return "No" if none_said else ""


def _statutes(matter: Matter, _: str = "") -> str:
    cites = [str(cause.citation) for claim in matter.claims for cause in matter.theories[claim.id]]
    return "; ".join(dict.fromkeys(cites))


def _brief(matter: Matter, _: str = "") -> str:
    return text(matter.raw.cover.brief) if matter.raw.cover else ""


def _related(field: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: "; ".join(
        text(getattr(one, field)) for one in matter.raw.related_cases if known(getattr(one, field))
    )


def _court_address(matter: Matter) -> str:
    return address_lines(matter.raw.court.courthouse) if matter.raw.court else ""


def _factor(letter: str) -> Callable[[Matter, str], str]:
    def found(matter: Matter, _: str) -> str:
        cover = matter.raw.cover
        return _yes(cover is not None and letter in {str(one).lower() for one in cover.complex_factors})

    return found


def _code_of_firm(matter: Matter) -> str:
    """The code that the clerk of the court’s county gave the first firm."""
    county = text(matter.raw.court.county) if matter.raw.court else ""
    codes = _firm(matter).codes if _firm(matter) else []
    return next((text(one.code) for one in codes if county and county in text(one.court)), "")


def _yes(holds: bool) -> str:
    return "Yes" if holds else ""


def _answer(holds: bool | None) -> str:
    return "" if holds is None else "Yes" if holds else "No"


def _asks(*words: str) -> Callable[[Matter, str], str]:
    return lambda matter, _: _yes(any(word in str(item["kind"]) for item in matter.prayer for word in words))


SOURCES: dict[str, Callable[[Matter, str], str]] = {
    "plaintiffs": lambda matter, _: names(list(matter.raw.plaintiffs), True),
    "defendants": lambda matter, _: names(list(matter.raw.defendants), True),
    "plaintiffs-as-named": lambda matter, _: names(list(matter.raw.plaintiffs), False),
    "defendants-as-named": lambda matter, _: names(list(matter.raw.defendants), False),
    "plaintiff-county": lambda matter, _: county_of(list(matter.raw.plaintiffs)),
    "defendant-county": lambda matter, _: county_of(list(matter.raw.defendants)),
    "attorneys": _attorneys,
    "attorney-address": _attorneys,
    "attorneys-with-email": lambda matter, party: "\n".join(
        part for part in (_attorneys(matter, party), _of_signer("email")(matter, party)) if part
    ),
    "defendant-address": served_at,
    "basis": _basis,
    "is-federal-question": lambda matter, _: _yes(_basis(matter) == "3"),
    "is-diversity": lambda matter, _: _yes(_basis(matter) == "4"),
    **{
        f"{side[:-1]}{'-entity' if entity else ''}-{where}": _citizen(side, entity, where)
        for side in ("plaintiffs", "defendants")
        for entity in (False, True)
        for where in ("here", "elsewhere", "abroad")
    },
    "nature-of-suit": lambda matter, _: text(matter.raw.cover.nature_of_suit) if matter.raw.cover else "",
    "origin": lambda matter, _: "1" if _is_original(matter) else "",
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
    "plaintiff-counties": _counties("plaintiffs"),
    "defendant-counties": _counties("defendants"),
    "counties-of-a-side": _both_counties,
    "division": lambda matter, _: str(matter.division["found"].name) if matter.division["found"] else "",
    "removed": lambda matter, _: _answer(False) if _is_original(matter) else "",
    "government-plaintiff": _government("plaintiffs"),
    "government-defendant": _government("defendants"),
    "related-here": lambda matter, _: _here(matter, _has_related(matter)),
    "related-here-numbers": lambda matter, _: "; ".join(_numbers_here(matter)),
    "identical": lambda matter, _: "" if _here(matter, _has_related(matter)) != "No" else "No",
    "interested": lambda matter, _: "\n".join(text(one.name) for one in _interested(matter)),
    "interest": lambda matter, _: "\n".join(_connection(one) for one in _interested(matter)),
    "causes": lambda matter, _: "\n".join(
        str(cause.id) for claim in matter.claims for cause in matter.theories[claim.id]
    ),
    "by-hand": lambda matter, _: "",
    "defendant-name": lambda matter, party: served_at(matter, party).partition("\n")[0],
    "related-judge": _related("judge"),
    "related-number": _related("number"),
    "district": lambda matter, _: str(matter.profile.district),
    "court-name": lambda matter, _: str(matter.profile.name),
    "court-county": lambda matter, _: text(matter.raw.court.county) if matter.raw.court else "",
    "courthouse": lambda matter, _: _court_address(matter),
    "court-street": lambda matter, _: _court_address(matter).partition("\n")[0],
    "court-city": lambda matter, _: _court_address(matter).partition("\n")[2],
    "court-and-address": lambda matter, _: (
        f"{matter.profile.name}\n{_court_address(matter)}" if _court_address(matter) else ""
    ),
    "limited-or-not": lambda matter, _: _answer(matter.raw.cover.unlimited if matter.raw.cover else None),
    **{f"factor-{letter}": _factor(letter) for letter in "abcdef"},
    "firm-code": lambda matter, _: _code_of_firm(matter),
    "firm-fax": _of_firm("fax"),
    "case-number": lambda matter, _: text(matter.raw.posture.case_number) if matter.raw.posture else "",
    "case-name": lambda matter, _: (
        f"{names(list(matter.raw.plaintiffs[:1]), False)} v. {names(list(matter.raw.defendants[:1]), False)}"
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
