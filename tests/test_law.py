"""What hurts a claim by law and by time, each point over a whole matter: holdings by circuit, two limbs of
one statute, tolling that ends, papers of a State court.
"""

import pytest
from planted import Planted, put
from planted.claims import FALSE, only
from planted.forum import filing
from test_checks import findings
from test_filings import FILINGS

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.complaint.passes.number import inlines_of
from drafter.document import Blank
from drafter.library import open_library
from drafter.library.pages import cause_page
from drafter.matter_files.load import load
from drafter.text import render
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
HIDDEN = {
    "kind": "fraudulent-concealment",
    "text": "The committee filed false reports.",
    "claims": ["prudence"],
    "allegations": ["rk"],
}


def changed(name, tmp_path, *changes, court=None):
    """The filing `name` with `changes`, assembled."""
    path = tmp_path / "sheet.yaml"
    path.write_text(apply(FILINGS[name].read_text(encoding="utf-8"), changes), encoding="utf-8")
    return assemble(load(path), LIBRARY, court)


def told(draft, check):
    return [
        (finding.severity.value, finding.message) for finding in run_checks(draft) if finding.check == check
    ]


def of(sample, check, tmp_path, *changes, court=""):
    found = findings(Planted(check, sample, changes, court=court), tmp_path)
    return [(finding.severity.value, finding.message) for finding in found if finding.check == check]


def blanks(draft):
    return {
        inline.label
        for block in draft.document.body
        for inline in inlines_of(block)
        if isinstance(inline, Blank)
    }


# --- holdings
# ------------------------------------------------------------------------------------------------------------


def test_texts_alone_are_an_error_in_the_seventh_circuit_a_warning_in_the_eleventh_and_advice_elsewhere(
    tmp_path,
):
    found = told(changed("tcpa-flsd", tmp_path, court="ilnd"), "CLM-026")
    assert [severity for severity, _ in found] == ["error", "error"] and all(
        "Steidinger" in message for _, message in found
    )
    for court, grave in (
        ("flsd", "warning"),
        ("flmd", "warning"),
        ("cand", "advice"),
        ("calsuperct", "advice"),
    ):
        there = told(changed("tcpa-flsd", tmp_path, court=court), "CLM-026")
        assert [severity for severity, _ in there] == [grave, grave]
        assert all("Davis v. CVS Pharmacy" in message and "El Sayed" in message for _, message in there)
    for court in ("ilcd", "ilsd", "innd", "insd", "wied", "wiwd"):
        assert LIBRARY.court(court).circuit == "7"


def test_a_voice_call_beside_the_texts_makes_it_a_warning(tmp_path):
    call = put(
        "allegations.texts.text",
        "Brightsole sent nineteen text messages to that number, and left a voicemail.",
    )
    assert {
        severity for severity, _ in told(changed("tcpa-flsd", tmp_path, call, court="ilnd"), "CLM-026")
    } == {"warning"}


def test_a_pixel_is_an_error_under_the_video_privacy_protection_act_in_the_second_circuit_alone(tmp_path):
    assert [severity for severity, _ in told(changed("vppa-nysd", tmp_path), "CLM-026")] == ["error"]
    assert told(changed("vppa-nysd", tmp_path, court="mad"), "CLM-026") == []


def test_a_holding_is_shown_with_its_courts_and_its_status_on_the_causes_page():
    page = cause_page(LIBRARY.cause("tcpa-227c"))
    assert (
        "WHAT DEFEATS IT" in page
        and "(7)" in page.split("WHAT DEFEATS IT")[1]
        and "UNVERIFIED: secondary" in page.split("WHAT DEFEATS IT")[1]
    )


@pytest.mark.parametrize(
    ("court", "severity"),
    [
        ("ohnd", "error"),
        ("paed", "error"),
        ("mnd", "error"),
        ("ilnd", "error"),
        ("wawd", "error"),
        ("nysd", "warning"),
        ("mad", None),
    ],
)
def test_a_collective_that_reaches_other_states_without_general_jurisdiction_is_as_grave_as_the_circuit_makes_it(  # noqa: E501
    court, severity, tmp_path
):
    away = (
        put("defendants.kernel.principal_place_of_business", {"city": "Reno", "state": "NV"}),
        put("defendants.kernel.incorporated_in", "NV"),
    )
    assert [grave for grave, _ in told(changed("wage-caed", tmp_path, *away, court=court), "PJ-006")] == (
        [severity] if severity else []
    )


