"""The right law, the right court and the right names: what is pleaded of them, and what is said where the
sheet does not bear it out.
"""

import re

import pytest
from conftest import SAMPLES_FOLDER
from planted import add, put

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.complaint.passes.number import inlines_of
from drafter.document import plain
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
QUILL = """\
schema_version: 1
matter: Quill v. Harlan Boats
court: {id: cand, county: Alameda, filing_date: 2026-12-01}
counsel:
  - id: firm
    firm: Ames & Ortiz LLP
    represents: [quill]
    address: {street: 1 Main Street, city: Oakland, state: CA, zip: "94607"}
    telephone: 510-555-0100
    lawyers: [{name: Rosa Ames, bar_number: "123456", email: ames@example.com, signs: yes, admission: {status: admitted}}]
plaintiffs:
  - id: quill
    name: Mara Quill
    pronouns: she
    residence: {city: Oakland, county: Alameda, state: CA}
    citizenship: {state: CA}
    experience:
      purchases: [{product: the Harlan 34, date: 2026-03-02, price: "$90,000", place: {city: Oakland, county: Alameda, state: CA}}]
      injuries: [{id: paid, kind: money, text: "paid $90,000 for a boat that sank", allegations: [sank], amount: "$90,000"}]
defendants:
  - id: harlan
    kind: corporation
    name: Harlan Boats Inc.
    short: Harlan
    incorporated_in: NV
    principal_place_of_business: {city: Reno, county: Washoe, state: NV}
    business: builds boats
    part: Harlan built the boat.
    checked: 2026-11-01
    checked_source: Nevada Secretary of State
    personal_jurisdiction: [{kind: specific, facts: it sold and delivered the boat in Oakland}]
agreements:
  - id: sale
    title: Sale Contract
    short: Contract
    parties: [quill, harlan]
    terms: [{id: sound, section: "2", quote: the boat is sound}]
allegations:
  - id: sold
    date: 2026-03-02
    actor: harlan
    gist: sold Quill a boat for $90,000
    text: On March 2, 2026, in Oakland, Harlan sold Quill a Harlan 34 for $90,000.
    source: {kind: plaintiff, who: Mara Quill}
    basis: {kind: personal-knowledge}
    confirmed: 2026-11-10
  - id: sank
    date: 2026-04-02
    actor: harlan
    gist: delivered a boat whose hull was cracked
    text: On April 2, 2026, the boat sank at its berth in Oakland. Its hull was cracked when Harlan delivered it.
    source: {kind: plaintiff, who: Mara Quill}
    basis: {kind: personal-knowledge}
    confirmed: 2026-11-10
claims:
  - id: contract
    theories: [ca-breach-contract]
    agreement: sale
    terms: [sound]
    law: [CA]
    elements:
      contract: {allegations: [sold], application: "Quill and Harlan made the Contract."}
      performance: {allegations: [sold], application: "Quill paid the price."}
      breach: {allegations: [sank], application: "Harlan delivered a boat that was not sound."}
      conditions: {allegations: [sold], application: "Nothing more was for Quill to do."}
      harm: {allegations: [sank], application: "Quill lost the price."}
      causation: {allegations: [sank], application: "The crack sank the boat."}
    harm: Quill lost the price of the boat.
jurisdiction:
  grounds: [diversity]
  amount: {individual: "$90,000", working: "Quill paid $90,000 for a boat that is worth nothing."}
venue: {grounds: [events], facts: Harlan delivered the boat in Oakland}
jury_demand: yes
"""  # noqa: E501
"""One plaintiff, one company, § 1332(a): an individual case."""


def drafted(tmp_path, text, *changes, court=""):
    """The draft of the sheet `text` with `changes` made, for its court or for `court`."""
    path = tmp_path / "sheet.yaml"
    path.write_text(apply(text, changes), encoding="utf-8")
    return assemble(load(path), LIBRARY, court)


def told(draft, *checks):
    """The findings of `checks` on `draft`, as (check, severity, message)."""
    return [
        (found.check, found.severity.value, found.message)
        for found in run_checks(draft)
        if found.check in checks
    ]


