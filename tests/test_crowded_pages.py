"""Pages with more on them than usual: where LibreOffice puts the lines of long captions, tables of contents
and footers.
"""

from __future__ import annotations

import shutil
import subprocess

import pytest
from conftest import ROOT, SAMPLES
from test_layouts import Printed, _lines, foot_of, numbers_of, text_of

from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.word import write

SHEETS = {
    path.stem.split("-")[0]: path for path in (*SAMPLES, *sorted((ROOT / "tests" / "filings").glob("*.yaml")))
}
DRAFTS = (
    "cand-okafor",
    "cacd-okafor",
    "wawd-okafor",
    "ord-okafor",
    "nysd-okafor",
    "illcirct-bipa",
    "ilnd-reyes",
)
WITH_CONTENTS = ("cacd-okafor", "wawd-okafor", "ord-okafor")

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


@pytest.fixture(scope="module")
def prints(tmp_path_factory):
    pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    folder, library, found = tmp_path_factory.mktemp("crowded"), open_library(), {}
    for name in DRAFTS:
        court, _, sheet = name.partition("-")
        made = assemble(load(SHEETS[sheet]), library, court).document._replace(contents=name in WITH_CONTENTS)
        (folder / f"{name}.docx").write_bytes(write(made))
        found[name] = made
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
        [*command, *(str(folder / f"{name}.docx") for name in DRAFTS)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name, document in found.items():
        with pdfplumber.open(folder / f"{name}.pdf") as opened:
            rules = sorted(max(edge["top"], edge["bottom"]) for edge in opened.pages[0].horizontal_edges)
            found[name] = Printed(document, [_lines(page) for page in opened.pages[:5]]), rules
    return found


def test_a_caption_a_line_too_long_for_its_page_gives_up_its_gaps_and_stays_on_it(prints):
    printed, _ = prints["cacd-okafor"]
    assert [line.text for line in text_of(printed, 0)][-1] == "DEMAND FOR JURY TRIAL"
    assert text_of(printed, 1)[0].text == "TABLE OF CONTENTS"


@pytest.mark.parametrize("name", WITH_CONTENTS)
def test_each_entry_of_the_contents_has_its_leader_and_its_page_at_the_edge(prints, name):
    printed, _ = prints[name]
    layout = printed.document.layout
    entries = [line for line in text_of(printed, 1) if line.text[-1].isdigit() or "...." in line.text]
    assert len(entries) > 15
    for line in entries:
        assert "..." in line.text, line
        assert line.end == pytest.approx(layout.page_width - layout.margin_right, abs=1), line


@pytest.mark.parametrize("name", ["cacd-okafor", "wawd-okafor"])
def test_entries_of_one_line_stand_on_the_numbers(prints, name):
    printed, _ = prints[name]
    grid = [line.y for line in numbers_of(printed, 1)]
    lines = text_of(printed, 1)
    wrapped = {at for at, line in enumerate(lines) if "...." not in line.text}
    single = [line for at, line in enumerate(lines) if "...." in line.text and at - 1 not in wrapped - {0}]
    assert len(single) > 10 and all(min(abs(line.y - y) for y in grid) < 0.6 for line in single)


def test_the_two_sides_of_a_footer_with_the_firms_name_never_touch(prints):
    printed, _ = prints["wawd-okafor"]
    foot = foot_of(printed, 1)
    middle = min(line.x for line in foot if line.text == printed.document.meta.firm[0])
    left = [line for line in foot if line.x < middle - 1]
    assert len(left) > 1 and max(line.end for line in left) < middle - 8


def test_a_rule_above_the_parties_leaves_the_first_name_free(prints):
    printed, rules = prints["nysd-okafor"]
    name = next(line for line in printed.pages[0] if line.text.startswith("CHIDI OKAFOR"))
    number = next(line for line in printed.pages[0] if line.text.startswith("Case No."))
    corner = min(line.y for line in printed.pages[0] if line.text == "x")
    assert number.y == pytest.approx(name.y, abs=1) and name.y - corner > printed.document.layout.size


@pytest.mark.parametrize("name", ["ilnd-reyes", "illcirct-bipa"])
def test_the_column_of_brackets_ends_at_the_rule_below_the_parties(prints, name):
    printed, rules = prints[name]
    last = max(line.y for line in printed.pages[0] if line.text == ")")
    below = min(rule for rule in rules if rule > last)
    assert below - last < printed.document.layout.size / 2


def test_an_and_between_parties_never_stands_alone(prints):
    printed, _ = prints["illcirct-bipa"]
    lines = [line.text for line in text_of(printed, 0)]
    assert "and" not in lines and "COMPANY; and" in [line.replace("\u00a0", " ") for line in lines]


def test_two_definitions_of_classes_are_parted_and_what_follows_them_stands_on_a_number(prints):
    printed, _ = prints["cand-okafor"]
    page = next(
        at
        for at in range(len(printed.pages))
        if any("Courier Class”: All persons" in line.text for line in text_of(printed, at))
    )
    lines = text_of(printed, page)
    first, second = (
        next(at for at, line in enumerate(lines) if words in line.text)
        for words in ("“Courier Class”:", "“Former Courier Subclass”:")
    )
    assert lines[second].y - lines[second - 1].y > 1.5 * (lines[first + 1].y - lines[first].y)
    after = next(line for line in lines if line.text.startswith("Excluded from the classes"))
    assert min(abs(after.y - number.y) for number in numbers_of(printed, page)) < 0.6


def test_the_page_of_an_entry_shorter_than_a_number_stands_at_the_edge():
    import io
    import zipfile

    import documents as made

    from drafter.document import Heading

    document = made.small(
        Heading(1, made.words("Due"), "due"), Heading(1, made.words("The Facts"), "facts")
    )._replace(contents=True)
    body = zipfile.ZipFile(io.BytesIO(write(document))).read("word/document.xml").decode()
    entries = [part.split("<w:hyperlink")[0] for part in body.split('<w:pStyle w:val="TOC1"/>')[1:]]
    assert 'w:val="clear" w:pos="540"' in entries[0] and "clear" not in entries[1]
