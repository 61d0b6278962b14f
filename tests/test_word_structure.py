"""The Word file as a package: parts, styles, numbering, fields, bookmarks, notes, and the same bytes each
time.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import documents as made
import pytest
from documents import words
from lxml import etree

from drafter.anchors import anchors_of
from drafter.document import (
    Blank,
    BlockQuote,
    CounselBlock,
    CountHeading,
    Document,
    Figure,
    Heading,
    Lead,
    NumberedParagraph,
    Reference,
    Run,
    Span,
    Table,
    TermDefinition,
)
from drafter.layout.measure import line_count, text_width
from drafter.word import Comment, write
from drafter.word.annotated import annotate
from drafter.word.fields import targets
from drafter.word.numbering import place_of_number, printed
from drafter.word.package import pack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1], "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
EVERY = ["pleading", "plain", "crowded"]


def a_document(name: str) -> Document:
    return {"pleading": made.complaint, "plain": made.plain_complaint, "crowded": made.crowded}[name]()


def part(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def problems(data: bytes, folder: Path) -> list[str]:
    """What the Open XML rules find wrong with the file."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    file = folder / "audited.docx"
    file.write_bytes(data)
    result = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019).validate(file)
    return [str(error) for error in result.errors]


def text_of(element: Any) -> str:
    marks = {f"{W}t": None, f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(marks[node.tag] or node.text or "" for node in element.iter(*marks))


def paragraphs(data: bytes, style: str) -> list[Any]:
    return list(part(data).xpath(f'.//w:p[w:pPr/w:pStyle/@w:val="{style}"]', namespaces=NS))


def fields(data: bytes) -> list[tuple[str, str]]:
    """(instruction, cached result) of every REF in the story."""
    found = []
    for paragraph in part(data).iter(f"{W}p"):
        state, instruction, result = "", "", ""
        for run in paragraph.iter(f"{W}r"):
            mark = run.find(f"{W}fldChar")
            if mark is not None:
                state = mark.get(f"{W}fldCharType")
                if state == "end":
                    found.append((instruction.strip(), result))
                    instruction, result = "", ""
            elif state == "begin":
                instruction += "".join(run.itertext())
            elif state == "separate":
                result += "".join(run.itertext())
    return found


# --- the package
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERY)
def test_it_satisfies_the_open_xml_rules(name: str, tmp_path: Path) -> None:
    assert not problems(write(a_document(name)), tmp_path)


