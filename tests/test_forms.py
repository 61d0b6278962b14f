"""Official forms, on small blanks that the tests make: known by their fields and revision, drawn over, and
told box by box where there is no blank.
"""

import io

import pikepdf
import pytest
from reportlab.pdfgen import canvas
from test_package import FILINGS

from drafter.cli import main
from drafter.complaint import assemble
from drafter.errors import UsageError
from drafter.filing.form_data import SOURCES
from drafter.filing.forms import add_blank, boxes_of, filled, form_for, form_map, is_called_for
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.pdf.reading import read_pdf


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_FORMS", str(tmp_path / "forms"))


def blank(form, printed, leave_out=(), high=40):
    """A blank with the fields of a map, which says what it is."""
    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=(612, 792))
    page.drawString(30, 770, printed)
    for number, box in enumerate(box for box in form.boxes if box.field and box.field not in leave_out):
        x, y = 20 + 195 * (number % 3), 720 - (high + 4) * (number // 3)
        if box.choose == "field":
            continue
        if box.choose == "text":
            page.acroForm.textfield(
                name=str(box.field), x=x, y=y, width=185, height=high, tooltip=str(box.label)
            )
        elif box.choose == "mark":
            page.acroForm.checkbox(name=str(box.field), x=x, y=y, size=10)
        else:
            states = [*map(str, box.states.values()), "/1", "/Yes", "/No", "/480"]
            for at, state in enumerate(dict.fromkeys(states)):
                page.acroForm.radio(name=str(box.field), value=state[1:], x=x + 20 * at, y=y, size=10)
    chosen = [own for box in form.boxes if box.choose == "field" for own in box.states.values()]
    for number, own in enumerate(dict.fromkeys(map(str, chosen))):
        page.acroForm.checkbox(name=own, x=4 + 6 * (number % 99), y=5 + 8 * (number // 99), size=5)
    page.save()
    return made.getvalue()


def matter(name="clra-cacd.yaml", **changes):
    return assemble(load(FILINGS / name), open_library()).matter


LIBRARY = open_library()
AO440 = form_map(LIBRARY, "ao-440")


def test_a_blank_is_known_by_its_fields_and_revision_and_drawn_over(tmp_path):
    file = tmp_path / "ao.pdf"
    file.write_bytes(blank(AO440, "AO 440 (Rev. 06/12) Summons in a Civil Action", high=60))
    assert add_blank(LIBRARY, str(file)) == "ao-440"
    done = filled(AO440, file.read_bytes(), matter(), "defendants.tidewell")
    text = " ".join(" ".join(read_pdf(done.data, "x").pages).split())
    assert "Central District of California" in text and "Tidewell Beverage Corp." in text
    assert "Sunset Consumer Law, P.C." in text and not done.left_open
    with pikepdf.open(io.BytesIO(done.data)) as made:
        assert "/AcroForm" not in made.Root and not made.pages[0].get("/Annots")
    assert done == filled(AO440, file.read_bytes(), matter(), "defendants.tidewell")


def test_what_does_not_fit_stands_on_an_attachment():
    done = filled(AO440, blank(AO440, "AO 440 (Rev. 06/12)", high=24), matter(), "defendants.tidewell")
    pages = read_pdf(done.data, "x").pages
    assert "attorney Plaintiff’s attorney, name and address" in done.attached
    assert len(pages) == 2 and "See attachment" in pages[0] and "Sunset Consumer Law, P.C." in pages[1]


@pytest.mark.parametrize(
    ("printed", "leave_out", "told"),
    [
        ("AO 440 (Rev. 01/30)", (), "Rev. 06/12 is not printed on it"),
        ("AO 440 (Rev. 06/12)", ("Dist.Info",), "it lacks the fields “Dist.Info”"),
        ("A bill", ("Dist.Info", "Plaintiff", "Defendant", "Civil action number", "Defendant address",
                    "Plaintiff address"), "is no form that drafter has a map of"),
    ],
)  # fmt: skip
def test_an_unknown_revision_is_refused_with_the_difference(tmp_path, printed, leave_out, told):
    file = tmp_path / "a.pdf"
    file.write_bytes(blank(AO440, printed, leave_out))
    with pytest.raises(UsageError, match=told.replace("(", r"\(").replace(".", r"\.")):
        add_blank(LIBRARY, str(file))


def test_every_map_names_sources_that_there_are_and_fills_a_blank_of_its_fields():
    for name in LIBRARY.ids("forms", ".yaml"):
        form = form_map(LIBRARY, name)
        assert {str(box.source) for box in form.boxes} <= SOURCES.keys() and form.law, name
        rows = boxes_of(form, matter(), "defendants.tidewell")
        assert rows and not any("____" in value for _, _, value in rows), name


def test_every_form_that_there_is_a_blank_of_fills_a_blank_of_its_fields():
    own = matter()
    for form in (form_map(LIBRARY, name) for name in LIBRARY.ids("forms", ".yaml")):
        if form.blanks and not any(box.choose in ("name", "tip") for box in form.boxes):
            done = filled(form, blank(form, str(form.printed), high=20), own, "defendants.tidewell")
            assert "Stella Ibarra" in " ".join(read_pdf(done.data, "x").pages).replace(
                "Ibarra, Stella", "Stella Ibarra"
            )


def test_a_code_that_nobody_decided_on_is_proposed_and_stays_open():
    own = matter("securities-mad.yaml")
    js44 = form_map(LIBRARY, "js-44")
    shown = {label: value for _, label, value in boxes_of(js44, own, "")}
    assert (
        shown["Nature of suit, one code (the claims propose 850; a lawyer decides: cover.nature_of_suit)"]
        == ""
    )


def test_the_venue_questions_go_by_the_counties_of_the_parties():
    own = matter()
    shown = {(box, label): value for box, label, value in boxes_of(form_map(LIBRARY, "cv-71"), own, "")}
    at = {box: value for (box, _), value in shown.items()}
    assert (at["VIII D, C"], at["VIII D.1"], at["VIII D.2"], at["VIII F"]) == ("Yes", "No", "No", "No")
    assert at["VIII E"] == "Western" and "VIII D, A" not in at


def test_a_district_with_a_form_of_its_own_has_its_map():
    assert form_for(LIBRARY, "js-44", "gand").id == "js-44-ndga"
    assert form_for(LIBRARY, "js-44", "cand").id == "js-cand-44"
    assert form_for(LIBRARY, "js-44", "mad").id == "js-44"


def test_no_form_is_signed_or_dated():
    for name in LIBRARY.ids("forms", ".yaml"):
        form = form_map(LIBRARY, name)
        assert not [box for box in form.boxes if "date" in str(box.label).lower().split()], name
        assert not [box for box in form.boxes if str(box.field).lower() in ("sig", "date")], name


def test_the_form_of_another_court_is_not_filled_in_its_place():
    js44 = form_map(LIBRARY, "js-44")
    assert is_called_for(js44, "Civil cover sheet (JS 44)")
    assert not is_called_for(js44, "Civil cover sheet (JS-CAND 44)")
    assert not is_called_for(js44, "Civil cover sheet (JS 44C/SDNY)")


def test_without_a_blank_a_page_has_the_data_box_by_box_and_the_form_is_not_there(
    tmp_path, monkeypatch, capsys
):
    import shutil

    monkeypatch.chdir(tmp_path)
    shutil.copy(FILINGS / "securities-mad.yaml", tmp_path / "lee.yaml")
    main(["package", "lee.yaml"])
    made = list((tmp_path / "lee.package" / "beside the filing").glob("Data for *.docx"))
    assert (
        len(made) == 3 + 6 and "[form: data page made] Summons in a Civil Action" in capsys.readouterr().out
    )
    assert main(["forms", "list"]) == 0
    assert "Summons in a Civil Action (AO 440), Rev. 06/12: no blank" in capsys.readouterr().out


def test_a_blank_that_was_added_is_filled_for_each_defendant(tmp_path, monkeypatch):
    import shutil

    monkeypatch.chdir(tmp_path)
    shutil.copy(FILINGS / "securities-mad.yaml", tmp_path / "lee.yaml")
    (tmp_path / "ao.pdf").write_bytes(blank(AO440, "AO 440 (Rev. 06/12)"))
    assert main(["forms", "add", "ao.pdf"]) == 0
    main(["package", "lee.yaml"])
    assert len(list((tmp_path / "lee.package").glob("* Summons in a Civil Action *.pdf"))) == 3
