"""A new matter from an old one, profiles, siblings, and the checks of what stands beside a sheet."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES_FOLDER

from drafter.facts.record import Record
from drafter.facts.sheet import FactSheet
from drafter.matter_files.load import load
from drafter.reuse.new_matter import IGNORED
from drafter.reuse.overlap import overlap
from drafter.reuse.rules import reused
from drafter.tree.answers import Change
from drafter.tree.shape import records_at
from drafter.yamltext.read import parse
from drafter.yamltext.rewrite import apply

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(SAMPLES_FOLDER.glob("*.yaml"))
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
SIBLINGS = SAMPLES_FOLDER / "siblings"


@pytest.fixture
def old(tmp_path):
    """A matter in a folder of its own."""
    (tmp_path / "reyes").mkdir()
    sheet = tmp_path / "reyes" / "reyes.yaml"
    sheet.write_text(REYES, encoding="utf-8")
    return sheet


@pytest.fixture(autouse=True)
def own_profiles(tmp_path, monkeypatch):
    """No test sees the profiles of whoever runs it."""
    monkeypatch.setenv("DRAFTER_PROFILES", str(tmp_path / "profiles"))


def check(run, sheet):
    return {
        (finding["check"], finding["where"]): finding
        for finding in json.loads(run("check", sheet, "--format", "json").stdout)["findings"]
    }


# --- from an old matter
# ------------------------------------------------------------------------------------------------------------


def goes_along(kind):
    return [name for name, question in kind.questions.items() if question.reuse]


def test_every_field_of_a_record_that_is_copied_is_classified():
    """A new field of the model is either copied into new matters or left behind: someone has to say which."""
    unsaid = [
        f"{kind.__name__}.{name}"
        for kind in _all(Record)
        if goes_along(kind)
        for name, question in kind.questions.items()
        if question.reuse is None
    ]
    assert unsaid == []


def test_every_record_under_a_copied_field_has_fields_that_are_copied():
    seen = set()

    def walk(kind, location):
        if kind in seen:
            return
        seen.add(kind)
        for name in goes_along(kind):
            key = name.rstrip("_")
            for inner in {*records_at((*location, key)), *records_at((*location, key, 0))}:
                assert goes_along(inner), f"{kind.__name__}.{name} holds {inner.__name__}"
                walk(
                    inner,
                    (*location, key, 0) if inner in records_at((*location, key, 0)) else (*location, key),
                )

    walk(FactSheet, ())
    assert seen == {kind for kind in _all(Record) if goes_along(kind)}


def _all(kind):
    for sub in kind.__subclasses__():
        yield sub
        yield from _all(sub)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_of_the_client_no_date_and_no_number_goes_along(path):
    tree = load(path).tree
    copy = reused(tree)
    words = json.dumps(copy, ensure_ascii=False, default=str)
    for plaintiff in tree["plaintiffs"]:
        assert plaintiff["id"] not in re.findall(r'"([a-z-]+)"', words)
        for name in (plaintiff.get("name"), plaintiff.get("short")):
            assert not isinstance(name, str) or not re.search(
                rf"\b{re.escape(name)}\b", re.sub(r'"common_questions": \[.*?\]', "", words)
            ), name
    for gone in (
        "allegations",
        "nature",
        "notices",
        "posture",
        "accepted_findings",
        "searches",
        "related_cases",
        "authorities",
        "venue",
        "dated",
    ):
        assert gone not in copy
    kept = re.sub(r'"(checked|since|office_from|office_through)": "[^"]*"', "", words)
    assert not re.search(r"\b(19|20)\d\d-\d\d", kept)
    assert (
        copy["defendants"][0]["name"] == tree["defendants"][0]["name"] and copy["claims"] and copy["classes"]
    )


def test_a_matter_begun_from_another_loads_and_names_where_it_came_from(old, run, tmp_path):
    done = run("new", tmp_path / "kim" / "kim.yaml", "--from", old, "--no-questions", "--plain")
    assert done.returncode == 0, done.stderr
    tree = load(tmp_path / "kim" / "kim.yaml").tree
    assert (
        tree["reused_from"] == "../reyes/reyes.yaml"
        and tree["counsel"][0]["firm"] == "Hallam & Ito LLP"
        and "plaintiffs" not in tree
    )
    assert [claim["id"] for claim in tree["claims"]] == [
        "sca",
        "contract",
        "ucl",
        "ucl-tallgrass",
    ] and tree["claims"][2] == {
        "id": "ucl",
        "theories": ["ca-ucl-unlawful", "ca-ucl-unfair"],
        "for": ["plus-california"],
        "against": ["larkspur"],
        "law": ["CA"],
        "predicates": ["sca"],
    }
    again = run("new", tmp_path / "kim" / "kim.yaml", "--from", old, "--no-questions", "--plain")
    assert again.returncode == 2 and "is there already" in again.stderr


def test_what_is_left_of_the_old_matter_is_found(old, run, tmp_path):
    new = tmp_path / "kim" / "kim.yaml"
    run("new", new, "--from", old, "--no-questions", "--plain")
    kim = {"id": "kim", "name": "Ada Kim", "kind": "individual", "represents": ["plus"]}
    new.write_text(
        apply(
            new.read_text(encoding="utf-8"),
            [
                Change("plaintiffs", "add", kim),
                Change("nature", "add", "Ms. Kim, like Reyes, wrote on Larkspur Plus. Reyesfield is a town."),
                Change("injury", "set", "Kim paid Larkspur."),
            ],
        ),
        encoding="utf-8",
    )
    found = {
        where: finding["message"] for (own, where), finding in check(run, new).items() if own == "DOC-012"
    }
    assert (
        "nature.1" in found
        and "“Reyes” belongs to Reyes and Whitfield v. Larkspur Messaging" in found["nature.1"]
    )
    assert not any("“Larkspur”" in message for message in found.values()), "the same defendant is no leftover"
    assert "injury" not in found


def test_profiles_of_the_old_matter_go_along_and_its_facts_do_not(tmp_path, run):
    for folder in ("shared", "old", "new"):
        (tmp_path / folder).mkdir()
    tree = parse(REYES, "x")
    firm = {"schema_version": "1", "counsel": reused(tree)["counsel"]}
    (tmp_path / "shared" / "firm.yaml").write_text(json.dumps(firm, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "shared" / "facts.yaml").write_text(
        "schema_version: 1\nnature: [Reyes wrote to her doctor.]\n", encoding="utf-8"
    )
    old = tmp_path / "old" / "reyes.yaml"
    old.write_text(
        "schema_version: 1\ninclude: [../shared/firm.yaml, ../shared/facts.yaml]\nmatter: Reyes\n",
        encoding="utf-8",
    )
    run("new", tmp_path / "new" / "kim.yaml", "--from", old, "--no-questions", "--plain")
    made = parse((tmp_path / "new" / "kim.yaml").read_text(encoding="utf-8"), "x")
    assert made == {
        "schema_version": "1",
        "anchor_key": made["anchor_key"],
        "include": ["../shared/firm.yaml"],
        "reused_from": "../old/reyes.yaml",
    }


# --- profiles
# ------------------------------------------------------------------------------------------------------------


def test_a_defendant_is_saved_as_a_profile_and_taken_over_from_it(old, run, tmp_path):
    before = load(old).tree
    done = run("profile", "save", old, "defendants.larkspur", "larkspur", "--use")
    path = tmp_path / "profiles" / "larkspur.yaml"
    assert done.returncode == 0 and str(path) in done.stdout
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    profile = parse(path.read_text(encoding="utf-8"), "x")
    assert (
        profile["defendants"][0]["checked_source"] and "personal_jurisdiction" not in profile["defendants"][0]
    )
    own = parse(old.read_text(encoding="utf-8"), "x")
    assert own["include"] == ["profile:larkspur"] and next(
        entry for entry in own["defendants"] if entry["id"] == "larkspur"
    ).keys() == {"id", "personal_jurisdiction"}
    after = load(old).tree
    assert {name: value for name, value in after.items() if name != "include"} == before
    assert "larkspur: Larkspur Messaging, Inc." in run("profile", "list").stdout
    assert "is there already" in run("profile", "save", old, "defendants.larkspur", "larkspur").stderr
    assert run("draft", old, "--text").returncode in (0, 1)


def test_facts_are_saved_without_what_ties_them_to_a_client(old, run, tmp_path):
    assert run("profile", "save", old, "allegations", "larkspur-facts").returncode == 0
    words = (tmp_path / "profiles" / "larkspur-facts.yaml").read_text(encoding="utf-8")
    assert "confirmed" not in words and "plaintiffs" not in words and "vendor-agreement" in words
    done = run(
        "new", tmp_path / "kim" / "kim.yaml", "--with", "profile:larkspur-facts", "--no-questions", "--plain"
    )
    assert done.returncode == 0, done.stderr


def test_a_profile_has_a_plain_name_and_holds_what_can_be_used_again(old, run):
    assert "is not the name of a profile" in run("profile", "save", old, "defendants.larkspur", "../x").stderr
    assert (
        "nothing of plaintiffs goes into a profile"
        in run("profile", "save", old, "plaintiffs.reyes", "reyes").stderr
    )
    assert "nothing there" in run("profile", "save", old, "defendants.nobody", "x").stderr
    assert "No profiles" in run("profile", "list").stdout


# --- what is written into a folder of matters
# ---------------------------------------------------------------------------------------------


def test_working_files_are_kept_out_of_version_control(tmp_path, run):
    run("new", tmp_path / "kim" / "kim.yaml", "--no-questions", "--plain")
    ignore = tmp_path / "kim" / ".gitignore"
    assert ignore.read_text() == IGNORED
    ignore.write_text("mine\n")
    told = run("new", tmp_path / "kim" / "lee.yaml", "--no-questions", "--plain").stdout
    assert (
        ignore.read_text() == "mine\n"
        and ".*.journal.*" in told
        and "clients’ facts" in " ".join(told.split())
    )


# --- siblings
# ------------------------------------------------------------------------------------------------------------


def test_the_three_sample_actions_are_small_overlays_and_their_report_says_what_differs_and_why(run):
    names = ["calloway-ilnd.yaml", "brandt-cand.yaml", "brandt-calsuperct.yaml"]
    assert all(len((SIBLINGS / name).read_text(encoding="utf-8").splitlines()) < 30 for name in names)
    told = run("siblings", "--overlays", *(SIBLINGS / name for name in names))
    assert told.returncode == 0, told.stdout + told.stderr
    for words in (
        "calloway-ilnd.yaml (ilnd): Calloway; ",
        "no error stands",
        "Paper: plain paper becomes pleading paper of 28 lines.",
        "A Count is called a Cause of Action.",
        (
            "Class device: Federal Rule of Civil Procedure 23 becomes California Code of Civil Procedure"
            " section 382"
        ),
        "Parties: defendants.larkspur differs (personal_jurisdiction.1.kind: “general” becomes “specific”",
        "Claims: claims.sca removed: Without a federal claim",
        (
            "NOT TO BE FILED TOGETHER: brandt-cand.yaml (cand) and brandt-calsuperct.yaml (calsuperct): Theo"
            " Brandt against Larkspur Messaging, Inc."
        ),
        "calloway-ilnd.yaml (ilnd): what is filed beside it is a related case",
    ):
        assert words in told.stdout, words
    assert "NOT TO BE FILED TOGETHER: calloway" not in told.stdout


def test_one_matter_for_several_courts_is_drafted_through_overlays(old, run, tmp_path):
    report = run("siblings", old, "--courts", "ilnd,cand,calsuperct")
    assert report.returncode == 1 and "VEN-001" in report.stdout and not list(old.parent.glob("*.cand.yaml"))
    done = run("siblings", old, "--courts", "ilnd,cand,calsuperct", "--write")
    over = old.with_name("reyes.cand.yaml")
    assert "Overlay:" in done.stdout and len(over.read_text(encoding="utf-8").splitlines()) < 30
    assert parse(over.read_text(encoding="utf-8"), "x") == {
        "schema_version": "1",
        "include": ["reyes.yaml"],
        "court": {"id": "cand", "county": {"clear": "true"}},
        "venue": {"clear": "true"},
        "alternatives": ["reyes.yaml", "reyes.calsuperct.yaml"],
    }
    assert (
        (tmp_path / "reyes.docx").exists()
        and (tmp_path / "reyes.cand.docx").exists()
        and (tmp_path / "reyes.calsuperct.docx").exists()
    )
    again = run("siblings", old, "--courts", "ilnd,cand", "--write")
    assert again.returncode == 2 and "is there already" in again.stderr
    assert check(run, over)[("REU-001", "alternatives")]["severity"] == "advice"


def test_siblings_wants_courts_or_overlays(old, run):
    assert run("siblings", old).returncode == 2
    missing = run("siblings", old, "--courts", "nowhere")
    assert missing.returncode == 2 and "no court “nowhere”" in missing.stderr


def test_siblings_refuses_what_it_cannot_write_before_it_writes_anything(old, run, tmp_path):
    nothing = run("siblings", old, "--courts", " , ")
    assert nothing.returncode == 2 and "names no court" in nothing.stderr
    nowhere = run("siblings", old, "--courts", "ilnd,cand", "--write", "-o", "drafts")
    assert (
        nowhere.returncode == 2
        and "drafts: there is no such folder" in nowhere.stderr
        and [path.name for path in old.parent.glob("*.yaml")] == ["reyes.yaml"]
    )
    (tmp_path / "reyes.cand.docx").write_bytes(b"a draft of somebody else")
    edited = run("siblings", old, "--courts", "ilnd,cand", "--write")
    assert (
        edited.returncode == 2
        and "reyes.cand.docx was edited" in edited.stderr
        and not old.with_name("reyes.cand.yaml").exists()
    )
    assert (
        run("siblings", old, "--courts", "ilnd,cand", "--write", "--force").returncode == 1
        and old.with_name("reyes.cand.yaml").exists()
    )


def test_a_sheet_named_twice_is_one_of_the_siblings(old, run):
    told = run("siblings", old, "--overlays", old)
    assert (
        told.returncode == 0
        and "NOT TO BE FILED TOGETHER" not in told.stdout
        and told.stdout.count("reyes.yaml (ilnd)") == 1
    )


def test_a_state_courts_matter_drafted_for_a_federal_court_lacks_a_ground_of_jurisdiction(run, tmp_path):
    for path in SIBLINGS.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    told = run("siblings", "brandt-calsuperct.yaml", "--courts", "calsuperct,cacd")
    assert (
        told.returncode == 1
        and "FORM-001 (error) The sheet gives no ground of federal jurisdiction." in told.stdout
    )


# --- the same case twice
# ------------------------------------------------------------------------------------------------------------


def test_the_same_case_in_two_live_matters_is_an_error(old, run):
    other = old.with_name("second.yaml")
    other.write_text(
        REYES.replace("Larkspur Messaging, Inc.", "Larkspur Messaging Incorporated").replace(
            "id: ilnd", "id: nysd"
        ),
        encoding="utf-8",
    )
    finding = check(run, old)[("REU-001", "plaintiffs")]
    assert (
        finding["severity"] == "error"
        and "second.yaml has Dana Reyes and Owen Whitfield against Larkspur Messaging, Inc."
        in finding["message"]
    )
    other.write_text(other.read_text(encoding="utf-8") + "alternatives: [reyes.yaml]\n", encoding="utf-8")
    assert check(run, old)[("REU-001", "alternatives")]["severity"] == "advice"
    other.write_text(REYES + "closed: Dismissed without prejudice on October 1, 2026.\n", encoding="utf-8")
    assert not any(own == "REU-001" for own, _ in check(run, old))


def test_matters_in_other_folders_are_looked_at_where_the_root_is_marked(old, run, tmp_path):
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "second.yaml").write_text(REYES, encoding="utf-8")
    assert not any(own == "REU-001" for own, _ in check(run, old))
    (tmp_path / ".drafter-root").write_text("")
    assert ("REU-001", "plaintiffs") in check(run, old)


@pytest.mark.parametrize(
    ("changes", "shared"),
    [
        ([], True),
        (
            [
                Change("plaintiffs.reyes.name", "set", "Dana Royce"),
                Change("plaintiffs.whitfield.name", "set", "Owen Whitford"),
            ],
            False,
        ),
        (
            [
                Change("defendants.larkspur.name", "set", "Lark Inc."),
                Change("defendants.tallgrass.name", "set", "Grass LLC"),
            ],
            False,
        ),
        (
            [
                Change(f"classes.{own}.period", "set", {"from": "2018-01-01", "through": "2020-12-31"})
                for own in ("plus", "plus-california")
            ],
            False,
        ),
        ([Change(f"classes.{own}.states", "set", ["NV"]) for own in ("plus-california",)], True),
    ],
)
def test_matters_overlap_in_plaintiff_defendant_and_class(old, changes, shared):
    other = old.with_name("second.yaml")
    other.write_text(apply(REYES, changes), encoding="utf-8")
    assert bool(overlap(load(old).sheet, load(other).sheet)) is shared


def test_an_export_beside_the_sheet_looks_like_a_copy_and_keeps_nobody_from_filing(old, run):
    assert run("export", old.name, "-o", "whole.yaml", cwd=old.parent).returncode == 0
    for sheet, other in ((old, "whole.yaml"), (old.with_name("whole.yaml"), "reyes.yaml")):
        finding = check(run, sheet)[("REU-001", "plaintiffs")]
        assert finding["severity"] == "warning"
        assert f"{other} looks like a copy of this sheet" in finding["message"]
    done = run("check", old)
    assert done.returncode == 0, done.stdout
    old.write_text(REYES.replace("no one", "nobody").replace("Evanston", "Peoria"), encoding="utf-8")
    assert check(run, old)[("REU-001", "plaintiffs")]["severity"] == "warning"


def test_a_sheet_saved_under_another_name_looks_like_a_copy_and_one_for_another_court_does_not(old, run):
    other = old.with_name("reyes-old.yaml")
    other.write_text(REYES.replace("Evanston", "Peoria"), encoding="utf-8")
    assert check(run, old)[("REU-001", "plaintiffs")]["severity"] == "warning"
    other.write_text(REYES.replace("id: ilnd", "id: nysd"), encoding="utf-8")
    assert check(run, old)[("REU-001", "plaintiffs")]["severity"] == "error"


# --- an included file that changed
# ------------------------------------------------------------------------------------------------------------


def test_an_included_file_that_changed_since_the_draft_is_found(old, run):
    profile = old.with_name("facts.yaml")
    old.rename(profile)
    old.write_text("schema_version: 1\ninclude: [facts.yaml]\n", encoding="utf-8")
    assert not any(own == "DOC-013" for own, _ in check(run, old))
    run("draft", old)
    assert not any(own == "DOC-013" for own, _ in check(run, old))
    profile.write_text(
        REYES.replace("for $12", "for $12").replace("city: Evanston", "city: Peoria"), encoding="utf-8"
    )
    finding = check(run, old)[("DOC-013", "plaintiffs.reyes")]
    assert "facts.yaml was changed since draft 1 of 20" in finding["message"] and finding["message"].endswith(
        "plaintiffs.reyes."
    )


def test_siblings_are_written_though_whoever_reads_the_report_stops_after_its_first_line(old, tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "siblings", old.name, "--courts", "ilnd,cand", "--write"],
        cwd=old.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0, done.stderr
    assert old.with_name(f"{old.stem}.cand.yaml").exists() and old.with_suffix(".docx").exists()
    assert old.with_name(f"{old.stem}.cand.docx").exists()