def words(draft):
    """The whole of a draft as a reader sees it, a paragraph a line."""
    return "\n".join(plain(inlines_of(block)).replace("\u00a0", " ") for block in draft.document.body)


def claim(theory, **more):
    return put("claims", [{"id": "sole", "theories": [theory], **more}])


# --- the law that governs
# ------------------------------------------------------------------------------------------------------------


def test_a_claim_whose_law_is_not_its_causes_is_an_error_and_the_reason_is_not_printed_as_if_it_fitted(
    tmp_path,
):
    draft = drafted(tmp_path, QUILL, claim("ca-negligence", law=["NY"], law_reason="New York law governs."))
    assert [
        severity
        for _, severity, message in told(draft, "STA-009")
        if "New York" in message and "California" in message
    ] == ["error"]
    assert "New York law governs." not in words(
        draft
    ) and "a cause of action under the law that the sheet says governs: New York" in words(draft)


def test_a_contract_claim_under_another_states_law_or_clause_is_an_error_told_once(tmp_path):
    clause = put("agreements.sale.governing_law", "IL")
    for changes in (
        (put("claims.contract.law", ["IL"]),),
        (clause,),
        (put("claims.contract.law", None), clause),
        (put("claims.contract.law", ["IL"]), clause),
    ):
        draft = drafted(tmp_path, QUILL, *changes)
        assert [
            (check, severity)
            for check, severity, message in told(draft, "STA-009", "AGR-003", "STA-006")
            if "Illinois" in message
        ] == [("STA-009", "error")]


def test_a_reason_that_speaks_of_another_states_law_alone_is_an_error(tmp_path):
    assert told(
        drafted(tmp_path, QUILL, put("claims.contract.law_reason", "The Contract chooses Texas law.")),
        "STA-009",
    )
    assert not told(
        drafted(
            tmp_path, QUILL, put("claims.contract.law_reason", "California law governs, and not Texas law.")
        ),
        "STA-009",
    )


def test_a_reason_why_a_clause_does_not_govern_answers_it(tmp_path):
    draft = drafted(
        tmp_path,
        QUILL,
        put("agreements.sale.governing_law", "IL"),
        put("claims.contract.law_reason", "The clause was not shown before the sale."),
    )
    assert [severity for _, severity, _ in told(draft, "STA-009")] == ["warning"]
    assert "The clause was not shown before the sale." in words(draft)


@pytest.mark.parametrize(
    "reason",
    [
        "Larkspur is in California.",
        "The contacts are with California and no other State.",
        "The clause chooses Illinois law.",
        "The clause is not disputed, and Illinois law governs.",
        "The Contract is governed by Illinois law, and no other choice was made.",
        "?",
    ],
)
def test_a_reason_that_does_not_speak_to_a_clause_or_bears_it_out_does_not_answer_it(tmp_path, reason):
    changes = (put("agreements.sale.governing_law", "IL"), put("claims.contract.law_reason", reason))
    assert [severity for _, severity, _ in told(drafted(tmp_path, QUILL, *changes), "STA-009")] == ["error"]


def test_uniform_law_may_be_that_of_any_state_that_adopted_it_and_of_no_other(tmp_path):
    assert not told(drafted(tmp_path, QUILL, claim("ucc-express-warranty", law=["NV"])), "STA-009")
    assert told(drafted(tmp_path, QUILL, claim("ucc-express-warranty", law=["LA"])), "STA-009")


def test_a_federal_claim_named_under_a_states_law_is_an_error_unless_it_rests_on_that_law(tmp_path):
    assert told(drafted(tmp_path, QUILL, claim("tcpa-227c", law=["NY"])), "STA-009")
    assert not told(drafted(tmp_path, QUILL, claim("mmwa-2310", law=["NY"])), "STA-009")


# --- the court: personal jurisdiction and venue
# ---------------------------------------------------------------------------------------------

FORUM = ("PJ-001", "PJ-002", "PJ-003", "PJ-004", "VEN-001", "VEN-002", "VEN-003", "VEN-008")


