"""Lines into paragraphs: block marks, labels, tables, figures and footnotes, with the signs of a template
obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.document import (
    Block,
    BlockQuote,
    Bullet,
    Continuation,
    Figure,
    Footnote,
    Heading,
    Inlines,
    Lead,
    LineBreak,
    NumberedParagraph,
    Origin,
    PrayerItem,
    SubParagraph,
    Table,
)
from drafter.markup.signs import MARK_IN_LINE, SIGN, SIGNS_IN_FRONT, TOKEN, Passage, number_of
from drafter.markup.words import LABEL, note_id, one_line, parse_words, path_of

__all__ = ["FIRST", "PageReader", "SECOND_BLOCK", "joined"]

_MARK = r"""(>)(?:[ ]|\Z)
    | (\|)(?=.*(?<!\\)\|[ \t]*\Z)
    | (!)(?=\[(?:\\.|[^\]\\])*\]\(.+\)[ \t]*\Z)
    | (\[\^)(?=[A-Za-z0-9][\w.-]*\]:)"""
_PROSE_MARK = re.compile(rf"([ai]\.|-)[ ] | {_MARK}", re.VERBOSE)
_TEMPLATE_MARK = re.compile(rf"(\#{{1,3}}|[1Aai]\.|-)[ ] | (->)[ ](?=.*[ ]<-[ \t]*\Z) | {_MARK}", re.VERBOSE)
FIRST = frozenset("#1Aai->|![")
SECOND_BLOCK = re.compile(r"\n(?:[ \t]*\n|[ai]\.|[->|!\[])|\A[ \t]*\n|\r")
_LABELLED = frozenset(("#", "##", "###", "1.", "A.", "a.", "i."))
_ONE_LINE = frozenset(("#", "##", "###", "->", "!"))
_CELL = re.compile(r"((?:[^|\\]|\\.)*)\|", re.DOTALL)
_RULE = re.compile(r":?-{2,}:?")
_FIGURE = re.compile(r'\[((?:\\.|[^\]\\])*)\]\((.+?)(?:[ \t]+"(.*)")?[ \t]*\)[ \t]*\Z')
_BREAKS = re.compile(r"(\\*)\n")
_SPACES = re.compile(r"[ \t]{2,}|\t")
_LABEL_AT_END = re.compile(rf"(?<!\\)\[\#({LABEL})\]", re.VERBOSE)


class _Part:
    """A paragraph as its lines come in: its mark ("" for none), and what its tokens bring."""

    __slots__ = ("element", "line", "lines", "mark", "paths", "rest")

    def __init__(self, mark: str, text: str, line: int, element: tuple[str, str]) -> None:
        self.mark, self.lines, self.line, self.element = mark, [text], line, element
        self.paths: dict[str, None] = {}
        self.rest: list[Block] = []


class PageReader:
    """Reads lines into blocks: a field of the sheet (`passages` is None, only the prose marks), or a rendered
    template.
    """

    def __init__(
        self,
        path: str = "",
        passages: Sequence[Passage] | None = None,
        regions: Sequence[tuple[str, str]] = (),
        name: str = "",
    ) -> None:
        self.path, self.passages, self.regions, self.name = path, passages, regions, name
        self.marks = _PROSE_MARK if passages is None else _TEMPLATE_MARK
        self.blocks: list[Block] = []
        self.footnotes: list[Footnote] = []
        self.part: _Part | None = None
        self.number, self.element = 0, ("", "")
        self.numbered = passages is None
        """Whether a numbered paragraph is above: a plain paragraph continues it, or else stands on its
        own.
        """

    def read(self, text: str) -> None:
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        signs = self.passages is not None
        # a template engine drops the newline after a tag that ends a line; a marked line is one for all that
        if signs:
            text = MARK_IN_LINE.sub("\n\ue002", text)
        for line in text.split("\n"):
            if signs and ("\ue002" in line or "\ue004" in line):
                self.signed(line)
            else:
                self.line(line)
        self.end()

    def signed(self, line: str) -> None:
        """Signs in front of a line's words are for the block that begins there, signs behind for what
        follows.
        """
        front = SIGNS_IN_FRONT.match(line)
        words = line[front.end() :] if front else line
        for sign in SIGN.finditer(line, 0, len(line) - len(words)):
            self.obey(sign)
        self.line(SIGN.sub("", words))
        self.number = 0
        for sign in SIGN.finditer(words):
            if sign["line"] is None:
                self.obey(sign)

    def obey(self, sign: re.Match[str]) -> None:
        if sign["line"]:
            self.number = number_of(sign["line"])
            return
        index = number_of(sign["region"]) if sign["region"] else len(self.regions)
        self.element = self.regions[index] if index < len(self.regions) else ("", "")

    def line(self, line: str) -> None:
        if not line.strip(" \t"):
            return self.end()
        found = self.marks.match(line) if line[0] in FIRST else None
        if found:
            self.marked(found[found.lastindex or 0], line[found.end() :])
        elif self.part is None or self.part.mark in (">", "|"):
            self.start("", line)
        else:
            self.go_on(line)

    def marked(self, mark: str, words: str) -> None:
        if mark == ">" and not words.strip(" \t"):
            self.end()
        elif mark in (">", "|") and self.part is not None and self.part.mark == mark:
            self.go_on(words)
        else:
            self.start(mark, words)
            if mark in _ONE_LINE:
                self.end()

    def start(self, mark: str, words: str) -> None:
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
        block = (
            self.table(part)
            if part.mark == "|"
            else self.figure(part)
            if part.mark == "!"
            else self.paragraph(part)
        )
        if block is not None:
            self.blocks.append(block)
        self.blocks.extend(self.adopted(rest, part.line) for rest in part.rest)

    def paragraph(self, part: _Part) -> Block | None:
        """An empty paragraph vanishes, but a number stands above a quotation that is all its words."""
        text, label = _labelled(joined(part.lines)) if part.mark in _LABELLED else (joined(part.lines), "")
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
        read = tuple(
            tuple(self.words(part, cell) for cell in row) + ((),) * (width - len(row)) for row in rows
        )
        return Table(read, self.origin(part)) if any(map(any, read)) else None

    def figure(self, part: _Part) -> Figure | None:
        found = _FIGURE.match(part.lines[0])
        if found is None:
            return None
        alt, path, caption = (self.words(part, words or "") for words in found.groups())
        return Figure(one_line(path), one_line(alt), caption, self.origin(part))

    def footnote(self, part: _Part) -> None:
        """A footnote is one paragraph: what a passage brings beyond its first stands in it after a line
        break.
        """
        mark, text = joined(part.lines).split("]:", 1)
        content = self.words(part, text)
        for words in (words for block in part.rest for words in _contents(block) if words):
            content += (LineBreak(), *words) if content else words
        if content:
            self.footnotes.append(
                Footnote(note_id(f"[^{mark}]", self.path), content, origin=self.origin(part))
            )

    def words(self, part: _Part, text: str) -> Inlines:
        """White space is the template's own to waste; in the user's words it stays as typed."""
        if self.passages is not None:
            if "\ue000" in text:
                text = TOKEN.sub(lambda found: self.gathered(part, found), text)
            if "  " in text or "\t" in text:
                text = _SPACES.sub(" ", text)
        return parse_words(text.strip(" \t"), self.path, 0, False, self.passages)

    def gathered(self, part: _Part, found: re.Match[str]) -> str:
        """Keep what the passage brings besides its words; a passage without words leaves no token, hence no
        double space.
        """
        index = number_of(found[1])
        if self.passages is None or index >= len(self.passages):
            return found[0]
        passage = self.passages[index]
        if path := passage.path or path_of(passage.content):
            part.paths[path] = None
        part.rest.extend(passage.rest)
        self.footnotes.extend(note for note in passage.footnotes if note not in self.footnotes)
        return found[0] if passage.content else ""

    def adopted(self, block: Block, line: int) -> Block:
        """A further block of a passage, where it now stands; under no numbered paragraph it continues
        none.
        """
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


def joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph: joined by a space, or, after a single backslash, by the line break that
    stays.
    """
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
