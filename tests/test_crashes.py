"""What ended drafter with “a mistake in drafter”: odd sheets, outputs, files; and a thousand small changes,
seeded, on the command line.
"""

import contextlib
import io
import os
import random
import subprocess
import sys
import time
import zipfile
from copy import deepcopy

import pytest
from conftest import ROOT, SAMPLES, SAMPLES_FOLDER

from drafter import cli
from drafter.facts.values import Unknown, Without
from drafter.yamltext.read import parse
from drafter.yamltext.rewrite import new

REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")


def at_a_shell(folder, line, **more):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["sh", "-c", line.replace("drafter", f"{sys.executable} -m drafter", 1)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        **more,
    )


@pytest.fixture
def reyes(tmp_path):
    (tmp_path / "reyes.yaml").write_text(REYES, encoding="utf-8")
    return tmp_path


def changed(folder, change):
    tree = parse(REYES, "x")
    change(tree)
    (folder / "reyes.yaml").write_text(new(tree), encoding="utf-8")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    "words", ["check reyes.yaml", "list causes", "schema", "check nosuch.yaml", "draft reyes.yaml --text"]
)
def test_an_output_that_is_full_or_closed_is_told_in_one_message(reyes, words):
    full = at_a_shell(reyes, f"drafter {words} > /dev/full")
    assert (
        full.returncode == 2
        and full.stderr.count("\n") >= 1
        and "Traceback" not in full.stderr
        and "mistake" not in full.stderr
    )
    for closed in (">&-", "2>&-", "2>/dev/full", "| head -c 1 > /dev/null"):
        done = at_a_shell(reyes, f"drafter {words} {closed}")
        assert (
            done.returncode in (0, 1, 2) and "Traceback" not in done.stderr and "mistake" not in done.stderr
        )


CIRCLES = {
    "subclass_of": lambda tree: tree["classes"][0].update(subclass_of=tree["classes"][0]["id"]),
    "alternative_to": lambda tree: tree["claims"][0].update(alternative_to=[tree["claims"][0]["id"]]),
    "predicates": lambda tree: [
        tree["claims"][at].update(predicates=[tree["claims"][1 - at]["id"]]) for at in (0, 1)
    ],
    "parent_of": lambda tree: tree["defendants"][0].update(parent_of=[tree["defendants"][0]["id"]]),
    "source.from": (
        lambda tree: tree["allegations"][0]["items"][0].update(
            source={"kind": "inference", "from": [tree["allegations"][0]["items"][0]["id"]]}
        )
    ),
}


@pytest.mark.parametrize("link", CIRCLES)
def test_what_leads_back_to_itself_is_one_message_with_its_line(reyes, run, link):
    changed(reyes, CIRCLES[link])
    for command in ("check", "draft", "chain"):
        done = run(command, "reyes.yaml", cwd=reyes)
        assert (
            done.returncode == 2
            and f"{link} goes round in a circle" in done.stderr
            and "reyes.yaml:" in done.stderr
        )


def test_two_claims_may_each_be_the_alternative_of_the_other(reyes, run):
    changed(
        reyes,
        lambda tree: [
            tree["claims"][at].update(alternative_to=[tree["claims"][1 - at]["id"]]) for at in (0, 1)
        ],
    )
    assert run("check", "reyes.yaml", cwd=reyes).returncode in (0, 1)


def test_a_claim_without_a_theory_is_told(reyes, run):
    changed(reyes, lambda tree: tree["claims"][0].update(theories=[]))
    for command in ("check", "draft", "chain"):
        done = run(command, "reyes.yaml", cwd=reyes)
        assert done.returncode in (0, 2) and "mistake" not in done.stderr
    assert "names no theory" in run("draft", "reyes.yaml", cwd=reyes).stderr


