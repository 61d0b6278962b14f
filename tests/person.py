"""A person at a pseudo-terminal: reads the screen, answers by what is asked, and can be taken back, sent to
the hub, or cut off.
"""

from __future__ import annotations

import os
import re
import sys
import time

import pexpect
import pyte
from conftest import ROOT
from waits import pause, waits

BACK, HUB, LEAVE, DOWN, UP, DONE = "\x1b[Z", "\x14", "\x03", "\x1b[B", "\x1b[A", "\x1b\r"


class Person:
    """Runs a drafter command and answers its prompts. `answers` maps a pattern of “place | title” to what to
    do.
    """

    def __init__(self, folder, *arguments, lines=160):
        self.screen = pyte.Screen(118, lines)
        self.stream = pyte.Stream(self.screen)
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "drafter", *map(str, arguments)],
            cwd=str(folder),
            env=environment,
            dimensions=(lines, 118),
            encoding="utf-8",
            timeout=waits(20),
        )
        self.child.delaybeforesend = None
        self.recorded = []

    def wait(self, quiet=0.06):
        """Read until a prompt listens and nothing more comes; False when the program has ended."""
        ready, since = False, time.monotonic()
        while True:
            try:
                data = self.child.read_nonblocking(65536, 0.02)
                self.recorded.append(data)
                self.stream.feed(data)
                ready, since = ready or "\x1b[?2004h" in data, time.monotonic()
            except pexpect.TIMEOUT:
                if ready and time.monotonic() - since > waits(quiet):
                    return True
                assert time.monotonic() - since < waits(20), "\n".join(self.lines())
            except pexpect.EOF:
                return False

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def asked(self):
        """The question on the screen: (place, title, rows), a row being (has the cursor, words)."""
        lines = self.lines()
        at = max(number for number, line in enumerate(lines) if line.startswith(">"))
        above = [number for number in range(at) if lines[number] and not lines[number].startswith(" ")]
        title = lines[above[-1]]
        place = next(
            (
                lines[number]
                for number in reversed(above[:-1])
                if " › " in lines[number] or "required" in lines[number]
            ),
            "",
        )
        rows = [
            (line[:3].strip() == "»", line[3:].strip())
            for line in lines[at + 1 :]
            if line[:3] in (" » ", "   ") and line.strip()
        ]
        return re.sub(r"\s*\(.*\)$", "", place), title, rows

    def press(self, *keys):
        for key in keys:
            self.child.send(key)
            pause(0.03)

    def choose(self, words, rows):
        """Go to the row that starts with, or else holds, these words, and press Enter."""
        target = next((n for n, (_, row) in enumerate(rows) if row.lower().startswith(words.lower())), None)
        target = (
            target
            if target is not None
            else next(n for n, (_, row) in enumerate(rows) if words.lower() in row.lower())
        )
        start = next(n for n, (here, _) in enumerate(rows) if here)
        self.press(*([DOWN] * (target - start) if target >= start else [UP] * (start - target)))
        pause(0.03)
        self.press("\r")

    def tick(self, wanted, rows):
        """Tick exactly these rows and press Enter."""
        at = next(n for n, (here, _) in enumerate(rows) if here)
        for number, (_, row) in enumerate(rows):
            if ("●" in row) != any(words in row for words in wanted):
                self.press(*([DOWN] * (number - at) if number >= at else [UP] * (at - number)), " ")
                at = number
        pause(0.03)
        self.press("\r")

    def write(self, text, long=False):
        self.press("\x15")
        self.child.send(text)
        pause(0.05)
        self.press(DONE if long else "\r")


def next_of(answer):
    """The next answer: lists are used up, and their last one stays."""
    if isinstance(answer, list):
        return answer.pop(0) if len(answer) > 1 else answer[0]
    return answer


SECTIONS = [
    "Court",
    "Counsel",
    "Parties",
    "Agreements",
    "Facts",
    "Classes",
    "Claims",
    "Relief",
    "Jurisdiction and venue",
    "Save and leave",
]


class Answerer:
    """Answers prompt after prompt by the table; gives the same answer again when it has gone back to a
    question.
    """

    def __init__(self, person, table):
        self.person, self.table = person, table
        self.given, self.visited, self.again = {}, 0, False
        self.asked = []

    def go(self):
        """Answer the prompt on the screen; gives (place, title)."""
        place, title, rows = self.person.asked()
        here = [words for _, words in rows]
        act, answer = next(
            (
                (act, answer)
                for pattern, act, answer in self.table
                if re.search(pattern, f"{place} | {title}")
            ),
            ("default", None),
        )
        key = (title, bool(rows), place)
        if title == "Section":
            answer = self._section(here)
        elif self.again and key in self.given:
            answer = self.given[key]
        else:
            answer = self._answer(act, answer, here)
        self.again = False
        self.given[key] = answer
        self.asked.append((place, title, answer))
        self._do(act, answer, rows)
        return place, title

    def _section(self, here):
        if (
            here[0].startswith("Go on")
            and self.visited
            and "required left" in next(row for row in here if row.startswith(SECTIONS[self.visited - 1]))
        ):
            return "Go on"
        self.visited += 1
        return SECTIONS[self.visited - 1]

    def _answer(self, act, answer, here):
        if act in ("default", "element"):
            return self._element(" ".join(here)) if act == "element" else None
        if act.endswith("or done") and here and here[0].startswith("Done"):
            return "Done"
        if isinstance(answer, tuple):
            return next_of(answer[0]) if here else next_of(answer[1])
        return answer if act == "tick" else next_of(answer)

    def _element(self, here):
        return (
            "Tick"
            if "none yet" in here
            else "The sentence"
            if "applies them  · not written" in here
            else "Go on"
        )

    def _do(self, act, answer, rows):
        if answer is None:
            done = rows and rows[0][1].startswith("Done")
            (
                self.person.choose("Done", rows)
                if done
                else self.person.press("\r" if rows or not self._is_long() else DONE)
            )
        elif isinstance(answer, list):
            self.person.tick(answer, rows)
        elif rows:
            self.person.choose(answer, rows)
        else:
            self.person.write(answer, self._is_long())

    def _is_long(self):
        lines = self.person.lines()
        at = max(number for number, line in enumerate(lines) if line.startswith(">"))
        return any("Esc then Enter" in line for line in lines[at - 4 : at])

    def back(self):
        """Go back instead of answering; the question before is then answered as it was."""
        self.again = True
        self.person.press(BACK)
