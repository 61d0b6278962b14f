"""The drafts read aloud: agreement, names before they are used, one fact once, and a prayer that asks of each
what its own count earns.
"""

from __future__ import annotations

import json
import re

import pytest
from conftest import ROOT, SAMPLES_FOLDER
from matters import Case, matter

from drafter.checks import run_checks as checked
from drafter.complaint import assemble
from drafter.complaint.views.parties import last_name
from drafter.complaint.views.phrases import cited_together, division, in_number, preposition
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render

LIBRARY = open_library()


def text_of(path, court=""):
    return render(assemble(load(path), LIBRARY, court).document).replace("\u00a0", " ")


def sample(name):
    return text_of(next(path for path in SAMPLES_FOLDER.rglob("*.yaml") if path.stem.startswith(name)))


def filing(name):
    return text_of(ROOT / "tests" / "filings" / f"{name}.yaml")


@pytest.fixture
def drawn(tmp_path):
    """The draft of a tree."""

    def draw(tree):
        path = tmp_path / "matter.yaml"
        path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
        return text_of(path)

    return draw


# --- names
# ------------------------------------------------------------------------------------------------------------


def test_each_of_several_parties_is_given_its_short_name_at_the_outset_and_once():
    text = sample("reyes")
    assert (
        "Dana Reyes (“Reyes”) and Owen Whitfield (“Whitfield”) (together, “Plaintiffs”), individually" in text
    )
    assert (
        "against Larkspur Messaging, Inc. (“Larkspur”) and Tallgrass Analytics LLC (“Tallgrass”) (together,"
        " “Defendants”) upon" in text
    )
    assert text.count("(“Larkspur”)") == text.count("(“Reyes”)") == 1


@pytest.mark.parametrize(
    "name, last",
    [
        ("Alessandro De La Torre", "De La Torre"),
        ("Martin King, Jr.", "King"),
        ("Ana Ruiz III", "Ruiz"),
        ("Vincent van Gogh", "van Gogh"),
        ("Dana Reyes", "Reyes"),
        ("J.K.", "J.K."),
        ("Robert De Niro", "De Niro"),
    ],
)
def test_a_last_name_keeps_its_particles_and_sheds_what_follows_it(name, last):
    assert last_name(name) == last


def test_the_name_of_a_group_opens_a_sentence_with_a_capital():
    text = filing("securities-mad")
    assert (
        "The Individual Defendants thereby had control" in text and "by the Individual Defendants" not in text
    )
    assert not re.search(r"(?:^|[.?!] |\d\. )the Individual Defendants", text, re.MULTILINE)
    assert "over the Investment Committee, because" in filing(
        "erisa-njd"
    ) and "New Jersey. The Investment Committee selects" in filing("erisa-njd")


def test_counts_are_referred_to_as_they_are_called():
    assert "is pleaded in Counts II and III." in filing(
        "warranty-njd"
    ) and "That violation is pleaded in Count I." in filing("securities-mad")


def test_a_non_party_is_told_from_what_is_said_of_others():
    assert "an alleged co-conspirator, and is not named as a defendant. Various others" in filing(
        "antitrust-nyed"
    )


def test_a_non_party_that_is_not_to_be_named_has_no_heading(drawn):
    tree = matter(Case(("sca-2702-a1-ecs",), 1, 1, "federal", True))
    tree["non_parties"] = [
        {"id": "oak", "name": "Oak Hosting, Inc.", "relation": "the owner of the servers", "print_name": "no"}
    ]
    assert "Non-Part" not in drawn(tree)


# --- dates, places, numbers
# -----------------------------------------------------------------------------------------------------------


def test_a_comma_follows_the_year_of_a_day_and_the_state_of_a_city():
    text = sample("reyes")
    assert (
        "at any time from March 1, 2024, through June 30, 2025." in text
        and "resides in Evanston, Illinois, and is a citizen of Illinois." in text
    )


def test_a_class_period_of_one_day_is_that_day():
    text = sample("mireles")
    assert (
        "whose records were on Northgate’s server on June 9, 2026." in text
        and "from June 9, 2026" not in text
    )


def test_the_class_period_is_defined_where_the_facts_speak_of_it():
    assert "December 31, 2013 (the “Class Period”)." in filing("antitrust-nyed")
    assert (
        "the “Class Period”" not in sample("reyes")
        and filing("securities-mad").count("(the “Class Period”)") == 1
    )


