"""What fresh eyes found in the drafts and the findings: each point by a test, over the samples, the filings
and small changes of them.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import SAMPLES
from planted import put

from drafter.checks import run_checks
from drafter.cli import main
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.word import write
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
FILINGS = Path(__file__).parent / "filings"
SHEETS = {path.stem.split("-v-")[0]: path for path in SAMPLES} | {
    path.stem: path for path in FILINGS.glob("*.yaml")
}
SIBLINGS = SAMPLES[0].parent / "siblings"


@pytest.fixture
def draft(tmp_path):
    def drafted(name, *changes, court=""):
        path = tmp_path / "matter.yaml"
        path.write_text(apply(SHEETS[name].read_text(encoding="utf-8"), changes), encoding="utf-8")
        return assemble(load(path), LIBRARY, court)

    return drafted


def words(draft):
    return render(draft.document).replace("\u00a0", " ")


def told(draft, check):
    return [one for one in run_checks(draft) if one.check == check]


def test_a_period_of_one_claim_that_prints_is_not_said_to_go_unprinted(draft):
    okafor = draft("okafor")
    assert "the period runs from November 2, 2025" in words(okafor)
    assert not any("periods_by_claim" in f"{one.message}{one.reads}" for one in told(okafor, "FORM-020"))


def test_an_injunction_inherited_from_another_sheet_that_no_claim_allows_is_not_prayed_for(tmp_path):
    for path in SIBLINGS.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(re.sub(r", injunction: \{none[^}]*\}", "", text), encoding="utf-8")
    kept = assemble(load(tmp_path / "brandt-calsuperct.yaml"), LIBRARY)
    assert "An injunction" not in words(kept)
    assert [one.message for one in told(kept, "REL-001")] == ["No claim allows an injunction."]
    assert told(assemble(load(SIBLINGS / "brandt-calsuperct.yaml"), LIBRARY), "REL-001") == []


def test_future_intent_of_a_plaintiff_does_not_serve_the_claim_of_another(draft):
    assert told(draft("okafor"), "STA-004") == []
    of_tran = put("claims.stubs.by", ["tran"])
    (found,) = told(draft("okafor", of_tran), "STA-004")
    assert "(the Fourth Claim for Relief), and no plaintiff who brings it is threatened" in found.message
    assert found.where == "plaintiffs.tran.experience.future_intent"


def test_losses_that_erisa_has_made_good_to_a_plan_are_not_asked_why_damages_are_not_enough(draft):
    assert told(draft("erisa-njd"), "CLM-012") == []


def test_a_jury_demand_under_erisa_is_said_to_be_struck_with_no_law_of_another_court(draft):
    (found,) = told(draft("erisa-njd"), "FORM-011")
    assert "Counts I and II: courts of the Third Circuit" in found.message
    assert "Say “on all issues" not in f"{found.message} {found.fix}"
    cited = {one.cite: one.status for one in found.authority}
    assert not any("Biweekly" in cite for cite in cited)
    assert [status for cite, status in cited.items() if "Pane" in cite] == ["secondary"]


def test_an_element_that_rests_on_nothing_is_told_once_and_counted_as_a_blank(draft):
    wage = draft("wage-caed")
    there = [
        one.check
        for one in run_checks(wage)
        if "inadequate-remedy" in one.where or "inadequate_remedy" in one.where
    ]
    assert there == ["CLM-001"]
    assert "[why damages are not enough" in words(wage)


def test_a_class_without_any_period_is_told_of(draft):
    (found,) = told(draft("reyes", put("classes.plus.period", None)), "CLS-005")
    assert "has no period: it reaches back past every period of limitations" in found.message
    assert found.where == "classes.plus.period"


def test_an_exhibit_dated_before_what_it_is_cited_for_is_warned_of(draft):
    by_letter = (
        put("allegations.lwda.source", {"kind": "document", "exhibit": "lwda-letter"}),
        put("allegations.lwda.basis", {"kind": "document"}),
    )
    (found,) = told(draft("okafor", *by_letter), "FORM-021")
    assert "¶ 20 tells of September 9, 2026, and rests on Notice to the Labor" in found.message
    for name in ("okafor", "reyes", "mireles", "de-la-torre"):
        assert told(draft(name), "FORM-021") == []


def test_an_attached_exhibit_is_said_once_to_be_attached_where_it_is_first_cited(draft):
    printed = words(draft("reyes"))
    terms = (
        "A true copy of the Larkspur Plus Terms in Force from January 2022 to June 2025 is attached as"
        " Exhibit A."
    )
    assert printed.count(terms) == 1
    first = re.search(r"\(Ex\. A[^)]*\)", printed)
    assert printed[first.end() :].lstrip().startswith(terms)
    assert "(Ex. A § 4.1.)" in printed[printed.index("Section 4.1 of the Plus Terms promises") :]
    assert "A true copy of Northgate’s letter to patients is attached" in words(draft("mireles"))
    assert "A true copy of the Consents" not in words(draft("okafor"))


def test_minimal_diversity_names_a_class_member_and_leaves_the_state_blank(draft):
    assert (
        "Minimal diversity exists: at least one class member is a citizen of [a State other than Delaware and"
        " California], and LinkedIn is a citizen of" in words(draft("de-la-torre"))
    )


def test_the_applications_of_the_dental_sample_say_what_the_paragraphs_they_cite_say(draft):
    printed = words(draft("mireles"))
    assert "on the form that it has every patient fill in, and Mireles filled it in (¶¶ 10, 12)." in printed
    assert "and paid $96 for a freeze and copies (¶¶ 10, 18)." in printed
    assert "form on May 6, 2024, and paid for her treatment there (¶ 10)." in printed


def test_a_list_of_errors_alone_does_not_say_that_there_are_no_warnings(capsys):
    main(["check", str(SHEETS["wage-caed"]), "--least", "error"])
    tally = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("1 error"))
    assert re.match(r"1 error, \d+ less grave not shown\. ", tally) and "0 warnings" not in tally


@pytest.mark.parametrize(
    "given",
    [["courts", "--subject", "privacy"], ["checks", "--subject", "x"], ["checks", "--jurisdiction", "CA"]],
)
def test_a_filter_that_a_list_has_no_use_of_is_refused(given, capsys):
    assert main(["list", *given]) == 2
    said = capsys.readouterr().err
    assert f"list {given[0]}: {given[1]} is for causes" in said and f"drafter list {given[0]}" in said


def test_a_draft_into_a_folder_that_is_not_there_says_to_make_the_folder(tmp_path, capsys):
    target = tmp_path / "nodir" / "x.docx"
    sheet = shutil.copy(SHEETS["mireles"], tmp_path)
    assert main(["draft", str(sheet), "-o", str(target)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == [Path(sheet).name], "nothing was announced"
    said = capsys.readouterr().err
    assert f"there is no folder {target.parent}" in said and "Make it first" in said and "disk" not in said


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_a_signature_block_is_never_alone_on_the_last_page(draft, tmp_path):
    pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    last = {"okafor": "okafor", "reyes": "reyes", "mireles": "mireles"}
    for name in last:
        (tmp_path / f"{name}.docx").write_bytes(write(draft(name).document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    made = [str(tmp_path / f"{name}.docx") for name in last]
    subprocess.run([*command, *made], check=True, capture_output=True, timeout=300)
    for name in last:
        with pdfplumber.open(tmp_path / f"{name}.pdf") as opened:
            pages = [" ".join((page.extract_text() or "").split()) for page in opened.pages]
        signed = max(at for at, page in enumerate(pages) if "Dated" in page)
        assert "so triable" in pages[signed] and "JURY" in pages[signed].upper(), pages[signed]


def test_a_section_sign_in_a_plain_field_is_not_torn_from_its_number(draft):
    assert "(Ex.\u00a0A §\u00a04.1.)" in render(draft("reyes").document)
    assert "under 15\u00a0U.S.C. §\u00a078aa" in render(draft("securities-mad").document)


def test_the_only_lawyer_of_the_first_firm_signs_by_default(draft):
    assert told(draft("okafor", put("counsel.sato.lawyers.1.signs", None)), "FORM-006") == []


def test_a_working_of_the_amount_without_a_sum_is_told_of_with_the_reckoning(draft):
    (found,) = told(draft("de-la-torre", put("jurisdiction.amount.working", "The sum is large.")), "JUR-002")
    assert "names no sum" in found.message and found.severity.value == "warning"


@pytest.mark.parametrize(
    ("name", "words_of_it"),
    [
        (
            "erisa-njd",
            "29 U.S.C. § 1132(e)(2), an action may be brought in a district where the plan is admin",
        ),
        (
            "monopoly-njd",
            "15 U.S.C. § 22, an action may be brought in any district where a corporation that",
        ),
    ],
)
def test_the_venue_clause_says_what_its_own_statute_asks(name, words_of_it, draft):
    assert f"Under {words_of_it}" in words(draft(name))


def test_messages_name_a_claim_by_its_title_and_an_injury_by_its_words(draft):
    mireles = draft("mireles")
    assert told(mireles, "CLS-011")[0].message.startswith("Negligence is a claim under the law of California")
    assert not any(re.search(r"(?:ccpa|cra|cmia)\b", one.message) for one in told(mireles, "CLM-030"))
    loose = put("plaintiffs.reyes.experience.injuries.reyes-paid.allegations", [])
    (found,) = told(draft("reyes", loose), "STA-002")
    assert "“paid $12 a month for messages" in found.message and "reyes-paid" not in found.message
