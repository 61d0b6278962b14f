"""Where each change belongs: into its field, into an override of a template's words, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from drafter.document import Inlines, plain
from drafter.facts.values import Unknown
from drafter.matter_files.draft_records import DraftedBlock
from drafter.proposals import Ground
from drafter.reading import WordParagraph
from drafter.reconcile.coming_back import Returned
from drafter.reconcile.fields import typed_after
from drafter.reconcile.into_fields import IntoFields
from drafter.reconcile.over_template import TemplateOverrides
from drafter.reconcile.sides import Hunk, WordPiece, drafted_pieces, hunks, pieces_of
from drafter.reconcile.uses import uses_of
from drafter.reconcile.words_back import WordsBack
from drafter.redline import ParagraphLink
from drafter.tree.answers import UNFIT, Answers, Change
from drafter.tree.paths import path_of, value_at

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
        self.returned, self.answers, self.document = returned, answers, document
        self.over = TemplateOverrides(answers, court, day, str(returned.record.number), beneath)
        self.made_ids: set[str] = set()
        self.after_id = ""
        self.next: DraftedBlock | None = None
        self.words = WordsBack(returned)
        self.fields = IntoFields(returned, answers, self.words)
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
        last: DraftedBlock | None = None
        following = self._following(by_new)
        for at, paragraph in enumerate(returned.paragraphs):
            link = by_new.get(at)
            self.next = following[at]
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

    def _following(self, by_new: dict[int, ParagraphLink]) -> list[DraftedBlock | None]:
        """For each paragraph of the file the drafted one that stands behind it."""
        found: list[DraftedBlock | None] = []
        below: DraftedBlock | None = None
        for at in reversed(range(len(self.returned.paragraphs))):
            found.append(below)
            link = by_new.get(at)
            if link is not None:
                below = self.returned.drafted[link.old[0]]
        return found[::-1]

    def _linked(
        self, link: ParagraphLink, paragraph: WordParagraph, last: DraftedBlock | None
    ) -> DraftedBlock:
        block = self.returned.drafted[link.old[0]]
        old, new = drafted_pieces(block), pieces_of(paragraph)
        found = hunks(old, new, block)
        if link.moved and not _is_fixed(block.kind) and self._moved(block, paragraph, last):
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
        for count, change in enumerate(made):
            try:
                self.answers.apply(change)
            except UNFIT:
                for _ in range(count):
                    self.answers.undo()
                self.done.append(Placed(title, (), ground, label))
                return
        self.done.append(Placed(title, made, ground, label))

    def _changed(
        self, block: DraftedBlock, paragraph: WordParagraph, old: list[WordPiece], found: list[Hunk]
    ) -> None:
        ground = self._ground(paragraph, block)
        changes = None if block.label in self.whole else self.fields.into(block, old, found)
        if changes is not None:
            where = ", ".join(dict.fromkeys(change.path for change in changes))
            self._put(f"{ground.pin}: words of {where}", changes, ground, block.label)
            return
        changes = self.over.over(block, self.words.typed(paragraph), ground)
        self._override(self.fields.why or "words of the template", changes, ground, block.label)

    # paragraphs

    def _allegation(self, block: DraftedBlock | None) -> str:
        """The id of the allegation that a paragraph is, or goes on."""
        paths = [run[3] for run in block.runs if run[3].startswith("allegations.")] if block else []
        parts = paths[0].split(".") if paths else []
        return parts[1] if len(parts) == 3 and parts[2] == "text" else ""

    def _added(self, paragraph: WordParagraph, last: DraftedBlock | None) -> None:
        ground = self._ground(paragraph, None)
        content = self.words.inlines(pieces_of(paragraph))
        own = self.after_id or self._allegation(last)
        below = self._allegation(self.next) if last is not None and last.kind == "heading" else ""
        if own and self.answers.location(f"allegations.{own}") is not None:
            self._added_to_facts(paragraph, content, own, ground)
        elif below and paragraph.number.strip(".").isdecimal() and self._before(below) is not None:
            self._new_fact(paragraph, content, below, self._before(below) or "", ground)
        elif last is None or _is_fixed(last.kind):
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
            changes = self.over.after(last, self.words.typed(paragraph), numbered, ground)
            self._override("a paragraph added", changes, ground, last.label)

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
        self._new_fact(paragraph, content, own, own, ground)

    def _before(self, own: str) -> str | None:
        """The entry above an allegation in its list: "" for none; None where the list is not the sheet's."""
        location = self.answers.location(f"allegations.{own}")
        if location is None or not isinstance(location[-1], int):
            return None
        above = value_at(self.answers.tree, location[:-1])[location[-1] - 1] if location[-1] else {}
        return str(above.get("id", "")) if isinstance(above, dict) else None

    def _new_fact(
        self, paragraph: WordParagraph, content: Inlines, neighbour: str, after: str, ground: Ground
    ) -> None:
        """An allegation more, in the list in which `neighbour` stands, behind `after`."""
        location = self.answers.location(f"allegations.{neighbour}")
        assert location is not None
        new = self._new_id(plain(content))
        value: dict[str, Any] = {
            "id": new,
            "text": self.words.typed(paragraph),
            "source": Unknown(f"added in Word{f' by {ground.author}' if ground.author else ''}"),
        }
        change = Change(path_of(self.answers.tree, location[:-1]), "add", value, after)
        where = f"after {after}" if after else f"before {neighbour}"
        self._put(f"an allegation added {where}", [change], ground, new)
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
            uses = uses_of(own, self.answers.tree)
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
            self._override("left out", self.over.left_out(block, ground), ground, block.label)

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
        words = self.words.typed(paragraph)
        self._override("left out where it stood", self.over.left_out(block, ground), ground, block.label)
        changes = self.over.after(last, words, block.kind == "allegation", ground)
        self._override("moved here", changes, ground, block.label)
        return True

    def _override(self, what: str, changes: list[Change], ground: Ground, label: str) -> None:
        self._put(f"{ground.pin or 'a paragraph'}: {what}", changes, ground, label)


def _is_fixed(kind: str) -> bool:
    """Whether paragraphs of a kind stand where the court wants them, and not where they were put."""
    return kind in ("counsel", "court", "cell", "note", "signature") or "caption" in kind