def test_a_court_of_a_state_that_nothing_in_the_sheet_touches_is_an_error_and_the_draft_asserts_neither_power_nor_venue(  # noqa: E501
    tmp_path,
):
    for court in ("nysd", "njd", "paed", "flsd", "mad", "wawd"):
        draft = drafted(tmp_path, REYES, court=court)
        assert [(check, severity) for check, severity, _ in told(draft, *FORUM)] == [("VEN-008", "error")], (
            court
        )
        assert "because its principal place of business is in Chicago" not in words(
            draft
        ) and "at its offices in Chicago" not in words(draft)
        assert "a substantial part of the events giving rise to the claims occurred here" not in words(draft)


PASSING = {
    "allegations.plus-service.text": "Anyone may register, as a New York newspaper in New York wrote.",
    "defendants.larkspur.business": "operates a service that began as a copy of one in New York",
    "nature": ["People in New York and elsewhere write to each other."],
}


@pytest.mark.parametrize("path", PASSING)
def test_a_state_that_is_named_in_passing_ties_nothing_to_its_courts(tmp_path, path):
    draft = drafted(tmp_path, REYES, put(path, PASSING[path]), court="nysd")
    assert [check for check, _, _ in told(draft, "VEN-008")] == ["VEN-008"]


PLACED = {
    "allegations.plus-service.place": "Albany, New York",
    "classes.plus.geography": "New York",
    "plaintiffs.reyes.residence": {"city": "Albany", "state": "NY"},
    "plaintiffs.reyes.experience.injuries.reyes-paid.text": "paid for messages that she wrote in New York",
}


@pytest.mark.parametrize("path", PLACED)
def test_an_event_an_injury_a_class_or_a_party_placed_there_ties_the_case_to_a_state(tmp_path, path):
    assert not told(drafted(tmp_path, REYES, put(path, PLACED[path]), court="nysd"), "VEN-008")


def test_in_another_states_court_general_jurisdiction_away_from_home_and_foreign_facts_are_errors(tmp_path):
    found = told(drafted(tmp_path, REYES, court="txwd"), *FORUM)
    assert {(check, severity) for check, severity, _ in found} >= {
        ("PJ-002", "error"),
        ("PJ-001", "error"),
        ("VEN-003", "error"),
    }
    assert not told(drafted(tmp_path, REYES), "PJ-001", "PJ-002", "PJ-003", "VEN-002", "VEN-003", "VEN-008")


def test_a_sheet_for_its_own_court_is_believed_unless_its_facts_name_other_places_alone(tmp_path):
    assert not told(
        drafted(tmp_path, QUILL, put("venue.facts", "Harlan delivered the boat at Jack London Square")),
        "VEN-003",
        "VEN-008",
    )
    assert told(
        drafted(tmp_path, QUILL, put("venue.facts", "Harlan built the boat in Reno, Nevada")), "VEN-003"
    )


PETER = {
    "id": "peter",
    "kind": "individual",
    "name": "Peter Harlan",
    "residence": {"city": "Fresno", "county": "Fresno", "state": "CA"},
    "citizenship": {"state": "CA"},
    "part": "He sold the boat.",
    "personal_jurisdiction": [{"kind": "general", "facts": "he lives in California"}],
}
RESIDES = put("venue.grounds", ["defendant-resides"])
AT_OAKLAND = put(
    "defendants.harlan.principal_place_of_business", {"city": "Oakland", "county": "Alameda", "state": "CA"}
)


def test_defendants_in_two_districts_are_said_to_reside_in_the_state_and_one_in_this_district(tmp_path):
    draft = drafted(tmp_path, QUILL, RESIDES, AT_OAKLAND, add("defendants", PETER))
    assert "because all Defendants reside in California, and Harlan resides in this District: " in words(
        draft
    ) and not told(draft, "VEN-002")


