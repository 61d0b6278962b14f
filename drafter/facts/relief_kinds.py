"""Kinds of relief."""

from __future__ import annotations

from typing import Literal

__all__ = ["ReliefKind", "RemedyKind"]

_OwnRelief = Literal[
    "declaration",
    "injunction",
    "specific-performance",
    "actual-damages",
    "statutory-damages",
    "treble-damages",
    "punitive-damages",
    "restitution",
    "disgorgement",
    "rescission",
    "civil-penalties",
]
_OfAnyAction = Literal["interest", "fees", "costs"]
RemedyKind = Literal[_OwnRelief, _OfAnyAction]
"""What a cause of the library or of the sheet can allow: what a claim may seek, without what is asked of the
court itself.
"""
ReliefKind = Literal["certification", _OwnRelief, "accounting", "constructive-trust", _OfAnyAction, "other"]
"""What a claim may seek."""
