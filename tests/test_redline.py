"""Redlines: accepting every change gives the new file, rejecting it the old one, by a judge that knows
nothing of how they are made; and a reader sees what was changed, and no more.
"""

import io
import json
import random
import re
import zipfile

import documents as made
import pytest
from conftest import SAMPLES_FOLDER
from lxml import etree
from redline_judge import revisions, says
from word_files import p, t, word_file

from drafter.complaint import assemble
from drafter.document import (
    BOLD,
    ITALIC,
    BlockQuote,
    Footnote,
    FootnoteMark,
    Lead,
    NumberedParagraph,
    Run,
    SubParagraph,
    Table,
)
from drafter.library import open_library
from drafter.matter_files.load import loaded_tree
from drafter.redline import redline
from drafter.word import write
from drafter.yamltext.read import SourceFile, parse

DATE = "2026-12-01T00:00:00Z"
KEY = "k5v2qp7d3x9mw4ra8tzn6c1hbj"
LIBRARY = open_library()
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")


def drafted(text):
    tree = {**parse(text, "x"), "anchor_key": KEY}
    return write(
        assemble(loaded_tree(tree, SourceFile(str(SAMPLES_FOLDER / "x.yaml"), text, "0")), LIBRARY).document
    )


def red(old, new, **more):
    return redline(old, new, "Ann Ito", DATE, **more)


def holds(old, new):
    """The redline of two files, which gives both back."""
    found = red(old, new)
    assert says(found.data, True) == says(new)
    assert says(found.data, False) == says(old)
    return found


def test_a_file_beside_itself_has_no_revision():
    for data in (write(made.complaint()), write(made.plain_complaint()), drafted(REYES)):
        found = holds(data, data)
        assert found.revisions == revisions(found.data) == 0
        assert all(old == new for old, new in found.numbers)


def test_one_paragraph_more_is_one_revision_though_everything_below_is_renumbered():
    more = "    items:\n      - id: said-so\n        text: The page said so, in so many words.\n"
    found = holds(drafted(REYES), drafted(REYES.replace("    items:\n", more, 1)))
    assert found.revisions == revisions(found.data) == 1
    assert ("", next(new for old, new in found.numbers if not old)) in found.numbers
    found = holds(drafted(REYES), drafted(REYES.replace("nature:\n", "nature:\n  - One before it.\n", 1)))
    assert found.revisions == revisions(found.data) == 1


def test_one_word_is_one_word():
    old = "Larkspur sold the messages of every subscriber to Tallgrass."
    found = holds(word_file(p(old)), word_file(p(old.replace("every", "each"))))
    text = zipfile.ZipFile(io.BytesIO(found.data)).read("word/document.xml").decode()
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", text) == ["every"]
    assert re.findall(r"<w:ins .*?<w:t[^>]*>([^<]*)<", text) == ["each"]
    assert 'w:author="Ann Ito"' in text and f'w:date="{DATE}"' in text


ONE, TWO = "One and two are said here, ", "three and four, five and six."
FIRST, SECOND, THIRD = p("First of all things."), p("Second of all."), p("A third, last.")
TABLE = f"<w:tbl><w:tr><w:tc>{p('one')}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [
        ([p(ONE + TWO)], [p(ONE), p(TWO)], 2),
        ([p(ONE), p(TWO)], [p(ONE + TWO)], 2),
        ([p("It is loud.")], [p("It is ", t("loud", "<w:b/>"), ".")], 1),
        ([FIRST, SECOND, THIRD], [SECOND, THIRD, FIRST], 3),
        ([p("A."), TABLE, p("B.")], [p("A."), p("B.")], 2),
        ([p("Nothing of this is left in the file.")], [p("Quite another sentence altogether!")], 2),
        ([p("Gone entirely."), p("Kept.")], [p("Kept.")], 1),
    ],
)
def test_split_merged_restyled_moved_and_rewritten_paragraphs_go_both_ways(old, new, most):
    found = holds(word_file("".join(old)), word_file("".join(new)))
    assert 0 < found.revisions <= most


def test_a_paragraph_that_was_moved_is_a_move_with_what_was_changed_in_it():
    texts = [
        f"Paragraph {name} says that {name} was done in {name}." for name in ("Reno", "Oslo", "Lima", "Rome")
    ]
    moved = [*texts[1:], texts[0].replace("done", "undone")]
    found = holds(word_file("".join(map(p, texts))), word_file("".join(map(p, moved))))
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(found.data)).read("word/document.xml"))
    names = [etree.QName(node).localname for node in root.iter() if "move" in str(node.tag)]
    assert {"moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeEnd"} <= set(names)