def test_residence_is_not_asserted_of_a_defendant_whose_residence_is_not_known_or_elsewhere(tmp_path):
    nowhere = put("defendants.harlan", {"id": "harlan", "name": "Harlan Boats Inc.", "short": "Harlan"})
    unknown = drafted(tmp_path, QUILL, RESIDES, nowhere)
    assert "resides in this District" not in words(unknown) and "where each Defendant resides" in words(
        unknown
    )
    for grounds in (["defendant-resides"], ["defendant-resides", "events"]):
        elsewhere = drafted(
            tmp_path,
            QUILL,
            put("venue.grounds", grounds),
            add(
                "defendants",
                {**PETER, "residence": {"city": "Reno", "state": "NV"}, "citizenship": {"state": "NV"}},
            ),
        )
        assert "reside in this District" not in words(elsewhere)
        assert [
            severity for _, severity, message in told(elsewhere, "VEN-002") if "Peter Harlan" in message
        ] == ["error"]


def test_no_defendant_in_the_district_is_an_error_though_all_reside_in_the_state(tmp_path):
    draft = drafted(
        tmp_path,
        QUILL,
        RESIDES,
        put("defendants", [PETER]),
        put("agreements", None),
        put("claims.contract.agreement", None),
        put("claims.contract.terms", None),
        put("allegations.sold.actor", None),
        put("allegations.sank.actor", None),
    )
    assert [
        message
        for _, _, message in told(draft, "VEN-002")
        if "No defendant appears to reside in the Northern District of California" in message
    ]


def test_venue_by_a_special_statute_prints_the_statute_and_not_section_1391b(tmp_path):
    draft = drafted(
        tmp_path,
        QUILL,
        put(
            "venue",
            {
                "grounds": ["statute"],
                "statute": "15 U.S.C. § 78aa(a)",
                "facts": "Harlan made the offer in this District",
            },
        ),
    )
    assert (
        "Venue is proper in this District under 15 U.S.C. § 78aa(a), because Harlan made the offer in this"
        " District." in words(draft)
    )
    both = drafted(
        tmp_path,
        QUILL,
        put(
            "venue",
            {
                "grounds": ["statute", "events"],
                "statute": "15 U.S.C. § 78aa(a)",
                "facts": "Harlan made the offer in this District",
            },
        ),
    )
    assert "under 15 U.S.C. § 78aa(a) and 28 U.S.C. § 1391(b)(2), because" in words(both)
    assert "1391" not in words(draft)


def test_venue_by_agreement_alone_prints_no_section_1391b(tmp_path):
    draft = drafted(
        tmp_path,
        QUILL,
        put(
            "venue",
            {"grounds": ["agreement"], "facts": "the parties agreed in the Contract to sue in this District"},
        ),
    )
    assert (
        "Venue is proper in this District, because the parties agreed in the Contract to sue in this"
        " District." in words(draft)
    )


def test_nationwide_service_prints_with_its_statute(tmp_path):
    draft = drafted(
        tmp_path,
        QUILL,
        put(
            "defendants.harlan.personal_jurisdiction",
            [
                {
                    "kind": "nationwide-service",
                    "statute": "15 U.S.C. § 78aa(a)",
                    "facts": "Harlan does business throughout the United States",
                }
            ],
        ),
    )
    assert (
        "because 15 U.S.C. § 78aa(a) provides for nationwide service of process and Harlan does business"
        " throughout the United States." in words(draft)
    )


def test_power_over_each_defendant_is_tested_against_each_plaintiff_who_sues_it_whoever_else_is_at_home(
    tmp_path,
):
    vendor = {
        "id": "vendor",
        "kind": "corporation",
        "name": "Ridge Hulls, Inc.",
        "short": "Ridge",
        "incorporated_in": "OR",
        "principal_place_of_business": {"city": "Bend", "state": "OR"},
        "part": "It cast the hull.",
        "personal_jurisdiction": [{"kind": "specific", "facts": "it sold hulls in California"}],
    }
    stranger = {
        "id": "moss",
        "name": "Ada Moss",
        "residence": {"city": "Boise", "state": "ID"},
        "citizenship": {"state": "ID"},
    }
    draft = drafted(tmp_path, QUILL, AT_OAKLAND, add("defendants", vendor), add("plaintiffs", stranger))
    assert [message for _, _, message in told(draft, "PJ-003")] == [
        "Ada Moss has no tie to California, and Ridge is not at home there."
    ]
    apart = drafted(
        tmp_path,
        QUILL,
        AT_OAKLAND,
        add("defendants", vendor),
        add("plaintiffs", stranger),
        put("claims.contract.against", ["harlan"]),
    )
    assert not told(apart, "PJ-003")


