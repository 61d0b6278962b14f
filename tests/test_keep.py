"""Answers kept: on disk before the next is asked, the sheet whole or not at all, and nobody's work
overwritten unasked.
"""

import hashlib
import json
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

from drafter.errors import OutputError, SheetError
from drafter.facts.values import Unknown
from drafter.matter_files import private_disk as disk
from drafter.matter_files.editing import EditingSession, pending
from drafter.matter_files.load import load
from drafter.matter_files.lock import lock_path
from drafter.tree.answers import Change, NoPlace
from drafter.yamltext.read import read_sheet

COUNTY = Change("court.county", value="Lake")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system has no modes")


@pytest.fixture
def path(tmp_path):
    """A sheet in a folder of its own."""
    sheet = tmp_path / "matter.yaml"
    sheet.write_bytes(next(path for path in SAMPLES if path.stem.startswith("reyes")).read_bytes())
    return sheet


def beside(path):
    return sorted(entry.name for entry in path.parent.iterdir() if entry.name != path.name)


def abandon(keeper):
    """What is left when the process is gone: the files, and a lock whose process is no more."""
    keeper._journal.close()
    keeper._lock.release()


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def deciding(answer, asked=None):
    def decide(conflict):
        if asked is not None:
            asked.append(conflict)
        return answer

    return decide


# --- one session
# ------------------------------------------------------------------------------------------------------------


def test_an_answer_is_on_disk_when_record_returns_and_in_the_sheet_when_it_is_saved(path):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    assert json.loads((path.parent / ".matter.yaml.journal.jsonl").read_text().splitlines()[1]) == {
        "act": "set",
        "path": "court.county",
        "value": "Lake",
    }
    assert "county: Cook" in path.read_text(encoding="utf-8")
    keeper.save()
    assert "county: Lake" in path.read_text(encoding="utf-8")
    keeper.close()
    assert beside(path) == [".matter.yaml.bak"]


def test_saving_changes_only_the_lines_of_what_was_answered(path):
    before = path.read_text(encoding="utf-8").splitlines()
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    keeper.close()
    assert [
        (one, other)
        for one, other in zip(before, path.read_text(encoding="utf-8").splitlines(), strict=True)
        if one != other
    ] == [("  county: Cook", "  county: Lake")]


def test_the_version_before_is_kept(path):
    before = path.read_bytes()
    for county in ("Lake", "Will"):
        keeper = EditingSession.open(path)
        keeper.record(Change("court.county", value=county))
        keeper.close()
        assert (path.parent / ".matter.yaml.bak").read_bytes() == before
        before = path.read_bytes()


def test_nothing_is_written_where_nothing_changed(path):
    before = path.stat()
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    assert keeper.undo()
    assert not keeper.undo()
    keeper.close()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert beside(path) == []


def test_an_answer_without_a_place_is_neither_made_nor_written(path):
    keeper = EditingSession.open(path)
    with pytest.raises(NoPlace):
        keeper.record(Change("plaintiffs.nobody.name", value="Ann"))
    assert beside(path) == [".matter.yaml.lock"]
    keeper.close()


def test_a_new_sheet_is_made_in_a_new_folder_and_an_old_one_is_not_made_again(tmp_path):
    path = tmp_path / "lee" / "matter.yaml"
    keeper = EditingSession.open(path, create=True)
    keeper.record(Change("court.id", value="cand"))
    keeper.close()
    assert path.read_text(encoding="utf-8") == "schema_version: 1\n\n# Court\ncourt:\n  id: cand\n"
    with pytest.raises(SheetError, match="is there already\nGo on with it: drafter edit"):
        EditingSession.open(path, create=True)
    with pytest.raises(SheetError, match="there is no such file"):
        EditingSession.open(tmp_path / "other.yaml")


