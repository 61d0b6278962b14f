"""One story of a Word file (the text, a note, a comment) read into paragraphs."""

from __future__ import annotations

from collections import Counter
from typing import Any

from drafter.reading.elements import MC, branch, flat, outermost
from drafter.reading.file import Revision, WordParagraph, WordRun
from drafter.reading.numbering import WordLists
from drafter.reading.package import R, W
from drafter.reading.styles import WordStyles, value_of
from drafter.reading.symbols import symbol

__all__ = ["StoryReader"]

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 60
_ACTS = {
    f"{W}ins": "inserted",
    f"{W}moveTo": "moved-to",
    f"{W}del": "deleted",
    f"{W}moveFrom": "moved-from",
}
_THROUGH = {
    f"{W}{name}"
    for name in (
        "hyperlink",
        "smartTag",
        "customXml",
        "sdtContent",
        "dir",
        "bdo",
        "fldSimple",
        "ruby",
        "rubyBase",
    )
}
_UNREAD = {
    f"{W}altChunk": "a document embedded in it",
    f"{W}subDoc": "a subdocument",
    f"{W}object": "an embedded object",
    f"{W}control": "a control",
}
_CHARACTERS = {
    f"{W}tab": ("\t", "tab"),
    f"{W}ptab": ("\t", "tab"),
    f"{W}cr": ("\n", "break"),
    f"{W}noBreakHyphen": ("\u2011", "text"),
}


class StoryReader:
    """Reads stories of one file; what it meets and cannot read is counted in `unread`."""

    def __init__(self, styles: WordStyles, lists: WordLists, pictures: dict[str, str]) -> None:
        self.styles, self.lists, self.pictures = styles, lists, pictures
        self.unread: Counter[str] = Counter()
        self.found: list[WordParagraph] = []
        self.comments: dict[str, None] = {}
        self.fields: list[list[str]] = []
        self.waiting: list[str] = []
        self.tables = 0

    def read(self, node: Any) -> tuple[WordParagraph, ...]:
        """The paragraphs below `node`, in order."""
        self.found, self.fields, self.waiting = [], [], []
        self._blocks(node, (), None, None)
        return tuple(self.found)

    def _blocks(
        self,
        node: Any,
        cell: tuple[int, ...],
        inserted: Revision | None,
        deleted: Revision | None,
        box: bool = False,
    ) -> None:
        if len(cell) > _DEEPEST:
            self.unread["a table too deep in others"] += 1
            return
        for child in node:
            if child.tag == f"{W}p":
                self._paragraph(child, cell, inserted, deleted, box)
            elif child.tag == f"{W}tbl":
                self._table(child, cell, inserted, deleted, box)
            elif child.tag == f"{W}bookmarkStart":
                self.waiting.append(str(child.get(f"{W}name", "")))
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
                self._blocks(child, cell, inserted, deleted, box)
            elif child.tag in (f"{W}ins", f"{W}moveTo"):
                self._blocks(child, cell, _revision(child), deleted, box)
            elif child.tag in (f"{W}del", f"{W}moveFrom"):
                self._blocks(child, cell, inserted, _revision(child), box)
            elif child.tag == f"{MC}AlternateContent":
                self._blocks(branch(child), cell, inserted, deleted, box)
            elif child.tag in _UNREAD:
                self.unread[_UNREAD[child.tag]] += 1

    def _table(
        self, node: Any, cell: tuple[int, ...], inserted: Revision | None, deleted: Revision | None, box: bool
    ) -> None:
        self.tables += 1
        table = self.tables
        for row, found in enumerate(flat(node, f"{W}tr")):
            made, struck = found.find(f"{W}trPr/{W}ins"), found.find(f"{W}trPr/{W}del")
            for column, each in enumerate(flat(found, f"{W}tc")):
                self._blocks(
                    each,
                    (*cell, table, row, column),
                    inserted if made is None else _revision(made, "inserted"),
                    deleted if struck is None else _revision(struck, "deleted"),
                    box,
                )

    def _paragraph(
        self, node: Any, cell: tuple[int, ...], inserted: Revision | None, deleted: Revision | None, box: bool
    ) -> None:
        ppr = node.find(f"{W}pPr")
        style = value_of(ppr, "pStyle")
        line = _Line(self, style, inserted, deleted)
        line.anchors, self.waiting = [*self.waiting], []
        line.walk(node, 0)
        mark = ppr.find(f"{W}rPr") if ppr is not None else None
        made = _mark(mark, "ins", "moveTo") or inserted
        struck = _mark(mark, "del", "moveFrom") or deleted
        list_id, level = self._list(ppr, style)
        self.found.append(
            WordParagraph(
                tuple(_merged(line.runs)),
                self.styles.name(style),
                list_id,
                level,
                anchors=tuple(line.anchors),
                lost_anchors=tuple(line.lost),
                cell=cell,
                inserted=made,
                deleted=struck,
                box=box,
            )
        )
        for content in line.boxes:
            self._blocks(content, cell, inserted, deleted, True)

    def _list(self, ppr: Any, style: str) -> tuple[int, int]:
        """The list and level of a paragraph: its own, else its style's."""
        numpr = ppr.find(f"{W}numPr") if ppr is not None else None
        own, at = value_of(numpr, "numId"), value_of(numpr, "ilvl")
        by_style, level = self.styles.list_of(style)
        list_id = int(own) if own.isdecimal() else by_style
        if at.isdecimal():
            level = int(at)
        elif level < 0:
            level = self.lists.level_of_style(list_id, style)
        return list_id, level if not own.isdecimal() or at.isdecimal() else max(level, 0)


