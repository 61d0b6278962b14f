"""Two matters at the edges: one with every kind of party, class, ground and section; one with as little in it
as a draft can have.
"""

from __future__ import annotations

from typing import Any

from matters import Case, _base, _claim, matter

from drafter.library import open_library

__all__ = ["bare", "unusual"]

PLACE = {"city": "Springfield", "county": "Sangamon", "state": "IL"}
DEFENDANTS: list[dict[str, Any]] = [
    {
        "id": "larkspur",
        "kind": "corporation",
        "name": "Larkspur Messaging, Inc.",
        "incorporated_in": "IL",
        "principal_place_of_business": {"city": "Chicago", "county": "Cook", "state": "IL"},
    },
    {
        "id": "alder",
        "kind": "partnership",
        "name": "Alder & Ash Partners",
        "short": "Alder",
        "incorporated_in": "AZ",
        "principal_place_of_business": {"state": "AZ", "county": "Pima"},
        "part": "Alder paid for it.",
    },
    {
        "id": "birch",
        "kind": "association",
        "name": "Birch Association",
        "formerly": ["Twig Club"],
        "doing_business_as": ["Birch Mail"],
        "incorporated_in": "OH",
    },
    {
        "id": "cedar",
        "kind": "foreign-entity",
        "name": "Cedar plc",
        "short": "Cedar",
        "foreign_law": "England",
        "foreign_form": "a public limited company",
        "principal_place_of_business": {"city": "London", "country": "England"},
    },
    {
        "id": "doyle",
        "kind": "individual",
        "name": "Ada Doyle",
        "short": "Doyle",
        "pronouns": "she",
        "office": "Chief Executive Officer of Larkspur",
        "capacity": ["individual"],
        "citizenship": {"state": "IL"},
    },
    {"id": "ewing", "kind": "individual", "name": "Bo Ewing", "short": "Ewing"},
    {"id": "council", "kind": "public-body", "name": "City of Springfield", "state_of_body": "IL"},
    {
        "id": "does",
        "kind": "does",
        "name": "Does 1 through 10",
        "does_purpose": "They wrote the code that made the copies.",
    },
    {
        "id": "fir",
        "kind": "llc",
        "name": "Fir LLC",
        "incorporated_in": "TX",
        "personal_jurisdiction": [
            {"kind": "specific", "facts": "it wrote to subscribers here"},
            {"kind": "consent", "facts": "it agreed to sue and be sued here"},
        ],
    },
]
PLAINTIFFS: list[dict[str, Any]] = [
    {
        "id": "reyes",
        "kind": "individual",
        "name": "Dana Reyes",
        "short": "Reyes",
        "pronouns": "she",
        "residence": {"county": "Cook", "state": "IL"},
        "citizenship": {"country": "Canada"},
        "represents": ["plus"],
        "experience": {
            "purchases": [
                {"product": "Larkspur Plus", "date": "2023-03", "seller": "a reseller"},
                {"product": "Larkspur Plus", "price": "$12"},
                {"product": "Larkspur Plus", "date": "2023-04", "price": "$12"},
            ],
            "assents": [
                {"agreement": "plus-terms", "arbitration_opt_out": "2023-03-09"},
                {"agreement": "privacy", "date": "2023-03-04", "manner": "clicked a link"},
            ],
            "statements": [
                {
                    "statement": "ad",
                    "date": "2023-03-01",
                    "place": "on her telephone",
                    "reliance": "Had she known, she would not have subscribed",
                },
                {"statement": "mail"},
            ],
            "injuries": [
                {"id": "paid", "kind": "money", "text": "paid for privacy"},
                {"id": "felt", "kind": "emotional"},
            ],
            "discovery": "Reyes read of it in a newspaper",
            "why_not_earlier": "Nothing that she could see told her of it",
            "future_intent": "Reyes would subscribe again",
        },
    },
    {
        "id": "kim",
        "kind": "minor",
        "name": "J.K.",
        "residence": PLACE,
        "citizenship": {"state": "IL"},
        "guardian": {"name": "Sun Kim", "capacity": "next-friend"},
        "represents": [],
        "experience": {"discovery": "A friend told J.K. of it"},
    },
    {
        "id": "union",
        "kind": "organization",
        "name": "Users’ Union",
        "short": "Union",
        "entity": "an association of subscribers",
        "incorporated_in": "IL",
        "principal_place_of_business": PLACE,
    },
    {"id": "ward", "kind": "government", "name": "Ward County", "entity": "a county of Illinois"},
    {"id": "nowhere", "kind": "individual", "name": "Lee Nowhere"},
]
CLASSES: list[dict[str, Any]] = [
    {
        "id": "plus",
        "name": "Plus Class",
        "wording": "All persons who subscribed to Larkspur Plus in 2024",
        "exclusions": ["standard", "employees of a reseller"],
        "rule_23b": ["b1a", "b2", "b3"],
        "numerosity": {"words": "thousands of", "source": "its report says so"},
        "common_questions": ["whether it copied"],
        "common_grounds": {"text": "It did the same to all"},
        "separate_actions": {"text": "Two courts could give it two rules for one server"},
        "issues": "Whether the copies were made should be certified under Rule 23(c)(4)",
        "reserve": "no",
    },
    {
        "id": "open",
        "name": "Open Class",
        "members": "persons",
        "conduct": "who wrote",
        "period": {"from": "2024-01-01", "until": "filing"},
        "rule_23b": ["b1b"],
        "reserve": "no",
        "exclusions": ["employees"],
    },
]


