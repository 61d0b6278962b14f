"""What becomes of each field in a redacted copy of a sheet: a table by kind of record, so that a new field has to be classified (a test).

A redacted copy is for a colleague, an expert or a vendor. Defendants, counsel's names, claims, classes and what will be pleaded stay, with
stand-ins for the names of clients and witnesses; what identifies a client, and the firm's own notes, do not go along.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["KEPT", "SEALED", "TREATED", "Treatment"]


class Treatment(Enum):
    """What is done with a field.

    NAME   a person's name: a stand-in, here and wherever it occurs
    BLANK  left out, and said to be: contact details, amounts and numbers of one client
    YEAR   a date of one client: its year alone
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
    "FactSheet": {OUT: ("include", "reused_from", "alternatives", "searches", "authorities", "accepted_findings")},
    "Posture": {BLANK: ("case_number",)},
    "Court": {PLACE: ("county", "division")},
    "Counsel": {BLANK: ("telephone", "fax"), OUT: ("conflicts",)},
    "Lawyer": {BLANK: ("email",)},
    "Address": {BLANK: ("street", "suite", "zip"), TOWN: ("city",)},
    "Plaintiff": {NAME: ("name", "short", "decedent"), BLANK: ("pseudonym_leave",), OUT: ("members", "relations", "confirmed")},
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
    "Relief": {OUT: ("special_damages",)},
    "RelatedCase": {BLANK: ("number",)},
    "Search": {OUT: ("kind", "date", "where", "found")},
    "AuthorityChecked": {OUT: ("cite", "by", "date", "note")},
    "Acceptance": {OUT: ("check", "where", "by", "date", "why", "hash", "states")},
}  # fmt: skip
"""By kind of record: the fields that do not go along as they are."""