def test_a_collective_of_those_who_worked_in_this_state_is_left_alone(tmp_path):
    away = (
        put("defendants.kernel.principal_place_of_business", {"city": "Reno", "state": "NV"}),
        put("defendants.kernel.incorporated_in", "NV"),
    )
    assert (
        told(
            changed("wage-caed", tmp_path, *away, put("classes.collective.geography", "California")), "PJ-006"
        )
        == []
    )
    assert (
        told(changed("wage-caed", tmp_path, *away, put("classes.collective.states", ["CA"])), "PJ-006") == []
    )


def test_written_consents_are_wanted_in_a_state_court_too(tmp_path):
    assert {
        severity
        for severity, _ in told(
            changed("wage-caed", tmp_path, put("filing_package", []), court="calsuperct"), "PRE-015"
        )
    } == {"error"}


# --- time
# ------------------------------------------------------------------------------------------------------------

ERISA = (
    put("claims.prudence.act_date", "2013-07-01"),
    put("plaintiffs.rourke.experience.discovered", "2020-06-01"),
    put("plaintiffs.aziz.experience.discovered", "2020-06-01"),
)


def test_a_breach_of_fiduciary_duty_known_for_three_years_is_late_though_six_have_not_run(tmp_path):
    recent = put("claims.prudence.act_date", "2017-07-01")
    known = (
        put("plaintiffs.rourke.experience.discovered", "2018-01-05"),
        put("plaintiffs.aziz.experience.discovered", "2018-01-05"),
    )
    draft = changed("erisa-njd", tmp_path, recent, *known)
    assert [
        message
        for _, message in told(draft, "LIM-001")
        if message.startswith("Count I ")
        and "3 years from the day on which the plaintiffs knew on January 5, 2018" in message
    ]
    assert told(draft, "LIM-007") == []


def test_three_years_from_knowledge_are_not_measured_from_the_act_where_nobody_says_when_it_was_known(
    tmp_path,
):
    draft = changed(
        "erisa-njd",
        tmp_path,
        put("claims.prudence.act_date", "2017-07-01"),
        put("claims.prudence.accrued", "2017-07-01"),
    )
    assert not [message for _, message in told(draft, "LIM-001") if message.startswith("Count")]


def test_a_hidden_breach_of_fiduciary_duty_has_six_years_from_its_discovery(tmp_path):
    assert [
        severity
        for severity, message in told(changed("erisa-njd", tmp_path, *ERISA), "LIM-007")
        if message.startswith("Count")
    ] == ["error"]
    hidden = changed("erisa-njd", tmp_path, *ERISA, put("tolling", [HIDDEN]))
    assert not [
        message
        for check in ("LIM-001", "LIM-007")
        for _, message in told(hidden, check)
        if message.startswith("Count")
    ]
    later = changed(
        "erisa-njd", tmp_path, *ERISA, put("tolling", [HIDDEN]), put("court.filing_date", "2026-06-02")
    )
    assert [
        message
        for _, message in told(later, "LIM-007")
        if "6 years from discovery of what was hidden on June 1, 2020" in message
    ]


def test_the_shortest_period_of_a_claims_theories_counts(tmp_path):
    both = put(
        "claims", [{"id": "sole", "theories": ["ca-negligence"], "law": ["CA"], "accrued": "2024-06-01"}]
    )
    found = of("mireles", "LIM-001", tmp_path, both, filing("2026-10-10"))
    assert (
        [message.split(" end on ")[1].split(",")[0] for _, message in found] == ["June 1"]
        and "2 years from accrual" in found[0][1]
        and "3 years for injury to property" in found[0][1]
    )


def test_the_third_year_of_the_wage_act_is_there_where_willfulness_is_pleaded_and_not_else(tmp_path):
    old = (
        put("claims.flsa.accrued", "2018-01-05")
        if "id: flsa" in FILINGS["wage-caed"].read_text(encoding="utf-8")
        else None
    )
    assert old and not [
        message
        for _, message in told(
            changed("wage-caed", tmp_path, old, put("court.filing_date", "2020-12-01")), "LIM-001"
        )
        if "Fair Labor Standards Act" in message
    ]
    without = put("claims.flsa.elements.willfulness", {"not_pleaded": "two years suffice"})
    found = [
        message
        for _, message in told(
            changed("wage-caed", tmp_path, old, without, put("court.filing_date", "2020-12-01")), "LIM-001"
        )
        if "Fair Labor Standards Act" in message
    ]
    assert found and "2 years from accrual" in found[0]