def test_members_are_numbered_in_a_sentence():
    assert "The members of the Class number in the hundreds, too many to join" in filing("antitrust-nyed")
    assert "The members of the Premium Class number in the millions, too many to join" in sample(
        "de-la-torre"
    )
    assert [in_number(words) for words in ("millions of", "tens of thousands", "some forty")] == [
        "in the millions",
        "in the tens of thousands",
        "some forty",
    ]


def test_what_several_classes_say_alike_is_said_once():
    text = filing("tcpa-flsd")
    assert (
        text.count("Plaintiff is committed to the case")
        == text.count("Statutory damages of a single member do not pay for a suit.")
        == 1
    )


@pytest.mark.parametrize(
    "place, word",
    [
        ("the front label of each bottle", "on "),
        ("a press release", "in "),
        ("the window sticker, which both read", "on "),
        ("during a call", ""),
        ("its Form 10-K", "in "),
    ],
)
def test_what_is_said_stands_in_or_on_its_medium(place, word):
    assert preposition(place) == word


@pytest.mark.parametrize(
    "own, printed",
    [
        ("4.1", ("Section", "4.1")),
        ("p. 6", ("Page", "6")),
        ("§ 4", ("Section", "4")),
        ("Article II", ("Article", "II")),
        ("Sections 2", ("Sections", "2")),
        ("Partner terms", ("Section", "Partner terms")),
    ],
)
def test_a_term_is_cited_by_what_its_division_is_called(own, printed):
    assert division(own) == printed


def test_a_term_without_a_section_has_the_word_and_a_blank():
    assert "Section [section number] of the LSA promises" in sample(
        "de-la-torre"
    ) and "Page 6 of the Limited Warranty" in filing("warranty-njd")


def test_what_was_paid_is_paid_for_what_was_bought():
    assert "Plaintiff Reyes paid $12 per month for Larkspur Plus, for personal use." in sample("reyes")


def test_a_statement_seen_is_the_one_quoted():
    assert re.search(
        r"In August 2020, Plaintiff Ibarra saw the statement on the front label of each Product \(¶ \d+\) and"
        r" relied on it\.",
        filing("clra-cacd"),
    )


# --- counts
# ------------------------------------------------------------------------------------------------------------


def test_fraud_is_cited_with_why_it_was_false_and_nobody_is_said_to_have_spoken_who_did_not():
    text = filing("clra-cacd")
    said = re.findall(
        r"The statement on which this claim rests, who made it, when and where, and why it was false or"
        r" misleading are alleged in ¶¶ (\d+), (\d+)\.\n",
        text,
    )
    assert (
        len(said) == 3
        and all(int(second) == int(first) + 1 for first, second in said)
        and "What Defendants said" not in text
    )


def test_a_notice_that_an_element_pleads_is_pleaded_once():
    text = filing("warranty-njd")
    assert (
        re.search(r"That was notice within a reasonable time \(¶ \d+\)\.", text)
        and "gave the notice under U.C.C." not in text
        and "gave the notice under 15 U.S.C." not in text
    )
    assert "gave the notice under Cal. Civ. Code § 1782 before bringing this claim" in filing("clra-cacd")


def test_a_belief_names_the_paragraph_of_its_grounds_once():
    text = sample("de-la-torre")
    assert re.search(
        r"On information and belief, for the reasons stated in ¶ (\d+), LinkedIn disclosed [^()¶]*\. That was"
        r" a breach\.",
        text,
    )
    assert "The grounds of that belief are stated in" not in text


def test_a_warranty_count_of_two_plaintiffs_does_not_say_that_they_are_a_hundred():
    text = filing("warranty-njd")
    assert (
        "and together $50,000 (¶ 12). 15 U.S.C. § 2310(d)(3)(A), (B).\n" in text
        and "named plaintiffs number" not in text
    )


def test_a_claim_says_to_what_it_is_the_alternative_and_leaves_that_claim_out():
    text = filing("breach-cand")
    taken = re.search(r"THIRD CLAIM FOR RELIEF.*?incorporates by reference ¶¶ 1–(\d+)\.", text, re.DOTALL)
    second = re.search(r"SECOND CLAIM FOR RELIEF.*?(\d+)\. Plaintiff incorporates", text, re.DOTALL)
    assert (
        int(taken[1]) == int(second[1]) - 1
        and "pleaded in the alternative to the Second Claim for Relief under" in text
    )


def test_biometrics_are_named_and_not_pointed_at():
    text = filing("bipa-illcirct")
    assert (
        "Defendants were thus in possession of biometric identifiers or biometric information." in text
        and "had it in possession" not in text
    )


