"""A client who was declined: what drafter has of her goes, and what stays is told."""

import shutil
import subprocess

import pytest
from conftest import SAMPLES_FOLDER
from fuzzing import quietly


@pytest.fixture
def matter(tmp_path):
    """A matter with a draft, an edited draft, an exhibit, a record of a session, and a neighbour."""
    (tmp_path / ".drafter-root").touch()
    for name in ("reyes.yaml", "reyes.yaml.old.yaml"):
        shutil.copy(SAMPLES_FOLDER / "reyes-v-larkspur.yaml", tmp_path / name)
    for words in (
        ["draft", "reyes.yaml", "-o", "ours.docx"],
        ["draft", "reyes.yaml", "-o", "edited.docx", "--annotate"],
        ["draft", "reyes.yaml.old.yaml", "-o", "other.docx"],
    ):
        assert quietly(words, tmp_path)[0] in (0, 1)
    (tmp_path / "edited.docx").write_bytes(b"what the partner made of it")
    (tmp_path / ".reyes.yaml.journal.aside").write_text("{}", encoding="utf-8")
    (tmp_path / ".reyes.yaml.proposals").mkdir()
    (tmp_path / ".reyes.yaml.proposals" / "1.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".reyes.yaml.bak").write_text("schema_version: 1\n", encoding="utf-8")
    return tmp_path


def there(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_drafter_wrote_goes_and_what_others_wrote_stays(matter):
    code, said = quietly(["purge", "reyes.yaml", "--confirm", "reyes.yaml"], matter)
    assert (code, said) == (0, "")
    assert there(matter) == [
        ".drafter-root",
        ".reyes.yaml.old.drafts",
        ".reyes.yaml.old.drafts.json",
        "edited.docx",
        "other.docx",
        "reyes.yaml.old.yaml",
    ]


def test_nothing_goes_before_the_name_was_given_again_or_in_a_dry_run(matter):
    before = there(matter)
    for more, code in (([], 2), (["--confirm", "reyes"], 2), (["--dry-run"], 0)):
        assert quietly(["purge", "reyes.yaml", *more], matter)[0] == code
        assert there(matter) == before


def test_what_stays_is_told_with_the_reason(matter, run):
    (matter / "terms.pdf").write_bytes(b"%PDF-1.4")
    text = (matter / "reyes.yaml").read_text(encoding="utf-8")
    assert "\nexhibits:\n" in text
    text = text.replace(
        "\nexhibits:\n", "\nexhibits:\n  - {id: terms-file, title: Terms, file: terms.pdf}\n", 1
    )
    (matter / "reyes.yaml").write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=matter, check=True)
    done = run("purge", "reyes.yaml", "--dry-run", cwd=matter)
    stays = done.stdout.split("These stay:")[1]
    assert "edited.docx: it was edited" in stays and "terms.pdf: the sheet names it" in stays
    assert "version control keeps" in stays


def test_a_sheet_that_does_not_load_goes_too(matter):
    (matter / "reyes.yaml").write_text("schema_version: [", encoding="utf-8")
    assert quietly(["purge", "reyes.yaml", "--confirm", "reyes.yaml"], matter)[0] == 0
    assert "reyes.yaml" not in there(matter) and "ours.docx" not in there(matter)


def test_a_sheet_that_is_open_elsewhere_does_not_go(matter, run_apart):
    from drafter.matter_files.lock import Lock

    lock = Lock.take(matter / "reyes.yaml")
    try:
        done = run_apart("purge", "reyes.yaml", "--confirm", "reyes.yaml", cwd=matter)
        assert done.returncode == 2 and "is open" in done.stderr and (matter / "reyes.yaml").exists()
    finally:
        lock.release()
