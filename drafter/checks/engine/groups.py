"""The groups of the checks: the first part of their ids, how each is headed, and what its checks concern."""

from __future__ import annotations

from typing import NamedTuple

from drafter.checks.engine.acceptance import Concern

__all__ = ["GROUPS", "Group", "group_of"]


class Group(NamedTuple):
    """What stands above the findings of a group, and what its checks concern where one does not say so
    itself.
    """

    title: str
    concern: Concern = Concern.FILING


GROUPS = {
    "FORM": Group("Form and caption"),
    "PRIV": Group("Privacy", Concern.PRIVACY),
    "JUR": Group("Jurisdiction", Concern.JURISDICTION),
    "VEN": Group("Venue"),
    "PJ": Group("Personal jurisdiction", Concern.JURISDICTION),
    "DEF": Group("Defendants"),
    "STA": Group("Standing", Concern.JURISDICTION),
    "CLS": Group("Classes"),
    "CHN": Group("The chain from claim to source", Concern.EVIDENCE),
    "CLM": Group("Claims"),
    "PRE": Group("Before suit"),
    "LIM": Group("Limitations", Concern.LIMITATIONS),
    "AGR": Group("Agreements"),
    "REL": Group("Relief"),
    "DOC": Group("The document"),
    "CITE": Group("Citations"),
    "LOC": Group("Local rules"),
    "REU": Group("Other matters"),
    "LAW": Group("The library’s own law"),
}
"""By the first part of the ids, in the order in which findings are shown."""


def group_of(check: str) -> Group:
    """The group of the check with this id. Raises LookupError where its first part is no group's: its
    findings would be counted and never shown.
    """
    prefix = check.partition("-")[0]
    if prefix not in GROUPS:
        raise LookupError(f"{check}: “{prefix}” has no row in GROUPS of drafter/checks/engine/groups.py")
    return GROUPS[prefix]
