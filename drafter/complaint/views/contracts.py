"""Who is a party to an agreement, as far as the sheet says."""

from __future__ import annotations

from drafter.facts.agreements import Agreement
from drafter.facts.sheet import FactSheet

__all__ = ["bound"]


def bound(sheet: FactSheet, agreement: Agreement) -> set[str]:
    """The ids of the plaintiffs and defendants who are parties to an agreement: by their own, by their
    group's, as representatives of a class that is a party; where every class member assented, each
    representative.
    """
    parties = {*map(str, agreement.parties)}
    for group in sheet.defendant_groups:
        if str(group.id) in parties:
            parties |= {*map(str, group.members)}
    return parties | {
        str(plaintiff.id)
        for plaintiff in sheet.plaintiffs
        if parties & {*map(str, plaintiff.represents)} or (agreement.class_wide and plaintiff.represents)
    }
