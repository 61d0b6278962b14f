"""Defects of jurisdiction, venue, defendants and limitations."""

from planted import Planted, add, put
from planted.claims import only

SHARED = (
    put("defendants.northgate.principal_place_of_business.state", "CA"),
    put("jurisdiction.diverse_members", None),
)
ALL_CA = (put("classes.patients.states", ["CA"]), put("classes.california.states", ["CA"]))
RISK = tuple(
    put(
        f"plaintiffs.{own}.experience.injuries",
        [{"id": f"{own}-risk", "kind": "future-risk", "text": "fears a loss", "allegations": ["no-notice"]}],
    )
    for own in ("reyes", "whitfield")
)
DOES = add("defendants", {"id": "does", "kind": "does", "number_of_does": "12"})
CLRA = [{"id": "clra", "theories": ["ca-clra"]}]


def filing(day):
    return put("court.filing_date", day)


RUIZ = {"id": "ruiz", "kind": "individual", "name": "Dana Ruiz", "office": "Sheriff of Cook County"}


def official(*capacity, theory="declaratory-2201"):
    """One claim against an officer sued in `capacity` alone."""
    return (add("defendants", {**RUIZ, "capacity": list(capacity)}), *only(theory, against=["ruiz"]))


DEFECTS = [
    Planted("JUR-001", "mireles", SHARED, "shares a citizenship"),
    Planted("JUR-001", "mireles", (*SHARED, *ALL_CA), "shares a citizenship"),
    Planted("JUR-002", "reyes", (put("jurisdiction.amount", {"total": "$4,000,000"}),), "$4,000,000"),
    Planted("JUR-002", "reyes", (put("jurisdiction.amount", None),), "basis of the amount", court="gand"),
    Planted(
        "JUR-003",
        "reyes",
        (put("classes.plus.numerosity", {"low": "4000", "source": "its report"}),),
        "4,000 members × $1,000",
    ),
    Planted(
        "JUR-004",
        "reyes",
        (*only("fdcpa-1692", **{"for": ["plus"]}), put("jurisdiction.amount", {"total": "$9,000,000"})),
        "capped for the class at $500,000",
    ),
    Planted(
        "JUR-004",
        "reyes",
        (*only("il-bipa-15b", **{"for": ["plus"]}), put("jurisdiction.amount", {"per": "violation"})),
        "by violation",
    ),
    Planted(
        "JUR-005",
        "reyes",
        (put("classes.plus.numerosity", {"low": "60", "source": "its report"}),),
        "60 members",
    ),
    Planted("JUR-005", "reyes", (put("classes.plus.numerosity", None),), "does not say how many"),
    Planted("JUR-006", "reyes", (put("classes.plus.numerosity.source", None),)),
    Planted(
        "JUR-007", "mireles", (*ALL_CA, SHARED[0], put("jurisdiction.cafa_exceptions", None)), "§ 1332(d)(4)"
    ),
    Planted(
        "JUR-008",
        "mireles",
        (SHARED[0], put("jurisdiction.home_state_share", "a-third-to-two-thirds")),
        "§ 1332(d)(3)",
    ),
    Planted("JUR-009", "reyes", (*only("exchange-10b5"), put("jurisdiction.grounds", ["cafa"]))),
    Planted("JUR-010", "reyes", (put("defendants.tallgrass.primary_state_defendant", "yes"),), "Tallgrass"),
    Planted(
        "JUR-011", "reyes", (put("defendants.tallgrass.incorporated_in", None),), "State of organization"
    ),
    Planted(
        "JUR-011",
        "reyes",
        (put("defendants.tallgrass.principal_place_of_business", None),),
        "principal place of business",
    ),
    Planted("JUR-012", "reyes", (put("jurisdiction.grounds", ["diversity"]),), "every member"),
    Planted(
        "JUR-012",
        "reyes",
        (
            put("jurisdiction.grounds", ["diversity"]),
            put("plaintiffs.reyes.kind", "organization"),
            put("plaintiffs.reyes.name", "Reyes Holdings LLC"),
        ),
        "Reyes",
        "plaintiffs.reyes.members",
    ),
    Planted("JUR-025", "reyes", (put("jurisdiction.grounds", ["diversity"]),), "gives no such sum"),
    Planted("JUR-014", "reyes", (put("plaintiffs.reyes.citizenship", None),), "Reyes"),
    Planted("DOC-010", "reyes", (put("plaintiffs.reyes.citizenship", {"unknown": "ask"}),), "(JUR-014)"),
    Planted("JUR-015", "reyes", (put("defendants.larkspur.incorporated_in", None),), "Larkspur"),
    Planted("JUR-016", "reyes", (put("defendants.larkspur.checked", None),), "has not been checked"),
    Planted("JUR-016", "reyes", (filing("2027-08-01"),), "304 days"),
    Planted(
        "JUR-017",
        "reyes",
        (put("jurisdiction.grounds", ["diversity", "federal-question", "cafa"]),),
        "Reyes and Larkspur are both citizens of Illinois",
    ),
    Planted("JUR-018", "reyes", (*only("ca-negligence"), put("jurisdiction.grounds", ["federal-question"]))),
    Planted(
        "JUR-026",
        "mireles",
        (
            put(
                "jurisdiction.amount",
                {
                    "working": (
                        "At the least sum of $100 for each of 300,000 members of the California Subclass, the"
                        " amount in controversy is $30,000,000."
                    )
                },
            ),
        ),
        "names $100, which stands for relief that the Third Claim for Relief does not seek",
    ),
    Planted(
        "JUR-019",
        "reyes",
        (put("jurisdiction.grounds", ["federal-question", "supplemental"]),),
        "Jurisdiction over Counts II, III and IV rests",
    ),
    Planted(
        "JUR-020",
        "reyes",
        (put("jurisdiction.grounds", ["federal-question"]),),
        "reaches Counts II, III and IV, under State law",
    ),
    Planted("JUR-021", "reyes", only("mmwa-2310", **{"for": ["plus"]}), "there are 2"),
    Planted("JUR-024", "reyes", only("exchange-10b5"), "15 U.S.C. § 78aa(a)", court="nysupct"),
    Planted("JUR-022", "reyes", (), "removable", court="calsuperct"),
    Planted(
        "JUR-023",
        "reyes",
        (
            *RISK,
            *(
                put(f"claims.{own}.relief", [{"kind": "actual-damages", "omit": "yes"}])
                for own in ("sca", "contract")
            ),
        ),
        "future-risk",
    ),
    Planted("VEN-001", "reyes", (put("venue", None),)),
    Planted(
        "VEN-002",
        "reyes",
        (put("venue.grounds", ["defendant-resides"]), put("defendants.tallgrass.personal_jurisdiction", [])),
        "Tallgrass",
    ),
    Planted("VEN-003", "reyes", (put("venue", {"grounds": ["events"]}),)),
    Planted("VEN-003", "reyes", (), "places none there", court="cand"),
    Planted(
        "VEN-002",
        "reyes",
        (
            put("venue.grounds", ["defendant-resides", "events"]),
            put("defendants.tallgrass.personal_jurisdiction", []),
        ),
        "Tallgrass",
    ),
    Planted("VEN-004", "reyes", (put("venue.grounds", ["events", "fallback"]),)),
    Planted("VEN-005", "mireles", (put("court.county", None),)),
    Planted(
        "VEN-006",
        "mireles",
        (put("court.county", "Santa Clara"), put("court.division", "Oakland")),
        "served by San Jose",
    ),
    Planted("VEN-006", "mireles", (put("court.county", "Fresno"),), "serves Fresno"),
    Planted("VEN-006", "reyes", (), "does not sit in Cook County", court="calsuperct"),
    Planted("VEN-006", "mireles", (put("court.division", "Sacramento"),), "has no Sacramento Division"),
    Planted(
        "VEN-007",
        "mireles",
        (put("claims", CLRA), put("court.county", "Fresno")),
        "Fresno",
        court="calsuperct",
    ),
    Planted("PJ-001", "reyes", (put("defendants.larkspur.personal_jurisdiction", []),), "Larkspur"),
    Planted("PJ-001", "reyes", (), "places nothing in Texas", court="txwd"),
    Planted(
        "PJ-002",
        "reyes",
        (
            put(
                "defendants.tallgrass.personal_jurisdiction",
                [{"kind": "general", "facts": "it does business here"}],
            ),
        ),
        "Texas",
    ),
    Planted(
        "PJ-003",
        "reyes",
        (
            put(
                "defendants.tallgrass.personal_jurisdiction",
                [{"kind": "specific", "facts": "it received the messages in Chicago"}],
            ),
        ),
        "Whitfield has no tie to Illinois, and Tallgrass",
    ),
    Planted("VEN-008", "reyes", (), "Nothing in the sheet lies in New York", court="nysd"),
    Planted("PJ-004", "mireles", (), "Patient Class"),
    Planted(
        "PJ-005",
        "reyes",
        (
            put(
                "defendants.tallgrass.personal_jurisdiction",
                [{"kind": "specific", "facts": "it sells analysis of text"}],
            ),
        ),
        "users in Illinois",
    ),
    Planted("DEF-001", "reyes", (DOES,)),
    Planted("DEF-001", "reyes", (DOES,), court="flsd"),
    Planted("DEF-002", "reyes", (DOES,), "12 Does", court="cacd"),
    Planted("DEF-003", "reyes", (), court="calsuperct"),
    Planted(
        "DEF-004",
        "reyes",
        (add("non_parties", {"id": "second", "name": "Larkspur Messagings Inc", "relation": "a vendor"}),),
        "same company",
    ),
    Planted("DEF-010", "reyes", (put("defendants.tallgrass.short", "Larkspur"),), "both go under “Larkspur”"),
    Planted("DEF-005", "reyes", (put("defendants.larkspur.checked_source", None),), "Larkspur"),
    Planted("DEF-006", "reyes", (put("defendants.tallgrass.part", None),), "Tallgrass"),
    Planted("DEF-007", "reyes", (put("defendants.tallgrass.kind", "corporation"),), "corporation"),
    Planted("DEF-007", "reyes", (put("defendants.larkspur.kind", "llc"),), "llc"),
    Planted("DEF-008", "reyes", (put("defendants.larkspur.flags", ["bankruptcy"]),), "bankruptcy"),
    Planted(
        "DEF-011",
        "reyes",
        official("individual"),
        "the individual capacity alone",
        "defendants.ruiz.capacity",
    ),
    Planted("DEF-011", "reyes", official("official", theory="ca-negligence"), "a suit against the body"),
    Planted("DEF-009", "reyes", (put("claims.ucl.against", ["tallgrass"]),)),
    Planted(
        "LIM-001",
        "reyes",
        (put("claims.sca.accrued", "2022-01-05"), filing("2026-10-10")),
        "Communications Act): 2 years from accrual on January 5, 2022",
    ),
    Planted("LIM-001", "reyes", (filing("2029-10-10"),), "Count I "),
    Planted(
        "LIM-002", "reyes", (put("claims.sca.accrued", "2024-11-01"), filing("2026-10-10")), "22 days after"
    ),
    Planted("LIM-003", "reyes", (put("tolling", [{"kind": "discovery"}]),), "when, how and why not sooner"),
    Planted(
        "LIM-004",
        "reyes",
        (put("tolling", [{"kind": "fraudulent-concealment", "text": "Larkspur hid it."}]),),
    ),
    Planted(
        "LIM-005",
        "reyes",
        (put("tolling", [{"kind": "class-tolling", "text": "An earlier case was pending."}]),),
        "earlier class action",
    ),
    Planted(
        "LIM-006",
        "reyes",
        (*only("fdcpa-1692"), put("tolling", [{"kind": "discovery", "text": "Reyes learned of it late."}])),
    ),
    Planted(
        "LIM-007", "reyes", (*only("exchange-10b5", act_date="2015-01-01"), filing("2026-10-10")), "repose"
    ),
    Planted("LIM-008", "reyes", (DOES, put("claims.sca.accrued", "2024-11-01"), filing("2026-10-10"))),
]
INNOCENT = [
    Planted("DEF-011", "reyes", official("official")),
    Planted("DEF-011", "reyes", official("individual", theory="ca-negligence")),
    Planted("DEF-011", "reyes", official("official", "individual", theory="ca-negligence")),
    Planted(
        "JUR-016",
        "reyes",
        (
            put("defendants.larkspur.checked", None),
            put("jurisdiction.grounds", ["federal-question", "supplemental"]),
        ),
    ),
    Planted(
        "JUR-025",
        "reyes",
        (put("jurisdiction.grounds", ["diversity"]), put("jurisdiction.amount", {"individual": "$80,000"})),
    ),
    Planted(
        "JUR-001",
        "mireles",
        (SHARED[0], put("jurisdiction.diverse_members", "members of the class are citizens of Oregon")),
    ),
    Planted("JUR-004", "reyes", (put("jurisdiction.amount", {"total": "$9,000,000"}),)),
    Planted(
        "JUR-007", "mireles", (*ALL_CA, SHARED[0], put("jurisdiction.home_state_share", "under-a-third"))
    ),
    Planted(
        "JUR-014",
        "reyes",
        (
            put("plaintiffs.reyes.citizenship", None),
            put("jurisdiction.grounds", ["federal-question", "supplemental"]),
        ),
    ),
    Planted("JUR-017", "reyes", (put("jurisdiction.grounds", ["federal-question", "cafa"]),)),
    Planted("JUR-018", "reyes", (put("jurisdiction.grounds", ["federal-question", "supplemental"]),)),
    Planted("JUR-022", "reyes", ()),
    Planted("VEN-002", "reyes", (put("venue.grounds", ["defendant-resides"]),)),
    Planted(
        "VEN-006",
        "mireles",
        (
            put("court.county", "Santa Clara"),
            put("court.division", "Oakland"),
            put("court.division_reason", "The yard is there."),
        ),
    ),
    Planted("PJ-002", "reyes", ()),
    Planted("PJ-003", "reyes", ()),
    Planted(
        "DEF-001",
        "reyes",
        (
            add(
                "defendants",
                {"id": "does", "kind": "does", "does_purpose": "the engineer who ran the nightly job"},
            ),
        ),
        court="flsd",
    ),
    Planted(
        "DEF-004",
        "reyes",
        (
            add(
                "non_parties", {"id": "second", "name": "Larkspur Payments, Inc.", "relation": "an affiliate"}
            ),
        ),
    ),
    Planted(
        "LIM-001",
        "reyes",
        (
            put("claims.sca.accrued", "2022-01-05"),
            filing("2026-10-10"),
            put(
                "tolling", [{"kind": "fraudulent-concealment", "text": "It hid the job.", "claims": ["sca"]}]
            ),
        ),
        "Count I ",
    ),
    Planted(
        "LIM-001",
        "reyes",
        (
            filing("2029-10-10"),
            put("allegations.plus-promise.date", "2028"),
            *(
                put(
                    f"plaintiffs.{own}.experience.injuries",
                    [
                        {
                            "id": f"{own}-paid",
                            "kind": "overpayment",
                            "text": "paid",
                            "allegations": ["plus-promise"],
                        }
                    ],
                )
                for own in ("reyes", "whitfield")
            ),
        ),
    ),
    Planted(
        "LIM-005", "reyes", (put("tolling", [{"kind": "agreement", "text": "The parties agreed to toll."}]),)
    ),
    Planted(
        "JUR-015",
        "reyes",
        (
            put("defendants.larkspur.incorporated_in", None),
            put("jurisdiction.grounds", ["federal-question", "supplemental"]),
        ),
    ),
    Planted(
        "JUR-015",
        "reyes",
        (put("defendants.larkspur.principal_place_of_business", {"city": "Toronto", "country": "Canada"}),),
    ),
    Planted(
        "LIM-003",
        "reyes",
        (
            put(
                "tolling",
                [
                    {
                        "kind": "discovery",
                        "text": "They read of it in the press in June 2025.",
                        "allegations": ["no-notice"],
                    }
                ],
            ),
        ),
    ),
]
