"""Defects of State law: actions taken away, claims that cancel each other out, class bars, claims and copies
to public offices.
"""

from planted import Planted, add, put
from planted.claims import notice, only

SITE = put(
    "allegations.nightly-copies.text",
    "On each visit to Larkspur’s website a tracker of Tallgrass recorded the address of the visitor.",
)
CALL = put(
    "allegations.nightly-copies.text",
    "On each call from the desk telephone a device of Tallgrass recorded the number that was dialed.",
)
USED = {"use": {"allegations": ["nightly-copies"], "application": "Tallgrass used it."}}
PEN = only("ca-cipa-638-51", against=["tallgrass"], elements=USED, answers={"device": "pen register"})
ALABAMA = {"title": "Violation of the Alabama Deceptive Trade Practices Act", "for": ["plus"], "law": ["AL"]}
LETTER = "Tex. Bus. & Com. Code § 17.505"
CITY = {
    "id": "city",
    "kind": "public-body",
    "name": "City of Fresno",
    "short": "the City",
    "business": "runs the water works",
}
CLAIM = {
    "id": "presented",
    "kind": "government-claim",
    "statute": "Cal. Gov. Code § 945.4",
    "sent": "2026-01-05",
}


def city(state, **more):
    return add("defendants", {**CITY, **({"state_of_body": state} if state else {}), **more})


def filing(day):
    return put("court.filing_date", day)


DEFECTS = [
    Planted(
        "CLM-029",
        "reyes",
        (*PEN, SITE),
        "only the Attorney General may sue on an internet website",
        "claims.sole.theories",
    ),
    Planted("CLM-029", "reyes", (*PEN, SITE, filing("2027-02-01")), "From January 1, 2027"),
    Planted("CLM-029", "reyes", (*PEN, CALL), "do not say that this was other conduct"),
    Planted(
        "CLM-030",
        "mireles",
        (put("claims.ccpa.alternative_to", []),),
        "Confidentiality of Medical Information Act are both pleaded against Northgate",
    ),
    Planted("CLM-030", "reyes", (), "borrows the violation that", "claims.ucl.theories"),
    Planted("CLM-030", "mireles", (put("claims.cra.alternative_to", []),), "the limb on security falls"),
    Planted(
        "CLM-028",
        "reyes",
        only("fl-fdutpa", **ALABAMA),
        "one who sues under it may not sue on behalf of a class",
    ),
    Planted(
        "CLM-028",
        "reyes",
        only("fl-fdutpa", **{"for": ["plus"], "law": ["TN"]}),
        "Tennessee Consumer Protection Act",
    ),
    Planted(
        "CLM-028",
        "reyes",
        (put("classes.plus.states", ["GA"]), *only("il-icfa", **{"for": ["plus"]})),
        "whose own act is the Georgia Fair Business Practices Act",
    ),
    Planted(
        "PRE-019",
        "reyes",
        (city("CA"), *only("ca-negligence", against=["city"])),
        "no claim presented to the City under Cal. Gov. Code § 945.4",
    ),
    Planted(
        "PRE-019",
        "reyes",
        (city("CA"), put("notices", [CLAIM]), filing("2026-01-20"), *only("ca-negligence", against=["city"])),
        "may be sued from February 19, 2026",
    ),
    Planted(
        "PRE-019",
        "reyes",
        (city("NY"), *only("ca-negligence", against=["city"])),
        "N.Y. Gen. Mun. Law §§ 50-e, 50-i",
    ),
    Planted(
        "PRE-019",
        "reyes",
        (city("IL"), *only("ca-negligence", against=["city"])),
        "due within one year of the injury",
    ),
    Planted(
        "PRE-019",
        "reyes",
        (city("OH"), *only("ca-negligence", against=["city"])),
        "the library holds no statute of OH",
    ),
    Planted(
        "PRE-019",
        "reyes",
        (city(None), *only("ca-negligence", against=["city"])),
        "does not say of which State",
    ),
    Planted(
        "PRE-018",
        "reyes",
        (*only("tx-dtpa", **{"for": ["plus"]}), notice(LETTER)),
        "letter has no copy to the Consumer Protection Division",
        "notices.letter.copied",
    ),
    Planted(
        "PRE-018",
        "reyes",
        (*only("tx-dtpa", **{"for": ["plus"]}), notice(LETTER, copied="2026-02-01")),
        "not the day of the notice",
    ),
    Planted(
        "REL-012",
        "reyes",
        only("ma-93a"),
        "nothing supports “willful or knowing violation, or refusal in bad faith”",
    ),
    Planted("REL-012", "reyes", only("tx-dtpa"), "nothing supports “knowing conduct”"),
]

KNOWN = {"knowing": {"allegations": ["vendor-contract"]}, "intentional": {"allegations": ["vendor-contract"]}}

INNOCENT = [
    Planted("CLM-029", "reyes", (*PEN, SITE, filing("2024-12-31"))),
    Planted("CLM-029", "reyes", (city("CA"), SITE, *only("ca-cipa-638-51", against=["city"], elements=USED))),
    Planted("CLM-029", "reyes", only("ca-cipa-631-aiding")),
    Planted(
        "CLM-030",
        "mireles",
        (
            put("claims.cra.elements.security", {"not_pleaded": "the claim is for late notice alone"}),
            put("claims.cra.alternative_to", []),
        ),
        "cra and cmia",
    ),
    Planted("CLM-030", "reyes", (put("claims.ucl.predicates", ["contract"]),)),
    Planted("CLM-028", "reyes", only("fl-fdutpa", title=ALABAMA["title"], law=["AL"])),
    Planted("CLM-028", "reyes", only("fl-fdutpa", **{"for": ["plus"]})),
    Planted("PRE-019", "reyes", (city("CA"), *only("sca-2702-a1-ecs", against=["city"]))),
    Planted(
        "PRE-019",
        "reyes",
        (city("CA"), put("notices", [CLAIM]), filing("2026-03-20"), *only("ca-negligence", against=["city"])),
    ),
    Planted("PRE-019", "reyes", (city("NJ"), *only("ca-breach-contract", against=["city"]))),
    Planted(
        "PRE-019",
        "reyes",
        (
            city("CA"),
            put("notices", [{**CLAIM, "response": "The City rejected it on January 12, 2026."}]),
            filing("2026-01-20"),
            *only("ca-negligence", against=["city"]),
        ),
    ),
    Planted("PRE-018", "reyes", (*only("tx-dtpa"), notice(LETTER))),
    Planted("PRE-018", "reyes", (*only("tx-dtpa", **{"for": ["plus"]}), notice(LETTER, copied="2026-01-05"))),
    Planted("REL-012", "reyes", only("tx-dtpa", elements=KNOWN)),
    Planted("REL-012", "reyes", only("ma-93a", relief=[{"kind": "treble-damages", "omit": "yes"}])),
]
