"""A paragraph cut into what can be kept, struck or added: words, spaces, signs, and whatever stands in a line
as one thing (a field, a note's mark, a picture).
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

from drafter.reading.package import R, W
from drafter.redline.words import pieces

__all__ = ["MARK", "Token", "tokens_of"]

MARK = ("mark",)
"""The key of a paragraph's mark."""
_ATTACHED = {
    f"{W}{name}"
    for name in (
        "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd"
        " lastRenderedPageBreak"
    ).split()
}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LOOKS = ("b", "i", "u", "strike", "caps", "smallCaps", "vertAlign")
Keys = Callable[[str, Any], tuple[Any, ...]]


class Token(NamedTuple):
    """What stands in a line.

    key     what makes it equal to another
    look    its emphasis
    rpr     properties of its run, or None
    nodes   for words the text; else the runs, or children of a run, that make it
    link    the hyperlink it stands in, or None
    attached  bookmarks and the like that stand before it
    """

    key: tuple[Any, ...]
    look: tuple[str, ...]
    rpr: Any
    nodes: Any
    link: Any
    attached: tuple[Any, ...] = ()


def look_of(rpr: Any) -> tuple[str, ...]:
    """The emphasis that run properties give."""
    if rpr is None:
        return ()
    found = []
    for name in _LOOKS:
        node = rpr.find(f"{W}{name}")
        if node is not None and node.get(f"{W}val", "1") not in ("0", "false", "none", "baseline"):
            found.append(name + (node.get(f"{W}val", "") if name in ("vertAlign",) else ""))
    return tuple(found)


def tokens_of(paragraph: Any, keys: Keys) -> tuple[list[Token], tuple[Any, ...]]:
    """The tokens of a paragraph, and the bookmarks that stand behind the last; `keys` gives the key of a
    field, a note's mark or a picture from what it is and its code or node.
    """
    cutter = _Cutter(keys)
    cutter.children(paragraph, None)
    cutter.close()
    return cutter.found, tuple(cutter.attached)


class _Cutter:
    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.found: list[Token] = []
        self.attached: list[Any] = []
        self.field: list[Any] = []
        self.depth = 0
        self.code = ""

    def children(self, node: Any, link: Any) -> None:
        for child in node:
            if child.tag == f"{W}r":
                self.run(child, link)
            elif child.tag in _ATTACHED:
                self.attached.append(child)
            elif child.tag == f"{W}hyperlink":
                self.children(child, child)
            elif child.tag == f"{W}fldSimple":
                self.whole(self.keys("field", child.get(f"{W}instr", "")), None, _as_runs(child), link)
            elif child.tag not in (f"{W}pPr",):
                text = "".join(child.itertext())
                self.whole(("other", child.tag, text), None, [child], link)

    def run(self, node: Any, link: Any) -> None:
        rpr = node.find(f"{W}rPr")
        if self.depth or node.find(f"{W}fldChar") is not None:
            self.in_field(node, rpr, link)
            return
        for child in node:
            if child.tag == f"{W}rPr":
                continue
            if child.tag == f"{W}t":
                for piece in pieces(child.text or ""):
                    self.add(Token(("word", piece), look_of(rpr), rpr, piece, link))
            elif child.tag in _ATTACHED:
                continue
            else:
                self.add(Token(self.key(child), look_of(rpr), rpr, [child], link))

    def in_field(self, node: Any, rpr: Any, link: Any) -> None:
        """A field from its beginning to its end is one thing, with the runs that it is made of."""
        self.field.append(node)
        for child in node:
            if child.tag == f"{W}instrText" and self.depth == 1:
                self.code += child.text or ""
            if child.tag == f"{W}fldChar":
                kind = child.get(f"{W}fldCharType")
                self.depth += {"begin": 1, "end": -1}.get(kind, 0)
        if self.depth <= 0:
            runs, self.field = self.field, []
            self.whole(self.keys("field", self.code), rpr, runs, link)
            self.depth, self.code = 0, ""

    def close(self) -> None:
        """A field that does not end in this paragraph stands run by run."""
        for node in self.field:
            text = "".join(node.itertext())
            self.whole(("open field", text), node.find(f"{W}rPr"), [node], None)

    def key(self, child: Any) -> tuple[Any, ...]:
        if child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            return self.keys("note" if "footnote" in child.tag else "endnote", child.get(f"{W}id", ""))
        blips = [blip.get(f"{R}embed", "") for blip in child.iter(f"{_A}blip")]
        if blips:
            return self.keys("picture", blips[0])
        own = ("char", child.tag, *(f"{name}={value}" for name, value in sorted(child.attrib.items())))
        return (*own, "".join(child.itertext())) if len(child) else own

    def whole(self, key: tuple[Any, ...], rpr: Any, nodes: list[Any], link: Any) -> None:
        self.add(Token(key, look_of(rpr), rpr, nodes, link))

    def add(self, token: Token) -> None:
        self.found.append(token._replace(attached=tuple(self.attached)))
        self.attached = []


def _as_runs(field: Any) -> list[Any]:
    """A simple field as the runs of one that can be struck."""
    runs = []
    for kind in ("begin", "code", "separate", "result", "end"):
        if kind == "result":
            runs += [deepcopy(run) for run in field.iter(f"{W}r")]
            continue
        run = field.makeelement(f"{W}r", {})
        if kind == "code":
            text = run.makeelement(f"{W}instrText", {})
            text.text = field.get(f"{W}instr", "")
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(text)
        else:
            mark = run.makeelement(f"{W}fldChar", {})
            mark.set(f"{W}fldCharType", kind)
            run.append(mark)
        runs.append(run)
    return runs
