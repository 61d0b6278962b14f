"""What of one matter may go into another, and what must not.

Counsel, defendants as the public record has them, the wording of classes and the theories of claims are a
firm's to use again. What a client said, dates, notices, docket numbers, citations read and findings accepted
belong to the matter they were given in, and never go along.
"""

from __future__ import annotations

from typing import Any

from drafter.tree.ids import ids_in
from drafter.tree.paths import Location
from drafter.tree.shape import records_at, refers

__all__ = ["COPIED", "LEFT", "portion", "reused"]

Tree = dict[str, Any]

COPIED: dict[str, tuple[str, ...]] = {
    "FactSheet": (
        "schema_version",
        "court",
        "counsel",
        "defendants",
        "defendant_groups",
        "classes",
        "claims",
        "jurisdiction",
        "relief",
        "jury_demand",
        "style",
    ),
    "Court": ("id",),
    "Counsel": ("id", "firm", "role", "lawyers", "address", "telephone", "fax", "class_counsel", "legal_aid"),
    "Lawyer": ("name", "bar_number", "email", "signs"),
    "Address": ("street", "suite", "city", "state", "zip"),
    "Place": ("city", "county", "state", "country"),
    "Member": ("name", "citizenship", "country"),
    "Citizenship": ("state", "country", "also", "since", "stateless"),
    "Defendant": (
        "id",
        "kind",
        "name",
        "registered_name",
        "short",
        "pronouns",
        "doing_business_as",
        "formerly",
        "incorporated_in",
        "foreign_law",
        "foreign_form",
        "principal_place_of_business",
        "address",
        "members",
        "citizenship",
        "residence",
        "capacity",
        "office",
        "office_from",
        "office_through",
        "state_of_body",
        "business",
        "ticker",
        "parent_of",
        "checked",
        "checked_source",
    ),
    "DefendantGroup": ("id", "name", "members"),
    "RepresentedGroup": (
        "id",
        "name",
        "device",
        "subclass_of",
        "dimension",
        "members",
        "geography",
        "states",
        "citizens_only",
        "conduct",
        "includes",
        "product",
        "actor",
        "wording",
        "exclusions",
        "rule_23b",
        "common_questions",
        "reserve",
    ),
    "Claim": ("id", "theories", "title", "for_", "against", "law", "alternative_to", "predicates"),
    "Jurisdiction": ("grounds",),
    "Relief": ("fee_grounds", "jointly"),
    "JuryDemand": ("demanded", "issues"),
    "Style": (
        "citations",
        "claim_word",
        "representative_phrase",
        "face",
        "connector",
        "opening_heading",
        "class_legend",
        "order",
        "omit",
        "table_of_contents",
    ),
}
"""By kind of record: the fields that go into a new matter."""

LEFT: dict[str, tuple[str, ...]] = {
    "FactSheet": (
        "include",
        "reused_from",
        "alternatives",
        "closed",
        "matter",
        "legend",
        "posture",
        "plaintiffs",
        "non_parties",
        "agency",
        "agreements",
        "statements",
        "omissions",
        "exhibits",
        "terms",
        "epigraph",
        "nature",
        "allegations",
        "injury",
        "sections",
        "notices",
        "tolling",
        "venue",
        "dated",
        "related_cases",
        "filing_package",
        "searches",
        "authorities",
        "accepted_findings",
    ),
    "Court": ("county", "division", "division_reason", "filing_date", "judge", "standing_order_read"),
    "Counsel": ("represents", "conflicts"),
    "Lawyer": ("admission",),
    "Defendant": (
        "primary_state_defendant",
        "number_of_does",
        "does_purpose",
        "part",
        "flags",
        "personal_jurisdiction",
    ),
    "RepresentedGroup": (
        "period",
        "periods_by_claim",
        "issues",
        "numerosity",
        "typicality",
        "adequacy",
        "predominance",
        "superiority",
        "ascertainability",
        "substantial_benefit",
        "common_grounds",
        "separate_actions",
        "identification",
        "overlap_reason",
        "similarly_situated",
        "demand",
    ),
    "Claim": (
        "by",
        "individually",
        "law_reason",
        "incorporates",
        "leaves_out",
        "elements",
        "answers",
        "agreement",
        "terms",
        "statements",
        "omissions",
        "harm",
        "relief",
        "notices",
        "accrued",
        "act_date",
        "heading_note",
        "challenges_statute",
        "products",
        "inadequate_remedy",
    ),
    "Jurisdiction": (
        "diverse_plaintiff",
        "diverse_members",
        "amount",
        "cafa_exceptions",
        "home_state_share",
        "supplemental_reason",
        "text",
    ),
    "Relief": (
        "declaration",
        "injunction",
        "inadequate_remedy",
        "live_dispute",
        "further",
        "special_damages",
    ),
}
"""By kind of record: the fields that never do. Together the two tables name every field of each record that
is copied (a test).
"""


def reused(tree: Tree) -> Tree:
    """What of a matter's whole tree goes into a new one. References to what stays behind are left out."""
    kept = _copied(tree, ())
    return portion(kept)


def portion(tree: Tree) -> Tree:
    """A part of a sheet, able to stand alone: without references to what is not in it."""
    there = set(ids_in(tree))
    found = _without_dangling(tree, there, ())
    return found if isinstance(found, dict) else {}


def _copied(value: Any, location: Location) -> Any:
    if isinstance(value, list):
        return [_copied(entry, (*location, position)) for position, entry in enumerate(value)]
    if not isinstance(value, dict):
        return value
    kind = next((record for record in records_at(location) if record.__name__ in COPIED), None)
    if kind is None:
        return {}
    names = {name.rstrip("_") for name in COPIED[kind.__name__]}
    found = {name: _copied(entry, (*location, name)) for name, entry in value.items() if name in names}
    return {name: entry for name, entry in found.items() if entry not in ({}, [])}


def _without_dangling(value: Any, there: set[str], location: Location) -> Any:
    if isinstance(value, list):
        return [
            _without_dangling(entry, there, (*location, position)) for position, entry in enumerate(value)
        ]
    if not isinstance(value, dict):
        return value
    found: Tree = {}
    for name, entry in value.items():
        if refers(location, name):
            listed = [own for own in (entry if isinstance(entry, list) else [entry]) if own in there]
            if listed:
                found[name] = listed if isinstance(entry, list) else listed[0]
        else:
            found[name] = _without_dangling(entry, there, (*location, name))
    return found
