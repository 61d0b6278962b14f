"""Comments of a sheet, carried into the text that a migration makes of it."""

from __future__ import annotations

import re
from collections import Counter

import yaml

__all__ = ["with_comments_of"]


def with_comments_of(before: str, after: str, version: int) -> str:
    """`after` with the comments of `before` that have no place in it any more: at its end, in their order."""
    left = Counter(_comments(after))
    lost = []
    for comment in _comments(before):
        if left[comment]:
            left[comment] -= 1
        else:
            lost.append(comment)
    if not lost:
        return after
    return (
        after
        + f"\n# Comments of version {version} whose place is gone:\n"
        + "".join(f"{comment}\n" for comment in lost)
    )


def _comments(text: str) -> list[str]:
    """The comments of `text`: what begins with # outside its values."""
    shown, at = "", 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
        if (
            isinstance(event, yaml.ScalarEvent)
            and event.start_mark is not None
            and event.end_mark is not None
        ):
            start, end = event.start_mark.index, event.end_mark.index
            shown += text[at:start] + re.sub(r"[^\n]", "x", text[start:end])
            at = end
    return [found.rstrip() for found in re.findall(r"(?:(?<=\s)|^)#[^\n]*", shown + text[at:], re.MULTILINE)]
