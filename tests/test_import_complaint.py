"""A complaint of anybody's becomes a sheet: court, parties, headings, paragraphs, classes and counts; every
word of it is placed, or listed with the reason.
"""

import io
import json
import random
import re
from collections import Counter

import docx
import pytest
from edit_scripts import LIBRARY, drafted_in, sheets
from go_bys import FORMS, go_by

from drafter.matter_files.load import load
from drafter.pleadings import lines_of_pdf, lines_of_word, parts_of, sheet_of
from drafter.proposals import proposals_of
from drafter.reading import read_word

READY = {}


@pytest.fixture
def ready(tmp_path_factory):
    """A sheet by its name, with its draft beside it; made once."""

    def made(name):
        if name not in READY:
            (sheet,) = [each for each in sheets() if each.stem.startswith(name)]
            READY[name] = drafted_in(tmp_path_factory.mktemp("goby") / sheet.stem, sheet)
        return READY[name]

    return made


def bare(text):
    return re.sub(r"[\W_]+", "", text)


def strings(value):
    """Every string of a tree, and the words of what is not known."""
    if isinstance(value, dict):
        return [part for each in value.values() for part in strings(each)]
    if isinstance(value, list):
        return [part for each in value for part in strings(each)]
    return [str(getattr(value, "note", value) or "")]


def lost_words(lines, made):
    """Words of the lines that neither the sheet nor the list has: numbers and letters of items, and “and”
    before the last of several, apart.
    """
    there = Counter(re.findall(r"[a-z]+", " ".join([*strings(made.tree), *made.listed]).lower()))
    wanted = Counter(re.findall(r"[a-z]+", " ".join(line.text for line in lines).lower()))
    return {
        word: count for word, count in (wanted - there).items() if len(word) > 1 and word not in ("and", "or")
    }


def imported(path, document="old.docx"):
    lines = lines_of_word(read_word(path.read_bytes()))
    parts = parts_of(lines)
    return lines, parts, sheet_of(parts, LIBRARY, document, 1)


@pytest.mark.sampled(5)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [each.stem for each in sheets()])
def test_each_numbered_paragraph_of_a_goby_is_found_and_every_word_placed_or_listed(
    name, form, ready, tmp_path
):
    draft = ready(name)
    out = tmp_path / "old.docx"
    truth = go_by(draft.with_suffix(".docx"), form, out, random.Random(f"{name} {form}"))
    lines, parts, made = imported(out)
    found = {each.number: each.text for heading in parts.headings for each in heading.paragraphs}
    wrong = {
        number: (text, found.get(number))
        for number, text in truth.items()
        if bare(text) != bare(found.get(number, ""))
    }
    assert len(wrong) <= 0.02 * len(truth), wrong
    sheet = load(draft).sheet
    assert made.tree["court"]["id"] == str(sheet.court.id)
    for side in ("plaintiffs", "defendants"):
        names = [bare(str(each.name)).lower() for each in getattr(sheet, side) if str(each.kind) != "does"]
        assert [bare(each["name"]).lower() for each in made.tree[side] if each["kind"] != "does"] == names
    assert len(made.counts) == len(sheet.claims)
    own = [set(map(str, each.theories)) for each in sheet.claims]
    missed = [count for count, of in zip(made.counts, own, strict=True) if count[1] and count[1] not in of]
    assert missed == []
    assert lost_words(lines, made) == {}
    assert sorted(number for number, _ in made.placed) == sorted(found)


OLD = """IN THE UNITED STATES DISTRICT COURT
FOR THE NORTHERN DISTRICT OF ILLINOIS
JANE ROE and SAM POE, individually and on behalf of all others similarly situated, Plaintiffs,
v.
HOLLOWAY FOODS, INC. and HOLLOWAY REALTY, LLC, Defendants.
COMPLAINT
INTRODUCTION
1.\tHolloway Foods, Inc. sold short weights.
FACTUAL BACKGROUND
A. The Scales
2.\tHolloway set the scales on June 1, 2024.
3.\tJane Roe and Sam Poe bought there, as ¶ 2 says.
CLASS ALLEGATIONS
4.\tPlaintiffs seek to represent the following Class: All persons who bought meat from Holloway in 2024.
COUNT I
TROVER
5.\tPlaintiffs reallege the paragraphs above.
6.\tHolloway took what was theirs.
WHEREFORE, Plaintiffs ask for judgment and a trial by jury."""


@pytest.fixture
def old(tmp_path):
    document = docx.Document()
    for line in OLD.split("\n"):
        document.add_paragraph(line)
    path = tmp_path / "old.docx"
    document.save(str(path))
    return path


def test_a_count_that_the_library_lacks_is_kept_as_a_cause_of_the_sheets_own(old):
    _, _, made = imported(old)
    (cause,) = made.tree["causes"]
    assert cause["title"] == "TROVER" and [each["conclusion"] for each in cause["elements"]] == [
        "Holloway took what was theirs."
    ]
    assert made.tree["claims"][0]["theories"] == [cause["id"]]


