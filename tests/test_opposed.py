"""What opposing counsel would attack in the drafter's own words: each point of it by a test, over the samples
and small changes of them.
"""

import re

import pytest
from conftest import SAMPLES
from planted import add, put
from planted.claims import only

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.complaint.views.relief import earned
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
SHEETS = {path.stem.split("-v-")[0]: path for path in SAMPLES}
OF_TWO = "requiring Larkspur and Tallgrass to delete every copy of a subscriber’s message"


@pytest.fixture
def draft(tmp_path):
    def drafted(name, *changes, court=""):
        path = tmp_path / "matter.yaml"
        path.write_text(apply(SHEETS[name].read_text(encoding="utf-8"), changes), encoding="utf-8")
        return assemble(load(path), LIBRARY, court)

    return drafted


@pytest.fixture
def text(draft):
    return lambda name, *changes, court="": render(draft(name, *changes, court=court).document).replace(
        "\u00a0", " "
    )


def prayer(text):
    return text[text.index("WHEREFORE") :]


def test_the_words_class_action_stand_once_in_a_caption_whose_court_has_a_legend_for_them(text):
    caption = text("mireles")[:1500]
    assert "\nCOMPLAINT\nCLASS ACTION\n" in caption and "CLASS ACTION COMPLAINT" not in caption


def test_a_common_law_count_is_under_a_states_law_and_not_under_a_statute_called_california_law(text):
    printed = text("mireles")
    assert (
        "\nNegligence\nOn Behalf of" in printed
        and "Under California Law" not in printed
        and "under California law." in printed
    )
    elsewhere = text("reyes", *only("ca-negligence"))
    assert "\nNegligence\n(Under California Law)\n" in elsewhere


def test_no_count_cites_the_rule_that_lets_it_be_general_or_wants_it_particular(text):
    for name in SHEETS:
        assert not re.search(r"Fed\. R\. Civ\. P\. 9\(", text(name))


def test_consumer_patient_and_harm_are_pleaded_with_their_conclusions(text):
    printed = text("mireles")
    for conclusion in (
        "Plaintiff is a natural person and a resident of California, and is therefore a consumer",
        "Plaintiff is a patient whose medical information the Act protects.",
        "The breach of that duty harmed Plaintiff.",
    ):
        assert conclusion in printed


def test_records_that_a_thief_took_are_pleaded_as_negligently_kept_and_not_as_disclosed(text):
    printed = text("mireles")
    assert (
        "That was negligence in the creating, keeping, or disposing of medical information. Cal. Civ. Code §§"
        " 56.36(b), 56.101(a)."
        in printed
        and "56.10(a)" not in printed
    )
    assert "[disclosure without authorization, or negligent keeping?]" in text(
        "mireles", put("claims.cmia.answers", {})
    )


def test_late_notice_is_measured_by_the_thirty_days_of_section_1798_82_or_by_the_rule_before_2026(text):
    assert (
        "Cal. Civ. Code § 1798.82(a) required disclosure within 30 calendar days of discovery or notification"
        " of the breach. That notice was late." in text("mireles")
    )
    assert "in the most expedient time possible and without unreasonable delay" in text(
        "mireles", put("claims.cra.answers", {"before-2026": "yes"})
    )


def test_a_meal_and_rest_claim_names_its_wage_order_and_that_the_employer_required_the_work(text):
    printed = text("okafor")
    assert (
        "Industrial Welfare Commission Wage Order 9-2001 and Cal. Lab. Code § 512(a) required Brightline to"
        " provide, on those days, a meal period of not less than 30 minutes for a work period of more than"
        " five hours, and a second for one of more than ten." in printed
    )
    assert (
        "Brightline failed to provide them and required work during them, in violation of Cal. Lab. Code §"
        " 226.7(b)" in printed
    )
    assert "[which wage order governs the work]" in text("okafor", put("claims.meals.answers", {}))