KEPT: dict[str, tuple[str, ...]] = {
    "FactSheet": (
        "schema_version", "matter", "legend", "posture", "court", "counsel", "plaintiffs", "defendants", "defendant_groups", "non_parties",
        "agency", "agreements", "statements", "omissions", "exhibits", "terms", "epigraph", "nature", "allegations", "injury", "sections",
        "classes", "claims", "notices", "tolling", "jurisdiction", "venue", "relief", "jury_demand", "dated", "related_cases",
        "filing_package", "closed", "style",
    ),
    "Posture": ("kind", "which", "footing", "footing_detail", "mdl_legend", "relates_to", "master_complaint"),
    "Court": ("id", "division_reason", "filing_date", "judge", "standing_order_read"),
    "Counsel": ("id", "firm", "role", "lawyers", "address", "represents", "class_counsel"),
    "Lawyer": ("name", "bar_number", "admission", "signs"),
    "Admission": ("status", "local_counsel"),
    "Address": ("state",),
    "Plaintiff": (
        "id", "kind", "pronouns", "guardian", "entity", "residence", "address", "citizenship", "incorporated_in", "principal_place_of_business",
        "standing_as_entity", "experience", "represents", "trades",
    ),
    "Guardian": ("capacity",),
    "Place": ("state",),
    "Citizenship": ("state", "also", "stateless"),
    "Experience": (
        "purchases", "assents", "statements", "omission_reliance", "data_types", "injuries", "discovery", "why_not_earlier",
        "future_intent", "allegations", "not_inside",
    ),
    "Purchase": ("product", "price_note", "place", "seller", "use"),
    "AssentGiven": ("agreement", "version", "manner"),
    "SeenStatement": ("statement", "place", "reliance"),
    "Injury": ("id", "kind", "text", "allegations", "violations", "claims"),
    "Defendant": (
        "id", "kind", "name", "registered_name", "short", "pronouns", "doing_business_as", "formerly", "incorporated_in", "foreign_law",
        "foreign_form", "principal_place_of_business", "address", "members", "citizenship", "residence", "capacity", "office",
        "office_from", "office_through", "state_of_body", "primary_state_defendant", "number_of_does", "does_purpose", "business", "part",
        "ticker", "parent_of", "checked", "checked_source", "flags", "personal_jurisdiction",
    ),
    "Member": ("name", "citizenship"),
    "PersonalJurisdiction": ("kind", "statute", "facts", "allegations"),
    "DefendantGroup": ("id", "name", "members"),
    "NonParty": ("id", "relation", "text", "why_not_joined", "print_name"),
    "Agency": ("principal", "agents", "text"),
    "Agreement": (
        "id", "title", "short", "kind", "parties", "class_wide", "versions", "assent", "consideration", "terms", "governing_law",
        "performance", "conditions", "damages", "clauses", "exhibit", "attached_or_quoted",
    ),
    "Version": ("id", "title", "from_", "through", "exhibit", "url"),
    "Term": ("id", "section", "quote", "effect", "version", "pin", "unilateral_change"),
    "Clause": ("kind", "section", "quote", "answer", "allegations"),
    "Statement": ("id", "speaker", "person", "date", "through", "medium", "words", "why_false", "knowledge", "exhibit", "allegations", "inducement"),
    "Omission": ("id", "by", "fact", "duty", "duty_facts", "where", "allegations"),
    "Exhibit": ("id", "label", "title", "date", "author", "url", "visited", "archived", "attached", "sealed", "redacted", "language"),
    "DefinedTerm": ("id", "term", "meaning"),
    "Epigraph": ("words", "who", "source"),
    "Allegation": (
        "id", "text", "gist", "date", "through", "actor", "actors", "plaintiffs", "place", "source", "further_sources", "basis", "quotes",
        "exhibits", "conclusion", "sensitive", "future",
    ),
    "Source": ("kind", "exhibit", "document", "pin", "url", "visited", "archived", "from_"),
    "Basis": ("kind", "because"),
    "Quotation": ("words", "exhibit", "pin", "emphasis", "altered"),
    "Section": ("heading", "id", "items"),
    "Subsection": ("heading", "id", "items"),
    "Subsubsection": ("heading", "id", "items"),
    "FreeSection": ("id", "heading", "after", "items"),
    "RepresentedGroup": (
        "id", "name", "device", "subclass_of", "dimension", "members", "geography", "states", "citizens_only", "conduct", "includes",
        "product", "actor", "period", "periods_by_claim", "wording", "exclusions", "rule_23b", "issues", "numerosity", "common_questions",
        "typicality", "adequacy", "predominance", "superiority", "common_grounds", "separate_actions", "identification", "overlap_reason", "reserve",
        "similarly_situated", "demand",
    ),
    "Period": ("from_", "through", "until", "claim"),
    "Numerosity": ("low", "high", "words", "source", "allegations"),
    "Manner": ("text", "allegations"),
    "Claim": (
        "id", "theories", "title", "by", "for_", "individually", "against", "law", "law_reason", "alternative_to", "predicates",
        "incorporates", "leaves_out", "elements", "answers", "agreement", "terms", "statements", "omissions", "harm", "relief", "notices",
        "accrued", "act_date", "heading_note", "challenges_statute", "products", "inadequate_remedy",
    ),
    "ElementSupport": ("allegations", "key", "application", "because", "not_pleaded"),
    "ReliefSought": ("kind", "text", "authority", "claims", "classes", "against", "acts", "amount", "omit"),
    "Notice": (
        "id", "statute", "kind", "sent", "received", "method", "to", "addressee", "by", "contents", "violations", "response", "claims",
        "right_to_sue", "exhibit",
    ),
    "Tolling": ("kind", "text", "allegations", "claims", "related_case"),
    "Jurisdiction": (
        "grounds", "diverse_plaintiff", "diverse_members", "amount", "cafa_exceptions", "home_state_share", "supplemental_reason", "text",
    ),
    "Amount": ("total", "members", "per_member_low", "per_member_likely", "per_member_high", "per", "injunction_value", "working"),
    "Venue": ("grounds", "statute", "facts", "allegations", "text"),
    "Relief": ("declaration", "injunction", "inadequate_remedy", "live_dispute", "fee_grounds", "further", "jointly"),
    "JuryDemand": ("demanded", "issues"),
    "RelatedCase": ("id", "caption", "court", "filed", "status", "relation", "class_action", "disclosed"),
    "FilingPaper": ("kind", "title", "by", "ready", "date"),
    "Style": (
        "citations", "claim_word", "representative_phrase", "face", "connector", "opening_heading", "class_legend", "order", "omit",
        "table_of_contents",
    ),
}  # fmt: skip
"""By kind of record: the fields that do, their text with stand-ins. Together the two tables name every field of every record (a test)."""

SEALED: dict[str, tuple[str, ...]] = {
    "Allegation": ("text", "gist", "date", "through", "place", "quotes", "source", "further_sources", "basis"),
    "Exhibit": ("title", "author", "date", "url", "visited", "archived"),
    "Term": ("quote", "effect"),
    "Clause": ("quote", "answer"),
    "Statement": ("words", "why_false", "knowledge"),
}  # fmt: skip
"""Of an allegation that is sensitive, an exhibit to be sealed, and what stands on such an exhibit: the fields that are left out."""