def test_a_broken_file_does_not_satisfy_them(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(write(made.small()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b"<w:keepNext/><w:keepLines/>", b"<w:keepLines/><w:keepNext/>"
    )
    assert problems(pack(parts), tmp_path)


def test_it_satisfies_them_with_figures(tmp_path: Path) -> None:
    assert not problems(write(made.pictured(made.png(tmp_path / "screen.png"))), tmp_path)


@pytest.mark.parametrize("name", EVERY)
def test_it_writes_the_same_bytes_for_the_same_document(name: str) -> None:
    assert write(a_document(name)) == write(a_document(name))


def test_it_puts_content_types_first_and_carries_no_clock() -> None:
    data = write(made.complaint())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_it_says_what_it_is_in_its_properties_and_no_more() -> None:
    data = write(made.complaint())
    core = part(data, "docProps/core.xml")
    assert {etree.QName(node).localname for node in core} == {"title", "language", "created", "modified"}
    assert "ab" * 32 in "".join(part(data, "docProps/custom.xml").itertext())
    item = "".join(part(data, "customXml/item1.xml").itertext())
    assert "ab" * 32 in item and "cd" * 32 in item and "Harbor" not in item


def test_it_leaves_out_the_sheet_property_where_there_is_no_hash() -> None:
    assert "docProps/custom.xml" not in names(write(made.small()))


def test_a_clean_draft_needs_neither_lxml_nor_docx() -> None:
    heavy = ("lxml", "docx", "dataclasses", "zipfile", "pydantic", "jinja2")
    code = (
        "import sys; sys.path.insert(0, 'tests'); import documents; from drafter.word import write;"
        f" write(documents.complaint());print([name for name in {heavy!r} if name in sys.modules])"
    )
    root = Path(__file__).resolve().parent.parent
    out = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=root,
        env={"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert out.stdout.strip() == "[]"


def test_it_writes_four_hundred_allegations_at_once_and_four_thousand_in_proportion() -> None:
    def fastest(count: int) -> float:
        document, taken = made.long_complaint(count), []
        for _ in range(5):
            start = time.process_time()
            write(document)
            taken.append(time.process_time() - start)
        return min(taken)

    short, long = fastest(400), fastest(4000)
    assert short < 0.1
    assert long < 25 * short


# --- styles and numbers
# ------------------------------------------------------------------------------------------------------------


def _style(paragraph) -> str:
    """The style of a paragraph, or "" for none."""
    named = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
    return "" if named is None else str(named.get(f"{W}val"))


def test_a_content_paragraph_says_nothing_but_its_style() -> None:
    data = write(made.complaint())
    for style in (
        "Allegation",
        "AllegationSub",
        "Heading1",
        "Lead",
        "PrayerItem",
        "Bullet",
        "CountHeading",
        "CountLine",
    ):
        found = paragraphs(data, style)
        assert found, style
        signed = [one for one in found if _style(one.getnext()).startswith("Signature")]
        assert {child.tag for paragraph in found for child in paragraph.find(f"{W}pPr")} - {
            child.tag for paragraph in signed for child in paragraph.find(f"{W}pPr")[1:]
        } == {f"{W}pStyle"}, style
        assert {child.tag for one in signed for child in one.find(f"{W}pPr")[1:]} <= {
            f"{W}keepNext",
            f"{W}keepLines",
        }


def test_every_style_it_uses_is_defined() -> None:
    for document in (made.complaint(), made.plain_complaint()):
        data = write(document)
        defined = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
        for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
            used = {
                node.get(f"{W}val")
                for node in part(data, name).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
            }
            assert used <= defined, used - defined


def test_it_types_no_number_of_its_own() -> None:
    data = write(made.complaint())
    assert not [text for text in map(text_of, paragraphs(data, "Allegation")) if re.match(r"\d+\.", text)]
    assert text_of(paragraphs(data, "Heading1")[0]) == "Nature of the Action"
    assert text_of(paragraphs(data, "AllegationSub")[0]).startswith("a statement")


def test_numbers_come_from_one_list_for_the_whole_complaint() -> None:
    styles = part(write(made.complaint()), "word/styles.xml")

    def list_of(style: str) -> tuple[str | None, str]:
        number = styles.xpath(f'.//w:style[@w:styleId="{style}"]/w:pPr/w:numPr', namespaces=NS)[0]
        level = number.find(f"{W}ilvl")
        return (level.get(f"{W}val") if level is not None else None), number.find(f"{W}numId").get(f"{W}val")

    assert list_of("Allegation") == ("0", "1")
    assert list_of("AllegationSub") == ("1", "1")
    assert list_of("AllegationSub2") == ("2", "1")
    assert list_of("CountHeading") == (None, "0")


def test_a_number_that_is_not_the_next_restarts_the_list_there() -> None:
    listed = (
        *made.allegations(1, 2),
        NumberedParagraph(words("Later."), "later", 10),
        NumberedParagraph(words("Next."), "next", 11),
    )
    data = write(made.small(*listed))
    numbering = part(data, "word/numbering.xml")
    direct = [paragraph.find(f"{W}pPr/{W}numPr/{W}numId") for paragraph in paragraphs(data, "Allegation")]
    assert [None if node is None else node.get(f"{W}val") for node in direct] == [None, None, "100", "100"]
    start = numbering.xpath(
        './/w:num[@w:numId="100"]/w:lvlOverride[@w:ilvl="0"]/w:startOverride/@w:val', namespaces=NS
    )
    assert start == ["10"]


def test_headings_restart_under_each_part_even_where_parts_have_no_number() -> None:
    layout = made.PLEADING._replace(heading_numbers=("none", "upper-letter", "decimal"))
    blocks = [
        Heading(1, words("One")),
        Heading(2, words("x"), "", "A."),
        Heading(1, words("Two")),
        Heading(2, words("y"), "", "A."),
    ]
    data = write(made.small(*blocks, layout=layout))
    assert not [p for p in paragraphs(data, "Heading2") if p.find(f"{W}pPr/{W}numPr") is not None]
    assert part(data, "word/numbering.xml").xpath(
        './/w:lvl[w:pStyle/@w:val="Heading1"]/w:numFmt/@w:val', namespaces=NS
    ) == ["none"]


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("lower-letter", 2, "b"),
        ("lower-letter", 28, "bb"),
        ("upper-roman", 49, "XLIX"),
        ("lower-roman", 4, "iv"),
    ],
)
def test_it_counts_as_word_counts(kind: str, number: int, text: str) -> None:
    assert printed(kind, number) == text
    assert place_of_number(kind, f"({text})") == number


def test_a_claims_heading_is_one_entry_of_the_outline() -> None:
    data = write(made.complaint())
    headings = paragraphs(data, "CountHeading")
    assert [text_of(heading) for heading in headings][
        0
    ] == "FIRST CLAIM FOR RELIEF\nViolation of the Stored Communications Act"
    outlined = part(data, "word/styles.xml").xpath(".//w:style[w:pPr/w:outlineLvl]/@w:styleId", namespaces=NS)
    assert set(outlined) == {"Heading1", "Heading2", "Heading3", "CountHeading"}


# --- bookmarks and references
# -----------------------------------------------------------------------------------------------------------


def test_every_paragraph_with_words_carries_a_bookmark_of_its_own() -> None:
    for document in (made.complaint(), made.plain_complaint()):
        anchors = [anchor for anchor in anchors_of(document) if anchor.content]
        data = write(document)
        marks = [
            mark.get(f"{W}name")
            for name in ("word/document.xml", "word/footnotes.xml")
            for mark in part(data, name).iter(f"{W}bookmarkStart")
            if not mark.get(f"{W}name").startswith("_Toc")
        ]
        shown = {
            anchor.name for anchor in anchors if anchor.kind != "counsel" or document.layout.counsel_block
        }
        assert len(marks) == len(set(marks)) and shown <= set(marks)
        bare = [
            text_of(node)
            for node in part(data).iter(f"{W}p")
            if text_of(node).strip() and node.find(f"{W}bookmarkStart") is None
        ]
        assert [text for text in bare if not re.fullmatch(r"[)§:*x\s]*", text)] == []


def test_a_label_used_twice_is_two_anchors_and_a_reference_goes_to_the_first() -> None:
    document = made.small(
        NumberedParagraph(words("One."), "same", 1), NumberedParagraph(words("Two."), "same", 2)
    )
    marks = {
        text_of(mark.getparent()): mark.get(f"{W}name")
        for mark in part(write(document)).iter(f"{W}bookmarkStart")
    }
    assert targets(document)["same"].name == marks["One."] != marks["Two."]


def test_names_are_words_differ_where_labels_differ_and_say_nothing_of_them() -> None:
    labels = ["a-b", "a.b", "a/b", "a/b.c", "1", "a-b", "hot-doc-from-leaker-tom"]
    document = made.small(*(NumberedParagraph(words("One."), label, 1) for label in labels))
    keyed, serial = (
        document._replace(anchor_key="k5v2qp7d3x9mw4ra"),
        [anchor.name for anchor in anchors_of(document)],
    )
    names = [anchor.name for anchor in anchors_of(keyed)]
    assert len(set(names)) == len(set(serial)) == len(names) > 7
    assert all(re.fullmatch(r"_[pst]_[a-z]{10}", name) for name in names)
    assert all(re.fullmatch(r"_[pst]_[0-9]+", name) for name in serial)
    assert names != [anchor.name for anchor in anchors_of(document._replace(anchor_key="another key"))]
    moved = keyed._replace(body=tuple(reversed(keyed.body[-1:])) + keyed.body[:-1])
    assert {anchor.name for anchor in anchors_of(moved)} == set(names)


def test_an_allegation_that_is_called_as_a_section_has_its_own_bookmark_and_is_what_a_reference_means() -> (
    None
):
    document = made.small(
        Heading(1, words("Facts"), "facts", "I."),
        NumberedParagraph(words("It sold messages."), "facts", 1),
        NumberedParagraph(
            (Run("See "), Reference((("facts", "facts"),), spans=(Span("facts", "1", "facts", "1"),))), "b", 2
        ),
    )
    heading, own, _ = [
        anchor for anchor in anchors_of(document._replace(anchor_key="k")) if anchor.place[0] == "body"
    ]
    assert heading.name[:3] == "_s_" and own.name[:3] == "_p_"
    data = write(document._replace(anchor_key="k"))
    assert [instruction for instruction, _ in fields(data) if "REF" in instruction] == [
        f"REF {own.name} \\r \\h"
    ]


def test_every_reference_is_a_field_to_a_bookmark_with_its_number_cached() -> None:
    data, named = write(made.complaint()), targets(made.complaint())
    marks = {mark.get(f"{W}name") for mark in part(data).iter(f"{W}bookmarkStart")}
    found = [pair for pair in fields(data) if pair[0].startswith("REF")]
    assert found
    assert all(instruction.split()[1] in marks for instruction, _ in found)
    assert (f"REF {named['fact-20'].name} \\r \\h", "20") in found
    assert (f"REF {named['statements/b/ii'].name} \\w \\h", "13(b)(ii)") in found
    assert (f"REF {named['facts'].name} \\n \\h", "IV") in found


def test_a_range_reads_as_a_lawyer_writes_it() -> None:
    data = write(made.complaint())
    texts = list(map(text_of, paragraphs(data, "Allegation")))
    assert "Plaintiffs incorporate ¶¶\u00a01–36 and, in particular, ¶¶\u00a04, 13–14." in texts


def test_what_has_no_number_in_word_is_linked_and_not_computed() -> None:
    data = write(made.complaint())
    links = [(link.get(f"{W}anchor"), text_of(link)) for link in part(data).iter(f"{W}hyperlink")]
    assert links == [(targets(made.complaint())["claim-1"].name, "First Claim")]


def test_a_reference_to_nothing_is_red() -> None:
    data = write(made.complaint())
    red = part(data).xpath('.//w:r[w:rPr/w:rStyle/@w:val="Broken"]', namespaces=NS)
    assert list(map(text_of, red)) == ["[no paragraph gone]"]
    unresolved = write(made.small(Lead((Reference((("a", "b"),)),))))
    assert text_of(paragraphs(unresolved, "Lead")[0]) == "[a–b]"


# --- text
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", made.AWKWARD)
def test_it_prints_what_was_typed(text: str) -> None:
    data = write(made.small(Lead(words(text))))
    assert text_of(paragraphs(data, "Lead")[0]) == text


def test_it_prints_three_thousand_words_in_one_paragraph() -> None:
    text = " ".join(f"word{number}" for number in range(3000))
    assert text_of(paragraphs(write(made.small(Lead(words(text)))), "Lead")[0]) == text


def test_it_drops_what_xml_cannot_hold_and_keeps_lines_and_tabs() -> None:
    data = write(made.small(Lead(words("a\x00b\x0bc\ud800d\nsecond\tcolumn\r\nthird"))))
    assert text_of(paragraphs(data, "Lead")[0]) == "abcd\nsecond\tcolumn\nthird"


def test_it_never_lets_text_become_markup() -> None:
    awkward = '</w:t><w:br/>&amp; "x"'
    blocks = (
        Lead(words(awkward)),
        Lead((Blank(awkward), TermDefinition(awkward))),
        Heading(1, words(awkward)),
        Table(((words(awkward),),)),
        CountHeading(awkward, words(awkward)),
    )
    document = made.small(*blocks)
    document = document._replace(
        meta=document.meta._replace(title=awkward, footer_title=awkward, legend=awkward, case_number=awkward)
    )
    data = write(document)
    assert text_of(paragraphs(data, "Lead")[0]) == awkward
    assert awkward in text_of(part(data, "word/header1.xml"))
    assert part(data, "docProps/core.xml")[0].text == awkward


def test_a_defined_term_is_bold_inside_its_quotation_marks() -> None:
    runs = paragraphs(write(made.small(Lead((TermDefinition("Class"),)))), "Lead")[0].findall(f"{W}r")
    assert [(text_of(run), run.find(f"{W}rPr/{W}b") is not None) for run in runs] == [
        ("“", False),
        ("Class", True),
        ("”", False),
    ]


def test_a_blank_is_highlighted_in_brackets() -> None:
    runs = paragraphs(write(made.small(Lead((Blank("county"),)))), "Lead")[0].findall(f"{W}r")
    assert text_of(runs[0]) == "[county]"
    assert runs[0].find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Blank"
    assert runs[0].find(f"{W}rPr/{W}highlight").get(f"{W}val") == "yellow"


def test_what_is_to_be_sealed_is_grey_and_still_there() -> None:
    runs = paragraphs(write(made.small(Lead((Run("4,100 accounts", sealed=True),)))), "Lead")[0].findall(
        f"{W}r"
    )
    assert text_of(runs[0]) == "4,100 accounts"
    assert runs[0].find(f"{W}rPr/{W}highlight").get(f"{W}val") == "lightGray"


def test_it_refuses_a_node_it_does_not_know() -> None:
    with pytest.raises(TypeError):
        write(made.small("a string is no block"))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        write(made.small(Lead(("a string is no inline",))))  # type: ignore[arg-type]


# --- notes, tables, figures, signatures
# -------------------------------------------------------------------------------------------------


def test_footnotes_are_real_and_in_order() -> None:
    data = write(made.complaint())
    marks = [mark.get(f"{W}id") for mark in part(data).iter(f"{W}footnoteReference")]
    notes = part(data, "word/footnotes.xml")
    assert marks == ["1", "2"]
    assert [note.get(f"{W}id") for note in notes] == ["-1", "0", "1", "2"]
    assert text_of(notes[3]).strip() == "See ¶\u00a09."


def test_a_tables_first_row_is_its_head() -> None:
    table = part(write(made.complaint())).findall(f".//{W}tbl")[1]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")] == [
        True,
        False,
        False,
    ]


