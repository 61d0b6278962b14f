"""What no command writes over, whatever is said; and the records of drafts, under several hands and after a
kill.
"""

import json
import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT, SAMPLES_FOLDER

REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"


@pytest.fixture
def lee(tmp_path):
    """A matter that takes its defendant over from a file beside it; nothing was drafted yet."""
    text = REYES.read_text(encoding="utf-8")
    (tmp_path / "firm.yaml").write_text("schema_version: 1\nmatter: Reyes\n", encoding="utf-8")
    path = tmp_path / "lee.yaml"
    path.write_text(
        text.replace("schema_version: 1\n", "schema_version: 1\ninclude: [firm.yaml]\n", 1), encoding="utf-8"
    )
    return path


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "words",
    [
        ("draft", "lee.yaml", "-o", "lee.yaml", "--force"),
        ("draft", "lee.yaml", "-o", "firm.yaml", "--force"),
        ("draft", "lee.yaml", "-o", "link.docx", "--force"),
        ("draft", "lee.yaml", "-o", "hard.docx", "--force"),
        ("draft", "lee.yaml", "-o", "inside.docx", "--force", "--annotate"),
        ("draft", "lee.yaml", "-o", "a.odt"),
        ("draft", "lee.yaml", "-o", "folder.docx", "--force"),
        ("draft", "lee.yaml", "--text", "-o", "lee.yaml", "--force"),
        ("draft", "lee.yaml", "-o", "gone.docx", "--force"),
        ("export", "lee.yaml", "-o", "firm.yaml", "--force"),
        ("export", "lee.yaml", "-o", "FIRM.yaml", "--force"),
        ("export", "lee.yaml", "-o", "linked.yaml", "--force"),
        ("export", "lee.yaml", "-o", "other.yaml", "--force"),
        ("export", "lee.yaml", "-o", "folder.yaml", "--force"),
        ("profile", "save", "lee.yaml", "defendants.larkspur", "mine", "--force"),
    ],
)
def test_no_word_on_the_command_line_lets_a_sheet_an_include_a_link_or_a_folder_be_written_over(
    lee, run, tmp_path, monkeypatch, words
):
    monkeypatch.setenv("DRAFTER_PROFILES", str(tmp_path / "profiles"))
    (tmp_path / "profiles").mkdir()
    os.symlink(lee, tmp_path / "profiles" / "mine.yaml")
    os.symlink("lee.yaml", tmp_path / "link.docx")
    os.link(lee, tmp_path / "hard.docx")
    os.symlink("firm.yaml", tmp_path / "inside.docx")
    os.symlink("nowhere", tmp_path / "gone.docx")
    os.symlink("firm.yaml", tmp_path / "linked.yaml")
    shutil.copy(lee, tmp_path / "other.yaml")
    (tmp_path / ".other.yaml.bak").write_text("as it was")
    for name in ("folder.docx", "folder.yaml"):
        (tmp_path / name).mkdir()
    before = files(tmp_path)
    done = run(*words)
    assert done.returncode == 2 and done.stderr.startswith("drafter: ") and "Traceback" not in done.stderr
    assert files(tmp_path) == before and (tmp_path / "profiles" / "mine.yaml").is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize(
    "words",
    [
        ("draft", "lee.yaml", "-o", "pipe.docx", "--force"),
        ("export", "lee.yaml", "-o", "pipe.yaml", "--force"),
    ],
)
def test_nothing_is_written_into_a_pipe_and_nobody_waits_for_one(lee, tmp_path, words):
    for name in ("pipe.docx", "pipe.yaml"):
        os.mkfifo(tmp_path / name)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2 and "not an ordinary file" in done.stderr


def test_an_annotated_copy_that_was_edited_is_not_overwritten_unasked(lee, run, tmp_path):
    assert run("draft", lee, "--annotate").returncode in (0, 1)
    assert run("draft", lee, "--annotate").returncode in (0, 1)
    (tmp_path / "lee.annotated.docx").write_bytes(b"a partner's notes")
    before = files(tmp_path)
    refused = run("draft", lee, "--annotate")
    assert refused.returncode == 2 and "lee.annotated.docx was edited since" in refused.stderr
    assert files(tmp_path) == before
    assert run("draft", lee, "--annotate", "--force").returncode in (0, 1)