def test_tolling_does_not_silence_time_for_ever(tmp_path):
    late = put("claims.sca.accrued", "2016-01-05"), filing("2026-10-10")
    agreed = {"kind": "agreement", "text": "The parties agreed to toll.", "claims": ["sca"]}
    ended = put("tolling", [{**agreed, "from": "2017-01-01", "through": "2018-01-01"}])
    assert [
        "January 5, 2019" in message for _, message in of("reyes", "LIM-001", tmp_path, *late, ended)
    ] == [True]
    assert of("reyes", "LIM-009", tmp_path, *late, ended) == []
    assert [
        severity for severity, _ in of("reyes", "LIM-009", tmp_path, *late, put("tolling", [agreed]))
    ] == ["warning"]


def test_an_earlier_class_action_stops_time_from_the_day_on_which_it_was_filed(tmp_path):
    case = put(
        "related_cases",
        [{"id": "first", "caption": "Roe v. Larkspur", "filed": "2023-01-05", "class_action": "yes"}],
    )
    tolled = put(
        "tolling",
        [
            {
                "kind": "class-tolling",
                "text": "It was pending.",
                "claims": ["sca"],
                "related_case": "first",
                "through": "2026-01-05",
            }
        ],
    )
    late = put("claims.sca.accrued", "2022-01-05"), filing("2026-10-10")
    assert (
        of("reyes", "LIM-001", tmp_path, *late, case, tolled) == []
        and of("reyes", "LIM-009", tmp_path, *late, case, tolled) == []
    )
    assert of("reyes", "LIM-001", tmp_path, late[0], filing("2027-02-10"), case, tolled)


def test_a_statement_of_2016_sued_on_in_2026_is_found(tmp_path):
    old = put("statements", [{**FALSE, "date": "2016-05-02"}]), filing("2026-10-10")
    assert [
        severity
        for severity, _ in of("reyes", "LIM-010", tmp_path, *only("exchange-10b5", statements=["said"]), *old)
    ] == ["error"]
    assert [
        severity
        for severity, _ in of("reyes", "LIM-010", tmp_path, *only("ca-fraud", statements=["said"]), *old)
    ] == ["advice"]


def test_a_two_year_period_that_ends_on_the_filing_day_is_found_where_nobody_typed_when_the_claim_accrued(
    tmp_path,
):
    """The thief, and not the defendant, acted: nothing that the defendant did has a day."""
    stolen = put("allegations.no-notice.actor", None), put("allegations.no-notice.date", "2024-10-10")
    claim = only("ca-negligence", law=["CA"], elements={"breach": {"allegations": ["no-notice"]}})
    ((severity, message),) = of("reyes", "LIM-002", tmp_path, *stolen, *claim, filing("2026-10-10"))
    assert (
        severity == "warning"
        and "2 years from the last event alleged on October 10, 2024" in message
        and message.endswith(", 0 days after the planned filing.")
    )
    assert of("reyes", "LIM-001", tmp_path, *stolen, *claim, filing("2026-10-11"))


def test_class_tolling_is_federal_law_and_only_advice_in_a_state_court(tmp_path):
    stacked = put("tolling", [{"kind": "class-tolling", "text": "An earlier case was pending."}])
    assert [
        of("reyes", "LIM-005", tmp_path, stacked, court=court)[0][0] for court in ("ilnd", "calsuperct")
    ] == ["error", "advice"]


def test_repose_stands_in_a_state_court_and_rests_on_what_was_held_of_it(tmp_path):
    one = Planted(
        "LIM-007",
        "reyes",
        (*only("securities-11", act_date="2022-01-01"), filing("2026-10-10")),
        court="calsuperct",
    )
    found = next(finding for finding in findings(one, tmp_path) if finding.check == "LIM-007")
    assert (
        found.severity.value == "error"
        and found.authority[-1].cite.endswith("582 U.S. 497 (2017)")
        and not any("Am. Pipe" in law.cite for law in found.authority)
    )


