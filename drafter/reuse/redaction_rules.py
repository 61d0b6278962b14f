"""What becomes of each field in a redacted copy of a sheet: a table by kind of record, so that a new field
has to be classified (a test).

A redacted copy is for a colleague, an expert or a vendor. Defendants, counsel's names, claims, classes and
what will be pleaded stay, with stand-ins for the names of clients and witnesses; what identifies a client,
and the firm's own notes, do not go along.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["SEALED", "TREATED", "Treatment"]


class Treatment(Enum):
    """What is done with a field.

    NAME   a person's name: a stand-in, here and wherever it occurs
    BLANK  left out, and said to be: contact details, amounts and numbers of one client
    YEAR   a date of one client, or on which time began to run again: its year alone
    TOWN   of a client: left out; of a defendant it stays
    PLACE  a county or country: as it is, whatever a client is called
    OUT    taken out: notes, what was confirmed, searched and accepted, names of files
    """

    NAME = "name"
    BLANK = "blank"
    YEAR = "year"
    TOWN = "town"
    PLACE = "place"
    OUT = "out"


NAME, BLANK, YEAR, TOWN, PLACE, OUT = Treatment

TREATED: dict[str, dict[Treatment, tuple[str, ...]]] = {
    "FactSheet": {
        OUT: ("include", "reused_from", "alternatives", "searches", "authorities", "accepted_findings")
    },
    "Posture": {BLANK: ("case_number",)},
    "Court": {PLACE: ("county", "division")},
    "Counsel": {BLANK: ("telephone", "fax"), OUT: ("conflicts",)},
    "Lawyer": {BLANK: ("email",)},
    "Address": {BLANK: ("street", "suite", "zip"), TOWN: ("city",)},
    "Plaintiff": {
        NAME: ("name", "short", "decedent"),
        BLANK: ("pseudonym_leave",),
        OUT: ("members", "relations", "confirmed"),
    },
    "Guardian": {NAME: ("name",), BLANK: ("appointed",)},
    "Place": {TOWN: ("city",), PLACE: ("county", "country")},
    "Citizenship": {YEAR: ("since",), PLACE: ("country",)},
    "Experience": {YEAR: ("discovered",)},
    "Purchase": {YEAR: ("date", "through"), BLANK: ("price",)},
    "AssentGiven": {YEAR: ("date", "arbitration_opt_out")},
    "SeenStatement": {YEAR: ("date",)},
    "Injury": {BLANK: ("amount",)},
    "Member": {PLACE: ("country",)},
    "NonParty": {NAME: ("name", "short")},
    "Exhibit": {OUT: ("file",)},
    "Allegation": {OUT: ("figure", "confirmed", "note")},
    "Source": {NAME: ("who",), OUT: ("interviewed_by", "interviewed_on", "note")},
    "Notice": {BLANK: ("address", "agency_number")},
    "Amount": {BLANK: ("individual",)},
    "Tolling": {YEAR: ("from_", "through")},
    "Relief": {OUT: ("special_damages",)},
    "RelatedCase": {BLANK: ("number",)},
    "Search": {OUT: ("kind", "date", "where", "found")},
    "AuthorityChecked": {OUT: ("cite", "by", "date", "note")},
    "Acceptance": {OUT: ("check", "where", "by", "date", "why", "hash", "states")},
}
"""By kind of record: the fields that do not go along as they are; the others are in
`drafter.reuse.redaction_kept`.
"""

SEALED: dict[str, tuple[str, ...]] = {
    "Allegation": (
        "text",
        "gist",
        "date",
        "through",
        "place",
        "quotes",
        "source",
        "further_sources",
        "basis",
    ),
    "Exhibit": ("title", "author", "date", "url", "visited", "archived"),
    "Term": ("quote", "effect"),
    "Clause": ("quote", "answer"),
    "Statement": ("words", "why_false", "knowledge"),
}
"""Of an allegation that is sensitive, an exhibit to be sealed, and what stands on such an exhibit: the fields
that are left out.
"""