@POSIX
def test_everything_written_is_private_and_a_sheet_keeps_its_mode(tmp_path):
    old = os.umask(0)
    try:
        path = tmp_path / "new" / "matter.yaml"
        keeper = EditingSession.open(path, create=True)
        keeper.record(Change("court.id", value="cand"))
        keeper.record(COUNTY)
        modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in path.parent.iterdir()}
        assert modes == {
            "matter.yaml": 0o600,
            ".matter.yaml.lock": 0o600,
            ".matter.yaml.journal.jsonl": 0o600,
        }
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        path.chmod(0o640)
        keeper.remember("at", "court.judge")
        keeper.close()
        modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in path.parent.iterdir()}
        assert modes == {"matter.yaml": 0o640, ".matter.yaml.bak": 0o640, ".matter.yaml.journal.jsonl": 0o600}
    finally:
        os.umask(old)


def test_line_ends_and_the_mark_at_the_start_stay_as_the_file_has_them(path):
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text(encoding="utf-8").replace("\n", "\r\n").encode())
    before = path.read_bytes()
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    keeper.close()
    assert path.read_bytes() == before.replace(b"county: Cook\r\n", b"county: Lake\r\n", 1)


def test_a_sheet_behind_a_symbolic_link_is_written_where_it_is(path):
    link = path.parent / "link.yaml"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("the system has no symbolic links here")
    keeper = EditingSession.open(link)
    keeper.record(COUNTY)
    assert pending(path) is not None
    keeper.close()
    assert link.is_symlink() and read_sheet(path)[1]["court"]["county"] == "Lake"


def test_what_is_remembered_outlives_saving_and_forgetting_leaves_no_file(path):
    keeper = EditingSession.open(path)
    keeper.remember("at", "court.judge")
    keeper.remember("drafts", {"matter": "half-ty"})
    keeper.record(COUNTY)
    keeper.close()
    assert pending(path) is None
    replace(path, "Ruth Hallam", "Ruth Hallum")
    keeper = EditingSession.open(path)
    assert (keeper.recall("at"), keeper.recall("drafts"), keeper.note) == (
        "court.judge",
        {"matter": "half-ty"},
        [],
    )
    keeper.remember("drafts", None)
    keeper.remember("at", None)
    keeper.record(Change("court.county", value="Will"))
    keeper.close()
    assert beside(path) == [".matter.yaml.bak"]


# --- after a session that ended early
# --------------------------------------------------------------------------------------------------


def test_answers_of_a_session_that_ended_early_are_taken_up_and_told(path):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    keeper.record(Change("plaintiffs", "add", {"id": "lee", "citizenship": Unknown("ask")}, "reyes"))
    keeper.record(Change("matter", value="wrong"))
    keeper.undo()
    keeper.remember("at", "plaintiffs.lee")
    abandon(keeper)
    keeper = EditingSession.open(path)
    assert keeper.note == ["4 answers of a session that ended early, taken from .matter.yaml.journal.jsonl."]
    assert (keeper.answers.get("court.county"), keeper.answers.get("plaintiffs.lee.citizenship")) == (
        "Lake",
        Unknown("ask"),
    )
    assert keeper.answers.get("matter").startswith("Reyes") and keeper.recall("at") == "plaintiffs.lee"
    keeper.close()
    assert [entry["id"] for entry in read_sheet(path)[1]["plaintiffs"]] == ["reyes", "lee", "whitfield"]


def test_a_draft_has_the_answers_that_are_not_saved_yet_and_says_so(path):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    loaded = load(path)
    assert str(loaded.sheet.court.county) == "Lake"
    assert loaded.notes == [f"{path}: 1 answer not saved yet, taken from its journal"]
    keeper.close()
    assert load(path).notes == []


def test_a_journal_of_another_version_stops_a_draft_and_says_what_to_do(path):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    abandon(keeper)
    replace(path, "Ruth Hallam", "Ruth Hallum")
    with pytest.raises(SheetError, match="for another version of it\nRun: drafter edit"):
        load(path)