def test_a_draft_as_plain_text_goes_where_it_is_told_and_its_exit_code_says_that_errors_stand(
    sheet, run, tmp_path
):
    path = sheet()
    printed = run("draft", path, "--text")
    assert (
        printed.returncode == 1
        and "NOT READY TO FILE" in printed.stderr
        and "NOT READY" not in printed.stdout
    )
    assert run("draft", path, "--text", "-o", "draft.txt").returncode == 1
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == printed.stdout
    (tmp_path / "draft.txt").write_text("mine")
    assert (
        run("draft", path, "--text", "-o", "draft.txt").returncode == 2
        and (tmp_path / "draft.txt").read_text() == "mine"
    )


STOPPED = """
import os, sys
from drafter import cli
from drafter.matter_files import private_disk as disk
from drafter.matter_files import draft_records as drafts
drafts.put_in_place = lambda path, *rest, **named: os._exit(9) if path.parent.name.endswith(".drafts") else disk.put_in_place(path, *rest, **named)
cli.main(sys.argv[1:])
"""  # noqa: E501


def test_a_draft_that_was_cut_off_before_it_was_recorded_is_not_taken_for_edited_ever_after(
    lee, run, tmp_path
):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    stopped = subprocess.run(
        [sys.executable, "-c", STOPPED, "draft", "lee.yaml", "--annotate"],
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    assert stopped.returncode == 9 and (tmp_path / "lee.docx").exists()
    lee.write_text(lee.read_text(encoding="utf-8").replace("Springfield", "Peoria"), encoding="utf-8")
    stopped = subprocess.run(
        [sys.executable, "-c", STOPPED, "draft", "lee.yaml", "--annotate"],
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    assert stopped.returncode == 9
    assert run("draft", lee, "--annotate").returncode in (0, 1)
    (tmp_path / "lee.docx").write_bytes(b"edited")
    assert run("draft", lee).returncode == 2


def test_siblings_that_were_cut_off_are_written_by_the_same_command_again(lee, run, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = ["siblings", "lee.yaml", "--courts", "ilnd,cand", "--write"]
    stopped = subprocess.run(
        [sys.executable, "-c", STOPPED, *words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert stopped.returncode == 9
    done = run(*words)
    assert done.returncode in (0, 1), done.stderr
    assert (
        (tmp_path / "lee.docx").exists()
        and (tmp_path / "lee.cand.docx").exists()
        or (tmp_path / "lee.ilnd.docx").exists()
    )


def test_six_drafts_at_once_are_six_records(lee, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "drafter", "draft", "lee.yaml", "-o"]
    running = [
        subprocess.Popen(
            [*words, f"{n}.docx"], cwd=tmp_path, env=environment, stdout=-3, stderr=subprocess.PIPE, text=True
        )
        for n in range(6)
    ]
    assert [one.communicate()[1] for one in running] == [""] * 6
    register = json.loads((tmp_path / ".lee.drafts.json").read_text())
    assert [entry["number"] for entry in register["drafts"]] == [1, 2, 3, 4, 5, 6]
    assert len(list((tmp_path / ".lee.drafts").iterdir())) == 6 and "announced" not in register


ODD = {
    "torn": b'{"drafts": [{"num',
    "number-as-text": b'{"drafts": [{"number": "1"}]}',
    "list": b"[]",
    "levels": b"[" * 100_000,
    "text-for-hash": b'{"/x": 5}',
    "huge-number": b'{"drafts": ' + b"9" * 5000 + b"}",
    "no-utf8": b"\xff\xfe{}",
}


@pytest.mark.sampled(2)
@pytest.mark.parametrize("name", ODD)
def test_a_register_of_drafts_that_is_not_as_drafter_wrote_it_is_set_aside_and_no_kept_facts_are_overwritten(
    lee, run, tmp_path, name
):
    run("draft", lee)
    facts = (tmp_path / ".lee.drafts" / "1.json").read_bytes()
    (tmp_path / ".lee.drafts.json").write_bytes(ODD[name])
    for words in (["check", lee], ["changes", lee]):
        assert run(*words).returncode in (0, 1, 2)
    refused = run("draft", lee)
    assert refused.returncode == 0 or "put aside as .lee.drafts.json.aside.bak" in refused.stderr
    assert (tmp_path / ".lee.drafts.json.aside.bak").read_bytes() == ODD[name]
    run("draft", lee, "--force")
    assert (tmp_path / ".lee.drafts" / "1.json").read_bytes() == facts
    assert [entry["number"] for entry in json.loads((tmp_path / ".lee.drafts.json").read_text())["drafts"]][
        -1
    ] >= 2


JOURNAL_LINES = {
    "no-path": b'{"act": "set"}',
    "number": b'{"act": "set", "path": "court.county", "value": 5}',
    "levels": b'{"act": "set", "path": "x", "value": ' + b"[" * 100_000,
    "odd-act": b'{"act": 7, "path": "x"}',
    "undo": b'{"undo": [3]}',
    "odd-place": b'{"act": "set", "path": "plaintiffs..0.", "value": {"a": {"b": "c"}}}',
    "text": b"hello",
    "list": b"[1]",
    "remembered": b'{"remember": "drafts", "value": 5}',
    "remembered-too": b'{"remember": "unborn", "value": ["x"]}',
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", JOURNAL_LINES)
def test_a_line_of_the_journal_that_drafter_never_writes_ends_no_command_and_the_answers_beside_it_are_kept(
    lee, run, tmp_path, name
):
    from drafter.matter_files.private_disk import sha256

    journal = tmp_path / ".lee.yaml.journal.jsonl"
    head = json.dumps({"sheet": sha256(lee.read_bytes())}).encode()
    answer = b'{"act": "set", "path": "court.county", "value": "Lake"}'
    journal.write_bytes(b"\n".join([head, JOURNAL_LINES[name], answer, b""]))
    for words in (["check", lee], ["draft", lee, "--text"]):
        done = run(*words)
        assert done.returncode in (0, 1, 2) and "Traceback" not in done.stderr
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "edit", "lee.yaml", "--plain"],
        cwd=tmp_path,
        env=environment,
        input="/quit\n",
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 2), done.stderr
    assert "county: Lake" in lee.read_text(encoding="utf-8")
    assert JOURNAL_LINES[name] in (tmp_path / ".lee.yaml.journal.aside").read_bytes()


@pytest.mark.parametrize(
    "lock",
    [
        b'{"pid": 99999999999999999999, "host": "x", "user": "", "since": ""}',
        b'{"pid": -1}',
        b"[" * 5000,
        b"5",
        b"",
    ],
)
def test_a_lock_that_says_nothing_of_sense_ends_no_command(lee, run, tmp_path, lock):
    import socket

    (tmp_path / ".lee.yaml.lock").write_bytes(lock.replace(b'"x"', json.dumps(socket.gethostname()).encode()))
    done = run("migrate", lee, "--yes")
    assert done.returncode in (0, 2) and "Traceback" not in done.stderr


def test_sheets_that_differ_in_their_ending_alone_have_each_its_own_records(lee, run, tmp_path):
    other = tmp_path / "lee.yml"
    shutil.copy(lee, other)
    run("draft", lee, "-o", "one.docx")
    run("draft", other, "-o", "two.docx")
    one, two = (
        json.loads((tmp_path / name).read_text()) for name in (".lee.drafts.json", ".lee.yml.drafts.json")
    )
    assert [entry["number"] for entry in one["drafts"]] == [entry["number"] for entry in two["drafts"]] == [1]


def test_the_records_of_a_yml_sheet_made_by_an_earlier_drafter_are_still_its_own(lee, run, tmp_path):
    run("draft", lee)
    lee.rename(tmp_path / "lee.yml")
    assert run("draft", "lee.yml").returncode in (0, 1)
    assert [
        entry["number"] for entry in json.loads((tmp_path / ".lee.drafts.json").read_text())["drafts"]
    ] == [1, 2]


def test_folders_made_for_a_sheet_are_for_the_user_alone_at_every_level(tmp_path):
    from drafter.matter_files.private_disk import private_folder

    before = os.umask(0)
    try:
        private_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "words",
    [
        ("export", "lee.yaml", "-o", "other.yaml", "--force"),
        ("export", "lee.yaml", "--redacted", "-o", "other.yaml", "--force"),
        ("draft", "lee.yaml", "--text", "-o", "other.txt", "--force"),
    ],
)
@pytest.mark.parametrize(
    "text",
    ["schema_version: 1\nmatter: Doe\n", '"schema_version": 1\n', "{schema_version: 1, matter: Doe}\n"],
)
def test_another_matter_s_sheet_is_never_written_over_though_no_record_stands_beside_it(
    lee, run, tmp_path, words, text
):
    for name in ("other.yaml", "other.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = files(tmp_path)
    done = run(*words)
    assert done.returncode == 2 and "never written over" in done.stderr and files(tmp_path) == before


def test_what_was_exported_is_made_anew_where_that_is_said(lee, run, tmp_path):
    for more in ((), ("--redacted",), ()):
        done = run("export", "lee.yaml", "-o", "whole.yaml", "--force", *more)
        assert done.returncode == 0, done.stderr
    assert "exported by drafter" in (tmp_path / "whole.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert run("export", "lee.yaml", "-o", "whole.yaml").returncode == 0  # word for word what is there
