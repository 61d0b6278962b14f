"""A draft that was edited in Word comes back: each change finds its field, becomes an override, or is listed
with its words; and the sheet with all of it drafts the file's words again.
"""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from copy import deepcopy

import docx
import pytest
from conftest import ROOT, SAMPLES_FOLDER
from edit_scripts import (
    LIBRARY,
    drafted_in,
    outcome,
    proposal_of,
    saved_by_libreoffice,
    sheets,
    taken,
    words_in,
    words_of,
)

from drafter.complaint import assemble
from drafter.complaint.passes.overrides import digest_of
from drafter.complaint.snapshot import blocks_of
from drafter.markup import prose
from drafter.matter_files.draft_records import snapshot_of
from drafter.matter_files.load import load, loaded_tree
from drafter.proposals import conflict, proposals_of
from drafter.reading import accepted, read_word, said
from drafter.tree.answers import Answers, Change

KEY = "k5v2qp7d3x9mw4ra8tzn6c1hbj"
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def drafted(run, tmp_path):
    path = tmp_path / "lee.yaml"
    path.write_text(REYES.replace("schema_version: 1\n", f"schema_version: 1\nanchor_key: {KEY}\n", 1))
    run("draft", path)
    return path


def allegations(document):
    return [each for each in document.paragraphs if each.style.name == "Allegation"]


def replaced(document, old, new):
    """Say `new` for `old` where it stands first."""
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if old in run.text:
                run.text = run.text.replace(old, new, 1)
                return
    raise AssertionError(old)


def edited(sheet, edit, name="edited.docx"):
    document = docx.Document(str(sheet.with_suffix(".docx")))
    edit(document)
    path = sheet.with_name(name)
    document.save(str(path))
    return path


def paths(proposal):
    return [change.path for operation in proposal.operations for change in operation.changes]


def test_a_file_that_nobody_edited_changes_nothing(drafted):
    proposal = proposal_of(drafted, drafted.with_suffix(".docx"))
    assert proposal.operations == () and proposal.not_placed == ()
    again = proposal_of(drafted, edited(drafted, lambda document: None))
    assert again.operations == () and again.not_placed == ()


def test_words_of_a_field_go_into_the_field_and_its_marks_stay(drafted):
    text = load(drafted).tree["nature"][0]
    old = next(word for word in re.findall(r"\b[a-z]{8,}\b", text) if text.count(word) == 1)
    proposal = proposal_of(
        drafted, edited(drafted, lambda document: replaced(document, old, "quite otherwise"))
    )
    (operation,) = proposal.operations
    (change,) = operation.changes
    assert (
        change == Change("nature.1", "set", text.replace(old, "quite otherwise"))
        and proposal.not_placed == ()
    )


def test_words_of_the_template_become_an_override_that_prints_in_that_court_alone(drafted):
    proposal = proposal_of(
        drafted, edited(drafted, lambda each: replaced(each, "subject-matter", "original"))
    )
    (operation,) = proposal.operations
    assert paths(proposal) == ["overrides"] and "subject-matter" not in operation.changes[0].value["words"]
    tree = taken(drafted, proposal)
    assert "original jurisdiction" in " ".join(words_of(tree, drafted))
    elsewhere = assemble(loaded_tree(tree, load(drafted).source), LIBRARY, "nysd")
    assert "subject-matter jurisdiction" in " ".join(block.text for block in blocks_of(elsewhere.document))


def test_an_override_lapses_when_the_words_beneath_it_change(drafted):
    change = next(
        iter(
            proposal_of(
                drafted, edited(drafted, lambda each: replaced(each, "subject-matter", "original"))
            ).operations
        )
    ).changes[0]
    tree = deepcopy(load(drafted).tree)
    tree["overrides"] = [{**change.value, "beneath": "another"}]
    draft = assemble(loaded_tree(tree, load(drafted).source), LIBRARY)
    assert [each.outcome for each in draft.overrides] == ["lapsed"]
    assert "subject-matter jurisdiction" in " ".join(block.text for block in blocks_of(draft.document))


def with_tree(sheet, tree):
    return assemble(loaded_tree(tree, load(sheet).source), LIBRARY)


