"""The look before filing: faults for which clerks reject a package are found, and a clean one raises none."""

import io
import json
import shutil
from pathlib import Path

import pikepdf
import pytest
import yaml
from test_package import FILINGS, matter  # noqa: F401 - a fixture

from drafter.cli import main
from drafter.complaint import assemble
from drafter.filing.package import make
from drafter.filing.preflight import look
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.pdf.binding import slip_sheet
from drafter.pdf.office import find_office
from drafter.printing import WORD

CLEAN = (FILINGS / "tcpa-flsd.yaml").read_text(encoding="utf-8")
ATTACHED = "exhibits:\n  - {id: screens, title: Messages, attached: yes, label: A, file: a.pdf}\n"


def found(folder, text, court="", own=None):
    """The kinds and words of the faults in the package of that sheet."""
    path = folder / "lee.yaml"
    path.write_text(text, encoding="utf-8")
    package = make(load(path), open_library(), court, complaint=own)
    return [
        (fault.kind, f"{fault.where}: {fault.message}") for fault in look(package, own is not None).faults
    ]


def changed(*pairs, add=""):
    text = CLEAN
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text + add


def a_pdf(path, change=lambda made: None, words="Messages of October 2022"):
    """A page with words, as a PDF that was changed."""
    with pikepdf.open(io.BytesIO(slip_sheet("Q", [words]))) as made:
        change(made)
        made.save(path)


def test_a_clean_package_raises_no_fault(tmp_path):
    a_pdf(tmp_path / "a.pdf")
    assert found(tmp_path, CLEAN) == []
    assert found(tmp_path, changed(add=ATTACHED)) == []


SUMMONS = "{kind: summons, ready: yes}"
SHEETS = {
    "blank": (("email: mhidalgo@hidalgolaw.example, ", ""), "[e-mail address] is open"),
    "error": (("citizenship: {state: FL}", "citizenship: {state: FL}\n    guardian: {name: A}"), None),
    "paper missing": (("[{kind: cover-sheet, ready: yes}, ", "["), "the form is not filled in"),
    "red place": (("The same message goes", "See [@gone]. The same message goes"), "gone"),
    "no signer": ((", signs: yes", ""), "no lawyer is said to sign"),
    "no signer, not admitted": (("status: admitted}", "status: not-admitted}"), "is not admitted"),
    "no signer, no number": (("bar_number: Florida Bar No. 000001, ", ""), "has no bar number"),
    "court": (("county: Broward, filing", "county: Bronx, filing"), "no division of the court serves Bronx"),
    "case number": (("{kind: original}", "{kind: amended, which: First}"), "has a case number"),
    "caption": ((" name: Brightsole Footwear, LLC", " name: Brightsole et al."), "“et al.” stands"),
    "legend": (("posture: {kind", "legend: ILLUSTRATION\nposture: {kind"), "“ILLUSTRATION” stands"),
    "summons": ((f", {SUMMONS}", ""), "has no address of it"),
}  # fmt: skip
"""By what kind of fault a change of the clean sheet plants, the change and words of the message."""


@pytest.mark.parametrize("kind", [kind for kind, (_, told) in SHEETS.items() if told])
def test_a_fault_of_the_sheet_or_the_papers_is_found(tmp_path, kind):
    change, told = SHEETS[kind]
    assert [
        message
        for one, message in found(tmp_path, changed(change))
        if one == kind.partition(",")[0] and told in message
    ]


def test_an_error_that_stands_is_a_fault(tmp_path):
    faults = found(tmp_path, (FILINGS / "vppa-nysd.yaml").read_text(encoding="utf-8"))
    assert any(kind == "error" and "CLM-026" in message for kind, message in faults)


def test_a_paper_that_a_client_swears_to_and_has_not_signed_is_a_fault(tmp_path):
    import re

    text = (FILINGS / "securities-mad.yaml").read_text(encoding="utf-8")
    faults = found(tmp_path, re.sub(r"(?ms)^filing_package:.*?(?=^\w|\Z)", "", text))
    assert any(kind == "not signed" and "ostrander has not signed it" in told for kind, told in faults)


def test_a_county_whose_clerk_wants_a_code_of_the_firm_says_so(tmp_path):
    text = (FILINGS / "bipa-illcirct.yaml").read_text(encoding="utf-8")
    assert any(kind == "firm code" for kind, _ in found(tmp_path, text))


EXHIBITS = {
    "exhibit": (lambda path: path.write_bytes(b"%PDF broken"), "is no PDF, or is broken"),
    "no text": (
        lambda path: a_pdf(path, _blank_page),
        "page 3 is without text: identifiers not checked: look",
    ),
    "identifier": (lambda path: a_pdf(path, words="SSN 123-45-6789"), "page 2 has Social Security"),
    "page size": (lambda path: a_pdf(path, lambda made: _resize(made)), "page 2 is not of letter size"),
    "size": (lambda path: a_pdf(path, lambda made: _fatten(made)), "more than 15 MB"),
}
"""By the kind of fault, how the file of an exhibit is spoilt, and words of the message."""


def _blank_page(made):
    made.add_blank_page(page_size=(612, 792))


def _resize(made):
    made.pages[0].mediabox = [0, 0, 300, 300]


def _fatten(made):
    import random

    made.pages[0].obj["/Extra"] = made.make_stream(random.Random(1).randbytes(16_000_000))


@pytest.mark.parametrize("kind", EXHIBITS)
def test_a_fault_of_an_exhibit_is_found(tmp_path, kind):
    spoil, told = EXHIBITS[kind]
    spoil(tmp_path / "a.pdf")
    faults = found(tmp_path, changed(add=ATTACHED))
    assert any(one == kind and told in message for one, message in faults), faults


