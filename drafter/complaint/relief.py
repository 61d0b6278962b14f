"""The prayer, derived from the claims: each cause's remedies, tied to claim, class and defendant, in the order of a prayer.

Relief the sheet adds is kept as it is written; relief it leaves out is left out; what a notice not yet given would open is left out too, and so is
a statutory minimum that the court does not give to a class.
"""

from __future__ import annotations

from typing import NamedTuple

from drafter.facts.claims import Claim, Notice
from drafter.facts.sheet import FactSheet
from drafter.facts.values import Prose, known
from drafter.library import CauseOfAction, GatingNotice, Remedy

__all__ = ["EARNED", "Item", "ORDER", "barred", "earned", "gated", "given", "waiting", "withheld"]

ORDER = (
    "declaration", "injunction", "specific-performance", "rescission", "actual-damages", "statutory-damages", "restitution", "disgorgement",
    "accounting", "constructive-trust", "treble-damages", "punitive-damages", "civil-penalties", "interest", "fees", "costs", "other",
)  # fmt: skip
EARNED = frozenset(ORDER) - {"interest", "costs", "other"}


class Item(NamedTuple):
    """One item: the kind of relief, its words (a noun phrase), the citations and the claims it rests on, and the sheet path it came from."""

    kind: str
    text: Prose
    cites: tuple[str, ...]
    claims: tuple[str, ...]
    path: str = ""


def earned(sheet: FactSheet, theories: dict[str, list[CauseOfAction]], minimum_barred: bool = False) -> list[Item]:
    """The items the claims earn and those the sheet adds, in the order of a prayer; equal relief of several claims is one item.

    `minimum_barred`: the court gives a class no statutory minimum that its statute does not give to classes.
    """
    items: dict[tuple[str, str], Item] = {}
    for claim in sheet.claims:
        for cause in theories[claim.id]:
            for remedy in cause.remedies:
                kind, text = ("actual-damages", remedy.class_instead) if minimum_barred and barred(claim, remedy) else (remedy.kind, remedy.text)
                if remedy.asked and not _left_out(claim, remedy.kind, kind) and not gated(sheet, claim, cause, remedy):
                    _add(items, Item(kind, Prose(str(text)), (str(remedy.cite),) if remedy.cite else (), (claim.id,)))
        for position, sought in enumerate(claim.relief, 1):
            text = known(sought.text)
            if text and not sought.omit:
                cites = (str(known(sought.authority)),) if known(sought.authority) else ()
                _add(items, Item(sought.kind, text, cites, (claim.id,), f"claims.{claim.id}.relief.{position}.text"))
    for position, sought in enumerate(sheet.relief.further if sheet.relief else [], 1):
        text = known(sought.text)
        if text:
            cites = (str(known(sought.authority)),) if known(sought.authority) else ()
            _add(items, Item(sought.kind, text, cites, tuple(sought.claims), f"relief.further.{position}.text"))
    return sorted(items.values(), key=lambda item: ORDER.index(item.kind) if item.kind in ORDER else len(ORDER))


def _add(items: dict[tuple[str, str], Item], item: Item) -> None:
    key = (item.kind, "" if item.kind in ("declaration", "injunction", "fees") and not item.path else item.text)
    there = items.get(key)
    if there is None:
        items[key] = item
        return
    cites, claims = (tuple(dict.fromkeys(getattr(there, name) + getattr(item, name))) for name in ("cites", "claims"))
    items[key] = there._replace(cites=cites, claims=claims)


def _left_out(claim: Claim, *kinds: str) -> bool:
    return any(sought.omit and sought.kind in kinds for sought in claim.relief)


def barred(claim: Claim, remedy: Remedy) -> bool:
    """Whether `remedy` is a minimum that the court of a State such as New York does not give to the class `claim` is brought for (N.Y. CPLR 901(b))."""
    return bool(claim.for_) and remedy.class_instead is not None


def gated(sheet: FactSheet, claim: Claim, cause: CauseOfAction, remedy: Remedy) -> bool:
    """Whether `remedy` waits for a notice that has not been given."""
    notice = next((notice for notice in cause.pre_suit if notice.id == remedy.gate), None)
    return notice is not None and not given(sheet, claim, str(notice.statute))


def given(sheet: FactSheet, claim: Claim, statute: str) -> list[Notice]:
    """The notices sent under `statute` for `claim`: those it names, those that name it, and those that name no claim at all."""
    named = [notice for notice in sheet.notices if known(notice.sent) and statute in str(known(notice.statute) or "")]
    return [notice for notice in named if notice.id in claim.notices or claim.id in notice.claims or not (notice.claims or _claimed(sheet, notice))]


def _claimed(sheet: FactSheet, notice: Notice) -> bool:
    return any(notice.id in claim.notices for claim in sheet.claims)


def waiting(sheet: FactSheet, claim: Claim, cause: CauseOfAction) -> list[GatingNotice]:
    """The notices that `cause` wants for some of its relief and that have not been given."""
    return [notice for notice in cause.pre_suit if notice.gates and not given(sheet, claim, str(notice.statute))]


def withheld(cause: CauseOfAction, notice: GatingNotice) -> list[str]:
    """What is not sought until `notice` is given: “damages”, “punitive damages” …"""
    kinds = [remedy.kind for remedy in cause.remedies if remedy.id in notice.gates and remedy.asked]
    return list(dict.fromkeys("damages" if kind == "actual-damages" else kind.replace("-", " ") for kind in kinds))