@pytest.mark.parametrize(("decision", "county"), [("mine", "Lake"), ("theirs", "Cook")])
def test_answers_beside_another_version_are_shown_and_asked_about(path, decision, county):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    abandon(keeper)
    replace(path, "Ruth Hallam", "Ruth Hallum")
    with pytest.raises(SheetError, match=r"1 answer of that session: .* They differ in court.county"):
        EditingSession.open(path)
    asked = []
    keeper = EditingSession.open(path, decide=deciding(decision, asked))
    assert [(field.path, field.theirs, field.mine) for field in asked[0].fields] == [
        ("court.county", "Cook", "Lake")
    ]
    assert asked[0].kind == "journal" and set(asked[0].choices) == {"mine", "theirs", "stop"}
    assert (keeper.answers.get("court.county"), keeper.answers.get("counsel.hallam.lawyers.1.name")) == (
        county,
        "Ruth Hallum",
    )
    keeper.close()
    assert read_sheet(path)[1]["court"]["county"] == county
    if decision == "theirs":
        assert b"Lake" in (path.parent / ".matter.yaml.journal.aside").read_bytes()


def test_a_torn_last_line_loses_only_that_line(path):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    keeper.record(Change("matter", value="Reyes v. Larkspur"))
    abandon(keeper)
    journal = path.parent / ".matter.yaml.journal.jsonl"
    for cut in range(2, 40, 7):
        journal.write_bytes(journal.read_bytes()[:-cut])
        keeper = EditingSession.open(path)
        assert keeper.answers.get("court.county") == "Lake"
        assert keeper.answers.get("matter") != "Reyes v. Larkspur"
        keeper.record(Change("matter", value="Reyes v. Larkspur"))
        abandon(keeper)


def test_a_save_that_was_announced_and_done_is_not_done_again(path):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    journal = path.parent / ".matter.yaml.journal.jsonl"
    kept = journal.read_bytes()
    keeper.save()
    keeper.record(Change("matter", "set", "Reyes"))
    later = journal.read_bytes().splitlines()[1]
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    abandon(keeper)
    journal.write_bytes(kept + json.dumps({"saving": sha256}).encode() + b"\n" + later + b"\n")
    keeper = EditingSession.open(path)
    assert keeper.note == ["1 answer of a session that ended early, taken from .matter.yaml.journal.jsonl."]
    assert keeper.answers.get("matter") == "Reyes"
    keeper.close()


def test_what_saves_that_were_cut_short_left_is_removed(path):
    strays = [
        path.parent / name
        for name in (".matter.yaml.x1.tmp", ".matter.yaml.journal.jsonl.x2.tmp", ".matter.yaml.bak.77.tmp")
    ]
    other = path.parent / ".other.yaml.x1.tmp"
    for stray in [*strays, other]:
        stray.write_text("client facts")
    keeper = EditingSession.open(path)
    assert not any(stray.exists() for stray in strays) and other.exists()
    assert "left behind" in keeper.note[0]
    keeper.close()


# --- two writers
# ------------------------------------------------------------------------------------------------------------


def test_a_sheet_that_is_open_is_not_opened_again_and_it_is_said_who_has_it(path):
    first = EditingSession.open(path)
    with pytest.raises(SheetError, match=rf"is open: .* \(process {os.getpid()}\)"):
        EditingSession.open(path)
    first.close()
    EditingSession.open(path).close()


def test_a_session_that_was_taken_over_can_write_no_more_and_loses_nothing(path):
    first = EditingSession.open(path)
    first.record(COUNTY)
    asked = []
    second = EditingSession.open(path, decide=deciding("mine", asked))
    assert asked[0].kind == "locked" and second.answers.get("court.county") == "Lake"
    for act in (lambda: first.record(Change("matter", value="x")), first.undo, first.save, first.close):
        with pytest.raises(SheetError, match="taken over by another session"):
            act()
    second.record(Change("court.judge", value="Hon. A. Lee"))
    second.close()
    assert read_sheet(path)[1]["court"] == {"id": "ilnd", "county": "Lake", "judge": "Hon. A. Lee"}
    assert ".matter.yaml.lock" not in beside(path)


