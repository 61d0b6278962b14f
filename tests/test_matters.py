"""Generated matters: every cause and family drafts for one and for several, in both forums, without a
slip.
"""

from __future__ import annotations

import os
import re

import pytest
from matters import faults, grid, sample, write

from drafter.checks import run_checks
from drafter.complaint import assemble, context
from drafter.library import builtin_folder, open_library
from drafter.library.citations import citations_that_fail, sections
from drafter.library.lint.folder import lint
from drafter.library.template_names import NAMES
from drafter.matter_files.load import load
from drafter.text import render

SEED = int(os.environ.get("DRAFTER_SEED", "915708"))


@pytest.mark.sampled(2)
@pytest.mark.parametrize("part", range(8))
def test_a_generated_matter_of_each_cause_has_no_fault(part, tmp_path):
    """A sample of the grid; `python tests/matters.py` drafts it whole."""
    wrong = {str(case): told for case in sample(160, SEED)[part::8] if (told := faults(case, tmp_path, SEED))}
    assert not wrong, f"DRAFTER_SEED={SEED}"


def test_the_grid_has_every_cause_in_every_variant():
    cases = grid()
    ids = {str(cause.id) for cause in open_library().causes()}
    assert {case.theories[0] for case in cases if len(case.theories) == 1} == ids and len(ids) >= 85
    for own in ids:
        assert {(c.plaintiffs, c.defendants, c.forum) for c in cases if c.theories == (own,)} == {
            (p, d, f) for p in (1, 3) for d in (1, 4) for f in ("federal", "state")
        }


# --- data


def test_drafters_own_templates_have_no_flaw():
    assert list(map(str, lint(open_library(), builtin_folder()))) == []


def test_every_remedy_asked_for_reaches_the_prayer(tmp_path):
    library = open_library()
    for case in (
        case
        for case in grid()
        if case.plaintiffs == 1
        and case.defendants == 1
        and case.forum == "federal"
        and case.noticed
        and len(case.theories) == 1
    ):
        path, firm = write(case, tmp_path)
        draft = assemble(load(path), open_library(str(firm)))
        prayed = {(item["kind"], item["text"].raw) for item in draft.matter.prayer}
        remedies = library.cause(case.theories[0]).remedies
        asked = {str(remedy.id) for remedy in remedies if remedy.asked}
        for remedy in remedies:
            if remedy.asked and remedy.kind in ("declaration", "injunction", "fees"):
                assert remedy.kind in {kind for kind, _ in prayed}, (case, remedy.id)
            elif remedy.asked and remedy.within not in asked:
                assert (remedy.kind, remedy.text) in prayed, (case, remedy.id)


def test_every_amount_has_a_date_and_every_assertion_a_status():
    for cause in open_library().causes():
        for remedy in cause.remedies:
            assert remedy.as_of or not remedy.amount, (cause.id, remedy.id)
        laws = [
            law
            for owner in (*cause.elements, *cause.remedies, *cause.limitations, *cause.pre_suit)
            for law in owner.law
        ]
        assert laws and all(
            law.status in ("text_read", "quoted_by_court", "secondary", "recalled") for law in laws
        ), cause.id
        assert all(law.cite or law.text for law in laws), cause.id
        assert all(element.law for element in cause.elements) and all(
            remedy.law for remedy in cause.remedies
        ), cause.id


def test_what_is_no_citation_is_told_from_one():
    for right in (
        "18 U.S.C. § 2702(a)(1)",
        "Cal. Bus. & Prof. Code § 17200 et seq.",
        "740 ILCS 14/15(b)",
        "Kwikset Corp. v. Superior Court, 51 Cal. 4th 310 (2011)",
        "CACI No. 400",
    ):
        assert citations_that_fail(right) == []
    for wrong in (
        "18 USC 2702",
        "section 17200",
        "Kwikset",
        "Cal. Penal Code 631",
        "see above",
        "18 U.S.C. §",
        "Smith v. Jones 123",
    ):
        assert citations_that_fail(wrong) == [wrong]
    assert sections("See 18 U.S.C. §§ 2702(a), 2707(b)–(c).") == {
        ("18 U.S.C.", "2702"),
        ("18 U.S.C.", "2707"),
    }


def test_the_lint_knows_every_name_that_templates_are_given(tmp_path):
    path, firm = write(grid()[0], tmp_path)
    assert NAMES == set(context(assemble(load(path), open_library(str(firm))).matter))


# --- notices and devices


def case_of(*theories, noticed=True):
    return next(
        c
        for c in grid()
        if c.theories == theories
        and c.plaintiffs == 3
        and c.defendants == 1
        and c.forum == "federal"
        and c.noticed is noticed
    )


