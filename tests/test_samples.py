"""The samples, drafted, rendered and read back: grid, first page, cross-references, inert text."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import SAMPLE, SAMPLES

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.complaint.passes.number import inlines_of
from drafter.complaint.views.relief import earned
from drafter.document import Blank, NumberedParagraph, Reference, plain
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.word import write


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.stem)
def draft(request):
    return assemble(load(request.param), open_library())


@pytest.fixture(scope="module")
def de_la_torre():
    return assemble(load(SAMPLE), open_library())


def _converted(data: bytes, folder: Path) -> Path:
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice or poppler is not installed")
    (folder / "draft.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "draft.docx"],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / "draft.pdf"


def test_every_number_is_the_one_a_reader_counts(draft):
    paragraphs = [block for block in draft.document.body if isinstance(block, NumberedParagraph)]
    assert [block.number for block in paragraphs] == list(range(1, len(paragraphs) + 1))
    counted = {block.label: str(block.number) for block in paragraphs}
    references = [
        inline
        for block in draft.document.body
        for inline in inlines_of(block)
        if isinstance(inline, Reference)
    ]
    assert len(references) > 20
    for reference in references:
        assert reference.spans and not reference.missing
        for span in reference.spans:
            assert (span.first_number, span.last_number) == (counted[span.first], counted[span.last])


def test_every_supported_element_cites_a_paragraph(draft):
    pleaded = {}
    for block in draft.document.body:
        if isinstance(block, NumberedParagraph) and block.element[0]:
            pleaded.setdefault(block.element, []).extend(inlines_of(block))
    for claim in draft.matter.raw.claims:
        for element, support in claim.elements.items():
            if support.allegations:
                assert any(isinstance(inline, Reference) for inline in pleaded[claim.id, element]), (
                    claim.id,
                    element,
                )
            else:
                assert any(isinstance(inline, Blank) for inline in pleaded[claim.id, element])


@pytest.mark.sampled(1)
def test_libreoffice_recomputes_the_same_cross_references(draft, tmp_path):
    pdfplumber = pytest.importorskip("pdfplumber")
    margin = 105 if draft.document.layout.lines else 0  # the numbers of pleading paper stand there
    with pdfplumber.open(_converted(write(draft.document), tmp_path)) as pdf:
        text = " ".join(
            word["text"]
            for page in pdf.pages
            for word in page.crop((margin, 60, page.width, page.height - 60)).extract_words()
        )
    printed = re.findall(
        r"¶+\s([\d–, ]*\d)", re.sub(r"Ex\.\s\w+\s¶+\s[\d–, ]*\d", "", text)
    )  # a pin cite to a paragraph of an exhibit is typed
    meant = [
        plain((inline,))
        for block in draft.document.body
        for inline in inlines_of(block)
        if isinstance(inline, Reference)
    ]
    told = [
        [number for found in some for number in re.sub(r"[\s¶\u00a0]", "", found).split(",") if number]
        for some in (printed, meant)
    ]
    assert sorted(told[0]) == sorted(told[1])


def test_page_one_of_the_sample_is_what_a_clerk_wants(de_la_torre, tmp_path):
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(_converted(write(de_la_torre.document), tmp_path)) as pdf:
        lines = {" ".join(line["text"].split()): line["bottom"] for line in pdf.pages[0].extract_text_lines()}
        first = next(bottom for text, bottom in lines.items() if "attorney’s name" in text)
        court = next(
            bottom for text, bottom in lines.items() if text.endswith("UNITED STATES DISTRICT COURT")
        )
        text = pdf.pages[0].extract_text()
        assert first < 72 + 24 and abs(court - (72 + 8 * 24)) < 6
        for words in (
            "ALESSANDRO DE LA TORRE",
            "LINKEDIN CORPORATION",
            "SAN JOSE DIVISION",
            "CLASS ACTION",
            "Breach of Contract",
            "DEMAND FOR JURY TRIAL",
        ):
            assert words in text
        for page in pdf.pages:
            margin = [word["text"] for word in page.extract_words() if word["x1"] < 105]
            assert margin == [str(number) for number in range(1, 29)]
            assert (
                "CLASS ACTION COMPLAINT"
                in page.extract_text().split("\n")[-2] + page.extract_text().split("\n")[-1]
            )
            top = next(word["bottom"] for word in page.extract_words() if word["x1"] < 105)
            for word in page.extract_words():
                if (
                    108 < word["x0"] and 72 < word["top"] < 740
                ):  # on a number, or where a single-spaced line of the same grid stands
                    off = (word["bottom"] - top) % 24
                    assert min(abs(off - place) for place in (0, 2.4, 14.4, 24)) <= 0.6, (
                        page.page_number,
                        word["text"],
                        off,
                    )


HOSTILE = [
    "Johnson & Johnson",
    "Smith <Acme> LLC",
    "{{ 7*7 }}",
    "* * *",
    "§ 2702(a)(1)",
    "“curly” ‘quotes’",
    "José",
    "日本",
    "{% raw %}",
    "a_b_c **not closed",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_prints_exactly(text, sheet):
    quoted = "'" + text.replace("'", "''") + "'"
    path = sheet(
        ("    name: LinkedIn Corporation\n", f"    name: {quoted}\n"),
        ("          LinkedIn offers its Premium", f"          {text} LinkedIn offers its Premium"),
    )
    printed = render(assemble(load(path), open_library()).document)
    kept = text.replace("§ ", "§\u00a0")  # a section sign stays with its number
    assert (
        f"against {kept} (“LinkedIn”)" in printed and f"Defendant {kept} is a Delaware corporation" in printed
    )
    assert f"{kept} LinkedIn offers its Premium" in printed


def test_a_three_thousand_word_allegation_prints_whole(sheet):
    long = " ".join(f"word{number}" for number in range(3000))
    printed = render(
        assemble(
            load(
                sheet(
                    ("          LinkedIn offers its Premium", f"          {long} LinkedIn offers its Premium")
                )
            ),
            open_library(),
        ).document
    )
    assert long in printed


def test_an_alternative_claim_leaves_out_what_contradicts_it(sheet):
    path = sheet(
        ("    predicates: [sca]\n", "    alternative_to: [contract]\n    leaves_out: [lsa, lsa-promise]\n")
    )
    printed = render(assemble(load(path), open_library()).document)
    assert (
        "(In the alternative to the Second Claim for Relief)" in printed
        and "This claim is pleaded in the alternative to the Second Claim for Relief under Federal Rule of Civil Procedure 8(d)(2)"  # noqa: E501
        in printed
    )
    promise, agreement = (
        re.search(rf"(\d+)\. {words}", printed)[1]
        for words in ("The LinkedIn Subscription Agreement binds", "This action concerns")
    )
    taken = re.findall(r"incorporates by reference (.*?)\.", printed)[2]
    numbers = {
        number
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", taken)
        for number in range(int(first), int(last or first) + 1)
    }
    assert int(promise) not in numbers and int(agreement) not in numbers and int(agreement) + 1 not in numbers
    assert {1, int(promise) - 1, int(promise) + 1, int(agreement) - 1, int(agreement) + 2} <= numbers


QUASI = """  - id: quasi
    theories: [ca-quasi-contract]
    against: [larkspur]
    for: [plus]
    law: [CA]
    alternative_to: [contract]
    elements:
      benefit: {allegations: [plus-promise], application: "Plaintiffs and the class paid Larkspur $12 a month."}
      unjust-retention: {allegations: [nightly-copies, no-notice], application: "Larkspur took the money for private messages and sent them to another company."}
      inadequate-remedy: {allegations: [nightly-copies], application: "Should the agreement not bind Larkspur, damages for its breach would not be open."}