def test_a_table_at_the_end_is_followed_by_a_paragraph() -> None:
    body = part(write(made.small(Table(((words("a"), words("b")), (words("c"),)))))).find(f"{W}body")
    assert [etree.QName(node).localname for node in body][-3:] == ["tbl", "p", "sectPr"]


def test_a_figure_has_words_for_a_reader_who_cannot_see_it(tmp_path: Path) -> None:
    data = write(made.pictured(made.png(tmp_path / "screen.png")))
    shown = part(data).xpath(".//wp:inline/wp:docPr/@descr", namespaces=NS)
    assert shown == ["A screen that shows the promise", "The same screen"]
    assert [name for name in names(data) if "media" in name] == ["word/media/image1.png"]


def test_a_wide_figure_is_scaled_to_the_column(tmp_path: Path) -> None:
    data = write(made.pictured(made.png(tmp_path / "wide.png", 2000, 500)))
    extent = part(data).find(f".//{{{NS['wp']}}}extent")
    assert int(extent.get("cx")) == 468 * 12700
    assert abs(int(extent.get("cy")) - 117 * 12700) < 1000


def test_a_missing_figure_is_red_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    for name in ("gone.png", "notes.txt"):
        data = write(made.small(Figure(str(tmp_path / name), "A screen")))
        assert "[no picture" in text_of(paragraphs(data, "LeadCentered")[0])


