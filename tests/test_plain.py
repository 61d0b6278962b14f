"""The interview line by line: the same prompts over pipes, for screen readers and scripted input."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from conftest import ROOT

KINDS = ("line", "text", "menu", "several", "find")


@pytest.fixture
def plain(tmp_path):
    """Put prompts of these kinds and answer with these lines; gives the results and all that was printed."""

    def put(kinds, *lines, **environment):
        command = [sys.executable, str(ROOT / "tests" / "asking_driver.py"), "plain", kinds, str(tmp_path)]
        done = subprocess.run(
            command,
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", **environment},
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(found) for found in re.findall(r"RESULT (.*?) END", done.stdout)], done.stdout

    return put


@pytest.mark.parametrize("kind", KINDS)
def test_each_way_out_has_a_word(kind, plain):
    results, _ = plain(",".join([kind] * 4), "/back", "/hub", "/quit")
    assert results == [
        ["Back", ""],
        ["Hub", ""],
        ["Leave", "", False],
        ["Leave", "", True],
    ]  # the last by the end of the input


@pytest.mark.parametrize("kind", KINDS)
def test_help_says_why_and_asks_again(kind, plain):
    results, printed = plain(
        kind,
        "/help",
        *{"line": ["Fresno"], "text": ["Fresno", "/end"], "menu": ["1"], "several": ["1"], "find": ["cand"]}[
            kind
        ],
    )
    assert (
        "It prints in the caption." in printed
        and "Example: Fresno" in printed
        and "Fed. R. Civ. P. 10(a)" in printed
    )
    assert results == [
        [
            "answer",
            {"line": "Fresno", "text": "Fresno", "menu": ["cand", ""], "several": ["cand"], "find": "cand"}[
                kind
            ],
        ]
    ]


def test_pasted_paragraphs_stay_in_the_long_text(plain):
    results, _ = plain("text,line", *[f"line {number}" for number in range(10)], "/end", "next")
    assert results == [["answer", "\n".join(f"line {number}" for number in range(10))], ["answer", "next"]]


def test_letters_of_any_script_are_taken_as_they_are(plain):
    results, _ = plain("line,find", "é § “q” 日本", "日本")
    assert results == [["answer", "é § “q” 日本"], ["answer", "jose"]]


def test_enter_keeps_what_a_field_holds_and_a_word_empties_it(plain):
    assert plain("held,held,held", "", "/clear", "//slash")[0] == [
        ["answer", "held"],
        ["answer", ""],
        ["answer", "/slash"],
    ]


def test_a_menu_takes_numbers_and_words(plain):
    results, printed = plain("menu,menu,menu,menu", "", "9", "4", "remove 2", "add", "3")
    assert results == [
        ["answer", ["cacd", ""]],
        ["answer", ["cacd", "remove"]],
        ["answer", ["", "add"]],
        ["answer", ["jose", ""]],
    ]
    assert "“9” is none of these" in printed and "“4” is none of these" in printed  # the fourth row is closed


def test_several_are_ticked_by_number(plain):
    assert plain("several,several,several", "3, 1", "", "none")[0] == [
        ["answer", ["cand", "jose"]],
        ["answer", ["cacd"]],
        ["answer", []],
    ]


def test_finding_lists_what_matches_and_never_guesses(plain):
    results, printed = plain("find", "district", "zzz", "nd cal")
    assert "2 match “district”" in printed and "Nothing there has “zzz”" in printed
    assert results == [["answer", "cand"]]


def test_a_bad_answer_is_told(plain):
    results, printed = plain("line", "x", "long enough")
    assert "too short" in printed and results == [["answer", "long enough"]]


def test_nothing_but_text_is_printed(plain):
    _, printed = plain("line,menu", "a", "1")
    assert "\x1b" not in printed and max(map(len, printed.splitlines())) <= 90


def test_files_and_editors_serve_the_long_text(plain, tmp_path):
    (tmp_path / "facts.txt").write_text("From a file.\n", encoding="utf-8")
    results, printed = plain(
        "text,text",
        "/file none.txt",
        f"/file {tmp_path / 'facts.txt'}",
        "/editor",
        EDITOR="sh -c 'echo edited > \"$0\"'",
    )
    assert "none.txt: there is no such file" in printed
    assert results == [["answer", "From a file."], ["answer", "edited"]]


def test_plain_mode_needs_no_terminal_library():
    code = (
        "import sys, drafter.interview.fronts.plain, drafter.interview.fronts.choosing\n"
        "print([name for name in ('questionary', 'prompt_toolkit') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert done.stdout.strip() == "[]"


def test_without_a_terminal_and_without_plain_there_is_one_message(tmp_path):
    code = (
        "from drafter.interview.fronts.choosing import choose\nfrom drafter.errors import UsageError\n"
        "from pathlib import Path\ntry: choose(False, Path('.'))\nexcept UsageError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert "--plain" in done.stdout
