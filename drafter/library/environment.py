"""The one door to Jinja: a closed sandbox, undefined names are errors, and an error tells file, line and
source line.

Sheet values never enter a template as text. They are printed as tokens of private-use characters, which no
filter, join, macro or concatenation can change into anything else, and are put back after the rendered text
has been parsed (`drafter.markup.template`). So nothing a user typed is ever read as a mark or as template
code. What a template may name, and how much it may use up, stands in `drafter.library.sandbox`.
"""

from __future__ import annotations

import marshal
import os
import re
import zlib
from pathlib import Path
from types import CodeType
from typing import Any, Callable

import jinja2
from jinja2 import meta, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.ext import Extension

from drafter import built
from drafter.errors import DrafterError, NotFound, TemplateError
from drafter.library import Library
from drafter.library.budget import Budget, Limits, TooMuch
from drafter.library.entry_text import without_front_matter
from drafter.library.files import read_text
from drafter.library.sandbox import Sandbox
from drafter.markup import line_mark
from drafter.markup.signs import SIGN, TOKEN, number_of
from drafter.wording import did_you_mean

__all__ = ["Environment", "LINES", "TemplateSyntaxError", "meta", "nodes"]

LINES = 100_000
"""A line mark is the template's number times this, plus the line."""

_BLOCK = re.compile(r"^(?=#{1,3} |1\. |A\. |[ai]\. |> |- |\||!\[|-> |\{\{)", re.MULTILINE)
_SIGNS = re.compile("[\ue000-\uf8ff]")
_LEFT = re.compile("[\ue000-\ue005\ue010-\ue019]")
_MEND = "Mend the template, or remove it to use drafter's own."
_INCLUDED = 20
"""The steps that taking in another template counts for."""


_codes: dict[tuple[str, str], CodeType] = {}
"""What was compiled in this run, by name and key."""


class ElementTag(Extension):
    """`{% element "divulged" %} … {% endelement %}`: what stands inside pleads that element of the claim;
    `act` is what makes it out.
    """

    tags = {"element"}

    def parse(self, parser: Any) -> nodes.Node:
        line = next(parser.stream).lineno
        wanted = parser.parse_expression()
        body = parser.parse_statements(("name:endelement",), drop_needle=True)
        call = nodes.Call(
            nodes.Getattr(nodes.Name("claim", "load"), "plead", "load"), [wanted], [], None, None
        )
        return nodes.CallBlock(call, [nodes.Name("act", "param")], [], body).set_lineno(line)


class Elsewhere(Exception):
    """A template names a file that is not the library's."""


class _Loader(jinja2.BaseLoader):
    def __init__(self, library: Library) -> None:
        self.library = library
        self.names: dict[int, str] = {}

    def load(self, environment: Any, name: str, globals: Any = None) -> jinja2.Template:
        environment.budget.step(_INCLUDED)
        if told := self.library.files.refused(name):
            raise Elsewhere(told)
        path = self.library.find(name)
        if path is None:
            raise jinja2.TemplateNotFound(name)
        number = zlib.crc32(name.encode()) % 1_000_000
        self.names[number] = name
        return jinja2.Template.from_code(environment, code_of(environment, path, name, number), globals or {})


def file_of(name: str) -> str:
    """What the code of a template has as the name of its file."""
    return f"<template {name}>"


def template_key(text: str) -> str:
    """What the code of a template depends on: Python, Jinja, how drafter compiles, and its text."""
    return built.key_of(jinja2.__version__, built.sources(os.path.dirname(__file__)), text)


def compiled(environment: Any, name: str, text: str, number: int) -> CodeType:
    """The code of a template. Raises TemplateSyntaxError."""
    sign = _SIGNS.search(text)
    if sign:
        line = text.count("\n", 0, sign.start()) + 1
        raise jinja2.TemplateSyntaxError(
            "a character of Unicode’s private use stands here, which no template may have", line, name
        )
    try:
        code: CodeType = environment.compile(
            _with_line_marks(without_front_matter(text), number), name, file_of(name)
        )
    except (SyntaxError, RecursionError, MemoryError, OverflowError, ValueError) as error:
        raise jinja2.TemplateSyntaxError(
            f"this is nested too deeply, or too large, to be compiled ({type(error).__name__})", 1, name
        ) from None
    return code


def code_of(environment: Any, path: Path, name: str, number: int) -> CodeType:
    """The code of the template in the file `path`: what the package holds, if it fits, else compiled."""
    text = read_text(path)
    key = template_key(text)
    if (name, key) not in _codes:
        made = built.entry(f"template {name}", key)
        _codes[name, key] = marshal.loads(made) if made else compiled(environment, name, text, number)
    return _codes[name, key]


def _with_line_marks(text: str, number: int) -> str:
    """`text` with the line number in front of every block mark, so that each block of the draft knows the
    line it came from.
    """
    marked = []
    for line, words in enumerate(text.split("\n"), 1):
        marked.append(f"{line_mark(number * LINES + line)}{words}" if _BLOCK.match(words) else words)
    return "\n".join(marked)


