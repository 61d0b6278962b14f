"""A story of a Word file with all its tracked changes accepted, in place: what a redline is made from."""

from __future__ import annotations

from typing import Any

from drafter.reading.package import W

__all__ = ["accept_changes", "unwrapped"]

_GONE = {f"{W}{name}" for name in ("del", "moveFrom")}
_STAY = {f"{W}{name}" for name in ("ins", "moveTo")}
_CHANGES = {
    f"{W}{name}"
    for name in (
        "rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange numberingChange"
        " tblPrExChange moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"
        " cellIns cellDel cellMerge"
    ).split()
}
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "smartTag", "customXml")}


def accept_changes(root: Any) -> None:
    """Accept every tracked change below `root`, and take away content controls and the like around words."""
    for node in list(root.iter(*_CHANGES)):
        node.getparent().remove(node)
    _accept_rows(root)
    for node in list(root.iter(f"{W}p")):
        if node.getparent() is not None:
            _accept_mark(node)
    for node in list(root.iter(*_GONE)):
        parent = node.getparent()
        if parent is not None and parent.tag not in (f"{W}rPr", f"{W}trPr"):
            _bookmarks_out(node)
            parent.remove(node)
    for node in list(root.iter(*_STAY)):
        unwrapped(node) if node.getparent().tag not in (f"{W}rPr", f"{W}trPr") else node.getparent().remove(
            node
        )
    for node in list(root.iter(*_WRAPPERS)):
        content = node.find(f"{W}sdtContent") if node.tag == f"{W}sdt" else node
        if content is None:
            node.getparent().remove(node)
            continue
        if content is not node:
            node.getparent().replace(node, content)
        unwrapped(content)


def _accept_rows(root: Any) -> None:
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            table = row.getparent()
            table.remove(row)
            if table.tag == f"{W}tbl" and table.find(f"{W}tr") is None:
                table.getparent().remove(table)


def _accept_mark(paragraph: Any) -> None:
    """A paragraph whose mark was deleted goes on in the next."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is None or not any(mark.find(tag) is not None for tag in _GONE):
        return
    following = paragraph.getnext()
    while following is not None and following.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        following = following.getnext()
    own = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        if all(child.tag in _GONE for child in own) and following is not None:
            paragraph.getparent().remove(paragraph)
        return
    at = 1 if following.find(f"{W}pPr") is not None else 0
    for child in reversed(own):
        following.insert(at, child)
    paragraph.getparent().remove(paragraph)


def _bookmarks_out(node: Any) -> None:
    """The ends of bookmarks in deleted words stay; the beginnings go."""
    for mark in list(node.iter(f"{W}bookmarkEnd")):
        node.addnext(mark)


def unwrapped(node: Any) -> None:
    """Put what stands in `node` in its place."""
    parent = node.getparent()
    for child in reversed([child for child in node if not str(child.tag).endswith("Pr")]):
        node.addnext(child)
    parent.remove(node)
