"""Words to be sealed: gone from the public version, marked in the whole one, and listed in the motion."""

import io
import zipfile

import pytest
from test_package import matter  # noqa: F401 - a fixture
from test_preflight import CLEAN, a_pdf, changed, found

from drafter.cli import main

SECRET = "four million dialed numbers"
MARKED = ("The same message goes", f"Its log had {{~{SECRET}~}}. The same message goes")
GROUNDS = """
sealing:
  - of: program-1
    interest: The number is the defendant’s trade secret under an agreement.
    injury: Rivals would learn the size of the program.
    alternative: A range would tell as much.
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Makes the package of the clean sheet with words to be sealed; the folder."""
    monkeypatch.chdir(tmp_path)
    a_pdf(tmp_path / "a.pdf")

    def made(add=""):
        (tmp_path / "lee.yaml").write_text(changed(MARKED) + add, encoding="utf-8")
        main(["package", "lee.yaml", "--force"])
        return tmp_path / "lee.package"

    return made


def everything_in(path):
    """Every byte of every part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
        return b"".join(parts.read(name) for name in parts.namelist()).decode("utf-8", "replace")


def test_the_words_are_gone_from_every_part_of_the_public_version_and_stand_marked_in_the_whole_one(package):
    folder = package()
    public = everything_in(folder / "01 Complaint.docx")
    assert SECRET not in public and "[REDACTED]" in public
    whole = everything_in(folder / "under seal" / "01 Complaint unredacted.docx")
    assert SECRET in whole and 'w:val="Sealed"' in whole
    motion = everything_in(next(folder.glob("* Administrative Motion to File under Seal.docx")))
    assert SECRET not in motion and "Complaint, paragraph" in motion


def test_what_the_sheet_says_of_the_grounds_stands_in_the_motion_and_what_it_does_not_is_a_blank(package):
    bare = everything_in(next(package().glob("* Administrative Motion*")))
    label = next(
        line.split("id: ")[1].split(",")[0].strip(" {}")
        for line in changed(MARKED).splitlines()
        if SECRET in line and "id: " in line
    )
    full = everything_in(next(package(GROUNDS.replace("program-1", label)).glob("* Administrative Motion*")))
    assert "why nothing less is enough]" in bare and "why nothing less is enough]" not in full
    row = full[full.index("paragraph 18") :]
    assert row.index("Rivals would learn") < row.index("A range would tell as much") < row.index("</w:tr>")


def test_sealed_words_that_stand_elsewhere_unmarked_are_a_fault(tmp_path):
    text = changed(MARKED).replace("The same message goes", f"({SECRET}) The same message goes", 1)
    assert any(kind == "sealed" and "elsewhere" in told for kind, told in found(tmp_path, text))
    assert not any(kind == "sealed" for kind, _ in found(tmp_path, changed(MARKED)))


def test_a_complaint_without_words_to_be_sealed_has_no_pair(package, tmp_path):
    (tmp_path / "lee.yaml").write_text(CLEAN, encoding="utf-8")
    main(["package", "lee.yaml"])
    assert not (tmp_path / "lee.package" / "under seal").exists()
