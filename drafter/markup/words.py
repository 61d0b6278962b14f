"""The words of one paragraph, or one cell: emphasis, references, blanks, terms, notes and tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from drafter.document import (
    BOLD,
    ITALIC,
    UNDERLINE,
    Blank,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Run,
    TermDefinition,
    plain,
)
from drafter.markup.signs import TOKEN, Passage, number_of

__all__ = ["LABEL", "note_id", "one_line", "parse_words", "path_of"]

LABEL = r"\\?[a-z0-9](?:\\?[a-z0-9/-]|\\?\.(?!\\?\.))*(?:@[A-Z]{2}(?![A-Z]))?"
_PAIR = rf"@{LABEL}(?:\.\.@{LABEL})?"
NOTE = r"\[\^[A-Za-z0-9][\w.-]*\]"
_SPECIAL = re.compile('\\\\|\\*|\\[|""|__|\\{~|\ue000')
_CONSTRUCT = re.compile(
    rf"""
      (?P<escaped>\\[!-/:-@\[-`{{-~])
    | (?P<broken>\\\n)
    | (?P<stars>(?:\*+|_{{2,}})+)
    | (?P<blank>\[\[(?=\s*[^\s\]])(?!\[)(?:\\.|\[(?!\[)|\](?!\])|[^\[\]\\])+\]\])
    | (?P<reference>\[{_PAIR}(?:,\s*{_PAIR})*\])
    | (?P<note>{NOTE})
    | (?P<term>(?<![^\W_])""(?=[^\s"])(?:\\.|"(?!")|[^"\\])+(?<!\s)""(?![^\W_]))
    | (?P<secret>\{{~(?:\\.|\{{(?!~)|~(?!\}})|[^\\{{~])*~\}})
    | (?P<token>{TOKEN.pattern})
    """,
    re.VERBOSE | re.DOTALL,
)
_STARS = re.compile(r"\*+|_+")
_STYLES = {"*": ITALIC, "**": BOLD, "***": BOLD | ITALIC, "__": UNDERLINE}
_OPENING_EDGE = frozenset("([{<\"'“‘«‹„‚-‐‑‒–—―\ue001")
_OPENING, _CLOSING = frozenset("([{“«"), frozenset(")]}”»")
_DEEPEST = 32


class _Stars:
    """A run of stars, or a pair of underscores, that may open emphasis; what of it is `left` in the end
    prints as typed.
    """

    __slots__ = ("left", "sign")

    def __init__(self, sign: str, left: int) -> None:
        self.sign, self.left = sign, left


_Piece: TypeAlias = Inline | _Stars


def parse_words(
    text: str, path: str = "", style: int = 0, sealed: bool = False, passages: Sequence[Passage] | None = None
) -> Inlines:
    """The words of one paragraph; text without a special character is one run at once."""
    if not _SPECIAL.search(text):
        return (Run(text, style, path, sealed),) if text else ()
    return _Words(text, path, style, sealed, passages).read()


class _Words:
    """Reads one paragraph from left to right; emphasis is matched as its closers come."""

    __slots__ = ("open", "out", "passages", "path", "sealed", "style", "text")

    def __init__(
        self, text: str, path: str, style: int, sealed: bool, passages: Sequence[Passage] | None
    ) -> None:
        self.text, self.path, self.style, self.sealed, self.passages = text, path, style, sealed, passages
        self.out: list[_Piece] = []
        self.open: list[int] = []

    def read(self) -> Inlines:
        text = self.text
        said = seek = 0
        while special := _SPECIAL.search(text, seek):
            found = _CONSTRUCT.match(text, special.start())
            if found is None:
                seek = special.start() + 1
                continue
            self.say(text[said : found.start()])
            getattr(self, found.lastgroup or "")(found)
            said = seek = found.end()
        self.say(text[said:])
        return _merged(self.closed(piece) for piece in self.out)

    def say(self, words: str) -> None:
        if words:
            self.out.append(Run(words, self.style, self.path, self.sealed))

    def inner(self, text: str, sealed: bool = False) -> Inlines:
        return parse_words(text, self.path, self.style, sealed or self.sealed, self.passages)

    def closed(self, piece: _Piece) -> Inline:
        """Stars that opened nothing are stars."""
        return (
            Run(piece.sign * piece.left, self.style, self.path, self.sealed)
            if isinstance(piece, _Stars)
            else piece
        )

    # one method a construct

    def escaped(self, found: re.Match[str]) -> None:
        self.say(found[0][1])

    def broken(self, found: re.Match[str]) -> None:
        self.out.append(LineBreak(self.path))

    def blank(self, found: re.Match[str]) -> None:
        inner = self.inner(found[0][2:-2])
        self.out.append(Blank(one_line(inner), self.path or path_of(inner), self.style))

    def reference(self, found: re.Match[str]) -> None:
        pairs = (pair.strip()[1:].split("..@") for pair in found[0][1:-1].replace("\\", "").split(","))
        self.out.append(Reference(tuple((pair[0], pair[-1]) for pair in pairs), style=self.style))

    def note(self, found: re.Match[str]) -> None:
        self.out.append(FootnoteMark(note_id(found[0], self.path)))

    def term(self, found: re.Match[str]) -> None:
        """A term whose words are not known yet is quotation marks around the blank, so that the blank stays
        to be seen.
        """
        inner = self.inner(found[0][2:-2])
        if any(isinstance(node, Blank) for node in inner):
            self.say("“")
            self.out.extend(inner)
            self.say("”")
        elif text := one_line(inner):
            style = inner[0].style if len(inner) == 1 and isinstance(inner[0], Run) else self.style
            self.out.append(_styled(TermDefinition(text, style, self.path or path_of(inner)), 0, self.sealed))

    def secret(self, found: re.Match[str]) -> None:
        self.out.extend(self.inner(found[0][2:-2].strip(" \t\n"), sealed=True))

    def token(self, found: re.Match[str]) -> None:
        """A passage brings its words as parsed; a token in a user's own text is just text."""
        if self.passages is None:
            return self.say(found[0])
        index = number_of(found[0][1:-1])
        if index < len(self.passages):
            self.out.extend(_styled(node, self.style, self.sealed) for node in self.passages[index].content)
        else:
            self.out.append(Blank(f"passage {index} is missing", self.path, self.style))

    # emphasis

    def stars(self, found: re.Match[str]) -> None:
        """Marks count only at the edge of a word: "2*3*4", "snake__case", "* * *" and "(*)" are
        themselves.
        """
        before, after = (
            self.text[found.start() - 1 : found.start()] or " ",
            self.text[found.end() : found.end() + 1] or " ",
        )
        quoted = before == after and before in "\"'"
        opens = not (quoted or after.isspace() or after in _CLOSING) and (
            before.isspace() or before in _OPENING_EDGE
        )
        closes = not (quoted or before.isspace() or before in _OPENING or after.isalnum())
        here = len(self.out)
        for run in _STARS.findall(found[0]):
            if run not in _STYLES or not (opens or closes):
                self.say(run)
                continue
            left = self.close(run, here) if closes else len(run)
            if left and opens:
                self.open = [*self.open[1 - _DEEPEST :], len(self.out)]
                self.out.append(_Stars(run[0], left))
            else:
                self.say(run[0] * left)

    def close(self, run: str, here: int) -> int:
        """Match `run` with what was opened before `here`; how many of its signs are left."""
        left = len(run)
        while left and (taken := self.close_one(run[0], left, here)):
            left -= taken
        return left

    def close_one(self, sign: str, count: int, here: int) -> int:
        for depth in reversed(range(len(self.open))):
            at = self.open[depth]
            opener = self.out[at]
            assert isinstance(opener, _Stars)
            if at < here and opener.sign == sign and (opener.left == count or 3 in (opener.left, count)):
                taken = min(opener.left, count)
                self.emphasize(at + 1, _STYLES[sign * taken])
                opener.left -= taken
                del self.open[depth + bool(opener.left) :]
                return taken
        return 0

    def emphasize(self, start: int, style: int) -> None:
        for at in range(start, len(self.out)):
            self.out[at] = _styled(self.closed(self.out[at]), style, False)


def _styled(node: Inline, style: int, sealed: bool) -> Inline:
    """`node` with more style, or sealed; a sealed term prints as words, so that nothing collects it into the
    open.
    """
    if isinstance(node, Run):
        return Run(node.text, node.style | style, node.path, node.sealed or sealed)
    if isinstance(node, TermDefinition) and sealed:
        return Run(f"“{node.text}”", node.style | style, node.path, True)
    if isinstance(node, (TermDefinition, Blank, Reference)) and style:
        return node._replace(style=node.style | style)
    return node


def _merged(nodes: Iterable[Inline]) -> Inlines:
    """Neighbouring runs of one style, path and seal are one run; empty runs are none."""
    out: list[Inline] = []
    last: Run | None = None
    for node in nodes:
        if not isinstance(node, Run):
            last = None
        elif not node.text:
            continue
        elif last is not None and node[1:] == last[1:]:
            last = out[-1] = Run(last.text + node.text, *last[1:])
            continue
        else:
            last = node
        out.append(node)
    return tuple(out)


def one_line(content: Inlines) -> str:
    return plain(content).replace("\n", " ").strip(" \t")


def path_of(content: Inlines) -> str:
    return next(
        (node.path for node in content if isinstance(node, (Run, TermDefinition, Blank)) and node.path), ""
    )


def note_id(mark: str, path: str) -> str:
    """The id of "[^note]": a footnote belongs to the field it is typed in."""
    name = mark[2 : mark.index("]")]
    return f"{path}^{name}" if path else name
