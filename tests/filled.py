"""Matters that together fill every field of the sheet that prints or is checked: samples, filings, and these,
which are samples with further fields. All of it is fiction.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from conftest import ROOT

from drafter.tree.answers import Change
from drafter.yamltext.rewrite import apply

__all__ = ["FILLED", "filled", "matters"]

Overlay = dict[str, Any]

ADDRESS = {"street": "1 Example Way", "suite": "Suite 2", "city": "Boston", "state": "MA", "zip": "02100"}
PLACE = {"city": "Boston", "county": "Suffolk", "state": "MA"}

EDITED = {"court": "ilnd", "by": "Ann Ito", "on": "2026-11-30", "draft": "1"}
OVERRIDES = [
    EDITED
    | {
        "id": "word-1",
        "paragraph": "section/jurisdiction",
        "beneath": "439683b6a50b",
        "over": "JURISDICTION AND VENUE",
        "words": "WHY THIS COURT",
    },
    EDITED
    | {
        "id": "word-2",
        "paragraph": "section/jurisdiction",
        "after": "yes",
        "numbered": "yes",
        "words": "This Court may hear the case.",
    },
    EDITED | {"id": "word-3", "paragraph": "section/parties", "omit": "yes"},
]
"""What a partner wrote in the Word file."""

PARTIES: Overlay = {
    "+overrides": OVERRIDES,
    "posture": {
        "kind": "amended",
        "which": "First",
        "footing": "leave-of-court",
        "footing_detail": "The Court gave leave on May 2, 2026 (Dkt. 31).",
        "case_number": "1:26-cv-01234",
        "mdl_legend": "MDL No. 3000",
        "relates_to": "ALL ACTIONS",
    },
    "court.judge": "Hon. Ada Example",
    "court.standing_order_read": "yes",
    "court.filing_date": "2026-11-02",
    "counsel.hallam.fax": "(312) 555-0101",
    "+counsel": {
        "id": "rowe",
        "firm": "Rowe LLP",
        "role": "local",
        "class_counsel": "no",
        "represents": ["whitfield"],
        "lawyers": [
            {
                "name": "Ann Rowe",
                "bar_number": "ARDC No. 0000009",
                "email": "rowe@rowe.example",
                "signs": "yes",
                "admission": {"status": "admitted"},
            },
            {"name": "Ben Rowe", "bar_number": "ARDC No. 0000010", "email": "ben@rowe.example"},
        ],
        "address": ADDRESS,
        "telephone": "(617) 555-0100",
    },
    "plaintiffs.reyes.relations": "cousin of Ruth Hallam",
    "+plaintiffs": [
        {
            "id": "minor",
            "kind": "minor",
            "name": "A. B.",
            "short": "A. B.",
            "pronouns": "she",
            "guardian": {
                "name": "Carol B.",
                "capacity": "next-friend",
                "appointed": "Leave to act as next friend is sought with this complaint.",
            },
            "residence": PLACE,
            "citizenship": {"state": "MA"},
        },
        {
            "id": "estate",
            "kind": "estate",
            "name": "Estate of Della Poe",
            "short": "Poe",
            "decedent": "Della Poe",
            "guardian": {"name": "Ed Poe", "capacity": "executor"},
            "residence": PLACE,
            "citizenship": {"state": "MA", "stateless": "no"},
        },
        {
            "id": "hidden",
            "kind": "pseudonym",
            "name": "Jane Doe",
            "pseudonym_leave": "A motion for leave is filed with the complaint.",
            "residence": PLACE,
            "citizenship": {"country": "Canada"},
        },
        {
            "id": "league",
            "kind": "organization",
            "name": "Privacy League",
            "short": "League",
            "entity": "a nonprofit corporation",
            "incorporated_in": "MA",
            "principal_place_of_business": PLACE,
            "residence": PLACE,
            "standing_as_entity": "The League sues for its members, whose messages were copied.",
        },
        {
            "id": "fund",
            "kind": "organization",
            "name": "Message Fund LLC",
            "short": "Fund",
            "entity": "a limited liability company",
            "members": [
                {"name": "Fay Member", "citizenship": "OR"},
                {"name": "Gil Member", "country": "Canada"},
            ],
            "residence": PLACE,
        },
    ],
    "+defendants": [
        {
            "id": "officer",
            "kind": "individual",
            "name": "Hal Officer",
            "short": "Officer",
            "pronouns": "he",
            "capacity": ["official", "individual"],
            "office": "Chief Executive Officer of Larkspur",
            "office_from": "2019-01",
            "office_through": "2024-06-30",
            "residence": PLACE,
            "citizenship": {"state": "IL"},
            "business": "ran Larkspur",
            "personal_jurisdiction": [
                {
                    "kind": "nationwide-service",
                    "statute": "15 U.S.C. § 78aa(a)",
                    "facts": "he was served in Chicago",
                }
            ],
        },
        {
            "id": "abroad",
            "kind": "foreign-entity",
            "name": "Larkspur Europe plc",
            "short": "Larkspur Europe",
            "foreign_law": "Ireland",
            "foreign_form": "a public limited company",
            "principal_place_of_business": {"city": "Dublin", "country": "Ireland"},
            "business": "sells messaging in Europe",
            "doing_business_as": ["Lark"],
            "formerly": ["Old Lark plc"],
            "flags": ["bankruptcy"],
            "ticker": "NYSE: LRK",
        },
        {
            "id": "body",
            "kind": "public-body",
            "name": "Messaging Board",
            "short": "Board",
            "state_of_body": "IL",
            "primary_state_defendant": "yes",
            "address": ADDRESS,
            "business": "licenses messaging",
        },
        {
            "id": "does",
            "kind": "does",
            "name": "Does 1–10",
            "does_purpose": "Does 1 to 10 ran the nightly job.",
        },
    ],
    "defendants.larkspur.parent_of": ["abroad"],
    "defendants.larkspur.registered_name": "Larkspur Messaging of Delaware, Inc.",
    "defendants.tallgrass.members": [{"name": "Ida Member", "citizenship": "TX"}],
    "plaintiff_groups": [{"id": "users", "name": "Messaging Plaintiffs", "members": ["reyes", "whitfield"]}],
    "defendant_groups": [{"id": "makers", "name": "Messaging Defendants", "members": ["larkspur", "abroad"]}],
    "non_parties": [
        {
            "id": "cloud",
            "name": "Cloud, Inc.",
            "short": "Cloud",
            "relation": "the host of Larkspur’s servers",
            "text": "It kept the backups.",
        },
        {"id": "cw", "name": "Nan Witness", "relation": "a former engineer", "print_name": "no"},
    ],
    "allegations.nightly-copies.actor": "cw",
    "agency": [
        {"principal": "larkspur", "agents": ["tallgrass"], "text": "Larkspur directed each nightly copy."}
    ],
    "claims.sca.against": ["makers"],
    "jurisdiction.grounds": ["federal-question", "supplemental", "cafa", "diversity"],
    "jurisdiction.amount": {"total": "6000000", "individual": "90000"},
    "jurisdiction.text": "No other court has heard these claims.",
    "style": {
        "citations": "full",
        "claim_word": "cause-of-action",
        "representative_phrase": "for themselves and all others like them",
        "face": "Century Schoolbook",
        "connector": "vs.",
        "opening_heading": "SUMMARY OF THE ACTION",
        "class_legend": "CLASS ACTION",
        "table_of_contents": "yes",
    },
    "venue.facts": None,
    "allegations.plus-service.place": "in Chicago",
    "plaintiffs.whitfield.experience.injuries.whitfield-paid.allegations": ["whitfield-messages"],
    "allegations.whitfield-messages.future": "yes",
    "jury_demand": {"demanded": "yes", "issues": "the First and Second Causes of Action"},
    "dated": "2026-11-03",
    "epigraph": {
        "words": "We never read your mail.",
        "who": "Larkspur",
        "source": "advertisement of May 2023",
    },
    "related_cases": [
        {
            "id": "poe",
            "caption": "Poe v. Larkspur Messaging, Inc.",
            "number": "1:25-cv-01000",
            "court": "N.D. Ill.",
            "filed": "2025-01-10",
            "status": "Pending.",
            "relation": "Same events.",
            "class_action": "yes",
            "in_caption": "yes",
            "disclosed": "no",
        }
    ],
    "relief.jointly": "yes",
    "authorities": [
        {"cite": "18 U.S.C. § 2702(a)(1)", "by": "Ruth Hallam", "date": "2026-10-01", "note": "Westlaw"}
    ],
    "accepted_findings": [
        {
            "check": "CLS-019",
            "where": "plaintiffs.reyes.relations",
            "hash": "0",
            "states": ["IL"],
            "by": "Ruth Hallam",
            "date": "2026-10-02",
            "why": "Disclosed to the client.",
        }
    ],
}
"""Everyone who can sue or be sued, a later complaint in a federal court, and how it is to look."""

FACTS: Overlay = {
    "posture": {
        "title": "Short-Form Complaint and Jury Demand",
        "kind": "short-form",
        "master_complaint": "the Master Complaint (Dkt. 120)",
    },
    "court.filing_date": "2026-11-02",
    "exhibits": [
        {
            "id": "plus-terms-exhibit",
            "title": "Larkspur Plus Terms",
            "date": "2022-01-01",
            "author": "Larkspur",
            "language": "German",
            "sealed": "yes",
            "attached": "yes",
            "redacted": "yes",
        },
        {
            "id": "vendor-agreement",
            "label": "7",
            "title": "Data Services Agreement",
            "date": "2024-02-12",
            "url": "https://larkspur.example/vendors",
            "visited": "2026-09-01",
            "archived": "https://archive.example/1",
        },
    ],
    "allegations.vendor-contract.quotes": [
        {
            "words": "every single night",
            "exhibit": "vendor-agreement",
            "pin": "p. 3",
            "emphasis": "added",
            "altered": "yes",
        }
    ],
    "allegations.plus-service.exhibits": ["vendor-agreement"],
    "allegations.plus-service.actors": ["larkspur", "tallgrass"],
    "allegations.plus-service.sensitive": "yes",
    "allegations.plus-service.further_sources": [
        {
            "kind": "press",
            "document": "Daily Example, May 2, 2024",
            "pin": "p. A1",
            "url": "https://daily.example/1",
            "visited": "2026-09-01",
            "archived": "https://archive.example/2",
        }
    ],
    "allegations.no-notice.source": {"kind": "inference", "from": ["plus-service"]},
    "allegations.no-notice.basis": {
        "kind": "information-and-belief",
        "because": "the settings are in Larkspur’s hands",
    },
    "allegations.no-notice.figure": "screen.png",
    "+allegations": [
        {
            "heading": "Larkspur Kept Quiet",
            "id": "quiet",
            "items": [
                {
                    "heading": "It Told Nobody",
                    "id": "told",
                    "items": [
                        {
                            "heading": "Not Even When Asked",
                            "id": "asked",
                            "items": [
                                {
                                    "id": "unasked",
                                    "text": "Larkspur did not answer.",
                                    "conclusion": "no",
                                    "future": "no",
                                    "source": {"kind": "document", "document": "mail of May 2024"},
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ],
    "sections": [
        {
            "id": "market",
            "heading": "THE MARKET",
            "after": "parties",
            "items": [
                {
                    "id": "share",
                    "text": "Larkspur has a third of the market.",
                    "source": {"kind": "document", "document": "a report"},
                }
            ],
        }
    ],
    "terms": [{"id": "copies", "term": "Copies", "meaning": "what the nightly job made"}],
    "agreements.plus-terms.kind": "oral",
    "agreements.plus-terms.performance": "Each subscriber paid each month.",
    "agreements.plus-terms.conditions": "No condition stood in the way.",
    "agreements.plus-terms.damages": "Each lost what was paid.",
    "agreements.plus-terms.attached_or_quoted": "attached",
    "agreements.plus-terms.versions": [
        {
            "id": "v1",
            "title": "First Plus Terms",
            "from": "2022-01-01",
            "through": "2023-12-31",
            "exhibit": "vendor-agreement",
            "url": "https://larkspur.example/terms",
        }
    ],
    "agreements.plus-terms.terms.private-messages.version": "v1",
    "agreements.plus-terms.terms.private-messages.unilateral_change": "yes",
    "agreements.plus-terms.clauses": [
        {"kind": "arbitration", "quote": "Disputes go to arbitration."},
        {"kind": "forum", "section": "9", "answer": "It names this court.", "allegations": ["plus-service"]},
    ],
    "statements": [
        {
            "id": "never",
            "speaker": "larkspur",
            "person": "its account",
            "date": "2023-05-02",
            "through": "2023-06-02",
            "medium": "its website",
            "words": "We never read your mail.",
            "why_false": "it copied every message",
            "knowledge": "Its own engineers made the copies.",
            "exhibit": "vendor-agreement",
            "allegations": ["nightly-copies"],
            "inducement": "480",
        }
    ],
    "omissions": [
        {
            "id": "copied",
            "by": "larkspur",
            "fact": "that it copied every message",
            "duty": "exclusive-knowledge",
            "duty_facts": "Only Larkspur could see the job.",
            "where": "the settings page",
            "allegations": ["no-notice"],
        }
    ],
    "plaintiffs.reyes.experience.assents.1.version": "v1",
    "plaintiffs.reyes.experience.assents.1.arbitration_opt_out": "2023-03-20",
    "plaintiffs.reyes.experience.statements": [
        {"statement": "never", "date": "2023-06-02", "place": "the website", "reliance": "She subscribed."}
    ],
    "plaintiffs.reyes.experience.omission_reliance": "Reyes would have read it on the settings page.",
    "plaintiffs.reyes.experience.data_types": ["messages"],
    "plaintiffs.reyes.experience.discovered": "2025-07-01",
    "plaintiffs.reyes.experience.discovery": "Reyes read of the copies in the press.",
    "plaintiffs.reyes.experience.why_not_earlier": "Nothing before told her of them.",
    "plaintiffs.reyes.experience.allegations": ["reyes-messages"],
    "plaintiffs.reyes.experience.not_inside": "She stopped sending before the class period began.",
    "plaintiffs.reyes.experience.purchases.1.place": PLACE,
    "plaintiffs.reyes.experience.purchases.1.seller": "the app store",
    "plaintiffs.reyes.experience.injuries.reyes-paid.claims": ["contract"],
    "classes.plus.numerosity.high": "300000",
    "classes.plus.numerosity.allegations": ["plus-service"],
    "classes.plus.typicality.allegations": ["nightly-copies"],
    "classes.plus.issues": "Whether Larkspur breached may be tried alone.",
    "classes.plus.reserve": "no",
    "classes.plus-california.reserve": "no",
    "classes.plus.members": "students",
    "classes.plus.includes": ["minors"],
    "classes.plus.product": "Larkspur Plus",
    "classes.plus.periods_by_claim": [{"claim": "contract", "from": "2022-11-01", "until": "filing"}],
    "classes.plus-california.wording": "All members of the Plus Class who are citizens of California.",
    "claims.contract.leaves_out": ["quiet"],
    "claims.contract.accrued": "2024-03-01",
    "claims.contract.act_date": "2024-03-01",
    "claims.contract.statements": ["never"],
    "claims.contract.omissions": ["copied"],
    "claims.contract.products": ["Larkspur Plus"],
    "claims.contract.heading_note": "(as to Plus subscribers alone)",
    "claims.contract.alternative_to": ["sca"],
    "claims.contract.notices": ["breach-notice"],
    "claims.contract.harm": "Each lost what was paid for privacy.",
    "claims.ucl.title": "Unfair Competition",
    "claims.ucl.individually": "yes",
    "claims.ucl.inadequate_remedy": "Money will not stop the copying.",
    "claims.ucl.challenges_statute": "Cal. Pen. Code § 9999",
    "claims.ucl.relief": [
        {
            "kind": "other",
            "text": "An account of what was paid",
            "authority": "Cal. Civ. Code § 1",
            "classes": ["plus-california"],
            "against": ["larkspur"],
            "amount": "480",
        }
    ],
    "claims.sca.elements.no-exception": {
        "allegations": ["no-notice"],
        "application": "Larkspur asked nobody.",
        "because": "the settings are in Larkspur’s hands",
    },
    "claims.sca.elements.contents": {
        "allegations": ["nightly-copies", "reyes-messages", "whitfield-messages", "plus-promise"],
        "key": ["reyes-messages"],
        "application": "What Larkspur copied was text.",
    },
    "claims.sca.elements.knowingly": {"allegations": ["plus-service"]},
    "notices": [
        {
            "id": "breach-notice",
            "statute": "Cal. Com. Code § 2607(3)(A)",
            "kind": "statutory-notice",
            "sent": "2026-01-05",
            "received": "2026-01-08",
            "method": "certified mail",
            "to": ["larkspur"],
            "addressee": "the general counsel",
            "address": "1 Example Plaza, Chicago",
            "by": ["reyes"],
            "contents": "named the breach",
            "violations": ["§ 4.1"],
            "response": "Larkspur did not answer.",
            "claims": ["contract"],
            "exhibit": "vendor-agreement",
        },
        {
            "id": "charge",
            "statute": "42 U.S.C. § 2000e-5",
            "kind": "agency-charge",
            "sent": "2026-01-05",
            "agency_number": "440-2026-00001",
            "right_to_sue": "2026-03-01",
        },
    ],
    "tolling": [
        {
            "kind": "class-tolling",
            "text": "An earlier class action stopped the time.",
            "related_case": "poe",
            "claims": ["contract"],
            "allegations": ["plus-service"],
            "from": "2025-01-10",
            "through": "2025-06-10",
        }
    ],
    "related_cases": [
        {
            "id": "poe",
            "caption": "Poe v. Larkspur Messaging, Inc.",
            "number": "1:25-cv-01000",
            "court": "N.D. Ill.",
            "filed": "2025-01-10",
            "class_action": "yes",
            "disclosed": "yes",
        }
    ],
    "jurisdiction.cafa_exceptions": "No exception applies, because the class is national.",
    "jurisdiction.diverse_members": "members of the class are citizens of every State",
    "jurisdiction.home_state_share": "over-two-thirds",
    "jurisdiction.amount": {
        "members": "210000",
        "per_member_low": "500",
        "per_member_likely": "1000",
        "per_member_high": "2000",
        "per": "person",
        "injunction_value": "100000",
    },
    "venue.text": "No other district is closer to the events.",
    "venue.allegations": ["nightly-copies"],
    "relief.special_damages": ["$120 for a freeze"],
    "relief.fee_grounds": ["Cal. Code Civ. Proc. § 1021.5"],
    "relief.further": [
        {
            "kind": "injunction",
            "acts": "forbidding further copies",
            "claims": ["ucl"],
            "against": ["tallgrass"],
        }
    ],
    "style.omit": ["divisional-assignment"],
    "style.order": ["preamble", "nature", "parties", "jurisdiction", "venue", "definitions", "facts"]
    + ["market", "agreements", "statements", "notices", "experience", "tolling", "injury"]
    + ["inadequate-remedy", "classes", "claims", "prayer", "jury-demand", "signature"],
}
"""A short form that tells every kind of fact."""

OWN_LAW = [{"text": "A keeper of mail owes care.", "cite": "Or. Rev. Stat. § 646.638", "status": "recalled"}]
STATE: Overlay = {
    "court": {"id": "calsuperct", "county": "Alameda", "filing_date": "2026-11-02"},
    "+classes": [
        {
            "id": "company",
            "name": "Company",
            "device": "derivative",
            "members": "Brightline",
            "demand": "A demand on the board was refused on May 2, 2025.",
        }
    ],
    "classes.couriers.similarly_situated": "One rule bound all couriers.",
    "classes.former.ascertainability": {"text": "Payroll names every member."},
    "classes.former.substantial_benefit": {"text": "One action saves many.", "allegations": ["loading"]},
    "plaintiffs.okafor.experience.injuries.okafor-unpaid.violations": ["Cal. Lab. Code § 226"],
    "notices.paga-notice.violations": ["Cal. Lab. Code § 226", "Cal. Lab. Code § 510"],
}
"""A State's court, a derivative action, and a cause of the sheet's own."""

CHECKED: Overlay = {
    "court.judge": "Hon. Ada Example",
    "court.filing_date": "2026-11-02",
    "counsel.hallam.lawyers.1.admission": {
        "status": "pro-hac-vice-forthcoming",
        "local_counsel": "José Ito",
    },
    "plaintiffs.reyes.represents": ["plus", "plus-california"],
    "plaintiffs.reyes.confirmed": "2026-10-01",
    "plaintiffs.reyes.experience.not_inside": "She lived in California in 2024.",
    "plaintiffs.reyes.experience.discovered": "2026-01-01",
    "plaintiffs.reyes.experience.data_types": ["messages"],
    "plaintiffs.whitfield.citizenship.also": ["DE"],
    "allegations.reyes-messages.confirmed": None,
    "classes.plus-california.citizens_only": "yes",
    "classes.plus.states": ["IL"],
    "classes.plus.geography": "Illinois",
    "jurisdiction.home_state_share": "over-two-thirds",
    "jurisdiction.grounds": ["federal-question", "supplemental", "cafa", "diversity"],
    "jurisdiction.amount": None,
    "agreements.plus-terms.attached_or_quoted": "attached",
    "agreements.plus-terms.exhibit": None,
    "agreements.plus-terms.clauses": [{"kind": "forum", "allegations": ["plus-service"]}],
    "defendants.larkspur.primary_state_defendant": "yes",
    "filing_package": [{"kind": "other", "title": "Local form 9", "ready": "no"}],
    "claims.contract.accrued": "2021-01-01",
    "tolling": [
        {
            "kind": "agreement",
            "text": "The parties agreed that time should not run.",
            "claims": ["contract"],
            "from": "2024-01-01",
            "through": "2024-06-01",
        }
    ],
    "related_cases": [
        {
            "id": "poe",
            "caption": "Poe v. Larkspur Messaging, Inc.",
            "number": "1:25-cv-01000",
            "court": "N.D. Ill.",
            "filed": "2025-01-10",
            "status": "Pending.",
            "relation": "Same events.",
            "class_action": "yes",
            "disclosed": "no",
        }
    ],
    "notices": [
        {
            "id": "letter",
            "statute": "Or. Rev. Stat. § 646.639",
            "sent": "2026-10-20",
            "claims": ["mail"],
        }
    ],
    "allegations.no-notice.text": "See Roe v. Poe, 12 F.3d 45 (7th Cir. 1994).",
    "authorities": [{"cite": "12 F.3d 45", "by": "Ruth Hallam", "date": "2026-10-01"}],
    "causes": [
        {
            "id": "mail-care",
            "title": "Negligent Keeping of Mail",
            "citation": "Or. Rev. Stat. § 646.638",
            "law": "OR",
            "kind": "opt-in-collective",
            "family": "mail",
            "particularity": "yes",
            "elements": [
                {
                    "id": "duty",
                    "title": "duty",
                    "plead": "a duty of care",
                    "frame": "A keeper of mail owes care.",
                    "conclusion": "That made a duty.",
                    "law": [{**OWN_LAW[0], "status": "text_read", "by": "Ruth Hallam", "date": "2026-10-01"}],
                },
                {"id": "harm", "title": "harm", "plead": "a loss", "conclusion": "That was harm."},
            ],
            "remedies": [
                {
                    "id": "sum",
                    "kind": "statutory-damages",
                    "text": "Statutory damages for each letter",
                    "cite": "Or. Rev. Stat. § 646.638(1)",
                    "per": "person",
                    "amount": "200",
                    "law": OWN_LAW,
                }
            ],
            "limitations": [
                {
                    "period": "1 year",
                    "years": "1",
                    "accrual": "the act",
                    "discovery_rule": "yes",
                    "repose": "no",
                    "law": OWN_LAW,
                },
                {"period": "5 years", "years": "5", "repose": "yes", "law": OWN_LAW},
            ],
            "notices": [
                {
                    "id": "letter",
                    "statute": "Or. Rev. Stat. § 646.639",
                    "days": "30",
                    "gates": ["sum"],
                    "law": OWN_LAW,
                }
            ],
        }
    ],
    "statements": [
        {
            "id": "never",
            "speaker": "larkspur",
            "date": "2023-05-02",
            "words": "We never read your mail.",
            "why_false": "it copied every message",
        }
    ],
    "+classes": {
        "id": "twin",
        "name": "Twin Class",
        "members": "persons",
        "geography": "Illinois",
        "states": ["IL"],
        "conduct": "who subscribed to Larkspur Plus and sent a message through it",
        "product": "Larkspur Plus for teams",
        "period": {"from": "2024-03-01", "through": "2025-06-30"},
    },
    "+claims": {
        "id": "mail",
        "theories": ["mail-care"],
        "law": ["OR"],
        "act_date": "2024-01-01",
        "statements": ["never"],
        "for": ["plus"],
        "elements": {"duty": {"allegations": ["nightly-copies"], "application": "Larkspur kept letters."}},
    },
}
"""What checks alone read: each has something to tell."""

CAND: Overlay = {
    "court.division": "San Jose",
    "court.division_reason": "Most of the patients live in San Jose.",
    "relief.special_damages": ["$120 for a freeze", "$40 for copies"],
}
"""A division that the sheet chooses."""

RECKONED: Overlay = {
    "classes.plus.numerosity": {"words": "hundreds of thousands"},
    "claims.sca.relief": [{"kind": "statutory-damages", "omit": "yes"}],
    "jurisdiction.amount": {"members": "210000", "per_member_low": "500", "per_member_high": "2000"},
}
"""An amount in controversy that is reckoned from what each member lost."""

VIOLATIONS: Overlay = {
    "court": {"id": "ilnd", "county": "Cook"},
    "jurisdiction": {"grounds": ["cafa"], "amount": {"per": "violation"}},
}
"""One that is reckoned by violation."""

TEXAS: Overlay = {"notices.dtpa-letter.copied": "2026-07-20", "claims.dtpa.for": ["global"]}
"""A notice of which a copy went to a public office."""

FILLED: dict[str, tuple[str, Overlay]] = {
    "parties": ("reyes-v-larkspur", PARTIES),
    "facts": ("reyes-v-larkspur", FACTS),
    "state": ("okafor-v-brightline", STATE),
    "checked": ("reyes-v-larkspur", CHECKED),
    "division": ("mireles-v-northgate", CAND),
    "texas": ("claims-agent-txwd", TEXAS),
    "reckoned": ("reyes-v-larkspur", RECKONED),
    "violations": ("bipa-illcirct", VIOLATIONS),
}


@cache
def filled(name: str) -> str:
    """The text of a filled matter."""
    sample, overlay = FILLED[name]
    changes: list[Change] = []
    for at, value in overlay.items():
        for one in value if at.startswith("+") and isinstance(value, list) else [value]:
            kind = "add" if at.startswith("+") else "set"
            changes.append(Change(at.removeprefix("+"), kind, json.loads(json.dumps(one))))
    (file,) = [*ROOT.glob(f"samples/{sample}.yaml"), *ROOT.glob(f"tests/filings/{sample}.yaml")]
    text = file.read_text(encoding="utf-8")
    return apply(text, changes)


def matters(folder: Path) -> list[Path]:
    """The files of all matters by which fields are tried: the filled ones, written to `folder`, the samples
    and the filings.
    """
    for name in FILLED:
        (folder / f"{name}.yaml").write_text(filled(name), encoding="utf-8")
    return [
        *(folder / f"{name}.yaml" for name in FILLED),
        *sorted((ROOT / "samples").glob("*.yaml")),
        *sorted((ROOT / "tests" / "filings").glob("*.yaml")),
    ]
