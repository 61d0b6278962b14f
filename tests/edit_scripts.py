"""Edits of a drafted Word file as people make them, by a seed. Each script goes through `reconcile`, and the
sheet with all of it in must draft the words of the file: every paragraph of the file is drafted, or listed
with its words, and every tracked change keeps its author.

    python tests/edit_scripts.py [--count 10000] [--seed 0] [--lo]

prints what was lost, how much was placed, and the time. `--lo` saves each edited file again in LibreOffice.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

import docx
from docx.oxml.ns import qn

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from drafter.complaint import assemble  # noqa: E402
from drafter.complaint.snapshot import blocks_of  # noqa: E402
from drafter.library import open_library  # noqa: E402
from drafter.matter_files.load import load, loaded_tree  # noqa: E402
from drafter.reading import accepted, read_word, said  # noqa: E402
from drafter.reconcile import proposed, the_draft_of  # noqa: E402
from drafter.tree.answers import Answers  # noqa: E402

_FILLS = re.compile(r"[\W_]*(?:x[\W_]*)*|By:\s*")
KEY = "k5v2qp7d3x9mw4ra8tzn6c1hbj"
AUTHORS = ("Ann Ito", "Ben Okoro", "Unknown Author")
LIBRARY = open_library()
WORDS = (
    "otherwise",
    "never",
    "“quoted”",
    "5,000",
    "*",
    "§ 12",
    "[sic]",
    "(in part)",
    "https://a.example/b_c",
)
KINDS = (
    *("replaced", "inserted", "removed", "tracked", "struck") * 3,
    *("paragraph", "sentence", "split", "merged", "moved", "deleted", "heading", "emphasis", "line"),
)


class Outcome(NamedTuple):
    """What became of one script: what was edited, words of the file that are neither drafted nor listed,
    authors that no operation names, and paragraphs placed of those changed.
    """

    edits: tuple[str, ...]
    lost: tuple[str, ...]
    authors: tuple[str, ...]
    placed: int
    listed: int


def sheets():
    """The samples and the filings."""
    return sorted([*(ROOT / "samples").glob("*.yaml"), *(ROOT / "tests" / "filings").glob("*.yaml")])


def drafted_in(folder, sheet):
    """The sheet in a folder, with its draft and its record beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    text = sheet.read_text(encoding="utf-8")
    path = folder / sheet.name
    path.write_text(text.replace("schema_version: 1\n", f"schema_version: 1\nanchor_key: {KEY}\n", 1))
    subprocess.run(
        [sys.executable, "-m", "drafter", "draft", path.name], cwd=folder, capture_output=True, check=False
    )
    assert path.with_suffix(".docx").exists(), sheet
    return path


def words_of(tree, sheet):
    """The words that a sheet drafts, paragraph by paragraph."""
    document = assemble(loaded_tree(tree, load(sheet).source), LIBRARY).document
    return [said(block.text) for block in blocks_of(document) if block.text.strip()]


def words_in(path):
    """The words of a file, all changes accepted, paragraph by paragraph."""
    file = read_word(path.read_bytes())
    found = [*accepted(file), *(each for note in file.notes for each in accepted(file, note.paragraphs))]
    texts = [each.text for each in found if not each.style.startswith(("toc", "contents"))]
    return [said(text) for text in texts if not _FILLS.fullmatch(text)]


def taken(sheet, proposal):
    """The sheet's tree with every operation taken."""
    answers = Answers(deepcopy(load(sheet).tree))
    for operation in proposal.operations:
        for change in operation.changes:
            answers.apply(change)
    return answers.tree


def proposal_of(sheet, path):
    """What the file would change in the sheet."""
    loaded = load(sheet)
    returned = the_draft_of(loaded, read_word(path.read_bytes()), path.name)
    return proposed(loaded, LIBRARY, returned, path.name, "2026-12-01T00:00:00Z")


