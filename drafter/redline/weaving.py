"""Paragraphs that became others: their words kept, struck and added in one flow, marks and all."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from drafter.reading.package import W
from drafter.redline.marks import ChangeWriter
from drafter.redline.tokens import MARK, Token, tokens_of

__all__ = ["Weaver", "cleaned", "flow", "shell"]

Keys = Callable[[str, Any], tuple[Any, ...]]
_LEAST_COMMON = 0.3
"""Share of words in common below which a paragraph is struck and written anew, rather than riddled."""
Flow = tuple[list[Token], list[int], list[tuple[Any, ...]]]


def shell(node: Any) -> Any:
    """A paragraph of the same look, without words."""
    made = node.makeelement(f"{W}p", dict(node.attrib))
    ppr = node.find(f"{W}pPr")
    if ppr is not None:
        made.append(deepcopy(ppr))
        for section in made[0].findall(f"{W}sectPr"):
            made[0].remove(section)
    return made


def flow(paragraphs: list[Any], keys: Keys) -> Flow:
    """The tokens of paragraphs one behind the other, each with its mark at its end; of each token its
    paragraph, and of each paragraph what stands behind its last token.
    """
    tokens: list[Token] = []
    owner: list[int] = []
    rests: list[tuple[Any, ...]] = []
    for at, node in enumerate(paragraphs):
        found, rest = tokens_of(node, keys)
        rests.append(rest)
        tokens += [*found, Token(MARK, (), None, "", None)]
        owner += [at] * (len(found) + 1)
    return tokens, owner, rests


def cleaned(pairs: list[tuple[int, int]], old: list[Token], new: list[Token]) -> list[tuple[int, int]]:
    """`pairs` without lone spaces between two changes; none but marks and what is no word where nearly all
    was written anew.
    """
    words = [each for each in pairs if _is_word(old[each[0]])]
    most = max(sum(map(_is_word, old)), sum(map(_is_word, new)))
    if most and len(words) < _LEAST_COMMON * most:
        pairs = [pair for pair in pairs if old[pair[0]].key[0] != "word"]
    unchanged = []
    for at, (a, b) in enumerate(pairs):
        before = pairs[at - 1] if at else (-1, -1)
        after = pairs[at + 1] if at + 1 < len(pairs) else (len(old), len(new))
        alone = (a - before[0] > 1 or b - before[1] > 1) and (after[0] - a > 1 or after[1] - b > 1)
        if not (alone and old[a].key[0] == "word" and str(old[a].key[1]).isspace()):
            unchanged.append((a, b))
    return _with_references(unchanged, old, new)


def _with_references(
    pairs: list[tuple[int, int]], old: list[Token], new: list[Token]
) -> list[tuple[int, int]]:
    """`pairs`, and those references that go elsewhere but print the same: nobody reads a change there."""
    found: list[tuple[int, int]] = []
    before = (-1, -1)
    for a, b in [*pairs, (len(old), len(new))]:
        if a - before[0] == b - before[1] == 2:
            one, other = old[a - 1], new[b - 1]
            if one.key[:2] == other.key[:2] == ("field", "REF") and _shown(one) == _shown(other):
                found.append((a - 1, b - 1))
        found.append((a, b))
        before = (a, b)
    return found[:-1]


def _shown(token: Token) -> str:
    return "".join("".join(node.itertext(f"{W}t")) for node in token.nodes)


def _is_word(token: Token) -> bool:
    return token.key[0] == "word" and str(token.key[1])[:1].isalnum()


class Weaver:
    """Paragraphs that became others: words kept, struck and added in one flow."""

    def __init__(
        self, writer: ChangeWriter, old: list[Any], new: list[Any], before: Flow, after: Flow
    ) -> None:
        self.writer = writer
        self.old, self.new, self.before, self.after = old, new, before, after
        self.made: list[Any] = []
        self.content: list[Any] = []

    def woven(self, pairs: list[tuple[int, int]]) -> list[Any]:
        """The paragraphs."""
        a = b = 0
        unchanged: list[tuple[int, int]] = []
        for pair in [*pairs, (len(self.before[0]), len(self.after[0]))]:
            if pair != (a, b):
                self._keep(unchanged)
                unchanged = []
                self._change(range(a, pair[0]), range(b, pair[1]))
            if pair[0] < len(self.before[0]):
                unchanged.append(pair)
            a, b = pair[0] + 1, pair[1] + 1
        self._keep(unchanged)
        return self.made

    def _keep(self, pairs: list[tuple[int, int]]) -> None:
        plain: list[Token] = []
        for a, b in pairs:
            old, new = self.before[0][a], self.after[0][b]
            if new.key == MARK:
                self._flush(plain)
                self._end(self.new[self.after[1][b]], self.after[2][self.after[1][b]], "")
            elif old.look != new.look:
                self._flush(plain)
                self.content += self.writer.restyled(self.new[0], old, new)
            else:
                plain.append(new)
        self._flush(plain)

    def _flush(self, plain: list[Token]) -> None:
        if plain:
            self.content += self.writer.runs(self.new[0], plain)
            plain.clear()

    def _change(self, gone: range, added: range) -> None:
        for tokens, owner, rests, nodes, act in (
            (self.before[0], self.before[1], self.before[2], self.old, "del"),
            (self.after[0], self.after[1], self.after[2], self.new, "ins"),
        ):
            part: list[Token] = []
            for at in gone if act == "del" else added:
                if tokens[at].key != MARK:
                    part.append(tokens[at])
                    continue
                self._part(part, act)
                self._end(nodes[owner[at]], rests[owner[at]] if act == "ins" else (), act)
            self._part(part, act)

    def _part(self, part: list[Token], act: str) -> None:
        if part:
            self.content += self.writer.runs(self.new[0], part, act)
            part.clear()

    def _end(self, node: Any, rest: tuple[Any, ...], act: str) -> None:
        paragraph = shell(node)
        if not act:
            section = node.find(f"{W}pPr/{W}sectPr")
            if section is not None:
                paragraph.find(f"{W}pPr").append(deepcopy(section))
        paragraph.extend(self.content)
        paragraph.extend(deepcopy(each) for each in rest)
        self.content = []
        if act:
            self.writer.mark(paragraph, act)
            self.writer.revisions += 1
        self.made.append(paragraph)
