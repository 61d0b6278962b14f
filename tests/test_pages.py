"""The table of contents gives pages that no renderer worked out: they are the ones on which LibreOffice puts
the headings.

On numbered paper - every sample and filing in four courts, and eight long made-up complaints - 1,917 headings
of 1,948 agree (98.4 %). The 31 others are put down to two habits of LibreOffice's; the second was seen on the
page in four drafts and is taken by likeness in the others:

- It breaks a line before a parenthesis inside a citation, “2702(a)|(1)”, where Word does not. In `cand-2` and
  `wawd-2` that spares the paragraph with
  note 17 a line, and the next heading that would just have missed its page (“Heading 26”) stands on it.
- Where a paragraph of several lines, or a heading with the first line of one, would fill the page to its last
  line (a heading on line 27, the first line
  on 28), it sometimes moves them to the next page and leaves their lines free. The other 29 headings, in
  eleven drafts, are those and some that follow them
  near the head of a page. In drafts made for it this came after many paragraphs on the page, and not with
  few; why is not known. Room below the last
  line, footnotes, numbering, keeps and widow control made no difference.

On plain paper 217 of 220 agree. The first cause moves `ilnd-2` there too; in `flmd-1` two headings miss their
page by less than a point, since the height of a line and of the rule above notes is only measured there.
"""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import documents as made
import pytest
from conftest import ROOT, SAMPLES
from documents import words

from drafter.complaint import assemble
from drafter.document import (
    BlockQuote,
    Bullet,
    CountHeading,
    Document,
    Footnote,
    FootnoteMark,
    Heading,
    NumberedParagraph,
    Run,
    SubParagraph,
    Table,
    plain,
)
from drafter.layout.pages import heading_pages
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.word import write
from drafter.word.inline import Pen

LIBRARY = open_library()
FILINGS = sorted((ROOT / "tests" / "filings").glob("*.yaml"))
PAPERS = {
    "cand": "28 lines of 12 points",
    "cacd": "28 lines of 14",
    "azd": "28 lines of 13",
    "wawd": "25 lines of 12",
    "ilnd": "plain, 12 points",
    "flmd": "plain, 14 points",
}
NUMBERED = ("cand", "cacd", "azd", "wawd")
SENTENCES = (
    (
        "Larkspur kept each message on its servers until it was delivered, and a backup copy for a year after"
        " that."
    ),
    "On February 12, 2024, the two companies signed a Data Services Agreement that no subscriber was shown.",
    "The text of every message that Plus subscribers had sent that day went to another company each night.",
    "See 18 U.S.C. § 2702(a)(1); Cal. Bus. & Prof. Code § 17200.",
    "Nothing in the terms, the help pages or the settings said so.",
)


def long_complaint(own: str, seed: int) -> Document:
    """About thirty pages with all kinds of paragraph, headings of three levels, counts and footnotes."""
    rng = random.Random(seed)
    prose = lambda most: " ".join(rng.choice(SENTENCES) for _ in range(rng.randint(1, most)))  # noqa: E731
    blocks, notes, headings = [], [], 0
    for number in range(1, 131):
        if rng.random() < 0.28:
            headings += 1
            level = rng.choice((1, 2, 2, 3))
            blocks.append(
                Heading(
                    level,
                    (Run(f"Heading {headings} {rng.choice(SENTENCES)[: rng.randint(12, 90)]}".strip()),),
                    f"h{headings}",
                )
            )
        if number % 45 == 0:
            headings += 1
            blocks.append(
                CountHeading(
                    f"COUNT {number // 45}",
                    (Run(f"Heading {headings} Violation of the Stored Communications Act"),),
                    (words("On Behalf of the Class Against All Defendants"),),
                    f"c{number}",
                )
            )
        content = [Run(prose(6))]
        if rng.random() < 0.15:
            notes.append(Footnote(f"n{number}", words(prose(4)), len(notes) + 1))
            content.append(FootnoteMark(f"n{number}", len(notes)))
            content.append(Run(" " + prose(2)))
        blocks.append(NumberedParagraph(tuple(content), f"p{number}", number))
        kind = rng.random()
        if kind < 0.12:
            blocks.append(BlockQuote(words(prose(5))))
        elif kind < 0.2:
            blocks += [SubParagraph(words(prose(2)), 1, "", letter) for letter in "abc"]
        elif kind < 0.25:
            blocks += [Bullet(words(prose(2))) for _ in range(3)]
        elif kind < 0.28:
            blocks.append(Table(tuple((words("2024"), words(prose(1))) for _ in range(4))))
    layout = LIBRARY.layout(LIBRARY.court(own))
    return made.small(*blocks, notes=tuple(notes))._replace(layout=layout, contents=True)