def edited(document, chance):
    """A few edits of `document`; gives what was done, and the authors of tracked changes."""
    done, authors = [], set()
    for _ in range(chance.randrange(2, 9)):
        kind = chance.choice(KINDS)
        found = [each for each in document.paragraphs if len(each.text.split()) > 6 and _plain_runs(each)]
        paragraph = chance.choice(found)
        author = chance.choice(AUTHORS)
        if _EDITS[kind](document, paragraph, chance, author):
            done.append(kind)
            if kind in ("tracked", "struck"):
                authors.add(author)
    return tuple(done), authors


def _plain_runs(paragraph):
    return [
        each for each in paragraph.runs if len(each.text.split()) > 3 and each._r.find(qn("w:t")) is not None
    ]


def _run(paragraph, chance):
    run = chance.choice(_plain_runs(paragraph))
    words = run.text.split(" ")
    return run, words, chance.randrange(1, len(words))


def _replaced(document, paragraph, chance, author):
    run, words, at = _run(paragraph, chance)
    words[at] = chance.choice(WORDS)
    run.text = " ".join(words)
    return True


def _inserted(document, paragraph, chance, author):
    run, words, at = _run(paragraph, chance)
    words.insert(at, chance.choice(WORDS))
    run.text = " ".join(words)
    return True


def _removed(document, paragraph, chance, author):
    run, words, at = _run(paragraph, chance)
    del words[at : at + chance.randrange(1, 4)]
    run.text = " ".join(words)
    return True


def _tracked(document, paragraph, chance, author):
    run, words, at = _run(paragraph, chance)
    return _track(run, words, at, chance.choice(WORDS), author)


def _struck(document, paragraph, chance, author):
    run, words, at = _run(paragraph, chance)
    return _track(run, words, at, "", author)


def _track(run, words, at, new, author):
    """One word struck, and another in its place, as tracked changes in the XML."""
    parts = (
        (" ".join(words[:at]) + " ", ""),
        (words[at], "w:del"),
        (new, "w:ins"),
        ("".join(f" {word}" for word in words[at + 1 :]), ""),
    )
    made = []
    for text, tag in parts:
        if not text:
            continue
        copied = deepcopy(run._r)
        for each in copied.findall(qn("w:t"))[1:]:
            copied.remove(each)
        held = copied.find(qn("w:t"))
        held.text = text
        held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if tag == "w:del":
            held.tag = qn("w:delText")
        if tag:
            said_by = {qn("w:id"): "901", qn("w:author"): author, qn("w:date"): "2026-11-30T23:04:00Z"}
            around = copied.makeelement(qn(tag), said_by)
            around.append(copied)
            copied = around
        made.append(copied)
    for each in reversed(made):
        run._r.addnext(each)
    run._r.getparent().remove(run._r)
    return True


def _paragraph(document, paragraph, chance, author):
    paragraph.insert_paragraph_before(
        f"Something new, number {chance.randrange(9999)}, happened to them.", paragraph.style
    )
    return True


def _sentence(document, paragraph, chance, author):
    paragraph.add_run(f" And one more thing, {chance.randrange(999)} times.")
    return True


