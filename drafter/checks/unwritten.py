"""Entries of the catalogue that drafter does not check, each with the reason. `drafter explain` prints it."""

from __future__ import annotations

__all__ = ["NOT_CHECKED"]

NOT_CHECKED: dict[str, str] = {
    "PRIV-009": "Whether a detail of health, finance or immigration is more than the claim needs is a judgement about the case; mark the allegation “sensitive” and PRIV-012 lists it.",
}