def test_the_lock_of_a_process_that_is_gone_holds_nobody_up(path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    keeper = EditingSession.open(path)
    held = json.loads(lock_path(path).read_bytes())
    keeper.close()
    for text in (json.dumps({**held, "pid": gone.pid}), json.dumps(held), "", "{"):
        lock_path(path).write_text(text)
        EditingSession.open(path).close()
    lock_path(path).write_text(json.dumps({**held, "host": "elsewhere", "user": "jito"}))
    with pytest.raises(SheetError, match="jito on elsewhere"):
        EditingSession.open(path)


def edited_meanwhile(path, change, old, new, decide):
    keeper = EditingSession.open(path, decide=decide)
    keeper.record(change)
    replace(path, old, new)
    return keeper


def test_a_file_changed_meanwhile_is_not_overwritten_where_nobody_can_be_asked(path):
    keeper = edited_meanwhile(path, COUNTY, "Ruth Hallam", "Ruth Hallum", None)
    theirs = path.read_bytes()
    with pytest.raises(
        SheetError,
        match="changed by another program .* They differ in court.county, counsel.hallam.lawyers.1.name",
    ):
        keeper.close()
    assert (
        path.read_bytes() == theirs and b"Lake" in (path.parent / ".matter.yaml.journal.jsonl").read_bytes()
    )


def test_changes_to_different_fields_can_both_be_kept(path):
    asked = []
    keeper = edited_meanwhile(path, COUNTY, "Ruth Hallam", "Ruth Hallum", deciding("merge", asked))
    keeper.close()
    assert [(field.path, field.base, field.theirs, field.mine) for field in asked[0].fields] == [
        ("court.county", "Cook", "Cook", "Lake"),
        ("counsel.hallam.lawyers.1.name", "Ruth Hallam", "Ruth Hallum", "Ruth Hallam"),
    ]
    tree = read_sheet(path)[1]
    assert (tree["court"]["county"], tree["counsel"][0]["lawyers"][0]["name"]) == ("Lake", "Ruth Hallum")


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (COUNTY, "county: Cook", "county: Will"),
        (Change("court", value=None), "county: Cook", "county: Will"),
        (
            Change("counsel.hallam.lawyers.2.email", value="x@y.example"),
            "      - name: Ruth Hallam\n",
            "      - name: New First\n      - name: Ruth Hallam\n",
        ),
        (
            Change("allegations.no-notice", "remove"),
            "told no subscriber of the copies, and asked none",
            "told nobody",
        ),
    ],
    ids=["field", "record", "counted entry", "removed entry"],
)
def test_both_are_not_offered_where_one_would_be_lost(path, change, old, new):
    asked = []
    keeper = edited_meanwhile(path, change, old, new, deciding("theirs", asked))
    theirs = path.read_bytes()
    keeper.close()
    assert set(asked[0].choices) == {"mine", "theirs", "stop"}
    assert path.read_bytes() == theirs
    assert change.path in (path.parent / ".matter.yaml.journal.aside").read_text()


def test_mine_replaces_theirs_which_is_kept_as_the_version_before(path):
    keeper = edited_meanwhile(path, COUNTY, "county: Cook", "county: Will", deciding("mine"))
    theirs = path.read_bytes()
    keeper.close()
    assert read_sheet(path)[1]["court"]["county"] == "Lake"
    assert (path.parent / ".matter.yaml.bak").read_bytes() == theirs


# --- disks that fail
# ------------------------------------------------------------------------------------------------------------