def test_a_county_of_eastern_north_carolina_has_its_division_and_another_is_told(tmp_path):
    wake = (put("court.id", "nced"), put("court.county", "Wake"))
    assert [
        message
        for _, _, message in told(
            drafted(tmp_path, QUILL, *wake, put("court.division", "Northern")), "VEN-006"
        )
    ] == ["Wake County is served by Western, not by Northern."]
    assert not told(drafted(tmp_path, QUILL, *wake, put("court.division", "Western")), "VEN-006")


def test_a_pool_of_two_divisions_named_together_serves_its_county(tmp_path):
    assert not told(drafted(tmp_path, QUILL, put("court.division", "San Francisco or Oakland")), "VEN-006")


# --- subject-matter jurisdiction: the amount and the citizenship
# ------------------------------------------------------------------------------


def test_the_draft_for_diversity_prints_the_sheets_amount_and_working(tmp_path):
    draft = drafted(tmp_path, QUILL)
    assert (
        "the amount in controversy exceeds $75,000, exclusive of interest and costs. Quill paid $90,000 for a"
        " boat that is worth nothing." in words(draft)
    )
    assert "exclusive of interest and costs. The amount in controversy is $90,000." in words(
        drafted(tmp_path, QUILL, put("jurisdiction.amount", {"total": "$90,000"}))
    )
    assert not told(draft, "JUR-025")


@pytest.mark.parametrize(
    "amount",
    [
        None,
        {"individual": "$60,000"},
        {"individual": "$75,000"},
        {"individual": {"unknown": "ask"}},
        {"working": "Much was lost."},
    ],
)
def test_diversity_without_more_than_75000_dollars_is_an_error_and_is_not_asserted(tmp_path, amount):
    draft = drafted(tmp_path, QUILL, put("jurisdiction.amount", amount))
    found = told(draft, "JUR-025") or [one for one in told(draft, "DOC-010") if "(JUR-025)" in one[2]]
    assert "exceeds $75,000" not in words(draft) and [severity for _, severity, _ in found] == ["error"]


FERNHILL = (
    put("plaintiffs.quill.kind", "organization"),
    put("plaintiffs.quill.name", "Fernhill Boating LLC"),
    put("plaintiffs.quill.short", "Fernhill"),
    put("plaintiffs.quill.entity", "a limited liability company"),
    put("plaintiffs.quill.incorporated_in", "DE"),
    put("plaintiffs.quill.principal_place_of_business", {"city": "Austin", "state": "TX"}),
    put("plaintiffs.quill.pronouns", None),
    put("plaintiffs.quill.citizenship", None),
)


def test_a_company_that_sues_without_its_members_is_an_error_and_no_citizenship_is_made_up(tmp_path):
    draft = drafted(tmp_path, QUILL, *FERNHILL)
    assert [severity for _, severity, message in told(draft, "JUR-012") if "Fernhill" in message] == ["error"]
    assert "Fernhill is a citizen of" not in words(draft) and "[each member and its citizenship]" in words(
        draft
    )


def test_complete_diversity_is_reckoned_from_the_members_of_either_side(tmp_path):
    members = [{"name": "Ann Fern", "citizenship": "TX"}, {"name": "Bo Hill", "citizenship": "NV"}]
    draft = drafted(tmp_path, QUILL, *FERNHILL, put("plaintiffs.quill.members", members))
    assert (
        "it has the citizenship of its members: Ann Fern is a citizen of Texas; and Bo Hill is a citizen of"
        " Nevada." in words(draft)
    )
    assert "Fernhill has the citizenship of its members, as alleged below" in words(draft)
    assert ["both citizens of Nevada" in message for _, _, message in told(draft, "JUR-017")] == [
        True
    ] and not told(draft, "JUR-012")


