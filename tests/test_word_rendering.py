"""The Word file as printed: LibreOffice's pages against the numbered lines, and what other readers make of
the file.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import NamedTuple

import documents as made
import pytest
from documents import words

from drafter.document import (
    Block,
    BlockQuote,
    CounselBlock,
    Document,
    Footnote,
    FootnoteMark,
    Lead,
    NumberedParagraph,
    Run,
    Table,
)
from drafter.text import render
from drafter.word import write

SOFFICE = shutil.which("soffice")
PITCH, FIRST, LINES = 24.0, 72.0, 28
HALF_POINT = 0.5

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


class Line(NamedTuple):
    """A line of print: page, baseline below the sheet's upper edge, left edge, size and text."""

    page: int
    y: float
    x: float
    size: float
    text: str


def printed(document: Document, folder: Path) -> Path:
    """The PDF of `document`, by a LibreOffice with a profile of its own."""
    file = folder / "complaint.docx"
    file.write_bytes(write(document))
    profile = (folder / "profile").as_uri()
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "complaint.pdf"


def words_of(pdf: Path) -> str:
    """The print as one text with single spaces; the margin's numbers left out."""
    plumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    with plumber.open(pdf) as opened:
        texts = [page.crop((92, 0, page.width, page.height)).extract_text() or "" for page in opened.pages]
    return re.sub(r"\s+", " ", " ".join(texts))


def lines_of(pdf: Path) -> list[Line]:
    """Every line of print; the line numbers in the margin are lines of their own."""
    plumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    found = []
    with plumber.open(pdf) as opened:
        for number, page in enumerate(opened.pages, 1):
            rows: dict[tuple[float, bool], list[dict[str, float]]] = {}
            for char in page.chars:
                if char["size"] >= 9:
                    rows.setdefault(
                        (round(float(page.height) - char["matrix"][5], 2), char["x1"] < 92), []
                    ).append(char)
            for (y, _), chars in rows.items():
                chars.sort(key=lambda char: char["x0"])
                text = "".join(str(char["text"]) for char in chars)
                if text.strip():
                    found.append(
                        Line(number, y, chars[0]["x0"], max(char["size"] for char in chars), text.strip())
                    )
    return sorted(found)


def pages_of(lines: list[Line]) -> list[int]:
    return sorted({line.page for line in lines})


def off_the_grid(lines: list[Line]) -> list[Line]:
    """Body lines that stand neither on a number nor where a single-spaced line of the same grid stands, nor
    at the foot as a note.
    """
    stray = []
    for line in lines:
        if line.x < 92 or not FIRST < line.y < FIRST + LINES * PITCH + 3:
            continue
        within = (line.y - FIRST) % PITCH
        allowed = [19.2, 9.6, 21.6, *((3 + 9.6, 3 + 21.6) if line.y > FIRST + 14 * PITCH else ())]
        if min(abs(within - place) for place in (*allowed, 24.6 - PITCH)) > HALF_POINT:
            stray.append(line)
    return stray


def doubles(lines: list[Line], starts: tuple[str, ...]) -> list[Line]:
    return [line for line in lines if line.text.startswith(starts)]


@needs_office
def test_every_page_is_numbered_one_to_twenty_eight_and_every_line_stands_on_its_number(
    tmp_path: Path,
) -> None:
    lines = lines_of(printed(made.complaint(legend=made.LEGEND), tmp_path))
    for page in pages_of(lines):
        numbers = [(int(line.text), line.y) for line in lines if line.page == page and line.x < 92]
        assert [number for number, _ in numbers] == list(range(1, LINES + 1))
        assert all(abs(y - (FIRST + number * PITCH - 4.8)) < HALF_POINT for number, y in numbers)
    assert not off_the_grid(lines)
    on_a_number = [
        line
        for line in lines
        if line.x > 92 and FIRST < line.y < 744 and abs((line.y - FIRST) % PITCH - 19.2) < HALF_POINT
    ]
    assert len(on_a_number) > 150


