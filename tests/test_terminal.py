"""Every kind of prompt at a real pseudo-terminal: back, hub, help, leaving, pastes, resizing, letters of any
script.
"""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from waits import pause, waits

pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

KINDS = ("line", "text", "menu", "several", "find")
BACK, HUB, HELP, CTRL_C, CTRL_D, DONE = "\x1b[Z", "\x14", "\x07", "\x03", "\x04", "\x1b\r"
DOWN, CLEAR = "\x1b[B", "\x15"
LINES = [f"line {number}" for number in range(10)]
PASTE = "\x1b[200~" + "\n".join(LINES) + "\x1b[201~"
BURST = "".join(f"{line}\r" for line in LINES)


class Session:
    """One process that puts prompts, and a hand at its keys."""

    def __init__(self, kinds, folder, **environment):
        kept = {
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            "PROMPT_TOOLKIT_NO_CPR": "1",
            **environment,
        }
        command = [str(ROOT / "tests" / "asking_driver.py"), "tty", kinds, str(folder)]
        self.child = pexpect.spawn(
            sys.executable,
            command,
            env={**os.environ, **kept},
            dimensions=(40, 100),
            encoding="utf-8",
            timeout=waits(20),
        )
        self.ready()

    def ready(self):
        self.child.expect(r"\x1b\[\?2004h")  # the prompt listens
        pause(0.15)

    def press(self, *keys):
        for key in keys:
            self.child.send(key)
            pause(0.12)

    def result(self):
        self.child.expect("RESULT (.*?) END")
        return json.loads(self.child.match.group(1))

    def close(self):
        self.child.close(force=True)


@pytest.fixture
def at(tmp_path):
    sessions = []

    def start(kinds, **environment):
        sessions.append(Session(kinds, tmp_path, **environment))
        return sessions[-1]

    yield start
    for session in sessions:
        session.close()


def answer_to(kind, session):
    """End the prompt in the ordinary way."""
    session.press(DONE if kind == "text" else "\r")
    return session.result()


@pytest.mark.parametrize("kind", KINDS)
def test_each_way_out_works_and_keeps_what_was_typed(kind, at):
    typed = "" if kind in ("menu", "several") else "Fré"
    session = at(",".join([kind] * 4))
    for key, named in (
        (BACK, ["Back", typed]),
        (HUB, ["Hub", typed]),
        (CTRL_C, ["Leave", typed, False]),
        (CTRL_D, ["Leave", typed, False]),
    ):
        if typed:
            session.press(typed)
            if kind == "find":
                pause(0.2)
                session.press("\x1b[D") if key == BACK else None  # the list of matches closes
        session.press(key)
        assert session.result() == named
        if key != CTRL_D:
            session.ready()


@pytest.mark.parametrize("kind", KINDS)
def test_help_says_why_and_keeps_what_was_typed(kind, at):
    session = at(kind)
    session.press(*([] if kind in ("menu", "several") else ["cand"]), HELP)
    session.child.expect("It prints in the caption")
    session.child.expect(r"Authority: Fed\. R\. Civ\. P\. 10\(a\)")
    session.ready()
    given = answer_to(kind, session)
    assert given == [
        "answer",
        {"line": "cand", "text": "cand", "menu": ["cacd", ""], "several": ["cacd"], "find": "cand"}[kind],
    ]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("paste", [PASTE, BURST], ids=["bracketed", "unbracketed"])
@pytest.mark.parametrize("kind", KINDS)
def test_ten_pasted_lines_answer_nothing(kind, paste, at):
    session = at(f"{kind},menu")
    session.press(paste)
    pause(0.3)
    if kind == "find":
        session.press("\r")
        session.child.expect("Nothing there has these words")
        session.press(*[CLEAR, "\x7f"] * 10, CLEAR, "\r")
        assert session.result() == ["answer", ""]
    elif kind in ("line", "text"):
        joined = (" " if kind == "line" else "\n").join(LINES)
        assert answer_to(kind, session) == ["answer", joined]
    else:
        assert answer_to(kind, session) == ["answer", ["cacd", ""] if kind == "menu" else ["cacd"]]
    session.ready()
    assert answer_to("menu", session) == ["answer", ["cacd", ""]]  # the next question was answered by hand


def test_one_line_that_ends_in_enter_is_an_answer_though_it_comes_in_one_burst(at):
    session = at("line,find,menu")
    session.press("Santa Clara\r")
    assert session.result() == ["answer", "Santa Clara"]
    session.ready()
    pause(2)
    session.press("nd cal\r")
    assert session.result() == ["answer", "cand"]
    session.ready()
    assert answer_to("menu", session) == ["answer", ["cacd", ""]]


