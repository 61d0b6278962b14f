"""Which parties are entities that are no corporations, so that 28 U.S.C. § 1332(a) looks to their members."""

from __future__ import annotations

import re

from drafter.facts.defendants import Defendant
from drafter.facts.parties import Plaintiff
from drafter.facts.values import known

__all__ = ["is_unincorporated", "sounds_unincorporated"]

_UNINCORPORATED = re.compile(
    r"\b(?:P\.?)?L\.?L\.?C\b|\bL\.?L?\.?P\b|\b(?:limited liability company|partnership|unincorporated|joint"
    r" venture)\b",
    re.I,
)
_CORPORATE = re.compile(r"\b(?:inc|incorporated|corp|corporation)\b\.?\s*$", re.I)


def is_unincorporated(party: Plaintiff | Defendant) -> bool:
    """Whether a party is an entity that is no corporation, so that § 1332(a) looks to its members: a
    defendant by its kind, or by its name where it is taken for a corporation; a plaintiff by its members,
    its name or what it is said to be.
    """
    name = str(known(party.name) or "")
    if isinstance(party, Defendant):
        named_so = party.kind == "corporation" and sounds_unincorporated(name)
        return named_so or party.kind in ("llc", "partnership", "association")
    said = f"{name} {known(party.entity) or ''}"
    return party.kind == "organization" and bool(party.members or _UNINCORPORATED.search(said))


def sounds_unincorporated(name: str) -> bool:
    """Whether a name is that of a company or partnership, and not of a corporation: “… LLC”, “… L.P.”."""
    return bool(_UNINCORPORATED.search(name)) and not _CORPORATE.search(name)