@pytest.mark.parametrize(
    "at", ["claims", "claims.sca.answers.x", "", ".", "claims.", "plaintiffs..x", "allegations", "x" * 3000]
)
def test_edit_opens_at_the_claims_and_refuses_what_is_no_question(reyes, at):
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "edit", "reyes.yaml", "--plain", "--at", at],
        cwd=reyes,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input="/quit\n",
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 2) and "mistake" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("where", "reyes.yaml", "x" * 300),
        ("where", "reyes.yaml", "..."),
        ("where", "reyes.yaml", "plaintiffs.0.0.0"),
        ("find", "\x1b[31m", "\ud800x".encode("utf-8", "surrogatepass").decode("utf-8", "replace")),
        ("find", "x" * 300),
        ("find", "(", "["),
        ("explain", "x" * 300),
        ("show", "cause", "../../etc/passwd"),
        ("show", "court", "x" * 300),
        ("list", "courts", "--jurisdiction", "9" * 300),
        ("draft", "x" * 300),
        ("draft", "reyes.yaml", "-o", f"{'x' * 300}.docx"),
        ("export", "reyes.yaml", "-o", f"{'x' * 300}.yaml"),
        ("changes", "reyes.yaml", "--since", "9" * 300),
        ("profile", "save", "reyes.yaml", "defendants.larkspur", "x" * 300),
        ("accept", "reyes.yaml", "x" * 300, "--by", "x", "--why", "x"),
        ("siblings", "reyes.yaml", "--courts", ",,"),
        ("customize", "cause", "x" * 300, "--templates", "."),
        ("new", f"{'x' * 300}.yaml", "--no-questions"),
        ("import", "plaintiffs", "x" * 300, "reyes.yaml"),
        ("draft", "reyes.yaml", "--templates", "x" * 300),
        ("check", "."),
    ],
)
def test_odd_words_on_the_command_line_are_told(reyes, run, words):
    done = run(*words, cwd=reyes)
    assert done.returncode in (0, 1, 2) and "mistake" not in done.stderr and "Traceback" not in done.stderr


def test_no_control_character_of_a_sheet_reaches_the_terminal(reyes, run):
    text = REYES
    at = text.index("        gist: lets anyone register")
    end = text.index("\n", at)
    (reyes / "reyes.yaml").write_text(
        text[:at] + '        gist: "\\e]52;c;b3duZWQ=\\a\\e[31mlets anyone register"' + text[end:],
        encoding="utf-8",
    )
    for words in (("check",), ("draft", "--text"), ("where",), ("chain",)):
        done = run(words[0], "reyes.yaml", *words[1:], cwd=reyes)
        assert "\x1b" not in done.stdout + done.stderr and "\x07" not in done.stdout + done.stderr
    assert "\x1b" not in run("find", "register", cwd=reyes).stdout


