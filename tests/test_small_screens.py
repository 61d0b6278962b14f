"""At 80×24: a question with all its answers stands on the screen, lists and pages scroll, and what there was
no room for is one key away.
"""

from __future__ import annotations

import json
import os
import re
import sys

import pytest
from conftest import ROOT
from waits import pause, waits

pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed")
pyte = pytest.importorskip("pyte", reason="pyte is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

UP, DOWN, PAGE_DOWN, HOME, END = "\x1b[A", "\x1b[B", "\x1b[6~", "\x1b[H", "\x1b[F"
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
ESC, ALL, BACK, HUB, CTRL_C = "\x1b", "\x16", "\x1b[Z", "\x14", "\x03"


class Screen:
    """A driver of prompts in a window of 80×24 or another size."""

    def __init__(self, folder, kinds, columns=80, lines=24):
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.Stream(self.screen)
        self.heard = ""
        self.child = pexpect.spawn(
            sys.executable,
            [str(ROOT / "tests" / "asking_driver.py"), "tty", kinds, str(folder)],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "TERM": "xterm-256color",
                "PROMPT_TOOLKIT_NO_CPR": "1",
            },
            dimensions=(lines, columns),
            encoding="utf-8",
            timeout=waits(20),
        )

    def until(self, pattern):
        """Read until the screen, or what came of it, has `pattern`; gives the match."""
        for _ in range(int(waits(200))):
            try:
                data = self.child.read_nonblocking(65536, 0.1)
                self.heard += data
                self.stream.feed(data)
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                break
            if found := re.search(pattern, "\n".join(self.lines())):
                return found
        raise AssertionError(f"no “{pattern}” on:\n" + "\n".join(self.lines()))

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def press(self, *keys):
        for key in keys:
            pause(0.12)
            self.child.send(key)

    def result(self):
        return json.loads(self.until(r"RESULT (.*?) END").group(1))


@pytest.fixture
def at(tmp_path):
    there = []

    def start(kinds, **size):
        there.append(Screen(tmp_path, kinds, **size))
        return there[-1]

    yield start
    for one in there:
        one.child.close(force=True)


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40), (80, 30)])
def test_a_question_with_long_notes_and_many_rows_fits_its_window(at, columns, lines):
    screen = at("long", columns=columns, lines=lines)
    screen.until("Row 5 of many")
    shown = screen.lines()
    assert any(line == "Element" for line in shown), "the title is on the screen"
    assert any("Parties › Lee" in line for line in shown) and any(
        "Ctrl-V shows all" in line for line in shown
    )
    assert any("» Row 3" in line for line in shown)
    assert any(line.endswith("v") for line in shown), "a bar says that there is more"


def test_end_home_and_page_keys_go_where_they_say(at):
    screen = at("long")
    screen.until("» Row 3 ")
    screen.press(END)
    screen.until("» Row 59 ")
    screen.press(HOME)
    screen.until("» Row 0 ")
    screen.press(PAGE_DOWN)
    screen.until("» Row 10 ")
    screen.press("\r")
    assert screen.result() == ["answer", ["row-10", ""]]


def test_typing_narrows_a_list_and_escape_widens_it_again(at):
    screen = at("long")
    screen.until("» Row 3 ")
    screen.press("4", "2")
    screen.until("Typed: 42")
    assert [line for line in screen.lines() if "of many" in line and "» Row 42" not in line] == []
    screen.press("x")
    screen.until("Typed: 42"), "letters that no row has are not taken"
    screen.press(ESC)
    screen.until("Row 41 .*\n » Row 42 ")
    screen.press("5", "7", "\r")
    assert screen.result() == ["answer", ["row-57", ""]]


def test_escape_goes_up_one_level(at):
    screen = at("long")
    screen.until("» Row 3 ")
    screen.press(ESC)
    assert screen.result() == ["Back", ""]


def test_typing_where_rows_are_ticked_hides_none_of_them(at):
    screen = at("ticks")
    screen.until("» ○ Row 0 |» ● Row 3 ")
    screen.press("5", "8")
    screen.until("» ○ Row 58")
    screen.press(" ")
    screen.until("» ● Row 58")
    screen.press("\r")
    assert screen.result() == ["answer", ["row-3", "row-58"]]


def test_what_there_was_no_room_for_is_one_key_away(at):
    screen = at("long")
    screen.until("» Row 3 ")
    screen.press(ALL)
    screen.until("lines 1–22 of")
    assert any("Note 0 is as long" in line for line in screen.lines())
    screen.press(END)
    screen.until("Row 59 of many · a note")
    screen.press(ESC)
    screen.until("» Row 3 ")
    screen.press("\r")
    assert screen.result() == ["answer", ["row-3", ""]]


def test_pages_scroll_under_a_line_that_says_where_one_is(at):
    screen = at("pages")
    screen.until("lines 1–22 of 200")
    screen.press(PAGE_DOWN)
    screen.until("lines 23–44 of 200")
    screen.press(END)
    screen.until("lines 179–200 of 200")
    screen.press(*"line 77 ")
    screen.until("lines 77–98 of 200")
    screen.press(ESC)
    screen.until("Esc lea")
    screen.press(ESC)
    assert screen.result() == ["answer", None]


@pytest.mark.parametrize(("key", "left"), [(BACK, "Back"), (HUB, "Hub"), (CTRL_C, "Leave")])
def test_pages_have_the_ways_out_that_questions_have(at, key, left):
    screen = at("pages")
    screen.until("lines 1–22 of 200")
    screen.press(key)
    assert screen.result()[0] == left
