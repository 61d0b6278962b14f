"""Signing: at a terminal alone, by a lawyer who signs, of words with nothing open, gone with any change."""

import io
import os
import pty
import shutil
import subprocess
import sys
import zipfile

import pytest
from test_package import FILINGS
from test_preflight import CLEAN, changed

from drafter.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

SECOND = (
    "signs: yes}]",
    "signs: yes}, {name: Ana Roy, bar_number: Florida Bar No. 000002, email: aroy@hidalgolaw.example,"
    " admission: {status: admitted}, signs: yes}]",
)


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "lee.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def at_a_terminal(typed, *words):
    """Run drafter at a pseudo-terminal where a person types these lines: its exit code and what it showed."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "drafter", *words], stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    os.write(ours, "".join(f"{line}\n" for line in typed).encode())
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return running.wait(timeout=120), " ".join(shown.decode("utf-8", "replace").split())


def words_of(path):
    with zipfile.ZipFile(path) as package:
        return (
            package.read("word/document.xml").decode(),
            package.namelist(),
            package.read("word/header1.xml"),
        )


def test_a_lawyer_signs_at_a_terminal_and_a_change_takes_the_signature_out(sheet, capsys):
    code, shown = at_a_terminal(["Manuel Hidalgo"], "sign", "lee.yaml")
    assert code == 0 and "not presented for any improper purpose" in shown and "Fed. R. Civ. P. 11" in shown
    text, parts, header = words_of("lee.signed.docx")
    assert "/s/ Manuel Hidalgo" in text and "w:bookmarkStart" not in text and b"DRAFT" not in header
    assert not [part for part in parts if "custom" in part]
    assert main(["draft", "lee.yaml", "--final"]) == 0
    assert words_of("lee.final.docx")[0] == text
    sheet.write_text(changed(("Mateo Lozano", "Mateo B. Lozano")), encoding="utf-8")
    main(["draft", "lee.yaml", "--final", "--force"])
    assert "The signature of Manuel Hidalgo is gone" in capsys.readouterr().out
    assert "/s/" not in words_of("lee.final.docx")[0]


def test_a_name_that_is_not_the_lawyers_signs_nothing(sheet, tmp_path):
    for typed in ("M. Hidalgo", "yes", ""):
        code, shown = at_a_terminal([typed], "sign", "lee.yaml")
        assert code == 1 and "Nothing was signed." in shown
    assert not (tmp_path / "lee.signed.docx").exists() and not (tmp_path / ".lee.yaml.signed.json").exists()


def test_neither_a_pipe_nor_a_program_signs(sheet, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("Manuel Hidalgo\n"))
    assert main(["sign", "lee.yaml"]) == 2
    assert "a signature is typed at a terminal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("email: mhidalgo@hidalgolaw.example, ", ""), "[e-mail address] is open"),
        (("posture: {kind", "legend: DRAFT\nposture: {kind"), "“DRAFT” stands on every page"),
        ((", signs: yes", ""), "no lawyer of counsel is said to sign"),
    ],
)
def test_nothing_is_signed_while_anything_stands(sheet, capsys, change, told):
    sheet.write_text(changed(change), encoding="utf-8")
    assert main(["sign", "lee.yaml"]) == 2
    assert told in capsys.readouterr().err


def test_nothing_is_signed_while_an_error_stands(sheet, capsys):
    sheet.write_text((FILINGS / "vppa-nysd.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["sign", "lee.yaml"]) == 2
    told = capsys.readouterr().err
    assert "stand against filing" in told and "CLM-026" in told


def test_who_signs_attests_that_the_others_concur_where_they_do(sheet):
    sheet.write_text(changed(SECOND), encoding="utf-8")
    code, shown = at_a_terminal(["Ana Roy", "yes"], "sign", "lee.yaml", "--lawyer", "Ana Roy")
    text = words_of("lee.signed.docx")[0]
    assert code == 0 and "Manuel Hidalgo concurs in the content" in shown
    assert "/s/ Ana Roy" in text and "/s/ Manuel Hidalgo" in text and "I, Ana Roy, attest: All other" in text
    shutil.copy("lee.signed.docx", "first.docx")
    at_a_terminal(["Ana Roy", "no"], "sign", "lee.yaml", "--lawyer", "Ana Roy", "--force")
    assert "/s/ Manuel Hidalgo" not in words_of("lee.signed.docx")[0]


def test_no_client_signs(sheet, capsys):
    assert main(["sign", "lee.yaml", "--lawyer", "Mateo Lozano"]) == 2
    assert "Mateo Lozano is not a lawyer who signs" in capsys.readouterr().err


def test_a_draft_says_draft_on_every_page_until_it_is_final(sheet):
    main(["draft", "lee.yaml"])
    assert b"DRAFT" in words_of("lee.docx")[2]
    main(["draft", "lee.yaml", "--final"])
    assert b"DRAFT" not in words_of("lee.final.docx")[2]
