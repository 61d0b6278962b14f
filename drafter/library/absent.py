"""What is said of an entry that the library does not have."""

from __future__ import annotations

from drafter.errors import NotFound
from drafter.wording import did_you_mean

__all__ = ["not_found"]


def not_found(kind: str, name: str, there: list[str]) -> NotFound:
    """The refusal of `name`, which no folder has, with near names and what else can be done."""
    what = {"causes": "cause of action", "courts": "court", "layouts": "layout", "core": "core cause"}[kind]
    hint = did_you_mean(name, there, 3, 0.4) or f"`drafter list {kind}` shows all {len(there)}."
    if kind == "causes":
        hint += (
            " What the library lacks is written under “causes:” of the sheet, or in the firm’s folder"
            " (`drafter customize`)."
        )
    return NotFound(f"the library has no {what} “{name}”", hint)