class Environment:
    """Renders the library's templates, within the limits of one draft."""

    def __init__(self, library: Library, limits: Limits | None = None) -> None:
        self.loader = _Loader(library)
        self._lines: dict[str, list[str]] = {}
        self.limits = limits
        self.jinja = Sandbox(self.loader, [ElementTag])
        for name in ("upper", "lower", "title", "capitalize"):
            self.jinja.filters[name] = _by_method(name, self.jinja.filters[name])

    def digest_of(self, name: str, line: int) -> str:
        """A short digest of that line of the template `name`; empty where it has none."""
        if name not in self._lines:
            path = self.loader.library.find(name) if name else None
            self._lines[name] = read_text(path).split("\n") if path else []
        lines = self._lines[name]
        return f"{zlib.crc32(lines[line - 1].strip().encode()):08x}" if 0 < line <= len(lines) else ""

    def render(self, name: str, context: dict[str, Any]) -> str:
        """The text of template `name`. Raises TemplateError with file, line, source line and a suggestion;
        NotFound for no such template.
        """
        self.jinja.budget = Budget(self.limits)
        try:
            text = self.jinja.get_template(name).render(context)
            self._must_be_whole(name, text)
            return text
        except DrafterError:
            raise
        except jinja2.TemplateSyntaxError as error:
            raise self._wrong(error.name or name, error.lineno, error.message or "syntax error") from None
        except jinja2.TemplateNotFound as error:
            own, line = self._where(error, name)
            raise NotFound(
                f"{own}{f':{line}' if line else ''}: there is no template “{error.name}”",
                "Look into templates/ and the firm's folder.",
            ) from None
        except jinja2.UndefinedError as error:
            at = self._where(error, name)
            raise self._wrong(
                *at, error.message or "undefined", _suggestion(error.message or "", context)
            ) from None
        except RecursionError as error:
            at = self._where(error, name)
            raise self._wrong(*at, "this takes in or calls itself without an end") from None
        except Exception as error:  # noqa: BLE001 - whatever a template makes Python do is the template's
            at = self._where(error, "")
            if not at[0] and isinstance(error, Elsewhere):
                raise TemplateError(str(error), _MEND) from None
            if not at[0]:
                raise
            raise self._wrong(*at, _error_in_words(error)) from error

    def _must_be_whole(self, name: str, text: str) -> None:
        """Raises TemplateError where a template took a value of the sheet apart, letter by letter: its signs
        would print.
        """
        whole = TOKEN.sub(_blank, SIGN.sub(_blank, text))
        left = _LEFT.search(whole)
        if left is None:
            return
        marks = [mark for mark in SIGN.finditer(text, 0, left.start()) if mark["line"]]
        number, line = divmod(number_of(marks[-1]["line"]), LINES) if marks else (0, 0)
        raise self._wrong(
            self.loader.names.get(number, name),
            line,
            "a value of the sheet is taken apart here (by a slice, a list …): its signs would print",
            "Print a value whole: {{ value }}; filters such as upper work on it.",
        )

    def _where(self, error: BaseException, name: str) -> tuple[str, int]:
        """The innermost template frame of the traceback, which Jinja has rewritten to template lines."""
        known = {file_of(own): own for own in self.loader.names.values()}
        found, frame = (name, 0), error.__traceback__
        while frame is not None:
            template = known.get(frame.tb_frame.f_code.co_filename, "")
            if template:
                found = (template, frame.tb_lineno)
            frame = frame.tb_next
        return found

    def _wrong(self, name: str, line: int, problem: str, hint: str = "") -> TemplateError:
        path = self.loader.library.find(name)
        lines = read_text(path).split("\n") if path else []
        shown = f"\n    {lines[line - 1].strip()[:200]}" if 0 < line <= len(lines) else ""
        return TemplateError(f"{path or name}:{line}: {problem}{shown}", hint or _MEND)


def _blank(found: re.Match[str]) -> str:
    """As many spaces as were found."""
    return " " * len(found[0])


def _error_in_words(error: Exception) -> str:
    """What a template made Python say, in words of its own where it has none."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for this"
    if isinstance(error, (TooMuch, Elsewhere)):
        return str(error)
    return str(error)[:300] or type(error).__name__


def _by_method(name: str, plain: Callable[[Any], str]) -> Callable[[Any], Any]:
    """A filter that changes sheet values through their own method, and text as Jinja does."""

    def changed(value: Any) -> Any:
        method = getattr(value, f"as_{name}", None)
        return method() if method else plain(value)

    return changed


def _suggestion(message: str, context: dict[str, Any]) -> str:
    found = re.match(r"'(\w+)' is undefined", message)
    return did_you_mean(found[1], context) if found else ""