def test_what_damages_do_not_mend_stands_where_every_count_takes_it_up():
    text = sample("reyes")
    assert text.index("INADEQUATE REMEDY AT LAW") < text.index("CLASS ALLEGATIONS") < text.index("COUNT I")


def test_only_the_states_proxy_sues_as_such_and_a_collective_is_brought_for_oneself():
    text = sample("okafor")
    assert (
        "Plaintiff Okafor also brings this action as the proxy" in text
        and ", and Plaintiff Okafor, as the proxy of the State of California for the Aggrieved Employees, request judgment"  # noqa: E501
        in text
    )
    assert (
        "on behalf of themselves and other employees similarly situated" in text
        and "Okafor gave notice under Cal. Lab. Code § 2699.3" in text
    )


def test_venue_has_its_own_heading_where_jurisdiction_stands_alone():
    text = filing("wage-caed")
    assert text.index("\nJURISDICTION\n") < text.index("\nVENUE\n") < text.index(
        "Venue is proper"
    ) and "\nVENUE\n" not in sample("reyes")


def test_illinois_asks_whether_a_class_action_is_appropriate():
    text = filing("bipa-illcirct")
    assert "Appropriateness. A class action is an appropriate method" in text and "Superiority" not in text


# --- prayer
# ------------------------------------------------------------------------------------------------------------


def test_the_prayer_asks_of_each_defendant_and_for_each_class_what_its_own_count_earns():
    prayer = sample("reyes").split("PRAYER FOR RELIEF")[1]
    assert (
        "§ 2707(b)(1) and Cal. Bus. & Prof. Code § 17203, on Count I, for the Plus Class, against Larkspur,"
        " and on Count III, for the California Subclass, against Larkspur;" in prayer
    )
    assert (
        "under Cal. Bus. & Prof. Code § 17203, on Count IV, for the California Subclass, against Tallgrass;"
        in prayer
    )
    assert "on Counts I and II, against Defendants, and on Count III, against Quickstop;" in filing(
        "bipa-illcirct"
    )
    fees = next(
        line
        for line in sample("okafor").split("\n")
        if "Reasonable attorneys’ fees" in line and re.match(r"[A-Z]\. ", line)
    )
    assert (
        "on the First Claim for Relief, for the Courier Collective; on the Second and Fourth Claims for"
        " Relief, for the Courier Class; and on the Sixth Claim for Relief, for the Aggrieved Employees;"
        in fees
    )


def test_a_count_asks_for_no_injunction_that_the_prayer_leaves_out():
    text = filing("antitrust-nyed")
    assert (
        "injunction" not in text
        and "entitled to threefold the damages sustained, and to the cost of suit" in text
    )
    assert "an injunction" in sample(
        "reyes"
    ) and "seek an injunction, costs, and attorney’s fees. Cal. Civ. Code § 1780" in filing("clra-cacd")


def test_a_declaration_says_that_the_law_of_the_claim_was_broken_and_not_the_law_of_its_remedy(drawn):
    tree = matter(Case(("sca-2702-a1-ecs",), 1, 1, "federal", True))
    del tree["relief"]["declaration"]
    assert "A declaration that Larkspur violated 18 U.S.C. §§ 2702(a), 2707, as alleged above" in drawn(tree)


def test_citations_in_a_row():
    assert (
        cited_together(("A",)) == "A"
        and cited_together(("A", "B", "C")) == "A, B, and C"
        and cited_together(("A(e), (h)", "B")) == "A(e), (h); and B"
    )


# --- findings
# ------------------------------------------------------------------------------------------------------------


def findings(name):
    return checked(
        assemble(
            load(next(path for path in SAMPLES_FOLDER.rglob("*.yaml") if path.stem.startswith(name))),
            LIBRARY,
        )
    )


def test_a_finding_cites_no_local_rule_of_another_court():
    assert [
        one.check
        for one in findings("reyes")
        if any("N.D. Cal." in rule.cite or "D.N.J." in rule.cite for rule in one.authority)
    ] == []
    assert any(
        "N.D. Cal. Civ. L.R." in rule.cite for one in findings("de-la-torre") for rule in one.authority
    )


def test_an_exhibit_that_an_answer_names_is_cited():
    assert "FORM-014" not in {one.check for one in findings("okafor")}


def test_two_claims_that_hang_on_one_fact_are_both(run):
    told = run("check", SAMPLES_FOLDER / "siblings" / "brandt-cand.yaml").stdout
    assert "Both claims hang on one fact" in told and "All 2" not in told