def test_an_aggrieved_employee_suffered_each_violation_within_the_year(text):
    assert (
        "who personally suffered each violation alleged within the one-year period of Cal. Code Civ. Proc. §"
        " 340. Cal. Lab. Code § 2699(c)(1)." in text("okafor")
    )


def test_the_count_of_the_states_proxy_is_headed_as_the_trade_heads_it(text):
    printed = text("okafor")
    assert (
        "By Plaintiff Okafor, as Proxy for the State of California and on Behalf of the Aggrieved Employees,"
        " Against Brightline" in printed
    )
    assert "does not seek damages or class certification on this claim" in printed


def test_a_claim_with_a_shorter_period_has_its_own_in_the_definition_and_a_finding_where_it_has_not(
    draft, text
):
    assert (
        "For the Fourth Claim for Relief, the period runs from November 2, 2025, to the date the class is"
        " certified." in text("okafor")
    )
    early = put("classes.plus.period.from", "2023-06-01"), put("court.filing_date", "2026-10-10")
    found = [one for one in run_checks(draft("reyes", *early)) if one.check == "CLS-006"]
    assert (
        [one.severity.value for one in found] == ["warning"]
        and "Count I has 2 years" in found[0].message
        and "Count II" not in found[0].message
    )


def test_the_statutory_floor_of_the_stored_communications_act_is_one_item_of_the_prayer(draft, text):
    printed = prayer(text("reyes"))
    assert (
        printed.count("18 U.S.C. § 2707(c), on Count I, for the Plus Class") == 2
        and printed.count("actual damages suffered") == 1
    )
    assert (
        "violator as a result of the violation, but in no case less than $1,000 for each person entitled to"
        " recover" in printed
    )
    left = draft("reyes", put("claims.sca.relief", [{"kind": "statutory-damages", "omit": "yes"}])).matter
    assert "actual-damages" in {
        item.kind for item in earned(left.raw, left.theories) if item.claims == ("sca",)
    }


def test_what_the_court_may_assess_is_sought_and_not_due(text):
    printed = text("reyes")
    assert (
        "Plaintiffs and members of the Plus Class seek appropriate declaratory and equitable relief; the sum"
        " of the actual damages" in printed
    )


def test_electronic_storage_is_of_the_kind_that_the_sheet_says(text):
    assert (
        "stored by that service for purposes of backup protection, which is electronic storage. 18 U.S.C. §§"
        " 2510(17)(B), 2702(a)(1)." in text("reyes")
    )
    assert "[which kind of electronic storage" in text("reyes", put("claims.sca.answers", {}))


def test_only_the_exceptions_that_the_sheet_answers_are_said_not_to_apply(text):
    assert (
        "Nor does 18 U.S.C. § 2702(b)(4) or (b)(5) apply. What went to Tallgrass were backup copies"
        in text("reyes")
    )
    without = text("reyes", put("claims.sca.answers", {"storage": "backup"}))
    assert (
        "(b)(5)" not in without
        and "No exception in 18 U.S.C. § 2702(b) applies" not in without
        and "lawful consent that 18 U.S.C. § 2702(b)(3) would require" in without
    )


def test_the_unfair_prong_is_pleaded_by_the_tests_that_the_sheet_has_facts_for(text):
    recital = "is therefore substantial, is not outweighed by countervailing benefits"
    assert recital in text("reyes")
    balanced = text(
        "reyes",
        *(
            put(
                f"claims.{own}.answers",
                {"balancing": "It cost a subscriber the privacy of a year and earned Larkspur a fee."},
            )
            for own in ("ucl", "ucl-tallgrass")
        ),
    )
    assert (
        recital not in balanced
        and "earned Larkspur a fee. The gravity of that harm outweighs the utility of the conduct."
        in balanced
    )
    assert "[which test of unfairness, and the facts that meet it]" in text(
        "reyes", put("claims.ucl.answers", {})
    )


def test_the_unlawful_prong_says_whose_violation_it_borrows(text):
    assert "The practices were unlawful, because Larkspur violated 18 U.S.C. § 2702(a)(1)" in text("reyes")


