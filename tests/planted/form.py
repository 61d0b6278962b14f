"""Defects of form, privacy, local rules and citations."""

from planted import Planted, add, put
from planted.claims import only

LONG = "Larkspur wrote to a subscriber. " * 40
MINOR = (put("plaintiffs.reyes.kind", "minor"),)
TEXT = "allegations.no-notice.text"
NOTE = "allegations.no-notice.note"


def text(check, words, sample="reyes", path=TEXT, court=""):
    return Planted(check, sample, (put(path, words),), "", path, court)


def own_cause(**law):
    """One claim, of a cause of the sheet's own, whose authority a lawyer of counsel read."""
    read = {
        "cite": "Fictional Reports 1",
        "status": "text_read",
        "by": "Ruth Hallam",
        "date": "2026-01-05",
    } | law
    element = {"id": "taking", "title": "taking", "conclusion": "That was a taking.", "law": [read]}
    cause = {"id": "or-trover", "title": "Trover", "citation": {"none": "common law"}, "law": "OR"}
    return (put("causes", [cause | {"elements": [element]}]), *only("or-trover"))


DEFECTS = [
    Planted("FORM-001", "reyes", (put("jurisdiction.grounds", []),), "no ground"),
    Planted("FORM-001", "reyes", (put("jurisdiction", None),)),
    Planted("FORM-001", "reyes", (put("jurisdiction.grounds", ["supplemental"]),), "nothing to stand on"),
    Planted(
        "FORM-001",
        "reyes",
        (*only("ca-negligence"), put("jurisdiction.grounds", ["state-general"])),
        "no ground of federal",
    ),
    Planted(
        "FORM-001",
        "reyes",
        (*only("ca-negligence"), put("jurisdiction.grounds", ["state-general"])),
        "A blank stands in the draft: grounds of jurisdiction",
    ),
    Planted(
        "FORM-002",
        "reyes",
        only(
            "ca-negligence",
            relief=[{"kind": "actual-damages", "omit": "yes"}, {"kind": "punitive-damages", "omit": "yes"}],
        ),
        "No relief",
    ),
    Planted("FORM-005", "reyes", (put("allegations.no-notice.text", LONG),), "words: ¶ 18"),
    Planted("FORM-006", "reyes", (put("counsel.hallam.lawyers.1.signs", "no"),)),
    Planted(
        "FORM-007",
        "reyes",
        (put("counsel.hallam.telephone", None),),
        "telephone number",
        "counsel.hallam.telephone",
    ),
    Planted("FORM-007", "reyes", (put("counsel.hallam.lawyers.1.email", None),), "e-mail address"),
    Planted("FORM-008", "reyes", (put("counsel.hallam.lawyers.1.bar_number", None),), "no bar number"),
    Planted(
        "FORM-008", "reyes", (put("counsel.hallam.lawyers.1.bar_number", "ARDC No. 12"),), "seven digits"
    ),
    Planted("FORM-009", "reyes", (put("counsel.hallam.lawyers.1.admission", {"status": "not-admitted"}),)),
    Planted("FORM-009", "reyes", (put("counsel.hallam.lawyers.1.admission", None),)),
    Planted("FORM-010", "reyes", (put("jury_demand", None),), "waived"),
    Planted(
        "FORM-021",
        "okafor",
        (
            put("allegations.sales.date", "2026-01"),
            put("allegations.sales.source", {"kind": "document", "exhibit": "handbook"}),
        ),
        "older",
    ),
    Planted("FORM-011", "reyes", only("ca-ucl-unfair")),
    Planted(
        "FORM-013",
        "reyes",
        (
            put("exhibits.vendor-agreement.attached", "no"),
            put("allegations.vendor-contract.exhibits", ["vendor-agreement"]),
        ),
        "¶ 16 cites",
    ),
    Planted(
        "FORM-014",
        "reyes",
        (add("exhibits", {"id": "idle", "title": "Brochure", "attached": "yes"}),),
        "nothing cites it",
        "exhibits.idle",
    ),
    Planted(
        "FORM-015",
        "reyes",
        (put("allegations.plus-promise.quotes", [{"words": "we will never read your mail"}]),),
        "never read",
    ),
    Planted("FORM-016", "reyes", (put("claims.contract.challenges_statute", "18 U.S.C. § 2702(c)"),)),
    Planted("FORM-017", "reyes", (put("jurisdiction.grounds", ["diversity"]),), "§ 1332(a)"),
    Planted("FORM-017", "reyes", (put("plaintiffs.whitfield.kind", "organization"),), "organization"),
    Planted("FORM-018", "reyes", (put("filing_package", [{"kind": "summons"}]),), "summons"),
    Planted(
        "LOC-005",
        "reyes",
        (put("style", {"face": "Garamond"}),),
        "set in Times New Roman",
        "style.face",
        "flmd",
    ),
    Planted("FORM-018", "mireles", (put("filing_package", None),), "cover sheet"),
    text("PRIV-001", "Her number, 123-45-6789, was on it."),
    text("PRIV-001", "Her Social Security number 123456789 was on it."),
    text("PRIV-002", "Her ITIN, 912-71-1234, was on it."),
    text("PRIV-003", "The card 4111 1111 1111 1111 was charged."),
    text("PRIV-003", "Her account number 83920174 was charged."),
    text("PRIV-004", "Reyes was born on March 3, 1988, in Evanston."),
    text("PRIV-004", "Her date of birth, 03/03/1988, was copied."),
    Planted("PRIV-005", "reyes", MINOR, "written out", "plaintiffs.reyes.name"),
    text("PRIV-005", "Her daughter Anna Keller used the phone."),
    Planted("PRIV-006", "reyes", MINOR, "nobody sues"),
    text("PRIV-007", "Reyes wrote from dana@reyes.example to Larkspur."),
    text("PRIV-007", "Reyes lives at 14 Elm Tree Lane."),
    Planted(
        "PRIV-008",
        "reyes",
        (
            *MINOR,
            put("allegations.reyes-messages.text", "Reyes attends Lane Middle School and writes there."),
        ),
        "identifies a minor",
    ),
    Planted("PRIV-010", "reyes", (put("plaintiffs.reyes.kind", "pseudonym"),)),
    Planted("PRIV-010", "reyes", (put("plaintiffs.reyes.name", "Jane Doe"),)),
    text("PRIV-011", "Larkspur told no one. TODO check with Ruth."),
    text("PRIV-011", "Larkspur told no one; client says she asked."),
    text("PRIV-012", "SSN 123-45-6789 in the client's file", path=NOTE),
    Planted("PRIV-012", "reyes", (put("allegations.reyes-messages.sensitive", "yes"),), "marked sensitive"),
    Planted("LOC-001", "reyes", (put("court.judge", "Hon. A. Sample"),), "Hon. A. Sample"),
    Planted(
        "LOC-002",
        "reyes",
        (
            add(
                "related_cases",
                {
                    "id": "other",
                    "caption": "Vance v. Larkspur Messaging, Inc.",
                    "number": "1:26-cv-00001",
                    "court": "N.D. Ill.",
                },
            ),
        ),
        "Vance",
    ),
    Planted("LOC-003", "reyes", (put("searches", None),), "No search"),
    Planted("LOC-003", "reyes", (put("court.filing_date", "2026-12-01"),), "57 days"),
    Planted(
        "LOC-004",
        "mireles",
        (put("filing_package", [{"kind": "summons", "ready": "yes"}]),),
        "interested entities",
    ),
    Planted(
        "LOC-006", "reyes", (put(TEXT, "Larkspur wrote again to one more subscriber. " * 2600),), "about"
    ),
    text("CITE-001", "The rule is that of Meridian Trust v. Osgood, and Larkspur knew it."),
    text("CITE-001", "The duty is in 42 U.S.C. § 1320 and Larkspur knew it."),
    text("CITE-002", "See 12 Foo. Rep. 345 for the practice."),
    Planted("CITE-004", "reyes", only("il-bipa-15b", **{"for": ["plus"]}), "August 2, 2024"),
    Planted(
        "CITE-004",
        "okafor",
        (put("classes.aggrieved.period.from", "2024-01-01"),),
        "June 19, 2024, when the rules on who may sue",
    ),
    Planted("LAW-001", "reyes", (), "Not verified against its text: sca-2702-a1-ecs: "),
    Planted("LAW-006", "reyes", (), "the minimum award", "claims.sca.theories"),
    Planted(
        "LAW-005", "reyes", only("negligence", law=["WA"]), "the law of Washington", "claims.sole.theories"
    ),
    Planted("LAW-005", "reyes", only("negligence"), "no State", "claims.sole.law"),
    Planted("LAW-004", "reyes", own_cause(status="recalled"), "of taking", "causes.or-trover"),
    Planted("LAW-004", "reyes", own_cause(by="A stranger"), "of taking", "causes.or-trover"),
    Planted("LAW-003", "reyes", (), "Cal. Const.", court="calsuperct"),
    Planted("LAW-002", "reyes", (), "no local rule loaded", court="gud"),
    Planted("LAW-002", "reyes", (), "no local rule on paper, type, spacing or margins loaded", court="laed"),
]
INNOCENT = [
    Planted(
        "FORM-001",
        "reyes",
        (
            put("jurisdiction.grounds", []),
            put("jurisdiction.text", "This Court has jurisdiction under 28 U.S.C. § 1337."),
        ),
    ),
    Planted("FORM-001", "reyes", (put("jurisdiction.grounds", ["state-general"]),), court="calsuperct"),
    Planted("LOC-005", "reyes", (put("style", {"face": "book antiqua"}),), court="flmd"),
    Planted("LOC-005", "reyes", (put("style", {"face": "Garamond"}),), court="ilnd"),
    Planted(
        "FORM-008",
        "reyes",
        (
            put("counsel.hallam.lawyers.1.bar_number", "NY 1234"),
            put(
                "counsel.hallam.lawyers.1.admission",
                {"status": "pro-hac-vice-forthcoming", "local_counsel": "J. Ito"},
            ),
        ),
    ),
    Planted("FORM-005", "reyes", (put("allegations.no-notice.text", "Its letter said: “" + LONG + "”"),)),
    Planted(
        "FORM-015",
        "reyes",
        (put("allegations.no-notice.quotes", [{"words": "Larkspur told no subscriber of the copies"}]),),
    ),
    Planted("FORM-017", "reyes", ()),
    Planted(
        "FORM-018",
        "reyes",
        (
            put(
                "filing_package",
                [
                    {"kind": "cover-sheet", "ready": "yes"},
                    {"kind": "summons", "ready": "yes"},
                    {"kind": "other", "title": "Appearance form of each attorney", "ready": "yes"},
                ],
            ),
        ),
    ),
    Planted("LAW-001", "reyes", only("ca-breach-contract")),
    Planted("LAW-006", "reyes", only("ca-breach-contract")),
    Planted("LAW-004", "reyes", own_cause()),
    Planted("LAW-005", "reyes", only("negligence", law=["TX"])),
    text("PRIV-001", "The docket number is 123-45-678, not a person's."),
    text("PRIV-002", "Its EIN is 12-3456789, as its annual report says."),
    text("PRIV-003", "The parcel number 4111111111111112 was lost."),
    text("PRIV-004", "Names, dates of birth and Social Security numbers were taken on March 3, 2024."),
    text("PRIV-005", "Their son was not told."),
    Planted("PRIV-005", "reyes", (*MINOR, put("plaintiffs.reyes.name", "D.R."))),
    Planted(
        "PRIV-010",
        "reyes",
        (
            put("plaintiffs.reyes.kind", "pseudonym"),
            put("plaintiffs.reyes.pseudonym_leave", "motion filed with the complaint"),
        ),
    ),
    Planted("PRIV-007", "reyes", (), court="njd"),
    text("CITE-002", "The call began at 9 a.m. 2 minutes late."),
    Planted(
        "LOC-002",
        "reyes",
        (
            add(
                "related_cases",
                {
                    "id": "other",
                    "caption": "Vance v. Larkspur",
                    "number": "1",
                    "court": "N.D. Ill.",
                    "status": "dismissed in 2025",
                },
            ),
        ),
    ),
    text("CITE-001", "The duty is that of 28 U.S.C. § 1331, and Larkspur knew it."),
    Planted(
        "CITE-001",
        "reyes",
        (
            put(
                "allegations.no-notice.source",
                {
                    "kind": "public-record",
                    "document": "information in United States v. Larkspur Messaging, Inc.",
                },
            ),
        ),
    ),
    Planted(
        "CITE-004",
        "reyes",
        (*only("il-bipa-15b", **{"for": ["plus"]}), put("court.filing_date", "2024-07-01")),
    ),
]