def test_both_changes_print_where_the_template_changed_elsewhere_in_the_paragraph(drafted):
    (operation,) = proposal_of(
        drafted, edited(drafted, lambda each: replaced(each, "subject-matter", "original"))
    ).operations
    value = operation.changes[0].value
    assert "subject-matter" in value["over"] and "United States" in value["over"]
    older = value["over"].replace("United States", "Union")
    before = {**value, "over": older, "beneath": digest_of(prose(older).content)}
    before["words"] = value["words"].replace("United States", "Union")
    tree = deepcopy(load(drafted).tree) | {"overrides": [before]}
    draft = with_tree(drafted, tree)
    assert [each.outcome for each in draft.overrides] == ["merged"]
    text = " ".join(block.text for block in blocks_of(draft.document))
    assert "original jurisdiction" in text and "the Union" not in text
    anew = value["paragraph"].rpartition("/")[0] + "/00000000"
    tree["overrides"] = [{**before, "paragraph": anew}]
    assert [each.outcome for each in with_tree(drafted, tree).overrides] == ["merged"]
    tree["overrides"] = [{**before, "paragraph": "nowhere/00000000"}]
    assert [each.outcome for each in with_tree(drafted, tree).overrides] == ["no paragraph"]


def test_what_was_added_to_a_template_is_edited_and_taken_out_in_the_next_round(drafted, run):
    def add(document):
        below = next(each for each in allegations(document) if "subject-matter" in each.text)
        for words in ("The first of two.", "The second of two."):
            below.insert_paragraph_before(words, below.style)

    proposal = proposal_of(drafted, edited(drafted, add))
    tree = taken(drafted, proposal)
    words = words_of(tree, drafted)
    at = words.index(said("The first of two."))
    assert words[at + 1] == said("The second of two.") and proposal.not_placed == ()
    answered(drafted, "t\nt\n", "reconcile", drafted, "edited.docx")
    run("draft", drafted, "--force")

    def again(document):
        first = next(each for each in allegations(document) if each.text == "The first of two.")
        first._p.getparent().remove(first._p)
        replaced(document, "The second of two.", "The only one.")

    proposal = proposal_of(drafted, edited(drafted, again))
    tree = taken(drafted, proposal)
    assert [each["words"] for each in tree["overrides"]] == ["The only one."] and proposal.not_placed == ()


def test_a_footnote_that_was_added_to_a_template_prints_with_its_words(drafted):
    tree = deepcopy(load(drafted).tree)
    (operation,) = proposal_of(
        drafted, edited(drafted, lambda each: replaced(each, "subject-matter", "original"))
    ).operations
    value = operation.changes[0].value
    tree["overrides"] = [{**value, "words": value["words"] + "[^w1]\n\n[^w1]: So it was held.\n"}]
    assert said("So it was held.") in words_of(tree, drafted)


def test_a_heading_and_a_count_are_left_out(drafted):
    tree = deepcopy(load(drafted).tree)
    for label in ("section/jurisdiction", "section/claim.sca"):
        assert any(block.label == label for block in snapshot_of(str(drafted), 1).blocks), label
        tree["overrides"] = [{"id": "word-1", "paragraph": label, "omit": "yes"}]
        draft = with_tree(drafted, tree)
        assert not any(block.label == label for block in blocks_of(draft.document))


def test_an_allegation_that_was_added_is_one_in_the_sheet_whose_source_is_not_known(drafted):
    def edit(document):
        below = allegations(document)[17]
        below.insert_paragraph_before("The page said so, in *so* many words.", below.style)

    proposal = proposal_of(drafted, edited(drafted, edit))
    (operation,) = proposal.operations
    value = operation.changes[0].value
    assert operation.changes[0].act == "add" and operation.changes[0].path.startswith("allegations.")
    assert value["text"] == r"The page said so, in \*so\* many words." and value["source"].note.startswith(
        "added in Word"
    )
    assert "The page said so, in *so* many words." in " ".join(words_of(taken(drafted, proposal), drafted))


def test_what_other_fields_rest_on_is_not_deleted_but_listed_with_its_words(drafted):
    def edit(document):
        gone = next(each for each in allegations(document) if each.text.startswith("Throughout 2024 Reyes"))
        gone._p.getparent().remove(gone._p)

    proposal = proposal_of(drafted, edited(drafted, edit))
    assert proposal.operations == ()
    assert any("reyes-messages" in line and "claims.sca.elements" in line for line in proposal.not_placed)


