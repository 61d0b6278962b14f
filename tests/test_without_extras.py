"""drafter where neither the extra `filing` nor LibreOffice is installed: each command says what it lacks and
what to do, and everything else works.
"""

import os
import subprocess
import sys

import pytest
from test_preflight import CLEAN

BLOCKED = """
import sys
for name in ("pikepdf", "reportlab", "reportlab.pdfgen", "reportlab.lib.utils", "pypdf"):
    sys.modules[name] = None
from drafter.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def bare(tmp_path):
    """Runs drafter in a folder with the clean sheet, without the extra and without LibreOffice: exit code,
    what was printed, what was complained of.
    """
    (tmp_path / "lee.yaml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "exhibit.yaml").write_text(
        CLEAN + "exhibits:\n  - {id: screens, title: Messages, attached: yes, label: A, file: a.pdf}\n",
        encoding="utf-8",
    )
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    env = {**os.environ, "PATH": str(nowhere), "DRAFTER_FORMS": str(tmp_path / "forms")}

    def run(*words):
        done = subprocess.run(
            [sys.executable, "-c", BLOCKED, *words], cwd=tmp_path, env=env, capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    run.folder = tmp_path
    return run


OFFICE, EXTRA = "LibreOffice is not installed", "pip install 'drafter[filing]'"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pdf", "lee.yaml"), OFFICE),
        (("draft", "lee.yaml", "-o", "a2.pdf"), OFFICE),
        (("package", "lee.yaml", "--pdf"), OFFICE),
        (("package", "lee.yaml", "--for-filing"), OFFICE),
        (("package", "lee.yaml", "--complaint", "a.pdf"), EXTRA),
        (("package", "exhibit.yaml"), EXTRA),
        (("forms", "add", "a.pdf"), EXTRA),
    ],
)
def test_a_command_that_lacks_something_says_what_and_writes_nothing(bare, words, told):
    before = sorted(path.name for path in bare.folder.iterdir() if not path.name.startswith("."))
    code, _, complaint = bare(*words)
    assert code == 2 and told in complaint and "Traceback" not in complaint, complaint
    assert before == sorted(path.name for path in bare.folder.iterdir() if not path.name.startswith("."))


def test_everything_else_works(bare):
    for words in (
        ("draft", "lee.yaml"),
        ("draft", "lee.yaml", "--final"),
        ("check", "lee.yaml"),
        ("forms", "list"),
        ("package", "lee.yaml", "--check"),
        ("package", "lee.yaml"),
        ("client-copy", "lee.yaml", "lozano"),
    ):
        code, _, complaint = bare(*words)
        assert code in (0, 1) and not complaint, (words, complaint)
    made = {path.name for path in bare.folder.rglob("*.docx")}
    assert {"lee.docx", "lee.final.docx", "01 Complaint.docx", "lee.lozano.docx"} <= made
