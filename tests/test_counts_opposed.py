"""What opposing counsel would say of single counts: the law that each names, and what it may not assert."""

import re
from pathlib import Path

import pytest
from planted import put
from planted.claims import only
from test_opposed import LIBRARY, SHEETS

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.matter_files.load import load
from drafter.text import render
from drafter.yamltext.rewrite import apply

ROOT = Path(__file__).parent.parent
FACT = {"allegations": ["vendor-contract", "nightly-copies"]}
FILINGS = {path.stem: path for path in (ROOT / "tests" / "filings").glob("*.yaml")}


@pytest.fixture
def count(tmp_path):
    """The words of the one count of `theory`, every element supported, with `answers`."""

    def written(theory, court="", left_out=(), **answers):
        elements = {
            str(one.id): FACT for one in LIBRARY.cause(theory).elements if str(one.id) not in left_out
        }
        path = tmp_path / "matter.yaml"
        changes = only(theory, elements=elements, answers=answers, law=laws(theory))
        path.write_text(apply(SHEETS["reyes"].read_text(encoding="utf-8"), changes), encoding="utf-8")
        text = render(assemble(load(path), LIBRARY, court).document).replace("\u00a0", " ")
        return text.split("PRAYER FOR RELIEF")[0].rsplit("incorporate by reference", 1)[1]

    return written


def laws(theory):
    state = str(LIBRARY.cause(theory).jurisdiction)
    return [] if state in ("federal", "uniform") else [state]


@pytest.fixture
def found(tmp_path):
    def told(sheet, check, *changes, court=""):
        path = tmp_path / "matter.yaml"
        path.write_text(apply(sheet.read_text(encoding="utf-8"), changes), encoding="utf-8")
        return [one for one in run_checks(assemble(load(path), LIBRARY, court)) if one.check == check]

    return told


# --- claims that another law meets


def test_drivers_who_cross_state_lines_meet_the_motor_carrier_exemption_unless_their_vans_are_light(found):
    heavy = found(SHEETS["okafor"], "CLM-026", put("claims.flsa.answers.vehicles", None))
    assert [one.severity.value for one in heavy] == ["warning"]
    cited = {law.cite: law.status for law in heavy[0].authority}
    assert cited["29 U.S.C. § 213(b)(1)"] == "quoted_by_court"
    assert cited["Pub. L. No. 110-244, § 306(c), 122 Stat. 1572, 1620"] == "quoted_by_court"
    assert found(SHEETS["okafor"], "CLM-026") == []


def test_a_claim_that_borrows_the_stored_communications_act_meets_its_exclusive_remedies(found):
    for name in ("reyes", "de-la-torre"):
        (told,) = found(SHEETS[name], "CLM-030")
        assert told.severity.value == "warning" and "18 U.S.C. § 2708" in told.message
    assert not found(SHEETS["reyes"], "CLM-030", put("claims.ucl.predicates", ["contract"]))


def test_a_borrowed_violation_names_only_sections_that_can_be_violated():
    for cause in LIBRARY.causes():
        named = str(cause.violates or "")
        for remedy in ("2707", "2520", "637.2", "1194", "1681n", "1692k", "1964", "14/20"):
            assert remedy not in named, (cause.id, named)
        if cause.violates:
            assert named != cause.citation
    assert LIBRARY.cause("ca-unpaid-wages").violates == "Cal. Lab. Code §§ 510, 1197"
    assert LIBRARY.cause("sca-2702-a1-ecs").violates == "18 U.S.C. § 2702(a)(1)"


def test_wage_claims_that_are_borrowed_are_not_said_to_violate_the_section_that_gives_the_action(tmp_path):
    text = render(assemble(load(FILINGS["wage-caed"]), LIBRARY).document).replace("\u00a0", " ")
    assert "violated Cal. Lab. Code §§ 510, 1197 (¶¶" in text


def test_a_defendant_who_spoke_none_of_the_statements_is_told_of_once_for_all_counts(found):
    graver = [one for one in found(FILINGS["clra-cacd"], "CLM-031") if one.severity.value == "warning"]
    (told,) = graver
    assert told.message.startswith("The First and Third Claims for Relief")
    assert "brought against Crestline, and none of" in told.message


def test_a_defendant_whose_own_acts_stand_behind_the_count_is_advice(found):
    behind = put("claims.clra.elements.reliance.allegations", ["ads"])
    told = found(FILINGS["clra-cacd"], "CLM-031", behind)
    assert {one.severity.value for one in told} == {"advice", "warning"}


# --- what the questions of a count choose


