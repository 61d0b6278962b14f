"""Defects of class definitions, standing, agreements and relief."""

from planted import Planted, add, put
from planted.claims import only

LOOSE = [{"id": "reyes-loose", "kind": "money", "text": "paid for nothing"}]
RISK = tuple(
    put(
        f"plaintiffs.{own}.experience.injuries",
        [{"id": f"{own}-risk", "kind": "future-risk", "text": "fears a loss", "allegations": ["no-notice"]}],
    )
    for own in ("reyes", "whitfield")
)
DATED = tuple(put(f"allegations.{own}.date", "2024") for own in ("plus-service", "plus-promise", "no-notice"))
TWIN = {
    "id": "twin",
    "name": "Second Class",
    "members": "persons",
    "geography": "the United States",
    "conduct": "who subscribed to Larkspur Plus and sent a message through it",
    "period": {"from": "2024-03-01", "through": "2025-06-30"},
}
NEW_YORKER = (
    put("plaintiffs.whitfield.residence", {"city": "Albany", "county": "Albany", "state": "NY"}),
    put("plaintiffs.whitfield.citizenship", {"state": "NY"}),
)


RIVAL = (
    add("defendants", {"id": "vesta", "kind": "corporation", "name": "Vesta Chat, Inc.", "short": "Vesta"}),
    put("claims.sca.against", ["larkspur", "vesta"]),
)


def clause(kind, **more):
    return put("agreements.plus-terms.clauses", [{"kind": kind, **more}])