def test_each_claim_may_have_an_injunction_in_its_own_words_under_its_own_statute_alone(text):
    printed = prayer(text("okafor"))
    assert (
        "from the start of loading to the return of the van, under Cal. Lab. Code § 226(h), on the Fourth"
        " Claim for Relief" in printed
    )
    assert (
        "stop it when the van returns, under Cal. Lab. Code § 2699(k)(1), on the Sixth Claim for Relief"
        in printed
    )


def test_an_order_against_one_whom_the_claim_does_not_sue_is_an_error(draft):
    found = [
        one for one in run_checks(draft("reyes", put("relief.injunction", OF_TWO))) if one.check == "REL-011"
    ]
    assert {one.severity.value for one in found} == {"error"} and "orders Tallgrass" in found[0].message


def test_a_class_that_no_count_names_is_not_certified_by_the_prayer(text):
    spare = add(
        "classes",
        {
            "id": "spare",
            "name": "Ohio Subclass",
            "subclass_of": "plus",
            "members": "members of the Plus Class",
            "conduct": "who resided in Ohio",
            "states": ["OH"],
        },
    )
    assert "Ohio Subclass" not in prayer(text("reyes", spare))


def test_typed_relief_prints_as_typed_and_once(text):
    typed = [
        {"kind": "injunction", "text": "an order directing Alder’s board to hold an auction"},
        {"kind": "declaration", "text": "a declaration that the vote was void"},
        {"kind": "fees", "text": "fees from the common fund"},
    ]
    printed = prayer(text("reyes", put("relief.further", typed)))
    for words in (
        "An order directing Alder’s board to hold an auction;",
        "A declaration that the vote was void;",
        "Fees from the common fund;",
    ):
        assert printed.count(words) == 1


def test_what_no_claim_earns_is_questioned_and_an_injunction_that_none_allows_is_not_prayed_for(draft, text):
    only = put("claims", [{"id": "sole", "theories": ["exchange-10b5"], "for": ["plus"]}])
    printed = prayer(text("reyes", only))
    assert (
        "An injunction requiring Larkspur to stop giving" not in printed
        and "A declaration that Larkspur’s disclosure" in printed
    )
    assert sum(one.check == "REL-001" for one in run_checks(draft("reyes", only))) >= 2


def test_an_injunction_with_lettered_parts_prints_whole_behind_its_citations(text):
    printed = prayer(
        text(
            "mireles",
            put(
                "relief.injunction",
                "requiring Northgate to:\na. encrypt its records; and\na. require a second factor.",
            ),
        )
    )
    assert (
        "on the Third and Fifth Claims for Relief, for the California Subclass, requiring Northgate to:\n"
        in printed
        and "to:," not in printed
        and "to:;" not in printed
    )
    assert "encrypt its records; and" in printed and "require a second factor." in printed


def test_a_suit_for_an_injunction_alone_prays_for_no_interest_and_pleads_no_damages(text):
    only = put(
        "claims",
        [
            {
                "id": "sole",
                "theories": ["ca-ucl-unfair"],
                "for": ["plus"],
                "relief": [{"kind": "restitution", "omit": "yes"}],
            }
        ],
    )
    printed = text("reyes", only)
    assert (
        "interest as allowed by law" not in printed
        and "\nINJURY\n" in printed
        and "INJURY AND DAMAGES" not in printed
    )
    assert "interest as allowed by law" in text("reyes") and "\nINJURY AND DAMAGES\n" in text("reyes")


def test_members_of_a_class_under_rule_23_b_2_alone_may_not_opt_out(text):
    assert "validly request exclusion" in text("mireles")
    assert "validly request exclusion" not in text(
        "mireles", *(put(f"classes.{own}.rule_23b", ["b2"]) for own in ("patients", "california"))
    )


def test_a_public_body_has_no_parents_or_subsidiaries(text):
    printed = text("mireles", put("defendants.northgate.kind", "public-body"))
    assert "its officers, agencies and departments" in printed and "subsidiaries" not in printed


