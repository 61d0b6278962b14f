r"""Text with marks, as users and templates write it, becomes nodes of the tree; `escape` is the way back. The page is `docs/marks.md`.

Three readers share one grammar: `inline` (one paragraph's words), `prose` (a field of the sheet) and `template` (a rendered template). What
is no mark prints as typed, nothing raises, and no word is lost. In a template, parsed prose stands as a token of private-use characters
and is spliced back here, so that no value can become a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from drafter.document import (
    BOLD,
    ITALIC,
    UNDERLINE,
    Blank,
    Block,
    BlockQuote,
    Bullet,
    Continuation,
    DefinedTerm,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Inline,
    Inlines,
    Lead,
    LineBreak,
    NumberedParagraph,
    Origin,
    PrayerItem,
    Reference,
    Run,
    SubParagraph,
    Table,
    plain,
)

__all__ = ["Passage", "escape", "inline", "line_mark", "literal", "prose", "region", "template", "token"]


class Passage(NamedTuple):
    """Parsed prose: the first paragraph, the blocks after it, its footnotes, and the sheet path it was typed in.

    `content` is empty where the prose begins with a block mark; all of it is `rest` then.
    """

    content: Inlines
    rest: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    path: str = ""


# --- signs: private-use characters that stand for values and places in a rendered template -----------------------------------------------

_DIGITS = {ord("0") + digit: 0xE010 + digit for digit in range(10)}
_FROM_DIGITS = {private: ascii_digit for ascii_digit, private in _DIGITS.items()}
_TOKEN = re.compile("\ue000([\ue010-\ue019]{1,9})\ue001")
_SIGN = re.compile("\ue002(?P<line>[\ue010-\ue019]{1,12})\ue003|\ue004(?P<region>[\ue010-\ue019]{0,9})\ue005")
_MARK_IN_LINE = re.compile("(?<=[^\n\ue005])\ue002(?=[\ue010-\ue019]+\ue003[^\n])")
_SIGNS_IN_FRONT = re.compile(f"(?:{_SIGN.pattern.replace('?P<line>', '?:').replace('?P<region>', '?:')})*")


def token(index: int) -> str:
    """What stands in a rendered template for the passage with that index."""
    return f"\ue000{str(index).translate(_DIGITS)}\ue001"


def line_mark(number: int) -> str:
    """Stands in front of a block mark: this block comes from that line of the template."""
    return f"\ue002{str(number).translate(_DIGITS)}\ue003"


def region(index: int | None) -> str:
    """From here on numbered paragraphs plead the element with that index; with None, none."""
    return f"\ue004{'' if index is None else str(index).translate(_DIGITS)}\ue005"


def _number(digits: str) -> int:
    return int(digits.translate(_FROM_DIGITS))


# --- escape ----------------------------------------------------------------------------------------------------------------------------

_LINE_ENDS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_TO_ESCAPE = re.compile(r"""\A(?:[#>!-]|[1Aai](?=\.))|[\\*\[\]|~]|\A["_]|["_{](?=["_]|\Z)|(?<=["_])["_]""")
_PRIVATE = re.compile("[\ue000-\ue005]")


def escape(text: str) -> str:
    """`text` so typed that it prints exactly, as plain words, in prose or anywhere in a line of a template.

    A newline, with the white space around it, becomes one space: a plain value is one paragraph. The six private-use characters that
    could forge a sign become U+FFFD.
    """
    if "\n" in text or "\r" in text:
        text = _LINE_ENDS.sub(" ", text)
    return _TO_ESCAPE.sub(_escaped, _PRIVATE.sub("\ufffd", text))


def _escaped(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark}\\" if mark.isalnum() else f"\\{mark}"


# --- words: one paragraph, or one cell ---------------------------------------------------------------------------------------------------

_LABEL = r"\\?[a-z0-9](?:\\?[a-z0-9/-]|\\?\.(?!\\?\.))*"
_PAIR = rf"@{_LABEL}(?:\.\.@{_LABEL})?"
_NOTE = r"\[\^[A-Za-z0-9][\w.-]*\]"
_SPECIAL = re.compile('\\\\|\\*|\\[|""|__|\\{~|\ue000')
_CONSTRUCT = re.compile(
    rf"""
      (?P<escaped>\\[!-/:-@\[-`{{-~])
    | (?P<broken>\\\n)
    | (?P<stars>(?:\*+|_{{2,}})+)
    | (?P<blank>\[\[(?=\s*[^\s\]])(?!\[)(?:\\.|\[(?!\[)|\](?!\])|[^\[\]\\])+\]\])
    | (?P<reference>\[{_PAIR}(?:,\s*{_PAIR})*\])
    | (?P<note>{_NOTE})
    | (?P<term>(?<![^\W_])""(?=[^\s"])(?:\\.|"(?!")|[^"\\])+(?<!\s)""(?![^\W_]))
    | (?P<secret>\{{~(?:\\.|\{{(?!~)|~(?!\}})|[^\\{{~])*~\}})
    | (?P<token>{_TOKEN.pattern})
    """,
    re.VERBOSE | re.DOTALL,
)
_STARS = re.compile(r"\*+|_+")
_STYLES = {"*": ITALIC, "**": BOLD, "***": BOLD | ITALIC, "__": UNDERLINE}
_OPENING_EDGE = frozenset("([{<\"'“‘«‹„‚-‐‑‒–—―\ue001")
_OPENING, _CLOSING = frozenset("([{“«"), frozenset(")]}”»")
_DEEPEST = 32


class _Stars:
    """A run of stars, or a pair of underscores, that may open emphasis; what of it is `left` in the end prints as typed."""

    __slots__ = ("left", "sign")

    def __init__(self, sign: str, left: int) -> None:
        self.sign, self.left = sign, left


_Piece: TypeAlias = Inline | _Stars


def _read(text: str, path: str = "", style: int = 0, sealed: bool = False, passages: Sequence[Passage] | None = None) -> Inlines:
    """The words of one paragraph; text without a special character is one run at once."""
    if not _SPECIAL.search(text):
        return (Run(text, style, path, sealed),) if text else ()
    return _Words(text, path, style, sealed, passages).read()


class _Words:
    """Reads one paragraph from left to right; emphasis is matched as its closers come."""

    __slots__ = ("open", "out", "passages", "path", "sealed", "style", "text")

    def __init__(self, text: str, path: str, style: int, sealed: bool, passages: Sequence[Passage] | None) -> None:
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
        return _merged(self.settled(piece) for piece in self.out)

    def say(self, words: str) -> None:
        if words:
            self.out.append(Run(words, self.style, self.path, self.sealed))

    def inner(self, text: str, sealed: bool = False) -> Inlines:
        return _read(text, self.path, self.style, sealed or self.sealed, self.passages)

    def settled(self, piece: _Piece) -> Inline:
        """Stars that opened nothing are stars."""
        return Run(piece.sign * piece.left, self.style, self.path, self.sealed) if isinstance(piece, _Stars) else piece

    # one method a construct

    def escaped(self, found: re.Match[str]) -> None:
        self.say(found[0][1])

    def broken(self, found: re.Match[str]) -> None:
        self.out.append(LineBreak(self.path))

    def blank(self, found: re.Match[str]) -> None:
        inner = self.inner(found[0][2:-2])
        self.out.append(Blank(_line(inner), self.path or _path(inner), self.style))

    def reference(self, found: re.Match[str]) -> None:
        pairs = (pair.strip()[1:].split("..@") for pair in found[0][1:-1].replace("\\", "").split(","))
        self.out.append(Reference(tuple((pair[0], pair[-1]) for pair in pairs), style=self.style))

    def note(self, found: re.Match[str]) -> None:
        self.out.append(FootnoteMark(_note_id(found[0], self.path)))

    def term(self, found: re.Match[str]) -> None:
        """A term whose words are not known yet is quotation marks around the blank, so that the blank stays to be seen."""
        inner = self.inner(found[0][2:-2])
        if any(isinstance(node, Blank) for node in inner):
            self.say("“")
            self.out.extend(inner)
            self.say("”")
        elif text := _line(inner):
            style = inner[0].style if len(inner) == 1 and isinstance(inner[0], Run) else self.style
            self.out.append(_styled(DefinedTerm(text, style, self.path or _path(inner)), 0, self.sealed))

    def secret(self, found: re.Match[str]) -> None:
        self.out.extend(self.inner(found[0][2:-2].strip(" \t\n"), sealed=True))

    def token(self, found: re.Match[str]) -> None:
        """A passage brings its words as parsed; a token in a user's own text is just text."""
        if self.passages is None:
            return self.say(found[0])
        index = _number(found[0][1:-1])
        if index < len(self.passages):
            self.out.extend(_styled(node, self.style, self.sealed) for node in self.passages[index].content)
        else:
            self.out.append(Blank(f"passage {index} is missing", self.path, self.style))

    # emphasis

    def stars(self, found: re.Match[str]) -> None:
        """Marks count only at the edge of a word: "2*3*4", "snake__case", "* * *" and "(*)" are themselves."""
        before, after = self.text[found.start() - 1 : found.start()] or " ", self.text[found.end() : found.end() + 1] or " "
        quoted = before == after and before in "\"'"
        opens = not (quoted or after.isspace() or after in _CLOSING) and (before.isspace() or before in _OPENING_EDGE)
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
            self.out[at] = _styled(self.settled(self.out[at]), style, False)


def _styled(node: Inline, style: int, sealed: bool) -> Inline:
    """`node` with more style, or sealed; a sealed term prints as words, so that nothing collects it into the open."""
    if isinstance(node, Run):
        return Run(node.text, node.style | style, node.path, node.sealed or sealed)
    if isinstance(node, DefinedTerm) and sealed:
        return Run(f"“{node.text}”", node.style | style, node.path, True)
    if isinstance(node, (DefinedTerm, Blank, Reference)) and style:
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


def _line(content: Inlines) -> str:
    return plain(content).replace("\n", " ").strip(" \t")


def _path(content: Inlines) -> str:
    return next((node.path for node in content if isinstance(node, (Run, DefinedTerm, Blank)) and node.path), "")


def _note_id(mark: str, path: str) -> str:
    """The id of "[^note]": a footnote belongs to the field it is typed in."""
    name = mark[2 : mark.index("]")]
    return f"{path}^{name}" if path else name


# --- lines into paragraphs ---------------------------------------------------------------------------------------------------------------

_MARK = r"""(>)(?:[ ]|\Z)
    | (\|)(?=.*(?<!\\)\|[ \t]*\Z)
    | (!)(?=\[(?:\\.|[^\]\\])*\]\(.+\)[ \t]*\Z)
    | (\[\^)(?=[A-Za-z0-9][\w.-]*\]:)"""
_PROSE_MARK = re.compile(rf"([ai]\.|-)[ ] | {_MARK}", re.VERBOSE)
_TEMPLATE_MARK = re.compile(rf"(\#{{1,3}}|[1Aai]\.|-)[ ] | (->)[ ](?=.*[ ]<-[ \t]*\Z) | {_MARK}", re.VERBOSE)
_FIRST = frozenset("#1Aai->|![")
_SECOND_BLOCK = re.compile(r"\n(?:[ \t]*\n|[ai]\.|[->|!\[])|\A[ \t]*\n|\r")
_LABELLED = frozenset(("#", "##", "###", "1.", "A.", "a.", "i."))
_ONE_LINE = frozenset(("#", "##", "###", "->", "!"))
_CELL = re.compile(r"((?:[^|\\]|\\.)*)\|", re.DOTALL)
_RULE = re.compile(r":?-{2,}:?")
_FIGURE = re.compile(r'\[((?:\\.|[^\]\\])*)\]\((.+?)(?:[ \t]+"(.*)")?[ \t]*\)[ \t]*\Z')
_BREAKS = re.compile(r"(\\*)\n")
_SPACES = re.compile(r"[ \t]{2,}|\t")
_LABEL_AT_END = re.compile(rf"(?<!\\)\[\#({_LABEL})\]", re.VERBOSE)


class _Part:
    """A paragraph as its lines come in: its mark ("" for none), and what its tokens bring."""

    __slots__ = ("element", "line", "lines", "mark", "paths", "rest")

    def __init__(self, mark: str, text: str, line: int, element: tuple[str, str]) -> None:
        self.mark, self.lines, self.line, self.element = mark, [text], line, element
        self.paths: dict[str, None] = {}
        self.rest: list[Block] = []


class _Page:
    """Reads lines into blocks: a field of the sheet (`passages` is None, only the prose marks), or a rendered template."""

    def __init__(
        self, path: str = "", passages: Sequence[Passage] | None = None, regions: Sequence[tuple[str, str]] = (), name: str = ""
    ) -> None:
        self.path, self.passages, self.regions, self.name = path, passages, regions, name
        self.marks = _PROSE_MARK if passages is None else _TEMPLATE_MARK
        self.blocks: list[Block] = []
        self.footnotes: list[Footnote] = []
        self.part: _Part | None = None
        self.number, self.element = 0, ("", "")
        self.numbered = passages is None
        """Whether a numbered paragraph is above: a plain paragraph continues it, or else stands on its own."""

    def read(self, text: str) -> None:
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        signs = self.passages is not None
        if signs:  # a template engine drops the newline after a tag that ends a line; a marked line is one for all that
            text = _MARK_IN_LINE.sub("\n\ue002", text)
        for line in text.split("\n"):
            if signs and ("\ue002" in line or "\ue004" in line):
                self.signed(line)
            else:
                self.line(line)
        self.end()

    def signed(self, line: str) -> None:
        """Signs in front of a line's words are for the block that begins there, signs behind for what follows."""
        front = _SIGNS_IN_FRONT.match(line)
        words = line[front.end() :] if front else line
        for sign in _SIGN.finditer(line, 0, len(line) - len(words)):
            self.obey(sign)
        self.line(_SIGN.sub("", words))
        self.number = 0
        for sign in _SIGN.finditer(words):
            if sign["line"] is None:
                self.obey(sign)

    def obey(self, sign: re.Match[str]) -> None:
        if sign["line"]:
            self.number = _number(sign["line"])
            return
        index = _number(sign["region"]) if sign["region"] else len(self.regions)
        self.element = self.regions[index] if index < len(self.regions) else ("", "")

    def line(self, line: str) -> None:
        if not line.strip(" \t"):
            return self.end()
        found = self.marks.match(line) if line[0] in _FIRST else None
        if found:
            self.marked(found[found.lastindex or 0], line[found.end() :])
        elif self.part is None or self.part.mark in (">", "|"):
            self.begin("", line)
        else:
            self.go_on(line)

    def marked(self, mark: str, words: str) -> None:
        if mark == ">" and not words.strip(" \t"):
            self.end()
        elif mark in (">", "|") and self.part is not None and self.part.mark == mark:
            self.go_on(words)
        else:
            self.begin(mark, words)
            if mark in _ONE_LINE:
                self.end()

    def begin(self, mark: str, words: str) -> None:
        self.end()
        self.part = _Part(mark, words, self.number, self.element)

    def go_on(self, words: str) -> None:
        assert self.part is not None
        self.part.lines.append(words)
        self.part.line = self.part.line or self.number

    # paragraphs into blocks

    def end(self) -> None:
        part, self.part = self.part, None
        if part is None:
            return
        if part.mark == "[^":
            return self.footnote(part)
        block = self.table(part) if part.mark == "|" else self.figure(part) if part.mark == "!" else self.paragraph(part)
        if block is not None:
            self.blocks.append(block)
        self.blocks.extend(self.adopted(rest, part.line) for rest in part.rest)

    def paragraph(self, part: _Part) -> Block | None:
        """An empty paragraph vanishes, but a number stands above a quotation that is all its words."""
        text, label = _labelled(_joined(part.lines)) if part.mark in _LABELLED else (_joined(part.lines), "")
        if part.mark == "->":
            text = text.removesuffix("<-")
        content = self.words(part, text)
        if content or (part.rest and part.mark == "1."):
            return self.block(part, content, label)
        return None

    def block(self, part: _Part, content: Inlines, label: str) -> Block:
        mark, origin = part.mark, self.origin(part)
        self.numbered = mark == "1." or (self.numbered and mark not in ("#", "##", "###", "A.", "->"))
        if mark == "1.":
            return NumberedParagraph(content, label, 0, part.element, origin)
        if mark == "":
            return Continuation(content, origin) if self.numbered else Lead(content, origin=origin)
        if mark in ("a.", "i."):
            return SubParagraph(content, 1 if mark == "a." else 2, label, origin=origin)
        if mark == "A.":
            return PrayerItem(content, label, origin=origin)
        if mark == "->":
            return Lead(content, True, origin=origin)
        if mark in (">", "-"):
            return BlockQuote(content, origin) if mark == ">" else Bullet(content, origin)
        return Heading(len(mark), content, label, origin=origin)

    def table(self, part: _Part) -> Table | None:
        """Rows as wide as the widest; a second row of dashes only rules off the head."""
        rows = [tuple(cell.strip(" \t") for cell in _CELL.findall(line)) for line in part.lines]
        if len(rows) > 1 and all(_RULE.fullmatch(cell) for cell in rows[1]):
            del rows[1]
        width = max(map(len, rows))
        read = tuple(tuple(self.words(part, cell) for cell in row) + ((),) * (width - len(row)) for row in rows)
        return Table(read, self.origin(part)) if any(map(any, read)) else None

    def figure(self, part: _Part) -> Figure | None:
        found = _FIGURE.match(part.lines[0])
        if found is None:
            return None
        alt, path, caption = (self.words(part, words or "") for words in found.groups())
        return Figure(_line(path), _line(alt), caption, self.origin(part))

    def footnote(self, part: _Part) -> None:
        """A footnote is one paragraph: what a passage brings beyond its first stands in it after a line break."""
        mark, text = _joined(part.lines).split("]:", 1)
        content = self.words(part, text)
        for words in (words for block in part.rest for words in _contents(block) if words):
            content += (LineBreak(), *words) if content else words
        if content:
            self.footnotes.append(Footnote(_note_id(f"[^{mark}]", self.path), content, origin=self.origin(part)))

    def words(self, part: _Part, text: str) -> Inlines:
        """White space is the template's own to waste; in the user's words it stays as typed."""
        if self.passages is not None:
            if "\ue000" in text:
                text = _TOKEN.sub(lambda found: self.gathered(part, found), text)
            if "  " in text or "\t" in text:
                text = _SPACES.sub(" ", text)
        return _read(text.strip(" \t"), self.path, 0, False, self.passages)

    def gathered(self, part: _Part, found: re.Match[str]) -> str:
        """Keep what the passage brings besides its words; a passage without words leaves no token, hence no double space."""
        index = _number(found[1])
        if self.passages is None or index >= len(self.passages):
            return found[0]
        passage = self.passages[index]
        if path := passage.path or _path(passage.content):
            part.paths[path] = None
        part.rest.extend(passage.rest)
        self.footnotes.extend(note for note in passage.footnotes if note not in self.footnotes)
        return found[0] if passage.content else ""

    def adopted(self, block: Block, line: int) -> Block:
        """A further block of a passage, where it now stands; under no numbered paragraph it continues none."""
        if self.passages is None:
            return block
        origin = Origin(self.name, line, block.origin.paths)
        if isinstance(block, Continuation) and not self.numbered:
            return Lead(block.content, origin=origin)
        return block._replace(origin=origin)

    def origin(self, part: _Part) -> Origin:
        if self.passages is None:
            return Origin(paths=(self.path,) if self.path else ())
        return Origin(self.name, part.line, tuple(part.paths))


def _joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph: joined by a space, or, after a single backslash, by the line break that stays."""
    if len(lines) == 1:
        return lines[0].strip(" \t")
    text = "\n".join([line.strip(" \t") for line in lines])
    if "\\\n" not in text:
        return text.replace("\n", " ")
    return _BREAKS.sub(lambda found: found[0] if len(found[1]) % 2 else f"{found[1]} ", text)


def _labelled(text: str) -> tuple[str, str]:
    """`text` without the "[#label]" at its end, and the label."""
    found = _LABEL_AT_END.fullmatch(text, text.rfind("[#")) if text.endswith("]") and "[#" in text else None
    return (text[: found.start()], found[1].replace("\\", "")) if found else (text, "")


def _contents(block: Block) -> Iterable[Inlines]:
    """The words of a block, in order, where only words can stand."""
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    if isinstance(block, Figure):
        return [block.caption]
    return [block.content] if isinstance(block, (Continuation, BlockQuote, SubParagraph, Bullet)) else []


# --- the readers -------------------------------------------------------------------------------------------------------------------------


def inline(text: str, path: str = "", style: int = 0) -> Inlines:
    """The words of one line or paragraph; block marks print as typed, newlines as a space."""
    if "\n" in text or "\r" in text:
        text = _joined(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return _read(text, path, style)


def prose(text: str, path: str = "") -> Passage:
    """A prose field of the sheet. Headings, "1." and "A." are the template's and print as typed."""
    words = text.rstrip(" \t\n")
    if words[:1] not in _FIRST and not _SECOND_BLOCK.search(words):
        return Passage(_read(_joined(words.split("\n")), path), path=path)
    page = _Page(path)
    page.read(text)
    first = page.blocks[0] if page.blocks else None
    if isinstance(first, Continuation):
        return Passage(first.content, tuple(page.blocks[1:]), tuple(page.footnotes), path)
    return Passage((), tuple(page.blocks), tuple(page.footnotes), path)


def literal(text: str, path: str = "", style: int = 0) -> Passage:
    """A plain value: its words as typed, no marks."""
    return Passage((Run(text, style, path),) if text else (), path=path)


def template(
    text: str, passages: Sequence[Passage], regions: Sequence[tuple[str, str]] = (), name: str = ""
) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """A rendered template: all marks, and each token gives way to its passage."""
    page = _Page("", passages, regions, name)
    page.read(text)
    return tuple(page.blocks), tuple(page.footnotes)
