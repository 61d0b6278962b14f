"""The pen: writes inline content, and knows what the whole document must agree on (bookmarks, notes, lists,
pictures).
"""

from __future__ import annotations

from drafter.anchors import Place, anchors_of
from drafter.document import (
    BOLD,
    Blank,
    CaptionLine,
    Document,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Run,
    TermDefinition,
    mark_of,
)
from drafter.layout.setting import Typesetter
from drafter.word.fields import bookmarked, reference, targets, toc_bookmark
from drafter.word.figures import Pictures
from drafter.word.numbering import Lists
from drafter.word.xml import properties, run

__all__ = ["Pen"]

_BREAK = "<w:r><w:br/></w:r>"


class Pen(Typesetter):
    """One document being written.

    lists          Word's counts so far
    pictures       pictures used so far
    targets        what can be referred to, by label
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document.layout)
        self.lists = Lists(document.layout)
        self.pictures = Pictures()
        anchors = [] if document.meta.final else anchors_of(document)
        self.targets = {} if document.meta.final else targets(document, anchors)
        self._anchors = {anchor.place: (anchor.name, at) for at, anchor in enumerate(anchors, 1)}
        self._notes = {
            note.id: number
            for number, note in enumerate(sorted(document.footnotes, key=lambda note: note.number), 1)
        }
        self._lines: dict[int, Place] = {
            id(line): (side, at, 0)
            for side, lines in (("left", document.caption.left), ("right", document.caption.right))
            for at, line in enumerate(lines)
        }
        self._marked: set[str] = set()
        self._contents, self._headings = document.contents, 0
        self._properties: dict[tuple[int, str], str] = {}

    def inlines(self, content: Inlines, note: bool = False) -> str:
        """The runs of `content`; inside a footnote (`note`) no further mark can stand."""
        return "".join([self._inline(inline, note) for inline in content])

    def anchored(self, place: Place, runs: str, around: bool = True) -> str:
        """`runs` inside the bookmark of the paragraph at `place`, if there is one; behind it where it
        is not to be `around` them.
        """
        name, number = self._anchors.get(place, ("", 0))
        if not name or not runs:
            return runs
        return bookmarked(name, number, runs) if around else bookmarked(name, number, "") + runs

    def caption_line(self, line: CaptionLine, runs: str) -> str:
        """`runs` inside the bookmark of a line of the caption, which is known by being that very line."""
        return self.anchored(self._lines.get(id(line), ("", 0, 0)), runs)

    def heading(self, runs: str) -> str:
        """`runs` of the next heading, inside the bookmark that the table of contents points to, if there is
        one.
        """
        if not self._contents:
            return runs
        self._headings += 1
        return toc_bookmark(self._headings - 1, runs)

    def _look(self, bits: int, style: str = "") -> str:
        key = (bits, style)
        if key not in self._properties:
            self._properties[key] = properties(bits, style)
        return self._properties[key]

    def _inline(self, inline: Inline, note: bool) -> str:
        match inline:
            case Run(text=text, style=style, sealed=sealed):
                return run(text, self._look(style, "Sealed" if sealed else ""))
            case TermDefinition(text=text, style=style):
                quoted = self._look(style)
                return run("“", quoted) + run(text, self._look(style | BOLD)) + run("”", quoted)
            case Blank(label=label, style=style):
                return run(f"[{label}]", self._look(style, "Blank"))
            case Reference():
                return reference(inline, self.targets)
            case FootnoteMark(id=name, number=number):
                return self._mark(name, number, note)
            case LineBreak():
                return _BREAK
        raise TypeError(f"no way to write {inline!r}")

    def _mark(self, name: str, number: int, note: bool) -> str:
        look = self._look(0, "FootnoteReference")
        if note or name not in self._notes:
            return run(f"[no footnote {mark_of(name)}]", self._look(0, "Broken"))
        if name in self._marked:
            return run(str(number or self._notes[name]), look)
        self._marked.add(name)
        return f'<w:r>{look}<w:footnoteReference w:id="{self._notes[name]}"/></w:r>'
