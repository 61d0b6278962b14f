"""The next pleading: its posture, what goes and what stays, and what is to be looked at again."""

import json

import pytest
from conftest import SAMPLES_FOLDER
from test_reconcile import answered

from drafter.matter_files.load import load

REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")


@pytest.fixture
def filed(run, tmp_path):
    path = tmp_path / "lee.yaml"
    path.write_text(REYES, encoding="utf-8")
    run("draft", path)
    return path


def test_the_posture_moves_on_and_a_claim_goes_once_a_person_says_so(filed, run):
    before = filed.read_text(encoding="utf-8")
    given = ("--footing", "leave-of-court", "--detail", "The Court gave leave (Dkt. 31).")
    listed = run("amend", filed, *given, "--drop", "claims.ucl-tallgrass", "--no-questions")
    assert listed.returncode == 1 and "claims.ucl-tallgrass dropped" in listed.stdout
    assert filed.read_text(encoding="utf-8") == before
    done = answered(filed, "t\nt\n", "review", filed)
    assert done.returncode == 0, done.stdout
    sheet = load(filed).sheet
    assert (str(sheet.posture.kind), str(sheet.posture.which)) == ("amended", "First")
    assert [str(each.id) for each in sheet.claims] == ["sca", "contract", "ucl"]
    run("draft", filed, "--force")
    text = run("draft", filed, "-o", "lee.txt", "--text", "--force")
    assert text.returncode in (0, 1)
    again = run("amend", filed, "--no-questions")
    assert "the Second amended complaint" in again.stdout


def test_what_other_fields_name_stays_and_they_are_told(filed, run):
    done = run("amend", filed, "--drop", "claims.sca", "--no-questions", "--format", "json")
    page = json.loads(done.stdout)["data"]
    assert any("claims.ucl.predicates" in line for line in page["not_placed"])
    assert all(
        "claims.sca" not in change["path"] for each in page["operations"] for change in each["changes"]
    )


def test_a_dismissed_claim_is_repleaded_with_what_was_decided(filed, run):
    refused = run("amend", filed, "--preserve", "claims.contract")
    assert refused.returncode == 2 and "what was decided" in refused.stderr
    answered(
        filed,
        "t\nt\n",
        "amend",
        filed,
        "--preserve",
        "claims.contract",
        "--decided",
        "with prejudice (Dkt. 40)",
    )
    run("draft", filed, "--force", "--text")
    assert "dismissed with prejudice (Dkt. 40)" in str(load(filed).sheet.claims[1].heading_note)


def test_what_is_new_since_the_pleading_before_is_to_be_looked_at(filed, run):
    filed.write_text(REYES.replace("  - id: tallgrass\n", "  - id: tall\n").replace("tallgrass]", "tall]"))
    text = filed.read_text(encoding="utf-8").replace("non_parties: [tallgrass", "non_parties: [tall")
    filed.write_text(text, encoding="utf-8")
    done = run("amend", filed, "--no-questions")
    assert "defendants.tall is new" in done.stdout and "defendants.tallgrass is gone" in done.stdout


@pytest.mark.parametrize("path", ["claims.nosuch", "allegations.no-notice", "claims"])
def test_what_cannot_go_this_way_is_told(path, filed, run):
    done = run("amend", filed, "--drop", path)
    assert done.returncode == 2 and path in done.stderr and "Traceback" not in done.stderr