def _split(document, paragraph, chance, author):
    runs = list(paragraph._p)
    run, words, at = _run(paragraph, chance)
    if any(
        child.tag not in (qn("w:r"), qn("w:pPr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
        for child in runs
    ):
        return False
    second = deepcopy(paragraph._p)
    for mark in [*second.iter(qn("w:bookmarkStart")), *second.iter(qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    index = [child for child in runs if child.tag == qn("w:r")].index(run._r)
    others = second.findall(qn("w:r"))
    for each in others[:index]:
        second.remove(each)
    others[index].find(qn("w:t")).text = " ".join(words[at:])
    for each in [child for child in runs if child.tag == qn("w:r")][index + 1 :]:
        paragraph._p.remove(each)
    run.text = " ".join(words[:at])
    paragraph._p.addnext(second)
    return True


def _merged(document, paragraph, chance, author):
    below = paragraph._p.getnext()
    if below is None or below.tag != qn("w:p") or below.find(qn("w:pPr")) is None:
        return False
    if not any(each._p is below and each.style == paragraph.style for each in document.paragraphs):
        return False
    paragraph.add_run(" ")
    for child in list(below):
        if child.tag != qn("w:pPr"):
            paragraph._p.append(child)
    below.getparent().remove(below)
    return True


def _moved(document, paragraph, chance, author):
    others = [
        each for each in document.paragraphs if each.style == paragraph.style and each._p is not paragraph._p
    ]
    if not others:
        return False
    chance.choice(others)._p.addnext(paragraph._p)
    return True


def _deleted(document, paragraph, chance, author):
    paragraph._p.getparent().remove(paragraph._p)
    return True


def _heading(document, paragraph, chance, author):
    found = [each for each in document.paragraphs if each.style.name.startswith("Heading") and each.runs]
    run = max(chance.choice(found).runs, key=lambda each: len(each.text)) if found else None
    if run is None or len(run.text) < 4 or "\n" in run.text:
        return False
    run.text += " AND MORE"
    return True


def _emphasis(document, paragraph, chance, author):
    run, words, at = _run(paragraph, chance)
    run.italic = not run.italic
    return True


def _line(document, paragraph, chance, author):
    """A word of the first page, of a table or of the signature."""
    cells = [
        each
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for each in cell.paragraphs
    ]
    found = [run for each in cells for run in each.runs if len(run.text.split()) > 1]
    if not found:
        return False
    run = chance.choice(found)
    run.text += " et al."
    return True


_EDITS = {
    name.removeprefix("_"): found
    for name, found in list(globals().items())
    if name.removeprefix("_") in KINDS
}


def outcome(sheet, seed, folder, again=None):
    """Make the script of a seed and take it back; `again` saves the file in another program."""
    chance = random.Random(seed)
    document = docx.Document(str(sheet.with_suffix(".docx")))
    done, authors = edited(document, chance)
    path = folder / f"edited-{seed}.docx"
    document.save(str(path))
    if again:
        path = again(path)
    proposal = proposal_of(sheet, path)
    made = Counter(words_of(taken(sheet, proposal), sheet))
    listed = said(" ".join(proposal.not_placed))
    bare = Counter(re.sub(r"\d+", "#", text) for text in made.elements())
    lost = []
    for text in words_in(path):
        key = re.sub(r"\d+", "#", text)
        if bare[key] > 0:
            bare[key] -= 1
        elif text not in listed:
            lost.append(text)
    named = " ".join(operation.ground.author for operation in proposal.operations) + listed
    there = read_word(path.read_bytes())
    gone = [each for each in authors if _still(there, each) and said(each) not in said(named)]
    path.unlink()
    return Outcome(done, tuple(lost), tuple(gone), len(proposal.operations), len(proposal.not_placed))


def saved_by_libreoffice(path):
    """The file as LibreOffice opens and saves it."""
    out = path.parent / "saved"
    out.mkdir(exist_ok=True)
    command = ["soffice", f"-env:UserInstallation=file://{path.parent}/office", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "docx", "--outdir", str(out), str(path)], capture_output=True, check=True
    )
    return out / path.name


def _still(file, author):
    """Whether a change of that author is still in the file: a later edit may have taken it out."""
    return any(
        change is not None and change.author == author
        for paragraph in file.paragraphs
        for run in paragraph.runs
        for change in (run.inserted, run.deleted)
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--lo", action="store_true")
    options = parser.parse_args()
    again = saved_by_libreoffice if options.lo else None
    began = time.time()
    total = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ready = [drafted_in(folder / each.stem, each) for each in sheets()]
        for seed in range(options.seed, options.seed + options.count):
            sheet = ready[seed % len(ready)]
            try:
                found = outcome(sheet, seed, folder, again)
            except Exception as problem:
                print(f"{seed} {sheet.stem}: {type(problem).__name__}: {problem}")
                total["failed"] += 1
                continue
            total.update(scripts=1, edits=len(found.edits), placed=found.placed, listed=found.listed)
            total.update(lost=len(found.lost), authors=len(found.authors))
            if found.lost or found.authors:
                print(f"{seed} {sheet.stem} {found.edits}: lost {found.lost} {found.authors}")
    print(dict(total), f"{time.time() - began:.0f} s")
    return 1 if total["lost"] or total["authors"] or total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