def test_facts_are_another_pleadings_and_its_numbers_become_references(old):
    _, _, made = imported(old)
    (group,) = made.tree["allegations"]
    first, second = group["items"]
    assert group["heading"] == "The Scales" and first["source"] == {
        "kind": "pleading",
        "document": "old.docx",
        "pin": "¶ 2",
    }
    assert second["text"] == f"Jane Roe and Sam Poe bought there, as [@{first['id']}] says."
    assert made.tree["nature"] == ["Holloway Foods, Inc. sold short weights."]
    assert made.tree["classes"][0]["wording"] == "All persons who bought meat from Holloway in 2024."


def test_the_parties_have_their_kind_and_their_names_as_the_body_writes_them(old):
    _, _, made = imported(old)
    assert [(each["name"], each["kind"]) for each in made.tree["plaintiffs"]] == [
        ("Jane Roe", "individual"),
        ("Sam Poe", "individual"),
    ]
    assert [(each["name"], each["kind"]) for each in made.tree["defendants"]] == [
        ("Holloway Foods, Inc.", "corporation"),
        ("Holloway Realty, Llc", "llc"),
    ]


def test_the_command_writes_a_sheet_that_drafts_and_lists_the_rest_beside_it(old, run, tmp_path):
    done = run("import", "complaint", "old.docx", "new.yaml")
    assert done.returncode == 0 and "TROVER: no cause of the library" in done.stdout
    assert "June 1, 2024" in (tmp_path / "new.yaml").read_text(encoding="utf-8")
    ((_, proposal),) = proposals_of(str(tmp_path / "new.yaml"))
    assert proposal.operations == () and any("trial by jury" in line for line in proposal.not_placed)
    assert "trial by jury" in run("review", "new.yaml", "--list").stdout
    drafted = run("draft", "new.yaml")
    assert drafted.returncode in (0, 1) and (tmp_path / "new.docx").exists(), drafted.stderr
    again = run("import", "complaint", "old.docx", "new.yaml")
    assert again.returncode == 2 and "there already" in again.stderr


def test_as_a_goby_it_has_none_of_its_clients_facts(old, run, tmp_path):
    done = run("import", "complaint", "old.docx", "next.yaml", "--as-goby", "--format", "json")
    page = json.loads(done.stdout)["data"]
    text = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert not re.search("Roe|Poe|Holloway|scales|meat", text) and "Class" in text
    assert any("The Scales" in line for line in page["listed"])


@pytest.mark.parametrize(
    "name, data, told",
    [
        ("a.docx", b"no zip", "is not a Word file"),
        ("a.txt", b"1. Words", "neither a Word file nor a PDF"),
        ("a.pdf", b"%PDF-1.4 broken", ""),
        ("b.docx", None, "no numbered paragraph"),
    ],
)
def test_what_is_no_complaint_is_told_and_nothing_is_written(name, data, told, run, tmp_path):
    if data is None:
        document = docx.Document()
        document.add_paragraph("A letter.")
        document.save(str(tmp_path / name))
    else:
        (tmp_path / name).write_bytes(data)
    done = run("import", "complaint", name, "new.yaml")
    assert done.returncode == 2 and told in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "new.yaml").exists()


def paper(lines, numbered):
    """Pages of print: 28 lines each, with a stamp above and a footer below."""
    pages = []
    for at in range(0, len(lines), 28):
        page = lines[at : at + 28]
        if numbered:
            page = [f"{number} {line}" for number, line in enumerate(page, 1)]
        count = at // 28 + 1
        stamp = f"Case 1:26-cv-00001 Document 1 Filed 01/02/26 Page {count} of 9"
        pages.append("\n".join([stamp, *page, f"- {count} -", "CLASS ACTION COMPLAINT OF JANE ROE"]))
    return pages


def printed(text, width=70):
    """A text as lines of print."""
    lines = []
    for part in text.split("\n"):
        open_line = ""
        for word in part.split():
            if open_line and len(open_line) + len(word) >= width:
                lines.append(open_line)
                open_line = word
            else:
                open_line = f"{open_line} {word}".strip()
        lines.append(open_line)
    return lines


LONG = "\n".join(
    ["FACTUAL BACKGROUND"]
    + [
        f"{at}. On day {at} the scales were set again, and {'the weights were short; ' * 6}so it went."
        for at in range(1, 60)
    ]
)


@pytest.mark.parametrize("numbered", [False, True])
def test_a_pdf_loses_its_line_numbers_stamps_and_footers_and_keeps_its_paragraphs(numbered):
    lines, off = lines_of_pdf(paper(printed(LONG), numbered))
    parts = parts_of(lines)
    found = {each.number: each.text for heading in parts.headings for each in heading.paragraphs}
    assert sorted(found) == list(range(1, 60))
    assert found[7].startswith("On day 7 the scales") and found[7].endswith("so it went.")
    assert any("Page" in line for line in off) and any("JANE ROE" in line for line in off)


def test_a_pdf_is_imported_through_its_text(run, tmp_path):
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    data = io.BytesIO()
    made = canvas.Canvas(data)
    for page in paper(printed(LONG), numbered=False):
        for at, line in enumerate(page.split("\n")):
            made.drawString(72, 740 - 22 * at, line)
        made.showPage()
    made.save()
    (tmp_path / "old.pdf").write_bytes(data.getvalue())
    done = run("import", "complaint", "old.pdf", "new.yaml")
    assert done.returncode == 0 and "59 numbered paragraphs: 59 in fields" in done.stdout, done.stderr