def drafted(tmp_path, case):
    path, firm = write(case, tmp_path)
    return assemble(load(path), open_library(str(firm)))


def test_damages_wait_for_the_notice_of_the_consumers_legal_remedies_act(tmp_path):
    without = drafted(tmp_path, case_of("ca-clra", noticed=False))
    text = render(without.document)
    assert (
        "Plaintiffs seek no damages and no punitive damages at this time, and reserve the right to amend this"
        " complaint to seek damages on this claim not less than 30 days after the commencement of this action"
        in text
    )
    assert (
        "Actual damages, in a total award" not in text
        and "punitive" not in text.split("PRAYER FOR RELIEF")[1].lower()
    )
    assert [f.where for f in run_checks(without) if f.check == "PRE-001"] == ["claims.tried.notices"]
    given = drafted(tmp_path, case_of("ca-clra"))
    text = render(given.document).replace("\u00a0", " ")
    assert (
        "Actual damages, in a total award to the class of not less than $1,000" in text
        and "at this time" not in text
    )
    assert (
        "gave the notice under Cal. Civ. Code § 1782 before bringing this claim, as alleged above (¶" in text
    )
    assert not [f for f in run_checks(given) if f.check == "PRE-001"]


def test_a_notice_whose_time_has_not_run_is_reported(tmp_path):
    path, firm = write(case_of("ca-clra"), tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            '"county": "Cook"', '"county": "Cook", "filing_date": "2026-01-20"', 1
        ),
        encoding="utf-8",
    )
    draft = assemble(load(path), open_library(str(firm)))
    assert [
        "30 days from January 5, 2026 have not run" in f.message
        for f in run_checks(draft)
        if f.check == "PRE-001"
    ] == [True]


def test_a_claim_that_wants_a_notice_first_is_an_error_without_it(tmp_path):
    assert [
        f.severity.value
        for f in run_checks(drafted(tmp_path, case_of("ma-93a", noticed=False)))
        if f.check == "PRE-007"
    ] == ["error"]
    assert [f for f in run_checks(drafted(tmp_path, case_of("ma-93a"))) if f.check == "PRE-007"] == []


def test_a_collective_is_no_class(tmp_path):
    draft = drafted(tmp_path, case_of("flsa-216b"))
    text = render(draft.document)
    assert "CLASS AND COLLECTIVE ACTION COMPLAINT" in text and "COLLECTIVE ACTION ALLEGATIONS" in text
    assert (
        "notice of this action, and of the right to join it by a written consent, be given to the members of"
        " the Operators’ Collective" in text
    )
    assert (
        "certifying the Plus Class under" in text and "Operators’ Collective under Federal Rule" not in text
    )
    assert not [f for f in run_checks(draft) if f.check == "CLM-017"]
    path = tmp_path / "matter.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"crew"\n   ]', '"plus"\n   ]', 1), encoding="utf-8"
    )
    assert [
        f.where
        for f in run_checks(assemble(load(path), open_library(str(tmp_path / "firm"))))
        if f.check == "CLM-017"
    ] == ["claims.tried.for"]


def test_the_states_proxy_sues_for_the_state_and_no_class(tmp_path):
    text = render(drafted(tmp_path, case_of("ca-paga")).document)
    assert (
        "By Plaintiffs, as Proxy for the State of California and on Behalf of the Aggrieved Employees" in text
    )
    assert (
        "CLASS AND REPRESENTATIVE ACTION COMPLAINT" in text
        and "members of the Aggrieved Employees" not in text
    )


def test_a_presumption_is_no_claim(tmp_path):
    assert [
        f.where
        for f in run_checks(drafted(tmp_path, case_of("ca-negligence-per-se")))
        if f.check == "CLM-016"
    ] == ["claims.tried.theories"]
    assert [
        f
        for f in run_checks(drafted(tmp_path, case_of("ca-negligence", "ca-negligence-per-se")))
        if f.check == "CLM-016"
    ] == []


# --- lint


FLAWED = """---
id: xx-claim
title: Claim
citation: Illinois law
jurisdiction: IL
elements:
  - {id: duty, title: duty, plead: a duty, asks: what, law: [{cite: made up, status: recalled}]}
  - {id: breach, title: breach, plead: a breach, asks: what, law: [{cite: CACI No. 400, status: recalled}]}
remedies:
  - {id: money, kind: actual-damages, text: Money, amount: "5", gate: letter, law: [{cite: CACI No. 400, status: recalled}]}
---
{% extends "causes/_theory.md" %}
Words nobody prints.
{% block elements %}
{% element "duty" %}
1. {{ act }}{% if false %} Never.{% endif %} {{ claim.plaintifs }} {{ nobody }} 18 U.S.C. § 999.
{% endelement %}
{% element "harm" %}
1. {{ act }}
{% endelement %}
{% endblock %}
{% block extra %}
1. Unseen.
{% endblock %}
"""  # noqa: E501


