"""The interview line by line: for screen readers, dumb terminals and scripted input. No cursor codes, no
colour; choices are numbered.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import Sequence, TextIO

from drafter.errors import DrafterError
from drafter.interview.asking import Back, Chosen, Hub, Key, Leave, Prompt, Row
from drafter.interview.fronts.longtext import edited, read_file, tidy
from drafter.interview.fronts.searching import matches, only_match
from drafter.printable import without_controls

__all__ = ["PlainAsker"]

WIDTH = 78
_KEYS = "/back  /hub  /help  /quit"


class Again(Exception):
    """The question is put once more: help was shown, or the answer would not do."""


class PlainAsker:
    """Puts questions on one stream and reads answers, a line each, from another. `folder` is where an
    editor's file may stand for a moment.
    """

    def __init__(self, folder: Path, source: TextIO | None = None, target: TextIO | None = None) -> None:
        self.folder = folder
        self.source = source or sys.stdin
        self.target = target or sys.stdout
        self._place: str | None = None

    # --- the protocol

    def say(self, *lines: str) -> None:
        """Print each line, wrapped."""
        for line in lines:
            for part in line.split("\n"):
                print(without_controls(wrapped(part, WIDTH)), file=self.target)
        self.target.flush()

    def line(self, prompt: Prompt) -> str:
        """One line; Enter alone keeps what the field holds, /clear empties it."""
        while True:
            self._put(prompt, "Enter keeps it · /clear empties it" if prompt.text else "")
            try:
                typed = self._read(prompt, prompt.text)
            except Again:
                continue
            answer = prompt.text if typed == "" else "" if typed == "/clear" else _literal(typed)
            if self._will_do(prompt, answer):
                return answer

    def text(self, prompt: Prompt) -> str:
        """Lines up to /end; /file PATH reads a file, /editor opens the person's own editor; /end at once
        keeps what is there.
        """
        while True:
            self._put(
                prompt,
                "Lines up to /end · /file PATH · /editor · /clear"
                + (" · /end alone keeps it" if prompt.text else ""),
            )
            try:
                answer = self._paragraphs(prompt)
            except Again:
                continue
            if self._will_do(prompt, answer):
                return answer

    def menu(self, prompt: Prompt, rows: Sequence[Row], keys: Sequence[Key] = (), at: str = "") -> Chosen:
        """A number chooses; a word of `keys`, with a number where it acts on a row, does that; Enter takes
        the row marked “*”.
        """
        while True:
            self._put(
                prompt, " · ".join(f"{key.word}{' N' if key.on_row else ''}: {key.title}" for key in keys)
            )
            self._list(rows, at)
            try:
                typed = self._read(prompt)
            except Again:
                continue
            chosen = _chosen(typed, rows, keys, at)
            if chosen is not None:
                return chosen
            self.say(
                f"“{typed}” is none of these: type a number from 1 to {len(rows)}"
                + (", or one of the words above." if keys else ".")
            )

    def several(self, prompt: Prompt, rows: Sequence[Row], ticked: Sequence[str] = ()) -> list[str]:
        """Numbers, with commas or blanks between; Enter keeps what is ticked, `none` ticks nothing."""
        while True:
            self._put(prompt, "Numbers with commas · Enter keeps the marked · none")
            self._list(rows, *ticked)
            try:
                typed = self._read(prompt)
            except Again:
                continue
            numbers = [] if typed == "none" else _numbers(typed, len(rows))
            if not typed:
                return [row.key for row in rows if row.key in ticked]
            if numbers is not None and all(rows[number - 1].open for number in numbers):
                return [row.key for number, row in enumerate(rows, 1) if number in numbers]
            self.say(f"“{typed}” will not do: type numbers from 1 to {len(rows)}, as in 1, 3.")

    def find(self, prompt: Prompt, rows: Sequence[Row], at: str = "") -> str:
        """Any words of a row; one match is taken, several are listed, none is said."""
        held = next((row.title for row in rows if row.key == at), "")
        while True:
            self._put(
                prompt._replace(text=held),
                f"Any words of it, in any order ({len(rows)} there)"
                + (" · Enter keeps it · /clear" if held else ""),
            )
            try:
                typed = self._read(prompt)
            except Again:
                continue
            if typed in ("", "/clear"):
                return at if not typed else ""
            found = only_match(typed, rows)
            if found is not None:
                self.say(f"{found.title}")
                return found.key
            self._tell_matches(typed, matches(typed, rows))

    def pages(self, title: str, lines: Sequence[str]) -> None:
        """All of it, at once."""
        self.say("", f"== {title} ==", "", *lines)

    # --- reading and printing

    def _put(self, prompt: Prompt, how: str) -> None:
        part = prompt.place.split(" › ")[0]
        if part != self._place:
            self._place = part
            self.say("", f"== {part or 'Interview'} ==", _KEYS)
        where = " · ".join(words for words in (prompt.place, prompt.progress) if words)
        self.say("", *([where] if where else []), *prompt.notes)
        self.say(
            f"{prompt.title[:1].upper()}{prompt.title[1:]}?"
            + (f" [{' '.join(prompt.text.split())[:200]}]" if prompt.text else "")
        )
        self.say(*(words for words in (short_help(prompt), prompt.hint, how) if words))

    def _read(self, prompt: Prompt, held: str = "") -> str:
        self.target.write("> ")
        self.target.flush()
        typed = self._line(held)
        return self._command(typed, prompt, held)

    def _line(self, held: str) -> str:
        try:
            line = self.source.readline()
        except KeyboardInterrupt:
            raise Leave(held) from None
        if not line:
            raise Leave(held, ended=True)
        return tidy(line.rstrip("\r\n"))

    def _command(self, typed: str, prompt: Prompt, held: str) -> str:
        word = typed.strip()
        if word == "/back":
            raise Back(held)
        if word == "/hub":
            raise Hub(held)
        if word == "/quit":
            raise Leave(held)
        if word == "/help":
            self.say(*help_lines(prompt), f"Commands: {_KEYS}. A line that starts with // begins with one /.")
            raise Again
        return word

    def _will_do(self, prompt: Prompt, answer: str) -> bool:
        problem = prompt.check(answer)
        if problem:
            self.say(problem)
        return not problem

    def _list(self, rows: Sequence[Row], *marked: str) -> None:
        for number, row in enumerate(rows, 1):
            mark = "*" if row.key in marked else " "
            self.say(
                f"{mark}{number:3}"
                f" {row.title}{f'  ({row.note})' if row.note else ''}{'' if row.open else '  [not now]'}"
            )

    def _paragraphs(self, prompt: Prompt) -> str:
        lines: list[str] = []
        while True:
            typed = self._line("\n".join(lines) or prompt.text)
            word = typed.strip()
            if word == "/end":
                return "\n".join(lines) if lines else prompt.text
            if word == "/clear" and not lines:
                return ""
            if word == "/editor" or word.startswith("/file "):
                return self._from_elsewhere(word, "\n".join(lines) or prompt.text)
            if word in ("/back", "/hub", "/quit", "/help"):
                self._command(typed, prompt, "\n".join(lines) or prompt.text)
            lines.append(_literal(typed))

    def _from_elsewhere(self, word: str, held: str) -> str:
        try:
            if word == "/editor":
                return edited(held, self.folder)
            text, left_out = read_file(word[6:])
            for line in left_out:
                self.say(f"Left out, or not read: {line}.")
            return text
        except DrafterError as error:
            self.say(error.message, error.hint)
            raise Again from None

    def _tell_matches(self, typed: str, found: list[Row]) -> None:
        if not found:
            self.say(f"Nothing there has “{typed}” in it: try fewer or other words.")
            return
        self.say(
            f"{len(found)} match “{typed}”: go on with more words.",
            *(f"  {row.title}  ({row.note})" for row in found[:12]),
        )


def wrapped(line: str, width: int) -> str:
    """`line` in lines of at most `width`, all of them as far in as the first."""
    margin = line[: len(line) - len(line.lstrip())]
    return "\n".join(
        textwrap.wrap(line, width, subsequent_indent=margin, break_on_hyphens=False, break_long_words=False)
    )


def short_help(prompt: Prompt) -> str:
    """The line of help that stands under every question: why, and an example. The rule is one key away."""
    example = f"Example: {prompt.example}" if prompt.example else ""
    return " ".join(words for words in (prompt.help, example) if words)


def help_lines(prompt: Prompt) -> list[str]:
    """Why a question is asked, an example, and the rule: as lines."""
    lines = [prompt.help or "There is no more to say on this one."]
    if prompt.example:
        lines.append(f"Example: {prompt.example}")
    if prompt.authority:
        lines.append(f"Authority: {prompt.authority}")
    return lines


def _literal(typed: str) -> str:
    return typed[1:] if typed.startswith("//") else typed


def _chosen(typed: str, rows: Sequence[Row], keys: Sequence[Key], at: str) -> Chosen | None:
    if not typed:
        return Chosen(at) if any(row.key == at and row.open for row in rows) else None
    word, _, rest = typed.partition(" ")
    key = next((key for key in keys if word.lower() in (key.word, key.letter)), None)
    if key is not None and not key.on_row:
        return Chosen("", key.word)
    numbers = _numbers(rest if key else typed, len(rows))
    if numbers is None or len(numbers) != 1 or not rows[numbers[0] - 1].open:
        return None
    return Chosen(rows[numbers[0] - 1].key, key.word if key else "")


def _numbers(typed: str, most: int) -> list[int] | None:
    """The numbers typed, or None where anything else stands there or a number is out of range."""
    parts = typed.replace(",", " ").split()
    if not parts or not all(part.isascii() and part.isdigit() and 1 <= int(part) <= most for part in parts):
        return None
    return [int(part) for part in parts]
