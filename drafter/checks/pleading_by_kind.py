"""Checks on what claims of one kind plead: contracts, securities, racketeering, biometric data, breaches."""

from __future__ import annotations

import re
from typing import Iterable, Iterator

from drafter.checks.engine.conditions import has_trait
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.links import WEAK, grade_of
from drafter.checks.lookups import listed, named, plaintiffs_of
from drafter.complaint import Draft
from drafter.facts.claims import Claim
from drafter.facts.parties import Plaintiff
from drafter.facts.values import known
from drafter.findings import Severity

_NUMBERED = re.compile(r"\d")
_LAW = re.compile(r"\b(Act|Code|Statute|Stat|Law|U\.S\.C)\b")


@check(
    "CLM-013",
    "Unjust enrichment alongside an express contract",
    Severity.ADVICE,
    "frcp8d",
    trait="unjust-enrichment",
)
def unjust_enrichment_with_contract(draft: Draft) -> Found:
    """Unjust enrichment and breach of an express contract are both pleaded and neither is said to be in the
    alternative. Rule 8(d) allows it with no form of words; some courts
    want the label.
    """
    contracts = {claim.id for claim in draft.matter.raw.claims if has_trait(draft, claim, "contract")}
    for claim in unjust_enrichment_with_contract.claims(draft):
        if contracts and not contracts & set(claim.alternative_to):
            yield Hit(
                f"{claim.id} stands beside {listed(sorted(contracts))}, and is not said to be in the"
                " alternative.",
                f"claims.{claim.id}.alternative_to",
                "Name the contract claim under alternative_to.",
                f"claim.{claim.id}",
            )


@check(
    "CLM-014",
    "Contract claim without the term breached",
    Severity.WARNING,
    "twiqbal",
    "frcp10",
    trait="contract-terms",
)
def no_term(draft: Draft) -> Found:
    """A claim for breach of contract names no term, so that nothing is quoted that was breached."""
    for claim in no_term.claims(draft):
        if not claim.terms:
            yield Hit(
                f"{claim.id} does not name the term breached.",
                f"claims.{claim.id}.terms",
                "Name it, with its section and words, under the agreement’s terms.",
                f"claim.{claim.id}",
            )


@check("CLM-015", "Statute cited without a section", Severity.WARNING, "twiqbal")
def no_section(draft: Draft) -> Found:
    """What the sheet gives as the authority for relief, for a notice or for fees names an act or code and no
    section.
    """
    named_laws = [(f"notices.{one.id}.statute", known(one.statute)) for one in draft.matter.raw.notices]
    named_laws += [
        (f"claims.{claim.id}.relief", known(one.authority))
        for claim in draft.matter.raw.claims
        for one in claim.relief
    ]
    if draft.matter.raw.relief:
        named_laws += [("relief.fee_grounds", ground) for ground in draft.matter.raw.relief.fee_grounds]
        named_laws += [("relief.further", known(one.authority)) for one in draft.matter.raw.relief.further]
    for path, law in named_laws:
        if law and _LAW.search(str(law)) and not _NUMBERED.search(str(law)):
            yield Hit(f"“{law}” has no section.", path, "Give the section.", "")


@check(
    "CLM-018",
    "Securities fraud: PSLRA particulars",
    Severity.WARNING,
    "pslra34",
    forum="federal",
    trait="securities-fraud",
)
def securities_particulars(draft: Draft) -> Found:
    """For each statement 15 U.S.C. § 78u-4(b) wants what was said, by whom, when, why it misled, and facts
    giving a strong inference of the speaker's state of mind. One has no
    facts of knowledge. Silent for the statements of a claim whose element of scienter rests on facts of its
    own, as a section on scienter pleads them for all statements together.
    """
    told = {statement.id: statement for statement in draft.matter.raw.statements}
    for claim in securities_particulars.claims(draft):
        own_facts = claim.elements.get("scienter")
        together = own_facts is not None and any(
            grade_of(draft.matter.allegations[own]) not in WEAK for own in own_facts.allegations
        )
        bare = (
            []
            if together
            else [own for own in claim.statements if own in told and known(told[own].knowledge) is None]
        )
        if bare or not claim.statements:
            which = by_id(*bare) if bare else "No statement is named, and so none"
            yield Hit(
                (
                    f"{claim.id}: {which} has no facts that show what the speaker knew."
                    if not bare
                    else f"{claim.id}: nothing shows what the speaker of {which} knew."
                ),
                f"claims.{claim.id}.statements",
                "Write how the speaker knew, at each statement.",
                f"claim.{claim.id}",
                ("statements",),
            )


