"""The package: which papers are due, what is made of them, and what is never written over."""

import io
import json
import re
import shutil
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from conftest import SAMPLES_FOLDER
from documents import png

from drafter.cli import main
from drafter.complaint import assemble
from drafter.complaint.papers import paper_of
from drafter.document import Table
from drafter.filing.due import is_made, papers_due, papers_of
from drafter.library import open_library
from drafter.library.entry_text import without_front_matter
from drafter.library.files import read_text
from drafter.matter_files.load import load
from drafter.pdf.binding import bound, cleaned, slip_sheet
from drafter.pdf.reading import read_pdf

FILINGS = Path(__file__).parent / "filings"


def without(text, *keys):
    """A sheet without what it says of some subjects."""
    for key in keys:
        text = re.sub(rf"(?ms)^{key}:.*?(?=^\w|\Z)", "", text)
    return text


@pytest.fixture
def matter(tmp_path, monkeypatch):
    """Copies a sheet of the tests' filings, changed, into an empty folder in which drafter runs."""
    monkeypatch.chdir(tmp_path)

    def copied(name, *leave_out, add=""):
        source = FILINGS / name if (FILINGS / name).is_file() else SAMPLES_FOLDER / name
        path = tmp_path / "lee.yaml"
        path.write_text(without(source.read_text(encoding="utf-8"), *leave_out) + add, encoding="utf-8")
        return path

    return copied


def due(path, court=""):
    """State by title of what is due."""
    draft = assemble(load(path), open_library(), court)
    return {one.title: one for one in papers_due(draft.matter)}


PSLRA = "Certification of Plaintiff under the Private Securities Litigation Reform Act"
CONFLICTS = "Certification of Conflicts, Interested Entities and Persons, and Citizenship"
CALLED_FOR = {
    "securities-mad.yaml": [PSLRA, "Notice to Class Members of Pendency of Securities Class Action"],
    "wage-caed.yaml": ["Consent to Become a Party Plaintiff"],
    "clra-cacd.yaml": [
        "Affidavit of Venue under California Civil Code Section 1780(d)",
        "Certification and Notice of Interested Parties",
        "Notice and Demand under California Civil Code Section 1782",
    ],
    "clra-cacd.yaml cand": [CONFLICTS],
    "clra-cacd.yaml calsuperct": ["Civil Case Cover Sheet (CM-010)", "Summons (SUM-100)"],
    "gbl-nyed.yaml nysupct": [
        "Summons",
        "Notice of Electronic Filing",
        "Request for Judicial Intervention (UCS-840)",
    ],
    "claims-agent-txwd.yaml": [
        "Copy of the Petition to the Attorney General of Texas",
        "Copy of the Notice to the Attorney General of Texas",
    ],
    "bipa-illcirct.yaml": [
        "Affidavit under Supreme Court Rule 222(b)",
        "Civil Action Cover Sheet",
        "Summons",
    ],
    "clra-cacd.yaml paed": ["Designation Form and Case Management Track Form"],
    "erisa-njd.yaml": ["Certification under L.Civ.R. 11.2"],
    "antitrust-nyed.yaml": ["Corporate Disclosure Statement"],
}
"""Some papers that each filing of the tests wants, in its own court or another."""


@pytest.mark.parametrize("filing", CALLED_FOR)
def test_the_papers_that_a_court_a_cause_or_a_party_calls_for_are_due(filing):
    sheet, _, court = filing.partition(" ")
    found = due(FILINGS / sheet, court)
    assert set(CALLED_FOR[filing]) <= found.keys()
    assert all(one.law and one.why for one in found.values())


def test_a_day_is_reckoned_from_the_filing_and_a_letter_that_was_sent_is_ready():
    found = due(FILINGS / "securities-mad.yaml")
    notice = found["Notice to Class Members of Pendency of Securities Class Action"]
    assert (notice.day.isoformat(), notice.due) == ("2024-04-07", "20 days after the complaint is filed")
    letter = due(FILINGS / "clra-cacd.yaml")["Notice and Demand under California Civil Code Section 1782"]
    assert letter.state == "ready" and letter.day.isoformat() == "2022-05-02"


def test_every_paper_of_the_library_has_an_authority_and_none_recalled_goes_unmarked():
    library = open_library()
    for paper in papers_of(library):
        assert paper.law and paper.called_for, paper.id
        assert all(law.read for law in paper.law if law.status == "text_read"), paper.id
        assert is_made(library, paper) or paper.form or paper.stage != "with-complaint", paper.id


def test_no_paper_states_as_a_rule_what_is_only_recalled():
    """Each section or rule that a paper cites is one whose text, or an account of it, was read."""
    library = open_library()
    unread = {}
    for paper in papers_of(library):
        body = without_front_matter(read_text(library.find(f"filing/{paper.id}.md")))
        read = " ".join(f"{law.cite} {law.text}" for law in paper.law if law.status != "recalled")
        cited = re.findall(r"(?:[Ss]ection|§§?|Procedure|Rule|L\.R\.|ORS|RCW)\s+(\d+[\w.\-]*\d)", body)
        unread[str(paper.id)] = sorted({own for own in cited if own not in read})
    assert not {own: left for own, left in unread.items() if left}


