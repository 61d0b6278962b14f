"""The lines of a pleading, whatever file they stand in: their words, their number, and how they look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.document import BOLD, UNDERLINE, Inlines, Run, plain
from drafter.markup import written
from drafter.reading import WordFile, accepted, inlines_of_paragraph

__all__ = ["PleadingLine", "lines_of_pdf", "lines_of_word", "typed_number"]

_TYPED = re.compile(r"\s*(\d{1,4})(?:[.)]\s*|\s+)(?=\S)")
_PAGE = re.compile(r"[\s\-–—]*(?:page\s+)?\d+(?:\s+of\s+\d+)?[\s\-–—]*", re.I)
_STAMP = re.compile(r"\s*Case\s+\S+.*\bDocument\b.*\bPage\b.*", re.I)
_HEADING = re.compile(r"(?:[IVX]+|[A-Z])\.\s+\S|[^a-z]*[A-Z]{3}[^a-z]*$")
_LEAST = 0.6
"""The share of a page's lines that are numbered on pleading paper."""


class PleadingLine(NamedTuple):
    """A paragraph of a pleading.

    text    its words, without a number that the list gives
    content the same with emphasis
    number  as the list gives it; empty for none, or for one that is typed
    style   name of its style, in small letters; bold: all of it, or underlined
    cell    table, row and cell it stands in
    """

    text: str
    content: Inlines = ()
    number: str = ""
    style: str = ""
    bold: bool = False
    cell: tuple[int, ...] = ()

    def typed(self, start: int = 0) -> str:
        """The words from the letter at `start`, as they are typed in a field."""
        left, found = start, []
        for node in self.content or (Run(self.text),):
            if isinstance(node, Run) and left:
                cut = min(left, len(node.text))
                left, node = left - cut, node._replace(text=node.text[cut:])
            elif left:
                left = max(0, left - len(plain((node,))))
                continue
            found.append(node)
        return written(tuple(found)).strip()


def typed_number(text: str) -> tuple[int, int]:
    """The number that a text begins with, and where its words begin; 0 for none."""
    found = _TYPED.match(text)
    return (int(found[1]), found.end()) if found else (0, 0)


def lines_of_word(file: WordFile) -> list[PleadingLine]:
    """The lines of a Word file, tracked changes accepted; each note behind the line it is called in."""
    notes = {note.id: accepted(file, note.paragraphs) for note in file.notes}
    found: list[PleadingLine] = []
    for each in accepted(file):
        content = inlines_of_paragraph(each)
        marked = [run for run in each.runs if run.text.strip() and run.kind == "text"]
        bold = bool(marked) and all(run.style & (BOLD | UNDERLINE) for run in marked)
        if each.text.strip() and not each.style.startswith(("toc", "contents")):
            found.append(
                PleadingLine(plain(content), content, each.number.strip(), each.style, bold, each.cell)
            )
        for run in each.runs:
            for note in notes.get(run.target, ()) if run.kind == "note" else ():
                found.append(PleadingLine(note.text, inlines_of_paragraph(note), "", "footnote text"))
    return found


def lines_of_pdf(pages: Sequence[str]) -> tuple[list[PleadingLine], list[str]]:
    """The lines of a PDF by its pages’ texts; and the running words that were taken off, once each."""
    cut = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    cut = [_without_numbers(page) for page in cut]
    running = _running(cut)
    off: dict[str, None] = {}
    body: list[str] = []
    for page in cut:
        for at, line in enumerate(page):
            edge = at < 2 or at >= len(page) - 3
            if _STAMP.fullmatch(line) or edge and (_PAGE.fullmatch(line) or _shape(line) in running):
                off[_shape(line)] = None
            else:
                body.append(line)
    return [PleadingLine(text) for text in _joined(body)], list(off)


def _without_numbers(page: list[str]) -> list[str]:
    """A page without the numbers of pleading paper, 1 to 28, beside the lines or on lines of their own."""
    alone = [line for line in page if re.fullmatch(r"\d{1,2}", line)]
    if len(alone) >= 20:
        page = [line for line in page if line not in alone]
    led = [int(found[1]) for line in page if (found := re.match(r"(\d{1,2})\s", line))]
    rising = sum(b == a + 1 for a, b in zip(led, led[1:], strict=False))
    if led and led[0] == 1 and rising >= _LEAST * len(led) >= _LEAST * _LEAST * len(page):
        page = [re.sub(r"^\d{1,2}(?:\s+|$)", "", line) for line in page]
    return [line for line in page if line]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    """Lines that stand at the edge of most pages."""
    seen = Counter(shape for page in pages for shape in {_shape(line) for line in [*page[:2], *page[-3:]]})
    return {shape for shape, count in seen.items() if len(pages) > 2 and count > len(pages) / 2}


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Lines of print as paragraphs: one begins at a number that goes on, at a heading, and behind a line that
    ends short.
    """
    if not lines:
        return
    wide = sorted(len(line) for line in lines)[len(lines) * 9 // 10]
    open_lines: list[str] = []
    last = 0
    in_heading = False
    for line in lines:
        number = typed_number(line)[0]
        goes_on = number and last < number <= last + 2 and bool(re.match(r"\s*\d+[.)]\s", line))
        heading = bool(_HEADING.match(line)) and not goes_on
        short = bool(open_lines) and len(open_lines[-1]) < 0.75 * wide and not _is_open(open_lines[-1])
        if open_lines and (goes_on or short or heading != in_heading or heading and _HEADING.match(line[:4])):
            yield " ".join(open_lines)
            open_lines = []
        last = number if goes_on else last
        in_heading = heading
        open_lines.append(line)
    yield " ".join(open_lines)


def _is_open(line: str) -> bool:
    """Whether a line cannot be the end of a paragraph."""
    return line[-1:] not in '.:;?!”"' and line[-1:].islower()
