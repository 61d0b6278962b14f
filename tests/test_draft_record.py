"""What is recorded of a draft: every paragraph with its bookmark and the fields it prints, and in the file a
number by which the record is found again.
"""

import io
import re
import zipfile

from conftest import SAMPLES_FOLDER
from lxml import etree

from drafter.matter_files.draft_records import snapshot_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEY = "k5v2qp7d3x9mw4ra8tzn6c1hbj"
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")


def sheet(tmp_path, text=REYES):
    path = tmp_path / "lee.yaml"
    path.write_text(text.replace("schema_version: 1\n", f"schema_version: 1\nanchor_key: {KEY}\n", 1))
    return path


def bookmarks(path):
    """The words of each bookmark's paragraph, by its name."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        roots = [etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    marks = [mark for root in roots for mark in root.iter(f"{W}bookmarkStart")]
    return {
        mark.get(f"{W}name"): "".join(mark.getparent().itertext(f"{W}t")).replace("\u00a0and", " and")
        for mark in marks
    }


def test_every_paragraph_is_recorded_with_the_words_that_stand_in_its_bookmark(run, tmp_path):
    path = sheet(tmp_path)
    run("draft", path)
    marks, blocks = bookmarks(tmp_path / "lee.docx"), snapshot_of(str(path), 1).blocks
    assert (
        len({block.name for block in blocks}) == len({block.label for block in blocks}) == len(blocks) > 100
    )
    printed = [block for block in blocks if block.kind not in ("counsel", "signature", "count")]
    assert {
        block.name: block.text for block in printed if block.name in marks and "\n" not in block.text
    } == {
        block.name: marks[block.name] for block in printed if block.name in marks and "\n" not in block.text
    }
    assert all(re.fullmatch("_[pst]_[a-z]{10}", block.name) for block in blocks)


def test_each_word_is_recorded_with_the_field_it_was_typed_in(run, tmp_path):
    path = sheet(tmp_path)
    run("draft", path)
    blocks = {block.label: block for block in snapshot_of(str(path), 1).blocks}
    promise = blocks["plus-promise"]
    assert promise.runs[0][3] == "allegations.plus-promise.text"
    assert promise.kind == "allegation" and promise.number.isdecimal() and promise.name.startswith("_p_")
    definition = next(
        block for block in blocks.values() if block.kind == "quote" and "classes.plus" in block.label
    )
    assert ("Plus Class", "classes.plus.name") in {(run[0].strip("“”"), run[3]) for run in definition.runs}
    assert any(run[3] == "" for run in definition.runs), "the template's own words have no field"


def test_the_file_says_its_number_and_the_same_sheet_makes_the_same_file(run, tmp_path):
    path = sheet(tmp_path)
    run("draft", path)
    first = (tmp_path / "lee.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        said = package.read("docProps/custom.xml").decode()
    assert '"Draft"><vt:lpwstr>1<' in said and re.search('"Matter"><vt:lpwstr>[a-z]{10}<', said)
    run("draft", path)
    assert (tmp_path / "lee.docx").read_bytes() == first
    path.write_text(path.read_text().replace("Plus Class", "Plus Subscriber Class"))
    run("draft", path)
    with zipfile.ZipFile(tmp_path / "lee.docx") as package:
        assert '"Draft"><vt:lpwstr>3<' in package.read("docProps/custom.xml").decode()


def test_bookmarks_stay_with_their_paragraphs_when_others_are_added(run, tmp_path):
    path = sheet(tmp_path)
    run("draft", path)
    before = {block.label: block for block in snapshot_of(str(path), 1).blocks}
    more = "    items:\n      - id: facts\n        text: The page said so.\n"
    text = REYES.replace("    items:\n", more, 1).replace(
        "nature:\n", "nature:\n  - A paragraph before it.\n", 1
    )
    sheet(tmp_path, text)
    run("draft", path)
    after = {block.label: block for block in snapshot_of(str(path), 2).blocks}
    lost = [label for label in before if label not in after]
    assert lost == [], lost
    assert [label for label in before if before[label].name != after[label].name] == []
    words = [label for label in before if before[label].text.split() != after[label].text.split()]
    assert all("¶" in before[label].text or "paragraph" in before[label].text.lower() for label in words), (
        words
    )
    names = [
        block.name for block in after.values() if block.label == "facts" or block.text == "The page said so."
    ]
    assert len(set(names)) == len(names)


def test_a_redacted_copy_and_a_new_matter_have_not_the_key(run, tmp_path):
    path = sheet(tmp_path)
    run("export", path, "-o", "redacted.yaml", "--redacted")
    assert KEY not in (tmp_path / "redacted.yaml").read_text(encoding="utf-8")
    run("new", "next.yaml", "--from", path, "--no-questions", "--plain")
    made = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert KEY not in made and re.search("anchor_key: [a-z]{26}", made)


def test_migrate_gives_a_sheet_its_key_and_nothing_else(run, tmp_path):
    path = tmp_path / "lee.yaml"
    path.write_text(REYES, encoding="utf-8")
    done = run("migrate", path, "--yes")
    assert "anchor_key" in done.stdout
    assert re.sub("anchor_key: [a-z]{26}\n", "", path.read_text(encoding="utf-8")) == REYES
    assert "nothing to do" in run("migrate", path, "--yes").stdout