@check(
    "CLM-019",
    "RICO: case statement likely required",
    Severity.ADVICE,
    "lr-rico",
    forum="federal",
    trait="racketeering",
)
def rico_statement(draft: Draft) -> Found:
    """Many courts and judges want a RICO case statement soon after filing. None is among the papers of the
    sheet.
    """
    ready = any(paper.kind == "rico-statement" for paper in draft.matter.raw.filing_package)
    for claim in rico_statement.claims(draft):
        if not ready:
            yield Hit(
                f"{claim.id}: the court or its judges may want a RICO case statement.",
                "filing_package",
                "Read the judge’s orders and the local rules.",
                f"claim.{claim.id}",
                (f"claims.{claim.id}.theories",),
            )


@check(
    "CLM-020",
    "BIPA: facts for the section sued on are missing",
    Severity.WARNING,
    "bipa15",
    "bipa20",
    "tims",
    trait="biometric",
)
def biometric_facts(draft: Draft) -> Found:
    """A claim under the Biometric Information Privacy Act, and no plaintiff's data are named by kind
    (fingerprint, faceprint, voiceprint …). The exclusions of the Act turn on
    the kind.
    """
    for plaintiff, claims in _without_kinds_of_data(draft, biometric_facts.claims(draft)):
        yield Hit(
            f"{by_id(*claims)}: the kind of {named(plaintiff)}’s biometric data is not in the sheet.",
            f"plaintiffs.{plaintiff.id}.experience.data_types",
            "Name it, and check the exclusions.",
            f"claim.{claims[0]}",
        )


def _without_kinds_of_data(draft: Draft, claims: Iterable[Claim]) -> Iterator[tuple[Plaintiff, list[str]]]:
    """Each plaintiff without kinds of data, with those of `claims` that it brings."""
    brought: dict[str, list[str]] = {}
    for claim in claims:
        for plaintiff in plaintiffs_of(draft, claim):
            if not (plaintiff.experience and plaintiff.experience.data_types):
                brought.setdefault(str(plaintiff.id), []).append(str(claim.id))
    for plaintiff in draft.matter.raw.plaintiffs:
        if brought.get(str(plaintiff.id)):
            yield plaintiff, brought[str(plaintiff.id)]


@check("CLM-021", "BIPA: per-scan damages claimed", Severity.WARNING, "bipa20", "cothron", "clay")
def per_scan(draft: Draft) -> Found:
    """Since August 2, 2024 a person has at most one recovery for repeated collection by the same method, or
    disclosure to the same recipient by the same method. The sheet asks for
    a sum for each scan.
    """
    for claim in draft.matter.raw.claims:
        text = " ".join(str(known(one.text) or "") for one in claim.relief if one.kind == "statutory-damages")
        if any(cause.single_recovery for cause in draft.matter.theories[claim.id]) and re.search(
            r"(each|every|per) (scan|violation|collection|disclosure|time)", text, re.I
        ):
            yield Hit(
                f"{claim.id} asks for a sum for each scan or violation.",
                f"claims.{claim.id}.relief",
                "Ask for one recovery a person.",
                f"claim.{claim.id}",
            )


@check("CLM-022", "Data-breach claim without the data types", Severity.WARNING, "ccpa150")
def no_data_types(draft: Draft) -> Found:
    """A claim on a breach of security, or one of whatever law by a plaintiff whose data were misused, and the
    sheet does not say which kinds of the plaintiff's data were taken. Civil Code § 1798.150 covers listed
    kinds only, and only unencrypted data.
    """
    misused = {
        str(one.id)
        for one in draft.matter.raw.plaintiffs
        if one.experience and any(injury.kind == "data-misuse" for injury in one.experience.injuries)
    }
    on_breach = [
        claim
        for claim in draft.matter.raw.claims
        if any("data-breach" in cause.traits for cause in draft.matter.theories[claim.id])
        or misused & {str(one.id) for one in plaintiffs_of(draft, claim)}
    ]
    for plaintiff, claims in _without_kinds_of_data(draft, on_breach):
        yield Hit(
            f"{by_id(*claims)}: the sheet does not say which of {named(plaintiff)}’s data were taken.",
            f"plaintiffs.{plaintiff.id}.experience.data_types",
            "List them by kind, never by content.",
            f"claim.{claims[0]}",
        )