@pytest.mark.parametrize(
    ("theory", "answers", "printed", "absent"),
    [
        (
            "ca-clra",
            {"paragraphs": "(5), (7), and (9)"},
            "Cal. Civ. Code § 1770(a)(5), (7), and (9) forbids",
            "§ 1770(a) forbids",
        ),
        ("tcpa-227c", {"list": "national registry"}, "47 C.F.R. § 64.1200(c)(2).", "(d)"),
        (
            "tcpa-227c",
            {"list": "internal list", "procedures": "The caller trains nobody in its list."},
            "nobody in its list. The calls were made without the procedures that 47 C.F.R. § 64.1200(d)",
            "(c)(2)",
        ),
        (
            "tcpa-227c",
            {"list": "internal list"},
            "[what the caller’s procedures for its do-not-call list lacked]",
            "(c)(2)",
        ),
        ("erisa-1132", {"ground": "breach of fiduciary duty"}, "the duties of 29 U.S.C. § 1104(a)", "1106"),
        ("erisa-1132", {"ground": "prohibited transaction"}, "that 29 U.S.C. § 1106 prohibits", "1104"),
        (
            "ca-waiting-time",
            {"ended": "discharged"},
            "at the time of discharge were due immediately. Cal. Lab. Code § 201(a).",
            "72 hours",
        ),
        (
            "ca-waiting-time",
            {"ended": "quit without 72 hours’ notice"},
            "not later than 72 hours after",
            "201(a)",
        ),
        (
            "ca-waiting-time",
            {"ended": "quit with 72 hours’ notice"},
            "were due at the time of quitting. Cal. Lab. Code § 202(a).",
            "201(a)",
        ),
        (
            "ca-cmia",
            {"entity": "provider of health care", "way": "both"},
            "providers of health care within the meaning of Cal. Civ. Code § 56.05.",
            "bound by the Act",
        ),
        (
            "ca-cmia",
            {"entity": "contractor", "way": "both"},
            "contractors within the meaning of Cal. Civ. Code § 56.05.",
            "56.06",
        ),
    ],
)
def test_a_count_prints_the_law_that_its_answer_chooses_and_no_other(count, theory, answers, printed, absent):
    text = count(theory, **answers)
    assert printed in text and absent not in text.split("against Defendants under")[-1].split(".", 1)[1]


def test_mental_anguish_is_trebled_only_where_the_conduct_was_intentional(count):
    reason = {"no-notice": "The period of limitations would have ended first."}
    assert "up to three times the economic damages and the damages for mental anguish" in count(
        "tx-dtpa", **reason
    )
    knowing = count("tx-dtpa", left_out=("intentional",), **reason)
    assert "up to three times the economic damages, " in knowing


def test_the_breach_of_the_consumer_privacy_act_is_pleaded_in_the_words_of_its_section(count):
    text = count("ca-ccpa-150")
    assert "nonencrypted and nonredacted personal information" in text
    assert "theft, or disclosure came as a result of it" in text


def test_no_count_says_that_no_other_exception_of_the_video_privacy_act_applies(count):
    assert "no other exception" not in count("vppa-2710")


def test_rest_periods_are_pleaded_in_the_plural_and_meal_periods_with_their_length(count):
    text = count("ca-meal-rest", **{"wage-order": "Wage Order 9-2001"})
    assert "a meal period of not less than 30 minutes for a work period of more than five hours" in text
    assert "Wage Order 9-2001 mandated rest periods on those days." in text


@pytest.mark.parametrize(
    "theory",
    [
        "ny-gbl-350",
        "il-bipa-15a",
        "il-bipa-15b",
        "dppa-2724",
        "tcpa-227b",
        "tcpa-227c",
        "il-icfa",
        "wa-cpa",
        "declaratory-2201",
    ],
)
def test_relief_that_the_statute_leaves_to_the_court_is_sought_and_not_said_to_be_due(count, theory):
    text = count(theory)
    assert " seek " in text and "entitled to" not in text


def test_negligence_has_one_conclusion_for_each_element(count):
    text = count("ca-negligence")
    for words in (
        "thereby breached that duty.",
        "The breach was a substantial factor in causing the harm",
        "The breach of that duty harmed ",
    ):
        assert text.count(words) == 1


