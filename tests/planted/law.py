"""Defects that the law of a claim, its time and its court make: what is held here, time that was tolled,
duties after filing.
"""

from planted import Planted, put
from planted.claims import FALSE, only
from planted.forum import filing

TEXTS = (
    *only("tcpa-227c", **{"for": ["plus"], "elements": {"two-calls": {"allegations": ["no-notice"]}}}),
    put("allegations.no-notice.text", "Larkspur sent her eleven text messages in May 2025."),
)
CALLS = (
    *TEXTS[:1],
    put(
        "allegations.no-notice.text",
        "Larkspur sent her eleven text messages, and left a voicemail in May 2025.",
    ),
)
PIXEL = (
    *only("vppa-2710", elements={"identifiable": {"allegations": ["no-notice"]}}),
    put("allegations.no-notice.text", "A pixel sent the Facebook ID of each viewer with the title."),
)
AWAY = (put("defendants.brightline.principal_place_of_business", {"city": "Denver", "state": "CO"}),)
LATE = (put("claims.sca.accrued", "2022-01-05"), filing("2026-10-10"))


def tolling(**more):
    return put(
        "tolling",
        [
            {
                "text": "The parties agreed that time stands still.",
                "claims": ["sca"],
                **{name.rstrip("_"): value for name, value in more.items()},
            }
        ],
    )


def said(on, theory="exchange-10b5", **more):
    return (
        *only(theory, statements=["said"], **more),
        put("statements", [{**FALSE, "date": on}]),
        filing("2026-10-10"),
    )


DEFECTS = [
    Planted("CLM-026", "reyes", TEXTS, "no “telephone call”", "claims.sole.theories", court="ilnd"),
    Planted("CLM-026", "reyes", CALLS, "text message", court="wied"),
    Planted("CLM-026", "reyes", PIXEL, "Pixel-based VPPA claims", court="nysd"),
    Planted("CLM-026", "reyes", TEXTS, "Davis v. CVS Pharmacy; El Sayed", court="flsd"),
    Planted("CLM-026", "reyes", TEXTS, "They do not bind here", court="cand"),
    Planted("CLM-026", "okafor", (put("claims.flsa.answers.vehicles", None),), "motor carrier exemption"),
    Planted("PJ-006", "okafor", AWAY, "not at home in California", "classes.crew.states"),
    Planted(
        "PJ-006",
        "okafor",
        (*AWAY, put("classes.crew.states", ["CA", "NV"])),
        "takes in California and Nevada",
        court="ohnd",
    ),
    Planted("PRE-015", "okafor", (put("filing_package", []),), "Okafor", court="calsuperct"),
    Planted(
        "PRE-017",
        "reyes",
        only("erisa-1132"),
        "Secretary of Labor and the Secretary of the Treasury by certified mail",
    ),
    Planted(
        "LIM-001",
        "reyes",
        (*LATE, tolling(kind="agreement", from_="2022-06-01", through="2023-06-01")),
        "with the tolling in the sheet on January 4, 2025",
        "tolling",
    ),
    Planted(
        "LIM-001", "reyes", (*LATE, tolling(kind="discovery", through="2023-02-01")), "on February 1, 2025"
    ),
    Planted(
        "LIM-001",
        "reyes",
        (*only("fcra-1681b", accrued="2024-01-05"), filing("2026-10-10")),
        "2 years from accrual",
    ),
    Planted(
        "LIM-002",
        "reyes",
        (*LATE, tolling(kind="agreement", from_="2022-06-01", through="2025-03-15")),
        "with the tolling on October",
    ),
    Planted(
        "LIM-007",
        "reyes",
        (*only("securities-11", act_date="2022-01-01"), filing("2026-10-10")),
        "repose",
        court="calsuperct",
    ),
    Planted(
        "LIM-009",
        "reyes",
        (*LATE, tolling(kind="fraudulent-concealment")),
        "only by tolling (fraudulent concealment)",
        "tolling.1.through",
    ),
    Planted(
        "LIM-009",
        "reyes",
        (*LATE, tolling(kind="agreement", from_="2022-06-01")),
        "does not say from when to when",
    ),
    Planted("LIM-010", "reyes", said("2016-05-02"), "5 years of repose from then ended on May 2, 2021"),
    Planted("LIM-010", "reyes", said("2016-05-02", "nj-cfa"), "rests on ¶ 24, of May 2, 2016"),
]
INNOCENT = [
    Planted("CLM-026", "reyes", PIXEL, court="cand"),
    Planted("CLM-026", "reyes", TEXTS[:1], court="ilnd"),
    Planted("CLM-026", "okafor", ()),
    Planted("PJ-006", "okafor", ()),
    Planted("PJ-006", "okafor", (*AWAY, put("classes.crew.states", ["CA"]))),
    Planted(
        "PJ-006",
        "okafor",
        (*AWAY, put("classes.crew.conduct", "who worked for Brightline in California as couriers")),
    ),
    Planted("PJ-006", "okafor", AWAY, court="mad"),
    Planted("PRE-017", "reyes", only("exchange-10b5", **{"for": ["plus"]})),
    Planted("LIM-001", "reyes", (*LATE, tolling(kind="agreement", from_="2022-06-01", through="2025-12-01"))),
    Planted("LIM-001", "reyes", (*LATE, tolling(kind="discovery", through="2025-02-01"))),
    Planted("LIM-009", "reyes", (*LATE, tolling(kind="discovery", through="2025-02-01"))),
    Planted(
        "LIM-009",
        "reyes",
        (
            put("claims.sca.accrued", "2026-01-05"),
            filing("2026-10-10"),
            tolling(kind="fraudulent-concealment"),
        ),
    ),
    Planted("LIM-010", "reyes", said("2025-01-05")),
]
