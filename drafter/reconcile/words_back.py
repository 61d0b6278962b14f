"""Words that came back, as words of the tree and as they are typed in a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.document import FootnoteMark, Inline, Inlines, LineBreak, Reference, Run
from drafter.markup import written
from drafter.reading import WordParagraph
from drafter.reconcile.coming_back import Returned
from drafter.reconcile.sides import NOTE, REFERENCE, WordPiece, pieces_of

__all__ = ["WordsBack"]


class WordsBack:
    """Makes the tree's words of pieces of one file; a note that is new gets a mark."""

    def __init__(self, returned: Returned) -> None:
        self.labels = {block.name: block.label for block in returned.drafted}
        self.notes = {own: each for own, each in zip(returned.notes, returned.paragraphs, strict=True) if own}
        self.marks: dict[str, str] = {}
        by_new = {link.new[0]: link.old[0] for link in returned.links}
        for at, note in enumerate(returned.notes):
            if note and at in by_new:
                label = returned.drafted[by_new[at]].label
                self.marks[note] = label.removeprefix("note/").rpartition("^")[2]

    def inlines(self, found: Iterable[WordPiece]) -> Inlines:
        """Pieces that came back as words of the tree."""
        made: list[Inline] = []
        for piece in found:
            if piece.key == NOTE:
                made.append(FootnoteMark(self._mark(piece.target)))
            elif piece.key == REFERENCE and self._referred(piece.target):
                label = self._referred(piece.target)
                made.append(Reference(((label, label),)))
            elif piece.text == "\n":
                made.append(LineBreak())
            elif made and isinstance(made[-1], Run) and made[-1].style == piece.style:
                made[-1] = Run(made[-1].text + piece.text.replace("\t", " "), piece.style)
            else:
                made.append(Run(piece.text.replace("\t", " "), piece.style))
        return tuple(made)

    def _referred(self, name: str) -> str:
        label = self.labels.get(name, "")
        return label if re.fullmatch(r"[a-z0-9][a-z0-9/.-]*", label) and "/" not in label else ""

    def _mark(self, note: str) -> str:
        if note not in self.marks:
            self.marks[note] = f"w{len(self.marks) + 1}"
        return self.marks[note]

    def typed(self, paragraph: WordParagraph) -> str:
        """A paragraph as it would be typed in a field, with its footnotes."""
        pieces = pieces_of(paragraph)
        return self.with_notes(written(self.inlines(pieces)), pieces)

    def with_notes(self, raw: str, added: Sequence[WordPiece]) -> str:
        """`raw` with the footnotes that were added with their marks."""
        for piece in added:
            mark = self._mark(piece.target) if piece.key == NOTE else ""
            if mark and f"[^{mark}]:" not in raw and piece.target in self.notes:
                words = written(self.inlines(pieces_of(self.notes[piece.target])))
                raw = f"{raw.rstrip()}\n\n[^{mark}]: {words}\n"
        return raw
