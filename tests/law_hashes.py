"""Writes the hash behind the words of each assertion of a State's file, as a line or within the braces.

`python tests/law_hashes.py templates/law/tx.yaml`
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

from drafter.library.readings import hash_of

WORDS = re.compile(r"^( +)words: (.*)$")
WITHIN = re.compile(r'(words: ("(?:[^"\\]|\\.)*"))(?:, hash: [0-9a-f]+)?(?=[,}])')


def with_hashes(text: str) -> str:
    """`text` with the hash of each line of words in the line after it."""
    lines: list[str] = []
    for line in text.split("\n"):
        if re.match(r"^ +hash:", line) and lines and WORDS.match(lines[-1]):
            continue
        lines.append(line)
    found: list[str] = []
    for line in lines:
        found.append(line)
        if match := WORDS.match(line):
            found.append(f"{match[1]}hash: {hash_of(yaml.safe_load(match[2]))}")
    return WITHIN.sub(lambda one: f"{one[1]}, hash: {hash_of(yaml.safe_load(one[2]))}", "\n".join(found))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(with_hashes(path.read_text(encoding="utf-8")), encoding="utf-8")
