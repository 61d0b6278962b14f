"""The samples as other programs read them: Open XML rules, and the same words in pandoc, docx2python and
mammoth as in drafter's own text.
"""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from conftest import SAMPLES

from drafter.complaint import assemble
from drafter.complaint.passes.number import inlines_of
from drafter.document import NumberedParagraph, plain
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.word import write


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.stem)
def draft(request, tmp_path_factory):
    made = assemble(load(request.param), open_library())
    path = tmp_path_factory.mktemp("drafts") / f"{request.param.stem}.docx"
    path.write_bytes(write(made.document))
    return made, path


def words(text):
    """The words of a text, without a reader's own marks, spacing and typed numbers."""
    return re.sub(r"[\s\\\[\]*_>]+", " ", text.replace("\u00a0", " ").replace("\u2011", "-"))


def sentences(made):
    """The words of every numbered paragraph, cut at its notes and references, which each reader writes in its
    own way.
    """
    for block in made.document.body:
        if isinstance(block, NumberedParagraph):
            text = "".join(
                plain((inline,)) if type(inline).__name__ in ("Run", "DefinedTerm") else "\0"
                for inline in inlines_of(block)
            )
            yield from (words(piece).strip(" .,;()") for piece in text.split("\0") if len(piece) > 20)


def assert_all_there(made, text):
    there = words(text)
    missing = [piece for piece in sentences(made) if piece not in there]
    assert missing == []
    assert len(list(sentences(made))) > 40


def test_openxml_audit_finds_nothing_in_a_sample(draft):
    audit = pytest.importorskip("openxml_audit")
    result = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019).validate(draft[1])
    assert [str(error) for error in result.errors] == []


def test_pandoc_reads_the_same_words(draft):
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    made, path = draft
    assert_all_there(
        made,
        subprocess.run(
            ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", path],
            capture_output=True,
            text=True,
            check=True,
        ).stdout,
    )


def test_docx2python_reads_the_same_words(draft):
    docx2python = pytest.importorskip("docx2python")
    made, path = draft
    with docx2python.docx2python(path) as document:
        assert_all_there(made, document.text)


def test_mammoth_reads_the_same_words(draft):
    mammoth = pytest.importorskip("mammoth")
    made, path = draft
    with path.open("rb") as file:
        assert_all_there(made, mammoth.extract_raw_text(file).value)