def unusual() -> dict[str, Any]:
    """A matter with parties, classes, grounds and sections of every kind."""
    sheet = matter(Case(("sca-2702-a1-ecs", "sca-2702-a2-rcs"), 3, 4, "federal", True))
    library = open_library()
    items = [
        item
        for section in sheet["allegations"]
        for item in section["items"]
        if item.get("actor") != "whitfield"
    ]
    items[0]["figure"] = "sign-up.png"
    nested = {
        "heading": "How It Was Done",
        "id": "how",
        "items": [items[1], {"heading": "By Night", "items": [items[2]]}],
    }
    sheet |= {
        "plaintiffs": PLAINTIFFS,
        "defendants": DEFENDANTS,
        "classes": CLASSES,
        "allegations": [items[0], nested, {"heading": "What Came of It", "items": items[3:]}],
        "defendant_groups": [
            {"id": "makers", "name": "Makers", "members": ["alder", "birch"]},
            {"id": "house", "name": "Arbor", "members": ["cedar", "fir"]},
        ],
        "non_parties": [
            {
                "id": "oak",
                "name": "Oak Hosting, Inc.",
                "short": "Oak",
                "relation": "the owner of the servers",
                "text": "Oak was not told.",
            }
        ],
        "agency": [
            {
                "principal": "larkspur",
                "agents": ["alder"],
                "text": "Alder acted for Larkspur, as its contract says",
            }
        ],
        "statements": [
            {
                "id": "ad",
                "speaker": "larkspur",
                "person": "its founder",
                "date": "2023-01-10",
                "through": "2023-12-31",
                "medium": "its sign-up page",
                "words": "Nobody reads it.",
                "why_false": "others read it",
                "knowledge": "It had hired them",
                "allegations": [items[2]["id"]],
            },
            {"id": "mail", "words": "Private."},
        ],
        "omissions": [
            {
                "id": "hush",
                "by": "larkspur",
                "fact": "that it copied",
                "duty": "exclusive-knowledge",
                "duty_facts": "It alone knew",
                "where": "on its sign-up page",
                "allegations": [items[2]["id"]],
            },
            {"id": "gap", "by": "house", "where": "the label"},
        ],
        "terms": [{"id": "job", "term": "Nightly Job", "meaning": "the program that made the copies"}],
        "tolling": [{"kind": "discovery", "text": "Nobody outside Larkspur could see the copies"}],
        "notices": [
            {
                "id": "letter",
                "statute": "the Plus Terms",
                "kind": "contractual",
                "to": ["larkspur"],
                "by": ["reyes"],
                "sent": "2026-01-05",
                "contents": "asked for deletion",
                "response": "Larkspur did not answer",
            },
            {"id": "unsent", "statute": "the Plus Terms"},
        ],
        "sections": [
            {
                "id": "choice",
                "heading": "Choice of Law",
                "after": "claims",
                "items": [{"id": "law", "text": "Illinois law governs.", "source": {"kind": "document"}}],
            }
        ],
        "style": {"opening_heading": "Introduction", "claim_word": "count", "citations": "full"},
        "relief": {
            "jointly": "yes",
            "inadequate_remedy": "Damages do not delete copies",
            "fee_grounds": ["the Plus Terms § 9"],
            "further": [{"kind": "other", "text": "An accounting"}],
        },
        "jurisdiction": {
            "grounds": ["federal-question", "cafa", "diversity", "supplemental"],
            "diverse_members": "a member is a citizen of Maine",
            "amount": {"total": "$9,000,000"},
            "text": "The Court has more.",
        },
        "venue": {
            "grounds": ["defendant-resides", "events", "property"],
            "facts": "the servers are here",
            "text": "No other court is nearer.",
        },
        "jury_demand": {"demanded": "yes", "issues": "the claims at law"},
        "court": {"id": "cand", "division_reason": "The servers stand in San Jose."},
    }
    sheet["agreements"] = [
        {**sheet["agreements"][0], "parties": ["reyes", "larkspur"]},
        {
            "id": "privacy",
            "title": "Privacy Statement",
            "terms": [
                {
                    "id": "silent",
                    "section": {"unknown": "which section"},
                    "quote": "We keep it.",
                    "effect": "to keep it",
                }
            ],
        },
    ]
    covenant = _claim("covenant", ("ca-breach-contract",), library, "federal", True) | {
        "by": ["reyes"],
        "for": [],
        "against": ["makers"],
        "title": "Breach of the Plus Terms",
        "law_reason": "The Plus Terms say so",
        "individually": "no",
    }
    quasi = _claim("quasi", ("ca-quasi-contract",), library, "federal", False) | {
        "alternative_to": ["covenant", "tried"],
        "for": ["plus", "open"],
        "individually": "no",
        "statements": ["ad"],
    }
    control = _claim("control", ("exchange-20a",), library, "federal", True) | {
        "predicates": ["covenant", "tried", "quasi"],
        "for": ["plus"],
    }
    tried = sheet["claims"][1] | {
        "for": ["plus"],
        "against": [],
        "relief": [{"kind": "punitive-damages", "omit": "yes"}],
    }
    tried.pop("alternative_to", None)
    tried.pop("predicates", None)
    sheet["claims"] = [covenant, tried, quasi, control]
    for own in ("rico-1962d", "securities-15", "ca-fraud"):
        sheet["claims"].append(
            _claim(own, (own,), library, "federal", True)
            | {
                "predicates": ["covenant", "tried"],
                "statements": ["mail"],
                "omissions": ["hush"],
            }
        )
    return sheet


def bare() -> dict[str, Any]:
    """A matter with next to nothing in it."""
    sheet = _base()
    claim = {"id": "covenant", "theories": ["ca-breach-contract"]}
    kept = {name: sheet[name] for name in ("schema_version", "matter", "posture", "counsel")}
    return {
        **kept,
        "court": {"id": "cand"},
        "plaintiffs": [{"id": "reyes", "kind": "individual", "name": "Dana Reyes", "represents": []}],
        "defendants": [{"id": "larkspur", "kind": "corporation", "name": "Larkspur Messaging, Inc."}],
        "claims": [claim],
        "venue": {"grounds": ["fallback"]},
        "jurisdiction": {"grounds": ["cafa"]},
        "jury_demand": "no",
        "statements": [{"id": "ad"}],
    }
