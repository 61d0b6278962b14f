"""Ids of a sheet that stand twice, or that name nothing."""

from __future__ import annotations

from functools import partial
from typing import Callable, Iterator

from drafter.facts.record import Record
from drafter.matter_files.problems import Problem
from drafter.tree.paths import Found, is_of_a_cause
from drafter.wording import close_to

__all__ = ["id_problems"]


def id_problems(places: list[Found]) -> list[Problem]:
    owners: dict[str, Found] = {}
    problems: list[Problem] = []
    for place in places:
        own = place.record.__dict__.get("id")
        if not own or place.kind == "court" or is_of_a_cause(place):
            continue
        if own in owners:
            problems.append(
                (
                    (*place.location, "id"),
                    f"the id “{own}” is used twice (also for {owners[own].path})",
                    "An id names one thing in the sheet; change one of them.",
                )
            )
        owners.setdefault(own, place)
    for place in places:
        problems.extend(_dangling(place, owners))
    return problems


def _dangling(place: Found, owners: dict[str, Found]) -> Iterator[Problem]:
    for name, question in _referring(type(place.record)):
        value = place.record.__dict__[name]
        for wanted in value if isinstance(value, list) else [value]:
            owner = owners.get(wanted) if isinstance(wanted, str) else None
            if isinstance(wanted, str) and (owner is None or owner.kind not in question):
                yield (
                    (*place.location, name.rstrip("_")),
                    *_missing(wanted, name.rstrip("_"), question, owners),
                )


def _missing(
    wanted: str, name: str, kinds: tuple[str, ...], owners: dict[str, Found]
) -> tuple[str, Callable[[], str]]:
    of = " or ".join(kind.replace("_", "-") for kind in kinds)
    return f"{name}: nothing among {of} has the id “{wanted}”", partial(_ids_like, wanted, of, kinds, owners)


def _ids_like(wanted: str, of: str, kinds: tuple[str, ...], owners: dict[str, Found]) -> str:
    there = [own for own, owner in owners.items() if owner.kind in kinds]
    close = close_to(wanted, there)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"Ids there: {', '.join(there[:12])}." if there else f"The sheet has no {of} yet."


_refer: dict[type[Record], list[tuple[str, tuple[str, ...]]]] = {}


def _referring(record: type[Record]) -> list[tuple[str, tuple[str, ...]]]:
    if record not in _refer:
        _refer[record] = [
            (name, question.refers) for name, question in record.questions.items() if question.refers
        ]
    return _refer[record]