def test_nobody_is_signed_for() -> None:
    data = write(made.complaint())
    rule = paragraphs(data, "SignatureRule")[0]
    assert text_of(rule) == "By: \t"
    assert "/s/" not in text_of(part(data))


def test_a_signature_block_stays_together() -> None:
    data = write(made.complaint())
    last = paragraphs(data, "SignatureLine")[-1]
    assert last.find(f"{W}pPr/{W}keepNext").get(f"{W}val") == "0"
    others = (
        paragraphs(data, "SignatureLine")[:-1]
        + paragraphs(data, "SignatureDate")
        + paragraphs(data, "SignatureRule")
    )
    assert not [p for p in others if p.find(f"{W}pPr/{W}keepNext") is not None]


# --- the paper
# ------------------------------------------------------------------------------------------------------------


def test_pleading_paper_is_exact_and_numbers_twenty_eight_lines() -> None:
    data = write(made.complaint())
    margins = part(data).find(f".//{W}pgMar")
    assert (margins.get(f"{W}top"), margins.get(f"{W}bottom")) == ("-1440", "-900")
    assert part(data).find(f".//{W}docGrid") is None
    boxes = part(data, "word/header1.xml").iter(f"{W}txbxContent")
    assert [[text_of(p) for p in box] for box in boxes] == [[str(n) for n in range(1, 29)]] * 2