def test_an_answer_that_cannot_be_written_is_not_made(path, monkeypatch):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    journal = (path.parent / ".matter.yaml.journal.jsonl").read_bytes()

    def full(number, data):
        return real(number, data[: len(data) // 2])

    real = os.write
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OutputError, match="no room for all of it"):
        keeper.record(Change("matter", value="lost"))
    monkeypatch.undo()
    assert keeper.answers.get("matter") != "lost"
    assert (path.parent / ".matter.yaml.journal.jsonl").read_bytes() == journal
    keeper.close()


@pytest.mark.parametrize("windows", [False, True])
def test_a_sheet_that_cannot_be_replaced_stays_and_the_answers_stay_in_the_journal(
    path, monkeypatch, windows
):
    keeper = EditingSession.open(path)
    keeper.record(COUNTY)
    before = path.read_bytes()

    def refuse(source, target):
        if Path(target) == path:
            raise PermissionError(13, "in use")
        return real(source, target)

    real = os.replace
    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    if windows:
        monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(
        OutputError,
        match="in use\nWhat was to be saved is in .*tmp" if windows else "in use\nCheck the folder",
    ):
        keeper.save()
    monkeypatch.undo()
    assert any(name.endswith(".tmp") for name in beside(path)) is windows
    assert path.read_bytes() == before
    keeper.record(Change("matter", value="Reyes v. Larkspur"))
    abandon(keeper)
    keeper = EditingSession.open(path)
    assert (keeper.answers.get("court.county"), keeper.answers.get("matter")) == ("Lake", "Reyes v. Larkspur")
    keeper.close()


def test_windows_is_asked_again_while_another_program_has_the_file(path, monkeypatch):
    refusals = [PermissionError(13, "in use")] * (disk.TRIES - 1)

    def slow(source, target):
        if refusals:
            raise refusals.pop()
        return real(source, target)

    real = os.replace
    monkeypatch.setattr(os, "replace", slow)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    disk.put_in_place(path, b"schema_version: 1\n")
    assert path.read_bytes() == b"schema_version: 1\n" and refusals == []


# --- kill -9
# ------------------------------------------------------------------------------------------------------------

SESSION = """
import sys
from drafter.tree.answers import Change
from drafter.matter_files.editing import EditingSession
from pathlib import Path
keeper = EditingSession.open(sys.argv[1], create=not Path(sys.argv[1]).exists())
number = len(keeper.answers.keys("allegations"))
print("open", number, flush=True)
while True:
    number += 1
    keeper.record(Change("allegations", "add", {"id": f"a{number}", "text": f"Acme sold the list {number} times.\\n\\nIt kept no record."}))
    keeper.remember("at", number)
    print("kept", number, flush=True)
    if number % 3 == 0:
        keeper.save()
        print("saved", number, flush=True)
"""  # noqa: E501


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no kill -9")
def test_kill_9_at_any_moment_loses_at_most_the_answer_that_was_being_given(tmp_path):
    seed = int(os.environ.get("DRAFTER_SEED") or random.randrange(10**6))
    print(f"DRAFTER_SEED={seed}")
    chance, path, kept = random.Random(seed), tmp_path / "matter.yaml", 0
    for _ in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", SESSION, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        told = [process.stdout.readline() for _ in range(chance.randint(1, 25))]
        time.sleep(chance.random() * 0.01)
        process.kill()
        told += process.communicate()[0].splitlines()
        kept = max([kept, *(int(line.split()[1]) for line in told if len(line.split()) == 2)])
        keeper = EditingSession.open(path)
        found = keeper.answers.keys("allegations")
        assert found == [f"a{number}" for number in range(1, len(found) + 1)], seed
        assert kept <= len(found) <= kept + 1, seed
        assert all(keeper.answers.get(f"allegations.{name}.text") for name in found[-5:])
        if chance.random() < 0.5:
            keeper.close()
            assert len(read_sheet(path)[1].get("allegations", [])) == len(found), seed
        else:
            abandon(keeper)
        kept = len(found)


def test_an_answer_is_kept_in_a_few_milliseconds_in_a_sheet_of_a_thousand_allegations(tmp_path, monkeypatch):
    path = tmp_path / "matter.yaml"
    items = "".join(
        f"      - id: a{number}\n        text: |\n          {'Acme sold the list to another broker. ' * 20}\n"
        for number in range(1000)
    )
    path.write_text(
        f"schema_version: 1\nallegations:\n  - heading: The Sales\n    items:\n{items}", encoding="utf-8"
    )
    monkeypatch.setattr(os, "fsync", lambda number: None)
    keeper, times = EditingSession.open(path), []
    for number in range(0, 1000, 10):
        start = time.perf_counter()
        keeper.record(Change(f"allegations.a{number}.text", value="Acme sold it. " * 100))
        times.append(time.perf_counter() - start)
    assert sorted(times)[50] < 0.005
    keeper.close()
