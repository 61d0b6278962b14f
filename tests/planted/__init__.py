"""Planted defects: clean sheets with one thing wrong, and sheets in which a check has no business to
speak.
"""

from typing import NamedTuple

from drafter.tree.answers import Change


class Planted(NamedTuple):
    """One variant of a sample: the check, the sample's name (its file's name up to the first hyphen), what is
    changed in it, and the court if another.

    `told` is a piece of the message that the finding must have; `where` the path it must be at. Both may be
    empty.
    """

    check: str
    sample: str
    changes: tuple[Change, ...]
    told: str = ""
    where: str = ""
    court: str = ""


def put(path: str, value: object) -> Change:
    """Set the field at `path`; None takes it out."""
    return Change(path, "set", value)


def add(path: str, value: object) -> Change:
    """Add an entry to the list at `path`."""
    return Change(path, "add", value)


def drop(path: str) -> Change:
    """Take the entry at `path` out of its list."""
    return Change(path, "remove")
