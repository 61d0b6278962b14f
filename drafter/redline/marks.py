"""Tracked changes as XML: runs that are kept, added, struck or moved, and the marks of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import count, groupby
from typing import Any

from drafter.reading.package import W
from drafter.redline.tokens import Token

__all__ = ["ChangeWriter"]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_RPR = (f"{W}sectPr", f"{W}pPrChange")


class ChangeWriter:
    """Makes the elements of a redline; ids are counted through the file."""

    def __init__(self, author: str, date: str, styles: set[str]) -> None:
        self.author, self.date, self.styles = author, date, styles
        self.ids = count(900_000)
        self.moves = count(1)
        self.revisions = 0

    def element(self, like: Any, name: str) -> Any:
        """The element of a tracked change."""
        node = like.makeelement(f"{W}{name}", {})
        node.set(f"{W}id", str(next(self.ids)))
        node.set(f"{W}author", self.author)
        node.set(f"{W}date", self.date)
        return node

    def runs(self, like: Any, tokens: Sequence[Token], act: str = "") -> list[Any]:
        """The children of a paragraph that print `tokens`: kept where `act` is empty, else in `act` (ins,
        del, moveFrom, moveTo). What is struck brings no bookmark along.
        """
        made: list[Any] = []
        struck = act in ("del", "moveFrom")
        for link, group in groupby(tokens, key=lambda token: _link_key(token)):
            inner: list[Any] = []
            members = list(group)
            for token in members if not struck else ():
                inner += [deepcopy(node) for node in token.attached] if token is members[0] else []
            body = self._grouped(like, members, struck)
            if act:
                wrapper = self.element(like, act)
                wrapper.extend(body)
                self.revisions += 1
                body = [wrapper]
            inner += body
            made += _linked(members[0].link, inner) if link and not struck else inner
        return made

    def _grouped(self, like: Any, tokens: Sequence[Token], struck: bool) -> list[Any]:
        found: list[Any] = []
        text, rpr = "", None
        for at, token in enumerate(tokens):
            if at and token.attached and not struck:
                found += _text_run(like, text, rpr, struck)
                text = ""
                found += [deepcopy(node) for node in token.attached]
            if isinstance(token.nodes, str) and (not text or _same(rpr, token.rpr)):
                text, rpr = text + token.nodes, token.rpr
                continue
            found += _text_run(like, text, rpr, struck)
            text, rpr = (token.nodes, token.rpr) if isinstance(token.nodes, str) else ("", None)
            if not isinstance(token.nodes, str):
                found += self._whole(like, token, struck)
        return found + _text_run(like, text, rpr, struck)

    def _whole(self, like: Any, token: Token, struck: bool) -> list[Any]:
        """The runs of what stands as one thing."""
        nodes = [deepcopy(node) for node in token.nodes]
        if nodes and nodes[0].tag not in (f"{W}r",) and not _is_line_level(nodes[0]):
            run = like.makeelement(f"{W}r", {})
            if token.rpr is not None:
                run.append(deepcopy(token.rpr))
            run.extend(nodes)
            nodes = [run]
        for node in nodes:
            if struck:
                _strike(node)
        return nodes

    def restyled(self, like: Any, old: Token, new: Token) -> list[Any]:
        """A token whose emphasis alone changed."""
        nodes = self.runs(like, [new])
        for run in [node for each in nodes for node in each.iter(f"{W}r")]:
            rpr = run.find(f"{W}rPr")
            if rpr is None:
                rpr = run.makeelement(f"{W}rPr", {})
                run.insert(0, rpr)
            change = self.element(like, "rPrChange")
            change.append(self._look_before(like, old.rpr))
            rpr.append(change)
        self.revisions += 1
        return nodes

    def _look_before(self, like: Any, rpr: Any) -> Any:
        before = deepcopy(rpr) if rpr is not None else like.makeelement(f"{W}rPr", {})
        for node in list(before):
            if node.tag == f"{W}rPrChange" or (
                node.tag == f"{W}rStyle" and node.get(f"{W}val") not in self.styles
            ):
                before.remove(node)
        return before

    def again(self, node: Any) -> Any:
        """A copy that may stand in the same file: without bookmarks, its changes with ids of their own."""
        made = deepcopy(node)
        for each in list(made.iter()):
            if each.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                each.getparent().remove(each)
            elif each.get(f"{W}author") is not None:
                each.set(f"{W}id", str(next(self.ids)))
        return made

    def mark(self, paragraph: Any, act: str) -> None:
        """Track the mark of a paragraph as added, struck or moved."""
        ppr = paragraph.find(f"{W}pPr")
        if ppr is None:
            ppr = paragraph.makeelement(f"{W}pPr", {})
            paragraph.insert(0, ppr)
        rpr = ppr.find(f"{W}rPr")
        if rpr is None:
            rpr = ppr.makeelement(f"{W}rPr", {})
            places = [at for at, node in enumerate(ppr) if node.tag in _AFTER_RPR]
            ppr.insert(places[0] if places else len(ppr), rpr)
        rpr.insert(0, self.element(paragraph, act))

    def row(self, row: Any, act: str) -> None:
        """Track a row of a table as added or struck."""
        trpr = row.find(f"{W}trPr")
        if trpr is None:
            trpr = row.makeelement(f"{W}trPr", {})
            at = 1 if row.find(f"{W}tblPrEx") is not None else 0
            row.insert(at, trpr)
        trpr.append(self.element(row, act))
        self.revisions += 1


def _link_key(token: Token) -> Any:
    return id(token.link) if token.link is not None else 0


def _linked(link: Any, inner: list[Any]) -> list[Any]:
    if link is None:
        return inner
    around = link.makeelement(link.tag, dict(link.attrib))
    around.extend(inner)
    return [around]


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    return _plain(one) == _plain(other)


def _plain(rpr: Any) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(node.tag, tuple(sorted(node.attrib.items()))) for node in (rpr if rpr is not None else ())]


def _text_run(like: Any, text: str, rpr: Any, struck: bool) -> list[Any]:
    if not text:
        return []
    run = like.makeelement(f"{W}r", {})
    if rpr is not None:
        run.append(deepcopy(rpr))
    node = run.makeelement(f"{W}delText" if struck else f"{W}t", {})
    node.text = text
    node.set(_SPACE, "preserve")
    run.append(node)
    return [run]


def _is_line_level(node: Any) -> bool:
    return str(node.tag).rpartition("}")[2] in ("oMath", "oMathPara")


def _strike(node: Any) -> None:
    for text in node.iter(f"{W}t", f"{W}instrText"):
        text.tag = f"{W}delText" if text.tag == f"{W}t" else f"{W}delInstrText"
    for mark in list(node.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)