def test_plain_paper_has_neither_numbers_nor_rules() -> None:
    header = part(write(made.plain_complaint()), "word/header1.xml")
    assert not list(header.iter(f"{W}txbxContent"))
    assert text_of(header) == made.LEGEND


def test_the_courts_title_starts_on_its_line() -> None:
    def before(lines: int) -> str:
        counsel = CounselBlock(tuple(words(f"Line {number}") for number in range(lines))) if lines else None
        title = paragraphs(write(made.complaint(counsel=counsel)), "CourtTitle")[0]
        return str(title.find(f"{W}pPr/{W}spacing").get(f"{W}before"))

    assert [before(lines) for lines in (0, 11, 14, 15, 16)] == ["3360", "720", "0", "240", "0"]


def test_an_odd_quotation_is_filled_to_a_whole_line() -> None:
    odd, even = BlockQuote(words("One line.")), BlockQuote(words("word " * 100))
    quotes = paragraphs(write(made.small(odd, even)), "BlockQuote")
    lines = line_count(words("word " * 100), 468 - 72, 12)
    assert quotes[0].find(f"{W}pPr/{W}spacing").get(f"{W}after") == "240"
    assert (quotes[1].find(f"{W}pPr/{W}spacing") is not None) == bool(lines % 2)


def test_a_face_whose_widths_are_unknown_keeps_quotations_on_the_lines() -> None:
    data = write(
        made.small(BlockQuote(words("One line.")), layout=made.PLEADING._replace(face="Century Schoolbook"))
    )
    assert paragraphs(data, "BlockQuote")[0].find(f"{W}pPr/{W}spacing") is None
    style = part(data, "word/styles.xml").xpath(
        './/w:style[@w:styleId="BlockQuote"]/w:pPr/w:spacing/@w:line', namespaces=NS
    )
    assert style == ["480"]