OPTED_OUT = tuple(
    put(f"plaintiffs.{who}.experience.assents.1.arbitration_opt_out", "2023-03-20")
    for who in ("reyes", "whitfield")
)
DEFECTS = [
    Planted(
        "STA-001",
        "reyes",
        (put("plaintiffs.whitfield.experience.injuries", []),),
        "Whitfield brings Counts I, II, III and IV, and nothing",
    ),
    Planted("STA-002", "reyes", (put("plaintiffs.reyes.experience.injuries", LOOSE),), "what hurt Reyes: “"),
    Planted("STA-003", "reyes", RISK, "risk of future harm"),
    Planted(
        "STA-004",
        "reyes",
        tuple(put(f"plaintiffs.{own}.experience.future_intent", None) for own in ("reyes", "whitfield")),
        "injunction",
    ),
    Planted("STA-005", "reyes", NEW_YORKER, "California"),
    Planted("STA-006", "reyes", only("wa-cpa", **{"for": ["plus"]}), "Washington"),
    Planted("STA-007", "reyes", (put("claims.sca.products", ["Harbor Video"]),), "Harbor Video"),
    Planted("STA-009", "reyes", (put("claims.contract.law", ["TX"]),), "Texas", "claims.contract.law"),
    Planted(
        "STA-008",
        "reyes",
        (put("plaintiffs.reyes.represents", []), put("plaintiffs.whitfield.represents", ["plus-california"])),
        "Plus Class",
    ),
    Planted(
        "CLS-001",
        "reyes",
        (
            *only("ca-negligence"),
            put("plaintiffs.reyes.represents", []),
            put("plaintiffs.whitfield.represents", []),
            put("classes", []),
        ),
    ),
    Planted(
        "CLS-002",
        "reyes",
        (put("plaintiffs.reyes.represents", ["plus", "plus-california"]),),
        "no tie to California",
    ),
    Planted(
        "CLS-002",
        "reyes",
        (put("plaintiffs.reyes.experience.purchases", [{"product": "Larkspur Plus", "date": "2026-01"}]),),
        "outside the period",
    ),
    Planted("CLS-003", "reyes", (put("classes.plus.conduct", "whose messages were unlawfully disclosed"),)),
    Planted(
        "CLS-004",
        "reyes",
        (put("classes.plus.conduct", "whose messages may have been copied"),),
        "may have been",
    ),
    Planted("CLS-004", "reyes", (put("classes.plus.conduct", None),), "no act"),
    Planted("CLS-005", "reyes", (put("classes.plus.period", {"from": "2024-03-01", "until": "judgment"}),)),
    Planted(
        "CLS-006",
        "reyes",
        (put("classes.plus.period.from", "2015-01-01"), put("court.filing_date", "2026-10-10")),
        "2 years",
    ),
    Planted(
        "CLS-007", "reyes", (*DATED, put("classes.plus.period.from", "2020-01-01")), "before the first act"
    ),
    Planted("CLS-008", "reyes", (put("classes.plus.exclusions", []),)),
    Planted("CLS-009", "reyes", (put("plaintiffs.reyes.relations", "an employee of Larkspur until 2019"),)),
    Planted(
        "CLS-010", "reyes", (put("classes.plus-california.period.from", "2020-01-01"),), "starts earlier"
    ),
    Planted("CLS-010", "reyes", (put("classes.plus.states", ["IL"]),), "CA"),
    Planted("CLS-011", "reyes", (put("claims.ucl.for", ["plus"]),), "California"),
    Planted(
        "CLS-024",
        "reyes",
        (put("classes.plus.rule_23b", ["b3"]),),
        "Communications Act) seeks an injunction for Plus Class",
    ),
    Planted("CLS-012", "reyes", (put("classes.plus.rule_23b", []),)),
    Planted(
        "CLS-012",
        "reyes",
        tuple(put(f"classes.{own}.rule_23b", []) for own in ("plus", "plus-california")),
        "nor does its subclass",
    ),
    Planted("CLS-013", "reyes", (put("classes.plus.rule_23b", ["b2"]),), "Counts I and II seek damages"),
    Planted(
        "CLS-014",
        "reyes",
        (
            *only("ca-negligence", **{"for": ["plus"]}),
            put("relief", None),
            put("classes.plus.rule_23b", ["b2", "b3"]),
        ),
    ),
    Planted("CLS-015", "reyes", (put("classes.plus.typicality", None),), "typicality"),
    Planted("CLS-015", "reyes", (put("classes.plus.adequacy", None),), "adequacy"),
    Planted(
        "CLS-016",
        "reyes",
        (put("classes.plus.common_questions", ["whether Larkspur sent the text"]),),
        "only 1",
    ),
    Planted(
        "CLS-016",
        "reyes",
        (
            put(
                "classes.plus.common_questions",
                ["whether the law was broken", "whether there was harm", "what is owed"],
            ),
        ),
        "none names",
    ),
    Planted("CLS-017", "reyes", (put("classes.plus.superiority", None),), "superiority"),
    Planted("CLS-018", "reyes", (put("classes.plus.identification", None),)),
    Planted("CLS-019", "reyes", (put("plaintiffs.reyes.relations", "cousin of Ruth Hallam"),), "cousin"),
    Planted("CLS-020", "reyes", (add("classes", TWIN),), "same people"),
    Planted("CLS-021", "reyes", (put("classes.plus.members", "students"),), "students"),
    Planted("CLS-022", "reyes", (put("style", {"class_legend": "REPRESENTATIVE SUIT"}),), court="calsuperct"),
    Planted("CLS-023", "reyes", (), "90 days", court="gand"),
    Planted("AGR-001", "reyes", (clause("arbitration"),), "arbitration"),
    Planted("AGR-002", "reyes", (clause("class-waiver"),)),
    Planted("AGR-003", "reyes", (clause("forum"),), "names a forum"),
    Planted("AGR-003", "reyes", only("ucc-express-warranty", law=["TX"], agreement="plus-terms"), "Texas"),
    Planted("AGR-004", "reyes", (clause("arbitration"), *OPTED_OUT), "Count II"),
    Planted("AGR-005", "reyes", (clause("jury-waiver"),), "A jury is demanded"),
    Planted(
        "AGR-006", "reyes", (put("claims.contract.against", ["larkspur", "tallgrass"]),), "Tallgrass is no"
    ),
    Planted(
        "AGR-007",
        "reyes",
        (put("agreements.plus-terms.terms.private-messages.unilateral_change", "yes"),),
        "may change alone",
    ),
    Planted(
        "AGR-008",
        "reyes",
        (
            put("agreements.plus-terms.attached_or_quoted", "attached"),
            put("agreements.plus-terms.exhibit", None),
            put("agreements.plus-terms.versions", None),
        ),
        "no exhibit of it is",
    ),
    Planted("STA-010", "reyes", RIVAL, "Nothing ties what hurt Reyes to Vesta"),
    Planted(
        "REL-001", "reyes", (put("relief.further", [{"kind": "treble-damages", "text": "Treble damages"}]),)
    ),
    Planted(
        "REL-002",
        "reyes",
        (put("claims.contract.relief", [{"kind": "actual-damages", "omit": "yes"}]),),
        "actual damages",
    ),
    Planted("REL-003", "reyes", (put("claims.ucl.relief", [{"kind": "actual-damages", "text": "damages"}]),)),
    Planted(
        "REL-004", "reyes", only("ca-conversion", elements={"disposition": {"allegations": ["plus-service"]}})
    ),
    Planted(
        "REL-005",
        "reyes",
        (*only("ca-negligence"), put("relief.further", [{"kind": "fees", "text": "Attorneys’ fees"}])),
    ),
    Planted(
        "REL-006",
        "reyes",
        (
            put(
                "claims.sca.relief",
                [{"kind": "statutory-damages", "text": "Statutory damages", "amount": "$500"}],
            ),
        ),
        "$500",
    ),
    Planted("REL-006", "mireles", (put("court.filing_date", "2027-02-01"),), "adjusted"),
    Planted(
        "REL-007",
        "reyes",
        (
            put(
                "relief.injunction",
                "requiring Larkspur and Tallgrass to obey the law in each and every one of their future"
                " dealings",
            ),
        ),
    ),
    Planted("REL-007", "reyes", (put("relief.injunction", "forbidding the copies"),)),
    Planted("REL-008", "reyes", only("declaratory-2201")),
    Planted(
        "REL-009",
        "reyes",
        (put("relief.further", [{"kind": "other", "text": "Damages of $10,000,000"}]),),
        court="njd",
    ),
    Planted(
        "REL-009",
        "reyes",
        (put("relief.further", [{"kind": "other", "text": "Damages of $10,000,000"}]),),
        court="pamd",
    ),
    Planted("REL-010", "reyes", (put("relief.special_damages", ["loss of trade"]),)),
]
INNOCENT = [
    Planted("STA-001", "okafor", (), "paga"),
    Planted("STA-005", "reyes", ()),
    Planted("STA-006", "reyes", only("wa-cpa", law_reason="The Plus Terms choose it.", **{"for": ["plus"]})),
    Planted("STA-007", "reyes", (put("claims.sca.products", ["Larkspur Plus"]),)),
    Planted(
        "CLS-002",
        "reyes",
        (
            put("plaintiffs.reyes.represents", ["plus", "plus-california"]),
            put("plaintiffs.reyes.experience.not_inside", "She lived in California in 2024."),
        ),
    ),
    Planted("CLS-003", "reyes", ()),
    Planted("CLS-006", "reyes", (put("court.filing_date", "2025-12-01"),)),
    Planted("CLS-010", "reyes", ()),
    Planted(
        "CLS-011",
        "reyes",
        (put("claims.ucl.for", ["plus"]), put("claims.ucl.law_reason", "The terms choose it.")),
    ),
    Planted("CLS-013", "reyes", (put("classes.plus.rule_23b", ["b2", "b3"]),)),
    Planted("CLS-019", "reyes", (put("plaintiffs.reyes.relations", "none"),)),
    Planted("CLS-021", "reyes", (put("classes.plus.members", "adult students"),)),
    Planted("AGR-001", "reyes", (clause("arbitration", answer="Both opted out in time."),)),
    Planted("AGR-003", "reyes", ()),
    Planted(
        "REL-002", "mireles", (put("claims.cmia.relief", [{"kind": "punitive-damages", "omit": "yes"}]),)
    ),
    Planted("REL-004", "reyes", ()),
    Planted("REL-007", "reyes", ()),
    Planted(
        "REL-009", "reyes", (put("relief.further", [{"kind": "other", "text": "Damages of $10,000,000"}]),)
    ),
    Planted(
        "CLS-003",
        "reyes",
        (
            put(
                "classes.plus.conduct",
                "whose messages were copied by the job that Larkspur disclosed in its letter of May 2025",
            ),
        ),
    ),
    Planted(
        "CLS-006",
        "reyes",
        (
            *only("exchange-10b5", **{"for": ["plus"]}),
            put("classes.plus.period.from", "2022-06-01"),
            put("court.filing_date", "2026-10-10"),
        ),
    ),
    Planted("CLS-015", "reyes", (put("classes.plus.typicality", None),), court="illcirct"),
    Planted("STA-006", "reyes", only("tx-dtpa", against=["tallgrass"], **{"for": ["plus"]})),
    Planted("CLS-023", "reyes", (), court="flsd"),
]
