"""Numbers of paragraphs that a pleading names, as references to the allegations they became."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["refer"]

_ONE = re.compile(r"(?<!¶)¶[ \u00a0](\d{1,4})(?![\d.,–-]*\d)(?!–)")
_CITED = re.compile(r"\s*\(¶¶?[ \u00a0]([\d, –-]+)\)")
_RANGE = re.compile(r"(\d+)(?:[–-](\d+))?")


def refer(tree: dict[str, Any], ids: Mapping[int, str]) -> None:
    """Put references into the texts of `tree`; what an element cites in brackets supports it. `ids` are the
    allegations by their numbers in the pleading.
    """

    def put(found: re.Match[str]) -> str:
        own = ids.get(int(found[1]))
        return f"[@{own}]" if own else found[0]

    for entry in _mappings([tree.get("allegations"), tree.get("claims"), tree.get("causes")]):
        if isinstance(entry.get("application"), str):
            _support(entry, ids)
        for name in ("text", "application", "conclusion"):
            if isinstance(entry.get(name), str):
                entry[name] = _ONE.sub(put, entry[name])


def _support(entry: dict[str, Any], ids: Mapping[int, str]) -> None:
    """Take the paragraphs cited in brackets for the allegations of an element."""

    def take(found: re.Match[str]) -> str:
        spans = [(int(each[1]), int(each[2] or each[1])) for each in _RANGE.finditer(found[1])]
        numbers = [number for first, last in spans for number in range(first, last + 1)]
        if not numbers or any(number not in ids for number in numbers):
            return found[0]
        named.extend(ids[number] for number in numbers)
        return ""

    named: list[str] = []
    entry["application"] = _CITED.sub(take, entry["application"])
    if named:
        entry["allegations"] = list(dict.fromkeys(named))


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a value."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _mappings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _mappings(each)