"""  # noqa: E501


def test_quasi_contract_in_the_alternative_does_not_take_up_the_agreement(tmp_path):
    text = next(path for path in SAMPLES if path.stem.startswith("reyes")).read_text(encoding="utf-8")
    (tmp_path / "matter.yaml").write_text(
        text.replace("\njurisdiction:", f"\n{QUASI}jurisdiction:", 1), encoding="utf-8"
    )
    printed = render(assemble(load(tmp_path / "matter.yaml"), open_library()).document)
    assert (
        "(In the alternative to Count\u00a0II)" in printed
        and "unjustly retained, on Count\u00a0V, for the Plus Class, against Larkspur" in printed
    )
    agreement = [
        int(number)
        for number in re.findall(
            r"(\d+)\. (?:This action concerns the Larkspur|Section 4\.1 of the Plus Terms promises that"
            r" Larkspur will give the text of a message to no one but its addressee. It|California law"
            r" governs)",
            printed,
        )
    ]
    taken = re.findall(r"incorporate by reference (.*?)\.", printed)[-1]
    numbers = {
        number
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", taken)
        for number in range(int(first), int(last or first) + 1)
    }
    contract = int(re.search(r"(\d+)\. Each subscriber agreed to the Plus Terms and paid", printed)[1])
    assert contract not in numbers
    assert (
        len(agreement) == 3
        and not numbers & set(agreement)
        and {agreement[0] - 1, agreement[-1] + 1} <= numbers
    )


CIPA = """  - id: cipa
    theories: [ca-cipa-631-reading, ca-cipa-631-aiding]
    by: [whitfield]
    for: [plus-california]
    law: [CA]
    elements:
      contents: {allegations: [whitfield-messages], application: "What Larkspur copied was the text of Whitfield’s messages."}
      in-transit: {}
      third-party: {allegations: [vendor-contract], application: "Tallgrass is a company to which no subscriber wrote."}
      no-consent: {allegations: [no-notice], application: "Larkspur told no subscriber of the copies."}
      california: {allegations: [whitfield-messages], application: "Whitfield wrote the messages in Oakland."}
      willful: {allegations: [vendor-contract], application: "Tallgrass contracted for the messages."}
      aid: {allegations: [nightly-copies], application: "Larkspur ran the job that sent them."}