def test_a_corporation_that_sues_is_no_company_with_members(tmp_path):
    draft = drafted(
        tmp_path,
        QUILL,
        *FERNHILL,
        put("plaintiffs.quill.name", "Fernhill Boating, Inc."),
        put("plaintiffs.quill.entity", "a corporation"),
    )
    assert not told(draft, "JUR-012") and "Fernhill is a citizen of Delaware and Texas" in words(draft)


def test_of_theories_pleaded_together_the_largest_sum_is_reckoned_and_not_the_first(tmp_path):
    draft = drafted(
        tmp_path,
        REYES,
        put("claims", [{"id": "gbl", "theories": ["ny-gbl-349", "ny-gbl-350"], "for": ["plus"]}]),
        put("classes.plus.numerosity", {"low": "100", "source": "its report"}),
        put("jurisdiction.amount", None),
    )
    found = told(draft, "JUR-003")
    assert [severity for _, severity, _ in found] == ["error"] and "100 members × $500" in found[0][2]


def test_a_total_of_the_sheets_own_beside_a_smaller_reckoning_is_a_warning(tmp_path):
    small = put("classes.plus.numerosity", {"low": "100", "source": "its report"})
    draft = drafted(
        tmp_path,
        REYES,
        put("claims", [{"id": "gbl", "theories": ["ny-gbl-349"], "for": ["plus"]}]),
        small,
        put("jurisdiction.amount", {"total": "$9,000,000"}),
    )
    assert [severity for _, severity, _ in told(draft, "JUR-003")] == ["warning"]


def test_a_securities_case_is_not_told_to_plead_cafa(tmp_path):
    securities = put(
        "claims",
        [
            {"id": "fraud", "theories": ["exchange-10b5"], "for": ["plus"]},
            {"id": "duty", "theories": ["ca-negligence"], "for": ["plus"]},
        ],
    )
    draft = drafted(
        tmp_path, REYES, securities, put("jurisdiction.grounds", ["federal-question", "supplemental"])
    )
    found = [one for one in run_checks(draft) if one.check == "JUR-019"]
    assert (
        "Plead CAFA too" not in found[0].fix
        and "1332(d)(9)" in found[0].fix
        and any("1332(d)(9)" in law.cite for law in found[0].authority)
    )


def test_unchecked_registrations_are_told_once_and_only_where_citizenship_counts(tmp_path):
    unchecked = (put("defendants.larkspur.checked", None), put("defendants.tallgrass.checked", None))
    assert [message for _, _, message in told(drafted(tmp_path, REYES, *unchecked), "JUR-016")] == [
        "The registrations of Larkspur and Tallgrass have not been checked."
    ]
    assert not told(
        drafted(
            tmp_path, REYES, *unchecked, put("jurisdiction.grounds", ["federal-question", "supplemental"])
        ),
        "JUR-016",
    )


def test_a_class_without_a_number_is_told_once_under_cafa(tmp_path):
    draft = drafted(tmp_path, REYES, put("classes.plus.numerosity", None))
    assert len(told(draft, "JUR-005")) == 1 and not told(draft, "CLS-015")
    assert told(
        drafted(
            tmp_path,
            REYES,
            put("classes.plus.numerosity", None),
            put("jurisdiction.grounds", ["federal-question", "supplemental"]),
        ),
        "CLS-015",
    )


# --- the names
# ------------------------------------------------------------------------------------------------------------


def test_a_person_whose_last_name_is_a_companys_short_name_goes_by_the_whole_name(tmp_path):
    draft = drafted(tmp_path, QUILL, add("defendants", PETER), put("claims.contract.against", ["peter"]))
    assert "Harlan is a citizen of Nevada; and Peter Harlan is a citizen of California" in words(
        draft
    ) and not told(draft, "DEF-010")
    assert "against Peter Harlan" in words(draft)


def test_two_parties_under_one_name_are_an_error(tmp_path):
    for other in ({**PETER, "short": "Harlan"}, {**PETER, "id": "second", "name": "Harlan"}):
        found = told(drafted(tmp_path, QUILL, add("defendants", other)), "DEF-010")
        assert [severity for _, severity, _ in found] == ["error"] and "“Harlan”" in found[0][2]


