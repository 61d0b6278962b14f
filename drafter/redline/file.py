"""A redline: the new Word file, in which what was struck from the old one and added to it is tracked.
Accepting all of it gives the new file, rejecting all of it the old one.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from drafter.reading.file import UnreadableFile
from drafter.reading.package import OFFICE, R, W, WordPackage, open_package, written_xml
from drafter.reading.reader import story_reader
from drafter.redline.accepting import accept_changes
from drafter.redline.align import ParagraphLink, aligned
from drafter.redline.marks import ChangeWriter
from drafter.redline.stories import StoryPair, block_of
from drafter.redline.strike import as_struck

__all__ = ["Redline", "redline"]

_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Redline(NamedTuple):
    """A redline: the file, how many revisions it has, and pairs (old, new) of the numbers of its paragraphs,
    in order; "" for one that was added or struck.
    """

    data: bytes
    revisions: int
    numbers: tuple[tuple[str, str], ...]


class _Side:
    """One of the two files, its tracked changes accepted."""

    def __init__(self, data: bytes) -> None:
        self.package: WordPackage = open_package(data)
        self.main = self.package.main()
        self.root = self.package.xml(self.main)
        body = self.root.find(f"{W}body")
        if body is None:
            raise UnreadableFile("not a Word file: its main part has no body")
        self.body = body
        accept_changes(self.root)
        self.parts = self.package.related(self.main)
        self.relations = self.package.relations(self.main)
        self.notes_part = self.parts.get("footnotes", "")
        self.notes_root = self._part("footnotes")
        if self.notes_root is not None:
            accept_changes(self.notes_root)
        self.notes = {
            str(note.get(f"{W}id")): note
            for note in (self.notes_root if self.notes_root is not None else ())
            if note.get(f"{W}type") in (None, "normal")
        }
        self.numbers = self._numbers()

    def _part(self, kind: str) -> Any:
        return self.package.xml(self.parts[kind]) if kind in self.parts else None

    def _numbers(self) -> dict[Any, str]:
        """The printed number of each paragraph of the text."""
        reader = story_reader(self.package, self.main)
        said = [each for each in reader.lists.numbered(reader.read(self.body)) if not each.box]
        boxes = {node for box in self.body.iter(f"{W}txbxContent") for node in box.iter(f"{W}p")}
        nodes = [node for node in self.body.iter(f"{W}p") if node not in boxes]
        if len(nodes) != len(said):
            return {}
        return {node: each.number for node, each in zip(nodes, said, strict=True) if each.number}

    def blocks(self) -> list[Any]:
        return [child for child in self.body if child.tag in (f"{W}p", f"{W}tbl")]

    def picture(self, relation: str) -> str:
        """A digest of the picture of that relationship."""
        target = self.relations.get(relation, ("", ""))[1]
        try:
            return hashlib.sha256(self.package.bytes(target)).hexdigest()
        except KeyError:
            return relation


def redline(old: bytes, new: bytes, author: str, date: str, struck: bool = False) -> Redline:
    """The redline of two Word files; `struck`: no tracked changes, but what was struck is crossed out and
    what was added underlined, as a court wants to see it. Raises UnreadableFile.
    """
    before, after = _Side(old), _Side(new)
    return _Redlining(before, after, author, date).made(struck)


class _Redlining:
    def __init__(self, before: _Side, after: _Side, author: str, date: str) -> None:
        self.before, self.after = before, after
        styles = after._part("styles")
        own = (
            {str(node.get(f"{W}styleId")) for node in styles.iter(f"{W}style")}
            if styles is not None
            else set()
        )
        self.writer = ChangeWriter(author, date, own)
        self.targets: tuple[dict[str, str], dict[str, str]] = ({}, {})
        self.pairs = self._note_pairs()
        self.story = StoryPair(self.writer, self._keys(0), self._keys(1), before.numbers)

    def made(self, struck: bool) -> Redline:
        """Write it."""
        old, new = self.before.blocks(), self.after.blocks()
        links = self.story.linked(old, new)
        self.targets = self._targets(old, new, links)
        blocks = iter(self.story.blocks(old, new, links))
        root = self.after.root
        notes = self._notes()
        body = self.after.body
        numbers = _numbers(old, new, links, self.before.numbers, self.after.numbers)
        ending = [child for child in body if child.tag == f"{W}sectPr"]
        loose = [child for child in body if child.tag in (f"{W}bookmarkEnd",)]
        for child in list(body):
            body.remove(child)
        body.extend(blocks)
        body.extend(loose)
        body.extend(ending)
        parts = self._with_pictures(root)
        self._in_order_of_marks(root, notes)
        if struck:
            as_struck(root)
            for note in notes.values():
                as_struck(note)
        for node in root.iter(f"{W}p"):
            node.attrib.pop("number", None)
        data = self._packed(root, notes, parts)
        return Redline(data, self.writer.revisions, numbers)

    # keys

    def _keys(self, side: int) -> Any:
        own = (self.before, self.after)[side]

        def key(kind: str, what: Any) -> tuple[Any, ...]:
            if kind == "picture":
                return (kind, own.picture(what))
            if kind in ("note", "endnote"):
                return (kind, self.pairs[side].get(what, f"{side}:{what}") if kind == "note" else what)
            words = str(what).split()
            if words[:1] and words[0].upper() in ("REF", "PAGEREF", "NOTEREF") and len(words) > 1:
                return (kind, words[0].upper(), self.targets[side].get(words[1], words[1]), *words[2:])
            return (kind, *words)

        return key

    def _targets(
        self, old: list[Any], new: list[Any], links: list[ParagraphLink]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """What a reference goes to, by the names of bookmarks in each file."""
        found: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for number, link in enumerate(links):
            for side, blocks, places in ((0, old, link.old), (1, new, link.new)):
                for at in places[:1]:
                    for mark in blocks[at].iter(f"{W}bookmarkStart"):
                        found[side][str(mark.get(f"{W}name"))] = f"={number}"
        return found

    # notes

    def _note_pairs(self) -> tuple[dict[str, str], dict[str, str]]:
        old, new = list(self.before.notes), list(self.after.notes)
        links = aligned(
            [block_of(self.before.notes[own]) for own in old],
            [block_of(self.after.notes[own]) for own in new],
        )
        pairs: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for link in links:
            if len(link.old) == len(link.new) == 1:
                pairs[0][old[link.old[0]]] = pairs[1][new[link.new[0]]] = f"={new[link.new[0]]}"
        return pairs

    def _notes(self) -> dict[str, Any]:
        """The notes of the redline by id: the new ones with their changes, then those that were struck."""
        partner = {value[1:]: own for own, value in self.pairs[0].items()}
        made: dict[str, Any] = {}
        for own, note in self.after.notes.items():
            made[own] = deepcopy(note)
            if own in partner:
                blocks = self.story.blocks(list(self.before.notes[partner[own]]), list(note), closed=True)
                made[own][:] = blocks
            else:
                for paragraph in made[own].iter(f"{W}p"):
                    self.story._inside(paragraph, "ins", self._keys(1))
        for own, note in self.before.notes.items():
            if own not in self.pairs[0]:
                made[f"old{own}"] = deepcopy(note)
                for paragraph in made[f"old{own}"].iter(f"{W}p"):
                    self.story._inside(paragraph, "del", self._keys(0))
        return made

    def _in_order_of_marks(self, root: Any, notes: dict[str, Any]) -> None:
        """Number the notes in the order of their marks, struck ones too: some readers go by place."""
        ordered: dict[str, Any] = {}
        for mark in root.iter(f"{W}footnoteReference"):
            own = str(mark.get(f"{W}id"))
            if mark.get("side") == "old":
                own = f"old{own}" if f"old{own}" in notes else self.pairs[0].get(own, own)[1:]
            if own in notes:
                number = str(len(ordered) + 1)
                again = own in {each[0] for each in ordered.values()}
                ordered[number] = (own, self.writer.again(notes[own]) if again else notes[own])
                ordered[number][1].set(f"{W}id", number)
                mark.set(f"{W}id", number)
            mark.attrib.pop("side", None)
        notes.clear()
        notes.update({number: note for number, (_, note) in ordered.items()})

    # parts

    def _with_pictures(self, root: Any) -> dict[str, bytes]:
        """The parts of pictures that were struck, which the new file has not."""
        added: dict[str, bytes] = {}
        self.added_relations: list[tuple[str, str]] = []
        for struck in root.iter(f"{W}del", f"{W}moveFrom"):
            for mark in struck.iter(f"{W}footnoteReference"):
                mark.set("side", "old")
            for blip in struck.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
                target = self.before.relations.get(str(blip.get(f"{R}embed")), ("", ""))[1]
                name = f"media/old{len(added) + 1}{posixpath.splitext(target)[1] or '.png'}"
                try:
                    added[posixpath.join(posixpath.dirname(self.after.main), name)] = (
                        self.before.package.bytes(target)
                    )
                except KeyError:
                    continue
                relation = f"rIdOld{len(added)}"
                self.added_relations.append((relation, name))
                blip.set(f"{R}embed", relation)
        for at, drawing in enumerate(
            root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"), 1
        ):
            drawing.set("id", str(at + 5_000))
        return added

    def _packed(self, root: Any, notes: dict[str, Any], added: dict[str, bytes]) -> bytes:
        changed: dict[str, bytes] = {self.after.main: written_xml(root), **added}
        changed |= dict(self._notes_part(notes))
        if self.added_relations:
            changed |= dict(self._relations_with_pictures())
        buffer = io.BytesIO()
        source = self.after.package.zip
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
            for name in (*source.namelist(), *(name for name in changed if name not in source.namelist())):
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(info, changed[name] if name in changed else self.after.package.bytes(name))
        return buffer.getvalue()

    def _notes_part(self, notes: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
        root, part = self.after.notes_root, self.after.notes_part
        if root is None:
            if not notes or self.before.notes_root is None:
                return
            root = self.before.notes_root
            part = posixpath.join(posixpath.dirname(self.after.main), "footnotes.xml")
            self.added_relations.append(("rIdOldNotes", "footnotes.xml"))
        for note in list(root):
            if note.get(f"{W}type") in (None, "normal"):
                root.remove(note)
        root.extend(notes.values())
        yield part, written_xml(root)

    def _relations_with_pictures(self) -> Iterator[tuple[str, bytes]]:
        folder, own = posixpath.split(self.after.main)
        name = posixpath.join(folder, "_rels", f"{own}.rels")
        rows = self.after.package.xml(name)
        for relation, target in self.added_relations:
            kind = "footnotes" if target == "footnotes.xml" else "image"
            row = rows.makeelement(_RELATION, {"Id": relation, "Type": OFFICE + kind, "Target": target})
            rows.append(row)
        yield name, written_xml(rows)
        types = self.after.package.xml("[Content_Types].xml")
        known = {str(node.get("Extension")).lower() for node in types.iter(f"{_CONTENT}Default")}
        for ending, kind in (
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
            ("jpg", "image/jpeg"),
            ("gif", "image/gif"),
        ):
            if ending not in known:
                types.insert(
                    0, types.makeelement(f"{_CONTENT}Default", {"Extension": ending, "ContentType": kind})
                )
        if any(target == "footnotes.xml" for _, target in self.added_relations):
            kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
            part = "/" + posixpath.join(folder, "footnotes.xml")
            types.append(types.makeelement(f"{_CONTENT}Override", {"PartName": part, "ContentType": kind}))
        yield "[Content_Types].xml", written_xml(types)


def _numbers(
    old: list[Any], new: list[Any], links: list[ParagraphLink], before: dict[Any, str], after: dict[Any, str]
) -> tuple[tuple[str, str], ...]:
    """Pairs of the numbers of paragraphs, in the order of the new file, struck ones in their place."""
    partner = {link.new[0]: link.old for link in links}
    linked = {at for link in links for at in link.old}
    found: list[tuple[str, str]] = []
    done = 0
    for at, node in enumerate(new):
        olds = partner.get(at, ())
        if olds and not any(link.moved for link in links if link.new[0] == at):
            found += [
                (before[old[a]], "") for a in range(done, olds[0]) if a not in linked and old[a] in before
            ]
            done = olds[-1] + 1
        numbers = [before[old[a]] for a in olds if old[a] in before]
        if node in after:
            found.append((numbers[0] if numbers else "", after[node]))
            found += [(number, after[node]) for number in numbers[1:]]
        else:
            found += [(number, "") for number in numbers]
    found += [(before[old[a]], "") for a in range(done, len(old)) if a not in linked and old[a] in before]
    return tuple(found)