def test_the_lint_gives_file_line_and_severity_of_each_flaw(run, tmp_path):
    folder = tmp_path / "firm" / "causes"
    folder.mkdir(parents=True)
    (folder / "xx-claim.md").write_text(FLAWED, encoding="utf-8")
    done = run("lint-templates", tmp_path / "firm")
    assert done.returncode == 1 and done.stderr == ""
    for line, severity, words in (
        (7, "warning", "“made up” does not parse"),
        (8, "error", "“breach” has no paragraph"),
        (10, "error", "waits for the notice “letter”"),
        (10, "error", "has no date"),
        (13, "warning", "Words outside every block"),
        (16, "warning", "a branch is never reached"),
        (16, "error", "“nobody” is undefined"),
        (16, "error", "no “plaintifs”. Did you mean “plaintiffs”?"),
        (16, "warning", "cites 18 U.S.C. § 999"),
        (18, "error", "no element “harm”"),
        (22, "warning", "no block “extra”"),
    ):
        assert any(
            f"xx-claim.md:{line}: {severity}: " in told and words in told for told in done.stdout.splitlines()
        ), (line, words, done.stdout)


def test_the_lint_passes_a_folder_without_flaws(run, tmp_path):
    firm = tmp_path / "firm"
    assert run("customize", "cause", "ca-negligence", "--extend", "--templates", firm).returncode == 0
    done = run("lint-templates", firm)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"{firm}: 0 flaws.")


def test_a_front_matter_that_cannot_be_read_is_one_flaw(run, tmp_path):
    folder = tmp_path / "firm" / "causes"
    folder.mkdir(parents=True)
    (folder / "xx-claim.md").write_text(
        FLAWED.replace("jurisdiction: IL", "jurisdiction: Mars"), encoding="utf-8"
    )
    done = run("lint-templates", tmp_path / "firm", "--format", "json")
    assert done.returncode == 1 and '"line": 5' in done.stdout


def test_the_list_of_slips_catches_slips_and_nothing_else():
    import re

    from matters import SLIPS

    for slip in (
        "Plaintiffs is a consumer",
        "Plaintiff are aggrieved",
        "Defendants has copied",
        "the the class",
        "promised , and",
        "a error",
        "an notice",
        "Larkspur’s’s",
        "members of the Plus Class is",
        "done.. Then",
    ):
        assert any(re.search(pattern, slip) for pattern in SLIPS), slip
    for right in (
        "Plaintiffs are consumers",
        "a one-time fee",
        "an honest answer",
        "Acme, Inc. is a Delaware corporation",
        "18 U.S.C. § 2702 et seq. and more",
        "that that",
    ):
        assert not any(re.search(pattern, right) for pattern in SLIPS), right