def test_the_short_name_of_a_single_plaintiff_is_introduced_before_it_is_used(tmp_path):
    text = words(drafted(tmp_path, QUILL))
    assert text.index("Mara Quill (“Plaintiff” or “Quill”)") < text.index("Quill is a citizen")
    assert "(“Plaintiff”)" in words(drafted(tmp_path, QUILL, put("plaintiffs.quill.short", "Mara Quill")))


# --- what stands behind a finding, and how grave it is, in which court
# ----------------------------------------------------------------------------


def behind(draft, check):
    return {law.cite for found in run_checks(draft) if found.check == check for law in found.authority}


FAIL_SAFE = put("classes.plus.conduct", "whose messages were disclosed in violation of the Act")


@pytest.mark.parametrize(
    ("court", "case"),
    [
        ("ilnd", "Messner"),
        ("cand", "Olean"),
        ("flsd", "Cordoba"),
        ("txnd", "Rodriguez"),
        ("dcd", "White"),
        ("ohsd", "Sauter"),
    ],
)
def test_a_fail_safe_class_is_told_with_the_law_of_its_own_circuit(tmp_path, court, case):
    cites = behind(drafted(tmp_path, REYES, FAIL_SAFE, court=court), "CLS-003")
    assert len(cites) == 1 and case in cites.pop()


def test_no_decision_of_another_circuit_stands_behind_a_finding(tmp_path):
    for court, circuit in (("ilnd", "7th"), ("cand", "9th"), ("nysd", "2d"), ("flsd", "11th")):
        draft = drafted(
            tmp_path,
            REYES,
            put("plaintiffs.reyes.experience.future_intent", None),
            put("classes.plus.identification", None),
            court=court,
        )
        cites = " ".join(
            law.cite
            for found in run_checks(draft)
            if found.check in ("STA-004", "CLM-012", "CLS-018", "DEF-001", "CLM-011", "CLS-011", "PJ-004")
            for law in found.authority
        )
        assert set(re.findall(r"\((\d+(?:st|d|th)) Cir", cites)) <= {circuit}, court


def class_under_one_law(tmp_path, *changed):
    """CLS-011 of the dental sample, its classes and its defendant changed."""
    text = (SAMPLES_FOLDER / "mireles-v-northgate.yaml").read_text(encoding="utf-8")
    return [one for one in run_checks(drafted(tmp_path, text, *changed)) if one.check == "CLS-011"]


def test_a_defendants_home_alone_ties_a_nationwide_class_to_its_state_as_advice(tmp_path):
    """Mazza: that the maker had its home in California did not carry its law to buyers elsewhere."""
    usual = class_under_one_law(tmp_path)
    assert usual and {one.severity.value for one in usual} == {"warning"}
    home = class_under_one_law(tmp_path, put("defendants.northgate.principal_place_of_business.state", "CA"))
    assert len(home) == len(usual) and {one.severity.value for one in home} == {"advice"}
    assert all("Only a defendant’s home ties it" in one.message for one in home)


def test_a_class_whose_definition_names_the_state_is_limited_to_it(tmp_path):
    assert class_under_one_law(tmp_path, put("classes.patients.geography", "California")) == []


def test_a_nationwide_class_under_one_states_law_is_told_with_mazza_in_the_ninth_circuit(tmp_path):
    text = (SAMPLES_FOLDER / "mireles-v-northgate.yaml").read_text(encoding="utf-8")
    assert any("Mazza" in cite for cite in behind(drafted(tmp_path, text), "CLS-011"))
    assert not any(
        "Mazza" in cite or "Langan" in cite
        for cite in behind(drafted(tmp_path, text, court="ilnd"), "CLS-011")
    )


