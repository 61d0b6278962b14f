"""A claim that the library does not have, at a pseudo-terminal, by someone who writes no template."""

from __future__ import annotations

import shutil
import sys

import pytest
from conftest import SAMPLES_FOLDER

from drafter.matter_files.load import load

pytest.importorskip("pexpect", reason="pexpect is not installed")
pytest.importorskip("pyte", reason="pyte is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

WRITTEN = {
    "Cause of action": "not in the list",
    "Title of the cause as pleaded": "Breach of Fiduciary Duty",
    "Citation of the cause as pleaded": "Fictional Reports 12",
    "Law of the cause": "OR",
    "Name of the element": "trust",
}
LONG = {
    "What must be pleaded": "a relationship of trust",
    "Conclusion that follows the act": "Larkspur therefore owed a duty of loyalty.",
}


@pytest.mark.long
def test_someone_who_writes_no_template_pleads_a_claim_that_is_not_in_the_list(tmp_path, run):
    from person import LEAVE, Person

    sheet = tmp_path / "reyes.yaml"
    shutil.copy(SAMPLES_FOLDER / "reyes-v-larkspur.yaml", sheet)
    person = Person(tmp_path, "edit", "reyes.yaml", "--at", "claims")
    added = False
    while person.wait():
        place, title, rows = person.asked()
        title = title.split(" [")[0].rstrip("?")
        if title in WRITTEN:
            person.write(WRITTEN[title])
        elif title in LONG:
            person.write(LONG[title], long=title.startswith("Conclusion"))
        elif title == "Claims" and not added:
            added = True
            person.choose("Add", rows)
        elif title.startswith("Elements of the cause") and not any("trust" in row for _, row in rows):
            person.choose("Add", rows)
        elif added and title in (
            "Classes it is brought for",
            "Defendants, or groups",
            "Plaintiffs who bring it",
        ):
            person.press("\r")
        elif any(row.startswith("Done") for _, row in rows) and title != "Claims":
            person.choose("Done", rows)
        else:
            person.press(LEAVE)
    loaded = load(sheet)
    (cause,) = loaded.sheet.causes
    assert str(cause.title) == "Breach of Fiduciary Duty" and [one.id for one in cause.elements] == ["trust"]
    assert [claim.theories for claim in loaded.sheet.claims][-1] == [cause.id]
    drafted = run("draft", "reyes.yaml", "--text", cwd=tmp_path)
    assert drafted.returncode == 1, drafted.stderr
    assert "Breach of Fiduciary Duty" in drafted.stdout and "Fictional Reports 12" in drafted.stdout