def _documents() -> dict[str, Document]:
    found = {f"{own}-{seed}": long_complaint(own, seed) for own in PAPERS for seed in (1, 2)}
    for path in SAMPLES + FILINGS:
        for own in (*NUMBERED, "ilnd") if path in SAMPLES else NUMBERED:
            found[f"{own}-{path.stem}"] = assemble(load(path), LIBRARY, own).document._replace(contents=True)
    return found


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """For each document its headings with the page worked out and the page printed."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice or poppler is not installed")
    folder, all_made = tmp_path_factory.mktemp("pages"), _documents()
    for name, document in all_made.items():
        (folder / f"{name}.docx").write_bytes(write(document))
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run(
        [*command, *(str(folder / f"{name}.docx") for name in all_made)],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return {name: list(_compared(document, folder / f"{name}.pdf")) for name, document in all_made.items()}


def _compared(document: Document, pdf: Path):
    printed = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    texts = [re.sub(r"[^A-Za-z]+", "", page).upper() for page in printed]
    first = max(at for at, page in enumerate(printed) if "....." in page) + 1
    pen = Pen(document)
    headings = [block for block in document.body if isinstance(block, (Heading, CountHeading))]
    at, offset = first, 0
    for block, page in zip(headings, heading_pages(pen, document, pen.pictures.size_of), strict=True):
        wanted = re.sub(
            r"[^A-Za-z]+",
            "",
            (block.ordinal if isinstance(block, CountHeading) else "")
            + plain(block.title if isinstance(block, CountHeading) else block.content),
        ).upper()
        while (found := texts[at].find(wanted[:48], offset)) < 0:
            at, offset = at + 1, 0
        offset = found + len(wanted[:48])
        yield plain(block.title if isinstance(block, CountHeading) else block.content), page, at - first + 1


def share(rows):
    return sum(worked_out == printed for _, worked_out, printed in rows) / len(rows)


@pytest.mark.long
def test_headings_on_numbered_paper_stand_where_the_contents_say(compared):
    rows = [(name, *row) for name, found in compared.items() if name.startswith(NUMBERED) for row in found]
    wrong = [row for row in rows if row[2] != row[3]]
    print(f"\nnumbered paper: {len(rows) - len(wrong)} of {len(rows)} headings; others: {wrong}")
    assert len(rows) > 300 and len(wrong) <= 0.02 * len(rows)


@pytest.mark.long
def test_headings_on_plain_paper_stand_where_the_contents_say_or_a_page_off(compared):
    rows = [
        (name, *row) for name, found in compared.items() if not name.startswith(NUMBERED) for row in found
    ]
    wrong = [row for row in rows if row[2] != row[3]]
    print(f"\nplain paper: {len(rows) - len(wrong)} of {len(rows)} headings; others: {wrong}")
    assert (
        len(rows) > 150 and len(wrong) <= 0.05 * len(rows) and all(abs(row[2] - row[3]) <= 1 for row in wrong)
    )


def _sheet(folder: Path) -> Path:
    path = folder / "matter.yaml"
    path.write_text(
        next(one for one in SAMPLES if one.stem.startswith("reyes")).read_text(encoding="utf-8")
        + "style: {table_of_contents: yes}\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("own", ["cand", "ilnd"])
def test_the_sheet_asks_for_a_table_of_contents_and_gets_an_entry_for_each_heading(own, tmp_path):
    document = assemble(load(_sheet(tmp_path)), LIBRARY, own).document
    body = zipfile.ZipFile(io.BytesIO(write(document))).read("word/document.xml").decode()
    headings = [block for block in document.body if isinstance(block, (Heading, CountHeading))]
    pointed = re.findall(r"PAGEREF (_Toc\d+) \\h", body)
    assert len(pointed) == len(set(pointed)) == len(headings) > 15
    assert all(f'w:name="{name}"' in body for name in pointed)
    assert body.count('w:fldCharType="begin"') == body.count('w:fldCharType="end"')
    assert re.findall(r'<w:pgNumType w:fmt="(\w+)" w:start="1"/>', body) == ["lowerRoman", "decimal"]
    text = render(document)
    listed = text[text.index("TABLE OF CONTENTS") :].split("\n\n")[0].splitlines()[1:]
    assert len(listed) == len(headings) and "FACTUAL ALLEGATIONS" in listed


def test_a_draft_without_a_table_of_contents_has_one_section(tmp_path):
    document = assemble(
        load(next(one for one in SAMPLES if one.stem.startswith("reyes"))), LIBRARY, "cand"
    ).document
    body = zipfile.ZipFile(io.BytesIO(write(document))).read("word/document.xml").decode()
    assert (
        body.count("<w:sectPr>") == 1 and "_Toc" not in body and "TABLE OF CONTENTS" not in render(document)
    )


def test_the_file_with_contents_is_valid(tmp_path):
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    for own in ("cand", "flmd"):
        (tmp_path / f"{own}.docx").write_bytes(write(long_complaint(own, 3)))
        assert (
            audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019)
            .validate(tmp_path / f"{own}.docx")
            .is_valid
        )
