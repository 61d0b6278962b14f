"""Writes the hash of the words of each assertion in a State's file, behind the words.

`python tests/law_hashes.py templates/law/tx.yaml`
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Iterator

import yaml

from drafter.library.readings import hash_of


def with_hashes(text: str) -> str:
    """`text` with the hash of each assertion's words: in place of the one that is there, else behind them."""
    edits = sorted(_edits(yaml.compose(text)), reverse=True)
    for start, end, new in edits:
        text = text[:start] + new + text[end:]
    return text


def _edits(node: yaml.Node | None) -> Iterator[tuple[int, int, str]]:
    """Each place of the text, from where to where, and what is to stand there."""
    if isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _edits(entry)
    if not isinstance(node, yaml.MappingNode):
        return
    fields = {key.value: (key, value) for key, value in node.value}
    for _, value in fields.values():
        yield from _edits(value)
    if "words" in fields and "status" in fields:
        key, words = fields["words"]
        made = hash_of(words.value)
        if "hash" in fields:
            there = fields["hash"][1]
            yield there.start_mark.index, there.end_mark.index, made
        else:
            before = ", " if node.flow_style else f"\n{' ' * key.start_mark.column}"
            yield words.end_mark.index, words.end_mark.index, f"{before}hash: {made}"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(with_hashes(path.read_text(encoding="utf-8")), encoding="utf-8")
