"""Breaks the lines over 160 columns of the library's data (YAML, and the front matter of templates) without
changing what they hold.

python tests/fold_templates.py [FILE ...]
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import Iterator

import yaml

ROOT = Path(__file__).parent.parent
WIDTH = 160
_BEGINS_SOMETHING = "#&*!|>%@`\"'[]{},?-:"
"""Signs with which a further line of a plain scalar may not begin."""


def data_of(path: Path) -> tuple[str, str]:
    """The YAML of a file of the library, and what stands behind it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".md":
        return text, ""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    return (text[: end + 1], text[end + 1 :]) if end > 0 else ("", text)


def folded(data: str) -> str:
    """YAML with its long lines broken: behind commas of flow mappings and lists, else between words."""
    places = dict(_places(data))
    lines, start = [], 0
    for line in data.split("\n"):
        own = {at - start: depth for at, depth in places.items() if start < at < start + len(line)}
        lines += _broken(line, own) if len(line) > WIDTH else [line]
        start += len(line) + 1
    result = "\n".join(lines)
    assert list(yaml.safe_load_all(result)) == list(yaml.safe_load_all(data)), "it would hold something else"
    return result


def _places(data: str) -> Iterator[tuple[int, int | None]]:
    """Where a line may begin anew, with the depth of the comma before it; None between words."""
    depth = 0
    for token, following in pairwise(yaml.scan(data)):
        depth += isinstance(token, (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken))
        depth -= isinstance(token, (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken))
        if isinstance(token, yaml.FlowEntryToken):
            end = token.end_mark.index
            if data[end] == " " and data[end + 1] not in " #\n":
                yield end + 1, depth
        if isinstance(following, yaml.ScalarToken) and not isinstance(token, yaml.KeyToken):
            yield from ((at, None) for at in _between_words(data, following))


def _between_words(data: str, scalar: yaml.ScalarToken) -> Iterator[int]:
    start, end = scalar.start_mark.index, scalar.end_mark.index
    if not scalar.plain and scalar.style not in ("'", '"'):
        return
    for at in range(start + 3, end - 3):
        before, word = data[at - 2], data[at : data.find(" ", at)]
        if data[at - 1] != " " or before in " \\\n" or data[at] in " \n":
            continue
        if scalar.plain and (before == ":" or data[at] in _BEGINS_SOMETHING or word.endswith(":")):
            continue
        yield at


def _broken(line: str, places: dict[int, int | None]) -> list[str]:
    content = line.lstrip(" -") if line.lstrip().startswith("- ") else line.lstrip()
    indent = " " * (len(line) - len(content) + 2)
    lines, start, margin = [], 0, ""
    while len(margin) + len(line) - start > WIDTH:
        room = WIDTH - len(margin)
        fitting = [at for at in places if start < at <= start + room + 1]
        if not fitting:
            break
        late = {at: depth for at in fitting if (depth := places[at]) is not None and at - start > room * 0.45}
        outermost = [at for at, depth in late.items() if depth == min(late.values())]
        chosen = max(outermost or fitting)
        lines.append(margin + line[start : chosen - 1])
        start, margin = chosen, indent
    return [*lines, margin + line[start:]]


def main() -> int:
    """Fold the files named, else all of the library's."""
    named = [Path(name) for name in sys.argv[1:]]
    for path in named or sorted((ROOT / "templates").rglob("*.*")):
        if path.suffix in (".md", ".yaml"):
            data, behind = data_of(path)
            if any(len(line) > WIDTH for line in data.split("\n")):
                path.write_text(folded(data) + behind, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