def test_a_class_that_starts_a_day_early_is_told_of_on_the_thirty_first(tmp_path):
    early = (
        put("claims", [{"id": "sole", "theories": ["sca-2702-a1-ecs"], "for": ["plus"]}]),
        put("classes.plus.period.from", "2024-10-29"),
    )
    assert of("reyes", "CLS-006", tmp_path, *early, filing("2026-10-31")) and not of(
        "reyes", "CLS-006", tmp_path, *early, filing("2026-10-29")
    )
    assert "October 31, 2024" in of("reyes", "CLS-006", tmp_path, *early, filing("2026-10-31"))[0][1]


# --- papers and duties
# ------------------------------------------------------------------------------------------------------------

SHARES = (*only("securities-11", **{"for": ["plus"]}), put("jurisdiction", {"grounds": ["federal-question"]}))


def case(tmp_path, *changes, court=""):
    findings(Planted("", "reyes", changes, court=court), tmp_path)
    return assemble(load(tmp_path / "reyes-v-larkspur.yaml"), LIBRARY, court)


def test_a_state_court_asks_for_no_certification_under_the_reform_act(tmp_path):
    assert any("sworn certification" in label for label in blanks(case(tmp_path, *SHARES, court="cand")))
    state = case(tmp_path, *SHARES, court="calsuperct")
    assert not any("sworn certification" in label for label in blanks(state))
    assert not [
        finding
        for finding in run_checks(state)
        if finding.check in ("DOC-010", "PRE-012", "PRE-014", "PRE-017")
        and ("certification" in finding.message or "20 days" in finding.message)
    ]


def test_a_single_purchaser_is_asked_for_no_certification(tmp_path):
    alone = (*only("exchange-10b5"), put("jurisdiction", {"grounds": ["federal-question"]}))
    assert not any("sworn certification" in label for label in blanks(case(tmp_path, *alone, court="nysd")))


def test_what_a_purchaser_did_not_know_is_the_defendants_to_prove_and_may_be_left_out(tmp_path):
    draft = case(tmp_path, *SHARES, court="cand")
    assert not any("knew" in label for label in blanks(draft))
    assert not [
        finding
        for finding in run_checks(draft)
        if finding.check == "CLM-001" and "not known" in finding.message
    ]
    pleaded = put(
        "claims.sole.elements",
        {"not-known": {"allegations": ["no-notice"], "application": "No plaintiff knew of it."}},
    )
    assert "No plaintiff knew of it" in render(case(tmp_path, *SHARES, pleaded, court="cand").document)


def test_an_erisa_complaint_is_told_of_service_on_the_two_secretaries_once(tmp_path):
    found = told(changed("erisa-njd", tmp_path), "PRE-017")
    assert (
        len(found) == 1
        and found[0][0] == "advice"
        and found[0][1].startswith(
            "Counts I and II: serve a copy of the complaint upon the Secretary of Labor"
        )
    )
    assert "certified mail" in cause_page(LIBRARY.cause("erisa-1132")).split("AFTER FILING")[1]


def test_a_published_notice_is_told_once_with_its_day(tmp_path):
    draft = changed("securities-mad", tmp_path)
    assert len(told(draft, "PRE-014")) == 1 and told(draft, "PRE-017") == []


def test_a_claim_for_the_losses_of_a_plan_says_that_it_is_brought_on_the_plans_behalf(tmp_path):
    text = " ".join(render(changed("erisa-njd", tmp_path).document).replace("\u00a0", " ").split())
    assert "bring this claim under 29 U.S.C. § 1132(a)(2) on behalf of the Plan" in text


@pytest.mark.parametrize(
    ("theory", "words"),
    [
        ("wiretap-2511-1a", "damages in the greater of two sums"),
        ("vppa-2710", "actual damages, but not less than liquidated damages of $2,500"),
    ],
)
def test_where_the_court_may_award_the_count_seeks_and_does_not_say_that_it_is_due(theory, words, tmp_path):
    text = " ".join(render(case(tmp_path, *only(theory)).document).replace("\u00a0", " ").split())
    assert f"seek {words}" in text and f"entitled to {words}" not in text
