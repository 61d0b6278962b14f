"""The firm's own paper: letters take its header, footer and typeface, and papers of a court do not."""

import io
import zipfile

import docx
import pytest
from documents import png
from test_preflight import CLEAN
from test_sealing import everything_in

from drafter.cli import main
from drafter.reading.reader import read_word


@pytest.fixture
def firm(tmp_path, monkeypatch):
    """A firm's folder with a base document, and a sheet; drafter runs there."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "firm"
    folder.mkdir()
    base = docx.Document()
    base.styles["Normal"].font.name = "Garamond"
    head = base.sections[0].header.paragraphs[0]
    head.add_run("HIDALGO LAW · Fort Lauderdale")
    head.add_run().add_picture(str(png(tmp_path / "logo.png")))
    base.sections[0].footer.paragraphs[0].add_run("Admitted in Florida & Georgia")
    base.save(folder / "letterhead.docx")
    (tmp_path / "lee.yaml").write_text(CLEAN, encoding="utf-8")
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(folder))
    return folder


def test_letters_are_on_the_firms_paper_and_papers_of_the_court_are_not(firm, tmp_path):
    main(["package", "lee.yaml"])
    letter = next((tmp_path / "lee.package").rglob("*Letter to the Client*.docx"))
    text = everything_in(letter)
    assert "HIDALGO LAW · Fort Lauderdale" in text and "Florida &amp; Georgia" in text and "Garamond" in text
    with zipfile.ZipFile(letter) as parts:
        assert any("letterhead-" in name and name.endswith(".png") for name in parts.namelist())
    assert "Garamond" not in everything_in(tmp_path / "lee.package" / "01 Complaint.docx")
    opened = docx.Document(io.BytesIO(letter.read_bytes()))
    assert "HIDALGO LAW" in opened.sections[-1].header.paragraphs[0].text
    assert any("Keep papers" in paragraph.text for paragraph in read_word(letter.read_bytes()).paragraphs)


def test_the_same_letter_has_the_same_bytes(firm, tmp_path):
    main(["client-copy", "lee.yaml", "lozano"])
    first = (tmp_path / "lee.lozano.docx").read_bytes()
    main(["client-copy", "lee.yaml", "lozano", "--force"])
    assert first == (tmp_path / "lee.lozano.docx").read_bytes()


def test_show_firm_tells_what_letters_take(firm, capsys):
    assert main(["show", "firm"]) == 0
    told = capsys.readouterr().out
    assert "header: HIDALGO LAW · Fort Lauderdale" in told and "typeface: Garamond" in told
    (firm / "letterhead.docx").unlink()
    assert main(["show", "firm"]) == 0 and "No base document" in capsys.readouterr().out


def test_a_base_document_that_cannot_be_read_is_one_message(firm, capsys):
    (firm / "letterhead.docx").write_bytes(b"PK broken")
    assert main(["show", "firm"]) == 2
    assert "letterhead.docx is not a Word file, or damaged" in capsys.readouterr().err
