"""The prayer, derived from the claims: each cause's remedies, tied to claim, class and defendant, in the
order of a prayer.

Relief the sheet adds is kept as it is written; relief it leaves out is left out; what a notice not yet given
would open is left out too, and so is a statutory minimum that the court does not give to a class. An
injunction and a declaration stand in the words of the claim that earns them, or else in those that the sheet
has for the whole case.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple

from drafter.complaint.views.unknown_parties import UnknownEntry, unknown_entries
from drafter.facts.claims import Claim, ReliefSought
from drafter.facts.notices import Notice
from drafter.facts.sheet import FactSheet
from drafter.facts.values import Prose, known
from drafter.library import CauseOfAction, Element, GatingNotice, Remedy

__all__ = [
    "EARNED",
    "MONEY",
    "ORDER",
    "ReliefItem",
    "WORDED",
    "allowed",
    "barred",
    "case_words",
    "earned",
    "excused",
    "gated",
    "given",
    "is_asked_for",
    "own_words",
    "unopened",
    "waiting",
    "withheld",
]

ORDER = (
    "declaration",
    "injunction",
    "specific-performance",
    "rescission",
    "actual-damages",
    "statutory-damages",
    "restitution",
    "disgorgement",
    "accounting",
    "constructive-trust",
    "treble-damages",
    "punitive-damages",
    "civil-penalties",
    "interest",
    "fees",
    "costs",
    "other",
)
EARNED = frozenset(ORDER) - {"interest", "costs", "other"}


MONEY = frozenset(
    "actual-damages statutory-damages treble-damages punitive-damages restitution disgorgement accounting"
    " constructive-trust civil-penalties rescission".split()
)
WORDED = ("declaration", "injunction")
"""Kinds whose words are the sheet's own: the acts, and what is to be declared."""


class ReliefItem(NamedTuple):
    """One item: the kind of relief, its words (a noun phrase), the citations and the claims it rests on, and
    the sheet path it came from.

    acts     the words are what is declared or ordered, and complete “A declaration that …”, “An injunction …”
    against  the defendants, where they are not all whom the claims sue
    amount   the sum that the sheet gives
    classes  those for whom it is asked, where they are not all for whom the claims are brought
    …_asked  what is not known of either
    """

    kind: str
    text: Prose
    cites: tuple[str, ...]
    claims: tuple[str, ...]
    path: str = ""
    acts: bool = False
    against: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    against_asked: tuple[UnknownEntry, ...] = ()
    classes_asked: tuple[UnknownEntry, ...] = ()
    amount: Any = None


def earned(
    sheet: FactSheet, theories: dict[str, list[CauseOfAction]], minimum_barred: bool = False
) -> list[ReliefItem]:
    """The items the claims earn and those the sheet adds, in the order of a prayer; equal relief of several
    claims is one item. The injunction that the sheet has for the whole case is left out where no cause of
    action allows one.

    `minimum_barred`: the court gives a class no statutory minimum that its statute does not give to classes.
    """
    items: dict[tuple[str, ...], ReliefItem] = {}
    given_there: dict[tuple[str, str], tuple[str, ...]] = {}
    for claim in sheet.claims:
        for cause in theories[claim.id]:
            for remedy in cause.remedies:
                kind, text = (
                    ("actual-damages", remedy.class_instead)
                    if minimum_barred and barred(claim, remedy)
                    else (remedy.kind, remedy.text)
                )
                if not is_asked_for(sheet, claim, cause, remedy) or _left_out(claim, kind):
                    continue
                cites = (str(remedy.cite),) if remedy.cite else ()
                if kind not in WORDED:
                    _add(items, ReliefItem(kind, Prose(str(text)), cites, (claim.id,)))
                elif not own_words(claim, kind):
                    _add(
                        items,
                        ReliefItem(
                            kind,
                            case_words(sheet, kind) or Prose(),
                            cites,
                            (claim.id,),
                            f"relief.{kind}",
                            True,
                        ),
                    )
                given_there[claim.id, kind] = cites
        for item in own_words(claim):
            _add(items, item._replace(cites=item.cites or given_there.get((claim.id, item.kind), ())))
    for kind in WORDED:
        text, omitted = case_words(sheet, kind), any(_left_out(claim, kind) for claim in sheet.claims)
        refused = kind == "injunction" and kind not in allowed(theories)
        if text and not (omitted or refused or any(item.kind == kind for item in items.values())):
            _add(items, ReliefItem(kind, text, (), (), f"relief.{kind}", True))
    for position, sought in enumerate(sheet.relief.further if sheet.relief else [], 1):
        for item in _typed(sought, tuple(sought.claims), f"relief.further.{position}"):
            _add(items, item)
    return sorted(
        items.values(), key=lambda item: ORDER.index(item.kind) if item.kind in ORDER else len(ORDER)
    )


def allowed(theories: dict[str, list[CauseOfAction]]) -> set[str]:
    """The kinds of relief that the causes of action give, whether or not they are asked for."""
    return {remedy.kind for causes in theories.values() for cause in causes for remedy in cause.remedies}


def case_words(sheet: FactSheet, kind: str) -> Prose | None:
    """The injunction or the declaration that the sheet has for the whole case."""
    return known(getattr(sheet.relief, kind)) if sheet.relief else None