def test_the_cause_on_the_page_for_authors_is_whole(run, tmp_path):
    """The example of docs/add-a-cause.md, saved as the page says, has no flaw and drafts."""
    from conftest import ROOT

    page = (ROOT / "docs" / "add-a-cause.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    folder = tmp_path / "firm" / "causes"
    folder.mkdir(parents=True)
    (folder / "il-replevin.md").write_text(example, encoding="utf-8")
    done = run("lint-templates", tmp_path / "firm")
    assert (done.returncode, done.stdout.splitlines()) == (0, [f"{tmp_path / 'firm'}: 0 flaws."])
    assert (
        "UNVERIFIED: recalled" in run("show", "cause", "il-replevin", "--templates", tmp_path / "firm").stdout
    )
    sheet, firm = write(case_of("ca-conversion"), tmp_path)
    changed = (
        sheet.read_text(encoding="utf-8")
        .replace("ca-conversion", "il-replevin")
        .replace('"ownership"', '"right"')
        .replace('"disposition"', '"wrongful-holding"')
        .replace('"damages": {', '"right": {')
    )
    import json

    tree = json.loads(changed)
    tree["claims"][1]["elements"] = {
        "right": {"allegations": ["nightly-copies"]},
        "wrongful-holding": {"allegations": ["no-notice"]},
    }
    sheet.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    text = run("draft", sheet, "--text", "--templates", firm).stdout
    assert "The right to possess it is Plaintiffs’." in text and "Larkspur holds it wrongfully." in text


STATEMENT = {
    "id": "ad",
    "speaker": "larkspur",
    "date": "2024-01-10",
    "medium": "its sign-up page",
    "words": "Nobody but you and your friend reads your messages.",
    "why_false": "Larkspur was then negotiating to send them to a vendor",
    "knowledge": "Its general counsel signed the contract on February 12, 2024.",
}


def test_fraud_is_pleaded_with_who_what_when_where_and_why(tmp_path):
    import json

    sheet, firm = write(case_of("ca-fraud"), tmp_path)
    assert [f.where for f in findings_in(sheet, firm, "CLM-005")] == ["claims.tried.statements"]
    tree = json.loads(sheet.read_text(encoding="utf-8"))
    tree["statements"] = [STATEMENT]
    tree["omissions"] = [
        {
            "id": "silence",
            "by": "larkspur",
            "fact": "that a vendor read the messages",
            "duty": "exclusive-knowledge",
            "where": "on the same page",
        }
    ]
    tree["claims"][1] |= {"statements": ["ad"], "omissions": ["silence"]}
    sheet.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    text = render(assemble(load(sheet), open_library(str(firm))).document).replace("\u00a0", " ")
    assert (
        "FALSE STATEMENTS AND OMISSIONS" in text
        and "On January 10, 2024, Larkspur said on its sign-up page:" in text
    )
    assert "That was false or misleading when it was made: Larkspur was then negotiating" in text
    assert (
        "Larkspur did not disclose that a vendor read the messages. It could have been disclosed on the same"
        " page." in text
    )
    said = re.search(
        r"The statements and omissions on which this claim rests are alleged, each with its circumstances, in"
        r" ¶¶ (\d+)–(\d+)\.\n",
        text,
    )
    assert (
        said
        and int(said[2]) - int(said[1]) == 2
        and f"{int(said[1]) + 1}. That was false or misleading when it was made" in text
    )
    assert findings_in(sheet, firm, "CLM-005") == []
    del tree["statements"][0]["medium"]
    sheet.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    assert [f.where for f in findings_in(sheet, firm, "CLM-005")] == ["statements.ad.medium"]


def findings_in(sheet, firm, check):
    return [
        finding
        for finding in run_checks(assemble(load(sheet), open_library(str(firm))))
        if finding.check == check
    ]


def edge(tmp_path, made):
    import json

    path = tmp_path / "edge.yaml"
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    draft = assemble(load(path), open_library())
    run_checks(draft)
    return render(draft.document).replace("\u00a0", " ")


def test_a_matter_of_every_kind_of_party_class_and_ground_reads_without_a_slip(tmp_path):
    import re

    from matters import SLIPS
    from unusual import unusual

    text = edge(tmp_path, unusual())
    assert [
        (slip, text[found.start() - 30 : found.end() + 30])
        for slip in SLIPS
        for found in re.finditer(slip, text)
    ] == []
    for words in (
        "jurisdiction over Larkspur Messaging, Inc., because",
        "gave notice under the Plus Terms to Larkspur Messaging, Inc. The notice asked for deletion.",
        "occurred here and a substantial part of the property",
        "In March 2023, Plaintiff Reyes used",
        "Federal Rule of Civil Procedure 23(a), (b)(1)(A), (b)(1)(B), (b)(2), and (b)(3)",
        (
            "their immediate families; employees of a reseller; employees; and all persons who validly"
            " request exclusion."
        ),
        "is a citizen of Illinois, sued in an individual capacity.",
        "Cedar plc (“Cedar”), Ada Doyle (“Doyle”), ",
        "Defendant Cedar plc is a public limited company organized under the laws of England",
        "J.K. sues by and through Sun Kim, next friend.",
        "Section [which section] of the Privacy Statement promises to keep it.",
    ):
        assert words in text, words
    assert "Plaintiff Union\n" not in text.split("EXPERIENCES")[1].split("TOLLING")[0]


def test_a_matter_with_next_to_nothing_drafts_with_blanks_that_say_what_is_missing(tmp_path):
    from unusual import bare

    text = edge(tmp_path, bare())
    assert "comes to [a sum that exceeds $5,000,000], exclusive of interest and costs." in text
    assert "is a citizen of [a State of which a Defendant is not a citizen], and Larkspur Messaging" in text
    assert "under 28 U.S.C. § 1391(b)(3), because [the local facts, as a clause]." in text
    assert (
        "Plaintiff is entitled to damages in an amount sufficient to give Plaintiff the benefit of the"
        " bargain and to place Plaintiff in the position that performance would have secured, with interest."
        in text
    )
