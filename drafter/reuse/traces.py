"""What else tells of a person in a redacted copy besides a name: the town, and an id made of a name."""

from __future__ import annotations

import re
from typing import Any, Iterable

from drafter.facts.states import STATE_NAMES
from drafter.tree.paths import leaves

__all__ = ["numbered", "towns"]


def towns(tree: dict[str, Any]) -> set[str]:
    """The towns of the clients, which are left out of the text as of their fields; none that is called
    as a State is.
    """
    states = {name.casefold() for name in STATE_NAMES.values()}
    return {
        value.strip()
        for where, value in leaves(tree)
        if where[0] == "plaintiffs" and where[-1] == "city" and isinstance(value, str)
        if len(value.strip()) > 2 and value.strip().casefold() not in states
    }


def numbered(tree: dict[str, Any], wanted: dict[str, str], names: Iterable[str]) -> dict[str, str]:
    """`wanted`, the new ids by the old, with a number for each allegation whose id abbreviates a name,
    or begins as it does: “rey-messages” of Reyes.
    """
    words = {word.casefold() for name in names for word in re.findall(r"[^\W\d_]{2,}", name)}
    initials = {"".join(word[0] for word in name.split()).casefold() for name in names}
    own = [
        value
        for where, value in leaves(tree)
        if where[0] == "allegations" and where[-1] == "id" and isinstance(value, str)
    ]
    made = dict(wanted)
    for number, old in enumerate(own, 1):
        parts = [part for part in old.split("-") if len(part) > 1]
        if any(part in initials or any(word.startswith(part) for word in words) for part in parts):
            made[old] = f"allegation-{number}"
    return made
