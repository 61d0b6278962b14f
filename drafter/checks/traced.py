"""The check of standing by plaintiff, defendant and claim: whether what hurt a plaintiff is traced to each
defendant it sues.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Iterable

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed, named, paths_of, plaintiffs_of, sued_in, support_of, titled
from drafter.complaint import Draft
from drafter.facts.allegations import Allegation
from drafter.facts.claims import Claim
from drafter.facts.defendants import Defendant
from drafter.facts.parties import Plaintiff
from drafter.facts.values import known
from drafter.findings import Severity


def _speaks_of(words: str, defendant: Defendant) -> bool:
    """Whether `words` name a defendant, by the short name or by the first word of the name."""
    name = str(known(defendant.short) or known(defendant.name) or "").strip()
    return bool(name) and bool(re.search(rf"\b{re.escape(name.split(',')[0].split()[0])}\b", words))


def _actors(draft: Draft, allegation: Allegation) -> set[str]:
    """The defendants whose act an allegation tells, those of a group each."""
    actor = str(known(allegation.actor) or "")
    groups = {str(group.id): {*map(str, group.members)} for group in draft.matter.raw.defendant_groups}
    return groups.get(actor, {actor})


def _named_in(draft: Draft, allegations: Iterable[Allegation], defendant: Defendant) -> list[Allegation]:
    return [
        one
        for one in allegations
        if defendant.id in _actors(draft, one) or _speaks_of(str(known(one.text) or ""), defendant)
    ]


def _bought_of(plaintiff: Plaintiff, sued: list[Defendant]) -> list[Defendant]:
    """Whose product a plaintiff bought, or of whom, by the names that the purchases give."""
    bought = [
        f"{known(one.product) or ''} {known(one.seller) or ''}"
        for one in (plaintiff.experience.purchases if plaintiff.experience else [])
    ]
    return [one for one in sued if any(_speaks_of(words, one) for words in bought)]


def _own(draft: Draft, plaintiff: Plaintiff) -> list[Allegation]:
    """The allegations that concern a plaintiff, and those that its injuries and experience cite."""
    own = plaintiff.experience
    cited = {
        *(name for one in (own.injuries if own else []) for name in one.allegations),
        *(own.allegations if own else []),
    }
    return [
        one
        for name, one in draft.matter.allegations.items()
        if name in cited or plaintiff.id in one.plaintiffs or known(one.actor) == plaintiff.id
    ]


def _kin(draft: Draft, defendant: Defendant, others: list[Defendant]) -> bool:
    """Whether the sheet says that a defendant is parent, child, principal or agent of one of `others`."""
    ids = {one.id for one in others}
    agencies = [{str(known(one.principal)), *map(str, one.agents)} for one in draft.matter.raw.agency]
    return (
        bool(ids & {*defendant.parent_of})
        or any(defendant.id in one.parent_of for one in others)
        or any(defendant.id in together and ids & together for together in agencies)
    )


def _untraced(draft: Draft, claim: Claim, plaintiff: Plaintiff) -> list[Defendant]:
    """The defendants of a claim of whom the plaintiff bought nothing, though it bought of others of them;
    whom no paragraph of its own names, who act in no paragraph of the claim together with those, and are not
    kin to them.
    """
    sued = [one for one in sued_in(draft, claim) if one.kind != "does"]
    tied = _bought_of(plaintiff, sued)
    if not tied:
        return []
    own, under = _own(draft, plaintiff), list(support_of(draft, claim))
    return [
        one
        for one in sued
        if one not in tied
        and not _named_in(draft, own, one)
        and not any(
            _named_in(draft, [shared], other) for shared in _named_in(draft, under, one) for other in tied
        )
        and not _kin(draft, one, tied)
    ]


@check(
    "STA-010",
    "Plaintiff sues a defendant to whom its injury is not traced",
    Severity.WARNING,
    "transunion",
    formerly="allegations",
)
def not_traced(draft: Draft) -> Found:
    """Standing is tested plaintiff by plaintiff, claim by claim and defendant by defendant: an injury must be
    traced to each who is sued. The plaintiff bought of some of the defendants of a claim; nothing it bought,
    no paragraph about it, and no act in common ties another of them to it. A class does not mend it unless
    another named plaintiff who brings the claim bought of that one; then only the plaintiff's own part of the
    claim is questioned.
    """
    loose = [
        (view, plaintiff, one)
        for view in draft.matter.claims
        for plaintiff in plaintiffs_of(draft, view.raw)
        for one in _untraced(draft, view.raw, plaintiff)
    ]
    for own, some in groupby(sorted(loose, key=lambda each: each[1].id), key=lambda each: each[1].id):
        each = list(some)
        plaintiff = each[0][1]
        untied = dict.fromkeys(named(one) for _, _, one in each)
        claims = dict.fromkeys(titled(view) for view, _, _ in each)
        behind = [
            *_own(draft, plaintiff),
            *(one for view, _, _ in each for one in support_of(draft, view.raw)),
        ]
        yield Hit(
            f"Nothing ties what hurt {named(plaintiff)} to {listed(untied)}, sued in {listed(claims)}.",
            f"plaintiffs.{own}.experience.purchases",
            "Say in the claim who sues whom, name a plaintiff who bought there, or allege what they did"
            " together.",
            f"claim.{each[0][0].raw.id}",
            ("claims", "defendants", *paths_of(dict.fromkeys(one.id for one in behind))),
        )
