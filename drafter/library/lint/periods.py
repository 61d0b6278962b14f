"""A State’s periods of limitations under the lint: the words relied on bear the years, the discovery rule and
the kind of claim, or a law of the entry’s own says that they reach it.
"""

from __future__ import annotations

import re
from typing import Iterator

from drafter.library.readings import numbers_in
from drafter.library.states import StateLaw, StatePeriod
from drafter.library.under_law import PRINTS

__all__ = ["period_flaws"]

NAMED = {
    "written-contract": r"contract|writing|written|obligation",
    "oral-contract": r"contract|writing|written|obligation",
    "personal-injury": r"person|tort|negligen|wrong|rights of",
    "property-injury": r"property|personalty|chattel|tort|trespass|negligen",
    "conversion": r"conver|property|personalty|chattel|goods|tak(?:ing|en)|tort",
    "fraud": r"fraud|deceit|misrepresent|tort",
    "fiduciary-duty": r"fiduciary|trust",
    "privacy": r"privacy|rights of another|injury to (?:the )?(?:person|rights)|personal injur|tort",
    "unjust-enrichment": r"implied|unjust|restitution|enrich",
}
"""By kind of claim, words of a statute that name claims of that kind. A kind that one act alone gives is not
here: its section says which claims it is for.
"""
_DEBT = re.compile(r"\b(?:for|of any|the) (?:debt|indebtedness)\b", re.IGNORECASE)
_PLAIN = frozenset(
    "cause action accrues accrued right claim first which should event known where unless".split()
)
_EVERY_ACTION = re.compile(r"\b(?:every|all|any|civil|other) (?:personal |civil )?actions?\b", re.IGNORECASE)
_DISCOVERY = re.compile(r"discover|known|knew|knowledge", re.IGNORECASE)


def period_flaws(law: StateLaw) -> Iterator[tuple[str, str]]:
    """What the words of a State’s periods do not bear, and words of the line on which it stands."""
    for period in law.periods:
        yield from ((f"periods, {period.kind}: {told}", f"kind: {period.kind}") for told in _wrong(period))


def _wrong(period: StatePeriod) -> Iterator[str]:
    read = " ".join(str(one.words) for one in period.law if one.status in PRINTS and one.words)
    unread = " ".join(str(one.text or "") for one in period.law if one.status not in PRINTS)
    if not read:
        return
    if period.years and not numbers_in(str(period.years)) & numbers_in(read):
        yield f"no words relied on say {period.years} years."
    if period.discovery_rule and not _DISCOVERY.search(read + unread):
        yield "no words relied on give a discovery rule."
    if _said_of_accrual(str(period.accrual or "")) and not _accrual_borne(str(period.accrual), read + unread):
        yield f"no words relied on say that it accrues: {period.accrual}."
    if "contract" in str(period.kind) and not unread and _DEBT.search(read):
        yield "its words speak of debt. Say in a law of its own that damages for breach go by it."
    named = NAMED.get(str(period.kind))
    if named and not unread and not re.search(named, read, re.IGNORECASE) and not _EVERY_ACTION.search(read):
        yield "its words name no claim of this kind. Say in a law of its own that they reach it."


def _said_of_accrual(accrual: str) -> set[str]:
    """The beginnings of the words by which the accrual is more than that the cause of action accrues."""
    return {word[:5] for word in re.findall(r"[a-z]{5,}", accrual.lower()) if word not in _PLAIN}


def _accrual_borne(accrual: str, words: str) -> bool:
    said = _said_of_accrual(accrual)
    return 2 * sum(one in words.lower() for one in said) >= len(said)
