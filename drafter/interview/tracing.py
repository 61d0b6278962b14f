"""From a path to the question that stands there. Pure."""

from __future__ import annotations

from typing import Any, Callable, NamedTuple

from drafter.facts.record import Record
from drafter.facts.sheet import UNASKED, FactSheet
from drafter.interview.questions import Asked, asked_now
from drafter.interview.shapes import shapes
from drafter.tree.paths import join

__all__ = ["NEW", "NotAsked", "PathStep", "nearest", "trace"]

NEW = "+"
"""The key of an entry that is not in the sheet yet."""


class NotAsked(LookupError):
    """A path at which there is no question now; the message says why."""


class PathStep(NamedTuple):
    """A record on the way to a path: its kind, its path, and whether it is an entry of a list."""

    record: type[Record]
    path: str
    entry: bool


def trace(get: Callable[[str], Any], path: str, forum: str = "") -> tuple[list[PathStep], Asked | None]:
    """The records on the way to `path`, the sheet first, and the question there (None: the path is that of an
    entry).

    `get` gives the raw answer at a path. Raises NotAsked where there is no such question, or none that is
    asked now.
    """
    steps = [PathStep(FactSheet, "", False)]
    parts = path.split(".")
    while parts:
        if "items" in steps[-1].record.questions and parts[0] not in steps[-1].record.questions:
            parts = ["items", *parts]  # what stands under a heading need not be named by it
        asked = _question_of(steps[-1], get, parts[0], path, forum)
        parts = parts[1:]
        if not parts or (asked.kind in ("texts", "answers") and len(parts) == 1):
            return steps, asked
        if asked.kind == "outline":
            parts = _into_outline(steps, asked, get, parts)
        elif asked.kind in ("records", "map"):
            parts = _into_list(steps, asked, get, parts)
        elif asked.kind in ("record", "either"):
            steps.append(PathStep(asked.shape.records[0], asked.path, False))
        else:
            raise NotAsked(f"{asked.path} holds nothing named “{parts[0]}”")
    return steps, None


def nearest(get: Callable[[str], Any], path: str, forum: str = "") -> str:
    """The path itself if there is a question, else the longest part of it at which there is one; "" for
    none.
    """
    while path:
        try:
            trace(get, path, forum)
            return path
        except NotAsked:
            path = path.rpartition(".")[0]
    return ""


def _question_of(step: PathStep, get: Callable[[str], Any], name: str, path: str, forum: str) -> Asked:
    raw = get(step.path) if step.path else {name: get(name)}
    found = next(
        (asked for asked in asked_now(step.record, raw, step.path, forum) if asked.name == name), None
    )
    if found:
        return found
    fields = {field.rstrip("_"): question for field, question in step.record.questions.items()}
    if name not in fields:
        raise NotAsked(f"{path}: “{name}” is not a field of the fact sheet there")
    if name == "id" or name in UNASKED:
        raise NotAsked(f"{path} is made once and never asked")
    condition = fields[name].when
    because = (
        f"while {condition.field.rstrip('_')} is what it is" if condition else "before its record is begun"
    )
    raise NotAsked(f"{path} is not asked {because}")


def _into_list(steps: list[PathStep], asked: Asked, get: Callable[[str], Any], parts: list[str]) -> list[str]:
    own = join(asked.path, parts[0])
    if asked.kind == "records" and get(own) is None:
        raise NotAsked(f"{asked.path} has no entry “{parts[0]}”")
    steps.append(PathStep(asked.shape.records[0], own, True))
    return parts[1:]


def _into_outline(
    steps: list[PathStep], asked: Asked, get: Callable[[str], Any], parts: list[str]
) -> list[str]:
    """Step into the heading or allegation that `parts` begin with; gives what is left of them."""
    kinds, own = asked.shape.records, asked.path.removesuffix(".items")
    if parts[0] == NEW:
        steps.append(PathStep(kinds[-1], join(asked.path, NEW), True))
        return parts[1:]
    while parts:
        at = join(own, parts[0])
        entry = get(at)
        heading = isinstance(entry, dict) and "heading" in entry
        if not heading and not (isinstance(entry, dict) and isinstance(entry.get("id"), str)):
            raise NotAsked(f"{asked.path} has no entry “{parts[0]}”")
        kind = (
            next((kind for kind in kinds if "heading" in kind.questions), kinds[-1]) if heading else kinds[-1]
        )
        steps.append(PathStep(kind, at, True))
        parts, own = parts[1:], at
        if not heading or (parts and parts[0] in kind.questions):
            return parts
        kinds = shapes(kind)["items"].records
    return parts