def track(document, old, new, author="Ann Ito", date="2026-11-30T23:04:00Z"):
    """Strike `old` and add `new` as a tracked change."""
    from docx.oxml.ns import qn

    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if old not in run.text:
                continue
            before, after = run.text.split(old, 1)
            made = []
            for text, tag in ((before, ""), (old, "w:del"), (new, "w:ins"), (after, "")):
                copied = deepcopy(run._r)
                copied.find(qn("w:t")).text = text
                copied.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                if tag == "w:del":
                    copied.find(qn("w:t")).tag = qn("w:delText")
                if tag:
                    around = copied.makeelement(
                        qn(tag), {qn("w:id"): "901", qn("w:author"): author, qn("w:date"): date}
                    )
                    around.append(copied)
                    copied = around
                made.append(copied)
            for each in reversed(made):
                run._r.addnext(each)
            run._r.getparent().remove(run._r)
            return
    raise AssertionError(old)


def test_a_tracked_change_keeps_its_author_and_its_date(drafted):
    path = edited(drafted, lambda document: track(document, "subject-matter", "original"))
    (operation,) = proposal_of(drafted, path).operations
    assert (operation.ground.author, operation.ground.date[:10]) == ("Ann Ito", "2026-11-30")
    assert operation.changes[0].value["by"] == "Ann Ito" and "original jurisdiction" in operation.ground.quote