def test_the_amount_in_controversy_is_reckoned_in_the_pleading_from_what_the_claims_seek(draft, text):
    assert (
        "§ 56.36(b)(1) allows $1,000 for each person, which for at least 300,000 members of the California"
        " Subclass comes to $300,000,000." in text("mireles")
    )
    rests = put(
        "jurisdiction.amount",
        {"working": "At the least sum of $100 for each of 300,000 members, the amount is $30,000,000."},
    )
    found = [one for one in run_checks(draft("mireles", rests)) if one.check == "JUR-026"]
    assert [one.severity.value for one in found] == [
        "error"
    ] and "the Third Claim for Relief does not seek" in found[0].message


def test_a_class_in_the_superior_court_is_certified_under_section_382_alone(text):
    assert "rule 3.761" not in text("reyes", court="calsuperct")


def test_expectation_damages_are_asked_for_in_the_words_of_the_trade(text):
    assert (
        "damages in an amount sufficient to give them the benefit of the bargain and to place them in the"
        " position that performance would have secured" in text("reyes")
    )


def taken(printed, count):
    """The paragraphs that the count under the heading `count` takes up."""
    found = re.search(rf"\n{count}\n.*?incorporates? by reference ¶¶? (.*?)\.\n", printed, re.DOTALL)
    return {
        number
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", found[1])
        for number in range(int(first), int(last or first) + 1)
    }


def under(printed, heading, following):
    """The numbers of the paragraphs between two headings."""
    part = printed.split(f"\n{heading}\n")[1].split(f"\n{following}\n")[0]
    return {int(number) for number in re.findall(r"^(\d+)\. ", part, re.MULTILINE)}


def test_a_count_takes_up_what_is_alleged_of_its_own_class_collective_or_proxy_and_of_no_other(text):
    printed = text("okafor")
    classes = under(printed, "CLASS ALLEGATIONS", "COLLECTIVE ACTION ALLEGATIONS")
    collective = under(printed, "COLLECTIVE ACTION ALLEGATIONS", "REPRESENTATIVE ALLEGATIONS")
    proxy = under(printed, "REPRESENTATIVE ALLEGATIONS", "FIRST CLAIM FOR RELIEF")
    facts = set(range(1, min(classes)))
    for count, own in (
        ("FIRST CLAIM FOR RELIEF", collective),
        ("SECOND CLAIM FOR RELIEF", classes),
        ("FOURTH CLAIM FOR RELIEF", classes),
    ):
        assert taken(printed, count) == facts | own
    sixth = taken(printed, "SIXTH CLAIM FOR RELIEF")
    assert facts | proxy <= sixth and not sixth & (classes | collective)


def test_a_count_for_the_class_takes_up_the_facts_and_the_class_and_no_count_before_it(text):
    printed = text("mireles")
    first = re.search(r"FIRST CLAIM FOR RELIEF\n.*?\n(\d+)\. ", printed, re.DOTALL)
    for count in ("FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH"):
        assert taken(printed, f"{count} CLAIM FOR RELIEF") == set(range(1, int(first[1])))


def test_a_count_for_the_plaintiffs_alone_takes_up_no_class_allegations(text):
    printed = text("reyes", put("claims.contract.for", []))
    classes = under(printed, "CLASS ALLEGATIONS", "COUNT I")
    assert classes <= taken(printed, "COUNT I") and not classes & taken(printed, "COUNT II")


def test_a_count_whose_classes_are_not_known_takes_up_what_is_alleged_of_classes(text):
    printed = text("reyes", put("claims.contract.for", [{"unknown": "which class"}]))
    assert under(printed, "CLASS ALLEGATIONS", "COUNT I") <= taken(printed, "COUNT II")


def test_a_theory_in_the_alternative_whose_first_element_nothing_supports_asserts_no_violation(text):
    said = text("de-la-torre")
    assert (
        "18 U.S.C. § 2702(a)(2) also binds those who provide remote computing service to the public. ["
        in said
    )
    assert "violated 18 U.S.C. § 2702(a)(2)." not in said
