"""Each distinct layout of the courts as printed: where LibreOffice puts the lines of page 1 and of a body
page, against the court's profile.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from itertools import groupby
from typing import NamedTuple

import pytest
from conftest import SAMPLES

from drafter.complaint import assemble
from drafter.document import CaptionLine, Document, plain
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.word import write

REYES = next(path for path in SAMPLES if path.stem.startswith("reyes"))
LIBRARY = open_library()
TITLES = ("CLASS ACTION COMPLAINT", "COMPLAINT")
"""The title of the paper: without “class action” where a rule puts that legend apart."""
SIGNS = {"bracket": ")", "section": "§", "colon": ":", "dashed": ":", "asterisk": "*"}
NATURAL = 1.149
"""Height of a single line of Times New Roman and of its twin in the tests, in type sizes."""

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


def _distinct() -> list[str]:
    """A court for each look: layout, and what the profile itself decides of the first page."""
    found: dict[object, str] = {}
    for court in LIBRARY.courts():
        key = (
            LIBRARY.layout(court),
            court.class_legend_place,
            court.party_separator,
            court.party_addresses,
            bool(court.caption_claims),
        )
        found.setdefault(key, str(court.id))
    return sorted(found.values())


COURTS = _distinct()


class Line(NamedTuple):
    """A line of print: baseline from the top and left and right edges in points, type size, words."""

    y: float
    x: float
    end: float
    size: float
    text: str


class Printed(NamedTuple):
    document: Document
    pages: list[list[Line]]


def _lines(page) -> list[Line]:
    """Lines by baseline, cut where a gap wider than between words stands; line numbers in the margin are
    lines of their own.
    """
    found = []
    chars = sorted(
        (char for char in page.chars),
        key=lambda char: (round(float(page.height) - char["matrix"][5], 1), char["x0"]),
    )
    for y, row in groupby(chars, key=lambda char: round(float(page.height) - char["matrix"][5], 1)):
        run: list[dict] = []
        for char in [*row, None]:
            if run and (char is None or char["x0"] - run[-1]["x1"] > 5):
                text = "".join(each["text"] for each in run)
                if text.strip():
                    solid = [each for each in run if each["text"].strip()]
                    found.append(
                        Line(
                            y,
                            solid[0]["x0"],
                            solid[-1]["x1"],
                            max(each["size"] for each in run),
                            text.strip(),
                        )
                    )
                run = []
            if char is not None:
                run.append(char)
    return found


@pytest.fixture(scope="module")
def prints(tmp_path_factory):
    """Every distinct layout, drafted and rendered in one run of LibreOffice."""
    pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    folder, made = tmp_path_factory.mktemp("layouts"), {}
    for own in COURTS:
        made[own] = assemble(load(REYES), LIBRARY, own).document
        (folder / f"{own}.docx").write_bytes(write(made[own]))
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
        [*command, *(str(folder / f"{own}.docx") for own in COURTS)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    found = {}
    for own in COURTS:
        with pdfplumber.open(folder / f"{own}.pdf") as opened:
            found[own] = Printed(made[own], [_lines(page) for page in opened.pages[:5]])
    return found


@pytest.fixture(params=COURTS)
def printed(request, prints) -> Printed:
    return prints[request.param]


def text_of(printed: Printed, page: int) -> list[Line]:
    """The body's lines of a page: no line numbers, legend or footer."""
    layout = printed.document.layout
    bottom = (
        layout.margin_top + layout.lines * layout.pitch
        if layout.lines
        else layout.page_height - layout.margin_bottom
    )
    return [
        line
        for line in printed.pages[page]
        if line.x > layout.margin_left - 2 and layout.margin_top < line.y < bottom + 1
    ]


def numbers_of(printed: Printed, page: int) -> list[Line]:
    return [
        line
        for line in printed.pages[page]
        if line.end < printed.document.layout.margin_left - 8 and line.text.isdecimal()
    ]


def foot_of(printed: Printed, page: int) -> list[Line]:
    layout = printed.document.layout
    bottom = (
        layout.margin_top + layout.lines * layout.pitch
        if layout.lines
        else layout.page_height - layout.margin_bottom
    )
    return [line for line in printed.pages[page] if line.y > bottom + 1 and line.x > layout.margin_left - 2]


def test_many_layouts_are_distinct():
    assert len(COURTS) >= 12 and {LIBRARY.layout(LIBRARY.court(own)).caption_form for own in COURTS} >= {
        "ruled",
        "bracket",
        "section",
        "dashed",
        "stacked",
        "slash",
        "asterisk",
    }


@pytest.mark.sampled(1)
@needs_office
def test_the_body_is_set_in_the_size_and_within_the_margins_of_the_profile(printed):
    layout = printed.document.layout
    for page in (1, 2):
        lines = text_of(printed, page)
        assert len(lines) > 12
        sizes = Counter(round(line.size, 1) for line in lines)
        assert sizes.most_common(1)[0][0] == pytest.approx(layout.size, abs=0.1)
        assert min(line.x for line in lines) == pytest.approx(layout.margin_left, abs=1)
        assert max(line.end for line in lines) <= layout.page_width - layout.margin_right + 1
        assert max(line.end for line in lines) > layout.page_width - layout.margin_right - 60


@needs_office
def test_the_lines_of_a_body_page_stand_as_far_apart_as_the_profile_says(printed):
    layout = printed.document.layout
    wanted = layout.pitch if layout.paper == "pleading" else layout.size * NATURAL * layout.line_spacing
    ys = sorted({line.y for line in text_of(printed, 2)})
    steps = Counter(round(below - above, 1) for above, below in zip(ys, ys[1:], strict=False))
    usual = steps.most_common(1)[0][0]
    assert usual == pytest.approx(wanted, abs=0.3)