def damaged_word_files(folder):
    def package(name, part, data, compressed=True):
        with zipfile.ZipFile(
            folder / name, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        ) as out:
            out.writestr(part, data)

    (folder / "~$brief.docx").write_bytes(b"\x05Roe" + bytes(158))
    (folder / "encrypted.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    package("encoding.docx", "word/document.xml", b"<?xml version='1.0' encoding='x-nobody'?><a/>")
    package("bomb.docx", "word/document.xml", b"<a>" + b"<b/>" * 10_000_000 + b"</a>")
    package("whole.docx", "word/document.xml", b"<a/>")
    (folder / "torn.docx").write_bytes((folder / "whole.docx").read_bytes()[:60])
    data = bytearray((folder / "whole.docx").read_bytes())
    data[40:50] = b"\xff" * 10
    (folder / "crc.docx").write_bytes(data)
    (folder / "folder.docx").mkdir()
    return sorted(path.name for path in folder.glob("*.docx"))


def test_a_word_file_that_is_damaged_encrypted_or_a_bomb_ends_no_interview(tmp_path):
    from drafter.errors import UsageError
    from drafter.interview.fronts.longtext import read_file

    for name in damaged_word_files(tmp_path):
        try:
            read_file(str(tmp_path / name))
            raise AssertionError(name)
        except UsageError as error:
            assert str(tmp_path / name) in error.message and error.hint


def test_a_row_that_is_formatted_to_the_last_column_has_as_many_columns_as_it_says_something_in(tmp_path):
    import openpyxl
    from openpyxl.styles import Font

    from drafter.intake import table

    book = openpyxl.Workbook()
    for row in (["Name", "City"], ["Dana", "Reno"], [float("inf"), 10**40]):
        book.active.append([str(cell) if isinstance(cell, float) else cell for cell in row])
    book.active.cell(2, 16_384).font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    assert table.read_spreadsheet(tmp_path / "a.xlsx").headings == ["Name", "City"]


def test_every_check_is_printed_and_its_severity_is_for_courts_that_there_are():
    from drafter.checks import CHECKS
    from drafter.checks.engine.groups import GROUPS
    from drafter.library import CIRCUITS, open_library

    assert {own.split("-")[0] for own in CHECKS} <= set(GROUPS)
    known = {*open_library().ids("courts", ".yaml"), *(f"ca{circuit}" for circuit in CIRCUITS)}
    assert set(open_library().grades()) <= known


def test_every_caption_form_and_foot_of_a_page_has_words_for_a_draft_for_another_court():
    from typing import get_args

    from drafter.library import court_records

    for field, words in (
        ("caption_form", court_records.CAPTION_FORMS),
        ("footer_form", court_records.FOOTER_FORMS),
    ):
        hint = eval(court_records.LayoutSpec.__annotations__[field], vars(court_records))
        assert {form for each in get_args(hint) for form in get_args(each)} == set(words)


def test_claims_beyond_the_sixtieth_are_counted_in_english():
    from drafter.wording import ordinal

    assert [
        ordinal(number) for number in (59, 60, 61, 62, 63, 64, 71, 100, 101, 111, 112, 113)
    ] == "FIFTY-NINTH 60TH 61ST 62ND 63RD 64TH 71ST 100TH 101ST 111TH 112TH 113TH".split()


def test_a_bulleted_answer_to_a_causes_question_is_its_words():
    from drafter.interview.answers import read
    from drafter.interview.shapes import Shape

    prose = Shape("prose", stated=True)
    assert (
        read(prose, "- one\n- two") == "- one\n- two"
        and read(prose, "- no such notice") == Without("no such notice")
        and read(prose, "? who") == Unknown("who")
    )


def test_a_new_sheet_has_an_ending_that_every_command_finds_and_needs_no_terminal(tmp_path, run):
    assert run("new", "q.docx", "--no-questions").returncode == 2 and not (tmp_path / "q.docx").exists()
    made = run("new", "Smith v. Jones", "--no-questions")
    assert made.returncode == 0 and (tmp_path / "Smith v. Jones.yaml").exists(), made.stderr


def test_where_tells_where_the_court_was_named(reyes, run):
    assert "court.id: " in run("where", "reyes.yaml", "court", cwd=reyes).stdout


def test_an_overlay_of_siblings_has_the_version_that_this_drafter_writes(reyes, run):
    from drafter.yamltext.versions import current

    run("siblings", "reyes.yaml", "--courts", "ilnd,cand", "--write", cwd=reyes)
    (overlay,) = [path for path in reyes.glob("reyes.*.yaml")]
    assert f"schema_version: {current()}" in overlay.read_text(encoding="utf-8")


ODD = [
    "",
    "9" * 30,
    "$" + "9" * 30,
    "x" * 300,
    Unknown("which"),
    Without("no"),
    [],
    {},
    "[[blank]]",
    "{{x}}",
    "¶ [#a]",
    "../x",
    "12/31/9999",
    "2024-02",
    "-1",
    "0",
    "yes",
    "“”",
    "[^1]",
    "a|b|c",
    "1e400",
    "٣",
    "∞",
    "a.b",
]


def places(tree, at=()):
    yield at
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, value in entries:
        yield from places(value, (*at, name))


def mutated(tree, chosen):
    tree = deepcopy(tree)
    for _ in range(chosen.randint(1, 3)):
        *way, last = chosen.choice([at for at in places(tree) if len(at) > 1])
        holder = tree
        for part in way:
            holder = holder[part]
        if chosen.random() < 0.4:
            holder.pop(last)
        else:
            holder[last] = chosen.choice(ODD)
    return tree


@pytest.mark.parametrize("seconds", [4, pytest.param(30, marks=pytest.mark.long)])
def test_small_changes_of_real_sheets_end_no_command_in_a_mistake(seconds, tmp_path, monkeypatch):
    """As many as the seconds allow, from one seed: exit codes are 0, 1 and 2."""
    monkeypatch.chdir(tmp_path)
    chosen, until = random.Random(16), time.monotonic() + seconds
    trees = [parse(path.read_text(encoding="utf-8"), "x") for path in SAMPLES]
    commands = (
        ["check"],
        ["draft", "--text"],
        ["draft", "--force", "--annotate"],
        ["chain"],
        ["where"],
        ["export", "-o", "copy.yaml", "--force", "--redacted"],
        ["changes"],
        ["check", "--court", "nysd"],
    )
    while time.monotonic() < until:
        text = new(mutated(chosen.choice(trees), chosen))
        (tmp_path / "lee.yaml").write_text(text, encoding="utf-8")
        command, *more = chosen.choice(commands)
        told = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(told):
            code = cli.main([command, "lee.yaml", *more])
        assert code in (0, 1, 2), (told.getvalue(), text)