def test_a_paste_that_arrives_in_pieces_answers_the_field_it_was_meant_for_and_no_other(at):
    session = at("line,line,menu")
    session.press("line 1\r")
    assert session.result() == ["answer", "line 1"]
    session.ready()
    session.press("line 2\r")
    pause(0.4)
    session.press(BACK)
    assert session.result() == ["Back", "line 2\n"]
    session.ready()
    assert answer_to("menu", session) == ["answer", ["cacd", ""]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_resize_in_the_middle_loses_nothing(kind, at):
    session = at(kind)
    if kind not in ("menu", "several"):
        session.press("ca")
    session.child.setwinsize(20, 50)
    pause(0.3)
    session.child.setwinsize(45, 120)
    pause(0.3)
    if kind not in ("menu", "several"):
        session.press("nd")
    assert answer_to(kind, session)[1] in ("cand", ["cacd", ""], ["cacd"])


@pytest.mark.parametrize("kind", KINDS)
def test_letters_of_any_script_are_taken_as_they_are(kind, at):
    session = at(kind)
    if kind in ("line", "text"):
        session.press("é § “q” 日本")
        assert answer_to(kind, session) == ["answer", "é § “q” 日本"]
    elif kind == "find":
        session.press("日本")
        assert answer_to(kind, session) == ["answer", "jose"]
    elif kind == "menu":
        session.press("日", "本")
        assert answer_to(kind, session) == ["answer", ["jose", ""]]
    else:
        session.press("é", "日", DOWN, DOWN, " ")
        assert answer_to(kind, session) == ["answer", ["cacd", "jose"]]


def test_a_bad_answer_is_told_and_kept_for_mending(at):
    session = at("line")
    session.press("x", "\r")
    session.child.expect("too short")
    session.press("y", "\r")
    assert session.result() == ["answer", "xy"]


def test_a_letter_acts_on_the_row_it_stands_on(at):
    session = at("menu,menu")
    session.press(DOWN, "x")
    assert session.result() == ["answer", ["jose", "remove"]]
    session.ready()
    session.press("a")
    assert session.result() == ["answer", ["", "add"]]


def test_finding_takes_words_in_any_order_and_never_guesses(at):
    session = at("find,find")
    session.press("district", "\r")
    session.child.expect("2 match: go on typing")
    session.press(" cal nd", "\r")
    assert session.result() == ["answer", "cand"]
    session.ready()
    session.press("alamedazzz", "\r")
    session.child.expect("Nothing there has these words")


def test_long_text_goes_through_the_persons_own_editor(at, tmp_path):
    script = tmp_path / "my editor"
    script.write_text('#!/bin/sh\nprintf "from the editor\\n\\nsecond paragraph\\n" > "$1"\n')
    script.chmod(0o700)
    session = at("text", EDITOR=f"'{script}'", VISUAL="")
    session.press("typed", "\x05")
    session.ready()
    assert answer_to("text", session) == ["answer", "from the editor\n\nsecond paragraph"]
    assert list(tmp_path.glob("text-*")) == []


def test_an_editor_that_is_not_there_loses_nothing(at):
    session = at("text", EDITOR="no-such-editor", VISUAL="")
    session.press("typed", "\x05")
    session.child.expect("could not be started")
    session.ready()
    assert answer_to("text", session) == ["answer", "typed"]


def test_long_text_is_read_from_text_and_word_files(at, tmp_path):
    word = (
        "<w:document"
        ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>First'
        " § one.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Second.</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(tmp_path / "facts.docx", "w") as package:
        package.writestr("word/document.xml", word)
    Path(tmp_path / "facts.txt").write_text("From a file.\n", encoding="utf-8")
    session = at("text,text")
    for name, words in (("facts.docx", "First § one.\n\nSecond."), ("facts.txt", "From a file.")):
        session.press("\x0f")
        session.ready()
        session.press(str(tmp_path / name), "\r")
        session.ready()
        assert answer_to("text", session) == ["answer", words]
        if name == "facts.docx":
            session.ready()


def test_no_colour_is_printed_where_none_is_wanted(at):
    session = at("menu", NO_COLOR="1")
    session.press("\r")
    assert session.result() == ["answer", ["cacd", ""]]
    assert "38;5;" not in session.child.before
