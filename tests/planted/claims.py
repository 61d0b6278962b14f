"""Defects of claims, notices and the document."""

from planted import Planted, add, put


def only(theory, **more):
    """The changes that leave one claim of `theory`."""
    return (put("claims", [{"id": "sole", "theories": [theory], **more}]),)


BOTH = put(
    "defendant_groups", [{"id": "both", "name": "Both Companies", "members": ["larkspur", "tallgrass"]}]
)
LUMPED = tuple(
    put(f"allegations.{own}.actor", "both")
    for own in ("plus-service", "plus-promise", "vendor-contract", "nightly-copies", "no-notice")
)
FALSE = {
    "id": "said",
    "speaker": "larkspur",
    "date": "2024-01-05",
    "medium": "its site",
    "words": "We never share",
    "why_false": "It shared.",
}
INFERRED = {"kind": "inference", "from": ["vendor-contract"]}
TEXT = "allegations.no-notice.text"


def notice(statute, **more):
    return put("notices", [{"id": "letter", "statute": statute, "sent": "2026-01-05", **more}])


DEFECTS = [
    Planted(
        "CLM-001",
        "reyes",
        (put("claims.sca.elements.divulged", None),),
        "disclosure to another",
        "claims.sca.elements.divulged",
    ),
    Planted("CLM-001", "reyes", (put("claims.contract.elements.breach.allegations", []),), "breach"),
    Planted("CLM-002", "reyes", (put("allegations.nightly-copies.conclusion", "yes"),), "breach"),
    Planted(
        "CLM-002",
        "reyes",
        (put("allegations.nightly-copies.conclusion", "yes"),),
        "“breach”, Count II: “causation”, Count III: “violation of another law” and Count III: “as a result”"
        " rest on conclusions alone",
    ),
    Planted(
        "CLM-003",
        "reyes",
        (put("allegations.plus-promise.source", {"kind": "inference", "from": ["plus-service"]}),),
        "inference or belief alone",
    ),
    Planted(
        "CLM-004",
        "reyes",
        (put("allegations.nightly-copies.basis", {"kind": "information-and-belief"}),),
        "¶ 17 is pleaded on belief",
    ),
    Planted("CLM-005", "reyes", only("ca-fraud"), "no statement or omission"),
    Planted(
        "CLM-005",
        "reyes",
        (*only("ca-fraud", statements=["said"]), put("statements", [{**FALSE, "date": None}])),
        "lacks date",
    ),
    Planted(
        "CLM-006",
        "reyes",
        (BOTH, *only("ca-fraud", statements=["said"]), put("statements", [{**FALSE, "speaker": "both"}])),
        "¶ 25 names no single defendant",
    ),
    Planted(
        "CLM-031",
        "reyes",
        (
            *only("ca-fraud", statements=["said"], against=["larkspur", "tallgrass"]),
            put("statements", [FALSE]),
        ),
        "is brought against Tallgrass, and none of the statements (¶ 24) is that defendant’s",
        "claims.sole.against",
    ),
    Planted("CLM-007", "reyes", (BOTH, *LUMPED), "5 of"),
    Planted("CLM-008", "reyes", (put("claims.contract.incorporates", "all-above"),), "Count II"),
    Planted("CLM-009", "reyes", (put("claims.contract.against", []),), "Count II"),
    Planted(
        "CLM-011",
        "reyes",
        (
            put("claims.sca.elements.no-exception.allegations", ["plus-promise"]),
            put("claims.ucl.elements.unfair.allegations", ["vendor-contract"]),
            put("claims.ucl-tallgrass.elements.unfair.allegations", ["vendor-contract"]),
        ),
        "uses ¶ 18",
    ),
    Planted(
        "CLM-012",
        "reyes",
        (
            put("relief.inadequate_remedy", None),
            add("claims", {"id": "received", "theories": ["ca-money-had-received"]}),
        ),
        "Received",
    ),
    Planted(
        "CLM-013",
        "reyes",
        (add("claims", {"id": "quasi", "theories": ["ca-quasi-contract"]}),),
        "Quasi-Contract) stands beside Count II",
    ),
    Planted("CLM-014", "reyes", (put("claims.contract.terms", []),), "Count II"),
    Planted(
        "CLM-015",
        "reyes",
        (put("relief.fee_grounds", ["the Consumer Protection Act"]),),
        "Consumer Protection Act",
    ),
    Planted("CLM-015", "reyes", (notice("Cal. Civ. Code"),), "Cal. Civ. Code"),
    Planted("CLM-016", "reyes", only("ca-negligence-per-se"), "presumption"),
    Planted("CLM-017", "reyes", only("flsa-216b", **{"for": ["plus"]}), "collective"),
    Planted("CLM-017", "reyes", only("ny-gbl-349", **{"for": ["plus"]}), "CPLR 901(b)", court="nysupct"),
    Planted("CLM-018", "reyes", only("exchange-10b5")),
    Planted(
        "CLM-018",
        "reyes",
        (*only("exchange-10b5", statements=["said"]), put("statements", [FALSE])),
        "the speaker of ¶",
    ),
    Planted("CLM-019", "reyes", only("rico-1962c")),
    Planted("CLM-020", "reyes", only("il-bipa-15b"), "Reyes"),
    Planted(
        "CLM-021",
        "reyes",
        only("il-bipa-15b", relief=[{"kind": "statutory-damages", "text": "$1,000 for each scan"}]),
    ),
    Planted("CLM-022", "mireles", (put("plaintiffs.mireles.experience.data_types", []),), "Mireles"),
    Planted(
        "CLM-022",
        "mireles",
        (
            put("claims", [{"id": "sole", "theories": ["ca-negligence"], "for": ["patients"]}]),
            put("plaintiffs.mireles.experience.data_types", []),
        ),
        "The First Claim for Relief: the sheet does not say which of Mireles’s data",
    ),
    Planted(
        "CLM-023",
        "reyes",
        (
            put("claims.contract.elements.breach.application", None),
            put("allegations.nightly-copies.gist", None),
        ),
        "breach",
    ),
    Planted(
        "CLM-027",
        "reyes",
        (put("claims.ucl.against", ["larkspur", "tallgrass"]),),
        "sues Tallgrass, whom that claim does not sue",
        "claims.ucl.against",
    ),
    Planted(
        "REL-011",
        "reyes",
        (
            put(
                "relief.injunction",
                "requiring Larkspur and Tallgrass to delete every copy of a subscriber’s message and to"
                " certify that they have",
            ),
        ),
        "The injunction on Counts I and III orders Tallgrass",
    ),
    Planted(
        "CLM-025",
        "reyes",
        (put("claims.ucl-tallgrass.against", ["larkspur"]),),
        "Tallgrass is sued, and no claim",
        "defendants.tallgrass",
    ),
    Planted(
        "CLM-025",
        "reyes",
        (put("claims.ucl.for", []), put("claims.ucl-tallgrass.for", [])),
        "No claim is brought for the California Subclass",
        "classes.plus-california",
    ),
    Planted(
        "CLM-025",
        "okafor",
        (
            put("claims.flsa.by", ["tran"]),
            put("claims.wages.by", ["tran"]),
            put("claims.meals.by", ["tran"]),
            put("claims.stubs.by", ["tran"]),
            put("claims.paga.by", ["tran"]),
        ),
        "Okafor brings no claim",
    ),
    Planted("CLM-024", "reyes", (put("claims.contract.title", "Violation of the FTC Act"),), "FTC Act"),
    Planted("PRE-001", "reyes", only("ca-clra"), "no notice under"),
    Planted(
        "PRE-001",
        "reyes",
        (*only("ca-clra"), notice("Cal. Civ. Code § 1782"), put("court.filing_date", "2026-01-20")),
        "30 days",
    ),
    Planted("PRE-002", "reyes", (*only("ca-clra"), notice("Cal. Civ. Code § 1782")), "certified"),
    Planted("PRE-003", "reyes", only("ca-clra"), "1780(d)"),
    Planted("PRE-004", "mireles", (), "statutory damages"),
    Planted("PRE-005", "okafor", (put("notices.paga-notice.sent", "2026-10-20"),), "65 days"),
    Planted("PRE-006", "okafor", (put("notices.paga-notice.violations", ["Cal. Lab. Code § 2802"]),), "2802"),
    Planted("PRE-007", "reyes", only("ma-93a"), "no notice"),
    Planted("PRE-008", "reyes", (*only("ma-93a"), notice("Mass. Gen. Laws ch. 93A, § 9(3)")), "what it said"),
    Planted(
        "PRE-008",
        "reyes",
        (
            *only("ma-93a"),
            notice("Mass. Gen. Laws ch. 93A, § 9(3)", by=["reyes"], contents="described the copies"),
        ),
        "whitfield",
    ),
    Planted("PRE-009", "reyes", only("ucc-express-warranty", law=["CA"])),
    Planted("PRE-010", "reyes", only("mmwa-2310")),
    Planted("PRE-011", "reyes", only("tx-dtpa")),
    Planted(
        "PRE-011",
        "reyes",
        (*only("tx-dtpa"), notice("Tex. Bus. & Com. Code § 17.505"), put("court.filing_date", "2026-01-20")),
        "60 days",
    ),
    Planted("PRE-012", "reyes", only("exchange-10b5", **{"for": ["plus"]}), "Reyes"),
    Planted(
        "PRE-013",
        "reyes",
        (
            *only("exchange-10b5", **{"for": ["plus"]}),
            put("plaintiffs.reyes.trades", [{"product": "shares", "date": "2020-01-05"}]),
        ),
        "Reyes",
    ),
    Planted(
        "PRE-014",
        "reyes",
        (*only("exchange-10b5", **{"for": ["plus"]}), put("court.filing_date", "2026-10-10")),
        "October 30, 2026",
    ),
    Planted("PRE-015", "okafor", (put("filing_package", []),), "Okafor"),
    Planted("PRE-016", "reyes", (notice("42 U.S.C. § 2000e-5", kind="agency-charge"),), "right-to-sue"),
    Planted(
        "PRE-016",
        "reyes",
        (
            notice("42 U.S.C. § 2000e-5", kind="agency-charge", right_to_sue="2026-02-01"),
            put("court.filing_date", "2026-10-10"),
        ),
        "251 days",
    ),
    Planted(
        "DOC-001",
        "reyes",
        (
            put("terms", [{"id": "job", "term": "Nightly Job", "meaning": "the job"}]),
            put("allegations.plus-service.text", "Larkspur ran the Nightly Job."),
            put("allegations.whitfield-messages.text", "The job that copied them is the “Nightly Job”."),
        ),
        "Nightly Job",
    ),
    Planted(
        "DOC-002",
        "reyes",
        (put("terms", [{"id": "job", "term": "Nightly Job", "meaning": "the job"}]),),
        "Nightly Job",
    ),
    Planted(
        "DOC-003",
        "reyes",
        (
            put("allegations.plus-service.text", 'Larkspur ran a job (the ""Nightly Job"").'),
            put("allegations.no-notice.text", 'It was the ""Nightly Job"" again.'),
        ),
        "Nightly Job",
    ),
    Planted(
        "DOC-004",
        "reyes",
        (
            put(TEXT, "A page said that “no message will ever be given to any other person”."),
            put("allegations.no-notice.source", {"kind": "investigation"}),
        ),
        "¶ 18 quotes",
    ),
    Planted(
        "DOC-005",
        "reyes",
        (put("allegations.no-notice.source.url", "https://larkspur.example/terms"),),
        "no date visited",
    ),
    Planted("DOC-006", "reyes", (put("allegations.nightly-copies.through", "2023-01"),), "before it begins"),
    Planted("DOC-006", "reyes", (put("court.filing_date", "2023-01-05"),), "after the planned filing"),
    Planted("DOC-007", "reyes", (put("allegations.vendor-contract.date", "2024-03-12"),), "February"),
    Planted(
        "DOC-008",
        "reyes",
        (
            put("allegations.plus-service.text", "It had 210,000 subscribers."),
            put(TEXT, "It told none of its 220,000 subscribers."),
        ),
        "counts 220,000",
    ),
    Planted(
        "DOC-009",
        "reyes",
        (put("allegations.whitfield-messages.text", "Whitfield wrote to her bank about her plans."),),
        "Whitfield",
    ),
    Planted(
        "DOC-009",
        "mireles",
        (put("allegations.intake.text", "Defendants treat no one without the form."),),
        "Defendants",
    ),
    Planted("DOC-010", "reyes", (put("counsel.hallam.telephone", {"unknown": "number"}),)),
    Planted("DOC-011", "reyes", (put(TEXT, "As [@nothing-there] says, it told no one."),), "nothing-there"),
    Planted("DOC-014", "reyes", (put(TEXT, "In a blatant breach, Larkspur told no one."),), "blatant"),
    Planted("DOC-015", "reyes", (put("allegations.no-notice.source", None),), "¶ 18 has no source"),
    Planted("DOC-016", "reyes", (put("allegations.reyes-messages.confirmed", None),), "Reyes"),
]
INNOCENT = [
    Planted(
        "CLM-011",
        "reyes",
        (put("classes.plus.predominance", {"text": "Common proof.", "allegations": ["plus-promise"]}),),
        "plus-promise",
    ),
    Planted(
        "CLM-031",
        "reyes",
        (*only("ca-fraud", statements=["said"], against=["larkspur"]), put("statements", [FALSE])),
    ),
    Planted(
        "CLM-003",
        "reyes",
        (
            put("allegations.nightly-copies.source", INFERRED),
            put("allegations.nightly-copies.further_sources", [{"kind": "document", "document": "log"}]),
            put("allegations.nightly-copies.basis", {"kind": "document"}),
        ),
    ),
    Planted(
        "CLM-004",
        "reyes",
        (
            put(
                "allegations.nightly-copies.basis",
                {"kind": "information-and-belief", "because": "the logs are Larkspur’s"},
            ),
        ),
    ),
    Planted(
        "CLM-007",
        "reyes",
        (
            BOTH,
            *LUMPED,
            put(
                "agency",
                [{"principal": "larkspur", "agents": ["tallgrass"], "text": "It ran the job for Larkspur."}],
            ),
        ),
    ),
    Planted("CLM-008", "reyes", (put("claims.contract.incorporates", "facts-and-predicates"),)),
    Planted("CLM-009", "mireles", ()),
    Planted(
        "CLM-013",
        "reyes",
        (add("claims", {"id": "quasi", "theories": ["ca-quasi-contract"], "alternative_to": ["contract"]}),),
    ),
    Planted("CLM-015", "reyes", (put("relief.fee_grounds", ["Cal. Code Civ. Proc. § 1021.5"]),)),
    Planted(
        "PRE-001",
        "reyes",
        (*only("ca-clra"), notice("Cal. Civ. Code § 1782"), put("court.filing_date", "2026-10-10")),
    ),
    Planted(
        "PRE-002",
        "reyes",
        (
            *only("ca-clra"),
            notice(
                "Cal. Civ. Code § 1782",
                method="certified mail",
                address="Chicago",
                contents="named the sections",
            ),
        ),
    ),
    Planted(
        "PRE-011",
        "reyes",
        (
            *only("tx-dtpa", accrued="2024-02-01"),
            notice("Tex. Bus. & Com. Code § 17.505"),
            put("court.filing_date", "2026-01-20"),
        ),
    ),
    Planted("PRE-015", "okafor", ()),
    Planted(
        "DOC-004",
        "reyes",
        (
            put(TEXT, "It called the job “the job” and no more."),
            put("allegations.no-notice.source", {"kind": "investigation"}),
        ),
    ),
    Planted("DOC-007", "reyes", (put("allegations.vendor-contract.date", "2024-02"),)),
    Planted(
        "DOC-008",
        "reyes",
        (
            put("allegations.plus-service.text", "It had 210,000 subscribers."),
            put(TEXT, "It told none of its more than 200,000 subscribers."),
        ),
    ),
    Planted(
        "DOC-009",
        "reyes",
        (put("allegations.whitfield-messages.text", "Whitfield wrote to his sister about her plans."),),
    ),
    Planted("DOC-014", "reyes", (put(TEXT, "Its own engineer called it “blatant”."),)),
    Planted(
        "CLM-002",
        "reyes",
        (
            put("allegations.nightly-copies.conclusion", "yes"),
            put("claims.contract.elements.breach.allegations", ["nightly-copies", "vendor-contract"]),
        ),
        "breach",
    ),
    Planted(
        "CLM-006",
        "reyes",
        (
            BOTH,
            *LUMPED,
            *only(
                "ca-fraud", statements=["said"], elements={"representation": {"allegations": ["no-notice"]}}
            ),
            put("statements", [FALSE]),
        ),
    ),
    Planted(
        "CLM-018",
        "reyes",
        (
            *only(
                "exchange-10b5",
                statements=["said"],
                elements={"scienter": {"allegations": ["vendor-contract"]}},
            ),
            put("statements", [FALSE]),
        ),
    ),
    Planted(
        "PRE-001",
        "reyes",
        only(
            "ca-clra",
            relief=[{"kind": "actual-damages", "omit": "yes"}, {"kind": "punitive-damages", "omit": "yes"}],
        ),
    ),
    Planted(
        "PRE-001",
        "reyes",
        (
            *only(
                "ca-clra",
                relief=[
                    {"kind": "actual-damages", "omit": "yes"},
                    {"kind": "punitive-damages", "omit": "yes"},
                ],
            ),
            notice("Cal. Civ. Code § 1782"),
            put("court.filing_date", "2026-01-20"),
        ),
    ),
    Planted("CLM-017", "reyes", only("ny-gbl-349"), court="nysupct"),
    Planted("CLM-017", "reyes", only("ny-gbl-349", **{"for": ["plus"]}), court="nyed"),
    Planted(
        "DOC-015",
        "reyes",
        (put("allegations.no-notice.source", None), put("allegations.no-notice.conclusion", "yes")),
        "¶ 18 has no source",
    ),
    Planted(
        "DOC-016",
        "reyes",
        (
            put("allegations.reyes-messages.confirmed", None),
            put("allegations.reyes-messages.source", {"kind": "document", "document": "her telephone"}),
        ),
    ),
]
