"""A Word file, anybody's, read straight from its XML: words, numbers, tracked changes, comments, notes."""

import random
import zipfile

import pytest
from word_files import p, t, word_file

from drafter.document import BOLD, ITALIC
from drafter.errors import UsageError
from drafter.interview.answers import read
from drafter.interview.fronts.longtext import read_file
from drafter.interview.shapes import Shape
from drafter.reading import UnreadableFile, accepted, answer_of, read_word, rejected

AUTHOR = 'w:author="Ann Ito" w:date="2026-11-30T23:04:00Z"'
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1.%3"/><w:isLgl/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def listed(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def texts(paragraphs):
    return [each.text for each in paragraphs]


def answer(tmp_path, data, name="answer.docx"):
    (tmp_path / name).write_bytes(data)
    return read_file(str(tmp_path / name))


BOX = "<w:txbxContent><w:p><w:r><w:t>Call-out words.</w:t></w:r></w:p></w:txbxContent>"
DRAWN = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
    f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ([p(t("Case 3:26"), "<w:r><w:noBreakHyphen/><w:t>cv</w:t></w:r>")], ["Case 3:26\u2011cv"]),
        (
            [p("18 U.S.C. ", '<w:r><w:sym w:font="Times New Roman" w:char="F0A7"/></w:r>', " 2702")],
            ["18 U.S.C. § 2702"],
        ),
        ([p("Before.", DRAWN), p("After.")], ["Before.", "Call-out words.", "After."]),
        ([p("One", "<w:r><w:cr/></w:r>", "two", "<w:r><w:tab/></w:r>", "three")], ["One\ntwo\tthree"]),
        ([p("<w:smartTag><w:r><w:t>Reno</w:t></w:r></w:smartTag>", ", Nevada")], ["Reno, Nevada"]),
        (["<w:sdt><w:sdtContent>", p("Inside."), "</w:sdtContent></w:sdt>"], ["Inside."]),
        ([p('<w:fldSimple w:instr=" REF a ">', t("12"), "</w:fldSimple>", " and on")], ["12 and on"]),
        (["<w:tbl><w:tr><w:tc>", p("A1"), "</w:tc><w:tc>", p("B1"), "</w:tc></w:tr></w:tbl>"], ["A1", "B1"]),
        ([p("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", " is it")], ["x+y is it"]),
    ],
)
def test_words_are_read_once_wherever_they_stand(body, words):
    joined = "".join(body)
    assert texts(accepted(read_word(word_file(joined)))) == words


@pytest.mark.parametrize("name", ["word/document.xml", "word/document2.xml", "w/main.xml"])
@pytest.mark.parametrize("strict", [False, True])
def test_the_main_part_is_found_by_its_relation_in_either_form_of_the_standard(name, strict, tmp_path):
    data = word_file(p("Northgate keeps records."), main=name)
    if strict:
        with (
            zipfile.ZipFile(tmp_path / "strict.docx", "w") as out,
            zipfile.ZipFile(_file(tmp_path, data)) as package,
        ):
            for part in package.namelist():
                text = package.read(part).decode()
                text = text.replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/",
                    "http://purl.oclc.org/ooxml/wordprocessingml/",
                )
                out.writestr(
                    part,
                    text.replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships",
                    ),
                )
        data = (tmp_path / "strict.docx").read_bytes()
    assert texts(accepted(read_word(data))) == ["Northgate keeps records."]


def _file(tmp_path, data):
    (tmp_path / "given.docx").write_bytes(data)
    return tmp_path / "given.docx"


def test_numbers_of_lists_are_counted_as_word_counts_them():
    items = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0), (1, 2), (0, 0), (1, 0)]
    body = "".join(p("x", ppr=listed(number, level)) for number, level in items)
    found = [each.number for each in accepted(read_word(word_file(body, numbering=LISTS)))]
    assert found == ["1.", "a)", "b)", "2.", "a)", "5.", "6.", "6.1", "", "7."]


