"""What a step from one version of a sheet to the next makes, and the error where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from drafter.tree.paths import Location

__all__ = ["Made", "NotForward"]

Made = Callable[[Any, Any], Any]
"""Told of a new value and the old one it is made from; gives the value that is to stand in the tree."""


class NotForward(Exception):
    """Something in a sheet that no step can bring forward: where in its own form, and what is wrong."""

    def __init__(self, location: Location, problem: str) -> None:
        super().__init__(problem)
        self.location = location
        self.problem = problem