def test_a_draft_of_another_matter_and_a_file_that_is_no_draft_are_refused(drafted, run, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text(REYES.replace("schema_version: 1\n", f"schema_version: 1\nanchor_key: {KEY[::-1]}\n", 1))
    run("draft", other)
    refused = run("reconcile", drafted, "other.docx")
    assert refused.returncode == 2 and "another matter" in refused.stderr
    document = docx.Document()
    document.add_paragraph("A letter about something else.")
    document.save(str(tmp_path / "letter.docx"))
    refused = run("reconcile", drafted, "letter.docx")
    assert refused.returncode == 2 and "no draft of" in refused.stderr


def test_a_file_without_marks_of_ours_is_known_by_its_words(drafted):
    data = drafted.with_suffix(".docx").read_bytes()
    path = drafted.with_name("google.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(path, "w") as out:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                text = re.sub(rb"<w:bookmark(Start|End)[^>]*>", b"", text)
                text = text.replace(b"subject-matter", b"original", 1)
            if name == "docProps/custom.xml":
                text = text.replace(b"Draft", b"Other").replace(b"Matter", b"Others")
            out.writestr(name, text)
    (operation,) = proposal_of(drafted, path).operations
    assert "original jurisdiction" in operation.changes[0].value["words"]


# --- review


def answered(sheet, typed, *words):
    """Run a command in the sheet's folder with what a person types."""
    return subprocess.run(
        [sys.executable, "-m", "drafter", *map(str, words)],
        cwd=sheet.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def edit_two(document):
    replaced(document, "subject-matter", "original")
    below = allegations(document)[17]
    below.insert_paragraph_before("The page said so.", below.style)


def test_nothing_is_written_before_a_person_says_so_and_each_answer_is(drafted, run):
    before = drafted.read_text(encoding="utf-8")
    edited(drafted, edit_two)
    listed = run("reconcile", drafted, "edited.docx", "--no-questions")
    assert (
        listed.returncode == 1
        and "2 changes" in listed.stdout
        and drafted.read_text(encoding="utf-8") == before
    )
    stopped = answered(drafted, "t\n", "review", drafted)
    assert "1 change taken, 0 refused, 1 left." in stopped.stdout
    now = drafted.read_text(encoding="utf-8")
    assert "original jurisdiction" in " ".join(now.split()) and "The page said so." not in now
    done = answered(drafted, "r\n", "review", drafted)
    assert done.returncode == 0 and "1 refused, 0 left" in done.stdout
    assert run("review", drafted).stdout.startswith("Nothing waits")
    run("draft", drafted, "--force")
    assert "original jurisdiction" in " ".join(words_in(drafted.with_suffix(".docx")))


def test_an_answer_is_taken_back_and_words_are_edited_before_they_are_taken(drafted, run):
    before = load(drafted).tree
    edited(drafted, lambda document: replaced(document, "subject-matter", "original"))
    answered(drafted, "t\n", "reconcile", drafted, "edited.docx")
    ((number, proposal),) = proposals_of(str(drafted))
    assert proposal.operations[0].state == "taken" and proposal.operations[0].undo
    edited(drafted, edit_two, "again.docx")
    answered(drafted, "s\ne\nThe page said otherwise.\nq\n", "reconcile", drafted, "again.docx")
    assert "The page said otherwise." in drafted.read_text(encoding="utf-8")
    assert before["plaintiffs"] == load(drafted).tree["plaintiffs"]


def test_what_was_changed_since_is_a_conflict_and_is_never_taken(drafted, run):
    text = load(drafted).tree["nature"][0]
    old = next(word for word in re.findall(r"\b[a-z]{8,}\b", text) if text.count(word) == 1)
    edited(drafted, lambda document: replaced(document, old, "otherwise"))
    run("reconcile", drafted, "edited.docx", "--no-questions")
    drafted.write_text(drafted.read_text().replace(old, "meanwhile", 1))
    ((_, proposal),) = proposals_of(str(drafted))
    assert "changed since" in conflict(proposal.operations[0], Answers(load(drafted).tree))
    done = answered(drafted, "t\nq\n", "review", drafted)
    assert "cannot be taken" in done.stdout and "meanwhile" in drafted.read_text(encoding="utf-8")


def test_what_is_proposed_is_told_as_json(drafted, run):
    edited(drafted, edit_two)
    page = json.loads(run("reconcile", drafted, "edited.docx", "--format", "json").stdout)
    assert page["format"] == 1 and len(page["data"]["operations"]) == 2 and page["problems"] == []
    assert page["data"]["operations"][0]["ground"]["document"] == "edited.docx"


# --- the fixpoint


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """Samples and filings with their drafts, each made once when it is wanted."""
    made = {}

    def of(sheet):
        if sheet not in made:
            made[sheet] = drafted_in(tmp_path_factory.mktemp("drafts") / sheet.stem, sheet)
        return made[sheet]

    return of


@pytest.mark.sampled(6)
@pytest.mark.parametrize("seed", range(200))
def test_the_sheet_with_all_of_it_drafts_the_words_of_the_file(seed, ready, tmp_path):
    """Two hundred scripts here; ten thousand by `python tests/edit_scripts.py`."""
    there = sheets()
    found = outcome(ready(there[seed % len(there)]), seed, tmp_path)
    assert (found.lost, found.authors) == ((), ())


def test_every_paragraph_of_the_record_is_found_in_the_file(drafted):
    file = read_word(drafted.with_suffix(".docx").read_bytes())
    there = {said(each.text) for each in accepted(file)}
    lost = [
        block for block in snapshot_of(str(drafted), 1).blocks if block.text.strip() and block.kind != "note"
    ]
    assert [block.text for block in lost if said(block.text) not in there] == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", [each.stem for each in sheets()])
def test_no_draft_that_nobody_edited_is_told_as_changed(name, ready, tmp_path):
    (sheet,) = [each for each in sheets() if each.stem == name]
    drafted = ready(sheet)
    path = tmp_path / "again.docx"
    docx.Document(str(drafted.with_suffix(".docx"))).save(str(path))
    proposal = proposal_of(drafted, path)
    assert proposal.operations == () and proposal.not_placed == ()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not at hand")
@pytest.mark.sampled(1)
@pytest.mark.parametrize("seed", range(3))
def test_a_file_that_libreoffice_saved_comes_to_the_same(seed, ready, tmp_path):
    there = sheets()
    drafted = ready(there[seed])
    (tmp_path / "plain.docx").write_bytes(drafted.with_suffix(".docx").read_bytes())
    proposal = proposal_of(drafted, saved_by_libreoffice(tmp_path / "plain.docx"))
    assert proposal.operations == () and proposal.not_placed == ()
    found = outcome(drafted, seed, tmp_path, saved_by_libreoffice)
    assert (found.lost, found.authors) == ((), ())


def test_a_template_that_changed_since_is_no_edit_of_the_partners(drafted):
    """The file came back as it went out; what the sheet drafts now differs."""
    tree = deepcopy(load(drafted).tree)
    path = edited(drafted, lambda document: None)
    drafted.write_text(drafted.read_text().replace("Larkspur sold its customers", "Larkspur sold people", 1))
    assert load(drafted).tree != tree
    proposal = proposal_of(drafted, path)
    assert proposal.operations == () and proposal.not_placed == ()