def test_the_same_file_as_two_exhibits_is_found(tmp_path):
    a_pdf(tmp_path / "a.pdf")
    twice = ATTACHED + ATTACHED.split("\n", 1)[1].replace("screens", "again").replace("label: A", "label: B")
    assert [one for one, _ in found(tmp_path, changed(add=twice))].count("exhibit") == 2


def own(name="01 Complaint.pdf", **changes):
    """A partner's own PDF of the clean complaint's words, changed."""
    from drafter.printing import TEXT

    loaded = load(FILINGS / "tcpa-flsd.yaml")
    words = TEXT(assemble(loaded, open_library())).decode()
    for old, new in changes.get("words", ()):
        assert old in words, old
        words = words.replace(old, new)
    made = io.BytesIO()
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(made, pagesize=(612, 792), invariant=True)
    for start in range(0, len(lines := words.split("\n")), 20):
        page.setFont("Times-Roman", 2)
        for number, line in enumerate(lines[start : start + 20]):
            page.drawString(10, 780 - 4 * number, line.encode("cp1252", "replace").decode("cp1252"))
        page.showPage()
    page.save()
    with pikepdf.open(made) as opened:
        changes.get("change", lambda _: None)(opened)
        out = io.BytesIO()
        opened.save(out)
    return ".pdf", out.getvalue()


def _script(made):
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x")


def _fields(made):
    made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array())


OWN = {
    "a party is not named": ({"words": [("Mateo Lozano", "Mateo L."), ("MATEO LOZANO", "MATEO L.")]},
                             "Mateo Lozano is a party in the sheet, and is not named"),
    "a jury is not demanded": ({"words": [("JURY TRIAL", "TRIAL"), ("trial by jury", "trial")]},
                               "the sheet demands a jury, and it does not"),
    "a count is gone": ({"words": [("COUNT II\n", "\n")]}, "it has 1 counts by its headings"),
    "a count is more": ({"words": [("COUNT II\n", "COUNT II\n\nCOUNT III\n")]}, "it has 3 counts"),
    "relief is gone": ({"words": [("An injunction", "An order")]}, "the sheet asks for an injunction"),
    "relief is more": ({"words": [("Costs of suit", "Restitution")]}, "its prayer asks for restitution"),
    "a class is not named": ({"words": [("Registry Class", "Register Class")]}, "“Registry Class” is"),
    "a script": ({"change": _script}, "it has scripts or actions"),
    "form fields": ({"change": _fields}, "it has form fields"),
    "an open place": ({"words": [("Brightsole sends", "[check] Brightsole sends")]}, "in square brackets"),
    "exhibits bound in": ({"words": [("PARTIES\n", "EXHIBIT A\n")]}, "exhibits are bound into it"),
}  # fmt: skip


def test_a_partners_own_complaint_that_says_what_the_sheet_says_has_no_fault(tmp_path):
    assert found(tmp_path, CLEAN, own=own()) == []


@pytest.mark.parametrize("fault", OWN)
def test_a_fault_of_a_partners_own_complaint_is_found(tmp_path, fault):
    changes, told = OWN[fault]
    assert any(told in message for _, message in found(tmp_path, CLEAN, own=own(**changes)))


def test_a_word_file_with_comments_is_not_filed(tmp_path):
    from drafter.printing import ANNOTATED

    draft = assemble(load(FILINGS / "tcpa-flsd.yaml"), open_library())
    faults = found(tmp_path, CLEAN, own=(".docx", ANNOTATED(draft)))
    assert any("comments stand in it" in message for _, message in faults)
    assert not any("comments" in message for _, message in found(tmp_path, CLEAN, own=(".docx", WORD(draft))))


@pytest.mark.skipif(find_office() is None, reason="LibreOffice (soffice) is not installed")
def test_a_clean_package_is_written_as_pdf_with_what_is_to_be_confirmed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copy(FILINGS / "tcpa-flsd.yaml", tmp_path / "lee.yaml")
    assert main(["package", "lee.yaml", "--for-filing"]) == 0
    told = capsys.readouterr().out
    assert "Mateo Lozano: the facts about the plaintiff are not marked as confirmed" in told
    assert "form JS 44 [recalled]" in told and (Path("lee.package") / "01 Complaint.pdf").is_file()


def test_a_package_with_a_fault_is_refused_and_nothing_is_written(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    if find_office() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "lee.yaml").write_text(changed(SHEETS["legend"][0]), encoding="utf-8")
    assert main(["package", "lee.yaml", "--for-filing"]) == 1
    assert "NOT FILED: 1 fault. Nothing was written." in capsys.readouterr().out
    assert not Path("lee.package").exists()


@pytest.mark.parametrize(("pin", "faults"), [("p. 1", 0), ("at 2", 1), ("1-3", 1), ("12:4-9", 0), ("¶ 4", 0)])
def test_a_pin_beyond_the_pages_of_its_exhibit_is_found(tmp_path, pin, faults):
    a_pdf(tmp_path / "a.pdf")
    tree = yaml.load(changed(add=ATTACHED), yaml.BaseLoader)
    first = next(one for one in _allegations(tree["allegations"]) if "source" in one)
    first["source"] = {"kind": "document", "exhibit": "screens", "pin": pin}
    told = found(tmp_path, json.dumps(tree))
    assert [kind for kind, _ in told].count("pin") == faults, told


def _allegations(items):
    for item in items:
        yield item
        yield from _allegations(item.get("items", ()))
