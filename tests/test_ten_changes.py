"""The changes of docs/the-house.md take at most three places each: some are made in a copy, and work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from typing import get_args

import pytest
from conftest import ROOT, SAMPLES_FOLDER

from drafter.library.court_records import CAPTION_FORMS, FOOTER_FORMS, CaptionForm, FooterForm

REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
MOST = 3


class Copy:
    """A copy of what is drafter's own, in which a change is made; `places` are the files it took."""

    def __init__(self, folder):
        self.folder, self.places = folder, set()
        for name in ("drafter", "templates"):
            ignored = shutil.ignore_patterns("__pycache__", "built.bin*")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)

    def replace(self, path, old, new):
        """Change the text of a file."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
        (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")
        self.places.add(path)

    def add(self, path, text):
        """Write a file that was not there."""
        assert not (self.folder / path).exists()
        (self.folder / path).write_text(text, encoding="utf-8")
        self.places.add(path)

    def run(self, *words):
        """What the changed drafter does, in a folder beside the copy: the finished process."""
        return self._python("-m", "drafter", *words)

    def python(self, program, *words):
        """What a program does that uses the changed drafter."""
        return self._python("-c", program, *words)

    def _python(self, *words):
        work = self.folder.parent / "work"
        work.mkdir(exist_ok=True)
        return subprocess.run(
            [sys.executable, *map(str, words)],
            cwd=work,
            env={**os.environ, "PYTHONPATH": str(self.folder), "DRAFTER_TEMPLATES": ""},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path / "copy")


def firm_with(folder, court, old, new):
    """A firm's templates that have drafter's profile of `court` with one line changed."""
    text = (ROOT / "templates" / "courts" / f"{court}.yaml").read_text(encoding="utf-8")
    assert len(re.findall(old, text)) == 1
    (folder / "courts").mkdir(parents=True)
    (folder / "courts" / f"{court}.yaml").write_text(re.sub(old, new, text), encoding="utf-8")
    return folder


def test_a_form_of_caption(copy, tmp_path):
    copy.replace("drafter/library/court_records.py", '"stacked", "slash"]', '"stacked", "slash", "stroke"]')
    label = '    "colon": "a column of “:”",\n'
    copy.replace("drafter/library/court_records.py", label, f'{label}    "stroke": "a column of “|”",\n')
    copy.replace("drafter/word/caption.py", '"section": "§", ', '"section": "§", "stroke": "|", ')
    firm = firm_with(tmp_path / "firm", "txnd", r"caption_form: section", "caption_form: stroke")
    sheet = shutil.copy(REYES, tmp_path)

    drafted = copy.run("draft", sheet, "--court", "txnd", "--templates", firm)
    assert drafted.returncode == 1, drafted.stderr
    assert "becomes a column of “|”." in drafted.stdout
    made = next((tmp_path / "work").glob("*.docx"))
    with zipfile.ZipFile(made) as package:
        assert "<w:t>|</w:t>" in package.read("word/document.xml").decode("utf-8")
    assert '"stroke"' in copy.run("schema", "--of", "court").stdout
    assert len(copy.places) <= MOST, copy.places


TOPIC = '''"""Checks of the tone of what is typed."""

from drafter.checks.engine.registry import Found, check
from drafter.complaint import Draft
from drafter.findings import Severity


@check("TON-001", "Exclamation mark in the nature of the action", Severity.ADVICE)
def exclaims(draft: Draft) -> Found:
    """A court is told, not called: a paragraph of the nature of the action ends in an exclamation mark."""
    for at, paragraph in enumerate(draft.matter.raw.nature):
        if str(paragraph).strip().endswith("!"):
            yield f"Paragraph {at + 1} exclaims.", f"nature.{at}", "End it with a full stop.", ""
'''


def test_a_prefix_of_checks(copy, tmp_path):
    copy.add("drafter/checks/tone.py", TOPIC)
    row = '    "LOC": Group("Local rules"),\n'
    copy.replace("drafter/checks/engine/groups.py", row, f'{row}    "TON": Group("Tone"),\n')
    sheet = tmp_path / "lee.yaml"
    text = REYES.read_text(encoding="utf-8")
    sheet.write_text(
        re.sub(r"(?m)^nature:\n", "nature:\n  - It read every message!\n", text, count=1), "utf-8"
    )

    told = copy.run("check", sheet)
    assert told.returncode in (0, 1), told.stderr
    group = told.stdout.split("\nTONE\n")[1].split("\n\n")[0]
    assert "TON-001  Paragraph 1 exclaims. End it with a full stop." in group
    assert "A court is told, not called" in copy.run("explain", "TON-001").stdout
    assert "TON-001" in copy.run("list", "checks").stdout
    assert len(copy.places) <= MOST, copy.places


def test_a_prefix_without_its_row_is_told_before_anything_is_checked(copy):
    copy.add("drafter/checks/tone.py", TOPIC)
    told = copy.run("check", REYES)
    assert told.returncode == 70 and told.stdout == ""


PRINTED = """
import sys
from drafter.complaint import assemble
from drafter.complaint.papers import PAPERS
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.printing import PRINTERS
print(PRINTERS["text"](assemble(load(sys.argv[1]), open_library(), paper=PAPERS["notice"])).decode())
"""


def test_another_paper(copy):
    body = "# Related Cases\n\n{{ plaintiffs }} {{ plaintiffs.agree('gives', 'give') }} notice.\n"
    copy.add("templates/papers/notice.md", body)
    copy.add("templates/papers/notice-title.md", "title: NOTICE OF RELATED CASES\n")
    row = '"notice", "papers/notice.md", title="papers/notice-title.md", numbering="none"'
    here = "PAPERS = {paper.name: paper for paper in (COMPLAINT,)}"
    there = f"PAPERS = {{paper.name: paper for paper in (COMPLAINT, Paper({row}))}}"
    copy.replace("drafter/complaint/papers.py", here, there)

    told = copy.python(PRINTED, REYES)
    assert "NOTICE OF RELATED CASES" in told.stdout and "give notice." in told.stdout, told.stderr
    assert len(copy.places) <= MOST, copy.places


def test_each_form_that_a_court_may_name_has_its_words():
    assert list(CAPTION_FORMS) == list(get_args(CaptionForm))
    assert list(FOOTER_FORMS) == list(get_args(FooterForm))