@needs_office
def test_numbered_paper_has_its_lines_and_body_lines_stand_on_them(printed):
    layout = printed.document.layout
    for page in (0, 1, 2):
        numbers = numbers_of(printed, page)
        assert [int(line.text) for line in numbers] == list(range(1, layout.lines + 1))
        if not layout.lines:
            continue
        grid = [line.y for line in numbers]
        assert all(
            below - above == pytest.approx(layout.pitch, abs=0.2)
            for above, below in zip(grid, grid[1:], strict=False)
        )
        singles = {"“", "[", "a"}  # quotations are set in single lines
        body = [
            line
            for line in text_of(printed, page)
            if page and line.x < layout.margin_left + 80 and line.text[:1] not in singles
        ]
        on = [line for line in body if min(abs(line.y - y) for y in grid) < 0.6]
        assert len(on) >= 0.8 * len(body)


@needs_office
def test_the_courts_title_stands_on_its_line(printed):
    layout, title = printed.document.layout, plain(printed.document.caption.court_lines[0])
    line = next(line for line in printed.pages[0] if line.text == title)
    if not layout.lines:
        counsel = [each for each in text_of(printed, 0) if each.y < line.y]
        assert bool(counsel) == layout.counsel_block
        assert (
            line.y - max([each.y for each in counsel], default=layout.margin_top)
            < 2.5 * layout.size * NATURAL
        )
        return
    on = next(int(number.text) for number in numbers_of(printed, 0) if abs(number.y - line.y) < 0.6)
    counsel = [each for each in text_of(printed, 0) if each.y < line.y]
    assert on == layout.title_line if not counsel else on >= layout.title_line
    if on > layout.title_line:  # gave way to counsel, and no further than it had to
        assert line.y - max(each.y for each in counsel) < layout.pitch + 0.6


def _first(line: CaptionLine) -> str:
    return plain(line.content)[:16]


@needs_office
def test_number_title_legend_and_jury_stand_in_the_profiles_order(printed):
    right = [
        line
        for line in printed.document.caption.right
        if line.kind in ("number", "title", "legend", "jury", "claims")
    ]
    page = printed.pages[0]
    places = []
    for line in right:
        found = [each for each in page if each.text.startswith(_first(line))]
        assert found, (plain(line.content), [each.text for each in page])
        places.append(min(each.y for each in found if not places or each.y > places[-1] - 0.1))
    assert places == sorted(places)


@needs_office
def test_the_caption_has_the_profiles_form(printed):
    layout, page = printed.document.layout, printed.pages[0]
    names = [plain(line.content) for line in printed.document.caption.left if line.kind == "name"]
    first = next(line for line in page if line.text.startswith(names[0][:10]))
    number = next(
        line for line in page if line.text.startswith(plain(printed.document.caption.right[0].content)[:8])
    )
    middle = layout.margin_left + (layout.page_width - layout.margin_left - layout.margin_right) / 2
    signs = [line for line in page if line.text == SIGNS.get(layout.caption_form)]
    match layout.caption_form:
        case "stacked" | "slash":
            assert number.x == pytest.approx(layout.margin_left, abs=1) and number.y < first.y
            title = next(line for line in page if line.text in TITLES and line.y > first.y)
            assert (title.x + title.end) / 2 == pytest.approx(middle, abs=2)
            assert any(line.text.endswith("/") and "_" in line.text for line in page) == (
                layout.caption_form == "slash"
            )
        case "ruled" | "box":
            assert number.x > middle and number.y == pytest.approx(first.y, abs=1)
        case form:
            assert number.x > middle and len(signs) > 6
            assert all(abs(sign.x - middle) < 12 for sign in signs)
            title = next(line for line in page if line.text == printed.document.meta.footer_title)
            assert (title.x > middle) == (layout.title_place == "beside")
            corners = [line for line in page if line.text == "x"]
            assert len(corners) == (2 if form == "dashed" else 0)


@needs_office
def test_the_foot_of_the_page_is_the_profiles(printed):
    layout, meta = printed.document.layout, printed.document.meta
    foot = foot_of(printed, 1)
    middle = layout.margin_left + (layout.page_width - layout.margin_left - layout.margin_right) / 2
    texts = [line.text for line in foot]
    match layout.footer_form:
        case "page-title":
            assert texts == [f"Page 2 – {meta.footer_title}"] and foot[0].x == pytest.approx(
                layout.margin_left, abs=1
            )
        case "firm":
            assert f"{meta.footer_title} – 2" in texts
            assert [line.text for line in foot if line.x > middle - 2] == list(meta.firm)
        case form:
            assert texts == ["2", *([meta.footer_title] if form == "title" else [])]
            assert all((line.x + line.end) / 2 == pytest.approx(middle, abs=2) for line in foot)


@needs_office
def test_parties_are_parted_and_addressed_as_the_profile_says(prints):
    for own, printed in prints.items():
        court, left = LIBRARY.court(own), printed.document.caption.left
        names = [plain(line.content) for line in left if line.kind == "name"]
        assert names[0].endswith("; and") == (court.party_separator == "semicolon")
        assert bool([line for line in left if line.kind == "address"]) == (court.party_addresses == "caption")
        words = " ".join(line.text for page in printed.pages[:2] for line in page)
        assert ("the addresses of the parties are" in re.sub(r"\s+", " ", words)) == (
            court.party_addresses == "first-paragraph"
        )