def test_the_caption_numbers_its_claims_and_names_every_party() -> None:
    data = write(made.crowded())
    assert [text_of(p) for p in paragraphs(data, "CaptionClaim")][1] == "Breach of Contract"
    left = part(data).findall(f".//{W}tc")[0]
    assert text_of(left).count("DEFENDANT NUMBER") == 70


def test_a_bracket_caption_has_a_column_of_brackets() -> None:
    cells = part(write(made.plain_complaint())).find(f".//{W}tbl").findall(f".//{W}tc")
    assert len(cells) == 3
    assert set(text_of(cells[1]).split("\n")) == {")"}


def test_the_footer_has_the_page_and_the_papers_title_and_number() -> None:
    document = made.complaint()
    data = write(document._replace(meta=document.meta._replace(case_number="5:25-cv-00001")))
    footer = text_of(part(data, "word/footer1.xml"))
    assert footer.endswith("Case No. 5:25-cv-00001") and made.FOOTER_TITLE in footer
    assert "PAGE" in "".join(part(data, "word/footer1.xml").itertext())


def test_widths_are_those_of_the_face() -> None:
    assert text_width("Times", 12) == pytest.approx((611 + 278 + 778 + 444 + 389) * 0.012)
    assert text_width("é", 12) == text_width("e", 12)
    column = text_width("a " * 10, 12) - text_width(" ", 12)
    assert line_count(words("a " * 60), column, 12) == 6
    assert line_count(words("a " * 60), column - 1, 12) == 7
    assert line_count(words("well-known"), text_width("known", 12) + 1, 12) == 2


