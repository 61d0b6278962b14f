"""The State law of the library in drafts and findings: what a later statute, another claim's law or a class
bar takes away, and what goes to a public office.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from planted import put
from planted.claims import notice, only
from planted.statelaw import ALABAMA, CLAIM, LETTER, PEN, SITE, city
from test_checks import LIBRARY, SAMPLES

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.library.pages import cause_page
from drafter.matter_files.load import load
from drafter.text import render as printed
from drafter.yamltext.rewrite import apply


@pytest.fixture
def reyes(tmp_path):
    """Drafts the fictional sample with changes, in a court."""

    def drafted(*changes, court="", library=LIBRARY, sample="reyes"):
        path = tmp_path / SAMPLES[sample].name
        path.write_text(apply(SAMPLES[sample].read_text(encoding="utf-8"), changes), encoding="utf-8")
        return assemble(load(path), library, court)

    return drafted


def render(document):
    """The text of a draft, its hard spaces as spaces."""
    return printed(document).replace("\u00a0", " ")


def found(draft, check):
    return [finding for finding in run_checks(draft) if finding.check == check]


def law_of(cause):
    """The assertions of one element, remedy or note of a cause, by id of the element."""
    return {
        str(element.id): [(str(law.cite or law.text), law.status) for law in element.law]
        for element in LIBRARY.cause(cause).elements
    }


# --- statuses


@pytest.mark.parametrize("limb", ["reading", "using", "aiding"])
def test_that_the_reader_is_no_party_rests_on_cases_and_not_on_section_631(limb):
    assert not [
        status
        for cite, status in law_of(f"ca-cipa-631-{limb}")["third-party"]
        if "631" in cite or status == "text_read"
    ]


@pytest.mark.parametrize("cause", ["ca-fal", "ca-ucl-unfair", "ca-ucl-unlawful"])
def test_reliance_is_marked_as_case_law_and_not_as_read_in_the_statute(cause):
    laws = [law for element in LIBRARY.cause(cause).elements for law in element.law]
    assert {law.status for law in laws if "Tobacco II" in str(law.cite)} == {"recalled"}
    assert all(
        "as a result" in str(law.text)
        for law in laws
        if law.status == "text_read" and str(law.cite).endswith(("17535", "17204")) and law.text
    )


def test_what_a_private_entity_is_rests_on_section_10_of_the_biometric_act():
    for limb in "abcde":
        assert [cite for cite, _ in law_of(f"il-bipa-15{limb}")["private-entity"]] == ["740 ILCS 14/10"]
        assert law_of(f"il-bipa-15{limb}")["biometric"] == [("740 ILCS 14/10", "text_read")]


def test_only_the_paragraphs_of_section_1770_that_were_read_are_marked_so():
    assert dict(law_of("ca-clra")["listed-practice"])["Cal. Civ. Code § 1770(a)"] == "recalled"


# --- texts


def test_aiding_another_to_read_wants_the_readers_willfulness():
    assert "willful" in law_of("ca-cipa-631-aiding")


def test_the_causes_of_one_privacy_act_agree_on_discovery():
    causes = [
        "ca-cipa-631-reading",
        "ca-cipa-631-using",
        "ca-cipa-631-aiding",
        "ca-cipa-631-tapping",
        "ca-cipa-632",
        "ca-cipa-632-7",
        "ca-cipa-638-51",
    ]
    assert {limit.discovery_rule for own in causes for limit in LIBRARY.cause(own).limitations} == {True}


def test_a_pen_register_claim_says_which_of_the_two_devices_it_was(reyes):
    either = {"device-or-process": {"allegations": ["nightly-copies"]}}
    text = render(
        reyes(*only("ca-cipa-638-51", elements=either, answers={"device": "trap and trace device"})).document
    )
    assert "captures incoming impulses" in text and "pen register or a trap" not in text
    assert "[which of the two it is]" in render(reyes(*only("ca-cipa-638-51", elements=either)).document)


def test_the_reserved_consumer_damages_count_from_the_commencement_of_the_action(reyes):
    text = render(reyes(*only("ca-clra")).document)
    assert (
        "not less than 30 days after the commencement of this action and after compliance with" in text
        and "without leave of court" not in text
    )


def test_an_aggrieved_employee_suffered_each_violation_in_the_year_before_the_notice(reyes):
    assert "personally suffered each violation alleged within the one-year period" in render(
        reyes(sample="okafor").document
    )


def test_new_york_damages_are_the_greater_sum_and_in_its_courts_the_actual_ones(reyes):
    claim = only("ny-gbl-349", **{"for": ["plus"]})
    assert "the greater of actual damages or $50 for each person" in render(
        reyes(*claim, court="nysd").document
    )
    state = render(reyes(*claim, court="nysupct").document)
    assert "seek actual damages" in state and "$50" not in state


def test_chapter_93a_asks_for_multiple_damages_only_where_facts_open_them(reyes):
    without = reyes(*only("ma-93a"))
    assert "two to three times that sum" not in render(without.document)
    assert "treble-damages" not in {item["kind"] for item in without.matter.prayer}
    assert found(without, "REL-012")
    opened = reyes(
        *only(
            "ma-93a",
            elements={"multiple": {"allegations": ["vendor-contract"], "application": "Larkspur knew."}},
        )
    )
    assert "two to three times that sum" in render(opened.document) and "treble-damages" in {
        item["kind"] for item in opened.matter.prayer
    }


def test_chapter_93a_says_that_a_demand_was_made_only_where_the_sheet_has_one(reyes):
    told = {
        "demand": {
            "allegations": ["no-notice"],
            "application": "Larkspur has no place of business in the Commonwealth.",
        }
    }
    said = "That was a written demand for relief"
    without = render(reyes(*only("ma-93a", elements=told)).document)
    assert said not in without and "asks for no more" not in without
    assert said in render(
        reyes(*only("ma-93a", elements=told), notice("Mass. Gen. Laws ch. 93A, § 9(3)")).document
    )


# --- Texas


def test_the_texas_notice_opens_damages_and_not_the_claim(reyes):
    draft = reyes(*only("tx-dtpa"))
    kinds = {item["kind"] for item in draft.matter.prayer}
    assert (
        "injunction" in kinds and "restitution" in kinds and not kinds & {"actual-damages", "treble-damages"}
    )
    assert (
        "reserve the right to amend this complaint to seek damages under Tex. Bus. & Com. Code § 17.50(b)(1)"
        in render(draft.document)
    )


def test_a_notice_that_limitations_cut_short_is_excused_by_the_sheets_own_sentence(reyes):
    why = "Sixty days’ notice was impracticable, because the time to sue would have ended on May 5, 2026."
    draft = reyes(*only("tx-dtpa", answers={"no-notice": why}))
    assert why in render(draft.document) and "actual-damages" in {
        item["kind"] for item in draft.matter.prayer
    }
    assert found(draft, "PRE-011") == []
    late = reyes(*only("tx-dtpa", accrued="2024-05-05"), put("court.filing_date", "2026-04-20"))
    assert "answer “no-notice”" in found(late, "PRE-011")[0].fix


def test_a_missing_notice_cites_the_causes_own_statute_and_no_class_bar(reyes):
    (told,) = found(reyes(*only("tx-dtpa")), "PRE-011")
    assert [one.cite for one in told.authority] == ["Tex. Bus. & Com. Code § 17.505(a)–(e)"]


def test_intentional_conduct_opens_mental_anguish_and_its_trebling(reyes):
    meant = {own: {"allegations": ["vendor-contract"]} for own in ("knowing", "intentional")}
    draft = reyes(*only("tx-dtpa", elements=meant), notice(LETTER))
    asked = {str(item["text"].raw) for item in draft.matter.prayer}
    assert (
        "Damages for mental anguish, for knowing conduct" in asked
        and "Up to three times the economic and mental-anguish damages, for intentional conduct" in asked
    )


# --- what is taken away


def test_a_pen_register_claim_on_a_website_is_an_error_that_cites_the_act(reyes):
    (told,) = found(reyes(*PEN, SITE), "CLM-029")
    assert told.severity.value == "error" and [(one.cite, one.status) for one in told.authority] == [
        ("Stats. 2026, ch. 976", "secondary")
    ]


def test_a_pen_register_claim_that_names_no_medium_is_a_warning(reyes):
    (told,) = found(
        reyes(*PEN, put("allegations.nightly-copies.text", "A device recorded the number dialed.")), "CLM-029"
    )
    assert told.severity.value == "warning"


def test_privacy_act_claims_against_a_provider_of_health_care_cancel_each_other_out(reyes):
    together = reyes(
        put("claims.ccpa.alternative_to", []), put("claims.cra.alternative_to", []), sample="mireles"
    )
    assert [finding.severity.value for finding in found(together, "CLM-030")] == ["error", "error"]
    assert [finding.severity.value for finding in found(reyes(sample="mireles"), "CLM-030")] == [
        "warning",
        "warning",
    ]


BARRED = {
    "AL": "§ 8-19-10(f)",
    "GA": "§ 10-1-399(a)",
    "LA": "§ 51:1409(A)",
    "MS": "§ 75-24-15(4)",
    "MT": "§ 30-14-133(1)(a)",
    "SC": "§ 39-5-140(a)",
    "TN": "§ 47-18-109(g)",
}


@pytest.mark.parametrize("state", BARRED)
def test_a_class_under_a_consumer_act_that_allows_none_is_an_error(reyes, state):
    (told,) = found(reyes(*only("fl-fdutpa", **{"for": ["plus"], "law": [state]})), "CLM-028")
    assert (
        told.severity.value == "error"
        and BARRED[state] in told.authority[0].cite
        and told.authority[0].status == "text_read"
    )
    assert "Rule 23 may govern in federal court" in told.message


def test_a_claim_titled_by_the_barred_act_is_known_by_its_name(reyes):
    (told,) = found(reyes(*only("il-icfa", title=ALABAMA["title"], **{"for": ["plus"]})), "CLM-028")
    assert "substantive limitation" in told.message


def test_a_firms_own_cause_under_a_barred_act_is_known_by_its_data(reyes, tmp_path):
    (tmp_path / "firm" / "causes").mkdir(parents=True)
    cause = (
        Path(LIBRARY.builtin / "causes" / "fl-fdutpa.md")
        .read_text(encoding="utf-8")
        .replace("id: fl-fdutpa", "id: ms-cpa")
        .replace("jurisdiction: FL", "jurisdiction: MS")
    )
    (tmp_path / "firm" / "causes" / "ms-cpa.md").write_text(cause, encoding="utf-8")
    draft = reyes(*only("ms-cpa", **{"for": ["plus"]}), library=open_library(str(tmp_path / "firm")))
    assert [finding.severity.value for finding in found(draft, "CLM-028")] == ["error"]


# --- public bodies


@pytest.mark.parametrize("state", ["AZ", "CA", "CO", "FL", "MA", "MD", "MI", "NJ", "NY", "PA", "TX", "WA"])
def test_a_public_body_sued_for_a_tort_without_a_claim_presented_is_an_error(reyes, state):
    (told,) = found(reyes(city(state), *only("ca-negligence", against=["city"])), "PRE-019")
    assert told.severity.value == "error" and told.authority


def test_a_federal_claim_against_a_public_body_is_not_gated(reyes):
    assert found(reyes(city("CA"), *only("sca-2702-a1-ecs", against=["city"])), "PRE-019") == []


def test_a_claim_for_an_injunction_alone_is_not_gated(reyes):
    omit = [{"kind": kind, "omit": "yes"} for kind in ("actual-damages", "punitive-damages")]
    assert found(reyes(city("CA"), *only("ca-negligence", against=["city"], relief=omit)), "PRE-019") == []


def test_a_claim_presented_is_pleaded_with_its_day(reyes):
    draft = reyes(city("CA"), put("notices", [CLAIM]), *only("ca-negligence", against=["city"]))
    assert (
        "gave notice under Cal. Gov. Code § 945.4" in render(draft.document) and found(draft, "PRE-019") == []
    )


def test_a_file_of_state_law_is_refused_under_another_states_name(tmp_path, reyes):
    from drafter.errors import TemplateError

    (tmp_path / "firm" / "law").mkdir(parents=True)
    (tmp_path / "firm" / "law" / "oh.yaml").write_text("state: IN\n", encoding="utf-8")
    with pytest.raises(TemplateError, match="oh.yaml: its State is “IN”"):
        open_library(str(tmp_path / "firm")).law_of("OH")


def test_the_page_of_a_cause_shows_what_was_taken_away_and_the_copies():
    assert "From January 1, 2027 only the Attorney General may sue on an internet website" in cause_page(
        LIBRARY.cause("ca-cipa-638-51")
    ).replace("\u00a0", " ")
    assert "a copy to the Consumer Protection Division of the Attorney General" in cause_page(
        LIBRARY.cause("tx-dtpa")
    )
