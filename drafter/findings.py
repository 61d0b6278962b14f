"""A finding: what is wrong, where, and what to do about it. Imports nothing of drafter's.

Findings are work product. They go to the terminal, to JSON and to the annotated copy; none ever reaches the
draft.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

__all__ = ["Authority", "Finding", "STATUSES", "Severity"]

STATUSES = ("text_read", "quoted_by_court", "secondary", "recalled")
"""How a point of law was read. Only `text_read` is ever shown as verified."""


class Severity(str, Enum):
    """`ERROR`: not ready to file. `WARNING`: a careful partner would ask. `ADVICE`: worth a look."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Authority(NamedTuple):
    """A citation and how it was read (one of `STATUSES`), with the edition or date of the text where one is
    known.
    """

    cite: str
    status: str
    read: str = ""

    def __str__(self) -> str:
        return (
            self.cite
            if self.status == "text_read"
            else f"{self.cite} [unverified: {self.status.replace('_', ' ')}]"
        )


class Finding(NamedTuple):
    """One defect.

    check      id in the catalogue (`CLM-001`)
    severity   how grave
    message    one or two sentences: what is wrong
    where      path in the fact sheet (`claims.sca.elements.divulged`), by id and not by position
    reads      what it rests on: the paths it declares and, where it was recorded, each field read for it
    fix        what to do next
    authority  the rule behind it, each with its status
    block      label of the block of the draft it concerns, for the annotated copy
    title      the defect's name in the catalogue
    accepted   who accepted it, when and why; empty where nobody did
    lapsed     an acceptance that counts no more, and why
    is_hole    whether it is a hole in the draft, which nobody accepts
    hurts      what else the same gap hurts: the names and ids of the checks that would tell of it too
    """

    check: str
    severity: Severity
    message: str
    where: str
    reads: tuple[str, ...] = ()
    fix: str = ""
    authority: tuple[Authority, ...] = ()
    block: str = ""
    title: str = ""
    accepted: str = ""
    lapsed: str = ""
    is_hole: bool = False
    hurts: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it keeps the complaint from being ready: an error that nobody accepted."""
        return self.severity is Severity.ERROR and not self.accepted