def own_words(claim: Claim, kind: str = "") -> list[ReliefItem]:
    """The relief that `claim` asks for in its own words, of one kind or of any."""
    there = [
        (f"claims.{claim.id}.relief.{position}", sought)
        for position, sought in enumerate(claim.relief, 1)
        if not sought.omit and kind in ("", sought.kind)
    ]
    return [item for path, sought in there for item in _typed(sought, (claim.id,), path)]


def _typed(sought: ReliefSought, claims: tuple[str, ...], path: str) -> Iterator[ReliefItem]:
    """What a person wrote of relief, as one item; nothing where no words were written."""
    text, acts = known(sought.text), known(sought.acts)
    given = known(sought.authority)
    cites = (given,) if given else ()
    if text or acts:
        yield ReliefItem(
            sought.kind,
            text or acts or Prose(),
            cites,
            claims,
            f"{path}.{'text' if text else 'acts'}",
            not text,
            tuple(sought.against),
            tuple(sought.classes),
            unknown_entries(sought, path, "against"),
            unknown_entries(sought, path, "classes"),
            sought.amount,
        )


def is_asked_for(sheet: FactSheet, claim: Claim, cause: CauseOfAction, remedy: Remedy) -> bool:
    """Whether `claim` asks for `remedy` by itself: the sheet does not leave it out, no notice is wanting, and
    no other remedy asked for takes it in.
    """
    if not remedy.asked or _left_out(claim, remedy.kind) or gated(sheet, claim, cause, remedy):
        return False
    return not any(
        other.id == remedy.within and is_asked_for(sheet, claim, cause, other) for other in cause.remedies
    )


def _add(items: dict[tuple[str, ...], ReliefItem], item: ReliefItem) -> None:
    key = (
        item.kind,
        item.path if item.kind in WORDED else "" if item.kind == "fees" and not item.path else item.text,
        *item.against,
        "",
        *item.classes,
        *(one.path for one in (*item.against_asked, *item.classes_asked)),
    )
    there = items.get(key)
    if there is None:
        items[key] = item
        return
    cites, claims = (
        tuple(dict.fromkeys(getattr(there, name) + getattr(item, name))) for name in ("cites", "claims")
    )
    items[key] = there._replace(cites=cites, claims=claims)


def _left_out(claim: Claim, *kinds: str) -> bool:
    return any(sought.omit and sought.kind in kinds for sought in claim.relief)


def barred(claim: Claim, remedy: Remedy) -> bool:
    """Whether `remedy` is a minimum that the court of a State such as New York does not give to the class
    `claim` is brought for (N.Y. CPLR 901(b)).
    """
    return bool(claim.for_) and remedy.class_instead is not None


def gated(sheet: FactSheet, claim: Claim, cause: CauseOfAction, remedy: Remedy) -> bool:
    """Whether `remedy` waits for a notice that has not been given, or for an element that nothing
    supports.
    """
    notice = next((notice for notice in cause.pre_suit if notice.id == remedy.gate), None)
    return (notice is not None and not _opened(sheet, claim, notice)) or unopened(
        claim, cause, remedy
    ) is not None


def unopened(claim: Claim, cause: CauseOfAction, remedy: Remedy) -> Element | None:
    """The element of `cause` that alone opens `remedy`, where the sheet has nothing behind it."""
    opening = [element for element in cause.elements if remedy.id in element.opens]
    supported = [claim.elements[element.id] for element in opening if element.id in claim.elements]
    return (
        opening[0]
        if opening
        and not any(support.allegations and not known(support.not_pleaded) for support in supported)
        else None
    )


def excused(claim: Claim, notice: GatingNotice) -> bool:
    """Whether the sheet says, in answer to the cause's own question, why `notice` was not wanted."""
    said = claim.answers.get(notice.excuse) if notice.excuse else None
    return isinstance(said, str) and bool(said.strip())


def _opened(sheet: FactSheet, claim: Claim, notice: GatingNotice) -> bool:
    return bool(given(sheet, claim, str(notice.statute))) or excused(claim, notice)


def given(sheet: FactSheet, claim: Claim, statute: str) -> list[Notice]:
    """The notices sent under `statute` for `claim`: those it names, those that name it, and those that name
    no claim at all.
    """
    named = [
        notice
        for notice in sheet.notices
        if known(notice.sent) and statute in str(known(notice.statute) or "")
    ]
    return [
        notice
        for notice in named
        if notice.id in claim.notices
        or claim.id in notice.claims
        or not (notice.claims or _claimed(sheet, notice))
    ]


def _claimed(sheet: FactSheet, notice: Notice) -> bool:
    return any(notice.id in claim.notices for claim in sheet.claims)


def waiting(sheet: FactSheet, claim: Claim, cause: CauseOfAction) -> list[GatingNotice]:
    """The notices that `cause` wants for some of its relief and that have not been given."""
    return [notice for notice in cause.pre_suit if notice.gates and not _opened(sheet, claim, notice)]


def withheld(claim: Claim, cause: CauseOfAction, notice: GatingNotice) -> list[str]:
    """What `claim` does not seek until `notice` is given: “damages”, “punitive damages” …"""
    kinds = [
        remedy.kind
        for remedy in cause.remedies
        if remedy.id in notice.gates and remedy.asked and unopened(claim, cause, remedy) is None
    ]
    return list(
        dict.fromkeys("damages" if kind == "actual-damages" else kind.replace("-", " ") for kind in kinds)
    )
