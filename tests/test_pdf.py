"""PDFs through LibreOffice: what they have, and what is said where it is not to be had."""

import io
import shutil
import sys

import docx
import pikepdf
import pypdf
import pytest
from conftest import SAMPLES_FOLDER
from documents import small

from drafter.cli import main
from drafter.document import Lead, Run
from drafter.errors import OutputError, UsageError
from drafter.pdf import office
from drafter.pdf.office import find_office, to_pdf, with_unbroken_sections
from drafter.pdf.settled import settled
from drafter.word import write

REYES = "reyes-v-larkspur.yaml"
needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice (soffice) is not installed")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder but for a sheet, in which drafter runs."""
    shutil.copy(SAMPLES_FOLDER / REYES, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@needs_office
def test_a_draft_as_pdf_is_tagged_archival_titled_bookmarked_and_the_same_each_time(folder):
    assert main(["draft", REYES, "-o", "a.pdf"]) == 0
    assert main(["draft", REYES, "-o", "b.docx"]) == 0
    assert main(["pdf", "b.docx"]) == 0
    data = (folder / "a.pdf").read_bytes()
    assert data == (folder / "b.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as made, made.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
        assert made.Root.MarkInfo.Marked and str(made.Root.Lang) == "en-US"
        assert str(made.docinfo["/Title"]).startswith("Class Action Complaint: Dana Reyes")
        assert made.open_metadata().pdfa_status == "2B" and "NATURE OF THE ACTION" in titles


@needs_office
def test_a_pdf_that_was_changed_since_is_not_written_over_without_force(folder, capsys):
    (folder / "letter.docx").write_bytes(write(small(Lead((Run("A letter."),)))))
    assert main(["pdf", "letter.docx"]) == 0 and main(["pdf", "letter.docx"]) == 0
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7 another's")
    assert main(["pdf", "letter.docx"]) == 2 and "is there already" in capsys.readouterr().err
    assert main(["pdf", "letter.docx", "--force"]) == 0


def test_without_libreoffice_it_is_said_how_to_save_from_word(folder, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(folder))
    assert main(["draft", REYES, "-o", "a.pdf"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("drafter: LibreOffice is not installed") and "save it as PDF" in told
    assert not (folder / "a.pdf").exists()


def test_without_the_extra_the_line_that_installs_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(UsageError, match=r"pip install 'drafter\[filing\]'"):
        settled(b"")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pdf", "a.odt"), "neither a Word file nor a fact sheet"),
        (("pdf", "a.docx"), "there is no such file"),
        (("pdf", "b.docx"), "is no .docx file"),
        (("pdf", REYES, "-o", "a.docx"), "Give it a name that ends in .pdf"),
        (("draft", REYES, "-o", "a.odt"), "Give it a name that ends in .docx or .pdf"),
        (("draft", REYES, "-o", "a.pdf", "--text"), "ends in .txt"),
    ],
)
def test_what_no_pdf_can_be_made_of_is_one_message(folder, capsys, words, told):
    (folder / "b.docx").write_text("a letter that is none")
    assert main(list(words)) == 2
    assert told in capsys.readouterr().err and not (folder / "a.pdf").exists()


@needs_office
def test_an_office_that_makes_nothing_or_takes_too_long_is_one_message(tmp_path, monkeypatch):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n")
    slow.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(office, "SECONDS", 0.2)
    with pytest.raises(OutputError, match="was not done after"):
        to_pdf({"a.docx": b"PK"})
    slow.write_text("#!/bin/sh\nexit 0\n")
    monkeypatch.setattr(office, "SECONDS", 20)
    with pytest.raises(OutputError, match="could not make a PDF of a.docx"):
        to_pdf({"a.docx": b"PK"})


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the office of another system on Linux")
def test_the_office_is_found_where_installers_put_it(tmp_path, monkeypatch):
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.write_text("")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() is None
    monkeypatch.setattr(office, "_PLACES", {"linux": (f"{tmp_path}/LibreOffice/program/soffice.com",)})
    assert find_office() == str(program) and shutil.which("soffice") is None


@needs_office
def test_no_line_of_a_pdf_ends_within_a_section_and_its_text_has_no_sign_of_it(tmp_path):
    made = docx.Document()
    for length in range(40):
        made.add_paragraph(
            f"{'x' * length} words until the line is full, 18 U.S.C. § 2702(a)(1), (c)(4)(A)(i)(I)."
        )
    made.save(tmp_path / "long.docx")
    (data,) = to_pdf({"long.docx": (tmp_path / "long.docx").read_bytes()}).values()
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    assert text.count("2702(a)(1)") == text.count("(c)(4)(A)(i)(I)") == 40 and "\u2060" not in text


def test_what_is_no_word_file_goes_to_the_office_as_it_is():
    assert with_unbroken_sections(b"no archive") == b"no archive"