class _Line:
    """One paragraph while it is read."""

    def __init__(
        self, story: StoryReader, style: str, inserted: Revision | None, deleted: Revision | None
    ) -> None:
        self.story, self.style, self.inserted, self.deleted = story, style, inserted, deleted
        self.runs: list[WordRun] = []
        self.anchors: list[str] = []
        self.lost: list[str] = []
        self.boxes: list[Any] = []

    def walk(self, node: Any, deep: int) -> None:
        """Read the runs below `node`."""
        if deep > _DEEPEST:
            self.story.unread["words too deep in other elements"] += 1
            return
        for child in node:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child)
            elif tag in _ACTS:
                self._revised(child, deep)
            elif tag == f"{W}fldSimple":
                self.story.fields.append([str(child.get(f"{W}instr", "")), "result"])
                self.walk(child, deep + 1)
                self.story.fields.pop()
            elif tag in _THROUGH:
                self.walk(child, deep + 1)
            elif tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                self.walk(content if content is not None else (), deep + 1)
            elif tag == f"{MC}AlternateContent":
                self.walk(branch(child), deep + 1)
            elif tag in (f"{W}bookmarkStart", f"{W}commentRangeStart", f"{W}commentRangeEnd"):
                self._range(child)
            elif tag in (f"{_M}oMath", f"{_M}oMathPara"):
                self.story.unread["an equation, whose signs were read as words"] += 1
                self._add("".join(child.itertext(f"{_M}t")), "equation", 0, -1)
            elif tag in _UNREAD:
                self.story.unread[_UNREAD[tag]] += 1

    def _range(self, node: Any) -> None:
        if node.tag == f"{W}bookmarkStart":
            name = str(node.get(f"{W}name", ""))
            (self.lost if self.deleted else self.anchors).append(name)
        elif node.tag == f"{W}commentRangeStart":
            self.story.comments[str(node.get(f"{W}id", ""))] = None
        else:
            self.story.comments.pop(str(node.get(f"{W}id", "")), None)

    def _revised(self, node: Any, deep: int) -> None:
        before = self.inserted, self.deleted
        if node.tag in (f"{W}ins", f"{W}moveTo"):
            self.inserted = _revision(node)
        else:
            self.deleted = _revision(node)
        self.walk(node, deep + 1)
        self.inserted, self.deleted = before

    def _run(self, node: Any) -> None:
        rpr = node.find(f"{W}rPr")
        styles = self.story.styles
        hidden = styles.hides(rpr, self.style)
        bits = styles.look(rpr)
        changed = rpr.find(f"{W}rPrChange") if rpr is not None else None
        was = styles.look(changed.find(f"{W}rPr")) if changed is not None else -1
        self._pieces(node, bits, was if was != bits else -1, hidden, 0)

    def _pieces(self, node: Any, bits: int, was: int, hidden: bool, deep: int) -> None:
        for child in node:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._field(str(child.get(f"{W}fldCharType", "")))
            elif tag in (f"{W}instrText", f"{W}delInstrText"):
                if self.story.fields:
                    self.story.fields[-1][0] += child.text or ""
            elif tag in (f"{MC}AlternateContent", f"{W}drawing", f"{W}pict", f"{W}object", f"{W}ruby"):
                self._drawn(child, bits, was, hidden, deep)
            elif hidden and tag in (f"{W}t", f"{W}delText", f"{W}sym"):
                if (child.text or "").strip() or tag == f"{W}sym":
                    self.story.unread["hidden text, left out"] += 1
            elif not any(field[1] == "code" for field in self.story.fields):
                self._piece(child, bits, was)

    def _piece(self, child: Any, bits: int, was: int) -> None:
        tag = child.tag
        if tag in (f"{W}t", f"{W}delText"):
            self._add(child.text or "", "text", bits, was)
        elif tag in _CHARACTERS:
            text, kind = _CHARACTERS[tag]
            self._add(text, kind, bits, was)
        elif tag == f"{W}br":
            if child.get(f"{W}type", "textWrapping") == "textWrapping":
                self._add("\n", "break", bits, was)
        elif tag == f"{W}sym":
            made = symbol(str(child.get(f"{W}font", "")), str(child.get(f"{W}char", "")))
            if not made:
                font, code = child.get(f"{W}font", "?"), child.get(f"{W}char", "?")
                self.story.unread[f"a sign of the font {font} (number {code})"] += 1
            self._add(made or "\ufffd", "text", bits, was)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            own = ("e" if "endnote" in tag else "") + str(child.get(f"{W}id", ""))
            self._add("", "note", 0, -1, own)

    def _drawn(self, node: Any, bits: int, was: int, hidden: bool, deep: int) -> None:
        """A drawing: its text boxes are paragraphs of their own, its pictures are named."""
        if deep > _DEEPEST or hidden:
            return
        if node.tag == f"{MC}AlternateContent":
            return self._pieces(branch(node), bits, was, hidden, deep + 1)
        boxes = outermost(node, f"{W}txbxContent")
        self.boxes.extend(boxes)
        for blip in node.iter(f"{_A}blip"):
            part = self.story.pictures.get(str(blip.get(f"{R}embed", "")), "")
            self._add("", "picture", 0, -1, part or "?")
        if node.tag == f"{W}object":
            self.story.unread[_UNREAD[node.tag]] += 1
        if node.tag == f"{W}ruby":
            for base in node.iterfind(f"{W}rubyBase/{W}r"):
                self._pieces(base, bits, was, hidden, deep + 1)

    def _field(self, kind: str) -> None:
        fields = self.story.fields
        if kind == "begin":
            fields.append(["", "code"])
        elif fields and kind == "separate":
            fields[-1][1] = "result"
        elif fields and kind == "end":
            fields.pop()

    def _add(self, text: str, kind: str, bits: int, was: int, target: str = "") -> None:
        if not text and kind not in ("note", "picture"):
            return
        code = self.story.fields[-1][0].split() if self.story.fields and kind == "text" else []
        if len(code) > 1 and code[0].upper() in ("REF", "PAGEREF", "NOTEREF"):
            kind, target = "reference", code[1]
        comments = tuple(self.story.comments)
        self.runs.append(WordRun(text, kind, bits, self.inserted, self.deleted, target, comments, was))


def _revision(node: Any, act: str = "") -> Revision:
    return Revision(act or _ACTS[node.tag], str(node.get(f"{W}author", "")), str(node.get(f"{W}date", "")))


def _mark(rpr: Any, *names: str) -> Revision | None:
    for name in names:
        node = rpr.find(f"{W}{name}") if rpr is not None else None
        if node is not None:
            return _revision(node)
    return None


def _merged(runs: list[WordRun]) -> list[WordRun]:
    """Neighbours that differ in their text alone are one run."""
    found: list[WordRun] = []
    for run in runs:
        if found and run.kind == "text" and found[-1][1:] == run[1:]:
            found[-1] = run._replace(text=found[-1].text + run.text)
        else:
            found.append(run)
    return found