@pytest.mark.parametrize("court", ["calsuperct", "illcirct", "nysupct"])
def test_a_states_court_is_shown_no_federal_rule_of_procedure(tmp_path, court):
    changes = (
        put("venue", None),
        put("jury_demand", None),
        put("counsel.hallam.telephone", None),
        put("counsel.hallam.lawyers.1.signs", "yes"),
        put("plaintiffs.reyes.represents", []),
        put("plaintiffs.whitfield.represents", ["plus-california"]),
        put("plaintiffs.whitfield.experience.injuries", []),
    )
    draft = drafted(tmp_path, REYES, *changes, court=court)
    found = [
        one
        for one in run_checks(draft)
        if one.check
        in (
            "VEN-001",
            "FORM-006",
            "FORM-007",
            "FORM-010",
            "CLS-001",
            "STA-008",
            "STA-001",
            "CLS-011",
        )
    ]
    assert {one.check for one in found} >= {"VEN-001", "FORM-007", "FORM-010", "STA-008", "STA-001"}
    assert not [
        law.cite
        for one in found
        for law in one.authority
        if "Fed. R." in law.cite or "U.S.C." in law.cite or "TransUnion" in law.cite
    ]
    grave = {one.check: one.severity.value for one in found}
    assert (
        grave["STA-001"] == "advice"
        and grave["VEN-001"] == "error"
        and grave["FORM-010"] == ("warning" if court == "illcirct" else "advice")
    )


def test_a_missing_email_is_no_error_where_the_state_court_takes_the_paper_without_it(tmp_path):
    without = put("counsel.hallam.lawyers.1.email", None)
    assert [
        severity for _, severity, _ in told(drafted(tmp_path, REYES, without, court="calsuperct"), "FORM-007")
    ] == ["advice"]
    assert [
        severity for _, severity, _ in told(drafted(tmp_path, REYES, without, court="illcirct"), "FORM-007")
    ] == ["error"]


def test_an_individual_action_is_not_told_that_it_defines_no_class(tmp_path):
    assert not told(drafted(tmp_path, QUILL), "CLS-001")
    assert told(drafted(tmp_path, QUILL, put("nature", ["This is a class action."])), "CLS-001")


@pytest.mark.parametrize(
    ("court", "rule"), [("njd", "L.Civ.R. 8.1"), ("pamd", "M.D. Pa. LR 8.1"), ("paed", "5.1.1")]
)
def test_a_sum_in_the_prayer_is_told_where_a_local_rule_forbids_it_with_that_rule_alone(
    tmp_path, court, rule
):
    cites = behind(
        drafted(
            tmp_path,
            REYES,
            put("relief.further", [{"kind": "other", "text": "Damages of $10,000,000"}]),
            court=court,
        ),
        "REL-009",
    )
    assert len(cites) == 1 and rule in cites.pop()


def test_a_check_names_no_court_that_the_library_lacks():
    from drafter.checks import CHECKS

    circuits = {f"ca{circuit}" for circuit in (*range(1, 12), "dc")}
    there = {court.id for court in LIBRARY.courts()} | circuits
    assert {court for check in CHECKS.values() for court in check.by_court} <= {"federal", "state"}
    assert set(LIBRARY.grades()) <= there
    assert {own for grades in LIBRARY.grades().values() for own in grades} <= set(CHECKS)


def test_legal_aid_of_counsel_may_sue_for_one_who_suffered_some_of_the_violations(tmp_path):
    text = (SAMPLES_FOLDER / "okafor-v-brightline.yaml").read_text(encoding="utf-8")
    both, other = ["Cal. Lab. Code § 226", "Cal. Lab. Code § 2802"], ["Cal. Lab. Code § 2802"]
    suffered = put("plaintiffs.okafor.experience.injuries.okafor-unpaid.violations", ["Cal. Lab. Code § 226"])
    aid = put("counsel.sato.legal_aid", "yes")

    def paga(notice, *changes):
        changed = (suffered, put("notices.paga-notice.violations", notice), *changes)
        return told(drafted(tmp_path, text, *changed), "PRE-006")

    ((_, grave, message),) = paga(both)
    assert grave == "error" and "2802" in message and "legal-aid" not in message
    ((_, grave, message),) = paga(both, aid)
    assert grave == "advice" and "said to be a qualified legal-aid organization" in message
    ((_, grave, message),) = paga(other, aid)
    assert grave == "error" and "legal-aid" not in message