def test_a_court_s_copy_strikes_and_underlines_and_tracks_nothing():
    old, new = (
        drafted(REYES),
        drafted(REYES.replace("every", "each", 3).replace("  - id: no-notice", "  - id: no-notice")),
    )
    more = REYES.replace("    items:\n", "    items:\n      - id: x\n        text: Said so.\n", 1)
    found = red(drafted(more), new, struck=True)
    text = zipfile.ZipFile(io.BytesIO(found.data)).read("word/document.xml").decode()
    assert not re.search(r"<w:(ins|del|moveTo|moveFrom|rPrChange)\b", text) and "<w:strike/>" in text
    struck = re.findall(r"<w:strike/>.*?<w:t[^>]*>([^<]*)<", text)
    assert "Said so." in " ".join(struck) and any(re.fullmatch(r"\d+\.", each) for each in struck)
    assert red(old, old, struck=True).revisions == 0


# --- generated pairs


def edited(document, chance):
    """A complaint after a few edits of every kind."""
    body, notes = list(document.body), list(document.footnotes)
    for _ in range(chance.randrange(1, 9)):
        places = [
            at
            for at, block in enumerate(body)
            if isinstance(block, (NumberedParagraph, Lead, BlockQuote, SubParagraph))
        ]
        at = chance.choice(places)
        block = body[at]
        match chance.randrange(9):
            case 0:
                body[at] = block._replace(content=(*block.content, Run(" And one more thing.")))
            case 1:
                del body[at]
            case 2:
                body.insert(
                    at,
                    NumberedParagraph(
                        (Run(f"Something new {chance.random()} happened."),), f"n{chance.random()}", 1
                    ),
                )
            case 3:
                body.insert(chance.choice(places), body.pop(at))
            case 4:
                body[at] = block._replace(content=tuple(_shaken(inline, chance) for inline in block.content))
            case 5:
                look = chance.choice((BOLD, ITALIC))
                body[at] = block._replace(content=tuple(_restyled(inline, look) for inline in block.content))
            case 6:
                own = f"gen{chance.random()}"
                notes.append(Footnote(own, (Run(f"A note of {own}."),), len(notes) + 1))
                body[at] = block._replace(content=(*block.content, FootnoteMark(own, len(notes))))
            case 7:
                tables = [at for at, each in enumerate(body) if isinstance(each, Table)]
                if tables:
                    table = body[tables[0]]
                    rows = (
                        *table.rows[:-1],
                        *chance.sample([((Run("x"),),) * len(table.rows[0]), table.rows[-1]], 2),
                    )
                    body[tables[0]] = table._replace(rows=rows)
            case _:
                if notes and not isinstance(notes[0], str):
                    notes[0] = notes[0]._replace(content=(*notes[0].content, Run(" More.")))
    kept = {
        inline.id
        for block in body
        for inline in getattr(block, "content", ())
        if isinstance(inline, FootnoteMark)
    }
    notes = [note for note in notes if note.id in kept]
    return document._replace(body=tuple(_numbered(body)), footnotes=tuple(notes))


def _restyled(inline, look):
    return inline._replace(style=inline.style ^ look) if isinstance(inline, Run) else inline


def _shaken(inline, chance):
    if not isinstance(inline, Run):
        return inline
    words = inline.text.split(" ")
    at = chance.randrange(len(words))
    words[at : at + chance.randrange(3)] = chance.choice(([], ["other"], ["quite", "other", "words"]))
    return inline._replace(text=" ".join(words) or "x")


def _numbered(body):
    number = 0
    for block in body:
        if isinstance(block, NumberedParagraph):
            number += 1
            block = block._replace(number=number)
        yield block


@pytest.mark.parametrize("seed", range(12))
def test_generated_pairs_go_both_ways(seed):
    chance = random.Random(seed)
    base = chance.choice((made.complaint(), made.plain_complaint()))._replace(
        anchor_key=chance.choice(("", "k"))
    )
    old, new = (write(edited(base, chance)) for _ in range(2))
    found = holds(old, new)
    assert revisions(found.data) <= found.revisions + 30


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 300))
def test_two_hundred_generated_pairs_go_both_ways(seed):
    test_generated_pairs_go_both_ways(seed)