@pytest.mark.parametrize(
    ("theory", "printed"),
    [
        (
            "ca-cipa-638-51",
            "That was the installation or the use of the pen register. Cal. Penal Code § 638.51(a).",
        ),
        ("ma-93a", "That is an injury within the meaning of Mass. Gen. Laws ch. 93A, § 9(1)."),
        ("securities-11", "did not know of the untruth or the omission at the time of the acquisition."),
        ("ny-gbl-349", "were thus injured by reason of the practice."),
        ("ny-gbl-350", "were thus injured by reason of the advertising."),
        ("exchange-10b5", "thereby relied on the misstatements and omissions."),
        ("ca-clra", "Plaintiffs relied on the practices."),
        ("ca-breach-contract", "The breach harmed Plaintiffs."),
        ("vppa-2710", "Plaintiffs thus requested or obtained specific video materials."),
        ("sca-2702-a1-ecs", "thereby divulged contents of communications to another person or entity."),
        ("ca-waiting-time", "That ended the employment."),
    ],
)
def test_an_element_that_is_supported_ends_in_its_conclusion(count, theory, printed):
    answers = {"device": "pen register"} if theory == "ca-cipa-638-51" else {}
    assert printed in count(theory, **answers)


_ELEMENT = re.compile(r'\{% element "([\w-]+)" %\}(.*?)\{% endelement %\}', re.S)
CAUSES = [str(cause.id) for cause in LIBRARY.causes()]


@pytest.mark.parametrize("cause", CAUSES)
def test_no_element_of_any_cause_leaves_the_act_alone_without_its_conclusion(cause):
    """Iqbal wants facts, and Rule 8 what they show: each element that facts support says what the law makes
    of them, and no element that nothing supports does.
    """
    body = (ROOT / "templates" / "causes" / f"{cause}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    alone = [
        own
        for own, words in _ELEMENT.findall(body)
        if re.fullmatch(r"\s*\d+\.\s*\{\{ ?act ?\}\}\s*", re.sub(r"\{%.*?%\}", "", words))
    ]
    assert alone == []


def erisa(*changed, tmp_path):
    path = tmp_path / "matter.yaml"
    path.write_text(apply(FILINGS["erisa-njd"].read_text(encoding="utf-8"), changed), encoding="utf-8")
    return render(assemble(load(path), LIBRARY).document).replace("\u00a0", " ")


def test_an_erisa_count_its_relief_and_the_prayer_speak_on_behalf_of_the_plan(tmp_path):
    text = erisa(tmp_path=tmp_path)
    assert "On Behalf of the Plan and " in text
    assert "bring this claim individually and on behalf of the Plan and the Class against Meridian" in text
    assert (
        "Plaintiffs, on behalf of the Plan, seek an order that Meridian make the losses good to it and"
        " restore the profits to it. 29 U.S.C. §§ 1109(a), 1132(a)(2). Plaintiffs and members of the Class"
        " seek an injunction and other appropriate equitable relief. 29 U.S.C. § 1132(a)(3)." in text
    )
    wherefore = text.split("WHEREFORE", 1)[1]
    assert wherefore.startswith(", Plaintiffs, individually and on behalf of the Plan and the Class, request")
    assert "On behalf of the Plan, an order that the losses be made good to it" in wherefore


def test_a_prayer_without_a_claim_for_the_plan_names_no_plan():
    text = render(assemble(load(SHEETS["reyes"]), LIBRARY).document)
    assert "on behalf of the Plan" not in text


# --- the States


def test_notice_in_michigan_is_wanted_in_whatever_court_the_state_is_sued():
    (statute,) = LIBRARY.law_of("MI").public_claims
    assert "in whatever court" in str(statute.bodies)
    assert [law.status for law in statute.law] == ["text_read", "secondary"]


def test_a_class_under_the_arkansas_act_is_told_of_the_act_of_2017(found):
    arkansas = only(
        "fl-fdutpa",
        title="Violation of the Arkansas Deceptive Trade Practices Act",
        law=["AR"],
        **{"for": ["plus"]},
    )
    (told,) = found(SHEETS["reyes"], "CLM-028", *arkansas)
    assert "private class actions are prohibited" in told.message
    assert {law.status for law in told.authority if "4-88-113" in law.cite} == {"secondary"}


def test_two_subdivisions_of_one_section_are_cited_in_a_row():
    from drafter.complaint.views.phrases import cited_in_a_row

    assert cited_in_a_row(["18 U.S.C. § 2702(a)(1)", "18 U.S.C. § 2702(a)(2)"]) == (
        "18 U.S.C. § 2702(a)(1), (a)(2)"
    )
    assert cited_in_a_row(["Cal. Lab. Code §§ 510, 1197", "Cal. Lab. Code § 226(a)"]) == (
        "Cal. Lab. Code §§ 510, 1197; Cal. Lab. Code § 226(a)"
    )