def test_a_style_says_the_list_for_its_paragraphs_and_for_those_of_styles_based_on_it():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Al"><w:name w:val="Allegation"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/>'
        '<w:basedOn w:val="Al"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    own = [p("x", ppr=f'<w:pStyle w:val="{name}"/>') for name in ("Al", "Sub", "Sub", "Al")]
    own.append(p("x", ppr='<w:pStyle w:val="Al"/><w:numPr><w:numId w:val="0"/></w:numPr>'))
    found = accepted(read_word(word_file(*own, styles=styles, numbering=LISTS)))
    assert [each.number for each in found] == ["1.", "a)", "b)", "2.", ""] and found[0].style == "allegation"


def inserted(*runs):
    return f'<w:ins w:id="2" {AUTHOR}>{"".join(runs)}</w:ins>'


STRUCK = f'<w:del w:id="1" {AUTHOR}><w:r><w:delText>sold</w:delText></w:r></w:del>'
NEW_MARK = f'<w:rPr><w:ins w:id="3" {AUTHOR}/></w:rPr>'
STRUCK_MARK = f'<w:rPr><w:del w:id="5" {AUTHOR}/></w:rPr>'
TRACKED = (
    p("The clinic ", STRUCK, inserted(t("gave")), " it away.")
    + p(inserted(t("New.")), ppr=NEW_MARK)
    + p("First half, ", ppr=STRUCK_MARK)
    + p("second half.")
)


def test_a_file_with_tracked_changes_has_three_views_and_each_change_its_author_and_date():
    file = read_word(word_file(TRACKED))
    assert texts(rejected(file)) == ["The clinic sold it away.", "First half, ", "second half."]
    assert texts(accepted(file)) == ["The clinic gave it away.", "New.", "First half, second half."]
    revisions = {
        change
        for each in file.paragraphs
        for run in each.runs
        for change in (run.inserted, run.deleted)
        if change
    }
    assert {(change.act, change.author, change.date[:10]) for change in revisions} == {
        ("inserted", "Ann Ito", "2026-11-30"), ("deleted", "Ann Ito", "2026-11-30")}  # fmt: skip


def test_a_moved_sentence_stands_once_where_it_was_moved_to():
    body = p(f'<w:moveFrom w:id="2" {AUTHOR}>{t("Sold in May.")}</w:moveFrom>', "Opened in 2019.")
    body += p(f'<w:moveTo w:id="3" {AUTHOR}>{t("Sold in May.")}</w:moveTo>')
    file = read_word(word_file(body))
    assert texts(accepted(file)) == ["Opened in 2019.", "Sold in May."]
    assert texts(rejected(file)) == ["Sold in May.Opened in 2019.", ""]


def test_an_insertion_that_another_struck_is_in_neither_view():
    file = read_word(word_file(p("It did ", inserted(STRUCK), " say.")))
    assert texts(accepted(file)) == texts(rejected(file)) == ["It did  say."]


def test_comments_have_their_replies_and_the_words_they_are_on():
    comments = (
        f'<w:comment w:id="7" {AUTHOR}><w:p w14:paraId="AA"><w:r><w:t>Source?</w:t></w:r></w:p></w:comment>'
        '<w:comment w:id="8" w:author="Bo"><w:p w14:paraId="BB"><w:r><w:t>Ex. A.</w:t></w:r></w:p>'
        "</w:comment>"
    )
    extended = (
        '<w15:commentEx w15:paraId="AA" w15:done="1"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>'
    )
    body = p("It ", '<w:commentRangeStart w:id="7"/>', "sold it", '<w:commentRangeEnd w:id="7"/>', ".")
    file = read_word(word_file(body, comments=comments, commentsExtended=extended))
    first, reply = file.comments
    assert (first.author, first.text, first.done) == ("Ann Ito", "Source?", True)
    assert (reply.text, reply.answers) == ("Ex. A.", "7")
    assert [run.text for run in file.paragraphs[0].runs if run.comments] == ["sold it"]


