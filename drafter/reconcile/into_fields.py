"""Words that changed within fields of the sheet: which field, and what it says then."""

from __future__ import annotations

from drafter.document import plain
from drafter.markup import written
from drafter.matter_files.draft_records import DraftedBlock
from drafter.reconcile.coming_back import Returned
from drafter.reconcile.fields import FieldEdit, field_edited
from drafter.reconcile.sides import Hunk, WordPiece
from drafter.reconcile.words_back import WordsBack
from drafter.tree.answers import Answers, Change
from drafter.tree.shape import is_prose

__all__ = ["IntoFields"]


class IntoFields:
    """Finds the fields that changed words belong to."""

    def __init__(self, returned: Returned, answers: Answers, words: WordsBack) -> None:
        self.returned, self.answers, self.words = returned, answers, words
        self.why = ""
        """Why the words looked at last belong to no field alone; empty for words of the template."""

    def into(self, block: DraftedBlock, old: list[WordPiece], found: list[Hunk]) -> list[Change] | None:
        """The changes of fields that say what came back; None where words of the template changed too."""
        by_path: dict[str, list[Hunk]] = {}
        self.why = ""
        for hunk in found:
            path = self._path_of(block, old, hunk)
            if path and self._prints_elsewhere(block, path):
                self.why = f"words of {path}, which prints in other places too: here alone"
            if not path or self.why:
                return None
            by_path.setdefault(path, []).append(hunk)
        changes = [self._field(block, old, path, own) for path, own in by_path.items()]
        return None if any(change is None for change in changes) else [each for each in changes if each]

    def _path_of(self, block: DraftedBlock, old: list[WordPiece], hunk: Hunk) -> str:
        """The one field that a hunk lies in; empty for none."""
        paths = {self._own(block, piece.run) for piece in old[hunk.start : hunk.end]}
        if not paths:
            before = self._own(block, old[hunk.start - 1].run) if hunk.start else ""
            after = self._own(block, old[hunk.start].run) if hunk.start < len(old) else ""
            paths = {before or after}
        return paths.pop() if len(paths) == 1 else ""

    def _own(self, block: DraftedBlock, run: int) -> str:
        """The field that a run prints; a reference or a break in the midst of a field is the field's."""
        text, kind, _, path = block.runs[run]
        if kind == "note":
            return path.rpartition("^")[0]
        if path or kind not in ("reference", "break"):
            return path
        sides = {block.runs[at][3] for at in (run - 1, run + 1) if 0 <= at < len(block.runs)} - {""}
        return sides.pop() if len(sides) == 1 else ""

    def _prints_elsewhere(self, block: DraftedBlock, path: str) -> bool:
        texts = {run[0] for run in block.runs if run[3] == path}
        return any(
            run[3] == path and run[0] in texts
            for other in self.returned.drafted
            if other is not block
            for run in other.runs
        )

    def _field(
        self, block: DraftedBlock, old: list[WordPiece], path: str, found: list[Hunk]
    ) -> Change | None:
        raw = self.answers.get(path)
        places = [at for at in range(len(block.runs)) if self._own(block, at) == path]
        first, last = places[0], places[-1]
        runs = block.runs[first : last + 1]
        if any(self._own(block, at) != path for at in range(first, last + 1)):
            return None
        offsets, length = [], 0
        for text, kind, _, _ in runs:
            offsets.append(length)
            length += max(len(text), 1) if kind in ("note", "break", "reference", "blank") else len(text)
        edits = [self._edit(old, hunk, first, offsets, length) for hunk in found]
        location = self.answers.location(path)
        prose_field = is_prose(location) if location else True
        if not isinstance(raw, str):
            whole = len(edits) == 1 and edits[0].start == 0 and edits[0].end == length
            words = written(edits[0].content) if prose_field else plain(edits[0].content)
            return (
                Change(path, "set", words) if whole and words and not isinstance(raw, (dict, list)) else None
            )
        made = field_edited(raw, runs, edits, prose_field)
        if made is None:
            self.why = f"words of {path}, where it cannot be told: over what it prints here"
            return None
        return Change(
            path, "set", self.words.with_notes(made, [piece for hunk in found for piece in hunk.added])
        )

    def _edit(
        self, old: list[WordPiece], hunk: Hunk, first: int, offsets: list[int], length: int
    ) -> FieldEdit:
        def place(piece: WordPiece) -> int:
            at = piece.run - first
            return offsets[at] + piece.start if 0 <= at < len(offsets) else 0 if at < 0 else length

        gone = old[hunk.start : hunk.end]
        if gone:
            start = place(gone[0])
            end = place(gone[-1]) + max(len(gone[-1].text), 1)
        elif hunk.start and 0 <= old[hunk.start - 1].run - first < len(offsets):
            start = end = place(old[hunk.start - 1]) + max(len(old[hunk.start - 1].text), 1)
        else:
            start = end = place(old[hunk.start]) if hunk.start < len(old) else length
        return FieldEdit(start, min(end, length), self.words.inlines(hunk.added))
