"""Where each change belongs: into its field, into an override of a template's words, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from drafter.complaint.passes.overrides import digest_of
from drafter.document import FootnoteMark, Inline, Inlines, LineBreak, Reference, Run, plain
from drafter.facts.values import Unknown
from drafter.markup import written
from drafter.matter_files.draft_records import DraftedBlock
from drafter.proposals import Ground
from drafter.reading import WordParagraph
from drafter.reconcile.coming_back import Returned
from drafter.reconcile.fields import FieldEdit, field_edited, typed_after
from drafter.reconcile.sides import NOTE, REFERENCE, Hunk, Piece, drafted_pieces, hunks, pieces_of
from drafter.redline import ParagraphLink
from drafter.tree.answers import Answers, Change
from drafter.tree.paths import path_of, value_at
from drafter.tree.shape import is_prose

__all__ = ["Placed", "Placing"]

_SIGNS = {
    "block quote": "> ",
    "blockquote": "> ",
    "bullet": "- ",
    "allegation sub": "a. ",
    "allegation sub 2": "i. ",
}


class Placed(NamedTuple):
    """A change with its place: a line, the changes of the sheet (none: not placed), what it rests on, and the
    label of the paragraph.
    """

    title: str
    changes: tuple[Change, ...]
    ground: Ground
    label: str


class Placing:
    """Places the changes of one file. `court` is that of the draft; `beneath` has its words by label."""

    def __init__(
        self,
        returned: Returned,
        answers: Answers,
        document: str,
        court: str,
        beneath: dict[str, Inlines],
        day: str,
    ) -> None:
        self.returned, self.answers, self.document, self.court, self.day = (
            returned,
            answers,
            document,
            court,
            day,
        )
        self.beneath = beneath
        self.labels = {block.name: block.label for block in returned.drafted}
        self.made_ids: set[str] = set()
        self.after_id = ""
        self.notes = {own: each for own, each in zip(returned.notes, returned.paragraphs, strict=True) if own}
        self.new_marks: dict[str, str] = {}
        self.done: list[Placed] = []
        self.whole: set[str] = set()
        """Labels whose paragraph is to be overridden whole, for its field could not take what was changed."""

    # the walk

    def all(self) -> list[Placed]:
        """Every change, in the order of the file."""
        returned = self.returned
        linked = {at for link in returned.links for at in link.old}
        by_new = {link.new[0]: link for link in returned.links}
        second = {at: link for link in returned.links for at in link.new[1:]}
        self._taken_notes(linked)
        last: DraftedBlock | None = None
        for at, paragraph in enumerate(returned.paragraphs):
            link = by_new.get(at)
            if link is not None:
                last = self._linked(link, paragraph, last)
                self.after_id = ""
            elif at in second or not returned.notes[at]:
                self._added(paragraph, last)
        for at, block in enumerate(returned.drafted):
            if at not in linked:
                self._deleted(block)
        for link in returned.links:
            for at in link.old[1:]:
                self._deleted(returned.drafted[at])
        return self.done

    def _taken_notes(self, linked: set[int]) -> None:
        """Ids of notes that were drafted, by the ids the file gives them: a note that is new gets a mark."""
        by_new = {link.new[0]: link.old[0] for link in self.returned.links}
        for at, note in enumerate(self.returned.notes):
            if note and at in by_new:
                label = self.returned.drafted[by_new[at]].label
                self.new_marks[note] = label.removeprefix("note/").rpartition("^")[2]

    def _linked(
        self, link: ParagraphLink, paragraph: WordParagraph, last: DraftedBlock | None
    ) -> DraftedBlock:
        block = self.returned.drafted[link.old[0]]
        old, new = drafted_pieces(block), pieces_of(paragraph)
        found = hunks(old, new, block)
        if link.moved and self._moved(block, paragraph, last):
            return block
        if found:
            self._changed(block, paragraph, old, found)
        return block

    # what can be done with a paragraph

    def _ground(self, paragraph: WordParagraph | None, block: DraftedBlock | None) -> Ground:
        revisions = paragraph.changes if paragraph is not None else ()
        authors = dict.fromkeys(each.author or "unknown author" for each in revisions)
        number = (paragraph.number if paragraph is not None else "") or (block.number if block else "")
        pin = f"¶ {number.strip('.')}" if number else (block.kind if block else "")
        quote = paragraph.text.strip() if paragraph is not None else block.text if block else ""
        date = max((each.date for each in revisions), default="")
        return Ground(self.document, pin, quote, ", ".join(authors), date)

    def _put(self, title: str, changes: Iterable[Change], ground: Ground, label: str) -> None:
        made = tuple(changes)
        for change in made:
            try:
                self.answers.apply(change)
            except (LookupError, ValueError, TypeError, AttributeError):
                self.done.append(Placed(title, (), ground, label))
                return
        self.done.append(Placed(title, made, ground, label))

    def _changed(
        self, block: DraftedBlock, paragraph: WordParagraph, old: list[Piece], found: list[Hunk]
    ) -> None:
        ground = self._ground(paragraph, block)
        changes = None if block.label in self.whole else self._into_fields(block, old, found)
        if changes is not None:
            where = ", ".join(dict.fromkeys(change.path for change in changes))
            self._put(f"{ground.pin}: words of {where}", changes, ground, block.label)
            return
        self._override(
            block, "words of the template", ground, words=written(self._inlines(pieces_of(paragraph)))
        )

    def _into_fields(self, block: DraftedBlock, old: list[Piece], found: list[Hunk]) -> list[Change] | None:
        """The changes of fields that say what came back; None where words of the template changed too."""
        by_path: dict[str, list[Hunk]] = {}
        for hunk in found:
            path = self._path_of(block, old, hunk)
            if not path or self._prints_elsewhere(block, path):
                return None
            by_path.setdefault(path, []).append(hunk)
        changes = [self._field(block, old, path, own) for path, own in by_path.items()]
        return None if any(change is None for change in changes) else [each for each in changes if each]

    def _path_of(self, block: DraftedBlock, old: list[Piece], hunk: Hunk) -> str:
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

    def _field(self, block: DraftedBlock, old: list[Piece], path: str, found: list[Hunk]) -> Change | None:
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
            return None
        return Change(path, "set", self._with_notes(made, found))

    def _edit(self, old: list[Piece], hunk: Hunk, first: int, offsets: list[int], length: int) -> FieldEdit:
        def place(piece: Piece) -> int:
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
        return FieldEdit(start, min(end, length), self._inlines(hunk.added))

    def _inlines(self, found: Iterable[Piece]) -> Inlines:
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
        if note not in self.new_marks:
            self.new_marks[note] = f"w{len(self.new_marks) + 1}"
        return self.new_marks[note]

    def _with_notes(self, raw: str, found: list[Hunk]) -> str:
        """`raw` with the footnotes that were added with their marks."""
        for hunk in found:
            for piece in hunk.added:
                mark = self._mark(piece.target) if piece.key == NOTE else ""
                if mark and f"[^{mark}]:" not in raw and piece.target in self.notes:
                    words = written(self._inlines(pieces_of(self.notes[piece.target])))
                    raw = f"{raw.rstrip()}\n\n[^{mark}]: {words}\n"
        return raw

    # paragraphs

    def _allegation(self, block: DraftedBlock | None) -> str:
        """The id of the allegation that a paragraph is, or goes on."""
        paths = [run[3] for run in block.runs if run[3].startswith("allegations.")] if block else []
        parts = paths[0].split(".") if paths else []
        return parts[1] if len(parts) == 3 and parts[2] == "text" else ""

    def _added(self, paragraph: WordParagraph, last: DraftedBlock | None) -> None:
        ground = self._ground(paragraph, None)
        content = self._inlines(pieces_of(paragraph))
        own = self.after_id or self._allegation(last)
        if own and self.answers.location(f"allegations.{own}") is not None:
            self._added_to_facts(paragraph, content, own, ground)
        elif (
            last is None
            or last.kind in ("counsel", "court", "cell", "note", "signature")
            or "caption" in last.kind
        ):
            self.done.append(
                Placed(
                    f"{ground.pin or 'a paragraph'}: added where no field and no override can be",
                    (),
                    ground,
                    "",
                )
            )
        else:
            numbered = paragraph.style.startswith("allegation") and bool(paragraph.number.strip("."))
            self._override(
                last, "a paragraph added", ground, words=written(content), after=True, numbered=numbered
            )

    def _added_to_facts(self, paragraph: WordParagraph, content: Inlines, own: str, ground: Ground) -> None:
        sign = _SIGNS.get(paragraph.style)
        if sign is None and not paragraph.number.strip(".").isdecimal():
            sign = ""
        if sign is not None:
            raw = self.answers.get(f"allegations.{own}.text")
            if isinstance(raw, str):
                change = Change(f"allegations.{own}.text", "set", typed_after(raw, sign, content))
                self._put(f"a paragraph added to allegations.{own}", [change], ground, own)
                return
        location = self.answers.location(f"allegations.{own}")
        assert location is not None
        new = self._new_id(plain(content))
        value: dict[str, Any] = {
            "id": new,
            "text": self._with_notes(written(content), [Hunk(0, 0, tuple(pieces_of(paragraph)))]),
            "source": Unknown(f"added in Word{f' by {ground.author}' if ground.author else ''}"),
        }
        change = Change(path_of(self.answers.tree, location[:-1]), "add", value, own)
        self._put(f"an allegation added after {own}", [change], ground, new)
        self.after_id = new

    def _new_id(self, words: str) -> str:
        parts = re.findall(r"[a-z0-9]+", words.casefold())
        stem = "-".join([part for part in parts if len(part) > 2][:4])[:40].strip("-") or "added"
        new, count = stem, 1
        while self.answers.location(f"allegations.{new}") is not None or new in self.made_ids:
            count += 1
            new = f"{stem}-{count}"
        self.made_ids.add(new)
        return new

    def _deleted(self, block: DraftedBlock) -> None:
        ground = self._ground(None, block)
        if block.kind == "note":
            return
        own = self._allegation(block)
        if own and block.label == own:
            uses = self._uses(own)
            if uses:
                line = f"{ground.pin}: {own} was deleted, and {', '.join(uses)} rests on it"
                self.done.append(Placed(line, (), ground, block.label))
                return
            self._put(
                f"{ground.pin}: allegation {own} deleted",
                [Change(f"allegations.{own}", "remove")],
                ground,
                own,
            )
        elif own and self.answers.location(f"allegations.{own}") is None:
            return
        else:
            self._override(block, "left out", ground, omit=True)

    def _uses(self, own: str) -> list[str]:
        """The fields that name an entry."""
        found: list[str] = []

        def look(value: Any, path: str) -> None:
            if isinstance(value, dict):
                for name, entry in value.items():
                    if name != "id":
                        look(
                            entry,
                            f"{path}.{value.get('id', '')}.{name}" if "id" in value else f"{path}.{name}",
                        )
            elif isinstance(value, list):
                for entry in value:
                    look(entry, path)
            elif (
                value == own
                or isinstance(value, str)
                and re.search(rf"\[@[^\]]*\b{re.escape(own)}\b[^\]]*\]", value)
            ):
                found.append(path.strip("."))

        look({name: value for name, value in self.answers.tree.items() if name != "overrides"}, "")
        return list(dict.fromkeys(found))

    def _moved(self, block: DraftedBlock, paragraph: WordParagraph, last: DraftedBlock | None) -> bool:
        """Put a paragraph where it stands now; gives whether its words are said with that."""
        ground = self._ground(paragraph, block)
        own, after = self._allegation(block), self._allegation(last)
        here = self.answers.location(f"allegations.{own}") if own == block.label else None
        there = self.answers.location(f"allegations.{after}") if after else None
        if here and there and own != after:
            value = value_at(self.answers.tree, here)
            if here[:-1] == there[:-1]:
                self._put(
                    f"{own} moved after {after}",
                    [Change(f"allegations.{own}", "move", None, after)],
                    ground,
                    own,
                )
            else:
                changes = [
                    Change(f"allegations.{own}", "remove"),
                    Change(path_of(self.answers.tree, there[:-1]), "add", value, after),
                ]
                self._put(f"{own} moved after {after}", changes, ground, own)
            return False
        if last is None:
            self.done.append(Placed(f"{ground.pin}: moved to the head", (), ground, block.label))
            return True
        words = written(self._inlines(pieces_of(paragraph)))
        self._override(block, "left out where it stood", ground, omit=True)
        self._override(
            last, "moved here", ground, words=words, after=True, numbered=block.kind == "allegation"
        )
        return True

    def _override(
        self,
        block: DraftedBlock,
        what: str,
        ground: Ground,
        words: str = "",
        omit: bool = False,
        after: bool = False,
        numbered: bool = False,
    ) -> None:
        said = {
            "words": words or None,
            "omit": omit or None,
            "after": after or None,
            "numbered": numbered or None,
        }
        value = {
            "id": self._override_id(),
            "paragraph": block.label,
            "court": self.court,
            "beneath": None if after else digest_of(self.beneath.get(block.label, ())),
            **said,
            "by": ground.author or None,
            "on": self.day,
            "draft": str(self.returned.record.number),
        }
        entry = {name: entry for name, entry in value.items() if entry is not None}
        self._put(
            f"{ground.pin or block.kind}: {what}", [Change("overrides", "add", entry)], ground, block.label
        )

    def _override_id(self) -> str:
        taken = set(self.answers.keys("overrides"))
        count = len(taken) + 1
        while f"word-{count}" in taken:
            count += 1
        return f"word-{count}"