def test_as_an_answer_emphasis_lists_and_notes_become_marks_and_all_else_is_words(tmp_path):
    notes = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " See Letter at 2.")}</w:footnote>'
    body = p("It kept ", t("every", "<w:i/>"), " record.", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    body += p("First.", ppr=listed(1, 1)) + p("> 50 percent; - 3; [[file 7]]; *not* emphasis.")
    text, told = answer(tmp_path, word_file(body, footnotes=notes, numbering=LISTS))
    first, second, third, note = text.split("\n\n")
    assert (first, second, note) == ("It kept *every* record.[^1]", "a. First.", "[^1]: See Letter at 2.")
    assert (
        third.startswith("\\> 50 percent") and "\\*not\\*" in third and "\\[\\[file 7" in third and told == ()
    )


def test_hidden_text_and_what_is_not_understood_is_left_out_and_told(tmp_path):
    body = p(
        "It keeps records.",
        t(" PRIVILEGED: ask client.", "<w:vanish/>"),
        '<w:r><w:sym w:font="Odd" w:char="F0E1"/></w:r>',
    )
    text, told = answer(tmp_path, word_file(body, p("x", ppr=listed(9))))
    assert "PRIVILEGED" not in text and text.startswith("It keeps records.")
    assert any("hidden" in line for line in told) and any("list" in line for line in told)


@pytest.mark.parametrize(
    "words", ["- 3 degrees was the reading.", "? who knows", "none: of it", "\\ odd", "/back"]
)
@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_words_of_a_file_are_never_an_answer_of_another_kind(words, ending, tmp_path):
    from drafter.document import plain
    from drafter.markup import prose

    data = word_file(p(words)) if ending == "docx" else words.encode()
    text, _ = answer(tmp_path, data, f"answer.{ending}")
    kept = read(Shape("prose"), text)
    passage = prose(kept, "injury")
    assert isinstance(kept, str) and plain(passage.content) == words and passage.rest == ()


def test_a_file_without_words_empties_no_answer(tmp_path):
    for name, data in (("a.docx", word_file(p(""))), ("b.txt", b" \n"), ("c.md", b"")):
        with pytest.raises(UsageError, match="no words"):
            answer(tmp_path, data, name)


def test_a_text_file_from_windows_is_read_in_utf_16(tmp_path):
    text, _ = answer(
        tmp_path, "“Don’t worry,” she wrote — under § 5.\r\nSecond line.".encode("utf-16"), "a.txt"
    )
    assert text == "“Don’t worry,” she wrote — under § 5.\nSecond line."


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_told_and_nothing_else_happens(seed):
    chance, data = random.Random(seed), bytearray(word_file(TRACKED, p("x", ppr=listed(1)), numbering=LISTS))
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    del data[chance.randrange(len(data) // 2, len(data)) :]
    try:
        answer_of(read_word(bytes(data)))
    except UnreadableFile as problem:
        assert str(problem)


@pytest.mark.parametrize(
    "body",
    ['<!DOCTYPE x [<!ENTITY a "b">]>', "<w:p>" * 500 + "</w:p>" * 500, "<w:sdt>" * 3000 + "</w:sdt>" * 3000],
)
def test_entities_and_endless_depth_are_refused_or_passed_over(body):
    data = (
        word_file(body)
        if not body.startswith("<!")
        else word_file(p("x"), main="word/document.xml").replace(b"x", b"x")
    )
    if body.startswith("<!"):
        import io

        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as out, zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                out.writestr(
                    part, (body if part == "word/document.xml" else "") + package.read(part).decode()
                )
        data = buffer.getvalue()
    try:
        read_word(data)
    except UnreadableFile as problem:
        assert str(problem)


def test_emphasis_is_read_with_its_character_style_and_before_a_tracked_change_of_it():
    styles = (
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    changed = f'<w:i/><w:rPrChange w:id="3" {AUTHOR}><w:rPr/></w:rPrChange>'
    file = read_word(word_file(p(t("loud", '<w:rStyle w:val="S"/>'), t(" new", changed)), styles=styles))
    assert [run.style for run in accepted(file)[0].runs] == [BOLD, ITALIC]
    assert [run.style for run in rejected(file)[0].runs] == [BOLD, 0]
