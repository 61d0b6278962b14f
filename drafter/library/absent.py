"""What is said of an entry that the library does not have."""

from __future__ import annotations

from typing import Any, Callable

from drafter.errors import NotFound
from drafter.wording import did_you_mean, letters_alone

__all__ = ["not_found"]

_MOST = 6


def not_found(kind: str, name: str, there: list[str], entry: Callable[[str], Any]) -> NotFound:
    """The refusal of `name`, which no folder has, with what is called so, else with near names, and what else
    can be done. `entry` gives the record of an id that is there.
    """
    what = {
        "causes": "cause of action",
        "courts": "court",
        "layouts": "layout",
        "core": "core cause",
        "filing": "paper",
        "forms": "form",
        "starters": "starter",
        "signing": "rule on signatures",
    }[kind]
    called = [own for own in there if letters_alone(name) in map(letters_alone, _names(kind, own, entry))]
    meant = f"Did you mean {' or '.join(called[:_MOST])}?" if called else did_you_mean(name, there, 3, 0.4)
    hint = meant or f"`drafter list {kind}` shows all {len(there)}."
    if kind == "causes":
        hint += (
            " What the library lacks is written under “causes:” of the sheet, or in the firm’s folder"
            " (`drafter customize`)."
        )
    return NotFound(f"the library has no {what} “{name}”", hint)


def _names(kind: str, own: str, entry: Callable[[str], Any]) -> list[str]:
    """What an entry is called: its id, and the other names of a court, a cause or a starter."""
    if kind == "courts":
        return [own, *entry(own).search_names()]
    if kind == "starters":
        return [own, entry(own).title, *entry(own).words]
    return [own, *(entry(own).aliases if kind == "causes" else ())]
