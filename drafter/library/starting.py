"""Beginning a matter from a kind of case: what a starter puts into a sheet. Never a fact: what the facts are
to show stands there as what is not known.
"""

from __future__ import annotations

from typing import Any, Collection, Sequence, cast

from drafter.errors import NotFound
from drafter.facts.values import Unknown
from drafter.library import Library
from drafter.library.starters import Starter, StarterClaim, StarterClass, StarterHeading
from drafter.library.theories import is_core
from drafter.wording import listed, slug

__all__ = ["fits", "heading_note", "starter_of", "starter_tree", "usual_claims"]

Tree = dict[str, Any]


def fits(library: Library, claim: StarterClaim, state: str) -> bool:
    """Whether a claim can be pleaded under the law of `state`, or, where none is known (""), under federal
    law alone; a core cause only where the library has something for that State.
    """
    if claim.states:
        return state in claim.states
    if not _is_core(library, claim):
        return True
    return bool(state) and state not in claim.not_states and _is_held(library, claim, state)


def _is_held(library: Library, claim: StarterClaim, state: str) -> bool:
    try:
        return all(library.pleaded(str(theory), [state]) for theory in claim.theories)
    except NotFound:
        return False


def usual_claims(library: Library, starter: Starter, state: str) -> list[str]:
    """The ids of the claims that are taken in without being chosen."""
    return [str(claim.id) for claim in starter.claims if claim.usual and fits(library, claim, state)]


def starter_of(library: Library, name: str) -> Starter:
    """A kind of case to begin from. Raises NotFound, TemplateError."""
    return cast(Starter, library.record("starters", name))


def starter_tree(library: Library, name: str, state: str = "", claims: Sequence[str] | None = None) -> Tree:
    """What the starter `name` puts into a sheet: `claims` of it (by id; the usual ones where none are given),
    under the law of `state`, its classes, and an outline whose headings say what is to be shown. Raises
    NotFound, TemplateError.
    """
    starter = starter_of(library, name)
    chosen = usual_claims(library, starter, state) if claims is None else claims
    there = [each for each in starter.classes if state or not each.per_state]
    wanted = [each for each in starter.claims if each.id in chosen]
    claims_there = [
        _claim(library, each, state, chosen, _classes_of(library, each, there)) for each in wanted
    ]
    named = {own for claim in claims_there for own in claim.get("for", ())}
    above = {str(each.subclass_of) for each in there if each.id in named and each.subclass_of}
    tree: Tree = {
        "classes": [_class(each, state) for each in there if each.id in named | above],
        "allegations": [_heading(each) for each in starter.outline],
        "claims": claims_there,
    }
    return {name: entries for name, entries in tree.items() if entries}


def _classes_of(library: Library, claim: StarterClaim, there: Sequence[StarterClass]) -> list[str]:
    """The classes that a claim is for: those it names, else its State's subclass, else the whole class."""
    if claim.classes:
        return [str(each.id) for each in there if each.id in claim.classes]
    of_state = [str(each.id) for each in there if each.per_state and _of_state(library, claim)]
    return of_state or [str(each.id) for each in there if not each.subclass_of and not each.device]


def _of_state(library: Library, claim: StarterClaim) -> bool:
    return bool(claim.states) or _is_core(library, claim)


def _is_core(library: Library, claim: StarterClaim) -> bool:
    return is_core(library, str(claim.theories[0]))


def _claim(
    library: Library, claim: StarterClaim, state: str, chosen: Collection[str], classes: Sequence[str]
) -> Tree:
    law = [state] if state and _of_state(library, claim) else []
    parts = {
        "for": list(classes),
        "law": law,
        "predicates": [str(one) for one in claim.predicates if one in chosen],
        "alternative_to": [str(one) for one in claim.alternative_to if one in chosen],
    }
    given = {name: value for name, value in parts.items() if value}
    return {"id": str(claim.id), "theories": [str(one) for one in claim.theories], **given}


def _class(shape: StarterClass, state: str) -> Tree:
    parts = {
        "subclass_of": shape.subclass_of and str(shape.subclass_of),
        "device": shape.device,
        "members": Unknown(str(shape.sought)),
        "states": [state] if shape.per_state else [],
        "rule_23b": [str(one) for one in shape.rule_23b],
        "common_questions": [str(one) for one in shape.common_questions],
        "exclusions": [] if shape.subclass_of or shape.device else ["standard"],
    }
    return {"id": str(shape.id), **{name: value for name, value in parts.items() if value}}


def _heading(part: StarterHeading) -> Tree:
    return {"id": slug(str(part.show), "part"), "heading": Unknown(heading_note(part))}


def heading_note(part: StarterHeading) -> str:
    """What stands where a heading is still to be written: what it is to show, and what proves it."""
    proof = f" (proof: {listed([str(one) for one in part.prove])})" if part.prove else ""
    return f"{part.show}{proof}"
