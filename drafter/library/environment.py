"""The one door to Jinja: a sandbox, undefined names are errors, and an error tells file, line and source line.

Sheet values never enter a template as text. They are printed as tokens of private-use characters, which no filter, join, macro or
concatenation can change into anything else, and are put back after the rendered text has been parsed (`drafter.markup.template`). So nothing a
user typed is ever read as a mark or as template code.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Any, Callable

import jinja2
from jinja2 import meta, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.errors import NotFound, TemplateError
from drafter.library import Library
from drafter.markup import line_mark

__all__ = ["Environment", "LINES", "TemplateSyntaxError", "meta", "nodes"]

LINES = 100_000
"""A line mark is the template's number times this, plus the line."""

_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_BLOCK = re.compile(r"^(?=#{1,3} |1\. |A\. |[ai]\. |> |- |\||!\[|-> |\{\{)", re.MULTILINE)


class ElementTag(Extension):
    """`{% element "divulged" %} … {% endelement %}`: what stands inside pleads that element of the claim; `act` is what makes it out."""

    tags = {"element"}

    def parse(self, parser: Any) -> nodes.Node:
        line = next(parser.stream).lineno
        wanted = parser.parse_expression()
        body = parser.parse_statements(("name:endelement",), drop_needle=True)
        call = nodes.Call(nodes.Getattr(nodes.Name("claim", "load"), "plead", "load"), [wanted], [], None, None)
        return nodes.CallBlock(call, [nodes.Name("act", "param")], [], body).set_lineno(line)


class _Loader(jinja2.BaseLoader):
    def __init__(self, library: Library) -> None:
        self.library = library
        self.names: dict[int, str] = {}

    def load(self, environment: jinja2.Environment, name: str, globals: Any = None) -> jinja2.Template:
        path = self.library.find(name)
        if path is None:
            raise jinja2.TemplateNotFound(name)
        number = zlib.crc32(name.encode()) % 1_000_000
        self.names[number] = name
        code = self.library.shelf.code(str(path), name, lambda: environment.compile(_source(path, number), name, str(path)))
        return environment.template_class.from_code(environment, code, globals or {})


def _source(path: Path, number: int) -> str:
    """The template in the file `path` without its front matter, each line where it was."""
    text = _FRONT.sub(lambda found: "\n" * found[0].count("\n"), path.read_text(encoding="utf-8"), count=1)
    return _with_line_marks(text, number)


def _with_line_marks(text: str, number: int) -> str:
    """`text` with the line number in front of every block mark, so that each block of the draft knows the line it came from.
"""
    marked = []
    for line, words in enumerate(text.split("\n"), 1):
        marked.append(f"{line_mark(number * LINES + line)}{words}" if _BLOCK.match(words) else words)
    return "\n".join(marked)


class Environment:
    """Renders the library's templates."""

    def __init__(self, library: Library) -> None:
        self.loader = _Loader(library)
        self.jinja = ImmutableSandboxedEnvironment(
            loader=self.loader, undefined=jinja2.StrictUndefined, extensions=[ElementTag], autoescape=False,
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False, cache_size=-1,
        )  # fmt: skip
        for name in ("upper", "lower", "title", "capitalize"):
            self.jinja.filters[name] = _by_method(name, self.jinja.filters[name])

    def render(self, name: str, context: dict[str, Any]) -> str:
        """The text of template `name`. Raises TemplateError with file, line, source line and a suggestion; NotFound for no such template."""
        try:
            text = self.jinja.get_template(name).render(context)
            self.loader.library.shelf.keep()
            return text
        except jinja2.TemplateSyntaxError as error:
            raise self._wrong(error.name or name, error.lineno, error.message or "syntax error") from None
        except jinja2.TemplateNotFound as error:
            raise NotFound(f"{name}: there is no template “{error.name}”", "Look into templates/ and the firm's folder.") from None
        except jinja2.UndefinedError as error:
            at = self._where(error, name)
            raise self._wrong(*at, error.message or "undefined", _suggestion(error.message or "", context)) from None
        except (SecurityError, TypeError, ValueError, AttributeError, KeyError, ZeroDivisionError) as error:
            at = self._where(error, "")
            if not at[0]:
                raise
            raise self._wrong(*at, str(error)) from error

    def _where(self, error: BaseException, name: str) -> tuple[str, int]:
        """The innermost template frame of the traceback, which Jinja has rewritten to template lines."""
        found, frame = (name, 0), error.__traceback__
        while frame is not None:
            file = frame.tb_frame.f_code.co_filename
            template = next((known for known in self.loader.names.values() if str(self.loader.library.find(known)) == file), "")
            if template:
                found = (template, frame.tb_lineno)
            frame = frame.tb_next
        return found

    def _wrong(self, name: str, line: int, problem: str, hint: str = "") -> TemplateError:
        path = self.loader.library.find(name)
        lines = path.read_text(encoding="utf-8").split("\n") if path else []
        shown = f"\n    {lines[line - 1].strip()}" if 0 < line <= len(lines) else ""
        return TemplateError(f"{path or name}:{line}: {problem}{shown}", hint or "Mend the template, or remove it to use drafter's own.")


def _by_method(name: str, plain: Callable[[Any], str]) -> Callable[[Any], Any]:
    """A filter that changes sheet values through their own method, and text as Jinja does."""

    def changed(value: Any) -> Any:
        method = getattr(value, f"as_{name}", None)
        return method() if method else plain(value)

    return changed


def _suggestion(message: str, context: dict[str, Any]) -> str:
    found = re.search(r"'([A-Za-z_ ]+)' (?:object )?has no (?:attribute|element) '(\w+)'", message) or re.search(r"()'(\w+)' is undefined", message)
    if not found:
        return ""
    names = context["field_names"]() if found[1] and "field_names" in context else list(context)
    from difflib import get_close_matches

    close = get_close_matches(found[2], names, 1, 0.6)
    return f"Did you mean “{close[0]}”?" if close else ""
