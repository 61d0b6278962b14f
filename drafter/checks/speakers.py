"""A check on who said what a fraud claim rests on."""

from __future__ import annotations

from typing import Iterator, NamedTuple

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed, named, sued_in, support_of
from drafter.complaint import Draft
from drafter.facts.claims import Claim
from drafter.facts.defendants import Defendant
from drafter.facts.values import known
from drafter.findings import Severity

__all__: list[str] = []


class _Silent(NamedTuple):
    """A claim, its statements, those sued on it who spoke none of them, and whether its facts tell what each
    of these did.
    """

    claim: Claim
    said: list[str]
    defendants: list[Defendant]
    acting: bool


def _silent(draft: Draft) -> Iterator[_Silent]:
    there = {statement.id: statement for statement in draft.matter.raw.statements}
    groups = {str(group.id): list(map(str, group.members)) for group in draft.matter.raw.defendant_groups}
    defendants = {str(one.id) for one in draft.matter.raw.defendants}
    for claim in draft.matter.raw.claims:
        said = [str(own) for own in claim.statements if own in there]
        speakers = [str(known(there[own].speaker) or "") for own in said]
        spoke = {own for name in speakers for own in groups.get(name, [name])}
        fraud = any(cause.particularity for cause in draft.matter.theories[claim.id])
        if not said or claim.omissions or not fraud or spoke - defendants:
            continue
        silent = [one for one in sued_in(draft, claim) if one.id not in spoke and one.kind != "does"]
        acting = {str(own) for one in support_of(draft, claim) for own in (known(one.actor), *one.actors)}
        if silent:
            yield _Silent(claim, said, silent, all(str(one.id) in acting for one in silent))


@check(
    "CLM-031",
    "Fraud claim against a defendant who made none of its statements",
    Severity.WARNING,
    "swartz",
    "frcp9b",
    forum="federal",
    concern=Concern.EVIDENCE,
)
def speaker_of_none(draft: Draft) -> Found:
    """Rule 9(b) governs the claim, it rests on statements alone, and one of those sued on it is the speaker
    of none of them. Rule 9(b) wants the part of each defendant in the fraud. Silent where the claim rests on
    an omission too, and where a speaker is unknown or no defendant; advice where the facts behind the claim
    tell what that defendant did, or the sheet pleads that one acted for another. Several claims against the
    same are one finding.
    """
    told: dict[tuple[str, ...], list[_Silent]] = {}
    for one in _silent(draft):
        told.setdefault((*(str(own.id) for own in one.defendants), str(one.acting)), []).append(one)
    for found in told.values():
        first = found[0]
        said = list(dict.fromkeys(own for one in found for own in one.said))
        yield Hit(
            f"{listed(one.claim.id for one in found)} {'is' if len(found) == 1 else 'are'} brought against"
            f" {listed(map(named, first.defendants))}, and none of the statements ({by_id(*said[:4])}) is"
            f" {'that defendant’s' if len(first.defendants) == 1 else 'theirs'}.",
            f"claims.{first.claim.id}.against",
            "Add what that defendant said or left unsaid, plead whose agent the speaker was, or leave that"
            " defendant out.",
            f"claim.{first.claim.id}",
            ("statements", "agency", *(f"claims.{one.claim.id}.statements" for one in found)),
            Severity.ADVICE if first.acting or draft.matter.raw.agency else None,
        )