def test_a_redline_is_a_valid_file(tmp_path):
    audit = pytest.importorskip("openxml_audit")
    chance = random.Random(7)
    for number in range(3):
        old, new = (write(edited(made.complaint(), chance)) for _ in range(2))
        for struck in (False, True):
            path = tmp_path / f"{number}{struck}.docx"
            path.write_bytes(red(old, new, struck=struck).data)
            result = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019).validate(path)
            # list 0 is no list (ISO/IEC 29500-1, 17.9.18), which the validator does not know
            found = [error.description for error in result.errors]
            assert [each for each in found if "definition '0'" not in each] == []


# --- the command


def test_compare_writes_the_redline_and_prints_the_map(run, tmp_path):
    (tmp_path / "old.docx").write_bytes(drafted(REYES))
    more = "    items:\n      - id: said-so\n        text: The page said so, in so many words.\n"
    (tmp_path / "new.docx").write_bytes(drafted(REYES.replace("    items:\n", more, 1)))
    done = run("compare", "old.docx", "new.docx", "-o", "red.docx")
    assert done.returncode == 1 and "1 revision." in done.stdout
    at = int(re.search(r"new (\d+)", done.stdout)[1])
    assert f"1–{at - 1} → 1–{at - 1}; new {at}; {at}–" in done.stdout
    assert says((tmp_path / "red.docx").read_bytes(), False) == says((tmp_path / "old.docx").read_bytes())
    page = json.loads(run("compare", "old.docx", "new.docx", "--format", "json").stdout)
    assert page["format"] == 1 and page["data"]["revisions"] == 1
    assert {"old": None, "new": [at, at]} in page["data"]["ranges"]
    assert run("compare", "old.docx", "old.docx").returncode == 0
    refused = run("compare", "old.docx", "new.docx", "-o", "new.docx", "--force")
    assert refused.returncode == 2 and "new.docx" in refused.stderr


def test_compare_takes_a_sheet_and_one_of_its_drafts(run, tmp_path):
    path = tmp_path / "lee.yaml"
    path.write_text(REYES, encoding="utf-8")
    run("draft", path)
    path.write_text(REYES.replace("Plus Class", "Plus Subscriber Class"), encoding="utf-8")
    done = run("compare", path, "--since", "1", "-o", "red.docx")
    assert done.returncode == 1 and "draft 1 of" in done.stdout and "red.docx" in done.stdout
    red_file = (tmp_path / "red.docx").read_bytes()
    assert says(red_file, False) == says((tmp_path / "lee.docx").read_bytes())
    (tmp_path / "lee.docx").unlink()
    again = run("compare", path, "--since", "1")
    assert again.stdout.split("\n")[0] == done.stdout.split("\n")[0]


@pytest.mark.parametrize("name", ["none.docx", "damaged.docx", "lee.txt"])
def test_what_is_no_word_file_is_told(name, run, tmp_path):
    (tmp_path / "damaged.docx").write_bytes(b"PK\x03\x04 nothing of the kind")
    (tmp_path / "old.docx").write_bytes(word_file(p("x")))
    done = run("compare", "old.docx", name)
    assert done.returncode == 2 and name in done.stderr and "Traceback" not in done.stderr


def repacked(data, **parts):
    """The package with parts replaced (None: left out, though they are still named) by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as there, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in there.namelist():
            own = parts.get(name.rpartition("/")[2].partition(".")[0], there.read(name))
            if own is not None:
                made.writestr(name, own)
    return out.getvalue()


def test_a_part_that_is_named_and_not_there_is_none():
    old = drafted(REYES)
    for part in ("footnotes", "numbering", "styles", "comments", "settings", "theme1"):
        assert red(repacked(old, **{part: None}), old).data


def test_a_part_that_only_the_copy_takes_along_has_its_bounds_too(run, tmp_path):
    (tmp_path / "old.docx").write_bytes(drafted(REYES))
    (tmp_path / "new.docx").write_bytes(repacked(drafted(REYES), settings=b" " * 30_000_000))
    done = run("compare", "old.docx", "new.docx", "-o", "red.docx")
    assert done.returncode == 2 and "new.docx" in done.stderr and "too large" in done.stderr
    assert done.stderr.count("\n") <= 3 and not (tmp_path / "red.docx").exists()