# --- the annotated copy
# ------------------------------------------------------------------------------------------------------------

COMMENTS = (
    Comment("promise", "Check the quotation <against> the page."),
    Comment("", "No division."),
    Comment("nowhere", "Kept."),
)


def test_the_annotated_copy_carries_each_comment_where_it_belongs() -> None:
    data = annotate(
        write(made.complaint()),
        COMMENTS,
        {label: target.name for label, target in targets(made.complaint()).items()},
    )
    comments = part(data, "word/comments.xml")
    assert [text_of(comment) for comment in comments] == [comment.text for comment in COMMENTS]
    assert {comment.get(f"{W}author") for comment in comments} == {"drafter"}
    starts = {
        mark.get(f"{W}id"): text_of(mark.getparent()) for mark in part(data).iter(f"{W}commentRangeStart")
    }
    assert starts["0"].startswith("Harbor Mail's terms promised")
    assert starts["1"] == starts["2"] == "CLASS ACTION COMPLAINT"


def test_the_annotated_copy_says_on_each_page_what_it_is() -> None:
    for document in (made.complaint(), made.plain_complaint()):
        marked = write(document, COMMENTS)
        assert "ATTORNEY WORK PRODUCT - NOT FOR FILING" in text_of(part(marked, "word/header1.xml"))
        assert "WORK PRODUCT" not in text_of(part(write(document), "word/header1.xml"))


def test_the_annotated_copy_is_the_same_bytes_each_time_and_valid(tmp_path: Path) -> None:
    data = write(made.complaint(), COMMENTS)
    assert data == annotate(
        write(made.complaint()),
        COMMENTS,
        {label: target.name for label, target in targets(made.complaint()).items()},
    )
    assert not problems(data, tmp_path)


def test_properties_of_a_paragraph_stand_in_the_order_of_the_schema_however_they_are_given() -> None:
    from drafter.word.xml import in_order

    given = ('<w:jc w:val="center"/>', "", '<w:spacing w:after="0"/>', "<w:keepNext/>", "<w:tabs></w:tabs>")
    assert re.findall(r"<w:(\w+)", in_order(given)) == ["keepNext", "tabs", "spacing", "jc"]
    with pytest.raises(ValueError):
        in_order(("<w:unheardOf/>",))


@pytest.mark.parametrize(
    ("style", "kind"),
    [("Allegation", "NumberedParagraph"), ("AllegationSub2", "SubParagraph2"), ("BlockQuote", "BlockQuote")],
)
def test_indents_in_word_and_in_the_page_count_are_one_table(style: str, kind: str) -> None:
    from drafter.layout.setting import SETTINGS

    found = part(write(a_document("pleading")), "word/styles.xml").xpath(
        f'//w:style[@w:styleId="{style}"]/w:pPr/w:ind/@w:left', namespaces=NS
    )
    assert found == [str(SETTINGS[kind].left)]


@pytest.mark.parametrize("name", ["pleading", "plain"])
def test_a_table_that_ends_a_paper_makes_no_page(name):
    document = a_document(name)
    table = Table(((words_of("Exhibit"),), (words_of("A"),)))
    data = write(document._replace(body=(*document.body, Heading(1, words_of("INDEX"), "index"), table)))
    last = part(data).findall(".//w:body/w:p", NS)[-1]
    assert last.find("w:pPr/w:pStyle", NS).get(f"{W}val") == "TableEnd"
    style = part(data, "word/styles.xml").find(".//w:style[@w:styleId='TableEnd']/w:pPr/w:spacing", NS)
    assert (style.get(f"{W}line"), style.get(f"{W}lineRule")) == ("20", "exact")


def words_of(text):
    return (Run(text),)
