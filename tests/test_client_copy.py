"""The copy that a client reads and signs: what it says, that nothing in it is signed, its return, its end."""

import pytest
from test_preflight import CLEAN, found
from test_sealing import everything_in

from drafter.cli import main
from drafter.matter_files.load import load


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "lee.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    (tmp_path / "signed.pdf").write_bytes(b"%PDF-1.7 signed by hand")
    return path


def test_the_copy_has_what_the_complaint_says_of_the_plaintiff_and_a_blank_to_sign(sheet, tmp_path):
    assert main(["client-copy", "lee.yaml", "lozano"]) == 0
    text = everything_in(tmp_path / "lee.lozano.docx")
    assert (
        "registered it with the National Do Not Call Registry" in text
        and "between lawyer and client" in text
        and "Executed on: ____" in text
    )
    assert "/s/" not in text and "DRAFT" not in text
    assert load(sheet).sheet.plaintiffs[0].confirmed is None


def test_its_return_confirms_the_plaintiff_until_a_paragraph_is_reworded(sheet, tmp_path):
    assert main(["client-copy", "lee.yaml", "lozano", "--signed", "signed.pdf", "--day", "2023-01-02"]) == 0
    read = load(sheet).sheet
    assert str(read.plaintiffs[0].confirmed) == "January\u00a02, 2023"
    entry = read.filing_package[-1]
    assert (entry.kind, entry.by, entry.file) == ("client-copy", ["lozano"], "signed.pdf")
    back = sheet.read_text(encoding="utf-8")
    assert not any(kind == "confirmation" for kind, _ in found(tmp_path, back))
    faults = found(tmp_path, back.replace("He registered it", "He registered it himself"))
    assert any(kind == "confirmation" and "was reworded since" in told for kind, told in faults)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nobody",), "nobody is no plaintiff of lee.yaml"),
        (("lozano", "--signed", "signed.pdf"), "has the day on which it was signed"),
        (("lozano", "--signed", "gone.pdf", "--day", "2023-01-02"), "gone.pdf"),
        (("lozano", "--signed", "/etc/hostname", "--day", "2023-01-02"), "in the folder of the sheet"),
    ],
)
def test_what_cannot_be_done_is_one_message_and_changes_nothing(sheet, capsys, words, told):
    assert main(["client-copy", "lee.yaml", *words]) == 2
    assert told in capsys.readouterr().err and sheet.read_text(encoding="utf-8") == CLEAN
