"""Papers: the first page, and what is put around the body of a complaint."""

import io
import zipfile

import pytest
from conftest import SAMPLES_FOLDER

from drafter.complaint import assemble
from drafter.complaint.papers import COMPLAINT, Paper
from drafter.document import Run, SignatureBlock
from drafter.errors import SheetError
from drafter.library import Library, builtin_folder, open_library
from drafter.matter_files.load import load
from drafter.pdf.office import find_office
from drafter.printing import PRINTERS


def drafted(name, court=""):
    return assemble(load(SAMPLES_FOLDER / name), open_library(), court).document


def test_words_of_one_look_in_caption_and_signature_are_one_run():
    document = drafted("siblings/brandt-cand.yaml")
    signature = next(block for block in document.body if isinstance(block, SignatureBlock)).lines
    for content in (
        *document.counsel.lines,
        *(line.content for line in (*document.caption.left, *document.caption.right, *signature)),
    ):
        looks = [(run.style, run.path, run.sealed) if isinstance(run, Run) else None for run in content]
        assert all(one is None or one != other for one, other in zip(looks, looks[1:], strict=False)), content


NOTICE = Paper("notice", "papers/notice.md", title="papers/notice-title.md", numbering="none")


@pytest.fixture
def with_notice(tmp_path):
    """A firm's folder with the template of another paper, and of its title."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "notice-title.md").write_text("title: NOTICE OF RELATED CASES\n", encoding="utf-8")
    (papers / "notice.md").write_text(
        "# Related Cases\n\n{{ plaintiffs.introduced }} {{ plaintiffs.agree('gives', 'give') }} notice under"
        " L.R. 1 that this case is related to {{ sheet.court.county }} County No. 1.\n\n"
        "-> {{ SIGNATURE }} <-\n",
        encoding="utf-8",
    )
    return Library([tmp_path], builtin_folder())


def test_another_paper_is_a_template_and_a_row(with_notice):
    notice = assemble(load(SAMPLES_FOLDER / "reyes-v-larkspur.yaml"), with_notice, paper=NOTICE)
    text = PRINTERS["text"](notice).decode()
    caption = PRINTERS["text"](assemble(load(SAMPLES_FOLDER / "reyes-v-larkspur.yaml"), with_notice)).decode()
    assert "\nNOTICE OF RELATED CASES" in text and "\nRELATED CASES\n" in text
    assert "give notice under L.R. 1" in text
    assert "Respectfully submitted," in text and "\nv.\n" in text and text[:60] == caption[:60]
    assert notice.document.meta.footer_title == "NOTICE OF RELATED CASES" and notice.paragraph_count == 0
    assert notice.document.body[0].number == ""


@pytest.mark.parametrize(
    "printer", [pytest.param(name, marks=pytest.mark.long if name == "pdf" else ()) for name in PRINTERS]
)
def test_each_printer_prints_each_paper_the_same_bytes_each_time(printer, with_notice):
    if printer == "pdf" and find_office() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    sheet = load(SAMPLES_FOLDER / "reyes-v-larkspur.yaml")
    for paper in (COMPLAINT, NOTICE):
        made = [PRINTERS[printer](assemble(sheet, with_notice, paper=paper)) for _ in range(2)]
        assert made[0] == made[1] and PRINTERS[printer].ending.endswith(PRINTERS[printer].endings)


def test_a_paper_without_a_caption_prints_none(with_notice):
    letter = NOTICE._replace(name="letter", parts=frozenset())
    document = assemble(load(SAMPLES_FOLDER / "reyes-v-larkspur.yaml"), with_notice, paper=letter)
    text = PRINTERS["text"](document).decode()
    assert text.startswith(("FICTIONAL", "RELATED CASES")) and "\nv.\n" not in text
    assert b"CaptionTable" not in _part(PRINTERS["word"](document), "word/document.xml")


def test_what_a_paper_needs_is_told_with_its_name(with_notice, tmp_path):
    sheet = tmp_path / "bare.yaml"
    sheet.write_text('schema_version: "1"\ncourt: {id: cand}\n', encoding="utf-8")
    with pytest.raises(SheetError, match="names no plaintiff.*and a notice needs one"):
        assemble(load(sheet), with_notice, paper=NOTICE)


def _part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)
