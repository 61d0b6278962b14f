"""A citation, and whether two are of one decision or section."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Citation", "are_among"]


class Citation(NamedTuple):
    """One citation: its words, its name, where it stands, and what it is.

    kind  `case`; `statute`; `short` (“12 F.3d at 36”); `name` (a case without a place); `unknown` (no
          reporter is so abbreviated); `no page`
    core  volume, reporter and page, or code and section, as they stand
    keys  each place it names (a decision may have several), or its code and section, in one form
    """

    kind: str
    words: str
    core: str
    start: int
    end: int
    name: str = ""
    keys: tuple[str, ...] = ()


def are_among(one: Citation, others: list[Citation]) -> bool:
    """Whether what `one` cites is cited by `others` too: its decision, or each of its sections, or what they
    are within.
    """
    if one.kind == "statute":
        theirs = [key for other in others for key in other.keys if other.kind == "statute"]
        return all(any(_within(key, their) or _within(their, key) for their in theirs) for key in one.keys)
    return any(_is_decision(one, other) for other in others if other.kind != "statute")


def _is_decision(one: Citation, other: Citation) -> bool:
    if one.keys and other.keys:
        return bool(set(one.keys) & set(other.keys))
    return bool(one.name and other.name) and _plain(one.name) == _plain(other.name)


def _within(one: str, whole: str) -> bool:
    """Whether a section is that of another key, or part of it; its code however it is cut short, and with or
    without its State.
    """
    (code, section), (other, under) = one.split(";"), whole.split(";")
    if not (code == other or code.endswith(f" {other}") or other.endswith(f" {code}")):
        return False
    rest = section[len(under) :]
    return section.startswith(under) and not rest[:1].isalnum() and rest[:1] not in (".", "-", ":", "/")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.replace("’", "").replace("'", "")).strip().lower()
