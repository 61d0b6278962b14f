"""Which courts a rule, an authority or a firm's change is for: named by id, by circuit, or by system."""

from __future__ import annotations

from typing import Iterable, TypeVar

from drafter.library.court_records import CourtProfile
from drafter.library.severities import LimitChange, SeverityChange

__all__ = ["binds", "changed_in", "courts_of"]


def courts_of(court: CourtProfile) -> tuple[str, ...]:
    """The keys of a table by court that fit `court`, nearest first: its id, its circuit (`ca9`, `cadc`), its
    system.
    """
    circuit = (f"ca{str(court.circuit).lower()}",) if court.circuit and court.system == "federal" else ()
    return (str(court.id), *circuit, court.system)


def binds(courts: Iterable[str], court: CourtProfile) -> bool:
    """Whether `court` is among `courts`, named by id, circuit (“9” or “ca9”) or system; where none is named,
    all are.
    """
    named = [_key(name) for name in courts]
    return not named or any(key in named for key in courts_of(court))


C = TypeVar("C", SeverityChange, LimitChange)


def changed_in(court: CourtProfile, changes: list[C]) -> C | None:
    """Which of a firm's `changes` of one severity or limit holds in `court`: the nearest, its id before its
    circuit, that before its system, and one for all courts last.
    """
    keys = [*courts_of(court), ""]
    fitting = [
        (keys.index(key), change)
        for change in changes
        for key in (map(_key, change.courts) if change.courts else ("",))
        if key in keys
    ]
    return min(fitting, key=lambda found: found[0])[1] if fitting else None


def _key(court: str) -> str:
    """A court as a firm names it, as `courts_of` has it: “9” and “ca9” are one."""
    name = str(court).lower()
    return f"ca{name}" if name.isdigit() or name in ("dc", "fed") else name