"""  # noqa: E501


def test_two_clauses_of_one_statute_share_their_elements(tmp_path):
    text = next(path for path in SAMPLES if path.stem.startswith("reyes")).read_text(encoding="utf-8")
    (tmp_path / "matter.yaml").write_text(
        text.replace("\njurisdiction:", f"\n{CIPA}jurisdiction:", 1), encoding="utf-8"
    )
    draft = assemble(load(tmp_path / "matter.yaml"), open_library())
    pleaded = [
        block.element[1]
        for block in draft.document.body
        if isinstance(block, NumberedParagraph) and block.element[0] == "cipa"
    ]
    assert pleaded == ["contents", "in-transit", "third-party", "no-consent", "california", "willful", "aid"]
    printed = render(draft.document)
    assert (
        "[what shows that the contents were read in transit: no allegation supports this element]" in printed
    )
    assert (
        printed.count("The greater of $5,000 for each violation or three times the amount of actual damages")
        == 1
    )


def test_every_cause_pleads_each_of_its_elements_for_one_and_for_several(tmp_path):
    """A claim of each cause, with nothing behind it: every element has its paragraph, and says that nothing
    supports it; but for those that are the defendant's to prove, or only open some
    relief.
    """
    library = open_library()
    text = next(path for path in SAMPLES if path.stem.startswith("reyes")).read_text(encoding="utf-8")
    for cause in library.causes():
        for by in ("[reyes]", "[reyes, whitfield]"):
            claim = (
                f"  - id: tried\n    theories: [{cause.id}]\n    by: {by}\n    for: [plus]\n    predicates:"
                " [sca]\n"
            )
            (tmp_path / "matter.yaml").write_text(
                text.replace("\njurisdiction:", f"\n{claim}jurisdiction:", 1), encoding="utf-8"
            )
            draft = assemble(load(tmp_path / "matter.yaml"), library)
            pleaded = [
                block.element[1]
                for block in draft.document.body
                if isinstance(block, NumberedParagraph) and block.element[0] == "tried"
            ]
            pleading = [
                element for element in cause.elements if element.burden != "defendant" and not element.opens
            ]
            assert pleaded == [element.id for element in pleading if element.forum in ("any", "federal")], (
                cause.id
            )
            missing = {finding.where for finding in run_checks(draft) if finding.check == "CLM-001"}
            assert {f"claims.tried.elements.{own}" for own in pleaded} <= missing, cause.id


def test_the_derived_parts_cannot_disagree(draft):
    """The caption's claims, the counts and the prayer come from the same claims."""
    text = render(draft.document)
    for claim in draft.matter.claims:
        assert claim.ordinal in text
        assert any(claim.id in item.claims for item in earned(draft.matter.raw, draft.matter.theories))


def test_it_tells_that_all_three_claims_of_de_la_torre_hang_on_an_inference(de_la_torre):
    (weak,) = [finding for finding in run_checks(de_la_torre) if finding.check == "CHN-001"]
    assert {
        "claims.sca.elements.divulged",
        "claims.contract.elements.breach",
        "claims.ucl.elements.predicate",
    } <= set(weak.reads)
    assert "All 3 claims hang on one inferred fact: LinkedIn disclosed the contents" in weak.message
    assert weak.hurts == ("Element supported only by inference or belief (CLM-003)",)


def test_the_fictional_sample_is_ready_but_for_what_the_clerk_fills_in():
    draft = assemble(load(next(path for path in SAMPLES if path.stem.startswith("reyes"))), open_library())
    assert [finding for finding in run_checks(draft) if finding.severity.value == "error"] == []


def test_without_support_the_same_frame_looks_unfinished(sheet):
    path = sheet(
        (
            (
                "        allegations: [messages-disclosed]\n        application: LinkedIn disclosed the"
                " contents of Premium customers’ InMail messages, Plaintiff’s"
            ),
            (
                "        allegations: []\n        application: LinkedIn disclosed the contents of Premium"
                " customers’ InMail messages, Plaintiff’s"
            ),
        )
    )
    draft = assemble(load(path), open_library())
    assert (
        "[what was disclosed, to whom, when and by what channel: no allegation supports this element]"
        in render(draft.document)
    )
    assert "claims.sca.elements.divulged" in {
        finding.where for finding in run_checks(draft) if finding.check == "CLM-001"
    }