def test_a_statement_of_citizenship_is_one_table_with_a_row_for_each_plaintiff():
    library = open_library()
    entry = next(one for one in papers_of(library) if one.id == "citizenship-disclosure")
    draft = assemble(load(FILINGS / "clra-cacd.yaml"), library, "", paper_of(entry))
    tables = [block for block in draft.document.body if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [1 + 2]


def test_the_same_sheet_gives_the_same_package_twice_and_a_manifest_of_hashes(matter, capsys):
    path = matter("clra-cacd.yaml", "filing_package", "notices", "exhibits")
    assert main(["package", str(path)]) == 1
    first = {p.name: p.read_bytes() for p in (path.parent / "lee.package").rglob("*") if p.is_file()}
    assert main(["package", str(path)]) == 1
    assert first == {p.name: p.read_bytes() for p in (path.parent / "lee.package").rglob("*") if p.is_file()}
    manifest = json.loads(first["manifest.json"])
    names = [one["name"] for one in manifest["files"]]
    assert names[0] == "01 Complaint.docx" and len(names) + 1 == len(first)
    assert not any(re.search(r"[^A-Za-z0-9 ]", name.rpartition("/")[2].rpartition(".")[0]) for name in names)
    told = capsys.readouterr().out
    assert "to be signed by the plaintiff; drafter neither signs nor dates it" in told
    assert "[recalled]" not in told.partition("Cal. Civ. Code § 1780(d)")[2].splitlines()[0]


def test_check_lists_and_makes_nothing(matter, capsys):
    path = matter("securities-mad.yaml")
    main(["package", str(path), "--check"])
    assert not (path.parent / "lee.package").exists()
    assert "Due 20 days after the complaint is filed:" in capsys.readouterr().out


def test_a_file_of_the_package_that_was_edited_since_is_not_written_over(matter, capsys):
    path = matter("securities-mad.yaml")
    main(["package", str(path)])
    complaint = path.parent / "lee.package" / "01 Complaint.docx"
    complaint.write_bytes(complaint.read_bytes() + b"edited")
    before = complaint.read_bytes()
    assert main(["package", str(path)]) == 2
    assert "was edited since" in capsys.readouterr().err and complaint.read_bytes() == before
    assert main(["package", str(path), "--force"]) == 1 and complaint.read_bytes() != before


SIGNED = """
filing_package:
  - {kind: pslra-certification, by: [ostrander], ready: yes, file: signed.pdf, sha256: SHA}
"""


def test_a_signed_page_is_taken_in_as_it_came_back_and_no_other(matter, capsys):
    from drafter.matter_files.private_disk import sha256

    page = slip_sheet("X", ["signed by the plaintiff"])
    path = matter("securities-mad.yaml", "filing_package", add=SIGNED.replace("SHA", sha256(page)))
    (path.parent / "signed.pdf").write_bytes(page)
    main(["package", str(path)])
    made = [p for p in (path.parent / "lee.package").iterdir() if "Certification" in p.name]
    assert [p.suffix for p in made] == [".pdf"] and made[0].read_bytes() == page
    (path.parent / "signed.pdf").write_bytes(page + b"\n% another")
    assert main(["package", str(path)]) == 2
    assert "is not the file that the sheet has the hash of" in capsys.readouterr().err


def with_exhibits(path, files):
    rows = "".join(
        f"  - {{id: x{n}, title: Paper {n}, attached: yes, sealed: {'yes' if n == 1 else 'no'},"
        f" file: {name}}}\n"
        for n, name in enumerate(files, 1)
    )
    path.write_text(path.read_text(encoding="utf-8") + f"exhibits:\n{rows}", encoding="utf-8")


def test_exhibits_are_cleaned_and_stand_behind_slip_sheets_those_under_seal_apart(matter, tmp_path):
    path = matter("securities-mad.yaml", "exhibits")
    with_exhibits(path, ["a.pdf", "b.png", "c.pdf"])
    (tmp_path / "a.pdf").write_bytes(slip_sheet("Q", ["a secret"]))
    png(tmp_path / "b.png")
    with pikepdf.new() as active:
        active.add_blank_page()
        active.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        active.attachments["x.txt"] = b"attached"
        active.save(tmp_path / "c.pdf")
    main(["package", str(path)])
    made = tmp_path / "lee.package"
    manifest = json.loads((made / "manifest.json").read_text(encoding="utf-8"))
    assert [one["problem"] for one in manifest["exhibits"]] == ["", "", ""]
    assert manifest["exhibits"][2]["taken_out"] == ["scripts or actions", "attached files"]
    with pikepdf.open(made / "Exhibit C.pdf") as copy, copy.open_outline() as outline:
        assert "/OpenAction" not in copy.Root and not list(copy.attachments)
        assert [entry.title for entry in outline.root] == ["Slip sheet", "Paper 3"] and len(copy.pages) == 2
    with (
        pikepdf.open(made / "Exhibit A.pdf") as public,
        pikepdf.open(made / "under seal" / "Exhibit A.pdf") as whole,
    ):
        assert (len(public.pages), len(whole.pages)) == (1, 2)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("encrypted.pdf", "is encrypted with a password"),
        ("broken.pdf", "is no PDF, or is broken"),
        ("gone.pdf", "there is no such file"),
        ("broken.png", "damaged"),
        ("a.odt", "it is no PDF, picture or Word file"),
        ("long.pdf", "has 5,001 pages; 5,000 are the most"),
        ("vast.png", "400,000,000 pixels; 60,000,000 are the most"),
        ("../../outside.pdf", "leads out of the folder"),
    ],
)
def test_a_hostile_exhibit_is_one_line_and_the_rest_is_made(matter, tmp_path, capsys, name, told):
    path = matter("securities-mad.yaml", "exhibits")
    with pikepdf.new() as locked:
        locked.add_blank_page()
        locked.save(tmp_path / "encrypted.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 30)
    (tmp_path / "a.odt").write_bytes(b"PK")
    if name == "long.pdf":
        with pikepdf.new() as long:
            for _ in range(5001):
                long.add_blank_page(page_size=(612, 792))
            long.save(tmp_path / "long.pdf")
    header = b"IHDR" + (20_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    chunk = (13).to_bytes(4, "big") + header + zlib.crc32(header).to_bytes(4, "big")
    (tmp_path / "vast.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk + png(tmp_path / "x.png").read_bytes()[33:]
    )
    with_exhibits(path, [name])
    assert main(["package", str(path)]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Exhibit A:")]
    assert len(lines) == 1 and told in lines[0]
    assert (tmp_path / "lee.package" / "01 Complaint.docx").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_a_scan_is_read_where_ocrmypdf_is_installed_and_stays_as_it_is_where_that_fails(
    matter, tmp_path, monkeypatch
):
    path = matter("securities-mad.yaml", "exhibits")
    with_exhibits(path, ["read.pdf", "scan.pdf"])
    with pikepdf.new() as scan:
        scan.add_blank_page(page_size=(612, 792))
        scan.save(tmp_path / "scan.pdf")
    (tmp_path / "read.pdf").write_bytes(slip_sheet("Z", ["words that were read"]))
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "ocrmypdf"
    monkeypatch.setenv("PATH", f"{programs}:/bin:/usr/bin")
    for script, there in ((f'cp "{tmp_path}/read.pdf" "$6"', True), ("exit 3", False)):
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)
        main(["package", str(path), "--force"])
        pages = read_pdf((tmp_path / "lee.package" / "Exhibit B.pdf").read_bytes(), "b").pages
        assert ("words that were read" in " ".join(pages)) is there


def test_without_the_extra_exhibits_say_the_line_that_installs_it_and_papers_are_made(
    matter, monkeypatch, capsys
):
    path = matter("securities-mad.yaml", "exhibits")
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    monkeypatch.setitem(sys.modules, "reportlab.pdfgen", None)
    assert main(["package", str(path)]) == 1
    with_exhibits(path, ["a.pdf"])
    (path.parent / "a.pdf").write_bytes(b"%PDF-1.7")
    assert main(["package", str(path)]) == 2
    assert "pip install 'drafter[filing]'" in capsys.readouterr().err


def test_forty_exhibits_of_three_hundred_pages_are_bound_with_a_bookmark_each():
    page = slip_sheet("1", ["of three hundred"])
    parts = [(f"Exhibit {n}", bound([("x", page)] * (8 if n < 20 else 7), "x")) for n in range(40)]
    whole = bound([(name, cleaned(data, name).data) for name, data in parts], "Exhibits")
    with pikepdf.open(io.BytesIO(whole)) as made, made.open_outline() as outline:
        assert len(made.pages) == 300 and len(outline.root) == 40


def test_a_partners_own_file_takes_the_place_of_the_complaint(matter, capsys):
    path = matter("securities-mad.yaml")
    own = path.parent / "final.pdf"
    own.write_bytes(slip_sheet("X", ["the complaint as filed"]))
    main(["package", str(path), "--complaint", str(own)])
    assert (path.parent / "lee.package" / "01 Complaint.pdf").read_bytes() == own.read_bytes()
    assert "The complaint differs from the sheet: Wade Ostrander is a party" in capsys.readouterr().out
    kept = json.loads((path.parent / "lee.package" / "manifest.json").read_text(encoding="utf-8"))
    assert "it has 0 counts by its headings, and the sheet 2" in kept["differences"]
    assert main(["package", str(path), "--complaint", str(path)]) == 2
    assert "neither a Word file nor a PDF" in capsys.readouterr().err
    shutil.rmtree(path.parent / "lee.package")