@pytest.mark.sampled(1)
@needs_office
@pytest.mark.parametrize("seed", [1, 2, 7])
def test_the_grid_holds_under_notes_quotations_and_tables_of_any_length(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    blocks: list[Block] = []
    notes: list[Footnote] = []
    for number in range(1, 61):
        text = Run("The contents of the message were read by another. " * rng.randint(1, 6))
        if rng.random() < 0.4:
            notes.append(
                Footnote(
                    f"n{number}",
                    words("See the terms of service as they then stood. " * rng.randint(1, 5)),
                    len(notes) + 1,
                )
            )
            blocks.append(NumberedParagraph((text, FootnoteMark(f"n{number}", len(notes))), "", number))
        else:
            blocks.append(NumberedParagraph((text,), "", number))
        if rng.random() < 0.5:
            blocks.append(
                BlockQuote(words("We will never read, sell or share your messages. " * rng.randint(1, 14)))
            )
        if rng.random() < 0.1:
            blocks.append(
                Table(
                    tuple(
                        (words(f"{row}"), words("A statement of some length. " * rng.randint(1, 4)))
                        for row in range(4)
                    )
                )
            )
    lines = lines_of(printed(made.small(*blocks, notes=tuple(notes)), tmp_path))
    assert len(pages_of(lines)) > 8
    assert not off_the_grid(lines)


def stray_when_shifted(lines: list[Line]) -> list[Line]:
    return off_the_grid([line._replace(y=line.y + 6) for line in lines])


@needs_office
def test_the_courts_title_stands_on_line_eight_and_the_check_would_see_it_move(tmp_path: Path) -> None:
    lines = lines_of(printed(made.complaint(), tmp_path))
    title = next(line for line in lines if line.text.startswith("UNITED STATES DISTRICT COURT"))
    eight = next(line for line in lines if line.page == 1 and line.x < 92 and line.text == "8")
    assert title.page == 1 and abs(title.y - eight.y) < HALF_POINT
    assert len(stray_when_shifted(lines)) > 100


@pytest.mark.sampled(2)
@needs_office
@pytest.mark.parametrize(
    ("counsel", "number"), [(0, "8"), (14, "8"), (15, "9"), (16, "9"), (33, "18"), (36, "19")]
)
def test_the_courts_title_gives_way_to_counsel_and_no_further(
    counsel: int, number: str, tmp_path: Path
) -> None:
    block = CounselBlock(tuple(words(f"Line {at}") for at in range(counsel))) if counsel else None
    document = made.small(*made.allegations(1, 6))._replace(counsel=block)
    lines = lines_of(printed(document, tmp_path))
    title = next(line for line in lines if line.text.startswith("UNITED STATES"))
    stands = next(line for line in lines if line.page == 1 and line.x < 92 and line.text == number)
    assert abs(title.y - stands.y) < HALF_POINT
    assert not off_the_grid(lines)


@needs_office
def test_a_caption_of_seventy_parties_runs_on_and_keeps_the_grid(tmp_path: Path) -> None:
    lines = lines_of(printed(made.crowded(), tmp_path))
    assert sum(line.text.count("DEFENDANT NUMBER") for line in lines) == 70
    assert not off_the_grid(lines)


@needs_office
def test_figures_keep_the_grid(tmp_path: Path) -> None:
    lines = lines_of(printed(made.pictured(made.png(tmp_path / "screen.png", 411, 307)), tmp_path))
    assert not off_the_grid(lines)


@needs_office
def test_a_long_title_stays_under_the_page_number_and_off_the_last_line(tmp_path: Path) -> None:
    lines = lines_of(printed(made.complaint(), tmp_path))
    for page in pages_of(lines):
        foot = [line for line in lines if line.page == page and line.y > 748]
        assert foot[0].text == str(page)
        assert " ".join(line.text for line in foot[1:]) == made.FOOTER_TITLE
        assert foot[-1].y < 792 - 8


@needs_office
def test_the_legend_stands_on_every_page_above_line_one(tmp_path: Path) -> None:
    for name, document in (("a", made.complaint(legend=made.LEGEND)), ("b", made.plain_complaint())):
        folder = tmp_path / name
        folder.mkdir()
        plumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
        with plumber.open(printed(document, folder)) as pdf:
            for page in pdf.pages:
                head = (page.crop((0, 0, page.width, 70)).extract_text() or "").replace(" ", "")
                assert made.LEGEND.upper().replace(" ", "") in head.upper()


@needs_office
def test_plain_paper_prints_brackets_and_no_line_numbers(tmp_path: Path) -> None:
    lines = lines_of(printed(made.plain_complaint(), tmp_path))
    assert not [line for line in lines if line.x < 70]
    assert len([line for line in lines if line.page == 1 and ")" in line.text and "(" not in line.text]) > 12


@needs_office
def test_libreoffice_counts_the_same_numbers_and_computes_the_same_references(tmp_path: Path) -> None:
    text = words_of(printed(made.complaint(), tmp_path)).replace("\u00a0", " ")
    for expected in (
        "in ¶¶ 1–3, Harbor Mail",
        "incorporate ¶¶ 1–36 and, in particular, ¶¶ 4, 13–14.",
        "in ¶ 20, Part IV and",
    ):
        assert expected in text
    for number in range(1, 47):
        assert re.search(rf"(^| ){number}\. ", text), number
    for heading in (
        "I. NATURE OF THE ACTION",
        "VII. DEMAND FOR JURY TRIAL",
        "B. Lighthouse",
        "2. The Transfer",
        "C. Interest",
        "(ii) the one about",
    ):
        assert heading.replace(" ", "") in text.replace(" ", "")


@needs_office
def test_a_wrong_cached_number_would_be_recomputed_and_seen(tmp_path: Path) -> None:
    wrong = NumberedParagraph((Run("See "), made.to("fact-2", "99"), Run(".")), "wrong", 3)
    text = words_of(printed(made.small(*made.allegations(1, 2), wrong), tmp_path)).replace("\u00a0", " ")
    assert "See ¶ 2." in text


@needs_office
def test_word_lists_that_restart_print_the_trees_numbers(tmp_path: Path) -> None:
    later = tuple(NumberedParagraph(words(f"Later {number}."), "", number) for number in (10, 11, 12))
    text = words_of(printed(made.small(*made.allegations(1, 2), *later), tmp_path))
    assert [bool(re.search(rf"{number}\. *Later {number}", text)) for number in (10, 11, 12)] == [True] * 3


# --- other readers
# ------------------------------------------------------------------------------------------------------------


def flat(text: str) -> str:
    """Text without spacing, for readers that break lines in their own way."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def prose(document: Document) -> list[str]:
    """The text of allegations and leads, as the text writer prints it."""
    return [
        line.split(" ", 1)[1]
        for line in render(document).split("\n\n")
        if re.match(r"\d+\. [^\n]*$", line) and "[" not in line
    ]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("document", [made.complaint(), made.plain_complaint()], ids=["pleading", "plain"])
def test_pandoc_reads_every_allegation(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "complaint.docx"
    file.write_bytes(write(document))
    command = ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", str(file)]
    text = flat(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode())
    assert len(prose(document)) > 30
    assert not [line for line in prose(document) if flat(line).replace("_", "") not in text.replace("_", "")]


def test_mammoth_reads_every_allegation(tmp_path: Path) -> None:
    mammoth = pytest.importorskip("mammoth", reason="mammoth is not installed")
    file = tmp_path / "complaint.docx"
    file.write_bytes(write(made.complaint()))
    with file.open("rb") as opened:
        text = flat(mammoth.extract_raw_text(opened).value)
    assert not [line for line in prose(made.complaint()) if flat(line) not in text]


def test_docx2python_reads_every_allegation(tmp_path: Path) -> None:
    reader = pytest.importorskip("docx2python", reason="docx2python is not installed")
    file = tmp_path / "complaint.docx"
    file.write_bytes(write(made.complaint()))
    with reader.docx2python(file, html=False) as opened:
        text = flat(opened.text)
    missing = [line for line in prose(made.complaint()) if flat(line) not in text]
    assert not missing


@pytest.mark.parametrize("text", [text for text in made.AWKWARD if text.strip() == text])
def test_python_docx_reads_what_was_typed(text: str, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    file = tmp_path / "complaint.docx"
    file.write_bytes(write(made.small(Lead(words(text)))))
    assert text in [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
