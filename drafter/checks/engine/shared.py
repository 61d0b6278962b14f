"""What several checks make of one draft, made once."""

from __future__ import annotations

from functools import wraps
from typing import Callable, TypeVar

from drafter.complaint import Draft

__all__ = ["once_a_draft"]

T = TypeVar("T")


def once_a_draft(made: Callable[[Draft], T]) -> Callable[[Draft], T]:
    """`made`, called once as long as the same draft is asked about. Only for what is read of the document, or
    of records without a field’s name: what a check reads by name is recorded each time.
    """
    last: list[tuple[Draft, T]] = []

    @wraps(made)
    def shared(draft: Draft) -> T:
        if not last or last[0][0] is not draft:
            last[:] = [(draft, made(draft))]
        return last[0][1]

    return shared
